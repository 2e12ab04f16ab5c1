package publish

import (
	"errors"
	"os"
	"path/filepath"
	"time"
)

// ErrBusy means that another build holds the folder.
var ErrBusy = errors.New("another build is writing to the same place")

// Lock keeps other builds away from a folder until unlock is called or the
// process ends, however it ends. It waits for a build that is running, at most
// for wait.
func Lock(folder string, wait time.Duration) (unlock func(), err error) {
	target, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	parent := filepath.Dir(target)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return nil, err
	}
	f, err := openLock(parent, filepath.Base(target))
	if err != nil {
		return nil, err
	}
	const pause = 50 * time.Millisecond
	for ; ; wait -= pause {
		switch err := tryLock(f); {
		case err == nil:
			return func() { f.Close() }, nil
		case !errors.Is(err, ErrBusy) || wait <= 0:
			f.Close()
			return nil, err
		}
		time.Sleep(pause)
	}
}
