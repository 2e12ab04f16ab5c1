package generator

import (
	"encoding/xml"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/rule/ruletest"
	"yousaid/generator/site"
)

// Words that are taken down live on in a copy. So nobody may keep one, or train
// a model on the pages, unless site.yaml says a plain yes.
func TestNobodyMayKeepACopyUnlessSiteYamlSaysAPlainYes(t *testing.T) {
	for _, c := range []struct {
		copies            string
		archive, training bool
	}{
		{"", false, false},
		{"copies:\n", false, false},
		{"copies: {}\n", false, false},
		{"copies: yes\n", false, false},
		{"copies: [archive, training]\n", false, false},
		{"copies: {archive: no, training: no}\n", false, false},
		{"copies: {archive: \"yes\", training: maybe}\n", false, false},
		{"copies: {archive: 1, training: [yes]}\n", false, false},
		{"copies: {archve: yes, trainin: yes}\n", false, false},
		{"copies: {training: yes, training: no}\n", false, false},
		{"copies: {archive: yes, training: yes}\ncopies: {training: no}\n", false, false},
		{"copies: {archive: yes, training: yes}\ncopeis: {training: no}\n", false, false},
		{"copies: {archive: yes, training: yes, trianing: no}\n", false, false},
		{"copies: {archive: yes}\n", false, false}, // the one word that forbids it forbids training, too
		{"copies: {training: yes}\n", false, true},
		{"copies: {archive: yes, training: yes}\n", true, true},
	} {
		folder := with(ruletest.Folder(ruletest.Lay("")), "site.yaml", strings.Replace(ruletest.Settings, "/voice/", "/", 1)+c.copies)
		r, err := new(Generator).Build(Input{Content: folder, Folder: "content", Theme: ownTheme, Today: ruletest.Today})
		if err != nil {
			t.Fatal(err)
		}
		robots, headers := bytesOf(t, r, "robots.txt"), bytesOf(t, r, "_headers")
		if strings.Contains(robots, "User-agent: GPTBot\n") == c.training || strings.Contains(robots, "User-agent: CCBot\n") == c.training {
			t.Errorf("%q: robots.txt:\n%s", c.copies, robots)
		}
		if !strings.Contains(robots, "User-agent: *\nAllow: /\n") || strings.Contains(robots, "Googlebot") || strings.Contains(robots, "Bingbot") {
			t.Errorf("%q: search engines are kept away:\n%s", c.copies, robots)
		}
		if strings.Contains(headers, "tdm-reservation: 1\n") == c.training || strings.Contains(headers, "X-Robots-Tag: noarchive\n") == c.archive {
			t.Errorf("%q: _headers:\n%s", c.copies, headers)
		}
		if hasFile(r, ".well-known/tdmrep.json") == c.training {
			t.Errorf("%q: tdmrep.json", c.copies)
		}
		for _, f := range r.Files {
			if !strings.HasSuffix(f.Path, ".html") {
				continue
			}
			page := string(f.Data)
			if strings.Contains(page, `name="tdm-reservation" content="1"`) == c.training {
				t.Errorf("%q: %s: tdm-reservation", c.copies, f.Path)
			}
			if strings.Contains(page, "noarchive") == c.archive {
				t.Errorf("%q: %s: noarchive", c.copies, f.Path)
			}
		}
	}
}

// A site below another one cannot speak for its whole host.
func TestASiteInAFolderOfAHostSaysNothingForTheHost(t *testing.T) {
	folder := ruletest.Folder(ruletest.Lay(""))
	if r := buildOf(t, folder); r.Site.Base != "/voice/" || hasFile(r, ".well-known/tdmrep.json") {
		t.Errorf("base %s: tdmrep.json is there", r.Site.Base)
	}
}

// The sitemap lists every page that may be found, and no other.
func TestTheSitemapListsThePagesThatMayBeFoundAndNoOthers(t *testing.T) {
	r := exampleSite(t)
	var list struct {
		URLs []string `xml:"url>loc"`
	}
	if err := xml.Unmarshal([]byte(bytesOf(t, r, "sitemap.xml")), &list); err != nil {
		t.Fatal(err)
	}
	noindex := regexp.MustCompile(`<meta name="?robots"? content="noindex`)
	pages := 0
	for _, f := range r.Files {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		listed := slices.Contains(list.URLs, r.Site.BaseURL+strings.TrimSuffix(f.Path, "index.html"))
		if hidden := noindex.Match(f.Data); hidden == listed {
			t.Errorf("%s: noindex %v, in the sitemap %v", f.Path, hidden, listed)
		}
		if listed {
			pages++
		}
	}
	if pages != len(list.URLs) || pages < 20 {
		t.Errorf("%d addresses lead to %d pages", len(list.URLs), pages)
	}
}

// exampleSite is made of the folder content.
func exampleSite(t testing.TB) *Result {
	t.Helper()
	r, err := new(Generator).Build(Input{Content: os.DirFS("../content"), Folder: "content", Theme: ownTheme, Today: site.Date{Year: 2026, Month: 6, Day: 1}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}
