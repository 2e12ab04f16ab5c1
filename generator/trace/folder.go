package trace

import (
	"cmp"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"yousaid/generator/finding"
	"yousaid/generator/site"
)

// Largest is the size of file, in bytes, above which it is not looked into.
const Largest = 5 << 20

// enough is how many places are kept; more are counted.
const enough = 500

// Found is what a look came to.
type Found struct {
	Files  int           // that were looked into
	Places []finding.Pos // in order; line 0: the place can't be told
	More   int           // places that are not in the list
	Closed int           // pictures, films and the like, where only the text around them was read
	Large  int           // files over Largest
	Unread int           // files and folders that can't be opened, and links
}

// Any reports whether the words were found.
func (f *Found) Any() bool { return len(f.Places) > 0 }

// Folder looks through every file below the root of fsys, and at their names.
// folder is what people call it. What skip names, with slashes, is passed over.
func Folder(fsys fs.FS, folder string, w *Words, skip func(path string) bool) *Found {
	found := &Found{}
	var mu sync.Mutex
	add := func(places []finding.Pos, count func()) {
		mu.Lock()
		defer mu.Unlock()
		found.Places = append(found.Places, places...)
		count()
	}
	queue := make(chan string)
	var work sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			for p := range queue {
				name := fileName(folder, p, w)
				data, large, err := read(fsys, p)
				switch {
				case err != nil:
					add(nil, func() { found.Unread++ })
				case large:
					add(nil, func() { found.Large++ })
				default:
					places, whole := File(p, name, data, w)
					add(places, func() {
						found.Files++
						if !whole {
							found.Closed++
						}
					})
				}
			}
		})
	}
	_ = fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			add(nil, func() { found.Unread++ })
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if p == "." {
			return nil
		}
		if skip != nil && skip(p) {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if holds(path.Base(site.WithoutHashes(p)), w) {
			add([]finding.Pos{{File: fileName(folder, p, w)}}, func() {})
		}
		switch {
		case d.IsDir():
		case d.Type().IsRegular():
			queue <- p
		default:
			add(nil, func() { found.Unread++ })
		}
		return nil
	})
	close(queue)
	work.Wait()
	found.sort()
	return found
}

func (f *Found) sort() {
	slices.SortFunc(f.Places, func(a, b finding.Pos) int {
		return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line, a.Col-b.Col)
	})
	f.Places = slices.Compact(f.Places)
	if n := len(f.Places) - enough; n > 0 {
		f.Places, f.More = f.Places[:enough], n
	}
}

func read(fsys fs.FS, p string) (data []byte, large bool, err error) {
	in, err := fsys.Open(p)
	if err != nil {
		return nil, false, err
	}
	defer in.Close()
	data, err = io.ReadAll(io.LimitReader(in, Largest+1))
	return data, len(data) > Largest, err
}

// File are the places in one file that hold the words, with line and column
// where they stand there as they are. whole is false when not all of it could
// be read.
func File(p, name string, data []byte, w *Words) (places []finding.Pos, whole bool) {
	if w.prints[fingerprint(data)] {
		places = append(places, finding.Pos{File: name})
	}
	hidden := false
	whole = layers(p, data, func(text string, first bool) {
		spans := w.In(site.WithoutHashes(text))
		if first {
			places = append(places, positions(name, text, spans)...)
		} else if len(spans) > 0 {
			hidden = true
		}
	})
	if hidden && len(places) == 0 {
		places = append(places, finding.Pos{File: name})
	}
	return places, whole
}

// positions are the lines and columns of stretches of a text.
func positions(name, text string, spans []Span) []finding.Pos {
	var out []finding.Pos
	line, start, at := 1, 0, 0
	to := func(offset int) (int, int) {
		for ; at < offset; at++ {
			if text[at] == '\n' || text[at] == '\r' && at+1 < len(text) && text[at+1] != '\n' {
				line, start = line+1, at+1
			}
		}
		return line, utf8.RuneCountInString(strings.TrimPrefix(text[start:offset], "\uFEFF")) + 1
	}
	for _, s := range spans {
		p := finding.Pos{File: name}
		p.Line, p.Col = to(s.Start)
		p.EndLine, p.EndCol = to(s.End)
		out = append(out, p)
	}
	return out
}

// holds reports whether a name holds the words, as it is or escaped.
func holds(name string, w *Words) bool {
	return len(w.In(name)) > 0 || strings.ContainsAny(name, "%&") && len(w.In(unescaped(name))) > 0
}

// fileName is how a file is called without the words that may stand in its name.
func fileName(folder, p string, w *Words) string {
	parts := strings.Split(p, "/")
	for i, part := range strings.Split(site.WithoutHashes(p), "/") {
		if holds(part, w) {
			what := "a file or folder"
			return path.Join(folder, path.Join(parts[:i]...)) + "/ (" + what + " whose name holds them)"
		}
	}
	return path.Join(folder, p)
}
