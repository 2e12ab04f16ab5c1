package anonymity

import (
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/rule/anonymity/lexicon"
)

// disguised finds streets behind a number that are written so that a program
// would not see them, or are misspelt: 14ElmRoad, 14_elm_road, 14 3lm R0ad,
// 14 Elm (Rd), 14 Elm Raod.
func (w *words) disguised(see func(i, j int)) {
	for k := range w.list {
		if !w.isNumber(k) && !w.is(k, digit|teen|tens) && !(w.glued(k+1) && w.drawnWord(k) > 0) {
			continue
		}
		if w.isNumber(k) && (len(w.text(k)) > 4 || w.yearLike(k, k+1)) || w.glued(k) || strings.HasSuffix(w.gap(k), "£") || w.is(k-1, routes) || numbered[w.low(k-1)] {
			continue
		}
		_, end := w.ageAt(k)
		if last := w.streetIn(end+1, w.addressed(k) || w.is(k-1, at|lives|around|number)); last > 0 {
			see(w.list[k].i, w.list[last].j)
		} else if last := w.afterNumber(k, end+1); last > 0 {
			see(w.list[k].i, w.list[last].j)
		}
	}
}

// streetIn is the last word of a street in disguise that begins at word m, or
// 0. led: the words before it lead to an address.
func (w *words) streetIn(m int, led bool) int {
	var letters [40]byte
	n, odd, large, start := 0, 0, false, m
	for ; m < len(w.list) && m < start+6; m++ {
		gap := w.gap(m)
		if strings.ContainsAny(gap, "\n£!?;:") || len(gap) > 5 || strings.HasSuffix(gap, ". ") && (m == start || len(w.text(m-1)) > 3) || w.is(m, person) {
			return 0
		}
		if gap == "%" && w.text(m) == "20" {
			odd++
			continue
		}
		if w.isNumber(m) && (!w.glued(m) || m == start) && !w.glued(m+1) || w.is(m, plain|many|month) && !w.isCap(m) && gap == " " && !inNames[w.low(m)] {
			return 0
		}
		if gap != " " && gap != "-" && !(gap == "" && m > start && !w.isNumber(m) && !w.isNumber(m-1)) {
			odd++
		}
		large = large || w.isCap(m)
		at := n
		for i := w.list[m].i; i < w.list[m].j; i++ {
			if n == len(letters) {
				return 0
			}
			letters[n] = drawn(w.s[i])
			n++
		}
		if w.glued(m+1) || m+1 < len(w.list) && len(w.gap(m+1)) == 1 && strings.ContainsAny(w.gap(m+1), "*@$_") && odd == 0 && !w.isCap(m+1) && w.gap(m+1) != "_" {
			odd++ // R0ad, Ro@d
			if !w.glued(m + 1) {
				if n == len(letters) {
					return 0
				}
				letters[n] = '*'
				n++
			}
			continue
		}
		last := string(letters[at:n])
		if m > start && odd == 0 && n-len(last) > 2 && (large || led) && misspelt(last) {
			return m
		}
		if odd == 0 && (m > start || lexicon.Of(last).Level() > 0 || !large && !led) {
			continue
		}
		if what := endsInStreet(string(letters[:n])); what != "" && (last == what || len(what) > 3 && lexicon.Of(last).Level() == 0) && n-len(what) > 2 && (large || led || w.glued(start)) && !(odd == 0 && len(what) < 4) {
			return m
		}
	}
	return 0
}

// drawn is a letter in small, or the letter that is drawn as a digit.
func drawn(c byte) byte {
	switch l := entry.LetterLike(c); {
	case c == '8':
		return 'b'
	case l != 0 && isDigit(c):
		return l
	}
	return c | 0x20
}

// streetWords end the names of streets, and hardly any other words.
var streetWords = strings.Fields("street road avenue lane crescent terrace gardens grove close mews drive rd ave cres terr gdns")

// endsInStreet is the word for a street that letters end in; * stands for any.
func endsInStreet(letters string) string {
	for _, street := range streetWords {
		if len(letters) <= len(street) {
			continue
		}
		end := letters[len(letters)-len(street):]
		if end == street || len(street) > 3 && sameUnder(end, street) {
			return street
		}
	}
	return ""
}

// misspelt reports whether a word that nobody knows is nearly one for a street.
func misspelt(t string) bool {
	if len(t) < 4 || lexicon.Of(t) != 0 {
		return false
	}
	for _, street := range streetWords[:12] {
		if len(street) < 4 || t[0] != street[0] || t == street {
			continue
		}
		if len(street) > 5 && nearly(t, street) || swapped(t, street) || len(t)+1 == len(street) && within(t, street) {
			return true
		}
	}
	return false
}

// swapped reports whether two letters that stand together have changed places.
func swapped(t, word string) bool {
	if len(t) != len(word) {
		return false
	}
	for i := 0; i+1 < len(t); i++ {
		if t[i] != word[i] {
			return t[i] == word[i+1] && t[i+1] == word[i] && t[i+2:] == word[i+2:]
		}
	}
	return false
}

// within reports whether t is the word without one of its letters.
func within(t, word string) bool {
	for i := range len(word) {
		if word[:i]+word[i+1:] == t {
			return true
		}
	}
	return false
}

// afterNumber is the last word of what can only be where somebody lives behind
// the number at word k: lives at 14 Elm, 14 The Elms.
func (w *words) afterNumber(k, next int) int {
	if w.gap(next) != " " && w.gap(next) != ", " {
		return 0
	}
	the := w.low(next) == "the"
	if the {
		next++
	}
	t := w.text(next)
	if !w.isCap(next) && !(the && w.is(k-1, number)) || len(t) < 3 || w.is(next, plain|month|town|group|person|many) || the && !strings.HasSuffix(t, "s") || w.gap(next) != " " && w.gap(next) != ", " {
		return 0
	}
	if w.isCap(next+1) && w.gap(next+1) == " " || !w.closes(next+1, w.gap(next+1)) && !(the && w.is(next+1, plain)) {
		return 0
	}
	if (w.is(k-1, at) || w.is(k-1, number)) && (w.before(k, 4, lives) || the) {
		return next
	}
	return 0
}
