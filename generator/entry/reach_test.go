package entry_test

import (
	"strings"
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/rule/ruletest"
	"yousaid/generator/source"
)

// They stand on every page: who rings or writes has to reach somebody.
func TestAnAddressOrANumberThatReachesNobodyIsToldAndLeftOut(t *testing.T) {
	for _, c := range []struct {
		key, value string
		good       bool
	}{
		{"email", "voices@quaffle.org", true}, {"email", "our.team+voices@mail.example.co.uk", true}, {"email", "llais@cyngor.cymru", true},
		{"email", "voices.quaffle.org", false}, {"email", "quaffle@", false}, {"email", "@quaffle.org", false}, {"email", "voices@quaffle", false},
		{"email", "voices@quaffle.org.", false}, {"email", "a@b@quaffle.org", false}, {"email", "our team@quaffle.org", false},
		{"email", "a@quaffle.org, b@quaffle.org", false}, {"email", "Our team <a@quaffle.org>", false},
		{"phone", "01632 960001", true}, {"phone", "01632960001", true}, {"phone", "+44 1632 960001", true}, {"phone", "999", true},
		{"phone", "Text 85258", true}, {"phone", "(01632) 960001 ext. 4", true},
		{"phone", "ask at the desk", false}, {"phone", "none", false}, {"phone", "x2", false},
	} {
		for _, group := range []string{"take_down", "complaints", "advocate"} {
			text := ruletest.Settings + group + ":\n  name: Us\n  " + c.key + ": " + `"` + c.value + `"` + "\n"
			if group != "advocate" {
				text = strings.Replace(text, "  name: Us\n", "", 1)
			}
			set, found := entry.ParseSettings(source.Parse("site.yaml", []byte(text)), "site.yaml")
			got := strings.Join([]string{set.TakeDown.Email + set.TakeDown.Phone, set.Complaints.Email + set.Complaints.Phone, set.Advocate.Email + set.Advocate.Phone}, " ")
			if strings.Contains(got, c.value) != c.good || (len(found) == 0) != c.good {
				t.Errorf("%s.%s: %q: taken %v, findings %v", group, c.key, c.value, strings.Contains(got, c.value), found)
			}
			for _, f := range found {
				if f.Rule != "value-type" || strings.Contains(f.String(), c.value) {
					t.Errorf("%s.%s: %q: %v", group, c.key, c.value, f)
				}
			}
		}
	}
}
