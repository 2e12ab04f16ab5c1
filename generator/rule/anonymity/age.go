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
	Run: look(digits|digit|teen|tens, exactAges, "there is an exact age here, and a small place near it", "Take one of the two out. An age band, as “13 to 15”, is enough, where it matters."),
}

// exactAges finds ages of people, and among them those with a small place in
// the same sentence or the next ones.
func exactAges(_ *rule.Pass, w *words, see func(i, j int)) {
	for k := range w.list {
		a := w.age(k)
		if a < 1 || a > 25 {
			continue
		}
		end, ok := w.ageOfSomebody(k)
		if !ok || a < 4 && !w.is(k-1, aged) && !w.is(end, old) && !strings.HasSuffix(w.text(k-1), "s") {
			continue
		}
		from, to := w.sentences(k)
		if w.smallPlace(from, to, k, end) {
			see(w.list[k].i, w.list[end].j)
		}
	}
}

// age is the number at word k, where it can be an age.
func (w *words) age(k int) int {
	switch {
	case k < 0 || k >= len(w.list):
		return 0
	case w.isNumber(k):
		if w.glued(k) || len(w.text(k)) > 2 || w.stuckBefore(w.list[k].i) {
			return 0
		}
		return w.small(k, 99)
	case w.is(k, digit|teen):
		if w.is(k-1, tens) && plainGap(w.gap(k)) || len(w.text(k)) < 3 {
			return 0
		}
		return int(w.list[k].value)
	case w.is(k, tens):
		n := int(w.list[k].value)
		if w.is(k+1, digit) && plainGap(w.gap(k+1)) {
			n += int(w.list[k+1].value)
		}
		return n
	}
	return 0
}

// ageOfSomebody reports whether the number at word k is the age of somebody,
// and not of a rule, a range or a thing; end is the last word of it.
func (w *words) ageOfSomebody(k int) (end int, ok bool) {
	end = k
	if w.is(k, tens) && w.is(k+1, digit) && plainGap(w.gap(k+1)) {
		end++
	}
	next := end + 1
	if !w.isNumber(k) && w.is(next, hundred) {
		return end, false
	}
	after := w.gap(next)
	prev := strings.ToLower(w.text(k - 1))
	before := w.gap(k)
	// ranges, limits, money, times
	if strings.ContainsAny(before, "£$€#:/") && !(w.is(k-1, aged) && before == ": ") || strings.HasPrefix(after, "%") || strings.HasPrefix(after, ":") || strings.HasPrefix(after, "/") && !strings.EqualFold(w.text(next), "o") || strings.HasPrefix(after, "+") {
		return end, false
	}
	if (after == "-" || after == "–" || after == " – " || after == " - ") && (w.isNumber(next) || w.is(next, digit|teen|tens)) || (before == "-" || before == "–") && w.isNumber(k-1) ||
		strings.HasPrefix(after, ".") && w.isNumber(next) && after == "." || before == "." && w.isNumber(k-1) {
		return end, false
	}
	switch prev {
	case "under", "over", "until", "till", "til", "before", "by", "to", "from", "than", "least", "after", "past", "every", "when", "section", "article", "chapter", "room", "page", "item", "number", "no", "bus", "stage", "week", "day", "step", "level", "zone", "band", "rule", "platform", "grade", "rating", "score", "form", "phase", "part", "point", "since", "between", "up", "max", "maximum", "minimum", "about", "another":
		return end, false
	}
	if (strings.EqualFold(w.text(next), "to") || strings.EqualFold(w.text(next), "and") || strings.EqualFold(w.text(next), "or")) && w.age(next+1) > w.age(k) && w.is(next+2, years|group|plain|person|many) && !w.before(k, 2, person) {
		return end, false
	}
	unit := strings.ToLower(w.text(next))
	if w.is(next, many) && w.is(next+1, old) && (strings.HasPrefix(unit, "week") || strings.HasPrefix(unit, "month") || strings.HasPrefix(unit, "day")) {
		return next + 1, w.before(k, 4, person) // five weeks old
	}
	if (strings.EqualFold(w.text(next), "and") || after == "-AND-") && strings.Trim(after, " -") == "" {
		switch strings.ToLower(w.text(next + 1)) {
		case "a", "three":
			switch last := strings.ToLower(w.text(next + 2)); last {
			case "half", "quarter", "quarters", "bit":
				return next + 2, !w.is(next+3, many)
			}
		}
	}
	if w.is(next, years) || unit == "y" || unit == "years" {
		if unit == "y" || unit == "yo" || w.is(next+1, old) && len(w.gap(next+1)) <= 1 || w.is(next+1, old) {
			// a 15-year-old
			last := next
			if w.is(next+1, old) || unit == "y" {
				last++
			}
			if w.limit(k) || w.is(last+1, group) || strings.HasSuffix(strings.ToLower(w.text(last)), "olds") {
				return end, false
			}
			return min(last, len(w.list)-1), true
		}
		return end, false
	}
	if w.is(next, many) && after == " " && !w.is(next, plain) || w.is(next, month) || w.isNumber(next) && after == " " || w.glued(next) && w.isNumber(k) {
		return end, false
	}
	// aged 15, age 15, age: 15
	if w.is(k-1, aged) && !strings.Contains(before, ".") {
		if strings.EqualFold(w.text(k-2), "at") || strings.EqualFold(w.text(k-2), "from") || strings.EqualFold(w.text(k-2), "to") || w.is(k-2, general) && strings.EqualFold(w.text(k-2), "school") || strings.EqualFold(w.text(next), "to") || strings.EqualFold(w.text(next), "and") && w.age(next+1) > 0 || strings.EqualFold(w.text(next), "or") || strings.EqualFold(w.text(k-2), "reading") || w.is(k-2, many|years) || strings.EqualFold(w.text(k-2), "set") {
			return end, false
		}
		return end, true
	}
	switch prev {
	case "i'm", "im", "she's", "he's", "shes", "hes", "we're", "they're", "who's", "i’m", "she’s", "he’s", "we’re", "they’re", "am":
		return end, true
	case "turned", "turning", "turns":
		return end, (w.before(k-1, 4, person) || w.isCap(k-2) && !w.is(k-2, plain|group)) && !strings.EqualFold(w.text(k-2), "you")
	case "is", "was", "are", "be", "were", "woz", "wuz", "wz":
		if !strings.EqualFold(w.text(k-2), "you") && !strings.EqualFold(w.text(k-2), "there") && !strings.EqualFold(w.text(k-2), "it") && !strings.EqualFold(w.text(k-2), "till") && !strings.EqualFold(w.text(k-2), "ur") {
			return end, !w.is(k-2, group|many&^plain|month) && !countable(w.text(k-2)) && (strings.EqualFold(w.text(next), "and") || after != " " || strings.EqualFold(w.text(next), "when") || strings.EqualFold(w.text(next), "wen") || w.is(next, lives|around) || next >= len(w.list) || strings.EqualFold(w.text(next), "now") || strings.EqualFold(w.text(next), "years"))
		}
	case "just", "only", "nearly", "almost", "still", "now", "already":
		return end, w.before(k-1, 3, person) && !strings.EqualFold(w.text(k-2), "you")
	case "at":
		if w.begins(k-1) && strings.HasPrefix(after, ",") && w.isCap(next) && !w.is(next, plain|month) || w.begins(k-1) && strings.HasPrefix(after, ",") && w.is(next, person) && !strings.EqualFold(w.text(next), "you") {
			return end, true // At fourteen, she
		}
		return end, w.before(k-1, 4, person) && !w.before(k-1, 3, group) && (strings.HasPrefix(after, ",") || strings.HasPrefix(after, ".")) && !w.before(k-1, 4, aged) && !strings.EqualFold(w.text(k-2), "you")
	case "and":
		// We're 13 and 11
		if a := w.age(k - 2); a > 0 {
			_, first := w.ageOfSomebody(k - 2)
			return end, first && !w.is(k-3, aged)
		}
	}
	if w.aside(k, next, before, after) {
		return end, true
	}
	// Rowan (15), Rowan, 15, from
	if strings.HasPrefix(after, ")") && strings.HasSuffix(before, "(") && (w.isCap(k-1) || w.is(k-1, person)) && k > 0 {
		return end, true
	}
	if strings.HasSuffix(before, ", ") && strings.HasPrefix(after, ",") && (w.isCap(k-1) && !w.is(k-1, month|plain) || w.is(k-1, person)) {
		return end, true
	}
	return end, false
}

// countable are words before "is" whose number is no age.
func countable(s string) bool {
	switch strings.ToLower(s) {
	case "total", "score", "number", "answer", "cost", "price", "average", "limit", "count", "result", "size", "rating", "it", "this", "that", "which", "there", "what", "rate", "target", "maximum", "minimum", "most", "capacity", "record", "figure", "mark", "best", "worst", "lowest", "highest", "age":
		return true
	}
	return false
}

// aside reports whether the number at word k stands for itself between marks,
// as an age does in a list of what is known of somebody: year 6, 11, a hamlet.
func (w *words) aside(k, next int, before, after string) bool {
	if n := w.age(k); n < 5 || n > 19 || w.isNumber(k) && len(w.text(k)) != 2 {
		return false
	}
	opens := k == 0 && strings.Trim(before, "*_\"'“ ") == "" || strings.HasSuffix(before, ", ") || strings.HasSuffix(before, ",\" ") || strings.HasSuffix(before, ": ") && (w.is(k-1, aged) || k == 1)
	closes := strings.HasPrefix(after, ",") || strings.HasPrefix(after, "\"") || strings.HasPrefix(after, " &") || strings.HasPrefix(after, " — ") || strings.HasPrefix(after, "*") || next >= len(w.list)
	return opens && closes && (!w.isNumber(k-1) || w.is(k-2, years)) && !w.isNumber(next) && !w.is(k-1, digit|teen|tens) && !w.is(next, digit|teen|tens)
}

// limit reports whether the age at word k is one that a rule names.
func (w *words) limit(k int) bool {
	for n := k - 1; n >= 0 && n >= k-2; n-- {
		switch strings.ToLower(w.text(n)) {
		case "under", "over", "every", "to", "until", "for", "most", "any", "if", "average", "typical":
			return true
		}
	}
	return false
}

// far is how many words away a place can stand from an age.
const far = 60

// sentences are the words of the sentence around k and of its neighbours.
func (w *words) sentences(k int) (from, to int) {
	from, to = k, k
	for ends := 0; from > 0 && k-from < far; from-- {
		if strings.Contains(w.gap(from), "\n\n") {
			break
		}
		if endsSentence(w.gap(from)) && !w.is(from-1, shorts) {
			if ends++; ends == 2 {
				break
			}
		}
	}
	for ends := 0; to+1 < len(w.list) && to-k < far; to++ {
		if strings.Contains(w.gap(to+1), "\n\n") {
			break
		}
		if endsSentence(w.gap(to+1)) && !w.is(to, shorts) {
			if ends++; ends == 2 {
				break
			}
		}
	}
	return from, to + 1
}

// smallPlace reports whether words from to to name a place with few people, or
// say that there is only one.
func (w *words) smallPlace(from, to, age, end int) bool {
	for k := from; k < to && k < len(w.list); k++ {
		if k >= age && k <= end {
			continue
		}
		low := strings.ToLower(w.text(k))
		switch low {
		case "pop", "population", "lighthouse", "chapel", "loch", "ferry", "moorland", "village", "hamlet", "island", "isle", "farm", "ford", "croft", "pentref", "ynys":
			if strings.EqualFold(w.text(k-1), "global") {
				continue
			}
			return true
		case "only":
			if w.onlyOne(k) {
				return true
			}
		case "in", "from", "near", "at", "of", "outside", "on", "round", "yn", "o":
			if w.properPlace(k+1, low) {
				return true
			}
		}
		if w.is(k, street|road) && k > 0 && w.isCap(k) && w.isCap(k-1) && !w.is(k-1, plain) && w.gap(k) == " " {
			return true
		}
		if w.is(k, school|stage) && k > 0 && w.isCap(k) && w.isCap(k-1) && !w.is(k-1, general) && w.gap(k) == " " {
			return true
		}
		if w.is(k, ysgol) && w.isCap(k+1) || w.is(k, saint) && w.isCap(k) && w.isCap(k+1) {
			return true
		}
	}
	return false
}

// onlyOne reports whether "only" at word k says that there is one of a kind.
func (w *words) onlyOne(k int) bool {
	prev, next := strings.ToLower(w.text(k-1)), strings.ToLower(w.text(k+1))
	switch next {
	case "way", "thing", "problem", "reason", "time", "question", "rule", "condition", "difference", "change", "bit", "part", "answer":
		return false
	}
	if w.isNumber(k+1) || w.is(k+1, digit|teen|tens) {
		return false
	}
	if prev == "the" || strings.HasSuffix(prev, "'s") || strings.HasSuffix(prev, "’s") {
		return true
	}
	for n := k + 1; n <= k+3; n++ {
		switch strings.ToLower(w.text(n)) {
		case "kid", "child", "boy", "girl", "lad", "leaver", "baby", "person", "teenager", "lass":
			return w.before(k, 4, person) || w.age(k-1) > 0
		}
	}
	return false
}

// notPlaces are names after "in" and "from" that are no small places.
var notPlaces = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`christmas easter eid diwali ramadan hanukkah halloween english welsh maths science french spanish german god covid tesco asda aldi lidl greggs nando's mcdonald's primark sainsbury's morrisons iceland argos
		zoom teams netflix minecraft roblox parliament westminster whitehall senedd stormont holyrood cabinet ward scouts guides brownies cubs ofsted childline barnardo's nspcc become coram specsavers stagecoach arriva camhs
		facebook google apple amazon microsoft spring summer autumn winter britain british europe african asian muslim christian ukrainian polish arabic urdu lego lgbt send dofe prince king queen`) {
		m[w] = true
	}
	return m
}()

// properPlace reports whether word k is the name of a place that is not big.
func (w *words) properPlace(k int, prep string) bool {
	if strings.EqualFold(w.text(k), "the") {
		return false
	}
	if !w.isCap(k) || w.is(k, town|month|plain|platform|years|group|person|nhs|insurance|general|number) || w.gap(k) != " " {
		return false
	}
	t := w.text(k)
	if len(t) < 3 || shouted(t) && w.s[w.list[k].i:] != "" && !w.allCaps() || notPlaces[strings.ToLower(t)] {
		return false
	}
	for n := k; n < k+3 && w.isCap(n); n++ {
		if w.is(n, group|town) || n > k && w.is(n, month) {
			return false
		}
	}
	if prep == "of" || prep == "on" || prep == "o" || prep == "round" {
		return w.before(k-1, 3, lives|around)
	}
	return true
}
