package generator

import (
	"slices"
	"strings"
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule/ruletest"
)

// wrongFor are values that can't stand under a key of a kind.
func wrongFor(k entry.Key) []string {
	m := marker
	switch {
	case strings.HasPrefix(k.Kind, "words") || k.Kind == "address":
		return []string{"[" + m + "]", "{" + m + ": x}", "!" + m + " x", "*" + m}
	case strings.HasPrefix(k.Kind, "date"):
		return []string{m, "2026-02-30", "2026-2-3", "20260203", "2026-02-03T00:00:00Z", "0000-00-00", "[2026-02-03]", "{" + m + ": x}"}
	case k.Kind == "number":
		return []string{m, "-1", "1.5", `"12"`, "1e3", "0x10", "99999999999999999999", "[1]", "{" + m + ": 1}"}
	case k.Kind == "yes or no":
		return []string{m, `"yes"`, "'no'", "1", "[yes]", "{yes: " + m + "}"}
	case strings.HasPrefix(k.Kind, "list of"):
		return []string{m, "{" + m + ": x}", "[[" + m + "]]", "5"}
	case k.Kind == "keys below":
		return []string{m, "[" + m + "]", "5", "{" + m + ": x}", "{[" + m + "]: x}"}
	}
	return []string{m + " " + m, "[" + m + "]", "{" + m + ": x}"}
}

// eachKey calls see with every key of a format, and a function that writes a
// value under it, in braces.
func eachKey(keys []entry.Key, wrap func(string) string, see func(path string, k entry.Key, write func(value string) string)) {
	for _, k := range keys {
		write := func(value string) string { return wrap(k.Name + ": " + value) }
		see(k.Name, k, write)
		below := func(inner string) string { return write("{" + inner + "}") }
		if strings.HasPrefix(k.Kind, "list of") {
			below = func(inner string) string { return write("[{" + inner + "}]") }
		}
		eachKey(k.Below, below, func(path string, b entry.Key, write func(string) string) { see(k.Name+"."+path, b, write) })
	}
}

func TestAWrongValueUnderAnyKeyHoldsTheReportAndIsNotRepeated(t *testing.T) {
	n := 0
	eachKey(entry.Reference(), func(s string) string { return s + "\n" }, func(path string, k entry.Key, write func(string) string) {
		n++
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			for _, value := range wrongFor(k) {
				f := about(buildOf(t, ruletest.Folder(ruletest.Lay(write(value)))), "reports/report.md")
				if !finding.Stops(f) {
					t.Errorf("%s: %s is taken", path, value)
				}
				speaksWell(t, f)
			}
			if k.Required {
				for _, nothing := range []string{"", "~", "null", `""`, "''", `" "`} {
					f := about(buildOf(t, ruletest.Folder(ruletest.Lay(write(nothing)))), "reports/report.md")
					if !slices.Contains(rulesOf(f), "value-missing") {
						t.Errorf("%s: nothing (%s) is taken for something", path, nothing)
					}
				}
			}
		})
	})
	if n < 120 {
		t.Errorf("only %d keys were tried", n)
	}
}

func TestAWrongValueInTheSiteFileIsSaidAndTheSiteIsBuilt(t *testing.T) {
	eachKey(entry.SettingsReference(), func(s string) string { return s + "\n" }, func(path string, k entry.Key, write func(string) string) {
		own, _, _ := strings.Cut(path, ".")
		var rest []string
		for line := range strings.Lines(ruletest.Settings) {
			if !strings.HasPrefix(line, own+":") && !(own == "help" && strings.HasPrefix(line, "  - ")) {
				rest = append(rest, line)
			}
		}
		for _, value := range wrongFor(k) {
			if path == "privacy.formal_consent.by" && value == "5" || strings.HasPrefix(value, "*") || strings.HasPrefix(value, "{[") {
				continue // an alias can't be read at all
			}
			text := strings.Join(rest, "") + write(value)
			r, err := new(Generator).Build(Input{Content: with(ruletest.Folder(ruletest.Lay("")), "site.yaml", text), Theme: ownTheme, Today: ruletest.Today})
			if err != nil {
				t.Errorf("%s: %s: %v", path, value, err)
				continue
			}
			if f := about(r, "site.yaml"); !finding.Stops(f) {
				t.Errorf("%s: %s is taken", path, value)
			}
			speaksWell(t, r.Findings)
		}
	})
}
