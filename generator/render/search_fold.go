package render

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What a reader types finds what a report says however both are written: with
// or without capitals, accents, apostrophes and hyphens. search.js folds the
// reader's words in the same way; testdata/fold.json says for both how.

// longestWord is how many letters of a word count.
const longestWord = 32

// plainLetters are spelt with others, beside those that Unicode takes apart.
var plainLetters = strings.NewReplacer(
	"ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i", "ς", "σ",
	"ى", "ي", "ی", "ي", "ک", "ك", "ة", "ه", "‐", "-",
	"٠", "0", "١", "1", "٢", "2", "٣", "3", "٤", "4", "٥", "5", "٦", "6", "٧", "7", "٨", "8", "٩", "9",
	"۰", "0", "۱", "1", "۲", "2", "۳", "3", "۴", "4", "۵", "5", "۶", "6", "۷", "7", "۸", "8", "۹", "9",
)

// fold appends text in small letters without accents and apostrophes.
func fold(out []byte, text string) []byte {
	begin := len(out)
	for _, r := range text {
		switch {
		case r >= 'A' && r <= 'Z':
			out = append(out, byte(r)|0x20)
		case r == '\'' || r == '`':
		case r < utf8.RuneSelf:
			out = append(out, byte(r))
		case r < 0x700:
			out = append(out, common()[r]...)
		case r >= 0x1E00 && r < 0x2070:
			out = append(out, common()[r-0x1E00+0x700]...)
		default:
			return append(out[:begin], foldAny(text)...)
		}
	}
	return out
}

// common are the letters below U+0700 folded, and those from U+1E00 to U+206F:
// one by one they come to the same as together.
var common = sync.OnceValue(func() []string {
	out := make([]string, 0x700+0x270)
	for r := range rune(len(out)) {
		letter := r
		if r >= 0x700 {
			letter += 0x1E00 - 0x700
		}
		out[r] = foldAny(string(letter))
	}
	return out
})

func foldAny(text string) string {
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune("'`’‘ʼ′ـ", r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(strings.ReplaceAll(text, "´", "'")))
	return plainLetters.Replace(text)
}

// words calls see with every word of a folded text. Hyphens join: of well-being
// the whole is wellbeing, as a reader types it, and the parts are well and
// being. Where letters and digits meet, as in 20mph, there are parts too. The
// bytes are good for the call only.
func words(folded []byte, see func(word []byte, whole bool)) {
	start, kind, parts := -1, none, false // parts: there is more than one kind, or a hyphen
	for i, size := 0, 0; i <= len(folded); i += size {
		now, r := none, rune(0)
		if size = 1; i < len(folded) {
			if r = rune(folded[i]); r >= utf8.RuneSelf {
				r, size = utf8.DecodeRune(folded[i:])
			}
			now = kindOf(r)
		}
		switch {
		case now != none && start < 0:
			start, kind, parts = i, now, false
		case now != none:
			parts = parts || now != kind && now != mark
		case start >= 0 && r == '-' && inWord(folded[i+1:]):
			parts = true
		case start >= 0:
			word := folded[start:i]
			if parts {
				partsOf(word, see)
				word = bytes.ReplaceAll(word, []byte("-"), nil)
			}
			see(short(word), true)
			start = -1
		}
	}
}

func partsOf(word []byte, see func(word []byte, whole bool)) {
	start, was := 0, none
	part := func(end int) {
		if end > start {
			see(short(word[start:end]), false)
		}
	}
	for i, r := range string(word) {
		kind := kindOf(r)
		switch {
		case r == '-':
			part(i)
			start = i + 1
		case kind == mark && was != none:
			kind = was
		case was != none && kind != was:
			part(i)
			start = i
		}
		was = kind
	}
	part(len(word))
}

type letterKind uint8

const (
	none letterKind = iota
	letter
	number
	mark
)

func kindOf(r rune) letterKind {
	switch {
	case r >= 'a' && r <= 'z':
		return letter
	case r >= '0' && r <= '9':
		return number
	case r < utf8.RuneSelf:
		return none
	case unicode.IsLetter(r):
		return letter
	case unicode.IsNumber(r):
		return number
	case unicode.IsMark(r):
		return mark
	}
	return none
}

func inWord(rest []byte) bool {
	r, _ := utf8.DecodeRune(rest)
	return kindOf(r) != none
}

// short is a word without the letters that don't count.
func short(word []byte) []byte {
	if len(word) <= longestWord {
		return word
	}
	n := 0
	for i := range string(word) {
		if n == longestWord {
			return word[:i]
		}
		n++
	}
	return word
}
