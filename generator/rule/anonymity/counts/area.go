package counts

import (
	"slices"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var AreaTooSmall = rule.Rule{
	Doc: finding.Doc{
		Name:   "area-too-small",
		Why:    "Where fewer than ten young people live, everybody there can work out whose words these are. site.yaml says how many live in each area.",
		Before: "area: lane\n",
		After:  "area: county\n",
	},
	Run: func(p *rule.Pass) {
		for _, a := range p.Set.Areas {
			if id := p.Entry.Area; id.Value != "" && a.ID.Value == id.Value && a.YoungPeople.Set && a.YoungPeople.N < entry.TooFew {
				p.Report(id.At, "so few young people live in this area that it can tell who they are", "Take the area out, or choose a wider one.")
				return
			}
		}
	},
}

// CountHidden is a number of people asked that readers are not told: what else
// they see would turn it into a small number. The gate leaves it out wherever
// the voices on the page do that, and HidesAsked where a percentage does.
var CountHidden = rule.Rule{
	Doc: finding.Doc{
		Name: "count-hidden", Level: finding.Warn,
		Why:    "Readers see how many were asked as a band, and they can count the voices on the page. Where both together, or the band and a percentage in the text, would tell a small number, how many were asked is not shown.",
		Before: "asked: {people: 3}\n" + twoVoices,
		After:  "asked: {people: 13}\n" + twoVoices,
	},
	Run: func(p *rule.Pass) {
		n := p.Entry.Asked.People
		if !n.Set || n.N == 0 {
			return
		}
		const hint = "You need not do anything. Leave the number as it is."
		if !p.Entry.AskedShown(p.Verdicts, p.Set) {
			p.Report(n.At, "how many were asked is not shown, because with the voices below it would tell a small number", hint)
			return
		}
		found, _ := counted(p)
		for _, list := range found {
			for _, m := range list {
				if m.kind == percent && m.of == 0 && percentTells(m, []int{n.N}, p.Set.Privacy.SmallNumber.N) {
					p.Report(n.At, "how many were asked is not shown, because with a percentage in the text it would tell a small number", hint)
					return
				}
			}
		}
	},
}

// HidesAsked reports whether one of these findings says that readers are not
// told how many were asked.
func HidesAsked(list []finding.Finding) bool {
	return slices.ContainsFunc(list, func(f finding.Finding) bool { return f.Rule == CountHidden.Name })
}

const twoVoices = `contributions:
  - id: late
    words: |
      I always have to leave before the film ends.
    consent: {to: quote, given: 2026-02-03, by: [young-person, social-worker], for: [website], told: leaflet-v3, review: 2037-02-03}
  - id: dark
    words: |
      The stop is dark when the last bus has gone.
    consent: {to: quote, given: 2026-02-03, by: [young-person, social-worker], for: [website], told: leaflet-v3, review: 2037-02-03}
`
