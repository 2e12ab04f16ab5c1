package render

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/site"
)

// talking is a site whose words a glossary explains.
func talking() *site.Site {
	s := hostileSite(2)
	s.Glossary = []site.Term{
		{ID: "word-advocate", Term: "advocate", Means: "Someone on your side.", Also: []string{"advocacy"}},
		{ID: "word-complaint", Term: "complaint", Means: "A way to tell us that something went wrong."},
		{ID: "word-policy", Term: "policy", Means: "A rule that is written down."},
	}
	r := s.Reports[0]
	r.Summary = "An advocate helped & more."
	r.Sections = []site.Section{
		{Kind: site.OtherPart, Heading: "Policy", HTML: "<p>A policy, and a complaint.</p>"},
		{Kind: site.DidPart, Heading: "We did", HTML: "<p>Advocates wrote. Complaints came.</p>"},
	}
	r.Voices[0].Words, r.Voices[0].Gist = []string{"My policy, my complaint."}, "It is their policy."
	s.Pages[0].Summary, s.Pages[0].HTML = "Our policies.", ""
	return s
}

var (
	asks    = regexp.MustCompile(`popovertarget="(word-[a-z]+)" aria-label`)
	answers = regexp.MustCompile(`<div popover id="(word-[a-z]+)">`)
)

func found(re *regexp.Regexp, page []byte) []string {
	var out []string
	for _, m := range re.FindAllSubmatch(page, -1) {
		out = append(out, string(m[1]))
	}
	return out
}

func TestEveryMarkedWordIsExplainedOnItsPage(t *testing.T) {
	files := renderAll(t, talking())
	for path, want := range map[string][]string{
		"reports/r0/index.html":  {"word-advocate", "word-complaint", "word-policy"}, // in reading order: summary, what we did, more
		"reports/r1/index.html":  nil,
		"pages/about/index.html": {"word-policy"},
	} {
		page := file(t, files, path)
		asked, answered := found(asks, page), found(answers, page)
		if !slices.Equal(asked, want) || !slices.Equal(answered, want) {
			t.Errorf("%s asks about %v and explains %v, not %v", path, asked, answered, want)
		}
		for _, id := range want {
			if n := bytes.Count(page, []byte(` id="`+id+`"`)); n != 1 {
				t.Errorf("%s has %d elements with the id %s", path, n, id)
			}
			if !bytes.Contains(page, []byte(`href="/voice/glossary/#`+id+`"`)) || !bytes.Contains(file(t, files, "glossary/index.html"), []byte(` id="`+id+`"`)) {
				t.Errorf("%s: no way leads from %s to all key words", path, id)
			}
		}
	}
	page := string(file(t, files, "reports/r0/index.html"))
	for _, whole := range []string{"My policy, my complaint.", "It is their policy.", `<p class="lead">An <span class="kw">advocate<`, "helped &amp; more."} {
		if !strings.Contains(page, whole) {
			t.Errorf("the page does not hold %q", whole)
		}
	}
}

func TestKeyWordsAreMarkedOnPagesOnly(t *testing.T) {
	for _, f := range renderAll(t, talking()) {
		if bytes.Contains(f.Data, []byte("popover")) && !strings.HasPrefix(f.Path, "reports/r0/") && !strings.HasPrefix(f.Path, "pages/about/") && !strings.HasPrefix(f.Path, "assets/") {
			t.Errorf("%s has a mark in it", f.Path)
		}
	}
	if feed := string(file(t, renderAll(t, talking()), "feed.xml")); !strings.Contains(feed, "Advocates wrote. Complaints came.") {
		t.Error("the feed does not hold the words as they were written")
	}
}
