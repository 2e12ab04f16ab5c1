// Package themes holds what the site looks like: templates, one style sheet,
// and whatever other files a theme brings.
//
// The default theme is in the program. A folder given with --theme is laid
// over it file by file, so that a team changes one file and keeps the rest.
// Templates get public values only (package site and the data types of package
// render): nothing private exists on this side of the gate.
package themes

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"

	"yousaid/generator/site"
)

//go:embed default
var embedded embed.FS

// Default are the files of the default theme, to be read or copied.
func Default() fs.FS {
	sub, err := fs.Sub(embedded, "default")
	if err != nil {
		panic(err) // the folder is in the program
	}
	return sub
}

// Theme is a theme ready to be used, by several goroutines at once.
type Theme struct {
	Folder string // what people call the folder that is laid over; "": none

	templates *template.Template
	assets    []site.File
	text      string
	overlay   []site.File
}

// Load reads the default theme with overlay, which may be nil, laid over it.
// Templates and style sheets are minified here, once, instead of every page.
func Load(overlay fs.FS) (*Theme, error) {
	files := map[string][]byte{}
	layers := []fs.FS{Default()}
	if overlay != nil {
		layers = append(layers, overlay)
	}
	for _, layer := range layers {
		if err := readAll(layer, files); err != nil {
			return nil, err
		}
	}
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)

	t := &Theme{}
	if overlay != nil {
		mine := map[string][]byte{}
		if err := readAll(overlay, mine); err != nil {
			return nil, err
		}
		for _, name := range slices.Sorted(maps.Keys(mine)) {
			t.overlay = append(t.overlay, site.File{Path: name, Data: mine[name]})
		}
	}
	addresses := map[string]string{}
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	pages := &html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true, TemplateDelims: html.GoTemplateDelims}
	var text strings.Builder
	for _, name := range names {
		text.Write(files[name])
		text.WriteByte('\n')
		if path.Ext(name) == ".html" {
			continue
		}
		data := files[name]
		if kind := minified[path.Ext(name)]; kind != "" {
			small, err := m.Bytes(kind, data)
			if err != nil {
				return nil, fmt.Errorf("read theme file %s: %w", name, err)
			}
			data = small
		}
		sum := sha256.Sum256(data)
		ext := path.Ext(name)
		address := site.AssetFolder + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext
		addresses[name] = address
		t.assets = append(t.assets, site.File{Path: address, Data: data})
	}
	t.templates = template.New("theme").Option("missingkey=error").Funcs(funcs(addresses))
	for _, name := range names {
		if path.Ext(name) != ".html" {
			continue
		}
		var small bytes.Buffer
		if err := pages.Minify(m, &small, bytes.NewReader(files[name]), nil); err != nil {
			return nil, fmt.Errorf("read theme file %s: %w", name, err)
		}
		if _, err := t.templates.New(name).Parse(small.String()); err != nil {
			return nil, fmt.Errorf("read theme file: %w", err)
		}
	}
	t.text = text.String()
	return t, nil
}

// minified are the kinds of files that readers get without spaces and notes.
var minified = map[string]string{".css": "text/css", ".js": "text/javascript"}

func readAll(layer fs.FS, files map[string][]byte) error {
	return fs.WalkDir(layer, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("read theme: %w", err)
		case name != "." && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		case !d.Type().IsRegular():
			return fmt.Errorf("read theme file %s: not an ordinary file", name)
		}
		if ext := path.Ext(name); !strings.Contains(" .html .css .js .svg .png .jpg .webp .ico .woff2 .txt ", " "+ext+" ") {
			return fmt.Errorf("read theme file %s: a theme does not hold files that end in %s", name, ext)
		}
		data, err := fs.ReadFile(layer, name)
		if err != nil {
			return fmt.Errorf("read theme: %w", err)
		}
		files[name] = data
		return nil
	})
}

// Execute fills one template, named without ".html".
func (t *Theme) Execute(w io.Writer, name string, data any) error {
	found := t.templates.Lookup(name + ".html")
	if found == nil {
		return errors.New("the theme has no file " + name + ".html")
	}
	return found.Execute(w, data)
}

// Assets are the files that the theme's pages load.
func (t *Theme) Assets() []site.File { return t.assets }

// Overlay are the files that were laid over, as they are, in order of name.
func (t *Theme) Overlay() []site.File { return t.overlay }

// IsText reports whether a file of a theme is read as text.
func IsText(name string) bool {
	return strings.Contains(" .html .css .js .svg .txt ", " "+path.Ext(name)+" ")
}

// Text is every text of the theme's own, for the last wall.
func (t *Theme) Text() string { return t.text }

// Pair lets a template hand two values to another.
type Pair struct{ A, B any }

// funcs are what templates can call beside html/template's own.
func funcs(assets map[string]string) template.FuncMap {
	return template.FuncMap{
		// asset is the address of a file of the theme.
		"asset": func(s *site.Site, name string) (string, error) {
			a, ok := assets[name]
			if !ok {
				return "", errors.New("the theme has no file " + name)
			}
			return s.Base + a, nil
		},
		// url is an address of the site.
		"url": func(s *site.Site, to string) string { return s.Base + to },
		// statusURL is the list of all reports with a status.
		"statusURL": func(s *site.Site, status site.Status) string { return s.Base + "status/" + string(status) + "/" },
		"pair":      func(a, b any) Pair { return Pair{a, b} },
		"tel":       dial,
		// host is the name of a website.
		"host": func(address string) string {
			u, err := url.Parse(address)
			if err != nil {
				return address
			}
			return strings.TrimPrefix(u.Host, "www.")
		},
		"plural": func(n int, one, many string) string {
			if n == 1 {
				return one
			}
			return many
		},
	}
}

// dial keeps of a phone number what a link can dial.
func dial(number string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, number)
}
