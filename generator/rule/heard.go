package rule

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
)

// Heard is a text as somebody hears it who has it read out: letters that only
// look like others are those others, letters in other widths and joined
// letters are plain ones, invisible marks are gone, entities are what they
// stand for. Whoever wants to hide a name from a program writes it in such
// ways; whoever copies from a phone or a PDF does it without knowing.
type Heard struct {
	Words string
	from  []int32 // for each byte of Words, and its end: where it stands in the text; nil: at the same byte
}

// Span is where bytes i to j of Words stand in the text, end exclusive.
func (h *Heard) Span(i, j int) (int, int) {
	if h.from == nil {
		return i, j
	}
	start, end := int(h.from[i]), int(h.from[j])
	for k := j; end <= start && k < len(h.from)-1; k++ { // several letters out of one
		end = int(h.from[k+1])
	}
	return start, max(start, end)
}

// Heard is the text as somebody hears it.
func (t *Text) Heard() *Heard {
	if t.heard == nil {
		t.heard = hear(t.Words)
	}
	return t.heard
}

// Spot is where bytes i to j of what is heard stand in the file.
func (t *Text) Spot(i, j int) finding.Pos {
	start, end := t.Heard().Span(i, j)
	return t.Place(start, end)
}

// plainText reports whether s is heard as it is written.
func plainText(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c == '&' || c == '*' || c == '`' {
			return false
		}
	}
	return true
}

func hear(s string) *Heard {
	h := &Heard{Words: s}
	if !plainText(s) {
		h.read(s)
	}
	h.join()
	h.unleet()
	return h
}

// read takes s letter by letter.
func (h *Heard) read(s string) {
	out := make([]byte, 0, len(s)+16)
	h.from = make([]int32, 0, len(s)+16)
	masked := false
	add := func(r rune, at int) {
		n := len(out)
		out = utf8.AppendRune(out, r)
		for range len(out) - n {
			h.from = append(h.from, int32(at))
		}
		masked = masked || r >= utf8.RuneSelf && lookalike[r] != 0
	}
	mean := func(words string, at int) {
		for _, r := range words {
			if !entry.Invisible(r) {
				add(r, at)
			}
		}
	}
	for at := 0; at < len(s); {
		c := s[at]
		if c == '&' {
			if means, n := entry.EntityAt(s[at:]); n > 0 {
				mean(norm.NFKC.String(means), at)
				at += n
				continue
			}
		}
		if c == '*' || c == '`' {
			// Marks inside a word; at its ends they stay.
			n := len(s[at:]) - len(strings.TrimLeft(s[at:], "*`"))
			if len(out) == 0 || !wordByte(out[len(out)-1]) || at+n == len(s) || !wordByte(s[at+n]) {
				for k := range n {
					add(rune(s[at+k]), at+k)
				}
			}
			at += n
			continue
		}
		if c < utf8.RuneSelf && (at+1 == len(s) || s[at+1] < utf8.RuneSelf) {
			out = append(out, c)
			h.from = append(h.from, int32(at))
			at++
			continue
		}
		if r, n := utf8.DecodeRuneInString(s[at:]); common(r) && (at+n == len(s) || s[at+n] < utf8.RuneSelf) {
			add(r, at)
			at += n
			continue
		}
		n := norm.NFKC.NextBoundaryInString(s[at:], true)
		mean(norm.NFKC.String(s[at:at+n]), at)
		at += n
	}
	h.from = append(h.from, int32(len(s)))
	h.Words = string(out)
	if masked {
		h.unmask()
	}
}

// common knows letters and marks that stand for themselves and are in every
// other text: accents, quotation marks, dashes, the pound.
func common(r rune) bool {
	switch {
	case r >= 0xC0 && r <= 0x17F && r != 0x132 && r != 0x133 && r != 0x13F && r != 0x140 && r != 0x149 && r != 0x17F, r == '£', r == '€', r >= '–' && r <= '’', r == '“', r == '”':
		return true
	}
	return false
}

func wordByte(c byte) bool {
	return c >= utf8.RuneSelf || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
}

// unmask puts Latin letters where others only look like them: in a word that
// has Latin letters too, and in a word that has nothing else.
func (h *Heard) unmask() {
	words, from := h.Words, h.from
	var out strings.Builder
	var moved []int32
	for i := 0; i < len(words); {
		j, latin, masked, other := i, 0, 0, 0
		for j < len(words) {
			r, n := utf8.DecodeRuneInString(words[j:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			switch {
			case unicode.Is(unicode.Latin, r):
				latin++
			case lookalike[r] != 0:
				masked++
			case unicode.IsLetter(r):
				other++
			}
			j += n
		}
		if j == i {
			_, n := utf8.DecodeRuneInString(words[i:])
			out.WriteString(words[i : i+n])
			moved = append(moved, from[i:i+n]...)
			i += n
			continue
		}
		if masked == 0 || latin == 0 && other > 0 {
			out.WriteString(words[i:j])
			moved = append(moved, from[i:j]...)
			i = j
			continue
		}
		for k, r := range words[i:j] {
			if l := lookalike[r]; l != 0 {
				r = l
			}
			n := out.Len()
			out.WriteRune(r)
			for range out.Len() - n {
				moved = append(moved, from[i+k])
			}
		}
		i = j
	}
	h.Words, h.from = out.String(), append(moved, from[len(words)])
}

// lookalike are letters that most fonts draw as a Latin one.
var lookalike = entry.Lookalikes("Зɪʏıɑɡǀ", "3iyiagl")
