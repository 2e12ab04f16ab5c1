// Package render makes the files of the site out of public values.
//
// It stands right of the gate: it can't import anything that knows private
// words. An output format is a plain value in the list Formats; adding one is
// one file and one line.
//
// Pages for people begin in pages.go. What templates are given is in
// templates.go, lists of reports in lists.go, kinds.go and promises.go, pages
// that every site has in standing.go, and how a page is put together below. The
// index that a browser searches is in search.go, search_index.go and
// search_fold.go. Rehearse tries a theme on made-up sites. Package qr draws the
// address of a report for the camera of a phone.
package render

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"yousaid/generator/site"
	"yousaid/themes"
)

// A Format is one kind of output.
type Format struct {
	Name   string
	Doc    string
	Render func(*site.Site, *themes.Theme) ([]site.File, error)
}

// Formats are all of them.
var Formats = []Format{
	{"pages", "Pages for people.", pages},
	{"feeds", "Atom feeds: the site's and one for each topic.", feeds},
	{"data", "The same reports for machines, as JSON and CSV.", data},
	{"search", "The index that a browser searches, piece by piece.", search},
	{"web", "What browsers, search engines and hosts ask for.", web},
	{"media", "Pictures and sounds, cleaned.", media},
	{"assets", "Style sheets and other files of the theme.", assets},
}

// All renders every format, in order of path.
func All(s *site.Site, t *themes.Theme) ([]site.File, error) {
	var files []site.File
	for _, f := range Formats {
		made, err := f.Render(s, t)
		if err != nil {
			return nil, fmt.Errorf("make %s: %w", f.Name, err)
		}
		files = append(files, made...)
	}
	slices.SortStableFunc(files, func(a, b site.File) int { return strings.Compare(a.Path, b.Path) })
	for i := 1; i < len(files); i++ {
		if files[i].Path == files[i-1].Path {
			return nil, fmt.Errorf("two files of the site would have the name %s", files[i].Path)
		}
	}
	return files, nil
}

func assets(_ *site.Site, t *themes.Theme) ([]site.File, error) { return t.Assets(), nil }

// page is one page to be made.
type page struct {
	path     string // of the file
	head     Head
	template string
	data     any
}

// press fills pages: head and main part for each, header once for each entry
// of the menu with and without a way to leave at once, footer once.
type press struct {
	site    *site.Site
	theme   *themes.Theme
	headers map[top][]byte
	footer  []byte
}

// top is what headers differ in.
type top struct {
	section   string
	quickExit bool
}

func newPress(s *site.Site, t *themes.Theme) (*press, error) {
	p := &press{site: s, theme: t, headers: map[top][]byte{}}
	for _, section := range []string{"", "home", "reports", "topics", "search", "display"} {
		for _, quickExit := range []bool{false, true} {
			var b bytes.Buffer
			if err := t.Execute(&b, "header", Head{Site: s, Section: section, QuickExit: quickExit}); err != nil {
				return nil, err
			}
			p.headers[top{section, quickExit}] = b.Bytes()
		}
	}
	var b bytes.Buffer
	if err := t.Execute(&b, "footer", Plain{s}); err != nil {
		return nil, err
	}
	p.footer = b.Bytes()
	return p, nil
}

func (p *press) print(pg page) (site.File, error) {
	var b bytes.Buffer
	b.Grow(16 << 10)
	pg.head.Site = p.site
	pg.head.QuickExit = pg.head.QuickExit || p.site.QuickExit
	if err := p.theme.Execute(&b, "head", pg.head); err != nil {
		return site.File{}, err
	}
	b.Write(p.headers[top{pg.head.Section, pg.head.QuickExit}])
	if err := p.theme.Execute(&b, pg.template, pg.data); err != nil {
		return site.File{}, err
	}
	b.Write(p.footer)
	return site.File{Path: pg.path, Data: bytes.Clone(b.Bytes())}, nil
}

// printAll fills pages on all processors.
func (p *press) printAll(list []page) ([]site.File, error) {
	files := make([]site.File, len(list))
	errs := make([]error, runtime.GOMAXPROCS(0))
	var work sync.WaitGroup
	for w := range errs {
		work.Go(func() {
			// A theme can break in ways that nobody thought of; what broke is
			// not told, because it may quote a report.
			defer func() {
				if recover() != nil {
					errs[w] = errors.New("the program broke on a page")
				}
			}()
			for i := w; i < len(list) && errs[w] == nil; i += len(errs) {
				files[i], errs[w] = p.print(list[i])
			}
		})
	}
	work.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}
