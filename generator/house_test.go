package generator

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"io"
	"log/slog"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/rule/ruletest"
	"yousaid/generator/source"
)

// listed is a package as the go command lists it.
type listed struct {
	ImportPath, Name, Doc string
	Deps                  []string // direct and indirect
	Standard              bool
}

func packages(t *testing.T) map[string]listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Name,Doc,Deps,Standard", "yousaid/...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	all := map[string]listed{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(p.ImportPath, "yousaid/") {
			all[strings.TrimPrefix(p.ImportPath, "yousaid/")] = p
		}
	}
	if len(all) < 15 {
		t.Fatalf("only %d packages were found", len(all))
	}
	return all
}

// ours are the packages of this program that p imports, directly or not.
func (p listed) ours() []string {
	var out []string
	for _, d := range p.Deps {
		if own, ok := strings.CutPrefix(d, "yousaid/"); ok {
			out = append(out, own)
		}
	}
	return out
}

func TestWhatIsRightOfTheGateCannotSeeWhatIsLeftOfIt(t *testing.T) {
	all := packages(t)
	left := func(p string) bool {
		return slices.Contains([]string{"source", "entry", "rule", "gate", "finding", "trace", "withdraw"}, strings.TrimPrefix(p, "generator/")) ||
			strings.HasPrefix(p, "generator/rule/") || p == "generator" || strings.HasPrefix(p, "cmd/")
	}
	for _, p := range []string{"generator/site", "generator/render", "generator/publish", "themes"} {
		if _, ok := all[p]; !ok {
			t.Errorf("there is no package %s", p)
		}
		for _, d := range all[p].ours() {
			if left(d) {
				t.Errorf("%s imports %s", p, d)
			}
		}
	}
}

func TestThePackagesOfOneIdeaImportNothingOfOurs(t *testing.T) {
	all := packages(t)
	may := map[string][]string{
		"generator/source": nil, "generator/finding": nil, "generator/site": nil, "generator/memo": nil, "generator/markdown": nil, "generator/picture": nil,
		"themes": {"generator/site"},
	}
	for p, allowed := range may {
		if _, ok := all[p]; !ok {
			t.Errorf("there is no package %s", p)
		}
		for _, d := range all[p].ours() {
			if !slices.Contains(allowed, d) {
				t.Errorf("%s imports %s", p, d)
			}
		}
	}
}

func TestTheProgramDoesNotHoldItsTests(t *testing.T) {
	for _, d := range packages(t)["cmd/yousaid"].Deps {
		if d == "testing" || d == "yousaid/generator/rule/ruletest" {
			t.Errorf("cmd/yousaid imports %s", d)
		}
	}
}

func TestEveryPackageSaysWhatItIsForAndIsNamedForAnIdea(t *testing.T) {
	for p, l := range packages(t) {
		if l.Doc == "" {
			t.Errorf("%s has no package comment", p)
		}
		if slices.Contains([]string{"util", "utils", "common", "core", "types", "helper", "helpers", "shared", "misc", "base"}, l.Name) {
			t.Errorf("%s is named for no idea", p)
		}
	}
}

// selector is "x.Sel" for a selector of a plain name, or ".Sel".
func selector(e ast.Expr) string {
	s, ok := e.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	if x, ok := s.X.(*ast.Ident); ok {
		return x.Name + "." + s.Sel.Name
	}
	return "." + s.Sel.Name
}

func TestOnlyMarkdownMakesHTML(t *testing.T) {
	makers := []string{"template.HTML", "template.HTMLAttr", "template.JS", "template.JSStr", "template.CSS", "template.URL", "template.Srcset"}
	n := 0
	goFiles(t, func(file string, fset *token.FileSet, f *ast.File) {
		ast.Inspect(f, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok || !slices.Contains(makers, selector(call.Fun)) {
				return true
			}
			if n++; path.Dir(file) != "generator/markdown" {
				t.Errorf("%v: %s is made outside of markdown", fset.Position(call.Pos()), selector(call.Fun))
			}
			return true
		})
		for _, imp := range f.Imports {
			if imp.Path.Value == `"html/template"` && imp.Name != nil {
				t.Errorf("%s gives html/template another name", file)
			}
		}
	})
	if n == 0 {
		t.Error("nobody makes HTML: the test looks in the wrong place")
	}
}

// Whoever reveals private words is named here, and each name is a decision.
func TestPrivateWordsAreRevealedInFewPlaces(t *testing.T) {
	n := 0
	goFiles(t, func(file string, fset *token.FileSet, f *ast.File) {
		ast.Inspect(f, func(node ast.Node) bool {
			s, ok := node.(*ast.SelectorExpr)
			if !ok || s.Sel.Name != "Reveal" {
				return true
			}
			n++
			dir := path.Dir(file)
			// trace looks for words that were taken back, and gives back places;
			// withdraw opens the media files that go with them.
			may := []string{"generator/entry", "generator/gate", "generator/trace", "generator/withdraw"}
			commands := []string{"cmd/yousaid/review.go", "cmd/yousaid/new.go"}
			if !slices.Contains(may, dir) && !strings.HasPrefix(dir, "generator/rule/") && !slices.Contains(commands, file) {
				t.Errorf("%v reveals private words", fset.Position(s.Pos()))
			}
			return true
		})
	})
	if n < 10 {
		t.Errorf("only %d places reveal anything: the test looks for the wrong thing", n)
	}
}

func TestOnlyCommandsLookAtTheClock(t *testing.T) {
	n := 0
	goFiles(t, func(file string, fset *token.FileSet, f *ast.File) {
		ast.Inspect(f, func(node ast.Node) bool {
			if e, ok := node.(ast.Expr); ok && slices.Contains([]string{"time.Now", "time.Since", "time.Until"}, selector(e)) {
				if n++; !strings.HasPrefix(file, "cmd/") {
					t.Errorf("%v looks at the clock; ask for today", fset.Position(node.Pos()))
				}
			}
			return true
		})
	})
	if n == 0 {
		t.Error("nobody asks for the day: the test looks for the wrong thing")
	}
}

func TestNothingRegistersItself(t *testing.T) {
	goFiles(t, func(file string, fset *token.FileSet, f *ast.File) {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%v: init; put the value in a list", fset.Position(d.Pos()))
			}
		}
	})
}

func TestNoPanicHoldsWordsOfAFile(t *testing.T) {
	// The theme's folder is part of the program, so its error quotes no file of anybody.
	excused := []string{"themes/themes.go"}
	n := 0
	goFiles(t, func(file string, fset *token.FileSet, f *ast.File) {
		ast.Inspect(f, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			if fn, ok := call.Fun.(*ast.Ident); !ok || fn.Name != "panic" {
				return true
			}
			n++
			if lit, ok := call.Args[0].(*ast.BasicLit); (!ok || lit.Kind != token.STRING) && !slices.Contains(excused, file) {
				t.Errorf("%v: a panic with more than fixed words", fset.Position(call.Pos()))
			}
			return true
		})
	})
	if n == 0 {
		t.Error("there is no panic at all: the test looks for the wrong thing")
	}
}

// holder has Private in every way that a value can be held.
type holder struct {
	Open    entry.Private
	closed  entry.Private
	pointer *entry.Private
	list    []entry.Private
	array   [1]entry.Private
	table   map[string]entry.Private
	keys    map[entry.Private]string
	any     any
	Prose   entry.Prose
	inner   struct{ deep entry.Private }
}

func TestPrivateWordsPrintAsPrivateHoweverTheyArePrinted(t *testing.T) {
	p := entry.Secret(marker)
	set, _ := entry.ParseSettings(source.Parse("site.yaml", []byte(ruletest.Settings)), "site.yaml")
	text := ruletest.Lay("summary: "+marker+"\nthanks: "+marker+"\ncontributions: [{id: a, words: "+marker+", name: "+marker+", consent: {told: "+marker+"}}]\n") + "\n## Of " + marker + "\n\nIt is " + marker + ".\n"
	e, _ := entry.Parse(source.Parse("reports/report.md", []byte(text)), "report.md", set)
	h := holder{p, p, &p, []entry.Private{p}, [1]entry.Private{p}, map[string]entry.Private{"a": p}, map[entry.Private]string{p: "a"}, p, entry.Prose{Private: p}, struct{ deep entry.Private }{p}}
	values := map[string]any{
		"Private": p, "pointer": &p, "list": []entry.Private{p}, "table": h.table, "keys": h.keys, "any": []any{p, &p},
		"struct": h, "pointer to struct": &h, "Prose": h.Prose, "Entry": e, "Contribution": e.Contributions[0], "Consent": e.Contributions[0].Consent,
		"Pieces": e.Pieces, "Parts": e.Parts, "error": fmt.Errorf("read: %v", p), "joined": errors.Join(fmt.Errorf("%+v", h), fmt.Errorf("%#v", &h)),
	}
	hex, number := fmt.Sprintf("%x", marker), strings.Trim(fmt.Sprint([]byte(marker)), "[]")
	for name, v := range values {
		check := func(how, said string) {
			low := strings.ToLower(said)
			if strings.Contains(low, marker) || strings.Contains(low, hex) || strings.Contains(said, number) {
				t.Errorf("%s by %s: the words are there", name, how)
			}
			if name == "Private" && !strings.Contains(said, "[private]") {
				t.Errorf("%s by %s prints %q", name, how, said)
			}
		}
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "% x", "%d", "%t", "%08.3f", "%c", "%U"} {
			check(verb, fmt.Sprintf(verb, v))
		}
		check("Sprint", fmt.Sprint(v))
		check("Sprintln", fmt.Sprintln("a", v))
		if data, err := json.Marshal(v); err == nil {
			check("JSON", string(data))
		}
		for _, handler := range []func(io.Writer) slog.Handler{
			func(w io.Writer) slog.Handler { return slog.NewTextHandler(w, nil) },
			func(w io.Writer) slog.Handler { return slog.NewJSONHandler(w, nil) },
		} {
			var b bytes.Buffer
			slog.New(handler(&b)).With("with", v).WithGroup("g").Info("read", "v", v, slog.Group("in", "v", v))
			check("slog", b.String())
		}
	}
}
