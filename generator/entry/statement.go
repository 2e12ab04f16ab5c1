package entry

import "yousaid/generator/finding"

// Statement is what only the team knows about how accessible the site is. Its
// texts are prose that readers see, so they are looked at like a page.
type Statement struct {
	Status   Word
	Tested   Private
	TestedOn Day
	Problems []Private
	Prepared Day
	Reviewed Day
	Answer   Number
	Nation   Word

	Place   finding.Pos // zero: there is none
	Pieces  []Piece
	Slipped bool // something in it is written wrong, and said already
}

func (s *Statement) setPlace(p finding.Pos) { s.Place = p }

// StatementPage is the page that shows it, by which allow.yaml knows its texts.
const StatementPage = "pages/accessibility"

var statementKeys = []key[Statement]{
	word("status", "Whether all of the site, part of it or none of it meets WCAG 2.2 AA. Left out: nobody has looked yet.", []string{"full", "partly", "not"}, func(s *Statement) *Word { return &s.Status }),
	text("tested", "How it was tested, and by whom, as a role.", func(s *Statement) *Private { return &s.Tested }),
	day("tested_on", "When it was tested.", func(s *Statement) *Day { return &s.TestedOn }),
	texts("problems", "What does not work for everyone yet, one sentence each.", func(s *Statement) *[]Private { return &s.Problems }),
	day("prepared", "When the statement was made.", func(s *Statement) *Day { return &s.Prepared }),
	day("reviewed", "When somebody last looked whether it is still true. A warning comes after a year.", func(s *Statement) *Day { return &s.Reviewed }),
	number("answer_within_days", "In how many days you answer who asks for another format or tells you of a problem.", func(s *Statement) *Number { return &s.Answer }),
	word("nation", "Where you are: it decides who looks into complaints. Left out: the page names both.", []string{"england", "scotland", "wales", "northern-ireland"}, func(s *Statement) *Word { return &s.Nation }),
}

// settle keeps the statement from saying more than it can: where there are
// problems, the site is not all accessible.
func (s *Statement) settle(d *decoder) {
	s.Pieces = d.pieces
	s.Slipped = (&Entry{slips: d.slips}).Slipped(s.Place)
	if s.Status.Value == "full" && len(s.Problems) > 0 {
		d.add(ValueUnknown, s.Status.At, "this says that all of the site is accessible, and there are problems below", "Write partly here, or take out the problems that are solved.")
		s.Status.Value = "partly"
	}
}
