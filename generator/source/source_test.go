package source

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

func TestReadTellsWhyAFileHasNoText(t *testing.T) {
	long := strings.Repeat("a", MaxText+1)
	fsys := fstest.MapFS{
		"a.md":        {Data: []byte("\uFEFFone\r\ntwo\rthree\n")},
		"b.md":        {Data: []byte("caf\xe9")},
		"c.md":        {Data: []byte("one\nab\x00c")},
		"d.md":        {Data: []byte(long)},
		"e.md":        {Data: []byte("\xFF\xFEa\x00")},
		"f.md":        {Mode: fs.ModeSymlink, Data: []byte("/etc/passwd")},
		"g.md":        {Mode: fs.ModeNamedPipe},
		"h.md":        {Data: []byte("x\u2028y")},
		"i.jpg":       {Data: []byte("not read")},
		".hidden.md":  {Data: []byte("x")},
		".git/x.md":   {Data: []byte("x")},
		"empty.md":    {},
		"sub/deep.md": {Data: []byte("x")},
	}
	want := map[string]struct {
		problem   Problem
		line, col int
		text      string
	}{
		"a.md":     {None, 0, 0, "one\ntwo\nthree\n"},
		"b.md":     {NotUTF8, 1, 4, ""},
		"c.md":     {Control, 2, 3, ""},
		"d.md":     {TooLarge, 0, 0, ""},
		"e.md":     {UTF16, 0, 0, ""},
		"f.md":     {Link, 0, 0, ""},
		"g.md":     {Special, 0, 0, ""},
		"h.md":     {Control, 1, 2, ""},
		"i.jpg":    {None, 0, 0, ""},
		"empty.md": {None, 0, 0, ""}, "sub/deep.md": {None, 0, 0, "x"},
	}
	files := Read(fsys)
	if len(files) != len(want) {
		t.Errorf("%d files, want %d", len(files), len(want))
	}
	for _, f := range files {
		w, ok := want[f.Path]
		if !ok || f.Problem != w.problem || f.Line != w.line || f.Col != w.col || string(f.Text) != w.text {
			t.Errorf("%s: problem %d at %d:%d, %d bytes", f.Path, f.Problem, f.Line, f.Col, len(f.Text))
		}
	}
}

func TestAFileOrFolderThatCannotBeOpenedIsHandedOn(t *testing.T) {
	files := Read(locked{fstest.MapFS{
		"reports/a.md":        {Data: []byte("x")},
		"reports/locked.md":   {Data: []byte("x")},
		"reports/locked/b.md": {Data: []byte("x")},
	}})
	got := map[string]Problem{}
	for _, f := range files {
		got[f.Path] = f.Problem
	}
	if len(got) != 3 || got["reports/a.md"] != None || got["reports/locked.md"] != Unreadable || got["reports/locked"] != Unreadable {
		t.Errorf("got %v", got)
	}
}

// locked opens nothing that is called locked.
type locked struct{ fs.FS }

func (l locked) Open(name string) (fs.File, error) {
	if strings.Contains(name, "locked") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("permission denied")}
	}
	return l.FS.Open(name)
}
