package generator_test

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"time"
	"unicode"
)

// The oracle says what of a folder may be seen, where, and on which day. It is
// written a second time from the design, as plainly as possible, and knows
// nothing of the program: it reads the plain values below, never a file.

func (v *voice) now() string {
	return strings.Join([]string{v.id, v.words, v.name, v.called, v.gist}, "\n")
}

// form is the form that somebody was told by, or nil.
func (w *world) form(told string) *form {
	for i := range w.site.forms {
		if w.site.forms[i].id == told {
			return &w.site.forms[i]
		}
	}
	return nil
}

// lastDay is the last good day: the consent's own, else its form's.
func (w *world) lastDay(c *consent) string {
	f := w.form(c.told)
	if c.review != "" || f == nil || c.given == "" {
		return c.review
	}
	var n int
	var unit string
	if got, _ := fmt.Sscanf(f.after, "%d %s", &n, &unit); got != 2 {
		return ""
	}
	day, _ := time.Parse(time.DateOnly, c.given)
	switch unit {
	case "months":
		day = day.AddDate(0, n, 0)
	case "years":
		day = day.AddDate(n, 0, 0)
	case "weeks":
		day = day.AddDate(0, 0, 7*n)
	}
	return day.Format(time.DateOnly)
}

func (w *world) channels(c *consent) []string {
	if f := w.form(c.told); !c.chosen && f != nil {
		return f.channels
	}
	if !c.chosen {
		return nil
	}
	return c.channels
}

var ladder = []string{"nothing", "summary", "quote", "named"}

func rank(use string) int { return slices.Index(ladder, use) }

func takenBack(v *voice) bool {
	return v.withdrawn != "" || v.consent != nil && v.consent.withdrawn != ""
}

// voiceWrong: what is written wrong holds the report; what is written well and
// says no does not.
func (w *world) voiceWrong(v *voice) string {
	c := v.consent
	if takenBack(v) {
		return ""
	}
	different := map[string]bool{}
	for _, r := range v.records {
		different[r] = true
	}
	switch {
	case v.name != "" && (c == nil || c.to != "named"):
		return "a name without consent to named"
	case v.edited != "" && v.edited != "none" && !v.agreed:
		return "edited without agreement"
	case v.made == "from-several" && len(different) < 3:
		return "from several, with fewer than three records"
	case len(v.sensitive) > 0 && (c == nil || !c.explicit):
		return "sensitive without an explicit yes"
	case c == nil && v.made == "made-up":
		return ""
	case c == nil:
		return "no consent"
	case c.to == "" || c.given == "" || len(c.by) == 0 || w.lastDay(c) == "":
		return "a consent that is not whole"
	}
	f := w.form(c.told)
	if f == nil {
		if w.site.formsGiven {
			return "not one of the forms"
		}
		return ""
	}
	if !slices.ContainsFunc(f.to, func(use string) bool { return rank(c.to) <= rank(use) }) && c.to != "nothing" {
		return "more than the form asks for"
	}
	for _, ch := range c.channels {
		if c.chosen && !slices.Contains(f.channels, ch) {
			return "a channel that the form does not name"
		}
	}
	return ""
}

// no says why a voice is not shown today; "" where it is.
func (w *world) no(v *voice) string {
	c := v.consent
	if takenBack(v) {
		return "withdrawn"
	}
	if c != nil {
		if why := w.consentSaysNo(v, c); why != "" {
			return why
		}
	}
	if w.site.review != "dated" && (v.seen == "" || v.seen != v.now()) {
		return "not checked"
	}
	if v.gist == "" && (v.words == "" || c != nil && rank(c.to) < rank("quote")) {
		return "nothing to show"
	}
	return ""
}

func (w *world) consentSaysNo(v *voice, c *consent) string {
	var last answer
	for _, a := range c.again {
		down := a.says == "no" || a.says == "could-not-reach"
		if a.on > w.today && !down {
			continue
		}
		if a.on > last.on || a.on == last.on && down {
			last = a
		}
	}
	youngest := 0
	_, _ = fmt.Sscanf(v.band, "%d", &youngest)
	adult := (v.from == "parent-carer" || v.from == "worker") && slices.Contains(c.by, v.from) && (v.band == "" || youngest >= 18)
	under := 16
	if n := 0; w.site.under != "" {
		if _, err := fmt.Sscanf(w.site.under, "%d", &n); err == nil {
			under = n
		}
	}
	formalBy := w.site.formalBy
	if len(formalBy) == 0 {
		formalBy = []string{"social-worker", "parental-responsibility"}
	}
	formal := adult || youngest >= under || slices.ContainsFunc(c.by, func(s string) bool { return slices.Contains(formalBy, s) })
	switch {
	case last.says == "no" || last.says == "could-not-reach":
		return "said no when asked again"
	case c.to == "nothing":
		return "agreed to nothing"
	case c.given > w.today:
		return "not yet"
	case c.expires != "" && c.expires < w.today, w.lastDay(c) < w.today:
		return "ended"
	case !adult && !slices.Contains(c.by, "young-person"), !formal:
		return "a signature is missing"
	case !slices.Contains(w.channels(c), "website"):
		return "not for the website"
	}
	return ""
}

// in reports whether a voice that is shown may be in a channel too.
func (w *world) in(v *voice, channel string) bool {
	return v.consent == nil || slices.Contains(w.channels(v.consent), channel)
}

// shownOf is what readers get of a voice that is shown.
func shownOf(v *voice) (words, gist, name, called string) {
	gist, called = v.gist, v.called
	if v.consent == nil || rank(v.consent.to) >= rank("quote") {
		words = v.words
	}
	if v.consent != nil && v.consent.to == "named" {
		name = v.name
	}
	return
}

// read folds a text to its words: case, marks and line breaks don't matter.
func read(s string) []string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune("*'’\u200b\u00ad\u2060", r) {
			return -1
		}
		return r
	}, strings.ToLower(html.UnescapeString(s)))
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// repeats: five words in a row of theirs, or the whole of three or four.
func repeats(own, theirs string) bool {
	a, b := read(own), read(theirs)
	n := min(len(b), 5)
	for i := 0; n >= 3 && i+n <= len(b); i++ {
		for j := 0; j+n <= len(a); j++ {
			if slices.Equal(a[j:j+n], b[i:i+n]) {
				return true
			}
		}
	}
	return false
}

// wrong says why a report's file is wrong; "" where it is not.
func (w *world) wrong(r *report) string {
	roles := func(role string) bool { return len(w.site.roles) == 0 || slices.Contains(w.site.roles, role) }
	switch {
	case r.wrong != "":
		return r.wrong
	case r.badName || r.link:
		return "not a file with a good name"
	case !slices.Contains(w.site.topics, r.topic):
		return "a topic that does not exist"
	case r.checked == "" || r.checker == "" || r.checker == r.writer:
		return "not checked by somebody else"
	case !roles(r.checker) || r.writer != "" && !roles(r.writer):
		return "a role that does not exist"
	}
	for _, other := range w.reports {
		if other != r && r.id != "" && other.id == r.id && other.withdrawn != "" {
			return "the id of a report that was taken down"
		}
	}
	ids := map[string]bool{}
	for _, v := range r.voices {
		if ids[v.id] {
			return "an id is used again"
		}
		ids[v.id] = true
		if why := w.voiceWrong(v); why != "" {
			return why
		}
	}
	own := map[string]string{}
	for _, t := range r.texts {
		own[t.key] = t.all()
	}
	for _, v := range r.voices {
		if w.no(v) == "" {
			own["gist of "+v.id] = v.gist
		}
	}
	for _, v := range r.voices {
		words, _, name, _ := shownOf(v)
		if w.no(v) != "" {
			words, name = "", ""
		}
		// A report's own texts are in the feed and the data too.
		if c := v.consent; c != nil {
			for _, out := range []string{"feed", "search", "social", "data"} {
				if !slices.Contains(w.channels(c), out) {
					words = ""
				}
			}
		}
		for _, said := range own {
			if words == "" && repeats(said, v.words) || name == "" && v.name != "" && slices.Contains(read(said), strings.ToLower(v.name)) {
				return "it repeats what may not be shown"
			}
		}
	}
	return ""
}

// wouldRepeat: a gist that is not shown yet repeats words that are not shown.
// Readers see neither, so the report may stay; holding it early is no leak.
func (w *world) wouldRepeat(r *report) bool {
	for _, g := range r.voices {
		for _, v := range r.voices {
			if why := w.no(g); (why == "not checked" || why == "not yet") && repeats(g.gist, v.words) {
				return true
			}
		}
	}
	return false
}

// fate is what becomes of a report: "published", "held", "unpublished", or
// "hidden" where it is in no output and the design leaves open what it is called.
func (w *world) fate(r *report) string {
	away, wrong := r.draft || r.publishOn > w.today, w.wrong(r)
	switch {
	case r.withdrawn != "" || away && wrong != "":
		return "hidden"
	case away:
		return "unpublished"
	case wrong != "":
		return "held"
	}
	return "published"
}

// judge settles which reports are published. Where the design leaves it open,
// what the build did counts.
func (w *world) judge(held func(*report) bool) {
	w.public = nil
	for _, r := range w.reports {
		if w.fate(r) == "published" && !(w.wouldRepeat(r) && held(r)) {
			w.public = append(w.public, r)
		}
	}
}

// newest are the reports that a feed holds: the twenty with the newest news.
func (w *world) newest(topic string) []*report {
	var out []*report
	for _, r := range w.public {
		if topic == "" || r.topic == topic {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b *report) int { return strings.Compare(max(b.date, b.news), max(a.date, a.news)) })
	return out[:min(len(out), 20)]
}

// anywhere are the texts that may stand in every file.
func (w *world) anywhere() []string {
	var out []string
	for _, p := range w.pages {
		if p.wrong == "" {
			out = append(out, p.title, p.body)
		}
	}
	for _, r := range w.public {
		out = append(append(out, r.name), r.was...)
		for _, t := range r.texts {
			out = append(out, t.all())
		}
	}
	return out
}

// said is a text of a voice in one file. It may be there; where it is not
// optional, it has to be.
type said struct {
	text     string
	optional bool
}

// heard are the texts of voices that may stand in one file. Of a report's page
// only the figures of its voices are meant.
func (w *world) heard(path string) []said {
	var out []said
	page := strings.HasSuffix(path, ".html")
	for _, r := range w.public {
		for _, v := range r.voices {
			data, index := false, false
			switch {
			case w.no(v) != "":
				continue
			case path == pageOf(r):
			case strings.HasSuffix(path, "feed.xml"):
				topic := strings.TrimPrefix(strings.TrimSuffix(strings.TrimSuffix(path, "feed.xml"), "/"), "topics/")
				if !w.in(v, "feed") || !slices.Contains(w.newest(topic), r) {
					continue
				}
			case strings.HasPrefix(path, "data/") && !page:
				if data = true; !w.in(v, "data") {
					continue
				}
			case strings.HasPrefix(path, "search/") && !page:
				if index = true; !w.in(v, "search") {
					continue
				}
			default:
				continue
			}
			words, gist, name, called := shownOf(v)
			if index { // word by word: see searched
				out = append(out, said{words, true}, said{gist, true})
				continue
			}
			table := strings.HasSuffix(path, ".csv")
			out = append(out, said{words, words == ""}, said{gist, gist == ""}, said{name, name == "" || table}, said{called, called == "" || name != "" || data})
		}
	}
	return out
}

func pageOf(r *report) string { return "reports/" + r.name + "/index.html" }
