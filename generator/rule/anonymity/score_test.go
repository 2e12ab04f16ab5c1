package anonymity_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity"
	"yousaid/generator/rule/ruletest"
	"yousaid/generator/source"
)

// targets are the least that has to be found of each kind, in per cent, by
// findings that stop.
var targets = []struct {
	kind string
	find float64
}{
	{"email", 97}, {"phone", 97}, {"postcode", 97}, {"nhs-number", 97}, {"national-insurance", 97}, {"bank", 97},
	{"number-plate", 97}, {"coordinates", 97}, {"profile", 97},
	{"address", 92}, {"school", 92}, {"birth-date", 92}, {"exact-age", 92}, {"case-reference", 92}, {"handle", 92},
}

// mostAlarms is how many of a hundred clean passages may be stopped. Of those
// that nobody has seen it should be 12.
const mostAlarms = 6

func scoreAll(t testing.TB, dir string) []*scored {
	t.Helper()
	var out []*scored
	for _, p := range readPassages(t, dir) {
		out = append(out, score(t, p))
	}
	return out
}

func TestWhatIdentifiesSomebodyIsFoundInThePassages(t *testing.T) {
	y := tallyOf(scoreAll(t, "passages"))
	for _, target := range targets {
		if y.n[target.kind] == 0 {
			t.Errorf("no passage holds any %s", target.kind)
		}
		if got := percent(y.stop[target.kind], y.n[target.kind]); got < target.find {
			t.Errorf("%s: %.1f %% of %d are found, %.0f %% are wanted", target.kind, got, y.n[target.kind], target.find)
		}
	}
	if got := percent(y.stop["clean"], y.n["clean"]); got > mostAlarms {
		t.Errorf("%.1f of 100 clean passages are stopped, at most %d may be", got, mostAlarms)
	}
	t.Log("missed, or only warned about:\n" + strings.Join(y.misses, "\n"))
	t.Log("false alarms:\n" + strings.Join(y.alarms, "\n"))
}

// BenchmarkPassages measures how long the checks take, and prints what they
// find and what they should have left alone.
func BenchmarkPassages(b *testing.B) { measure(b, "passages") }

// BenchmarkKeptBack measures on passages that whoever writes the rules does not
// read, so that there is a figure for writing that nobody has seen.
func BenchmarkKeptBack(b *testing.B) { measure(b, "kept-back") }

func measure(b *testing.B, dir string) {
	all := scoreAll(b, dir)
	for b.Loop() {
		for _, s := range all {
			s.check()
		}
	}
	b.ReportMetric(float64(b.Elapsed())/float64(time.Microsecond)/float64(b.N*len(all)), "µs/passage")
	y := tallyOf(all)
	b.ReportMetric(percent(y.stop["clean"], y.n["clean"]), "stopped/100clean")
	fmt.Println(y.table(len(all)))
}

func (y tally) table(n int) string {
	var kinds []string
	for key := range y.n {
		if kind, sort, _ := strings.Cut(key, " "); sort == "" && kind != "clean" {
			kinds = append(kinds, kind)
		}
	}
	slices.Sort(kinds)
	var b strings.Builder
	fmt.Fprintf(&b, "%d passages, %d labels missed or only warned about\n", n, len(y.misses))
	fmt.Fprintf(&b, "%-20s %6s %16s %16s %16s\n", "found, stopping (%)", "labels", "all", "plain", "adversarial")
	for _, k := range kinds {
		fmt.Fprintf(&b, "%-20s %6d", k, y.n[k])
		for _, key := range []string{k, k + " plain", k + " adversarial"} {
			cell := "–"
			if y.n[key] > 0 {
				cell = fmt.Sprintf("%.1f", percent(y.stop[key], y.n[key]))
				if y.any[key] != y.stop[key] {
					cell += fmt.Sprintf(" (%.1f)", percent(y.any[key], y.n[key]))
				}
			}
			fmt.Fprintf(&b, " %16s", cell)
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "in brackets: with warnings\n")
	for _, sort := range []string{" plain", " adversarial"} {
		anglo, other := "name/anglo"+sort, "name/other"+sort
		fmt.Fprintf(&b, "fairness,%s names: Anglo %.1f (%.1f), other %.1f (%.1f)\n", sort,
			percent(y.stop[anglo], y.n[anglo]), percent(y.any[anglo], y.n[anglo]), percent(y.stop[other], y.n[other]), percent(y.any[other], y.n[other]))
	}
	fmt.Fprintf(&b, "%d clean passages: %.1f of 100 stopped, %.1f with warnings %v\n", y.n["clean"],
		percent(y.stop["clean"], y.n["clean"]), percent(y.any["clean"], y.n["clean"]), y.by)
	return b.String()
}

// FuzzPassages lets any words stand in a body and in a quote: the rules don't
// break, and point into the file.
func FuzzPassages(f *testing.F) {
	for _, p := range readPassages(f, "passages") {
		f.Add(p.text)
	}
	set, _ := entry.ParseSettings(source.Parse("site.yaml", []byte(ruletest.Settings)), "site.yaml")
	f.Fuzz(func(t *testing.T, text string) {
		for _, in := range []string{"body", "quote", "title"} {
			p := passage{in: in, text: text}
			l := p.lay()
			file := source.Parse("reports/report.md", []byte(l.report))
			e, _ := entry.Parse(file, "report.md", set)
			if e == nil {
				continue
			}
			lines := strings.Split(string(file.Text), "\n")
			within := func(line, col int) bool {
				return line >= 1 && line <= len(lines) && col >= 1 && col <= utf8.RuneCountInString(lines[line-1])+1
			}
			for _, found := range rule.Check(anonymity.TextRules, e, e.Verdicts(set, ruletest.Today), set, ruletest.Today) {
				at := found.Pos
				if !within(at.Line, at.Col) || !within(at.EndLine, at.EndCol) || at.EndLine < at.Line || at.EndLine == at.Line && at.EndCol < at.Col {
					t.Errorf("a finding of %s points outside of the file, in a %s", found.Rule, in)
				}
				if found.Message == "" || found.Hint == "" || found.Level != finding.Stop && found.Level != finding.Warn {
					t.Errorf("a finding of %s says too little", found.Rule)
				}
			}
		}
	})
}

// BenchmarkReport is what the checks of a report of some 300 words take.
func BenchmarkReport(b *testing.B) {
	raw, err := os.ReadFile("../../../content/reports/my-meeting-my-way.md")
	if err != nil {
		b.Fatal(err)
	}
	settings, err := os.ReadFile("../../../content/site.yaml")
	if err != nil {
		b.Fatal(err)
	}
	set, _ := entry.ParseSettings(source.Parse("site.yaml", settings), "site.yaml")
	e, _ := entry.Parse(source.Parse("reports/report.md", raw), "report.md", set)
	if e == nil {
		b.Fatal("the report can't be read")
	}
	verdicts := e.Verdicts(set, ruletest.Today)
	for b.Loop() {
		rule.Check(anonymity.TextRules, e, verdicts, set, ruletest.Today)
	}
}
