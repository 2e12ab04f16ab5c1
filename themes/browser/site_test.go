package browser

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// The day that every site is built for, so that no test changes with the calendar.
const today = "2026-11-22"

// website is a site that the program built, on a server that sends the headers
// which the site asks for in _headers.
type website struct {
	folder string
	base   string // the path that the site lies below, as "/" or "/voices/"
	server *httptest.Server
}

// buildSite builds the site of the folder content with the program.
func buildSite(content, public string, flags ...string) error {
	args := append([]string{"build", "--content", content, "--public", public, "--today", today}, flags...)
	cmd := exec.Command(program, args...)
	cmd.Dir = filepath.Dir(public)
	if out, err := cmd.CombinedOutput(); err != nil {
		return &buildError{string(out), err}
	}
	return nil
}

type buildError struct {
	said string
	err  error
}

func (e *buildError) Error() string { return e.err.Error() + "\n" + e.said }

// changedSite builds the example site after change has changed its folder.
func changedSite(t *testing.T, base string, change func(content string), flags ...string) *website {
	t.Helper()
	folder := t.TempDir()
	content := filepath.Join(folder, "content")
	if err := os.CopyFS(content, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	change(content)
	public := filepath.Join(folder, "public")
	if err := buildSite(content, public, flags...); err != nil {
		t.Fatal(err)
	}
	site := serve(public, base)
	t.Cleanup(site.server.Close)
	return site
}

// replace changes one text in a file, which has to be there.
func replace(t *testing.T, file, old, new string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(b), old) {
		t.Fatalf("%s does not hold %q any more: this test has to be changed with it", file, old)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(b), old, new, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

func serve(folder, base string) *website {
	s := &website{folder: folder, base: base}
	rules := headerRules(folder)
	s.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		below, ok := strings.CutPrefix(r.URL.Path, base)
		for _, rule := range rules {
			if rule.matches(r.URL.Path) || rule.matches("/"+below) {
				w.Header().Set(rule.name, rule.value)
			}
		}
		if file := s.file(below); ok && file != "" {
			if path.Ext(file) == ".xml" {
				w.Header().Set("Content-Type", "application/xml")
			}
			http.ServeFile(w, r, file)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		if page, err := os.ReadFile(filepath.Join(folder, "404.html")); err == nil {
			w.Write(page)
		}
	}))
	return s
}

// file is the file for an address below the base, "" when there is none.
func (s *website) file(below string) string {
	if below == "" || strings.HasSuffix(below, "/") {
		below += "index.html"
	}
	if strings.HasPrefix(below, "_") || !filepath.IsLocal(below) {
		return ""
	}
	file := filepath.Join(s.folder, filepath.FromSlash(below))
	info, err := os.Stat(file)
	if err != nil || info.IsDir() {
		return ""
	}
	return file
}

// address is the address of a page, as "reports/", on the test's server.
func (s *website) address(page string) string { return s.server.URL + s.base + page }

// fileOf is the file that an address on the test's server leads to.
func (s *website) fileOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return s.file(strings.TrimPrefix(u.Path, s.base))
}

type headerRule struct{ pattern, name, value string }

// matches knows the patterns that hosts know: a path, or one that ends in *.
func (r headerRule) matches(address string) bool {
	if start, any := strings.CutSuffix(r.pattern, "*"); any {
		return strings.HasPrefix(address, start)
	}
	return r.pattern == address
}

func headerRules(folder string) []headerRule {
	b, err := os.ReadFile(filepath.Join(folder, "_headers"))
	if err != nil {
		return nil // a test asks whether the policy is there
	}
	var rules []headerRule
	pattern := ""
	for line := range strings.Lines(string(b)) {
		name, value, isHeader := strings.Cut(strings.TrimSpace(line), ":")
		if !strings.HasPrefix(line, " ") {
			pattern = strings.TrimSpace(line)
		} else if isHeader {
			rules = append(rules, headerRule{pattern, name, strings.TrimSpace(value)})
		}
	}
	return rules
}

// pages are the addresses of every page that people read, as "reports/bus-pass/".
func (s *website) pages() []string {
	var list []string
	filepath.WalkDir(s.folder, func(file string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(file) != ".html" {
			return err
		}
		if b, err := os.ReadFile(file); err != nil || strings.Contains(string(b), `http-equiv="refresh"`) {
			return err // it only leads on to another page
		}
		rel, _ := filepath.Rel(s.folder, file)
		list = append(list, strings.TrimSuffix(filepath.ToSlash(rel), "index.html"))
		return nil
	})
	return list
}
