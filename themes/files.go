package themes

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// What a theme can hold. Files of texts are read as text and looked through.
var (
	textKinds  = []string{".html", ".css", ".js", ".svg", ".txt"}
	otherKinds = []string{".png", ".jpg", ".webp", ".ico", ".woff2"}
)

// maxFile is more than any file of a page should weigh, by far.
const maxFile = 1 << 20

// IsText reports whether a file of a theme is read as text.
func IsText(name string) bool { return slices.Contains(textKinds, path.Ext(name)) }

// read reads every file of a folder, and says which cannot be used.
func read(layer fs.FS) (files map[string][]byte, faults []Fault) {
	files = map[string][]byte{}
	refuse := func(name, message, hint string) {
		faults = append(faults, Fault{File: name, Kind: FileKind, Message: message, Hint: hint})
	}
	const openHint = "Look whether it is open in another program, and whether you may read it."
	err := fs.WalkDir(layer, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			refuse(name, "this cannot be opened", openHint)
			return fs.SkipDir
		case name != "." && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		case !d.Type().IsRegular():
			refuse(name, "this is no ordinary file", "Put a copy of the file itself here. Links are not followed.")
			return nil
		case !IsText(name) && !slices.Contains(otherKinds, path.Ext(name)):
			refuse(name, "a theme does not hold files of this kind", kindHint(name))
			return nil
		}
		data, err := readSome(layer, name)
		switch {
		case err != nil:
			refuse(name, "this file cannot be opened", openHint)
		case len(data) > maxFile:
			refuse(name, "this file is over 1 MB, and everybody's phone would have to load it", "Make it smaller, or take it out of the theme.")
		case IsText(name) && !isUTF8(data):
			refuse(name, "this file is not written in UTF-8, so some letters would come out wrong", "Open it in your editor, choose Save as, and there the encoding UTF-8.")
		case IsText(name):
			files[name] = bytes.TrimPrefix(data, []byte("\uFEFF"))
		default:
			files[name] = data
		}
		return nil
	})
	if err != nil {
		refuse("", "the theme cannot be read", openHint)
	}
	return files, faults
}

// readSome reads no more of a file than shows that it is too large.
func readSome(layer fs.FS, name string) ([]byte, error) {
	f, err := layer.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxFile+1))
}

func isUTF8(data []byte) bool { return utf8.Valid(data) && !bytes.ContainsRune(data, 0) }

func kindHint(name string) string {
	ext := strings.ToLower(path.Ext(name))
	instead := map[string]string{".htm": ".html", ".jpeg": ".jpg", ".mjs": ".js", ".ttf": ".woff2", ".otf": ".woff2", ".woff": ".woff2", ".gif": ".png", ".scss": ".css", ".sass": ".css", ".less": ".css", ".ts": ".js"}[ext]
	switch {
	case ext != path.Ext(name) && (slices.Contains(textKinds, ext) || slices.Contains(otherKinds, ext)):
		return "Write the end of its name in small letters, as " + ext + "."
	case ext == ".htm" || ext == ".jpeg" || ext == ".mjs":
		return "Give it a name that ends in " + instead + "."
	case instead != "":
		return "Make a " + instead + " file of it."
	}
	return "It can hold files that end in " + strings.Join(append(slices.Clone(textKinds), otherKinds...), ", ") + ". Take this one out."
}

// unused warns of files that no page uses, as one whose name has a slip in it.
func (t *Theme) unused(calls, assets map[string]bool) (faults []Fault) {
	known := slices.Sorted(maps.Keys(t.standard))
	for _, name := range t.mine() {
		if _, there := t.standard[name]; there {
			continue
		}
		kin := slices.DeleteFunc(slices.Clone(known), func(k string) bool { return path.Ext(k) != path.Ext(name) })
		meant := nearest(name, kin)
		f := Fault{File: name, Kind: FileKind, Harmless: true, Message: "no page uses this file"}
		switch html := path.Ext(name) == ".html"; {
		case html && calls[name], !html && assets[name]:
			continue
		case meant != "":
			f.Hint = "Did you mean " + meant + "? Then give it that name."
		case html:
			f.Hint = `Call it where it belongs, as {{template "its-name.html" .}}, or remove it.`
		default:
			continue // as a picture that somebody links to
		}
		faults = append(faults, f)
	}
	return faults
}
