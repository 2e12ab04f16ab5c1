package anonymity

import (
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var Address = rule.Rule{
	Doc: finding.Doc{
		Name:   "street-address",
		Why:    "With a street and a number somebody finds the door. In a small place the street is enough.",
		Before: "summary: The bins outside 9 Millrace Court are emptied now.\n",
		After:  "summary: The bins outside the home are emptied now.\n",
	},
	Allow: []string{"public-contact", "place", "organisation"},
	Run:   look(street|road|front|flat, addresses, "there is an address here", "Take it out, or name the place in a wider way, as a town or an area."),
}

var Street = rule.Rule{
	Doc: finding.Doc{
		Name: "street-named", Level: finding.Warn,
		Why:    "The name of a street says where something is, and sometimes where somebody lives. A person has to decide which.",
		Before: "summary: The lamps on Millrace Lane are mended.\n",
		After:  "summary: The lamps on the way to the station are mended.\n",
	},
	Allow: []string{"public-contact", "place", "organisation"},
	Run:   look(street|front, streets, "a street is named here", "Look whether somebody lives there. If so, name the place in a wider way."),
}

func addresses(_ *rule.Pass, w *words, see func(i, j int)) {
	schooled := w.all&(school|stage|ysgol|saint) != 0 && w.namesSchool()
	w.everyStreet(func(from, to int, sure bool) {
		if sure || schooled { // in one breath with a school, it is one too
			see(w.list[from].i, w.list[to].j)
		}
	})
	w.flats(see)
}

// namesSchool reports whether the text names a school.
func (w *words) namesSchool() bool {
	found := false
	schools(nil, w, func(int, int) { found = true })
	return found
}

func streets(_ *rule.Pass, w *words, see func(i, j int)) {
	if w.all&(school|stage|ysgol|saint) != 0 && w.namesSchool() {
		return
	}
	w.everyStreet(func(from, to int, sure bool) {
		if !sure {
			see(w.list[from].i, w.list[to].j)
		}
	})
}

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
	from := w.houseNumber(first)
	switch {
	case first < k && from < first: // 9 Millrace Court
		if w.yearLike(from, first) || !strong && (w.is(from-1, routes) || numbered[strings.ToLower(w.text(from-1))] || strings.Contains(w.gap(first), ",") && w.isNumber(from) && first-from == 1 && !homeLike(w.text(k)) && !w.before(from, 4, lives)) || !strong && w.isCap(k+1) && w.gap(k+1) == " " && !w.is(k+1, street) {
			return
		}
		see(from, k, true)
	case first < k: // Tanner's Row
		if strong && w.isCap(k) || homeName(w.text(k)) {
			w.bareStreet(first, k, see)
		} else if w.list[k].cap && (homeLike(w.text(k)) && w.before(first, 4, lives) || k-first == 1 && w.all&school != 0 && w.namesSchool()) && !w.public(k+1) && !(w.is(k+1, street|road) && w.isCap(k+1)) {
			see(first, k, homeLike(w.text(k)))
		}
	case strong || homeLike(w.text(k)): // in small letters: 9 millrace court
		w.lowStreet(k, see)
	case w.is(k, road):
		w.lowStreet(k, see)
	}
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
var inNames = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("old new park school church college house green water country town city court castle high main long dark low short side narrow north south east west upper lower great little big station market mill village hill bridge forge school manor royal national") {
		m[w] = true
	}
	return m
}()

// numbered are words that a number after them belongs to.
var numbered = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("room year page stop platform item form stage section article ward bus route day week key level zone grade step part junction m") {
		m[w] = true
	}
	return m
}()

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
	switch strings.ToLower(w.text(first - 1)) {
	case "of", "at", "from":
		return true
	}
	return w.before(first, 5, lives) || w.after(last+1, 3, lives) && w.gap(last+1) != ""
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

// lowStreet finds a street in small letters behind a number: 9 millrace court.
func (w *words) lowStreet(k int, see func(from, to int, sure bool)) {
	strong := w.is(k, street)
	for n := 1; n <= 3 && k-n > 0; n++ {
		first := k - n
		if n == 1 && (strong || w.isCap(k) && w.isCap(first)) && strings.EqualFold(w.text(first), "the") && w.isNumber(first-1) && w.gap(first) == " " {
			see(w.houseNumber(first), k, true) // 5 the mews
			return
		}
		if w.gap(first+1) != " " && w.gap(first+1) != "-" && w.gap(first+1) != "" || w.is(first, plain|many|month|digit|person|years|lives|old|group|ordinal|school|follow) && !w.isCap(first) || w.isNumber(first) || len(w.text(first)) < 3 {
			return
		}
		from := w.houseNumber(first)
		if from == first {
			continue
		}
		if w.yearLike(from, first) || w.is(from-1, routes|years) || w.gap(first) != " " && w.gap(first) != ", " && w.gap(first) != "-" {
			return
		}
		spoken := !w.isNumber(from)
		if spoken && !w.is(from-1, lives|around|at|number) && !w.before(from, 3, lives) || !strong && !spoken && n > 2 || !strong && w.is(k, many|group|lives) && !homeLike(w.text(k)) {
			return
		}
		if !strong && !w.before(from, 5, lives|around|at|number) && !homeLike(w.text(k)) {
			return
		}
		see(from, k, true)
		return
	}
}

// flats finds flats by their number.
func (w *words) flats(see func(i, j int)) {
	if w.all&flat == 0 {
		return
	}
	for k := range w.list {
		if !w.is(k, flat) || k+1 == len(w.list) || w.glued(k) {
			continue
		}
		n := k + 1
		if w.is(n, number) && linking(w.gap(n)) {
			n++
		}
		if !linking(w.gap(n)) || !w.isNumber(n) && !w.is(n, digit|teen|tens) && !roman(w.text(n)) || w.isNumber(n) && len(w.text(n)) > 4 {
			continue
		}
		end := n
		if w.is(n, tens) && w.is(n+1, digit) && plainGap(w.gap(n+1)) {
			end++
		}
		if w.glued(end+1) && len(w.text(end+1)) == 1 {
			end++
		}
		next := w.gap(end + 1)
		switch {
		case end+1 == len(w.list) || strings.ContainsAny(next, ",.;)\n|/") || w.is(end+1, at|lives|around):
		case w.isCap(end + 1), w.isNumber(end + 1):
		default:
			continue
		}
		if w.is(end+1, many) && !w.is(end+1, at) || w.is(k-1, many|digit) && strings.EqualFold(w.text(k), "fl") {
			continue
		}
		see(w.list[k].i, w.list[end].j)
	}
}

func roman(s string) bool { return s != "" && len(s) <= 4 && strings.Trim(s, "IVX") == "" }
