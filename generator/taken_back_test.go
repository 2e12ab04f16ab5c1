package generator

import (
	"slices"
	"strings"
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/rule/ruletest"
)

func TestAPictureThatWasTakenBackIsInNoOtherReport(t *testing.T) {
	const drawn = "media:\n  - file: lamp.jpg\n    alt: A lamp that I drew\n    consent: {to: quote, given: 2026-02-03, by: [young-person, social-worker], for: [website], told: leaflet-v3, review: 2037-02-03MORE}\n"
	const free = "media:\n  - file: copy.jpg\n    alt: A lamp by the path\n    people: none\n"
	for more, held := range map[string]bool{"": false, ", withdrawn: 2026-05-01": true, ", expires: 2026-05-01": true} {
		folder := dated(strings.Replace(drawn, "MORE", more, 1))
		put(folder, "media/copy.jpg", ruletest.Media["lamp.jpg"])
		put(folder, "reports/another.md", []byte(ruletest.Lay(free)))
		r := buildWith(t, folder, entry.Outside{})
		if got := slices.Contains(rulesOf(about(r, "content/reports/another.md")), "picture-taken-back"); got != held || hasFile(r, "reports/another/index.html") == held {
			t.Errorf("%q: held %v: %v", more, got, r.Findings)
		}
		if shown := len(mediaOf(r)) > 0; shown == held {
			t.Errorf("%q: the picture is shown: %v", more, shown)
		}
	}
}
