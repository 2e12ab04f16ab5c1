// Package finding says what a writer should look at: a place, what is wrong
// there, and what to do next.
//
// A finding points at words and never repeats them: findings end up in
// terminals, build logs and screenshots, and the words they are about may be
// private. A fault of the machine is an error, not a finding.
//
// The package imports nothing of ours, so that every stage can use it.
package finding

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Level tells whether a finding holds its file. The zero Level is the safe
// one: it holds.
type Level uint8

const (
	Stop Level = iota // the file is held
	Warn              // the file is published; somebody should look
)

func (l Level) String() string {
	if l == Warn {
		return "warn"
	}
	return "stop"
}

// Pos is a stretch of a file. Lines and columns count from 1, columns in
// characters (code points); the end is exclusive. Line 0 means the whole file.
type Pos struct {
	File                       string
	Line, Col, EndLine, EndCol int
}

// A Finding is about somebody's writing. Message says what is wrong, Hint what
// to do; neither ever holds a word of the file. Without a Message it only holds
// the file: what is wrong is told in another place, once for all files.
type Finding struct {
	Pos     Pos
	Rule    string
	Level   Level
	Message string
	Hint    string
}

// A Doc explains one kind of finding: why it exists, and writing that has it
// and writing that has not. Before and After are parts of a report (see
// ruletest) and are both executed by a test.
type Doc struct {
	Name   string // named for what is wrong, as "reason-missing"
	Level  Level
	Why    string
	Before string
	After  string
}

// At makes the finding that d documents.
func (d Doc) At(pos Pos, message, hint string) Finding {
	return Finding{Pos: pos, Rule: d.Name, Level: d.Level, Message: message, Hint: hint}
}

// String is the one-finding form that people read in a terminal.
func (f Finding) String() string {
	var b strings.Builder
	b.WriteString(f.Pos.File)
	if f.Pos.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", f.Pos.Line, f.Pos.Col)
	}
	fmt.Fprintf(&b, ": %s [%s]", f.Message, f.Rule)
	if f.Level == Warn {
		b.WriteString(" (a warning)")
	}
	if f.Hint != "" {
		b.WriteString("\n    ")
		b.WriteString(f.Hint)
	}
	return b.String()
}

// Sort puts findings in the order a reader meets them: file, place, rule.
func Sort(list []Finding) {
	slices.SortStableFunc(list, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

// Told are the findings of list that have something to say.
func Told(list []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(list), func(f Finding) bool { return f.Message == "" })
}

// Stops reports whether any finding holds its file.
func Stops(list []Finding) bool {
	return slices.ContainsFunc(list, func(f Finding) bool { return f.Level == Stop })
}
