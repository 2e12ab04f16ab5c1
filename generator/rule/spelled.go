package rule

import (
	"strings"
	"unicode/utf8"

	"yousaid/generator/entry"
)

// keep leaves out the bytes of what is heard that drop says.
func (h *Heard) keep(drop []bool) {
	out := make([]byte, 0, len(h.Words))
	from := make([]int32, 0, len(h.Words)+1)
	for i := range len(h.Words) {
		if !drop[i] {
			out = append(out, h.Words[i])
			from = append(from, h.origin(i))
		}
	}
	h.from = append(from, h.origin(len(h.Words)))
	h.Words = string(out)
}

func (h *Heard) origin(i int) int32 {
	if h.from == nil {
		return int32(i)
	}
	return h.from[i]
}

// join puts letters together that stand one by one, as in "S a m" or
// "L.E.1. 6.T.H.": one space, dot, hyphen or underscore between them, and two
// between words.
func (h *Heard) join() {
	var drop []bool
	s := h.Words
	for i := 0; i+4 < len(s); {
		switch s[i+1] {
		case ' ', '.', '-', '_', '/':
		default:
			i++
			continue
		}
		if i > 0 && wordByte(s[i-1]) || !alone(s, i) {
			i++
			continue
		}
		end, letters, items := oneByOneFrom(s, i)
		if items >= 3 && letters >= 2 || items >= 5 && letters >= 1 {
			if drop == nil {
				drop = make([]bool, len(s))
			}
			for k := i; k < end; k++ {
				if strings.Contains(s[max(i, k-2):min(end, k+3)], ".-.") && !wordByte(s[k]) {
					drop[k] = true
				} else if !wordByte(s[k]) && s[k] != '\'' && s[k] != '@' && (k+1 >= end || wordByte(s[k+1]) || s[k+1] == '\'' || s[k+1] == '@' || s[k+1] == '.') && (k == 0 || wordByte(s[k-1]) || s[k-1] == '\'' || s[k-1] == '@') {
					drop[k] = true
				}
			}
		}
		i = max(end, i+1)
	}
	if drop != nil {
		h.keep(drop)
	}
}

// alone reports whether a letter or digit stands at i with no other beside it.
func alone(s string, i int) bool {
	return i < len(s) && asciiWord(s[i]) && (i == 0 || !wordByte(s[i-1]) && s[i-1] != '\'') && (i+1 == len(s) || !wordByte(s[i+1]))
}

func asciiWord(c byte) bool { return c < utf8.RuneSelf && wordByte(c) }

// oneByOneFrom is where the letters that stand one by one from i end, and how
// many of them are letters that are no words of their own.
func oneByOneFrom(s string, i int) (end, letters, items int) {
	slashes := false // they stand between slashes
	for alone(s, i) {
		if shortened(s[i:]) {
			return max(end, i+3), letters, items
		}
		items++
		if c := s[i] | 0x20; lower(c) && c != 'a' && c != 'i' && c != 'o' {
			letters++
		}
		i++
		end = i
		gap, from := 0, i
		for i < len(s) && strings.IndexByte(" .-_/'", s[i]) >= 0 {
			if s[i] != '\'' {
				gap++
			}
			i++
		}
		slashed := strings.IndexByte(s[from:i], '/') >= 0
		if i == end || gap > 2 && s[from:i] != ".-." || items > 1 && slashed != slashes {
			break
		}
		slashes = slashed
	}
	return end, letters, items
}

// shortened knows times of the day and what people shorten with dots.
func shortened(s string) bool {
	if len(s) < 3 || s[1] != '.' {
		return false
	}
	switch [2]byte{s[0] | 0x20, s[2] | 0x20} {
	case [2]byte{'a', 'm'}, [2]byte{'p', 'm'}, [2]byte{'e', 'g'}, [2]byte{'i', 'e'}, [2]byte{'u', 'k'}:
		return true
	}
	return false
}

// unleet reads a digit inside a word as the letter that it looks like: tw3lve.
// A word that is half digits is a code, and stays.
func (h *Heard) unleet() {
	s := h.Words
	var out []byte
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '0' && (i == 0 || !wordByte(s[i-1])) && i+2 < len(s) && lower(s[i+1]) && lower(s[i+2]) { // 0ne
			if out == nil {
				out = []byte(s)
			}
			out[i] = 'o'
			continue
		}
		if i == 0 {
			continue
		}
		l := entry.LetterLike(s[i])
		if l == 0 || !lower(s[i+1]|0x20) || !lower(s[i-1]|0x20) {
			continue
		}
		from, to := i, i+1
		letters, marks := 0, 0
		for from > 0 && asciiWord(s[from-1]) {
			from--
		}
		for to < len(s) && (asciiWord(s[to]) || s[to] == '@') {
			to++
		}
		for k := from; k < to; k++ {
			if lower(s[k] | 0x20) {
				letters++
			} else {
				marks++
			}
		}
		if letters < 3 || letters == 3 && !(i+2 < to && lower(s[i+2]|0x20)) || strings.EqualFold(s[from:to], "what3words") || letters < 5 && !lower(s[i+1]) || marks > 2 || marks*3 > letters || s[i] == '@' && (i-from > 2 || to < len(s) && s[to] == '.') ||
			to < len(s) && (s[to] == '@' || s[to] == '_') || from > 0 && strings.IndexByte("@_/.", s[from-1]) >= 0 {
			i = to
			continue
		}
		if out == nil {
			out = []byte(s)
		}
		if out[i] = l; !lower(s[i+1]) && !lower(s[i-1]) {
			out[i] -= 0x20
		}
	}
	if out != nil {
		h.Words = string(out)
	}
}

func lower(c byte) bool { return c >= 'a' && c <= 'z' }

// Once is what work comes to for what is heard of t. All rules that ask by the
// same key share it.
func (t *Text) Once(key any, work func(*Heard) any) any {
	for _, k := range t.known {
		if k.key == key {
			return k.value
		}
	}
	v := work(t.Heard())
	t.known = append(t.known, known{key, v})
	return v
}

type known struct{ key, value any }
