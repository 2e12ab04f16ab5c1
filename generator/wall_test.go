package generator

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"yousaid/generator/entry"
	"yousaid/generator/gate"
	"yousaid/generator/rule/ruletest"
	"yousaid/generator/site"
	"yousaid/themes"
)

// The words of a report that is held can come about on the page of another one,
// where two of its texts meet. Nobody's fault must keep the site from readers.
func TestWordsThatMeetOnAPageKeepNothingBack(t *testing.T) {
	voice := strings.Replace(oneVoice, "I always have to leave before the film ends.", "The bus is late again. It puts people off.", 1)
	folder := ruletest.Folder(ruletest.Lay("title: [\n"))
	folder["reports/held.md"] = file(ruletest.Lay("draftt: yes\n" + voice))
	folder["reports/shown.md"] = file(ruletest.Lay("title: You say that the bus is late again\nsummary: It puts you in a bad mood.\n"))
	r := buildOf(t, folder)
	if !hasFile(r, "reports/shown/index.html") || hasFile(r, "reports/held/index.html") {
		t.Errorf("held: %v", r.Held)
	}
}

// What the site says of a status by itself is nobody's, whoever said it too.
func TestWhatAStatusMeansIsNobodys(t *testing.T) {
	for _, status := range site.Statuses {
		voice := strings.Replace(oneVoice, "I always have to leave before the film ends.", status.Means(), 1)
		folder := ruletest.Folder(ruletest.Lay("status: " + string(status) + "\nnext_update: 2036-09-01\ndecision: {because: The hall is shut.}\n"))
		folder["reports/held.md"] = file(ruletest.Lay("draftt: yes\n" + voice))
		r := buildOf(t, folder)
		if !hasFile(r, "status/"+string(status)+"/index.html") || !hasFile(r, "reports/report/index.html") {
			t.Errorf("%s: held: %v", status, r.Held)
		}
	}
}

// Words of a report that is held can come about in files that many share alone:
// what brought them there is held, and the rest is published.
func TestWordsInASharedFileAloneKeepNothingElseBack(t *testing.T) {
	cards := func(text string) *themes.Theme {
		theme, err := themes.Load(fstest.MapFS{"card.html": file(text)})
		if err != nil {
			t.Fatal(err)
		}
		return theme
	}
	const card = `{{with .B}}<li>{{.Title}} {{.Summary}}</li>{{end}}`
	voice := strings.Replace(oneVoice, "I always have to leave before the film ends.", "The bus is late again. It puts people off.", 1)
	folder := ruletest.Folder(ruletest.Lay("title: [\n"))
	folder["reports/held.md"] = file(ruletest.Lay("draftt: yes\n" + voice))
	folder["reports/shown.md"] = file(ruletest.Lay("title: You say that the bus is late again\nsummary: It puts you in a bad mood.\n"))
	for i := range 9 {
		folder["reports/more-"+strconv.Itoa(i)+".md"] = file(ruletest.Lay("title: Bench number " + strconv.Itoa(i) + "\n"))
	}
	folder["pages/about.md"] = file("---\ntitle: About us\n---\nAsk us.\n")
	r, err := new(Generator).Build(Input{Content: folder, Folder: "content", Theme: cards(card), Today: ruletest.Today, Outside: ruletest.Outside})
	if err != nil {
		t.Fatal(err)
	}
	if hasFile(r, "reports/shown/index.html") || !slices.Contains(rulesOf(about(r, "content/reports/shown.md")), "words-found-in-output") {
		t.Errorf("what brought them there is not held: %v", r.Held)
	}
	if len(r.Site.Reports) != 10 || !hasFile(r, "pages/about/index.html") || slices.Contains(rulesOf(about(r, "content/reports/held.md")), "words-found-in-output") {
		t.Errorf("the rest is not as it was: %v", r.Held)
	}
	// Whose words they are, another report that is published, has brought nothing.
	folder["reports/held.md"] = file(ruletest.Lay(strings.Replace(voice, "review: 2037-02-03}", "review: 2037-02-03, withdrawn: 2026-05-01}", 1)))
	r, err = new(Generator).Build(Input{Content: folder, Folder: "content", Theme: cards(card), Today: ruletest.Today, Outside: ruletest.Outside})
	if err != nil {
		t.Fatal(err)
	}
	if hasFile(r, "reports/shown/index.html") || !hasFile(r, "reports/held/index.html") || len(r.Site.Reports) != 11 {
		t.Errorf("not only what brought them is held: %v", r.Held)
	}
	folder["reports/held.md"] = file(ruletest.Lay("draftt: yes\n" + voice))
	// A name of the private list that comes about in the same way.
	without(t, "private-name", "person-name", "relative-named", "worker-named", "maybe-name")
	folder["reports/shown.md"] = file(ruletest.Lay("title: We met Quaffle\nsummary: Berrington is a place.\n"))
	r, err = new(Generator).Build(Input{Content: folder, Folder: "content", Theme: cards(card), Today: ruletest.Today, Outside: ruletest.Outside})
	if err != nil {
		t.Fatal(err)
	}
	if hasFile(r, "reports/shown/index.html") || len(r.Site.Reports) != 10 {
		t.Errorf("%d reports are published: %v", len(r.Site.Reports), r.Held)
	}
	noName(t, r)
}

// What has ended is told where there is no theme to be had, whatever repeats it.
func TestWhatHasEndedIsToldWithoutATheme(t *testing.T) {
	folder := ruletest.Folder(ruletest.Lay(strings.Replace(oneVoice, "review: 2037-02-03}", "review: 2037-02-03, withdrawn: 2026-05-01}", 1)))
	folder["pages/about.md"] = file("---\ntitle: About us\n---\nI always have to leave before the film ends.\n")
	if got := Ended(Input{Content: folder, Folder: "content", Today: ruletest.Today, Outside: ruletest.Outside}); len(got) != 1 {
		t.Errorf("%d have ended", len(got))
	}
}

// A way for words to travel that nobody thought of takes out the report on whose
// page they stand, when the report they belong to is not published anyway.
func TestTheReportOnWhosePageWordsStandIsTakenOut(t *testing.T) {
	a := &outcome{path: "reports/a.md", name: "a.md", report: &site.Report{Address: "a"}, entry: &entry.Entry{}}
	c := &outcome{path: "reports/c.md", name: "c.md", report: &site.Report{Address: "c"}, entry: &entry.Entry{}}
	b := &build{outcomes: []*outcome{a, c}}
	files := []site.File{{Path: "data/reports.csv"}, {Path: "reports/c/index.html"}}
	if got := b.brought([]gate.Hit{{Owner: "reports/held.md", At: []int{0, 1}}}, files); !slices.Contains(got, "reports/c.md") || slices.Contains(got, "reports/a.md") {
		t.Errorf("taken out: %v", got)
	}
	if got := b.brought([]gate.Hit{{Owner: "reports/a.md", Own: true, At: []int{1}}}, files); !slices.Equal(got, []string{"reports/a.md"}) {
		t.Errorf("where its own text says it: %v", got)
	}
}

// A consent of a picture may stand in the register, as that of a voice may.
func TestTheRegisterDecidesOnAPicture(t *testing.T) {
	text := strings.Replace(ruletest.Lay(pathLamp), "    alt:", "    consent: C-7F3K\n    alt:", 1)
	folder := dated("")
	folder["reports/report.md"] = file(text)
	put(folder, "media/lamp.jpg", ruletest.Media["lamp.jpg"])
	row := func(to, withdrawn string) entry.Outside {
		return entry.Outside{Consents: entry.Kept{Setting: "YOUSAID_CONSENTS", Text: entry.Secret("record,to,given,by,for,told,review,withdrawn\nC-7F3K," + to + ",2026-02-03,young-person;social-worker,website,leaflet-v3,2027-02-03," + withdrawn + "\n")}}
	}
	for why, c := range map[string]struct {
		outside entry.Outside
		shown   int
		held    bool
	}{
		"agreed":         {row("quote", ""), 1, false},
		"not to quote":   {row("summary", ""), 0, false},
		"taken back":     {row("quote", "2026-05-01"), 0, false},
		"no such record": {entry.Outside{Consents: entry.Kept{Setting: "YOUSAID_CONSENTS", Text: entry.Secret("record,to\nC-1,quote\n")}}, 0, true},
		"no register":    {entry.Outside{}, 0, true},
	} {
		r := buildWith(t, folder, c.outside)
		if held := slices.Contains(rulesOf(r.Findings), "record-unknown"); held != c.held || hasFile(r, "reports/report/index.html") == c.held {
			t.Errorf("%s: %v", why, r.Findings)
		}
		if got := len(mediaOf(r)); (got > 0) != (c.shown > 0) {
			t.Errorf("%s: %d files are published", why, got)
		}
	}
}
