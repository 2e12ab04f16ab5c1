package render

import (
	"maps"
	"slices"
	"strings"

	"yousaid/generator/site"
)

// place is where a word stands in a report. The first one counts.
type place uint32

const (
	inTitle place = iota
	inSummary
	inWords // of a voice, or in the name of a topic, group or area
	places
)

// postings are the reports in which one word stands, in order: the number of
// the report times 4, and the place.
type postings []uint32

// index are the reports by word, and by list: what is in /topics/home/.
type index map[string]*postings

func (x index) of(word []byte) *postings {
	p := x[string(word)]
	if p == nil {
		p = &postings{}
		x[string(word)] = p
	}
	return p
}

func (p *postings) add(report int, at place) {
	if n := len(*p); n == 0 || (*p)[n-1]>>2 != uint32(report) {
		*p = append(*p, uint32(report)<<2|uint32(at))
	}
}

// newIndex takes of every report what all readers may find it by, and of a voice
// its words only where its consent is for search.
func newIndex(reports []*site.Report) index {
	x := index{}
	lists := make([]map[string]*postings, len(kinds))
	for i := range lists {
		lists[i] = map[string]*postings{}
	}
	var folded []byte
	for n, r := range reports {
		take := func(at place, texts ...string) {
			for _, text := range texts {
				folded = fold(folded[:0], text)
				words(folded, func(word []byte, _ bool) { x.of(word).add(n, at) })
			}
		}
		take(inTitle, r.Title)
		take(inSummary, r.Summary)
		take(inWords, r.Topic.Name, r.Group.Name, r.Area.Name)
		for _, v := range r.Voices {
			if v.In.Search {
				take(inWords, v.Words...)
				take(inWords, v.Gist)
			}
		}
		for i, k := range kinds {
			id := k.of(r)
			if id == "" {
				continue
			}
			p := lists[i][id]
			if p == nil {
				p = x.of([]byte("/" + k.address(id)))
				lists[i][id] = p
			}
			p.add(n, inTitle)
		}
	}
	return x
}

// lines are the index as text, one line for each word, in the order in which
// JavaScript compares words.
func (x index) lines() []string {
	out := make([]string, 0, len(x))
	var b []byte
	for _, word := range slices.SortedFunc(maps.Keys(x), compareUTF16) {
		p := *x[word]
		if b = p.line(b[:0], word); len(b) > blockSize {
			b = p.anywhere().line(b[:0], word)
		}
		out = append(out, string(append(b, '\n')))
	}
	return out
}

// line is a word and the reports in which it stands: in their titles, in their
// summaries, and elsewhere.
func (p postings) line(out []byte, word string) []byte {
	out = append(out, word...)
	spaces := 1
	for at := range places {
		next := uint32(0)
		for _, posting := range p {
			if place(posting&3) != at {
				continue
			}
			for ; spaces > 0; spaces-- {
				out = append(out, ' ')
			}
			out = appendNumber(out, int(posting>>2-next))
			next = posting>>2 + 1
		}
		spaces++
	}
	return out
}

// anywhere are the same reports without the places, which say nothing about a
// word that stands nearly everywhere.
func (p postings) anywhere() postings {
	out := slices.Clone(p)
	for i := range out {
		out[i] = out[i]&^3 | uint32(inWords)
	}
	return out
}

// A report is written as how many lie between it and the one before it. The
// first sign of a number is one of first, those after it are of more, so that
// nothing need part two numbers. None is a letter: nobody's name can come about.
const (
	first = "0123456789!#$%&()*+,"
	more  = "-./:;<=>?@[]^_{}~|\"'"
)

func appendNumber(out []byte, n int) []byte {
	var signs [8]byte
	i := len(signs)
	for ; n >= len(first); n /= len(more) {
		i--
		signs[i] = more[n%len(more)]
	}
	return append(append(out, first[n]), signs[i:]...)
}

// compareUTF16 is the order of JavaScript: letters beyond the first 65,536 come
// before those from U+E000 on.
func compareUTF16(a, b string) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			if a[i] >= 0xEE && b[i] >= 0xEE && (a[i] >= 0xF0) != (b[i] >= 0xF0) {
				return strings.Compare(b[i:], a[i:])
			}
			break
		}
	}
	return strings.Compare(a, b)
}
