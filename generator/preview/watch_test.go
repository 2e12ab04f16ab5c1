package preview

import (
	"bufio"
	"context"
	"html"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var eventsOf = regexp.MustCompile(`data-events="([^"]*)"`)

// seen is the address of events that a page was given.
func (t *trial) seen(page string) string {
	t.Helper()
	_, body := t.get(page)
	m := eventsOf.FindStringSubmatch(body)
	if m == nil {
		t.Fatalf("GET %s: the page does not listen", page)
	}
	return html.UnescapeString(m[1])
}

// listen opens an event stream; the channel is closed when it tells to reload.
func (t *trial) listen(address string) <-chan struct{} {
	t.Helper()
	res, err := http.Get(t.url + address)
	if err != nil {
		t.Fatal(err)
	}
	if kind := res.Header.Get("Content-Type"); kind != "text/event-stream" {
		t.Fatalf("events are %q", kind)
	}
	reload := make(chan struct{})
	lines := bufio.NewScanner(res.Body)
	lines.Scan() // retry: it is open
	go func() {
		defer res.Body.Close()
		for lines.Scan() {
			if lines.Text() == "event: reload" {
				close(reload)
				return
			}
		}
	}()
	return reload
}

func (t *trial) mustReload(what string, c <-chan struct{}) {
	t.Helper()
	select {
	case <-c:
	case <-time.After(5 * time.Second):
		t.Errorf("%s: no reload", what)
	}
}

func (t *trial) mustNotReload(what string, c <-chan struct{}) {
	t.Helper()
	select {
	case <-c:
		t.Errorf("%s: reloaded for nothing", what)
	case <-time.After(100 * time.Millisecond):
	}
}

func TestReload(tt *testing.T) {
	t := newTrial(tt)
	t.write("pages/about.md", "---\ntitle: About\nsummary: Who we are.\n---\nWe listen.\n")
	t.begin()
	const here, there, gone = "/voice/reports/late/", "/voice/pages/about/", "/voice/reports/soon/"
	late, about, missing := t.seen(here), t.seen(there), t.seen(gone)
	onLate, onAbout, onMissing := t.listen(late), t.listen(about), t.listen(missing)

	t.write("reports/late.md", report) // the same again
	if s := t.build(); s.Changed != 0 {
		t.Errorf("%d changed", s.Changed)
	}
	t.mustNotReload("unchanged", onLate)

	t.write("reports/late.md", strings.Replace(report, "We asked the homes.", "We asked every home.", 1))
	t.mustReload("edited", onLate)
	t.mustNotReload("another page", onAbout)
	t.mustReload("slept through it", t.listen(late))
	t.mustNotReload("newest", t.listen(t.seen(here)))

	t.write("reports/soon.md", strings.ReplaceAll(report, "late", "soon"))
	t.mustReload("there at last", onMissing)

	if err := os.WriteFile(filepath.Join(t.theme, "style.css"), []byte("main{color:red}"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.mustReload("style sheet", onAbout)

	status := t.listen(t.seen(own))
	t.write("reports/broken.md", "---\n")
	t.mustReload("something is held", status)
}

func TestAPictureReloadsEveryPage(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	c := t.listen(t.seen("/voice/"))
	if err := os.WriteFile(filepath.Join(t.theme, "picture.svg"), []byte("<svg/>"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.mustReload("picture", c)
}

func TestWaysToSave(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	edited := func(words string) string { return strings.Replace(report, "We asked the homes.", words, 1) }
	shows := func(words string) func(State) bool {
		return func(State) bool {
			_, body := t.get("/voice/reports/late/")
			return strings.Contains(body, words)
		}
	}

	// Beside it, then over it.
	t.write("reports/.late.md.tmp", edited("One by one."))
	if err := os.Rename(t.path("reports/.late.md.tmp"), t.path("reports/late.md")); err != nil {
		t.Fatal(err)
	}
	t.until("renamed over", shows("One by one."))

	// Away, then anew, as vim does.
	if err := os.Rename(t.path("reports/late.md"), t.path("reports/late.md~")); err != nil {
		t.Fatal(err)
	}
	t.write("reports/late.md", edited("Two by two."))
	if err := os.Remove(t.path("reports/late.md~")); err != nil {
		t.Fatal(err)
	}
	t.until("written anew", shows("Two by two."))

	if err := os.Remove(t.path("reports/late.md")); err != nil {
		t.Fatal(err)
	}
	t.until("removed", reports(0))
	if status, body := t.get("/voice/reports/late/"); status != http.StatusNotFound || strings.Contains(body, marker) {
		t.Errorf("removed: status %d", status)
	}
}

func TestNewFolders(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	t.write("reports/a/b/c/one.md", strings.ReplaceAll(report, "late", "one"))
	t.until("a file in new folders", reports(2))
	// The innermost of them is watched, too.
	t.write("reports/a/b/c/two.md", strings.ReplaceAll(report, "late", "two"))
	t.until("one more", reports(3))

	// A folder that was filled elsewhere.
	if err := os.Rename(t.path("reports/a"), filepath.Join(filepath.Dir(t.dir), "away")); err != nil {
		t.Fatal(err)
	}
	t.until("the folder gone", reports(1))
	if err := os.Rename(filepath.Join(filepath.Dir(t.dir), "away"), t.path("reports/back")); err != nil {
		t.Fatal(err)
	}
	t.until("the folder back", reports(3))
	t.write("reports/back/b/c/three.md", strings.ReplaceAll(report, "late", "three"))
	t.until("one more in it", reports(4))
}

func TestTheContentFolderGoesAndComesBack(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	away := t.dir + "-away"
	if err := os.Rename(t.dir, away); err != nil {
		t.Fatal(err)
	}
	t.until("no site", func(s State) bool { return s.Result == nil })
	if err := os.Rename(away, t.dir); err != nil {
		t.Fatal(err)
	}
	t.until("the site", reports(1))
	t.write("reports/soon.md", strings.ReplaceAll(report, "late", "soon"))
	t.until("watched again", reports(2))
}

func TestNoise(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	t.write("reports/.late.md.swp", "x")
	if err := os.Chmod(t.path("reports/late.md"), 0o600); err != nil {
		t.Fatal(err)
	}
	select {
	case <-t.told:
		t.Error("built for nothing")
	case <-time.After(300 * time.Millisecond):
	}
}

// A writer that never stops must not keep the page from being shown.
func TestWithoutAPause(tt *testing.T) {
	t := newTrial(tt)
	began := time.Now()
	t.begin()
	stop := time.After(2*patience + 5*time.Since(began)) // a build takes as long as the machine lets it
	for n := 0; ; n++ {
		select {
		case <-stop:
			t.Fatal("nothing was built while something was written")
		case <-t.told:
			return
		case <-time.After(5 * time.Millisecond):
			t.write("reports/late.md", report)
		}
	}
}

func TestErrorsOfTheWatcher(tt *testing.T) {
	t := newTrial(tt)
	w, err := newWatcher([]string{t.dir})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	b := &builder{preview: t.preview, shown: newShown()}
	done := make(chan struct{})
	ctx, stop := context.WithCancel(t.Context())
	go func() { b.watch(ctx, w); close(done) }()
	t.build()
	w.Errors <- os.ErrInvalid
	t.build()
	stop()
	<-done
	b.build(errTooMany)
	if s := t.build(); len(s.Problems) != 1 || !strings.Contains(s.Problems[0].Hint, "fs.inotify.max_user_watches") {
		t.Errorf("%+v", s.Problems)
	}
}
