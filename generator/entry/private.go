package entry

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"unicode/utf8"

	"yousaid/generator/finding"
)

// Private is text that must not reach the public by accident, with the place
// where it was written. However it is printed, it prints [private].
//
// Every text of an entry is Private, a title as well as a name: a report may be
// held, and then its title is nobody's business either. Reveal is the one way
// out, and only the gate, the rules and the commands that write a report call
// it (a test keeps the list).
type Private struct{ p **private }

// Behind two pointers: fmt looks into unexported fields without asking Format,
// and follows one pointer when the verb does not fit, as %s.
type private struct {
	text    string
	at      finding.Pos
	src     *lines
	start   int // offset in src where the text's YAML, or the text itself, begins
	written style
}

// style is how a text stands in its file, which decides how a place in it is
// found again.
type style uint8

const (
	folded   style = iota // plain or quoted YAML, or a block after ">"
	literal               // a YAML block after "|": the same lines, indented
	verbatim              // the body of a file: the same bytes
)

const hidden = "[private]"

// Secret makes a Private that stands nowhere.
func Secret(text string) Private { return hide(&private{text: text}) }

func hide(q *private) Private { return Private{&q} }

func (p Private) open() *private {
	if p.p == nil {
		return nil
	}
	return *p.p
}

// Reveal returns the text.
func (p Private) Reveal() string {
	if q := p.open(); q != nil {
		return q.text
	}
	return ""
}

// Empty reports whether there is no text but white space.
func (p Private) Empty() bool { return strings.TrimSpace(p.Reveal()) == "" }

// At is where the text begins.
func (p Private) At() finding.Pos {
	if q := p.open(); q != nil {
		return q.at
	}
	return finding.Pos{}
}

// Find is where bytes i to j of the text stand in the file. Where YAML folded
// lines or quoted marks and the place can't be told, it is where the text begins.
func (p Private) Find(i, j int) finding.Pos {
	q := p.open()
	if q == nil || q.src == nil || i < 0 || j > len(q.text) || i > j {
		return p.At()
	}
	src := q.src.text
	if q.written == verbatim {
		return q.src.pos(q.start+i, q.start+j)
	}
	if q.written == literal {
		if start, ok := q.literalOffset(i); ok {
			if end, ok := q.literalOffset(j); ok {
				return q.src.pos(start, end)
			}
		}
		return q.at
	}
	start, ok1 := q.foldedOffset(i)
	end, ok2 := q.foldedOffset(max(i, j-1))
	if !ok1 || !ok2 {
		return q.within(q.text[i:j], strings.Count(q.text[:i], q.text[i:j]))
	}
	if j > i {
		_, n := utf8.DecodeRune(src[end:])
		end += n
	}
	return q.src.pos(start, end)
}

// foldedOffset is where byte i of a plain or quoted text, or of a block after
// ">", stands in the file: the same letters in the same order, with other white
// space between them. Where marks were written another way it can't be told.
func (q *private) foldedOffset(i int) (int, bool) {
	src, at := q.src.text, q.start
	if at < len(src) && src[at] == '>' {
		for at < len(src) && src[at] != '\n' {
			at++
		}
	} else if at < len(src) && (src[at] == '"' || src[at] == '\'') {
		at++
	}
	for k := 0; k <= i && k < len(q.text); k++ {
		if isSpace(q.text[k]) {
			if k == i {
				return at, true
			}
			continue
		}
		for at < len(src) && isSpace(src[at]) {
			at++
		}
		if at >= len(src) || src[at] != q.text[k] {
			return 0, false
		}
		if k == i {
			return at, true
		}
		if q.text[k] == '\'' && src[q.start] == '\'' {
			return 0, false // written twice between single quote marks
		}
		at++
	}
	return at, true
}

// within looks for words between the quote marks of q, letter by letter.
func (q *private) within(words string, nth int) finding.Pos {
	raw := q.src.text[q.start:]
	raw = raw[:written(raw)]
	for at := 0; words != ""; nth-- {
		k := bytes.Index(raw[at:], []byte(words))
		if k < 0 {
			break
		}
		if at += k; nth == 0 {
			return q.src.pos(q.start+at, q.start+at+len(words))
		}
		at += len(words)
	}
	return q.at
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// literalOffset is where byte i of a "|" block stands in the file. The block
// keeps its lines, so line n of the text is line n below the "|".
func (q *private) literalOffset(i int) (int, bool) {
	n := strings.Count(q.text[:i], "\n")
	lineStart := strings.LastIndexByte(q.text[:i], '\n') + 1
	line := q.text[lineStart:]
	if k := strings.IndexByte(line, '\n'); k >= 0 {
		line = line[:k]
	}
	at := q.src.line(q.at.Line + 1 + n)
	if at < 0 {
		return 0, false
	}
	end := bytes.IndexByte(q.src.text[at:], '\n')
	if end < 0 {
		end = len(q.src.text) - at
	}
	indent := end - len(line)
	if indent < 0 || string(q.src.text[at+indent:at+end]) != line {
		return 0, line == ""
	}
	return at + indent + i - lineStart, true
}

func (Private) Format(f fmt.State, _ rune)   { _, _ = io.WriteString(f, hidden) }
func (Private) String() string               { return hidden }
func (Private) GoString() string             { return hidden }
func (Private) MarshalText() ([]byte, error) { return []byte(hidden), nil }
func (Private) MarshalJSON() ([]byte, error) { return []byte(`"` + hidden + `"`), nil }
func (Private) LogValue() slog.Value         { return slog.StringValue(hidden) }

// lines is a file's text with the way from offsets to lines and characters.
type lines struct {
	file   string
	text   []byte
	starts []int // offset of each line
}

func newLines(file string, text []byte) *lines {
	l := &lines{file: file, text: text, starts: make([]int, 1, 64)}
	for i, c := range text {
		if c == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// line is the offset of line n (from 1), or -1.
func (l *lines) line(n int) int {
	if n < 1 || n > len(l.starts) {
		return -1
	}
	return l.starts[n-1]
}

func (l *lines) lineCol(offset int) (line, col int) {
	offset = min(max(offset, 0), len(l.text))
	lo, hi := 0, len(l.starts)
	for hi-lo > 1 {
		mid := (lo + hi) / 2
		if l.starts[mid] <= offset {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo + 1, utf8.RuneCount(l.text[l.starts[lo]:offset]) + 1
}

func (l *lines) pos(start, end int) finding.Pos {
	p := finding.Pos{File: l.file}
	p.Line, p.Col = l.lineCol(start)
	p.EndLine, p.EndCol = l.lineCol(end)
	return p
}

// offset is the byte at a line and column, both from 1.
func (l *lines) offset(line, col int) int {
	at := l.line(line)
	if at < 0 {
		return len(l.text)
	}
	for ; col > 1 && at < len(l.text) && l.text[at] != '\n'; col-- {
		_, n := utf8.DecodeRune(l.text[at:])
		at += n
	}
	return at
}
