package generator_test

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"yousaid/generator"
	"yousaid/generator/site"
	"yousaid/themes"
)

// numbered is how the address of a report begins where it lies in a numbered
// folder.
var numbered = regexp.MustCompile(`/reports/\d\d\d/`)

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
