package story

import (
	"testing"

	"yousaid/generator/rule"
	"yousaid/generator/rule/ruletest"
)

// Somebody's words in quote marks are told, whatever the marks are. Our own
// question, a name and an apostrophe are none.
func TestWordsInQuoteMarksAreTold(t *testing.T) {
	for text, want := range map[string]int{
		"She said “I can go home so much later now”.":                                    1,
		"She said \"I can go home so much later now\".":                                  1,
		"She said ‘I can’t go home so late now’, and left.":                              1,
		"She said „I can go home so much later now“ and „it is so good to go home now“.": 2,
		"She said “I can go home\nso much later now”.":                                   1,
		"She said “I can go home so much later now.":                                     1,
		"We asked: “What would make the bus better for you?”":                            0,
		"You called it “the late bus”.":                                                  0,
		"The door is 5\" wide.\n\nIt was moved in the spring of this year.":              0,
		"Don’t wait at the parents’ evening, it’s the students’ own.":                    0,
		"It is 'the one on the far side of the park', you told us.":                      0,
	} {
		got := len(ruletest.Check(t, []rule.Rule{WordsInQuotes}, ruletest.Settings, ruletest.Body(text)))
		if got != want {
			t.Errorf("%q: found %d, want %d", text, got, want)
		}
	}
}
