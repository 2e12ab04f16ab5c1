package counts_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"yousaid/generator/rule/ruletest"
)

// Each line of testdata/verdicts.txt is a sentence, or with / lines of one, and
// what is to be said of it.
func TestVerdicts(t *testing.T) {
	f, err := os.Open("testdata/verdicts.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	for s := bufio.NewScanner(f); s.Scan(); {
		verdict, text, ok := strings.Cut(s.Text(), " | ")
		if !ok {
			continue
		}
		n++
		want := map[string]string{"stop": "small-share", "warn": "small-count", "fine": ""}
		rule, known := want[strings.TrimSpace(verdict)]
		if !known {
			t.Errorf("no verdict: %s", s.Text())
		}
		text = strings.ReplaceAll(text, " ¶ ", "\n")
		if got := rulesIn(found(t, ruletest.Body(text))); got != rule {
			t.Errorf("%q: want %q, got %q", text, rule, got)
		}
	}
	if n < 100 {
		t.Errorf("only %d sentences were read", n)
	}
}
