package counts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a number or a mark of a text.
type token struct {
	word       string // as it stands in the text; "\n" between two blocks
	class      class
	n          int     // a whole number; -1: none
	value      float64 // of any number; of a fraction in hundredths; -1: none
	other      int     // 17/19, 17-2: 19, 2
	start, end int32
	mark       byte // between n and other: '/' or '-'; 0: there is but one
	newLine    bool // first in its line
}

// tokens adds the tokens of the sentence that begins at byte i to out, and
// tells where it ends. A number that is part of something else, as in 7.30, £5
// or 20mph, is no number of people and becomes a plain word. Marks of emphasis
// are left out.
func tokens(out []token, text string, i int) (_ []token, end int) {
	newLine := true
	for i < len(text) {
		c := text[i]
		switch c {
		case '\n':
			if ends(text, i) && len(out) > 0 {
				return out, i + 1
			}
			newLine = true
			fallthrough
		case ' ', '\t', '\r', '*', '_', '`', '~':
			i++
			continue
		}
		j, sum := i, uint32(0)
		for j < len(text) && isLetter(text[j]) {
			sum = add(sum, text[j])
			j++
		}
		simple := j > i && (j == len(text) || text[j] == ' ' || text[j] == '\n' || text[j] == ',' || text[j] == '.')
		if !simple {
			j = wordEnd(text, i, len(text))
		}
		marks := j == i
		if marks {
			r, size := utf8.DecodeRuneInString(text[i:])
			if j = i + size; c >= utf8.RuneSelf && unicode.IsSpace(r) {
				i = j
				continue
			}
		}
		k := len(out)
		out = append(out, token{word: text[i:j], start: int32(i), end: int32(j), n: -1, value: -1, newLine: newLine})
		t := &out[k]
		switch {
		case marks && j-i > 2:
			t.class = lexicon[t.word].class
		case marks && ends(text, i):
			return out, j
		case marks:
		case simple:
			t.mean(meaningOf(t.word, int(sum)))
		default:
			t.read(text)
		}
		if k > 0 && t.n > 0 && t.n < 10 && out[k-1].class&tens != 0 && t.class != 0 { // twenty two
			p := &out[k-1]
			p.n, p.value, p.end, p.class = p.n+t.n, p.value+t.value, t.end, p.class&^tens
			p.word = text[p.start:p.end]
			out = out[:k]
		}
		i, newLine = j, false
	}
	return out, len(text)
}

// wordEnd is where the word that begins at i ends; i: none does.
func wordEnd(text string, i, end int) int {
	j := i
	for j < end {
		c := text[j]
		if isLetter(c) || isDigit(c) {
			j++
			continue
		}
		if c < utf8.RuneSelf {
			if j == i || j+1 >= end || !joins(text[j-1], c, text[j+1]) {
				break
			}
			j++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[j:end])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
		case j == i || j+size >= end:
			return j
		case r == '–' || r == '⁄' || r == '‑' || r == '‐':
			if !joins(text[j-1], '-', text[j+size]) {
				return j
			}
		case r == '’':
			if !joins(text[j-1], '\'', text[j+size]) {
				return j
			}
		default:
			return j
		}
		j += size
	}
	return j
}

// joins reports whether a mark between two letters or digits makes one word of
// them: 1,200 and well-known, but not "12, 9".
func joins(before, mark, after byte) bool {
	switch mark {
	case '-':
		return isDigit(before) && isDigit(after) || isLetter(before) && isLetter(after)
	case '\'':
		return isLetter(after)
	case '.', ',', ':', '/':
		return isDigit(before) && isDigit(after)
	}
	return false
}

// read settles what a word means.
func (t *token) read(text string) {
	w := t.word
	if !isDigit(w[0]) {
		x := look(w)
		if x.class == 0 && len(w) > 3 && (strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s")) {
			if x = look(w[:strings.LastIndexAny(w, "'’")]); x.class&(person|youngOne) == 0 || x.class&sign != 0 {
				x = meaning{}
			}
		}
		t.mean(x)
		return
	}
	if before, _ := utf8.DecodeLastRuneInString(text[:t.start]); before == '£' || before == '$' || before == '€' || before == '#' {
		return
	}
	for i := range len(w) {
		switch c := w[i]; {
		case isDigit(c) || c == ',' || c == '.':
			continue
		case c == '/' || c == '-':
			t.pair(w[:i], c, w[i+1:])
		case c == 0xE2: // – or ⁄, or a hyphen of another width
			_, size := utf8.DecodeRuneInString(w[i:])
			mark := byte('-')
			if strings.HasPrefix(w[i:], "⁄") {
				mark = '/'
			}
			t.pair(w[:i], mark, w[i+size:])
		}
		return
	}
	if n, value, ok := number(w); ok {
		t.n, t.value = n, value
	}
}

func (t *token) mean(x meaning) {
	t.class = x.class
	switch {
	case x.n > 0:
		t.n, t.value = x.n, float64(x.n)
	case x.percent > 0:
		t.value = x.percent
	}
}

func (t *token) pair(a string, mark byte, b string) {
	n, _, ok := number(a)
	other, _, ok2 := number(b)
	if ok && ok2 && n >= 0 && other >= 0 {
		t.n, t.value, t.other, t.mark = n, float64(n), other, mark
	}
}

// nextNumber is where the sentence begins that holds the next number, in digits
// or in a word; -1: there is none.
func nextNumber(text string, from int) (start int) {
	start = from
	for i := from; i < len(text); i++ {
		c := text[i]
		switch {
		case isLetter(c):
		case isDigit(c):
			return start
		case c <= '?' && ends(text, i):
			start = i + 1
			continue
		default:
			continue
		}
		j := i + 1
		for j < len(text) && isLetter(text[j]) {
			j++
		}
		if begins[c|0x20-'a']>>min(j-i, 31)&1 != 0 && meaningOf(text[i:j], sum(text[i:j])).class&sign != 0 {
			return start
		}
		i = j - 1
	}
	return -1
}

// ends reports whether a sentence or a block ends with byte k.
func ends(text string, k int) bool {
	switch text[k] {
	case '.', '!', '?':
		return k+1 == len(text) || text[k+1] == ' ' || text[k+1] == '\n'
	case '\n':
		return k > 0 && text[k-1] == '\n'
	}
	return false
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
