package anonymity

import "strings"

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

// bounded knows words before the number of a rule, a limit or a thing.
func (w *words) bounded(s string) bool {
	switch strings.ToLower(s) {
	case "under", "over", "until", "till", "til", "before", "by", "to", "from", "than", "least", "after", "past", "every", "when", "section", "article", "chapter", "room", "page", "item", "number", "no", "bus", "stage", "week", "day", "step", "level", "zone", "band", "rule", "platform", "grade", "rating", "score", "form", "phase", "part", "point", "since", "between", "up", "max", "maximum", "minimum", "about", "another", "unders", "u", "all", "top", "goal", "question", "version":
		return true
	}
	return false
}

// anybody reports whether the words before k are of a rule: when a young person.
func (w *words) anybody(k int) bool {
	for n := k - 1; n > 0 && n >= k-6; n-- {
		switch strings.ToLower(w.text(n)) {
		case "a", "any", "every", "each", "someone", "anyone", "everyone":
			switch strings.ToLower(w.text(n - 1)) {
			case "when", "once", "if", "until", "before", "whenever", "after", "till":
				return true
			}
		}
	}
	return false
}

// limit reports whether the age at word k is one that a rule names.
func (w *words) limit(k int) bool {
	for n := k - 1; n >= 0 && n >= k-2; n-- {
		switch strings.ToLower(w.text(n)) {
		case "under", "over", "every", "each", "until", "most", "any", "average", "typical", "all":
			return true
		case "to", "for", "if", "or":
			return n == k-1
		}
	}
	return false
}

// isCounted reports whether word k is what a number before it counts: 14 stops.
func (w *words) isCounted(k int) bool {
	t := w.low(k)
	if w.is(k, many) && !w.is(k, plain) || len(t) > 3 && strings.HasSuffix(t, "s") && !strings.HasSuffix(t, "ss") && !strings.HasSuffix(t, "'s") && ageCues[t]&going == 0 {
		return true
	}
	switch t {
	case "quid", "stone", "grand", "mph", "men", "women", "feet", "foot", "per", "out", "of", "am", "pm", "o'clock", "other", "more", "different", "new", "o", "times", "percent":
		return true
	}
	return false
}

// orOver knows what makes a limit of a number: 16 or over.
func orOver(low, next string) bool {
	if low != "or" && low != "and" && low != "&" {
		return low == "plus" || low == "upwards"
	}
	switch next {
	case "over", "above", "older", "under", "younger", "below", "up", "more", "less", "upwards":
		return true
	}
	return false
}

// ofThing reports whether it is a thing, or a group, that is as old as the
// number at word k.
func (w *words) ofThing(k int) bool {
	h := w.hedges(k)
	if ageCues[w.low(h-1)]&being == 0 || w.before(h-1, 7, person) {
		return false
	}
	for n := h - 2; n >= 0 && n >= h-8 && !endsSentence(w.gap(n+1)); n-- {
		if w.is(n, group|street|road|school) || things[strings.TrimSuffix(w.low(n), "s")] {
			return true
		}
	}
	return false
}

// things are what people say the age of, and is no person.
var things = set("hall building bus boiler van minibus computer carpet chair laptop policy law rule playground bridge park bench pitch kitchen sofa bed mattress phone system form book bike toy guidance act dog cat horse pony tree office roof window heating service contract")
