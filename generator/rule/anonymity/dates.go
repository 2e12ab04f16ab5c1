package anonymity

import "strings"

// when is a day that is written, or read out.
type when struct {
	from, to  int // words, to not counted
	day, year int // 0: not said
	month     bool
	bare      bool // only a date where the words around it say so
}

// dayAt reads the date that begins at word k, or begins with a weekday there.
func (w *words) dayAt(k int) (when, bool) {
	if k >= len(w.list) {
		return when{}, false
	}
	for _, read := range []func(int) (when, bool){w.numericDay, w.dayMonth, w.monthDay, w.ordinalDay} {
		if d, ok := read(k); ok {
			return d, true
		}
	}
	return when{}, false
}

func (w *words) small(k, most int) int {
	if !w.isNumber(k) || len(w.text(k)) > 4 {
		return 0
	}
	n := 0
	for _, c := range w.text(k) {
		n = n*10 + int(c-'0')
	}
	if n > most {
		return 0
	}
	return n
}

// numericDay is 14/08/2009, 2009-08-14, 14.8.09, and with spaces around the marks.
func (w *words) numericDay(k int) (when, bool) {
	if w.glued(k) || !w.isNumber(k) || !w.isNumber(k+1) || !w.isNumber(k+2) || w.glued(k+1) || w.glued(k+2) {
		return when{}, false
	}
	mark := plainMark(w.gap(k + 1))
	if mark != plainMark(w.gap(k+2)) || len(mark) != 1 && (mark != "" || len(w.gap(k+1)) != 1) || strings.Trim(mark, "/.-|_,\\") != "" || w.stuckAfter(w.list[k+2].j) {
		return when{}, false
	}
	a, b, c := w.text(k), w.text(k+1), w.text(k+2)
	year := func(s string, n int) int {
		if len(s) == 2 {
			return 2000 + n
		}
		return n
	}
	switch {
	case len(a) == 4 && len(b) <= 2 && len(c) <= 2 && w.small(k+1, 12) > 0 && w.small(k+2, 31) > 0:
		return when{from: k, to: k + 3, day: w.small(k+2, 31), year: w.small(k, 3000), month: true}, true
	case len(a) <= 2 && len(b) <= 2 && (len(c) == 4 || len(c) == 2 && mark != "") && (w.small(k, 31) > 0 && w.small(k+1, 12) > 0 || w.small(k, 12) > 0 && w.small(k+1, 31) > 0):
		n := 0
		if w.isNumber(k + 2) {
			n = int(w.text(k + 2)[0]-'0')*10 + int(w.text(k + 2)[1]-'0')
			if len(c) == 4 {
				n = w.small(k+2, 3000)
			}
		}
		return when{from: k, to: k + 3, day: w.small(k, 31), year: year(c, n), month: true}, true
	}
	return when{}, false
}

// plainMark is what stands between the parts of a date, as people type it.
func plainMark(gap string) string {
	switch mark := strings.TrimSpace(gap); mark {
	case "‐", "‑", "‒", "–", "—", "−", "·", "•":
		return "-"
	case "⁄":
		return "/"
	default:
		return mark
	}
}

// spokenDay is five / eleven / ten, 20110330, XXI.IX.MMXI and 08-ii-2010.
func (w *words) spokenDay(k int) (when, bool) {
	if w.isNumber(k) && len(w.text(k)) == 8 && !w.glued(k) && !w.stuckAfter(w.list[k].j) && !w.stuckBefore(w.list[k].i) {
		t := w.text(k)
		for _, d := range [][3]string{{t[:4], t[4:6], t[6:]}, {t[4:], t[2:4], t[:2]}} {
			if y, m, n := asNumber(d[0]), asNumber(d[1]), asNumber(d[2]); y > 1990 && y < 2030 && m > 0 && m <= 12 && n > 0 && n <= 31 {
				return when{from: k, to: k + 1, day: n, year: y, month: true, bare: true}, true
			}
		}
		return when{}, false
	}
	if k+2 >= len(w.list) || strings.Trim(w.gap(k+1), " ") == "" || strings.Trim(w.gap(k+1), " ./-") != "" || w.gap(k+1) != strings.Trim(w.gap(k+2), "'‘’") {
		return when{}, false
	}
	if roman(strings.ToUpper(w.text(k+1))) && (w.small(k, 31) > 0 || romanDay(w.text(k))) {
		last := w.text(k + 2)
		if w.isNumber(k+2) && len(last)%2 == 0 || strings.HasPrefix(strings.ToUpper(last), "MM") && strings.Trim(strings.ToUpper(last), "MXVI") == "" {
			return when{from: k, to: k + 3, day: 1, year: 2010, month: true}, true
		}
	}
	day, mon, year := w.age(k), w.age(k+1), w.age(k+2)
	if w.isNumber(k) || day == 0 || day > 31 || mon == 0 || mon > 12 || year == 0 {
		return when{}, false
	}
	return when{from: k, to: k + 3, day: day, year: 2000 + year, month: true, bare: true}, true
}

func romanDay(s string) bool { return len(s) <= 6 && s != "" && strings.Trim(s, "IVX") == "" }

// ended takes "st" or "th" glued to a day.
func (w *words) ended(k int) int {
	if w.glued(k) {
		switch strings.ToLower(w.text(k)) {
		case "st", "nd", "rd", "th", "af", "ain", "fed", "eg", "ydd":
			return k + 1
		}
	}
	return k
}

// yearFrom reads a year at word k, in digits or in words.
func (w *words) yearFrom(k int) (year, end int) {
	if k >= len(w.list) || !(w.gap(k) == ". " && w.is(k-1, month) && len(w.text(k-1)) < 5) && strings.ContainsAny(w.gap(k), ".;:\n") && !strings.Contains(w.gap(k), " . ") && w.gap(k) != "." {
		return 0, k
	}
	n := k
	for w.is(n, filler) || strings.EqualFold(w.text(n), "of") || strings.EqualFold(w.text(n), "in") {
		n++
	}
	if w.isNumber(n) {
		t := w.text(n)
		if len(t) == 4 && (t[:2] == "20" || t[:2] == "19") {
			return w.small(n, 3000), n + 1
		}
		if len(t) == 2 && w.low(n-1) != "and" && (w.s[w.list[n].i-1] == '\'' || strings.HasSuffix(w.s[:w.list[n].i], "’") || strings.Trim(w.gap(n), "/.- ") == "") && !w.is(n+1, many) && !w.stuckAfter(w.list[n].j) {
			return 2000 + int(t[0]-'0')*10 + int(t[1]-'0'), n + 1
		}
		if w.drawnYear(n) {
			return 2010, n + 3
		}
		return 0, k
	}
	switch low := strings.ToLower(w.text(n)); {
	case low == "two" && strings.EqualFold(w.text(n+1), "thousand"):
		end = n + 2
		if strings.EqualFold(w.text(end), "and") {
			end++
		}
		if said, to, _ := w.read(end, true); to > end && len(said) <= 2 {
			return 2000 + asNumber(said), to
		}
		return 2000, n + 2
	case low == "twenty" || w.is(n, nought):
		if said, to, _ := w.read(n, true); to > n {
			if low == "twenty" && len(said) == 2 && said[1] == '0' {
				if more, end, _ := w.read(to, true); end > to && len(more) == 2 {
					return 2000 + asNumber(more), end
				}
				return 0, k
			}
			if said == "0" {
				if more, end, _ := w.read(to, true); end > to && len(more) == 1 {
					return 2000 + asNumber(more), end
				}
			}
		}
	}
	return 0, k
}

// drawnYear knows 2O11: digits, letters drawn like digits, digits.
func (w *words) drawnYear(n int) bool {
	return w.drawn(n+1) && w.glued(n+2) && w.list[min(n+2, len(w.list)-1)].j-w.list[n].i == 4 && w.s[w.list[n].i] == '2'
}

func asNumber(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

func dateGap(gap string) bool {
	return len(gap) <= 4 && strings.Trim(gap, " .-/,'_\n") == "" && !strings.Contains(gap, "\n\n")
}

// dayMonth is 3 March 2011, 3rd of March, the third of March.
func (w *words) dayMonth(k int) (when, bool) {
	n, day := k, 0
	switch {
	case w.isNumber(k) && !w.glued(k):
		if day = w.small(k, 31); day == 0 {
			return when{}, false
		}
		n = w.ended(k + 1)
	case w.is(k, ordinal):
		day, n = int(w.list[k].value), k+1
		if day == 0 {
			day = 30
		}
	case w.is(k, tens) && w.is(k+1, ordinal):
		day, n = int(w.list[k].value+w.list[k+1].value), k+2
	case w.is(k, digit|teen):
		day, n = int(w.list[k].value), k+1
	default:
		return when{}, false
	}
	if strings.EqualFold(w.text(n), "o") || strings.EqualFold(w.text(n), "of") || strings.EqualFold(w.text(n), "day") {
		n++
		if strings.EqualFold(w.text(n), "of") {
			n++
		}
	}
	if !w.is(n, month) || !dateGap(w.gap(n)) || w.glued(n) && !w.isNumber(k) {
		return when{}, false
	}
	year, end := w.yearFrom(n + 1)
	return when{from: k, to: end, day: day, year: year, month: true}, true
}

// monthDay is March 3rd, 2011 and, with no day, March 2011.
func (w *words) monthDay(k int) (when, bool) {
	if !w.is(k, month) || !w.isCap(k) && len(w.text(k)) < 4 {
		return when{}, false
	}
	n := k + 1
	if strings.EqualFold(w.text(n), "the") {
		n++
	}
	if day := w.small(n, 31); day > 0 && w.isNumber(n) && len(w.text(n)) <= 2 && dateGap(w.gap(n)) {
		end := w.ended(n + 1)
		year, to := w.yearFrom(end)
		return when{from: k, to: to, day: day, year: year, month: true}, true
	}
	if w.is(n, ordinal) {
		year, to := w.yearFrom(n + 1)
		return when{from: k, to: to, day: int(w.list[n].value), year: year, month: true}, true
	}
	if year, end := w.yearFrom(k + 1); year > 0 {
		return when{from: k, to: end, year: year, month: true}, true
	}
	return when{}, false
}

// ordinalDay is "the third of the fifth".
func (w *words) ordinalDay(k int) (when, bool) {
	if !w.is(k, ordinal) || !strings.EqualFold(w.text(k+1), "of") {
		return when{}, false
	}
	n := k + 2
	if strings.EqualFold(w.text(n), "the") {
		n++
	}
	if !w.is(n, ordinal) || w.list[n].value > 12 {
		return when{}, false
	}
	year, end := w.yearFrom(n + 1)
	return when{from: k, to: end, day: int(w.list[k].value), year: year, month: true}, true
}
