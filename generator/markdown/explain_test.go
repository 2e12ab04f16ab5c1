package markdown_test

import (
	"html"
	"html/template"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"yousaid/generator/markdown"
	"yousaid/generator/rule/ruletest"
)

var terms = []markdown.Term{
	{ID: "word-advocate", Words: []string{"advocate", "advocacy"}},
	{ID: "word-care", Words: []string{"care"}},
	{ID: "word-council", Words: []string{"Children in Care Council"}},
	{ID: "word-co", Words: []string{"co-production", "co-produced"}},
	{ID: "word-home", Words: []string{"children's home"}},
	{ID: "word-it", Words: []string{"IT"}},
	{ID: "word-iro", Words: []string{"reviewing officer", "IRO"}},
	{ID: "word-kinship", Words: []string{"kinship care"}},
	{ID: "word-policy", Words: []string{"policy"}},
	{ID: "word-qa", Words: []string{"Q&A"}},
	{ID: "word-wythnos", Words: []string{"Ŵythnos"}},
	{ID: "word-odd", Words: []string{"", " ", "?!", "amp", "quot", "kw", "span"}},
}

var explainer = markdown.NewExplainer(terms)

// short writes a mark as [words|id].
func short(t testing.TB, h template.HTML) string {
	t.Helper()
	mark := regexp.MustCompile(`<span class="kw">([^<]*)<button type="button" popovertarget="word-([a-z]*)" aria-label="([^"<>]*)\?"></button></span>`)
	for _, m := range mark.FindAllStringSubmatch(string(h), -1) {
		if m[1] != m[3] {
			t.Errorf("%q is called %q", m[1], m[3])
		}
	}
	return mark.ReplaceAllString(string(h), "[$1|$2]")
}

func TestTheFirstUseOfAKeyWordIsMarked(t *testing.T) {
	for in, want := range map[string]string{
		"<p>Ask an advocate. Your advocate helps.</p>":    "<p>Ask an [advocate|advocate]. Your advocate helps.</p>",
		"<p>ADVOCATES help.</p>":                          "<p>[ADVOCATES|advocate] help.</p>",
		"<p>Our policies</p>":                             "<p>Our [policies|policy]</p>",
		"<p>the advocate's room, the advocate’s</p>":      "<p>the [advocate|advocate]'s room, the advocate’s</p>",
		"<p>(advocate), “advocate”</p>":                   "<p>([advocate|advocate]), “advocate”</p>",
		"<p>an <strong>advocate</strong></p>":             "<p>an <strong>[advocate|advocate]</strong></p>",
		"<p>the children\nin care  council met</p>":       "<p>the [children\nin care  council|council] met</p>",
		"<p>kinship care and care</p>":                    "<p>[kinship care|kinship] and [care|care]</p>",
		"<p>kinship care and kinship care</p>":            "<p>[kinship care|kinship] and kinship care</p>",
		"<p>a children’s home</p>":                        "<p>a [children’s home|home]</p>",
		"<p>co‑production, Co-Produced</p>":               "<p>[co‑production|co], Co-Produced</p>",
		"<p>Do it. Let IT do it.</p>":                     "<p>Do it. Let [IT|it] do it.</p>",
		"<p>two IROs and an iro</p>":                      "<p>two [IROs|iro] and an iro</p>",
		"<p>a Q&amp;A &amp; more &quot;care&quot;</p>":    "<p>a [Q&amp;A|qa] &amp; more &quot;[care|care]&quot;</p>",
		"<p>pob ŵythnos</p>":                              "<p>pob [ŵythnos|wythnos]</p>",
		"<p>social care/policy</p>":                       "<p>social [care|care]/[policy|policy]</p>",
		"<ul><li>care</li><li>policy</li></ul>":           "<ul><li>[care|care]</li><li>[policy|policy]</li></ul>",
		"<p>pol<br>icy care<br>policy</p>":                "<p>pol<br>icy [care|care]<br>[policy|policy]</p>",
		"<p>we like care</p>\n<p>policy</p>":              "<p>we like [care|care]</p>\n<p>[policy|policy]</p>",
		"<h3>Care</h3><p>care</p>":                        "<h3>Care</h3><p>[care|care]</p>",
		`<p><a href="/care/" title="care">care</a> care`:  `<p><a href="/care/" title="care">care</a> [care|care]`,
		"<pre><code>care\n</code></pre><p>policy</p>":     "<pre><code>care\n</code></pre><p>[policy|policy]</p>",
		"<table><thead><tr><th>care</th></tr></thead>":    "<table><thead><tr><th>care</th></tr></thead>",
		"<p><del>care</del> <code>care</code></p>":        "<p><del>care</del> <code>care</code></p>",
		"<p><a href=\"x\"><em>policy</em></a> policy</p>": "<p><a href=\"x\"><em>policy</em></a> [policy|policy]</p>",
	} {
		if got := short(t, explainer.Marker().HTML(template.HTML(in))); got != want {
			t.Errorf("%s\nbecame %s\nnot    %s", in, got, want)
		}
	}
}

func TestOnlyWholeWordsAreMarked(t *testing.T) {
	for _, in := range []string{
		"careful", "scare", "non-care", "care-leaver", "care_home", "o'care", "care'd", "care.org", "x.care", "@care", "care@home", "careŵ",
		"<em>care</em>ful", "s<em>care</em>", "<em>policy</em>-making", "policy<strong>holder</strong>", "care's2", "IT-care",
		"kinship <em>careful</em>", "kinship", "children in council", "R&amp;D &quot; &amp;", "Children's homework", "2care", "care2",
	} {
		if got := short(t, explainer.Marker().HTML(template.HTML("<p>"+in+"</p>"))); strings.Contains(got, "|") {
			t.Errorf("%s became %s", in, got)
		}
	}
}

func TestAKeyWordIsMarkedOnceOnAPageAndNeverAfterItsExplanations(t *testing.T) {
	m := explainer.Marker()
	if got := short(t, m.Text(`the "care" & advocate's <policy>`)); got != `the &#34;[care|care]&#34; &amp; [advocate|advocate]&#39;s &lt;[policy|policy]&gt;` {
		t.Error(got)
	}
	if got := short(t, m.HTML("<p>care and an IRO</p>")); got != "<p>care and an [IRO|iro]</p>" {
		t.Error(got)
	}
	if got := m.Used(); !slices.Equal(got, []int{0, 1, 6, 8}) {
		t.Errorf("used: %v", got)
	}
	if got := m.HTML("<p>kinship care</p>"); got != "<p>kinship care</p>" {
		t.Errorf("%s: nothing explains it", got)
	}
	if got := markdown.NewExplainer(nil).Marker().HTML("<p>care</p>"); got != "<p>care</p>" {
		t.Error(got)
	}
}

func TestManyPagesAreMarkedAtOnce(t *testing.T) {
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 50 {
				m := explainer.Marker()
				if got := m.HTML("<p>care for care</p>"); !strings.Contains(string(got), ">care<") || !slices.Equal(m.Used(), []int{1}) {
					t.Errorf("%s", got)
				}
			}
		})
	}
	all.Wait()
}

var marks = regexp.MustCompile(`<span class="kw">|<button type="button" popovertarget="[a-z-]*" aria-label="[^"<>]*"></button></span>`)

// sound checks what marking may do to HTML: add whole marks between its words,
// and nothing else.
func sound(t *testing.T, before template.HTML) {
	t.Helper()
	m := explainer.Marker()
	after := string(m.HTML(before))
	if bare := marks.ReplaceAllString(after, ""); bare != string(before) {
		t.Fatalf("%q became %q", before, after)
	}
	if n := strings.Count(after, markOpens) - strings.Count(string(before), markOpens); n != len(m.Used()) {
		t.Fatalf("%d marks for %d words in %q", n, len(m.Used()), after)
	}
	var within []string
	rest := after
	for {
		_, tagged, ok := strings.Cut(rest, "<")
		if !ok {
			break
		}
		name, more, _ := strings.Cut(tagged, ">")
		rest = more
		switch name, _, _ := strings.Cut(name, " "); name {
		case "a", "code", "pre", "del", "th", "h2", "h3", "h4", "h5", "h6":
			within = append(within, name)
		case "/a", "/code", "/pre", "/del", "/th", "/h2", "/h3", "/h4", "/h5", "/h6":
			within = within[:len(within)-1]
		case "span", "button":
			if len(within) > 0 {
				t.Fatalf("a mark in %v: %q", within, after)
			}
		}
	}
	if again := string(explainer.Marker().HTML(before)); again != after {
		t.Fatalf("once %q, then %q", after, again)
	}
}

const markOpens = `<span class="kw">`

func FuzzExplain(f *testing.F) {
	texts, err := ruletest.Seeds("../..")
	if err != nil || len(texts) < 50 {
		f.Fatalf("%d seeds: %v", len(texts), err)
	}
	for _, s := range texts {
		f.Add(s)
	}
	for _, s := range []string{
		"care", "**ca**re [care](https://care.org \"care\") `care` ~~care~~ care", "## care\n\ncare\n\n    care\n\n| care |\n|-|\n| care |", "a\\&care; &amp;care &care; &lt;care&gt; Q&A Q&amp;A",
		"- care\n- *kinship\n  care*\n", "advocate’s advocate&rsquo;s children&#39;s home", "www.care.org care@care.org https://care.org/?a=care&amp=care", "İT IT ŵYTHNOS Ŵythnos\u0301", "care\\\ncare  \ncare", "policy\u00a0care kinship\u00a0care",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 20_000 {
			return
		}
		sound(t, markdown.Parse([]byte(text), "/voice/").HTML())
		marked := explainer.Marker().Text(text)
		if got := html.UnescapeString(marks.ReplaceAllString(string(marked), "")); got != html.UnescapeString(template.HTMLEscapeString(text)) {
			t.Fatalf("%q became %q", text, got)
		}
	})
}

// aPage is about 3 kB of HTML, as a report of the example has.
var aPage = template.HTML(strings.Repeat("<p>We read what you said with the people who run the homes. They talked to young people about what a good day looks like, and wrote it down.</p>\n<ul>\n<li>A <strong>social worker</strong> asks first.</li>\n<li>Your <a href=\"/pages/rights/\">rights</a> are on the wall, and the policy says so.</li>\n</ul>\n", 10))

func BenchmarkExplain(b *testing.B) {
	b.SetBytes(int64(len(aPage)))
	for b.Loop() {
		explainer.Marker().HTML(aPage)
	}
}
