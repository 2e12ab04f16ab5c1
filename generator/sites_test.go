package generator

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/site"
)

func date(t testing.TB, s string) site.Date {
	t.Helper()
	d, ok := site.ParseDate(s)
	if !ok {
		t.Fatalf("not a date: %s", s)
	}
	return d
}

func buildFolder(t testing.TB, folder, day string) *Result {
	t.Helper()
	r, err := new(Generator).Build(Input{Content: os.DirFS(folder), Folder: "content", Theme: ownTheme, Today: date(t, day)})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The example site is what newcomers see first: it has to be well on any day.
func TestTheExampleSiteIsWellOnAnyDayUntil2036(t *testing.T) {
	for _, day := range []string{"2026-11-22", "2027-01-01", "2027-09-30", "2028-02-29", "2029-12-31", "2031-06-15", "2034-03-01", "2036-12-31"} {
		r := buildFolder(t, "../content", day)
		for _, f := range r.Findings {
			if f.Level == finding.Stop {
				t.Errorf("%s: %s", day, f)
			}
		}
		if n := len(r.Site.Reports); n < 24 {
			t.Errorf("%s: %d reports are published, want 24 or more", day, n)
		}
		if len(r.Unpublished) != 2 {
			t.Errorf("%s: %d reports are unpublished, want a draft and one for a later day", day, len(r.Unpublished))
		}
		voices := 0
		seen := map[site.Status]bool{}
		for _, rep := range r.Site.Reports {
			voices += len(rep.Voices)
			seen[rep.Status] = true
		}
		if voices < 40 {
			t.Errorf("%s: %d voices are shown, want 40 or more", day, voices)
		}
		for _, s := range site.Statuses {
			if !seen[s] {
				t.Errorf("%s: no report shows the status %s", day, s)
			}
		}
	}
}

func TestTheExampleSiteShowsEveryKindOfVoiceAndReason(t *testing.T) {
	r := buildFolder(t, "../content", "2026-11-22")
	made, edited := map[site.Made]bool{}, map[site.Edited]bool{}
	named, called, late := false, false, false
	for _, rep := range r.Site.Reports {
		late = late || rep.Late
		for _, v := range rep.Voices {
			made[v.Made], edited[v.Edited] = true, true
			named, called = named || v.Name != "", called || v.Called != ""
		}
	}
	for _, m := range []site.Made{site.OwnWords, site.FromSeveral, site.MadeUp} {
		if !made[m] {
			t.Errorf("no voice is %s", m)
		}
	}
	for _, e := range []site.Edited{site.Spelling, site.Shortened, site.Anonymised} {
		if !edited[e] {
			t.Errorf("no voice is edited: %s", e)
		}
	}
	if !named || !called || !late {
		t.Errorf("named %v, called %v, late %v: want all", named, called, late)
	}
	for _, want := range []entry.Reason{entry.AgreedToNothing, entry.NotYet, entry.Expired, entry.ReviewPassed, entry.Withdrawn, entry.SaidNo, entry.NotReached, entry.NoFormalYes} {
		found := false
		for _, l := range r.LeftOut {
			found = found || l.Reason == want
		}
		if !found {
			t.Errorf("no voice is left out because %s", want.Words())
		}
	}
}

// What real bodies published, written up as busy workers would.
func TestRealFeedbackIsPublishedOrHeldWithHelpfulWords(t *testing.T) {
	r := buildFolder(t, "testdata/real/content", "2026-11-22")
	files, err := filepath.Glob("testdata/real/content/reports/*.md")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d real reports, want 15 or more (%v)", len(files), err)
	}
	published := map[string]bool{}
	for _, rep := range r.Site.Reports {
		published[rep.Address] = true
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".md")
		if wrong := strings.HasPrefix(name, "held-"); published[name] == wrong {
			t.Errorf("%s: published %v", name, published[name])
			for _, f := range r.Findings {
				if strings.Contains(f.Pos.File, name) {
					t.Log(f)
				}
			}
		}
	}
	want := map[string]string{
		"held-putney-road-worries": "quote-in-body",
		"held-emergency-food":      "consent-missing",
		"held-anti-bullying-pages": "reason-missing",
		"held-maternity-contacts":  "email-address",
		"held-scrutiny-panel":      "key-unknown",
		"held-library-borrowing":   "words-cut",
		"held-picture-cards":       "anonymity-missing",
		"held-doorbells":           "front-matter",
		"held-maternity-contacts ": "phone-number",
	}
	for name, rule := range want {
		name = strings.TrimSpace(name)
		if !slices.ContainsFunc(r.Findings, func(f finding.Finding) bool {
			return f.Rule == rule && strings.Contains(f.Pos.File, name) && f.Pos.Line > 0 && f.Hint != ""
		}) {
			t.Errorf("%s is not held for %s", name, rule)
		}
	}
	for _, f := range r.Files {
		for _, secret := range []string{"zibbledock", "quaffleberry"} {
			if bytes.Contains(bytes.ToLower(f.Data), []byte(secret)) {
				t.Errorf("%s holds the words of a voice that is left out or held", f.Path)
			}
		}
	}
	for _, f := range r.Findings {
		if s := strings.ToLower(f.String()); strings.Contains(s, "zibbledock") || strings.Contains(s, "quaffleberry") {
			t.Errorf("a finding repeats words: rule %s", f.Rule)
		}
	}
	if len(r.LeftOut) != 2 {
		t.Errorf("%d voices are left out, want 2", len(r.LeftOut))
	}
}

func TestABuildIsTheSameInAnyOrderAndWarmOrCold(t *testing.T) {
	in := Input{Content: os.DirFS("../content"), Folder: "content", Theme: ownTheme, Today: date(t, "2026-11-22")}
	var g Generator
	first, err := g.Build(in)
	if err != nil {
		t.Fatal(err)
	}
	in.Content = reversed{os.DirFS("../content")}
	for _, warm := range []*Generator{&g, new(Generator)} {
		again, err := warm.Build(in)
		if err != nil {
			t.Fatal(err)
		}
		if len(again.Files) != len(first.Files) {
			t.Fatalf("%d files, then %d", len(first.Files), len(again.Files))
		}
		for i := range first.Files {
			if first.Files[i].Path != again.Files[i].Path || !bytes.Equal(first.Files[i].Data, again.Files[i].Data) {
				t.Errorf("%s differs", first.Files[i].Path)
			}
		}
	}
}

// reversed lists folders backwards.
type reversed struct{ fs.FS }

func (r reversed) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(r.FS, name)
	slices.Reverse(list)
	return list, err
}

// BenchmarkBuildExampleSite is a whole cold build, without writing files.
func BenchmarkBuildExampleSite(b *testing.B) {
	in := Input{Content: os.DirFS("../content"), Folder: "content", Theme: ownTheme, Today: date(b, "2026-11-22")}
	reports := 0
	b.ReportAllocs()
	for b.Loop() {
		r, err := new(Generator).Build(in)
		if err != nil {
			b.Fatal(err)
		}
		reports += len(r.Site.Reports)
	}
	b.ReportMetric(float64(reports)/b.Elapsed().Seconds(), "reports/s")
}
