// Package ruletest lays a fragment of a report over a report with which
// nothing is wrong, in a site with which nothing is wrong, so that whatever is
// found then is the fragment's doing.
//
// The fragments are the Before and After of every finding.Doc, and what tests
// make up. The package is for tests: the program never imports it.
package ruletest

import (
	"bytes"
	"crypto/sha256"
	"go/ast"
	"go/parser"
	"go/token"
	"image"
	"image/jpeg"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/picture"
	"yousaid/generator/rule"
	"yousaid/generator/site"
	"yousaid/generator/source"
)

// Today is the day on which fragments are looked at.
var Today = site.Date{Year: 2026, Month: 6, Day: 1}

// Settings is a site.yaml with which nothing is wrong.
const Settings = `format: 1
title: You said, we did
organisation: Northvale Council
base_url: https://example.org/voice/
languages: [en]
topics: [{id: home, name: Where I live}, {id: roads, name: Roads}]
areas: [{id: county, name: The county, young_people: 4200}, {id: lane, name: The Lane, young_people: 6}]
groups: [{id: tuesday-group, name: Tuesday Group, size: 12}]
roles: [{id: participation-lead, name: Participation lead}, {id: participation-worker, name: Participation worker}]
forms: [{id: leaflet-v3, to: [summary, quote], for: [website, feed, search, print, social, data], pictures: yes}]
help:
  - {name: Childline, phone: 0800 1111}
  - {name: Northvale Listening Line, phone: 01632 960142}
contact: {email: voice@example.org, phone: 01632 960001}
privacy: {review: bound}
`

// Outside is what is kept outside of the folder: two made-up names.
var Outside = entry.Outside{Names: entry.Kept{Setting: "YOUSAID_NAMES", Text: entry.Secret("Quaffle Berrington\nZedek-Marie\n")}}

// report is a report with which nothing is wrong: its keys in order, and its
// body.
var report = []struct{ key, lines string }{
	{"title", "title: A later bus\n"},
	{"date", "date: 2026-02-14\n"},
	{"status", "status: done\n"},
	{"topic", "topic: roads\n"},
	{"anonymity", "anonymity: {checked: 2026-02-10, by: participation-lead}\n"},
}

const body = `## You said

The last bus leaves too early.

## We did

We asked the bus company.

## What changed

The last bus is at ten.
`

const checked = "anonymity: {checked: 2026-02-10, by: participation-lead, covers: ["

var topKey = regexp.MustCompile(`(?m)^([a-z_]+):`)

// Lay returns the text of a report that holds the fragment: keys, each of
// which takes the place of the good report's own, or, where the first line is
// "---", a body. A fragment that says nothing about the anonymity check gets
// one that covers every voice in it.
func Lay(fragment string) string {
	keys, below := fragment, body
	if b, ok := strings.CutPrefix(fragment, "---\n"); ok {
		keys, below = "", b
	}
	var own []string
	for _, m := range topKey.FindAllStringSubmatch(keys, -1) {
		own = append(own, m[1])
	}
	lay := func(anonymity string) string {
		var b strings.Builder
		b.WriteString("---\n")
		for _, k := range report {
			switch {
			case slices.Contains(own, k.key):
			case k.key == "anonymity" && anonymity != "":
				b.WriteString(anonymity)
			default:
				b.WriteString(k.lines)
			}
		}
		return b.String() + keys + "---\n" + below
	}
	text := lay("")
	if slices.Contains(own, "anonymity") {
		return text
	}
	if marks := Marks(text); len(marks) > 0 {
		return lay(checked + strings.Join(marks, ", ") + "]}\n")
	}
	return text
}

// Body lays a text over the words below "You said".
func Body(text string) string { return Lay("---\n## You said\n\n" + text + "\n") }

// Read reads a report in a site with these settings.
func Read(t testing.TB, settings, report string) (*entry.Entry, []entry.Verdict, *entry.Settings) {
	t.Helper()
	set, _ := entry.ParseSettings(source.Parse("site.yaml", []byte(settings)), "site.yaml")
	e, _ := entry.Parse(source.Parse("reports/report.md", []byte(report)), "report.md", set)
	if e == nil {
		t.Fatalf("this cannot be read:\n%s", report)
	}
	return e, e.Verdicts(set, Today), set
}

// Check is what rules find in a report, in a site with these settings.
func Check(t testing.TB, rules []rule.Rule, settings, report string) []finding.Finding {
	t.Helper()
	e, verdicts, set := Read(t, settings, report)
	return rule.Check(rules, e, verdicts, set, Today)
}

// Marks are what has to stand in covers for every voice and every picture of a
// report's text.
func Marks(text string) []string {
	set, _ := entry.ParseSettings(source.Parse("site.yaml", []byte(Settings)), "site.yaml")
	e, _ := entry.Parse(source.Parse("reports/report.md", []byte(text)), "", set)
	if e == nil {
		return nil
	}
	var out []string
	for i := range e.Contributions {
		if c := &e.Contributions[i]; !c.Tombstone() {
			out = append(out, c.Mark())
		}
	}
	e.Attach(look)
	for _, p := range e.Pictures() {
		out = append(out, p.Mark())
	}
	return out
}

// look finds the files of Media, as a build does.
func look(name string) entry.File {
	data, ok := Media[name]
	if !ok {
		return entry.File{State: entry.Missing}
	}
	return entry.File{State: entry.There, Sum: sha256.Sum256(data), Sound: picture.IsSound(data), Text: source.Parse(name, data)}
}

// Media are the pictures and sounds in every folder: a picture, a sound, words,
// and something that nobody can look into.
var Media = map[string][]byte{
	"lamp.jpg":    lamp(),
	"bell.wav":    []byte("RIFF\x2c\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x40\x1f\x00\x00\x01\x00\x08\x00data\x08\x00\x00\x00\x80\xff\x80\x00\x80\xff\x80\x00"),
	"bell.txt":    []byte("A bell rings twice.\n"),
	"leaflet.pdf": []byte("%PDF-1.4\n%%EOF\n"),
}

func lamp() []byte {
	m := image.NewGray(image.Rect(0, 0, 60, 40))
	for i := range m.Pix {
		m.Pix[i] = uint8(4 * (i % 60))
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		panic("ruletest: a buffer refused a write") // bytes.Buffer never does
	}
	return b.Bytes()
}

// Other is a report that is in every folder beside the one that a test is
// about; OtherPage is the page that it becomes.
const (
	Other     = "reports/the-other-report.md"
	OtherPage = "reports/the-other-report/index.html"
)

// Folder is the content folder of a good site with one report of this text at
// reports/report.md, and a good one beside it.
func Folder(text string) fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s), Mode: 0o644} }
	folder := fstest.MapFS{
		"site.yaml":         file(Settings),
		"reports/report.md": file(text),
		Other:               file(Lay("title: A bench by the river\n")),
	}
	for name, data := range Media {
		if strings.Contains(text, name) {
			folder["media/"+name] = file(string(data))
		}
	}
	return folder
}

// Seeds are all the texts that the repository has for readers and for tests:
// reports, pages and settings, among them those inside the test scripts. top is
// the way from the test to the top folder.
func Seeds(top string) ([]string, error) {
	var out []string
	for _, dir := range []string{"content", "generator/testdata", "cmd/yousaid/testdata"} {
		err := filepath.WalkDir(filepath.Join(top, filepath.FromSlash(dir)), func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			raw, err := os.ReadFile(p)
			switch {
			case err != nil:
				return err
			case source.IsText(p):
				out = append(out, string(raw))
			case filepath.Ext(p) == ".txtar":
				for _, f := range txtar.Parse(raw).Files {
					if source.IsText(f.Name) {
						out = append(out, string(f.Data))
					}
				}
			}
			return nil
		})
		if err != nil && !os.IsNotExist(err) {
			return nil, err
		}
	}
	return out, nil
}

var word = regexp.MustCompile(`\pL+`)

// Vocabulary is every word that the program itself can say: the words of the
// texts in its code, in small letters. Whatever else a finding says comes from
// a file, and may be private.
func Vocabulary(top string) (map[string]bool, error) {
	out := map[string]bool{}
	err := filepath.WalkDir(filepath.Join(top, "generator"), func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(p) != ".go" || strings.HasSuffix(p, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				for _, w := range word.FindAllString(lit.Value, -1) {
					out[strings.ToLower(w)] = true
				}
			}
			return true
		})
		return nil
	})
	return out, err
}

// Foreign is a word of four letters or more in a text that is none of the
// program's own, or "".
func Foreign(text string, own map[string]bool) string {
	for _, w := range word.FindAllString(text, -1) {
		if w = strings.ToLower(w); len(w) >= 4 && !own[w] {
			return w
		}
	}
	return ""
}
