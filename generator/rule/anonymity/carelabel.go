package anonymity

import (
	"regexp"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
	"yousaid/generator/site"
)

// careWords say of somebody that they are, or were, in care. Not everybody who
// is wants to be known for it (the national guide asks to ask).
var careWords = regexp.MustCompile(`(?i)\b(?:care[\s-]+(?:experienced?|leavers?)` +
	`|looked[\s-]+after\s+(?:child(?:ren)?|young|girls?|boys?|teenagers?|person|people)` +
	`|(?:person|child|girl|boy|teenager|they|he|she|who|i)\s+(?:is|was|were|are|am)\s+looked[\s-]+after` +
	`|(?:is|was|am|are|were|been|being|live[sd]?|living|grew up|growing up|child|children|person|people|girl|boy|teenager|kid|those|i'm|i’m|who's|who’s|while|went|came|put|taken|placed)\s+(?:in|into)\s+(?:foster\s+|residential\s+|kinship\s+)?care(?:\s+homes?)?` +
	`|foster(?:ed)?[\s-]+(?:child|kid|girl|boy|daughter|son)|UASC|CLA|LAC)\b`)

// capitals are words only when they are written big.
var capitals = regexp.MustCompile(`^(?i:LAC|CLA|UASC)$`)

// careWord finds a care word, and where it stands.
func careWord(text string) (at []int) {
	if low := strings.ToLower(text); !strings.Contains(low, "care") && !strings.Contains(low, "foster") && !strings.Contains(low, "looked") && !capitalLabel(text) {
		return nil
	}
	for _, m := range careWords.FindAllStringIndex(text, -1) {
		word := text[m[0]:m[1]]
		if capitals.MatchString(word) && word != strings.ToUpper(word) || strings.HasSuffix(strings.ToLower(strings.TrimRight(word, "s")), "home") {
			continue
		}
		return m
	}
	return nil
}

func capitalLabel(text string) bool {
	return strings.Contains(text, "LAC") || strings.Contains(text, "CLA") || strings.Contains(text, "UASC")
}

// CareLabel holds a report that tells of one person that they are in care, when
// they did not choose to say so.
var CareLabel = rule.Rule{
	Doc: finding.Doc{
		Name:   "care-label",
		Why:    "Not everybody who is in care wants to be known for it. Their own words stay as they are. In our words about one person it is said only when they chose it.",
		Before: "contributions:\n  - id: late\n    made: own-words\n    gist: A care experienced young person has to leave before the film ends.\n    band: 16-plus\n    consent: {to: summary, given: 2026-02-03, by: [young-person], for: [website], told: leaflet-v3, review: 2037-02-03}\n",
		After:  "contributions:\n  - id: late\n    made: own-words\n    gist: A young person has to leave before the film ends.\n    band: 16-plus\n    consent: {to: summary, given: 2026-02-03, by: [young-person], for: [website], told: leaflet-v3, review: 2037-02-03}\n",
	},
	Run: func(p *rule.Pass) {
		const message = "this says of one person that they are in care, and nobody wrote down that they chose to"
		const hint = "Take it out. If they want it there, add care_status: chosen."
		for i := range p.Texts {
			t := &p.Texts[i]
			if t.Contribution < 0 {
				if !strings.Contains(t.Words, "care") && !strings.Contains(t.Words, "Care") && !strings.Contains(t.Words, "foster") && !strings.Contains(t.Words, "ooked") {
					continue
				}
				for _, m := range oneInCare.FindAllStringIndex(t.Heard().Words, -1) {
					p.Report(t.Spot(m[0], m[1]), message, "Take it out, or say what the group said. One person's words stand in contributions.")
				}
				continue
			}
			if c := &p.Entry.Contributions[t.Contribution]; t.Key != "words" && ofOne(c) {
				if m := careWord(t.Heard().Words); m != nil {
					p.Report(t.Spot(m[0], m[1]), message, hint)
				}
			}
		}
		for i := range p.Entry.Contributions {
			c := &p.Entry.Contributions[i]
			if c.From.Value == "" || !ofOne(c) || p.Verdicts[i].Reason == entry.Withdrawn {
				continue
			}
			if careWord(p.Set.Label(p.Set.From, c.From.Value).Name) != nil {
				p.Report(c.From.At, message, hint)
			}
		}
	},
}

// ofOne reports whether a contribution is about one real person who did not
// choose to be known as care experienced.
func ofOne(c *entry.Contribution) bool {
	several := c.From.Value == "group" || c.Made.Value == string(site.FromSeveral) || c.People.Set && c.People.N > 1
	return !several && c.Made.Value != string(site.MadeUp) && c.CareStatus.Value != "chosen"
}

// oneInCare finds one person of a body who is said to be in care and to have
// said something.
var oneInCare = regexp.MustCompile(`(?i)\b(?:one|a|an|this|the)\s+(?:\d+[\s-]year[\s-]old\s+)?(?:care[\s-]+experienced\s+|looked[\s-]+after\s+|foster(?:ed)?\s+)(?:young\s+)?(?:person|child|girl|boy|teenager|woman|man)\s+(?:said|told|asked|wrote|wanted|explained|felt|says|tells)\b|\b(?:one|a|this|the)\s+care[\s-]+leaver\s+(?:said|told|asked|wrote|wanted|explained|felt|says|tells)\b`)
