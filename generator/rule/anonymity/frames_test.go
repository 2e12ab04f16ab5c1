package anonymity_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity"
	"yousaid/generator/rule/ruletest"
	"yousaid/generator/source"
)

// fills are what stands in the places of a frame, in turn.
type fills map[string][]string

// said is what comes of a frame with the nth filling of every place. The part
// between square brackets is what has to be found.
func said(text string, in fills, n int) string {
	for {
		i := strings.IndexByte(text, '{')
		if i < 0 {
			return text
		}
		j := i + strings.IndexByte(text[i:], '}')
		list := in[text[i+1:j]]
		if len(list) == 0 {
			panic("nothing fills " + text[i:j+1])
		}
		text = text[:i] + list[n%len(list)] + text[j+1:]
		n = n*7 + 3 // so that places are not filled in step
	}
}

// stopped are the rules of these that stop something in a text, or on what
// stands between its square brackets.
func stopped(t *testing.T, kind, text string, rules []string) []string {
	p := passage{file: "frames", sort: "plain", in: "body"}
	open, close := strings.IndexByte(text, '['), strings.IndexByte(text, ']')
	marked := open >= 0 && close > open
	if marked {
		text = text[:open] + text[open+1:close] + text[close+1:]
		p.labels = []label{{kind, open, close - 1}}
	}
	p.text = text
	s := score(t, p)
	var out []string
	for _, h := range s.hits {
		if h.Level != finding.Stop || !slices.Contains(rules, h.Rule) {
			continue
		}
		if marked && (h.i >= s.at[p.labels[0].j] || h.j <= s.at[p.labels[0].i]) {
			continue
		}
		out = append(out, h.Rule)
	}
	return out
}

var fillings = fills{
	"age":   {"14", "fourteen", "twelve", "9", "sixteen", "11", "Thirteen", "17", "TEN", "8"},
	"num":   {"9", "8", "10", "7"},
	"ord":   {"14th", "fourteenth", "12th", "sixteenth", "ninth"},
	"year":  {"9", "8", "10", "seven", "11"},
	"place": {"Skerrow", "Nether Soke", "Thwaite End", "Hollinbeck", "Abbots Thorpe", "Muckle Garth"},
	"low":   {"skerrow", "nether soke", "hollinbeck", "abbots thorpe"},
	"day":   {"3 May", "2nd February", "the fourteenth of June", "Aug 9th", "21 November"},
	"feast": {"Christmas Day", "Boxing Day", "Bonfire Night", "Halloween", "New Year's Eve", "St David's Day", "Valentine's Day"},
	"date":  {"13/3/11", "03.05.2010", "2010-11-06", "4 May 2011", "the 2nd of June 2009"},
	"way":   {"Elm Way", "Tanner Street", "Holly Rd", "Park Close", "Old Forge Lane", "Bramble Wy", "Canal Tce", "Quarry Av"},
	"loway": {"elm way", "tanner street", "holly rd", "park close", "old forge lane", "bramble wy", "canal tce", "quarry av"},
	"green": {"Green", "Elms", "Mews", "Beeches"},
	"no":    {"14", "7", "112", "twenty-two", "9b", "six"},
}

// read are the frames in a file of testdata/frames, one in a line; \\n begins
// another line in one.
func read(t *testing.T, name string) []string {
	t.Helper()
	raw, err := os.ReadFile("testdata/frames/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for l := range strings.Lines(string(raw)) {
		if l = strings.TrimSuffix(l, "\n"); l != "" {
			out = append(out, strings.ReplaceAll(l, `\n`, "\n"))
		}
	}
	return out
}

// mine are the rules that the frames are for.
var mine = []string{"exact-age", "date-of-birth", "street-address", "school-named", "case-reference", "social-handle"}

// found fails where less than 95 of 100 texts out of the frames are stopped on
// what has to be found, and tells which frames are passed over.
func found(t *testing.T, kind string, list []string, rules ...string) {
	t.Helper()
	var missed []string
	n, none := 0, 0
	for _, f := range list {
		var no []string
		for k := range 6 {
			text := said(f, fillings, k)
			if n++; len(stopped(t, kind, text, rules)) == 0 {
				no = append(no, text)
			}
		}
		if none += len(no); len(no) > 0 {
			missed = append(missed, fmt.Sprintf("%d of 6: %s, as %q", len(no), f, no[0]))
		}
	}
	t.Logf("%s: %d of %d texts are found; passed over:\n%s", kind, n-none, n, strings.Join(missed, "\n"))
	if none*20 > n {
		t.Errorf("%s: %d of %d texts are passed over", kind, none, n)
	}
}

// leftAlone fails where a text out of the frames is stopped.
func leftAlone(t *testing.T, list []string) {
	t.Helper()
	for _, f := range list {
		for k := range 6 {
			text := said(f, fillings, k)
			if got := stopped(t, "", text, mine); len(got) > 0 {
				t.Errorf("%v stops: %s", got, text)
				break
			}
		}
	}
}

func TestAgesAreFoundHoweverTheyAreSaid(t *testing.T) {
	found(t, "exact-age", read(t, "ages"), "exact-age", "date-of-birth")
}

func TestAgesAreFoundHoweverTheyAreWritten(t *testing.T) {
	var list []string
	for _, n := range read(t, "numbers") {
		list = append(list, "She is ["+n+"] and lives in {place}.", "I'm ["+n+"], from {place}.", "A girl aged ["+n+"] in {place}.")
	}
	found(t, "exact-age", list, "exact-age")
}

func TestSmallPlacesAreKnownHoweverTheyAreSaid(t *testing.T) {
	list := read(t, "near-places")
	around := []string{"She is [14] and lives %s.", "I'm [fifteen] and I live %s.", "A boy, aged [12], who lives %s, wrote to us."}
	for n, s := range read(t, "small-places") {
		list = append(list, fmt.Sprintf(around[n%len(around)], s))
	}
	found(t, "exact-age", list, "exact-age")
}

func TestNumbersThatAreNobodysAgeAreLeftAlone(t *testing.T) {
	leftAlone(t, read(t, "nobodys-age"))
}

func TestBirthdaysAreFoundHoweverTheyAreSaid(t *testing.T) {
	found(t, "birth-date", read(t, "birthdays"), "date-of-birth")
}

func TestDaysThatAreNobodysBirthdayAreLeftAlone(t *testing.T) {
	leftAlone(t, read(t, "public-days"))
}

func TestAddressesAreFoundHoweverTheyAreSaid(t *testing.T) {
	found(t, "address", read(t, "addresses"), "street-address")
}

func TestPlacesForEverybodyAreLeftAlone(t *testing.T) {
	leftAlone(t, read(t, "places-for-everybody"))
}

// Somebody who is named may be made up: then the age is nobody's.
func TestAnAgeBesideANameThatIsAllowedIsLeftAlone(t *testing.T) {
	p := passage{file: "frames", sort: "clean", in: "body", text: "Beth, 14, asked first. She is our made-up example."}
	of := func(allow string) (rules []string) {
		set, _ := entry.ParseSettings(source.Parse("site.yaml", []byte(ruletest.Settings)), "site.yaml")
		if found := set.TakeAllow(source.Parse("allow.yaml", []byte(allow)), "allow.yaml"); len(found) > 0 {
			t.Fatalf("allow.yaml: %v", found)
		}
		e, _ := entry.Parse(source.Parse("reports/report.md", []byte(p.lay().report)), "report.md", set)
		for _, f := range rule.Check(anonymity.TextRules, e, e.Verdicts(set, ruletest.Today), set, ruletest.Today) {
			rules = append(rules, f.Rule)
		}
		return rules
	}
	if got := of(""); !slices.Contains(got, "exact-age") {
		t.Errorf("an age beside a name is passed over: %v", got)
	}
	allow := "- {term: Beth, kind: fictional-character, reason: A made-up example, where: [\"*\"], by: participation-lead, on: 2026-02-01, review_by: 2027-02-01}\n"
	if got := of(allow); slices.Contains(got, "exact-age") {
		t.Errorf("an age beside a name that is allowed stops: %v", got)
	}
}
