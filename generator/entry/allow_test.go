package entry

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"yousaid/generator/site"
	"yousaid/generator/source"
)

const goodAllow = `- term: Canal Street
  kind: place
  reason: A street of shops
  where: [2026/later-bus, pages/safe, glossary, "*"]
  by: lead
  on: 2026-02-01
  review_by: 2027-02-01
`

func readAllow(text string) ([]Allowance, []string) {
	list, found := ParseAllow(source.Parse("allow.yaml", []byte(text)), "allow.yaml", Cautious())
	var rules []string
	for _, f := range found {
		rules = append(rules, fmt.Sprintf("%d %s", f.Pos.Line, f.Rule))
	}
	return list, rules
}

func TestAnAllowanceWithAnythingWrongCountsForNothing(t *testing.T) {
	if list, wrong := readAllow(goodAllow); len(list) != 1 || len(wrong) > 0 {
		t.Fatalf("the good one: %d, %v", len(list), wrong)
	}
	for _, change := range [][2]string{
		{"  reason: A street of shops\n", ""}, {"  reason: A street of shops\n", "  reason:\n"}, {"reason: A street of shops", "reason: \" \""},
		{"kind: place", "kind: person"}, {"kind: place", "kind: Place"}, {"kind: place", "kinds: place"}, {"by: lead", "by: Sam Jones"},
		{"on: 2026-02-01", "on: 1 February"}, {"on: 2026-02-01", "on:"}, {"2027-02-01", "2027-02-30"}, {"  review_by: 2027-02-01\n", ""},
		{"term: Canal Street", "term: \"...\""}, {"term: Canal Street", "term:"}, {"term: Canal Street", "term: Canal # Street"},
		{`"*"]`, `*]`}, {`"*"]`, `"**"]`}, {"where: [2026/later-bus, pages/safe, glossary, \"*\"]", "where: later-bus"}, {"pages/safe", "../later"},
		{"by: lead", "by: lead\n  by: lead"},
	} {
		text := strings.Replace(goodAllow, change[0], change[1], 1)
		if text == goodAllow {
			t.Fatalf("nothing changed: %q", change)
		}
		other := strings.Replace(goodAllow, "Canal Street", "Mill Lane", 1)
		list, wrong := readAllow(text + other)
		if len(wrong) == 0 || len(list) > 1 || len(list) == 1 && list[0].Term.Reveal() != "Mill Lane" {
			t.Errorf("%q: %d allowances, %v", change, len(list), wrong)
		}
	}
	for _, none := range []string{"", "\n", "# nothing\n", "# a\n\n  # b"} {
		if list, wrong := readAllow(none); len(list)+len(wrong) > 0 {
			t.Errorf("%q: %v %v", none, list, wrong)
		}
	}
}

func TestAnAllowanceIsAddedAndEveryOtherByteKept(t *testing.T) {
	day := site.Date{Year: 2026, Month: 6, Day: 1}
	r := rand.New(rand.NewPCG(3, 5))
	terms := []string{"Mill Lane", `He said "no" \ yes`, "Łódź: a place # not a note", "- dash", "*star", "01632 960001", "it's", "two\nlines", "emoji 🚌", "&#83;am", "{a}", "[b]", "yes", "null", "2026-01-01"}
	for _, base := range []string{
		"", "# a note\n", goodAllow, goodAllow + "\n# the end", strings.TrimSuffix(goodAllow, "\n"), strings.ReplaceAll(goodAllow, "\n", "\r\n"),
		"  " + strings.ReplaceAll(strings.TrimSuffix(goodAllow, "\n"), "\n", "\n  ") + "\n",
		`- {term: Canal, kind: place, reason: "A street", where: [a], by: lead, on: 2026-02-01, review_by: 2027-02-01}` + "\n",
		"\uFEFF" + goodAllow, "- term: broken\n" + goodAllow,
	} {
		text := []byte(base)
		for range 20 {
			before, _ := readAllow(string(text))
			term, reason := terms[r.IntN(len(terms))], terms[r.IntN(len(terms))]
			a := NewAllowance{Term: term, Kind: "place", Reason: reason, Where: []string{[]string{"later-bus", "*", "pages/safe"}[r.IntN(3)]}, By: "lead", On: day, ReviewBy: day.AddMonths(12)}
			edited, ok := WithAllowance(text, a, Cautious())
			if !ok {
				t.Fatalf("%q after %q: not added", term, base)
			}
			if !bytes.HasPrefix(edited, text) {
				t.Fatalf("%q after %q: other bytes changed", term, base)
			}
			after, _ := readAllow(string(edited))
			if len(after) != len(before)+1 || after[len(before)].Term.Reveal() != line(term) || after[len(before)].Reason.Reveal() != line(reason) {
				t.Fatalf("%q after %q: is another one", term, base)
			}
			text = edited
		}
	}
	for _, base := range []string{"[]\n", "[{term: a}]\n", "term: a\n", "- a: [\n", "\x00", goodAllow + "...\n", goodAllow + "---\n- a\n"} {
		if _, ok := WithAllowance([]byte(base), NewAllowance{Term: "a", Kind: "place", Reason: "b", Where: []string{"a"}, By: "lead", On: day, ReviewBy: day}, Cautious()); ok {
			t.Errorf("%q was added to", base)
		}
	}
}
