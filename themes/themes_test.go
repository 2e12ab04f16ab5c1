package themes

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"yousaid/generator/site"
)

func laid(t *testing.T, files map[string]string) *Theme {
	t.Helper()
	folder := fstest.MapFS{}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	theme, err := Load(folder)
	if err != nil {
		t.Fatalf("%v: %+v", err, err)
	}
	return theme
}

// asset is the published file of a theme that has this name.
func asset(t *testing.T, theme *Theme, name string) site.File {
	t.Helper()
	stem, ext, _ := strings.Cut(name, ".")
	shape := regexp.MustCompile(`^assets/` + stem + `\.[0-9a-f]{8}\.` + ext + `$`)
	for _, f := range theme.Assets() {
		if shape.MatchString(f.Path) {
			return f
		}
	}
	t.Fatalf("there is no %s", name)
	return site.File{}
}

// A reader who asks for more contrast gets it, whatever colours the team likes.
func TestOwnColoursStandInTheOneStyleSheetAndGiveWayToMoreContrast(t *testing.T) {
	theme := laid(t, map[string]string{"colours.css": "\uFEFF:root { --paper: #123456 }"})
	sheet := string(asset(t, theme, "style.css").Data)
	own, dark, more := strings.Index(sheet, "--paper:#123456"), strings.Index(sheet, "prefers-color-scheme:dark"), strings.Index(sheet, "prefers-contrast:more")
	if own < 0 || dark < 0 || own < dark || more < own {
		t.Errorf("own colours at %d, dark at %d, more contrast at %d", own, dark, more)
	}
	for _, f := range theme.Assets() {
		if strings.Contains(f.Path, "colours") {
			t.Errorf("a reader would load %s too", f.Path)
		}
	}
	sheet = string(asset(t, laid(t, map[string]string{"style.css": "a{color:red}", "colours.css": ":root{--paper:#123456}"}), "style.css").Data)
	if sheet != "a{color:red}:root{--paper:#123456}" {
		t.Errorf("with a style sheet of their own: %s", sheet)
	}
}

func TestAStyleSheetFindsTheFilesOfItsTheme(t *testing.T) {
	theme := laid(t, map[string]string{
		"style.css": `@font-face{font-family:x;src:url("fonts/x.woff2")}a{background:url(leaf.png)}b{mask:url('leaf.png#a')}i{filter:url(#f)}`,
		"leaf.png":  "x", "fonts/x.woff2": "y", "more/other.css": "a{background:url(../leaf.png)}",
	})
	sheet := string(asset(t, theme, "style.css").Data)
	for _, want := range []string{`fonts/x\.[0-9a-f]{8}\.woff2`, `[("]leaf\.[0-9a-f]{8}\.png`, `#f`} {
		if !regexp.MustCompile(want).MatchString(sheet) {
			t.Errorf("%s is not in %s", want, sheet)
		}
	}
	if other := string(asset(t, theme, "more/other.css").Data); !regexp.MustCompile(`\.\./leaf\.[0-9a-f]{8}\.png`).MatchString(other) {
		t.Errorf("from a folder: %s", other)
	}
}

func TestScriptsAreMadeSmaller(t *testing.T) {
	const text = "\"use strict\";\n// what this does\nfunction  first( a ) {\n\treturn a + 1;\n}\nfirst( 2 );\n"
	got := string(asset(t, laid(t, map[string]string{"own.js": text}), "own.js").Data)
	if len(got) >= len(text)-20 || strings.Contains(got, "what this does") {
		t.Errorf("%s", got)
	}
}

// Values from the working group's own examples and from the theme itself.
func TestContrastIsCountedAsInWCAG(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want string
	}{
		{"#fff", "#000", "21.00"}, {"#ffffff", "white", "1.00"}, {"#777", "#fff", "4.48"}, {"#767676", "#fff", "4.54"}, {"rgb(89, 89, 89)", "#fff", "7.00"},
	} {
		a, okA := plain(c.a)
		b, okB := plain(c.b)
		if got := fmt.Sprintf("%.2f", ratioOf(a, b)); got != c.want || !okA || !okB {
			t.Errorf("%s on %s: %s, want %s", c.a, c.b, got, c.want)
		}
	}
	for _, odd := range []string{"", "#ff", "#ggg", "#ffffff80", "rgb(1,2)", "rgb(1,2,300)", "canvas", "oklch(1 0 0)", "var(--x)"} {
		if _, ok := plain(odd); ok {
			t.Errorf("%q is taken for a plain colour", odd)
		}
	}
}

func TestColoursThatAreHardToReadAreToldForEachLook(t *testing.T) {
	const dark = "@media (prefers-color-scheme: dark) { :root { %s } }"
	for _, c := range []struct {
		why, text string
		want      []string // where, and how it begins
	}{
		{"nothing of their own", "", nil},
		{"a good one", ":root { --deep: #00456b }", nil},
		{"words in the light look only", ":root { --link: #6f6f6f }\n" + fmt.Sprintf(dark, "--link: #dac4ff"), []string{"1:9 in the light look, words in --link"}},
		{"in the dark look only", fmt.Sprintf(dark, "--ink: #777"), []string{"1:47 in the dark look, words in --ink"}},
		{"what holds for both", ":root { --pop: #555 }", []string{"1:9 in the dark look, words in --on-pop", "1:9 in the light look, words in --on-pop"}},
		{"no plain colour", ":root { --pop: color-mix(in srgb, red, blue) }", nil},
		{"not for the whole page", ".box { --ink: #777 }", nil},
		{"for print", "@media print { :root { --ink: #777 } }", nil},
	} {
		var got []string
		for _, f := range laid(t, map[string]string{"colours.css": c.text}).Warnings() {
			begin, _, _ := strings.Cut(f.Message, " are hard")
			got = append(got, fmt.Sprintf("%d:%d %s", f.Line, f.Col, begin))
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}

// The page does not move when the logo comes.
func TestTheHeightOfALogoIsKnown(t *testing.T) {
	var drawn bytes.Buffer
	if err := png.Encode(&drawn, image.NewGray(image.Rect(0, 0, 40, 10))); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]float64{
		`<svg xmlns="x" viewBox="0 0 80 40">`: .5, `<?xml version="1.0"?><svg viewBox='0,0,10.5,21'>`: 2, "<svg viewBox=\"0 0 4 4\">": 1,
		drawn.String(): .25, "": .5, `<svg viewBox="0 0 0 4">`: .5, "<svg>": .5, `<svg viewBox="0 0 1 900">`: .5,
	} {
		if got := tallness([]byte(text)); got != want {
			t.Errorf("%.40q: %v, want %v", text, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"report.html", "card.html", "style.css"}
	for value, want := range map[string]string{"reprot.html": "report.html", "Report.HTML": "report.html", "crad.html": "card.html", "reports-of-all.html": "", "x": "", "styl.css": "style.css"} {
		if got := nearest(value, known); got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
}
