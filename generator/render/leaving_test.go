package render

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"yousaid/generator/site"
)

// oneReport is a site with one report that nobody means harm with.
func oneReport() *site.Site {
	day := site.Date{Year: 2026, Month: 2, Day: 3}
	return &site.Site{
		Title: "You said, we did", Organisation: "Our council", BaseURL: "https://example.org/voice/", Base: "/voice/", Lang: "en", Said: "You said",
		Topics:    []site.Label{{ID: "home", Name: "Home"}},
		Reports:   []*site.Report{{Address: "late", Title: "Out & home at 11?", Date: day, Updated: day, Status: site.Done, Topic: site.Label{ID: "home", Name: "Home"}}},
		Redirects: []site.Redirect{{From: "old", To: "late", Title: "Out & home at 11?"}},
	}
}

// leads are the pages with a way to leave, and how many pages there are.
func leads(files []site.File) (with []string, pages int) {
	for _, f := range files {
		if strings.HasSuffix(f.Path, ".html") && !bytes.Contains(f.Data, []byte(`http-equiv="refresh"`)) {
			pages++
			if bytes.Contains(f.Data, []byte("data-leave")) {
				with = append(with, f.Path)
			}
		}
	}
	return with, pages
}

func TestTheWayToLeaveIsWhereItWasAskedForAndNowhereElse(t *testing.T) {
	s := oneReport()
	if with, _ := leads(renderAll(t, s)); len(with) > 0 {
		t.Errorf("nobody asked for a way to leave on %v", with)
	}
	s.Reports[0].QuickExit = true
	if with, _ := leads(renderAll(t, s)); len(with) != 1 || with[0] != "reports/late/index.html" {
		t.Errorf("asked for on one report, the way to leave is on %v", with)
	}
	s.Reports[0].QuickExit, s.QuickExit = false, true
	if with, pages := leads(renderAll(t, s)); len(with) != pages || pages < 10 {
		t.Errorf("asked for on the whole site, the way to leave is on %d of %d pages", len(with), pages)
	}
}

func TestTheWayToLeaveIsALinkThatSaysWhatItDoesAndIsFirstOnThePage(t *testing.T) {
	s := oneReport()
	s.QuickExit = true
	page := string(file(t, renderAll(t, s), "index.html"))
	_, body, _ := strings.Cut(page, "<body>")
	link := strings.Index(body, `<a class="button" href="https://www.bbc.co.uk/weather" rel="noreferrer nofollow" data-leave>`)
	if skip := strings.Index(body, "<a "); link < 0 || strings.Index(body[skip+1:], "<a ") != link-skip-1 {
		t.Error("the first link after the one to the main part does not lead to the weather")
	}
	if !strings.Contains(body, "It opens the weather. It can&#39;t clear your history.") && !strings.Contains(body, "It opens the weather. It can't clear your history.") {
		t.Error("what leaving does, and what it can't do, is not said")
	}
	if strings.Contains(page, "target=") {
		t.Error("a link opens a window of its own")
	}
	s.QuickExitTo = "https://www.wikipedia.org/"
	s.Pages = []site.Page{{Name: "leaving-quickly", Title: "Leaving quickly"}}
	_, body, _ = strings.Cut(string(file(t, renderAll(t, s), "index.html")), "<body>")
	exit, _, _ := strings.Cut(body, "</aside>")
	for _, want := range []string{`href="https://www.wikipedia.org/"`, "It opens wikipedia.org.", `href="/voice/pages/leaving-quickly/"`} {
		if !strings.Contains(exit, want) {
			t.Errorf("the way to leave has no %s: %s", want, exit)
		}
	}
}

func TestAReportCanBeSharedWithoutAnybodyLookingOn(t *testing.T) {
	page := string(file(t, renderAll(t, oneReport()), "reports/late/index.html"))
	_, part, _ := strings.Cut(page, `<section class="share no-paper">`)
	part, _, _ = strings.Cut(part, "</section>")
	for _, want := range []string{
		"Anyone can read and copy this page",
		`<p class="address">https://example.org/voice/<wbr>reports/late/</p>`,
		`href="mailto:?subject=Out%20%26%20home%20at%2011%3f&amp;body=https%3a%2f%2fexample.org%2fvoice%2freports%2flate%2f"`,
	} {
		if !strings.Contains(part, want) {
			t.Errorf("there is no %s in %s", want, part)
		}
	}
	if n := strings.Count(part, "<button"); n == 0 || n != strings.Count(part, " hidden>") {
		t.Errorf("a button shows before its script works: %s", part)
	}
	if strings.Contains(part, `href="http`) {
		t.Errorf("sharing goes through somebody else: %s", part)
	}
}

// The choices have to hold before anything is painted.
func TestEveryPageLoadsItsScriptOnceBeforeItsWords(t *testing.T) {
	script := regexp.MustCompile(`<link rel="stylesheet" href="/voice/assets/style\.[0-9a-f]{8}\.css">.*<script src="/voice/assets/site\.[0-9a-f]{8}\.js"></script>.*</head>`)
	for _, f := range renderAll(t, oneReport()) {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		page := strings.ReplaceAll(string(f.Data), "\n", "")
		if !script.MatchString(page) || strings.Count(page, "/site.") != 1 {
			t.Errorf("%s does not load the script of every page, once, after the style sheet that it reads and before any words", f.Path)
		}
	}
}

func TestThePageOfChoicesIsFoundFromEveryPageAndHidesWhatNeedsAScript(t *testing.T) {
	files := renderAll(t, oneReport())
	for _, f := range files {
		if strings.HasSuffix(f.Path, ".html") && !bytes.Contains(f.Data, []byte(`http-equiv="refresh"`)) && bytes.Count(f.Data, []byte(`<a href="/voice/display/"`)) != 2 {
			t.Errorf("%s does not lead to the choices from its top and its end", f.Path)
		}
	}
	if !bytes.Contains(file(t, files, "sitemap.xml"), []byte("https://example.org/voice/display/")) {
		t.Error("the choices are not in the sitemap")
	}
	before, form, ok := strings.Cut(string(file(t, files, "display/index.html")), "<div class=\"choices no-paper\" data-choices hidden>")
	if !ok || strings.Contains(before, "<input") || strings.Contains(before, "<button") {
		t.Error("a control shows before its script works")
	}
	if _, after, _ := strings.Cut(form, `<h2 id="device">`); !strings.Contains(after, "Settings") || strings.Contains(after, "<input") || strings.Contains(after, "<button") {
		t.Error("without a script the page does not tell how a device does the same")
	}
}
