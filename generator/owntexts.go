package generator

import "yousaid/generator/source"

// OwnTexts are what a site says by itself, whatever its reports say: the theme,
// and every page without a single report. Nobody's words are known by them.
func OwnTexts(in Input) []string {
	b := &build{in: in}
	if b.settings(source.Read(in.Content)) != nil {
		return []string{in.Theme.Text()}
	}
	return b.own()
}
