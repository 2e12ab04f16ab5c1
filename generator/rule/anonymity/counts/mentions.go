package counts

import (
	"unicode"
	"unicode/utf8"
)

// words are the tokens of a sentence.
type words []token

func (t words) is(i int, c class) bool { return i >= 0 && i < len(t) && t[i].class&c != 0 }

func (t words) says(i int, list ...string) bool {
	if i < 0 || i+len(list) > len(t) {
		return false
	}
	for k, w := range list {
		if !same(t[i+k].word, w) {
			return false
		}
	}
	return true
}

// any reports whether one of these words stands at i.
func (t words) any(i int, list ...string) bool {
	if i >= 0 && i < len(t) {
		for _, w := range list {
			if same(t[i].word, w) {
				return true
			}
		}
	}
	return false
}

// same reports whether two words are one, in whatever case.
func same(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if a[i] != b[i] && (a[i]|0x20 != b[i] || !isLetter(a[i])) {
			return false
		}
	}
	return true
}

func (t words) marks(i int) bool {
	r, _ := utf8.DecodeRuneInString(t[i].word)
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// closes reports whether nothing that could be counted stands at j: an end, a
// mark, or a word that goes on with something else.
func (t words) closes(j int) bool { return j >= len(t) || t[j].class&after != 0 || t.marks(j) }

// at reads the number that begins with token i, and tells where to go on.
func (t words) at(i int) (m mention, next int, ok bool) {
	q := t.quantity(i)
	m = mention{n: q.n, start: int(t[q.first].start), end: int(t[q.next-1].end), of: q.of, percent: q.percent}
	before := q.first - 1
	switch q.form {
	case none:
		return m, i + 1, false
	case share:
		m.kind, m.odd = percent, q.odd
		m, ok = t.shareOf(q.next, m, t.labelBefore(before+1) || t.labelBehind(q.next))
		return m, q.next, ok
	case portion:
		m.kind = answered
		return m, q.next, true
	case sides:
		m.kind = answered
		return m, q.next, true
	}
	if t.few(before, q.next) {
		m.kind = butFew
		return m, q.next, true
	}
	if q.form == pairOfOnes && q.n < 2 {
		return m, i + 1, false
	}
	if t.any(before, "=") && t.any(before-1, "n", "base") || t.any(before, "base") {
		m.kind, m.reply = asked, true
		return m, q.next, true
	}
	m, ok = t.counted(q, m)
	return m, q.next, ok
}

// counted settles whether a plain number is one of people.
func (t words) counted(q quantity, m mention) (mention, bool) {
	before := q.first - 1
	who, j := t.whose(q.next)
	if q.form == pairOfOnes {
		return m, true
	}
	if q.form == pairWord && who == 0 && !t.any(q.first, "a") {
		return m, false
	}
	if who == 0 && j != q.next {
		return m, false // of something else
	}
	if who != 0 {
		m.end = int(t[j-1].end)
	}
	if who&(person|them) != 0 && t.says(j, "out", "of") && j+2 < len(t) && t[j+2].n > m.n && t.closes(j+3) {
		m.kind, m.of = answered, t[j+2].n
		return m, true
	}
	m.all = who&them != 0 && t.is(before, be) && t.any(before-1, "there", "we")
	only := t.any(before, "only", "just")
	if t.says(j, "(") && j+3 < len(t) && t[j+1].value >= 0 && t.says(j+2, "%", ")") {
		j, m.aside = j+4, true
	}
	verb, end, ok := t.answer(j, m.n)
	if who == 0 && t.any(before, "(") && t.any(j, ")") && (t.is(before-1, person|them) || t.any(before-1, "few", "some", "minority", "number", "several", "%")) {
		verb, end, ok = t.answer(j+1, 2)
	}
	if !ok && (who == 0 || t.any(j, "against", "unsure", "undecided", "unhappy")) {
		verb, end, ok = t.short(j)
	}
	if how := t.label(q.first, q.next, j); how == sureLabel || how == weakLabel && !ok && !t.is(q.next, ballots) {
		m.kind, m.weak = answered, how == weakLabel
		return m, true
	}
	if told, is := t.option(q.first, q.next); is && !ok && who == 0 && !t.everybody(q.first, q.next) {
		if !told && !(t[0].newLine && q.next == len(t)) {
			return m, false
		}
		m.kind, m.weak, m.option = answered, true, !told
		return m, true
	}
	youth := who&youngOne != 0 || t.any(j-1, "person") && t.any(q.next, "young")
	switch {
	case who == 0 && t.whoAnswered(q.next) && t.everybody(q.first, q.next):
		m.kind = total
		return m, true
	case t.any(before, "asked") && (who != 0 || t.closes(q.next)) && !t.any(q.first, "one"),
		ok && who != 0 && t.is(verb, totals) && !t.wants(verb) && !only, t.says(j, "took", "part"), t.says(j, "were", "asked"), t.says(j, "filled", "in"):
		m.kind, m.reply = asked, ok && !t.any(verb, "came", "joined", "asked")
		if t.any(q.next, "more", "other") || t.any(before, "another") {
			m.kind, m.onTop = people, true
		}
		return m, who != 0 || m.n > 1
	case t.is(q.next, ballots) && who == 0:
		if t.any(before, "by") && !t.any(q.next+1, "to", "against") {
			return m, false // how many more
		}
		m.end, m.kind = int(t[q.next].end), answered
		if t.any(q.next, "hands", "thumbs") {
			return m, t.any(q.next+1, "up", "went", "down") || t.any(q.next-2, "of")
		}
		if !t.any(q.next, "votes", "vote", "yeses", "noes", "nos", "objections") {
			m.kind, m.reply = asked, true
		}
		return m, m.n > 1 || only
	case ok && m.n == 1 && !only && t.is(verb, said) && !t.any(end, "no", "yes"):
		// one person's words: the rule one-person-said looks at them
		m.end = int(t[end-1].end)
		return m, who&them != 0
	case ok && m.n == 1 && !only && who != 0 && who&them == 0 && !t.any(verb, "agreed", "disagreed") && !t.is(verb, be|opinion):
		return m, youth
	case ok:
		m.end, m.kind = int(t[end-1].end), answered
		return m, true
	case who == 0 && t.everybody(q.first, q.next):
		m.kind = total
		return m, true
	case who == 0 && t.came(j):
		return m, m.n > 1 && t.starts(q.first) && (t.closes(j+1) || m.n >= 10)
	case who == 0 || who&family != 0 && who&person == 0 || who&them != 0 && t.any(j-1, "them", "these", "those"):
		return m, false
	case m.n == 1:
		return m, youth
	}
	return m, true
}

// everybody reports whether the number between these tokens is all there are:
// "Total: 19", "19 in all", "of the 19, 17 came".
func (t words) everybody(first, next int) bool {
	j := first - 1
	if t.apart(j) || t.is(j, be) {
		j--
	}
	switch {
	case t.any(j, "total", "altogether", "overall", "everyone", "everybody", "all", "base", "size"):
		return t.closes(next) || t.is(next, ballots)
	case t.any(j, "of") && t.is(j-1, group), t.any(j, "of") && t.any(j-1, "total"), t.any(j, "of") && t.any(j-1, "out"), t.any(j, "the") && t.any(j-1, "of"):
		return t.closes(next) || t.whoAnswered(next)
	}
	return t.any(next, "altogether") || t.any(next, "in") && (t.any(next+1, "total", "all") || t.any(next+1, "the", "our") && t.is(next+2, group))
}

// whoAnswered reads "who answered" from token j on.
func (t words) whoAnswered(j int) bool { return t.any(j, "who", "that") && t.is(j+1, totals) }

// came reports whether whoever is counted was there.
func (t words) came(j int) bool {
	return t.any(j, "came", "attended", "joined") || t.any(j, "turned", "showed", "signed") && t.any(j+1, "up") || t.says(j, "were", "there")
}

// starts reports whether a part of a sentence begins with token i.
func (t words) starts(i int) bool {
	return i <= 0 || t[i].newLine || t.marks(i) || t.marks(i-1) || t.any(i-1, "and", "or", "but", "with", "while") ||
		t[i-1].n > 0 && t.is(i, reply|scale|negate)
}

// shareOf settles whether a share is one of people, and of how many. labelled:
// an answer stands beside it.
func (t words) shareOf(j int, m mention, labelled bool) (mention, bool) {
	if _, _, ok := t.answer(j, 2); ok || labelled || m.odd {
		return m, true
	}
	if who, _ := t.whose(j); !t.any(j, "of", "the") {
		return m, who&(person|them) != 0 && t[j-1].class&part == 0
	}
	k := j
	for t.any(k, "of", "all") || t.is(k, quality) && !t.is(k, them) {
		k++
	}
	if t.is(k, group) && t.any(k+1, "of") {
		k += 2
	}
	if k < len(t) && t[k].n > 0 && t[k].mark == 0 {
		m.of = t[k].n
		who, _ := t.whose(k + 1)
		_, _, ok := t.answer(k+1, 2)
		return m, ok || who != 0 || t.closes(k+1)
	}
	if !t.any(j, "of") {
		return m, t.is(k, group)
	}
	return m, t.is(k, them|person|family|ballots) || t.any(k, "those")
}
