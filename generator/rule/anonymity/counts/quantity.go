package counts

// quantity is how many a number says, before anybody asks of what.
type quantity struct {
	form        form
	n, of       int
	percent     float64
	odd         bool
	first, next int // its first token, and the one behind it
}

type form uint8

const (
	none       form = iota // no number, or one of something else
	plain                  // "17", "two or three"
	pairWord               // "a couple", "both"
	pairOfOnes             // "a boy and a girl"
	share                  // "5 %", "three-quarters of the 12", "1 in 6"
	portion                // "17 of the 19", "17/19"
	sides                  // "17 to 2"
)

// round are the numbers of which people say shares.
func round(n int) bool {
	switch n {
	case 2, 3, 4, 5, 10, 100, 1000:
		return true
	}
	return false
}

// quantity reads the number that token i begins or, as "girl" in "a boy and a
// girl", is part of.
func (t words) quantity(i int) quantity {
	q := quantity{n: t[i].n, first: i, next: i + 1}
	before := i - 1
	switch {
	case t.percentSign(i+1) > 0:
		if t[i].value >= 0 && t[i].class&part == 0 {
			q.form, q.percent, q.next = share, t[i].value, t.percentSign(i+1)
		}
		return q
	case t[i].class&part != 0:
		return t.fraction(q)
	case t.any(i, "couple", "pair", "both"):
		return t.two(q)
	case q.n < 0 && t[i].class&youngOne != 0:
		return t.onesFrom(q)
	case q.n <= 0, t.is(before, labelled), t.any(before, "every", "per"), t.any(i+1, "hundred", "thousand", "million"),
		t.any(before, "and") && t.any(before-1, "hundred", "thousand"), t.behindAge(i) > 0:
		return q
	case t.is(before, more) && !(t.any(before, "than") && t.any(before-1, "less", "fewer")):
		return q
	case q.n == 1 && t.any(before, "no", "any", "some", "each", "the", "this", "that", "which"):
		if t.any(i, "one") || t.label(i, i+1, i+1) == noLabel {
			return q
		}
	case t.is(i+1, part) && t.any(i, ones[1:10]...):
		return q // the fraction is read with its name
	case t[i].mark == '/':
		return t.slash(q)
	case t[i].mark == '-':
		switch a, b := t[i].n, t[i].other; {
		case a > b && b > 0 && t.against(i, i+1, a, b):
			q.form, q.n = sides, b
		case a < b && b < 20:
			q.form = plain
		}
		return q
	}
	if t.any(before, "a") && t.any(i, "dozen") && t.any(before-1, "half") {
		q.n = 6
	}
	if b := i + 2; t.any(i+1, "to", "or") && b < len(t) && t[b].n > 0 && t[b].mark == 0 {
		switch {
		case t[b].n > q.n && t[b].n-q.n <= 3 && t.percentSign(b+1) == 0:
			if who, _ := t.whose(b + 1); who != 0 || t.closes(b+1) && !t.against(i, b+1, q.n, t[b].n) {
				q.form, q.next = plain, b+1
				return q
			}
		}
		if t.any(i+1, "to") && t.against(i, b+1, q.n, t[b].n) {
			q.form = sides
			return q
		}
	}
	if a := t.otherSide(i); a > 0 && t.against(a, i+1, t[a].n, q.n) {
		q.form = sides
		return q
	}
	return t.outOf(q)
}

// percentSign is the token behind a sign for hundredths at j; 0: there is none.
func (t words) percentSign(j int) int {
	switch {
	case t.any(j, "%", "percent"):
		return j + 1
	case t.says(j, "per", "cent"):
		return j + 2
	}
	return 0
}

// fraction reads "half", "a third", "two thirds" and "three-quarters".
func (t words) fraction(q quantity) quantity {
	q.percent = t[q.first].value
	j := q.first - 1
	if j >= 0 && t[j].n > 0 && t[j].n < 10 {
		q.percent, q.first = q.percent*float64(t[j].n), j
		j--
	} else if t.any(j, "a") {
		q.first, j = j, j-1
	}
	if t.is(j, more) || q.percent >= 100 || t.says(q.next, "a", "dozen") || t.any(j, "first", "second", "other", "a", "the") {
		return q
	}
	q.form = share
	return q
}

// two reads the words that mean two of somebody.
func (t words) two(q quantity) quantity {
	q.n = 2
	if t.any(q.first, "both") {
		if who, _ := t.whose(q.next); who&(them|person) != 0 {
			q.form = plain
		}
		return q
	}
	if !t.any(q.first-1, "a") && !t.any(q.first-1, "only", "just", "but") {
		return q
	}
	if t.any(q.first-1, "a") {
		q.first--
	}
	if who, _ := t.whose(q.next); who != 0 {
		q.form = plain
	} else if _, _, ok := t.answer(q.next, 2); ok && t.any(q.next-1, "couple") {
		q.form = plain
	} else if t.closes(q.next) && t.few(q.first-1, q.next) {
		q.form = plain
	}
	return q
}

// onesFrom reads "a boy and a girl", where token q.first is the boy.
func (t words) onesFrom(q quantity) quantity {
	j := q.first - 1
	for t.is(j, quality) {
		j--
	}
	if !t.any(j, "a", "an") {
		return q
	}
	q.n, q.first, q.form = 1, j, pairOfOnes
	for t.any(q.next, "and", "or", ",") {
		k := q.next + 1
		if t.any(q.next, ",") && t.any(k, "and") {
			k++
		}
		if !t.any(k, "a", "an", "one", "another") {
			break
		}
		for k++; t.is(k, quality); {
			k++
		}
		if !t.is(k, youngOne) {
			break
		}
		q.n, q.next = q.n+1, k+1
	}
	return q
}

// slash reads 17/19, unless it is a date, a mark, a year or a bus.
func (t words) slash(q quantity) quantity {
	a, b, j := t[q.first].n, t[q.first].other, q.next
	who, k := t.whose(j)
	if who == 0 {
		k = j
	}
	_, _, answering := t.answer(k, 2)
	switch {
	case t.any(j, "of") && a < b && (round(b) || b == 6 || b == 8):
		q.form, q.percent = share, 100*float64(a)/float64(b)
		return q
	case a > b && b > 0 && t.against(q.first, j, a, b):
		q.form, q.n = sides, b
		return q
	case a > b || b == 0 || a == 0 || t.graded(q.first):
		return q
	case who == 0 && !answering:
		// by itself it has to be one that a day or a mark can't be
		if !t.closes(j) || b <= 12 || b == a+1 && b < 40 || b%5 == 0 && b != 15 || b == 12 || b > 500 || !t.starts(q.first) && t.label(q.first, j, j) == 0 {
			return q
		}
	case b == a+1 && b < 40 && who == 0 && !answering:
		return q
	}
	if round(b) {
		q.form, q.percent = share, 100*float64(a)/float64(b)
		return q
	}
	q.form, q.of, q.next = portion, b, k
	return q
}

// graded reports whether the number at i is a mark that something got.
func (t words) graded(i int) bool {
	for k := max(0, i-8); k < i; k++ {
		if t.any(k, "gave", "give", "score", "scored", "rated", "rating", "marks", "stars", "points", "got") {
			return true
		}
	}
	return t.any(i+1, "stars") || t.any(i+2, "stars") || t.any(i+4, "stars") || t.any(i+3, "stars")
}

// outOf reads "3 out of 12", "3 of the 12" and "1 in 6", said of people.
func (t words) outOf(q quantity) quantity {
	i, j := q.first, q.next
	in := false
	q.form = plain
	switch {
	case t.says(j, "out", "of"):
		j += 2
	case t.any(j, "of"):
		j++
	case t.any(j, "in", "from") && j+1 < len(t) && t[j+1].n > t[i].n && t[j+1].n <= 1000:
		in = t.any(j, "in")
		j++
	default:
		return q
	}
	definite := false
	for t.any(j, "the", "all", "our", "those") {
		definite = true
		j++
	}
	if j >= len(t) || t[j].n < t[i].n || t[j].n < 1 || t[j].mark != 0 {
		return q
	}
	if t.graded(i) {
		q.form = none
		return q
	}
	of, end := t[j].n, j+1
	who, k := t.whose(end)
	_, _, answering := t.answer(end, 2)
	ofMany := t.any(end, "of") && (t.number(end+1) || t.any(end+1, "the", "our", "all") && t.number(end+2))
	switch {
	case in && ofMany:
	case in && who&(them|person) == 0 && !answering:
		return q
	case who == 0 && !answering && (k > end || !t.closes(end)):
		return q
	}
	q.next, q.of = end, of
	if in || round(of) && !definite {
		// four out of five, as people say it of any number
		q.form, q.percent, q.of = share, 100*float64(q.n)/float64(of), 0
		q.odd = in && !round(of) && who&them != 0
		return q
	}
	q.form = portion
	return q
}

func (t words) number(i int) bool { return i < len(t) && t[i].n > 0 }

// few reports whether the number between these tokens is what is missing from
// all: "all but two".
func (t words) few(before, next int) bool {
	j := before
	if t.any(j, "for", "of") {
		j--
	}
	switch {
	case t.any(j, "but", "except", "bar", "minus", "save", "excluding", "besides"):
		j--
	case t.any(j, "from") && t.any(j-1, "apart", "aside"), t.any(j, "than") && t.any(j-1, "other"):
		j -= 2
	case t.any(j, "exception"):
		for j--; t.any(j, "the", "with"); {
			j--
		}
	case t.any(j, "with") && t.any(next, "exception", "exceptions"):
		for k := next; k < next+6; k++ {
			if t.any(k, "everyone", "everybody") || t.any(k, "all") && (t.is(k-1, them) || t.any(k+1, "of") && t.is(k+2, them)) {
				return true
			}
		}
		j, next = j-1, next+1
	default:
		return false
	}
	for k := 0; k < 6 && j >= 0; k, j = k+1, j-1 {
		switch {
		case t.any(j, ".", "!", "?", ";", "\n"):
			return false
		case t.any(j, "everyone", "everybody"):
			return !t.is(next, unit)
		case t.any(j, "all"):
			if k > 0 && !t.any(j+1, "of") && !t.is(j+1, person) && !t.is(j+2, person) && !t.is(j+1, them) {
				return false
			}
			_, _, ok := t.answer(next, 2)
			who, _ := t.whose(next)
			return ok || who&(person|them) != 0 || t.closes(next)
		}
	}
	return false
}
