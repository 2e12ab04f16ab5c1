package main

import (
	"encoding/json"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"yousaid/generator"
	"yousaid/generator/finding"
)

// What no report's file can show: it is about site.yaml, about the whole
// folder, or a fault of the program.
var heldByNoReport = []string{"format-newer", "help-missing", "words-in-public", "program-broke", "words-found-in-output",
	"allowance-too-wide", "private-list-inside", "private-list-row", "private-list-unreadable",
	"theme-file", "theme-template", "theme-style", "theme-script", "theme-policy"}

// The folder testdata/held has one report held for each reason: people who
// begin with yousaid look there for what a finding is about.
func TestEachReasonToHoldAReportIsShownByOne(t *testing.T) {
	const folder = "testdata/held/content"
	t.Setenv("YOUSAID_NAMES_LIST", "Quaffle Berrington")
	code, out, errOut := command(t, "check", "--content", folder, "--format", "json", "--today", "2026-06-01")
	if code != exitHeld {
		t.Fatalf("check: %d\n%s", code, errOut)
	}
	var got struct {
		Findings []struct{ File, Rule, Level string }
		Held     []string
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	entries, err := os.ReadDir(folder + "/reports")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		rule, file := strings.TrimSuffix(e.Name(), ".md"), folder+"/reports/"+e.Name()
		if rule == "File_Name" { // named in no other way can it show what it shows
			rule, file = "file-name", folder+"/reports/ (the file that is number 1 when sorted by name)"
		}
		shown[rule] = true
		found := false
		for _, f := range got.Findings {
			if f.File != file || f.Level != "stop" {
				continue
			}
			found = true
			if f.Rule != rule {
				t.Errorf("%s is held by %s too", e.Name(), f.Rule)
			}
		}
		if !found || !slices.Contains(got.Held, file) {
			t.Errorf("%s is not held by %s", e.Name(), rule)
		}
	}
	for _, f := range got.Findings {
		if path.Dir(f.File) != folder+"/reports" {
			t.Errorf("%s: [%s]", f.File, f.Rule)
		}
	}
	for _, d := range generator.Docs() {
		if d.Level == finding.Stop && !shown[d.Name] && !slices.Contains(heldByNoReport, d.Name) {
			t.Errorf("no report in %s is held by %s: add reports/%s.md", folder, d.Name, d.Name)
		}
	}
}

func TestReadmeExplainsEachReasonToHoldAReport(t *testing.T) {
	readme := readmeText(t)
	_, table, _ := strings.Cut(readme, "### Why is it held?")
	table, _, _ = strings.Cut(table, "###")
	known := map[string]bool{}
	for _, d := range generator.Docs() {
		known[d.Name] = d.Level == finding.Stop
		if d.Level == finding.Stop && !strings.Contains(table, "| `"+d.Name+"` |") {
			t.Errorf("the README does not say what to do about %s", d.Name)
		}
	}
	for _, line := range strings.Split(table, "\n") {
		if rest, ok := strings.CutPrefix(line, "| `"); ok {
			if name, _, _ := strings.Cut(rest, "`"); !known[name] {
				t.Errorf("the README explains %s, which holds nothing", name)
			}
		}
	}
}
