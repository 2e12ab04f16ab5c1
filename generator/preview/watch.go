package preview

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	quiet    = 20 * time.Millisecond  // nothing happened for so long: build
	patience = 200 * time.Millisecond // something happens all the time: build all the same
	again    = time.Second            // a folder is gone: look for it so often
)

// errTooMany means that the system watches no more folders.
var errTooMany = errors.New("this computer cannot watch that many folders, so some changes will not show by themselves")

// ErrNoWatch means that the system watches nothing for us.
var ErrNoWatch = errors.New("this computer cannot watch any more folders")

// watcher tells that something changed in some folders or below them. Folders
// are watched and files never: an editor that saves by renaming puts a new
// file in place of the one that would be watched.
type watcher struct {
	*fsnotify.Watcher
	roots []string
}

func newWatcher(roots []string) (*watcher, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, ErrNoWatch
	}
	return &watcher{w, roots}, nil
}

// walk watches every folder there is now. A folder is watched before it is
// read, so that nothing put into it can be missed.
func (w *watcher) walk() error {
	var first error
	for _, root := range w.roots {
		err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
			switch {
			case name == "." && err != nil:
				return err
			case err != nil || !d.IsDir():
				return nil
			case name != "." && strings.HasPrefix(d.Name(), "."):
				return fs.SkipDir
			}
			err = w.Add(filepath.Join(root, filepath.FromSlash(name)))
			if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) {
				return errTooMany
			}
			// Gone again, or closed to us: the build finds out and says so.
			return nil
		})
		if err != nil && first == nil {
			first = err
		}
	}
	return first
}

// matters tells a change that can change the site from noise: rights and
// times, and the hidden files that editors work in.
func (w *watcher) matters(e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod {
		return false
	}
	isRoot := func(root string) bool { return filepath.Clean(root) == filepath.Clean(e.Name) }
	return !strings.HasPrefix(filepath.Base(e.Name), ".") || slices.ContainsFunc(w.roots, isRoot)
}

// watch builds now, and whenever something changed or a day began, until ctx
// ends.
func (b *builder) watch(ctx context.Context, w *watcher) {
	minute := time.NewTicker(cmp.Or(b.preview.minute, time.Minute))
	defer minute.Stop()
	var soon, latest, retry <-chan time.Time
	build := func() {
		soon, latest, retry = nil, nil, nil
		// Every build begins with a walk: of folders made at one go, as by
		// mkdir -p, only the first is announced.
		err := w.walk()
		b.build(err)
		if err != nil && !errors.Is(err, errTooMany) {
			retry = time.After(again)
		}
	}
	build()
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-w.Events:
			if w.matters(e) {
				soon = time.After(quiet)
				if latest == nil {
					latest = time.After(patience)
				}
			}
		case <-w.Errors:
			// Changes may have been lost, so everything is looked at.
			soon = time.After(quiet)
		case <-minute.C:
			if b.preview.Today() != b.today {
				build()
			}
		case <-retry:
			if w.walk() == nil {
				build()
			} else {
				retry = time.After(again)
			}
		case <-soon:
			build()
		case <-latest:
			build()
		}
	}
}
