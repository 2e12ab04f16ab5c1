package generator_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"yousaid/generator"
	"yousaid/generator/finding"
	"yousaid/generator/gate"
	"yousaid/generator/rule/ruletest"
	"yousaid/themes"
)

// unmask makes sure that nothing of a result prints the name of a file that has
// to be told by number, and gives the files their names back for an oracle that
// knows them by name.
func unmask(t *testing.T, r *generator.Result) {
	t.Helper()
	if r == nil {
		return
	}
	if all := saidOf(t, r); r.Masks.Names(all) != all {
		t.Error("the name of a file is printed that has to be told by number")
	}
	known := func(shown string) string {
		if real := r.Masks.Real(shown); !strings.Contains(real, " ") {
			return real
		}
		return shown // a bad name is nobody's to know
	}
	findings := func(list []finding.Finding) {
		for i := range list {
			list[i].Pos.File = known(list[i].Pos.File)
		}
		finding.Sort(list)
	}
	findings(r.Findings)
	findings(r.InPublic)
	for i := range r.Held {
		r.Held[i] = known(r.Held[i])
	}
	for i := range r.Unpublished {
		r.Unpublished[i].File = known(r.Unpublished[i].File)
		findings(r.Unpublished[i].Findings)
	}
	for _, list := range [][]gate.LeftOut{r.LeftOut, r.PicturesOut, r.Ended} {
		for i := range list {
			list[i].File = known(list[i].File)
		}
	}
}

// saidOf is everything that a result says.
func saidOf(t *testing.T, r *generator.Result) string {
	t.Helper()
	all, err := json.Marshal([]any{r.Findings, r.Held, r.LeftOut, r.PicturesOut, r.Unpublished, r.Ended, r.InPublic})
	if err != nil {
		t.Fatal(err)
	}
	return string(all)
}

// A file whose own name holds a name is told by number wherever anything is said
// about it.
func TestANameInAnAddressIsPrintedNowhere(t *testing.T) {
	theme, err := themes.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	const ended = "contributions:\n  - id: late\n    words: I have to go home early.\n    band: 16-plus\n    consent: {to: quote, given: 2026-02-03, by: [young-person], for: [website], told: leaflet-v3, review: 2037-02-03, withdrawn: 2026-05-01}\n"
	for why, text := range map[string]string{
		"nothing else":    ruletest.Lay(""),
		"held":            ruletest.Lay("sumary: x\n"),
		"not read":        "---\ntitle: [\n---\n",
		"a voice ended":   ruletest.Lay(ended),
		"a draft":         ruletest.Lay("draft: true\nsummary: Ring 07700 900123.\n"),
		"taken down":      "---\nwithdrawn: 2026-05-01\n---\n",
		"taken down, but": ruletest.Lay("withdrawn: 2026-05-01\n"),
		"a picture":       ruletest.Lay("media:\n  - file: lamp.jpg\n    alt: A lamp\n"),
	} {
		folder := ruletest.Folder(text)
		folder["reports/2026/aaliyah-wants-a-bus.md"], folder["pages/aaliyah.md"] = folder["reports/report.md"], &fstest.MapFile{Data: []byte("---\ntitel: x\n---\n")}
		delete(folder, "reports/report.md")
		in := generator.Input{Content: folder, Folder: "content", Theme: theme, Today: ruletest.Today}
		var g generator.Generator
		for range 2 {
			r, err := g.Build(in)
			if err != nil {
				t.Fatal(err)
			}
			if all := saidOf(t, r); strings.Contains(all, "aaliyah") || !strings.Contains(all, "content/pages/ (the file that is number 1 when sorted by name)") {
				t.Errorf("%s: %s", why, all)
			}
			if why == "held" && r.Held[1] != "content/reports/ (the folder that is number 1 when sorted by name, in it the file that is number 1 when sorted by name)" {
				t.Errorf("held: %v", r.Held)
			}
			if real := r.Masks.Real("content/reports/ (the folder that is number 1 when sorted by name, in it the file that is number 1 when sorted by name)"); real != "content/reports/2026/aaliyah-wants-a-bus.md" {
				t.Errorf("%s: whoever opens it gets %s", why, real)
			}
		}
		folder["site.yaml"] = &fstest.MapFile{Data: []byte("title: [")}
		if all := fmt.Sprint(generator.Ended(in)); strings.Contains(all, "aaliyah") || strings.Contains(why, "ended") && !strings.Contains(all, "number 1 when sorted by name, in it the file") {
			t.Errorf("%s, without settings: %s", why, all)
		}
	}
}

// A name that is only a warning is a private word all the same, until somebody
// has allowed it.
func TestAnAddressThatIsWarnedAboutIsPrintedNowhere(t *testing.T) {
	folder := ruletest.Folder(ruletest.Lay("titel: x\n"))
	folder["reports/going-with-zhanelo.md"] = folder["reports/report.md"]
	delete(folder, "reports/report.md")
	theme, err := themes.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	var g generator.Generator
	r, err := g.Build(generator.Input{Content: folder, Folder: "content", Theme: theme, Today: ruletest.Today})
	if err != nil {
		t.Fatal(err)
	}
	if all := saidOf(t, r); strings.Contains(all, "zhanelo") || !strings.Contains(all, "maybe-name") {
		t.Error(all)
	}
}
