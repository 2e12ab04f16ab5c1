package generator

import (
	"strings"
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule/ruletest"
)

const aVoice = `contributions:
  - id: late
    gist: |
      Leaving early makes people feel left out.
    from: young-person
    band: 13-15
    consent:
      to: summary
      given: 2026-02-03
      by: [young-person, social-worker]
      for: [website]
      told: leaflet-v3
      review: 2037-02-03
`

// What a word processor makes of a line is told at that line, and as what it is.
func TestSlipsOfAnEditorAreToldWhereTheyAre(t *testing.T) {
	for _, c := range []struct{ from, to, line, message string }{
		{"    band: 13-15", "    band:13-15", "    band:13-15", "no space after the colon"},
		{"  - id: late", "  – id: late", "  – id: late", "long dash"},
		{"      Leaving", "\u00a0\u00a0\u00a0 Leaving", "\u00a0\u00a0\u00a0 Leaving", "a space before these words"},
		{"    band: 13-15", "     band: 13-15", "     band: 13-15", "cannot be read from here on"},
		{"given: 2026-02-03", "given: “2026-02-03”", "      given:", "a date that exists"},
	} {
		text := ruletest.Lay(strings.Replace(aVoice, c.from, c.to, 1))
		want := 1 + strings.Count(text[:strings.Index(text, c.line)], "\n")
		var got []finding.Finding
		for _, f := range about(buildOf(t, ruletest.Folder(text)), "reports/report.md") {
			if f.Level == finding.Stop && f.Rule != "anonymity-missing" {
				got = append(got, f)
			}
		}
		if len(got) != 1 || got[0].Pos.Line != want || !strings.Contains(got[0].Message, c.message) {
			t.Errorf("%q: found %v, want line %d", c.to, got, want)
		}
	}
}

// Who says no need not sign anything: a no without a day, a signature, a form
// or words holds nothing, and shows nothing.
func TestANoNeedsNoPapers(t *testing.T) {
	text := ruletest.Lay("contributions:\n  - id: late\n    from: young-person\n    consent:\n      to: nothing\n")
	r := buildOf(t, ruletest.Folder(text))
	if found := about(r, "reports/report.md"); len(found) != 1 || found[0].Rule != "agreed-to-nothing" {
		t.Errorf("found %v", found)
	}
	if len(r.LeftOut) != 1 || r.LeftOut[0].Reason != entry.AgreedToNothing {
		t.Errorf("left out %v", r.LeftOut)
	}
}

// Nobody is told to remove a picture while a report that may name it can't be read.
func TestAPictureIsNotUnusedWhileAReportCannotBeRead(t *testing.T) {
	folder := ruletest.Folder(ruletest.Lay("media:\n\t- file: lamp.jpg\n"))
	for _, f := range buildOf(t, folder).Findings {
		if f.Rule == entry.FileUnused.Name {
			t.Errorf("found %v", f)
		}
	}
}
