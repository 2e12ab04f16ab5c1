package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"yousaid/generator/site"
	"yousaid/themes"
)

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)> ' javascript:alert(3) {{.}} &`

// full is a report with something in every place, all of it hostile.
func full(n int, status site.Status) *site.Report {
	day := site.Date{Year: 2026, Month: 2, Day: 3}
	return &site.Report{
		Address: fmt.Sprintf("r%d", n), Title: hostile, Summary: hostile, Date: day, Updated: day, Status: status,
		Topic: site.Label{ID: "roads", Name: hostile}, Group: site.Label{ID: "g", Name: hostile}, Area: site.Label{ID: "a", Name: hostile},
		Asked:    site.Asked{Question: hostile, How: hostile, On: day, People: hostile},
		Sections: []site.Section{{Kind: site.SaidPart, Heading: hostile, HTML: "<p>said</p>"}, {Kind: site.OtherPart, Heading: hostile, HTML: "<p>more</p>"}},
		Voices: []site.Voice{{Words: []string{hostile}, Gist: hostile, Name: hostile, Called: hostile, From: hostile, Band: hostile, People: hostile,
			Made: site.OwnWords, In: site.Channels{Feed: true, Data: true}}},
		Decision: site.Decision{By: hostile, Date: day, Because: "<p>why</p>", Difference: hostile},
		Impact:   []site.Impact{{Change: hostile, Shown: hostile, Since: day, CheckedWith: hostile, CheckedOn: day}},
		Updates:  []site.Update{{Date: day, HTML: "<p>news</p>"}}, Next: day, Late: true, PassedTo: hostile, Note: hostile, QuickExit: true,
		Affects: []string{hostile}, HeardBy: []site.HeardBy{{Role: hostile, How: hostile, On: day}}, ToldFirst: site.Told{On: day, How: hostile},
		Involvement: "co-production", YoungPeople: site.Roles{Develop: hostile, Deliver: hostile, Review: hostile},
		Answers: []site.Answer{{Who: hostile, Status: site.Done, Date: day, Did: hostile}}, Programme: site.Programme{Name: hostile, Funder: hostile},
		Gained: []string{hostile}, Thanks: hostile, MadeBy: []string{hostile}, Rights: []string{hostile}, PersonLooked: day,
	}
}

func hostileSite(reports int) *site.Site {
	s := &site.Site{
		Title: hostile, Organisation: hostile, BaseURL: "https://example.org/voice/", Base: "/voice/", Lang: "en", Said: "You said",
		Checked: site.Date{Year: 2026, Month: 6, Day: 1}, Home: site.Page{Title: hostile, Summary: hostile},
		Pages:    []site.Page{{Name: "about", Title: hostile, Summary: hostile}},
		Glossary: []site.Term{{ID: "word-x", Term: hostile, Means: hostile, Also: []string{hostile}}},
		Topics:   []site.Label{{ID: "roads", Name: hostile}}, Areas: []site.Label{{ID: "a", Name: hostile}}, Groups: []site.Label{{ID: "g", Name: hostile}},
		Help: []site.Help{{Name: hostile, Phone: hostile, URL: "javascript:alert(4)", When: hostile}}, Contact: site.Contact{Email: hostile, Phone: hostile},
		TakeDown: site.TakeDown{Email: hostile, Phone: hostile, WithinDays: 2}, Complaints: site.Complaints{URL: "javascript:alert(5)", Email: hostile},
		Advocate:  site.Advocate{Name: hostile, Phone: hostile, Email: hostile, URL: "javascript:alert(6)"},
		QuickExit: true, QuickExitTo: "javascript:alert(7)",
	}
	for i := range reports {
		s.Reports = append(s.Reports, full(i, site.Statuses[i%len(site.Statuses)]))
	}
	return s
}

func renderAll(t testing.TB, s *site.Site) []site.File {
	t.Helper()
	th, err := themes.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	files, err := All(s, th)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func file(t testing.TB, files []site.File, path string) []byte {
	t.Helper()
	for _, f := range files {
		if f.Path == path {
			return f.Data
		}
	}
	t.Fatalf("there is no %s", path)
	return nil
}

// ownScript is the one way in which a page may load a script.
var ownScript = regexp.MustCompile(`<script src="/voice/assets/site\.[0-9a-f]{8}\.js"></script>`)

func TestHostileWordsStayWords(t *testing.T) {
	for _, f := range renderAll(t, hostileSite(12)) {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		page := ownScript.ReplaceAllString(string(f.Data), "")
		for _, bad := range []string{"<script", "<img", `href="javascript:`, "onerror=alert(2)>"} {
			if strings.Contains(page, bad) {
				t.Errorf("%s holds %s", f.Path, bad)
			}
		}
		if !strings.HasPrefix(strings.ToLower(page), "<!doctype html>") || !strings.Contains(page, "</html>") || strings.Count(page, "<h1") != 1 {
			t.Errorf("%s is not one whole page with one first-level heading", f.Path)
		}
	}
}

func TestNoPageHasInlineScriptOrStyle(t *testing.T) {
	for _, f := range renderAll(t, hostileSite(3)) {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		own := ownScript.FindAllIndex(f.Data, -1)
		if len(own) != 1 || own[0][0] > bytes.Index(f.Data, []byte("</head>")) {
			t.Errorf("%s does not load the script of every page, once, before its words", f.Path)
		}
		page := ownScript.ReplaceAll(f.Data, nil)
		if bytes.Contains(page, []byte("<style")) || bytes.Contains(page, []byte(" style=")) || bytes.Contains(page, []byte("<script")) {
			t.Errorf("%s would break the strict policy", f.Path)
		}
	}
}

func TestEveryLinkWithinTheSiteBeginsWithTheBaseAndLeadsToAFile(t *testing.T) {
	files := renderAll(t, hostileSite(45))
	have := map[string]bool{}
	for _, f := range files {
		have[f.Path] = true
	}
	for _, f := range files {
		for _, part := range strings.Split(string(f.Data), `href="/`)[1:] {
			to, _, _ := strings.Cut(part, `"`)
			to, _, _ = strings.Cut(to, "#")
			rest, ok := strings.CutPrefix(to, "voice/")
			if !ok {
				t.Errorf("%s links outside the base: /%s", f.Path, to)
				continue
			}
			if rest == "" || strings.HasSuffix(rest, "/") {
				rest += "index.html"
			}
			if !have[rest] {
				t.Errorf("%s links to %s, which is not there", f.Path, rest)
			}
		}
	}
}

func TestAListIsCutIntoPagesOfTwenty(t *testing.T) {
	files := renderAll(t, hostileSite(45))
	for path, want := range map[string]int{"reports/index.html": 20, "reports/page/2/index.html": 20, "reports/page/3/index.html": 5} {
		if got := strings.Count(string(file(t, files, path)), `class="card`) - strings.Count(string(file(t, files, path)), `class="cards`); got != want {
			t.Errorf("%s lists %d reports, want %d", path, got, want)
		}
	}
	if n := strings.Count(string(file(t, files, "feed.xml")), "<entry>"); n != FeedSize {
		t.Errorf("the feed holds %d reports, want %d", n, FeedSize)
	}
}

func TestFeedsAndSitemapAreXMLAndDataIsJSONAndCSV(t *testing.T) {
	files := renderAll(t, hostileSite(5))
	for _, path := range []string{"feed.xml", "topics/roads/feed.xml", "sitemap.xml"} {
		d := xml.NewDecoder(bytes.NewReader(file(t, files, path)))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", path, err)
			}
		}
	}
	var reports struct{ Reports []struct{ Title string } }
	if err := json.Unmarshal(file(t, files, "data/reports.json"), &reports); err != nil || len(reports.Reports) != 5 || reports.Reports[0].Title != hostile {
		t.Errorf("data/reports.json: %v", err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file(t, files, "data/reports.csv"), []byte("\uFEFF")))).ReadAll()
	if err != nil || len(rows) != 6 {
		t.Errorf("data/reports.csv: %d rows, %v", len(rows), err)
	}
}

func TestASpreadsheetRunsNothing(t *testing.T) {
	for _, s := range []string{"=1+1", "+1", "-1", "@x", "\t=1"} {
		if got := harmless(s); got[0] != '\'' {
			t.Errorf("%q is written as %q", s, got)
		}
	}
}

func TestTwoFilesOfOneNameAreRefused(t *testing.T) {
	s := hostileSite(1)
	s.Redirects = []site.Redirect{{From: "r0", To: "r0", Title: "x"}}
	th, err := themes.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := All(s, th); err == nil {
		t.Error("a redirect took the place of a report")
	}
}
