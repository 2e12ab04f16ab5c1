package anonymity

import "strings"

// paraphrased is an age that is told without its number, or by what is counted
// in its stead, from word k on: fourteen summers, a teenager since May, two
// birthdays off being an adult, in her fifteenth year.
func (w *words) paraphrased(k int) (from, to int) {
	switch low := w.low(k); low {
	case "birthdays", "christmases", "summers", "winters", "springs", "trips", "laps", "orbits", "candles":
		first := k - 1
		for first > 0 && w.glued(first) || w.is(first, digit) && w.is(first-1, tens) {
			first--
		}
		if a := w.age(first); a < 4 || a > 21 {
			return k, k
		}
		sun := low == "trips" || low == "laps" || low == "orbits"
		if sun && w.low(k+3) != "sun" {
			return k, k
		}
		if sun || w.before(first, 4, person) && !w.before(first, 4, group) && w.livedThrough(first) {
			return first, k + 1
		}
	case "teenager":
		if !w.before(k, 6, person) || w.low(k-1) != "a" && ageCues[w.low(k-1)]&hedge == 0 {
			return k, k
		}
		next := w.low(k + 1)
		if next == "for" || next == "since" || ageCues[next]&timely != 0 && next != "in" && next != "on" && next != "this" || w.leftTo(k-1) {
			return k, k + 1
		}
	case "adult", "grown-up":
		if w.before(k, 9, person) && w.leftTo(k-1) {
			return k, k + 1
		}
	case "figures", "digits":
		if w.low(k-1) == "double" && w.before(k, 5, person) && (w.is(k-2, says) || w.low(k-2) == "into" || w.low(k-2) == "in") {
			return k - 1, k + 1
		}
	case "year", "trip", "lap":
		n, end := w.nth(k - 1)
		if n == 0 {
			n, end = w.nth(k - 2)
		}
		next := w.low(k + 1)
		if n > 4 && end == k && w.low(w.startOfNth(k)-2) == "in" && (low != "year" || next == "of" && w.low(k+2) == "life" || w.closes(k+1, w.gap(k+1)) && w.gap(k+1) != " ") {
			return k, k + 1
		}
	}
	return k, k
}

func (w *words) startOfNth(end int) int {
	if w.is(end-1, ordinal) {
		return end - 1
	}
	return end - 2
}

// livedThrough reports whether somebody has had what is counted before word k.
func (w *words) livedThrough(k int) bool {
	for n := k - 1; n >= 0 && n >= k-3; n-- {
		switch w.low(n) {
		case "had", "has", "seen", "lived", "of", "survived", "through", "been", "after", "celebrated", "have", "blew", "out":
			return true
		}
	}
	return false
}

// leftTo reports whether "two birthdays off being" or the like stands before
// word k.
func (w *words) leftTo(k int) bool {
	near := false
	for n := k; n > 0 && n >= k-7; n-- {
		low := w.low(n)
		near = near || ageCues[low]&nearing != 0 || low == "of"
		switch low {
		case "birthday", "birthdays", "day", "days", "week", "weeks", "month", "months", "year", "years":
			return near
		}
	}
	return false
}

// described finds a home by what it is beside: the house with two stone lions,
// top of Gas Lane; the flat above the chippy in Dent.
func (w *words) described(see func(i, j int)) {
	for at := range w.list {
		if !w.is(at, lives) {
			continue
		}
		for k := at + 1; k < at+5; k++ {
			switch w.low(k) {
			case "above", "over", "behind", "opposite", "beside", "next", "across", "under", "between":
				if to := w.placeBehind(k); to > k {
					see(w.list[k].i, w.list[to].j)
				}
			}
		}
	}
}

// placeBehind is the small place that what somebody lives beside is in, after
// word k, or k.
func (w *words) placeBehind(k int) int {
	for n := k + 1; n < k+8 && n+1 < len(w.list) && !endsSentence(w.gap(n)); n++ {
		if low := w.low(n); (low == "in" || low == "on" || low == "at") && n > k+1 && w.properPlace(n+1) && !w.is(n+1, town) && !w.is(k+1, number) {
			return n + 1
		}
	}
	return k
}

// homeBefore reports whether a home is spoken of in the sentence before the
// street that begins at word first, and no place for everybody.
func (w *words) homeBefore(first int) bool {
	for n := first - 1; n >= 0 && n >= first-12 && !endsSentence(w.gap(n+1)); n-- {
		if w.public(n) {
			return false
		}
		switch w.low(n) {
		case "house", "door", "flat", "bungalow", "cottage", "caravan", "gate", "window", "doorstep", "chimney":
			return true
		}
	}
	return false
}

// sharedDay finds a birthday that is told by somebody else's, or by what
// happened on that day: she shares her birthday with the King.
func (w *words) sharedDay(k int, see func(i, j int)) {
	if w.is(k, birthday) && w.low(k) != "birthdays" {
		for n := k - 1; n >= 0 && n >= k-3; n-- {
			switch w.low(n) {
			case "shares", "share", "shared", "same":
				if low := w.low(k + 1); (low == "with" || low == "as") && w.gap(k+2) == " " && (w.isCap(k+2) || w.low(k+2) == "the" || w.low(k+2) == "king" || w.low(k+2) == "queen") && w.before(n+1, 4, person) {
					see(w.list[k].i, w.list[k+2].j)
					return
				}
			}
		}
		if w.low(k+1) == "is" && w.low(k+2) == "the" && w.low(k+3) == "same" && w.low(k+5) == "as" {
			see(w.list[k].i, w.list[k+5].j)
		}
		return
	}
	n := k + 1
	if w.low(n) == "on" {
		n++
	}
	if !w.is(k, born) || w.low(n) != "the" || !w.before(k, 4, person) || w.before(k, 4, group) {
		return
	}
	switch w.low(n + 1) {
	case "day", "night", "morning", "week", "weekend":
		switch next := w.low(n + 2); {
		case next == "i", next == "my", next == "we", next == "":
		case strings.ContainsAny(w.gap(n+2), ".,;!?\n"):
		default:
			see(w.list[k].i, w.list[n+2].j)
		}
	}
}
