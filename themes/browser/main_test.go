package browser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// One program, one browser and one example site serve all tests.
var (
	program string
	chrome  context.Context
	example *website
	axe     string
)

func TestMain(m *testing.M) {
	code, err := runAll(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

func runAll(m *testing.M) (int, error) {
	folder, err := os.MkdirTemp("", "yousaid-browser-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(folder)

	source, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		return 0, errors.New("axe-core is missing: run make browser in the folder above, which gets it with npm")
	}
	axe = string(source)

	program = filepath.Join(folder, "yousaid")
	build := exec.Command("go", "build", "-o", program, "./cmd/yousaid")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("the program does not build: %w\n%s", err, out)
	}
	content, err := filepath.Abs("../../content")
	if err != nil {
		return 0, err
	}
	public := filepath.Join(folder, "public")
	if err := buildSite(content, public); err != nil {
		return 0, fmt.Errorf("the example site does not build: %w", err)
	}
	example = serve(public, "/")
	defer example.server.Close()

	stop, err := startChrome()
	if err != nil {
		return 0, err
	}
	defer stop()
	return m.Run(), nil
}

func startChrome() (stop func(), err error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.NoSandbox, // containers have none, and every page is our own
		chromedp.DisableGPU,
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		chromedp.Flag("no-proxy-server", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("font-render-hinting", "none"),
	)
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if file, err := exec.LookPath(name); err == nil {
			options = append(options, chromedp.ExecPath(file))
			break
		}
	}
	allocator, cancelAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	if err := chromedp.Do(ctx); err != nil {
		cancel()
		cancelAllocator()
		return nil, fmt.Errorf("no browser starts: install Chromium (on Debian: apt-get install chromium): %w", err)
	}
	chrome = ctx
	return func() { cancel(); cancelAllocator() }, nil
}
