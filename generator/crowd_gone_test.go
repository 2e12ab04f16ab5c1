package generator

import (
	"strings"
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule/ruletest"
)

// Who saw the page before must not learn from the one after it which group the
// missing words came from.
func TestALabelStaysOffWhenItsVoiceIsTakenBack(t *testing.T) {
	voice := "contributions:\n  - id: late\n    gist: I have to leave before the film ends.\n    consent: {to: summary, given: 2026-02-03, by: [young-person, social-worker], for: [website], told: leaflet-v3, review: 2027-02-03MORE}\n"
	for why, more := range map[string]string{"shown": "", "taken back": ", withdrawn: 2026-05-01", "ended": ", expires: 2026-05-01", "not yet": ", explicit: no"} {
		folder := ruletest.Folder(ruletest.Lay("group: tuesday-group\narea: county\n" + strings.Replace(voice, "MORE", more, 1)))
		r := buildWith(t, folder, entry.Outside{})
		for _, rep := range r.Site.Reports {
			if rep.Group.ID != "" || rep.Area.ID != "" {
				t.Errorf("%s: group %q and area %q are shown", why, rep.Group.ID, rep.Area.ID)
			}
		}
	}
	tombstone := ruletest.Folder(ruletest.Lay("group: tuesday-group\ncontributions:\n  - {id: late, withdrawn: 2026-05-01}\n"))
	if r := buildWith(t, tombstone, entry.Outside{}); r.Site.Reports[0].Group.ID+r.Site.Reports[1].Group.ID != "" {
		t.Error("the group of a voice that was taken out is shown")
	}
}

func TestASmallGroupIsNamedNowhere(t *testing.T) {
	for why, fragment := range map[string]string{
		"no voice": "group: tiny\n",
		"made up":  "group: tiny\ncontributions:\n  - {id: late, words: It is late., made: made-up}\n",
		"asked":    "impact:\n  - change: A later bus\n    checked_with: {group: tiny, on: 2026-03-01}\n",
	} {
		folder := ruletest.Folder(ruletest.Lay(fragment))
		folder["site.yaml"] = file(strings.Replace(ruletest.Settings, "size: 12}]", "size: 12}, {id: tiny, name: Quaffle Crew, size: 3}]", 1))
		r := buildWith(t, folder, entry.Outside{})
		if finding.Stops(r.Findings) || len(r.Site.Reports) != 2 {
			t.Fatalf("%s: %v", why, r.Findings)
		}
		for _, f := range r.Files {
			if strings.Contains(string(f.Data), "Quaffle") || strings.Contains(f.Path, "tiny") {
				t.Errorf("%s: %s names the group", why, f.Path)
			}
		}
	}
}
