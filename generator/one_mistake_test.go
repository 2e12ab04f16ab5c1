package generator

import (
	"slices"
	"strings"
	"testing"

	"yousaid/generator/finding"
	"yousaid/generator/rule/ruletest"
)

// A report in which one value is wrong is told one thing: what is written wrong
// is not missing as well.
func TestOneMistakeIsToldOnce(t *testing.T) {
	const good = `contributions:
  - id: late
    gist: Leaving early makes people feel left out.
    from: young-person
    band: 13-15
    edited: shortened
    edit_agreed: yes
    sensitive: [health]
    consent:
      to: summary
      given: 2026-02-03
      by: [young-person, social-worker]
      for: [website]
      told: leaflet-v3
      review: 2037-02-03
      explicit: yes
media:
  - file: lamp.jpg
    alt: A lamp by a path
    people: none
status: cannot
decision:
  because: There is no driver.
`
	told := func(text string) []finding.Finding {
		return slices.DeleteFunc(about(buildOf(t, ruletest.Folder(ruletest.Lay(text))), "reports/report.md"), func(f finding.Finding) bool {
			return f.Rule == labelHidden.Name // one voice is too few for its labels
		})
	}
	for _, mistake := range [][2]string{
		{"to: summary", "to: yes"}, {"to: summary", "too: summary"}, {"to: summary", "to: [summary]"},
		{"given: 2026-02-03", "given: last week"}, {"given: 2026-02-03", "givn: 2026-02-03"},
		{"by: [young-person, social-worker]", "by: [yes]"}, {"by: [young-person, social-worker]", "by: young-person"},
		{"by: [young-person, social-worker]", "by: [young-person, socialworker]"},
		{"for: [website]", "for: [internet]"}, {"told: leaflet-v3", "told: [leaflet-v3]"}, {"told: leaflet-v3", "tolled: leaflet-v3"},
		{"review: 2037-02-03", "review: 2037-13-03"}, {"explicit: yes", "explicit: maybe"},
		{"band: 13-15", "band: 14"}, {"from: young-person", "from: parent"},
		{"    consent:\n", "    consnt:\n"}, {good[strings.Index(good, "      to: s"):strings.Index(good, "media:")], "      to:\n      given:\n      by: []\n      for: []\n      told:\n      review:\n"},
		{"edited: shortened", "edited: some"}, {"edit_agreed: yes", "edit_agreed: ja"}, {"sensitive: [health]", "sensitive: health"},
		{"gist: Leaving early makes people feel left out.", "gist: Leaving # early"}, {"id: late", "id: Late Bus"}, {"id: late", "idd: late"},
		{"alt: A lamp by a path", "alt: A lamp # by a path"}, {"people: none", "people: no"}, {"people: none", "peple: none"},
		{"file: lamp.jpg", "fil: lamp.jpg"},
		{"status: cannot", "status: never"}, {"because: There is no driver.", "because: [There is no driver.]"},
		{"because: There is no driver.", "becase: There is no driver."}, {"decision:\n", "decison:\n"},
		{"status: cannot", "status: looking\nnext_update: soon"}, {"status: cannot", "status: looking\nnext_updat: 2037-02-03"},
		{"status: cannot", "status: cannot\nanonymity: yes"}, {"status: cannot", "status: cannot\nanonymity: {checked: soon, by: participation-lead}"},
		{"status: cannot", "status: cannot\nanonymity: {checked: 2026-02-10, by: Jo}"},
		{"status: cannot", "status: cannot\ntopic: Roads"}, {"status: cannot", "status: cannot\ndate: today"},
	} {
		text := strings.Replace(good, mistake[0], mistake[1], 1)
		if text == good {
			t.Fatalf("%q is not in the report", mistake[0])
		}
		if got := told(text); len(got) != 1 {
			t.Errorf("%q in the place of %q is told %d times: %v", mistake[1], mistake[0], len(got), got)
		}
	}
	if got := told(good); len(got) != 0 {
		t.Errorf("without a mistake there is something to tell: %v", got)
	}
}
