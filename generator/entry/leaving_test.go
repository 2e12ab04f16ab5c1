package entry

import (
	"testing"

	"yousaid/generator/finding"
	"yousaid/generator/source"
)

func TestAWayToLeaveIsOnEveryPageWhereTheSiteMeansSo(t *testing.T) {
	for _, test := range []struct {
		text        string
		quick, stop bool
	}{
		{"", false, false},
		{"quick_exit:", false, false},
		{"quick_exit: no", false, false},
		{"quick_exit: yes", true, false},
		{"quick_exit: yes please", true, true},
		{`quick_exit: "no"`, true, true},
		{"quick_exit: [no]", true, true},
		{"quik_exit: yes", true, true},
		{"quick-exit: yes", true, true},
	} {
		const rest = "title: A\norganisation: B\nbase_url: https://example.org/\ntopics: [{id: home, name: Home}]\nhelp: [{name: C, phone: 0800 1111}, {name: D, phone: 01632 960001}]\ncontact: {phone: 01632 960002}\n"
		set, findings := ParseSettings(source.Parse("site.yaml", []byte(rest+test.text)), "site.yaml")
		if set.QuickExit.Yes != test.quick || finding.Stops(findings) != test.stop {
			t.Errorf("%q: leaving quickly is %t, want %t; something stops: %t, want %t", test.text, set.QuickExit.Yes, test.quick, finding.Stops(findings), test.stop)
		}
	}
}

func TestWhereLeavingLeadsIsAWebAddressOrWhatTheThemeSays(t *testing.T) {
	for text, want := range map[string]string{
		"https://www.wikipedia.org/": "https://www.wikipedia.org/",
		"javascript:alert(1)":        "",
		"data:text/html,x":           "",
		"/home":                      "",
		"//example.org":              "",
		"":                           "",
	} {
		set, _ := ParseSettings(source.Parse("site.yaml", []byte("quick_exit_to: "+text)), "site.yaml")
		if set.QuickExitTo != want {
			t.Errorf("quick_exit_to: %s leads to %q, want %q", text, set.QuickExitTo, want)
		}
	}
}
