package generator_test

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// worldEdits are what may happen to a folder between two builds.
var worldEdits = []struct {
	name string
	do   func(*maker, *world)
}{
	{"another day", func(m *maker, w *world) { w.today = m.day(2026, 2028) }},
	{"a day on which something ends", turningDay}, {"a day on which something ends", turningDay}, {"a day on which something ends", turningDay},
	{"the next day", func(_ *maker, w *world) { w.today = dayAfter(w.today) }},
	{"a new report", func(m *maker, w *world) { m.addReport(w) }},
	{"a report is deleted", func(m *maker, w *world) {
		i := m.IntN(len(w.reports))
		if len(w.reports) > 3 {
			w.reports = slices.Delete(w.reports, i, i+1)
		}
	}},
	{"a new voice", onReport(func(m *maker, w *world, r *report) { m.addVoice(w, r) })},
	{"a voice is deleted", onReport(func(m *maker, _ *world, r *report) {
		if n := len(r.voices); n > 0 {
			i := m.IntN(n)
			r.voices = slices.Delete(r.voices, i, i+1)
		}
	})},
	{"a voice", changeVoice}, {"a voice", changeVoice}, {"a voice", changeVoice}, {"a voice", changeVoice}, {"a voice", changeVoice}, {"a voice", changeVoice},
	{"checked again", onReport(func(m *maker, w *world, r *report) { m.look(w, r) })},
	{"renamed", onReport(func(m *maker, _ *world, r *report) {
		if old := r.name; !r.badName {
			r.name = m.word("address")
			if m.chance(50) {
				r.was = append(r.was, old)
			}
		}
	})},
	{"a bad name", onReport(func(m *maker, _ *world, r *report) { r.name, r.badName, r.id = m.word("file name"), true, "" })},
	{"a link", onReport(func(m *maker, _ *world, r *report) { r.link, r.id = m.chance(50), "" })},
	{"spoilt", spoilReport}, {"spoilt", spoilReport}, {"spoilt", spoilReport},
	{"mended", onReport(func(_ *maker, _ *world, r *report) { r.wrong, r.spoil = "", nil })},
	{"all mended", func(_ *maker, w *world) {
		for _, r := range w.reports {
			r.wrong, r.spoil = "", nil
		}
	}},
	{"taken down", onReport(func(m *maker, w *world, r *report) {
		r.withdrawn, r.id = m.day(2025, 2029), m.word("id of a report")
		r.wrong, r.spoil, r.link = "", nil, false
		if m.chance(60) && !r.badName {
			m.addReport(w).id = pick(m, r.id, m.word("id of a report"))
		}
	})},
	{"a draft", onReport(func(_ *maker, _ *world, r *report) { r.draft = !r.draft })},
	{"publish_on", onReport(func(m *maker, w *world, r *report) { r.publishOn = pick(m, "", w.today, m.day(2026, 2028)) })},
	{"the writer checked", onReport(func(m *maker, _ *world, r *report) { r.writer = pick(m, "", "worker", "lead") })},
	{"a quote", quoteVoice}, {"a quote", quoteVoice}, {"a quote", quoteVoice}, {"a quote", quoteVoice}, {"a quote", quoteVoice},
	{"a name in a text", onReport(func(m *maker, w *world, r *report) {
		for _, v := range r.voices {
			if v.name == "" && v.consent != nil && !v.tombstone {
				v.name, v.consent.to = m.word("name in "+r.name), "named"
			}
			if v.name != "" && v.consent != nil && m.chance(60) {
				pick(m, r.texts...).quote, v.consent.withdrawn = v.name, pick(m, "", w.today)
			}
		}
	})},
	{"no quotes", func(_ *maker, w *world) {
		for _, r := range w.reports {
			for _, t := range r.texts {
				t.quote = ""
			}
		}
	}},
	{"forms", func(m *maker, w *world) { m.forms(w) }},
	{"review", func(m *maker, w *world) { w.site.review = pick(m, "", "bound", "dated", "dated", "boud", "[dated]") }},
	{"formal consent", func(m *maker, w *world) {
		w.site.under = pick(m, "", "13", "18", "sixteen", "'13'", "[13]")
		w.site.formalBy = pick(m, nil, []string{"social-worker"}, []string{"parental-responsibility", "social-worker"})
	}},
	{"topics", func(m *maker, w *world) {
		w.site.topics = pick(m, []string{"home", "roads", "school"}, []string{"home", "roads"})
	}},
	{"roles", func(m *maker, w *world) { w.site.roles = pick(m, nil, []string{"lead", "worker"}, []string{"worker"}) }},
	{"odd settings", func(m *maker, w *world) {
		w.site.odd = pick(m, "", "colour: blue", "reading_age: old", "from: uncle", "languages: {}")
	}},
	{"site.yaml broke", func(m *maker, w *world) { w.site.unreadable = m.chance(70) }},
	{"site.yaml mended", func(_ *maker, w *world) { w.site.unreadable, w.site.odd = false, "" }},
	{"a page", func(m *maker, w *world) {
		pick(m, w.pages...).wrong = pick(m, "", "\n> "+m.word("a wrong page")+"\n", "\n<!-- "+m.word("a wrong page")+" -->\n")
	}},
}

// turningDay is a day that a consent names, or the day after it.
func turningDay(m *maker, w *world) {
	var days []string
	for _, r := range w.reports {
		days = append(days, r.publishOn)
		for _, v := range r.voices {
			if c := v.consent; c != nil {
				days = append(days, c.given, c.expires, w.lastDay(c))
				for _, a := range c.again {
					days = append(days, a.on)
				}
			}
		}
	}
	days = slices.DeleteFunc(days, func(d string) bool { return d < "2026" || d > "2032" })
	if len(days) > 0 {
		if w.today = pick(m, days...); m.chance(40) {
			w.today = dayAfter(w.today)
		}
	}
}

func dayAfter(day string) string {
	t, _ := time.Parse(time.DateOnly, day)
	return t.AddDate(0, 0, 1).Format(time.DateOnly)
}

func onReport(do func(*maker, *world, *report)) func(*maker, *world) {
	return func(m *maker, w *world) { do(m, w, pick(m, w.reports...)) }
}

var changeVoice = onReport(func(m *maker, w *world, r *report) {
	for _, v := range r.voices {
		if e := pick(m, voiceEdits...); !v.tombstone && m.chance(60) {
			e.do(m, w, r, v)
		}
	}
})

var spoilReport = onReport(func(m *maker, _ *world, r *report) {
	s, word := pick(m, spoilers...), m.word("what is wrong in "+r.name)
	r.id, r.wrong, r.spoil = "", s.name, func(text string) string { return s.do(text, word) }
})

// quoteVoice repeats some of a voice in another text of the report.
var quoteVoice = onReport(func(m *maker, w *world, r *report) {
	if len(r.voices) == 0 {
		return
	}
	v := pick(m, r.voices...)
	for _, other := range r.voices {
		if w.no(other) != "" && m.chance(50) {
			v = other
		}
	}
	words := read(v.words)
	if len(words) == 0 {
		return
	}
	t := pick(m, r.texts...)
	switch body := t.key == "said" || t.key == "did" || t.key == "changed" || t.key == "decision.because" || t.key == "updates[].text"; {
	case m.chance(20):
		g := pick(m, r.voices...)
		if g.tombstone {
			return
		}
		g.gist = strings.TrimSpace(g.gist + " " + pick(m, quoted[:3]...)(m, words))
		m.look(w, r)
	case t.key == "gained[]" || m.chance(20):
		if i := slices.IndexFunc(r.texts, func(t *text) bool { return t.key == "gained[]" }); i >= 0 {
			r.texts[i].quote = "| " + strings.Join(words[:len(words)/2], " ") + " | " + strings.Join(words[len(words)/2:], " ")
		}
	case body && m.chance(40):
		t.quote = pick(m, inBody...)(m, words)
	default:
		t.quote = pick(m, quoted...)(m, words)
	}
})

// voiceEdits are what may happen to one voice.
var voiceEdits = []struct {
	name string
	do   func(*maker, *world, *report, *voice)
}{
	{"withdraw the contribution", func(m *maker, _ *world, _ *report, v *voice) { v.withdrawn = m.day(2025, 2029) }},
	{"a tombstone", func(m *maker, _ *world, _ *report, v *voice) {
		*v = voice{id: v.id, withdrawn: m.day(2025, 2027), tombstone: true}
	}},
	{"other words", func(m *maker, _ *world, r *report, v *voice) { v.words = m.words(3+m.IntN(9), "words in "+r.name) }},
	{"another gist", func(m *maker, _ *world, r *report, v *voice) { v.gist = m.words(3+m.IntN(4), "gist in "+r.name) }},
	{"no gist", func(_ *maker, _ *world, _ *report, v *voice) {
		if v.words != "" {
			v.gist = ""
		}
	}},
	{"another called", func(m *maker, _ *world, r *report, v *voice) { v.called = m.word("called in " + r.name) }},
	{"a name", func(m *maker, _ *world, r *report, v *voice) { v.name = m.word("name in " + r.name) }},
	{"no name", func(_ *maker, _ *world, _ *report, v *voice) { v.name = "" }},
	{"edited", func(m *maker, _ *world, _ *report, v *voice) {
		v.edited, v.agreed = pick(m, "none", "spelling", "shortened", "anonymised"), m.chance(70)
	}},
	{"sensitive", func(m *maker, _ *world, r *report, v *voice) {
		v.sensitive = []string{m.words(2, "sensitive in "+r.name)}
	}},
	{"from several", func(m *maker, _ *world, r *report, v *voice) {
		a, b, c := m.word("records in "+r.name), m.word("records in "+r.name), m.word("records in "+r.name)
		v.made, v.records = "from-several", pick(m, []string{a, b, c}, []string{a, b, c}, []string{a, b}, []string{a, b, a}, nil)
	}},
	{"made up", func(m *maker, _ *world, _ *report, v *voice) { v.made = "made-up" }},
	{"band", func(m *maker, _ *world, _ *report, v *voice) {
		v.band = pick(m, "", "13-15", "15-17", "16-17", "under-18")
	}},
	{"from", func(m *maker, _ *world, _ *report, v *voice) {
		v.from = pick(m, "", "young-person", "parent-carer", "worker", "group")
	}},
	{"no consent", func(_ *maker, _ *world, _ *report, v *voice) { v.consent = nil }},
	{"a used id", func(m *maker, _ *world, r *report, v *voice) {
		if m.chance(40) {
			v.id = pick(m, r.voices...).id
		}
	}},
	{"a twin", func(m *maker, w *world, r *report, v *voice) {
		if other := pick(m, append(w.reports, r)...); other != r && len(other.voices) > 0 {
			v.words = pick(m, other.voices...).words
		}
	}},
	{"words within another voice", func(m *maker, _ *world, r *report, v *voice) {
		if other := pick(m, r.voices...); v.words != "" && other.words != "" && other.name == "" && v.name == "" {
			v.words += "\n" + other.words
		}
	}},
	consentEdit("to", func(m *maker, c *consent) { c.to = pick(m, "", "nothing", "summary", "quote", "named") }),
	consentEdit("given", begin), consentEdit("given", begin),
	consentEdit("by", func(m *maker, c *consent) {
		c.by = some(m, 40, "young-person", "social-worker", "parental-responsibility", "parent-carer", "worker")
	}),
	consentEdit("for", func(m *maker, c *consent) { c.chosen, c.channels = m.chance(80), some(m, 50, everywhere...) }),
	consentEdit("review", func(m *maker, c *consent) { c.review = pick(m, "", m.day(2028, 2028), m.day(2026, 2027)) }),
	consentEdit("asked again", askAgain), consentEdit("asked again", askAgain), consentEdit("asked again", askAgain),
	consentEdit("expires", expire), consentEdit("expires", expire),
	consentEdit("withdrawn", func(m *maker, c *consent) { c.withdrawn = m.day(2025, 2029) }),
	consentEdit("explicit", func(m *maker, c *consent) { c.explicit = m.chance(70) }),
	{"told", func(m *maker, w *world, _ *report, v *voice) {
		if v.consent != nil {
			m.told(w, v)
		}
	}},
}

func askAgain(m *maker, c *consent) {
	c.again = nil
	for range 1 + m.IntN(3) {
		c.again = append(c.again, answer{m.day(2026, 2028), pick(m, "yes", "yes", "changed", "no", "could-not-reach")})
	}
	if m.chance(40) {
		c.again = append(c.again, answer{c.again[0].on, pick(m, "yes", "no")})
	}
}

func begin(m *maker, c *consent) { c.given = pick(m, "", m.day(2026, 2028), m.day(2026, 2028)) }

func expire(m *maker, c *consent) { c.expires = pick(m, "", m.day(2026, 2028), m.day(2026, 2028)) }

type voiceEdit = struct {
	name string
	do   func(*maker, *world, *report, *voice)
}

// consentEdit keeps days in an order that can be true.
func consentEdit(name string, do func(*maker, *consent)) voiceEdit {
	return voiceEdit{"consent " + name, func(m *maker, _ *world, _ *report, v *voice) {
		c := v.consent
		if c == nil {
			return
		}
		do(m, c)
		if c.review != "" && c.review < c.given {
			c.review = c.given
		}
		if c.expires != "" && c.expires < c.given {
			c.expires = c.given
		}
		for i := range c.again {
			c.again[i].on = max(c.again[i].on, c.given)
		}
	}}
}

// spoilers are ways for a file to be wrong. Each is given a word of its own.
var spoilers = []struct {
	name string
	do   func(text, word string) string
}{
	{"an open bracket", top("team: [WORD")}, {"a tab", top("\tteam: WORD")}, {"an unknown key", top("WORD: yes")},
	{"a slip in withdrawn", top("withdrawm: 2026-01-01")}, {"a repeated key", top("title: WORD")}, {"not yes or no", top("draft: maybe")},
	{"words cut", top("passed_to: WORD #7 and more")}, {"an anchor", top("team: &WORD x")}, {"an alias", top("team: *WORD")}, {"a tag", top("team: !WORD x")},
	{"two parts", swap(`\nanonymity: `, "\n...\nanonymity: ")}, {"not a date", top("publish_on: WORD")}, {"withdrawn on no day", top("withdrawn: WORD")},
	{"an e-mail address", top("gained: [WORD@example.com]")}, {"a phone number", top("gained: ['07700 900123']")}, {"a postcode", top("gained: [LE1 6TH]")},
	{"a role that is no id", top("safeguarding: {checked: 2020-01-01, by: WORD Two}")}, {"a text in place of a list", top("heard_by: WORD")},
	{"a colon", top("thanks2: WORD: and so")}, {"deep", top("team: " + strings.Repeat("[", 30) + strings.Repeat("]", 30))},
	{"a quote in the body", end("\n> WORD WORD\n")}, {"a comment", end("\n<!-- WORD -->\n")}, {"html", end("\n<b>WORD</b>\n")}, {"a picture", end("\n![WORD](/WORD.jpg)\n")},
	{"a link to nowhere", end("\n[WORD](javascript:WORD)\n")}, {"html in a line", end("\nso <i>WORD</i>\n")}, {"not UTF-8", end("WORD\xff")}, {"a control character", end("WORD\x00")}, {"too long", end(strings.Repeat("\n", 1<<20))},
	{"never closed", swap(`\n---\n`, "\n")}, {"UTF-16", func(s, _ string) string { return "\xff\xfe" + s }}, {"empty", func(string, string) string { return "" }},
	{"no date", swap(`\ndate: \S+`, "")}, {"a day that does not exist", swap(`\ndate: \S+`, "\ndate: 2025-02-30")}, {"no status", swap(`\nstatus: \S+`, "")}, {"a status of their own", swap(`\nstatus: `, "\nstatus: WORD")},
	{"no news promised", swap(`\nnext_update: \S+`, "")}, {"no day of the check", swap(`checked: \S+,`, "")}, {"checked as text", swap(`checked: (\S+),`, "checked: on $1,")}, {"checked in the future", swap(`checked: \S+,`, "checked: 2099-01-01,")},
	{"no id", swap(`\n  - id: \S+`, "\n  - people: 2")}, {"an unknown key of a voice", swap(`\n  - id: `, "\n  - WORD: yes\n    id: ")}, {"withdrawn, unclear", swap(`\n  - id: `, "\n  - withdrawn: soon\n    id: ")},
	{"one age", swap(`\n  - id: `, "\n  - band: 14\n    id: ")}, {"an unknown from", swap(`\n  - id: `, "\n  - from: WORD\n    id: ")}, {"an unknown made", swap(`\n  - id: `, "\n  - made: by hand\n    id: ")}, {"a picture without words", swap(`\n  - id: `, "\n  - media: [{file: WORD}]\n    id: ")},
	{"for as text", swap(`for: \[[^\]]*\]`, "for: website")}, {"an unknown channel", swap(`for: \[`, "for: [WORD, ")}, {"by as text", swap(`by: \[[^\]]*\]`, "by: young-person")}, {"an unknown signer", swap(`by: \[`, "by: [WORD, ")},
	{"an unknown use", swap(`to: \w+`, "to: qoute")}, {"given in words", swap(`given: `, "given: on ")}, {"an unknown key of a consent", swap(`given: `, "WORD: no, given: ")}, {"a repeated use", swap(`given: `, "to: named, to: quote, given: ")},
	{"a review in words", swap(`given: `, "expires: WORD, given: ")}, {"an unclear answer", swap(`given: `, "asked_again: [{on: 2026-01-01, answer: WORD}], given: ")}, {"an answer without a day", swap(`given: `, "asked_again: [{answer: yes}], given: ")},
	{"consent: yes", swap(`consent: \{[^\n]*\}`, "consent: yes")},
}

func top(line string) func(string, string) string { return swap(`^---\n`, "---\n"+line+"\n") }

func end(more string) func(string, string) string {
	return func(s, word string) string { return s + strings.ReplaceAll(more, "WORD", word) }
}

// swap replaces the first match; where there is none, a key that nobody knows
// is added.
func swap(old, new string) func(string, string) string {
	re := regexp.MustCompile(old)
	return func(s, word string) string {
		at := re.FindStringSubmatchIndex(s)
		if at == nil {
			return top("WORD: yes")(s, word)
		}
		return s[:at[0]] + string(re.ExpandString(nil, strings.ReplaceAll(new, "WORD", word), s, at)) + s[at[1]:]
	}
}
