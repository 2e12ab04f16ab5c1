package anonymity

import (
	"strings"
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/rule"
	"yousaid/generator/rule/ruletest"
	"yousaid/generator/source"
)

func careLabels(t *testing.T, fragment string) int {
	t.Helper()
	settings := strings.Replace(ruletest.Settings, "\nprivacy:", "\nfrom: [{id: young-person, name: a young person}, {id: carex, name: a care experienced young person}, {id: group, name: a group of care leavers}]\nprivacy:", 1)
	set, _ := entry.ParseSettings(source.Parse("site.yaml", []byte(settings)), "site.yaml")
	e, found := entry.Parse(source.Parse("reports/report.md", []byte(ruletest.Lay(fragment))), "report.md", set)
	if e == nil || len(found) > 0 {
		t.Fatalf("the report: %v", found)
	}
	return len(rule.Check([]rule.Rule{CareLabel}, e, e.Verdicts(set, ruletest.Today), set, ruletest.Today))
}

func oneVoice(more string) string {
	return "anonymity: {checked: 2026-02-10, by: participation-lead}\ncontributions:\n  - id: late\n    band: 16-plus\n    consent: {to: quote, given: 2026-02-03, by: [young-person], for: [website], told: leaflet-v3, review: 2037-02-03}\n" + more
}

func TestACareLabelThatNobodyChoseStops(t *testing.T) {
	for _, words := range []string{
		"A care experienced young person is late.", "Care-experienced people are late.", "A care leaver is late.", "A looked after child is late.", "A looked-after young person.",
		"Young people in care are late.", "She is in foster care.", "He went into care at six.", "A LAC review was late.", "They were looked after.", "A foster child is late.", "Living in residential care is hard.",
	} {
		for _, key := range []string{"gist", "called"} {
			if careLabels(t, oneVoice("    "+key+": "+words+"\n")) != 1 {
				t.Errorf("%s: %q is not found", key, words)
			}
		}
	}
	if careLabels(t, oneVoice("    gist: I am late.\n    from: carex\n")) != 1 {
		t.Error("the label of the speaker is not found")
	}
	for _, text := range []string{"One care experienced young person said that it is late.", "A looked after child told us so.", "A care leaver asked for it."} {
		if careLabels(t, "---\n## You said\n\n"+text+"\n") != 1 {
			t.Errorf("in a body: %q is not found", text)
		}
	}
}

func TestACareLabelMayStandWhereItTellsOfNobody(t *testing.T) {
	for why, fragment := range map[string]string{
		"their own words":   oneVoice("    words: I am a care leaver and I am in care.\n"),
		"they chose it":     oneVoice("    gist: A care leaver is late.\n    from: carex\n    care_status: chosen\n"),
		"several":           oneVoice("    gist: Care leavers are late.\n    made: from-several\n    records: [A, B, C]\n"),
		"a group":           oneVoice("    gist: Young people in care are late.\n    from: group\n"),
		"a count":           oneVoice("    gist: Young people in care are late.\n    people: 9\n"),
		"made up":           "contributions:\n  - {id: a, made: made-up, gist: A care leaver is late.}\n",
		"people in general": "---\n## You said\n\nA care leaver can get a grant. The Children in Care Council said so.\n",
		"care of things":    oneVoice("    gist: The park is looked after, and we care. Handle with care. The black lac. It is clay.\n"),
		"care homes":        oneVoice("    gist: People in care homes for the old like visits.\n"),
	} {
		if n := careLabels(t, fragment); n != 0 {
			t.Errorf("%s: %d findings", why, n)
		}
	}
	for _, answer := range []string{"no", "not-asked"} {
		if careLabels(t, oneVoice("    gist: A care leaver is late.\n    care_status: "+answer+"\n")) != 1 {
			t.Errorf("%s counts as chosen", answer)
		}
	}
}
