package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/site"
)

// pages makes files out of "path=text" pairs.
func pages(pairs ...string) []site.File {
	var files []site.File
	for _, pair := range pairs {
		p, text, _ := strings.Cut(pair, "=")
		files = append(files, site.File{Path: p, Data: []byte(text)})
	}
	return files
}

var (
	before = pages("index.html=old home", "reports/bus/index.html=same", "reports/gone/index.html=ended words", "style.css=same")
	after  = pages("about.html=new", "index.html=new home", "reports/bus/index.html=same", "style.css=same", "topics/parks/index.html=new")
)

// tree is every name in a folder with its kind and what it holds.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		rel = filepath.ToSlash(rel)
		switch {
		case d.IsDir():
			out[rel+"/"] = ""
		case d.Type()&fs.ModeSymlink != 0:
			link, err := os.Readlink(p)
			out[rel] = "-> " + link
			return err
		case d.Type().IsRegular():
			data, err := os.ReadFile(p)
			out[rel] = string(data)
			return err
		default:
			out[rel] = d.Type().String()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// siteTree is the tree of a folder that holds exactly these files.
func siteTree(files []site.File, extra ...string) map[string]string {
	out := map[string]string{"./": "", Manifest: string(manifest(files).Data)}
	for _, f := range slices.Concat(files, pages(extra...)) {
		out[f.Path] = string(f.Data)
		for dir := filepath.Dir(f.Path); dir != "."; dir = filepath.Dir(dir) {
			out[filepath.ToSlash(dir)+"/"] = ""
		}
	}
	return out
}

func wantTree(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	got := tree(t, dir)
	for p, data := range want {
		if have, ok := got[p]; !ok {
			t.Errorf("%s is missing", p)
		} else if have != data {
			t.Errorf("%s holds %.60q (%x), want %.60q (%x)", p, have, sha256.Sum256([]byte(have)), data, sha256.Sum256([]byte(data)))
		}
	}
	for p := range got {
		if _, ok := want[p]; !ok {
			t.Errorf("%s should not be there", p)
		}
	}
}

func put(t *testing.T, dir string, files ...string) {
	t.Helper()
	for _, f := range pages(files...) {
		p := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func publishTo(t *testing.T, dir string, files []site.File) []string {
	t.Helper()
	f := Folder{Path: dir}
	changed, err := f.Publish(files)
	if err != nil {
		t.Fatal(err)
	}
	return changed
}

// stages are the folders beside dir that builds make and clear.
func stages(t *testing.T, dir string) []string {
	t.Helper()
	left, err := filepath.Glob(filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".yousaid-*"))
	if err != nil {
		t.Fatal(err)
	}
	return left
}

// withExchange puts something in the place of the exchange for one test.
func withExchange(t *testing.T, do func(a, b string) error) {
	t.Helper()
	was := exchange
	exchange = do
	t.Cleanup(func() { exchange = was })
}

func TestAFolderHoldsExactlyTheFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b", "public")
	changed := publishTo(t, dir, before)
	wantTree(t, dir, siteTree(before))
	if want := []string{Manifest, "index.html", "reports/bus/index.html", "reports/gone/index.html", "style.css"}; !slices.Equal(changed, want) {
		t.Errorf("changed: %v, want %v", changed, want)
	}
	changed = publishTo(t, dir, after)
	wantTree(t, dir, siteTree(after))
	if want := []string{Manifest, "about.html", "index.html", "reports/gone/index.html", "topics/parks/index.html"}; !slices.Equal(changed, want) {
		t.Errorf("changed: %v, want %v", changed, want)
	}
	if left := stages(t, dir); left != nil {
		t.Errorf("left behind: %v", left)
	}
	publishTo(t, dir, nil)
	wantTree(t, dir, siteTree(nil))
}

func TestAFolderAndMemoryTellTheSameChanges(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	var m Memory
	for _, files := range [][]site.File{before, after, after, nil, before} {
		onDisk := slices.DeleteFunc(publishTo(t, dir, files), func(p string) bool { return p == Manifest })
		inMemory, err := m.Publish(files)
		if err != nil || !slices.Equal(onDisk, inMemory) {
			t.Errorf("folder %v, memory %v, %v", onDisk, inMemory, err)
		}
		if got := m.Files(); !slices.EqualFunc(got, files, func(a, b site.File) bool { return a.Path == b.Path && string(a.Data) == string(b.Data) }) {
			t.Errorf("memory holds %d files, want %d", len(got), len(files))
		}
	}
}

func TestASecondPublishChangesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, before)
	was := inodes(t, dir)
	folder, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	if changed := publishTo(t, dir, before); len(changed) != 0 {
		t.Errorf("changed: %v", changed)
	}
	if still, err := os.Stat(dir); err != nil || !os.SameFile(folder, still) {
		t.Error("the folder was exchanged for nothing")
	}
	for p, info := range inodes(t, dir) {
		if !os.SameFile(was[p], info) || !was[p].ModTime().Equal(info.ModTime()) {
			t.Errorf("%s was written again", p)
		}
	}
	wantTree(t, dir, siteTree(before))
}

func TestFilesThatDidNotChangeAreNotWrittenAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, before)
	was := inodes(t, dir)
	publishTo(t, dir, after)
	now := inodes(t, dir)
	for _, p := range []string{"reports/bus/index.html", "style.css"} {
		if !os.SameFile(was[p], now[p]) {
			t.Errorf("%s was written again", p)
		}
	}
	if os.SameFile(was["index.html"], now["index.html"]) {
		t.Error("index.html was written through, so a reader could see half of it")
	}
}

func inodes(t *testing.T, dir string) map[string]fs.FileInfo {
	t.Helper()
	out := map[string]fs.FileInfo{}
	for p := range tree(t, dir) {
		if info, err := os.Stat(filepath.Join(dir, p)); err != nil {
			t.Fatal(err)
		} else if info.Mode().IsRegular() {
			out[p] = info
		}
	}
	return out
}

// The same length is not the same file.
func TestAChangeThatKeepsTheLengthIsSeen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, pages("a.html=yes"))
	if changed := publishTo(t, dir, pages("a.html=noo")); !slices.Equal(changed, []string{"a.html"}) {
		t.Errorf("changed: %v", changed)
	}
	wantTree(t, dir, siteTree(pages("a.html=noo")))
}

func TestWhatAKilledBuildLeftIsCleared(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "pub[l]*ic")
	put(t, parent, ".pub[l]*ic.yousaid-123/site/reports/gone/index.html=ended words", ".pub[l]*ic.yousaid-9=half",
		".public.yousaid-1/site/index.html=another folder's", "pub[l]*ic.yousaid-keep/a=somebody's")
	for _, files := range [][]site.File{before, before, after} {
		put(t, parent, ".pub[l]*ic.yousaid-123/site/reports/gone/index.html=ended words")
		publishTo(t, dir, files)
		want := []string{".public.yousaid-1", "pub[l]*ic", "pub[l]*ic.yousaid-keep"}
		if got := names(t, parent); !slices.Equal(got, want) {
			t.Errorf("beside the site: %v, want %v", got, want)
		}
	}
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range list {
		out = append(out, e.Name())
	}
	return out
}

// A build that is refused takes what an earlier one left with it, too.
func TestLeftoversAreClearedWhenTheFolderIsRefused(t *testing.T) {
	parent := t.TempDir()
	put(t, parent, "public/holiday.jpg=photo", ".public.yousaid-1/site/index.html=ended words")
	_, err := (&Folder{Path: filepath.Join(parent, "public")}).Publish(before)
	if foreign := new(ForeignError); !errors.As(err, &foreign) {
		t.Fatal(err)
	}
	if got := names(t, parent); !slices.Equal(got, []string{"public"}) {
		t.Errorf("left: %v", got)
	}
}

func TestNobodyElseCanReadTheStage(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("this system has no modes")
	}
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, before)
	looked := false
	withExchange(t, func(a, b string) error {
		looked = true
		list := stages(t, dir)
		if len(list) != 1 {
			t.Fatalf("stages: %v", list)
		}
		wantMode(t, list[0], 0o700)
		if rel, err := filepath.Rel(list[0], a); err != nil || !filepath.IsLocal(rel) || rel == "." {
			t.Errorf("the new site is staged in %s", a)
		}
		return swap(a, b)
	})
	publishTo(t, dir, after)
	if !looked {
		t.Fatal("no exchange took place")
	}
	wantMode(t, dir, 0o755)
	wantMode(t, filepath.Join(dir, "topics", "parks"), 0o755)
	wantMode(t, filepath.Join(dir, "index.html"), 0o644)
}

func wantMode(t *testing.T, p string, want fs.FileMode) {
	t.Helper()
	info, err := os.Lstat(p)
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Mode().Perm(); got != want {
		t.Errorf("%s has mode %v, want %v", p, got, want)
	}
}

// Somebody who reads while the site is replaced never finds it missing.
func TestAReaderAlwaysFindsAWholeSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if err := swap(t.TempDir(), t.TempDir()); err != nil {
		t.Skipf("folders cannot be exchanged here: %v", err)
	}
	publishTo(t, dir, before)
	stop, looks := make(chan struct{}), make(chan int)
	go func() {
		for n := 0; ; n++ {
			select {
			case <-stop:
				looks <- n
				return
			default:
			}
			if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
				t.Errorf("for a moment there was no site: %v", err)
			}
		}
	}()
	for range 100 {
		publishTo(t, dir, after)
		publishTo(t, dir, before)
	}
	close(stop)
	t.Logf("looked %d times", <-looks)
}

// eachWay runs a test with the exchange, and as if there were none.
func eachWay(t *testing.T, test func(t *testing.T)) {
	t.Helper()
	t.Run("exchange", func(t *testing.T) {
		if err := swap(t.TempDir(), t.TempDir()); err != nil {
			t.Skipf("folders cannot be exchanged here: %v", err)
		}
		test(t)
	})
	for _, err := range []error{errors.ErrUnsupported, fmt.Errorf("wrapped: %w", errors.ErrUnsupported)} {
		t.Run("in place", func(t *testing.T) {
			withExchange(t, func(string, string) error { return err })
			test(t)
		})
	}
}
