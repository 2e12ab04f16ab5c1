package generator_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing/fstest"
)

// town is what is true of a made-up site: everything that the attacker may not
// find out.
type town struct {
	*rand.Rand
	small, k int
	sizes    map[string]int // of groups; 0: not written down
	reports  []*truth
	n        int
}

type truth struct {
	name, group, area, with string
	date, status            string
	draft, held             bool
	asked                   int
	voices                  []*speaker
}

type speaker struct {
	word, band, from, made, record string
	called                         string
	records                        []string
	people                         int
	named, feed, data, withdrawn   bool
}

func (w *town) word(kind string) string {
	w.n++
	letters := ""
	for n := w.n; n > 0; n /= 26 {
		letters += string(rune('a' + n%26))
	}
	return "zq" + kind + letters + "x"
}

func (w *town) of(list ...string) string { return list[w.IntN(len(list))] }

func (w *town) chance(percent int) bool { return w.IntN(100) < percent }

func newTown(seed uint64) *town {
	w := &town{Rand: rand.New(rand.NewPCG(seed, 5))}
	w.small, w.k = []int{2, 3, 4, 5, 5, 5, 5, 7, 10}[w.IntN(9)], []int{2, 3, 3, 3, 5}[w.IntN(5)]
	w.sizes = map[string]int{"a": w.IntN(30), "b": 9 + w.IntN(3), "c": w.IntN(9), "d": 0}
	for range 3 + w.IntN(14) {
		w.addReport()
	}
	return w
}

func (w *town) addReport() {
	r := &truth{
		name: w.word("report"), group: w.of("", "a", "a", "b", "c", "d"), area: w.of("", "m", "m", "n", "o"),
		date: fmt.Sprintf("20%02d-0%d-1%d", 20+w.IntN(6), 1+w.IntN(9), w.IntN(9)), status: w.of("done", "looking", "cannot"),
		draft: w.chance(8), held: w.chance(8),
	}
	if w.chance(30) {
		r.with = w.of("a", "b", "c", "d")
	}
	if w.chance(60) {
		r.asked = w.count()
	}
	for range w.IntN(6) {
		v := &speaker{
			word: w.word("voice"), band: w.of("", "13-15", "13-15", "16-17", "16-plus", "under-13"), from: w.of("young-person", "young-person", "young-person", "group"),
			feed: w.chance(70), data: w.chance(70), withdrawn: w.chance(8),
		}
		if w.chance(60) {
			v.record = "C-" + fmt.Sprint(w.IntN(15))
		}
		switch {
		case w.chance(8):
			v.made = "made-up"
		case w.chance(10):
			v.made, v.records = "from-several", []string{"C-1" + fmt.Sprint(w.IntN(3)), "C-2" + fmt.Sprint(w.IntN(3)), "C-3" + fmt.Sprint(w.IntN(3))}
		case w.chance(12):
			v.from, v.band = w.of("worker", "parent-carer"), w.of("", "18-plus")
		case w.chance(8):
			v.named = true
		}
		if v.made == "" && w.chance(35) {
			v.people = w.count()
		}
		r.voices = append(r.voices, v)
	}
	w.reports = append(w.reports, r)
}

// count is a number of people, often a small one.
func (w *town) count() int {
	if w.chance(50) {
		return 1 + w.IntN(9)
	}
	return 1 + w.IntN(60)
}

// folder writes the town down, its files in another order where turned.
func (w *town) folder(turned bool) fstest.MapFS {
	var s strings.Builder
	fmt.Fprintf(&s, "title: Our site\norganisation: Our council\nbase_url: https://example.org/\ncontact: {email: voice@example.org}\n")
	fmt.Fprintf(&s, "help: [{name: One, phone: 0800 1111}, {name: Two}]\ntopics: [{id: home, name: Home}]\ngroups:\n")
	for _, g := range []string{"a", "b", "c", "d"} {
		fmt.Fprintf(&s, "  - {id: %s, name: Zqgroup%s", g, g)
		if w.sizes[g] > 0 {
			fmt.Fprintf(&s, ", size: %d", w.sizes[g])
		}
		s.WriteString("}\n")
	}
	fmt.Fprintf(&s, "areas: [{id: m, name: Zqaream}, {id: n, name: Zqarean, young_people: 10}, {id: o, name: Zqareao}]\nprivacy: {small_number: %d, k: %d, review: dated}\n", w.small, w.k)
	out := fstest.MapFS{"site.yaml": {Data: []byte(s.String())}}
	for i, r := range w.reports {
		name := "reports/" + r.name + ".md"
		if turned {
			name = fmt.Sprintf("reports/%03d/%s.md", len(w.reports)-i, r.name)
		}
		out[name] = &fstest.MapFile{Data: []byte(r.file())}
	}
	return out
}

func (r *truth) file() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("---\ntitle: A report\ndate: %s\nstatus: %s\ntopic: home\nanonymity: {checked: 2026-01-01, by: lead}\ndecision: {because: It is so.}", r.date, r.status)
	if r.status == "looking" {
		line("next_update: 2040-01-01")
	}
	if r.group != "" {
		line("group: %s", r.group)
	}
	if r.area != "" {
		line("area: %s", r.area)
	}
	if r.with != "" {
		line("impact: [{change: It is warmer, checked_with: {group: %s, on: 2026-01-01}}]", r.with)
	}
	if r.draft {
		line("draft: yes")
	}
	if r.held {
		line("summary: Ring 07700 900123 to join.")
	}
	if r.asked > 0 {
		line("asked: {people: %d}", r.asked)
	}
	if len(r.voices) > 0 {
		line("contributions:")
	}
	for _, v := range r.voices {
		line("  - id: %s\n    words: %s\n    from: %s", v.word, v.word, v.from)
		if v.band != "" {
			line("    band: %s", v.band)
		}
		if v.people > 0 {
			line("    people: %d", v.people)
		}
		if v.called != "" {
			line("    called: %s", v.called)
		}
		if v.named {
			line("    name: Zqname")
		}
		if v.withdrawn {
			line("    withdrawn: 2026-02-02")
		}
		if v.made != "" {
			line("    made: %s", v.made)
		}
		if v.made == "made-up" {
			continue
		}
		if len(v.records) > 0 {
			line("    records: [%s]", strings.Join(v.records, ", "))
		}
		to, by, channels := "quote", "young-person, social-worker", "website"
		if v.named {
			to = "named"
		}
		if v.from == "worker" || v.from == "parent-carer" {
			by = v.from
		}
		if v.feed {
			channels += ", feed"
		}
		if v.data {
			channels += ", data"
		}
		record := ""
		if v.record != "" {
			record = ", record: " + v.record
		}
		line("    consent: {to: %s, given: 2025-01-01, by: [%s], for: [%s], review: 2036-01-01%s}", to, by, channels, record)
	}
	line("---\n## You said\n\nIt is cold.\n\n## We did\n\nWe asked.\n\n## What changed\n\nIt is warm.")
	return b.String()
}
