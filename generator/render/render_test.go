package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"sync"
	"testing"

	"yousaid/generator/site"
	"yousaid/generator/site/sample"
	"yousaid/themes"
)

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)> ' javascript:alert(3) {{.}} &`

// hostileSite has something in every place but pictures, all of it hostile.
func hostileSite(reports int) *site.Site {
	s := sample.Full(hostile, reports)
	for i := range s.Help {
		s.Help[i].URL = "javascript:alert(4)"
	}
	s.Complaints.URL, s.Advocate.URL = "javascript:alert(5)", "javascript:alert(6)"
	for _, r := range s.Reports {
		r.Pictures = nil
		for i := range r.Voices {
			r.Voices[i].Pictures = nil
		}
	}
	s.QuickExit, s.QuickExitTo = true, "javascript:alert(7)"
	s.Contact.URL, s.FormalUnder, s.SmallNumber = "javascript:alert(8)", 16, 5
	s.Statement = site.Statement{Status: "partly", Tested: hostile, TestedOn: s.Checked, Problems: []string{hostile}, WithinDays: 3, Nation: "england"}
	return s
}

var loadDefault = sync.OnceValues(func() (*themes.Theme, error) { return themes.Load(nil) })

func defaultTheme(t testing.TB) *themes.Theme {
	t.Helper()
	th, err := loadDefault()
	if err != nil {
		t.Fatal(err)
	}
	return th
}

func renderAll(t testing.TB, s *site.Site) []site.File {
	t.Helper()
	files, err := All(s, defaultTheme(t))
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

// ownScript is how a page loads a script of the theme: from a file, never inline.
var ownScript = regexp.MustCompile(`<script(?: defer)? src="/voice/assets/[a-z]+\.[0-9a-f]{8}\.js"></script>`)

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
		page := ownScript.ReplaceAll(f.Data, nil)
		if strings.HasSuffix(f.Path, ".html") && (bytes.Contains(page, []byte("<style")) || bytes.Contains(page, []byte(" style=")) || bytes.Contains(page, []byte("<script"))) {
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
	if _, err := All(s, defaultTheme(t)); err == nil {
		t.Error("a redirect took the place of a report")
	}
}
