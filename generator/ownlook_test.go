package generator

import (
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/render"
	"yousaid/generator/rule/ruletest"
	"yousaid/themes"
)

// tried are the findings about a theme that holds these files.
func tried(t *testing.T, files fstest.MapFS) []string {
	t.Helper()
	theme, err := themes.Load(files)
	if err == nil {
		err = render.Rehearse(theme)
	}
	faults := themes.Broken{Folder: "our-theme"}
	var broken *themes.Broken
	switch {
	case errors.As(err, &broken):
		faults.Faults = broken.Faults
	case err != nil:
		t.Fatal(err)
	default:
		faults.Faults = theme.Warnings()
	}
	var out []string
	for _, f := range ThemeFindings(&faults, entry.Outside{}) {
		out = append(out, f.String())
	}
	return out
}

// What the README shows for a look of one's own works as it stands there, and
// the message that it shows is the one that comes.
func TestTheExamplesForALookOfOnesOwnWork(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, look, _ := strings.Cut(string(readme), "## Your own look")
	look, _, _ = strings.Cut(look, "\n## ")
	block := func(kind string) string {
		_, rest, ok := strings.Cut(look, "```"+kind+"\n")
		text, _, ended := strings.Cut(rest, "```")
		if !ok || !ended {
			t.Fatalf("the README shows no %s", kind)
		}
		return text
	}
	page, colours := block("html"), block("css")
	if said := tried(t, fstest.MapFS{"notfound.html": file(page), "colours.css": file(colours)}); len(said) > 0 {
		t.Errorf("%v", said)
	}
	want := regexp.MustCompile("```\n(our-theme/notfound[^`]*)\n```").FindStringSubmatch(look)
	if want == nil {
		t.Fatal("the README shows no message")
	}
	said := tried(t, fstest.MapFS{"notfound.html": file(strings.Replace(page, "{{.Site.Title}}", "{{.Title}}", 1))})
	if len(said) != 1 || said[0] != want[1] {
		t.Errorf("the README shows:\n%s\nthe program says:\n%v", want[1], said)
	}
}

// No finding about a theme repeats what stands in it.
func TestAFindingAboutAThemeRepeatsNothingOfIt(t *testing.T) {
	const name = "Quafflemaker"
	for _, text := range []string{
		"{{." + name + "}}", "{{" + name + "}}", "{{template \"" + name + "\"}}", "{{$" + name + "}}", "{{\"" + name, "<p " + name + "=\"{{.Site.Title}}>", "{{asset .Site \"" + name + "\"}}",
		"<a href=\"https://" + name + ".example/{{.Site}}\" style=\"" + name + "\">x</a>", "{{define \"" + name + "\"}}", "{{printf \"%d\" .Site." + name + "}}", "{{index .Site.Topics \"" + name + "\"}}",
		"<script>" + name + "</script>", "{{len .Site}}{{/* " + name + " */}}",
	} {
		said := strings.Join(tried(t, fstest.MapFS{"notfound.html": file(text)}), "\n")
		if said == "" || strings.Contains(strings.ToLower(said), strings.ToLower(name)) {
			t.Errorf("%s: %q", text, said)
		}
	}
	for file_, text := range map[string]string{"style.css": "a{--" + name + ":{(}", "own.js": "let " + name + " " + name, "x.css": "a{background:url(" + name + ".png)}"} {
		said := strings.Join(tried(t, fstest.MapFS{file_: file(text)}), "\n")
		if said == "" || strings.Contains(strings.ToLower(said), strings.ToLower(name)) {
			t.Errorf("%s: %q", text, said)
		}
	}
}

// What a slip was meant for may be a file that is called like somebody.
func TestAFindingAboutAThemeSaysNobodysName(t *testing.T) {
	_, err := themes.Load(fstest.MapFS{
		"logo.html":       file(`<img src="{{asset .Site "zedek-mari.png"}}" alt="">`),
		"zedek-marie.png": file("\x89PNG\r\n\x1a\n"),
	})
	var broken *themes.Broken
	if !errors.As(err, &broken) {
		t.Fatal(err)
	}
	if faults := ThemeFindings(broken, entry.Outside{}); len(faults) != 1 || !strings.Contains(faults[0].Hint, "zedek-marie.png") {
		t.Fatalf("there is nothing to hide: %v", faults)
	}
	for _, f := range ThemeFindings(broken, ruletest.Outside) {
		if realName.MatchString(f.String()) {
			t.Error("a finding says a name")
		}
		speaksWell(t, []finding.Finding{f})
	}
}
