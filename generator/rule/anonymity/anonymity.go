// Package anonymity holds the rules that keep people from being recognised:
// that a person looked, and what a program can find by itself. The program
// never replaces the person.
package anonymity

import (
	"yousaid/generator/finding"
	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity/counts"
)

// ReportRules look at a whole report.
var ReportRules = []rule.Rule{Missing, OwnWork, InFuture, CareLabel, NamedFile, counts.AreaTooSmall, counts.CountHidden}

// TextRules look at every text that readers see, of reports, pages and the glossary.
var TextRules = []rule.Rule{
	PrivateName,
	Email, Phone, Postcode, NHSNumber, NationalInsurance, Bank, NumberPlate, Coordinates, Profile, Handle,
	Address, Street, School, BirthDate, ExactAge, CaseReference,
	RelativeNamed, WorkerNamed, PersonName, MaybeName,
	counts.SmallShare, counts.SmallCount, counts.OnlyOne,
}

var Missing = rule.Rule{
	Doc: finding.Doc{
		Name:   "anonymity-missing",
		Why:    "A program misses things. Before a report is published a person reads it and asks: could somebody who knows them tell who this is?",
		Before: "anonymity: {checked: 2026-02-10}\n",
		After:  "anonymity: {checked: 2026-02-10, by: participation-lead}\n",
	},
	Run: func(p *rule.Pass) {
		a := p.Entry.Anonymity
		at := a.Place
		if at.Line == 0 {
			at = p.Entry.Place
		}
		if p.Entry.Slipped(a.Place, "checked", "by") || a.Place.Line == 0 && p.Entry.Slipped(finding.Pos{}, "anonymity") {
			return
		}
		const hint = "Ask somebody other than the writer to read it and to run yousaid review."
		switch {
		case a.Checked.IsZero() && a.By.Value == "":
			p.Report(at, "nobody has checked yet whether anybody could be recognised", hint)
		case a.Checked.IsZero():
			p.Report(at, "the day of the anonymity check is missing", hint)
		case a.By.Value == "":
			p.Report(at, "the role that made the anonymity check is missing", hint)
		}
	},
}

var OwnWork = rule.Rule{
	Doc: finding.Doc{
		Name:   "checked-own-work",
		Why:    "Who wrote a report knows too much to see it as a stranger does. Somebody else looks.",
		Before: "written_by: participation-lead\nanonymity: {checked: 2026-02-10, by: participation-lead}\n",
		After:  "written_by: participation-worker\nanonymity: {checked: 2026-02-10, by: participation-lead}\n",
	},
	Run: func(p *rule.Pass) {
		if w := p.Entry.WrittenBy; w.Value != "" && w.Value == p.Entry.Anonymity.By.Value {
			p.Report(p.Entry.Anonymity.By.At, "the role that wrote this also checked it", "Ask somebody with another role to check it.")
		}
	},
}

var InFuture = rule.Rule{
	Doc: finding.Doc{
		Name:   "check-in-future",
		Why:    "A check that has not happened yet is not a check.",
		Before: "anonymity: {checked: 2036-02-10, by: participation-lead}\n",
		After:  "anonymity: {checked: 2026-02-10, by: participation-lead}\n",
	},
	Run: func(p *rule.Pass) {
		if c := p.Entry.Anonymity.Checked; c.After(p.Today) {
			p.Report(c.At, "this check has a day in the future", "Write the day on which somebody really looked.")
		}
	},
}
