package entry

import (
	"hash/maphash"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// RunLength is how many words in a row are somebody's own: shorter runs are
// said by everybody. A whole voice of three or four words counts too.
const RunLength = 5

// Token is one word of a text, folded so that case, accents written in two
// ways, marks and line breaks make no difference.
type Token struct {
	Sum        uint64 // of the folded word
	Start, End int    // bytes of the text
}

var seed = maphash.MakeSeed()

// Tokens cuts a text into words. Apostrophes within a word are dropped, so
// that don't, don’t and dont are one word.
func Tokens(text string) []Token {
	var out []Token
	var word []byte
	start, digits := -1, false
	flush := func(end int) {
		if start >= 0 {
			out = append(out, Token{sum(word), start, end})
			word, start = word[:0], -1
		}
	}
	for i, r := range text {
		letter := unicode.IsLetter(r) || start >= 0 && unicode.IsMark(r)
		switch {
		case unicode.Is(unicode.Variation_Selector, r):
			// how an emoji looks
		case letter || unicode.IsDigit(r):
			if start >= 0 && digits == letter {
				flush(i) // 20mph and 20 mph are the same words
			}
			if start < 0 {
				start = i
			}
			digits = !letter
			if r < utf8.RuneSelf {
				if 'A' <= r && r <= 'Z' {
					r += 'a' - 'A'
				}
				word = append(word, byte(r))
			} else {
				word = utf8.AppendRune(word, unicode.ToLower(r))
			}
		case strings.ContainsRune("'’‘ʼ′`´\u200b\u00ad\u200d\u200c\u2060", r):
			// part of the word, and nothing of it
		default:
			flush(i)
		}
	}
	flush(len(text))
	return out
}

func sum(word []byte) uint64 {
	for _, c := range word {
		if c >= utf8.RuneSelf {
			word = []byte(strings.ToLower(norm.NFKC.String(string(word))))
			break
		}
	}
	return maphash.Bytes(seed, word)
}

// Runs are the runs of words by which a text is known again: every five in a
// row, or the whole of a text of three or four. Shorter texts have none.
func Runs(tokens []Token) []uint64 {
	switch n := len(tokens); {
	case n < 3:
		return nil
	case n < RunLength:
		return []uint64{run(tokens)}
	}
	out := make([]uint64, 0, len(tokens)-RunLength+1)
	for i := range len(tokens) - RunLength + 1 {
		out = append(out, run(tokens[i:i+RunLength]))
	}
	return out
}

// Windows calls see with every run of n words of a text, and where it stands.
func Windows(tokens []Token, n int, see func(run uint64, first, last Token)) {
	for i := 0; i+n <= len(tokens); i++ {
		see(run(tokens[i:i+n]), tokens[i], tokens[i+n-1])
	}
}

func run(tokens []Token) uint64 {
	h := uint64(14695981039346656037) + uint64(len(tokens))
	for _, t := range tokens {
		h = (h ^ t.Sum) * 1099511628211
		h ^= h >> 29
	}
	return h
}
