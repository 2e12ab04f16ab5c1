package generator

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"yousaid/generator/finding"
	"yousaid/generator/rule/ruletest"
	"yousaid/generator/site"
	"yousaid/themes"
)

// ownTheme is the theme that comes with the program.
var ownTheme = func() *themes.Theme {
	t, err := themes.Load(nil)
	if err != nil {
		panic("the theme of the program cannot be read")
	}
	return t
}()

// buildOf builds a site on the day of the tests, and fails when it can't.
func buildOf(t testing.TB, content fs.FS) *Result {
	t.Helper()
	r, err := new(Generator).Build(Input{Content: content, Theme: ownTheme, Today: ruletest.Today, Outside: ruletest.Outside})
	if err != nil {
		t.Fatalf("build: %v", err)
	}
	return r
}

// about are the findings about one file.
func about(r *Result, file string) []finding.Finding {
	var out []finding.Finding
	for _, f := range r.Findings {
		if f.Pos.File == file {
			out = append(out, f)
		}
	}
	return out
}

func hasFile(r *Result, path string) bool {
	return slices.ContainsFunc(r.Files, func(f site.File) bool { return f.Path == path })
}

func rulesOf(list []finding.Finding) []string {
	var out []string
	for _, f := range list {
		out = append(out, f.Rule)
	}
	return out
}

func TestTheReportUnderEveryFragmentHasNothingWrongWithIt(t *testing.T) {
	r := buildOf(t, ruletest.Folder(ruletest.Lay("")))
	if len(r.Findings) > 0 {
		t.Errorf("findings: %v", r.Findings)
	}
	if !hasFile(r, "reports/report/index.html") || !hasFile(r, ruletest.OtherPage) {
		t.Error("the two reports are not both published")
	}
}

func TestBeforeOfEveryDocHasTheFindingAndAfterHasNothingThatStops(t *testing.T) {
	for _, d := range Docs() {
		if d.Before == "" {
			continue
		}
		t.Run(d.Name, func(t *testing.T) {
			before := about(buildOf(t, ruletest.Folder(ruletest.Lay(d.Before))), "reports/report.md")
			i := slices.IndexFunc(before, func(f finding.Finding) bool { return f.Rule == d.Name })
			if i < 0 {
				t.Fatalf("Before has only these findings: %v", rulesOf(before))
			}
			if before[i].Level != d.Level {
				t.Errorf("Before: the level is %v, the Doc says %v", before[i].Level, d.Level)
			}
			if before[i].Hint == "" || before[i].Pos.Line == 0 {
				t.Errorf("Before: no place, or no advice: %v", before[i])
			}
			if d.Level == finding.Warn && finding.Stops(before) {
				t.Errorf("Before of a warning stops: %v", rulesOf(before))
			}
			r := buildOf(t, ruletest.Folder(ruletest.Lay(d.After)))
			after := about(r, "reports/report.md")
			if slices.Contains(rulesOf(after), d.Name) {
				t.Error("After has the finding too")
			}
			if finding.Stops(after) {
				t.Errorf("After stops: %v", after)
			}
			if !hasFile(r, "reports/report/index.html") {
				t.Error("After is not published")
			}
		})
	}
}

func TestEveryRuleShowsABeforeAndAnAfter(t *testing.T) {
	for _, r := range slices.Concat(reportRules, textRules) {
		if r.Before == "" || r.After == "" {
			t.Errorf("%s lacks a Before or an After", r.Name)
		}
		if r.Run == nil {
			t.Errorf("%s does nothing", r.Name)
		}
	}
	for _, d := range Docs() {
		if (d.Before == "") != (d.After == "") {
			t.Errorf("%s has only one of Before and After", d.Name)
		}
	}
}

func TestEveryDocHasANameOfItsOwnAndSaysWhy(t *testing.T) {
	good := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	seen := map[string]bool{}
	for _, d := range Docs() {
		if !good.MatchString(d.Name) {
			t.Errorf("%q is no name for a finding", d.Name)
		}
		if seen[d.Name] {
			t.Errorf("%s stands there twice", d.Name)
		}
		seen[d.Name] = true
		if len(d.Why) < 20 || !strings.HasSuffix(d.Why, ".") && !strings.HasSuffix(d.Why, "?") {
			t.Errorf("%s does not say why in a whole sentence", d.Name)
		}
	}
}

// documented are the names in Docs.
func documented() map[string]bool {
	out := map[string]bool{}
	for _, d := range Docs() {
		out[d.Name] = true
	}
	return out
}

// goFiles calls see with every Go file of the program, tests left out, by its
// path from the top folder.
func goFiles(t *testing.T, see func(path string, fset *token.FileSet, f *ast.File)) {
	t.Helper()
	fset := token.NewFileSet()
	n := 0
	err := filepath.WalkDir("..", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != ".." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "public") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		src, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(fset, p, src, parser.ParseComments)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel("..", p)
		if err != nil {
			return err
		}
		see(filepath.ToSlash(rel), fset, f)
		n++
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n < 30 {
		t.Fatalf("only %d Go files were found: the test looks in the wrong place", n)
	}
}

// A finding is made by Doc.At, from a Doc; so when every Doc in the code is in
// Docs, explain knows every word in brackets that can ever be printed.
func TestEveryFindingInTheCodeIsDocumented(t *testing.T) {
	known, docs := documented(), 0
	isType := func(e ast.Expr, name string) bool {
		s, ok := e.(*ast.SelectorExpr)
		if !ok {
			return false
		}
		x, ok := s.X.(*ast.Ident)
		return ok && x.Name == "finding" && s.Sel.Name == name
	}
	check := func(fset *token.FileSet, e ast.Expr) {
		lit, ok := e.(*ast.BasicLit)
		if !ok {
			return // the parameter of leftOut, whose calls are looked at
		}
		name, err := strconv.Unquote(lit.Value)
		if err != nil {
			t.Fatal(err)
		}
		docs++
		if !known[name] {
			t.Errorf("%v: %s is in no list", fset.Position(e.Pos()), name)
		}
	}
	goFiles(t, func(path string, fset *token.FileSet, f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) > 0 {
				if fn, ok := call.Fun.(*ast.Ident); ok && fn.Name == "leftOut" {
					check(fset, call.Args[0])
				}
			}
			c, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			if isType(c.Type, "Finding") && len(c.Elts) > 0 {
				t.Errorf("%v: a finding is made without a Doc", fset.Position(c.Pos()))
			}
			if !isType(c.Type, "Doc") {
				return true
			}
			for _, e := range c.Elts {
				kv, ok := e.(*ast.KeyValueExpr)
				if !ok || kv.Key.(*ast.Ident).Name != "Name" {
					continue
				}
				check(fset, kv.Value)
			}
			return true
		})
	})
	if docs < 20 {
		t.Errorf("only %d Docs were found in the code: the test looks in the wrong place", docs)
	}
}

func TestEveryFindingInTheExampleSitesIsDocumented(t *testing.T) {
	known, n := documented(), 0
	for _, dir := range []string{"../content", "testdata/real/content"} {
		r := buildOf(t, os.DirFS(dir))
		for _, f := range slices.Concat(r.Findings, r.InPublic) {
			n++
			if !known[f.Rule] {
				t.Errorf("%v: nobody explains this", f)
			}
		}
	}
	if n == 0 {
		t.Error("there were no findings at all: the test looks in the wrong place")
	}
}

// Every testdata/rules/NAME.md is a whole report. NAME.want lists what is found
// in it: "line:col-line:col rule", with " | words" where the finding has to say
// them. A line that begins with # says what the file is there for.
func TestEveryReportInTestdataHasTheFindingsBesideItAtTheirPlaces(t *testing.T) {
	known := documented()
	names, err := filepath.Glob("testdata/rules/*.md")
	if err != nil || len(names) < 25 {
		t.Fatalf("%d reports were found: %v", len(names), err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".md"), func(t *testing.T) {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			list, err := os.ReadFile(strings.TrimSuffix(name, ".md") + ".want")
			if err != nil {
				t.Fatal(err)
			}
			note, want, _ := strings.Cut(string(list), "\n")
			if !strings.HasPrefix(note, "# ") {
				t.Error("the first line does not say what the file is there for")
			}
			// A byte order mark and Windows line ends never change what is found, or where.
			text := strings.ReplaceAll(strings.TrimPrefix(string(raw), "\uFEFF"), "\r\n", "\n")
			windows := strings.ReplaceAll(text, "\n", "\r\n")
			for _, form := range []string{string(raw), text, windows, "\uFEFF" + text, "\uFEFF" + windows} {
				sameFindings(t, about(buildOf(t, ruletest.Folder(form)), "reports/report.md"), want, known)
			}
		})
	}
}

func sameFindings(t *testing.T, got []finding.Finding, list string, known map[string]bool) {
	t.Helper()
	want := slices.DeleteFunc(strings.Split(list, "\n"), func(s string) bool { return s == "" })
	for i, f := range got {
		is := fmt.Sprintf("%d:%d-%d:%d %s", f.Pos.Line, f.Pos.Col, f.Pos.EndLine, f.Pos.EndCol, f.Rule)
		if i >= len(want) {
			t.Errorf("not wanted: %s", is)
			continue
		}
		place, say, _ := strings.Cut(want[i], " | ")
		if is != place {
			t.Errorf("found %s, want %s", is, place)
		}
		if !strings.Contains(f.Message+" "+f.Hint, say) {
			t.Errorf("%s does not say %q: %s %s", is, say, f.Message, f.Hint)
		}
		if !known[f.Rule] {
			t.Errorf("%s: nobody explains this", is)
		}
	}
	for _, w := range want[min(len(got), len(want)):] {
		t.Errorf("not found: %s", w)
	}
}
