package generator_test

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing/fstest"
)

// folder is the world as files.
func (w *world) folder() fstest.MapFS {
	out := fstest.MapFS{"site.yaml": {Data: []byte(w.site.file())}}
	for _, p := range w.pages {
		out[p.path] = &fstest.MapFile{Data: []byte("---\ntitle: |\n  " + p.title + "\n---\n" + p.body + "\n" + p.wrong)}
	}
	for name, data := range w.strays {
		out[name] = &fstest.MapFile{Data: data}
	}
	for _, r := range w.reports {
		name, f := "reports/"+r.name+".md", &fstest.MapFile{Data: []byte(w.file(r))}
		if r.badName {
			name = "reports/" + r.name + " Report.md"
		}
		if r.link {
			f.Mode = fs.ModeSymlink
		}
		out[name] = f
	}
	return out
}

func (s *siteYAML) file() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("title: Our site\norganisation: Our council\nbase_url: %s\ncontact: {email: voice@example.org}", s.base)
	line("help: [{name: One, phone: 0800 1111}, {name: Two}]\ntopics:")
	for _, t := range s.topics {
		line("  - {id: %s, name: The %s}", t, t)
	}
	line("groups: [{id: tuesday, name: Tuesday, size: 71000003}]\nareas: [{id: north, name: North, young_people: 71000004}]")
	if len(s.roles) > 0 {
		line("roles: [{id: %s, name: One}]", strings.Join(s.roles, ", name: One}, {id: "))
	}
	if len(s.forms) > 0 {
		line("forms:")
	}
	for _, f := range s.forms {
		line("  - {id: %s, to: [%s], for: [%s], review_after: %s}", f.id, strings.Join(f.to, ", "), strings.Join(f.channels, ", "), f.after)
	}
	line("%s\nprivacy:\n  review: %s\n  formal_consent: {under: %s, by: [%s]}\n%s", s.formsLine, s.review, s.under, strings.Join(s.formalBy, ", "), s.odd)
	if s.unreadable {
		line("format: 2")
	}
	return b.String()
}

// value writes words in one of the ways of YAML.
func value(words string, style int) string {
	const deep = "\n          "
	switch {
	case strings.Contains(words, "\n") || style%3 == 0:
		return "|" + deep + strings.ReplaceAll(words, "\n", deep)
	case style%3 == 1:
		return ">-" + deep + words
	}
	return strconv.Quote(words)
}

// file is a report as it is written.
func (w *world) file(r *report) string {
	var b strings.Builder
	line := func(key, v string) {
		if v != "" {
			b.WriteString(key + ": " + v + "\n")
		}
	}
	b.WriteString("---\n# " + r.comment + "\n")
	line("date", r.date)
	line("status", r.status)
	line("topic", r.topic)
	line("id", r.id)
	line("was", list(r.was))
	line("withdrawn", r.withdrawn)
	line("publish_on", r.publishOn)
	line("written_by", r.writer)
	if r.draft {
		line("draft", "yes")
	}
	if r.status == "looking" {
		line("next_update", "2040-01-01")
	}
	covers := []string{"old-abcdef"}
	for _, v := range r.voices {
		if v.mark != "" {
			covers = append(covers, v.mark)
		}
	}
	b.WriteString("anonymity: {checked: " + r.checked + ", by: " + r.checker + ", covers: " + list(covers) + "}\n")
	body, groups, items := map[string]string{}, map[string]string{}, map[string]string{}
	var order []string
	for i, t := range append(slices.Clone(r.texts), r.kept...) {
		above, below, nested := strings.Cut(t.key, ".")
		v := value(t.all(), i+len(r.comment)+len(t.words))
		if t.plain {
			v = t.words
		}
		switch {
		case t.key == "said" || t.key == "did" || t.key == "changed":
			body[t.key] = t.all()
			continue
		case !nested && strings.HasSuffix(above, "[]"):
			for half := range strings.SplitSeq(t.all(), " | ") { // one item for each half of a quote
				items[above] += "\n  - " + value(half, i)
			}
			line(strings.TrimSuffix(above, "[]"), items[above])
			continue
		case !nested:
			line(t.key, value(t.all(), i))
			continue
		case groups[above] == "":
			order = append(order, above)
		}
		if strings.HasSuffix(below, "[]") {
			below, v = strings.TrimSuffix(below, "[]"), "\n      - "+v
		}
		if groups[above] != "" || !strings.HasSuffix(above, "[]") {
			groups[above] += "    "
		}
		groups[above] += below + ": " + v + "\n"
	}
	for _, above := range order {
		if key, isList := strings.CutSuffix(above, "[]"); isList {
			b.WriteString(key + ":\n  - " + groups[above])
		} else {
			b.WriteString(above + ":\n" + groups[above])
		}
	}
	if len(r.voices) > 0 {
		b.WriteString("contributions:\n")
	}
	for _, v := range r.voices {
		b.WriteString(v.file())
	}
	b.WriteString("---\n## You said\n\n" + body["said"] + "\n\n## We did\n\n" + body["did"] + "\n")
	if body["changed"] != "" {
		b.WriteString("\n## What changed\n\n" + body["changed"] + "\n")
	}
	out := b.String()
	if r.spoil != nil {
		out = r.spoil(out)
	}
	if r.windows {
		out = "\uFEFF" + strings.ReplaceAll(out, "\n", "\r\n")
	}
	return out
}

func list(items []string) string {
	if len(items) == 0 {
		return ""
	}
	return "[" + strings.Join(items, ", ") + "]"
}

func (v *voice) file() string {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			b.WriteString("    " + key + ": " + value + "\n")
		}
	}
	text := func(key, words string, style int) {
		if words != "" {
			line(key, value(words, style))
		}
	}
	b.WriteString("  - id: " + v.id + "\n")
	line("withdrawn", v.withdrawn)
	text("words", v.words, v.style)
	text("gist", v.gist, v.style/3)
	line("name", v.name)
	line("called", v.called)
	line("from", v.from)
	line("band", v.band)
	line("made", v.made)
	line("edited", v.edited)
	line("records", list(v.records))
	if len(v.sensitive) > 0 {
		line("sensitive", "\n      - "+value(v.sensitive[0], v.style))
	}
	if v.agreed {
		line("edit_agreed", "yes")
	}
	c := v.consent
	if c == nil {
		return b.String()
	}
	var keys []string
	add := func(key, value string) {
		if value != "" {
			keys = append(keys, key+": "+value)
		}
	}
	add("to", c.to)
	add("given", c.given)
	add("by", list(c.by))
	if c.chosen {
		add("for", "["+strings.Join(c.channels, ", ")+"]")
	}
	add("told", c.told)
	add("record", c.record)
	add("review", c.review)
	add("expires", c.expires)
	add("withdrawn", c.withdrawn)
	var again []string
	for _, a := range c.again {
		again = append(again, "{on: "+a.on+", answer: "+a.says+"}")
	}
	add("asked_again", list(again))
	if c.explicit {
		add("explicit", "true")
	}
	if v.style%2 == 0 {
		line("consent", "{"+strings.Join(keys, ", ")+"}")
	} else if len(keys) > 0 {
		line("consent", "\n      "+strings.Join(keys, "\n      "))
	}
	return b.String()
}
