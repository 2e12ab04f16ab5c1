// Package rule is what a check is: a constant value with a name, a reason to
// exist and a function, in the explicit lists of generator/rules.go.
//
// Rules stand left of the gate and may read private words, but what they say
// is a finding: a place and advice, never a word. A rule sees one Pass and
// nothing else: no clock, no files, not what another rule has found. Rules that
// ask the same of a text share the answer (Text.Once).
package rule

import (
	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/site"
)

// Rule is one check.
type Rule struct {
	finding.Doc
	// Allow are the kinds of allowance (entry.AllowKinds) under which the team
	// may let a match of this rule through. None: nothing lets it through.
	Allow []string
	// Given tells given names of people. Under an allowance for the whole site
	// they are let through as few things only (entry.WideKinds).
	Given func(words string) bool
	Run   func(*Pass)
}

// Pass is all that a rule sees: one report, or the texts of a free page, on one day.
type Pass struct {
	Entry    *entry.Entry    // nil for a page
	Verdicts []entry.Verdict // one for each contribution of Entry
	Texts    []Text          // what readers see, or will once a voice is checked
	Set      *entry.Settings
	Today    site.Date

	doc        finding.Doc
	allow      []string
	given      func(words string) bool
	where      string // what allow.yaml calls the report or page
	allowances []term
	seen       Seen
}

// Text is one piece as it is read, and the way back to places in the file.
type Text struct {
	entry.Piece
	Words string
	Place func(i, j int) finding.Pos // of bytes of Words
	heard *Heard
	known []known // see Once

	tokens []entry.Token // of what is heard
}

func texts(pieces []entry.Piece) []Text {
	out := make([]Text, len(pieces))
	for i, p := range pieces {
		words, place := p.Plain()
		out[i] = Text{Piece: p, Words: words, Place: place}
	}
	return out
}

// Report adds a finding of the rule that is running.
func (p *Pass) Report(at finding.Pos, message, hint string) {
	p.seen.Findings = append(p.seen.Findings, p.doc.At(at, message, hint))
}

// Suspect adds a finding about bytes i to j of what is heard of t (see Heard),
// unless the team has allowed these words there.
func (p *Pass) Suspect(t *Text, i, j int, message, hint string) {
	if !p.allowed(t, i, j) {
		p.Report(t.Spot(i, j), message, hint)
	}
}

// Check is what rules find in one report.
func Check(rules []Rule, e *entry.Entry, verdicts []entry.Verdict, set *entry.Settings, today site.Date) []finding.Finding {
	return Look(rules, e, verdicts, set, today).Findings
}

func run(rules []Rule, p *Pass) Seen {
	for _, r := range rules {
		p.doc, p.allow, p.given = r.Doc, r.Allow, r.Given
		r.Run(p)
	}
	return p.seen
}
