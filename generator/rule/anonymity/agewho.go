package anonymity

import "strings"

// youthful reports whether a number is the age of a young person, and hardly an hour.
func youthful(age int) bool { return age >= 8 && age <= 21 }

// oneYoung are words for one young person.
var oneYoung = set("boy girl lad lass laddie lassie child kid teen teenager youngster youth daughter son brother sister cousin twin nephew niece student pupil leaver apprentice bachgen merch")

// someOne are words that stand for one person.
func someOne(s string) bool {
	switch s {
	case "another", "one", "other", "third", "eldest", "youngest", "oldest", "twins", "mate", "friend", "girlfriend", "boyfriend", "mum", "mother", "dad", "resident", "triplets", "sibling", "siblings", "brothers", "sisters", "lads", "girls", "boys", "bro", "sis", "nan", "gran", "partner", "housemate":
		return true
	}
	return oneYoung[s]
}

// kinOrSelf are words after "my" that an age is often said of.
func kinOrSelf(s string) bool {
	switch s {
	case "brother", "sister", "cousin", "twin", "daughter", "son", "eldest", "youngest", "oldest", "bro", "sis", "niece", "nephew", "lad", "lass", "girl", "boy":
		return true
	}
	return false
}

// ofPerson knows "a lad of": one, and of.
func ofPerson(of, who string) bool {
	if of != "of" {
		return false
	}
	switch who = strings.ToLower(who); who {
	case "man", "woman", "mum", "mother", "dad", "father", "lady", "baby", "toddler", "goalkeeper":
		return true
	}
	return oneYoung[who]
}

func sexed(s string) bool {
	switch strings.ToLower(s) {
	case "f", "m", "female", "male", "boy", "girl", "lad", "lass":
		return true
	}
	return false
}

// oneBefore reports whether one person, and not several, is spoken of in the
// four words before k.
func (w *words) oneBefore(k int) bool {
	for n := k - 1; n >= 0 && n >= k-4; n-- {
		switch w.low(n) {
		case "we", "us", "they", "our", "we're", "they're", "who", "theyre":
			continue
		}
		if w.is(n, person) {
			return true
		}
	}
	return false
}

// heads reports whether a heading of a report, or an empty line, stands right
// before word k.
func (w *words) heads(k int) bool {
	if !strings.Contains(w.gap(k), "\n") {
		return false
	}
	switch w.text(k - 1) {
	case "said", "did", "changed", "happened", "next":
		return true
	}
	return strings.Contains(w.gap(k), "\n\n")
}

// closes reports whether what follows an age can follow one: an end, a mark, or
// a word that goes on about somebody.
func (w *words) closes(next int, after string) bool {
	if next >= len(w.list) || after == "" || after != " " && !strings.HasPrefix(after, "-") && !strings.HasPrefix(after, "'") {
		return true
	}
	return w.preposition(next) || w.is(next, lives|around) && !w.is(next, many) || ageCues[w.low(next)]&going != 0
}

func (w *words) preposition(k int) bool {
	switch w.low(k) {
	case "in", "at", "with", "from", "near", "on", "when", "to", "yn", "o":
		return true
	}
	return false
}

// agedHere reports whether "aged" before the number at k is said of somebody.
func (w *words) agedHere(k, next int) bool {
	switch strings.ToLower(w.text(k - 2)) {
	case "at", "from", "to", "reading", "set", "minimum", "maximum", "average", "mean", "legal", "voting", "retirement", "those", "everyone", "everybody", "anyone", "anybody", "all", "pupils", "students", "teenagers", "members", "girls'", "leavers", "under", "until", "mental", "than", "our", "their":
		return false
	}
	if w.is(k-2, general) && strings.EqualFold(w.text(k-2), "school") || w.is(k-2, years) || w.is(k-2, many) && !w.isCap(k-4) {
		return false
	}
	switch strings.ToLower(w.text(next)) {
	case "to", "or", "plus", "upwards":
		return false
	case "and", "&":
		if w.age(next+1) == 0 {
			switch strings.ToLower(w.text(next + 1)) {
			case "over", "above", "under", "up", "upwards", "older", "younger", "below":
				return false
			}
			return true
		}
		return w.before(k-1, 7, person) || w.isCap(k-2) || w.isCap(k-3)
	}
	return true
}

// aside reports whether the number at word k stands for itself between marks,
// as an age does in a list of what is known of somebody: year 6, 11, a hamlet.
func (w *words) aside(k, next int, before, after string) bool {
	if a := w.age(k); a < 5 || a > 19 || w.isNumber(k) && len(w.text(k)) != 2 {
		return false
	}
	opens := (k == 0 || w.heads(k)) && strings.Trim(before, "*_\"'“ .!?\n") == "" || strings.HasSuffix(before, ", ") || strings.HasSuffix(before, ",\" ") || strings.HasSuffix(before, ": ") && (w.is(k-1, aged) || k == 1)
	closes := strings.HasPrefix(after, ",") || strings.HasPrefix(after, "\"") || strings.HasPrefix(after, " &") || strings.HasPrefix(after, " — ") || strings.HasPrefix(after, "*") || next >= len(w.list)
	return opens && closes && (!w.isNumber(k-1) || w.is(k-2, years)) && !w.isNumber(next) && !w.is(k-1, digit|teen|tens) && !w.is(next, digit|teen|tens)
}

// alone reports whether words from to to, not counted, are a line, an item of a
// list or a cell of a table by themselves.
func (w *words) alone(from, to int) bool {
	return strings.ContainsAny(w.gap(from), "\n|") && (to >= len(w.list) || strings.ContainsAny(w.gap(to), "\n|"))
}

// cell reports whether the number at word k stands by itself, beside somebody
// or in a table that has a column for ages.
func (w *words) cell(k, next int) bool {
	if !youthful(w.age(k)) || !w.alone(k, next) {
		return false
	}
	for n := k - 1; n >= 0 && n >= k-24; n-- {
		if w.is(n, aged) && w.alone(n, n+1) {
			return true
		}
	}
	return someOne(w.low(k-1)) && w.alone(k-1, k) || sexed(w.low(k-1)) || sexed(w.low(next)) || someOne(w.low(next)) && w.alone(next, next+1)
}
