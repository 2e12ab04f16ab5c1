// Package counts finds numbers of people that are small enough to be somebody:
// in prose, in tables, and in what two numbers of a report come to together.
//
// Nothing is rewritten: a small share of an answer holds the report, any other
// small count is pointed at. Its rules are part of package anonymity's lists;
// what the site itself counts is the gate's.
package counts

import (
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
}

type kind uint8

const (
	people   kind = iota // "three young people helped"
	answered             // "three of you were not sure"
	asked                // "we asked 12 of you": all who could answer
	percent              // "25% of you"
	butFew               // "all but two"
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

var (
	// before a number, these make a label of it: year 7, room 3.
	labelled = set("year years room ward page article section step part phase chapter route bus flat house number no level week day grade stage unit group class form age aged version rule")
	more     = set("least than over above nearly almost about")
	quality  = set("more new other others older younger young little local care care-experienced experienced leaving teenage former different deaf disabled primary secondary school looked-after brave of us the our these those their")
	person   = set("people person persons youngsters child children kid kids boy boys girl girls lad lads lass lasses teen teens teenager teenagers pupil pupils student students member members participant participants respondent respondents leaver leavers")
	family   = set("families parents carers mums dads")
	youngOne = set("child kid boy girl lad lass teen teenager pupil student")
	them     = set("us you them")
	filler   = set("also then both all each who that just only really still even have had has they")
	said     = set("said told says wrote")
	answers  = set("said say told answered answer replied reply responded voted vote agreed agree disagreed disagree wanted want chose picked preferred prefer liked like disliked loved hated thought think felt feel objected abstained ticked minded didn't don't hadn't wouldn't couldn't opposed supported rejected refused declined")
	totals   = set("answered answer replied responded asked came joined")
	opinion  = set("sure unsure happy unhappy for against in undecided neutral satisfied dissatisfied positive negative worried keen interested unconvinced sceptical opposed")
	be       = set("was were are is wasn't weren't aren't isn't")
	ballots  = set("vote votes answers answer replies reply responses response ballots forms yeses noes")
	after    = set("in at on for from and or but who that to with when as if while because so were was are is did didn't had have said would will by")
)

// mentions are the numbers of people in a text, in order.
func mentions(text string) []mention {
	var out []mention
	var t []token
	for from := 0; from < len(text); {
		i := nextNumber(text, from)
		if i < 0 {
			break
		}
		start, end := sentence(text, i)
		t = tokens(t[:0], text, start, end)
		for k := range t {
			if t[k].n < 0 && t[k].percent < 0 {
				continue
			}
			if m, ok := at(t, k); ok {
				out = append(out, m)
			}
		}
		from = end
	}
	return out
}

func is(t []token, i int, words map[string]bool) bool {
	return i >= 0 && i < len(t) && words[t[i].word]
}
func says(t []token, i int, words ...string) bool {
	for k, w := range words {
		if i < 0 || i+k >= len(t) || t[i+k].word != w {
			return false
		}
	}
	return true
}

// at reads the number at token i.
func at(t []token, i int) (mention, bool) {
	none := mention{}
	m := mention{n: t[i].n, start: t[i].start, end: t[i].end}
	before := ""
	if i > 0 {
		before = t[i-1].word
	}
	if next := i + 1; says(t, next, "%") || says(t, next, "percent") || says(t, next, "per", "cent") {
		for j := next; j < len(t) && (t[j].word == "%" || t[j].word == "percent" || t[j].word == "per" || t[j].word == "cent"); j++ {
			m.end, next = t[j].end, j+1
		}
		m.kind, m.percent = percent, t[i].percent
		return shareOf(t, next, m)
	}
	if m.n <= 0 || labelled[before] || more[before] && before != "than" || before == "than" && !says(t, i-2, "less") && !says(t, i-2, "fewer") || says(t, i+1, "hundred") || says(t, i+1, "thousand") || says(t, i+1, "million") {
		return none, false
	}
	if m.n == 1 && (before == "no" || before == "every" || before == "any" || before == "some" || before == "each" || before == "the" || before == "this" || before == "that" || before == "which") {
		return none, false
	}
	if few(t, i) {
		m.kind = butFew
		return m, true
	}
	if of, end, ok := outOf(t, i); ok {
		m.of, m.end, m.kind = of, t[end-1].end, answered
		if round[of] && !says(t, end-2, "the") && !says(t, end-2, "all") && !says(t, end-2, "our") {
			// four out of five, as people say it of any number
			m.kind, m.percent, m.of = percent, 100*float64(m.n)/float64(of), 0
		}
		return m, true
	}
	// who they are
	j, who := i+1, ""
	for k := 0; k < 4 && is(t, j, quality); k++ {
		j++
	}
	switch {
	case is(t, j, person), is(t, j, family):
		who, j = t[j].word, j+1
		if says(t, j, "of", "staff") || says(t, j, "of", "the", "council") || strings.HasPrefix(who, "member") && says(t, j, "of") {
			return none, false
		}
	case says(t, i+1, "of") && is(t, i+2, them):
		who, j = t[i+2].word, i+3
	case j != i+1:
		return none, false // of something else
	}
	if who != "" {
		m.end = t[j-1].end
	}
	only := before == "only" || before == "just"
	if says(t, j, "(") && j+3 < len(t) && t[j+1].percent >= 0 && says(t, j+2, "%", ")") {
		j, m.aside = j+4, true
	}
	verb, end, ok := answer(t, j, m.n)
	if !ok && who == "" {
		verb, end, ok = short(t, j)
	}
	switch {
	case before == "asked" && (who != "" || closes(t, i+1)) && t[i].word != "one",
		ok && who != "" && totals[verb] && !only, says(t, j, "took", "part"), says(t, j, "were", "asked"), says(t, j, "filled", "in"):
		m.kind, m.reply = asked, ok && verb != "came" && verb != "joined" && verb != "asked"
		if says(t, i+1, "more") || says(t, i+1, "other") || before == "another" {
			m.kind = people // they come on top of a number
		}
		return m, who != "" || m.n > 1
	case is(t, i+1, ballots) && who == "":
		m.end, m.kind = t[i+1].end, answered
		if t[i+1].word != "votes" && t[i+1].word != "vote" && t[i+1].word != "yeses" && t[i+1].word != "noes" {
			m.kind, m.reply = asked, true
		}
		return m, m.n > 1 || only
	case ok && m.n == 1 && !only && said[verb] && !says(t, end, "no") && !says(t, end, "yes"):
		// one person's words: the rule one-person-said looks at them
		m.end = t[end-1].end
		return m, them[who]
	case ok && m.n == 1 && !only && who != "" && !them[who] && !strings.HasSuffix(verb, "agreed") && !be[verb]:
		return m, youngOne[who] || who == "person" && says(t, i+1, "young")
	case ok:
		m.end, m.kind = t[end-1].end, answered
		return m, true
	case who == "" || who == "them" || family[who]:
		return none, false
	case m.n == 1:
		return m, youngOne[who] || who == "person" && says(t, i+1, "young")
	}
	return m, true
}

// answer reports whether the tokens from j on say what somebody answered, by
// which verb, and where it ends.
func answer(t []token, j, n int) (verb string, end int, ok bool) {
	for is(t, j, filler) {
		if j++; says(t, j-1, "who") && is(t, j, totals) {
			if verb, end, ok = answer(t, j+1, n); ok {
				return verb, end, ok
			}
		}
	}
	switch {
	case is(t, j, be):
		k := j + 1
		for is(t, k, filler) || says(t, k, "not") || says(t, k, "very") || says(t, k, "quite") {
			k++
		}
		if !is(t, k, opinion) || says(t, k, "in") && !says(t, k, "in", "favour") {
			return "", 0, false
		}
		if says(t, k, "for") && (n == 1 || t[j].word != "were") {
			return "", 0, false // one is for the hall
		}
		return t[j].word, k + 1, true
	case says(t, j, "did", "not"), says(t, j, "do", "not"), says(t, j, "would", "not"), says(t, j, "could", "not"), says(t, j, "would", "like"), says(t, j, "would", "rather"), says(t, j, "would", "prefer"):
		return t[j].word, j + 2, true
	case says(t, j, "asked", "for"), says(t, j, "asked", "to"):
		return "wanted", j + 2, true
	case is(t, j, answers):
		return t[j].word, j + 1, true
	}
	return "", 0, false
}

// short reads an answer without a verb, as in a list of results: "12 for, 3
// unsure".
func short(t []token, j int) (verb string, end int, ok bool) {
	switch {
	case says(t, j, "not", "sure"), says(t, j, "in", "favour"):
		return "were", j + 2, true
	case says(t, j, "unsure"), says(t, j, "undecided"), says(t, j, "against"), says(t, j, "opposed"), says(t, j, "unhappy"), says(t, j, "neutral"):
		return "were", j + 1, true
	case says(t, j, "for") && j+1 < len(t) && strings.Contains(",;(.)", t[j+1].word):
		return "were", j + 1, true
	}
	return "", 0, false
}

// few reports whether the number at i is what is missing from all.
func few(t []token, i int) bool {
	j := i - 1
	if says(t, j, "for") {
		j--
	}
	switch {
	case says(t, j, "but"), says(t, j, "except"), says(t, j, "bar"):
		j--
	case says(t, j-1, "apart", "from"):
		j -= 2
	default:
		return false
	}
	everybody := false
	for k := 0; k < 6 && j >= 0 && !everybody; k, j = k+1, j-1 {
		switch t[j].word {
		case ".", "!", "?", ";":
			return false
		case "everyone", "everybody":
			everybody = true
		case "all":
			if k > 0 && !says(t, j+1, "of") && !is(t, j+1, person) && !is(t, j+2, person) {
				return false
			}
			_, _, ok := answer(t, i+1, 2)
			return ok || i+1 == len(t) || strings.Contains(".!?;,)", t[i+1].word) || is(t, i+1, person) || is(t, i+2, person) && is(t, i+1, quality) ||
				says(t, i+1, "of") && (is(t, i+2, them) || is(t, i+3, person) || is(t, i+4, person))
		}
	}
	return everybody
}

// outOf reads "3 out of 12" and "3 of the 12", said of people.
func outOf(t []token, i int) (of, end int, ok bool) {
	j := i + 1
	switch {
	case says(t, j, "out", "of"):
		j += 2
	case says(t, j, "of"):
		j++
	default:
		return 0, 0, false
	}
	for says(t, j, "the") || says(t, j, "all") || says(t, j, "our") {
		j++
	}
	if j >= len(t) || t[j].n < t[i].n || t[j].n < 1 {
		return 0, 0, false
	}
	for k := max(0, i-8); k < i; k++ {
		switch t[k].word {
		case "gave", "give", "score", "scored", "rated", "rating", "marks", "stars", "points":
			return 0, 0, false
		}
	}
	end = j + 1
	k := end
	for is(t, k, quality) {
		k++
	}
	_, _, answering := answer(t, end, 2)
	people := k > end && is(t, k, them) || is(t, k, person) || is(t, k, family) || answering
	return t[j].n, end, people || k == end && closes(t, end)
}

// round are the numbers of which people say shares.
var round = map[int]bool{2: true, 3: true, 4: true, 5: true, 10: true, 100: true, 1000: true}

// closes reports whether nothing that could be counted stands at j: an end, a
// mark, or a word that goes on with something else.
func closes(t []token, j int) bool {
	if j >= len(t) || is(t, j, after) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(t[j].word)
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// shareOf settles whether a percentage is one of people, and of how many.
func shareOf(t []token, j int, m mention) (mention, bool) {
	if _, _, ok := answer(t, j, 2); ok {
		return m, true
	}
	if !says(t, j, "of") {
		return m, false
	}
	k := j + 1
	for is(t, k, quality) && !is(t, k, them) || says(t, k, "all") {
		k++
	}
	if k < len(t) && t[k].n > 0 {
		m.of = t[k].n
		for k++; is(t, k, quality); {
			k++
		}
		_, _, ok := answer(t, k, 2)
		return m, ok || is(t, k, person) || is(t, k, family) || is(t, k, them) || closes(t, k)
	}
	return m, is(t, k, them) || is(t, k, person) || is(t, k, family) || says(t, k, "those") || is(t, k, ballots)
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
