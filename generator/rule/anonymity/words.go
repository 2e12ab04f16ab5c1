package anonymity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yousaid/generator/rule"
)

// words are what is heard of a text, cut into words and numbers. Every rule
// of what identifies somebody looks at these, so a text is read once.
type words struct {
	s       string
	list    []word
	all     sense // of every word
	numbers []row // see rows
	rowed   bool
	looked  bool // see allCaps
	loud    bool
}

// word is a run of letters, or of digits.
type word struct {
	i, j   int // bytes of what is heard
	number bool
	cap    bool // begins with a capital letter
	sense  sense
	value  int16 // of a number word
}

type wordsKey struct{}

func wordsOf(t *rule.Text) *words {
	return t.Once(wordsKey{}, func(h *rule.Heard) any { return cut(h.Words) }).(*words)
}

func cut(s string) *words {
	w := &words{s: s, list: make([]word, 0, len(s)/5+4)}
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case isDigit(c):
			j := i + 1
			for j < len(s) && isDigit(s[j]) {
				j++
			}
			w.list = append(w.list, word{i: i, j: j, number: true})
			w.all |= digits
			i = j
		case isLetter(c):
			i = w.letters(i)
		case c < utf8.RuneSelf:
			if c == '@' || c == '/' || c == '+' || c == '_' || c == '#' {
				w.all |= marks
			}
			i++
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			switch {
			case unicode.IsLetter(r):
				i = w.letters(i)
			case r == '°' || r == 'º' || r == '£' && i+n < len(s) && isLetter(s[i+n]):
				w.all |= marks
				i += n
			default:
				i += n
			}
		}
	}
	return w
}

// letters takes the word that begins at i, with the apostrophes inside it.
func (w *words) letters(i int) int {
	s, j := w.s, i
	var low [20]byte
	n, plain, h := 0, true, uint32(0)
	for j < len(s) {
		c := s[j]
		if isLetter(c) {
			if n < len(low) {
				low[n] = c | 0x20
				h = spin(h, c|0x20)
			}
			n++
			j++
			continue
		}
		if c == '\'' && j+1 < len(s) && isLetter(s[j+1]) {
			j++
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeRuneInString(s[j:])
		if r == '’' && j+size < len(s) && isLetter(s[j+size]) {
			j += size
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		plain = false
		j += size
	}
	t := word{i: i, j: j}
	if j-i > 2 && s[i] == 'M' && s[i+1] == 'M' {
		w.all |= digits // a year in Roman numerals
	}
	var m meaning
	switch {
	case !plain:
		r, _ := utf8.DecodeRuneInString(s[i:])
		t.cap = unicode.IsUpper(r)
		m = meanings[strings.ToLower(strings.ReplaceAll(s[i:j], "’", "'"))]
	default:
		t.cap = s[i] < 'a'
		if n <= len(low) {
			m = meaningOf(low[:n], h)
			if m.sense == 0 && j-i == n+1 {
				m = meanings[strings.ToLower(s[i:j])] // he'll
			}
			if m.sense == 0 && n > 3 && j-i == n+1 && low[n-1] == 's' && s[j-2] == '\'' {
				m = meanings[string(low[:n-1])] // her Mosaic's number
			}
		}
	}
	t.sense, t.value = m.sense, m.value
	if m.sense == 0 && n > 5 && n < 10 && low[0] == 'b' && string(low[n-3:n]) == "day" {
		t.sense |= birthday // brithday, birfday
		m.sense |= birthday
	}
	if last := len(w.list) - 1; n == 3 && string(low[:3]) == "day" && last >= 0 && w.list[last].j == i-1 && s[i-1] == '-' && s[w.list[last].i]|0x20 == 'b' && w.list[last].j-w.list[last].i == 1 {
		t.sense |= birthday // b-day
		m.sense |= birthday
	}
	w.all |= m.sense
	w.list = append(w.list, t)
	return j
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// is reports whether word k has one of the senses.
func (w *words) is(k int, s sense) bool { return k >= 0 && k < len(w.list) && w.list[k].sense&s != 0 }

func (w *words) isNumber(k int) bool { return k >= 0 && k < len(w.list) && w.list[k].number }

func (w *words) isCap(k int) bool { return k >= 0 && k < len(w.list) && w.list[k].cap }

// text is word k as it is heard.
func (w *words) text(k int) string {
	if k < 0 || k >= len(w.list) {
		return ""
	}
	return w.s[w.list[k].i:w.list[k].j]
}

// gap is what stands before word k, after the one before it.
func (w *words) gap(k int) string {
	switch {
	case k < 0 || k > len(w.list):
		return ""
	case k == len(w.list):
		if k == 0 {
			return w.s
		}
		return w.s[w.list[k-1].j:]
	case k == 0:
		return w.s[:w.list[0].i]
	}
	return w.s[w.list[k-1].j:w.list[k].i]
}

// before reports whether the words before k, back to the number back of them and
// not over the end of a paragraph, have one of the senses.
func (w *words) before(k, back int, s sense) bool {
	for n := k - 1; n >= 0 && n >= k-back; n-- {
		if strings.Contains(w.gap(n+1), "\n\n") {
			return false
		}
		if w.is(n, s) {
			return true
		}
	}
	return false
}

// after is the same for the words from k on.
func (w *words) after(k, ahead int, s sense) bool {
	for n := k; n < len(w.list) && n < k+ahead; n++ {
		if n > k && strings.Contains(w.gap(n), "\n\n") {
			return false
		}
		if w.is(n, s) {
			return true
		}
	}
	return false
}

// numberSoon reports whether one of the words from k to k+ahead is a number, or
// is read out as one. Most are not, and need no closer look.
func (w *words) numberSoon(k, ahead int) bool {
	for n := k; n <= k+ahead && n < len(w.list); n++ {
		if w.list[n].number || w.list[n].sense&(digit|nought|nato) != 0 {
			return true
		}
	}
	return false
}

// shouted reports whether a word has no small letters.
func shouted(s string) bool {
	for i := range len(s) {
		if lowByte(s[i]) {
			return false
		}
	}
	return true
}

func lowByte(c byte) bool { return c >= 'a' && c <= 'z' }

// glued reports whether nothing stands between word k and the one before it.
func (w *words) glued(k int) bool {
	return k > 0 && k < len(w.list) && w.list[k-1].j == w.list[k].i
}

// sameSentence reports whether no sentence ends between words a and b.
func (w *words) sameSentence(a, b int) bool {
	for k := a + 1; k <= b && k < len(w.list); k++ {
		if endsSentence(w.gap(k)) && !w.is(k-1, shorts) {
			return false
		}
	}
	return true
}

func endsSentence(gap string) bool {
	for i := range len(gap) {
		switch gap[i] {
		case '.', '!', '?':
			if i+1 < len(gap) {
				return true
			}
		case '\n':
			if strings.Count(gap, "\n") > 1 {
				return true
			}
		}
	}
	return false
}

// look makes a rule's Run out of a search in the words of a text. see is
// called with each stretch of bytes, in any order.
func look(need sense, find func(p *rule.Pass, w *words, see func(i, j int)), message, hint string) func(*rule.Pass) {
	return func(p *rule.Pass) {
		for n := range p.Texts {
			t := &p.Texts[n]
			w := wordsOf(t)
			if w.all&need == 0 {
				continue
			}
			var found [][2]int
			find(p, w, func(i, j int) { found = append(found, [2]int{i, j}) })
			slices.SortStableFunc(found, func(a, b [2]int) int { return a[0] - b[0] })
			end := -1
			for _, f := range found {
				if f[0] >= end {
					p.Suspect(t, f[0], f[1], message, hint)
					end = f[1]
				}
			}
		}
	}
}

// set is a list of words, to ask whether a word is among them.
func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
