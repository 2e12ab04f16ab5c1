package gate

import (
	"slices"
	"strings"
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/markdown"
	"yousaid/generator/site"
)

const secret = "The quaffleberry isn't singing before the moon"

func look(t *testing.T, path, data string, innocent ...string) []string {
	t.Helper()
	w := NewWall([]Words{{"reports/late.md", entry.Secret(secret)}, {"reports/short.md", entry.Secret("Wibble wobble jelly")}, {"reports/short.md", entry.Secret("Room 2 warm")}})
	var owners []string
	for _, h := range w.Look([]site.File{{Path: path, Data: []byte(data)}}, func(yield func(owner, text string)) {
		for i := 0; i+1 < len(innocent); i += 2 {
			yield(innocent[i], innocent[i+1])
		}
	}) {
		owners = append(owners, h.Owner)
	}
	return owners
}

func TestTheWallFindsWithheldWordsHoweverTheyAreWritten(t *testing.T) {
	for name, c := range map[string][2]string{
		"plain":              {"a.html", "<p>the QUAFFLEBERRY isn’t singing, before</p>"},
		"entities":           {"a.html", "<p>the&nbsp;quaffleberry isn&#39;t singing &#98;efore</p>"},
		"emphasis in a word": {"a.html", "<p>the quaffle<em>berry</em> isn't <strong>singing</strong> before</p>"},
		"across lines":       {"a.html", "<p>the quaffleberry<br>\n\tisn't</p><p>singing before</p>"},
		"an attribute":       {"a.html", `<img alt="x > the quaffleberry isn't singing before">`},
		"a link target":      {"a.html", `<a href="/?q=the+quaffleberry+isn%27t%20singing%20before">x</a>`},
		"a comment":          {"a.html", `<!-- the quaffleberry isn't singing before -->`},
		"a feed":             {"feed.xml", "<content>&lt;p&gt;the quaffleberry isn&amp;#39;t singing before&lt;/p&gt;</content>"},
		"json":               {"a.json", `{"x":["the \u0071uaffleberry isn\u0027t\nsinging before"]}`},
		"a json key":         {"a.json", `{"the quaffleberry isn't singing before":1}`},
		"csv":                {"a.csv", "x,\"the quaffleberry isn't\nsinging before\"\r\n"},
		"a list of results":  {"search/12/reports-0.txt", "The quaffleberry isn't singing before\tlate\tdone\thome\t2026-01-01\n"},
		"results across":     {"search/12/reports-0.txt", "The quaffleberry isn't\tsinging-before\tdone\thome\t2026-01-01\n"},
		"a line of words":    {"search/index.txt", "12 3 4\n\n\nbus  0-\nthe quaffleberry isn't singing before 12\n"},
		"beyond signs":       {"search/12/words-0.txt", "a 0- the quaffleberry isn't singing before\n"},
		"a file name":        {"the-quaffleberry-isnt-singing-before/index.html", ""},
		"style":              {"a.css", "/* the quaffleberry isn't singing before */"},
	} {
		if got := look(t, c[0], c[1]); !slices.Equal(got, []string{"reports/late.md"}) {
			t.Errorf("%s: found %v", name, got)
		}
	}
}

func TestTheWallKnowsAWholeVoiceOfThreeWords(t *testing.T) {
	if got := look(t, "a.html", "<p>Oh, wibble wobble jelly!</p>"); !slices.Equal(got, []string{"reports/short.md"}) {
		t.Errorf("found %v", got)
	}
}

func TestFourWordsInARowAreNobodys(t *testing.T) {
	if got := look(t, "a.html", "<p>quaffleberry isn't singing before noon</p>"); got != nil {
		t.Errorf("found %v", got)
	}
}

// Five words in a row can come about where one text ends and another begins.
func TestWordsThatMeetOnAPageAreNobodys(t *testing.T) {
	const end, begin = "Some like the quaffleberry", "isn't singing before noon"
	page := "<p>" + end + "</p><p>" + begin + "</p>"
	if got := look(t, "a.html", page, "reports/a.md", end, "reports/b.md", begin); got != nil {
		t.Errorf("the end of one text and the beginning of another: found %v", got)
	}
	if got := look(t, "a.csv", end+","+begin+"\n", "reports/a.md", end, "reports/b.md", begin); got != nil {
		t.Errorf("in a table: found %v", got)
	}
	if got := look(t, "a.html", "<p>the quaffleberry</p><p>isn't</p><p>singing before</p>", "", end, "", "isn't", "", "singing before noon"); got != nil {
		t.Errorf("a whole text between: found %v", got)
	}
	for why, c := range map[string][]string{
		"nobody wrote the end":               {page, "reports/b.md", begin},
		"nobody wrote the beginning":         {page, "reports/a.md", end},
		"it ends in another way":             {page, "reports/a.md", end + " tart", "reports/b.md", begin},
		"the owner's own text":               {page, "reports/late.md", end, "reports/b.md", begin},
		"nothing parts them":                 {"<p>" + end + " " + begin + "</p>", "reports/a.md", end, "reports/b.md", begin},
		"they are parted at another place":   {"<p>the quaffleberry isn't</p><p>singing before</p>", "reports/a.md", end, "reports/b.md", begin},
		"what stands between is nobody's":    {"<p>the quaffleberry</p><p>isn't</p><p>singing before</p>", "", end, "", "singing before noon"},
		"the words stand together elsewhere": {page + "<p>" + end + " " + begin + "</p>", "reports/a.md", end, "reports/b.md", begin},
	} {
		if got := look(t, "a.html", c[0], c[1:]...); !slices.Equal(got, []string{"reports/late.md"}) {
			t.Errorf("%s: found %v", why, got)
		}
	}
}

// The mark of a key word parts no words, and lets no text end where none ends.
func TestTheMarkOfAKeyWordHidesNothing(t *testing.T) {
	e := markdown.NewExplainer([]markdown.Term{{ID: "word-quaffleberry", Words: []string{"quaffleberry"}}, {ID: "word-y", Words: []string{"isn't singing"}}, {ID: "word-x", Words: []string{"before"}}})
	page := string(e.Marker().HTML("<p>The quaffleberry isn’t singing before the moon</p>"))
	if strings.Count(page, `class="kw"`) != 3 {
		t.Fatalf("the words are not marked: %s", page)
	}
	innocent := []string{"", "the", "", "quaffleberry", "", "isn't singing", "", "before", "", "isn't", "", "the moon", "", "singing"}
	if got := look(t, "a.html", page, innocent...); !slices.Equal(got, []string{"reports/late.md"}) {
		t.Errorf("found %v", got)
	}
	for _, f := range []site.File{{Path: "a.html", Data: []byte(page)}, {Path: "a.html", Data: []byte(e.Marker().HTML("<p>The <em>quaffleberry</em> isn’t sing<em>ing before</em> the moon</p>"))}} {
		if text := TextsApart(f)[1]; !strings.Contains(text, "The quaffleberry isn’t singing before the moon") {
			t.Errorf("read as %q", text)
		}
	}
	if got := Read([]site.File{{Path: "a.html", Data: []byte(`<button type="button">one</button>two<span class="n">three</span>`)}})[1]; got != "\none\ntwo\nthree" {
		t.Errorf("other buttons are read as %q", got)
	}
}

func TestEveryKeyWordHasAnAddressOfItsOwn(t *testing.T) {
	var terms []entry.Term
	for _, term := range []string{"IRO", "iro", "I.R.O", "Ŵ", "Ŷ", "w 2"} {
		terms = append(terms, entry.Term{Term: entry.Secret(term), Means: entry.Secret("x")})
	}
	ids := map[string]bool{}
	for _, term := range Terms(terms) {
		if ids[term.ID] {
			t.Errorf("two key words have the address %s", term.ID)
		}
		ids[term.ID] = true
	}
}

func TestARunThatStandsInInnocentTextsIsNotTheVoicesAlone(t *testing.T) {
	page := "<p>" + secret + "</p>"
	if got := look(t, "a.html", page, "", secret); got != nil {
		t.Errorf("a text of the theme, or a voice that may be shown: found %v", got)
	}
	if got := look(t, "a.html", page, "reports/other.md", secret); got != nil {
		t.Errorf("another report's own text: found %v", got)
	}
	if got := look(t, "a.html", page, "reports/late.md", secret); got == nil {
		t.Error("the report's own text excused its own voice")
	}
	if got := look(t, "a.html", page, "", "The quaffleberry isn't singing before"); got == nil {
		t.Error("one innocent run excused the others")
	}
}

// Words of many people are neighbours in the index, and what says where they
// stand is made of signs: neither comes to be somebody's.
func TestNobodysWordsComeAboutInTheIndex(t *testing.T) {
	if got := look(t, "search/1/words-0.txt", "wibble 0\nwobble 0\njelly 0\nroom 0\nwarm 0\n"); got != nil {
		t.Errorf("found %v", got)
	}
	set := entry.Cautious()
	set.Take(entry.Outside{Names: entry.Kept{Setting: "YOUSAID_NAMES", Text: entry.Secret("Bea\nTia\nAnna Lee\nEli\n")}})
	names := set.Names
	f := site.File{Path: "search/1/words-0.txt", Data: []byte("anna 834\nb4b 714\nlee 834 714 34\n")}
	for _, text := range TextsApart(f) {
		if names.In(text) {
			t.Error("a name came about")
		}
	}
	f.Data = []byte("anna 0\ntia 0\n")
	if !names.In(strings.Join(TextsApart(f), "\n")) {
		t.Error("a name that stands there is not found")
	}
}
