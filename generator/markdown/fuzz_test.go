package markdown_test

import (
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"yousaid/generator/markdown"
	"yousaid/generator/rule/ruletest"
)

var (
	tag       = regexp.MustCompile(`<(/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)( ?/?)>`)
	attribute = regexp.MustCompile(` ([a-z-]+)="([^"]*)"`)
)

// What a reader's Markdown may become.
var (
	elements   = strings.Fields("p h2 h3 h4 h5 h6 ul ol li a em strong del code pre div table thead tbody tr th td hr br")
	alone      = []string{"hr", "br"}
	attributes = map[string][]string{"a": {"href", "title"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}, "code": {"class"},
		"div": {"class", "role", "tabindex", "aria-label"}} // the box of a table
)

// closed checks that HTML is made of known elements with known attributes,
// each closed, and returns its text.
func closed(t *testing.T, out string) string {
	t.Helper()
	low := strings.ToLower(out)
	for _, never := range []string{"<script", "<style", "<iframe", "<img", "<!--", "<blockquote"} {
		if strings.Contains(low, never) {
			t.Fatalf("%s in %q", never, out)
		}
	}
	var open []string
	rest := tag.ReplaceAllStringFunc(out, func(s string) string {
		m := tag.FindStringSubmatch(s)
		name := m[2]
		if !slices.Contains(elements, name) {
			t.Fatalf("<%s> in %q", name, out)
		}
		switch {
		case m[1] != "":
			if len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("</%s> closes nothing in %q", name, out)
			}
			open = open[:len(open)-1]
		case !slices.Contains(alone, name):
			open = append(open, name)
		}
		for _, a := range attribute.FindAllStringSubmatch(m[3], -1) {
			if !slices.Contains(attributes[name], a[1]) {
				t.Fatalf("%s on <%s> in %q", a[1], name, out)
			}
			if a[1] == "href" {
				target(t, html.UnescapeString(a[2]))
			}
		}
		return ""
	})
	if len(open) > 0 {
		t.Fatalf("%v is never closed in %q", open, out)
	}
	if strings.ContainsAny(rest, "<>") {
		t.Fatalf("a bare < or > in %q", out)
	}
	return html.UnescapeString(rest)
}

// target checks where a link leads, as a browser reads it: without control
// characters and spaces in front.
func target(t *testing.T, to string) {
	t.Helper()
	to = strings.TrimLeftFunc(strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(to), func(r rune) bool { return r <= ' ' })
	scheme, _, ok := strings.Cut(to, ":")
	if !ok || strings.ContainsAny(scheme, "/?#") {
		return
	}
	if u, err := url.PathUnescape(scheme); err == nil {
		scheme = u
	}
	if !slices.Contains([]string{"http", "https", "mailto", "tel"}, strings.ToLower(scheme)) {
		t.Fatalf("a link to %q", to)
	}
}

func dense(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == 0 || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, s)
}

func FuzzParse(f *testing.F) {
	texts, err := ruletest.Seeds("../..")
	if err != nil || len(texts) < 50 {
		f.Fatalf("%d seeds: %v", len(texts), err)
	}
	for _, s := range texts {
		f.Add(s)
		if _, below, ok := strings.Cut(s, "\n---\n"); ok {
			f.Add(below)
		}
	}
	for _, s := range []string{
		"[a](javascript:x)", "[a](java&#115;cript:x)", "[a](java\\\nscript:x)", "[a](&#x6a;avascript&colon;x)", "<javascript:x>", "![a](data:image/png;base64,x)",
		"[a](intent&colon;x)", "[a](ftp&#58;//x)", "[a]: javascript:x\n\n[a]", "<b onclick=x>", "a\\@b &amp; &lt;c&gt; &#64;", "|a|b|\n|:-|-:|\n|c|d|", "1986. a\n2. b", "```js onclick=\"x\"\na\n```", "~~a~~ **b** *c* `d`",
		"# a\n\nb\n===\n\nc\n---", "www.example.org a@example.org https://example.org/?a=b&c=d", "[a](</b c> \"d &quot; e\")", "* a\n  * b\n\n    c", "a  \nb\\\nc", "&nGt;", "sam&#064;example.org &#0064; &#x040;",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 20_000 {
			return // long lines of marks take goldmark long
		}
		src := []byte(text)
		d := markdown.Parse(src, "/voice/")
		for _, p := range d.Problems() {
			if p.Start < 0 || p.End < p.Start || p.End > len(src) {
				t.Fatalf("%+v is not in the text", p)
			}
		}
		out := string(d.HTML())
		parts := d.Parts()
		if len(d.Problems()) > 0 && out != "" {
			t.Fatalf("a text with problems became %q", out)
		}
		shown := closed(t, out)
		for _, p := range parts {
			if p.Start < 0 || p.Start > len(src) {
				t.Fatalf("a part begins at %d", p.Start)
			}
			closed(t, string(p.HTML()))
			p.FirstSentence()
			p.Empty()
		}
		plain := d.Plain()
		for i := range len(plain.Text) + 1 {
			if at := plain.Source(i); at < 0 || at > len(src) {
				t.Fatalf("byte %d of the plain text stands at %d of %d", i, at, len(src))
			}
		}
		// What rules read is what readers read.
		if strings.IndexByte(text, 0) < 0 && !strings.HasPrefix(dense(plain.Text), dense(shown)) {
			t.Fatalf("readers see\n%q\nrules see\n%q", dense(shown), dense(plain.Text))
		}
	})
}
