package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
)

// fromSource is what people type who run the program without building it.
const fromSource = "go run ./cmd/yousaid"

// called is what a person has to type for this program: what they typed this
// time, or just its name where the computer finds it by that.
func called(typed string) string {
	if os.Getenv("CI") != "" {
		return "yousaid" // nobody typed anything, and the log is read elsewhere
	}
	if filepath.Base(typed) == typed {
		return typed
	}
	if strings.Contains(filepath.ToSlash(typed), "/go-build") && within(resolved(os.TempDir()), resolved(typed)) {
		return fromSource
	}
	name := strings.TrimSuffix(filepath.Base(typed), ".exe")
	if found, err := exec.LookPath(name); err == nil && sameFile(found, typed) {
		return name
	}
	return shellWord(typed)
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

var commands = regexp.MustCompile(`(^|[^/\\\w.-])yousaid (init|serve|build|check|new|review|allow|withdraw|find|explain|version|--help)\b`)

// typeable is a text in which every command stands as this person has to type it.
func (a *app) typeable(text string) string {
	if a.called == "yousaid" {
		return text
	}
	return commands.ReplaceAllString(text, "${1}"+strings.ReplaceAll(a.called, "$", "$$")+" ${2}")
}

// typeableHelp does the same for the help of all commands.
func (a *app) typeableHelp(root *cobra.Command) {
	root.Annotations = map[string]string{cobra.CommandDisplayNameAnnotation: a.called}
	for _, c := range append(root.Commands(), root) {
		c.Long, c.Example = a.typeable(c.Long), a.typeable(c.Example)
	}
}

// calledFrom is what to type in another folder. ok is false when it works in
// this one only.
func (a *app) calledFrom(dir string) (string, bool) {
	switch {
	case a.called == fromSource:
		return a.called, false
	case !strings.ContainsAny(a.called, `/\`) || filepath.IsAbs(strings.Trim(a.called, `"`)):
		return a.called, true
	}
	program, err := filepath.Abs(strings.Trim(a.called, `"`))
	if err != nil {
		return a.called, false
	}
	to, err := filepath.Abs(dir)
	if err != nil {
		return a.called, false
	}
	rel, err := filepath.Rel(to, program)
	if err != nil {
		rel = program
	}
	if filepath.Base(rel) == rel {
		rel = "." + string(filepath.Separator) + rel
	}
	return shellWord(rel), true
}
