// Package naming finds the names of people in a text.
//
// It turns the question of a list of names round: every word that is in no
// dictionary and no list of places may be somebody's name. Names that are
// words too, as Will and Grace, are told by what stands beside them, and so is
// whose name it is: a relative's, a worker's, or somebody's.
//
// It stands below the rules of package anonymity, which say what they make of
// it, and never says a word of a text itself.
package naming

import (
	"strings"
	"sync"

	"yousaid/generator/rule"
)

// Kind is whose name it is.
type Kind uint8

const (
	Somebody Kind = iota
	Relative      // a relative, a carer, a friend
	Worker
)

// Mention is a stretch of a text that names somebody.
type Mention struct {
	I, J int // bytes of what is heard
	Kind Kind
	Sure bool // false: somebody should look
}

// Find finds all names in a text as it is heard; written is the same text as
// it stands there. A person is one mention, by all of their names.
func Find(h *rule.Heard, written string) []Mention {
	n := desks.Get().(*reading)
	n.read(h.Words)
	n.compare(h, written)
	n.judge()
	found := n.mentions()
	n.clear()
	desks.Put(n)
	return found
}

// desks are readings that were cleared: their room is used again.
var desks = sync.Pool{New: func() any { return new(reading) }}

// clear leaves no word behind.
func (n *reading) clear() {
	clear(n.fold[:cap(n.fold)])
	*n = reading{list: n.list[:0], fold: n.fold[:0]}
}

func (n *reading) mentions() []Mention {
	var out []Mention
	for k := 0; k < len(n.list); k++ {
		t := &n.list[k]
		if t.verdict == nothing {
			continue
		}
		m := Mention{t.i, t.j, t.kind, t.verdict == named}
		for k+1 < len(n.list) {
			x := &n.list[k+1]
			if x.verdict != t.verdict || x.gap&^(spaced|hyphen|dotted|joined) != 0 && !(x.gap&stopped != 0 && n.list[k].j == n.list[k].i+1) || n.list[k].possessive {
				break
			}
			k++
			m.J, m.Kind = x.j, max(m.Kind, x.kind)
		}
		out = append(out, m)
	}
	return out
}

// Sounded is a text as its folded words, with a space before and after each,
// and whether one of them is no common word: a name as Young is not public
// because young people are.
func Sounded(text string) (said string, rare bool) {
	n := read(text)
	if len(n.list) == 0 {
		return "", false
	}
	var b strings.Builder
	for k := range n.list {
		b.WriteByte(' ')
		b.Write(n.key(k))
		l := n.list[k].w.Level()
		rare = rare || l == 0 || l > 3
	}
	b.WriteByte(' ')
	return b.String(), rare
}

// Given reports whether a given name that people have is among words.
func Given(words string) bool {
	n := read(words)
	for k := range n.list {
		if w := n.list[k].w; w.Given() > 1 || w.Given() > 0 && w.Level() == 0 {
			return true
		}
	}
	return false
}
