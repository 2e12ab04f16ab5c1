package generator

import (
	"yousaid/generator/finding"
	"yousaid/generator/gate"
)

var wordsElsewhere = finding.Doc{
	Name: "words-elsewhere", Level: finding.Warn,
	Why: "Eight words in a row that stand in a voice which may not be shown are hardly chance, also where another report says them in a text of its own: somebody may have copied them there. Nobody can tell whose they are there, so the report is published; a person has to look.",
}

// echoes say where a report that is published repeats, in a text of its own, the
// words of somebody in another report whose words may not be shown.
func (b *build) echoes() []finding.Finding {
	known := gate.NewEchoes(b.withheld())
	b.shown(known.Forget)
	var out []finding.Finding
	for _, o := range b.outcomes {
		if !o.published() {
			continue
		}
		for _, p := range o.entry.PublicPieces(o.verdicts, b.set, b.in.Today) {
			if p.Key == "words" || p.Key == "transcript" {
				continue
			}
			text, place := p.Plain()
			known.In(text, o.path, func(start, end int) {
				out = append(out, wordsElsewhere.At(place(start, end), "these words also stand in a voice of another file that may not be shown",
					"Search your folder for them. If they are that person's, say it in your own words or take it out. If it is chance, you need not do anything."))
			})
		}
	}
	return out
}
