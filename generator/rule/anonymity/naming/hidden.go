package naming

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yousaid/generator/entry"
	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity/lexicon"
)

// compare marks the words that are written otherwise than they are heard.
// Somebody took pains to write them so, or copied them from somewhere.
func (n *reading) compare(h *rule.Heard, written string) {
	if n.s == written {
		return
	}
	for k := range n.list {
		t := &n.list[k]
		if i, j := h.Span(t.i, t.j); written[i:j] != n.s[t.i:t.j] {
			t.disguised = true
		}
	}
}

// masked reads a word with digits or signs among its letters, as J4ck, if it
// is a name then, and returns its end.
func (n *reading) masked(i, last int) int {
	s := n.s
	if i > last && wordByteAt(s, i-1) {
		return i
	}
	j, letters, signs := i, 0, 0
	for j < len(s) && j-i < 24 {
		c := s[j]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			letters++
		case sign(c) != 0 && (c != '!' && c != '|' || j > i && j+1 < len(s) && s[j+1]|0x20 >= 'a' && s[j+1]|0x20 <= 'z'):
			signs++
		case c >= utf8.RuneSelf:
			r, z := utf8.DecodeRuneInString(s[j:])
			if turned(r) != 0 {
				signs++
			} else if letterAt(s, j) {
				letters++
			} else {
				goto end
			}
			j += z
			continue
		default:
			goto end
		}
		j++
	}
end:
	if signs == 0 || letters < 2 || j-i < 3 || j < len(s) && s[j] >= '0' && s[j] <= '9' || letters < signs-1 || measure(s[i:j]) || s[i] >= '0' && s[i] <= '9' && j-i < 4 {
		return i
	}
	if ends := strings.TrimRight(s[i:j], "0123456789"); strings.ToUpper(ends) == ends && !strings.ContainsAny(ends, "0123456789@$!|") && ends != "" {
		return i // LE1, M25
	}
	for _, one := range []byte{'i', 'l'} {
		from := len(n.fold)
		for k := i; k < j; {
			c := s[k]
			switch {
			case c == '1' || c == '!' || c == '|':
				n.fold = append(n.fold, one)
			case c < utf8.RuneSelf && sign(c) != 0:
				n.fold = append(n.fold, sign(c))
			default:
				r, z := utf8.DecodeRuneInString(s[k:])
				if l := turned(r); l != 0 {
					n.fold = append(n.fold, l)
				} else {
					n.fold = lexicon.Fold(n.fold, s[k:k+z])
				}
				k += z
				continue
			}
			k++
		}
		w := lexicon.Look(n.fold[from:])
		if len(n.fold)-from >= 3 && (w.Given() > 1 || w.Is(lexicon.Alone) || w.Is(lexicon.Surname) && w.Level() == 0) {
			n.list = append(n.list, token{i: i, j: j, end: j, a: from, b: len(n.fold), w: w, known: true, shape: mixed, gap: between(s, last, i), disguised: true, verdict: named})
			return j
		}
		if w == 0 && signs == 1 && letters >= 4 && one == 'i' && sign(s[i]) == 0 && sign(s[j-1]) == 0 && !inflected(n.fold[from:], false) {
			t := token{i: i, j: j, end: j, a: from, b: len(n.fold), gap: between(s, last, i), disguised: true}
			if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsUpper(r) {
				t.shape = capital
			}
			n.list = append(n.list, t)
			return j
		}
		n.fold = n.fold[:from]
	}
	return i
}

func wordByteAt(s string, i int) bool {
	c := s[i]
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '@' || c == '_' || c == '.' && i > 0 && s[i-1] != ' '
}

// sign is the letter that a digit or a sign looks like. In a name more may be
// meant for a letter than in what is heard (see rule.Heard).
func sign(c byte) byte {
	switch c {
	case '|':
		return 'i'
	case '8':
		return 'b'
	}
	return entry.LetterLike(c)
}

// turned is the letter that is drawn upside down or with a line through it.
func turned(r rune) byte {
	switch r {
	case '∀', 'Λ', 'λ':
		return 'a'
	case 'Ǝ', '€', 'ε', 'є', 'Є':
		return 'e'
	case '¡':
		return 'i'
	case '£':
		return 'l'
	}
	return 0
}

// measure knows 5am, 3rd, 10k: a number and what is counted.
func measure(s string) bool {
	k := 0
	for k < len(s) && s[k] >= '0' && s[k] <= '9' {
		k++
	}
	if k == 0 {
		return false
	}
	switch s[k:] {
	case "am", "pm", "st", "nd", "rd", "th", "s", "k", "m", "p", "x", "g", "kg", "km", "mph", "hrs", "hr", "min", "mins", "yr", "yrs", "yo", "ish", "ft", "cm", "mm", "ml", "d", "gb", "mb", "AM", "PM", "ST", "ND", "RD", "TH":
		return true
	}
	return false
}

// letters finds names whose letters stand one by one: P/A/B/L/O.
func (n *reading) letters() {
	for k := 0; k+2 < len(n.list); {
		end := k
		for end < len(n.list) && (n.single(end) || end > k+1 && n.list[end].disguised) && (end == k || n.list[end].i-n.list[end-1].j <= 3 && n.list[end].i-n.list[end-1].j > 0 && n.list[end].gap&comma == 0 && n.list[end].gap == n.list[k+1].gap) {
			end++
		}
		if end-k < 3 {
			k = max(k+1, end)
			continue
		}
		f := make([]byte, 0, 32)
		for i := k; i < end; i++ {
			f = append(f, n.key(i)...)
		}
		w := lexicon.Look(f)
		if w.Given() > 0 && !w.Is(lexicon.Small) || w.Is(lexicon.Surname) && w.Level() == 0 || w == 0 && end-k >= 4 && spoken(f) && !inflected(f, false) {
			for i := k; i < end; i++ {
				n.list[i].verdict = named
				n.list[i].gap = hyphen
			}
		}
		k = end
	}
}

func (n *reading) single(k int) bool {
	t := &n.list[k]
	return (t.j-t.i == 1 || n.s[t.i] >= utf8.RuneSelf && utf8.RuneCountInString(n.s[t.i:t.j]) == 1) && !t.number && !t.possessive
}

// rows finds names among words in small letters: dawn n holly n robin.
func (n *reading) rows() {
	is := func(k int) bool {
		return k < len(n.list) && n.list[k].shape == small && (n.list[k].w.Is(lexicon.Alone) || n.list[k].verdict == named) && !timeOf(n.key(k))
	}
	link := func(k int) bool {
		return k < len(n.list) && (n.word(k) == "n" || n.word(k) == "and" || n.word(k) == "nd") && n.list[k].gap == spaced
	}
	for k := 0; k < len(n.list); k++ {
		end := k
		for is(end) && link(end+1) && is(end+2) && n.list[end+2].gap == spaced {
			end += 2
		}
		if end-k >= 4 {
			for i := k; i <= end; i += 2 {
				n.list[i].verdict = named
			}
		}
		k = end
	}
}

// again marks a word that is somebody's name elsewhere in the text.
func (n *reading) again() {
	for k := range n.list {
		t := &n.list[k]
		if t.verdict != nothing || t.shape == small || t.number || t.b-t.a < 3 || !t.w.Is(lexicon.Alone) || timeOf(n.key(k)) || t.w.Is(lexicon.Place) && (n.at(k) || n.placed(k)) {
			continue
		}
		if n.endsPlace(k) || t.start && !t.possessive && n.smallAfter(k) && !n.doingAfter(k) && n.word(k+1) != "and" {
			continue // Frank talk is hard.
		}
		for i := range n.list {
			q := &n.list[i]
			if q.verdict == named && q.shape != small && q.b-q.a == t.b-t.a && n.word(i) == n.word(k) && !n.building(k) && !n.afterArticle(k) && !n.asks(k) {
				t.verdict = named
				break
			}
		}
	}
}

// asks reports whether word k begins a question or a wish: Will you, May we.
func (n *reading) asks(k int) bool {
	switch n.word(k + 1) {
	case "you", "we", "i", "they", "he", "she", "it", "there", "the", "this", "that", "anyone", "someone", "young", "our", "my", "be", "not", "all", "these":
		return n.list[k+1].gap == spaced
	}
	return false
}
