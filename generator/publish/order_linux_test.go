package publish

import (
	"errors"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

// New files have the modes that the tests look for, whoever runs them.
func init() { unix.Umask(0o022) }

// watch returns what the kernel saw happen to the files of a folder until
// events is called, in order, as "verb name".
func watch(t *testing.T, dir string) (events func() []string) {
	t.Helper()
	fd, err := unix.InotifyInit1(unix.IN_CLOEXEC | unix.IN_NONBLOCK)
	if err != nil {
		t.Skipf("the system does not tell what happens to files: %v", err)
	}
	t.Cleanup(func() { unix.Close(fd) })
	folders := map[int32]string{}
	for p := range tree(t, dir) {
		if strings.HasSuffix(p, "/") {
			wd, err := unix.InotifyAddWatch(fd, filepath.Join(dir, p), unix.IN_CREATE|unix.IN_MODIFY|unix.IN_DELETE|unix.IN_MOVED_TO)
			if err != nil {
				t.Fatal(err)
			}
			folders[int32(wd)] = path.Clean(p)
		}
	}
	return func() []string {
		var out []string
		buf := make([]byte, 64<<10)
		for {
			n, err := unix.Read(fd, buf)
			if err != nil || n <= 0 {
				return out
			}
			for at := 0; at < n; {
				e := (*unix.InotifyEvent)(unsafe.Pointer(&buf[at]))
				name := strings.TrimRight(string(buf[at+unix.SizeofInotifyEvent:at+unix.SizeofInotifyEvent+int(e.Len)]), "\x00")
				at += unix.SizeofInotifyEvent + int(e.Len)
				if e.Mask&unix.IN_ISDIR != 0 || name == "" {
					continue
				}
				verb := map[uint32]string{unix.IN_CREATE: "made", unix.IN_MODIFY: "written", unix.IN_DELETE: "removed", unix.IN_MOVED_TO: "put"}[e.Mask]
				out = append(out, verb+" "+path.Join(folders[e.Wd], name))
			}
		}
	}
}

func TestInPlaceEndsWordsBeforeAnythingNewComesIn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, pages("a-gone.html=ended", "m-both.html=old", "sub/b-both.html=old", "sub/z-gone.html=ended", "same.html=same", "z-both.html=old"))
	withExchange(t, func(string, string) error { return errors.ErrUnsupported })
	events := watch(t, dir)
	publishTo(t, dir, pages("0-new.html=new", "m-both.html=new", "sub/a-new.html=new", "sub/b-both.html=new", "same.html=same", "z-both.html=new"))
	const removed, replaced, added = 1, 2, 3
	at, seen, list := 0, 0, []string{}
	for _, e := range events() {
		verb, p, _ := strings.Cut(e, " ")
		if p == Manifest {
			list = append(list, e)
		}
		if p == Manifest || strings.HasPrefix(path.Base(p), temporary) {
			continue
		}
		step := 0
		switch {
		case verb == "removed" && strings.Contains(p, "gone"):
			step = removed
		case verb == "put" && strings.Contains(p, "both"):
			step = replaced
		case verb == "put" && strings.Contains(p, "new"):
			step = added
		}
		if step == 0 {
			t.Errorf("%s: files are put in their place whole, or removed", e)
		}
		if step < at {
			t.Errorf("%s came too late: what ended goes first, then what differs, then comes what is new", e)
		}
		at, seen = step, seen+1
	}
	if seen != 7 {
		t.Errorf("saw %d steps, want 7", seen)
	}
	for _, e := range list {
		if e != "put "+Manifest {
			t.Errorf("%s: the list was not whole at all times", e)
		}
	}
}

// While it is staged and exchanged, nothing in the folder itself is touched.
func TestTheExchangeIsOneStep(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, before)
	var until []string
	events := watch(t, dir)
	withExchange(t, func(a, b string) error {
		wantTree(t, a, siteTree(after))
		wantTree(t, b, siteTree(before))
		until = events()
		err := swap(a, b)
		wantTree(t, a, siteTree(before))
		wantTree(t, b, siteTree(after))
		return err
	})
	publishTo(t, dir, after)
	if until != nil {
		t.Errorf("before the exchange: %v", until)
	}
}
