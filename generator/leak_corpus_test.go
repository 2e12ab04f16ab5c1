package generator_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// maker makes up folders. Every text that it writes is made of words that
// nobody else uses, each nine letters that begin with zq, so that wherever one
// turns up it is known whose it is.
type maker struct {
	*rand.Rand
	whose map[string]string
	n     int
	marks func(*world, *report) []string
}

func (m *maker) word(whose string) string {
	for {
		b := []byte("zq.......")
		for i := 2; i < len(b); i++ {
			b[i] = "bcdfghjklmnprstvaeiouaeiou"[m.IntN(26)]
		}
		if w := string(b); m.whose[w] == "" {
			m.whose[w] = whose
			return w
		}
	}
}

// words is a sentence of n such words, with marks between them that HTML,
// feeds and tables write in other ways.
func (m *maker) words(n int, whose string) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(pick(m, " ", " ", " ", ", ", " & ", "; ", " <3 ", " “", "” ", " – "))
		}
		b.WriteString(m.word(whose))
	}
	return b.String() + "."
}

func pick[T any](m *maker, list ...T) T { return list[m.IntN(len(list))] }

func (m *maker) chance(percent int) bool { return m.IntN(100) < percent }

func (m *maker) day(from, to int) string {
	return fmt.Sprintf("%d-%02d-%02d", from+m.IntN(to-from+1), 1+m.IntN(12), 1+m.IntN(28))
}

// some is a random part of a list.
func some[T any](m *maker, percent int, list ...T) []T {
	out := []T{}
	for _, x := range list {
		if m.chance(percent) {
			out = append(out, x)
		}
	}
	return out
}

var everywhere = []string{"website", "feed", "search", "print", "social", "data"}

func (m *maker) world() *world {
	w := &world{today: m.day(2026, 2027), strays: map[string][]byte{}}
	w.site = siteYAML{topics: []string{"home", "roads", "school"}, base: pick(m, "https://example.org/", "https://example.org/voice/"), review: pick(m, "", "bound", "dated")}
	m.forms(w)
	for _, p := range []string{"index.md", "pages/about.md"} {
		w.pages = append(w.pages, &freePage{path: p, title: m.words(3, p), body: m.words(9, p)})
	}
	for range 5 + m.IntN(8) {
		m.addReport(w)
	}
	if m.chance(12) {
		for len(w.reports) < 26 {
			m.addReport(w)
		}
	}
	m.addStrays(w)
	return w
}

func (m *maker) forms(w *world) {
	w.site.forms, w.site.formsGiven, w.site.formsLine = nil, false, ""
	if m.chance(30) {
		return
	}
	w.site.formsGiven = true
	w.site.forms = []form{
		{"leaflet-" + m.formID(0), []string{"summary", "quote"}, everywhere, pick(m, "36 months", "24 months")},
		{"talk-" + m.formID(1), []string{"summary", "quote", "named"}, []string{"website", "print", "feed"}, pick(m, "", "3 years")},
		{"film-" + m.formID(2), []string{"summary"}, []string{"website", "data"}, pick(m, "90 weeks", "some day")},
	}
	if m.chance(10) {
		w.site.forms, w.site.formsLine = nil, pick(m, "forms: lots", "forms: {id: x}", "form: []", "forms:", "froms: []", "Forms: []")
	}
}

// formID is the same in every build of a history.
func (m *maker) formID(i int) string {
	for w, whose := range m.whose {
		if whose == fmt.Sprint("form ", i) {
			return w
		}
	}
	return m.word(fmt.Sprint("form ", i))
}

func (m *maker) addReport(w *world) *report {
	m.n++
	r := &report{name: m.word("address")}
	r.name = pick(m, "", "", "deep/er/") + r.name
	r.date = fmt.Sprintf("20%02d-%02d-%02d", 10+m.n/200, 1+m.n/20%10, 1+m.n%20)
	if m.chance(30) {
		r.news = fmt.Sprintf("2024-%02d-%02d", 1+m.n/25%12, 1+m.n%25)
	}
	r.topic, r.status, r.windows = pick(m, w.site.topics...), pick(m, "done", "looking", "cannot"), m.chance(20)
	r.checked, r.checker, r.writer = m.day(2020, 2024), "lead", pick(m, "", "worker")
	r.comment = m.word("comment in " + r.name)
	public := []string{"title", "summary", "said", "did", "decision.because"}
	public = append(public, some(m, 30, "changed", "asked.question", "asked.how", "decision.by", "decision.difference", "impact[].change",
		"thanks", "content_note", "programme.name", "programme.funder", "heard_by[].role", "told_first.how", "young_people.develop",
		"answers[].who", "gained[]", "made_by[]", "affects[]", "passed_to")...)
	if r.news != "" {
		public = append(public, "updates[].text")
	}
	for _, key := range public {
		optional := key == "passed_to" || strings.HasPrefix(key, "decision.because")
		r.texts = append(r.texts, &text{key: key, words: m.words(3+m.IntN(5), r.name+" "+key), optional: optional})
	}
	for _, key := range some(m, 40, "team", "provider", "project", "lundy.space", "lundy.voice", "lundy.audience", "lundy.influence",
		"evaluation.personal", "evaluation.organisational", "evaluation.system", "evaluation.next_time", "asked.source", "asked.before[]",
		"decision.recorded_in", "shared_with[].who", "media[].file") {
		r.kept = append(r.kept, &text{key: key, words: m.words(2+m.IntN(5), "private "+key+" of "+r.name)})
		if key == "media[].file" {
			r.kept = append(r.kept, &text{key: "media[].alt", words: m.words(3, "private words for a picture in "+r.name)})
		}
	}
	if m.chance(30) {
		r.kept = append(r.kept, &text{key: "promise", words: m.word("promise"), plain: true}, &text{key: "level", words: "individual", plain: true})
	}
	if m.chance(50) {
		r.kept = append(r.kept, &text{key: "asked.people", words: m.number("asked.people"), plain: true}, &text{key: "asked.invited", words: m.number("asked.invited"), plain: true})
	}
	if r.news != "" {
		r.kept = append(r.kept, &text{key: "updates[].date", words: r.news, plain: true})
	}
	for range m.IntN(6) {
		m.addVoice(w, r)
	}
	m.look(w, r)
	w.reports = append(w.reports, r)
	return r
}

// number is a count that is never published as it is.
func (m *maker) number(whose string) string {
	n := fmt.Sprint(71000001 + 10*m.IntN(900000) + m.IntN(2))
	m.whose[n] = whose
	return n
}

func (m *maker) addVoice(w *world, r *report) *voice {
	of := func(what string) string { return what + " in " + r.name }
	v := &voice{id: m.word(of("id of a voice")), style: m.IntN(1 << 20), from: pick(m, "", "young-person", "young-person", "group"), band: pick(m, "16-plus", "16-plus", "16-17", "13-15", "under-13", "")}
	v.words, v.gist = m.words(3+m.IntN(10), of("words")), m.words(3+m.IntN(4), of("gist"))
	if m.chance(20) {
		v.words += "\n\n" + m.words(3+m.IntN(3), of("words"))
	}
	if m.chance(30) {
		v.called = m.word(of("called"))
	}
	if m.chance(10) {
		v.made = "made-up"
		r.voices = append(r.voices, v)
		return v
	}
	c := &consent{to: pick(m, "quote", "quote", "quote", "summary", "named"), given: m.day(2024, 2025), review: m.day(2028, 2031), by: []string{"young-person"}, record: m.word(of("record"))}
	if v.band != "16-plus" && v.band != "16-17" && m.chance(85) {
		c.by = append(c.by, pick(m, "social-worker", "parental-responsibility"))
	}
	if m.chance(15) {
		v.from = pick(m, "parent-carer", "worker")
		c.by = []string{pick(m, v.from, v.from, "young-person", "parent-carer")}
	}
	if m.chance(8) {
		v.words = ""
	} else if m.chance(10) {
		v.gist = ""
	}
	v.consent = c
	m.told(w, v)
	if c.to == "named" && m.chance(80) {
		v.name = m.word(of("name"))
	}
	r.voices = append(r.voices, v)
	for _, e := range voiceEdits {
		if m.chance(2) && !v.tombstone {
			e.do(m, w, r, v)
		}
	}
	return v
}

// told picks a form, and channels that go with it most of the time.
func (m *maker) told(w *world, v *voice) {
	c := v.consent
	c.told, c.chosen, c.channels = "", m.chance(60), some(m, 60, everywhere...)
	if c.chosen && m.chance(85) && !slices.Contains(c.channels, "website") {
		c.channels = append(c.channels, "website")
	}
	if !w.site.formsGiven || m.chance(3) {
		c.chosen, c.told = c.chosen || m.chance(80), pick(m, "", m.word("told in a consent"))
		return
	}
	f := form{id: "leaflet-" + m.formID(0), channels: everywhere}
	if len(w.site.forms) > 0 {
		f = w.site.forms[map[string]int{"named": 1, "summary": m.IntN(3)}[c.to]]
	}
	c.told = f.id
	if m.chance(95) {
		c.channels = slices.DeleteFunc(c.channels, func(ch string) bool { return !slices.Contains(f.channels, ch) })
	}
	if m.chance(30) {
		c.review = ""
	}
}

// look is a check by somebody: most voices are covered by it.
func (m *maker) look(w *world, r *report) {
	marks := m.marks(w, r)
	for i, v := range r.voices {
		if m.chance(90) && !v.tombstone && i < len(marks) {
			v.seen, v.mark = v.now(), marks[i]
		}
	}
}

// addStrays are files that no page is made of, full of words.
func (m *maker) addStrays(w *world) {
	full := func() []byte { return []byte(w.file(m.addReportOnly(w))) }
	w.strays["reports/.hidden.md"], w.strays["reports/notes.txt"], w.strays["reports/late.cy.md"] = full(), full(), full()
	w.strays["drafts/later.md"], w.strays["media/"+m.word("picture")+".jpg"] = full(), full()
	w.strays["reports/"+m.word("file name")+" B.md"], w.strays["pages/"+m.word("file name")+" B.md"] = full(), full()
	w.strays[m.word("file name")+".md"] = full()
}

func (m *maker) addReportOnly(w *world) *report {
	r := m.addReport(w)
	w.reports = w.reports[:len(w.reports)-1]
	return r
}

// quoted are ways to repeat words that a reader still knows; inBody are those
// of Markdown.
var quoted = []func(m *maker, words []string) string{
	func(_ *maker, ws []string) string { return strings.Join(ws, " ") },
	func(_ *maker, ws []string) string { return strings.ToUpper(strings.Join(ws, " ")) },
	func(_ *maker, ws []string) string { return strings.Join(ws, ", ") },
	func(_ *maker, ws []string) string { return strings.Join(ws, "\n") },
	func(_ *maker, ws []string) string { return strings.Join(ws[:min(4, len(ws))], " ") },
	func(m *maker, ws []string) string {
		i := m.IntN(max(1, len(ws)-4))
		return strings.Join(ws[i:min(i+5, len(ws))], " – ")
	},
	func(_ *maker, ws []string) string { return strings.Join(ws, "’ ") },
	func(_ *maker, ws []string) string { return ws[0][:4] + "\u200b" + strings.Join(ws, " ")[4:] },
}

var inBody = []func(m *maker, words []string) string{
	func(_ *maker, ws []string) string { return strings.Join(ws, "&nbsp;") },
	func(_ *maker, ws []string) string { return strings.Join(ws, "&#32;") },
	func(_ *maker, ws []string) string { return "**" + strings.Join(ws, "** **") + "**" },
	func(_ *maker, ws []string) string { return "z&#113;" + strings.Join(ws, " ")[2:] },
}
