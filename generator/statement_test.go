package generator

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule/ruletest"
	"yousaid/generator/site"
)

func stated(text string) fstest.MapFS {
	folder := ruletest.Folder(ruletest.Lay(""))
	folder["site.yaml"] = file(ruletest.Settings + "accessibility:\n  reviewed: 2026-05-01\n" + text)
	return folder
}

func statementPage(t *testing.T, r *Result) string {
	t.Helper()
	i := slices.IndexFunc(r.Files, func(f site.File) bool { return f.Path == entry.StatementPage+"/index.html" })
	if i < 0 {
		t.Fatal("there is no page on accessibility")
	}
	return string(r.Files[i].Data)
}

func TestTheStatementIsOnItsPage(t *testing.T) {
	r := buildOf(t, stated("  status: partly\n  tested: |\n    We went through it with a keyboard.\n  problems:\n    - Our films have no captions.\n"))
	page := statementPage(t, r)
	for _, want := range []string{"We went through it with a keyboard.", "Our films have no captions.", "1 May 2026", "partially compliant"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not there", want)
		}
	}
	if len(r.Findings) > 0 {
		t.Errorf("findings: %v", r.Findings)
	}
}

// It stands in site.yaml, whose names may stand everywhere; its prose is looked
// at all the same, and lets no name through anywhere.
func TestTheTextsOfTheStatementAreLookedAtLikeAPage(t *testing.T) {
	for text, rule := range map[string]string{
		"Ring 07700 900123 if it fails.":     "phone-number",
		"Aaliyah tested it with a keyboard.": "person-name",
		"Ask Quaffle Berrington.":            "private-name",
		"Write to sam@quaffle.org.":          "email-address",
	} {
		for _, key := range []string{"  tested: |\n    " + text + "\n", "  problems:\n    - |\n      " + text + "\n"} {
			r := buildOf(t, stated(key))
			if got := rulesOf(about(r, "site.yaml")); !slices.Contains(got, rule) || !slices.Contains(r.Held, "site.yaml") {
				t.Errorf("%s: %v, held %v", rule, got, r.Held)
			}
			if page := statementPage(t, r); strings.Contains(page, text[:4]) && rule != "private-name" || strings.Contains(page, "Berrington") {
				t.Errorf("%s: it is on the page", rule)
			}
			if !hasFile(r, "reports/report/index.html") {
				t.Errorf("%s: a good report is not published", rule)
			}
			speaksWell(t, r.Findings)
		}
	}
	folder := stated("  tested: |\n    Zhanelo Abara tested it.\n")
	folder["reports/report.md"] = file(ruletest.Lay("summary: Zhanelo Abara asked for a later bus.\n"))
	if r := buildOf(t, folder); !finding.Stops(about(r, "reports/report.md")) {
		t.Error("a name in the statement may stand in a report")
	}
}

func TestTheStatementRepeatsNobodysWithheldWords(t *testing.T) {
	const said = "the quaffleberry sings before the moon is up"
	withheld := `contributions:
  - id: late
    words: |
      ` + said + `
    band: 16-plus
    consent: {to: quote, given: 2026-01-02, by: [young-person], for: [website], told: leaflet-v3, review: 2027-01-02, withdrawn: 2026-05-30}
`
	folder := stated("  tested: |\n    We tested it. They say: " + said + ".\n")
	folder["reports/report.md"] = file(ruletest.Lay(withheld))
	r := buildOf(t, folder)
	if got := rulesOf(about(r, "site.yaml")); !slices.Contains(got, "words-repeated") {
		t.Errorf("not told: %v", got)
	}
	for _, f := range r.Files {
		if bytes.Contains(f.Data, []byte("quaffleberry")) {
			t.Errorf("%s holds it", f.Path)
		}
	}
	if !hasFile(r, "reports/report/index.html") {
		t.Error("the report is not published")
	}
}

func TestAStatementThatNobodyLookedAtForAYearIsAWarning(t *testing.T) {
	for text, warned := range map[string]bool{
		"": false, "accessibility:\n": false,
		"accessibility: {reviewed: 2026-05-01}\n":               false,
		"accessibility: {reviewed: 2025-06-01}\n":               false, // to the day
		"accessibility: {reviewed: 2025-05-31}\n":               true,
		"accessibility: {reviewed: 2026-06-02}\n":               true, // not yet
		"accessibility: {answer_within_days: 5}\n":              true,
		"accessibility: {reviewed: 2026-13-01, status: full}\n": false, // told as a slip
	} {
		folder := ruletest.Folder(ruletest.Lay(""))
		folder["site.yaml"] = file(ruletest.Settings + text)
		r := buildOf(t, folder)
		found := about(r, "site.yaml")
		if slices.Contains(rulesOf(found), "statement-old") != warned {
			t.Errorf("%q: %v", text, found)
		}
		if warned && (finding.Stops(found) || found[0].Pos.Line == 0) {
			t.Errorf("%q holds something, or has no place: %v", text, found)
		}
		speaksWell(t, r.Findings)
		if page := statementPage(t, r); strings.Contains(page, "2 June 2026") {
			t.Errorf("%q: a day that has not come stands on the page", text)
		}
	}
}

func TestASiteWithProblemsIsNotAllAccessible(t *testing.T) {
	r := buildOf(t, stated("  status: full\n  tested: We looked.\n  problems: [The map.]\n"))
	if f := about(r, "site.yaml"); !finding.Stops(f) {
		t.Errorf("not told: %v", f)
	}
	if page := statementPage(t, r); !strings.Contains(page, "partially compliant") || !strings.Contains(page, "The map.") {
		t.Error("the page claims more than is so")
	}
}
