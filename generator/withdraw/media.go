package withdraw

import (
	"crypto/sha256"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yousaid/generator/entry"
	"yousaid/generator/picture"
	"yousaid/generator/source"
)

// pictureMarks are the marks of the pictures of a report that go, as a check
// wrote them.
func pictureMarks(content fs.FS, f string, raw []byte, goes func(picture, voice int) bool) []string {
	e, _ := entry.Parse(source.Parse(f, raw), f, entry.Cautious())
	if e == nil {
		return nil
	}
	e.Attach(func(name string) entry.File {
		at := "media/" + name
		if !fs.ValidPath(at) || !regular(content, at) {
			return entry.File{}
		}
		data, err := fs.ReadFile(content, at)
		if err != nil {
			return entry.File{}
		}
		return entry.File{State: entry.There, Sum: sha256.Sum256(data), Text: source.Parse(at, data)}
	})
	var out []string
	for i, p := range e.Pictures() {
		if p.Found.State == entry.There && goes(i, p.Contribution) {
			out = append(out, p.Mark())
		}
	}
	return out
}

// mediaPath is where a media file lies, below the content folder.
func mediaPath(p entry.Private) string {
	name := path.Clean(strings.TrimPrefix(strings.TrimSpace(p.Reveal()), "media/"))
	if !fs.ValidPath(name) || name == "." {
		return "media/ "
	}
	return "media/" + name
}

// media finds the files that only what goes has used. What was published of
// them is looked for too, and so is what a transcript says.
func (p *Plan) media(src Source, names []entry.Private) {
	for _, n := range names {
		f := mediaPath(n)
		data, err := fs.ReadFile(src.Content, f)
		if err != nil || !regular(src.Content, f) || slices.Contains(p.Media, f) {
			continue
		}
		if strings.EqualFold(path.Ext(f), ".txt") {
			p.Words.Add(entry.Secret(string(source.Parse(f, data).Text)))
		}
		if p.used(src.Content, f) {
			p.MediaKept++
			continue
		}
		p.Media = append(p.Media, f)
		p.Words.AddFile(data)
		for _, made := range picture.Make(data).Files {
			p.Words.AddFile(made.Data)
		}
	}
}

// used reports whether any file names a media file once the edits are made. Of
// a report the names are compared whole, and so is every path in another text:
// lava.jpg is not a.jpg.
func (p *Plan) used(content fs.FS, file string) bool {
	found := false
	_ = fs.WalkDir(content, ".", func(f string, d fs.DirEntry, err error) error {
		if err != nil || found || d.IsDir() || !slices.Contains([]string{".md", ".yaml", ".yml"}, strings.ToLower(path.Ext(f))) {
			return nil
		}
		text, err := fs.ReadFile(content, f)
		if i := slices.IndexFunc(p.Edits, func(e Edit) bool { return e.Path == f }); i >= 0 {
			text = p.Edits[i].After
		}
		found = err == nil && names(f, text, file)
		return nil
	})
	return found
}

// names reports whether a text names a media file.
func names(f string, text []byte, file string) bool {
	o, ok := entry.ReadOriginal(text, f)
	if !ok {
		return mentions(string(text), file)
	}
	same := func(p entry.Private) bool { return mediaPath(p) == file }
	said := func(p entry.Private) bool { return mentions(p.Reveal(), file) }
	return slices.ContainsFunc(o.Own, said) ||
		slices.ContainsFunc(o.Voices, func(v entry.Voice) bool {
			return slices.ContainsFunc(v.Files, same) || slices.ContainsFunc(v.Texts, said)
		}) ||
		slices.ContainsFunc(o.Pictures, func(p entry.OriginalPicture) bool {
			return slices.ContainsFunc(p.Files, same) || slices.ContainsFunc(p.Texts, said)
		})
}

// mentions reports whether a path stands in a text, from its first letter to
// its last: alone, or behind the folder of all media files.
func mentions(text, file string) bool {
	name := strings.TrimPrefix(file, "media/")
	part := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_./~%", r)
	}
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(name)
		before := text[strings.LastIndexFunc(text[:start], func(r rune) bool { return !part(r) })+1 : start]
		after, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[end:], "."))
		if strings.HasSuffix("/"+before, "/media/") || strings.Trim(before, "./") == "" && !part(after) {
			return true
		}
		at = end
	}
}
