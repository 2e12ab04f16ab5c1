package generator

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule/ruletest"
	"yousaid/themes"
)

// A name of the private list in a theme of the team's own would stand on every
// page. It is told by its place, and the site is made without that theme.
func TestANameInAThemeIsToldAndTheSiteIsMadeWithoutIt(t *testing.T) {
	const good = "<footer>OUR OWN FOOTER, with may and page</footer>"
	for _, c := range []struct {
		why   string
		files fstest.MapFS
		at    string
	}{
		{"nothing", fstest.MapFS{"footer.html": file(good)}, ""},
		{"a text", fstest.MapFS{"footer.html": file(good + "\n<p>Made by\nQuaffle Berrington</p>")}, "look/footer.html:3:1-19"},
		{"line ends of Windows", fstest.MapFS{"footer.html": file(good + "\r\n<p>Made by\r\nQuaffle Berrington</p>")}, "look/footer.html:3:1-19"},
		{"a template's comment", fstest.MapFS{"footer.html": file(good + "{{/* for zedek-marie */}}")}, "look/footer.html:1:60-71"},
		{"a style", fstest.MapFS{"footer.html": file(good), "style.css": file("/* Zedek-Marie's */\n")}, "look/style.css:1:4-15"},
		{"emphasis", fstest.MapFS{"footer.html": file(good + "<p>Zed<b>ek</b>-Marie</p>")}, "look/footer.html:0:0-0"},
		{"the name of a file", fstest.MapFS{"footer.html": file(good), "zedek-marie.png": file("x")}, "look/ (the file that is number 2 when sorted by name):0:0-0"},
		{"a folder", fstest.MapFS{"footer.html": file(good), "zedek-marie/a.png": file("x")}, "look/ (the file that is number 2 when sorted by name):0:0-0"},
		{"made by a template", fstest.MapFS{"footer.html": file(good + `<p>{{printf "%s%s" "Zed" (print "ek" "-" "Marie")}}</p>`)}, "look:0:0-0"},
	} {
		theme, err := themes.Load(c.files)
		if err != nil {
			t.Fatal(err)
		}
		theme.Folder = "look"
		folder := ruletest.Folder(ruletest.Lay(""))
		outside := entry.Outside{Names: namesOf(ruletest.Outside.Names.Text.Reveal() + "\nMay\nPage\n")}
		r, err := new(Generator).Build(Input{Content: folder, Folder: "content", Theme: theme, Today: ruletest.Today, Outside: outside})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		at := ""
		for _, f := range r.Findings {
			if f.Rule == "private-name" {
				at += fmt.Sprintf("%s:%d:%d-%d", f.Pos.File, f.Pos.Line, f.Pos.Col, f.Pos.EndCol)
				if f.Level != finding.Stop || !slices.Contains(r.Held, f.Pos.File) {
					t.Errorf("%s: not held: %v", c.why, f)
				}
			}
		}
		if at != c.at || hasFile(r, thePage) == false || strings.Contains(bytesOf(t, r, thePage), "OUR OWN FOOTER") != (c.at == "") {
			t.Errorf("%s: at %q, want %q: %v", c.why, at, c.at, r.Findings)
		}
		noName(t, r)
	}
}

// Words that were taken back can stand in a theme of the team's own, which says
// them on every page.
func TestWordsInAThemeThatMayNotBeShownAreToldAndTheSiteIsMadeWithoutIt(t *testing.T) {
	const said = "I always have to leave before the film ends."
	withdrawn := strings.Replace(oneVoice, "review: 2037-02-03}", "review: 2037-02-03, withdrawn: 2026-05-01}", 1)
	for _, c := range []struct {
		voice, footer string
		at            string
	}{
		{withdrawn, "<footer>OUR OWN FOOTER</footer>\n<p>" + said + "</p>", "look/footer.html:2"},
		{withdrawn, "<footer>OUR OWN FOOTER</footer>\n<p>I <b>al</b>ways have to leave before the film ends.</p>", "look/footer.html:0"},
		{withdrawn, "<footer>OUR OWN FOOTER</footer>\n<p>We have to leave before the day ends.</p>", ""},
		{oneVoice, "<footer>OUR OWN FOOTER</footer>\n<p>" + said + "</p>", ""},
	} {
		theme, err := themes.Load(fstest.MapFS{"footer.html": file(c.footer)})
		if err != nil {
			t.Fatal(err)
		}
		theme.Folder = "look"
		r, err := new(Generator).Build(Input{Content: ruletest.Folder(ruletest.Lay(c.voice)), Theme: theme, Today: ruletest.Today, Outside: ruletest.Outside})
		if err != nil {
			t.Fatal(err)
		}
		at := ""
		for _, f := range r.Findings {
			if f.Rule == "words-repeated" {
				at += fmt.Sprintf("%s:%d", f.Pos.File, f.Pos.Line)
			}
		}
		page := bytesOf(t, r, thePage)
		if at != c.at || strings.Contains(page, "OUR OWN FOOTER") != (c.at == "") || c.at != "" && (strings.Contains(page, "before the film ends") || !slices.Contains(r.Held, "look/footer.html")) {
			t.Errorf("%s: at %q, want %q: %v", c.footer, at, c.at, r.Findings)
		}
		speaksWell(t, r.Findings)
	}
}

// A word of a style sheet or a script excuses nobody's name on a page.
func TestWhatAStyleSheetSaysIsStillANameOnAPage(t *testing.T) {
	without(t, "private-name", "person-name", "relative-named", "worker-named", "maybe-name")
	folder := ruletest.Folder(ruletest.Lay("title: The bus of Max\n"))
	r := buildWith(t, folder, entry.Outside{Names: namesOf("Max\nGeorgia\nRoman\n")})
	if hasFile(r, "reports/report/index.html") || !hasFile(r, ruletest.OtherPage) {
		t.Errorf("not the right one is held: %v", r.Held)
	}
	theme, err := themes.Load(fstest.MapFS{"style.css": file("main { max-width: 40em; }\n@media print { .no-print { display: none !important; } }")})
	if err != nil {
		t.Fatal(err)
	}
	r, err = new(Generator).Build(Input{Content: ruletest.Folder(ruletest.Lay("")), Theme: theme, Today: ruletest.Today, Outside: entry.Outside{Names: namesOf("Max\n")}})
	if err != nil || len(r.Held) > 0 || !hasFile(r, thePage) {
		t.Errorf("a style sheet of the team's own cannot be used: %v", r.Findings)
	}
}
