package generator

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"yousaid/generator/finding"
	"yousaid/generator/rule/ruletest"
)

// marker stands for words that may be private. It is in every broken file, and
// may be in nothing that the program says or makes.
const marker = "zorblefink"

const top = "date: 2026-02-14\nstatus: done\ntopic: roads\nanonymity: {checked: 2026-02-10, by: participation-lead}\n"

// front is a report whose upper part is this.
func front(yaml string) string {
	return "---\n" + yaml + "---\n## You said\n\nThe " + marker + " is late.\n"
}

// brokenYAML can't be read as YAML, in a report or in site.yaml.
var brokenYAML = map[string]string{
	"second document":     "title: " + marker + "\n--- \ntitle: two\n",
	"end of document":     "title: " + marker + "\n...\ntitle: two\n",
	"directive":           "%TAG ! tag:" + marker + ",2000:\ntitle: a\n",
	"alias of nothing":    "title: *" + marker + "\n",
	"tab":                 "title: " + marker + "\nasked:\n\thow: x\n",
	"open bracket":        "title: [" + marker + "\n",
	"open brace":          "title: {" + marker + "\n",
	"open quote":          "title: \"" + marker + "\n",
	"open single quote":   "title: '" + marker + "\n",
	"bad escape":          "title: \"" + marker + " \\q\"\n",
	"percent":             "title: %" + marker + "\n",
	"at sign":             "title: @" + marker + "\n",
	"backquote":           "title: `" + marker + "`\n",
	"colon":               "title: a " + marker + ": b\n",
	"key without a colon": "title: a\n" + marker + "\n",
	"odd indent":          "title: a\n  summary: " + marker + "\n",
	"list without end":    "title:\n- " + marker + "\nx\n",
	"bad block mark":      "title: |99x\n  " + marker + "\n",
	"huge nesting":        "title: " + strings.Repeat("[", 100_000) + marker + "\n",
	"deep braces":         "title: " + strings.Repeat("{"+marker+": ", 5_000) + "x" + strings.Repeat("}", 5_000) + "\n",
	"deep lines":          deep(500),
	"question mark":       "? [" + marker + "\n",
}

// brokenText is no text that can be read at all, in a report or in site.yaml.
var brokenText = map[string]string{
	"NUL":                  front("title: " + marker + "\x00\n" + top),
	"binary":               "\x7fELF\x02\x01\x01\x00" + marker,
	"escape":               front("title: \x1b]8;;" + marker + "\n" + top),
	"not UTF-8":            front("title: " + marker + " caf\xe9\n" + top),
	"half a letter":        front("title: "+marker+"\n"+top) + "\xe2\x82",
	"UTF-16, small end":    "\xff\xfe" + utf16(front("title: "+marker+"\n"+top), 0),
	"UTF-16, big end":      "\xfe\xff" + utf16(front("title: "+marker+"\n"+top), 1),
	"U+2028":               front("title: " + marker + "\u2028withdrawn: 2026-01-01\n" + top),
	"U+0085":               front("title: " + marker + "\u0085x\n" + top),
	"mark inside the text": front("title: " + marker + "\ufeff\n" + top),
	"over a megabyte":      front("title: " + marker + "\n" + top + "summary: " + strings.Repeat(marker+" ", 1<<17) + "\n"),
}

// brokenReport is wrong in a report only.
var brokenReport = map[string]string{
	"alias":                front("title: &a " + marker + "\nsummary: *a\n" + top),
	"alias bomb":           front(bomb(9) + top),
	"merge key":            front("a: &a {title: " + marker + "}\n<<: *a\n" + top),
	"empty":                "",
	"white space":          " \n\t\n",
	"no upper part":        "## You said\n\n" + marker + "\n",
	"only ---":             "---",
	"only --- and a line":  "---\n",
	"two ---":              "---\n---\n" + marker + "\n",
	"never closed":         "---\ntitle: " + marker + "\n" + top + "## You said\n\nx\n",
	"closed with ----":     "---\ntitle: " + marker + "\n" + top + "----\nx\n",
	"opened with ----":     "----\ntitle: " + marker + "\n" + top + "---\nx\n",
	"closed with ...":      "---\ntitle: " + marker + "\n" + top + "...\nx\n",
	"words above":          marker + "\n" + front("title: a\n"+top),
	"--- inside words":     front("title: a\n" + top + "summary: |\n  " + marker + "\n  ---\n  and more\n"),
	"--- moved in":         "---\ntitle: " + marker + "\n" + top + " ---\nx\n",
	"a list":               front("- " + marker + "\n"),
	"one word":             front(marker + "\n"),
	"nothing but a note":   front("# " + marker + "\n"),
	"unused anchor":        front("title: &" + marker + " a bus\n" + top),
	"anchor of a map":      front("title: a\n" + strings.Replace(top, "{", "&"+marker+" {", 1)),
	"tag":                  front("title: !" + marker + " a\n" + top),
	"tag of a key":         front("!" + marker + " title: a\n" + top),
	"binary tag":           front("title: !!binary " + marker + "\n" + top),
	"repeated key":         front("title: " + marker + "\ntitle: b\n" + top),
	"key that is a list":   front("title: a\n? [" + marker + "]\n: x\n" + top),
	"key that is a map":    front("title: a\n? {" + marker + ": x}\n: x\n" + top),
	"key in quote marks":   front("title: a\n\"" + marker + "\": x\n" + top),
	"key in capitals":      front("title: a\nSummary: " + marker + "\n" + top),
	"empty key":            front("title: a\n\"\": " + marker + "\n" + top),
	"words after a #":      front("title: a bus #" + marker + "\n" + top),
	"very long line":       front("title: a\n" + top + strings.Repeat(marker, 90_000) + ": x\n"),
	"very long value":      front("title: a\ndate: " + strings.Repeat(marker, 90_000) + "\n" + strings.Replace(top, "date: 2026-02-14\n", "", 1)),
	"very many keys":       front("title: a\n" + top + manyKeys(100_000)),
	"very many fences":     "---\ntitle: " + marker + "\n" + strings.Repeat(" ---\n", 100_000),
	"very many voices":     front("title: a\n" + top + "contributions:\n" + strings.Repeat("  - {id: a, words: "+marker+"}\n", 20_000)),
	"very many quotes":     front("title: a\n"+top) + strings.Repeat("> ", 5_000) + marker + "\n",
	"very many brackets":   front("title: a\n"+top) + strings.Repeat("[", 50_000) + "<b>" + marker,
	"very many & in words": front("title: a\n"+top) + strings.Repeat("&", 500_000) + "<b>" + marker,
}

func bomb(n int) string {
	s := "a0: &a0 [" + marker + ", " + marker + "]\n"
	for i := range n {
		s += fmt.Sprintf("a%d: &a%d [%s*a%d]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 9), i)
	}
	return s
}

func deep(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + marker + ":\n")
	}
	return b.String()
}

func manyKeys(n int) string {
	var b strings.Builder
	b.WriteString(marker + ": x\n")
	for i := range n {
		fmt.Fprintf(&b, "z%d: x\n", i)
	}
	return b.String()
}

func utf16(s string, zeroAt int) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		pair := []byte{c, c}
		pair[1-zeroAt] = 0
		b.Write(pair)
	}
	return b.String()
}

// fromLibrary is what messages of libraries and of the machine look like.
var fromLibrary = regexp.MustCompile(`yaml:|[Ll]ine \d|column \d|did not find|unmarshal|found character|token|EOF|mapping|permission denied|no such|runtime error|0x[0-9a-f]`)

// speaksWell checks that findings hold no word of the file and no message of a
// library, and each has advice.
func speaksWell(t *testing.T, list []finding.Finding) {
	t.Helper()
	known := documented()
	for _, f := range list[:min(len(list), 100)] {
		said := f.String()
		if strings.Contains(strings.ToLower(said), marker) || fromLibrary.MatchString(strings.TrimPrefix(said, f.Pos.File)) {
			t.Errorf("a finding repeats what it should not: %s", said)
		}
		if f.Message == "" || f.Hint == "" || !known[f.Rule] || f.Rule == programBroke.Name {
			t.Errorf("a finding of no use: %s", said)
		}
		if why := hard(f); why != "" {
			t.Errorf("not for a worker without training, because %s: %s", why, said)
		}
		if f.Pos.Line < 0 || f.Pos.Line > 0 && (f.Pos.Col < 1 || f.Pos.EndLine < f.Pos.Line) {
			t.Errorf("no place: %+v", f.Pos)
		}
	}
}

// heldAlone checks that one file is held, with findings, and nothing else is.
func heldAlone(t *testing.T, content fs.FS, file string) {
	t.Helper()
	start := time.Now()
	r := buildOf(t, content)
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("it took %v", took)
	}
	mine := about(r, file)
	if !finding.Stops(mine) || !slices.Contains(r.Held, file) {
		t.Errorf("not held: %v", mine)
	}
	speaksWell(t, r.Findings)
	if !hasFile(r, ruletest.OtherPage) {
		t.Error("the other report is not published")
	}
	for _, f := range r.Files {
		if bytes.Contains(bytes.ToLower(f.Data), []byte(marker)) {
			t.Errorf("%s holds words of a held file", f.Path)
		}
	}
}

// refused checks that nothing is built from a site.yaml, and nothing repeated.
func refused(t *testing.T, content fs.FS) {
	t.Helper()
	_, err := new(Generator).Build(Input{Content: content, Theme: ownTheme, Today: ruletest.Today})
	var s *SettingsError
	if !errors.As(err, &s) {
		t.Fatalf("the error is %v, want a SettingsError", err)
	}
	if !finding.Stops(s.Findings) {
		t.Error("nothing says why")
	}
	speaksWell(t, s.Findings)
	if strings.Contains(fmt.Sprintf("%v %+v", err, s), marker) {
		t.Error("the error repeats words of the file")
	}
}

func with(fsys fstest.MapFS, file, text string) fstest.MapFS {
	fsys[file] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	return fsys
}

func TestAReportThatCannotBeReadIsHeldAloneAndNothingRepeatsIt(t *testing.T) {
	all := map[string]string{}
	for name, yaml := range brokenYAML {
		all[name] = front(yaml + top)
	}
	for _, more := range []map[string]string{brokenText, brokenReport} {
		for name, text := range more {
			all[name] = text
		}
	}
	for name, text := range all {
		t.Run(name, func(t *testing.T) {
			heldAlone(t, ruletest.Folder(text), "reports/report.md")
			heldAlone(t, with(ruletest.Folder(ruletest.Lay("")), "pages/about.md", text), "pages/about.md")
		})
	}
}

func TestAGlossaryThatCannotBeReadIsHeldAlone(t *testing.T) {
	for name, text := range brokenYAML {
		t.Run(name, func(t *testing.T) {
			heldAlone(t, with(ruletest.Folder(ruletest.Lay("")), "glossary.yaml", text), "glossary.yaml")
		})
	}
}

func TestASiteFileThatCannotBeReadBuildsNothingAndNothingRepeatsIt(t *testing.T) {
	for _, all := range []map[string]string{brokenYAML, brokenText, {"empty": "", "white space": "  \n", "note": "# " + marker}} {
		for name, text := range all {
			t.Run(name, func(t *testing.T) {
				refused(t, with(ruletest.Folder(ruletest.Lay("")), "site.yaml", text))
			})
		}
	}
	t.Run("none", func(t *testing.T) {
		content := ruletest.Folder(ruletest.Lay(""))
		delete(content, "site.yaml")
		refused(t, content)
	})
}

// onDisk writes a good folder to a temporary one.
func onDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, ruletest.Folder(ruletest.Lay(""))); err != nil {
		t.Fatal(err)
	}
	return dir
}

const broken = "reports/broken.md"

func TestWhatIsNoOrdinaryFileIsHeldAndNeverOpened(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "outside.md")
	if err := os.WriteFile(outside, []byte(front("title: "+marker+"\n"+top)), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, make := range map[string]func(path string) error{
		"link out of the folder":    func(p string) error { return os.Symlink(outside, p) },
		"link within the folder":    func(p string) error { return os.Symlink("the-other-report.md", p) },
		"link to itself":            func(p string) error { return os.Symlink("broken.md", p) },
		"link to nothing":           func(p string) error { return os.Symlink(marker, p) },
		"link to a folder":          func(p string) error { return os.Symlink(filepath.Dir(outside), p) },
		"link to the folder itself": func(p string) error { return os.Symlink(".", p) },
		"pipe":                      func(p string) error { return exec.Command("mkfifo", p).Run() },
		"50 MB": func(p string) error {
			if err := os.WriteFile(p, []byte(front("title: "+marker+"\n"+top)), 0o644); err != nil {
				return err
			}
			return os.Truncate(p, 50<<20)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := onDisk(t)
			if err := make(filepath.Join(dir, broken)); err != nil {
				t.Skipf("this computer can't make one: %v", err)
			}
			root, err := os.OpenRoot(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			heldAlone(t, root.FS(), broken)

			site := filepath.Join(dir, "site.yaml")
			if err := errors.Join(os.Remove(filepath.Join(dir, broken)), os.Remove(site), make(site)); err != nil {
				t.Fatal(err)
			}
			refused(t, root.FS())
		})
	}
}

// faulty is a folder of which one name can't be read.
type faulty struct {
	fs.FS
	name   string
	listed bool // the fault comes when it is read, not when it is opened
}

var errMachine = errors.New("permission denied: " + marker)

func (f faulty) Open(name string) (fs.File, error) {
	if name == f.name && !f.listed {
		return nil, &fs.PathError{Op: "open", Path: marker, Err: errMachine}
	}
	file, err := f.FS.Open(name)
	if name == f.name && err == nil {
		return faultyFile{file}, nil
	}
	return file, err
}

func (f faulty) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == f.name {
		return nil, &fs.PathError{Op: "open", Path: marker, Err: errMachine}
	}
	return fs.ReadDir(f.FS, name)
}

type faultyFile struct{ fs.File }

func (faultyFile) Read(p []byte) (int, error) { return copy(p, "---\ntitle: "+marker), errMachine }

func TestAFileOrFolderThatTheMachineCannotReadIsHeldAlone(t *testing.T) {
	content := with(ruletest.Folder(ruletest.Lay("")), "reports/Zorblefink/late.md", ruletest.Lay(""))
	for _, listed := range []bool{false, true} {
		heldAlone(t, faulty{content, "reports/report.md", listed}, "reports/report.md")
		refused(t, faulty{content, "site.yaml", listed})
	}
	// The name of a folder is not printed either: it may be somebody's.
	heldAlone(t, faulty{content, "reports/Zorblefink", false}, "reports/ (the folder that is number 1 when sorted by name)")
}
