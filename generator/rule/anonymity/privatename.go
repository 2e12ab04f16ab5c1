package anonymity

import (
	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

// PrivateName finds the names of the private list. No allowance lets one
// through: who is on it was put there by somebody who knows them.
var PrivateName = rule.Rule{
	Doc: finding.Doc{
		Name:   "private-name",
		Why:    "Your team keeps a list of real names that may stand nowhere. Each is looked for however it is written: big or small letters, accents, spaces, hyphens, look-alike letters. Nothing lets one through.",
		Before: "summary: Quaffle Berrington asked for a later bus.\n",
		After:  "summary: You asked for a later bus.\n",
	},
	Run: func(p *rule.Pass) {
		names := p.Set.Names
		if names == nil {
			return
		}
		const message, hint = "this matches a name on your private list", "Take it out, or say who it is as a role, as “a young person”. Nothing lets it through."
		var seen []finding.Pos
		report := func(at finding.Pos) {
			for _, s := range seen {
				if before(at, s) && before(s, at) {
					return
				}
			}
			seen = append(seen, at)
			p.Report(at, message, hint)
		}
		text := func(t entry.Private) {
			for _, m := range names.Find(t.Reveal()) {
				report(t.Find(m.Start, m.End))
			}
		}
		for i := range p.Texts {
			t := &p.Texts[i]
			text(t.Text)
			if t.Doc != nil { // emphasis in a word, entities
				for _, m := range names.Find(t.Words) {
					report(t.Place(m.Start, m.End))
				}
			}
		}
		if p.Entry == nil {
			return
		}
		for i := range p.Entry.Contributions {
			if c := &p.Entry.Contributions[i]; p.Verdicts[i].Name {
				text(c.Name)
			}
		}
		p.Entry.Ids(func(w entry.Word) {
			if names.In(w.Value) {
				report(w.At)
			}
		})
		p.Entry.Files(text)
	},
}

// before reports whether a begins before b ends.
func before(a, b finding.Pos) bool {
	return a.Line < b.EndLine || a.Line == b.EndLine && a.Col < max(b.EndCol, b.Col+1)
}
