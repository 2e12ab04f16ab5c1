package render

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/site"
)

// plainSite has so many reports, and words of its own on none.
func plainSite(reports int, status site.Status) *site.Site {
	s := &site.Site{
		Title: "Wren", Organisation: "Wren Council", BaseURL: "https://example.org/voice/", Base: "/voice/", Lang: "en",
		Checked: site.Date{Year: 2026, Month: 6, Day: 1},
		Topics:  []site.Label{{ID: "home", Name: "Home life"}, {ID: "roads", Name: "Roads"}},
		Areas:   []site.Label{{ID: "north", Name: "North"}}, Groups: []site.Label{{ID: "picture-this", Name: "Picture This"}},
	}
	day := site.Date{Year: 2026, Month: 5, Day: 1}
	for i := range reports {
		s.Reports = append(s.Reports, &site.Report{Address: fmt.Sprintf("r%05d", i), Title: fmt.Sprintf("Report %d.", i), Date: day, Updated: day, Status: status, Topic: s.Topics[1]})
	}
	return s
}

// inOrder checks that texts stand in a page, one after the other.
func inOrder(t *testing.T, page []byte, texts ...string) {
	t.Helper()
	rest := string(page)
	for _, text := range texts {
		_, after, ok := strings.Cut(rest, text)
		if !ok {
			t.Errorf("the page does not hold %q, or not in this order: %q", text, texts)
			return
		}
		rest = after
	}
}

func TestWhatIsLateIsOwedFirst(t *testing.T) {
	s := plainSite(7, site.Doing)
	may := func(day int) site.Date { return site.Date{Year: 2026, Month: 5, Day: day} }
	july := func(day int) site.Date { return site.Date{Year: 2026, Month: 7, Day: day} }
	r := s.Reports
	r[0].NoNext, r[0].Status = "The road is shut for good.", site.NotNow
	r[1].Next, r[1].Status = july(9), site.Heard
	r[2].Next, r[2].Late = may(20), true
	r[3].Next = july(1)
	r[4].Next, r[4].Late, r[4].Status = may(2), true, site.Looking
	r[5].Status = site.Done
	r[6].Next = may(3) // news came since
	page := file(t, renderAll(t, s), "promises/index.html")
	inOrder(t, page, "What we still owe you",
		"We are late", "Report 4.", "We said we'd tell you by", "2 May 2026", "We haven't. Sorry.", "Report 2.", "20 May 2026",
		"More news is coming", "Report 3.", "We'll tell you more by", "1 July 2026", "Report 1.", "9 July 2026",
		"No day for news yet", "Report 0.", "The road is shut for good.", "Report 6.", "Want to talk?")
	var order []string
	for _, r := range owing(s) {
		order = append(order, r.Title)
	}
	if want := []string{"Report 4.", "Report 2.", "Report 3.", "Report 1.", "Report 0.", "Report 6."}; !slices.Equal(order, want) {
		t.Errorf("over all pages the order is %q, not %q", order, want)
	}
	if bytes.Contains(page, []byte("Report 5.")) {
		t.Error("what is done is still owed")
	}
	if got := homePage(s).data.(Home).Owed; got != (Owed{"promises/", 6, 2}) {
		t.Errorf("home is told of %+v", got)
	}
}

func TestWhatWasTriedSaysWhatCameOfIt(t *testing.T) {
	s := plainSite(3, site.Tried)
	s.Reports[0].Summary, s.Reports[0].Sections = "We sent texts.", []site.Section{{Kind: site.ChangedPart, HTML: "<p>More of you came.</p>"}}
	s.Reports[1].Impact = []site.Impact{{Change: "The bus waits."}}
	files := renderAll(t, s)
	inOrder(t, file(t, files, "learned/index.html"), "What we learned", "Report 0.", "We sent texts.", "What came of it", "More of you came.",
		"Report 1.", "What came of it", "The bus waits.", "Report 2.", "We don't know yet what came of it.")
	inOrder(t, file(t, files, "status/tried/index.html"), "We&#39;re trying it", site.Tried.Means(), "Report 0.")
}

func TestWhatIsKeptIsListed(t *testing.T) {
	s := plainSite(2, site.Keeping)
	s.Reports[1].Status = site.Done
	page := file(t, renderAll(t, s), "keeping/index.html")
	inOrder(t, page, "You like it, we&#39;re keeping it", "Report 0.")
	if bytes.Contains(page, []byte("Report 1.")) {
		t.Error("what is done is kept")
	}
	titles := map[string]string{}
	for _, f := range renderAll(t, s) {
		if _, title, ok := strings.Cut(string(f.Data), "<title>"); ok && strings.HasSuffix(f.Path, ".html") {
			title, _, _ = strings.Cut(title, "</title>")
			if titles[title] != "" {
				t.Errorf("%s and %s have one title: %s", f.Path, titles[title], title)
			}
			titles[title] = f.Path
		}
	}
}

func TestNewsIsALineForEachReportAndEachUpdateNewestFirst(t *testing.T) {
	s := plainSite(2, site.Doing)
	s.Reports[1].Updates = []site.Update{{Date: site.Date{Year: 2026, Month: 5, Day: 9}}, {Date: site.Date{Year: 2026, Month: 5, Day: 1}}}
	inOrder(t, file(t, renderAll(t, s), "news/index.html"),
		"What&#39;s new", "9 May 2026", "More news", "Report 1.", "1 May 2026", "New report", "Report 0.", "1 May 2026", "More news", "Report 1.", "1 May 2026", "New report", "Report 1.", "feed.xml")
}

func TestEveryStatusSaysWhatItMeansOnItsList(t *testing.T) {
	for _, status := range site.Statuses {
		s := plainSite(1, status)
		page := file(t, renderAll(t, s), "status/"+string(status)+"/index.html")
		if means := strings.ReplaceAll(status.Means(), "'", "&#39;"); means == "" || !bytes.Contains(page, []byte(`<p class="lead">`+means)) {
			t.Errorf("%s: the list does not say what it means", status)
		}
	}
}

func TestListsOfNothingSaySoAndAreThere(t *testing.T) {
	files := renderAll(t, plainSite(0, site.Done))
	for path, words := range map[string]string{
		"promises": "We don't owe you any news right now.", "learned": "We have not tried anything out yet.", "keeping": "Nothing here yet.", "news": "Nothing is new yet.",
	} {
		if !bytes.Contains(file(t, files, path+"/index.html"), []byte(words)) {
			t.Errorf("/%s/ does not say %q", path, words)
		}
		for _, from := range []string{"sitemap.xml", "search/index.html"} {
			if !bytes.Contains(file(t, files, from), []byte("/voice/"+path+"/")) {
				t.Errorf("%s does not lead to /%s/", from, path)
			}
		}
	}
}

func TestListsOfListsShowEmptyOnesAndOtherPagesDoNot(t *testing.T) {
	files := renderAll(t, plainSite(3, site.Done))
	for _, path := range []string{"groups/picture-this", "topics/home", "areas/north"} {
		link, all := []byte(`href="/voice/`+path+`/"`), strings.Split(path, "/")[0]+"/index.html"
		if page := file(t, files, all); !bytes.Contains(page, link) || !bytes.Contains(page, []byte("nothing yet")) {
			t.Errorf("%s does not show that nothing stands in %s yet", all, path)
		}
		for _, other := range []string{"index.html", "search/index.html"} {
			if bytes.Contains(file(t, files, other), link) {
				t.Errorf("%s leads to %s, where nothing is", other, path)
			}
		}
	}
	if !bytes.Contains(file(t, files, "topics/index.html"), []byte("3 reports")) {
		t.Error("the list of topics does not count reports")
	}
}

func TestManyReportsMakeNoPageOfAListLarger(t *testing.T) {
	sizes := func(reports int) map[string]int {
		s := plainSite(reports, site.Doing)
		for i, r := range s.Reports {
			r.Next, r.Late = site.Date{Year: 2026, Month: 7, Day: 1}, i%2 == 0
			if i%5 == 0 {
				r.Status = site.Tried
			}
			if i%7 == 0 {
				r.Status = site.Keeping
			}
		}
		out := map[string]int{}
		press, err := newPress(s, defaultTheme(t))
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range ownLists(s) {
			lines, pages := 0, listPages(s, l)
			first, err := press.print(pages[0])
			if err != nil {
				t.Fatal(err)
			}
			out[l.folder] = len(first.Data)
			for i, p := range pages {
				d := p.data.(List)
				n := len(d.Reports) + len(d.News)
				lines += n
				if i+1 < d.Pages && n != PageSize || n > PageSize {
					t.Errorf("%d lines on %s", n, p.path)
				}
			}
			if lines != l.len() {
				t.Errorf("%s: %d of %d lines are on its pages", l.folder, lines, l.len())
			}
		}
		return out
	}
	few, many := sizes(300), sizes(10_000)
	for folder, size := range many {
		if size > few[folder]+200 {
			t.Errorf("%s has %d bytes with few reports and %d with many", folder, few[folder], size)
		}
	}
}

func TestPagesOfAListLeadToEachOther(t *testing.T) {
	files := renderAll(t, plainSite(45, site.Heard))
	next := regexp.MustCompile(`href="/voice/([^"]*)" rel="(prev|next)"`)
	for _, name := range []string{"promises/", "news/", "reports/", "status/heard/"} {
		for path, want := range map[string][]string{
			name + "index.html":        {name + "page/2/ next"},
			name + "page/2/index.html": {name + " prev", name + "page/3/ next"},
			name + "page/3/index.html": {name + "page/2/ prev"},
		} {
			var got []string
			for _, m := range next.FindAllStringSubmatch(string(file(t, files, path)), -1) {
				got = append(got, m[1]+" "+m[2])
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s leads to %v, not %v", path, got, want)
			}
		}
	}
}
