package themes

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Fault is something wrong in a theme of somebody's own: where, what, and what
// to do. It holds no word of the file, because a theme can hold a name as any
// file can.
type Fault struct {
	File      string // its path in the theme; empty: the theme as a whole
	Line, Col int    // from 1, in characters; 0: the file as a whole
	Kind      Kind
	Message   string
	Hint      string
	Harmless  bool // the theme can be used all the same
}

// Kind is what a fault is about.
type Kind string

const (
	FileKind     Kind = "file"     // a file that a theme cannot hold
	TemplateKind Kind = "template" // a template
	StyleKind    Kind = "style"    // a style sheet
	ScriptKind   Kind = "script"   // a script
	PolicyKind   Kind = "policy"   // what browsers are told not to load or run
	ContrastKind Kind = "contrast" // colours that are hard to read
)

// Broken is the error of a theme that cannot be used.
type Broken struct {
	Folder string   // what people call the folder
	Files  []string // of the folder, in order of name
	Faults []Fault
}

func (b *Broken) Error() string { return "the theme cannot be used" }

// sorted are faults in order of place, each once.
func sorted(faults []Fault) []Fault {
	faults = slices.Clone(faults)
	slices.SortStableFunc(faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(faults)
}

// stops reports whether the theme cannot be used.
func stops(faults []Fault) bool {
	return slices.ContainsFunc(faults, func(f Fault) bool { return !f.Harmless })
}

// at puts a fault where the byte of text is.
func (f Fault) at(text []byte, offset int) Fault {
	before := text[:min(max(offset, 0), len(text))]
	f.Line = bytes.Count(before, []byte("\n")) + 1
	f.Col = utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return f
}

// offset is the byte at which a line and a column of bytes, from 0, are.
func offset(text []byte, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		next := bytes.IndexByte(text[at:], '\n')
		if next < 0 {
			break
		}
		at += next + 1
	}
	return min(at+column, len(text))
}

// didYouMean is a hint with what is nearly written, or another hint.
func didYouMean(value string, known []string, before, otherwise string) string {
	if meant := nearest(value, known); meant != "" {
		return "Did you mean " + before + meant + "?"
	}
	return otherwise
}

// nearest is what value may be a slip of the keyboard for.
func nearest(value string, known []string) string {
	best, limit := "", 1+utf8.RuneCountInString(value)/4
	for _, k := range known {
		if n := distance(strings.ToLower(value), strings.ToLower(k)); n <= limit {
			best, limit = k, n-1
		}
	}
	return best
}

// distance counts the letters to add, drop, change or swap.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 60 || len(y) > 60 {
		return 99
	}
	older, old := make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range old {
		old[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row := make([]int, len(y)+1)
		row[0] = i
		for j := 1; j <= len(y); j++ {
			change := old[j-1]
			if x[i-1] != y[j-1] {
				change++
			}
			row[j] = min(old[j]+1, row[j-1]+1, change)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], older[j-2]+1)
			}
		}
		older, old = old, row
	}
	return old[len(y)]
}
