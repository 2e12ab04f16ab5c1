package naming_test

import (
	"strings"
	"testing"
	"time"

	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity/naming"
)

// A text that somebody made to be hard to read holds nobody up.
func TestLongWordsTakeNoTime(t *testing.T) {
	for _, text := range []string{
		"#" + strings.Repeat("asai", 1000), strings.Repeat("a", 4000) + "q", "Q" + strings.Repeat("ab", 2000), strings.Repeat("is Hope, ", 1000), strings.Repeat("Z.y-", 1000),
		"#" + strings.Repeat("ias", 13) + "q",
	} {
		start := time.Now()
		naming.Find(&rule.Heard{Words: text}, text)
		if took := time.Since(start); took > time.Second {
			t.Errorf("%.20s…: %v", text, took)
		}
	}
}
