package generator

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yousaid/generator/rule/ruletest"
)

func TestAFindingAboutTheNameOfAFileSaysWhereItIsByNumber(t *testing.T) {
	content := ruletest.Folder(ruletest.Lay(""))
	content["reports/ring-07700-900123.md"] = &fstest.MapFile{Data: []byte(ruletest.Lay("title: A new lamp\n")), Mode: 0o644}
	content["pages/le1-6th.md"] = &fstest.MapFile{Data: []byte("---\ntitle: About us\n---\nThis is about us.\n"), Mode: 0o644}
	content["reports/was.md"] = &fstest.MapFile{Data: []byte(ruletest.Lay("title: A bench\nwas: [07700-900124]\n")), Mode: 0o644}
	g := new(Generator)
	where := func() []string {
		r, err := g.Build(Input{Content: content, Theme: ownTheme, Today: ruletest.Today})
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, f := range r.Findings {
			if f.Rule == "phone-number" || f.Rule == "postcode" {
				out = append(out, f.Pos.File)
			}
			if strings.Contains(f.String(), "0770") || strings.Contains(f.String(), "le1") {
				t.Errorf("a finding repeats the name of a file: %s", f.Rule)
			}
		}
		if hasFile(r, "reports/ring-07700-900123/index.html") || hasFile(r, "pages/le1-6th/index.html") || hasFile(r, "reports/was/index.html") {
			t.Error("a page with a phone number or a postcode in its address is published")
		}
		return out
	}
	if got, want := where(), []string{"pages/ (the file that is number 1 when sorted by name)", "reports/ (the file that is number 2 when sorted by name)", "reports/was.md"}; !slices.Equal(got, want) {
		t.Errorf("found in %q, want %q", got, want)
	}
	content["reports/a-first-report.md"] = &fstest.MapFile{Data: []byte(ruletest.Lay("title: A first report\n")), Mode: 0o644}
	if got, want := where(), []string{"pages/ (the file that is number 1 when sorted by name)", "reports/ (the file that is number 3 when sorted by name)", "reports/was.md"}; !slices.Equal(got, want) {
		t.Errorf("with a file before it: found in %q, want %q", got, want)
	}
}
