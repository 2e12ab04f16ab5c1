package anonymity

import (
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

// CountHidden tells a writer why a number that they wrote is not on the page.
var CountHidden = rule.Rule{
	Doc: finding.Doc{
		Name: "count-hidden", Level: finding.Warn,
		Why:    "Readers see how many were asked as a band, and they can count the voices on the page. Where both together would tell a small number, how many were asked is not shown.",
		Before: "asked: {people: 3}\n" + twoVoices,
		After:  "asked: {people: 13}\n" + twoVoices,
	},
	Run: func(p *rule.Pass) {
		if n := p.Entry.Asked.People; n.Set && n.N > 0 && !p.Entry.AskedShown(p.Verdicts, p.Set) {
			p.Report(n.At, "how many were asked is not shown, because with the voices below it would tell a small number", "You need not do anything. Leave the number as it is.")
		}
	},
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
