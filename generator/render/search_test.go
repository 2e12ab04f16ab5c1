package render

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"yousaid/generator/site"
)

// writer makes sites of words that are used as often as those of a language:
// the second one half as often as the first, the third a third as often.
type writer struct {
	*rand.Rand
	vocabulary []string
	often      []float64
}

func newWriter(seed uint64, size int) *writer {
	w := &writer{Rand: rand.New(rand.NewPCG(seed, 7))}
	have, sum := map[string]bool{}, 0.0
	for len(w.vocabulary) < size {
		word := ""
		for range 1 + w.IntN(4) {
			word += string("bcdfghjklmnprstvwy"[w.IntN(18)]) + []string{"a", "e", "i", "o", "u", "ea", "ŵ", "ó", "or", "ing"}[min(w.IntN(14), 9)]
		}
		switch w.IntN(40) {
		case 0:
			word += "-" + string("xyz"[w.IntN(3)]) + "a"
		case 1:
			word = fmt.Sprint(w.IntN(90), word)
		case 2:
			word = strings.ToUpper(word) + "’s"
		}
		if !have[word] {
			have[word] = true
			w.vocabulary = append(w.vocabulary, word)
			sum += 1 / (float64(len(have)) + 2.7)
			w.often = append(w.often, sum)
		}
	}
	return w
}

func (w *writer) word() string {
	i, _ := slices.BinarySearch(w.often, w.Float64()*w.often[len(w.often)-1])
	return w.vocabulary[min(i, len(w.vocabulary)-1)]
}

func (w *writer) text(n int) string {
	var out []string
	for range n {
		out = append(out, w.word())
	}
	return strings.Join(out, []string{" ", ", ", " – ", "\t"}[max(0, w.IntN(20)-16)])
}

func (w *writer) site(reports int) *site.Site {
	s := &site.Site{Base: "/", BaseURL: "https://example.org/"}
	day := site.Date{Year: 2026, Month: 5, Day: 30}
	for n := range reports {
		r := &site.Report{
			Address: fmt.Sprintf("%d/%d-%s", day.Year, n, strings.ToLower(noAZ.ReplaceAllString(w.text(4), "-"))),
			Title:   w.text(4 + w.IntN(8)), Summary: w.text(8 + w.IntN(14)), Date: day.AddDays(-n / 4), Updated: day.AddDays(-n / 4),
			Status: site.Statuses[w.IntN(10)], Topic: site.Label{ID: fmt.Sprint("topic-", w.IntN(12)), Name: w.text(2)},
		}
		if w.IntN(2) == 0 {
			r.Area = site.Label{ID: fmt.Sprint("area-", w.IntN(8)), Name: w.text(1)}
		}
		for range w.IntN(3) {
			r.Voices = append(r.Voices, site.Voice{Words: []string{w.text(5 + w.IntN(15)), w.text(3)}, Gist: w.text(8), In: site.Channels{Search: w.IntN(4) > 0}})
		}
		s.Reports = append(s.Reports, r)
	}
	return s
}

var (
	aWord = regexp.MustCompile(`[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*`)
	aPart = regexp.MustCompile(`\p{L}+|\p{N}+`)
	noAZ  = regexp.MustCompile(`[^a-z]+`)
)

// said are the words of a report by weight, found a second time and as plainly
// as can be.
func said(r *site.Report) map[string]int {
	out := map[string]int{}
	add := func(weight int, texts ...string) {
		for _, text := range texts {
			text = strings.ToLower(strings.Map(func(r rune) rune {
				if r == '’' || unicode.Is(unicode.Mn, r) {
					return -1
				}
				return r
			}, norm.NFKD.String(text)))
			for _, whole := range aWord.FindAllString(text, -1) {
				for _, word := range append(aPart.FindAllString(whole, -1), strings.ReplaceAll(whole, "-", "")) {
					out[word] = max(out[word], weight)
				}
			}
		}
	}
	add(1, r.Topic.Name, r.Area.Name, r.Group.Name)
	for _, v := range r.Voices {
		if v.In.Search {
			add(1, append(v.Words, v.Gist)...)
		}
	}
	add(2, r.Summary)
	add(4, r.Title)
	return out
}

// fits is the weight of a report for a question; 0: it is no answer.
func fits(r *site.Report, words map[string]int, terms []string, open bool, chosen []string) int {
	sum := 1
	for i, term := range terms {
		best := words[term]
		if open && i == len(terms)-1 {
			for word, weight := range words {
				if strings.HasPrefix(word, term) {
					best = max(best, weight)
				}
			}
		}
		if best == 0 {
			return 0
		}
		sum += best
	}
	for _, choice := range chosen {
		if !slices.Contains([]string{"/topics/" + r.Topic.ID + "/", "/areas/" + r.Area.ID + "/", "/status/" + string(r.Status) + "/", fmt.Sprintf("/years/%d/", r.Year())}, choice) {
			return 0
		}
	}
	return sum
}

// Whatever somebody types and chooses, the index gives the reports that fit, all
// of them and no other, best first and then newest.
func TestTheIndexGivesWhatReadingEveryReportGives(t *testing.T) {
	t.Parallel()
	met := map[string]int{}
	for seed, n := range []int{1, 2, 7, 35, 130, 400, 1000} {
		w := newWriter(uint64(seed), 30+4*n)
		s := w.site(n)
		r := newReader(t, s)
		met[fmt.Sprint("files ", min(len(r.files), 3))]++
		words := make([]map[string]int, n)
		for i, report := range s.Reports {
			words[i] = said(report)
		}
		for range 80 {
			text := w.text(1 + w.IntN(3))
			if n > 0 && w.IntN(2) == 0 { // words that stand together
				text = strings.Join(strings.Fields(s.Reports[w.IntN(n)].Title)[:2], " ")
			}
			if letters := []rune(text); w.IntN(2) == 0 {
				text = string(letters[:1+w.IntN(len(letters))])
			}
			if w.IntN(3) == 0 {
				text += " "
			}
			var chosen []string
			for _, choice := range []string{fmt.Sprint("/topics/topic-", w.IntN(12), "/"), fmt.Sprint("/areas/area-", w.IntN(8), "/"), "/status/" + string(site.Statuses[w.IntN(10)]) + "/", fmt.Sprint("/years/", 2026-w.IntN(2), "/")} {
				if w.IntN(4) == 0 {
					chosen = append(chosen, choice)
				}
			}
			terms := query(text)
			if len(terms)+len(chosen) == 0 {
				continue
			}
			got, wide := r.ask(text, chosen...)
			var want []string
			score := map[string]int{}
			for i, report := range s.Reports {
				if f := fits(report, words[i], terms, !wide && !strings.HasSuffix(text, " "), chosen); f > 0 {
					number := fmt.Sprint(i)
					want, score[number] = append(want, number), f
				}
			}
			slices.SortStableFunc(want, func(a, b string) int { return score[b] - score[a] })
			if !slices.Equal(got, want) {
				t.Fatalf("%d reports, %q %v: %v, want %v", n, text, chosen, got, want)
			}
			met[fmt.Sprint("found ", min(len(got), 2))]++
			met[fmt.Sprint("wide ", wide)]++
		}
	}
	for _, what := range []string{"files 1", "files 3", "found 0", "found 1", "found 2", "wide true", "wide false"} {
		if met[what] == 0 {
			t.Errorf("the test is about nothing: %v", met)
		}
	}
}

func TestAListOfResultsSaysWhereAndWhat(t *testing.T) {
	s := newWriter(3, 900).site(900)
	r := newReader(t, s)
	for n, report := range s.Reports {
		want := strings.Join(strings.Fields(report.Title), " ") + "\t" + report.Address + "\t" + string(report.Status) + "\t" + report.Topic.ID + "\t" + report.Updated.String()
		if got := r.show([]string{fmt.Sprint(n)})[0]; got != want {
			t.Fatalf("report %d: %q, want %q", n, got, want)
		}
	}
}

// Words of a voice without consent to search are in no byte, unless somebody
// else says them too.
func TestWordsWithoutConsentToSearchAreNotInTheIndex(t *testing.T) {
	for _, n := range []int{2, 900} {
		s := newWriter(5, 2000).site(n)
		secret := site.Voice{Words: []string{"quaffleberry Ünlöcked", "mim-sy 7borogove"}, Gist: "wabe-rath", Name: "Jabberwock", Called: "Tove", From: "gyre", Band: "gimble"}
		s.Reports[n/2].Voices = append(s.Reports[n/2].Voices, secret)
		bytes := func() string {
			files, err := search(s, nil)
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			for _, f := range files {
				b.WriteString(f.Path + "\n" + string(f.Data))
			}
			return strings.ToLower(b.String())
		}
		parts := []string{"quaffleberry", "unlocked", "ünlöcked", "mimsy", "\nmim ", "borogove", "wabe", "\nrath ", "jabberwock", "tove", "gyre", "gimble"}
		all := bytes()
		for _, part := range parts {
			if strings.Contains(all, part) {
				t.Errorf("%d reports: %q is in the index", n, part)
			}
		}
		s.Reports[n/2].Voices[len(s.Reports[n/2].Voices)-1].In.Search = true
		all = bytes()
		for _, part := range parts {
			want := !slices.Contains([]string{"ünlöcked", "jabberwock", "tove", "gyre", "gimble"}, part)
			if strings.Contains(all, part) != want {
				t.Errorf("%d reports, with consent: %q is in the index: %v", n, part, !want)
			}
		}
	}
}

func TestAHostileTitleIsOneLineOfText(t *testing.T) {
	s := hostileSite(3)
	s.Reports[1].Title = "a\tb\nc\r\n\n0 12\u2028d \x00 " + strings.Repeat("x", 5000)
	s.Reports[2].Title = "/topics/roads/ 0 0 0"
	r := newReader(t, s)
	if got := r.show([]string{"0"})[0]; !strings.HasPrefix(got, hostile+"\tr0\t") {
		t.Errorf("%q", got)
	}
	if got := r.show([]string{"1"})[0]; strings.Count(got, "\t") != 4 || !strings.HasPrefix(got, "a b c 0 12 d") {
		t.Errorf("%q", got)
	}
	for text, want := range map[string][]string{"b c": {"1"}, "topics roads": {"2"}, "0": {"1", "2"}, "alert": {"0", "1", "2"}, strings.Repeat("x", 40): {"1"}} {
		if got, _ := r.ask(text); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	if got, _ := r.ask("", "/topics/roads/"); len(got) != 3 {
		t.Errorf("a title takes the place of a list: %v", got)
	}
}

func TestTheIndexIsTheSameEachTimeAndItsFolderIsNamedForIt(t *testing.T) {
	s := newWriter(9, 3000).site(700)
	one, _ := search(s, nil)
	two, _ := search(s, nil)
	if !reflect.DeepEqual(one, two) {
		t.Error("it differs")
	}
	s.Reports[650].Title += " again"
	three, _ := search(s, nil)
	if one[1].Path == three[1].Path {
		t.Error("another index has the same folder")
	}
}

// Small sites are one file, and no file of a large one is large. A word that
// stands nearly everywhere has no places, and finds the same reports.
func TestFilesOfTheIndexAreSmall(t *testing.T) {
	t.Parallel()
	small := newReader(t, newWriter(1, 600).site(35))
	if len(small.files) != 1 {
		t.Errorf("a site of 35 reports has %d files", len(small.files))
	}
	s := newWriter(1, 20000).site(4000)
	for i, r := range s.Reports {
		if i%3 > 0 {
			r.Title = "the " + r.Title
		} else if i%2 > 0 {
			r.Summary += " the"
		}
	}
	r := newReader(t, s)
	for path, text := range r.files {
		if n := zipped(text); n > 2200 && path != "search/index.txt" || n > 3000 {
			t.Errorf("%s is %d bytes", path, n)
		}
	}
	var want []string
	for i := range s.Reports {
		if i%3 > 0 || i%2 > 0 {
			want = append(want, fmt.Sprint(i))
		}
	}
	if got, _ := r.ask("the "); !slices.Equal(got, want) {
		t.Errorf("%d reports, want %d in order", len(got), len(want))
	}
}

// What a reader's phone loads for a question of three words.
const mostForThreeWords = 20000

func TestThreeWordsAmongTenThousandReportsAreTwentyKilobytes(t *testing.T) {
	t.Parallel()
	w := newWriter(4, 30000)
	s := w.site(10000)
	r := newReader(t, s)
	sizes := map[string]int{}
	var sent, requests []int
	for i := range 300 {
		said := strings.Fields(s.Reports[w.IntN(len(s.Reports))].Title + " " + s.Reports[w.IntN(len(s.Reports))].Summary)
		text := []string{strings.Join(said[:3], " "), said[0] + " " + said[len(said)-1] + " " + w.word(), w.text(3), strings.Join(w.vocabulary[i%9:i%9+3], " ")}[i%4]
		clear(r.read)
		found, _ := r.ask(text)
		r.show(found[:min(10, len(found))])
		bytes, n := r.sent(sizes)
		sent, requests = append(sent, bytes), append(requests, n)
	}
	slices.Sort(sent)
	slices.Sort(requests)
	last := len(sent) - 1
	t.Logf("%d files; three words: half of the questions %d bytes and %d requests, at most %d bytes and %d requests", len(r.files), sent[last/2], requests[last/2], sent[last], requests[last])
	if sent[last] > mostForThreeWords {
		t.Errorf("a question of three words loads %d bytes, want at most %d", sent[last], mostForThreeWords)
	}
}

// Every word that search.js shows, and every list that it offers, is on the page.
func TestTheFinderIsOnTwoPagesOnlyAndOffersWhatIsInTheIndex(t *testing.T) {
	s := newWriter(2, 300).site(45)
	s.Topics = []site.Label{{ID: "topic-1", Name: "One"}, {ID: "topic-2", Name: "Two"}, {ID: "topic-none", Name: "None"}}
	files := renderAll(t, s)
	with := map[string]bool{}
	for _, f := range files {
		if strings.HasPrefix(f.Path, "assets/search.") && zipped(string(f.Data)) > 3900 {
			t.Errorf("%s is %d bytes", f.Path, zipped(string(f.Data)))
		}
		if page := string(f.Data); strings.HasSuffix(f.Path, ".html") && (strings.Contains(page, "finder") || strings.Contains(page, "/search.")) {
			with[f.Path] = true
			for _, m := range regexp.MustCompile(`<option value="(/[^"]+)"`).FindAllStringSubmatch(page, -1) {
				if got, _ := newReader(t, s).ask("", m[1]); len(got) == 0 {
					t.Errorf("%s offers %s, which finds nothing", f.Path, m[1])
				}
			}
			if !strings.Contains(page, `<option value="/topics/topic-1/"`) || strings.Contains(page, "topic-none/\">None</option>") || !regexp.MustCompile(`<form[^>]* hidden`).MatchString(page) {
				t.Errorf("%s does not offer what it should", f.Path)
			}
		}
	}
	if want := map[string]bool{"reports/index.html": true, "search/index.html": true}; !maps.Equal(with, want) {
		t.Errorf("the finder is on %v", with)
	}
	s.Reports = nil
	for _, f := range renderAll(t, s) {
		if page := string(f.Data); strings.HasSuffix(f.Path, ".html") && (strings.Contains(page, "finder") || strings.Contains(page, "/search.")) {
			t.Errorf("%s of a site without reports has a finder", f.Path)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	s := newWriter(4, 30000).site(10000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := search(s, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1e4/1e3, "µs/report")
}
