package render

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yousaid/themes"
)

// faultsOf are what is said about a folder that is laid over the default theme.
func faultsOf(t *testing.T, folder fs.FS) []themes.Fault {
	t.Helper()
	th, err := themes.Load(folder)
	if err == nil {
		if err = Rehearse(th); err == nil {
			return th.Warnings()
		}
	}
	var broken *themes.Broken
	if !errors.As(err, &broken) {
		t.Fatalf("not told as a fault of the theme: %v", err)
	}
	return broken.Faults
}

func one(name, text string) fstest.MapFS {
	return fstest.MapFS{name: &fstest.MapFile{Data: []byte(text)}}
}

const guards = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self'"><meta name="robots" content="{{.Robots}}">`

// Each slip is told once, at its place, with what to do, before any page is made.
// A place of 0:0 is the whole file. (warn) does not keep the theme from being used.
func TestASlipInAThemeIsToldAtItsPlace(t *testing.T) {
	t.Parallel()
	type slip struct{ name, text, want string }
	var harmless []slip
	for _, c := range []slip{
		// Values and functions.
		{"report.html", "<main>\n<h1>{{.Report.Titel}}</h1></main>", "2:14 template: there is no value of this name here. Did you mean .Title?"},
		{"report.html", "<main>\r\n<h1>é{{.Report.Titel}}</h1></main>", "2:15 template: there is no value of this name here. Did you mean .Title?"},
		{"report.html", "\uFEFF<main>{{.Report.Titel}}</main>", "1:16 template: there is no value of this name here. Did you mean .Title?"},
		{"report.html", "<main>{{range .Report.Voices}}\n {{.Site.Title}}{{end}}</main>", "2:4 template: there is no value of this name here. Inside {{range}} and {{with}} a dot is what they go through. Did you mean $.Site?"},
		{"notfound.html", "<main>{{.Title}}</main>", "1:9 template: there is no value of this name here. Did you mean .Site.Title?"},
		{"report.html", "<main>{{.Reprt.Topic.Name}}</main>", "1:9 template: there is no value of this name here. Did you mean .Report?"},
		{"report.html", "<main>{{.Report.Zzzzzzzz}}</main>", "1:16 template: there is no value of this name here. Look at the spelling"},
		{"card.html", "<li>\n{{.B.Titel}}</li>", "2:5 template: there is no value of this name here. Did you mean .Title?"},
		{"report.html", "<main>{{plurall 1}}</main>", "1:7 template: there is no function of this name. Did you mean plural?"},
		{"report.html", "<main>{{plural 1 \"a\"}}</main>", "1:9 template: this is given too many values, or too few. It takes 3, and is given 2."},
		{"report.html", "<main>{{plural \"a\" 1 2}}</main>", "1:16 template: this is given a value of a kind that it can't work with"},
		{"report.html", "<main>{{.Report.Title \"x\"}}</main>", "1:16 template: nothing can stand after this value"},
		{"report.html", "<main>{{range .Report.Title}}{{end}}</main>", "1:22 template: this is no list"},
		{"report.html", "<main>{{index .Report.Voices 7}}</main>", "1:9 template: on some pages there are not so many"},
		{"report.html", "<main>{{.Previous.Title}}</main>", "1:18 template: on some pages there is nothing here. Put {{with …}} before it"},
		// How a template is written.
		{"report.html", "<main>\n{{.Report.Title</h1>\n{{.Report.Title}}</main>", "2:1 template: these curly brackets are not closed. Write }} at their end."},
		{"report.html", "<main>\n{{.Report.Title", "2:1 template: these curly brackets are not closed"},
		{"report.html", "<main>é{{if .Report.Title}}x{{range .Report.Voices}}{{end}}</main>", "1:8 template: this has no {{end}}"},
		{"report.html", "<main>{{end}}x</main>", "1:7 template: this {{end}} ends nothing"},
		{"report.html", "<main>{{else}}x</main>", "1:7 template: this {{else}} belongs to nothing"},
		{"report.html", "<main>{{$x}}</main>", "1:7 template: this name with a $ is not known here"},
		{"report.html", "<main>{{if}}{{end}}</main>", "1:7 template: it is not said what this looks at"},
		{"report.html", "<main>{{url .Site \"x}}</main>", "1:7 template: a quotation mark is missing"},
		{"report.html", "<main>{{(.Site}}</main>", "1:7 template: a round bracket is missing"},
		{"report.html", "<main>{{/* c }}</main>", "1:7 template: this comment is not closed"},
		{"report.html", "<main>{{.Site..Title}}</main>", "1:7 template: this between curly brackets can't be read"},
		{"report.html", "<main>{{.Nothing}}\n{{\"", "2:1 template: "},
		// Templates that call others.
		{"report.html", "<main>{{template \"crad.html\" .}}</main>", "1:18 template: there is no template of this name. Did you mean card.html?"},
		{"report.html", "<main>{{template \"report.html\" .}}</main>", "1:18 template: this never comes to an end: the template calls itself"},
		{"report.html", "<main>{{asset .Site \"stlye.css\"}}</main>", "1:21 template: the theme has no file of this name. Did you mean style.css?"},
		// Tags that swallow what comes after them.
		{"report.html", "<main>\n<a href=\"{{.Report.URL}}>x</a><p class=\"x\">y</p></main>", "2:4 template: a tag is broken here. A quotation mark or a > is missing"},
		{"card.html", "<li class=\"a\n{{.B.Title}}</li>", "1:5 template: a tag is broken here"},
		{"report.html", "<main>\n<a href=\"x\" </main>", "2:13 template: a tag is broken here"},
		{"report.html", "<main>\n<a href={{.Report.URL}}x\"y>x</a></main>", "2:24 template: a tag is broken here"},
		{"report.html", "<main>\n<title>x</main>", "0:0 template: something is not closed"},
		{"report.html", "<main>\n<a {{if .Report.Late}}href=\"{{end}}x\">y</a></main>", "2:9 template: the ways through this end differently"},
		{"report.html", "<main><p {{range .Report.Voices}}class=\"{{end}}\">y</p></main>", "1:18 template: the ways through this end differently"},
		{"report.html", "<main>{{.Report.Title | html | printf \"%s\"}}</main>", "1:9 template: this word is not needed, and not allowed"},
		// What the browser would refuse.
		{"report.html", "<main>\n<script>let a = {{.}};</script></main>", "2:1 policy: a script inside a page is not run by the browser. Put it in a file of your theme"},
		{"report.html", "<main><script type=\"application/ld+json\">{}</script></main>", ""},
		{"report.html", "<main><script src=\"{{asset .Site \"style.css\"}}\"></script></main>", ""},
		{"report.html", "<main><p style=\"color:red\">x</p></main>", "1:10 policy: a style inside a tag is not used by the browser"},
		{"report.html", "<main><style>p{}</style></main>", "1:7 policy: a style inside a page is not used by the browser"},
		{"report.html", "<main><p {{if .Report.Late}}onclick=\"x()\"{{end}}>x</p></main>", "1:10 policy: a script inside a tag is not run by the browser"},
		{"report.html", "<main><a href=\"javascript:x()\">x</a></main>", "1:10 policy: a script inside an address is not run"},
		{"report.html", "<main><img src=\"https://x.example/a.png\" alt=\"\"></main>", "1:12 policy: this is loaded from another website. "},
		{"report.html", "<main><img srcset=\"a.png 1x, //x.example/a.png 2x\" alt=\"\"></main>", "1:12 policy: this is loaded from another website. "},
		{"head.html", "<!doctype html><html><head><link href=\"https://x.example/a.css\" rel=\"stylesheet\">" + guards + "</head><body>", "1:34 policy: this is loaded from another website. "},
		{"head.html", "<!doctype html><html><head>" + guards + "</head><body>", ""},
		{"head.html", "<!doctype html><html><head>" + strings.Replace(guards, "'self'", "*", 1) + "</head><body>", "0:0 policy: the line that keeps the page from loading anything from elsewhere is missing. Copy the line"},
		{"head.html", "<!doctype html><html><head>" + strings.Replace(guards, "robots", "x", 1) + "</head><body>", "0:0 policy: the line that asks others not to keep a copy is missing. Copy the line"},
		{"report.html", "<main><a href=\"https://x.example/\">x</a><link rel=\"canonical\" href=\"https://x.example/\"></main>", ""},
		{"report.html", "<main><svg viewBox=\"0 0 1 1\"><path onclick=\"x()\" d=\"M0 0\"/></svg></main>", "1:36 policy: a script inside a tag is not run by the browser"},
		{"report.html", "<main><form action=\"/x\"></form></main>", "1:13 policy: the browser sends no form"},
		{"logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>a{}</style><image href=\"https://x.example/a.png\"/></svg>", "1:66 policy: this is loaded from another website. "},
		// Style sheets.
		{"style.css", "a{color:red}\nb{color:red\nc{color:red}", "2:2 style: this is never closed, so nothing after it works. Write } where it ends."},
		{"style.css", "a{color:red}}\nb{color:red}", "1:13 style: this } closes nothing"},
		{"style.css", "a{color:red}\n/* b{color:red}", "2:1 style: this comment is not closed"},
		{"style.css", "a{content:\"x}\nb{color:red}", "1:11 style: a quotation mark is missing"},
		{"style.css", "@media (a {b{c:d}}", "1:8 style: this is never closed"},
		{"style.css", "a{color:red\n background:blue;}", "2:12 style (warn): the browser may pass over this line. A ; is missing"},
		{"style.css", "a{colour red}", "1:10 style (warn): the browser may pass over this line. Write it as name: value;"},
		{"style.css", "@layer a, b;\n@layer a{.x{color:red;&:hover{color:light-dark(#fff,#000)}.y &{margin:0}}}\n:root{--a:{x:y};--b: a:b}", ""},
		{"style.css", "a{background:url(x.png)}", "1:14 style: there is no file of this name in the theme"},
		{"style.css", "a{background:url(\"https://x.example/a.png\")}", "1:14 policy: this is loaded from another website. "},
		{"style.css", "@import '//x.example/a.css';", "1:9 policy: this is loaded from another website. "},
		{"style.css", "a{background:url(data:image/png;base64,xx)}", "1:14 policy: a picture inside a style sheet is not shown"},
		// Scripts.
		{"own.js", "\"use strict\";\nlet a = (1;\n", "2:11 script: here the browser stops reading"},
		{"own.js", "\"use strict\";\nlet a = (1);\n", ""},
		// Files.
		{"own.exe", "x", "0:0 file: a theme does not hold files of this kind. It can hold files that end in .html, .css"},
		{"own.HTML", "x", "0:0 file: a theme does not hold files of this kind. Write the end of its name in small letters, as .html."},
		{"own.ttf", "x", "0:0 file: a theme does not hold files of this kind. Make a .woff2 file of it."},
		{"own.css", "\xff\xfea\x00", "0:0 file: this file is not written in UTF-8"},
		{"own.png", strings.Repeat("x", 1<<20+1), "0:0 file: this file is over 1 MB"},
		{"own.png", strings.Repeat("x", 1<<20), ""},
		{"reprot.html", "<main>x</main>", "0:0 file (warn): no page uses this file. Did you mean report.html? Then give it that name."},
		{"Report.html", "<main>x</main>", "0:0 file (warn): no page uses this file. Did you mean report.html?"},
		{"styles.css", "a{}", "0:0 file (warn): no page uses this file. Did you mean style.css?"},
		{"thing.html", "<main>x</main>", "0:0 file (warn): no page uses this file. Call it where it belongs"},
		{"leaf.png", "x", ""},
	} {
		if c.want == "" || strings.Contains(c.want, "(warn)") {
			harmless = append(harmless, c)
			continue
		}
		look(t, c.name, c.text, c.want, faultsOf(t, one(c.name, c.text)))
	}
	// A theme that can be used is made in full, so as many as go into one folder
	// are made together.
	for len(harmless) > 0 {
		folder, of := fstest.MapFS{}, map[string]slip{}
		harmless = slices.DeleteFunc(harmless, func(c slip) bool {
			if folder[c.name] != nil {
				return false
			}
			folder[c.name], of[c.name] = &fstest.MapFile{Data: []byte(c.text)}, c
			return true
		})
		told := map[string][]themes.Fault{}
		for _, f := range faultsOf(t, folder) {
			told[f.File] = append(told[f.File], f)
		}
		for name, faults := range told {
			if folder[name] == nil {
				t.Errorf("told of the file %q: %v", name, faults)
			}
		}
		for name, c := range of {
			look(t, name, c.text, c.want, told[name])
		}
	}
}

// look holds what was told of a file to what was wanted.
func look(t *testing.T, name, text, want string, faults []themes.Fault) {
	t.Helper()
	var got []string
	for _, f := range faults {
		if f.File != name {
			t.Errorf("%.60q: told of the file %q", text, f.File)
		}
		warn := ""
		if f.Harmless {
			warn = " (warn)"
		}
		said, _, _ := strings.Cut(f.Message, ", which the browser")
		got = append(got, fmt.Sprintf("%d:%d %s%s: %s. %s", f.Line, f.Col, f.Kind, warn, said, f.Hint))
	}
	if all := strings.Join(got, "\n"); len(got) > 1 || !strings.HasPrefix(all, want) || want == "" && all != "" {
		t.Errorf("%s %.60q:\n%s\nwant: %s", name, text, all, want)
	}
}

func TestTheDefaultThemeHasNoFaultAndNoWarning(t *testing.T) {
	if faults := faultsOf(t, themes.Default()); len(faults) > 0 {
		t.Errorf("%v", faults)
	}
}

func TestALinkInAThemeIsNotFollowed(t *testing.T) {
	folder := fstest.MapFS{"logo.svg": &fstest.MapFile{Data: []byte("/etc/hostname"), Mode: fs.ModeSymlink}}
	if faults := faultsOf(t, folder); len(faults) != 1 || faults[0].Message != "this is no ordinary file" {
		t.Errorf("%v", faults)
	}
}

func TestAllSlipsOfAThemeAreToldAtOnce(t *testing.T) {
	folder := one("report.html", "<main>{{.Titel}}</main>")
	folder["list.html"] = &fstest.MapFile{Data: []byte("<main>{{.Titel}}\n{{.Reportz}}</main>")}
	folder["glossary.html"] = &fstest.MapFile{Data: []byte("<main>\n{{if eq .Site.Lang \"en\"}}{{.Ttile}}{{end}}</main>")}
	var at []string
	for _, f := range faultsOf(t, folder) {
		at = append(at, fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Col))
	}
	if got, want := strings.Join(at, " "), "glossary.html:2:28 list.html:1:9 report.html:1:9"; got != want {
		t.Errorf("told: %s, want %s", got, want)
	}
}

// A theme that goes well with made-up sites can still meet something that it
// can't deal with. The place is told then, too, and no word that was put in.
func TestATemplateThatBreaksInABuildIsToldAtItsPlace(t *testing.T) {
	th, err := themes.Load(one("report.html", "<main>\n\n\n   {{if eq .Report.Title \"secret\"}}\n{{index .Report.Rights 99}}{{end}}</main>"))
	if err != nil {
		t.Fatal(err)
	}
	if err := Rehearse(th); err != nil {
		t.Fatal(err)
	}
	s := hostileSite(3)
	s.Reports[2].Title = "secret"
	_, err = All(s, th)
	var broken *themes.Broken
	if !errors.As(err, &broken) || len(broken.Faults) != 1 {
		t.Fatalf("%v", err)
	}
	if f := broken.Faults[0]; f.File != "report.html" || f.Line != 5 || f.Col != 3 || strings.Contains(f.Message+f.Hint+err.Error(), "secret") {
		t.Errorf("%+v", f)
	}
}
