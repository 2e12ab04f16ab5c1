package themes

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/html"
)

// attribute is one of a tag, as written.
type attribute struct {
	tag, name string
	value     string // without its quotation marks
	bare      bool   // it has none
	at        int    // of the name
}

var drawing = regexp.MustCompile(`(?i)(</?)(?:s(vg)|m(ath))\b`)

// markup goes through the tags and attributes of a text.
func markup(text []byte, tag func(name string, at int), attr func(attribute)) (openTag int) {
	text = drawing.ReplaceAll(text, []byte("${1}x$2$3")) // else it is passed over as a whole
	in := parse.NewInputBytes(text)
	l := html.NewTemplateLexer(in, html.GoTemplate)
	openTag = -1
	name := ""
	for {
		kind, data := l.Next()
		at := in.Offset() - len(data)
		switch kind {
		case html.ErrorToken:
			return openTag
		case html.StartTagToken:
			name, openTag = strings.ToLower(string(l.Text())), at
			tag(name, at)
		case html.StartTagCloseToken, html.StartTagVoidToken:
			openTag = -1
		case html.AttributeToken:
			start := at + len(data) - len(bytes.TrimLeft(data, " \t\r\n\f/"))
			value := strings.TrimSpace(string(l.AttrVal()))
			bare := value != "" && !strings.ContainsAny(value[:1], `"'`)
			attr(attribute{name, strings.ToLower(withoutActions(string(l.AttrKey()))), strings.Trim(value, `"'`), bare, start})
		}
	}
}

func noTag(string, int) {}
func noAttr(attribute)  {}

// oddTag is the attribute in which a tag runs into what comes after it, because
// a mark is missing; -1: none.
func oddTag(text []byte) int {
	found := -1
	markup(text, noTag, func(a attribute) {
		value := withoutActions(a.value)
		odd := strings.ContainsAny(value, "<>") || strings.ContainsAny(a.name, "<\"'") || a.bare && strings.ContainsAny(value, "\"'")
		if found < 0 && odd {
			found = a.at
		}
	})
	return found
}

// lastOpenTag is the tag that is never closed; -1: none.
func lastOpenTag(text []byte) int { return markup(text, noTag, noAttr) }

func withoutActions(text string) string {
	var b strings.Builder
	at := 0
	for _, a := range actions(text) {
		b.WriteString(text[at:a.start])
		at = a.end
	}
	return b.String() + text[at:]
}

// loads are the attributes from which browsers load something by themselves.
var loads = map[string][]string{
	"script": {"src"}, "img": {"src", "srcset"}, "source": {"src", "srcset"}, "audio": {"src"}, "video": {"src", "poster"}, "track": {"src"},
	"iframe": {"src"}, "frame": {"src"}, "embed": {"src"}, "object": {"data"}, "input": {"src"}, "image": {"href", "xlink:href"}, "use": {"href", "xlink:href"},
	"body": {"background"}, "link": {"href"},
}

// noLoad are the kinds of <link> that load nothing.
var noLoad = []string{"canonical", "alternate", "author", "license", "next", "prev", "help", "me", "search"}

// dataScripts are scripts that are never run.
var dataScripts = []string{"application/json", "application/ld+json"}

const noForeign = "A page must not tell another website who reads it. Put a copy of the file in your theme, and write {{asset .Site \"its-name\"}}."

// forbidden finds what the pages tell the browser not to load or run.
func forbidden(name string, text []byte) (faults []Fault) {
	add := func(at int, message, hint string) {
		faults = append(faults, Fault{File: name, Kind: PolicyKind, Message: message, Hint: hint}.at(text, at))
	}
	picture := path.Ext(name) == ".svg" // its own style is its own affair
	scriptAt, hasSource, isData := -1, false, false
	rel, link := "", attribute{}
	script := func() {
		if scriptAt >= 0 && !hasSource && !isData {
			add(scriptAt, "a script inside a page is not run by the browser", `Put it in a file of your theme, as own.js, and write <script src="{{asset .Site "own.js"}}" defer></script>.`)
		}
		scriptAt, hasSource, isData = -1, false, false
		if link.at > 0 && foreign(link.value) && !slices.Contains(noLoad, rel) {
			add(link.at, "this is loaded from another website, which the browser refuses", noForeign)
		}
		rel, link = "", attribute{}
	}
	markup(text, func(tag string, at int) {
		script()
		switch {
		case tag == "script":
			scriptAt = at
		case tag == "style" && !picture:
			add(at, "a style inside a page is not used by the browser", "Put it in a style sheet: in colours.css, or in your own style.css.")
		case tag == "base":
			add(at, "<base> is not used by the browser", "Remove it, and write addresses with {{url .Site \"…\"}}.")
		}
	}, func(a attribute) {
		switch {
		case a.tag == "script" && a.name == "src":
			hasSource = true
		case a.tag == "script" && a.name == "type":
			isData = slices.Contains(dataScripts, strings.ToLower(a.value))
		case a.tag == "link" && a.name == "rel":
			rel = strings.ToLower(a.value)
		case a.tag == "link" && a.name == "href":
			link = a
		}
		switch {
		case a.name == "style" && !picture:
			add(a.at, "a style inside a tag is not used by the browser", `Write class="some-name" here, and the style for .some-name in a style sheet.`)
		case len(a.name) > 2 && strings.HasPrefix(a.name, "on") && !strings.ContainsAny(a.name, "-:"):
			add(a.at, "a script inside a tag is not run by the browser", "Put it in a file of your theme that ends in .js.")
		case strings.HasPrefix(strings.ToLower(a.value), "javascript:"):
			add(a.at, "a script inside an address is not run by the browser", "Put it in a file of your theme that ends in .js.")
		case a.name == "action" && a.tag == "form" || a.name == "formaction":
			add(a.at, "the browser sends no form", "Give an e-mail address or a number to ring. The site collects nothing.")
		case a.tag != "link" && slices.Contains(loads[a.tag], a.name) && foreign(a.value):
			add(a.at, "this is loaded from another website, which the browser refuses", noForeign)
		}
	})
	script()
	return faults
}

// unguarded finds what the head of every page has to say, and does not.
func unguarded(name string, text []byte) (faults []Fault) {
	if name != "head.html" && name != "moved.html" {
		return nil
	}
	policy, robots := false, false
	markup(text, noTag, func(a attribute) {
		switch {
		case a.tag != "meta":
		case a.name == "content" && strings.HasPrefix(a.value, "default-src 'self';"):
			policy = true
		case a.name == "name" && a.value == "robots":
			robots = true
		}
	})
	if !policy {
		faults = append(faults, Fault{File: name, Kind: PolicyKind, Message: "the line that keeps the page from loading anything from elsewhere is missing",
			Hint: "Copy the line with Content-Security-Policy from the file of this name that comes with yousaid (themes/default)."})
	}
	if !robots {
		faults = append(faults, Fault{File: name, Kind: PolicyKind, Message: "the line that asks others not to keep a copy is missing",
			Hint: "Copy the line with robots from the file of this name that comes with yousaid (themes/default)."})
	}
	return faults
}

// foreign reports whether an address, or one of several, leads elsewhere.
func foreign(value string) bool {
	for _, one := range strings.Split(value, ",") {
		one = strings.ToLower(strings.TrimSpace(one))
		if strings.HasPrefix(one, "//") || strings.HasPrefix(one, "http:") || strings.HasPrefix(one, "https:") || strings.HasPrefix(one, "data:") || strings.HasPrefix(one, "blob:") {
			return true
		}
	}
	return false
}
