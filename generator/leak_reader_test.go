package generator_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"path"
	"regexp"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/source"
)

var figure = regexp.MustCompile(`(?s)<figure class="voice.*?</figure>`)

// figures parts the voices of a page from everything else.
func figures(page []byte) (voices, rest []byte) {
	return bytes.Join(figure.FindAll(page, -1), nil), figure.ReplaceAll(page, nil)
}

// markers are the made-up words in a text, and known those of several.
func markers(text string) []string {
	var out []string
	text = strings.ToLower(text)
	for {
		i := strings.Index(text, "zq")
		if i < 0 || i+9 > len(text) {
			return out
		}
		out = append(out, text[i:i+9])
		text = text[i+2:]
	}
}

func known(texts []string) map[string]bool {
	out := map[string]bool{}
	for _, t := range texts {
		for _, w := range markers(strings.Join(read(t), " ")) {
			out[w] = true
		}
	}
	return out
}

func first(text string) string { return (append(markers(text), ""))[0] }

// reading is a file in all the ways in which it can be read: as it is, without
// tags, without entities, out of XML, JSON or a table.
type reading struct {
	texts   []string
	letters string // with one space between words
	words   string // folded, as the oracle reads
}

func (r *reading) holds(text string, letters bool) bool {
	if letters {
		if r.letters == "" {
			r.letters = strings.Join(strings.Fields(strings.Join(r.texts, "\n")), " ")
		}
		return strings.Contains(r.letters, strings.Join(strings.Fields(text), " "))
	}
	if r.words == "" {
		r.words = " " + strings.Join(read(strings.Join(r.texts, "\n")), " ") + " "
	}
	return strings.Contains(r.words, " "+strings.Join(read(text), " ")+" ")
}

func decoded(p string, data []byte) *reading {
	raw := strings.NewReplacer("\u200b", "", "\u00ad", "").Replace(string(data))
	r := &reading{texts: []string{raw}}
	switch path.Ext(p) {
	case ".json":
		var all any
		_ = json.Unmarshal(data, &all)
		r.texts = append(r.texts, fmt.Sprint(all))
	case ".csv":
		rows, _ := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF")))).ReadAll()
		for _, row := range rows {
			r.texts = append(r.texts, row...)
		}
	case ".xml": // HTML within XML
		raw = html.UnescapeString(raw)
		r.texts = append(r.texts, raw)
		fallthrough
	case ".html":
		r.texts = append(r.texts, html.UnescapeString(untagged(raw)), html.UnescapeString(raw))
	}
	if u, err := url.PathUnescape(raw); err == nil && u != raw {
		r.texts = append(r.texts, u)
	}
	return r
}

// untagged takes tags away; where one ends a line, a space stays.
func untagged(s string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "<")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		tag, after, _ := strings.Cut(rest, ">")
		switch strings.Trim(tag, "/") {
		case "em", "strong", "i", "b":
		default:
			b.WriteByte(' ')
		}
		s = after
	}
}

// marks are what yousaid review would write for the voices of a report.
func marks(w *world, r *report) []string {
	e, ok := parsed(w, r)
	if !ok {
		return nil
	}
	var out []string
	for i := range e.Contributions {
		out = append(out, e.Contributions[i].Mark())
	}
	return out
}

func parsed(w *world, r *report) (*entry.Entry, bool) {
	plain := *r
	plain.spoil, plain.windows = nil, false
	set, _ := entry.ParseSettings(source.Parse("site.yaml", []byte(w.site.file())), "site.yaml")
	if set == nil {
		return nil, false
	}
	e, found := entry.Parse(source.Parse("reports/x.md", []byte(w.file(&plain))), "x", set)
	if e == nil {
		panic(fmt.Sprint(found, "\n", w.file(&plain)))
	}
	return e, true
}
