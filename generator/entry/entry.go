// Package entry is one report as written, private words included: the file
// format, read strictly.
//
// It stands left of the gate. What it reads is Private text with its place;
// what it can't read is a finding, never an error. It decides what a consent
// comes to (consent.go), because rules and gate must never disagree on that,
// and nothing else: whether a report is good enough is for the rules.
package entry

import (
	"slices"

	"yousaid/generator/finding"
	"yousaid/generator/markdown"
	"yousaid/generator/site"
)

// Entry is one report.
type Entry struct {
	Path    string      // relative to the content folder
	Address string      // relative to /reports/
	Place   finding.Pos // the top of the file

	ID        Word
	Was       []Word
	Withdrawn Day
	Draft     Flag
	PublishOn Day

	Title   Private
	Summary Private
	Date    Day
	Status  Word
	Topic   Word
	Group   Word
	Area    Word

	Together      Flag
	Asked         Asked
	Contributions []Contribution
	Anonymity     Anonymity
	WrittenBy     Word
	Decision      Decision
	Impact        []Impact
	Updates       []Update

	NextUpdate      Day
	NoNext          bool // next_update: none
	NoUpdateBecause Private

	Team, Provider, Project Private
	Programme               Programme
	Affects                 []Private
	HeardBy                 []HeardBy
	ToldFirst               ToldFirst
	Involvement, Level      Word
	YoungPeople             Roles
	Lundy                   Lundy
	Answers                 []PartnerAnswer
	Evaluation              Evaluation
	Gained                  []Private
	Thanks                  Private
	MadeBy                  []Private
	Promise                 Word
	Rights                  []Word
	Power                   []Word
	SharedWith              []SharedWith
	EasyRead                []EasyRead
	ContentNote             Private
	QuickExit               Flag
	PassedTo                Private
	Media                   []Media
	Safeguarding            Check

	slips  []slip
	keysAt finding.Pos // of the map that is the whole report

	Body   Prose
	Parts  []Part
	Pieces []Piece // every text above that readers will see, or would

	Addresses []Piece // the addresses of the report, as words
}

// Part is one stretch of the body under a second-level heading.
type Part struct {
	markdown.Part
	Kind site.PartKind
	At   finding.Pos // of the heading
}

// Contribution is what one person, or one group, told us.
type Contribution struct {
	Place         finding.Pos
	ID            Word
	Words         Private
	Gist          Private
	From          Word
	Band          Word
	Made          Word
	Records       []Private
	People        Number
	Name          Private
	Called        Private
	Edited        Word
	EditAgreed    Flag
	Sensitive     []Private
	CareStatus    Word
	MentionsOther Flag
	Media         []Media
	Consent       *Consent
	Withdrawn     Day
}

type Asked struct {
	Question, How, Source Private
	On                    Day
	People, Invited       Number
	Before                []Private
}

// Anonymity is the record of a person's check for names and clues.
type Anonymity struct {
	Place     finding.Pos
	Checked   Day
	By        Word
	Checklist Word
	Covers    []Word
}

// Checklist is the name of the questions that yousaid review asks now.
const Checklist = "motivated-intruder-1"

type Check struct {
	Checked Day
	By      Word
}

type Decision struct {
	Place      finding.Pos
	By         Private
	Date       Day
	Because    Prose
	RecordedIn Private
	Difference Private
}

type Impact struct {
	Change, Shown Private
	Since         Day
	CheckedWith   CheckedWith
	Kind, Level   Word
}

type CheckedWith struct {
	Group Word
	On    Day
}

type Update struct {
	Date Day
	Text Prose
}

type Programme struct{ Name, Funder Private }

type HeardBy struct {
	Role, How Private
	On        Day
}

type ToldFirst struct {
	On  Day
	How Private
}

type Roles struct{ Develop, Deliver, Review Private }

type Lundy struct{ Space, Voice, Audience, Influence Private }

type PartnerAnswer struct {
	Who    Private
	Status Word
	Date   Day
	Did    Private
}

type Evaluation struct{ Personal, Organisational, System, NextTime Private }

type SharedWith struct {
	Who Private
	On  Day
}

type EasyRead struct {
	Say     Private
	Picture Word
}

// Tombstone reports whether c only keeps an id from being used again.
func (c *Contribution) Tombstone() bool {
	return !c.Withdrawn.IsZero() && c.Words.Empty() && c.Gist.Empty() && c.Name.Empty() && len(c.Media) == 0 && c.Consent == nil
}

func (c *Contribution) setPlace(p finding.Pos) { c.Place = p }
func (c *Consent) setPlace(p finding.Pos)      { c.Place = p }
func (a *Anonymity) setPlace(p finding.Pos)    { a.Place = p }
func (d *Decision) setPlace(p finding.Pos)     { d.Place = p }
func (e *Entry) excused() bool                 { return !e.Withdrawn.IsZero() }

// Unpublished reports whether the writer keeps e back on purpose.
func (e *Entry) Unpublished(today site.Date) bool {
	return e.Draft.Yes || e.PublishOn.After(today)
}

// Part returns the first part of a kind that is not empty, or nil.
func (e *Entry) Part(kind site.PartKind) *Part {
	for i := range e.Parts {
		if e.Parts[i].Kind == kind && !e.Parts[i].Empty() {
			return &e.Parts[i]
		}
	}
	return nil
}

// HasReason reports whether readers are told why.
func (e *Entry) HasReason() bool {
	return !e.Decision.Because.Empty() || e.Part(site.WhyNotPart) != nil
}

// Ids calls see with every short name of e that is published, printed or kept.
func (e *Entry) Ids(see func(Word)) {
	list := slices.Concat([]Word{e.ID, e.Promise, e.WrittenBy, e.Anonymity.By, e.Safeguarding.By}, e.Was, e.Rights)
	for i := range e.Contributions {
		list = append(list, e.Contributions[i].ID)
	}
	for _, x := range e.EasyRead {
		list = append(list, x.Picture)
	}
	for _, w := range list {
		if w.Value != "" {
			see(w)
		}
	}
}

// Files calls see with the name of every picture of e.
func (e *Entry) Files(see func(Private)) {
	list := slices.Clone(e.Media)
	for i := range e.Contributions {
		list = append(list, e.Contributions[i].Media...)
	}
	for _, m := range list {
		see(m.File)
	}
}

// Late reports whether promised news is overdue: the day is past, and nothing
// was told since.
func (e *Entry) Late(today site.Date) bool {
	if e.NextUpdate.IsZero() || !today.After(e.NextUpdate.Date) || !site.Status(e.Status.Value).Open() {
		return false
	}
	for _, u := range e.Updates {
		if !u.Date.Before(e.NextUpdate.Date) && !u.Date.After(today) {
			return false
		}
	}
	return true
}
