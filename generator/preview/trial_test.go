package preview

import (
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"yousaid/generator"
	"yousaid/generator/site"
	"yousaid/themes"
)

const settings = `format: 1
title: You said, we did
organisation: Northvale
base_url: https://example.org/voice/
topics: [{id: home, name: Where I live}]
help:
  - {name: Childline, phone: 0800 1111}
  - {name: Our team, phone: 01632 960001}
contact: {email: voice@example.org}
privacy: {review: dated}
`

const marker = "Magpies keep every shiny promise"

const report = `---
title: A later time to be home
date: 2026-03-14
status: done
topic: home
contributions:
  - id: late
    words: |
      ` + marker + `.
    from: young-person
    band: 16-18
    consent:
      to: quote
      given: 2026-02-03
      by: [young-person]
      for: [website]
      told: leaflet
      record: C-7F3K
      review: 2027-02-03
anonymity: {checked: 2026-02-10, by: participation-lead}
---
## You said
The evening ends too early.

## We did
We asked the homes.

## What changed
It ends at eleven.
`

// trial is a preview of a folder of its own.
type trial struct {
	*testing.T
	dir, theme string
	url        string // of the server, without a path
	base       string
	preview    *Preview
	told       chan State
	stop       func() error
	mu         sync.Mutex
	today      site.Date
}

func (t *trial) day() site.Date {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.today
}

func (t *trial) setDay(d site.Date) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.today = d
}

// newTrial writes a small site into a folder; begin starts the preview.
func newTrial(tt *testing.T) *trial {
	tt.Helper()
	t := &trial{T: tt, dir: filepath.Join(tt.TempDir(), "content"), theme: tt.TempDir(), base: "/voice/", today: site.Date{Year: 2026, Month: 6, Day: 1}}
	t.write("site.yaml", settings)
	t.write("reports/late.md", report)
	t.told = make(chan State, 1000)
	t.preview = &Preview{
		Folders: []string{t.dir, t.theme},
		Input: func() (generator.Input, func(), error) {
			root, err := os.OpenRoot(t.dir)
			if err != nil {
				return generator.Input{}, nil, err
			}
			return generator.Input{Content: root.FS(), Folder: "content"}, func() { root.Close() }, nil
		},
		Theme:  func() (*themes.Theme, error) { return themes.Load(os.DirFS(t.theme)) },
		Today:  t.day,
		Now:    time.Now,
		Told:   func(s State) { t.told <- s },
		Host:   "127.0.0.1",
		minute: 20 * time.Millisecond,
	}
	return t
}

func (t *trial) begin() State {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.url = "http://" + l.Addr().String()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- t.preview.Run(ctx, l) }()
	t.stop = sync.OnceValue(func() error {
		cancel()
		select {
		case err := <-ended:
			return err
		case <-time.After(10 * time.Second):
			t.Error("the preview does not end")
			return nil
		}
	})
	t.Cleanup(func() { _ = t.stop() })
	return t.build()
}

// build waits for the next build.
func (t *trial) build() State {
	t.Helper()
	select {
	case s := <-t.told:
		return s
	case <-time.After(10 * time.Second):
		t.Fatal("nothing was built")
		return State{}
	}
}

// until waits for a build that ok accepts: an edit may be seen in halves.
func (t *trial) until(what string, ok func(State) bool) State {
	t.Helper()
	for range 20 {
		if s := t.build(); ok(s) {
			return s
		}
	}
	t.Fatal("never seen: " + what)
	return State{}
}

func (t *trial) path(name string) string { return filepath.Join(t.dir, filepath.FromSlash(name)) }

func (t *trial) write(name, text string) {
	t.Helper()
	p := t.path(name)
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (t *trial) get(path string) (int, string) {
	t.Helper()
	res, err := http.Get(t.url + path)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(body)
}

func (t *trial) mustShow(path, words string, want bool) {
	t.Helper()
	if _, body := t.get(path); strings.Contains(body, words) != want {
		t.Errorf("GET %s: %q found is %v, want %v", path, words, !want, want)
	}
}

func reports(n int) func(State) bool {
	return func(s State) bool { return s.Result != nil && len(s.Result.Site.Reports) == n }
}
