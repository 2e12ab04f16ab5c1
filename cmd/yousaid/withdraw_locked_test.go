//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Where a report cannot be written, nothing says that its words are gone.
func TestWhatCouldNotBeWrittenIsSaid(t *testing.T) {
	dir := t.TempDir()
	content, public := filepath.Join(dir, "content"), filepath.Join(dir, "public")
	makeSite(t, content, "first", 0, 2)
	built(t, content, public)
	reports := filepath.Join(content, "reports")
	before := snapshot(t, reports)
	if err := os.Chmod(reports, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(reports, 0o755) })
	cmd := program(t, "withdraw", "report-0", "--yes", "--content", content, "--public", public, "--today", day)
	if os.Getuid() == 0 { // who may write everywhere
		path, err := exec.LookPath("setpriv")
		if err != nil {
			t.Skip("there is no setpriv here")
		}
		cmd.Args, cmd.Path = append([]string{path, "--bounding-set=-all", cmd.Path}, cmd.Args[1:]...), path
	}
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState.ExitCode() != exitBroke {
		t.Errorf("%v", err)
	}
	for _, want := range []string{"report-0.md could not be written, so nothing was taken out of it and the words are still there", "words that are still in a report may still be on it", "something is left to do"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is not said", want)
		}
	}
	if strings.Contains(string(out), "Taken out of") || strings.Contains(string(out), "was made anew.") {
		t.Errorf("it says that they are gone:\n%s", out)
	}
	if after := snapshot(t, reports); after != before {
		t.Error("a file has changed, or something half-written is left")
	}
}

func snapshot(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		data, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(f.Name() + "\n" + string(data))
	}
	return all.String()
}
