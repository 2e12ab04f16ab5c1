package entry

import (
	"slices"
	"strings"
	"testing"

	"yousaid/generator/finding"
	"yousaid/generator/source"
)

func taking(t *testing.T, privacy string, o Outside) (*Settings, []string) {
	t.Helper()
	set, _ := ParseSettings(source.Parse("site.yaml", []byte("title: A\n"+privacy)), "site.yaml")
	var rules []string
	for _, f := range set.Take(o) {
		rules = append(rules, f.Rule)
		if f.Level != finding.Stop {
			t.Errorf("%v does not stop", f)
		}
	}
	return set, rules
}

func TestARowWithMoreThanANameIsTold(t *testing.T) {
	for _, row := range []string{"Berrington, Quaffle", "Quaffle Berrington; Zedek Marie", "Quaffle (Q) Berrington", "Quaffle Berrington 2011", "Quaffle/Zedek"} {
		if _, rules := taking(t, "", Outside{Names: Kept{Setting: "X", Text: Secret("Zedek Marie\n" + row + "\n")}}); !slices.Equal(rules, []string{"private-list-row"}) {
			t.Errorf("%s: %v", row, rules)
		}
	}
	if _, rules := taking(t, "", Outside{Names: Kept{Setting: "X", Text: Secret("# home\nZedek-Marie O'Quaffle # left, 2019\n")}}); len(rules) > 0 {
		t.Errorf("a good list: %v", rules)
	}
}

func TestAListThatIsRequiredHasNames(t *testing.T) {
	for text, lost := range map[string]bool{"": true, "# nobody yet\n": true, "Zedek Marie\n": false} {
		set, _ := taking(t, "privacy: {names: required}\n", Outside{Names: Kept{Setting: "X", Text: Secret(text)}})
		if set.NamesLost != lost {
			t.Errorf("%q: lost %v", text, set.NamesLost)
		}
	}
}

// A column in which a team wrote that somebody took their words back must not
// be passed over as one of the team's own.
func TestAColumnThatEndsAConsentIsNotPassedOver(t *testing.T) {
	for name, used := range map[string]bool{
		"withdrawn": true, "social worker": true, "notes": true, "team": true, "gender": true, "venue": true, "friends": true, "date of form": true,
		"date withdrawn": false, "Withdrawn (date)": false, "taken back": false, "revoked": false, "ended": false, "end date": false, "Consent ended": false,
		"stop date": false, "removed": false, "revew": false, "asked_agian": false, "withdrawl": false, "expiry": false, "said no": false,
	} {
		set, rules := taking(t, "", Outside{Consents: Kept{Setting: "X", Text: Secret("record,to," + name + "\nC-1,quote,\n")}})
		if _, ok := set.Register.find("C-1"); ok != used || used != (len(rules) == 0) {
			t.Errorf("%s: used %v, %v", name, ok, rules)
		}
	}
}

func TestAKeyIsOneHoweverItIsWritten(t *testing.T) {
	set, _ := taking(t, "", Outside{Consents: Kept{Setting: "X", Text: Secret("record,to\nC–7F3K,quote\nC-8,quote\nc8,quote\n")}})
	for _, key := range []string{"C-7F3K", "c-7f3k", "C7F3K", "C‑7F3K", "C 7F3K", "C\u200b-7F3K", "Ｃ-7F3K"} {
		if _, ok := set.Register.find(key); !ok {
			t.Errorf("%q is not found", key)
		}
	}
	if _, ok := set.Register.find("C-8"); ok {
		t.Error("of two rows for one key one counts")
	}
}

func TestOfTwoRegistersNoneCounts(t *testing.T) {
	set, rules := taking(t, "", Outside{Consents: Kept{Setting: "X, Y", Problem: KeptTwice}})
	if _, ok := set.Register.find("C-1"); ok || !slices.Equal(rules, []string{"private-list-unreadable"}) {
		t.Errorf("used %v, %v", ok, rules)
	}
}

// Where the settings that name the lists have a slip, no list counts, and they
// are what is told of.
func TestSettingsThatAreNotUnderstoodLoseTheLists(t *testing.T) {
	k := Kept{Setting: ".yousaid-local.yaml", Text: Secret("C-1,quote"), Problem: KeptUnsaid}
	set := Cautious()
	found := set.Take(Outside{Names: k, Consents: k})
	if !set.NamesLost || len(found) != 2 || !strings.Contains(found[0].Hint, "Look into .yousaid-local.yaml") {
		t.Errorf("lost %v, found %v", set.NamesLost, found)
	}
	if _, ok := set.Register.find("C-1"); ok {
		t.Error("a row counts")
	}
}
