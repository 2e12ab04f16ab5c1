package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"yousaid/generator/entry"
)

type dispatch struct {
	On struct {
		Dispatch struct {
			Inputs map[string]struct {
				Description, Type string
				Required          bool
				Default           any
			}
		} `yaml:"workflow_dispatch"`
	}
	Permissions map[string]string
	Jobs        map[string]struct {
		If    string
		Env   map[string]string
		Steps []struct {
			Name, Run string
			Env       map[string]string
		}
	}
}

func TestTheWebFormAsksTheSameQuestions(t *testing.T) {
	begin(t, "2026-06-01")
	var hub dispatch
	readYAML(t, ".github/workflows/anonymity-check.yml", &hub)
	inputs := hub.On.Dispatch.Inputs
	if len(inputs) != len(checklist)+3 {
		t.Errorf("the form has %d fields", len(inputs))
	}
	var fields, order []string
	for i, q := range checklist {
		in := inputs[fmt.Sprintf("q%d", i+1)]
		if want := fmt.Sprintf("%d. %s", i+1, q.ask); in.Description != want || in.Type != "boolean" || in.Default != false {
			t.Errorf("question %d of the form is not the one of the program, or begins with a yes: %+v", i+1, in)
		}
		fields = append(fields, fmt.Sprintf("inputs.q%d", i+1))
		order = append(order, fmt.Sprintf("{%d}", i))
	}
	job := hub.Jobs["record"]
	if want := "${{ format('" + strings.Join(order, ",") + "', " + strings.Join(fields, ", ") + ") }}"; job.Env["ANSWERS"] != want {
		t.Errorf("the answers come as %s, not %s", job.Env["ANSWERS"], want)
	}
	asked := false
	for _, s := range job.Steps {
		if strings.Contains(s.Run, "${{") {
			t.Errorf("%s: what was typed may become part of the command", s.Name)
		}
		asked = asked || strings.Contains(s.Run, "--checklist "+entry.Checklist+" ")
	}
	if !asked {
		t.Error("the form does not say which check list was answered")
	}
	if !strings.Contains(job.If, "default_branch") {
		t.Error("the form works on other branches than the main one")
	}
}

func TestTheFormOfGitLabAsksTheSameQuestions(t *testing.T) {
	begin(t, "2026-06-01")
	var lab struct {
		Variables map[string]any
		Record    struct{ Script []string }
	}
	readYAML(t, ".gitlab-ci.yml", &lab)
	var answers []string
	for i, q := range checklist {
		name := fmt.Sprintf("Q%d", i+1)
		answers = append(answers, "$"+name)
		field, _ := lab.Variables[name].(map[string]any)
		if want := fmt.Sprintf("%d. %s", i+1, q.ask); field["description"] != want || field["value"] != "no" {
			t.Errorf("question %d of the form is not the one of the program, or begins with a yes: %v", i+1, field)
		}
	}
	script := strings.Join(lab.Record.Script, "\n")
	if want := "--checklist " + entry.Checklist + ` --answers "` + strings.Join(answers, ",") + `"`; !strings.Contains(script, want) {
		t.Errorf("the job does not hand on every answer:\n%s", script)
	}
}

// recipe runs the steps of the web form in a real repository, with a stand-in
// for the one program that would ask GitHub.
type recipe struct {
	t        *testing.T
	dir, bin string
	hub      dispatch
}

func newRecipe(t *testing.T) *recipe {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the recipe runs on Linux")
	}
	for _, tool := range []string{"git", "bash"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip("there is no " + tool)
		}
	}
	r := &recipe{t: t, bin: t.TempDir()}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r.write(filepath.Join(r.bin, "yousaid"), "#!/bin/bash\nexec -a yousaid "+self+" \"$@\"\n", 0o755)
	r.write(filepath.Join(r.bin, "gh"), "#!/bin/sh\ncase \"$1\" in api) cat \"$WRITERS\" ;; workflow) echo \"$*\" > \"$ASKED\" ;; esac\n", 0o755)
	r.dir = begin(t, "2026-06-01")
	readYAML(t, ".github/workflows/anonymity-check.yml", &r.hub)
	origin := filepath.Join(t.TempDir(), "origin.git")
	r.git("init", "--quiet", "--bare", "-b", "main", origin)
	r.git("init", "--quiet", "-b", "main")
	r.git("remote", "add", "origin", origin)
	r.git("add", ".")
	r.git("commit", "--quiet", "-m", "Begin our site")
	r.git("push", "--quiet", "-u", "origin", "main")
	return r
}

func (r *recipe) write(path, text string, mode os.FileMode) {
	r.t.Helper()
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		r.t.Fatal(err)
	}
}

func (r *recipe) git(args ...string) string {
	r.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.org"}, args...)...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// run does the steps that are commands, up to the first that breaks.
func (r *recipe) run(writers string, env map[string]string) (string, bool) {
	r.t.Helper()
	r.write(filepath.Join(r.bin, "writers"), writers, 0o644)
	full := append(os.Environ(), "PATH="+r.bin+":"+os.Getenv("PATH"), "RUNNER_TEMP="+r.bin, "WRITERS="+filepath.Join(r.bin, "writers"),
		"ASKED="+filepath.Join(r.bin, "asked"), "GITHUB_REPOSITORY=ours/site", "GITHUB_REF_NAME=main", "GITHUB_ACTOR=reader", "CI=true")
	for k, v := range env {
		full = append(full, k+"="+v)
	}
	var said strings.Builder
	for _, s := range r.hub.Jobs["record"].Steps {
		if s.Run == "" || strings.HasPrefix(s.Run, "go build") {
			continue
		}
		cmd := exec.Command("bash", "-e", "-o", "pipefail", "-c", s.Run) // as GitHub runs it
		cmd.Env = full
		out, err := cmd.CombinedOutput()
		said.Write(out)
		if err != nil {
			return said.String(), false
		}
	}
	return said.String(), true
}

func TestTheWebFormRecordsACheckBySomebodyElse(t *testing.T) {
	r := newRecipe(t)
	yes := strings.TrimSuffix(strings.Repeat("true,", len(checklist)), ",")
	version := r.git("log", "-1", "--format=%h", "--abbrev=7", "--", "content/reports/welcome.md")
	good := map[string]string{"REPORT": "welcome", "VERSION": version, "ROLE": "participation-lead", "ANSWERS": yes}
	with := func(key, value string) map[string]string {
		m := map[string]string{}
		for k, v := range good {
			m[k] = v
		}
		m[key] = value
		return m
	}
	before := r.git("rev-parse", "HEAD")
	for name, try := range map[string]struct {
		writers string
		env     map[string]string
		says    string
	}{
		"the writer":        {"writer\nREADER\n", good, "You changed this report yourself"},
		"nobody known":      {"writer\nnobody known\n", good, "Nobody can tell who wrote"},
		"no answer":         {"", good, "Nobody can tell who wrote"},
		"one no":            {"writer\n", with("ANSWERS", strings.Replace(yes, "true", "false", 1)), "nothing was recorded"},
		"too few answers":   {"writer\n", with("ANSWERS", "true,true"), "answers"},
		"an old version":    {"writer\n", with("VERSION", "abcdef0"), "changed after the version that you read"},
		"no version":        {"writer\n", with("VERSION", ""), "seven letters"},
		"the writer's role": {"writer\n", with("ROLE", "participation-worker"), "this role wrote the report"},
		"a path":            {"writer\n", with("REPORT", "../site"), "small letters"},
		"a command":         {"writer\n", with("REPORT", "a;touch owned"), "small letters"},
		"no report":         {"writer\n", with("REPORT", "nothing"), "no report with this name"},
	} {
		out, ok := r.run(try.writers, try.env)
		if ok || !strings.Contains(out, try.says) {
			t.Errorf("%s: ok %v\n%s", name, ok, out)
		}
		if now := r.git("rev-parse", "HEAD"); now != before {
			t.Errorf("%s: something was committed", name)
		}
	}
	out, ok := r.run("writer\n", good)
	if !ok {
		t.Fatalf("a good check was refused:\n%s", out)
	}
	text, err := os.ReadFile("content/reports/welcome.md")
	if err != nil || !strings.Contains(string(text), "  checklist: "+entry.Checklist+"\n") {
		t.Errorf("the check is not in the report:\n%s", text)
	}
	if r.git("rev-parse", "origin/main") != r.git("rev-parse", "HEAD") || r.git("status", "--porcelain") != "" {
		t.Error("the check was not pushed")
	}
	if asked, _ := os.ReadFile(filepath.Join(r.bin, "asked")); !strings.Contains(string(asked), "workflow run publish.yml") {
		t.Error("the website was not made anew")
	}
}
