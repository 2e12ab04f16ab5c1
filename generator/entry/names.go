package entry

import (
	"hash/maphash"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yousaid/generator/finding"
	"yousaid/generator/source"
)

// Names are the real names that may stand nowhere: the private list, which is
// kept outside of the site's folder. Only numbers are remembered that say
// nothing without the program that made them, and that are other ones each
// time it runs. The zero Names has none; so has nil.
type Names struct {
	begin    uint64
	prefixes map[uint64]struct{} // how a name begins
	whole    map[uint64]uint64   // a name → after which of its letters a word may end
	longest  int
}

// Match is a place in a text where a name stands. Two of one Name are the same
// name.
type Match struct {
	Start, End int // bytes of the text
	Name       uint64
}

// unsure is how many letters make a name sure enough to be known with spaces
// anywhere in it.
const unsure = 6

// parseNames reads a list, one name a line. odd are the numbers of the lines
// that hold no name: nothing, or one letter, which would be everywhere. crowded
// are those that hold something beside a name, as lists out of a table do.
func parseNames(text string) (n *Names, odd, crowded []int) {
	n = &Names{begin: maphash.String(maphash.MakeSeed(), ""), prefixes: map[uint64]struct{}{}, whole: map[uint64]uint64{}}
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if i := strings.Index(line, " #"); i >= 0 {
			line = strings.TrimSpace(line[:i])
		}
		if line == "" || line[0] == '#' {
			continue
		}
		if strings.ContainsAny(line, ",;()/:=0123456789") {
			crowded = append(crowded, number)
		}
		if !n.learn(line, asDrawn) {
			odd = append(odd, number)
			continue
		}
		n.learn(line, asSmall)
	}
	return n, odd, crowded
}

func (n *Names) learn(name string, w way) bool {
	s := spell(name, w)
	if len(s.letters) < 2 || len(s.out) == 1 && s.out[0].single {
		return false
	}
	h, at := n.begin, 0
	var ends uint64
	for i, st := range s.out {
		if i > 0 && at < bits.UintSize {
			ends |= 1 << at
		}
		for _, c := range st.letters {
			h = more(h, c)
			n.prefixes[h] = struct{}{}
		}
		at += len(st.letters)
	}
	n.whole[h] |= ends
	n.longest = max(n.longest, at)
	return true
}

func more(h uint64, c byte) uint64 {
	h = (h ^ uint64(c)) * 1099511628211
	return h ^ h>>29
}

// Find returns where names stand in a text, however they are written there.
func (n *Names) Find(text string) []Match {
	if n == nil || len(n.whole) == 0 {
		return nil
	}
	s := spell(text, asDrawn)
	out := n.find(s, nil)
	if s.twofold {
		out = n.find(spell(text, asSmall), out)
	}
	if s.between {
		known := len(out)
		out = n.find(spell(text, asDigits), out)
		out = slices.Concat(out[:known], slices.DeleteFunc(out[known:], func(m Match) bool { return isNumber(text[m.Start:m.End]) }))
	}
	slices.SortFunc(out, func(a, b Match) int { return a.Start - b.Start })
	return out
}

// isNumber reports whether something that can be read as a name is a number or a
// code rather, as 34 for Ea, 714 for Tia and h3 for He: they stand on many pages,
// which would all be held, and in every theme, which would excuse the name.
func isNumber(written string) bool {
	return len(written) < 3 || len(written) == 3 && strings.IndexFunc(written, unicode.IsLetter) < 0
}

// In reports whether any name stands in a text.
func (n *Names) In(text string) bool { return len(n.Find(text)) > 0 }

func (n *Names) find(s *speller, out []Match) []Match {
	known := len(out)
	for i := 0; i < len(s.out); i++ {
		m, last, ok := n.from(s.out[i:])
		if !ok {
			continue
		}
		again := false
		for _, o := range out[:known] {
			again = again || o.Start < m.End && m.Start < o.End
		}
		if !again {
			out = append(out, m)
		}
		i += last
	}
	return out
}

// from is the longest name that begins with the first of the stretches, and
// the number of the stretch with which it ends.
func (n *Names) from(list []stretch) (m Match, last int, ok bool) {
	h, length := n.begin, 0
	var wide, spaced uint64 // after which letters there are spaces; of them those between two letters that stand alone
	for k, st := range list {
		if k > 0 {
			if st.gap == far || length >= n.longest {
				break
			}
			if st.gap == loose && length < bits.UintSize {
				if list[k-1].single && st.single {
					spaced |= 1 << length
				} else {
					wide |= 1 << length
				}
			}
		}
		stem, stems := h, h // without the last letter, and the last two
		for _, c := range st.letters {
			stems, stem = stem, h
			h = more(h, c)
		}
		size := len(st.letters)
		length += size
		for _, end := range []struct {
			h    uint64
			less int
		}{{h, 0}, {stem, 1}, {stems, 2}} {
			if end.less > 0 && !plural(st.letters, end.less) {
				continue
			}
			if bounds, found := n.whole[end.h]; found && fits(bounds, wide, spaced, length-end.less, list[:k+1]) {
				m, last, ok = Match{list[0].start, st.end, end.h}, k, true
				break
			}
		}
		if _, begins := n.prefixes[h]; !begins {
			break
		}
	}
	return m, last, ok
}

// plural reports whether the last letters of a word may be no part of a name.
func plural(word []byte, letters int) bool {
	n := len(word)
	return n > letters && word[n-1] == 's' && (letters == 1 || word[n-2] == 'e')
}

// fits reports whether the spaces in what was found can be there: where a word
// of the name ends, between letters that each stand alone, or anywhere in a
// name that is long enough not to come about by chance.
func fits(bounds, wide, spaced uint64, length int, list []stretch) bool {
	if spaced&^bounds != 0 && length < 3 {
		return false
	}
	if wide&^bounds == 0 {
		return true
	}
	if length < unsure {
		return false
	}
	for k := 1; k < len(list); k++ {
		if list[k].gap == loose && list[k].single != list[k-1].single {
			return false // "Simon a" is not Simona
		}
	}
	return true
}

// Spot is where bytes of a file's text stand.
func Spot(f source.File, name string, m Match) finding.Pos {
	return newLines(name, f.Text).pos(m.Start, m.End)
}

// IsKey reports whether what stands at m is a key of site.yaml and nothing else.
func IsKey(text []byte, m Match) bool {
	if m.End >= len(text) || text[m.End] != ':' {
		return false
	}
	var known func([]Key) bool
	known = func(keys []Key) bool {
		return slices.ContainsFunc(keys, func(k Key) bool { return k.Name == string(text[m.Start:m.End]) || known(k.Below) })
	}
	return known(SettingsReference())
}

// Masked is a text with letters in the place of names, so that nobody can read
// them and everything else stays where it is.
func Masked(text []byte, names []Match) []byte {
	var out []byte
	at := 0
	for _, m := range names {
		if m.Start < at {
			continue
		}
		out = append(out, text[at:m.Start]...)
		for _, r := range string(text[m.Start:m.End]) {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				out = append(out, 'x')
			} else if r < utf8.RuneSelf {
				out = append(out, byte(r))
			}
		}
		at = m.End
	}
	return append(out, text[at:]...)
}
