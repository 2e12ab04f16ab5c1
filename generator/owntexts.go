package generator

import (
	"slices"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/gate"
	"yousaid/generator/render"
	"yousaid/generator/site"
	"yousaid/generator/source"
	"yousaid/themes"
)

// OwnTexts are what a site says by itself, whatever its reports say: the theme,
// and every page without a single report. Nobody's words are known by them.
func OwnTexts(in Input) []string {
	b := &build{in: in}
	if b.settings(source.Read(in.Content)) != nil {
		return []string{in.Theme.Text()}
	}
	return b.own()
}

// own are the texts of the theme and of the site itself.
func (b *build) own() []string {
	if b.ownWords == nil {
		pages, code := b.ownTexts(b.in.Theme)
		b.ownWords = slices.Concat(pages, code)
	}
	return b.ownWords
}

// ownTexts are what the site says by itself: every page of it without a single
// report, the templates, and the names of the lists that only reports bring.
// code is what stands in style sheets, scripts and the like, which say nothing
// on a page.
func (b *build) ownTexts(t *themes.Theme) (out, code []string) {
	if t != nil {
		out = append(out, t.Text())
	}
	for _, s := range site.Statuses {
		out = append(out, s.Words(), s.Means())
	}
	out = append(out, render.FeedWords...)
	for _, list := range [][]entry.Label{b.set.Topics, b.set.Areas, b.set.Groups, b.set.From} {
		for _, l := range list {
			out = append(out, l.Name)
		}
	}
	empty := gate.Open(withoutStatement(b.set), b.in.Today, nil, nil, nil, nil, nil)
	if files, err := renderAll(empty, t); err == nil {
		for _, f := range files {
			if isCode(f) {
				code = append(code, gate.Read([]site.File{f})...)
			} else {
				out = append(out, gate.Read([]site.File{f})...)
			}
		}
	}
	return out, code
}

func isCode(f site.File) bool { return strings.HasPrefix(f.Path, site.AssetFolder) }
