package naming

import (
	"strings"

	"yousaid/generator/rule/anonymity/lexicon"
)

// sentences finds where sentences begin, and those in which every word is
// written large, as in a heading: there a capital letter says nothing.
func (n *reading) sentences() {
	from := 0
	for k := range n.list {
		t := &n.list[k]
		if t.gap&anew != 0 {
			t.start = true
		}
		if t.shape == upper && k+1 < len(n.list) && n.list[k+1].number && n.list[k+1].gap == joined {
			t.number, t.known = true, true // LE1, M25
		}
		if !t.number {
			t.known = t.w.Known() || n.like(k)
		}
	}
	for k := 1; k <= len(n.list); k++ {
		if k == len(n.list) || n.list[k].gap&(stopped|lined|colon) != 0 {
			n.heading(from, k)
			n.language(from, k)
			from = k
		}
	}
}

// language marks the words of a sentence in which too many small words are
// unknown: it is in another language, and nobody can tell names in it by that.
func (n *reading) language(from, to int) {
	little, strange := 0, 0
	for k := from; k < to; k++ {
		t := &n.list[k]
		if t.number || t.shape != small || t.disguised {
			continue
		}
		little++
		if !t.known || t.w.Is(lexicon.Foreign) && t.w.Level() == 0 || t.alike {
			strange++
		}
	}
	if strange >= 3 && strange*2 > little || strange == 2 && little <= 3 {
		for k := from; k < to; k++ {
			n.list[k].tongue = true
		}
	}
}

// heading marks the words of a sentence that is written large throughout.
func (n *reading) heading(from, to int) {
	large, little, shouted := 0, 0, 0
	for k := from; k < to; k++ {
		t := &n.list[k]
		switch {
		case t.number || t.w.Is(lexicon.Small) && t.shape == small || t.shape == foreign || t.j-t.i < 2:
		case t.shape == small:
			little++
		case t.shape == upper && t.j-t.i > 1:
			shouted++
			large++
		default:
			large++
		}
	}
	all := shouted >= 3 && shouted*5 >= (large+little)*4
	if !all && (large < 3 || little*3 > large) {
		return
	}
	plain := 0
	for k := from; k < to; k++ {
		if t := &n.list[k]; t.shape != small && t.w.Level() > 0 && !t.w.Name() {
			plain++
		}
	}
	if plain*3 < large && !all {
		return // a list of names
	}
	for k := from; k < to; k++ {
		n.list[k].titled = true
	}
}

// like reports whether word k is a known word in another form: with an ending
// or a beginning, of two words, or with letters drawn out.
func (n *reading) like(k int) bool {
	t := &n.list[k]
	if t.w != 0 || t.shape == foreign || t.j-t.i < 3 || t.b-t.a > longest {
		return t.w.Known()
	}
	f := n.key(k)
	large := t.shape == capital || t.shape == mixed
	if inflected(f, large) {
		return true
	}
	t.alike = !large && (drawnOut(f) || compound(f) || t.shape == small && len(f) >= 5 && mistyped(f))
	return t.alike
}

var endings = []string{"s", "es", "ed", "d", "ing", "er", "ers", "ly", "y", "ies", "ness", "less", "able", "ish", "ful", "ment", "ism", "ist", "like", "wise", "ers", "in", "r", "n", "st"}

var beginnings = []string{"un", "re", "non", "pre", "mis", "over", "out", "under", "co", "self", "anti", "multi", "semi", "super", "mini", "inter", "micro", "mega", "post", "sub", "bio", "eco", "cyber", "uber", "de", "dis", "up", "mid"}

func isWord(f []byte, most int) bool {
	w := lexicon.Look(f)
	return w.Level() > 0 && w.Level() <= most && w.Given() < 2
}

func inflected(f []byte, large bool) bool {
	shortest := 3
	if large {
		shortest = 4
	}
	for i, e := range endings {
		if large && i > 15 {
			break
		}
		stem := len(f) - len(e)
		if stem < shortest || string(f[stem:]) != e {
			continue
		}
		if isWord(f[:stem], 4) || e == "s" && lexicon.Look(f[:stem]).Is(lexicon.Proper|lexicon.Place) {
			return true
		}
		if (e == "ing" || e == "ed" || e == "er" || e == "able") && (isWord(append(append(make([]byte, 0, 32), f[:stem]...), 'e'), 4) || stem > 3 && f[stem-1] == f[stem-2] && isWord(f[:stem-1], 4)) {
			return true
		}
		if e == "ies" && isWord(append(append(make([]byte, 0, 32), f[:stem]...), 'y'), 4) {
			return true
		}
	}
	for _, b := range beginnings {
		if len(f) >= len(b)+4 && strings.HasPrefix(string(f), b) && isWord(f[len(b):], 4) && (!large || len(b) > 2) {
			return true
		}
	}
	return false
}

// drawnOut knows soooo and noooo.
func drawnOut(f []byte) bool {
	once, twice := make([]byte, 0, len(f)), make([]byte, 0, len(f))
	long := false
	for i, c := range f {
		if i == 0 || f[i-1] != c {
			once, twice = append(once, c), append(twice, c)
			continue
		}
		if i < 2 || f[i-2] != c {
			twice = append(twice, c)
		} else {
			long = true
		}
	}
	return long && (lexicon.Look(once).Level() > 0 || lexicon.Look(twice).Level() > 0) || laughter(f)
}

func laughter(f []byte) bool {
	return len(strings.Trim(string(f), "ha")) == 0 || len(strings.Trim(string(f), "he")) == 0 || len(strings.Trim(string(f), "lo")) == 0 || len(strings.Trim(string(f), "xo")) == 0
}

func compound(f []byte) bool {
	if len(f) > longest {
		return false
	}
	for i := 3; i+3 <= len(f); i++ {
		if (i >= 4 || len(f)-i >= 4) && isWord(f[:i], 3) && isWord(f[i:], 3) {
			return true
		}
	}
	return false
}

// mistyped reports whether f is one slip away from a common word.
func mistyped(f []byte) bool {
	if len(f) > longest {
		return false
	}
	room := make([]byte, 0, 64)
	is := func(b []byte) bool {
		w := lexicon.Look(b)
		return w.Level() > 0 && w.Level() <= 2 && w.Given() < 2
	}
	for i := range f {
		// one letter too many
		room = append(append(room[:0], f[:i]...), f[i+1:]...)
		if is(room) {
			return true
		}
		if i+1 < len(f) && f[i] != f[i+1] {
			room = append(room[:0], f...)
			room[i], room[i+1] = room[i+1], room[i]
			if is(room) {
				return true
			}
		}
	}
	for i := 1; i <= len(f); i++ {
		for c := byte('a'); c <= 'z'; c++ {
			// one too few
			room = append(append(append(room[:0], f[:i]...), c), f[i:]...)
			if is(room) {
				return true
			}
			if i < len(f) && len(f) > 5 {
				room = append(room[:0], f...)
				room[i] = c
				if is(room) {
					return true
				}
			}
		}
	}
	return false
}
