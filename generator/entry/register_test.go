package entry

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/finding"
	"yousaid/generator/site"
	"yousaid/generator/source"
)

var day1 = site.Date{Year: 2026, Month: 6, Day: 1}

const csvRegister = `record,name of young person,to,given,by,for,told,review,expires,withdrawn,asked_again,explicit
C-1,Quaffle Berrington,quote,2026-02-03,young-person;social-worker,website;feed,,2027-02-03,,,,
C-2,Quaffle Berrington,quote,2026-02-03,young-person;social-worker,website,,2027-02-03,,2026-05-01,,
C-3,Quaffle Berrington,quote,2026-02-03,young-person;social-worker,website,,2027-02-03,,,2026-03-01 yes;2026-04-01 no,
C-4,Quaffle Berrington,Summary,2026-02-03,young-person;social-worker,website,,2026-05-03,,,,yes
C-5,Quaffle Berrington,quote,3/2/2026,young-person,website,,2027-02-03,,,,
C-6,Quaffle Berrington,quote
C-7,"a ""name"", and
a second line",quote,2026-02-03,young-person;social-worker,website,,2027-02-03,,,,
C-8,Quaffle Berrington,quote,2026-02-03,young-person;social-worker,website,,2027-02-03,,,,
C-8,Quaffle Berrington,quote,2026-02-03,young-person;social-worker,website,,2027-02-03,,,,
c-9 ,Quaffle Berrington,quote,2026-02-03,young-person;social-worker,website,,2027-02-03,,,,,,extra
`

func withRegister(t *testing.T, text string) (*Settings, []finding.Finding) {
	t.Helper()
	set := Cautious()
	return set, set.Take(Outside{Consents: Kept{Setting: "YOUSAID_CONSENTS", Text: Secret(text)}})
}

// voice is the first contribution of a report with this consent.
func voice(set *Settings, consent string) *Contribution {
	text := "---\ncontributions:\n  - id: a\n    words: x\n    band: 13-15\n    consent: " + consent + "\n---\n"
	e, _ := Parse(source.Parse("reports/a.md", []byte(text)), "a.md", set)
	return &e.Contributions[0]
}

func TestARecordAloneIsEnough(t *testing.T) {
	semicolons := strings.NewReplacer(",", ";", ";", ",").Replace(csvRegister)
	yaml := `C-1: {to: quote, given: 2026-02-03, by: [young-person, social-worker], for: [website, feed], review: 2027-02-03}
C-2: {to: quote, given: 2026-02-03, by: [young-person, social-worker], for: [website], review: 2027-02-03, withdrawn: 2026-05-01}
C-3: {to: quote, given: 2026-02-03, by: [young-person, social-worker], for: [website], review: 2027-02-03, asked_again: [{on: 2026-04-01, answer: no}]}
C-4: {to: summary, given: 2026-02-03, by: [young-person, social-worker], for: [website], review: 2026-05-03}
C-5: {to: quote, given: 3 February, by: [young-person], for: [website], review: 2027-02-03}
C-6: quote
C-7: {to: quote, given: 2026-02-03, by: [young-person, social-worker], for: [website], review: 2027-02-03}
C-8: {to: quote, withdrawn: 2026-13-01}
`
	for form, text := range map[string]string{
		"csv": csvRegister, "BOM": "\uFEFF" + csvRegister, "windows": strings.ReplaceAll(csvRegister, "\n", "\r\n"),
		"semicolons": semicolons, "tabs": strings.ReplaceAll(csvRegister, ",", "\t"), "yaml": yaml,
		"yaml list": strings.NewReplacer("C-6: quote", "- {record: C-6, tu: quote}", "C-", "- {record: C-", ": {", ", ").Replace(yaml),
	} {
		set, found := withRegister(t, text)
		for _, f := range found {
			if f.Rule != "private-list-row" || !strings.HasPrefix(f.Pos.File, "Consent register, row ") || strings.HasSuffix(f.Pos.File, "row 1") {
				t.Errorf("%s: %v", form, f)
			}
		}
		for key, want := range map[string]Reason{"C-1": Allowed, "c-1": Allowed, "C-2": Withdrawn, "C-3": SaidNo, "C-4": ReviewPassed, "C-5": NoConsent, "C-6": NoConsent, "C-7": Allowed, "C-8": NoConsent, "C-9": NoConsent, "C-99": NoConsent} {
			for _, written := range []string{key, "{record: " + key + "}"} {
				if got := voice(set, written).Standing(day1); got != want {
					t.Errorf("%s: %s is %q, want %q", form, written, got.Words(), want.Words())
				}
			}
		}
		if c := voice(set, "C-1"); !c.Allows(Quote, Feed, day1) || c.Allows(Quote, Data, day1) {
			t.Errorf("%s: the channels are not those of the register", form)
		}
	}
}

func TestARegisterThatIsNotUnderstoodAgreesToNothing(t *testing.T) {
	for why, text := range map[string]string{
		"a misspelt column":  strings.Replace(csvRegister, ",withdrawn,", ",withdrawen,", 1),
		"an open quote mark": strings.Replace(csvRegister, "C-2,Quaffle", `C-2,"Quaffle`, 1),
		"a column twice":     strings.Replace(csvRegister, "name of young person", "to", 1),
		"not UTF-8":          "record,to\nC-1,qu\xffote\n",
		"no table":           "a list of names\nand nothing else: [\n",
	} {
		set, found := withRegister(t, text)
		if !slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Rule == "private-list-unreadable" }) {
			t.Errorf("%s: not told: %v", why, found)
		}
		for _, consent := range []string{"C-1", "{record: C-1, to: quote, given: 2026-02-03, by: [young-person, social-worker], for: [website], review: 2027-02-03}"} {
			if got := voice(set, consent).Standing(day1); got != NoConsent {
				t.Errorf("%s: %s", why, got.Words())
			}
		}
	}
}

func TestWithoutARegisterAWholeConsentStandsForItself(t *testing.T) {
	if got := voice(Cautious(), "{record: C-1, to: quote, given: 2026-02-03, by: [young-person, social-worker], for: [website], review: 2027-02-03}").Standing(day1); got != Allowed {
		t.Error(got.Words())
	}
	if c := voice(Cautious(), "C-1"); c.Standing(day1) != NoConsent || c.Consent.Unknown().Line == 0 {
		t.Error("a record alone agrees to something")
	}
}

// What the report and the register say is asked of each alone, as plainly as
// possible: what one of them does not allow is not allowed.
func TestOfReportAndRegisterTheStricterHolds(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 23))
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	for range 3000 {
		parts := func() map[string]string {
			return map[string]string{
				"to": pick("", "summary", "quote", "quote", "named", "nothing"), "given": pick("", "2026-01-01", "2026-01-01", "2026-07-01"),
				"by": pick("", "young-person;social-worker", "young-person;social-worker", "young-person"), "for": pick("", "website", "website;feed", "feed;data", "website;data"),
				"review": pick("", "2027-01-01", "2027-01-01", "2026-05-31"), "expires": pick("", "", "", "2026-05-01", "2026-12-01"),
				"withdrawn": pick("", "", "", "", "2026-03-01"), "asked_again": pick("", "", "2026-02-01 yes", "2026-02-01 no"),
			}
		}
		report, register := parts(), parts()
		set, found := withRegister(t, csvOf(register))
		if len(found) > 0 {
			t.Fatal(found)
		}
		c := voice(set, yamlOf(report))
		// Each alone, with what the other says where it says nothing.
		alone := func(a, b map[string]string) *Contribution {
			full := map[string]string{}
			for k, v := range a {
				if v == "" && k != "expires" && k != "withdrawn" && k != "asked_again" {
					v = b[k]
				}
				full[k] = v
			}
			return voice(Cautious(), strings.Replace(yamlOf(full), "record: C-1, ", "", 1))
		}
		x, y := alone(report, register), alone(register, report)
		for _, u := range []Use{Summary, Quote, Named} {
			for ch := Website; ch <= Data; ch++ {
				if got, want := c.Allows(u, ch, day1), x.Allows(u, ch, day1) && y.Allows(u, ch, day1); got != want {
					t.Fatalf("report %v, register %v: use %d in channel %d is %v, not %v", report, register, u, ch, got, want)
				}
			}
		}
		if ended := x.Standing(day1).Ended() || y.Standing(day1).Ended(); ended != c.Standing(day1).Ended() {
			t.Fatalf("report %v, register %v: ended is %v, not %v", report, register, c.Standing(day1).Ended(), ended)
		}
	}
}

var columnsOfTest = []string{"to", "given", "by", "for", "review", "expires", "withdrawn", "asked_again"}

func csvOf(m map[string]string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	row := []string{"C-1"}
	for _, k := range columnsOfTest {
		row = append(row, m[k])
	}
	_ = w.WriteAll([][]string{append([]string{"record"}, columnsOfTest...), row})
	return b.String()
}

func yamlOf(m map[string]string) string {
	var out []string
	for _, k := range columnsOfTest {
		v := m[k]
		switch {
		case v == "":
			continue
		case k == "by" || k == "for":
			v = "[" + strings.ReplaceAll(v, ";", ", ") + "]"
		case k == "asked_again":
			on, answer, _ := strings.Cut(v, " ")
			v = fmt.Sprintf("[{on: %s, answer: %s}]", on, answer)
		}
		out = append(out, k+": "+v)
	}
	return "{record: C-1, " + strings.Join(out, ", ") + "}"
}
