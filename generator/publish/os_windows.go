package publish

import (
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// openLock opens a file of its own, because a folder can't be locked here.
func openLock(parent, name string) (*os.File, error) {
	return os.OpenFile(filepath.Join(parent, "."+name+".yousaid.lock"), os.O_CREATE|os.O_RDWR, 0o600)
}

func tryLock(f *os.File) error {
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &windows.Overlapped{})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return ErrBusy
	}
	return err
}

func cannotStage(err error) bool { return errors.Is(err, os.ErrPermission) }

func cannotExchange(error) bool { return true }
