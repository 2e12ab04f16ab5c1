// Package gate is the only door from private to public: it alone turns an
// entry into a site.Report.
//
// It lets through by projection. Each public field is copied by name, so a
// field that nobody copies stays behind. Whether a voice may pass was decided
// in package entry; whether a report may pass, by the findings: one that stops
// holds the report.
package gate

import (
	"slices"
	"strconv"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/site"
)

// LeftOut is a voice that is in no output today, and why.
type LeftOut struct {
	File   string // as people know it
	ID     string // of the contribution
	Reason entry.Reason
}

// Admit makes the public report of e. The caller has asked the findings first:
// a held or unpublished entry never comes here.
func Admit(e *entry.Entry, verdicts []entry.Verdict, set *entry.Settings, today site.Date) *site.Report {
	status := site.Status(e.Status.Value)
	r := &site.Report{
		Address:   e.Address,
		Title:     line(e.Title),
		Summary:   summary(e),
		Date:      e.Date.Date,
		Updated:   e.Date.Date,
		Status:    status,
		Topic:     set.Label(set.Topics, e.Topic.Value),
		Group:     set.GroupShown(e.Group.Value),
		Area:      set.Label(set.Areas, e.Area.Value),
		Together:  e.Together.Yes,
		Asked:     asked(e, verdicts, set),
		Decision:  decision(e),
		Late:      e.Late(today),
		PassedTo:  line(e.PassedTo),
		Note:      line(e.ContentNote),
		QuickExit: e.QuickExit.Yes,
		Affects:   lines(e.Affects),
		ToldFirst: site.Told{On: e.ToldFirst.On.Date, How: line(e.ToldFirst.How)},
		YoungPeople: site.Roles{
			Develop: line(e.YoungPeople.Develop),
			Deliver: line(e.YoungPeople.Deliver),
			Review:  line(e.YoungPeople.Review),
		},
		Involvement:  e.Involvement.Value,
		Programme:    site.Programme{Name: line(e.Programme.Name), Funder: line(e.Programme.Funder)},
		Gained:       lines(e.Gained),
		Thanks:       line(e.Thanks),
		MadeBy:       lines(e.MadeBy),
		PersonLooked: e.Anonymity.Checked.Date,
	}
	if status.Open() {
		r.Next, r.NoNext = e.NextUpdate.Date, line(e.NoUpdateBecause)
	}
	for _, p := range e.Parts {
		if !p.Empty() {
			r.Sections = append(r.Sections, site.Section{Kind: p.Kind, Heading: p.Heading, HTML: p.HTML()})
		}
	}
	for i := range e.Contributions {
		if v := verdicts[i]; v.Reason == entry.Allowed {
			r.Voices = append(r.Voices, voice(&e.Contributions[i], v, set))
		}
	}
	for _, i := range e.Impact {
		r.Impact = append(r.Impact, site.Impact{
			Change: line(i.Change), Shown: line(i.Shown), Since: i.Since.Date,
			CheckedWith: set.GroupShown(i.CheckedWith.Group.Value).Name, CheckedOn: i.CheckedWith.On.Date,
		})
	}
	for _, u := range e.Updates {
		if u.Date.After(today) {
			continue
		}
		r.Updates = append(r.Updates, site.Update{Date: u.Date.Date, HTML: u.Text.Doc.HTML()})
		if u.Date.After(r.Updated) {
			r.Updated = u.Date.Date
		}
	}
	slices.SortStableFunc(r.Updates, func(a, b site.Update) int { return b.Date.Compare(a.Date) })
	for _, h := range e.HeardBy {
		r.HeardBy = append(r.HeardBy, site.HeardBy{Role: line(h.Role), How: line(h.How), On: h.On.Date})
	}
	for _, a := range e.Answers {
		r.Answers = append(r.Answers, site.Answer{Who: line(a.Who), Status: site.Status(a.Status.Value), Date: a.Date.Date, Did: line(a.Did)})
	}
	for _, w := range e.Rights {
		r.Rights = append(r.Rights, right(w.Value))
	}
	return r
}

// right says an id of a right in words.
func right(id string) string {
	if n, ok := strings.CutPrefix(id, "uncrc-"); ok {
		if article, err := strconv.Atoi(n); err == nil && site.RightWords(article) != "" {
			return site.RightWords(article)
		}
		return "Children's rights, article " + n
	}
	return strings.ReplaceAll(id, "-", " ")
}

func asked(e *entry.Entry, verdicts []entry.Verdict, set *entry.Settings) site.Asked {
	a := site.Asked{Question: line(e.Asked.Question), How: line(e.Asked.How), On: e.Asked.On.Date}
	if e.AskedShown(verdicts, set) {
		a.People = people(e.Asked.People.N, set)
	}
	return a
}

func decision(e *entry.Entry) site.Decision {
	d := site.Decision{By: line(e.Decision.By), Date: e.Decision.Date.Date, Difference: line(e.Decision.Difference)}
	if e.Decision.Because.Doc != nil {
		d.Because = e.Decision.Because.Doc.HTML()
	}
	return d
}

func voice(c *entry.Contribution, v entry.Verdict, set *entry.Settings) site.Voice {
	from := c.From.Value
	if from == "" {
		from = entry.YoungPerson
	}
	out := site.Voice{
		Called: line(c.Called),
		From:   set.Label(set.From, from).Name,
		Band:   entry.BandWords(c.Band.Value),
		Made:   site.Made(c.Made.Value),
		Edited: site.Edited(c.Edited.Value),
		In:     channels(v),
	}
	if out.Made == "" {
		out.Made = site.OwnWords
	}
	if out.Edited == "" {
		out.Edited = site.NotEdited
	}
	if c.PeopleShown(set) {
		out.People = people(c.People.N, set)
	}
	if v.Words {
		out.Words = paragraphs(c.Words.Reveal())
	}
	if v.Gist {
		out.Gist = line(c.Gist)
	}
	if v.Name {
		out.Name = line(c.Name)
	}
	return out
}

// people says how many people without giving a small number away.
func people(n int, set *entry.Settings) string {
	cell := set.Privacy.Cell(n)
	if cell.Small(set.Privacy) {
		return "fewer than " + strconv.Itoa(cell.To+1) + " people"
	}
	return strconv.Itoa(cell.From) + " to " + strconv.Itoa(cell.To) + " people"
}

func summary(e *entry.Entry) string {
	if !e.Summary.Empty() {
		return line(e.Summary)
	}
	for _, p := range e.Parts {
		if s := p.FirstSentence(); s != "" {
			return s
		}
	}
	return ""
}

// line is a text on one line.
func line(p entry.Private) string { return strings.Join(strings.Fields(p.Reveal()), " ") }

func lines(list []entry.Private) []string {
	var out []string
	for _, p := range list {
		if !p.Empty() {
			out = append(out, line(p))
		}
	}
	return out
}

// paragraphs cuts words at empty lines and keeps everything else as it is.
func paragraphs(words string) []string {
	var out []string
	for p := range strings.SplitSeq(words, "\n\n") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// Page makes the public page of p.
func Page(p *entry.Page) site.Page {
	return site.Page{Name: p.Name, Title: line(p.Title), Summary: line(p.Summary), HTML: p.Body.Doc.HTML()}
}

// Terms makes the public glossary, in order of the alphabet.
func Terms(terms []entry.Term) []site.Term {
	var out []site.Term
	for _, t := range terms {
		if !t.Term.Empty() && !t.Means.Empty() {
			out = append(out, site.Term{ID: "word-" + anchor(line(t.Term)), Term: line(t.Term), Means: line(t.Means), Also: lines(t.Also)})
		}
	}
	slices.SortStableFunc(out, func(a, b site.Term) int { return strings.Compare(strings.ToLower(a.Term), strings.ToLower(b.Term)) })
	seen := map[string]bool{}
	for i := range out {
		id := out[i].ID
		for n := 2; seen[out[i].ID]; n++ {
			out[i].ID = id + "-" + strconv.Itoa(n)
		}
		seen[out[i].ID] = true
	}
	return out
}

func anchor(s string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, strings.ToLower(s)), "-")
}

// Open makes the public site around reports that were admitted.
func Open(set *entry.Settings, today site.Date, home *entry.Page, pages []site.Page, terms []site.Term, reports []*site.Report, redirects []site.Redirect) *site.Site {
	s := &site.Site{
		Title: set.Title, Organisation: set.Organisation, BaseURL: set.BaseURL, Base: set.Base,
		Lang: "en", Said: "You said", Checked: today,
		Pages: pages, Glossary: terms, Reports: slices.Clone(reports), Redirects: redirects,
		Topics: labels(set.Topics), Areas: labels(set.Areas), Groups: labels(set.GroupsShown()),
		Contact:   site.Contact{Email: set.Contact.Email, Phone: set.Contact.Phone, URL: set.Contact.URL},
		Statement: statement(&set.Statement, today), FormalUnder: set.Privacy.FormalUnder, SmallNumber: set.Privacy.SmallNumber.N,
		TakeDown:   site.TakeDown{Email: set.TakeDown.Email, Phone: set.TakeDown.Phone, WithinDays: set.TakeDown.WithinDays.N},
		Complaints: site.Complaints{URL: set.Complaints.URL, Email: set.Complaints.Email, Phone: set.Complaints.Phone},
		Advocate:   site.Advocate{Name: set.Advocate.Name, Phone: set.Advocate.Phone, Email: set.Advocate.Email, URL: set.Advocate.URL},
		Copies:     site.Copies{Archive: set.Copies.Archive.Yes, Training: set.Copies.Training.Yes},
		Home:       site.Page{Title: set.Title},
		QuickExit:  set.QuickExit.Yes, QuickExitTo: set.QuickExitTo,
	}
	if len(set.Languages) > 0 {
		s.Lang = set.Languages[0].Value
	}
	if set.Said.Value == "young-people" {
		s.Said = "Young people said"
	}
	if home != nil {
		s.Home = Page(home)
	}
	for _, h := range set.Help {
		if h.Name != "" {
			s.Help = append(s.Help, site.Help{Name: h.Name, Phone: h.Phone, URL: h.URL, When: h.When})
		}
	}
	slices.SortFunc(s.Reports, func(a, b *site.Report) int {
		if c := b.Updated.Compare(a.Updated); c != 0 {
			return c
		}
		if c := b.Date.Compare(a.Date); c != 0 {
			return c
		}
		return strings.Compare(a.Address, b.Address)
	})
	return s
}

// statement is what is known today: a day that has not come yet tells nothing.
func statement(s *entry.Statement, today site.Date) site.Statement {
	day := func(d entry.Day) site.Date {
		if d.After(today) {
			return site.Date{}
		}
		return d.Date
	}
	return site.Statement{
		Status: s.Status.Value, Tested: line(s.Tested), TestedOn: day(s.TestedOn), Problems: lines(s.Problems),
		Prepared: day(s.Prepared), Reviewed: day(s.Reviewed), WithinDays: s.Answer.N, Nation: s.Nation.Value,
	}
}

func labels(list []entry.Label) []site.Label {
	var out []site.Label
	seen := map[string]bool{}
	for _, l := range list {
		if id := l.ID.Value; id != "" && l.Name != "" && !seen[id] {
			seen[id] = true
			out = append(out, site.Label{ID: id, Name: l.Name})
		}
	}
	return out
}
