package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"yousaid/generator/site"
)

// mount mounts something for one test, or skips it.
func mount(t *testing.T, source, dir, kind string, flags uintptr, data string) {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can mount file systems, so this was not tried with a real one")
	}
	if _, err := os.Stat(dir); err != nil {
		put(t, dir, "x=")
		remove(t, dir, "x")
	}
	if err := unix.Mount(source, dir, kind, flags, data); err != nil {
		t.Skipf("no file system can be mounted here (%v), so this was not tried with a real one", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, unix.MNT_DETACH); err != nil {
			t.Errorf("unmount %s: %v", dir, err)
		}
	})
}

func memory(t *testing.T, dir, size string) { mount(t, "none", dir, "tmpfs", 0, "mode=755,size="+size) }

func TestAMountPointIsUpdatedInPlace(t *testing.T) {
	for name, mounted := range map[string]func(t *testing.T, parent, dir string){
		"another disk": func(t *testing.T, _, dir string) { memory(t, dir, "1m") },
		"the same disk": func(t *testing.T, parent, dir string) {
			put(t, parent, "store/.keep=")
			remove(t, parent, "store/.keep")
			mount(t, filepath.Join(parent, "store"), dir, "", unix.MS_BIND, "")
		},
	} {
		t.Run(name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "public")
			mounted(t, parent, dir)
			extra := []string{"CNAME=example.org", ".git/objects/aa/bb=object"}
			put(t, dir, extra...)
			f := Folder{Path: dir}
			for _, files := range [][]site.File{before, after, nil, after} {
				f.InPlace = false
				if _, err := f.Publish(files); err != nil {
					t.Fatal(err)
				}
				if !f.InPlace {
					t.Error("it does not say that the files were replaced one by one")
				}
				wantTree(t, dir, siteTree(files, extra...))
				if left := stages(t, dir); left != nil {
					t.Errorf("left behind: %v", left)
				}
			}
			var st, above unix.Stat_t
			if err := errors.Join(unix.Stat(dir, &st), unix.Stat(parent, &above)); err != nil || name == "another disk" && st.Dev == above.Dev {
				t.Errorf("the folder is no mount point any more: %v", err)
			}
		})
	}
}

func TestAFullDiskLeavesTheOldSite(t *testing.T) {
	files := append(pages("0.html=new", "new/folder/big.html="+strings.Repeat("x", 128<<10), "reports/bus/index.html=diff"), after[0], after[1])
	t.Run("beside the folder", func(t *testing.T) {
		parent := filepath.Join(t.TempDir(), "disk")
		memory(t, parent, "128k")
		wantUnchangedByAFault(t, parent, filepath.Join(parent, "public"), files, false)
	})
	t.Run("in the folder", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		memory(t, dir, "128k")
		wantUnchangedByAFault(t, filepath.Dir(dir), dir, files, true)
	})
	t.Run("to the last byte", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		memory(t, dir, "128k")
		publishTo(t, dir, before)
		was := tree(t, dir)
		// With every amount of room the update is done whole or not at all.
		const most = 16
		done := 0
		for room := range most {
			fill(t, dir, room)
			_, err := (&Folder{Path: dir}).Publish(after)
			if errors.Is(err, ErrHalfway) {
				t.Errorf("with room for %d pages it broke off halfway: %v", room, err)
			}
			remove(t, dir, ".git")
			if err == nil {
				done++
				wantTree(t, dir, siteTree(after))
			} else {
				wantTree(t, dir, was)
			}
			publishTo(t, dir, before)
		}
		if done == 0 || done == most {
			t.Errorf("%d of %d updates had room", done, most)
		}
	})
}

// fill leaves room for only so many small files on a disk.
func fill(t *testing.T, dir string, room int) {
	t.Helper()
	var st unix.Statfs_t
	put(t, dir, ".git/filler=")
	if err := unix.Statfs(dir, &st); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, ".git", "filler"), make([]byte, (int64(st.Bavail)-int64(room))*st.Bsize), 0o644); err != nil {
		t.Fatal(err)
	}
}

// wantUnchangedByAFault publishes a site, and then one that can't be written.
func wantUnchangedByAFault(t *testing.T, all, dir string, files []site.File, inPlace bool) {
	t.Helper()
	publishTo(t, dir, before)
	was := tree(t, all)
	f := Folder{Path: dir}
	_, err := f.Publish(files)
	if err == nil || errors.Is(err, ErrHalfway) {
		t.Errorf("error: %v", err)
	}
	if f.InPlace != inPlace {
		t.Errorf("in place: %v", f.InPlace)
	}
	wantTree(t, all, was)
	publishTo(t, dir, after)
	wantTree(t, dir, siteTree(after))
}

func TestADiskThatCannotBeWrittenLeavesTheOldSite(t *testing.T) {
	disk := filepath.Join(t.TempDir(), "disk")
	dir := filepath.Join(disk, "public")
	memory(t, disk, "1m")
	publishTo(t, dir, before)
	put(t, disk, ".public.yousaid-1/site/index.html=what a killed build left")
	was := tree(t, disk)
	if err := unix.Mount("none", disk, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		t.Skipf("no disk can be made read-only here: %v", err)
	}
	unlock, err := Lock(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	unlock()
	for _, replace := range []bool{false, true} {
		if _, err := (&Folder{Path: dir, Replace: replace}).Publish(after); !errors.Is(err, unix.EROFS) || errors.Is(err, ErrHalfway) {
			t.Errorf("error: %v", err)
		}
		wantTree(t, disk, was)
	}
	if err := unix.Mount("none", disk, "", unix.MS_REMOUNT, ""); err != nil {
		t.Fatal(err)
	}
	publishTo(t, dir, after)
	wantTree(t, disk, prefixed("public/", siteTree(after)))
}

// A container often has one folder that can be written to, and nothing beside it.
func TestAFolderAloneOnAReadOnlyDiskIsUpdatedInPlace(t *testing.T) {
	disk := filepath.Join(t.TempDir(), "disk")
	dir := filepath.Join(disk, "public")
	memory(t, disk, "1m")
	memory(t, dir, "1m")
	if err := unix.Mount("none", disk, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		t.Skipf("no disk can be made read-only here: %v", err)
	}
	for _, files := range [][]site.File{before, after} {
		f := Folder{Path: dir}
		if _, err := f.Publish(files); err != nil || !f.InPlace {
			t.Errorf("in place: %v, %v", f.InPlace, err)
		}
		wantTree(t, disk, prefixed("public/", siteTree(files)))
	}
	// Nothing is staged here, so what can't be written shows late.
	was := tree(t, disk)
	for _, bad := range []string{"style.css/x", "index.html", "new/" + strings.Repeat("n", 300)} {
		files := append(pages("0.html=new", bad+"=new"), after...)
		if _, err := (&Folder{Path: dir}).Publish(files); err == nil || errors.Is(err, ErrHalfway) {
			t.Errorf("%.20s: %v", bad, err)
		}
		wantTree(t, disk, was)
	}
}

// What can't be removed stops the update where it is. The next build still
// knows which files are ours.
func TestAnUpdateInPlaceThatBreaksOffSaysSoAndCanBeFinished(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	put(t, parent, "cover=x")
	publishTo(t, dir, before)
	publishTo(t, dir, append(pages("a-gone.html=ended"), before...))
	withExchange(t, func(string, string) error { return errors.ErrUnsupported })
	t.Run("broken off", func(t *testing.T) {
		held := filepath.Join(dir, "reports", "gone", "index.html")
		mount(t, filepath.Join(parent, "cover"), held, "", unix.MS_BIND, "")
		if _, err := (&Folder{Path: dir}).Publish(after); !errors.Is(err, ErrHalfway) {
			t.Errorf("error: %v", err)
		}
		want := siteTree(before)
		want["reports/gone/index.html"] = "x"
		want[Manifest] = tree(t, dir)[Manifest]
		wantTree(t, dir, want)
	})
	publishTo(t, dir, after)
	wantTree(t, dir, siteTree(after))
}

func prefixed(prefix string, tree map[string]string) map[string]string {
	out := map[string]string{"./": "", prefix: ""}
	for p, data := range tree {
		if p != "./" {
			out[prefix+p] = data
		}
	}
	return out
}
