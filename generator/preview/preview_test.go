package preview

import (
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"yousaid/generator/site"
	"yousaid/themes"
)

func TestAWithdrawnVoiceLeavesThePreview(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	t.mustShow("/voice/reports/late/", marker, true)
	t.write("reports/late.md", strings.Replace(report, "review: 2027-02-03", "review: 2027-02-03\n      withdrawn: 2026-05-30", 1))
	t.until("the voice left out", func(s State) bool { return s.Result != nil && len(s.Result.LeftOut) == 1 })
	t.mustShow("/voice/reports/late/", marker, false)
	t.mustShow(own, "they took their words back", true)
	t.mustShow(own, marker, false)
}

func TestSettingsThatBreak(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	t.write("site.yaml", "title: [\n")
	s := t.until("the problem", func(s State) bool { return len(s.Problems) > 0 })
	if s.Result == nil || len(s.Problems[0].Findings) == 0 {
		t.Fatalf("the last good site went, or nobody said why: %+v", s)
	}
	t.mustShow("/voice/reports/late/", marker, true)
	t.mustShow(own, "content/site.yaml", true)

	// A voice that ends must not stay, settings or not.
	t.write("reports/late.md", strings.Replace(report, "review: 2027-02-03", "review: 2027-02-03\n      withdrawn: 2026-05-30", 1))
	t.until("no site", func(s State) bool { return s.Result == nil })
	status, body := t.get("/voice/reports/late/")
	if status != http.StatusServiceUnavailable || strings.Contains(body, marker) {
		t.Errorf("status %d, the voice is shown: %v", status, strings.Contains(body, marker))
	}
	if !strings.Contains(body, "content/reports/late.md#late: they took their words back") {
		t.Error("nobody says whose words have ended")
	}

	t.write("site.yaml", settings)
	t.until("the site", reports(1))
	t.mustShow("/voice/reports/late/", marker, false)
}

func TestBrokenSettingsAndANewDay(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	t.write("site.yaml", "title: [\n")
	t.until("the problem", func(s State) bool { return s.Old })
	t.setDay(site.Date{Year: 2026, Month: 6, Day: 2})
	t.until("no site", func(s State) bool { return s.Result == nil })
}

func TestStartWithoutSettings(tt *testing.T) {
	t := newTrial(tt)
	if err := os.Remove(t.path("site.yaml")); err != nil {
		t.Fatal(err)
	}
	t.begin()
	for _, p := range []string{"/", "/voice/", "/feed.xml", "/x/y"} {
		if status, body := t.get(p); status != http.StatusServiceUnavailable || !strings.Contains(body, "content/site.yaml") {
			t.Errorf("GET %s: %d", p, status)
		}
	}
	if status, _ := t.get(own); status != http.StatusOK {
		t.Errorf("GET %s: %d", own, status)
	}
	t.write("site.yaml", settings)
	t.until("the site", reports(1))
	t.mustShow("/voice/", "A later time to be home", true)
}

func TestConsentEndsAtMidnight(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	t.setDay(site.Date{Year: 2027, Month: 2, Day: 4})
	t.build()
	t.mustShow("/voice/reports/late/", marker, false)
}

func TestAThemeThatBreaks(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	for text, at := range map[string]string{"<main>\n{{": "report.html:2:1: ", "<main>{{.Nothing.Like.This}}": "report.html:1:9: ", `<main> {{template "nowhere"}}`: "report.html:1:19: "} {
		if err := os.WriteFile(filepath.Join(t.theme, "report.html"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		s := t.until("the problem", func(s State) bool { return len(s.Problems) > 0 })
		told := s.Problems[0].Findings
		if len(told) != 1 || !strings.HasPrefix(told[0].String(), at) || told[0].Hint == "" {
			t.Errorf("%s: not told at its place: %v", text, told)
		}
		if _, body := t.get(own); !strings.Contains(body, at+told[0].Message) {
			t.Errorf("%s: not on the page that says what is held", text)
		}
		t.mustShow("/voice/reports/late/", marker, true)
		if s.Result == nil || s.Old {
			t.Fatalf("%s: a broken theme keeps what is new from being shown", text)
		}
	}
	// With the theme broken, words still come down.
	if err := os.Remove(t.path("reports/late.md")); err != nil {
		t.Fatal(err)
	}
	t.until("no report", reports(0))
	if status, _ := t.get("/voice/reports/late/"); status != http.StatusNotFound {
		t.Errorf("status %d", status)
	}
	if err := os.Remove(filepath.Join(t.theme, "report.html")); err != nil {
		t.Fatal(err)
	}
	t.until("no problem", func(s State) bool { return len(s.Problems) == 0 })
}

func TestAPanicDoesNotEndThePreview(tt *testing.T) {
	t := newTrial(tt)
	var on atomic.Bool
	load := t.preview.Theme
	t.preview.Theme = func() (*themes.Theme, error) {
		if on.Load() {
			panic(marker)
		}
		return load()
	}
	t.begin()
	on.Store(true)
	t.write("reports/other.md", strings.ReplaceAll(report, "late", "other"))
	s := t.until("the new report", reports(2))
	if len(s.Problems) != 1 || strings.Contains(s.Problems[0].Message, marker) {
		t.Errorf("%+v", s.Problems)
	}
}

func TestNothingStaysBehind(tt *testing.T) {
	t := newTrial(tt)
	before := runtime.NumGoroutine()
	t.begin()
	for range 5 {
		t.listen(t.seen("/voice/"))
	}
	start := time.Now()
	if err := t.stop(); err != nil {
		t.Error(err)
	}
	if took := time.Since(start); took > time.Second {
		t.Errorf("open event streams kept it for %v", took)
	}
	http.DefaultClient.CloseIdleConnections()
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	buf := make([]byte, 1<<16)
	t.Errorf("%d goroutines before, %d after\n%s", before, runtime.NumGoroutine(), buf[:runtime.Stack(buf, true)])
}
