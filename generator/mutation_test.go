//go:build prove

package generator_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"text/tabwriter"
	"time"
)

// A verdict is what came of one fault.
type verdict struct {
	by   string // the test that failed; empty: none did
	err  error  // the fault itself is no good
	took time.Duration
}

// Every fault makes a test fail: first the histories are asked, then all tests.
// MUTATION=wall tries the faults that have wall in their file or reason.
func TestEveryFaultIsFound(t *testing.T) {
	root, work := copied(t), t.TempDir()
	if out, err := goTest(root, "", "./..."); err != nil {
		t.Fatalf("the tests fail without any fault:\n%s", out)
	}
	var chosen []int
	for i, f := range faults {
		if want := os.Getenv("MUTATION"); strings.Contains(f.file+" "+f.why, want) {
			chosen = append(chosen, i)
		}
	}
	verdicts := make([]verdict, len(faults))
	next := make(chan int)
	var wait sync.WaitGroup
	for range min(2, runtime.NumCPU()) {
		wait.Go(func() {
			for i := range next {
				start := time.Now()
				verdicts[i].by, verdicts[i].err = try(root, filepath.Join(work, fmt.Sprint(i)), faults[i])
				verdicts[i].took = time.Since(start)
			}
		})
	}
	for _, i := range chosen {
		next <- i
	}
	close(next)
	wait.Wait()
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', 0)
	for _, i := range chosen {
		f, v := faults[i], verdicts[i]
		switch {
		case v.err != nil:
			t.Errorf("%s: %s: the fault is no good: %v", f.file, f.why, v.err)
			v.by = "NO FAULT"
		case v.by == "":
			t.Errorf("%s: %s: no test fails", f.file, f.why)
			v.by = "NOBODY"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%.0fs\n", f.file, f.why, v.by, v.took.Seconds())
	}
	w.Flush()
	t.Logf("%d faults\n%s", len(chosen), table.String())
}

// copied is the module as it stands now, so that nobody's work on it is taken
// for a fault's doing.
func copied(t *testing.T) string {
	root := t.TempDir()
	err := filepath.WalkDir("..", func(p string, d fs.DirEntry, err error) error {
		to := filepath.Join(root, strings.TrimPrefix(p, ".."))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil // gone while we looked
		case err != nil:
			return err
		case d.IsDir() && d.Name() == ".git":
			return fs.SkipDir
		case d.IsDir():
			return os.MkdirAll(to, 0o755)
		case !d.Type().IsRegular():
			return nil
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		return os.WriteFile(to, data, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// try makes one fault and returns the first test that fails by it.
func try(root, work string, f fault) (by string, err error) {
	path := filepath.Join(root, filepath.FromSlash(f.file))
	text, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if n := strings.Count(string(text), f.old); n != 1 {
		return "", fmt.Errorf("its old text stands there %d times", n)
	}
	if err := os.Mkdir(work, 0o755); err != nil {
		return "", err
	}
	wrong, overlay := filepath.Join(work, filepath.Base(path)), filepath.Join(work, "overlay.json")
	if err := os.WriteFile(wrong, []byte(strings.Replace(string(text), f.old, f.new, 1)), 0o644); err != nil {
		return "", err
	}
	list, err := json.Marshal(map[string]any{"Replace": map[string]string{path: wrong}})
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(overlay, list, 0o644); err != nil {
		return "", err
	}
	build := exec.Command("go", "build", "-overlay", overlay, "./...")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("it does not compile: %s", out)
	}
	for _, ask := range [][]string{{"./generator", "-run", "Leak"}, {"./..."}} {
		out, err := goTest(root, overlay, ask...)
		if err == nil {
			continue
		}
		if failed := failedTest.FindString(out); failed != "" {
			return strings.TrimPrefix(failed, "--- FAIL: "), nil
		}
		if strings.Contains(out, "panic:") || strings.Contains(out, "FAIL\t") && !strings.Contains(out, "build failed") {
			return "a panic", nil
		}
		return "", fmt.Errorf("go test: %v: %s", err, out)
	}
	return "", nil
}

var failedTest = regexp.MustCompile(`--- FAIL: \w+`)

func goTest(root, overlay string, args ...string) (string, error) {
	args = append([]string{"test", "-count=1", "-failfast", "-vet=off", "-timeout=10m"}, args...)
	if overlay != "" {
		args = append(args[:1], append([]string{"-overlay", overlay}, args[1:]...)...)
	}
	cmd := exec.Command("go", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "PROVE=", "LEAK=")
	out, err := cmd.CombinedOutput()
	return string(out), err
}
