package anonymity

import (
	"strings"

	"yousaid/generator/rule/anonymity/lexicon"
)

// oddAge is an age that is written so that a program would not see it, or by
// somebody who spells in ways of their own: fo*rteen, XIV, 1-4, 13+1. It is
// looked for only where the word at k says that an age comes: I'm, is, aged.
func (w *words) oddAge(k int) (from, to int) {
	from = k + 1
	if w.low(k) == "alive" && w.low(from) == "for" {
		from++
	}
	for from < k+5 && ageCues[w.low(from)]&hedge != 0 && w.gap(from) == " " && !w.is(from+1, several) {
		from++
	}
	if from >= len(w.list) || len(w.gap(from)) > 4 || strings.ContainsAny(w.gap(from), ".!?;\n£$%") {
		return k, k
	}
	to = w.oddNumber(from)
	if to <= from || w.bounded(w.text(k)) && !w.is(k, aged) || !w.closes(to, w.gap(to)) && !w.is(to, years|old) || w.isNumber(to) || w.is(to, month) {
		return k, k
	}
	switch what := ageCues[w.low(k)]; {
	case w.low(k) == "alive":
	case what&self != 0, w.low(k) == "am":
	case w.is(k, aged):
		if !w.agedHere(from, to) {
			return k, k
		}
	default:
		n := w.who(k)
		if n < 0 || ageCues[w.low(n)]&(nobody|generic) != 0 || !w.before(k, 6, person) {
			return k, k
		}
	}
	return from, to
}

// oddNumber is the word after the number that begins at word k, or k.
func (w *words) oddNumber(k int) int {
	switch t := w.text(k); {
	case len(t) > 1 && len(t) <= 4 && strings.Trim(t, "IVXivx") == "" && (shouted(t) || t == w.low(k)):
		return k + 1
	case w.isNumber(k) && w.glued(k+1) && w.small(k, 25) > 3:
		switch w.low(k + 1) {
		case "teen", "ish", "yrs", "yr", "yo", "y":
			return k + 2
		}
	case w.isNumber(k) && w.gap(k+1) == "-":
		switch w.low(k + 1) {
		case "teen", "ish", "something":
			return k + 2
		}
	}
	if end := w.apart(k); end > k {
		return end
	}
	if end := w.sum(k); end > k {
		return end
	}
	return w.masked(k)
}

// apart is the word after two digits that stand apart, or are letters that
// look like digits: 1 4, 1-4, l4.
func (w *words) apart(k int) int {
	n, end := 0, k
	var digits [2]byte
	for ; end < len(w.list) && end < k+2 && n < 2; end++ {
		if end > k && (len(w.gap(end)) > 7 || strings.ContainsAny(w.gap(end), "\n,;+%£/:")) {
			return k
		}
		for i := w.list[end].i; i < w.list[end].j; i++ {
			r := asDigit(rune(w.s[i]))
			if n == 2 || r < '0' || r > '9' || w.s[i] != byte(r) && end == k && i == w.list[k].i && n == 0 && w.s[i] == 'I' && !w.glued(k+1) {
				return k
			}
			digits[n] = byte(r)
			n++
		}
	}
	if n != 2 || w.glued(end) || w.isNumber(end) || asNumber(string(digits[:])) < 8 || asNumber(string(digits[:])) > 25 || end == k+1 && w.isNumber(k) {
		return k
	}
	return end
}

// sum is the word after a small sum: 13 + 1, thirteen plus one, twice seven.
func (w *words) sum(k int) int {
	is := func(n int) (int, bool) {
		v, end := w.ageAt(n)
		return end + 1, v > 0 && v < 51
	}
	switch w.low(k) {
	case "one", "a", "exactly":
		if w.low(k+1) == "decade" {
			return k + 2
		}
	}
	switch w.low(k) {
	case "twice", "double":
		if end, ok := is(k + 1); ok {
			return end
		}
	case "half":
		if w.low(k+1) == "of" {
			k++
		}
		if end, ok := is(k + 1); ok {
			return end
		}
	case "a":
		if w.low(k+1) == "baker's" && w.low(k+2) == "dozen" {
			return k + 3
		}
		if w.low(k+1) == "dozen" {
			if end, ok := is(k + 3); ok && (w.low(k+2) == "and" || w.low(k+2) == "plus") {
				return end
			}
		}
	}
	n, ok := is(k)
	if !ok {
		return k
	}
	switch strings.TrimSpace(w.gap(n)) {
	case "+", "×", "*", "x":
		if end, ok := is(n); ok {
			return end
		}
	}
	switch w.low(n) {
	case "plus", "minus", "times", "x", "add":
		if end, ok := is(n + 1); ok {
			return end
		}
	case "less", "more", "short", "shy":
		if w.low(n+1) == "than" || w.low(n+1) == "of" {
			if end, ok := is(n + 2); ok {
				return end
			}
		}
	case "off", "under", "over":
		if end, ok := is(n + 1); ok {
			return end
		}
	}
	return k
}

// masked is the word after a number word with letters that are covered, left
// out or changed: f*urteen, forteen. Words of the language are none.
func (w *words) masked(k int) int {
	end := k + 1
	for end < k+8 && end < len(w.list) && w.gap(end) != "" && len(w.gap(end)) < 5 && strings.Trim(w.gap(end), "*_#?.·@$!~") == "" {
		end++
	}
	t := w.s[w.list[k].i:w.list[end-1].j]
	covered := end > k+1
	if len(t) < 4 || len(t) > 14 || !covered && (w.isNumber(k) || len(t) < 5 || strings.IndexByte("etfsn", t[0]|0x20) < 0) {
		return k
	}
	t = strings.ToLower(t)
	for _, number := range numberWords {
		if covered && sameUnder(t, number) || !covered && nearly(t, number) {
			if what := lexicon.Of(t); !covered && (what.Level() > 0 || what.Given() > 0) {
				return k
			}
			return end
		}
	}
	return k
}

var numberWords = strings.Fields("eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen seven eight twenty")

// sameUnder reports whether t is the word with some letters covered.
func sameUnder(t, word string) bool {
	if len(t) != len(word) {
		return false
	}
	open := 0
	for i := range len(t) {
		switch {
		case t[i] == word[i]:
			open++
		case isLetter(t[i]) || isDigit(t[i]):
			return false
		}
	}
	return open >= 3
}

// nearly reports whether t is a longer word but for a letter or two.
func nearly(t, word string) bool {
	if t[0] != word[0] || len(word) < 6 {
		return false
	}
	most := 1
	if len(word) > 7 {
		most = 2
	}
	if len(t) < len(word)-most || len(t) > len(word)+most {
		return false
	}
	var row [16]int
	for j := range len(word) + 1 {
		row[j] = j
	}
	for i := range len(t) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(word) {
			step := diagonal
			if t[i] != word[j] {
				step = min(diagonal, row[j], row[j+1]) + 1
			}
			diagonal, row[j+1] = row[j+1], step
		}
	}
	return row[len(word)] <= most
}
