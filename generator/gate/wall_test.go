package gate

import (
	"slices"
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/site"
)

const secret = "The quaffleberry isn't singing before the moon"

func look(t *testing.T, path, data string, innocent ...string) []string {
	t.Helper()
	w := NewWall([]Words{{"reports/late.md", entry.Secret(secret)}, {"reports/short.md", entry.Secret("Wibble wobble jelly")}})
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
