package preview

import (
	"net/http"
	"strings"
	"testing"
)

func TestAddresses(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for _, c := range []struct {
		path   string
		status int
		kind   string
		to     string
	}{
		{"/", 302, "", "/voice/"},
		{"/voice", 302, "", "/voice/"},
		{"/voice/", 200, "text/html; charset=utf-8", ""},
		{"/voice/index.html", 200, "text/html; charset=utf-8", ""},
		{"/voice/?x=1", 200, "text/html; charset=utf-8", ""},
		{"/voice/reports/late/", 200, "text/html; charset=utf-8", ""},
		{"/voice/reports/late", 302, "", "/voice/reports/late/"},
		{"/voice/feed.xml", 200, "application/xml", ""},
		{"/voice/robots.txt", 200, "text/plain; charset=utf-8", ""},
		{"/voice/sitemap.xml", 200, "application/xml", ""},
		{"/voice/assets/", 404, "text/html; charset=utf-8", ""},
		{"/voice/assets", 404, "text/html; charset=utf-8", ""},
		{"/voice/nothing/", 404, "text/html; charset=utf-8", ""},
		{"/reports/late/", 404, "text/html; charset=utf-8", ""},
		{"//evil.example", 404, "text/html; charset=utf-8", ""},
		{"/voice//evil.example/", 404, "text/html; charset=utf-8", ""},
		{"/voice/VOICE/", 404, "text/html; charset=utf-8", ""},
		{"/.yousaid", 302, "", "/.yousaid/"},
		{"/.yousaid/", 200, "text/html; charset=utf-8", ""},
		{"/.yousaid/x", 404, "text/html; charset=utf-8", ""},
		{"/.yousaid/reload.js", 200, "text/javascript; charset=utf-8", ""},
		{"/.yousaid/page.css", 200, "text/css; charset=utf-8", ""},
	} {
		res, err := client.Get(t.url + c.path)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != c.status || res.Header.Get("Content-Type") != c.kind || res.Header.Get("Location") != c.to {
			t.Errorf("GET %s: %d %q to %q", c.path, res.StatusCode, res.Header.Get("Content-Type"), res.Header.Get("Location"))
		}
	}
}

func TestScriptInPagesOnly(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	const tag = `<script src="/.yousaid/reload.js"`
	_, page := t.get("/voice/")
	if strings.Count(page, tag) != 1 || !strings.Contains(page, `"></script></body>`) {
		t.Error("the page has no script before its end")
	}
	t.mustShow(own, tag, true)
	t.mustShow("/voice/nothing/", tag, true)
	t.mustShow("/voice/feed.xml", tag, false)
	t.mustShow("/voice/robots.txt", tag, false)
	if data, _ := t.get("/voice/feed.xml"); data != 200 {
		t.Error("no feed")
	}
}

func TestAddressInThePageIsEscaped(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	t.mustShow("/voice/%22%3E%3Cimg%20src=x%3E/", "<img src=x", false)
	t.write("reports/x.md", strings.Replace(report, "title: A later time to be home", `title: "<b>Bold & brave"`, 1))
	t.until("both", reports(2))
	t.mustShow(own, "<b>Bold", false)
}

// What is added to a page is not in the file.
func TestParts(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	r, _ := http.NewRequest(http.MethodGet, t.url+"/voice/robots.txt", nil)
	r.Header.Set("Range", "bytes=0-9")
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusPartialContent || res.ContentLength != 10 {
		t.Errorf("%d, %d bytes", res.StatusCode, res.ContentLength)
	}
}

func TestAnotherBase(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	t.write("site.yaml", strings.Replace(settings, "https://example.org/voice/", "https://example.org/", 1))
	t.until("the new base", func(s State) bool { return s.Base() == "/" })
	t.mustShow("/reports/late/", marker, true)
	t.mustShow("/", `href="/reports/late/"`, true)
	if status, _ := t.get("/voice/"); status != 404 {
		t.Errorf("the old base: %d", status)
	}
	t.write("site.yaml", strings.Replace(settings, "/voice/", "/a%20b/caf%C3%A9/", 1))
	t.until("a base with marks", func(s State) bool { return s.Base() != "/" })
	t.mustShow("/", marker, false)
	t.mustShow("/a%20b/caf%C3%A9/reports/late/", marker, true)
	t.mustShow("/a%20b/caf%C3%A9/reports/late", marker, true)
}
