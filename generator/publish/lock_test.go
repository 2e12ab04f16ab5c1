package publish

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

func TestASecondBuildWaitsForTheFirst(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	unlock, err := Lock(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	const wait = 300 * time.Millisecond
	start := time.Now()
	if _, err := Lock(dir, wait); !errors.Is(err, ErrBusy) {
		t.Fatalf("two builds have the folder at once: %v", err)
	}
	if waited := time.Since(start); waited < wait/2 || waited > 20*wait {
		t.Errorf("waited for %v, want about %v", waited, wait)
	}
	released := make(chan struct{})
	time.AfterFunc(wait, func() { close(released); unlock() })
	again, err := Lock(dir, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	select {
	case <-released:
	default:
		t.Error("the second build began before the first had ended")
	}
	again()
	if _, err := os.Stat(dir); err == nil {
		t.Error("a lock alone made the folder")
	}
	if left := names(t, filepath.Dir(dir)); runtime.GOOS != "windows" && left != nil {
		t.Errorf("left lying about: %v", left)
	}
}

// Two ways to write one folder are one folder.
func TestALockHoldsForEveryNameOfTheFolder(t *testing.T) {
	parent := t.TempDir()
	put(t, parent, "site/x=")
	unlock, err := Lock(filepath.Join(parent, "site", "public"), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	names := []string{filepath.Join(parent, "site", "..", "site", "public") + string(filepath.Separator)}
	if os.Symlink("site", filepath.Join(parent, "link")) == nil {
		names = append(names, filepath.Join(parent, "link", "public"))
	}
	for _, name := range names {
		if _, err := Lock(name, 0); !errors.Is(err, ErrBusy) {
			t.Errorf("%s: %v", name, err)
		}
	}
	t.Chdir(filepath.Join(parent, "site"))
	if _, err := Lock("public", 0); !errors.Is(err, ErrBusy) {
		t.Errorf("public: %v", err)
	}
}

func TestALockEndsWithTheProcessHoweverItEnds(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	child := startChild(t, "lock", dir)
	if _, err := Lock(dir, 0); !errors.Is(err, ErrBusy) {
		t.Fatalf("the other process has the lock, yet: %v", err)
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = child.Wait()
	unlock, err := Lock(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	unlock()
}

// startChild runs this program again as a process of its own that does one
// thing, and waits until it says that it has begun.
func startChild(t *testing.T, what, dir string) *exec.Cmd {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestChild$")
	child.Env = append(os.Environ(), "PUBLISH_CHILD="+what, "PUBLISH_DIR="+dir)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = child.Process.Kill() })
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "begun\n" {
		t.Fatalf("the other process said %q, %v", line, err)
	}
	return child
}

// TestChild is what startChild starts.
func TestChild(t *testing.T) {
	dir := os.Getenv("PUBLISH_DIR")
	switch os.Getenv("PUBLISH_CHILD") {
	case "":
		t.Skip("only the other tests start this, as a process of its own")
	case "lock":
		if _, err := Lock(dir, 0); err != nil {
			t.Fatal(err)
		}
		fmt.Println("begun")
		time.Sleep(time.Minute)
	case "in place":
		exchange = func(string, string) error { return errors.ErrUnsupported }
		fmt.Println("begun")
		if _, err := (&Folder{Path: dir}).Publish(manyFiles("new")); err != nil {
			t.Fatal(err)
		}
	}
}
