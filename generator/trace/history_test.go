package trace

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/entry"
)

const words = "The quaffleberry sings before the moon is up, and nobody hears it."

// repo is a folder with a git repository of its own, away from the settings of
// whoever runs the test.
type repo struct {
	t   *testing.T
	dir string
}

func newRepo(t *testing.T) repo {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git here")
	}
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	t.Setenv("GIT_CONFIG_GLOBAL", filepath.Join(home, "none"))
	for _, who := range []string{"AUTHOR", "COMMITTER"} {
		t.Setenv("GIT_"+who+"_NAME", "A Worker")
		t.Setenv("GIT_"+who+"_EMAIL", "worker@example.org")
	}
	r := repo{t, t.TempDir()}
	r.git("init", "-q", "-b", "main")
	return r
}

func (r repo) git(args ...string) string {
	r.t.Helper()
	cmd := exec.Command("git", append([]string{"-C", r.dir}, args...)...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func (r repo) write(name, text string) {
	r.t.Helper()
	p := filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
		r.t.Fatal(err)
	}
}

func (r repo) commit(message string) {
	r.t.Helper()
	r.git("add", "-A")
	r.git("commit", "-q", "--allow-empty", "-m", message)
}

// holding is every object whose plain content holds one of the words: a search
// of its own, one object after the other.
func (r repo) holding(any ...string) []string {
	r.t.Helper()
	var out []string
	for line := range strings.Lines(r.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)")) {
		oid, kind, _ := strings.Cut(strings.TrimSpace(line), " ")
		data, err := exec.Command("git", "-C", r.dir, "cat-file", kind, oid).Output()
		if err != nil {
			r.t.Fatal(err)
		}
		if slices.ContainsFunc(any, func(w string) bool { return strings.Contains(string(data), w) }) {
			out = append(out, oid)
		}
	}
	slices.Sort(out)
	return out
}

func zipped(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func wanted(texts ...string) *Words {
	w := &Words{}
	for _, t := range texts {
		w.Add(entry.Secret(t))
	}
	return w
}

func look(t *testing.T, dir string, w *Words) *History {
	t.Helper()
	g, err := OpenGit(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	h, err := g.History(w)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func (h *History) oids() []string {
	var out []string
	for _, hit := range h.Hits {
		out = append(out, hit.oid)
	}
	slices.Sort(out)
	return out
}

func hitOf(t *testing.T, h *History, oid string) Hit {
	t.Helper()
	i := slices.IndexFunc(h.Hits, func(hit Hit) bool { return hit.oid == oid })
	if i < 0 {
		t.Fatalf("%s is not found", oid)
	}
	return h.Hits[i]
}

func TestEveryCopyThatGitHoldsIsFound(t *testing.T) {
	r := newRepo(t)
	r.write("content/reports/late.md", "---\ncontributions:\n  - id: late\n    words: |\n      The quaffleberry sings before\n      the moon is up, and nobody hears it.\n---\n")
	r.write("other.txt", "Nothing of the kind.\n")
	r.commit("A report")
	report := r.git("rev-parse", "HEAD:content/reports/late.md")
	r.git("tag", "-a", "seen", "-m", "In it: THE quaffleberry sings before the moon")
	r.write("public/page.html", "<p>The qu&#97;ffleberry <em>sings</em> before the&nbsp;moon is up</p>")
	r.write("public/page.html.gz", zipped(t, "<p>"+words+"</p>"))
	r.write("public/data.json", `{"words":"The \u0071uaffleberry sings before the moon"}`)
	r.commit("Built")
	encoded := []string{r.git("rev-parse", "HEAD:public/page.html"), r.git("rev-parse", "HEAD:public/page.html.gz"), r.git("rev-parse", "HEAD:public/data.json")}
	r.git("rm", "-q", "-r", "public")
	r.commit("Took out: the quaffleberry sings before the moon")
	// Amended: the first try stays, and nothing leads to it once the lists are cleared.
	r.write("lost.md", "quaffleberry sings before the moon, said again\n")
	r.commit("A try")
	lost := r.git("rev-parse", "HEAD:lost.md")
	r.git("rm", "-q", "lost.md")
	r.git("commit", "-q", "--amend", "--allow-empty", "-m", "A second try")
	r.git("gc", "-q")
	r.git("reflog", "expire", "--expire=now", "--all")
	// Put away, beside files that git did not know yet.
	r.write("other.txt", "She wrote: quaffleberry sings before the moon, in the stash.\n")
	r.write("untracked.txt", "quaffleberry sings before the moon, not yet known\n")
	r.git("stash", "-q", "-u")
	stashed := r.git("rev-parse", "stash@{0}:other.txt")
	r.git("notes", "add", "-m", "the quaffleberry sings before the moon, a note")
	r.write("staged.txt", "the quaffleberry sings before the moon is set aside\n")
	r.git("add", "staged.txt")
	staged := r.git("rev-parse", ":staged.txt")
	// Only names hold it.
	r.git("branch", "the-quaffleberry-sings-before-the-moon")
	r.git("checkout", "-q", "-b", "side")
	r.write("drafts/the-quaffleberry-sings-before-the-moon.txt", "Nothing.\n")
	r.git("add", "drafts")
	r.git("commit", "-q", "-m", "A name")
	r.git("checkout", "-q", "main")
	// Four words of it are everybody's.
	r.write("everybody.txt", "the moon is up\n")
	r.commit("More")

	h := look(t, r.dir, wanted(words))
	want := append(r.holding("quaffleberry"), encoded...)
	slices.Sort(want)
	want = slices.Compact(want)
	if got := h.oids(); !slices.Equal(got, want) {
		t.Errorf("found %d objects, and there are %d", len(got), len(want))
	}
	if all := strings.Count(r.git("cat-file", "--batch-all-objects", "--batch-check"), "\n") + 1; h.Objects != all || h.Large != 0 {
		t.Errorf("looked into %d of %d objects", h.Objects, all)
	}
	if hit := hitOf(t, h, report); hit.Path != "content/reports/late.md" || hit.Where != Reachable || len(hit.Commits) != 1 {
		t.Errorf("the report: %+v", hit)
	}
	if hit := hitOf(t, h, lost); hit.Path != "lost.md" || hit.Where != Nowhere {
		t.Errorf("the amended commit: %+v", hit)
	}
	if hit := hitOf(t, h, stashed); hit.Where != Stash || hit.Path != "other.txt" {
		t.Errorf("the stash: %+v", hit)
	}
	if hit := hitOf(t, h, staged); hit.Where != Reachable && hit.Where != Staged {
		t.Errorf("set aside: %+v", hit)
	}
	kinds := map[Kind]int{}
	notes := 0
	for _, hit := range h.Hits {
		kinds[hit.Kind]++
		if hit.Where == Note {
			notes++
		}
		if strings.Contains(strings.Join(append(hit.Commits, hit.Path), " "), "quaffleberry") {
			t.Errorf("the words are told: %+v", hit)
		}
	}
	if kinds[TagHit] != 1 || kinds[CommitHit] < 1 || kinds[TreeHit] < 1 || notes == 0 || h.Refs != 1 || len(h.Beside) == 0 {
		t.Errorf("kinds %v, notes %d, names %d, beside %v", kinds, notes, h.Refs, h.Beside)
	}
	for _, p := range h.Beside {
		if strings.Contains(p.File, "quaffleberry") {
			t.Errorf("the words are told: %v", p)
		}
	}
}

func TestVersionsOfAFileComeFromHistoryAmendedCommitsAndStashes(t *testing.T) {
	r := newRepo(t)
	for i := range 3 {
		r.write("a b/é.md", fmt.Sprintf("version %d\n", i))
		r.commit("more")
	}
	r.write("a b/é.md", "amended\n")
	r.git("commit", "-q", "-a", "--amend", "-m", "more")
	r.write("a b/é.md", "put away\n")
	r.git("stash", "-q")
	r.write("a b/é.md", "set aside\n")
	r.git("add", "-A")
	r.git("gc", "-q")
	g, err := OpenGit(t.Context(), filepath.Join(r.dir, "a b"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	if err := g.Versions(filepath.Join(r.dir, "a b", "é.md"), func(raw []byte) { got = append(got, strings.TrimSpace(string(raw))) }); err != nil {
		t.Fatal(err)
	}
	slices.Sort(got)
	if want := []string{"amended", "put away", "set aside", "version 0", "version 1", "version 2"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAPictureIsFoundByItsBytesHoweverLargeItIs(t *testing.T) {
	r := newRepo(t)
	picture := "\x89PNG\r\n\x1a\n" + strings.Repeat("zib\x00\x01", Largest/4)
	r.write("media/one.png", picture)
	r.write("large.txt", strings.Repeat("a word of no kind ", Largest/10))
	r.commit("pictures")
	w := wanted(words)
	w.AddFile([]byte(picture))
	h := look(t, r.dir, w)
	if h.Count() != 1 || h.Hits[0].Path != "media/one.png" || h.Large != 1 {
		t.Errorf("%+v", h)
	}
}

func TestAFolderOutsideOfGitIsSaid(t *testing.T) {
	newRepo(t)
	if _, err := OpenGit(t.Context(), t.TempDir()); err != ErrNoRepository {
		t.Errorf("%v", err)
	}
	t.Setenv("PATH", "")
	if _, err := OpenGit(t.Context(), t.TempDir()); err != ErrNoGit {
		t.Errorf("%v", err)
	}
}
