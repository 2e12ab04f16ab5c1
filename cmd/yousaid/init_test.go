package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// command runs yousaid as main does.
func command(t *testing.T, args ...string) (code int, out, errOut string) {
	t.Helper()
	var o, e bytes.Buffer
	code = (&app{called: "yousaid", in: strings.NewReader(""), out: &o, err: &e}).run(args)
	return code, o.String(), e.String()
}

// begin starts a site on a day and goes into it.
func begin(t *testing.T, day string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "our-site")
	if code, _, errOut := command(t, "init", dir, "--today", day); code != 0 {
		t.Fatalf("init: %d\n%s", code, errOut)
	}
	t.Chdir(dir)
	return dir
}

func TestInitBeginsASiteThatIsWell(t *testing.T) {
	begin(t, "2026-06-01")
	for _, day := range []string{"2026-06-01", "2026-06-02", "2027-07-15", "2030-02-28", "2033-01-01", "2036-12-31"} {
		code, out, errOut := command(t, "check", "--strict", "--visibility", "public", "--today", day)
		if code != 0 || !strings.Contains(out, "The checks found nothing") {
			t.Errorf("%s: %d\n%s%s", day, code, out, errOut)
		}
	}
	code, out, errOut := command(t, "build", "--strict", "--today", "2026-06-01")
	if code != 0 || !strings.HasPrefix(out, "Published 1 report in public") {
		t.Fatalf("build: %d\n%s%s", code, out, errOut)
	}
	for _, p := range []string{"index.html", "pages/about/index.html", "pages/safe/index.html", "pages/rights/index.html", "pages/what-happens/index.html", "glossary/index.html"} {
		if _, err := os.Stat(filepath.Join("public", p)); err != nil {
			t.Errorf("%s is not there", p)
		}
	}
	page, err := os.ReadFile("public/reports/welcome/index.html")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(page, []byte("1 June 2026")) || bytes.Contains(page, []byte("2000")) {
		t.Error("the first report does not have the day on which the site was begun")
	}
}

func TestInitWritesEveryFile(t *testing.T) {
	begin(t, "2026-06-01")
	var got []string
	if err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			got = append(got, filepath.ToSlash(p))
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	want := []string{
		".github/workflows/anonymity-check.yml", ".github/workflows/publish.yml", ".gitignore", ".gitlab-ci.yml", "README.md",
		"content/glossary.yaml", "content/index.md",
		"content/pages/about.md",
		"content/reports/welcome.md", "content/site.yaml",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestInitRefusesWhatIsNotEmpty(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "mine.txt")
	if err := os.WriteFile(mine, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, target := range []string{dir, mine} {
		code, out, errOut := command(t, "init", target)
		if code != exitBroke || out != "" || !strings.Contains(errOut, "error: ") || !strings.Contains(errOut, "hint: ") {
			t.Errorf("%s: %d\n%s%s", target, code, out, errOut)
		}
	}
	if names := below(t, dir); !slices.Equal(names, []string{"mine.txt"}) {
		t.Errorf("left behind: %v", names)
	}
	for _, args := range [][]string{{"init"}, {"init", "a", "b"}} {
		if code, _, _ := command(t, args...); code != exitMistyped {
			t.Errorf("%v: %d", args, code)
		}
	}
}

func TestInitFillsAnEmptyRepository(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "site")
	if err := os.MkdirAll(filepath.Join(dir, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	if code, _, errOut := command(t, "init", "."); code != 0 {
		t.Fatalf("%d\n%s", code, errOut)
	}
	if names := below(t, dir); !slices.Equal(names, []string{".git", ".github", ".gitignore", ".gitlab-ci.yml", "README.md", "content"}) {
		t.Errorf("got %v", names)
	}
	if names := below(t, parent); !slices.Equal(names, []string{"site"}) {
		t.Errorf("left behind: %v", names)
	}
}

func below(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// The order is a promise: the site goes online before anything can turn the
// run red, or words that were taken back would stay.
func TestRecipesPublishBeforeTheyCheck(t *testing.T) {
	begin(t, "2026-06-01")
	var hub struct {
		On   map[string]any
		Jobs map[string]struct {
			If          string
			Permissions map[string]string
			Steps       []struct{ Name, Uses, Run, If string }
		}
		Concurrency struct {
			Group            string
			CancelInProgress bool `yaml:"cancel-in-progress"`
		}
	}
	readYAML(t, ".github/workflows/publish.yml", &hub)
	job, ok := hub.Jobs["publish"]
	if !ok || len(hub.Jobs) != 1 {
		t.Fatal("the recipe for GitHub has to have one job, publish")
	}
	at := map[string]int{}
	for i, s := range job.Steps {
		for _, what := range []string{"actions/upload-pages-artifact@", "actions/deploy-pages@", `yousaid" build`, `yousaid" check`} {
			if strings.Contains(s.Uses+s.Run, what) {
				at[what] = i + 1
			}
		}
	}
	if !(0 < at[`yousaid" build`] && at[`yousaid" build`] < at["actions/upload-pages-artifact@"] &&
		at["actions/upload-pages-artifact@"] < at["actions/deploy-pages@"] && at["actions/deploy-pages@"] < at[`yousaid" check`]) {
		t.Errorf("the steps are not in order: %v", at)
	}
	if !strings.Contains(job.Steps[len(job.Steps)-1].Run, "--visibility") {
		t.Error("the check does not know whether the repository is public")
	}
	if _, pulls := hub.On["pull_request"]; pulls || hub.On["schedule"] == nil {
		t.Error("the recipe for GitHub has to run once a day, and never for a pull request")
	}
	if !strings.Contains(job.If, "default_branch") || hub.Concurrency.Group == "" || hub.Concurrency.CancelInProgress {
		t.Error("the recipe for GitHub has to run for the main branch only, one run at a time")
	}
	if job.Permissions["pages"] != "write" || job.Permissions["id-token"] != "write" || job.Permissions["contents"] != "read" {
		t.Errorf("permissions: %v", job.Permissions)
	}

	type labJob struct {
		Stage         string
		Script        []string
		When          string
		ResourceGroup string `yaml:"resource_group"`
		Artifacts     struct {
			Paths    []string
			ExpireIn string `yaml:"expire_in"`
		}
	}
	var lab struct {
		Stages   []string
		Workflow struct{ Rules []map[string]string }
		Pages    labJob
		Check    labJob
	}
	readYAML(t, ".gitlab-ci.yml", &lab)
	if slices.Index(lab.Stages, lab.Pages.Stage) >= slices.Index(lab.Stages, lab.Check.Stage) || lab.Check.When != "always" {
		t.Error("the recipe for GitLab has to check after it has published, whatever broke")
	}
	if !slices.Equal(lab.Pages.Artifacts.Paths, []string{"public"}) || lab.Pages.Artifacts.ExpireIn == "" || lab.Pages.ResourceGroup == "" {
		t.Errorf("pages: %+v", lab.Pages)
	}
	if len(lab.Workflow.Rules) != 1 || lab.Workflow.Rules[0]["if"] != "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" {
		t.Errorf("rules: %v", lab.Workflow.Rules)
	}
	if !strings.Contains(strings.Join(lab.Check.Script, "\n"), `--visibility "$CI_PROJECT_VISIBILITY"`) {
		t.Error("the check does not know whether the project is public")
	}
}

func readYAML(t *testing.T, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// What the README shows has to work in a site that was just begun.
func TestReadmeShowsReportsThatAreWell(t *testing.T) {
	readme := readmeText(t)
	begin(t, "2026-06-01")
	blocks := strings.Split(readme, "```markdown\n")[1:]
	if len(blocks) != 2 {
		t.Fatalf("%d reports are shown, want the smallest and a fuller one", len(blocks))
	}
	for i, b := range blocks {
		text, _, _ := strings.Cut(b, "```")
		if err := os.WriteFile(filepath.Join("content", "reports", "shown-"+string(rune('a'+i))+".md"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if code, out, errOut := command(t, "check", "--strict", "--today", "2026-06-01"); code != 0 {
		t.Errorf("%d\n%s%s", code, out, errOut)
	}
}

// Who works on the web page copies a report from the README of their site. It has
// to be the one of this program's README, and what is copied has to be well.
func TestWhatIsCopiedOnTheWebPageIsWell(t *testing.T) {
	section := func(text string) string {
		_, text, _ = strings.Cut(text, "## Without a terminal\n")
		text, _, _ = strings.Cut(text, "\n## Wh")
		return text
	}
	own := section(readmeText(t))
	begin(t, "2026-06-01")
	starter, err := os.ReadFile("README.md")
	if err != nil || own == "" || section(string(starter)) != own {
		t.Errorf("the two READMEs tell it in two ways: %v", err)
	}
	blocks := strings.Split(own, "```text\n")[1:]
	for i := range blocks {
		blocks[i], _, _ = strings.Cut(blocks[i], "```")
		blocks[i] = strings.ReplaceAll(strings.TrimLeft(blocks[i], " "), "\n   ", "\n")
	}
	for name, text := range map[string]string{"short": blocks[0], "with-words": strings.Replace(blocks[0], "\n---\n", "\n"+blocks[1]+"---\n", 1)} {
		path := filepath.Join("content", "reports", name+".md")
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, out, errOut := command(t, "check", path, "--today", "2026-06-01"); strings.Count(out, "[") != 1 || !strings.Contains(out, "[anonymity-missing]") {
			t.Errorf("%s: %s%s\n%s", name, out, errOut, text)
		}
		if code, _, errOut := command(t, "review", name, "--by", "participation-lead", "--all-clear", "--today", "2026-06-01"); code != exitWell {
			t.Error(errOut)
		}
	}
	if code, out, errOut := command(t, "check", "--today", "2026-06-01"); code != exitWell {
		t.Errorf("%d\n%s%s", code, out, errOut)
	}
}

// readmeText is the README, with its lines ended as on every computer.
func readmeText(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(data), "\r\n", "\n")
}
