package generator_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yousaid/generator"
	"yousaid/generator/site"
	"yousaid/themes"
)

// town is what is true of a made-up site: everything that the attacker may not
// find out.
var numbered = regexp.MustCompile(`/reports/\d\d\d/`)

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

func (w *town) build(t *testing.T, g *generator.Generator, turned bool) *attacker {
	t.Helper()
	theme, err := themes.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	day, _ := site.ParseDate("2026-06-01")
	r, err := g.Build(generator.Input{Content: w.folder(turned), Folder: "content", Theme: theme, Today: day})
	if err != nil {
		t.Fatal(err)
	}
	if turned {
		for i := range r.Files { // the address of a report without its folder
			r.Files[i].Data = numbered.ReplaceAll(r.Files[i].Data, []byte("/reports/"))
			r.Files[i].Path = strings.TrimPrefix(numbered.ReplaceAllString("/"+r.Files[i].Path, "/reports/"), "/")
		}
	}
	return attack(r.Files)
}

// people are those whom words of the given voices come from: each record once.
func (w *town) people(words []string, of *speaker) int {
	counted, n := map[string]int{}, 0
	for _, r := range w.reports {
		for _, v := range r.voices {
			adult := v.from == "worker" || v.from == "parent-carer"
			if !slices.Contains(words, v.word) || v != of && (v.named || adult && !(v.from == "parent-carer" && of.from == "parent-carer")) {
				continue
			}
			switch {
			case v.made == "made-up":
			case len(v.records) > 0:
				for _, k := range v.records {
					counted[k] = max(counted[k], 1)
				}
			case v.record != "":
				counted[v.record] = max(counted[v.record], v.people, 1)
			default:
				counted[v.word] = max(v.people, 1)
			}
		}
	}
	for _, heads := range counted {
		n += heads
	}
	return n
}

// Nobody who reads the whole site, and knows how it is made, can put labels on
// somebody that fewer than k people share, or learn of a small number more than
// that it is one. PROVE=1 tries many more towns.
func TestNobodyIsFoundByLabelsOrByNumbers(t *testing.T) {
	n := 60
	if os.Getenv("PROVE") != "" {
		n = 1000
	}
	met := map[string]int{}
	for seed := range n {
		w := newTown(uint64(seed))
		var g generator.Generator
		for range 3 {
			a := w.build(t, &g, false)
			w.labels(t, seed, a, met)
			w.numbers(t, seed, a, met)
			if again := w.build(t, new(generator.Generator), true); !maps.EqualFunc(a.combinations(), again.combinations(), sameWords) {
				t.Errorf("town %d: in another order other labels are shown", seed)
			}
			if t.Failed() {
				t.Fatalf("town %d: small number %d, k %d, sizes %v", seed, w.small, w.k, w.sizes)
			}
			w.change()
		}
	}
	t.Log(met)
	for _, what := range []string{"a band is shown", "a band is hidden", "a group is shown", "a group is hidden", "an area is shown", "an area is hidden",
		"a number asked is shown", "a number asked is hidden", "a small number asked", "a small number behind a voice", "two numbers in one report"} {
		if met[what] == 0 {
			t.Errorf("in no town was there: %s", what)
		}
	}
}

func sameWords(a, b []string) bool {
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// change is what happens from one build to the next.
func (w *town) change() {
	for _, r := range w.reports {
		r.draft = w.chance(8)
		for _, v := range r.voices {
			v.withdrawn = v.withdrawn || w.chance(12)
		}
	}
	w.addReport()
}

func (w *town) labels(t *testing.T, seed int, a *attacker, met map[string]int) {
	combinations := a.combinations()
	for _, r := range w.reports {
		seen := a.reports[r.name]
		if gone := r.draft || r.held; gone != (seen == nil) {
			t.Errorf("town %d: %s is there: %v", seed, r.name, !gone)
		}
		if seen == nil {
			continue
		}
		tally := func(what string, truly string, shown int) {
			if truly != "" {
				met[what+map[bool]string{true: " is shown", false: " is hidden"}[shown > 0]]++
			}
		}
		tally("a group", r.group, len(seen.groups))
		tally("an area", r.area, len(seen.areas))
		for _, v := range r.voices {
			s := a.voices[v.word]
			if v.withdrawn != (s == nil) {
				t.Errorf("town %d: %s is there: %v", seed, v.word, s != nil)
			}
			if s == nil {
				continue
			}
			tally("a band", v.band, len(s.bands))
			if v.made == "made-up" || v.from == "worker" {
				continue
			}
			for c, words := range combinations {
				// A group that only checked the change is no label of a voice.
				if c[1] != "" && c[1] != "Zqgroup"+r.group || !slices.Contains(words, v.word) {
					continue
				}
				words = slices.DeleteFunc(slices.Clone(words), func(word string) bool { return c[1] != "" && w.groupOf(word) != c[1] })
				if n := w.people(words, v); n < w.k {
					t.Errorf("town %d: %v is %d people, with %s among them", seed, c, n, v.word)
				}
				if size := w.sizes[r.group]; c[1] != "" && size > 0 && (size < 10 && c[0] != "" || size < w.small) {
					t.Errorf("town %d: %v is said of a group of %d", seed, c, size)
				}
			}
		}
	}
}

func (w *town) groupOf(word string) string {
	for _, r := range w.reports {
		for _, v := range r.voices {
			if v.word == word {
				return "Zqgroup" + r.group
			}
		}
	}
	return ""
}

func (w *town) numbers(t *testing.T, seed int, a *attacker, met map[string]int) {
	fail := func(format string, args ...any) {
		t.Helper()
		t.Errorf("town %d, small number %d: %s", seed, w.small, fmt.Sprintf(format, args...))
	}
	var all []interval
	check := func(n int, seen *interval) {
		if seen == nil {
			return
		}
		all = append(all, *seen)
		if n < seen.from || n > seen.to {
			fail("%d people are said to be %v", n, *seen)
		}
		if n >= w.small && seen.from < w.small || n < w.small && *seen != (interval{1, w.small - 1}) || seen.from == seen.to {
			fail("%d people are shown as %v", n, *seen)
		}
	}
	for _, r := range w.reports {
		seen := a.reports[r.name]
		if seen == nil {
			continue
		}
		check(r.asked, seen.asked)
		for _, v := range r.voices {
			if s := a.voices[v.word]; s != nil {
				check(v.people, s.people)
				if s.people != nil && v.people < w.small {
					met["a small number behind a voice"]++
				}
			}
		}
		if r.asked > 0 {
			met["a number asked is "+map[bool]string{true: "shown", false: "hidden"}[seen.asked != nil]]++
		}
		if seen.asked == nil {
			continue
		}
		if r.asked < w.small {
			met["a small number asked"]++
		}
		parts, published := a.parts(seen)
		if strings.Join(published, "") != "" {
			met["two numbers in one report"]++
		}
		for _, whole := range []bool{false, true} {
			total, each, possible := guess(*seen.asked, parts, whole)
			if !possible {
				continue // so the attacker knows that this was not the way of it
			}
			if r.asked < w.small && (total.from > 1 || total.to < w.small-1) && !whole {
				fail("of %s the attacker knows that %v were asked: %v", r.name, total, parts)
			}
			for i, part := range each {
				if published[i] != "" && parts[i].to < w.small && part != parts[i] {
					fail("of %s the attacker knows that %v spoke, out of %v: %v", published[i], part, *seen.asked, parts)
				}
			}
		}
	}
	// One number less another: never fewer than what “fewer than” says.
	for _, x := range all {
		for _, y := range all {
			small := x.to < w.small && y.to < w.small
			if most := x.to - y.from; !small && most > 0 && most < w.small-1 {
				fail("%v less %v is at most %d", x, y, most)
			}
		}
	}
}
