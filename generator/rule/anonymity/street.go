package anonymity

import "strings"

// everyStreet finds the names of streets, by the word that they end in, or in
// Welsh begin with. sure: somebody could live there, because a number stands
// before it, or a word such as "lives".
func (w *words) everyStreet(see func(from, to int, sure bool)) {
	for k := range w.list {
		switch {
		case w.is(k, front) && w.welshStreet(k, see):
		case w.is(k, street|road):
			w.streetAt(k, see)
		}
	}
}

func (w *words) welshStreet(k int, see func(from, to int, sure bool)) bool {
	if !w.list[k].cap || k+1 == len(w.list) || w.gap(k+1) != " " {
		return false
	}
	to := k
	for to+1 < len(w.list) && to < k+4 && w.gap(to+1) == " " && (w.isCap(to+1) && !w.is(to+1, plain) || small(w.text(to+1)) && w.isCap(to+2)) {
		to++
	}
	if to == k {
		return false
	}
	from := w.houseNumber(k)
	if from == k {
		switch strings.ToLower(w.text(k)) {
		case "maes", "bryn", "parc", "llys", "dôl", "dol", "erw", "trem", "glan", "cae": // people and fields, too
			return false
		}
	}
	see(from, to, from < k || w.livedIn(k, to))
	return true
}

// small are the little words inside Welsh names of streets.
func small(s string) bool {
	switch s {
	case "y", "yr", "ar", "a", "tan", "pen", "ger", "wrth", "o", "uchaf", "isaf":
		return true
	}
	return false
}

// streetAt looks back from the word k that the name of a street can end in.
func (w *words) streetAt(k int, see func(from, to int, sure bool)) {
	if k == 0 || w.glued(k) {
		return
	}
	strong := w.is(k, street)
	if w.is(k, saint) && w.isCap(k+1) && strings.TrimSuffix(w.gap(k+1), " ") != "\n" && nameGap(w.gap(k+1)) || w.is(k, school) && !strong {
		return
	}
	if strings.EqualFold(w.text(k), "close") && strings.HasSuffix(w.text(k-1), "ing") {
		return // Staying Close
	}
	first := k
	for first > 0 && k-first < 4 && nameGap(w.gap(first)) && w.isCap(first-1) && (!w.is(first-1, plain) || inNames[strings.ToLower(w.text(first-1))]) && !w.list[first-1].number && !(w.is(first-1, digit|teen|tens|flat) && first < k) {
		first--
	}
	if first < k && w.is(first, month) && w.isNumber(first-1) {
		first++ // 14 June, Park Close
	}
	from := w.houseNumber(first)
	if from == first && first < k {
		if i, j := w.numberBeside(first, k); j > 0 {
			see(i, j, true)
			return
		}
	}
	switch {
	case first < k && from < first: // 9 Millrace Court
		if w.yearLike(from, first) || numbered[w.low(from-1)] && w.public(k+1) || !strong && (w.is(from-1, routes) || numbered[w.low(from-1)] || w.loosely(from, first, k)) || !strong && w.isCap(k+1) && w.gap(k+1) == " " && !w.is(k+1, street) {
			return
		}
		see(from, k, true)
	case first < k: // Tanner's Row
		if strong && w.isCap(k) || homeName(w.text(k)) {
			w.bareStreet(first, k, see)
		} else if w.list[k].cap && (homeLike(w.text(k)) && w.before(first, 4, lives) || k-first == 1 && w.all&school != 0 && w.namesSchool()) && !w.public(k+1) && !(w.is(k+1, street|road) && w.isCap(k+1)) {
			see(first, k, homeLike(w.text(k)))
		} else if w.list[k].cap && onlyStreets[w.low(k)] && (w.before(first, 5, lives) || w.homeBefore(first) || w.calledStreet(first)) && w.leadsHome(first) && !w.public(k+1) {
			see(first, k, true)
		}
	default: // in small letters: 9 millrace court
		w.lowStreet(k, see)
	}
}

// loosely reports whether the number at from only stands before a name that
// need not be a street's: In 2025 we saw 3, Elm Park was shut.
func (w *words) loosely(from, first, k int) bool {
	return strings.Contains(w.gap(first), ",") && w.isNumber(from) && first-from == 1 && !homeLike(w.text(k)) && !w.before(from, 4, lives) && !w.is(from-1, number|flat) && !doors[w.low(from-1)]
}

// onlyStreets are words of road that end the names of streets and of nothing
// else that somebody lives in.
var onlyStreets = set("way court ct place pl walk yard yd square sq path passage loan brae vennel pend alley steps cl dr av")

// doors are words that a number of a house stands behind.
var doors = set("house door unit block home flat plot number no")

// leadsHome reports whether the word before a street leads to where somebody
// lives.
func (w *words) leadsHome(first int) bool {
	switch w.low(first - 1) {
	case "on", "in", "at", "up", "down", "off", "to", "of", "is", "from", "along", "called":
		return true
	}
	return strings.ContainsAny(w.gap(first), ":,=")
}

// calledStreet reports whether "my street is" or the like stands before a name.
func (w *words) calledStreet(first int) bool {
	switch w.low(first - 1) {
	case "is", "called", "it's":
	default:
		if !strings.ContainsAny(w.gap(first), ":=") || strings.Contains(w.gap(first), "\n") {
			return false
		}
		return w.is(first-1, street) || w.low(first-1) == "address" || w.low(first-1) == "lives"
	}
	return w.is(first-2, street) || w.is(first-3, street) || strings.HasPrefix(w.low(first-2), "add")
}

// between are words between the number of a house and its street: number 7 on
// the left in Park Close.
var between = set("on in of along up down at the left right hand side bottom top end from that's it's which is called this")

// numberBeside finds the number of a house that does not stand right before
// the street of words first to k: number 7 in Park Close, Park Close, no. 7. It
// is where both begin and end, or 0.
func (w *words) numberBeside(first, k int) (from, to int) {
	n := first - 1
	for n > 0 && first-n < 6 && between[w.low(n)] && w.gap(n+1) == " " {
		n--
	}
	if n < first-1 && n > 0 && (w.gap(n+1) == " " || w.gap(n+1) == ", ") && (w.is(k, street) || onlyStreets[w.low(k)] || w.before(n, 4, lives)) { // number 7 on
		at := w.houseNumber(n + 1)
		if at <= n && !w.bus(at) && (w.is(at, number) || w.is(at-1, number) || doors[w.low(at-1)] || w.low(at-1) == "is" && (doors[w.low(at-2)] || w.is(at-2, lives))) {
			return at, k
		}
	}
	if n := first - 1; w.isNumber(n) && w.alone(n, first) && w.alone(first, k+1) && len(w.text(n)) < 4 { // lines of an address
		return n, k
	}
	n = k + 1
	gap := w.gap(n)
	if strings.ContainsAny(gap, ".!?\n") && !strings.HasPrefix(gap, ". ") {
		return 0, 0
	}
	said := false
	for n < k+4 && (w.is(n, number) || doors[w.low(n)] || w.low(n) == "at") && !w.isNumber(n) {
		said = said || w.is(n, number) || doors[w.low(n)]
		n++
	}
	if !w.isNumber(n) && !w.is(n, digit|teen|tens) || w.isNumber(n) && len(w.text(n)) > 3 || !said && (strings.HasPrefix(gap, ".") || len(gap) > 2 && gap != " - ") {
		return 0, 0
	}
	if n > k+1 && !said || !said && !w.isCap(k) {
		return 0, 0
	}
	_, end := w.ageAt(n)
	if w.glued(end+1) && len(w.text(end+1)) == 1 {
		end++
	}
	after := w.gap(end + 1)
	switch {
	case w.is(end+1, many|month|group) && !w.is(end+1, at) || w.isNumber(end+1) || strings.ContainsAny(after, ":%") || strings.HasPrefix(after, "/"):
		return 0, 0
	case said && (w.isCap(k) || w.is(first-1, at|lives|around|plain)):
		return first, end
	case end+1 < len(w.list) && !strings.ContainsAny(after, ".,;)\n"):
		return 0, 0
	case (gap == " (" || gap == " #" || gap == " - " || gap == "/") && w.isCap(k):
		return first, end
	case gap == " " && !w.before(first, 5, group) || w.before(first, 5, lives|at) && gap == ", ":
		return first, end
	}
	return 0, 0
}

// bus reports whether a bus is spoken of near word k.
func (w *words) bus(k int) bool {
	for n := max(k-6, 0); n < k+4; n++ {
		switch w.low(n) {
		case "bus", "buses", "catch", "tram", "route", "take":
			return true
		}
	}
	return false
}

// routes are words that a number after them belongs to: Year 9, ref 4.
const routes = ref | years

func nameGap(gap string) bool {
	return gap == " " || gap == "-" || gap == ". " || gap == "\n" || gap == "  " || gap == "’ "
}

func homeLike(s string) bool {
	switch strings.ToLower(s) {
	case "rectory", "vicarage", "farm", "farmhouse", "lodge", "house", "tower", "towers", "cottage", "cottages":
		return true
	}
	return false
}

// inNames are plain words that stand in the names of streets, too.
var inNames = set("old new park school church college house green water country town city court castle high main long dark low short side narrow north south east west upper lower great little big station market mill village hill bridge forge school manor royal national")

// numbered are words that a number after them belongs to.
var numbered = set("room year page stop platform item form stage section article ward bus route day week key level zone grade step part junction m")

// homeName are words that only a house is called by.
func homeName(s string) bool {
	switch strings.ToLower(s) {
	case "rectory", "vicarage", "farmhouse", "cottage", "cottages":
		return true
	}
	return false
}

// bareStreet is a street without a number: somebody may live there where the
// words around say so.
func (w *words) bareStreet(first, k int, see func(from, to int, sure bool)) {
	if k-first == 1 && famous(w.text(first)) && !w.before(first, 5, lives) || k-first > 1 && w.is(first, town) {
		return
	}
	if w.public(k + 1) {
		return
	}
	house := homeName(w.text(k)) && k-first <= 3
	see(first, k, house || w.livedIn(first, k) || strings.HasPrefix(w.gap(first), ", ") && w.isCap(first-1) && (homeLike(w.text(first-1)) || w.is(first-1, street) || w.houseNamed(first-1)))
}

// houseNamed reports whether word k ends the name of a house: The Old Forge.
func (w *words) houseNamed(k int) bool {
	switch strings.ToLower(w.text(k)) {
	case "forge", "mill", "barn", "barns", "stables", "chapel", "smithy", "granary", "bakery", "dairy", "manse", "hall", "grange", "croft", "villa", "lodge", "house", "farm", "cottage", "bungalow", "post", "office", "school", "schoolhouse", "view", "nook", "gables", "beeches", "oaks", "elms", "laurels", "hollies", "willows", "firs", "pines", "cedars", "limes", "steading", "bothy", "byre", "toll", "gatehouse", "maltings", "station":
		return w.isCap(k-1) && w.gap(k) == " "
	}
	return false
}

// famous are first words of streets that everybody has, or knows.
func famous(s string) bool {
	switch strings.ToLower(s) {
	case "high", "downing", "coronation", "sesame", "fleet", "wall", "abbey", "main", "albert", "easy", "quality", "carnaby", "lime", "oxford", "regent", "baker", "princes", "sauchiehall", "buchanan", "brick", "penny", "victoria":
		return true
	}
	return false
}

// livedIn reports whether the words around a street say that somebody is at
// home there.
func (w *words) livedIn(first, last int) bool {
	if w.public(last + 1) {
		return false
	}
	switch w.low(first - 1) {
	case "of", "at", "from":
		return !(w.isNumber(first-2) && w.low(first-3) == "the") // the 14 from Tanner Street
	}
	if w.calledStreet(first) {
		return true
	}
	return w.before(first, 5, lives) || w.homeBefore(first) || w.after(last+1, 3, lives) && w.gap(last+1) != ""
}

// public reports whether word k makes a street part of the name of a building
// for everybody.
func (w *words) public(k int) bool {
	switch strings.ToLower(w.text(k)) {
	case "building", "library", "centre", "center", "clinic", "office", "offices", "station", "baths", "hub", "campus", "surgery", "theatre", "museum", "pool", "youth", "community", "church", "mosque", "depot", "bus", "stop", "site", "school", "primary", "academy", "college", "nursery", "infants", "juniors", "high", "market", "gallery", "works":
		return !w.strongGap(k)
	}
	return false
}

func (w *words) strongGap(k int) bool { return strings.ContainsAny(w.gap(k), ".,;:\n") }

// houseNumber is the word with which the number of a house before word k
// begins, or k.
func (w *words) houseNumber(k int) int {
	n := k
	if n > 0 && w.gap(n) == " " && len(w.text(n-1)) == 1 && !w.isNumber(n-1) && (w.isNumber(n-2) || w.is(n-2, digit|teen|tens)) && linking(w.gap(n-1)) {
		n-- // 9 a
	}
	from := n
	for from > 0 && n-from < 4 && linking(w.gap(from)) && !strings.Contains(w.gap(from), ":") && !(from == k && strings.Contains(w.gap(from), ". ")) &&
		(w.isNumber(from-1) && len(w.text(from-1)) <= 4 || w.is(from-1, digit|teen|tens|hundred) || from < n && w.glued(from) && len(w.text(from-1)) == 1 || w.is(from-1, number) && from < k) {
		from--
	}
	if from == n {
		// 204a glued: number, letter
		if n > 1 && w.glued(n-1) && len(w.text(n-1)) == 1 && w.isNumber(n-2) && linking(w.gap(n)) {
			return n - 2
		}
		return k
	}
	if strings.ContainsAny(w.gap(k), ";") || w.s != "" && w.stuckBefore(w.list[from].i) && w.isNumber(from) {
		return k
	}
	return from
}

// yearLike knows a year before a name: 2026 Station Road works.
func (w *words) yearLike(from, first int) bool {
	t := w.text(first - 1)
	return from == first-1 && len(t) == 4 && (t[:2] == "20" || t[:2] == "19")
}
