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
	Run:   look(street|road|front|flat|digits|digit|teen|tens|lives, addresses, "there is an address here", "Take it out, or name the place in a wider way, as a town or an area."),
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
			w.otherNumber(to+1, see)
		}
	})
	w.flats(see)
	if w.all&(digits|digit|teen|tens) != 0 {
		w.disguised(see)
	}
	if w.all&lives != 0 {
		w.namedHouses(see)
		w.described(see)
	}
}

// otherNumber finds another house in the street of an address that ends before
// word k: instead of number 84.
func (w *words) otherNumber(k int, see func(i, j int)) {
	for n := k; n < k+14 && n+1 < len(w.list) && !strings.Contains(w.gap(n), "\n"); n++ {
		if !w.is(n, number) || w.isNumber(n) || w.bus(n) {
			continue
		}
		if _, end := w.ageAt(n + 1); w.age(n+1) > 0 && w.closes(end+1, w.gap(end+1)) && w.gap(n+1) != "" {
			see(w.list[n].i, w.list[end].j)
		}
	}
}

// namedHouses finds houses that have a name, where somebody lives in them.
func (w *words) namedHouses(see func(i, j int)) {
	for k := range w.list {
		if !w.is(k, lives) {
			continue
		}
		k++
		if !w.is(k, at) && w.low(k) != "in" {
			if k++; !w.is(k, at) && w.low(k) != "in" {
				continue
			}
		}
		first := k + 1
		if w.low(first) == "the" {
			first++
		}
		last := first
		for last < first+3 && w.isCap(last+1) && w.gap(last+1) == " " {
			last++
		}
		if w.isCap(first) && w.gap(k+1) == " " && w.houseNamed(last) && !w.public(last+1) {
			see(w.list[k+1].i, w.list[last].j)
		}
	}
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
		case w.is(k-1, at|lives|around) && w.closes(end+1, next):
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
