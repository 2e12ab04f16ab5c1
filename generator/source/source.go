// Package source reads the content folder: bytes in, and for each file either
// its text or the one reason why it has none.
//
// It knows nothing of reports. It never follows a link, never opens anything
// but regular files, and never fails because of one of them: a file that can't
// be read is handed on with its Problem, so that it is held like any other
// file that is wrong. The package imports nothing of ours.
package source

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// MaxText is the size in bytes above which a text file is not read. The
// longest real report seen was under 40 kB, and a text made to be slow to read
// is slow in the square of its size.
const MaxText = 200_000

// Problem is why a file has no text. The zero Problem is none.
type Problem uint8

const (
	None       Problem = iota
	Unreadable         // the machine would not open or read it
	Link               // a link, which is never followed
	Special            // a pipe, a device …
	TooLarge           // over MaxText
	UTF16              // begins with a UTF-16 byte order mark
	NotUTF8            // holds bytes that are not UTF-8
	Control            // holds a control character, as NUL
)

// File is one file below the content folder, or a folder that could not be
// opened.
type File struct {
	Path    string // with slashes, relative to the content folder
	Places  []int  // of each part of Path, its place among the names of its folder, from 1
	Folder  bool   // a folder that could not be opened
	Text    []byte // without byte order mark, lines ended by \n; nil when there is a Problem, and for files that are not text
	Problem Problem
	Line    int // where the problem is, in lines and characters from 1; 0: the whole file
	Col     int
}

// Read lists every file below the root of fsys in order of path, leaving out
// names that begin with a dot, and reads those that end in .md, .yaml or .yml.
func Read(fsys fs.FS) []File {
	var files []File
	nth := map[string]int{}
	places := map[string][]int{} // by path
	_ = fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			if n := len(files); n > 0 && files[n-1].Path == p {
				return nil
			}
			files = append(files, File{Path: p, Places: places[p], Folder: true, Problem: Unreadable})
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if p == "." {
			return nil
		}
		nth[path.Dir(p)]++
		places[p] = append(slices.Clone(places[path.Dir(p)]), nth[path.Dir(p)])
		if strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			return nil
		}
		f := File{Path: p, Places: places[p]}
		switch {
		case d.Type()&fs.ModeSymlink != 0:
			f.Problem = Link
		case !d.Type().IsRegular():
			f.Problem = Special
		}
		files = append(files, f)
		return nil
	})
	var work sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			for i := range next {
				if f := &files[i]; f.Problem == None && IsText(f.Path) {
					f.load(fsys)
				}
			}
		})
	}
	for i := range files {
		next <- i
	}
	close(next)
	work.Wait()
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return files
}

// IsText reports whether a file with this name is read.
func IsText(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".yaml", ".yml":
		return true
	}
	return false
}

func (f *File) load(fsys fs.FS) {
	in, err := fsys.Open(f.Path)
	if err != nil {
		f.Problem = Unreadable
		return
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil || !info.Mode().IsRegular() {
		f.Problem = Unreadable
		return
	}
	if info.Size() > MaxText {
		f.Problem = TooLarge
		return
	}
	raw, err := io.ReadAll(io.LimitReader(in, MaxText+1))
	switch {
	case err != nil:
		f.Problem = Unreadable
	case len(raw) > MaxText:
		f.Problem = TooLarge
	default:
		f.setText(raw)
	}
}

// Parse is the File that Read would make of raw.
func Parse(name string, raw []byte) File {
	f := File{Path: name}
	if len(raw) > MaxText {
		f.Problem = TooLarge
		return f
	}
	f.setText(raw)
	return f
}

func (f *File) setText(raw []byte) {
	if bytes.HasPrefix(raw, []byte{0xFE, 0xFF}) || bytes.HasPrefix(raw, []byte{0xFF, 0xFE}) {
		f.Problem = UTF16
		return
	}
	text := bytes.TrimPrefix(raw, []byte("\uFEFF"))
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	line, col := 1, 1
	for i := 0; i < len(text); {
		c := text[i]
		if c == '\n' {
			line, col, i = line+1, 1, i+1
			continue
		}
		if c < utf8.RuneSelf {
			if (c < ' ' && c != '\t') || c == 0x7F {
				f.Problem, f.Line, f.Col = Control, line, col
				return
			}
			i, col = i+1, col+1
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			f.Problem, f.Line, f.Col = NotUTF8, line, col
			return
		case breaksLines(r):
			f.Problem, f.Line, f.Col = Control, line, col
			return
		}
		i, col = i+n, col+1
	}
	f.Text = text
	if f.Text == nil {
		f.Text = []byte{}
	}
}

// breaksLines tells the control characters above ASCII, among them the ones
// that YAML takes for the end of a line and an editor does not (U+0085,
// U+2028, U+2029), and a byte order mark in the middle of a text.
func breaksLines(r rune) bool {
	return (r >= 0x80 && r < 0xA0) || r == 0x2028 || r == 0x2029 || r == 0xFEFF
}

// Load reads one file of any kind, if it is an ordinary one of at most limit
// bytes.
func Load(fsys fs.FS, name string, limit int64) ([]byte, bool) {
	in, err := fsys.Open(name)
	if err != nil {
		return nil, false
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil, false
	}
	data := make([]byte, 0, min(info.Size(), limit)+1)
	for int64(len(data)) <= limit {
		n, err := in.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			return data, true
		}
		if err != nil {
			return nil, false
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
	return data[:limit], true
}
