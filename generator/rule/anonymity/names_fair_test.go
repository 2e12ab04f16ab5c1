package anonymity_test

import (
	"cmp"
	"os"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/finding"
	"yousaid/generator/rule/anonymity"
	"yousaid/generator/rule/ruletest"
)

// nameFrames are ten places for a name: G a given name, S a family name, g one in
// small letters.
var nameFrames = []string{
	"Then G said the bus was late.",
	"G told us about the bus.",
	"We asked G S what would help.",
	"It was G's idea to ask.",
	"my friend g said it too",
	"Thanks to G and the group, it is done.",
	"The letter came from Mr S.",
	"my sister g came along",
	"G S came to the meeting.",
	"The poster by G hangs in the hall.",
}

func rulesOnText(t testing.TB, text string) []finding.Finding {
	t.Helper()
	return ruletest.Check(t, anonymity.TextRules, ruletest.Settings, ruletest.Body(text+"\n\n## We did\n\nWe asked the bus company."))
}

// Half of these names come from the lists that the table was made from, the
// other half from nowhere but memory.
func TestNamesOfEveryOriginAreFoundEquallyWell(t *testing.T) {
	raw, err := os.ReadFile("testdata/names/names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	type score struct {
		origin    string
		all, stop int
		missed    []string
	}
	var scores []*score
	by := map[string]*score{}
	for line := range strings.Lines(string(raw)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		s := by[f[0]]
		if s == nil {
			s = &score{origin: f[0]}
			by[f[0]] = s
			scores = append(scores, s)
		}
		for _, frame := range nameFrames {
			text := strings.NewReplacer("G", f[1], "S", f[2], "g ", strings.ToLower(f[1])+" ").Replace(frame)
			s.all++
			if finding.Stops(rulesOnText(t, text)) {
				s.stop++
			} else {
				s.missed = append(s.missed, text)
			}
		}
	}
	found := func(s *score) float64 { return percent(s.stop, s.all) }
	slices.SortFunc(scores, func(a, b *score) int { return cmp.Compare(found(b), found(a)) })
	for _, s := range scores {
		t.Logf("%-26s %5.1f %% of %d", s.origin, found(s), s.all)
		for _, m := range s.missed {
			t.Logf("    %s", m)
		}
		if found(s) < 92 {
			t.Errorf("%s names: %.1f %% are found, 92 %% are wanted", s.origin, found(s))
		}
	}
	if gap := found(scores[0]) - found(scores[len(scores)-1]); gap > 8 {
		t.Errorf("names of one origin are found %.1f points better than those of another", gap)
	}
	english := found(by["English"])
	for _, s := range scores {
		if found(s) < english-8 {
			t.Errorf("%s names are found %.1f points less often than English ones", s.origin, english-found(s))
		}
	}
}
