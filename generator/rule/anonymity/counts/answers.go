package counts

import "strings"

// Whom a number counts, and by what they answered.

// whose reads who the number before j counts: "young people", "of you", "of
// the girls". next is behind what was read, also where it led to nobody.
func (t words) whose(j int) (who class, next int) {
	k, ofYoung := j, false
	for n := 0; n < 5 && (t.is(k, quality) || t.abbreviated(k) && t.is(k+1, person)); n++ {
		ofYoung = ofYoung || t.is(k, young)
		k++
	}
	switch end := t.behindAge(k); {
	case end > k && (t.is(end, person) || !t.any(end-1, "year-old")):
		return person, end
	case t.is(k, person), t.is(k, role) && ofYoung, t.is(k, family):
		who = t[k].class & (person | youngOne | family)
		if who == 0 {
			who = person
		}
		if t.says(k+1, "of", "staff") || t.says(k+1, "of", "the", "council") || t.any(k, "member", "members") && t.any(k+1, "of") && !t.is(k+3, group) || t.any(k+1, "carers", "workers", "council", "councillors", "worker", "carer") {
			return 0, k + 1
		}
		return who, k + 1
	case t.any(j, "of") && t.is(j+1, them):
		return them, j + 2
	case t.any(j, "of") && t.any(k-1, "the", "our", "your") && t.is(k, group) && t.closes(k+1):
		return person, k + 1
	}
	return 0, k
}

// abbreviated reports whether the word at k is a name such as CiCC.
func (t words) abbreviated(k int) bool {
	return k < len(t) && len(t[k].word) > 2 && len(t[k].word) < 6 && isLetter(t[k].word[0]) && t[k].word[len(t[k].word)-1] <= 'Z' && t[k].word[0] <= 'Z'
}

// behindAge is the token behind an age of people at k, "15-year-olds"; 0: there is none.
func (t words) behindAge(k int) int {
	if k >= len(t) {
		return 0
	}
	if strings.HasSuffix(t[k].word, "-year-olds") {
		return k + 1
	}
	j := k + 1
	if t.any(j, "-", "–") {
		j++
	}
	switch {
	case t[k].n <= 0:
	case t.any(j, "year-old", "year-olds", "yo"):
		return j + 1
	case t.any(j, "year", "years") && t.any(j+1, "old", "olds"):
		return j + 2
	}
	return 0
}

// wants reports whether "asked" at j asks for something.
func (t words) wants(j int) bool { return t.any(j, "asked") && t.any(j+1, "for", "to") }

// answer reports whether the tokens from j on say what somebody answered, with
// which verb, and where it ends.
func (t words) answer(j, n int) (verb, end int, ok bool) {
	for t.is(j, filler) && !(t.is(j, answers) && !t.is(j+1, answers|filler|be)) {
		if j++; t.any(j-1, "who") && t.is(j, totals) {
			if verb, end, ok = t.answer(j+1, n); ok {
				return verb, end, ok
			}
		}
	}
	switch {
	case t.is(j, be):
		k := j + 1
		for t.is(k, filler) || t.any(k, "not", "very", "quite") {
			k++
		}
		if !t.is(k, opinion) || t.any(k, "in") && !t.any(k+1, "favour") {
			return 0, 0, false
		}
		if t.any(k, "for") && (n == 1 || !t.any(j, "were")) {
			return 0, 0, false // one is for the hall
		}
		return j, k + 1, true
	case t.any(j, "did", "do", "would", "could", "had", "have") && t.any(j+1, "not"), t.any(j, "would") && t.any(j+1, "like", "rather", "prefer"),
		t.wants(j):
		return j, j + 2, true
	case t.any(j, "did") && n > 1 && j+1 < len(t) && t.marks(j+1):
		return j, j + 1, true
	case t.is(j, answers):
		return j, j + 1, true
	}
	return 0, 0, false
}

// short reads an answer without a verb, as in a list of results: "12 for, 3
// unsure".
func (t words) short(j int) (verb, end int, ok bool) {
	switch {
	case t.says(j, "not", "sure"), t.says(j, "in", "favour"):
		return j, j + 2, true
	case t.any(j, "unsure", "undecided", "against", "opposed", "unhappy", "neutral"), t.any(j, "for") && j+1 < len(t) && t.marks(j+1):
		return j, j + 1, true
	}
	return 0, 0, false
}
