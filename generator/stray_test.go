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
