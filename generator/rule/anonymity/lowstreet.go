package anonymity

import "yousaid/generator/rule/anonymity/lexicon"

// lowStreet finds a street in small letters: 9 millrace court, live on millrace
// road.
func (w *words) lowStreet(k int, see func(from, to int, sure bool)) {
	strong := w.is(k, street)
	if next := w.low(k + 1); w.low(k) == "close" && (next == "to" || next == "by" || next == "together" || next == "at") {
		return
	}
	for n := 1; n <= 3 && k-n > 0; n++ {
		first := k - n
		if n == 1 && (strong || w.isCap(k) && w.isCap(first)) && w.low(first) == "the" && w.isNumber(first-1) && w.gap(first) == " " {
			see(w.houseNumber(first), k, true) // 5 the mews
			return
		}
		if w.gap(first+1) != " " && w.gap(first+1) != "-" && w.gap(first+1) != "" || w.isNumber(first) || len(w.text(first)) < 3 {
			return
		}
		if w.is(first, month) && w.isNumber(first-1) {
			return
		}
		named := !w.is(first, plain|many|month|digit|person|years|lives|old|group|ordinal|school|follow) || w.isCap(first)
		if !named && !(inNames[w.low(first)] && w.isNumber(first-1) && w.gap(first) == " " && (strong || w.addressed(first-1))) && !(inNames[w.low(first)] && strong && w.is(k+1, number) && w.is(first-1, at|lives|around)) {
			return
		}
		from := w.houseNumber(first)
		if from == first {
			if w.lowBeside(first, k, strong, see) {
				return
			}
			continue
		}
		if w.yearLike(from, first) || w.is(from-1, routes|years) || w.gap(first) != " " && w.gap(first) != ", " && w.gap(first) != "-" {
			return
		}
		spoken := !w.isNumber(from)
		if spoken && !w.is(from-1, lives|around|at|number) && !w.before(from, 3, lives) && !w.addressed(from) || !strong && !spoken && n > 2 || !strong && w.is(k, many|group|lives) && !homeLike(w.text(k)) && !w.addressed(from) {
			return
		}
		if !strong && !w.before(from, 5, lives|around|at|number) && !homeLike(w.text(k)) && !w.addressed(from) {
			return
		}
		see(from, k, true)
		return
	}
}

// lowBeside is lowStreet where no number stands before the name.
func (w *words) lowBeside(first, k int, strong bool, see func(from, to int, sure bool)) bool {
	if !strong && !onlyStreets[w.low(k)] || !w.leadsHome(first) || w.is(first, general) && !w.isCap(first) {
		return false
	}
	if w.is(k+1, number) {
		if i, j := w.numberBeside(first, k); j > 0 {
			see(i, j, true)
			return true
		}
	}
	switch w.low(first - 2) {
	case "live", "lives", "lived", "living", "stay", "stays", "staying", "stopping", "sleep", "home", "house", "nan's", "mum's", "dad's", "mate's", "gran's":
		if strong && lexicon.Of(w.text(first)).Level() != 1 {
			see(first, k, true)
			return true
		}
	}
	return false
}

// addressed reports whether the words before a number are of letters, of where
// somebody is fetched, or say that it is an address.
func (w *words) addressed(k int) bool {
	for n := k - 1; n >= 0 && n >= k-5 && !endsSentence(w.gap(n+1)); n-- {
		switch w.low(n) {
		case "address", "adress", "addy", "addr", "letters", "letter", "parcel", "post", "send", "sent", "deliver", "delivered", "drop", "dropped", "visit", "visited", "knock", "im", "i'm", "we're", "were", "r", "live", "liv", "lives":
			return true
		}
	}
	return false
}
