package story

import (
	"testing"

	"yousaid/generator/rule"
	"yousaid/generator/rule/ruletest"
)

// Somebody's words in quote marks are a quote, whatever the marks are. Our own
// question, a title and an apostrophe are none.
func TestWordsInQuoteMarks(t *testing.T) {
	for text, want := range map[string]bool{
		"She said “I can go home so much later now”.":                 true,
		"She said \"I can go home so much later now\".":               true,
		"She said ‘I can’t go home so late now’, and left.":           true,
		"She said 'I can't go home so late now.' Then she left.":      true,
		"She said “I can go home\nso much later now”.":                true,
		"She said “I can go home so much later now.":                  true,
		"We asked: “What would make the bus better for you?”":         false,
		"You called it “the late bus”.":                               false,
		"Don't wait at the parents' evening, it's the students' own.": false,
		"The carers' room and the workers' room, and the teams'.":     false,
	} {
		got := len(ruletest.Check(t, []rule.Rule{QuoteInBody}, ruletest.Settings, ruletest.Body(text))) > 0
		if got != want {
			t.Errorf("%q: found %v, want %v", text, got, want)
		}
	}
}
