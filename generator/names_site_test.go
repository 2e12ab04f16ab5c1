package generator

import (
	"slices"
	"strings"
	"testing"

	"yousaid/generator/finding"
	"yousaid/generator/rule/ruletest"
)

// The same words, allowed for the whole site as one kind and as another.
func TestAGivenNameIsAllowedOnTheWholeSiteAsACharacterOnly(t *testing.T) {
	allow := func(term, kind string) *Result {
		folder := ruletest.Folder(ruletest.Lay("summary: " + term + " asked for a later bus.\n"))
		folder["allow.yaml"] = file("- {term: " + term + ", kind: " + kind + ", reason: \"It is in a story.\", where: [\"*\"], by: participation-lead, on: 2026-02-01, review_by: 2027-02-01}\n")
		return buildWith(t, folder, ruletest.Outside)
	}
	for _, c := range []struct {
		term, kind string
		published  bool
	}{
		{"Aaliyah", "everyday-word", false}, {"Aaliyah", "fictional-character", true},
		{"Grace", "place", false}, {"Kayden Okafor", "organisation", false}, {"Kayden Okafor", "project", true},
		{"Zhubarka", "everyday-word", true},
	} {
		r := allow(c.term, c.kind)
		if hasFile(r, "reports/report/index.html") != c.published || slices.Contains(rulesOf(r.Findings), "allowance-too-wide") == c.published {
			t.Errorf("%s as %s: published should be %v: %v", c.term, c.kind, c.published, rulesOf(r.Findings))
		}
	}
}

func TestWhatTheGlossaryExplainsIsNobodysName(t *testing.T) {
	report := ruletest.Lay("summary: TERM paid for the bus.\n")
	for term, published := range map[string]bool{"Zhubarka": true, "Aaliyah": false} {
		folder := ruletest.Folder(strings.Replace(report, "TERM", term, 1))
		if hasFile(buildWith(t, folder, ruletest.Outside), "reports/report/index.html") {
			t.Errorf("%s is published though nobody explains it", term)
		}
		folder["glossary.yaml"] = file("- term: " + term + "\n  means: A fund that pays for buses.\n")
		if hasFile(buildWith(t, folder, ruletest.Outside), "reports/report/index.html") != published {
			t.Errorf("%s, explained: published should be %v", term, published)
		}
	}
}

func TestANameInAnAddressHoldsTheReport(t *testing.T) {
	good := ruletest.Lay("")
	for name, at := range map[string]string{
		"reports/2026/aaliyah-wants-a-bus.md": "content/reports/ (the folder that is number 1 when sorted by name, in it the file that is number 1 when sorted by name)",
		"reports/was.md":                      "content/reports/was.md",
	} {
		folder, text := ruletest.Folder(good), good
		if name == "reports/was.md" {
			text = ruletest.Lay("was: [aaliyah-wants-a-bus]\n")
		}
		folder[name] = file(text)
		r := buildWith(t, folder, ruletest.Outside)
		i := slices.IndexFunc(r.Findings, func(f finding.Finding) bool { return f.Rule == "person-name" })
		if i < 0 || r.Findings[i].Pos.File != at {
			t.Errorf("%s is told as %v", name, r.Findings)
		}
		for _, f := range r.Findings {
			if strings.Contains(f.String(), "aaliyah") {
				t.Errorf("a finding repeats a name: %s", f.Rule)
			}
		}
	}
}

func TestANameInTheNameOfAMediaFileIsAWarning(t *testing.T) {
	for name, want := range map[string]bool{
		"kayden-smith.jpg": true, "Aaliyah's poem.mp3": true, "boys/tyrone_2.jpg": true, "PhotoByAaliyah.png": true,
		"bus-stop.jpg": false, "IMG_2034.JPG": false, "a.jpg": false, "2026/summer-trip.png": false, "DSC00123.jpg": false,
	} {
		r := buildWith(t, ruletest.Folder(ruletest.Lay("media:\n  - file: \""+name+"\"\n    decorative: yes\n    people: none\n")), ruletest.Outside)
		if slices.Contains(rulesOf(r.Findings), "name-in-file-name") != want {
			t.Errorf("%s: %v", name, r.Findings)
		}
	}
}
