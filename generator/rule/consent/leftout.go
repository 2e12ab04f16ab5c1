package consent

import (
	"slices"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

// leftOut makes a rule that says that a voice is left out today, for some of
// the reasons. The report stays.
func leftOut(name, why, before, after, hint string, reasons ...entry.Reason) rule.Rule {
	return rule.Rule{
		Doc: finding.Doc{Name: name, Level: finding.Warn, Why: why, Before: before, After: after},
		Run: func(p *rule.Pass) {
			for i := range p.Entry.Contributions {
				c := &p.Entry.Contributions[i]
				v := p.Verdicts[i]
				if c.Tombstone() || !slices.Contains(reasons, v.Reason) || slipped(p.Entry, c, v.Reason) {
					continue
				}
				p.Report(first(place(c, v.Reason), c.ID.At, c.Place), "this voice is left out: "+v.Reason.Words(), hint)
			}
		},
	}
}

// slipped reports whether the voice is left out because of a slip, or because
// nobody has checked the report at all, which a finding says already.
func slipped(e *entry.Entry, c *entry.Contribution, r entry.Reason) bool {
	switch {
	case r == entry.NotChecked:
		return e.Unchecked() || e.Slipped(e.Anonymity.Place, "covers")
	case r == entry.NoGist:
		return e.Slipped(c.Place, "gist", "words")
	case c.Consent == nil:
		return false
	case r == entry.NoOwnYes || r == entry.NoFormalYes:
		return e.Slipped(c.Consent.Place, "by") || e.Slipped(c.Place, "from", "band")
	case r == entry.NotOnWebsite:
		return e.Slipped(c.Consent.Place, "for")
	}
	return false
}

// place is the line that decided.
func place(c *entry.Contribution, r entry.Reason) finding.Pos {
	switch con := c.Consent; {
	case con == nil:
	case r == entry.AgreedToNothing || r == entry.NoGist:
		return con.To.At
	case r == entry.NotYet:
		return con.Given.At
	case r == entry.Expired:
		return con.Expires.At
	case r == entry.ReviewPassed:
		return first(con.Review.At, con.Given.At)
	case r == entry.Withdrawn:
		return first(con.Withdrawn.At, c.Withdrawn.At)
	case (r == entry.SaidNo || r == entry.NotReached) && len(con.AskedAgain) > 0:
		return con.AskedAgain[len(con.AskedAgain)-1].On.At
	case (r == entry.NoOwnYes || r == entry.NoFormalYes) && len(con.By) > 0:
		return con.By[0].At
	case r == entry.NotOnWebsite && len(con.For) > 0:
		return con.For[0].At
	}
	return finding.Pos{}
}

var Ended = leftOut("consent-ended",
	"A consent is for a time. On the day after its last good day, and as soon as somebody says no or cannot be reached, the words come down by themselves.",
	said(agreed+"      expires: 2026-03-01\n"),
	said(agreed+"      expires: 2037-02-03\n"),
	"Ask them again, in person. With a yes, write a new consent; without one, remove the words.",
	entry.Expired, entry.ReviewPassed, entry.SaidNo, entry.NotReached)

var WithdrawnWords = leftOut("words-withdrawn",
	"Words that were taken back are in no page. But they still stand in this file, and in its history. Leave only the id and the day, so that nobody publishes them by mistake.",
	said(agreed+"      withdrawn: 2026-05-01\n"),
	"contributions:\n  - id: late\n    withdrawn: 2026-05-01\n",
	"Run yousaid withdraw. Or leave only the id and a line with withdrawn: and the day, and remove the rest.",
	entry.Withdrawn)

var NotYet = leftOut("consent-not-yet",
	"A consent counts from the day on which it was given. A day in the future is a plan, or a slip.",
	said(`    band: 16-plus
    consent: {to: summary, given: 2036-12-01, by: [young-person], for: [website], told: leaflet-v3, review: 2037-02-03}
`),
	said(agreed),
	"Look at the day in given. If it is right, the voice comes in on that day by itself.",
	entry.NotYet)

var SignatureMissing = leftOut("signature-missing",
	"The young person's own yes is always needed. Under the site's age, and where no age is known, somebody who may sign for them says yes as well. One without the other is not enough, and nobody is added who has not said so.",
	said(`    band: 13-15
    consent: {to: summary, given: 2026-02-03, by: [young-person], for: [website], told: leaflet-v3, review: 2037-02-03}
`),
	said(`    band: 13-15
    consent: {to: summary, given: 2026-02-03, by: [young-person, social-worker], for: [website], told: leaflet-v3, review: 2037-02-03}
`),
	"Ask whoever is missing. When they agree, add them to by.",
	entry.NoOwnYes, entry.NoFormalYes)

var NotOnWebsite = leftOut("website-missing",
	"Everything that yousaid builds is on the website. Who agreed to a leaflet, or to the feed alone, did not agree to that.",
	said(`    band: 16-plus
    consent: {to: summary, given: 2026-02-03, by: [young-person], for: [print], told: leaflet-v3, review: 2037-02-03}
`),
	said(agreed),
	"If they agree to the website, add website to for.",
	entry.NotOnWebsite)

var NotChecked = leftOut("not-checked",
	"A check covers the words that were checked. When a word changes, or a voice is added, somebody other than the writer looks again. yousaid review writes the mark that shows it; nobody else does.",
	"anonymity: {checked: 2026-02-10, by: participation-lead}\n"+said(agreed),
	"anonymity: {checked: 2026-02-10, by: participation-lead, covers: [late-fkymp6]}\n"+said(agreed),
	"Ask a colleague who did not write it to look: yousaid review and the name of the report.",
	entry.NotChecked)

var AgreedToNothing = leftOut("agreed-to-nothing",
	"Somebody may want to tell you something and have none of it published. That is a full answer.",
	said(`    band: 16-plus
    consent: {to: nothing, given: 2026-02-03, by: [young-person], for: [website], told: leaflet-v3, review: 2037-02-03}
`),
	said(agreed),
	"Nothing to do. You can take the contribution out of the file.",
	entry.AgreedToNothing)

var GistMissing = leftOut("gist-missing",
	"Who agreed to a summary agreed to our words for what they said, not to their own. Without a gist there is nothing that may be shown.",
	`contributions:
  - id: late
    words: |
      I have to leave before the film ends.
`+agreed,
	said(agreed),
	"Write the point in your own words, in gist.",
	entry.NoGist)

// WordsNotNeeded warns about words that may not be shown: everything in a
// public repository is published, held or not.
var WordsNotNeeded = rule.Rule{
	Doc: finding.Doc{
		Name: "words-not-needed", Level: finding.Warn,
		Why: "Words that may not be shown are not needed here, and every copy of the folder holds them. Write the gist and leave the words out.",
		Before: `contributions:
  - id: late
    words: |
      I have to leave before the film ends.
    gist: Leaving early makes people feel left out.
` + agreed,
		After: said(agreed),
	},
	Run: withConsent(func(p *rule.Pass, c *entry.Contribution) {
		if to := c.Consent.To.Value; !c.Words.Empty() && (to == "summary" || to == "nothing") {
			p.Report(c.Words.At(), "these words may not be shown, and are not needed here", "Remove words. A gist in your own words is enough.")
		}
	}),
}

// soon is how many days ahead a consent that runs out is said.
const soon = 60

var EndsSoon = rule.Rule{
	Doc: finding.Doc{
		Name: "consent-ends-soon", Level: finding.Warn,
		Why:    "In 60 days or fewer these words come down by themselves. There is still time to ask.",
		Before: said(agreed + "      expires: 2026-06-20\n"),
		After:  said(agreed),
	},
	Run: consents(func(p *rule.Pass, c *entry.Consent) {
		last := c.LastDay()
		if c.Standing(p.Today) == entry.Allowed && last.Before(p.Today.AddDays(soon+1)) {
			p.Report(first(c.Expires.At, c.Review.At, c.Given.At), "this consent runs out on "+last.Words(), "Ask them again before that day.")
		}
	}),
}
