package generator

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yousaid/generator/entry"
	"yousaid/generator/rule/ruletest"
)

// What may not be shown changes no byte of the site: no list, no number, no name
// of a file tells that it is there, or what it says.
func TestWhatMayNotBeShownChangesNoByte(t *testing.T) {
	const channels = "website, search, feed, data, social, print"
	voice := func(words, channels, end string) string {
		return ruletest.Lay("title: A night bus\nstatus: looking\nnext_update: 2026-09-01\ncontributions:\n  - id: late\n    words: |\n      " + words +
			"\n    consent: {to: quote, given: 2026-01-02, by: [young-person, social-worker], for: [" + channels + "], told: leaflet-v3, review: 2037-01-02" + end + "}\n")
	}
	const some, others = "The quaffleberry flies over the bus.", "Every wibble of mine is a bus."
	withdrawn := voice(some, channels, ", withdrawn: 2026-05-30")
	nothing := ruletest.Lay("title: A night bus\nstatus: looking\nnext_update: 2026-09-01\n")
	for why, c := range map[string]struct {
		a, b string
		only []string // the files that may differ
	}{
		"a report that is held":      {"", strings.Replace(voice(some, channels, ""), "status:", "statuss:", 1), nil},
		"a draft":                    {"", strings.Replace(voice(some, channels, ""), "status:", "draft: yes\nstatus:", 1), nil},
		"words taken back":           {withdrawn, voice(others, channels, ", withdrawn: 2026-05-30"), nil},
		"that there were any":        {withdrawn, nothing, nil},
		"words whose time is over":   {nothing, voice(some, channels, ", expires: 2026-05-30"), nil},
		"words not for the website":  {nothing, voice(some, "search, feed, data, social, print", ""), nil},
		"words for the website only": {voice(some, "website", ""), voice(others, "website", ""), []string{"reports/voice/index.html"}},
		"words that may be printed":  {voice(some, "website, print", ""), voice(others, "website, print", ""), []string{"reports/voice/index.html"}},
		"words that may be searched": {voice(some, "website, search", ""), voice(others, "website, search", ""), []string{"reports/voice/index.html", "search/index.txt"}},
	} {
		files := func(report string) map[string]string {
			folder := fstest.MapFS(ruletest.Folder(ruletest.Lay("")))
			folder["glossary.yaml"] = file("- {term: bus, means: A big car.}\n")
			if report != "" {
				folder["reports/voice.md"] = file(report)
			}
			out := map[string]string{}
			for _, f := range buildWith(t, folder, entry.Outside{}).Files {
				out[f.Path] = string(f.Data)
			}
			return out
		}
		a, b := files(c.a), files(c.b)
		var differ []string
		for p := range b {
			if _, there := a[p]; !there || a[p] != b[p] {
				differ = append(differ, p)
			}
		}
		if slices.Sort(differ); !slices.Equal(differ, c.only) || len(a) != len(b) {
			t.Errorf("%s: these files differ: %v", why, differ)
		}
	}
}
