// Package themes holds what the site looks like: templates, style sheets, and
// whatever other files a theme brings.
//
// The default theme is in the program. A folder given with --theme is laid
// over it file by file, so that a team changes one file and keeps the rest.
// Templates get public values only (package site and the data types of package
// render): nothing private exists on this side of the gate.
//
// Whoever edits a theme is told what is wrong with it by file, line and column
// before any page is made (fault.go): files.go says which files can be in one,
// template.go reads templates, running.go fills them and finds out where one
// broke, words.go says it in plain words. style.go looks at style sheets and
// scripts, policy.go for what browsers are told not to load, contrast.go at
// colours. Package render tries a theme on a made-up site (render.Rehearse).
package themes

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"regexp"
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

	standard, own, files map[string][]byte  // of the default theme, of the folder, and of both
	plain                *template.Template // templates as they were written; nil: nothing was laid over
	assetsInStyle        map[string]bool
	warnings             []Fault
	trial                *rehearsal
}

// Load reads the default theme with overlay, which may be nil, laid over it.
// The error of a theme that cannot be used is a *Broken.
// Templates, style sheets and scripts are minified here, once, instead of every page.
func Load(overlay fs.FS) (*Theme, error) {
	t := &Theme{assetsInStyle: map[string]bool{}}
	t.standard, _ = read(Default())
	t.files = maps.Clone(t.standard)
	if overlay != nil {
		var faults []Fault
		t.own, faults = read(overlay)
		maps.Copy(t.files, t.own)
		if faults = append(faults, t.look()...); stops(faults) {
			return nil, t.broken(faults)
		}
		t.warnings = sorted(faults)
	}
	if err := t.make(); err != nil {
		return nil, err
	}
	return t, nil
}

// look looks at everything that was laid over.
func (t *Theme) look() (faults []Fault) {
	for _, name := range t.mine() {
		text := t.own[name]
		switch path.Ext(name) {
		case ".html", ".svg":
			faults = append(faults, forbidden(name, text)...)
			faults = append(faults, unguarded(name, text)...)
		case ".css":
			faults = append(faults, unstyled(name, text)...)
			faults = append(faults, t.unloaded(name, text)...)
		case ".js":
			faults = append(faults, unscripted(name, text)...)
		}
	}
	faults = append(faults, t.contrast()...)
	known := map[string]string{}
	for name := range t.files {
		known[name] = name
	}
	faults = append(faults, t.parsedAll(funcs(known, t.files))...)
	if t.plain != nil && !stops(faults) {
		faults = append(faults, t.closing()...)
	}
	return faults
}

// make minifies everything and gives each file its address.
func (t *Theme) make() error {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	// A shorter name of a variable could spell somebody's.
	m.Add("text/javascript", &js.Minifier{KeepVarNames: true})
	pages := &html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true, TemplateDelims: html.GoTemplateDelims}
	addressOf := map[string]string{}
	publish := func(name string, data []byte) {
		sum := sha256.Sum256(data)
		ext := path.Ext(name)
		address := site.AssetFolder + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext
		addressOf[name] = address
		t.assets = append(t.assets, site.File{Path: address, Data: data})
	}
	var text strings.Builder
	names := slices.Sorted(maps.Keys(t.files))
	for _, name := range names {
		data := t.files[name]
		switch path.Ext(name) {
		case ".html":
			text.Write(said(data))
			text.WriteByte('\n')
			continue
		case ".css":
			continue
		case ".js":
			small, err := m.Bytes("text/javascript", data)
			if err != nil {
				return t.tooOdd(name)
			}
			data = small
		}
		publish(name, data)
	}
	for _, name := range t.names(".css") {
		data := t.files[name]
		switch name {
		case colours:
			continue
		case style:
			data = withColours(data, t.files[colours])
		}
		data = addresses(data, func(address string, _ int) string {
			if there := addressOf[fileOf(name, address)]; there != "" {
				return strings.Repeat("../", strings.Count(name, "/")) + strings.TrimPrefix(there, site.AssetFolder)
			}
			return ""
		})
		small, err := m.Bytes("text/css", data)
		if err != nil {
			return t.tooOdd(name)
		}
		publish(name, small)
	}
	t.templates = template.New("theme").Option("missingkey=error").Funcs(funcs(addressOf, t.files))
	for _, name := range t.names(".html") {
		var small bytes.Buffer
		if err := pages.Minify(m, &small, bytes.NewReader(t.files[name]), nil); err != nil {
			return t.tooOdd(name)
		}
		if _, err := t.templates.New(name).Parse(small.String()); err != nil {
			return t.tooOdd(name)
		}
	}
	t.text = text.String()
	return nil
}

var (
	asking = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	quoted = regexp.MustCompile(`"[^"\n]*"`)
)

// said is what a template can say: what it asks for is nobody's name.
func said(template []byte) []byte {
	return asking.ReplaceAllFunc(template, func(asks []byte) []byte {
		return slices.Concat([]byte("\n"), bytes.Join(quoted.FindAll(asks, -1), []byte("\n")), []byte("                \n"))
	})
}

// tooOdd is the error of a file in which nothing wrong was found, and that can't
// be made smaller.
func (t *Theme) tooOdd(name string) error {
	if _, mine := t.own[name]; !mine {
		return fmt.Errorf("the file %s of the default theme cannot be read", name)
	}
	return t.broken([]Fault{{File: name, Kind: FileKind, Message: "this file can't be read as what its name says", Hint: "Compare with the file of the same name that comes with yousaid (themes/default), and take out what is unusual."}})
}

// Assets are the files that the theme's pages load.
func (t *Theme) Assets() []site.File { return t.assets }

// Overlay are the files that were laid over, in order of name.
func (t *Theme) Overlay() []site.File {
	var out []site.File
	for _, name := range t.mine() {
		out = append(out, site.File{Path: name, Data: t.own[name]})
	}
	return out
}

// Warnings are what somebody should look at in the files that were laid over.
func (t *Theme) Warnings() []Fault { return t.warnings }

// Text is every text of the theme's templates, for the last wall. Style sheets
// and scripts are read there as they are published.
func (t *Theme) Text() string { return t.text }
