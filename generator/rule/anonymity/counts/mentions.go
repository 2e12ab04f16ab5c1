package counts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A mention is a number of people in a text: how many, where, and what is said
// of them.
type mention struct {
	n          int
	start, end int
	kind       kind
	of         int     // "3 of 12": 12; 0: not said
	percent    float64 // of a share in hundredths
	reply      bool    // asked: "two answered online"
	aside      bool    // with its share beside it: "35 (14%) were against"
	weak       bool    // means something beside another answer only: "no 2"
	all        bool    // everybody there: "there were nine of us"
	option     bool    // by what they chose, if the line above says so
	odd        bool    // a share that few people give: "1 in 6 of you"
}

type kind uint8

const (
	people   kind = iota // "three young people helped"
	total                // "Total: 19": everybody, whoever they are
	answered             // "three of you were not sure"
	asked                // "we asked 12 of you": all who could answer
	percent              // "25% of you"
	butFew               // "all but two"
)

// mentions are the numbers of people in a text, in order.
func mentions(text string) []mention {
	var out []mention
	var room [48]token
	t := words(room[:0])
	for from := 0; ; {
		start := nextNumber(text, from)
		if start < 0 {
			break
		}
		t, from = tokens(t[:0], text, start)
		for k := 0; k < len(t); {
			if t[k].n < 0 && t[k].class&sign == 0 && t[k].value < 0 {
				k++
				continue
			}
			m, next, ok := t.at(k)
			if ok && (!m.option || chosenAbove(text[:start])) {
				out = append(out, m)
			}
			k = max(next, k+1)
		}
	}
	return strong(out)
}

// chosenAbove reports whether what stands before a list says that people chose:
// "You voted:".
func chosenAbove(before string) bool {
	before = before[max(0, len(before)-300):]
	i := strings.LastIndex(before, ":\n")
	if i < 0 {
		return false
	}
	start := strings.LastIndexAny(before[:i], ".!?\n") + 1
	above, _ := tokens(nil, before[:i], start)
	return slices.ContainsFunc(above, func(w token) bool { return w.class&chosen != 0 })
}

// strong leaves out what is an answer beside another answer only, and stands
// alone.
func strong(list []mention) []mention {
	out := list[:0]
	for i, m := range list {
		near := func(k int) bool {
			return k >= 0 && k < len(list) && list[k].kind >= total && max(list[k].start-m.end, m.start-list[k].end) < near
		}
		if !m.weak || near(i-1) || near(i+1) {
			out = append(out, m)
		}
	}
	return out
}

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
	case t.any(before, "asked") && (who != 0 || t.closes(q.next)) && !t.any(q.first, "one"),
		ok && who != 0 && t.is(verb, totals) && !t.wants(verb) && !only, t.says(j, "took", "part"), t.says(j, "were", "asked"), t.says(j, "filled", "in"):
		m.kind, m.reply = asked, ok && !t.any(verb, "came", "joined", "asked")
		if t.any(q.next, "more", "other") || t.any(before, "another") {
			m.kind = people // they come on top of a number
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
		return t.closes(next)
	}
	return t.any(next, "altogether") || t.any(next, "in") && (t.any(next+1, "total", "all") || t.any(next+1, "the", "our") && t.is(next+2, group))
}

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
