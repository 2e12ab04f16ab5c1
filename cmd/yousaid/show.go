package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"yousaid/generator/finding"
	"yousaid/generator/source"
)

// canShow reports whether private words may be shown here: to a person on a
// terminal, and never in CI, whose terminals are logs. A job can be given a
// terminal that nobody sits at, so what the hosts set is asked as well.
func (a *app) canShow() bool {
	for _, set := range []string{"CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION", "BUILDKITE"} {
		if os.Getenv(set) != "" {
			return false
		}
	}
	return onTerminal(a.out)
}

// writeShown is the text form with the words that each finding is about.
func writeShown(a *app, r report) error {
	list := r.Findings
	if r.Named {
		for _, u := range r.Unpublished {
			list = append(list, u.Findings...)
		}
	}
	for _, f := range list {
		fmt.Fprintln(a.out, a.typeable(f.String()))
		at := f.Pos
		at.File = r.Masks.Real(at.File)
		for _, line := range shown(at) {
			fmt.Fprintln(a.out, "    > "+line)
		}
	}
	fmt.Fprintln(a.out, r.ending())
	return nil
}

// shown are the lines that a finding is about, with » and « around its words.
func shown(p finding.Pos) []string {
	before, words, after, ok := excerpt(p)
	if !ok {
		return nil
	}
	if words == "" {
		return []string{visible(before + after)}
	}
	lines := strings.Split(words, "\n")
	for i := range lines {
		lines[i] = visible(lines[i])
	}
	lines[0] = visible(before) + "»" + lines[0]
	lines[len(lines)-1] += "«" + visible(after)
	return lines
}

// excerpt reads the words that a finding is about, and what stands on their
// lines before and after them.
func excerpt(p finding.Pos) (before, words, after string, ok bool) {
	if p.Line == 0 || p.Col == 0 || !source.IsText(p.File) {
		return "", "", "", false
	}
	raw, err := os.ReadFile(filepath.FromSlash(p.File))
	if err != nil {
		return "", "", "", false
	}
	f := source.Parse(p.File, raw)
	lines := strings.Split(string(f.Text), "\n")
	if f.Problem != source.None || p.Line > len(lines) || p.EndLine > len(lines) || p.EndLine < p.Line {
		return "", "", "", false
	}
	cut := func(line string, col int) (string, string) {
		r := []rune(line)
		n := min(max(col-1, 0), len(r))
		return string(r[:n]), string(r[n:])
	}
	before, first := cut(lines[p.Line-1], p.Col)
	if p.EndLine == p.Line {
		words, after = cut(first, p.EndCol-p.Col+1)
		return before, words, after, true
	}
	last, after := cut(lines[p.EndLine-1], p.EndCol)
	middle := lines[p.Line : p.EndLine-1]
	return before, strings.Join(append(append([]string{first}, middle...), last), "\n"), after, true
}

// visible writes out the marks that nobody can see, and the letters that only
// look like others, and lets nothing through that moves a terminal's hand.
func visible(s string) string {
	var b strings.Builder
	for _, word := range strings.SplitAfter(s, " ") {
		latin := strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
		for _, r := range word {
			switch {
			case r == '\t':
				b.WriteByte(' ')
			case !unicode.IsPrint(r) && r != ' ':
				fmt.Fprintf(&b, "<U+%04X>", r)
			case latin && unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r):
				fmt.Fprintf(&b, "%c<U+%04X>", r, r)
			case unicode.IsSpace(r) && r != ' ', unicode.Is(unicode.Mn, r) && !latin && len(word) == len(string(r)):
				fmt.Fprintf(&b, "<U+%04X>", r)
			default:
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
