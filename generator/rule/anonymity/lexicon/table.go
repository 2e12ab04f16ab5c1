package lexicon

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"
	"strings"
)

// Table makes the bytes of a table.
func Table(of map[string]Word) []byte {
	buckets := make([][]string, 1<<bucketBits)
	number := map[Word]int{}
	for w, k := range of {
		if k != 0 {
			b := mark([]byte(w)) >> (64 - bucketBits)
			buckets[b] = append(buckets[b], w)
			number[k] = 0
		}
	}
	words := slices.Sorted(maps.Keys(number))
	if len(words) > 1<<wordBits {
		panic("more words differ than an entry can tell")
	}
	out := binary.LittleEndian.AppendUint16(nil, uint16(len(words)))
	for i, k := range words {
		number[k] = i
		out = binary.LittleEndian.AppendUint16(out, uint16(k))
	}
	n := 0
	for _, b := range buckets {
		out = append(out, byte(n), byte(n>>8), byte(n>>16))
		n += len(b)
	}
	out = append(out, byte(n), byte(n>>8), byte(n>>16))
	for _, b := range buckets {
		slices.Sort(b)
		for _, w := range b {
			out = binary.LittleEndian.AppendUint32(out, fingerprint(mark([]byte(w)))<<wordBits|uint32(number[of[w]]))
		}
	}
	return out
}

// hands are the headings of the lists that people keep by hand, and what each
// of them makes of a word.
var hands = map[string]func(Word) Word{
	"word":     func(w Word) Word { return atLeast(w, 2) },
	"proper":   func(w Word) Word { return w&^(3<<3|Surname|Alone) | Proper },
	"place":    func(w Word) Word { return w&^(3<<3|Surname|Alone) | Place },
	"make":     func(w Word) Word { return unlessName(w, Proper) },
	"town":     func(w Word) Word { return unlessName(w, Place) },
	"only":     func(w Word) Word { return w &^ (3<<3 | Surname | Alone) }, // no name, whatever a list says
	"given":    func(w Word) Word { return w&^Proper | 3<<3 },
	"surname":  func(w Word) Word { return w | Surname },
	"both":     func(w Word) Word { return w&^Proper | 3<<3 | Alone },
	"person":   func(w Word) Word { return w &^ (7 | Place | Proper) }, // a name, whatever a dictionary says
	"doing":    func(w Word) Word { return atLeast(w, 2) | Doing },
	"kin":      func(w Word) Word { return atLeast(w, 2)&^(3<<3|Surname) | Kin },
	"work":     func(w Word) Word { return atLeast(w, 2)&^(3<<3|Surname) | Work },
	"title":    func(w Word) Word { return atLeast(w, 2)&^(3<<3|Surname) | Title },
	"body":     func(w Word) Word { return atLeast(w, 2) | Body },
	"small":    func(w Word) Word { return atLeast(w, 1)&^(3<<3|Surname) | Small },
	"phrase":   func(w Word) Word { return w | Phrase },
	"foreign":  func(w Word) Word { return w | Foreign },
	"nickname": func(w Word) Word { return w | 2<<3 },
}

// unlessName leaves a word as it is when people are called so.
func unlessName(w, mark Word) Word {
	if w.Given() > 1 || w.Is(Surname) && w.Level() == 0 && !w.Is(Place|Proper) {
		return w
	}
	return w | mark
}

func atLeast(w Word, level Word) Word {
	if w&7 == 0 || w&7 > level {
		w = w&^7 | level
	}
	return w
}

// Hand reads a list kept by hand: lines that begin with "= heading", and words
// below them; below "phrase" each line is one. A # begins a note.
func Hand(text string, set func(word string, change func(Word) Word)) error {
	var change func(Word) Word
	phrases := false
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		if heading, ok := strings.CutPrefix(line, "= "); ok {
			phrases = strings.TrimSpace(heading) == "phrase"
			if change = hands[strings.TrimSpace(heading)]; change == nil {
				return errors.New("there is a heading that nobody knows")
			}
			continue
		}
		list := strings.Fields(line)
		if phrases && len(list) > 0 {
			list = []string{strings.Join(list, " ")}
		}
		for _, w := range list {
			if change == nil {
				return errors.New("there are words above the first heading")
			}
			set(w, change)
		}
	}
	return nil
}
