package counts

// How results stand in a list or in a line: "Yes: 17, no: 2", "17 for, 2
// against", "by 17 votes to 2".

type labelling uint8

const (
	noLabel labelling = iota
	weakLabel
	sureLabel
)

// label reports whether an answer stands beside the number between these
// tokens: in front of it, or behind it or whose it is.
func (t words) label(first, next, behind int) labelling {
	if t[first].newLine && first > 0 || !t.over(behind) {
		if t.labelBehind(next) || t.labelBehind(behind) {
			return weakLabel
		}
		return noLabel
	}
	switch {
	case t.labelBefore(first):
		if t.apart(first-1) && !t.is(first-2, scale) {
			return sureLabel
		}
		return weakLabel
	case t.labelBehind(next):
		return weakLabel
	}
	return noLabel
}

// apart reports whether a mark stands at j that can divide an answer from its
// number.
func (t words) apart(j int) bool { return t.any(j, ":", "-", "–", "—", "=", "(") }

// labelBefore reports whether what comes before token i, to the beginning of
// its part of the sentence, is an answer.
func (t words) labelBefore(i int) bool {
	j := i - 1
	if t.apart(j) {
		j--
	}
	if j < 0 || t[j+1].newLine || t[i].newLine || !t.replies(j) {
		return false
	}
	if j < i-1 && t.is(j, reply) && t.bySomebody(j) {
		return true
	}
	for j > 0 && !t[j].newLine && t.is(j-1, beside|negate|reply|scale) {
		j--
	}
	return t.starts(j)
}

// bySomebody reports whether the part of a sentence that ends with token j says
// whose answer it is: "who said yes".
func (t words) bySomebody(j int) bool {
	for ; j >= 0; j-- {
		if t.any(j, "who", "voted") || t.is(j, said|person) {
			return true
		}
		if t.starts(j) {
			break
		}
	}
	return false
}

// replies reports whether an answer ends with token j.
func (t words) replies(j int) bool {
	return t.is(j, reply|scale) || t.is(j, doubt) && t.is(j-1, negate)
}

// labelBehind reports whether what comes behind a number, to the end of its
// part of the sentence, is an answer.
func (t words) labelBehind(j int) bool {
	found := false
	for ; j < len(t) && !t[j].newLine && t.is(j, beside|negate|reply|scale|doubt); j++ {
		found = found || t.replies(j)
	}
	return found && t.over(j)
}

// over reports whether a part of a sentence ends before token j.
func (t words) over(j int) bool {
	return j >= len(t) || t[j].newLine || t.marks(j) || t.any(j, "and", "but", "or", "with", "while") ||
		t.is(j, reply|scale) && j+1 < len(t) && (t[j+1].n > 0 || t.apart(j+1))
}

// otherSide is the number that stands against the one at i, before it: the 17
// of "17 votes to 2"; -1: none does.
func (t words) otherSide(i int) int {
	j := i - 1
	if !t.any(j, "to", "against", "v", "vs") {
		return -1
	}
	if j--; t.is(j, ballots) {
		j--
	}
	if j >= 0 && t[j].n > 0 && t[j].mark == 0 {
		return j
	}
	return -1
}

// against reports whether numbers a and b, from token first to next, are the
// two sides of a vote: no hours, no score of a match, no change of a number.
func (t words) against(first, next, a, b int) bool {
	if t.any(first-1, "from", "ages", "aged") || t.is(first-1, labelled) || a == b || !t.over(next) && !t.is(next, ballots|after) ||
		b == 1 && t.any(next-1, "one") {
		return false
	}
	in := t.around(first)
	clock := in&hours != 0 && a <= 12 && b <= 12
	if in&voting != 0 || in&contest == 0 && (in&(reply|doubt) != 0 || t.says(next, "in", "favour")) {
		return !clock
	}
	return a > 12 && a > b && in&(contest|hours) == 0 && t[first].mark == 0 && t.over(next) && (t.starts(first) || t.any(first-1, "by", "was", "is"))
}

// option reports whether the number between these tokens is how many chose what
// stands beside it: "pizza 9, pasta 2", "2 for pasta". told: that people chose is said in the
// same sentence.
func (t words) option(first, next int) (told, ok bool) {
	if !t.over(next) && !t.any(next, "for") || t[first].newLine && !t.any(next, "for") || t.any(next, "for") && t.is(next+2, unit) {
		return false, false
	}
	told = t.around(first)&chosen != 0
	if t.any(next, "for") {
		return told, t.starts(first)
	}
	j := first - 1
	if t.apart(j) {
		j--
	}
	for n := 0; n < 4 && j >= 0; n, j = n+1, j-1 {
		if t.is(j, labelled|hours|chosen|unit|more) || t[j].n > 0 || t.marks(j) || t.any(j, "at", "on", "in", "by", "of", "to", "for") {
			return false, false
		}
		if t.starts(j) {
			return told, true
		}
	}
	return false, false
}

// around is what the words near token i are, all together.
func (t words) around(i int) (all class) {
	for _, w := range t[max(0, i-30):min(len(t), i+30)] {
		all |= w.class
	}
	return all
}
