package anonymity_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity"
	"yousaid/generator/rule/ruletest"
	"yousaid/generator/source"
)

// passage is one stretch of made-up writing in which every word that
// identifies somebody is labelled. testdata/passages/README.md tells how they
// are written.
type passage struct {
	file    string
	line    int
	sort    string // plain, adversarial or clean
	in      string
	allow   []allowed
	private []string
	text    string // without the labels
	labels  []label
}

type allowed struct{ term, kind string }

// label says what bytes i to j of the text are.
type label struct {
	kind string
	i, j int
}

var labelled = regexp.MustCompile(`(?s)\[\[([a-z/-]+)\|(.*?)\]\]`)

// readPassages reads every file of testdata/passages.
func readPassages(t testing.TB, dir string) []passage {
	t.Helper()
	names, err := filepath.Glob("testdata/" + dir + "/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("there are no passages: %v", err)
	}
	var out []passage
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, cutPassages(t, filepath.Base(name), string(raw))...)
	}
	return out
}

func cutPassages(t testing.TB, file, raw string) []passage {
	t.Helper()
	var out []passage
	line, text := 1, strings.Builder{}
	begin := 1
	flush := func() {
		if strings.TrimSpace(text.String()) != "" {
			out = append(out, onePassage(t, file, begin, text.String()))
		}
		text.Reset()
		begin = line + 1
	}
	for l := range strings.Lines(raw) {
		if strings.TrimRight(l, "\r\n ") == "---" {
			flush()
		} else {
			text.WriteString(l)
		}
		line++
	}
	flush()
	return out
}

func onePassage(t testing.TB, file string, line int, raw string) passage {
	t.Helper()
	p := passage{file: file, line: line, in: "body"}
	for strings.HasPrefix(raw, "\n") {
		raw = raw[1:]
		p.line++
	}
	head, text, found := strings.Cut(raw, "\n\n")
	if !found {
		t.Fatalf("%s:%d: there is no empty line below the head", file, p.line)
	}
	for i, l := range strings.Split(head, "\n") {
		key, value, _ := strings.Cut(l, ":")
		value = strings.TrimSpace(value)
		switch {
		case i == 0 && slices.Contains([]string{"plain", "adversarial", "clean"}, strings.TrimSpace(l)):
			p.sort = strings.TrimSpace(l)
		case key == "in":
			p.in = value
		case key == "allow":
			k := strings.LastIndex(value, "=")
			if k < 0 {
				t.Fatalf("%s:%d: allow has no kind", file, p.line)
			}
			p.allow = append(p.allow, allowed{strings.TrimSpace(value[:k]), strings.TrimSpace(value[k+1:])})
		case key == "private":
			p.private = append(p.private, value)
		default:
			t.Fatalf("%s:%d: the head of this passage is not understood: %s", file, p.line, l)
		}
	}
	if p.sort == "" {
		t.Fatalf("%s:%d: the passage is neither plain, adversarial nor clean", file, p.line)
	}
	text = strings.TrimSpace(text)
	for {
		m := labelled.FindStringSubmatchIndex(text)
		if m == nil {
			break
		}
		words := text[m[4]:m[5]]
		p.labels = append(p.labels, label{text[m[2]:m[3]], m[0], m[0] + len(words)})
		text = text[:m[0]] + words + text[m[1]:]
	}
	p.text = text
	return p
}

// laid is a passage in a report, and the way from bytes of the passage to
// bytes of the report.
type laid struct {
	report string
	at     []int
	lines  []int // where each line of the report begins
}

// lay puts a passage where its head says, in a report with which nothing is
// wrong.
func (p *passage) lay() laid {
	before, indent, after := "---\n## You said\n\n", "", "\n\n## We did\n\nWe asked the bus company.\n"
	switch {
	case p.in == "quote":
		before, indent = "contributions:\n  - id: one\n    from: young-person\n    band: 13-15\n    words: |\n", "      "
		after = "\n    consent: {to: quote, given: 2026-02-01, by: [young-person, social-worker], told: leaflet-v3, review: 2027-02-01}\n"
	case p.in == "title" || p.in == "summary":
		before, indent, after = p.in+": |\n", "  ", "\n"
	case p.in == "alt":
		before, indent, after = "media:\n  - file: stop.jpg\n    alt: |\n", "      ", "\n    people: none\n"
	case p.in == "because":
		before, indent, after = "decision:\n  by: Head of Service\n  date: 2026-02-12\n  because: |\n", "    ", "\n"
	case p.in == "link" && !strings.Contains(p.text, "]("):
		before, after = "---\n## You said\n\nIt stands on [this page](<", ">), they say.\n\n## We did\n\nWe asked the bus company.\n"
	}
	var b strings.Builder
	b.WriteString(before)
	from := b.Len()
	var at []int
	for line := range strings.Lines(p.text) {
		if strings.TrimSpace(line) != "" {
			b.WriteString(indent)
		}
		for i := range len(line) {
			at = append(at, b.Len()+i)
		}
		b.WriteString(line)
	}
	at = append(at, b.Len())
	words := b.String()[from:]
	b.WriteString(after)
	l := laid{report: ruletest.Lay(b.String()), at: at, lines: []int{0}}
	move := strings.Index(l.report, strings.TrimPrefix(before, "---\n")+words) + len(strings.TrimPrefix(before, "---\n")) - from
	for i := range l.at {
		l.at[i] += move
	}
	for i := range len(l.report) {
		if l.report[i] == '\n' {
			l.lines = append(l.lines, i+1)
		}
	}
	return l
}

// offset is the byte at a line and column, or -1 where there is none.
func (l laid) offset(line, col int) int {
	if line < 1 || line > len(l.lines) {
		return -1
	}
	at := l.lines[line-1]
	for ; col > 1; col-- {
		if at >= len(l.report) {
			return -1
		}
		_, n := utf8.DecodeRuneInString(l.report[at:])
		at += n
	}
	return at
}

// scored is a passage that was read and checked.
type scored struct {
	passage
	laid
	entry    *entry.Entry
	verdicts []entry.Verdict
	set      *entry.Settings
	hits     []hit
}

// hit is a finding, at bytes of the passage's report.
type hit struct {
	finding.Finding
	i, j int
}

func score(t testing.TB, p passage) *scored {
	t.Helper()
	s := &scored{passage: p, laid: p.lay()}
	s.set, _ = entry.ParseSettings(source.Parse("site.yaml", []byte(ruletest.Settings)), "site.yaml")
	var findings []finding.Finding
	s.entry, findings = entry.Parse(source.Parse("reports/report.md", []byte(s.report)), "report.md", s.set)
	if s.entry != nil {
		if finding.Stops(findings) {
			t.Fatalf("%s:%d: the passage makes no report: %v", p.file, p.line, findings)
		}
		s.verdicts = s.entry.Verdicts(s.set, ruletest.Today)
		findings = s.check()
	}
	for _, f := range findings { // of a file that can't be read: why
		h := hit{f, s.offset(f.Pos.Line, f.Pos.Col), s.offset(f.Pos.EndLine, f.Pos.EndCol)}
		if h.i < 0 || h.j < h.i {
			t.Errorf("%s:%d: a finding lies outside of the file: %v", p.file, p.line, f)
			continue
		}
		if !s.lets(h) {
			s.hits = append(s.hits, h)
		}
	}
	return s
}

func (s *scored) check() []finding.Finding {
	if s.entry == nil {
		return nil
	}
	return rule.Check(anonymity.TextRules, s.entry, s.verdicts, s.set, ruletest.Today)
}

// lets reports whether an allowance of the passage covers a finding.
func (s *scored) lets(h hit) bool {
	k := slices.IndexFunc(anonymity.TextRules, func(r rule.Rule) bool { return r.Name == h.Rule })
	for _, a := range s.allow {
		if k < 0 || !slices.Contains(anonymity.TextRules[k].Allow, a.kind) {
			continue
		}
		for from := 0; ; {
			i := strings.Index(strings.ToLower(s.text[from:]), strings.ToLower(a.term))
			if i < 0 {
				break
			}
			if i += from; s.at[i] <= h.i && h.j <= s.at[i+len(a.term)] {
				return true
			}
			from = i + 1
		}
	}
	return false
}

// seen reports whether a finding lies on a label, and whether one that stops does.
func (s *scored) seen(l label) (any, stops bool) {
	for _, h := range s.hits {
		if h.i < s.at[l.j] && h.j > s.at[l.i] {
			any = true
			stops = stops || h.Level == finding.Stop
		}
	}
	return any, stops
}

// tally is what a set of passages came to.
type tally struct {
	n, stop, any map[string]int // by "kind sort"; clean passages by "clean"
	by           map[string]int // false alarms that stop, by rule
	misses       []string
	alarms       []string
}

func tallyOf(all []*scored) tally {
	y := tally{n: map[string]int{}, stop: map[string]int{}, any: map[string]int{}, by: map[string]int{}}
	count := func(key string, any, stops bool) {
		y.n[key]++
		if any {
			y.any[key]++
		}
		if stops {
			y.stop[key]++
		}
	}
	for _, s := range all {
		for _, l := range s.labels {
			any, stops := s.seen(l)
			for _, key := range []string{l.kind, l.kind + " " + s.sort} {
				count(key, any, stops)
			}
			if !any || !stops && !strings.HasPrefix(l.kind, "name/") {
				y.misses = append(y.misses, fmt.Sprintf("%s:%d: %s %s in %s: %q", s.file, s.line, s.sort, l.kind, s.in, s.text[l.i:l.j]))
			}
		}
		if s.sort != "clean" {
			continue
		}
		stops := false
		for _, h := range s.hits {
			if h.Level == finding.Stop {
				stops = true
				y.by[h.Rule]++
			}
			y.alarms = append(y.alarms, fmt.Sprintf("%s:%d: %v %s in %s: %q", s.file, s.line, h.Level, h.Rule, s.in, s.report[h.i:h.j]))
		}
		count("clean", len(s.hits) > 0, stops)
	}
	return y
}

func percent(some, all int) float64 {
	if all == 0 {
		return 100
	}
	return 100 * float64(some) / float64(all)
}
