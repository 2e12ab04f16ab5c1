package generator

import (
	"slices"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity"
	"yousaid/generator/source"
)

// MayName reports whether a title may hold somebody's name, so that whoever
// begins a report hears of it before the name is in an address and in git.
func MayName(in Input, title string) bool {
	b := &build{in: in}
	if b.settings(source.Read(in.Content)) != nil {
		return false
	}
	text := append([]byte("---\ntitle: |\n  "), title...)
	e, _ := entry.Parse(source.Parse("reports/report.md", append(text, "\n---\n"...)), "", b.set)
	if e == nil {
		return false
	}
	names := []rule.Rule{anonymity.PrivateName, anonymity.RelativeNamed, anonymity.WorkerNamed, anonymity.PersonName, anonymity.MaybeName}
	found := rule.Check(names, e, e.Verdicts(b.set, in.Today), b.set, in.Today)
	return b.set.Names.In(title) || slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Pos.Line > 0 })
}
