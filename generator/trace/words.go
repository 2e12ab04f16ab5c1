// Package trace looks for what remains of somebody's words: in the folder that
// readers see, in the files beside the reports, and in everything that git
// remembers.
//
// It stands left of the gate, because it has to know the words. What it gives
// back are places and counts, never the words, so that a list of what remains
// is no copy of its own. It looks at whatever lies in a folder, also at what
// this program did not write.
package trace

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"yousaid/generator/entry"
)

// Words are what is looked for: runs of five words, short voices whole, names
// whole, and files byte for byte. The zero Words finds nothing.
type Words struct {
	runs    map[uint64]bool
	lengths []int
	prints  map[string]bool // of whole files
	keys    []*regexp.Regexp
	alike   alike
}

// Add looks for every five words in a row of the texts, and for the whole of a
// text of three or four. Shorter texts are said by everybody.
func (w *Words) Add(texts ...entry.Private) {
	for _, t := range texts {
		text := t.Reveal()
		tokens := entry.Tokens(text)
		if len(tokens) >= 3 {
			w.add(tokens, min(len(tokens), entry.RunLength))
		}
		w.alike.add(text, tokens)
	}
}

// AddNames looks for the whole of each name, however short.
func (w *Words) AddNames(names ...entry.Private) {
	for _, n := range names {
		tokens := entry.Tokens(n.Reveal())
		if letters := len(strings.TrimSpace(n.Reveal())); letters >= 3 && len(tokens) > 0 {
			w.add(tokens, min(len(tokens), entry.RunLength))
		}
	}
}

func (w *Words) add(tokens []entry.Token, n int) {
	if w.runs == nil {
		w.runs = map[uint64]bool{}
	}
	entry.Windows(tokens, n, func(run uint64, _, _ entry.Token) { w.runs[run] = true })
	if !slices.Contains(w.lengths, n) {
		w.lengths = append(w.lengths, n)
	}
}

// AddFile looks for a file with the same bytes.
func (w *Words) AddFile(data []byte) {
	if w.prints == nil {
		w.prints = map[string]bool{}
	}
	// The names that git gives to a file, of the old kind and of the new.
	head := fmt.Sprintf("blob %d\x00", len(data))
	old := sha1.Sum(append([]byte(head), data...))
	w.prints[hex.EncodeToString(old[:])] = true
	w.prints[fingerprint(data)] = true
}

func fingerprint(data []byte) string {
	h := sha256.New()
	fmt.Fprintf(h, "blob %d\x00", len(data))
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil))
}

// AddKey looks for the key to a paper, written with other capital letters or
// spaces too, and not for a longer key that begins or ends like it.
func (w *Words) AddKey(key string) {
	var b strings.Builder
	for _, r := range entry.FoldKey(key) {
		if b.Len() > 0 {
			b.WriteString(`[ \t]*`)
		}
		b.WriteString(regexp.QuoteMeta(string(r)))
	}
	if b.Len() > 0 {
		w.keys = append(w.keys, regexp.MustCompile(`(?i)(?:^|[^\pL\pN-]|[^\pL\pN]-)(`+b.String()+`)(?:$|[^\pL\pN-]|-(?:$|[^\pL\pN]))`))
	}
}

// Ignore leaves out runs that stand in texts which are nobody's own, as those
// of the theme.
func (w *Words) Ignore(texts ...string) {
	for _, text := range texts {
		tokens := entry.Tokens(text)
		for _, n := range w.lengths {
			entry.Windows(tokens, n, func(run uint64, _, _ entry.Token) { delete(w.runs, run) })
		}
	}
}

// Empty reports whether there is nothing to look for.
func (w *Words) Empty() bool { return len(w.runs)+len(w.prints)+len(w.keys) == 0 }

// Span is a stretch of a text, in bytes.
type Span struct{ Start, End int }

// In are the stretches of a text that hold the words. Runs that overlap are
// one stretch.
func (w *Words) In(text string) []Span {
	var out []Span
	for _, k := range w.keys {
		for at := 0; at < len(text); {
			m := k.FindStringSubmatchIndex(text[at:])
			if m == nil {
				break
			}
			out = append(out, Span{at + m[2], at + m[3]})
			at += m[3]
		}
	}
	if len(w.runs) == 0 {
		return merged(out)
	}
	tokens := entry.Tokens(text)
	for _, n := range w.lengths {
		entry.Windows(tokens, n, func(run uint64, first, last entry.Token) {
			if w.runs[run] {
				out = append(out, Span{first.Start, last.End})
			}
		})
	}
	return merged(out)
}

func merged(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return a.Start - b.Start })
	var out []Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
