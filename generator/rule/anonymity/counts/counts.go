// Package counts finds numbers of people that are small enough to be somebody:
// in prose, in tables, and in what two numbers of a report come to together.
//
// A text is read in steps: tokens cuts the sentences that hold a number, and
// only those; quantity says how many a number is, or which share of what;
// mentions says what it counts, with answers (whom, and by what they answered)
// and sides (results in a list or a line); share.go and tables.go hold what was
// read against the site's small number. Who is the only one of a kind is found
// without a number (only.go).
//
// Nothing is rewritten: a small share of an answer holds the report, any other
// small count is pointed at. Its rules are part of package anonymity's lists;
// what the site itself counts is the gate's.
package counts

import (
	"slices"
	"strings"
)

// A mention is a number of people in a text: how many, where, and what is said
// of them.
type mention struct {
	n          int
	start, end int
	kind       kind
	of         int     // "3 of 12": 12; 0: not said
	percent    float64 // of a share in hundredths
	reply      bool    // asked: "two answered online"
	aside      bool    // with its share beside it: "35 (14%) were against"
	weak       bool    // means something beside another answer only: "no 2"
	all        bool    // everybody there: "there were nine of us"
	onTop      bool    // of another number: "ten more people answered"
	option     bool    // by what they chose, if the line above says so
	odd        bool    // a share that few people give: "1 in 6 of you"
}

type kind uint8

const (
	people   kind = iota // "three young people helped"
	total                // "Total: 19": everybody, whoever they are
	answered             // "three of you were not sure"
	asked                // "we asked 12 of you": all who could answer
	percent              // "25% of you"
	butFew               // "all but two"
)

// mentions are the numbers of people in a text, in order.
func mentions(text string) []mention {
	var out []mention
	var room [48]token
	t := words(room[:0])
	for from := 0; ; {
		start := nextNumber(text, from)
		if start < 0 {
			break
		}
		t, from = tokens(t[:0], text, start)
		for k := 0; k < len(t); {
			if t[k].n < 0 && t[k].class&sign == 0 && t[k].value < 0 {
				k++
				continue
			}
			m, next, ok := t.at(k)
			if ok && (!m.option || chosenAbove(text[:start])) {
				out = append(out, m)
			}
			k = max(next, k+1)
		}
	}
	return strong(out)
}

// chosenAbove reports whether what stands before a list says that people chose:
// "You voted:".
func chosenAbove(before string) bool {
	before = before[max(0, len(before)-300):]
	i := strings.LastIndex(before, ":\n")
	if i < 0 {
		return false
	}
	start := strings.LastIndexAny(before[:i], ".!?\n") + 1
	above, _ := tokens(nil, before[:i], start)
	return slices.ContainsFunc(above, func(w token) bool { return w.class&chosen != 0 })
}

// strong leaves out what is an answer beside another answer only, and stands
// alone.
func strong(list []mention) []mention {
	out := list[:0]
	for i, m := range list {
		near := func(k int) bool {
			return k >= 0 && k < len(list) && list[k].kind >= total && max(list[k].start-m.end, m.start-list[k].end) < near
		}
		if !m.weak || near(i-1) || near(i+1) {
			out = append(out, m)
		}
	}
	return out
}
