package gate

import (
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/site"
)

func TestTheGateItselfLeavesOutHowManyWereAskedWhereVoicesTellIt(t *testing.T) {
	set := entry.Cautious()
	e := &entry.Entry{Contributions: make([]entry.Contribution, 2)}
	e.Asked.People = entry.Number{N: 3, Set: true}
	verdicts := []entry.Verdict{{Reason: entry.Allowed}, {Reason: entry.Withdrawn}}
	if got := Admit(e, verdicts, set, site.Date{Year: 2026, Month: 6, Day: 1}).Asked.People; got != "fewer than 5 people" {
		t.Errorf("with one voice: %q", got)
	}
	verdicts[1].Reason = entry.Allowed
	if got := Admit(e, verdicts, set, site.Date{Year: 2026, Month: 6, Day: 1}).Asked.People; got != "" {
		t.Errorf("with two voices: %q", got)
	}
}

func TestHidingLeavesTheAdmittedReportAsItWas(t *testing.T) {
	r := &site.Report{Group: site.Label{ID: "g", Name: "G"}, Area: site.Label{ID: "a", Name: "A"},
		Voices: []site.Voice{{Band: "13 to 15"}, {Band: "16 to 17"}}, Impact: []site.Impact{{CheckedWith: "G"}, {CheckedWith: "H"}}}
	out := Hide(r, Hidden{Group: true, Area: true, Bands: []bool{true, false}})
	if out.Group.ID+out.Area.Name+out.Voices[0].Band+out.Impact[0].CheckedWith != "" || out.Voices[1].Band == "" || out.Impact[1].CheckedWith != "H" {
		t.Errorf("shown: %+v", out)
	}
	if r.Group.ID == "" || r.Area.ID == "" || r.Voices[0].Band == "" || r.Impact[0].CheckedWith == "" {
		t.Error("the next build would not have these labels either")
	}
	if same := Hide(r, Hidden{Bands: []bool{false, false}}); same != r {
		t.Error("a copy is made where nothing is hidden")
	}
}
