package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/site"
)

func TestWhatIsNotOursStays(t *testing.T) {
	eachWay(t, func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		extra := []string{".git/HEAD=ref", ".git/objects/aa/bb=object", ".gitignore=*.tmp", ".nojekyll=", "CNAME=example.org"}
		put(t, dir, extra...)
		if err := os.Symlink("HEAD", filepath.Join(dir, ".git", "link")); err != nil {
			t.Skip("links cannot be made here")
		}
		private := filepath.Join(dir, ".git", "objects")
		if err := os.Chmod(private, 0o700); err != nil {
			t.Fatal(err)
		}
		for _, files := range [][]site.File{before, after, after} {
			publishTo(t, dir, files)
			want := siteTree(files, extra...)
			want[".git/link"] = "-> HEAD"
			wantTree(t, dir, want)
		}
		if runtime.GOOS != "windows" {
			wantMode(t, private, 0o700)
		}
	})
}

// .git can be a file, or a link to a folder elsewhere, whose files are not ours to move.
func TestALinkThatStaysIsNotFollowed(t *testing.T) {
	eachWay(t, func(t *testing.T) {
		parent := t.TempDir()
		dir := filepath.Join(parent, "public")
		put(t, parent, "elsewhere/HEAD=ref")
		publishTo(t, dir, before)
		if err := os.Symlink("../elsewhere", filepath.Join(dir, ".git")); err != nil {
			t.Skip("links cannot be made here")
		}
		publishTo(t, dir, after)
		want := siteTree(after)
		want[".git"] = "-> ../elsewhere"
		wantTree(t, dir, want)
		wantTree(t, filepath.Join(parent, "elsewhere"), map[string]string{"./": "", "HEAD": "ref"})
	})
}

func TestAFolderWithSomethingElseIsRefused(t *testing.T) {
	for name, foreign := range map[string][]string{
		"never built":    {"holiday.jpg=photo", "letters/gran.txt=dear"},
		"beside ours":    {"reports/bus/notes.txt=mine"},
		"a list of ours": {".yousaid=something else\nnotes.txt\n", "notes.txt=mine"},
		"deep names":     {"sub/.git/HEAD=not at the top"},
	} {
		t.Run(name, func(t *testing.T) {
			eachWay(t, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "public")
				if name == "beside ours" {
					publishTo(t, dir, before)
				}
				put(t, dir, foreign...)
				was := tree(t, dir)
				_, err := (&Folder{Path: dir}).Publish(after)
				if refused := new(ForeignError); !errors.As(err, &refused) || refused.Folder != dir || refused.Count < 1 {
					t.Errorf("error: %v", err)
				}
				wantTree(t, dir, was)
				if left := stages(t, dir); left != nil {
					t.Errorf("left behind: %v", left)
				}
				if _, err := (&Folder{Path: dir, Replace: true}).Publish(after); err != nil {
					t.Fatal(err)
				}
				wantTree(t, dir, siteTree(after))
				publishTo(t, dir, before) // it is ours now
			})
		})
	}
}

// What was a folder can become a page and the other way round.
func TestFilesAndFoldersCanTakeEachOthersPlace(t *testing.T) {
	eachWay(t, func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		put(t, dir, "about.html/deep/x=a folder", "topics=a file", "empty/deep/x=")
		if err := os.Remove(filepath.Join(dir, "empty", "deep", "x")); err != nil {
			t.Fatal(err)
		}
		if _, err := (&Folder{Path: dir, Replace: true}).Publish(after); err != nil {
			t.Fatal(err)
		}
		wantTree(t, dir, siteTree(after))
		turned := pages("about.html/index.html=x", "topics=now a file")
		publishTo(t, dir, turned)
		wantTree(t, dir, siteTree(turned))
	})
}

func TestAFolderThatIsALinkIsRefused(t *testing.T) {
	parent := t.TempDir()
	put(t, parent, "real/index.html=somebody's")
	dir := filepath.Join(parent, "public")
	for _, to := range []string{"real", "nowhere"} {
		if err := os.Symlink(to, dir); err != nil {
			t.Skip("links cannot be made here")
		}
		was := tree(t, parent)
		for _, replace := range []bool{false, true} {
			if _, err := (&Folder{Path: dir, Replace: replace}).Publish(after); err == nil || !strings.Contains(err.Error(), "is a link") {
				t.Errorf("error: %v", err)
			}
			wantTree(t, parent, was)
		}
		if err := os.Remove(dir); err != nil {
			t.Fatal(err)
		}
	}
	put(t, parent, "public=a file")
	if _, err := (&Folder{Path: dir, Replace: true}).Publish(after); err == nil || !strings.Contains(err.Error(), "is not a folder") {
		t.Errorf("error: %v", err)
	}
}

func TestLinksAreNeverFollowedOut(t *testing.T) {
	eachWay(t, func(t *testing.T) {
		parent := t.TempDir()
		dir, outside := filepath.Join(parent, "public"), filepath.Join(parent, "outside")
		publishTo(t, dir, before)
		// What lies outside looks just like the site, so that following would pay.
		put(t, outside, "index.html=old home", "same.css=same", "topics/parks/index.html=private", "gone/index.html=private", "about.html=new")
		lies := tree(t, outside)
		remove(t, dir, "index.html", "style.css", "reports/gone")
		links := map[string]string{
			"index.html":     "../outside/index.html",      // a page that is replaced
			"style.css":      outside + "/same.css",        // a page that would be unchanged
			"about.html":     outside + "/about.html",      // a page that is new
			"topics":         "../outside/topics",          // the folder of a new page
			"reports/gone":   "../../outside/gone",         // the folder of a page that goes
			"inside":         "reports",                    // a link within
			"loop":           "loop",                       // leads nowhere
			".yousaid-new-1": "../outside/gone/index.html", // a name like one of ours
		}
		for name, to := range links {
			if err := os.Symlink(to, filepath.Join(dir, filepath.FromSlash(name))); err != nil {
				t.Skip("links cannot be made here")
			}
		}
		was := tree(t, dir)
		_, err := (&Folder{Path: dir}).Publish(after)
		if foreign := new(ForeignError); !errors.As(err, &foreign) || foreign.Count != len(links) {
			t.Errorf("error: %v", err)
		}
		wantTree(t, dir, was)
		changed, err := (&Folder{Path: dir, Replace: true}).Publish(after)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(changed, "style.css") {
			t.Error("a link was taken for the file it leads to")
		}
		wantTree(t, dir, siteTree(after))
		wantTree(t, outside, lies)
	})
}

// A hard link, as backup programs make them, is one file under two names.
func TestABackupOfTheSiteIsNotWrittenThrough(t *testing.T) {
	eachWay(t, func(t *testing.T) {
		parent := t.TempDir()
		dir := filepath.Join(parent, "public")
		publishTo(t, dir, before)
		if err := os.Link(filepath.Join(dir, "index.html"), filepath.Join(parent, "backup")); err != nil {
			t.Skip("links cannot be made here")
		}
		publishTo(t, dir, after)
		if data, err := os.ReadFile(filepath.Join(parent, "backup")); string(data) != "old home" {
			t.Errorf("the backup holds %q, %v", data, err)
		}
	})
}

// A list that somebody else wrote must not make us remove files elsewhere.
func TestAListCannotReachOutOfTheFolder(t *testing.T) {
	eachWay(t, func(t *testing.T) {
		parent := t.TempDir()
		dir := filepath.Join(parent, "public")
		put(t, parent, "letter.txt=mine", "public/.yousaid=yousaid 1\n../letter.txt\n"+filepath.ToSlash(parent)+"/letter.txt\n")
		publishTo(t, dir, after)
		wantTree(t, dir, siteTree(after))
		if _, err := os.Stat(filepath.Join(parent, "letter.txt")); err != nil {
			t.Error(err)
		}
	})
}

func TestNamesThatLeaveTheFolderAreRefused(t *testing.T) {
	for _, bad := range []string{
		"../x", "..", "/etc/x", "a/../../x", "a/../b", "./a", "a//b", "a/", "", ".",
		".yousaid", ".yousaid/x", ".git/config", ".git", ".gitignore", "CNAME", ".nojekyll",
		"a\nb", "a\r", "reports/.yousaid-new-1", "index.html", "style.css/x",
	} {
		t.Run(fmt.Sprintf("%q", bad), func(t *testing.T) {
			eachWay(t, func(t *testing.T) {
				parent := t.TempDir()
				dir := filepath.Join(parent, "public")
				publishTo(t, dir, before)
				put(t, parent, "x=somebody's")
				was := tree(t, parent)
				files := append(slices.Clone(after), site.File{Path: bad, Data: []byte("new")})
				for _, replace := range []bool{false, true} {
					if _, err := (&Folder{Path: dir, Replace: replace}).Publish(files); err == nil {
						t.Error("it was published")
					}
					wantTree(t, parent, was)
				}
			})
		})
	}
}

func remove(t *testing.T, dir string, names ...string) {
	t.Helper()
	for _, name := range names {
		if err := os.RemoveAll(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Fatal(err)
		}
	}
}

// A fault that comes late, after half of the files were written.
func TestAFaultLeavesTheOldSite(t *testing.T) {
	eachWay(t, func(t *testing.T) {
		parent := t.TempDir()
		dir := filepath.Join(parent, "public")
		put(t, dir, "CNAME=example.org")
		publishTo(t, dir, before)
		was := tree(t, parent)
		for _, name := range []string{strings.Repeat("n", 300), "new/folder/" + strings.Repeat("n", 300), strings.Repeat("f", 300) + "/x"} {
			files := append(slices.Clone(after), site.File{Path: name, Data: []byte("x")})
			if _, err := (&Folder{Path: dir}).Publish(files); err == nil || errors.Is(err, ErrHalfway) {
				t.Errorf("error: %v", err)
			}
			wantTree(t, parent, was)
		}
	})
	t.Run("of the exchange", func(t *testing.T) {
		parent := t.TempDir()
		dir := filepath.Join(parent, "public")
		publishTo(t, dir, before)
		was := tree(t, parent)
		withExchange(t, func(string, string) error { return errors.New("the disk is on fire") })
		f := Folder{Path: dir}
		if _, err := f.Publish(after); err == nil || f.InPlace {
			t.Errorf("error: %v, in place: %v", err, f.InPlace)
		}
		wantTree(t, parent, was)
	})
}
