package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Whoever does what the notes in a new report say, and nothing else, has a
// report that passes.
func TestANewReportIsFilledInByItsNotesAlone(t *testing.T) {
	for _, how := range []string{"with notes taken away", "with room for words"} {
		t.Run(how, func(t *testing.T) {
			begin(t, "2026-06-01")
			args := []string{"new", "A later bus", "--topic", "getting-about", "--status", "looking", "--by", "participation-worker", "--today", "2026-06-01"}
			if how == "with room for words" {
				args = append(args, "--words")
			}
			if code, _, errOut := command(t, args...); code != exitWell {
				t.Fatal(errOut)
			}
			path := filepath.Join("content", "reports", "a-later-bus.md")
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			text := string(raw)
			if how == "with notes taken away" {
				block := regexp.MustCompile(`(?m)^## What one person.*\n#contributions:\n(#.*\n)+`)
				text = block.ReplaceAllStringFunc(text, func(s string) string {
					return regexp.MustCompile(`(?m)^#`).ReplaceAllString(s, "")
				})
			}
			for _, fill := range [][2]string{
				{"summary: |\n", "summary: |\n  You asked for a later bus.\n"},
				{"\n    words: |\n", "\n    words: |\n      We miss the end of every film.\n"}, {"\n    gist: |\n", "\n    gist: |\n      The last bus is too early.\n"},
				{"\n    band:", "\n    band: 13-15"}, {"\n      to:", "\n      to: quote"}, {"\n      given:", "\n      given: 2026-03-14"},
				{"by: []", "by: [young-person, social-worker]"}, {"for: []", "for: [website]"}, {"told:", "told: leaflet-1"},
				{"record:", "record: C-7F3K"}, {"review:\n", "review: 2027-03-14\n"},
				{"## You said\n", "## You said\n\nYou want a later bus.\n"}, {"## We did\n", "## We did\n\nWe asked the bus company.\n"},
			} {
				if strings.Count(text, fill[0]) != 1 {
					t.Fatalf("%q stands there %d times:\n%s", fill[0], strings.Count(text, fill[0]), text)
				}
				text = strings.Replace(text, fill[0], fill[1], 1)
			}
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			if code, out, _ := command(t, "check", path, "--today", "2026-06-01"); strings.Count(out, "[") != 1 || !strings.Contains(out, "[anonymity-missing]") {
				t.Errorf("filled in: %d\n%s\n%s", code, out, text)
			}
			if code, _, errOut := command(t, "review", "a-later-bus", "--by", "participation-lead", "--all-clear", "--today", "2026-06-01"); code != exitWell {
				t.Error(errOut)
			}
			if code, out, _ := command(t, "check", path, "--today", "2026-06-01"); code != exitWell || strings.Contains(strings.ReplaceAll(out, "[label-hidden]", ""), "[") {
				t.Errorf("checked: %d\n%s", code, out)
			}
		})
	}
}

// A name in a title would be in the address of the page and in git, so it is
// told at once, in words that don't say it, and is in no file's name.
func TestANameInATitleIsToldAtOnce(t *testing.T) {
	begin(t, "2026-06-01")
	t.Setenv("YOUSAID_NAMES_LIST", "Bobbin")
	for _, name := range []string{"Aaliyah", "Bobbin"} {
		_, out, errOut := command(t, "new", name+" wants a bus", "--topic", "getting-about", "--status", "done", "--today", "2026-06-01")
		if !strings.Contains(errOut, "may hold a person's name") || strings.Contains(strings.ToLower(out+errOut), strings.ToLower(name)) {
			t.Errorf("%s\n%s", out, errOut)
		}
	}
	if _, out, errOut := command(t, "new", "A later bus", "--topic", "getting-about", "--status", "done", "--today", "2026-06-01"); errOut != "" || !strings.Contains(out, "a-later-bus.md") {
		t.Errorf("a title without a name: %s\n%s", out, errOut)
	}
}
