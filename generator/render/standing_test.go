package render

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/site"
	"yousaid/generator/site/sample"
)

// smallest is a site of which only what is always needed is known.
func smallest() *site.Site {
	return &site.Site{
		Title: "Our site", Organisation: "Our council", BaseURL: "https://example.org/voice/", Base: "/voice/", Lang: "en", Said: "You said",
		Checked: site.Date{Year: 2026, Month: 6, Day: 1}, Home: site.Page{Title: "Our site"},
		Help:    []site.Help{{Name: "Childline", Phone: "0800 1111"}, {Name: "Our team", Phone: "01632 960001"}},
		Contact: site.Contact{URL: "https://example.org/talk"}, FormalUnder: 16, SmallNumber: 5,
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

// mainPart is the text of a page between header and footer, one line a block.
func mainPart(page string) string {
	_, page, _ = strings.Cut(page, `<main`)
	page, _, _ = strings.Cut(page, `</main>`)
	_, page, _ = strings.Cut(page, `</nav>`)
	for _, end := range []string{"</p>", "</li>", "</h1>", "</h2>", "<br>", "<ul", "<ol"} {
		page = strings.ReplaceAll(page, end, "\n"+end)
	}
	return strings.NewReplacer("&#39;", "'", "&amp;", "&").Replace(tags.ReplaceAllString(page, ""))
}

func standingNames() []string {
	var out []string
	for _, p := range standingPages {
		out = append(out, p.name)
	}
	return out
}

func TestTheSmallestSiteHasEveryStandingPageAndListsIt(t *testing.T) {
	files := renderAll(t, smallest())
	list, sitemap, home := string(file(t, files, "pages/index.html")), string(file(t, files, "sitemap.xml")), string(file(t, files, "index.html"))
	for _, p := range standingPages {
		if p.only != nil {
			continue
		}
		page := string(file(t, files, "pages/"+p.name+"/index.html"))
		if !strings.Contains(page, "<h1>"+p.title+"</h1>") {
			t.Errorf("%s: no title", p.name)
		}
		if !strings.Contains(list, `href="/voice/pages/`+p.name+`/"`) || !strings.Contains(sitemap, "pages/"+p.name+"/") {
			t.Errorf("%s is not listed", p.name)
		}
		if foot := strings.Contains(home, `href="/voice/pages/`+p.name+`/"`); foot != slices.Contains(atFoot, p.name) {
			t.Errorf("%s at the end of every page: %v", p.name, foot)
		}
	}
	for _, name := range atFoot {
		if name != "about" && !slices.Contains(standingNames(), name) {
			t.Errorf("there is no page %s for the end of every page", name)
		}
	}
}

func TestEveryPlaceThatAPageLeadsToIsThere(t *testing.T) {
	for _, s := range []*site.Site{smallest(), hostileSite(3)} {
		files := renderAll(t, s)
		n := 0
		for _, f := range files {
			if !strings.HasPrefix(f.Path, "pages/") {
				continue
			}
			for _, link := range regexp.MustCompile(`href="(/voice/[^"#]*)?#([a-z0-9-]+)"`).FindAllStringSubmatch(string(f.Data), -1) {
				to := strings.TrimPrefix(link[1], "/voice/") + "index.html"
				if link[1] == "" {
					to = f.Path
				}
				if n++; !strings.Contains(string(file(t, files, to)), `id="`+link[2]+`"`) {
					t.Errorf("%s leads to a place in %s that is not there: %s", f.Path, to, link[2])
				}
			}
		}
		if n < 10 {
			t.Errorf("only %d places were tried", n)
		}
	}
}

func TestATeamsOwnPageTakesThePlaceOfTheStandingOne(t *testing.T) {
	for _, p := range standingPages {
		s := smallest()
		s.Pages = []site.Page{{Name: "about", Title: "Who we are"}, {Name: p.name, Title: "OUR TITLE", Summary: "OUR SUMMARY", HTML: "<p>OUR WORDS</p>"}}
		files := renderAll(t, s)
		page, list := string(file(t, files, "pages/"+p.name+"/index.html")), string(file(t, files, "pages/index.html"))
		for _, want := range []string{"OUR TITLE", "OUR SUMMARY", "OUR WORDS"} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: %s is not on the page", p.name, want)
			}
		}
		if main := mainPart(page); strings.Contains(main, p.title) || strings.Contains(main, p.summary) {
			t.Errorf("%s: words of the standing page are there too", p.name)
		}
		if !strings.Contains(list, "OUR TITLE") || !strings.Contains(list, "OUR SUMMARY") || strings.Contains(mainPart(list), p.title) {
			t.Errorf("%s is not listed by its own title", p.name)
		}
	}
}

func TestHowToLeaveIsExplainedWhereThereIsAWayOut(t *testing.T) {
	has := func(s *site.Site) bool {
		files := renderAll(t, s)
		made := slices.ContainsFunc(files, func(f site.File) bool { return f.Path == "pages/leaving-quickly/index.html" })
		for _, path := range []string{"pages/index.html", "pages/safe/index.html"} {
			if strings.Contains(string(file(t, files, path)), "pages/leaving-quickly/") != made {
				t.Errorf("%s and the page on leaving: one has the other, or not", path)
			}
		}
		return made
	}
	s := smallest()
	if has(s) {
		t.Error("it is there without a way out")
	}
	if s.Reports = sample.Full(hostile, 1).Reports; !has(s) {
		t.Error("it is not there, and a report has a way out")
	}
}

func TestThePageOnWhatHappensSaysOfAStatusWhatItsListSays(t *testing.T) {
	page := mainPart(string(file(t, renderAll(t, smallest()), "pages/what-happens/index.html")))
	for _, status := range site.Statuses {
		if !strings.Contains(page, status.Means()) {
			t.Errorf("%s: it does not say: %s", status, status.Means())
		}
	}
}

// The words are for a reader of about nine: short sentences, and nothing that
// nobody can promise.
func TestStandingPagesSpeakPlainlyAndPromiseNothingTooMuch(t *testing.T) {
	odd := hostileSite(3)
	odd.Organisation, odd.Statement.Tested, odd.Statement.Problems = "Our council", "By us.", []string{"The map."}
	n := 0
	for _, s := range []*site.Site{smallest(), odd} {
		files := renderAll(t, s)
		for _, pg := range standing(s) {
			text := mainPart(string(file(t, files, pg.path)))
			for _, bad := range []string{"proved", "proven", "guarantee", "anonym", "confidential", "100%", "<no value>"} {
				if strings.Contains(strings.ToLower(text), bad) {
					t.Errorf("%s says %q", pg.path, bad)
				}
			}
			text = strings.NewReplacer("(No. 2)", "(No 2)", "2.2", "2").Replace(text)
			for _, sentence := range regexp.MustCompile(`[.?!:]\s|\n`).Split(text, -1) {
				if n++; len(strings.Fields(sentence)) > 20 {
					t.Errorf("%s: too long: %s", pg.path, sentence)
				}
			}
		}
	}
	if n < 300 {
		t.Errorf("only %d sentences were read", n)
	}
}

func TestWhatTheStatementSaysIsOnThePageAndNothingElseIsClaimed(t *testing.T) {
	page := func(st site.Statement) string {
		s := smallest()
		s.Statement = st
		return mainPart(string(file(t, renderAll(t, s), "pages/accessibility/index.html")))
	}
	day := site.Date{Year: 2026, Month: 5, Day: 1}
	claims := "fully compliant"
	for _, c := range []struct {
		st           site.Statement
		says, silent []string
	}{
		{site.Statement{}, []string{"We have not tested this site ourselves yet", "So we can't say that it meets them", "We have not said when we wrote", "Northern Ireland", "Equality Advisory"}, []string{claims, "Call:"}},
		{site.Statement{Status: "full"}, []string{"We have not tested the whole site"}, []string{claims}},
		{site.Statement{Status: "full", Tested: "With a keyboard."}, []string{claims, "With a keyboard.", "We know of no problem right now"}, []string{"not tested"}},
		{site.Statement{Status: "partly", Problems: []string{"The map."}, TestedOn: day}, []string{"partially compliant", "The map.", "list above"}, []string{claims}},
		{site.Statement{Status: "not", Prepared: day, Reviewed: day, WithinDays: 1}, []string{"does not meet them yet", "1 May 2026", "within 1 day."}, []string{claims, "We have not said"}},
		{site.Statement{Nation: "wales"}, []string{"Equality Advisory"}, []string{"Northern Ireland", "In England"}},
		{site.Statement{Nation: "northern-ireland"}, []string{"Equality Commission for Northern Ireland"}, []string{"Equality Advisory", "In Northern Ireland:"}},
	} {
		got := page(c.st)
		for _, want := range c.says {
			if !strings.Contains(got, want) {
				t.Errorf("%+v: does not say %q:\n%s", c.st, want, got)
			}
		}
		for _, bad := range c.silent {
			if strings.Contains(got, bad) {
				t.Errorf("%+v: says %q", c.st, bad)
			}
		}
	}
}
