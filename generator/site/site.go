// Package site holds what the public may see, and nothing else: plain values
// that the gate fills and that templates, feeds and data files read.
//
// There is no place here for a consent, a name without consent, a record or
// the path of a source file, so no theme can print one. The package imports
// nothing of ours.
package site

import (
	"html/template"
	"unicode"
	"unicode/utf8"
)

// File is one file of the built site. Path uses slashes and is relative to
// the root of the site, as "reports/late/index.html".
type File struct {
	Path string
	Data []byte
}

// Site is everything that is published on one day.
type Site struct {
	Title        string
	Organisation string
	BaseURL      string // with its last slash, as "https://example.org/voice/"
	Base         string // the path of BaseURL, as "/voice/"
	Lang         string // BCP 47, as "en"
	Said         string // "You said" or "Young people said"
	Checked      Date   // the day for which every consent was looked at

	Home     Page
	Pages    []Page // in order of address
	Glossary []Term // in order of the alphabet
	Topics   []Label
	Areas    []Label
	Groups   []Label

	FormalUnder int // under this age an adult says yes too
	SmallNumber int // counts of people below this are never told
	Statement   Statement

	Help       []Help
	Contact    Contact
	TakeDown   TakeDown
	Complaints Complaints
	Advocate   Advocate
	Copies     Copies

	QuickExit   bool   // every page has a way to leave at once
	QuickExitTo string // where it leads; empty: where the theme says

	Reports   []*Report // newest news first
	Redirects []Redirect
}

// Label is a topic, an area or a group.
type Label struct{ ID, Name string }

// Help is somebody to talk to.
type Help struct{ Name, Phone, URL, When string }

type Contact struct{ Email, Phone, URL string }

// TakeDown is the way to have words taken down, and in how many days.
type TakeDown struct {
	Email, Phone string
	WithinDays   int // 0: not said
}

type Complaints struct{ URL, Email, Phone string }

type Advocate struct{ Name, Phone, Email, URL string }

// Copies are what others may keep of the site. A copy stays when words are taken
// down, so no is the rule.
type Copies struct {
	Archive  bool // in archives and the stores of search engines
	Training bool // in what models are trained on
}

// Page is a free page, or the words of the home page.
type Page struct {
	Name    string // the address, as "about"
	Title   string
	Summary string
	HTML    template.HTML
}

// Statement is what the team says about how accessible the site is. Each part
// may be missing.
type Statement struct {
	Status     string // "full", "partly" or "not"
	Tested     string // how, and by whom
	TestedOn   Date
	Problems   []string
	Prepared   Date
	Reviewed   Date
	WithinDays int    // in how many days the team answers
	Nation     string // "england", "scotland", "wales" or "northern-ireland"
}

// Term is one key word explained.
type Term struct {
	ID, Term, Means string
	Also            []string
}

// Redirect sends an old address of a report to the one it has now. Both are
// relative to /reports/.
type Redirect struct{ From, To, Title string }

// Report is one loop: what was said, what was decided, what changed.
type Report struct {
	Address string // relative to /reports/, as "2026/late"
	Title   string
	Summary string
	Date    Date
	Updated Date // the day of the newest news
	Status  Status
	Topic   Label
	Group   Label // empty ID: none
	Area    Label // empty ID: none

	Together  bool
	Asked     Asked
	Sections  []Section // as written, lead first
	Voices    []Voice
	Pictures  []Picture // those that belong to no voice
	Decision  Decision
	Impact    []Impact
	Updates   []Update // newest first
	Next      Date     // when there will be news
	NoNext    string   // why there will be none
	Late      bool     // Next is past and nothing was told since
	PassedTo  string
	Note      string // said before the reader meets hard things
	QuickExit bool

	Affects      []string
	HeardBy      []HeardBy
	ToldFirst    Told
	Involvement  string
	YoungPeople  Roles
	Answers      []Answer
	Programme    Programme
	Gained       []string
	Thanks       string
	MadeBy       []string
	Rights       []string
	PersonLooked Date // the day a person checked for names and clues
}

// Section is one headed part of a report's body. Heading is as written.
type Section struct {
	Kind    PartKind
	Heading string
	HTML    template.HTML
}

// Voice is what a reader sees of one contribution: only what its consent
// allows today on the website.
type Voice struct {
	Words  []string // paragraphs, verbatim; none under consent to summary
	Gist   string   // our words for the same point
	Name   string   // under consent to named
	Called string   // a chosen name that is not real
	From   string   // "a young person"
	Band   string   // "13 to 15"
	People string   // "fewer than 5 people"; empty for one person
	Made   Made
	Edited Edited
	In     Channels

	Pictures []Picture // shown with it, or not at all
}

// Made says whose words a voice is.
type Made string

const (
	OwnWords    Made = "own-words"
	FromSeveral Made = "from-several"
	MadeUp      Made = "made-up"
)

// Edited says what was changed in a voice's words, always with agreement.
type Edited string

const (
	NotEdited  Edited = "none"
	Spelling   Edited = "spelling"
	Shortened  Edited = "shortened"
	Anonymised Edited = "anonymised"
)

// Channels are the outputs that a voice may be in, beside the website.
type Channels struct{ Feed, Search, Print, Social, Data bool }

type Asked struct {
	Question, How string
	On            Date
	People        string // "10 to 14 people"; empty: nobody counted, or it would give a small number away
}

type Decision struct {
	By         string
	Date       Date
	Because    template.HTML
	Difference string
}

type Impact struct {
	Change, Shown string
	Since         Date
	CheckedWith   string
	CheckedOn     Date
}

type Update struct {
	Date Date
	HTML template.HTML
}

type HeardBy struct {
	Role, How string
	On        Date
}

type Told struct {
	On  Date
	How string
}

type Roles struct{ Develop, Deliver, Review string }

type Answer struct {
	Who    string
	Status Status
	Date   Date
	Did    string
}

type Programme struct{ Name, Funder string }

// Page is the team's own page of a name, or nil: {{with .Site.Page "about"}}.
func (s *Site) Page(name string) *Page {
	for i := range s.Pages {
		if s.Pages[i].Name == name {
			return &s.Pages[i]
		}
	}
	return nil
}

// Section returns the first section of a kind, or nil.
func (r *Report) Section(kind PartKind) *Section {
	for i := range r.Sections {
		if r.Sections[i].Kind == kind {
			return &r.Sections[i]
		}
	}
	return nil
}

// URL is the address of r below the base, as "reports/late/".
func (r *Report) URL() string { return "reports/" + r.Address + "/" }

// Year is the year that r is listed under.
func (r *Report) Year() int { return r.Date.Year }

// Others are the sections with headings of their own.
func (r *Report) Others() []Section {
	var out []Section
	for _, s := range r.Sections {
		if s.Kind == OtherPart {
			out = append(out, s)
		}
	}
	return out
}

// Label says whose words a voice is, in one line: "A young person, 13 to 15".
func (v Voice) Label() string {
	out := v.From
	if v.Called != "" {
		out = v.Called + " (not their real name)"
	}
	if v.Name != "" {
		out = v.Name
	}
	if v.Band != "" {
		out += ", " + v.Band
	}
	if v.People != "" {
		out += ", " + v.People
	}
	switch v.Made {
	case FromSeveral:
		out += ". Made from what several people said"
	case MadeUp:
		out += ". Made up: nobody said exactly this"
	}
	if out == "" {
		return out
	}
	first, size := utf8.DecodeRuneInString(out)
	return string(unicode.ToUpper(first)) + out[size:]
}
