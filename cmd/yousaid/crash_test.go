package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

const day = "2026-06-01"

// program is yousaid as a process of its own. It is killed when the test ends.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	path, err := exec.LookPath("yousaid") // put there by TestMain
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	return exec.CommandContext(ctx, path, args...)
}

func buildCmd(t *testing.T, content, public string) *exec.Cmd {
	t.Helper()
	return program(t, "build", "--content", content, "--public", public, "--today", day)
}

// built builds and wants it to end well.
func built(t *testing.T, content, public string, env ...string) (out string) {
	t.Helper()
	cmd := buildCmd(t, content, public)
	cmd.Env = append(os.Environ(), env...)
	data, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("build: %v\n%s", err, data)
	}
	return string(data)
}

// reportText is a report with two voices. The second was shown in the first
// age of the site, and has been withdrawn since.
func reportText(i int, age string) string {
	withdrawn := ""
	if age == "second" {
		withdrawn = "\n      withdrawn: 2026-05-01"
	}
	return fmt.Sprintf(`---
title: What we heard the %[1]s time, part %[2]d
date: 2025-03-20
status: done
topic: roads
area: leicester
asked: {question: What should change on the way to school?, how: a paper form, on: 2024-11-10, people: 88}
contributions:
  - id: crossing
    words: Number %[2]d says that in the %[1]s age of this website the road was wide.
    from: young-person
    band: 8-11
    consent:
      to: quote
      given: 2024-11-24
      by: [young-person, parental-responsibility]
      told: survey-v1
      record: C-%[2]dA
      review: 2037-01-01
  - id: ended-%[2]d
    words: Number %[2]d keeps a zibbledock made of ice behind the bicycle shed.
    from: young-person
    band: 8-11
    consent:
      to: quote
      given: 2024-11-24
      by: [young-person, parental-responsibility]
      told: survey-v1
      record: C-%[2]dB
      review: 2037-01-01%[3]s
anonymity: {checked: 2025-01-16, by: participation-lead}
written_by: consultation-officer
---
## You said

The road is too wide to walk over. %[4]s

## We did

We drew a plan and asked again.
`, age, i, withdrawn, strings.Repeat("Many of you told us so, and we wrote it down. ", 20))
}

// makeSite writes the content of one age of a site. The two ages have reports
// in common, and each has some of its own.
func makeSite(t *testing.T, content, age string, from, to int) {
	t.Helper()
	settings, err := os.ReadFile("../../generator/testdata/real/content/site.yaml")
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(content, "site.yaml"), string(settings))
	for i := from; i < to; i++ {
		write(t, filepath.Join(content, "reports", fmt.Sprintf("report-%d.md", i)), reportText(i, age))
	}
}

func write(t *testing.T, p, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// digest is of every name, kind, mode and byte in a folder.
func digest(t *testing.T, dir string) string {
	t.Helper()
	h := sha256.New()
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		var data []byte
		if info.Mode().IsRegular() {
			data, err = os.ReadFile(p)
		}
		fmt.Fprintf(h, "%s\x00%v\x00%d\x00%s", p[len(dir):], info.Mode(), len(data), data)
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return "nothing"
	}
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:8])
}

// twoAges are the content of two ages of a site, and what is built from each.
func twoAges(t *testing.T, reports int) (contents, digests []string) {
	t.Helper()
	dir := t.TempDir()
	for i, age := range []string{"first", "second"} {
		content, public := filepath.Join(dir, age, "content"), filepath.Join(dir, age, "public")
		makeSite(t, content, age, i*reports/10, reports+i*reports/10)
		out := built(t, content, public)
		if want := fmt.Sprintf("Published %d reports", reports); !strings.Contains(out, want) || strings.Contains(out, "Held") {
			t.Fatalf("%s: want %q\n%s", age, want, out)
		}
		contents, digests = append(contents, content), append(digests, digest(t, public))
	}
	if digests[0] == digests[1] {
		t.Fatal("the two ages of the site are the same")
	}
	return contents, digests
}

func leftovers(t *testing.T, public string) []string {
	t.Helper()
	left, err := filepath.Glob(filepath.Join(filepath.Dir(public), ".public.yousaid-*"))
	if err != nil {
		t.Fatal(err)
	}
	return left
}

func TestABuildEndedAtAnyMomentLeavesOneWholeSite(t *testing.T) {
	contents, digests := twoAges(t, 80)
	times := 20
	if os.Getenv("PROVE") != "" {
		times = 300
	}
	t.Run("killed", func(t *testing.T) { killMany(t, syscall.SIGKILL, times, contents, digests) })
	t.Run("ended", func(t *testing.T) { killMany(t, syscall.SIGTERM, times/4, contents, digests) })
}

// killMany ends builds that turn one age of a site into the other. A third of
// them end at any moment, the others while the new site is staged and put in
// the place of the old one.
func killMany(t *testing.T, signal syscall.Signal, times int, contents, digests []string) {
	public := filepath.Join(t.TempDir(), "public")
	built(t, contents[0], public)
	if strings.Contains(built(t, contents[1], public), "one by one") {
		t.Skip("folders cannot be exchanged here, and the build says so")
	}
	start := time.Now()
	cmd := buildCmd(t, contents[0], public)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	staged := untilStaged(t, public, nil)
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	took, staging := time.Since(start), time.Since(staged)

	now, came := 0, map[string]int{}
	for i := range times {
		next := 1 - now
		before := leftovers(t, public)
		cmd := buildCmd(t, contents[next], public)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		// The moments are spread evenly.
		part := (float64(i) + rand.Float64()) / float64(times)
		if i%3 == 0 {
			time.Sleep(time.Duration(part * float64(took)))
		} else {
			untilStaged(t, public, before)
			time.Sleep(time.Duration(part * part * float64(staging)))
		}
		_ = cmd.Process.Signal(signal)
		ended := cmd.Wait()
		state := slices.Index(digests, digest(t, public))
		left := leftovers(t, public)
		switch {
		case state < 0:
			t.Fatalf("ended %d, %v: the folder holds neither the old site nor the new one", i, ended)
		case ended == nil && (state != next || left != nil):
			t.Fatalf("a build ended well, but left %v or the old site", left)
		case ended == nil:
			came["too late"]++
		case state == now && left == nil:
			came["before the stage"]++
		case state == now:
			came["in the stage"]++
		default:
			came["after the exchange"]++
		}
		for _, p := range left {
			if info, err := os.Stat(p); err != nil || info.Mode().Perm() != 0o700 {
				t.Errorf("%s can be read by others: %v", p, err)
			}
		}
		now = state
	}
	t.Logf("of %d builds of %v, staged for %v of it, the end came: %v", times, took.Round(time.Millisecond), staging.Round(time.Millisecond), came)
	if times >= 20 && came["in the stage"] == 0 {
		t.Error("no build was ended while it staged the new site, so nothing was shown")
	}
	built(t, contents[1-now], public)
	if got := digest(t, public); got != digests[1-now] || leftovers(t, public) != nil {
		t.Errorf("the build after does not put things right: %v", leftovers(t, public))
	}
}

// untilStaged waits for a stage that was not there before.
func untilStaged(t *testing.T, public string, before []string) time.Time {
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(100 * time.Microsecond) {
		if slices.ContainsFunc(leftovers(t, public), func(p string) bool { return !slices.Contains(before, p) }) {
			break
		}
	}
	return time.Now()
}

func TestSeveralBuildsAtOnceAllEndWell(t *testing.T) {
	contents, digests := twoAges(t, 20)
	public := filepath.Join(t.TempDir(), "public")
	for range 3 {
		var all sync.WaitGroup
		for i := range 6 {
			cmd := buildCmd(t, contents[i%2], public)
			all.Go(func() {
				if out, err := cmd.CombinedOutput(); err != nil {
					t.Errorf("build: %v\n%s", err, out)
				}
			})
		}
		all.Wait()
		if got := digest(t, public); !slices.Contains(digests, got) {
			t.Error("the folder holds neither site")
		}
		if left := leftovers(t, public); left != nil {
			t.Errorf("left behind: %v", left)
		}
	}
}

func TestTheSameInputMakesTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	content := filepath.Join(dir, "content")
	if err := os.CopyFS(content, os.DirFS("../../generator/testdata/real/content")); err != nil {
		t.Fatal(err)
	}
	makeSite(t, content, "second", 0, 20)
	first := filepath.Join(dir, "public")
	built(t, content, first)
	want := digest(t, first)

	// The same files in another folder, made in another order, on another day.
	other := filepath.Join(dir, "a folder with spaces", "deep", "inhalt")
	names, err := fs.Glob(os.DirFS(content), "*/*")
	if err != nil || len(names) < 30 {
		t.Fatal(names, err)
	}
	for i, p := range slices.Backward(append(names, "site.yaml")) {
		data, err := os.ReadFile(filepath.Join(content, p))
		if err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(other, p)
		write(t, to, string(data))
		when := time.Date(1999+i%20, 12, 31, 23, i%60, 0, 0, time.UTC)
		if err := errors.Join(os.Chtimes(to, when, when), os.Chmod(to, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	for name, env := range map[string][]string{
		"again":             {},
		"another zone":      {"TZ=Asia/Kolkata", "LC_ALL=tr_TR.UTF-8"},
		"the date line":     {"TZ=Pacific/Kiritimati", "GOMAXPROCS=1"},
		"in a build system": {"CI=true", "HOME=/nonexistent", "GOMAXPROCS=16"},
	} {
		for _, from := range []string{content, other} {
			public := filepath.Join(t.TempDir(), "out", "site")
			built(t, from, public, env...)
			if got := digest(t, public); got != want {
				t.Errorf("%s, from %s: the site is another one", name, filepath.Base(from))
			}
		}
	}
	built(t, other, first) // over the site of before
	if got := digest(t, first); got != want {
		t.Error("a build over an earlier one is not the same as a first one")
	}
}

// A fault leaves everything as it was, and tells what may be online and should
// not: by file and id, without a word of it.
func TestAFaultChangesNothingAndNamesWhatHasEnded(t *testing.T) {
	for name, fault := range map[string]struct {
		do    func(content, public string) error
		ended bool
	}{
		"no site.yaml": {func(c, _ string) error { return os.Remove(filepath.Join(c, "site.yaml")) }, true},
		"site.yaml is no YAML": {func(c, _ string) error {
			return os.WriteFile(filepath.Join(c, "site.yaml"), []byte("title: [zibbledock"), 0o600)
		}, true},
		"site.yaml is empty":      {func(c, _ string) error { return os.Truncate(filepath.Join(c, "site.yaml"), 0) }, true},
		"site.yaml is a folder":   {func(c, _ string) error { return inTheWay(filepath.Join(c, "site.yaml")) }, true},
		"a file that is not ours": {func(_, p string) error { return os.WriteFile(filepath.Join(p, "notes.txt"), []byte("mine"), 0o600) }, true},
		"public is a link":        {func(_, p string) error { return errors.Join(os.Rename(p, p+"2"), os.Symlink(p+"2", p)) }, true},
		"public is a file":        {func(_, p string) error { return errors.Join(os.RemoveAll(p), os.WriteFile(p, []byte("x"), 0o600)) }, true},
		"no content":              {func(c, _ string) error { return os.RemoveAll(c) }, false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			content, public := filepath.Join(dir, "content"), filepath.Join(dir, "out", "public")
			makeSite(t, content, "first", 0, 5)
			built(t, content, public)
			makeSite(t, content, "second", 3, 5) // two voices end
			if err := fault.do(content, public); err != nil {
				t.Fatal(err)
			}
			was := digest(t, filepath.Dir(public))
			cmd := buildCmd(t, content, public)
			var out, errOut strings.Builder
			cmd.Stdout, cmd.Stderr = &out, &errOut
			_ = cmd.Run()
			if code := cmd.ProcessState.ExitCode(); code != exitBroke || out.Len() > 0 {
				t.Errorf("exit code %d, and it said %q", code, out.String())
			}
			if digest(t, filepath.Dir(public)) != was {
				t.Error("something in or beside the folder has changed")
			}
			for i := range 5 {
				name := fmt.Sprintf("%s/reports/report-%d.md#ended-%d", filepath.ToSlash(content), i, i)
				if got, want := strings.Contains(errOut.String(), name), fault.ended && i >= 3; got != want {
					t.Errorf("%s is named: %v, want %v\n%s", name, got, want, &errOut)
				}
			}
			if strings.Contains(errOut.String(), "zibbledock") || !strings.Contains(errOut.String(), "\nhint: ") {
				t.Errorf("it said:\n%s", &errOut)
			}
		})
	}
}

func inTheWay(p string) error { return errors.Join(os.Remove(p), os.Mkdir(p, 0o755)) }
