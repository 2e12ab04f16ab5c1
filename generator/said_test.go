package generator

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/render"
	"yousaid/generator/site"
	"yousaid/generator/site/sample"
)

var (
	aTag      = regexp.MustCompile(`(?s)<[^>]*>`)
	anAlt     = regexp.MustCompile(`alt="([^"]*)"`)
	aPreview  = regexp.MustCompile(`<meta (?:property="og:([a-z:]+)"|name="?(description)"?) content="([^"]*)">`)
	pieceEnds = regexp.MustCompile(`[.:,;()\n–]+`)
)

// onPage is what a page says and shows: its texts, and those of its pictures.
// What stands in its head is no part of it.
func onPage(page string) string {
	_, body, _ := strings.Cut(page, "<body")
	alts := ""
	for _, m := range anAlt.FindAllStringSubmatch(body, -1) {
		alts += " " + m[1]
	}
	return folded(html.UnescapeString(aTag.ReplaceAllString(body, " ") + alts))
}

func folded(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

// unsaid is the first piece of a text that a page does not say.
func unsaid(page, text string) string {
	for _, piece := range pieceEnds.Split(text, -1) {
		piece = folded(piece)
		if piece != "" && !slices.ContainsFunc(render.FeedWords, func(w string) bool { return folded(w) == piece }) && !strings.Contains(page, piece) {
			return piece
		}
	}
	return ""
}

// Whoever reads a feed, the data or a preview card reads nothing that the page
// itself does not say.
func TestEverythingThatAFeedOrAPreviewCardSaysStandsOnThePage(t *testing.T) {
	words := "Words of somebody who was asked"
	full, err := render.All(sample.Full(words, 12), ownTheme)
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]*Result{"the example site": exampleSite(t), "a made-up site": {Files: full, Site: sample.Full(words, 12)}} {
		pages := map[string]string{}
		for _, f := range r.Files {
			if address, ok := strings.CutSuffix(f.Path, "index.html"); ok {
				pages[r.Site.BaseURL+address] = onPage(string(f.Data))
			}
		}
		n := map[string]int{}
		said := func(where, address, text string) {
			page, ok := pages[address]
			if !ok {
				t.Errorf("%s: %s leads to no page: %s", name, where, address)
				return
			}
			n[where[:4]]++
			if piece := unsaid(page, text); piece != "" {
				t.Errorf("%s: %s says of %s: %q, which the page does not say", name, where, address, piece)
			}
		}
		for _, f := range r.Files {
			text := string(f.Data)
			switch {
			case strings.HasSuffix(f.Path, "feed.xml"):
				feedSays(t, text, func(address, words string) { said(f.Path, address, words) })
			case f.Path == "data/reports.json":
				dataSays(t, text, func(address, words string) { said(f.Path, address, words) })
			case f.Path == "data/reports.csv":
				tableSays(t, text, func(address, words string) { said(f.Path, address, words) })
			case strings.HasSuffix(f.Path, "/index.html") && strings.HasPrefix(f.Path, "reports/"):
				address := r.Site.BaseURL + strings.TrimSuffix(f.Path, "index.html")
				for _, m := range aPreview.FindAllStringSubmatch(text, -1) {
					if what := m[1] + m[2]; what == "title" || what == "description" && !strings.Contains(f.Path, "page/") && f.Path != "reports/index.html" || what == "image:alt" {
						said("card: "+what, address, html.UnescapeString(m[3]))
					}
				}
			}
		}
		if n["feed"] < 10 || n["data"] < 20 || n["card"] < 20 {
			t.Errorf("%s: too little was looked at: %v", name, n)
		}
	}
}

func feedSays(t *testing.T, text string, say func(address, words string)) {
	t.Helper()
	var feed struct {
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Summary string `xml:"summary"`
			Content string `xml:"content"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(text), &feed); err != nil {
		t.Fatal(err)
	}
	for _, e := range feed.Entries {
		alts := ""
		for _, m := range anAlt.FindAllStringSubmatch(e.Content, -1) {
			alts += "\n" + m[1]
		}
		say(e.ID, e.Title+"\n"+e.Summary+"\n"+html.UnescapeString(aTag.ReplaceAllString(e.Content, "\n")+alts))
	}
}

// Not looked at are what is no text: addresses, days as numbers, ids.
func dataSays(t *testing.T, text string, say func(address, words string)) {
	t.Helper()
	var data struct{ Reports []map[string]any }
	if err := json.Unmarshal([]byte(text), &data); err != nil {
		t.Fatal(err)
	}
	skip := []string{"url", "date", "updated", "status", "decided_on", "next_update", "made"}
	var look func(address string, v any)
	look = func(address string, v any) {
		switch v := v.(type) {
		case string:
			say(address, v)
		case []any:
			for _, one := range v {
				look(address, one)
			}
		case map[string]any:
			for key, one := range v {
				if !slices.Contains(skip, key) {
					look(address, one)
				}
			}
		}
	}
	for _, r := range data.Reports {
		look(fmt.Sprint(r["url"]), r)
	}
}

func tableSays(t *testing.T, text string, say func(address, words string)) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	skip := []string{"address", "date", "updated", "decided on", "next update"}
	for _, row := range rows[1:] {
		for i, cell := range row {
			if !slices.Contains(skip, rows[0][i]) {
				say(row[0], strings.TrimPrefix(cell, "'"))
			}
		}
	}
}

// Without a yes to it, a voice or a picture is in no feed, in no data and on no
// card.
func TestWithoutAYesToItAVoiceIsInNoFeedAndOnNoCard(t *testing.T) {
	const secret = "Zebras drum"
	s := sample.Full("Plain", 3)
	for _, r := range s.Reports {
		for i := range r.Voices {
			v := &r.Voices[i]
			v.Words, v.Gist, v.Name, v.Called = []string{secret}, secret, secret, secret
			v.In.Feed, v.In.Social, v.In.Data = false, false, false
			for k := range v.Pictures {
				v.Pictures[k].Alt, v.Pictures[k].Caption, v.Pictures[k].Transcript = secret, secret, []string{secret}
			}
		}
		for k := range r.Pictures {
			p := &r.Pictures[k]
			p.Alt, p.Caption, p.Transcript = secret, secret, []string{secret}
			p.In = site.Channels{Print: true, Search: true}
		}
	}
	files, err := render.All(s, ownTheme)
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for _, f := range files {
		text := string(f.Data)
		if head, _, ok := strings.Cut(text, "<body"); ok && strings.HasSuffix(f.Path, ".html") {
			if strings.Contains(text, secret) {
				shown++
			}
			text = head
		}
		if strings.Contains(text, secret) && !strings.Contains(f.Path, "search") {
			t.Errorf("%s says it", f.Path)
		}
	}
	if shown < 3 {
		t.Errorf("only %d pages show it at all: the test looks for the wrong words", shown)
	}
}
