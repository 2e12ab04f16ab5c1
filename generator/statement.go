package generator

import (
	"yousaid/generator/entry"
	"yousaid/generator/finding"
)

// The statement on accessibility stands in site.yaml, and is prose all the same:
// its texts are looked at like those of a page, and where something is wrong
// with them, the page is made without it.

var statementOld = finding.Doc{
	Name: "statement-old", Level: finding.Warn,
	Why: "Readers who can't use a part of the site rely on what it says about itself. What nobody has looked at for a year may no longer be true, and public bodies have to keep their statement up to date. A site that says nothing about it is not asked.",
}

func (b *build) statement() {
	s := &b.set.Statement
	if s.Place.Line == 0 {
		return
	}
	name := b.name("site.yaml")
	switch at, today := s.Reviewed.At, b.in.Today; {
	case s.Reviewed.IsZero() && s.Slipped:
	case s.Reviewed.IsZero():
		b.add(statementOld.At(s.Place, "the page on accessibility does not say when somebody last looked whether it is true", "Look through it, then write the day in reviewed."))
	case s.Reviewed.After(today):
		b.add(statementOld.At(at, "this day has not come yet, so the page on accessibility leaves it out", "Write the day on which somebody really looked."))
	case s.Reviewed.AddMonths(12).Before(today):
		b.add(statementOld.At(at, "the page on accessibility was last looked through more than a year ago", "Look whether it is still true, then write today's date here."))
	}
	if len(s.Pieces) == 0 {
		return
	}
	findings := guarded(name, func() []finding.Finding { return b.look(entry.StatementPage, s.Pieces, name) })
	if b.settle(findings, name) {
		b.texts = append(b.texts, freeTexts{name, s.Pieces})
	} else {
		b.drop(name)
	}
}

// statementSays reports whether the site has a statement with texts of its own.
func (b *build) statementSays() bool { return len(b.set.Statement.Pieces) > 0 }

// withoutStatement are the settings without what somebody wrote in prose.
func withoutStatement(set *entry.Settings) *entry.Settings {
	out := *set
	out.Statement = entry.Statement{}
	return &out
}
