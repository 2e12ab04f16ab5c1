// Package story holds the rules that make a report worth reading: a reason
// where the answer is no, a day where news is promised, dates that can be
// true, and a body that holds no words without consent.
package story

import (
	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
	"yousaid/generator/site"
)

// ReportRules look at a whole report.
var ReportRules = []rule.Rule{ReasonMissing, NewsMissing, NewsLate, DateOrder, DateInFuture, SectionMissing, WordsRepeated, OnePersonSaid}

// TextRules look at every text with Markdown, of reports and pages.
var TextRules = []rule.Rule{QuoteInBody, WordsInQuotes, HTMLInBody, PictureInBody, OddLink}

var ReasonMissing = rule.Rule{
	Doc: finding.Doc{
		Name:   "reason-missing",
		Why:    "Hearing no is hard. Hearing no without a reason tells young people that asking was for show. The Lundy model and the field's guides ask for the why.",
		Before: "status: cannot\n",
		After:  "status: cannot\ndecision:\n  by: Head of Transport\n  because: |\n    The bus company has no driver for that hour.\n",
	},
	Run: func(p *rule.Pass) {
		told := p.Entry.Slipped(p.Entry.Decision.Place, "because") || p.Entry.Decision.Place.Line == 0 && p.Entry.Slipped(finding.Pos{}, "decision")
		if site.Status(p.Entry.Status.Value).NeedsReason() && !p.Entry.HasReason() && !told {
			p.Report(p.Entry.Status.At, "readers are not told why", `Write the reason below because, in decision. Or write it in the text, below "## Why not".`)
		}
	},
}

var NewsMissing = rule.Rule{
	Doc: finding.Doc{
		Name:   "news-missing",
		Why:    "While something is open, readers are told when they will hear more. “Watch this space” is not a day.",
		Before: "status: looking\nnext_update:\n",
		After:  "status: looking\nnext_update: 2036-09-01\n",
	},
	Run: func(p *rule.Pass) {
		e := p.Entry
		switch {
		case !site.Status(e.Status.Value).Open() || !e.NextUpdate.IsZero() || e.Slipped(finding.Pos{}, "next_update", "no_update_because"):
		case !e.NoNext:
			p.Report(e.Status.At, "readers are not told when there will be news", "Add next_update: and a day. Or write next_update: none, and the reason in no_update_because.")
		case e.NoUpdateBecause.Empty():
			p.Report(e.Status.At, "there will be no more news, and readers are not told why", "Add no_update_because: and the reason.")
		}
	},
}

var NewsLate = rule.Rule{
	Doc: finding.Doc{
		Name: "news-late", Level: finding.Warn,
		Why:    "The day on which you said you would tell more has passed. The page says so, and says sorry.",
		Before: "status: looking\nnext_update: 2026-03-01\n",
		After:  "status: looking\nnext_update: 2036-09-01\nupdates:\n  - date: 2026-03-01\n    text: |\n      We have met twice.\n",
	},
	Run: func(p *rule.Pass) {
		if p.Entry.Late(p.Today) {
			p.Report(p.Entry.NextUpdate.At, "you promised news by this day, and there is none", "Add what you know to updates, even if it is little, and a new day.")
		}
	},
}

var DateOrder = rule.Rule{
	Doc: finding.Doc{
		Name:   "date-order",
		Why:    "A consent that ends before it begins, or a decision before the question, is a slip of the keyboard. Nobody can know which of the two days is right.",
		Before: "asked: {on: 2026-03-01}\ndecision: {by: Head of Transport, date: 2026-02-01}\n",
		After:  "asked: {on: 2026-02-01}\ndecision: {by: Head of Transport, date: 2026-03-01}\n",
	},
	Run: func(p *rule.Pass) {
		e := p.Entry
		order := func(early, late entry.Day, message string) {
			if !early.IsZero() && !late.IsZero() && late.Before(early.Date) {
				p.Report(late.At, message, "Look at both days and put right the one that is wrong.")
			}
		}
		order(e.Asked.On, e.Decision.Date, "the decision has an earlier day than the question")
		for i := range e.Contributions {
			c := e.Contributions[i].Consent
			if c == nil || e.Contributions[i].Standing(p.Today) == entry.Withdrawn {
				continue
			}
			order(c.Given, c.Review, "this consent is to be reviewed before it was given")
			order(c.Given, c.Expires, "this consent runs out before it was given")
			for _, a := range c.AskedAgain {
				order(c.Given, a.On, "they were asked again before they agreed")
			}
		}
	},
}

var DateInFuture = rule.Rule{
	Doc: finding.Doc{
		Name: "date-in-future", Level: finding.Warn,
		Why:    "A report speaks of what happened. A day that has not come yet reads like a mistake; news with such a day is not shown before it.",
		Before: "date: 2036-02-01\n",
		After:  "date: 2026-02-01\n",
	},
	Run: func(p *rule.Pass) {
		e := p.Entry
		days := []entry.Day{e.Date, e.Asked.On, e.Decision.Date, e.ToldFirst.On}
		for _, u := range e.Updates {
			days = append(days, u.Date)
		}
		for _, h := range e.HeardBy {
			days = append(days, h.On)
		}
		for _, i := range e.Impact {
			days = append(days, i.CheckedWith.On)
		}
		for _, d := range days {
			if d.After(p.Today) {
				p.Report(d.At, "this day has not come yet", "Look at the year. To publish the whole report on a later day, use publish_on.")
			}
		}
	},
}

var SectionMissing = rule.Rule{
	Doc: finding.Doc{
		Name: "section-missing", Level: finding.Warn,
		Why:    "Every report has the same shape, so that readers know where to look: You said, We did, What changed.",
		Before: "---\n## You said\n\nThe last bus leaves too early.\n",
		After:  "---\n## You said\n\nThe last bus leaves too early.\n\n## We did\n\nWe asked the bus company.\n\n## What changed\n\nThe last bus is at ten.\n",
	},
	Run: func(p *rule.Pass) {
		e, status := p.Entry, site.Status(p.Entry.Status.Value)
		missing := func(heading string) {
			p.Report(e.Body.At(), `the heading "## `+heading+`" is missing, or nothing stands below it`, "Write it there. If you have, look at the spelling of the heading.")
		}
		if e.Part(site.SaidPart) == nil {
			missing("You said")
		}
		if status.NeedsAction() && e.Part(site.DidPart) == nil {
			missing("We did")
		}
		if status == site.Done && e.Part(site.ChangedPart) == nil && len(e.Impact) == 0 {
			missing("What changed")
		}
	},
}
