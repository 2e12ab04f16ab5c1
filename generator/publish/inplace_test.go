package publish

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yousaid/generator/site"
)

func TestInPlaceComesToTheSameSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, before)
	withExchange(t, func(string, string) error { return errors.ErrUnsupported })
	f := Folder{Path: dir}
	for i, files := range [][]site.File{after, before, nil, after, after} {
		changed, err := f.Publish(files)
		if err != nil {
			t.Fatal(err)
		}
		if !f.InPlace && len(changed) > 0 {
			t.Error("it does not say that the files were replaced one by one")
		}
		if i == 4 && len(changed) > 0 {
			t.Errorf("changed: %v", changed)
		}
		wantTree(t, dir, siteTree(files))
		if left := stages(t, dir); left != nil {
			t.Errorf("left behind: %v", left)
		}
	}
	exchange = swap
	f.Path = filepath.Join(t.TempDir(), "public")
	if _, err := f.Publish(before); err != nil || f.InPlace {
		t.Errorf("a new folder was said to be updated in place: %v", err)
	}
}

func TestInPlaceLeavesUnchangedFilesAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, before)
	was := inodes(t, dir)
	withExchange(t, func(string, string) error { return errors.ErrUnsupported })
	publishTo(t, dir, after)
	now := inodes(t, dir)
	for _, p := range []string{"reports/bus/index.html", "style.css"} {
		if !os.SameFile(was[p], now[p]) || !was[p].ModTime().Equal(now[p].ModTime()) {
			t.Errorf("%s was written again", p)
		}
	}
}

func TestWhatAKilledUpdateInPlaceLeftIsCleared(t *testing.T) {
	eachWay(t, func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		publishTo(t, dir, before)
		put(t, dir, ".yousaid-new-7=half", "reports/gone/.yousaid-new-8=half", "topics/new/folder/.yousaid-new-9=half", ".yousaid-new-list=yousaid 1\n")
		publishTo(t, dir, before)
		wantTree(t, dir, siteTree(before))
		put(t, dir, ".yousaid-new-7=half")
		publishTo(t, dir, before)
		wantTree(t, dir, siteTree(before))
		if err := os.MkdirAll(filepath.Join(dir, "topics", "empty"), 0o755); err != nil {
			t.Fatal(err)
		}
		publishTo(t, dir, before)
		wantTree(t, dir, siteTree(before))
		put(t, dir, ".yousaid-new-0=half", "topics/new/.yousaid-new-1=half")
		publishTo(t, dir, after)
		wantTree(t, dir, siteTree(after))
	})
}

// manyFiles is a site that takes a while to write. Two ages of it have files
// in common, files of their own, and files that differ.
func manyFiles(age string) []site.File {
	var files []site.File
	for i := range 60 {
		text := strings.Repeat(fmt.Sprintf("%s %d\n", age, i), 100)
		files = append(files,
			site.File{Path: fmt.Sprintf("both/%d/index.html", i), Data: []byte(text)},
			site.File{Path: fmt.Sprintf("%s/%d.html", age, i), Data: []byte(text)},
			site.File{Path: fmt.Sprintf("same/%d.html", i), Data: []byte("same")})
	}
	return files
}

func TestAnUpdateInPlaceKilledAtAnyMomentHasWholeFilesAndEndsWordsFirst(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	old, next := manyFiles("old"), manyFiles("new")
	kills := 8
	if testing.Short() {
		kills = 4
	}
	if os.Getenv("PROVE") != "" {
		kills = 200
	}
	// How long a whole update takes here, and its part that others can see.
	publishTo(t, dir, old)
	start := time.Now()
	child := startChild(t, "in place", dir)
	seen := untilList(dir, old, false)
	visible := untilList(dir, next, true).Sub(seen)
	if err := child.Wait(); err != nil {
		t.Fatal(err)
	}
	took := time.Since(start)
	wantTree(t, dir, siteTree(next))

	halfway := 0
	for i := range kills {
		publishTo(t, dir, old)
		child := startChild(t, "in place", dir)
		if i%3 == 0 {
			time.Sleep(rand.N(took))
		} else {
			untilList(dir, old, false)
			time.Sleep(rand.N(visible))
		}
		_ = child.Process.Kill()
		_ = child.Wait()
		if wantOrder(t, tree(t, dir), old, next) {
			halfway++
		}
		if t.Failed() {
			t.Fatalf("after kill %d", i)
		}
		// The next build knows every file that is left, and puts things right.
		publishTo(t, dir, next)
		wantTree(t, dir, siteTree(next))
	}
	t.Logf("%d of %d kills came between the first change and the last", halfway, kills)
}

// untilList waits until the list of files is, or is no more, that of a site.
// An update in place lists the files of two sites while it is on its way.
func untilList(dir string, files []site.File, is bool) time.Time {
	want := string(manifest(files).Data)
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Microsecond) {
		if list, err := os.ReadFile(filepath.Join(dir, Manifest)); err == nil && (string(list) == want) == is {
			break
		}
	}
	return time.Now()
}

// wantOrder looks at a folder whose update broke off somewhere: every file is
// an old one or a new one, and nothing new is there while old words are.
func wantOrder(t *testing.T, got map[string]string, old, next []site.File) (halfway bool) {
	t.Helper()
	was, will := siteTree(old), siteTree(next)
	delete(was, Manifest)
	delete(will, Manifest)
	goneLeft, oldLeft, newIn := 0, 0, 0
	for p, data := range got {
		a, inOld := was[p]
		b, inNew := will[p]
		switch {
		case strings.HasSuffix(p, "/"), p == Manifest, strings.HasPrefix(filepath.Base(p), temporary):
		case !inOld && !inNew:
			t.Errorf("%s is of neither site", p)
		case data != a && data != b:
			t.Errorf("%s is not whole: %d bytes", p, len(data))
		case !inNew:
			goneLeft++
		case !inOld:
			newIn++
		case a != b && data == a:
			oldLeft++
		}
	}
	goes, replaced := 0, 0
	for p, a := range was {
		if b, stays := will[p]; !stays && !strings.HasSuffix(p, "/") {
			goes++
		} else if stays && a != b {
			replaced++
		}
	}
	if goneLeft > 0 && oldLeft < replaced || goneLeft+oldLeft > 0 && newIn > 0 {
		t.Errorf("%d of %d ended files and %d of %d old ones are there, and %d new ones came in before", goneLeft, goes, oldLeft, replaced, newIn)
	}
	for p, a := range was {
		if b := will[p]; a == b && got[p] != a {
			t.Errorf("%s is missing, though it is the same in both", p)
		}
	}
	return goneLeft < goes && newIn < goes
}
