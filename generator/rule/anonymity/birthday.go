package anonymity

import (
	"regexp"
	"strings"

	"yousaid/generator/rule/anonymity/lexicon"
)

// birthdays finds days of birth that are no plain dates: on Christmas Day, 14
// on the 3rd, 0 9 / 1 1 / 0 9, 140809.
func (w *words) birthdays(see func(i, j int)) {
	for k := range w.list {
		switch {
		case w.is(k, turned):
			w.turnsOn(k, see)
		case w.is(k, feast):
			if end := w.feastAt(k); end > k && (w.linked(k) || w.low(end) == "baby" || w.comesOfAge(k, end)) {
				see(w.list[k].i, w.list[end-1].j)
			}
		}
		if w.is(k, born|birthday) && !w.ours(k) {
			w.sharedDay(k, see)
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
	if a < 5 || a > 25 || w.before(k, 4, group) || w.anybody(k) || w.low(k-1) == "you" {
		return
	}
	n := end + 1
	for n < end+5 && (w.is(n, plain) && !w.is(n, month) || w.low(n) == "the") {
		n++
	}
	switch {
	case n > end+1 && w.isNumber(n) && w.small(n, 31) > 0 && w.ended(n+1) > n+1 && !w.is(n+2, many):
		see(w.list[n].i, w.list[n+1].j)
	case n > end+1 && w.is(n, ordinal):
		see(w.list[n].i, w.list[n].j)
	}
}

// comesOfAge reports whether the sentence around words from to to, a day, says
// that somebody gets older on it: On 3 May I turned 15. She's 16 come Easter.
func (w *words) comesOfAge(from, to int) bool {
	for n := max(from-9, 0); n < to+9 && n < len(w.list); n++ {
		if n >= from && n < to || !w.sameSentence(min(n, from), max(n, from)) {
			continue
		}
		if age, end := w.nth(n); age > 4 && n < from && from-n < 9 && !w.is(end, many|group|school|lives) {
			return true
		}
		if a, end := w.ageAt(n); n < from && youthful(a) && w.heads(n) && end+1 < from && w.leadsTo(end+1, from) {
			return true // sixteen on the fourth of May
		}
		if w.low(n) == "of" && w.low(n+1) == "age" && strings.HasPrefix(w.low(n-1), "com") && w.before(n, 9, person|digit) && !w.anybody(n) {
			return true // comes of age on Christmas Day
		}
		if !w.is(n, says) || w.anybody(n) || w.before(n, 6, group) {
			continue
		}
		who := w.who(n)
		if who >= 0 && ageCues[w.low(who)]&(generic|nobody) != 0 {
			continue
		}
		h := n + 1
		for h < n+5 && ageCues[w.low(h)]&hedge != 0 {
			h++
		}
		a, end := w.ageAt(h)
		if a < 4 || a > 25 || w.isCounted(end+1) {
			continue
		}
		soon := w.is(n, turned) || w.low(n) == "be" || w.low(n) == "hits" || w.low(n) == "hit"
		if soon && (w.before(n, 5, person) || who >= 0 && w.isCap(who)) {
			return true
		}
		if _, told := w.ageOfSomebody(h); told && (end+1 < from && w.leadsTo(end+1, from) || w.feasted(from)) {
			return true
		}
	}
	return false
}

// feasted reports whether there is a cake or a party in the words before k.
func (w *words) feasted(k int) bool {
	for n := max(k-6, 0); n < k; n++ {
		if ageCues[w.low(n)]&festivity != 0 && !w.is(n, turned) {
			return true
		}
	}
	return false
}

// leadsTo reports whether words a to b only lead from an age to its day: on,
// come, this.
func (w *words) leadsTo(a, b int) bool {
	if b <= a || b-a > 5 {
		return false
	}
	for n := a; n < b; n++ {
		switch w.low(n) {
		case "on", "come", "this", "next", "last", "the", "day", "after", "before", "that", "by", "just", "years", "old":
		default:
			if !w.weekday(n) {
				return false
			}
		}
	}
	return true
}

// feastAt is the word after a day that begins at word k and of which everybody
// knows the date, or k.
func (w *words) feastAt(k int) int {
	first, next := w.low(k), w.low(k+1)
	if alone := feasts[first]; alone == "" && first != "" && w.is(k, feast) {
		return k + 1
	}
	for last := range strings.FieldsSeq(feasts[first]) {
		switch {
		case last == next:
			end := k + 2
			if t := w.low(end); t == "eve" || t == "day" {
				end++
			}
			return end
		case last == "-":
			return k + 1
		}
	}
	return k
}

// feasts are days that everybody knows the date of, by their first word, and
// what follows it; nothing: it stands alone; -: it can.
var feasts = map[string]string{
	"christmas": "day eve -", "xmas": "day eve -", "boxing": "day", "new": "year's years year", "valentine's": "day", "valentines": "day", "april": "fools fool's",
	"bonfire": "night", "fireworks": "night", "guy": "fawkes", "leap": "day year", "burns": "night", "may": "day", "mayday": "", "halloween": "", "hogmanay": "", "nadolig": "",
	"david's": "day", "patrick's": "day", "andrew's": "day", "george's": "day", "stephen's": "day", "swithin's": "day", "piran's": "day",
	"easter": "sunday monday day", "pancake": "day", "shrove": "tuesday", "good": "friday", "palm": "sunday", "midsummer": "day", "midsummer's": "day", "longest": "day", "shortest": "day",
	"summer": "solstice", "winter": "solstice", "remembrance": "day sunday", "armistice": "day", "bastille": "day", "independence": "day", "pi": "day", "twelfth": "night",
	"mother's": "day", "mothers": "day", "father's": "day", "fathers": "day", "eid": "day -", "diwali": "", "nowruz": "", "dydd": "nadolig calan dewi",
}

// linked reports whether "born on", "birthday is" or the like leads to word k.
func (w *words) linked(k int) bool {
	for n := k - 1; n >= 0 && n >= k-8; n-- {
		if endsSentence(w.gap(n+1)) && !w.is(n, shorts) {
			return false
		}
		if w.is(n, born|birthday) {
			return !w.ours(n) && w.low(n-1) != "your" && w.low(n) != "birthdays"
		}
		switch low := w.low(n); low {
		case "is", "on", "was", "falls", "the", "day", "days", "after", "before", "always", "it's", "just", "st", "right", "late", "early", "week", "weeks", "same", "as", "a", "at", "fortnight", "comes", "to", "near", "close", "night", "morning", "afternoon", "evening", "of":
		default:
			if !w.is(n, digit) {
				return false
			}
		}
	}
	return false
}

// shortDay finds what stands right behind "DOB" or "birthday" and is a day
// only there: 04/05, 140809, four five twenty ten, the 4th of the 5th.
func (w *words) shortDay(k int, see func(i, j int)) {
	n := k + 1
	for n < k+5 && !w.isNumber(n) && (w.is(n, plain) || w.low(n) == "day" || w.low(n) == "falls") && !w.is(n, digit|ordinal|month) && w.edgeOfMonth(n) == n {
		n++
	}
	if n >= len(w.list) || !w.sameSentence(k+1, n) {
		return
	}
	t := w.text(n)
	if by, end := w.dayOfMonth(n); by && !w.is(k+1, many) && w.low(n-1) == "the" && (w.closes(end, w.gap(end)) || w.low(end) == "of") && w.low(k) != "birthdays" {
		see(w.list[n].i, w.list[end-1].j)
		return
	}
	switch {
	case w.isNumber(n) && len(t) == 6 && w.is(k, born):
		if a, b := asNumber(t[:2]), asNumber(t[2:4]); a > 0 && a < 32 && b > 0 && b < 13 && !w.stuckAfter(w.list[n].j) {
			see(w.list[n].i, w.list[n].j)
		}
	case w.isNumber(n) && w.isNumber(n+1) && (strings.TrimSpace(w.gap(n+1)) == "/" || w.gap(n+1) == ".") && len(t) <= 2 && len(w.text(n+1)) <= 2 && w.small(n, 31) > 0 && w.small(n+1, 12) > 0:
		see(w.list[n].i, w.list[n+1].j)
	case w.edgeOfMonth(n) > n:
		see(w.list[n].i, w.list[w.edgeOfMonth(n)-1].j)
	default:
		if end := w.inParts(n, w.is(k, born)); end > n {
			see(w.list[n].i, w.list[end-1].j)
		}
	}
}

// inParts is the word after a day whose parts are written or read out in any
// way, from word n on: 14-3-eleven, day 14, month 3, year 11, 3/2011, or n.
func (w *words) inParts(n int, ofBirth bool) int {
	var parts [3]int
	count, named, end := 0, false, n
	for count < 3 && n < len(w.list) && (count == 0 || !endsSentence(w.gap(n)) && w.gap(n) != "" && !strings.Contains(w.gap(n), "\n\n")) {
		switch w.low(n) {
		case "day", "month", "year", "of", "the", "stroke", "slash", "dash", "dot", "and":
			n++
			continue
		}
		value, next := w.part(n)
		if value == 0 {
			break
		}
		named = named || w.is(n, month) || w.is(n, ordinal) || w.isNumber(n) && w.ended(n+1) > n+1 || next == n+1 && !w.isNumber(n) && !w.is(n, digit|teen|tens|ordinal|nought)
		parts[count] = value
		count, n, end = count+1, next, next
	}
	switch {
	case count == 3 && parts[0] < 32 && parts[1] < 13 && (ofBirth || named):
	case count == 2 && parts[0] < 13 && parts[1] > 1995 && ofBirth:
	case count == 2 && parts[0] < 32 && parts[1] < 13 && named:
	default:
		return 0
	}
	if w.is(end, many) && !w.is(end, plain) {
		return 0
	}
	return end
}

// part is one part of a day, and the word after it.
func (w *words) part(n int) (value, next int) {
	switch {
	case w.is(n, month):
		return int(w.list[n].value), n + 1
	case w.isNumber(n):
		v := w.small(n, 2030)
		if len(w.text(n)) == 3 {
			v = 0
		}
		return v, w.ended(n + 1)
	case w.is(n, ordinal):
		return int(w.list[n].value), n + 1
	case w.is(n, nought) && w.is(n+1, digit):
		return int(w.list[n+1].value), n + 2
	case w.is(n, digit|teen|tens):
		v, end := w.ageAt(n)
		return v, end + 1
	}
	if t := w.low(n); len(t) > 3 && lexicon.Of(t) == 0 {
		for m, name := range months {
			if nearly(t, name) || swapped(t, name) {
				return m + 1, n + 1
			}
		}
	}
	return 0, n
}

var months = strings.Fields("january february march april may june july august september october november december")

// edgeOfMonth is the word after "last day of February" from word n on, or n.
func (w *words) edgeOfMonth(n int) int {
	if t := w.low(n); t != "last" && t != "first" {
		return n
	}
	switch w.low(n + 1) {
	case "day", "week", "weekend":
		if w.low(n+2) == "of" && w.is(n+3, month) {
			return n + 4
		}
	}
	return n
}

// dayOfMonth reports whether "3rd" or "third" stands at word n, with a month or
// without one; end is the word after it. First and second are much else.
func (w *words) dayOfMonth(n int) (is bool, end int) {
	if w.is(n, ordinal) {
		return w.list[n].value > 2, n + 1
	}
	if w.isNumber(n) && w.small(n, 31) > 0 && w.ended(n+1) > n+1 {
		return true, n + 2
	}
	return false, n
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
