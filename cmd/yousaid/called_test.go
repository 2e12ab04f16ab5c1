package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// What is printed can be typed: somebody who typed the way to the program is
// told that way, and not a name that their computer does not know.
func TestCommandsArePrintedAsTheyAreTyped(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths are written otherwise there")
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "yousaid")
	if err := os.WriteFile(program, []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	t.Setenv("CI", "")
	t.Setenv("PATH", "/nowhere")
	for typed, want := range map[string]string{
		"yousaid": "yousaid", "./yousaid": "./yousaid", "../yousaid/yousaid": "../yousaid/yousaid", "/a b/yousaid": `"/a b/yousaid"`,
		filepath.Join(os.TempDir(), "go-build77", "b001", "exe", "yousaid"): "go run ./cmd/yousaid",
	} {
		if got := called(typed); got != want {
			t.Errorf("%s is called %s, not %s", typed, got, want)
		}
	}
	t.Setenv("CI", "true")
	if got := called("/home/runner/work/_temp/yousaid"); got != "yousaid" {
		t.Errorf("in a recipe, whose log is read on a web page, it is called %s", got)
	}
	t.Setenv("CI", "")
	t.Setenv("PATH", dir)
	if got := called(program); got != "yousaid" {
		t.Errorf("a program that is found by its name is called %s", got)
	}
	a := &app{called: "../yousaid/yousaid"}
	const text = "Run yousaid check, or ../yousaid/yousaid new. yousaid is kind. (yousaid --help)"
	if got, want := a.typeable(text), "Run ../yousaid/yousaid check, or ../yousaid/yousaid new. yousaid is kind. (../yousaid/yousaid --help)"; got != want {
		t.Errorf("%s", got)
	}
	for called, want := range map[string]string{"./yousaid": "cd our-site and then ../yousaid serve", "yousaid": "cd our-site and then yousaid serve", fromSource: fromSource + " serve --content our-site/content"} {
		var out, errOut strings.Builder
		if code := (&app{called: called, out: &out, err: &errOut}).run([]string{"init", "our-site"}); code != exitWell || !strings.Contains(out.String(), want) {
			t.Errorf("%s: %d\n%s%s", called, code, out.String(), errOut.String())
		}
		os.RemoveAll("our-site")
		out.Reset()
		if (&app{called: called, out: &out, err: &errOut}).run([]string{"check", "--help"}); !strings.Contains(out.String(), "  "+called+" check [PATH ...]") || !strings.Contains(out.String(), "  "+called+" check content/reports") {
			t.Errorf("%s:\n%s", called, out.String())
		}
	}
}

// A command that typeable does not know would be printed under a name that this
// person's computer does not know.
func TestEveryCommandIsPrintedAsItIsTyped(t *testing.T) {
	a := &app{called: "./yousaid"}
	for _, c := range a.root().Commands() {
		if got, want := a.typeable("yousaid "+c.Name()), "./yousaid "+c.Name(); got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
}
