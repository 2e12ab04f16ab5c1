package anonymity_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity"
	"yousaid/generator/rule/ruletest"
	"yousaid/generator/source"
)

// stopping are the rules that stop at a text that stands in a body.
func stopping(t *testing.T, text string) []string {
	t.Helper()
	p := passage{in: "body", text: text}
	set, _ := entry.ParseSettings(source.Parse("site.yaml", []byte(ruletest.Settings)), "site.yaml")
	e, _ := entry.Parse(source.Parse("reports/report.md", []byte(p.lay().report)), "report.md", set)
	if e == nil {
		t.Fatalf("%q makes no report", text)
	}
	var out []string
	for _, f := range rule.Check(anonymity.TextRules, e, e.Verdicts(set, ruletest.Today), set, ruletest.Today) {
		if f.Level == finding.Stop {
			out = append(out, f.Rule)
		}
	}
	return out
}

// lines are the lines of a test's list, empty ones and notes left out.
func lines(s string) []string {
	return slices.DeleteFunc(strings.Split(s, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
}

// finds is a rule, and texts of one line each in which it has to find something.
type finds struct{ rule, texts string }

func TestEachRuleFindsWhatItIsFor(t *testing.T) {
	for _, test := range slices.Concat(waysToReach, numbersOfSomebody, livesOfSomebody) {
		for _, text := range lines(test.texts) {
			if got := stopping(t, text); !slices.Contains(got, test.rule) {
				t.Errorf("%s does not find %q; found: %v", test.rule, text, got)
			}
		}
	}
}

// A text that is made to keep the program busy is read in the time of any other.
func TestLongTextsAreReadInTheTimeOfTheirLength(t *testing.T) {
	for _, piece := range []string{
		"1 ", "0 7 ", "double ", "a.com", "com.", "a@", "A-1", "A1", "I'm 12 in ", "Park School ", "St A ", "a_", "#1111a", "@a ", "@", "a b ", "a/b/", "9 A Park Road ",
		"flat 1 ", "born 1 ", "may 1 ", "ref no ", "ref 1/", "AB 12 ", "1.111, ", "snap is ", "a dot ", "at a dot com ", "x ar ", "twenty ", "S1 ", "°N ", "4", "*a", "&#48;", "é ",
	} {
		p := passage{in: "body", text: strings.Repeat(piece, 60_000/len(piece))}
		start := time.Now()
		set, _ := entry.ParseSettings(source.Parse("site.yaml", []byte(ruletest.Settings)), "site.yaml")
		e, _ := entry.Parse(source.Parse("reports/report.md", []byte(p.lay().report)), "report.md", set)
		if e != nil {
			rule.Check(anonymity.TextRules, e, e.Verdicts(set, ruletest.Today), set, ruletest.Today)
		}
		if took := time.Since(start); took > 10*time.Second { // most take less than a tenth of one
			t.Errorf("%q, again and again, takes %v", piece, took)
		}
	}
}
