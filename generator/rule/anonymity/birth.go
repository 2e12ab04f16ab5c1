package anonymity

import (
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var BirthDate = rule.Rule{
	Doc: finding.Doc{
		Name:   "date-of-birth",
		Why:    "A day of birth is shared with few people in a town, and opens many doors: letters, accounts and records ask for it.",
		Before: "summary: Somebody born on 9 February 2011 waited a year.\n",
		After:  "summary: Somebody waited a year.\n",
	},
	Run: look(digits|born|birthday|turned|ordinal|month|feast, birthDates, "this looks like somebody's date of birth", "Take it out. An age band, as “13 to 15”, is enough, where it matters."),
}

func birthDates(p *rule.Pass, w *words, see func(i, j int)) {
	if w.all&(born|birthday|turned|feast) != 0 {
		w.birthdays(see)
	}
	written := 0 // the year of the report; a page has none
	if p.Entry != nil {
		written = p.Entry.Date.Year
	}
	for k := 0; k < len(w.list); k++ {
		if !w.isNumber(k) && !w.is(k, ordinal|month|digit|teen|tens) && !(w.isCap(k) && strings.IndexByte("IVX", w.s[w.list[k].i]) >= 0 && romanDay(w.text(k))) {
			if w.is(k, born) || w.bDot(k) {
				w.bornIn(k, see)
			}
			continue
		}
		if w.isNumber(k) && w.small(k, written-1) > 1995 && w.gap(k+1) == " " && (w.low(k+1) == "baby" || w.low(k+1) == "kid" || w.low(k+1) == "born") {
			see(w.list[k].i, w.list[k+1].j) // a 2011 baby
		}
		d, ok := w.dayAt(k)
		if !ok {
			if d, ok = w.spokenDay(k); !ok {
				continue
			}
		}
		if w.birthday(d, written) {
			see(w.list[d.from].i, w.list[d.to-1].j)
		}
		if d.to > k {
			k = d.to - 1
		}
	}
}

// birthday reports whether a day is somebody's: the words around it say so, or
// it lies as far before the report as only a birth does.
func (w *words) birthday(d when, written int) bool {
	if d.bare && !w.before(d.from, 7, born|birthday) {
		return d.year > written-26 && d.year < written-8 && d.month && d.to == d.from+1
	}
	if w.before(d.from, 7, born) && w.sameSentence(max(d.from-7, 0), d.from) || w.before(d.from, 3, born) {
		return d.month && !w.before(w.find(d.from-7, d.from, born), 4, group)
	}
	if d.day > 0 && d.year > written-26 && d.year < written-8 && !w.before(d.from, 4, group) && !w.event(d.from) && d.to-d.from >= 2 {
		return true
	}
	if d.day == 0 {
		return false
	}
	if w.bDot(d.from - 1) {
		return true
	}
	if k := w.find(d.from-7, d.from, birthday); k >= 0 && w.sameSentence(k, d.from) {
		return !w.ours(k) && !gift(w.text(k+1)) && w.low(k) != "birthdays"
	}
	if k := w.find(d.to, d.to+6, birthday); k >= 0 && w.sameSentence(d.to-1, k) {
		return !w.ours(k) && !w.is(k+1, many&^plain) && w.low(k) != "birthdays" && !gift(w.text(k+1))
	}
	if k := w.find(d.to, d.to+4, born); k >= 0 && w.sameSentence(d.to-1, k) {
		return true
	}
	if w.low(d.from-1) == "on" && w.is(d.from-2, person) && w.low(d.from-3) == "had" { // mum had me on
		return true
	}
	return w.comesOfAge(d.from, d.to)
}

// event reports whether words before k say that something else than a person
// began on a day.
func (w *words) event(k int) bool {
	for n := k - 1; n >= 0 && n >= k-4; n-- {
		switch strings.ToLower(w.text(n)) {
		case "minutes", "meeting", "report", "since", "law", "act", "policy", "decision", "adopted", "opened", "started", "published", "signed", "launched", "guidance", "dated", "until", "in", "updated", "plan", "letter", "agreed", "held", "version", "v", "release", "ios", "section", "paragraph", "para", "edition", "review", "reviewed", "inspected", "inspection", "began", "begins", "begin", "start", "starts", "lease", "tenancy", "contract", "built", "founded", "passed", "force", "ended", "ends", "election", "census", "archive":
			return true
		}
	}
	return false
}

// ours reports whether the birthday at word k is that of a group or a place.
func (w *words) ours(k int) bool {
	return w.before(k, 6, group) || w.after(k+1, 4, group)
}

func (w *words) find(from, to int, s sense) int {
	for k := max(from, 0); k < to && k < len(w.list); k++ {
		if w.is(k, s) {
			return k
		}
	}
	return -1
}

// bornIn finds a year alone, where it is that of a person: she was born in 2011.
func (w *words) bornIn(k int, see func(i, j int)) {
	n := k + 1
	for n < k+3 && (w.low(n) == "in" || w.low(n) == "the" || w.low(n) == "same") {
		n++
	}
	if w.low(n-1) == "the" && (w.low(n) == "year" || w.low(n) == "summer" || w.low(n) == "winter" || w.low(n) == "week") && w.before(k, 4, person) && !w.before(k, 4, group) && w.gap(n+1) == " " && n+2 < len(w.list) {
		see(w.list[k].i, w.list[n+2].j) // the year of the London Olympics
		return
	}
	n = k + 1
	for n < k+6 && !w.isNumber(n) && !w.romanYear(n) && (w.is(n, plain|month) || strings.ContainsAny(w.gap(n), ":") || season(w.text(n))) {
		n++
	}
	t := w.text(n)
	short := len(t) == 2 && w.isNumber(n) && (strings.HasSuffix(w.gap(n), "'") || strings.HasSuffix(w.gap(n), "’")) || t == "2" && w.low(n+1) == "k" && w.glued(n+1) && w.glued(n+2)
	if n > k+5 || !(w.isNumber(n) && len(t) == 4 && t[:2] == "20" || short || w.romanYear(n)) || !w.sameSentence(k+1, n) {
		return
	}
	if (w.before(k, 3, person) || w.low(k) == "yob" || w.is(n+1, person) || w.bDot(k) || w.list[k].cap && len(w.text(k)) == 3) && !w.before(k, 4, group) {
		see(w.list[k].i, w.list[n].j)
	}
}

// romanYear knows a year in Roman numerals: MMX.
func (w *words) romanYear(k int) bool {
	t := w.text(k)
	return len(t) > 2 && t[:2] == "MM" && strings.Trim(t, "MXVI") == ""
}

func season(s string) bool {
	switch strings.ToLower(s) {
	case "spring", "summer", "autumn", "winter", "early", "late", "back", "end", "middle":
		return true
	}
	return false
}

// bDot knows "b." for born: Rowan (b. 2010).
func (w *words) bDot(k int) bool {
	return k > 0 && strings.EqualFold(w.text(k), "b") && strings.HasPrefix(w.gap(k+1), ".") && !w.glued(k) && (w.isCap(k-1) || w.is(k-1, person) || strings.ContainsAny(w.gap(k), "(,"))
}

// gift knows what follows "birthday" where no day of birth is meant.
func gift(s string) bool {
	switch strings.ToLower(s) {
	case "money", "card", "cards", "allowance", "allowances", "grant", "grants", "list", "gift", "gifts", "present", "presents", "payment", "payments", "policy", "budget", "book", "box", "pot", "fund", "tea", "teas", "treat", "treats", "board", "lunch", "trip":
		return true
	}
	return false
}
