package generator

import (
	"slices"
	"strings"
	"testing"

	"yousaid/generator/finding"
	"yousaid/generator/rule/ruletest"
)

// A file that is not published for its name has voices all the same, and their
// words are nobody else's to show.
func TestTheWordsInAFileOfABadNameAreKnownToTheWall(t *testing.T) {
	const page = "---\ntitle: About us\n---\nI always have to leave before the film ends, they say.\n"
	for _, name := range []string{
		"reports/Late Bus.md", "reports/late_bus.md", "reports/page.md", "reports/late.MD", "reports/late.cy.md", "reports/zedek-marie.md", "reports/zedek-marie/late.md", "late.md", "drafts/late.md",
	} {
		folder := ruletest.Folder(ruletest.Lay(""))
		folder[name] = file(ruletest.Lay(oneVoice))
		folder["pages/about.md"] = file(page)
		r := buildWith(t, folder, ruletest.Outside)
		if hasFile(r, "pages/about/index.html") || !hasFile(r, thePage) {
			t.Errorf("%s: a page with its words is published, or something else is not: %v", name, rulesOf(r.Findings))
		}
		noName(t, r)
		if !slices.ContainsFunc(r.InPublic, func(f finding.Finding) bool { return strings.Contains(f.Message, "everybody can read the words in it") }) {
			t.Errorf("%s: nothing is said for a public repository", name)
		}
	}
	// Where somebody said yes to the same words elsewhere, they may stand there.
	folder := ruletest.Folder(ruletest.Lay(oneVoice))
	folder["reports/Late Bus.md"] = file(ruletest.Lay(oneVoice))
	if r := buildWith(t, folder, ruletest.Outside); !hasFile(r, thePage) {
		t.Errorf("a copy takes the report down: %v", r.Findings)
	}
}

// A slip in one file must not bring words on a page that its voices were kept
// off: neither one that breaks the file, nor a key that is misspelt.
func TestTheWordsInABrokenFileAreKnownToTheWall(t *testing.T) {
	const page = "---\ntitle: About us\n---\nI always have to leave before the film ends, they say.\n"
	taken := strings.Replace(oneVoice, "review: 2037-02-03}", "review: 2037-02-03, withdrawn: 2026-05-01}", 1)
	whole := ruletest.Lay(taken)
	wide := func(s string) string {
		out := "\xff\xfe"
		for i := range len(s) {
			out += s[i:i+1] + "\x00"
		}
		return out
	}
	for why, c := range map[string]struct{ name, text string }{
		"a bracket is open":        {"reports/late.md", ruletest.Lay("status: [done\n" + taken)},
		"the words hang out":       {"reports/late.md", ruletest.Lay(strings.Replace(taken, "      I always", "I always", 1))},
		"the words go on":          {"reports/late.md", ruletest.Lay("status: [done\n" + strings.Replace(taken, "before the", "before\n      the", 1))},
		"a quote mark is open":     {"reports/late.md", ruletest.Lay(strings.Replace(taken, "|\n      I always", "\"I always", 1))},
		"the end is missing":       {"reports/late.md", strings.Replace(whole, "\n---\n", "\n", 1)},
		"contributions misspelt":   {"reports/late.md", strings.Replace(whole, "contributions:", "contributons:", 1)},
		"words misspelt":           {"reports/late.md", strings.Replace(whole, "words:", "word:", 1)},
		"no list":                  {"reports/late.md", strings.Replace(whole, "  - id:", "    id:", 1)},
		"old encoding":             {"reports/late.md", whole + "caf\xe9\n"},
		"wide encoding":            {"reports/late.md", wide(whole)},
		"a mark that nobody sees":  {"reports/late.md", whole + "\x00\n"},
		"too large":                {"reports/late.md", whole + strings.Repeat("x\n", 200_000)},
		"a copy by another name":   {"reports/late.md.bak", whole},
		"another kind of file":     {"reports/late.markdown", whole},
		"broken, and a bad name":   {"reports/Late Bus.md", ruletest.Lay("status: [done\n" + taken)},
		"lines end as on Windows":  {"reports/late.md", strings.ReplaceAll(ruletest.Lay("status: [done\n"+taken), "\n", "\r\n")},
		"words and voice repeated": {"reports/late.md", strings.Replace(whole, "    gist:", "    words: Another.\n    gist:", 1)},
	} {
		folder := ruletest.Folder(ruletest.Lay(""))
		folder[c.name] = file(c.text)
		folder["pages/about.md"] = file(page)
		folder["pages/other.md"] = file("---\ntitle: Other\n---\nNote: you can always ask us, and contributions: all are fine.\n")
		r := buildWith(t, folder, ruletest.Outside)
		if hasFile(r, "pages/about/index.html") || !hasFile(r, "pages/other/index.html") || !hasFile(r, thePage) {
			t.Errorf("%s: a page with its words is published, or something else is not: %v", why, rulesOf(r.Findings))
		}
	}
}
