package counts

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a number or a mark of a text.
type token struct {
	word       string // in small letters
	n          int    // a whole number; -1: none
	percent    float64
	start, end int
}

var numberWords = func() map[string]int {
	m := map[string]int{"dozen": 12}
	for i, w := range strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty") {
		m[w] = i
	}
	for i, tens := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		m[tens] = 10 * (i + 2)
		for j, ones := range strings.Fields("one two three four five six seven eight nine") {
			m[tens+"-"+ones] = 10*(i+2) + j + 1
		}
	}
	return m
}()

// tokens adds the tokens of text from i to end to out. A number that is part of something else, as in 16-17,
// 7.30, £5 or 20mph, is no number of people and becomes a plain word.
func tokens(out []token, text string, i, end int) []token {
	text = text[:end]
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			i += size
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			j := i
			for j < len(text) {
				c, n := utf8.DecodeRuneInString(text[j:])
				inside := strings.ContainsRune("-'’.,:/–", c) && j+n < len(text) && j > i && joins(text[j-1], c, text[j+n])
				if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !inside {
					break
				}
				j += n
			}
			out = append(out, word(text, i, j))
			i = j
		default:
			out = append(out, token{word: text[i : i+size], n: -1, percent: -1, start: i, end: i + size})
			i += size
		}
	}
	return out
}

// joins reports whether a mark between two letters or digits makes one word of
// them: 1,200 and well-known, but not "12, 9".
func joins(before byte, mark rune, after byte) bool {
	digits := isDigit(before) && isDigit(after)
	switch mark {
	case '-', '–':
		return digits || isLetter(before) && isLetter(after)
	case '\'', '’':
		return isLetter(after)
	}
	return digits
}

func word(text string, i, j int) token {
	t := token{word: strings.ToLower(text[i:j]), n: -1, percent: -1, start: i, end: j}
	if strings.Contains(t.word, "’") {
		t.word = strings.ReplaceAll(t.word, "’", "'")
	}
	if n, ok := numberWords[t.word]; ok {
		t.n, t.percent = n, float64(n)
		return t
	}
	money, _ := utf8.DecodeLastRuneInString(text[:i])
	if !isDigit(t.word[0]) || strings.ContainsRune("£$€#", money) {
		return t
	}
	plain := strings.ReplaceAll(t.word, ",", "")
	if f, err := strconv.ParseFloat(plain, 64); err == nil {
		t.percent = f
		if n, err := strconv.Atoi(plain); err == nil && n < 1_000_000 {
			t.n = n
		}
	}
	return t
}

// nextNumber is where the next number, in digits or in a word, may begin.
func nextNumber(text string, from int) int {
	for i := from; i < len(text); i++ {
		if isDigit(text[i]) {
			return i
		}
		if !isLetter(text[i]) || i > 0 && isLetter(text[i-1]) {
			continue
		}
		j := i
		for j < len(text) && isLetter(text[j]) {
			j++
		}
		if j-i <= len("seventeen") && j-i >= 3 {
			var small [len("seventeen")]byte
			for k := i; k < j; k++ {
				small[k-i] = text[k] | 0x20
			}
			if _, ok := numberWords[string(small[:j-i])]; ok {
				return i
			}
		}
		i = j
	}
	return -1
}

// sentence is the stretch of text around i in which what belongs to a number
// can stand.
func sentence(text string, i int) (start, end int) {
	ends := func(k int) bool {
		return (text[k] == '.' || text[k] == '!' || text[k] == '?') && (k+1 == len(text) || text[k+1] == ' ' || text[k+1] == '\n')
	}
	for start = i; start > 0 && !ends(start-1); start-- {
	}
	for end = i; end < len(text) && !ends(end); end++ {
	}
	return start, min(end+1, len(text))
}
