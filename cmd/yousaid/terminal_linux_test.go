package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"yousaid/generator"
)

// terminal runs a command on a terminal, types the answers, and returns what
// could be read there.
func terminal(t *testing.T, answers string, args ...string) (code int, screen string) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("there is no terminal to be had here")
	}
	defer master.Close()
	fd := int(master.Fd())
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	slave, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skip("there is no terminal to be had here")
	}
	var seen bytes.Buffer
	read := make(chan bool)
	go func() {
		_, _ = io.Copy(&seen, master)
		close(read)
	}()
	if _, err := master.WriteString(answers); err != nil {
		t.Fatal(err)
	}
	code = (&app{called: "yousaid", in: slave, out: slave, err: slave}).run(args)
	slave.Close()
	select {
	case <-read:
	case <-time.After(10 * time.Second):
		t.Fatal("the terminal does not end")
	}
	return code, strings.ReplaceAll(seen.String(), "\r\n", "\n")
}

// siteWith is a new site with one report, in a folder of its own.
func siteWith(t *testing.T, body string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	content := filepath.Join(dir, "content")
	write := func(name, text string) {
		path := filepath.Join(content, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	settings, err := os.ReadFile("testdata/held/content/site.yaml")
	if err != nil {
		t.Fatal(err)
	}
	write("site.yaml", string(settings))
	write("reports/late.md", "---\ntitle: A later bus\ndate: 2026-02-20\nstatus: done\ntopic: roads\nanonymity: {checked: 2026-02-10, by: participation-lead}\nwritten_by: participation-worker\n---\n## You said\n\n"+body+"\n\n## We did\n\nWe asked.\n\n## What changed\n\nIt is later.\n")
	for _, set := range hosts {
		t.Setenv(set, "")
	}
	t.Chdir(dir)
	return dir
}

func TestShowShowsTheWordsAndTheirMarksOnATerminal(t *testing.T) {
	siteWith(t, "So, write to sam@ex\u200bample.org \x1b[31mnow.\n\n> It is\n> late.")
	data, err := os.ReadFile("content/reports/late.md")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("content/reports/late.md", bytes.ReplaceAll(data, []byte("\x1b[31m"), []byte("\u202eаnd ")), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("YOUSAID_NAMES_LIST", "Sam")
	code, screen := terminal(t, "", "check", "--show", "--today", "2026-06-01")
	if code != exitHeld {
		t.Errorf("code %d", code)
	}
	for _, want := range []string{"    > So, write to »sam«@ex<U+200B>ample.org <U+202E>а<U+0430>nd now.\n", "[private-name]", "file", "    > »"} {
		if !strings.Contains(screen, want) {
			t.Errorf("%q is not on the screen:\n%s", want, screen)
		}
	}
	for _, set := range hosts {
		t.Setenv(set, "true")
		for _, args := range [][]string{{"check", "--show"}, {"withdraw", "late", "--show"}} {
			if code, screen := terminal(t, "", append(args, "--today", "2026-06-01")...); code != exitMistyped || strings.Contains(screen, "sam") {
				t.Errorf("%v, where %s is set: %d\n%s", args, set, code, screen)
			}
		}
		t.Setenv(set, "")
	}
}

// hosts are what tells a job from somebody's own computer.
var hosts = []string{"CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION", "BUILDKITE"}

func TestShowGoesOverSeveralLines(t *testing.T) {
	siteWith(t, "Ask Quaffle\nBerrington now.")
	t.Setenv("YOUSAID_NAMES_LIST", "Quaffle Berrington")
	if _, screen := terminal(t, "", "check", "--show", "--today", "2026-06-01"); !strings.Contains(screen, "    > Ask »Quaffle\n    > Berrington« now.\n") {
		t.Errorf("the words are not there:\n%s", screen)
	}
}

// allowable is a text that an allowance can let through.
func allowable(t *testing.T) (words, kind string) {
	t.Helper()
	if len(generator.Allows("postcode")) == 0 {
		t.Fatal("no postcode can be allowed")
	}
	return "LE1 6TH", generator.Allows("postcode")[0]
}

func TestAllowAsksOnATerminal(t *testing.T) {
	words, kind := allowable(t)
	siteWith(t, "The path behind "+words+" is dark.")
	code, screen := terminal(t, "Lead\nParticipation lead\nnonsense\n"+strings.ToUpper(kind)+"\nA street of shops\n", "allow", "late", "--today", "2026-06-01")
	if code != exitWell || !strings.Contains(screen, "»"+words+"«") || !strings.Contains(screen, "It has to be one of the words") {
		t.Errorf("code %d:\n%s", code, screen)
	}
	data, err := os.ReadFile("content/allow.yaml")
	if err != nil || !regexp.MustCompile(`(?s)term: "`+words+`".*kind: `+kind+`.*reason: "A street of shops".*where: \["late"\].*by: participation-lead.*on: 2026-06-01.*review_by: 2027-06-01`).Match(data) {
		t.Errorf("allow.yaml: %v\n%s", err, data)
	}
	if code, out, _ := command(t, "check", "--today", "2026-06-01"); code != exitWell {
		t.Errorf("check: %d\n%s", code, out)
	}
	if code, screen := terminal(t, "participation-lead\n", "allow", "late", "--today", "2026-06-01"); code != exitWell || !strings.Contains(screen, "Nothing was allowed.") {
		t.Errorf("a second time: %d\n%s", code, screen)
	}
}

func TestAllowByLineAndByTerm(t *testing.T) {
	words, kind := allowable(t)
	for _, args := range [][]string{{"late:11"}, {"late:11:17"}, {"content/reports/late.md", "--term", strings.ToLower(words)}} {
		t.Run(strings.Join(args, " "), func(t *testing.T) { allowAndEdit(t, args, words, kind) })
	}
}

func allowAndEdit(t *testing.T, args []string, words, kind string) {
	siteWith(t, "The path behind "+words+" is dark.")
	args = append([]string{"allow"}, append(args, "--kind", kind, "--reason", "markerreason", "--by", "participation-lead", "--today", "2026-06-01")...)
	code, out, errOut := command(t, args...)
	if code != exitWell || strings.Contains(out+errOut, words) || strings.Contains(out+errOut, "markerreason") {
		t.Errorf("%d\n%s%s", code, out, errOut)
	}
	// It holds when other lines are edited.
	data, err := os.ReadFile("content/reports/late.md")
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.Replace(data, []byte("The path"), []byte("One more line.\n\nAnd another: the path"), 1)
	if err := os.WriteFile("content/reports/late.md", data, 0o644); err != nil {
		t.Fatal(err)
	}
	if code, out, _ := command(t, "check", "--today", "2026-06-01"); code != exitWell {
		t.Errorf("check: %d\n%s", code, out)
	}
	if code, _, _ := command(t, "check", "--today", "2027-06-02"); code != exitHeld {
		t.Errorf("it counts after its last day: %d", code)
	}
}

// Nobody answers eight questions for nothing: what refuses the record is told
// before the first one.
func TestReviewRefusesBeforeItAsks(t *testing.T) {
	for why, edit := range map[string][2]string{
		"a picture that is not there":      {"topic: roads\n", "topic: roads\nmedia:\n  - file: lantern.jpg\n    alt: A lamp\n    people: none\n"},
		"a place that can't be written in": {"\n", "\r"},
		"a report that can't be read":      {"topic: roads\n", "topic: [roads\n"},
	} {
		t.Run(why, func(t *testing.T) {
			siteWith(t, "The bus is late.")
			data, err := os.ReadFile("content/reports/late.md")
			if err != nil {
				t.Fatal(err)
			}
			broken := bytes.ReplaceAll(data, []byte(edit[0]), []byte(edit[1]))
			if bytes.Equal(broken, data) {
				t.Fatal("nothing was changed")
			}
			if err := os.WriteFile("content/reports/late.md", broken, 0o644); err != nil {
				t.Fatal(err)
			}
			code, screen := terminal(t, "participation-lead\n"+strings.Repeat("yes\n", 8), "review", "late", "--today", "2026-06-01")
			if code == exitWell || strings.Contains(screen, "What is your role") || strings.Contains(screen, "1 of 8") {
				t.Errorf("%d\n%s", code, screen)
			}
		})
	}
}

func TestAReviewersNoIsNoError(t *testing.T) {
	siteWith(t, "The bus is late.")
	code, screen := terminal(t, "participation-lead\nyes\nno\n", "review", "late", "--today", "2026-06-01")
	if code != exitHeld || strings.Contains(screen, "error:") || !strings.Contains(screen, "Thank you") || !strings.Contains(screen, checklist[1].ifNo) {
		t.Errorf("%d\n%s", code, screen)
	}
}
