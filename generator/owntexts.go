package generator

import (
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
	out := []string{in.Theme.Text()}
	if b.settings(source.Read(in.Content)) == nil {
		out = append(out, b.ownTexts(in.Theme)...)
	}
	return out
}

// own are the texts of the theme and of the site itself.
func (b *build) own() []string {
	if b.ownWords == nil {
		b.ownWords = b.ownTexts(b.in.Theme)
		if b.in.Theme != nil {
			b.ownWords = append(b.ownWords, b.in.Theme.Text())
		}
	}
	return b.ownWords
}

// ownTexts are what the site says by itself: every page of it without a single
// report, and the names of the lists that only reports bring.
func (b *build) ownTexts(t *themes.Theme) []string {
	var out []string
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
		out = append(out, gate.Read(files)...)
	}
	return out
}
