package rule

import (
	"regexp"
	"strings"
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/site"
	"yousaid/generator/source"
)

var today = site.Date{Year: 2026, Month: 6, Day: 1}

var capital = regexp.MustCompile(`\p{Lu}[\pL’']+(?:\s\p{Lu}[\pL’']+)*`)

// suspicious takes every run of words with a capital letter for a name.
var suspicious = Rule{
	Doc:   finding.Doc{Name: "suspicious"},
	Allow: []string{"place", "fictional-character"},
	Given: func(words string) bool { return strings.EqualFold(words, "Rowan") },
	Run: func(p *Pass) {
		for i := range p.Texts {
			t := &p.Texts[i]
			for _, m := range capital.FindAllStringIndex(t.Heard().Words, -1) {
				p.Suspect(t, m[0], m[1], "suspicious", "Look.")
			}
		}
	},
}

func settings(t *testing.T, allow string) *entry.Settings {
	t.Helper()
	set := entry.Cautious()
	if found := set.TakeAllow(source.Parse("allow.yaml", []byte(allow)), "allow.yaml"); len(found) > 0 {
		t.Fatalf("allow.yaml: %v", found)
	}
	return set
}

// item is an allowance; changes replace its keys.
func item(changes ...string) string {
	keys := []string{"term: Canal Street", "kind: place", "reason: A street of shops", "where: [later-bus]", "by: lead", "on: 2026-02-01", "review_by: 2027-02-01"}
	for _, c := range changes {
		name, _, _ := strings.Cut(c, ":")
		for i, k := range keys {
			if strings.HasPrefix(k, name+":") {
				keys[i] = c
			}
		}
	}
	return "- " + strings.Join(keys, "\n  ") + "\n"
}

func lookAt(t *testing.T, allow, where, words string) Seen {
	t.Helper()
	text := "---\ntitle: a page\n---\n" + words + "\n"
	page, found := entry.ParsePage(source.Parse("pages/a.md", []byte(text)), "pages/a.md", entry.Cautious())
	if page == nil || len(found) > 0 {
		t.Fatalf("the page: %v", found)
	}
	return LookAtTexts([]Rule{suspicious}, where, page.Pieces, settings(t, allow), today)
}

func TestAllowedWordsAreLetThrough(t *testing.T) {
	for _, words := range []string{
		"by Canal Street.", "by Canal\nStreet", "by **Canal** Street", "by Canal Street's shops", "by Canal Street’s shops", "by Cаnаl Street", "by Canal S\u200btreet", "by Canal  Street",
	} {
		if s := lookAt(t, item(), "later-bus", words); len(s.Findings) > 0 || len(s.Used) != 1 {
			t.Errorf("%q: %v, used %v", words, s.Findings, s.Used)
		}
	}
	for _, term := range []string{"term: CANAL street", "term: the end of Canal Street", "term: by canal street.", "term: |\n    Canal\n    Street"} {
		if s := lookAt(t, item(term), "later-bus", "the end of, by Canal Street, and the end of Canal Street"); len(s.Used) != 1 || len(s.Findings) > 1 {
			t.Errorf("%q: %v", term, s.Findings)
		}
	}
	if s := lookAt(t, item("term: Siân"), "later-bus", "with Sia\u0302n"); len(s.Findings) > 0 {
		t.Errorf("accents written in two ways: %v", s.Findings)
	}
}

func TestNothingElseIsLetThrough(t *testing.T) {
	for why, c := range map[string][3]string{
		"more than the words":   {item(), "later-bus", "by Canal Street North"},
		"a part of them":        {item(), "later-bus", "by Canal"},
		"other words":           {item(), "later-bus", "by Mill Street"},
		"their letters in part": {item(), "later-bus", "by Canal Streets"[:8] + " Streeting"},
		"another report":        {item(), "earlier-bus", "by Canal Street"},
		"a page":                {item(), "pages/later-bus", "by Canal Street"},
		"another kind":          {item("kind: everyday-word"), "later-bus", "by Canal Street"},
		"past its review":       {item("review_by: 2026-05-31"), "later-bus", "by Canal Street"},
		"from a later day":      {item("on: 2026-06-02"), "later-bus", "by Canal Street"},
	} {
		if s := lookAt(t, c[0], c[1], c[2]); len(s.Findings) == 0 || len(s.Used) > 0 {
			t.Errorf("%s: let through, used %v", why, s.Used)
		}
	}
	for _, day := range []string{"on: 2026-06-01", "review_by: 2026-06-01"} {
		if s := lookAt(t, item(day), "later-bus", "by Canal Street"); len(s.Findings) > 0 {
			t.Errorf("%s is a good day", day)
		}
	}
}

func TestAGivenNameOnTheWholeSiteIsAFewThingsOnly(t *testing.T) {
	everywhere := `where: ["*"]`
	if s := lookAt(t, item("term: Rowan", everywhere), "later-bus", "with Rowan"); len(s.Findings) != 1 || len(s.TooWide) != 1 || len(s.Used) > 0 {
		t.Errorf("as a place: %+v", s)
	}
	if s := lookAt(t, item("term: Rowan", "kind: fictional-character", everywhere), "later-bus", "with Rowan"); len(s.Findings) > 0 || len(s.TooWide) > 0 {
		t.Errorf("as a fictional character: %+v", s)
	}
	if s := lookAt(t, item("term: Rowan"), "later-bus", "with Rowan"); len(s.Findings) > 0 {
		t.Errorf("in one report: %+v", s)
	}
	if s := lookAt(t, item(everywhere), "pages/any", "by Canal Street"); len(s.Findings) > 0 {
		t.Errorf("no given name: %+v", s)
	}
}

func TestNobodyAllowsTheirOwnWords(t *testing.T) {
	report := "---\ntitle: Canal Street\nwritten_by: WHO\n---\n"
	for who, want := range map[string]int{"lead": 1, "worker": 0} {
		set := settings(t, item())
		e, _ := entry.Parse(source.Parse("reports/later-bus.md", []byte(strings.Replace(report, "WHO", who, 1))), "", set)
		if s := Look([]Rule{suspicious}, e, nil, set, today); len(s.Findings) != want {
			t.Errorf("written by %s: %v", who, s.Findings)
		}
	}
}

func TestARuleWithoutKindsIsNeverAllowed(t *testing.T) {
	never := suspicious
	never.Allow = nil
	set := settings(t, item())
	page, _ := entry.ParsePage(source.Parse("pages/a.md", []byte("---\ntitle: a page\n---\nby Canal Street\n")), "", set)
	if s := LookAtTexts([]Rule{never}, "later-bus", page.Pieces, set, today); len(s.Findings) != 1 {
		t.Errorf("let through: %+v", s)
	}
}
