package finding_test

import (
	"strings"
	"testing"

	"yousaid/generator/finding"
)

// Whoever reads a finding sees whether it holds the report.
func TestAWarningSaysThatItIsOne(t *testing.T) {
	for level, want := range map[finding.Level]bool{finding.Warn: true, finding.Stop: false} {
		f := finding.Finding{Pos: finding.Pos{File: "a.md", Line: 1, Col: 1}, Rule: "small-count", Level: level, Message: "x", Hint: "y"}
		if got := strings.Contains(f.String(), "[small-count] (a warning)\n"); got != want {
			t.Errorf("%v: %s", level, f)
		}
	}
}
