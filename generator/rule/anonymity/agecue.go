package anonymity

import "strings"

// toldOf reports whether the words before the number at k make it an age.
func (w *words) toldOf(k, next int, before, after string) bool {
	prev, second := strings.ToLower(w.text(k-1)), strings.ToLower(w.text(k-2))
	if w.heads(k) {
		prev, second = "", ""
	}
	if second == "you" || second == "ur" {
		return false
	}
	closed := w.closes(next, after)
	subject := w.before(k-1, 5, person) || w.isCap(k-2) && !w.is(k-2, plain|group|month)
	switch prev {
	case "i'm", "im", "she's", "he's", "shes", "hes", "we're", "they're", "who's", "whos", "i’m", "she’s", "he’s", "we’re", "they’re":
		return true
	case "am":
		return second == "i" || w.begins(k-1)
	case "turned", "turning", "turns", "hit", "reached", "approaching":
		if w.anybody(k - 1) {
			return false
		}
		return subject && !strings.HasPrefix(after, " o") || prev == "turned" && closed && !w.before(k-1, 3, group)
	case "is", "was", "are", "be", "were", "woz", "wuz", "wz", "being", "became", "iz":
		switch second {
		case "there", "it", "till":
			return false
		}
		return !w.is(k-2, group|many&^plain|month) && !countable(second) && closed && (subject || !w.preposition(next))
	case "just", "only", "nearly", "almost", "still", "now", "already", "barely", "hardly", "gone", "rising", "pushing", "currently", "newly", "approx", "big", "touching", "yet", "scarcely":
		return closed && (subject || w.begins(k-1) && w.after(next, 3, person) || w.begins(k-2) && w.after(next, 3, person) || w.is(k-2, turned|aged) || strings.ContainsAny(w.gap(k-1), ",(") && youthful(w.age(k)) || second == "just" && w.before(k-2, 5, person) || ofPerson(second, w.text(k-3)))
	case "on", "up":
		return (second == "coming" || second == "going") && closed && w.before(k-2, 5, person)
	case "of":
		if ofPerson(prev, second) {
			return true
		}
		switch strings.ToLower(w.text(k - 4)) {
		case "from", "until", "over", "under", "to", "before", "above", "below":
			return false
		}
		return second == "age" && (w.after(next, 4, person) && !strings.EqualFold(w.text(next), "who") || w.before(k-3, 7, person))
	case "at", "aet":
		if w.begins(k-1) && youthful(w.age(k)) && (strings.HasPrefix(after, ",") && w.isCap(next) && !w.is(next, plain|month) || w.is(next, person) && !strings.HasPrefix(strings.ToLower(w.text(next)), "you")) {
			return true // At fourteen, she
		}
		return youthful(w.age(k)) && w.oneBefore(k-1) && !w.before(k-1, 3, group) && (strings.HasPrefix(after, ",") || strings.HasPrefix(after, ".")) && !w.before(k-1, 4, aged)
	case "and", "n", "&":
		// We're 13 and 11, aged 12 and 14
		if a := w.age(k - 2); a > 0 {
			_, first := w.ageOfSomebody(k - 2)
			return first
		}
	}
	if w.is(k-1, aged) && !strings.Contains(before, ".") {
		return w.agedHere(k, next)
	}
	if strings.HasSuffix(prev, "'n") && len(prev) <= 6 && w.age(k) > 3 { // mae hi'n 14
		return !strings.HasPrefix(strings.ToLower(w.text(next)), "o'")
	}
	if t := w.text(next); after == "/" && len(t) == 1 && sexed(t) {
		return true
	}
	if stem, is := strings.CutSuffix(strings.ReplaceAll(prev, "’", "'"), "'s"); is && closed && (ofPerson("of", stem) || someOne(stem)) {
		return true // my sister's eleven
	}
	named := k > 0 && (w.isCap(k-1) && !w.is(k-1, month|plain|town|group|many) || w.is(k-1, person) || sexed(prev) || someOne(prev))
	switch {
	case strings.HasSuffix(before, "(") && (strings.HasPrefix(after, ")") || strings.HasPrefix(after, ",")):
		return named || w.isNumber(k-1) && (w.is(k-2, years) || strings.EqualFold(w.text(k-2), "y"))
	case strings.HasSuffix(before, ", ") && closed, before == " – " || before == " - " || before == " — ":
		return named && closed && !w.is(k-1, digit)
	case sexed(prev) && closed && youthful(w.age(k)):
		return before == "" || strings.Trim(before, " ,/") == ""
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

// oneBefore reports whether one person, and not several, is spoken of in the
// four words before k.
func (w *words) oneBefore(k int) bool {
	for n := k - 1; n >= 0 && n >= k-4; n-- {
		switch strings.ToLower(w.text(n)) {
		case "we", "us", "they", "our", "we're", "they're", "who", "theyre":
			continue
		}
		if w.is(n, person) {
			return true
		}
	}
	return false
}

// youthful reports whether a number is the age of a young person, and hardly an hour.
func youthful(age int) bool { return age >= 8 && age <= 21 }

// someOne are words that stand for one person.
func someOne(s string) bool {
	switch s {
	case "another", "one", "other", "third", "eldest", "youngest", "oldest", "twin", "twins", "cousin", "mate", "friend", "girlfriend", "boyfriend", "leaver", "mum", "mother", "dad", "pupil", "resident", "triplets", "sibling", "siblings", "brothers", "sisters", "bachgen", "merch", "lads", "girls", "boys":
		return true
	}
	return false
}

// ofPerson knows "a lad of": one, and of.
func ofPerson(of, who string) bool {
	if of != "of" {
		return false
	}
	switch strings.ToLower(who) {
	case "boy", "girl", "lad", "lass", "laddie", "lassie", "child", "kid", "teen", "teenager", "youngster", "youth", "daughter", "son", "brother", "sister", "man", "woman", "mum", "mother", "dad", "father", "lady", "baby", "toddler", "leaver", "cousin", "twin", "nephew", "niece", "goalkeeper", "student", "pupil", "apprentice":
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

// closes reports whether what follows an age can follow one: an end, a mark, or
// a word that goes on about somebody.
func (w *words) closes(next int, after string) bool {
	if next >= len(w.list) || after == "" || after != " " && !strings.HasPrefix(after, "-") && !strings.HasPrefix(after, "'") {
		return true
	}
	if w.preposition(next) || w.is(next, lives|around) && !w.is(next, many) {
		return true
	}
	switch strings.ToLower(w.text(next)) {
	case "and", "n", "an", "but", "so", "when", "wen", "now", "who", "he", "she", "i", "then", "today", "tomorrow", "next", "this", "soon", "lol", "years", "coming", "because", "cos", "cuz", "only", "last", "already", "still", "if", "ac", "a", "then.", "living", "or", "tho", "though", "too", "moved", "going":
		return true
	}
	return false
}

func (w *words) preposition(k int) bool {
	switch strings.ToLower(w.text(k)) {
	case "in", "at", "with", "from", "near", "on", "when", "to", "yn", "o":
		return true
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
	if a := w.age(k); a < 5 || a > 19 || w.isNumber(k) && len(w.text(k)) != 2 {
		return false
	}
	opens := (k == 0 || w.heads(k)) && strings.Trim(before, "*_\"'“ .!?\n") == "" || strings.HasSuffix(before, ", ") || strings.HasSuffix(before, ",\" ") || strings.HasSuffix(before, ": ") && (w.is(k-1, aged) || k == 1)
	closes := strings.HasPrefix(after, ",") || strings.HasPrefix(after, "\"") || strings.HasPrefix(after, " &") || strings.HasPrefix(after, " — ") || strings.HasPrefix(after, "*") || next >= len(w.list)
	return opens && closes && (!w.isNumber(k-1) || w.is(k-2, years)) && !w.isNumber(next) && !w.is(k-1, digit|teen|tens) && !w.is(next, digit|teen|tens)
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
