package generator

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule/ruletest"
)

// Another report that repeats a voice which may not be shown is published, and
// somebody is told where to look.
func TestWordsOfSomebodyElseAreAWarning(t *testing.T) {
	withdrawn := strings.Replace(oneVoice, "review: 2037-02-03}", "review: 2037-02-03, withdrawn: 2026-05-01}", 1)
	short := strings.Replace(withdrawn, "I always have to leave before the film ends.", "The bus is never on time.", 1)
	five := strings.Replace(withdrawn, "I always have to leave before the film ends.", "The bus is never here.", 1)
	for _, c := range []struct{ why, voice, file, report, at string }{
		{"nine words in the body", withdrawn, "reports/held.md", "---\n## You said\n\nYou always have to leave. *I always* have to\nleave before the film ends, too.\n\n## We did\n\nWe asked.\n\n## What changed\n\nIt is later.\n", "10:28-11:27"},
		{"eight words in the summary", withdrawn, "reports/held.md", "summary: You said you always have to leave before the film ends.\n", "7:23-7:64"},
		{"seven words", withdrawn, "reports/held.md", "summary: We have to leave before the film ends.\n", ""},
		{"a whole voice of six", short, "reports/held.md", "title: Why the bus is never on time\n", "6:12-6:36"},
		{"a whole voice of five", five, "reports/held.md", "title: Why the bus is never here\n", ""},
		{"a report of a bad name", withdrawn, "reports/Held.md", "summary: You said you always have to leave before the film ends.\n", "7:23-7:64"},
		{"a draft", "draft: true\n" + oneVoice, "reports/held.md", "summary: You said you always have to leave before the film ends.\n", "7:23-7:64"},
		{"shown elsewhere", oneVoice, "reports/held.md", "summary: You said you always have to leave before the film ends.\n", ""},
	} {
		folder := ruletest.Folder(ruletest.Lay(c.report))
		folder[c.file] = file(ruletest.Lay(c.voice))
		r := buildWith(t, folder, entry.Outside{})
		at := ""
		for _, f := range about(r, "content/reports/report.md") {
			if f.Rule == "words-elsewhere" {
				at += fmt.Sprintf("%d:%d-%d:%d", f.Pos.Line, f.Pos.Col, f.Pos.EndLine, f.Pos.EndCol)
				if f.Level != finding.Warn || strings.Contains(f.Message+f.Hint, "film") {
					t.Errorf("%s: %v", c.why, f)
				}
			}
		}
		if at != c.at || !hasFile(r, thePage) {
			t.Errorf("%s: at %q, want %q; %v", c.why, at, c.at, rulesOf(r.Findings))
		}
	}
	if !slices.ContainsFunc(Docs(), func(d finding.Doc) bool { return d.Name == "words-elsewhere" }) {
		t.Error("nobody explains it")
	}
}
