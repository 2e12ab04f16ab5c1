package anonymity

import (
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var ExactAge = rule.Rule{
	Doc: finding.Doc{
		Name:   "exact-age",
		Why:    "An exact age together with a small place is often one person. A village has few people who are fourteen.",
		Before: "summary: She is 14 and lives in Abbots Thorpe.\n",
		After:  "summary: You live in a village.\n",
	},
	Run: look(digits|digit|teen|tens|old|aged|birthday|person, exactAges, "there is an exact age here, and a small place near it", "Take one of the two out. An age band, as “13 to 15”, is enough, where it matters."),
}

// exactAges finds ages of people, and among them those with a small place in
// the same sentence or the next ones.
func exactAges(_ *rule.Pass, w *words, see func(i, j int)) {
	for k := 0; k < len(w.list); k++ {
		if w.is(k, birthday) {
			if from := w.nthBirthday(k); from < k && w.nearSmallPlace(from, k) {
				see(w.list[from].i, w.list[k].j)
			}
			continue
		}
		a, last := w.ageAt(k)
		if a < 1 || a > 25 {
			continue
		}
		end, ok := w.ageOfSomebody(k)
		if !ok || a < 4 && !w.is(k-1, aged) && !w.is(end, old) && !strings.HasSuffix(w.text(k-1), "s") {
			k = last
			continue
		}
		if w.nearSmallPlace(k, end) {
			see(w.list[k].i, w.list[end].j)
		}
		k = last
	}
}

// nearSmallPlace reports whether a small place stands near words from to to.
func (w *words) nearSmallPlace(from, to int) bool {
	a, b := w.sentences(from)
	return w.smallPlace(a, b, from, to)
}

// nthBirthday is where "her 14th" begins before the word birthday at k, or k.
func (w *words) nthBirthday(k int) int {
	from := k
	switch {
	case w.is(k-1, ordinal) && w.list[k-1].value > 3:
		from = k - 1
	case w.glued(k-1) && w.isNumber(k-2) && strings.EqualFold(w.text(k-1), "th"):
		from = k - 2
	default:
		return k
	}
	switch prev := strings.ToLower(w.text(from - 1)); {
	case prev == "his", prev == "her", prev == "my", strings.HasSuffix(prev, "'s"), strings.HasSuffix(prev, "’s"):
		return from
	}
	return k
}

// age is the number at word k, where it can be an age.
func (w *words) age(k int) int {
	n, _ := w.ageAt(k)
	return n
}

// ageAt is the same, with the last word of it.
func (w *words) ageAt(k int) (n, end int) {
	if k < 0 || k >= len(w.list) {
		return 0, k
	}
	t := &w.list[k]
	next := k + 1
	switch {
	case t.number:
		if t.j-t.i > 3 || w.glued(k) || w.stuckBefore(t.i) {
			return 0, k
		}
		if w.gap(next) == "⁄" && w.isNumber(next) && t.j-t.i > 1 { // 13½
			n, end = asNumber(w.s[t.i:t.j-1]), next
			return n, end
		}
		if t.j-t.i > 2 {
			return 0, k
		}
		if w.glued(next) && w.is(next, digit) && w.text(k) == "1" { // 1three
			return 10 + int(w.list[next].value), next
		}
		if end := w.drawnWord(k); end > 0 {
			return int(w.drawnValue(k, end)), end
		}
		return w.small(k, 99), k
	case t.sense&(digit|teen) != 0:
		if w.is(k-1, tens) && plainGap(w.gap(k)) || t.j-t.i < 3 {
			return 0, k
		}
		n = int(t.value)
		switch {
		case n == 1 && w.gap(next) == "-" && (w.isNumber(next) && len(w.text(next)) == 1 || w.is(next, digit)): // one-four
			return 10 + max(w.small(next, 9), int(w.list[next].value)), next
		case t.sense&digit != 0 && w.is(next, person) && plainGap(w.gap(next)) && strings.EqualFold(w.text(next), "teen"): // six teen
			return 10 + n, next
		case strings.EqualFold(w.text(next), "ar"): // pedair ar ddeg
			switch strings.ToLower(w.text(k + 2)) {
			case "ddeg":
				return 10 + n, k + 2
			case "bymtheg":
				return 15 + n, k + 2
			}
		}
		return n, k
	case t.sense&tens != 0:
		n = int(t.value)
		if w.is(next, digit) && plainGap(w.gap(next)) {
			return n + int(w.list[next].value), next
		}
		return n, k
	}
	if w.is(next, person) && plainGap(w.gap(next)) && strings.EqualFold(w.text(next), "teen") {
		if m := meanings[strings.ToLower(w.text(k))+"teen"]; m.sense&teen != 0 { // thir-teen
			return int(m.value), next
		}
	}
	if w.glued(next) && w.isNumber(next) {
		if end := w.drawnWord(k); end > 0 {
			return int(w.drawnValue(k, end)), end
		}
	}
	return 0, k
}

// drawnWord is the last word of a number word from k on in which digits stand
// for letters, thirt33n, or 0.
func (w *words) drawnWord(k int) int {
	end := k
	for end < k+6 && w.glued(end+1) {
		end++
	}
	if end == k || w.glued(k) || w.list[end].j-w.list[k].i > 9 || w.drawnValue(k, end) == 0 {
		return 0
	}
	return end
}

func (w *words) drawnValue(k, end int) int16 {
	var low [9]byte
	s := w.s[w.list[k].i:w.list[end].j]
	for i := range len(s) {
		low[i] = s[i] | 0x20
		if j := strings.IndexByte("0134578", s[i]); j >= 0 {
			low[i] = "oieastb"[j]
		}
	}
	m := meanings[string(low[:len(s)])]
	if m.sense&(digit|teen) == 0 || len(s) < 3 {
		return 0
	}
	return m.value
}

// ageOfSomebody reports whether the number at word k is the age of somebody,
// and not of a rule, a range or a thing; end is the last word of it.
func (w *words) ageOfSomebody(k int) (end int, ok bool) {
	_, end = w.ageAt(k)
	next := end + 1
	if !w.isNumber(k) && w.is(next, hundred) {
		return end, false
	}
	after, before := w.gap(next), w.gap(k)
	low := strings.ToLower(w.text(next))
	if w.sumOrRange(k, end, before, after) {
		return end, false
	}
	if last := w.yearsOld(next); last > 0 {
		if w.limit(k) || w.is(last+1, group) && !w.is(last+1, person) || strings.HasSuffix(strings.ToLower(w.text(last)), "olds") {
			return end, false
		}
		return last, true
	}
	if low == "going" && strings.EqualFold(w.text(next+1), "on") && w.age(next+2) > 0 { // 14 going on 15
		return next + 2, true
	}
	if w.bounded(w.text(k - 1)) {
		return end, false
	}
	if (low == "to" || low == "and" || low == "or") && w.age(next+1) > w.age(k) && w.is(next+2, years|group|plain|person|many) && (w.gap(next+2) == " " || w.gap(next+2) == "-") && !w.before(k, 4, person) {
		return end, false
	}
	if strings.Trim(after, " -") == "" && (low == "and" || low == "&") {
		switch second := strings.ToLower(w.text(next + 1)); {
		case second == "a", second == "three", second == "3", second == "1":
			switch last := strings.ToLower(w.text(next + 2)); last {
			case "half", "quarter", "quarters", "bit", "4", "2":
				return next + 2, !w.is(next+3, many) || w.is(next+4, old)
			}
		}
	}
	if w.glued(next) && w.isNumber(k) {
		t := w.text(next)
		return next, (t == "F" || t == "f" || t == "M") && (strings.HasSuffix(before, "(") || w.begins(k)) && !w.glued(next+1)
	}
	if w.is(next, many) && after == " " && !w.is(next, plain) || w.is(next, month) || w.isNumber(next) && after == " " || w.is(next, years) {
		return end, false
	}
	if end > k && w.isNumber(k) != w.isNumber(k+1) && w.glued(k+1) && w.gap(next) != "-" {
		return end, true // nobody writes a price as thirt33n
	}
	return end, w.toldOf(k, next, before, after) || w.aside(k, next, before, after)
}

// sumOrRange knows money, times, shares, ranges and decimals.
func (w *words) sumOrRange(k, end int, before, after string) bool {
	next := end + 1
	switch {
	case strings.ContainsAny(before, "£$€#:/") && !((w.is(k-1, aged) || sexed(w.text(k-1))) && strings.Trim(before, " :/=") == ""):
		return true
	case strings.HasPrefix(after, "%"), strings.HasPrefix(after, ":") && w.isNumber(next), strings.HasPrefix(after, "+"),
		strings.HasPrefix(after, "/") && !strings.EqualFold(w.text(next), "o") && !sexed(w.text(next)):
		return true
	case strings.Trim(after, " ") == "-" || strings.Trim(after, " ") == "–":
		if w.isNumber(next) || w.is(next, digit|teen|tens) {
			return true
		}
	}
	return (strings.Trim(before, " ") == "-" || strings.Trim(before, " ") == "–") && w.isNumber(k-1) || after == "." && w.isNumber(next) || before == "." && w.isNumber(k-1)
}

func sexed(s string) bool {
	switch strings.ToLower(s) {
	case "f", "m", "female", "male", "boy", "girl":
		return true
	}
	return false
}

// yearsOld is the last word of "years old" from word n on, or 0.
func (w *words) yearsOld(n int) int {
	low := strings.ToLower(w.text(n))
	switch {
	case n >= len(w.list):
		return 0
	case low == "oed", low == "yo":
		return n
	case low == "mlwydd", low == "blwydd":
		return min(n+1, len(w.list)-1)
	case low == "y":
		if t := strings.ToLower(w.text(n + 1)); (t == "o" || t == "old") && len(w.gap(n+1)) <= 2 {
			return n + 1
		}
		return 0
	}
	if low == "and" && strings.EqualFold(w.text(n+2), "half") || low == "half" {
		for low != "half" {
			n++
			low = strings.ToLower(w.text(n))
		}
		n++
	}
	if !w.is(n, years) {
		t := strings.ToLower(w.text(n))
		if w.is(n, many) && w.is(n+1, old) && (strings.HasPrefix(t, "week") || strings.HasPrefix(t, "month") || strings.HasPrefix(t, "day")) && w.before(n, 5, person) {
			return n + 1
		}
		return 0
	}
	switch t := strings.ToLower(w.text(n + 1)); {
	case len(w.gap(n+1)) > 2:
	case w.is(n+1, old), t == "olds", t == "young", t == "o":
		return n + 1
	case t == "of" && strings.EqualFold(w.text(n+2), "age"):
		return n + 2
	}
	return 0
}

// bounded knows words before the number of a rule, a limit or a thing.
func (w *words) bounded(s string) bool {
	switch strings.ToLower(s) {
	case "under", "over", "until", "till", "til", "before", "by", "to", "from", "than", "least", "after", "past", "every", "when", "section", "article", "chapter", "room", "page", "item", "number", "no", "bus", "stage", "week", "day", "step", "level", "zone", "band", "rule", "platform", "grade", "rating", "score", "form", "phase", "part", "point", "since", "between", "up", "max", "maximum", "minimum", "about", "another", "unders", "u", "all", "top", "goal", "question", "version":
		return true
	}
	return false
}
