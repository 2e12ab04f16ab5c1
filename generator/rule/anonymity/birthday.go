package anonymity

import (
	"regexp"
	"strings"
)

// birthdays finds days of birth that are no plain dates: on Christmas Day, 14
// on the 3rd, 0 9 / 1 1 / 0 9, 140809.
func (w *words) birthdays(see func(i, j int)) {
	for k := range w.list {
		switch {
		case w.is(k, turned):
			w.turnsOn(k, see)
		case w.festive(k) && w.linked(k):
			see(w.list[k].i, w.list[k].j)
		}
		if w.is(k, born|birthday) && !w.ours(k) {
			w.shortDay(k, see)
		}
	}
	if w.all&digits != 0 && w.all&(born|birthday) != 0 {
		w.looseDays(see)
	}
}

// turnsOn finds "turns 18 on Saturday 3rd", whose month everybody knows.
func (w *words) turnsOn(k int, see func(i, j int)) {
	a, end := w.ageAt(k + 1)
	if a < 5 || a > 25 || w.before(k, 4, group) || w.anybody(k) || strings.EqualFold(w.text(k-1), "you") {
		return
	}
	n := end + 1
	for n < end+5 && (w.is(n, plain) && !w.is(n, month) || strings.EqualFold(w.text(n), "the")) {
		n++
	}
	switch {
	case n > end+1 && w.isNumber(n) && w.small(n, 31) > 0 && w.ended(n+1) > n+1 && !w.is(n+2, many):
		see(w.list[n].i, w.list[n+1].j)
	case n > end+1 && w.is(n, ordinal):
		see(w.list[n].i, w.list[n].j)
	case w.festive(n) && n > end+1:
		see(w.list[n].i, w.list[n].j)
	}
}

// festive knows a day that everybody knows the date of.
func (w *words) festive(k int) bool {
	t, next := strings.ToLower(w.text(k)), strings.ToLower(w.text(k+1))
	switch t {
	case "christmas", "xmas", "boxing", "new", "valentine's", "valentines", "april", "bonfire", "leap", "burns", "david's", "patrick's", "andrew's", "george's", "may", "guy":
		switch next {
		case "day", "eve", "year's", "years", "fools", "fool's", "night", "fawkes", "dydd":
			return t != "new" || strings.HasPrefix(next, "year")
		}
		return t == "christmas" || t == "xmas"
	case "halloween", "hogmanay", "nadolig":
		return true
	}
	return false
}

// linked reports whether "born on", "birthday is" or the like leads to word k.
func (w *words) linked(k int) bool {
	for n := k - 1; n >= 0 && n >= k-6; n-- {
		if endsSentence(w.gap(n + 1)) {
			return false
		}
		if w.is(n, born|birthday) {
			return !w.ours(n) && !strings.EqualFold(w.text(n-1), "your")
		}
		switch strings.ToLower(w.text(n)) {
		case "is", "on", "was", "falls", "the", "day", "after", "before", "always", "it's", "just", "st", "right", "late", "early", "two", "three", "days", "week", "same", "as":
		default:
			return false
		}
	}
	return false
}

// shortDay finds what stands right behind "DOB" or "birthday" and is a day
// only there: 04/05, 140809, four five twenty ten, the 4th of the 5th.
func (w *words) shortDay(k int, see func(i, j int)) {
	n := k + 1
	for n < k+5 && !w.isNumber(n) && w.is(n, plain) && !w.is(n, digit|ordinal) {
		n++
	}
	if n >= len(w.list) || !w.sameSentence(k+1, n) {
		return
	}
	t := w.text(n)
	switch {
	case w.isNumber(n) && len(t) == 6 && w.is(k, born):
		if a, b := asNumber(t[:2]), asNumber(t[2:4]); a > 0 && a < 32 && b > 0 && b < 13 && !w.stuckAfter(w.list[n].j) {
			see(w.list[n].i, w.list[n].j)
		}
	case w.isNumber(n) && w.isNumber(n+1) && (w.gap(n+1) == "/" || w.gap(n+1) == ".") && len(t) <= 2 && len(w.text(n+1)) <= 2 && w.small(n, 31) > 0 && w.small(n+1, 12) > 0:
		see(w.list[n].i, w.list[n+1].j)
	case w.isNumber(n) && w.ended(n+1) > n+1 && strings.EqualFold(w.text(n+2), "of"):
		m := n + 3
		if strings.EqualFold(w.text(m), "the") {
			m++
		}
		if w.isNumber(m) && w.ended(m+1) > m+1 {
			see(w.list[n].i, w.list[m+1].j)
		}
	case w.is(n, digit|teen|tens) && w.is(k, born):
		day, end := w.ageAt(n)
		mon, to := w.ageAt(end + 1)
		year, last := w.yearFrom(to + 1)
		if year == 0 {
			year, last = w.ageAt(to + 1)
			last++
		}
		if day > 0 && day < 32 && mon > 0 && mon < 13 && year > 0 {
			see(w.list[n].i, w.list[last-1].j)
		}
	}
}

var (
	loose     = regexp.MustCompile(`([\dOoIl] ?[\dOoIl]?) {0,2}([/.‐–−·⁄_-]) {0,2}([\dOoIl] ?[\dOoIl]?) {0,2}([/.‐–−·⁄_-]) {0,2}'?([12] ?[\dOo] ?[\dOoIl] ?[\dOoIl]|[\dOo] ?[\dOoIl])\b`)
	looseYear = regexp.MustCompile(`\b(2 ?[0Oo] ?[\dOoIl] ?[\dOoIl]) {0,2}([/.‐–−·⁄_-]) {0,2}([\dOoIl] ?[\dOoIl]?) {0,2}([/.‐–−·⁄_-]) {0,2}([\dOoIl] ?[\dOoIl]?)\b`)
)

// looseDays finds dates whose digits stand apart, or are letters that look
// like them, in a text that speaks of a birth.
func (w *words) looseDays(see func(i, j int)) {
	number := func(s string) int {
		return asNumber(strings.ReplaceAll(strings.Map(asDigit, s), " ", ""))
	}
	for n, re := range []*regexp.Regexp{loose, looseYear} {
		for _, m := range re.FindAllStringSubmatchIndex(w.s, -1) {
			part := func(g int) string { return w.s[m[2*g]:m[2*g+1]] }
			day, mon := number(part(1)), number(part(3))
			if n == 1 {
				day = number(part(5))
			}
			if part(2) != part(4) || day == 0 || day > 31 || mon == 0 || mon > 31 || mon > 12 && day > 12 || m[0] > 0 && (handleByte(w.s[m[0]-1]) || w.s[m[0]-1] == '/') {
				continue
			}
			if near := w.s[max(0, m[0]-160):m[0]]; cut(near).all&(born|birthday) != 0 && !strings.HasSuffix(near, "£") {
				see(m[0], m[1])
			}
		}
	}
}
