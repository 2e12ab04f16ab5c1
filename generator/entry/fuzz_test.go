package entry_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule/ruletest"
	"yousaid/generator/source"
)

const (
	top     = "../.."
	longest = 20_000 // long lines of marks take the Markdown library long
)

func seed(f *testing.F) (vocabulary map[string]bool) {
	f.Helper()
	texts, err := ruletest.Seeds(top)
	if err != nil || len(texts) < 50 {
		f.Fatalf("%d seeds: %v", len(texts), err)
	}
	for _, s := range texts {
		f.Add(s)
	}
	const wrong = ": zorblefink\n"
	f.Add(ruletest.Lay("publish_on" + wrong + "together" + wrong + "group" + wrong + "zorblefink" + wrong + "affects" + wrong + "asked:\n  people" + wrong + "contributions:\n  - id: Zorble Fink\n    band" + wrong))
	f.Add(ruletest.Lay("title: [zorblefink\n"))
	own, err := ruletest.Vocabulary(top)
	if err != nil || len(own) < 500 {
		f.Fatalf("%d words: %v", len(own), err)
	}
	// site.yaml's own ids stand in advice, as "It can be: home, roads."
	for _, w := range strings.FieldsFunc(strings.ToLower(ruletest.Settings), func(r rune) bool { return r < 'a' || r > 'z' }) {
		own[w] = true
	}
	return own
}

// within checks that a place is in the file: no line below its last, no column
// after the end of its line.
func within(t *testing.T, p finding.Pos, lines []string) {
	t.Helper()
	if p.Line == 0 {
		return
	}
	for _, at := range [][2]int{{p.Line, p.Col}, {p.EndLine, p.EndCol}} {
		if at[0] < 1 || at[0] > len(lines) || at[1] < 1 || at[1] > utf8.RuneCountInString(lines[at[0]-1])+1 {
			t.Fatalf("%+v is not in the file", p)
		}
	}
	if p.EndLine < p.Line || p.EndLine == p.Line && p.EndCol < p.Col {
		t.Fatalf("%+v ends before it begins: %q", p, lines[p.Line-1])
	}
}

func wellSaid(t *testing.T, list []finding.Finding, name string, f source.File, own map[string]bool) {
	t.Helper()
	lines := strings.Split(string(f.Text), "\n")
	for _, x := range list {
		if f.Problem == source.None {
			within(t, x.Pos, lines)
		}
		if x.Pos.File != name || x.Message == "" || x.Hint == "" || x.Rule == "" {
			t.Fatalf("a finding of no use: %+v", x)
		}
		if w := ruletest.Foreign(x.Message+" "+x.Hint, own); w != "" {
			t.Fatalf("a finding says %q, which is no word of the program: %v", w, x)
		}
	}
}

func FuzzParse(f *testing.F) {
	own := seed(f)
	set, _ := entry.ParseSettings(source.Parse("site.yaml", []byte(ruletest.Settings)), "site.yaml")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > longest {
			return
		}
		file := source.Parse("reports/report.md", []byte(text))
		e, findings := entry.Parse(file, "name", set)
		wellSaid(t, findings, "name", file, own)
		p, found := entry.ParsePage(file, "name", set)
		wellSaid(t, found, "name", file, own)
		_, _, found = entry.ParseGlossary(file, "name", set)
		wellSaid(t, found, "name", file, own)
		if e == nil {
			if !finding.Stops(findings) {
				t.Fatal("a report that is nothing, and nobody says why")
			}
			return
		}
		lines := strings.Split(string(file.Text), "\n")
		pieces := e.Pieces
		if p != nil {
			pieces = append(pieces, p.Pieces...)
		}
		for _, piece := range pieces {
			places(t, piece, lines)
		}
		for i, v := range e.Verdicts(set, ruletest.Today) {
			c := &e.Contributions[i]
			if c.Consent == nil && c.Made.Value != "made-up" && (v.Words || v.Gist || v.Name || v.Reason == entry.Allowed) {
				t.Fatal("a voice without consent may be shown")
			}
			if c.Consent != nil && (c.Consent.To.Value == "nothing" || c.Consent.Given.IsZero()) && v.Reason == entry.Allowed {
				t.Fatal("a voice may be shown that agreed to nothing, or on no day")
			}
		}
		e.PublicPieces(e.Verdicts(set, ruletest.Today), set, ruletest.Today)
	})
}

// places asks for the places of stretches of a piece: they are in the file,
// and where the text stands there as it is, they are the right ones.
func places(t *testing.T, piece entry.Piece, lines []string) {
	t.Helper()
	text, at := piece.Plain()
	step := max(1, len(text)/50)
	for i := 0; i <= len(text); i += step {
		for _, n := range []int{0, 1, 7} {
			if j := i + n; j <= len(text) && whole(text, i) && whole(text, j) {
				within(t, at(i, j), lines)
			}
		}
	}
	start := 0
	for _, w := range strings.SplitAfter(text, " ") {
		end := start + len(w)
		p := at(start, end)
		start = end
		if p == piece.Text.At() || p.Line != p.EndLine || piece.Doc != nil || p.Line == 0 {
			continue
		}
		line := []rune(lines[p.Line-1])
		got := string(line[p.Col-1 : p.EndCol-1])
		if bare(got) != bare(w) {
			t.Fatalf("the place of %q shows %q", w, got)
		}
	}
}

// bare leaves out what YAML changes between quote marks and lines.
func bare(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), ""), "''", "'")
}

// whole reports whether no letter of s is cut in two at i.
func whole(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

func FuzzSettings(f *testing.F) {
	own := seed(f)
	f.Add(ruletest.Settings)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > longest {
			return
		}
		file := source.Parse("site.yaml", []byte(text))
		set, findings := entry.ParseSettings(file, "name")
		wellSaid(t, findings, "name", file, own)
		if set == nil {
			if !finding.Stops(findings) {
				t.Fatal("there are no settings, and nobody says why")
			}
			return
		}
		if set.Title == "" || set.Base == "" || set.Base[0] != '/' || len(set.From) == 0 || len(set.Privacy.FormalBy) == 0 {
			t.Fatalf("a default is missing: %+v", set)
		}
		// Reports are read under any settings, and never more kindly than they say.
		report := ruletest.Lay("contributions:\n  - id: late\n    words: Nothing of this.\n    consent: {to: nothing, given: 2026-02-03, by: [young-person]}\n")
		e, found := entry.Parse(source.Parse("reports/report.md", []byte(report)), "name", set)
		if e == nil || e.Verdicts(set, ruletest.Today)[0].Reason == entry.Allowed {
			t.Fatalf("a voice that agreed to nothing is shown: %v", found)
		}
	})
}
