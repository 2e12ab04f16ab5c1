//go:build prove

package generator_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"text/tabwriter"
	"time"
)

// A fault is one slip in one place by which words would get out, or stay, or
// by which a report that is wrong would be published.
type fault struct {
	file     string // below the module
	old, new string // old stands there exactly once
	why      string
}

// faults are kept: when the code moves on and one of them no longer fits, it is
// written again, not dropped.
var faults = []fault{
	// What somebody agreed to.
	{"generator/entry/consent.go", "if !c.Withdrawn.IsZero() {", "if false {", "a withdrawn consent counts"},
	{"generator/entry/consent.go", "case !c.Withdrawn.IsZero():", "case false:", "a withdrawn contribution counts"},
	{"generator/entry/consent.go", `case "no":`, `case "never":`, "no, when asked again, is not heard"},
	{"generator/entry/consent.go", `case "could-not-reach":`, `case "lost":`, "nobody reached, and the words stay"},
	{"generator/entry/consent.go", "if a.On.After(today) && !down {", "if a.On.After(today) {", "a no with a day in the future waits"},
	{"generator/entry/consent.go", "|| a.On.Date == last.On.Date && down {", "{", "of a yes and a no on one day the yes counts"},
	{"generator/entry/consent.go", "a.On.After(last.On.Date)", "a.On.Before(last.On.Date)", "the first answer counts"},
	{"generator/entry/consent.go", "case c.use() == Nothing:", "case false:", "who agreed to nothing is called something else"},
	{"generator/entry/consent.go", "case c.Given.After(today):", "case false:", "a consent counts before it is given"},
	{"generator/entry/consent.go", "today.After(c.Expires.Date)", "today.After(c.Expires.Date.AddDays(1))", "one day too long"},
	{"generator/entry/consent.go", "case today.After(c.lastReview):", "case false:", "a review that is due is passed over"},
	{"generator/entry/consent.go", "case !c.own:", "case false:", "without the young person's own yes"},
	{"generator/entry/consent.go", "case !c.formal:", "case false:", "without a formal consenter"},
	{"generator/entry/consent.go", "case !c.channels[Website]:", "case false:", "who did not agree to the website is on it"},
	{"generator/entry/consent.go", "u <= c.use() && c.channels[ch]", "u <= c.use()", "every channel is open"},
	{"generator/entry/consent.go", "u != Nothing && u <= c.use()", "u != Nothing", "a summary shows words"},
	{"generator/entry/consent.go", "c.channels = form.channels\n\t}", "c.channels = form.channels\n\t} else {\n\t\tc.channels = [6]bool{true, true, true, true, true, true}\n\t}", "no channel named is every channel"},
	{"generator/entry/consent.go", "case isAdult(from.Value, band.Value) && w.Value == from.Value:", "case isAdult(w.Value, \"\"):", "a worker signs for a child"},
	{"generator/entry/consent.go", "if c.use() > form.to {", "if c.use() > Named {", "more than the form asks for"},
	{"generator/entry/consent.go", "if !form.channels[channel(w.Value)] {", "if w.Value == \"\" {", "further than the form says"},
	{"generator/entry/parse.go", "return !ok || from < age", "return ok && from < age", "no age known counts as old enough"},
	{"generator/entry/parse.go", "return !ok || from < age", "return !ok || from+1 < age", "a year too early"},
	{"generator/entry/reportkeys.go", "c.Consent = &Consent{Place: d.place(n)}", "c.Consent = &Consent{Place: d.place(n), own: true}", "a yes that nobody gave"},

	// What a check covers.
	{"generator/entry/voice.go", "if !e.Covered(c, set) {", "if false {", "nobody has to look"},
	{"generator/entry/voice.go", "c.Allows(Quote, Website, today)", "c.Allows(Summary, Website, today)", "words in place of a gist"},
	{"generator/entry/voice.go", "c.Allows(Summary, Channel(ch), today)", "c.Allows(Summary, Website, today)", "the website opens every channel"},
	{"generator/entry/mark.go", "hashOf(c.Words.Reveal(), c.Name", "hashOf(c.Name", "other words are covered by an old check"},
	{"generator/entry/mark.go", "c.Called.Reveal(), c.Gist.Reveal()", "c.Called.Reveal()", "another gist is covered by an old check"},
	{"generator/entry/mark.go", "if w.Value == mark {", "if w.Value == mark || strings.HasPrefix(w.Value, c.ID.Value) {", "the id is enough"},

	// Settings, and reading strictly.
	{"generator/entry/settings.go", "p.FormalUnder = 16", "p.FormalUnder = 0", "a broken age asks for nobody"},
	{"generator/entry/settings.go", `p.Review.Value != "dated"`, `p.Review.Value == "bound"`, "a broken review asks for no check"},
	{"generator/entry/settings.go", `name == "forms" || `, ``, "forms that can't be read ask for none"},
	{"generator/entry/settings.go", `f.ID.Value != "" && f.ID.Value == told`, `f.ID.Value != ""`, "any form will do"},
	{"generator/entry/keys.go", "d.unknown(name, names(keys))", "_ = d", "a misspelt key is passed over"},
	{"generator/entry/keys.go", "case given[at]:", "case false:", "of two the last counts"},
	{"generator/entry/keys.go", "if k.required && !seen[j] {", "if k.required && seen[j] && false {", "nothing is needed"},
	{"generator/entry/keys.go", "*get(t) = []Word{} // given, if only as an empty list", "*get(t) = nil", "for: [] is every channel of the form"},
	{"generator/entry/decode.go", "if n.Kind == yaml.ScalarNode && d.cut(n) {", "if n.Kind == yaml.ScalarNode && d.cut(n) && n == nil {", "what stands after a # is lost"},
	{"generator/entry/decode.go", "if !slices.Contains(list, value) {", "if !slices.Contains(list, value) && value == \"\" {", "any word will do"},
	{"generator/entry/runs.go", "const RunLength = 5", "const RunLength = 6", "five words in a row are not enough"},
	{"generator/entry/entry.go", "return e.Draft.Yes || e.PublishOn.After(today)", "return e.Draft.Yes", "published before its day"},
	{"generator/entry/frontmatter.go", "if at, ok := secondPart(src, body); ok {", "if at, ok := secondPart(src, body); ok && at < 0 {", "keys below the block are published as text"},
	{"generator/source/source.go", "case breaksLines(r):", "case false:", "a line end that editors don't show"},

	// Rules.
	{"generator/rules.go", "consent.Missing, ", "", "nobody asks for a consent"},
	{"generator/rules.go", "consent.NameWithoutConsent, ", "", "a name may lie about"},
	{"generator/rules.go", "consent.ExplicitMissing,", "", "sensitive words without a yes by name"},
	{"generator/rules.go", "consent.FormUnknown, ", "", "nobody knows what they were told"},
	{"generator/rule/anonymity/anonymity.go", "w.Value == p.Entry.Anonymity.By.Value {", "w.Value == \"\" {", "the writer checks their own work"},
	{"generator/entry/voice.go", "return append(out, e.Addresses...)", "return out", "a phone number in the address of a report"},
	{"generator/rule/spelled.go", "drop[k] = true", "drop[k] = false", "an address whose letters stand one by one"},
	{"generator/rule/anonymity/phone.go", "(!helpline(n) ||", "(n == \"\" ||", "nobody sees a phone number"},
	{"generator/rule/story/body.go", "!v.Name && !c.Name.Empty() {", "v.Name && c.Name.Empty() {", "a name in the title"},
	{"generator/rule/story/story.go", "SectionMissing, WordsRepeated,", "SectionMissing,", "words come back in the body"},
	{"generator/rule/story/body.go", "everywhere = everywhere && v.In[ch]", "_ = ch", "words for the website alone, in the feed's own text"},
	{"generator/free.go", "if text, _ := p.Plain(); len(", "if text, _ := p.Plain(); len(text) == 0 && len(", "words come back on a page"},
	{"generator/markdown/markdown.go", "d.problem(Quote, n)", "_ = n", "a quote in the body"},
	{"generator/markdown/markdown.go", "case *ast.HTMLBlock, *ast.RawHTML:", "case *ast.HTMLBlock:", "HTML within a line"},

	// The way through: what is held, and what is remembered.
	{"generator/outcome.go", "return o.report != nil && !finding.Stops(o.findings)", "return o.report != nil", "held between files, and published"},
	{"generator/outcome.go", "return o.entry != nil && !o.entry.Withdrawn.IsZero()", "return o.entry != nil && o.entry.Withdrawn.After(o.entry.Withdrawn.Date)", "a report that was taken down is up"},
	{"generator/outcome.go", "&& !o.entry.Unpublished(today) {", "{", "a draft is published"},
	{"generator/outcome.go", "if !finding.Stops(o.findings) && !o.entry.Unpublished", "if !o.entry.Unpublished", "a held report is admitted"},
	{"generator/outcome.go", "c.findings = slices.Clip(c.findings)", "_ = slices.Clip(c.findings)", "a finding of one build stays in the next"},
	{"generator/outcome.go", "!o.verdicts[i].Words || !o.published()", "!o.published()", "the wall does not know who was left out"},
	{"generator/generator.go", "f.Problem, b.in.Today}", "f.Problem, site.Date{}}", "yesterday's answer today"},
	{"generator/generator.go", "b.set.Sum, f.Problem", "[32]byte{}, f.Problem", "the answer under other settings"},
	{"generator/generator.go", "k := key{f.Path, name, sha256.Sum256(f.Text),", "k := key{f.Path, name, [32]byte{},", "the answer for another text"},
	{"generator/generator.go", "if len(owners) == 0 {", "if owners != nil || owners == nil {", "nobody looks at the finished files"},
	{"generator/generator.go", "case !entry.GoodName(f.Path):", "case false:", "a file with somebody's name is published under it"},
	{"generator/free.go", "if finding.Stops(findings) {", "if false {", "a page that is wrong is published"},
	{"generator/free.go", "if id := o.entry.ID; id.Value != \"\" {", "if id := o.entry.ID; id.Value == \"-\" {", "the id of a report that was taken down is used again"},

	// The gate and the wall.
	{"generator/gate/gate.go", "v.Reason == entry.Allowed {", "v.Reason != entry.Withdrawn {", "a voice that is left out comes in without its words"},
	{"generator/gate/gate.go", "if v.Words {", "if !c.Words.Empty() {", "words under consent to a summary"},
	{"generator/gate/gate.go", "Thanks:       line(e.Thanks),", "Thanks:       line(e.Team),", "a private field in a public one's place"},
	{"generator/gate/gate.go", "rounded := (n.N + 2) / 5 * 5", "rounded := n.N", "an exact number of people"},
	{"generator/gate/wall.go", "if others == 0 &&", "if others < 0 &&", "the wall is blind"},
	{"generator/gate/wall.go", "if excused[run][owner] {", "if false {", "a report's own text excuses its own voices"},
	{"generator/gate/wall.go", "return []string{name, inner, tags, innerTags}", "return []string{name, tags, innerTags + inner[:0]}", "the wall can't read a feed"},

	// Right of the gate.
	{"generator/render/feeds.go", "if !v.In.Feed {", "if false {", "everybody is in the feed"},
	{"generator/render/feeds.go", "const FeedSize = 20", "const FeedSize = 2000", "old reports are sent again"},
	{"generator/render/data.go", "if v.In.Data {", "if true {", "everybody is in the data"},
	{"themes/default/report.html", "{{if not .In.Print}} no-print{{end}}", "", "everybody is on paper"},
	{"themes/default/style.css", ".no-print, ", "", "paper shows what it should hide"},
	{"themes/default/card.html", "<h3>", "<h3>{{range .Voices}}{{.Gist}}{{end}}", "voices on every list"},
	{"themes/default/data.html", "<h1>", "<h1>{{range .Site.Reports}}{{range .Voices}}{{.Words}}{{end}}{{end}}", "voices on another page"},

	// What was there before.
	{"generator/publish/publish.go", "if _, ok := next[p]; !ok {", "if _, ok := next[p]; !ok {\n\t\t\tnext[p] = m.files[p]", "pages of an earlier build stay, in memory"},
	{"generator/publish/folder.go", "if !isNew[f.Path] && os.Link", "if os.Link", "pages of an earlier build stay, on disk"},
	{"generator/publish/folder.go", "\tclearStages(parent, name)\n", "", "a killed build leaves its pages"},
	{"generator/publish/folder.go", "return err == nil && bytes.Equal(data, f.Data)", "return err == nil && bytes.Equal(data, data)", "a page as long as the new one stays"},

	// Printing.
	{"generator/entry/private.go", "func (Private) Format(f fmt.State, _ rune)   { _, _ = io.WriteString(f, hidden) }", "func (p Private) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, p.Reveal()) }", "printing tells"},
	{"generator/entry/private.go", "func (Private) MarshalText() ([]byte, error) { return []byte(hidden), nil }", "func (p Private) MarshalText() ([]byte, error) { return []byte(p.Reveal()), nil }", "text encodings tell"},
	{"generator/entry/private.go", "func (Private) MarshalJSON() ([]byte, error) { return []byte(`\"` + hidden + `\"`), nil }", "func (p Private) MarshalJSON() ([]byte, error) { return []byte(fmt.Sprintf(\"%q\", p.Reveal())), nil }", "JSON tells"},
	{"generator/entry/private.go", "func (Private) LogValue() slog.Value         { return slog.StringValue(hidden) }", "func (p Private) LogValue() slog.Value { return slog.StringValue(p.Reveal()) }", "a log tells"},
	{"generator/entry/keys.go", "hint = \"Did you mean \" + guess + \"?\"", "hint = \"Did you mean \" + guess + \", not \" + name.Value + \"?\"", "a finding repeats a key"},
	{"generator/generator.go", "at := b.byNumber(f)\n\t\tb.add(entry.FileName", "at := finding.Pos{File: b.name(f.Path)}\n\t\tb.add(entry.FileName", "a finding repeats a file name"},
}

// A verdict is what came of one fault.
type verdict struct {
	by   string // the test that failed; empty: none did
	err  error  // the fault itself is no good
	took time.Duration
}

// Every fault makes a test fail: first the histories are asked, then all tests.
// MUTATION=wall tries the faults that have wall in their file or reason.
func TestEveryFaultIsFound(t *testing.T) {
	root, work := copied(t), t.TempDir()
	if out, err := goTest(root, "", "./..."); err != nil {
		t.Fatalf("the tests fail without any fault:\n%s", out)
	}
	var chosen []int
	for i, f := range faults {
		if want := os.Getenv("MUTATION"); strings.Contains(f.file+" "+f.why, want) {
			chosen = append(chosen, i)
		}
	}
	verdicts := make([]verdict, len(faults))
	next := make(chan int)
	var wait sync.WaitGroup
	for range min(2, runtime.NumCPU()) {
		wait.Go(func() {
			for i := range next {
				start := time.Now()
				verdicts[i].by, verdicts[i].err = try(root, filepath.Join(work, fmt.Sprint(i)), faults[i])
				verdicts[i].took = time.Since(start)
			}
		})
	}
	for _, i := range chosen {
		next <- i
	}
	close(next)
	wait.Wait()
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', 0)
	for _, i := range chosen {
		f, v := faults[i], verdicts[i]
		switch {
		case v.err != nil:
			t.Errorf("%s: %s: the fault is no good: %v", f.file, f.why, v.err)
			v.by = "NO FAULT"
		case v.by == "":
			t.Errorf("%s: %s: no test fails", f.file, f.why)
			v.by = "NOBODY"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%.0fs\n", f.file, f.why, v.by, v.took.Seconds())
	}
	w.Flush()
	t.Logf("%d faults\n%s", len(chosen), table.String())
}

// copied is the module as it stands now, so that nobody's work on it is taken
// for a fault's doing.
func copied(t *testing.T) string {
	root := t.TempDir()
	err := filepath.WalkDir("..", func(p string, d fs.DirEntry, err error) error {
		to := filepath.Join(root, strings.TrimPrefix(p, ".."))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil // gone while we looked
		case err != nil:
			return err
		case d.IsDir() && d.Name() == ".git":
			return fs.SkipDir
		case d.IsDir():
			return os.MkdirAll(to, 0o755)
		case !d.Type().IsRegular():
			return nil
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		return os.WriteFile(to, data, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// try makes one fault and returns the first test that fails by it.
func try(root, work string, f fault) (by string, err error) {
	path := filepath.Join(root, filepath.FromSlash(f.file))
	text, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if n := strings.Count(string(text), f.old); n != 1 {
		return "", fmt.Errorf("its old text stands there %d times", n)
	}
	if err := os.Mkdir(work, 0o755); err != nil {
		return "", err
	}
	wrong, overlay := filepath.Join(work, filepath.Base(path)), filepath.Join(work, "overlay.json")
	if err := os.WriteFile(wrong, []byte(strings.Replace(string(text), f.old, f.new, 1)), 0o644); err != nil {
		return "", err
	}
	list, err := json.Marshal(map[string]any{"Replace": map[string]string{path: wrong}})
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(overlay, list, 0o644); err != nil {
		return "", err
	}
	build := exec.Command("go", "build", "-overlay", overlay, "./...")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("it does not compile: %s", out)
	}
	for _, ask := range [][]string{{"./generator", "-run", "Leak"}, {"./..."}} {
		out, err := goTest(root, overlay, ask...)
		if err == nil {
			continue
		}
		if failed := failedTest.FindString(out); failed != "" {
			return strings.TrimPrefix(failed, "--- FAIL: "), nil
		}
		if strings.Contains(out, "panic:") || strings.Contains(out, "FAIL\t") && !strings.Contains(out, "build failed") {
			return "a panic", nil
		}
		return "", fmt.Errorf("go test: %v: %s", err, out)
	}
	return "", nil
}

var failedTest = regexp.MustCompile(`--- FAIL: \w+`)

func goTest(root, overlay string, args ...string) (string, error) {
	args = append([]string{"test", "-count=1", "-failfast", "-vet=off", "-timeout=10m"}, args...)
	if overlay != "" {
		args = append(args[:1], append([]string{"-overlay", overlay}, args[1:]...)...)
	}
	cmd := exec.Command("go", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "PROVE=", "LEAK=")
	out, err := cmd.CombinedOutput()
	return string(out), err
}
