// Package consent holds the rules on what somebody agreed to: is it written
// down whole, does it stand today, and is nothing claimed beyond it.
//
// What a consent comes to is decided in package entry; these rules only say it.
package consent

import (
	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
	"yousaid/generator/site"
)

// each makes a rule's Run out of a check of one contribution that is meant to
// be seen: withdrawn ones ask for nothing more.
func each(check func(p *rule.Pass, c *entry.Contribution)) func(*rule.Pass) {
	return func(p *rule.Pass) {
		for i := range p.Entry.Contributions {
			if c := &p.Entry.Contributions[i]; c.Standing(p.Today) != entry.Withdrawn {
				check(p, c)
			}
		}
	}
}

// withConsent is each, for contributions that have a consent that is known.
func withConsent(check func(p *rule.Pass, c *entry.Contribution)) func(*rule.Pass) {
	return each(func(p *rule.Pass, c *entry.Contribution) {
		if c.Consent != nil && c.Consent.Unknown().Line == 0 && !blank(p, c) {
			check(p, c)
		}
	})
}

// blank knows a consent in which nothing is filled in, nor was meant to be: it is
// told as one that is missing.
func blank(p *rule.Pass, c *entry.Contribution) bool {
	return c.Consent.Blank() && !p.Entry.Slipped(c.Consent.Place)
}

// consents makes a rule's Run out of a check of every consent that still
// counts: of voices, and of pictures.
func consents(check func(p *rule.Pass, c *entry.Consent)) func(*rule.Pass) {
	voices := withConsent(func(p *rule.Pass, c *entry.Contribution) { check(p, c.Consent) })
	return func(p *rule.Pass) {
		voices(p)
		for _, pic := range p.Entry.Pictures() {
			if pic.Consent != nil && pic.Consent.Unknown().Line == 0 && pic.Consent.Standing(p.Today) != entry.Withdrawn {
				check(p, pic.Consent)
			}
		}
	}
}

// yeses is consents without those that allow nothing: a no needs no day, no
// signature and no form, and nobody shall have to make them up.
func yeses(check func(p *rule.Pass, c *entry.Consent)) func(*rule.Pass) {
	return consents(func(p *rule.Pass, c *entry.Consent) {
		if c.To.Value != "nothing" {
			check(p, c)
		}
	})
}

// first is where the part of a contribution that matters most stands.
func first(places ...finding.Pos) finding.Pos {
	for _, at := range places {
		if at.Line > 0 {
			return at
		}
	}
	return finding.Pos{}
}

var Missing = rule.Rule{
	Doc: finding.Doc{
		Name:   "consent-missing",
		Why:    "Nobody's words are published because nobody said no. What a person agreed to is written down, or their words stay out.",
		Before: quoted(""),
		After:  quoted(with("to", "quote")),
	},
	Run: each(func(p *rule.Pass, c *entry.Contribution) {
		if c.Consent != nil && blank(p, c) {
			p.Report(c.Consent.Place, "nothing of this consent is filled in yet", "Ask them, and write down what they agreed to. Or remove the contribution.")
		}
		if c.Consent == nil && !p.Entry.Slipped(c.Place, "consent", "made") && c.Made.Value != string(site.MadeUp) {
			p.Report(c.Place, "nobody wrote down what this person agreed to", `Ask them, then fill in "consent", or remove the contribution.`)
		}
	}),
}

var Incomplete = rule.Rule{
	Doc: finding.Doc{
		Name:   "consent-incomplete",
		Why:    "To know that a consent is real, somebody has to be able to see what it was for, when it was given and by whom.",
		Before: said(without("given", "by")),
		After:  said(agreed),
	},
	Run: yeses(func(p *rule.Pass, c *entry.Consent) {
		for _, part := range []struct {
			missing bool
			key     string
			hint    string
		}{
			{c.To.Value == "", "to", "Add to: nothing, summary, quote or named."},
			{c.Given.IsZero(), "given", "Add given: and the day on which they agreed, as 2026-03-14."},
			{len(c.By) == 0, "by", "Add by: and who agreed, as [young-person, social-worker]."},
		} {
			if part.missing && !p.Entry.Slipped(c.Place, part.key) {
				p.Report(c.Place, `"`+part.key+`" is missing from this consent`, part.hint)
			}
		}
	}),
}

var ReviewMissing = rule.Rule{
	Doc: finding.Doc{
		Name:   "review-missing",
		Why:    "People change, and what was fine at 13 may not be at 16. Every consent has a last good day, of its own or from its form, after which you ask again.",
		Before: said(without("review")),
		After:  said(agreed),
	},
	Run: yeses(func(p *rule.Pass, c *entry.Consent) {
		if !c.HasLastDay() && !p.Entry.Slipped(c.Place, "review", "given", "told") {
			p.Report(c.Place, "this consent has no last good day", "Add review: and the day until which it is good, as 2027-03-14. Then you ask again.")
		}
	}),
}

var FormUnknown = rule.Rule{
	Doc: finding.Doc{
		Name:   "form-unknown",
		Why:    "What somebody agreed to depends on what they were told. Where site.yaml lists the forms, every consent says which one it was.",
		Before: said(with("told", "leaflet-v9")),
		After:  said(agreed),
	},
	Run: yeses(func(p *rule.Pass, c *entry.Consent) {
		if p.Set.FormsGiven() && !p.Set.Form(c.Told.Reveal()) && !p.Entry.Slipped(c.Place, "told") {
			message, hint := "this consent does not say which form they were shown", "Write told: and the id that this form has in site.yaml."
			if !c.Told.Empty() {
				message, hint = "there is no form with this id in site.yaml", "Look there under forms, and write the id of the form that they were shown, letter by letter."
			}
			p.Report(first(c.Told.At(), c.Place), message, hint)
		}
	}),
}

var Wider = rule.Rule{
	Doc: finding.Doc{
		Name:   "consent-wider",
		Why:    "A form is the most that somebody can have agreed to by it. A consent may be for less than its form, never for more.",
		Before: quoted(with("to", "named")),
		After:  quoted(with("to", "quote")),
	},
	Run: consents(func(p *rule.Pass, c *entry.Consent) {
		if c.Wider(p.Set) {
			p.Report(first(c.To.At, c.Place), "this consent claims more than the form that they were shown", "Take out what the form does not ask for, in to, in for, or the picture. Or ask them again with another form.")
		}
	}),
}

var NameWithoutConsent = rule.Rule{
	Doc: finding.Doc{
		Name:   "name-without-consent",
		Why:    "A name is published only when its owner agreed to be named. Otherwise it has no business in the file, where a slip could publish it.",
		Before: quoted("    name: Rowan\n" + with("to", "quote")),
		After:  quoted(with("to", "quote")),
	},
	Run: each(func(p *rule.Pass, c *entry.Contribution) {
		if !c.Name.Empty() && (c.Consent == nil || c.Consent.To.Value != "named" && !p.Entry.Slipped(c.Consent.Place, "to")) {
			p.Report(c.Name.At(), "there is a name here, and nobody agreed to be named", `Remove "name". For a name that is not real, use "called".`)
		}
	}),
}

var EditNotAgreed = rule.Rule{
	Doc: finding.Doc{
		Name:   "edit-not-agreed",
		Why:    "Their words are theirs. Whoever shortens or corrects them asks first, and says so.",
		Before: quoted("    made: made-up\n    edited: shortened\n"),
		After:  quoted("    made: made-up\n    edited: shortened\n    edit_agreed: yes\n"),
	},
	Run: each(func(p *rule.Pass, c *entry.Contribution) {
		if e := c.Edited.Value; e != "" && e != string(site.NotEdited) && !c.EditAgreed.Yes && !p.Entry.Slipped(c.Place, "edit_agreed") {
			p.Report(c.Edited.At, "these words were changed, and nobody wrote down that the person agreed", "Show them the new words. If they agree, add edit_agreed: yes.")
		}
	}),
}

var RecordsMissing = rule.Rule{
	Doc: finding.Doc{
		Name:   "records-missing",
		Why:    "Words made from what several people said protect them only if there were several. Three records or more, each a different person's, show that.",
		Before: said("    made: from-several\n    records: [C-1, C-2]\n" + agreed),
		After:  said("    made: from-several\n    records: [C-1, C-2, C-3]\n" + agreed),
	},
	Run: each(func(p *rule.Pass, c *entry.Contribution) {
		if c.Made.Value != string(site.FromSeveral) {
			return
		}
		different := map[string]bool{}
		for _, r := range c.Records {
			different[r.Reveal()] = true
		}
		if len(different) < 3 && !p.Entry.Slipped(c.Place, "records") {
			p.Report(c.Made.At, "this is made from several people's words, and fewer than three papers are named", "Add records: and the number of each person's paper, three or more.")
		}
	}),
}

var ExplicitMissing = rule.Rule{
	Doc: finding.Doc{
		Name:   "explicit-missing",
		Why:    "Health, faith, ethnicity and the like need a yes of their own, by name (UK GDPR article 9).",
		Before: said("    sensitive: [health]\n" + agreed),
		After:  said("    sensitive: [health]\n" + agreed + "      explicit: yes\n"),
	},
	Run: each(func(p *rule.Pass, c *entry.Contribution) {
		if len(c.Sensitive) > 0 && (c.Consent == nil && !p.Entry.Slipped(c.Place, "consent") || c.Consent != nil && !c.Consent.Explicit.Yes && !blank(p, c) && !p.Entry.Slipped(c.Consent.Place, "explicit")) {
			p.Report(c.Sensitive[0].At(), "this is about health, faith or the like, and nobody wrote down a yes to exactly that", "Ask them about it. If they agree, add explicit: yes to their consent.")
		}
	}),
}

var Empty = rule.Rule{
	Doc: finding.Doc{
		Name: "contribution-empty",
		Why:  "A contribution with neither words nor gist tells readers nothing, and is often a slip.",
		Before: `contributions:
  - id: late
    made: made-up
`,
		After: `contributions:
  - id: late
    made: made-up
    gist: Leaving early makes people feel left out.
`,
	},
	Run: each(func(p *rule.Pass, c *entry.Contribution) {
		if no := c.Consent != nil && c.Consent.To.Value == "nothing"; !no && c.Words.Empty() && c.Gist.Empty() && !p.Entry.Slipped(c.Place, "words", "gist") {
			p.Report(c.Place, "there are neither words nor a gist here", "Add words: or gist:, or remove the contribution.")
		}
	}),
}

var IDRepeated = rule.Rule{
	Doc: finding.Doc{
		Name: "contribution-repeated",
		Why:  "An id points at one person's words, and at the paper they signed. The id of words that were taken back is never used again.",
		Before: `contributions:
  - id: late
    withdrawn: 2026-05-01
  - id: late
    made: made-up
    gist: Leaving early makes people feel left out.
`,
		After: `contributions:
  - id: late
    withdrawn: 2026-05-01
  - id: early
    made: made-up
    gist: Leaving early makes people feel left out.
`,
	},
	Run: func(p *rule.Pass) {
		seen := map[string]bool{}
		for _, c := range p.Entry.Contributions {
			if id := c.ID.Value; id != "" {
				if seen[id] {
					p.Report(c.ID.At, "this id stands in the report twice", "Give each contribution an id of its own.")
				}
				seen[id] = true
			}
		}
	},
}
