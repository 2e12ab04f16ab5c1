package generator

import (
	"slices"
	"strings"
	"testing"

	"yousaid/generator/finding"
	"yousaid/generator/rule/ruletest"
)

func TestASoundComesWithItsWords(t *testing.T) {
	for name, words := range map[string]string{"in the report": "A bell rings twice.", "in a file": "bell.txt"} {
		r := buildOf(t, ruletest.Folder(ruletest.Lay(pathBell+words+"\n")))
		page := bytesOf(t, r, thePage)
		if len(r.Findings) > 0 || len(mediaOf(r)) != 1 || !strings.Contains(page, "<audio controls") || !strings.Contains(page, "<p>A bell rings twice.</p>") {
			t.Errorf("%s: %v", name, r.Findings)
		}
	}
}

func TestWordsOfASoundAreCheckedWhereTheyStand(t *testing.T) {
	folder := dated(pathBell + "bell.txt\n")
	put(folder, "media/bell.txt", []byte("A bell rings.\nRing 07700 900123 to hear it.\n"))
	r := buildOf(t, folder)
	i := slices.IndexFunc(r.Findings, func(f finding.Finding) bool { return f.Rule == "phone-number" })
	if i < 0 || hasFile(r, thePage) {
		t.Fatalf("findings: %v", r.Findings)
	}
	if at := r.Findings[i].Pos; at.File != "reports/report.md" || at.Line != 11 || at.Col != 17 {
		t.Errorf("at %v", at)
	}
}

func TestWordsOfASoundThatMayNotBeHeardAreNowhere(t *testing.T) {
	const said = "the old boathouse door never shuts in winter"
	sound := strings.Replace(pathBell, nobody, theirYes, 1) + "So " + said + " at all.\n"
	gone := strings.Replace(sound, "2037-02-03}", "2037-02-03, withdrawn: 2026-05-01}", 1)
	holdsNowhere(t, buildOf(t, dated(gone)), said)
	for name, fragment := range map[string]string{"in a summary": gone + "summary: You said that " + said + ".\n", "in the feed": sound + "summary: You said that " + said + ".\n"} {
		r := buildOf(t, dated(fragment))
		if !slices.Contains(rulesOf(r.Findings), "words-repeated") || hasFile(r, thePage) {
			t.Errorf("%s: %v", name, rulesOf(r.Findings))
		}
	}
}

func TestWordsOfASoundThatMayNotBeHeardAreOnNoPageOfTheSite(t *testing.T) {
	const said = "the old boathouse door never shuts in winter"
	for name, more := range map[string]string{"taken back": ", withdrawn: 2026-05-01}", "heard": "}"} {
		folder := dated(strings.Replace(pathBell, nobody, strings.Replace(theirYes, "}", more, 1), 1) + "So " + said + " at all.\n")
		put(folder, "pages/about.md", []byte("---\ntitle: About\n---\nWe know that "+said+".\n"))
		if r := buildOf(t, folder); hasFile(r, "pages/about/index.html") != (name == "heard") {
			t.Errorf("%s: %v", name, r.Findings)
		}
	}
}
