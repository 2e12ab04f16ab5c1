package generator

import (
	"html"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule/ruletest"
	"yousaid/generator/site"
	"yousaid/generator/source"
)

// kept is what somebody told us and nobody may read.
const kept = "zibble quaffle frumious brillig wabe"

// secret is a report with a voice that agreed to nothing, around a title and a
// body. Whatever they are, the voice may be on no page.
func secret(title, below string) string {
	title = strings.Join(strings.Fields(title), " ")
	keys := "title: |\n  " + title[:min(len(title), 200)] + "\nsummary: |\n  " + title + "\ncontributions:\n  - id: late\n    words: |\n      I " + kept + " said.\n    gist: |\n      " + title +
		"\n    band: 16-plus\n    consent: {to: nothing, given: 2026-02-03, by: [young-person], for: [website], told: leaflet-v3, review: 2037-02-03}\n"
	report := ruletest.Lay(keys)
	upper, _, _ := strings.Cut(report, "\n---\n")
	return upper + "\n---\n" + below
}

// wordsOf is a file as a reader gets it: its words in a row, in small letters,
// once with tags between words, once with tags within them, and once with
// what stands in tags.
func wordsOf(data string) string {
	return flat(html.UnescapeString(untagged(data, " "))) + flat(html.UnescapeString(html.UnescapeString(untagged(data, "")))) + flat(html.UnescapeString(data))
}

func untagged(data, gap string) string {
	var b strings.Builder
	for data != "" {
		text, rest, _ := strings.Cut(data, "<")
		b.WriteString(text + gap)
		_, data, _ = strings.Cut(rest, ">")
	}
	return b.String()
}

func flat(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("'’\u200b\u00ad\u200d\u200c\u2060", r):
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			return unicode.ToLower(r)
		}
		return ' '
	}, s)
	return " " + strings.Join(strings.Fields(s), " ") + " "
}

// onNoPage checks that five words are in no file.
func onNoPage(t *testing.T, files []site.File, words string) {
	t.Helper()
	for _, f := range files {
		data := norm.NFKC.String(string(f.Data))
		// Most pages lack one of the words, and need no closer look.
		near := strings.NewReplacer("&#39;", "", "'", "", "’", "").Replace(strings.ToLower(untagged(data, "") + data))
		if !slices.ContainsFunc(strings.Fields(words), func(w string) bool { return !strings.Contains(near, w) }) && strings.Contains(wordsOf(data), flat(words)) {
			t.Fatalf("%s holds words of a voice that agreed to nothing", f.Path)
		}
	}
}

// standing checks what every build promises about a report: it is published,
// or somebody is told why not, in words of the program.
func standing(t *testing.T, content fstest.MapFS, own map[string]bool) *Result {
	t.Helper()
	r := buildOf(t, content)
	mine := about(r, "reports/report.md")
	published := hasFile(r, "reports/report/index.html")
	if published == finding.Stops(mine) && !takenDown(content) {
		t.Fatalf("published: %v, findings: %v", published, mine)
	}
	if !hasFile(r, ruletest.OtherPage) {
		t.Fatal("the other report is not published")
	}
	for _, f := range r.Findings {
		if f.Rule == programBroke.Name || f.Rule == wallHit.Name {
			t.Fatalf("the program broke: %v", f)
		}
		if w := ruletest.Foreign(f.Message+" "+f.Hint, own); w != "" {
			t.Fatalf("a finding says %q, which is no word of the program: %v", w, f)
		}
	}
	return r
}

// takenDown reports whether the report is not published because its writer
// says so: then it is neither online nor held.
func takenDown(content fstest.MapFS) bool {
	e := parsed(content)
	return e != nil && (!e.Withdrawn.IsZero() || e.Unpublished(ruletest.Today))
}

func parsed(content fstest.MapFS) *entry.Entry {
	set, _ := entry.ParseSettings(source.Parse("site.yaml", []byte(ruletest.Settings)), "site.yaml")
	e, _ := entry.Parse(source.Parse("reports/report.md", content["reports/report.md"].Data), "reports/report.md", set)
	return e
}

// FuzzRules builds a site twice for each text: with the text as a report, and
// with the text as the title and the body of a report with a voice that agreed
// to nothing.
func FuzzRules(f *testing.F) {
	texts, err := ruletest.Seeds("..")
	if err != nil || len(texts) < 50 {
		f.Fatalf("%d seeds: %v", len(texts), err)
	}
	for _, d := range Docs() {
		texts = append(texts, ruletest.Lay(d.Before), ruletest.Lay(d.After))
	}
	for _, s := range []string{kept, "**zib**ble quaffle\nfrumious `brillig` wabe", "zibble quaffle frumious brillig&#32;wabe", "zibble\\_quaffle frumious brillig wabe",
		"[zibble quaffle](https://example.org/frumious-brillig-wabe)", "[x](/zibble-quaffle-frumious-brillig-wabe)", "| zibble quaffle | frumious brillig wabe |\n|---|---|\n| a | b |",
		"zibble quaffle\n\nfrumious brillig wabe", "## zibble quaffle frumious brillig wabe", "```zibble-quaffle-frumious-brillig-wabe\nx\n```", "Z\u0130bble", "ZIBBLE QUAFFLE FRUMIOUS BRILLIG WABE"} {
		texts = append(texts, s, secret(s, s))
	}
	for _, s := range texts {
		f.Add(s)
	}
	own, err := ruletest.Vocabulary("..")
	if err != nil {
		f.Fatal(err)
	}
	months := "january february march april may june july august september october november december"
	for w := range strings.FieldsSeq(flat(ruletest.Settings) + months) {
		own[w] = true
	}
	f.Fuzz(func(t *testing.T, text string) {
		t.Parallel()
		if len(text) > 20_000 {
			return // long lines of marks take the Markdown library long
		}
		content := ruletest.Folder(text)
		r := standing(t, content, own)
		if e := parsed(content); e != nil && len(e.Contributions) == 1 {
			c := &e.Contributions[0]
			words := strings.Fields(flat(norm.NFKC.String(c.Words.Reveal())))
			if c.Consent != nil && c.Consent.To.Value == "nothing" && len(words) >= entry.RunLength && !strings.Contains(flat(ownTheme.Text()), strings.Join(words[:5], " ")) {
				onNoPage(t, r.Files, strings.Join(words[:5], " "))
			}
		}
		line, _, _ := strings.Cut(text, "\n")
		r = standing(t, ruletest.Folder(secret(line, text)), own)
		onNoPage(t, r.Files, kept)
	})
}
