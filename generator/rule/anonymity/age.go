package anonymity

import (
	"slices"
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity/naming"
)

var ExactAge = rule.Rule{
	Doc: finding.Doc{
		Name:   "exact-age",
		Why:    "An exact age, or a school year, is often one person where a small place, a name, a school or an address stands near it. A village has few people who are fourteen. An age alone may stay.",
		Before: "summary: She is 14 and lives in Abbots Thorpe.\n",
		After:  "summary: You live in a village.\n",
	},
	Run: func(p *rule.Pass) {
		for n := range p.Texts {
			t := &p.Texts[n]
			w := wordsOf(t)
			if w.all&(digits|digit|teen|tens|ordinal|says|round) == 0 {
				continue
			}
			end := -1
			var people []somebody
			var others [][2]int
			w.everyAge(func(from, to int) {
				i, j := w.list[from].i, w.list[to-1].j
				if i < end {
					return
				}
				if people == nil {
					people = named(p, t, w)
				}
				switch {
				case w.nearSmallPlace(from, to-1):
					p.Suspect(t, i, j, "there is an exact age here, and a small place near it", "Take one of the two out. An age band, as “13 to 15”, is enough, where it matters.")
					end = j
				case w.ofNamed(people, from):
					p.Suspect(t, i, j, "there is an exact age here, and somebody's name near it", "Take both out. An age band, as “13 to 15”, is enough, where it matters.")
					end = j
				default:
					if others == nil {
						others = details(p, t, w)
					}
					if !w.pinned(others, from, to) {
						return
					}
					p.Suspect(t, i, j, "there is an exact age here, and near it something else that leads to one person", "Take both out. An age band, as “13 to 15”, is enough, where it matters.")
					end = j
				}
			})
		}
	},
}

// everyAge calls see with the words from and to of each exact age of somebody.
func (w *words) everyAge(see func(from, to int)) {
	for k := 0; k < len(w.list); k++ {
		if !w.list[k].number && w.list[k].sense&(digit|teen|tens|ordinal|years|person|says|round) == 0 && !w.glued(k+1) && !w.is(k+1, person) && !oneLetter(&w.list[k]) {
			continue
		}
		from, to, last := w.ageSaid(k)
		if to <= from && w.is(k, says) {
			from, to = w.oddAge(k)
		}
		if to <= from && w.is(k, round) {
			from, to = w.paraphrased(k)
		}
		if to > from {
			see(from, to)
		}
		k = max(k, last)
	}
}

// somebody is a person who is named in a text, by words first to last.
type somebody struct {
	first, last int
	worker      bool
}

// named are the people in a text whose names nobody has allowed, in order.
func named(p *rule.Pass, t *rule.Text, w *words) []somebody {
	found := []somebody{}
	for _, m := range mentionsIn(t) {
		if m.Sure && m.J <= len(w.s) && !publicName(p, t.Heard().Words[m.I:m.J]) && !p.Allowed(t, m.I, m.J, PersonName.Allow...) {
			found = append(found, somebody{w.wordAt(m.I), w.wordAt(m.J - 1), m.Kind == naming.Worker})
		}
	}
	return found
}

// ofNamed reports whether somebody is named near the age that begins at word
// from: Aaliyah, 14, and Sam, who'll be 16. Workers only where it is theirs.
func (w *words) ofNamed(people []somebody, from int) bool {
	a, b := w.sentences(from)
	k, _ := slices.BinarySearchFunc(people, a, func(m somebody, a int) int { return m.first - a })
	for ; k < len(people) && people[k].last < b; k++ {
		m := people[k]
		if !m.worker || m.last < from && from-m.last < 8 && w.saysOnly(m.last+1, from) {
			return true
		}
	}
	return false
}

// details are what else in a text leads to one person, beside an age: a school,
// an address, a day of birth, a name on a network.
func details(p *rule.Pass, t *rule.Text, w *words) [][2]int {
	found := [][2]int{}
	for _, other := range []struct {
		find  func(*rule.Pass, *words, func(i, j int))
		kinds []string
	}{{schools, School.Allow}, {addresses, Address.Allow}, {birthDates, nil}, {handles, Handle.Allow}, {references, nil}, {postcodes, Postcode.Allow}} {
		other.find(p, w, func(i, j int) {
			if !p.Allowed(t, i, j, other.kinds...) {
				found = append(found, [2]int{i, j})
			}
		})
	}
	return found
}

// pinned reports whether one of the details stands near the age of words from
// to to.
func (w *words) pinned(details [][2]int, from, to int) bool {
	a, b := w.sentences(from)
	i, j := w.list[a].i, w.list[min(b, len(w.list))-1].j
	return slices.ContainsFunc(details, func(d [2]int) bool {
		return d[0] >= i && d[1] <= j && (d[1] <= w.list[from].i || d[0] >= w.list[to-1].j)
	})
}

// saysOnly reports whether words a to b only lead from a name to an age: who
// will be, has just turned.
func (w *words) saysOnly(a, b int) bool {
	for n := a; n <= b; n++ {
		if strings.ContainsAny(w.gap(n), ".!?;\n") || n < b && ageCues[w.low(n)]&(self|being|becoming|helping|hedge|occasion) == 0 && !w.is(n, aged) && !strings.HasPrefix(w.low(n), "who") && w.low(n) != "of" && w.low(n) != "a" {
			return false
		}
	}
	return true
}

func oneLetter(t *word) bool { return t.j-t.i == 1 }

// ageSaid is the age of somebody that is said from word k on, as words from to
// to; last is how far nothing else has to be looked for.
func (w *words) ageSaid(k int) (from, to, last int) {
	if from, to := w.nthBirthday(k); to > from {
		return from, to, to - 1
	}
	if from, to := w.schoolYear(k); to > from {
		return from, to, to - 1
	}
	a, last := w.ageAt(k)
	if a < 1 || a > 25 {
		return k, k, k
	}
	end, ok := w.ageOfSomebody(k)
	if !ok || a < 4 && !w.is(k-1, aged) && !w.is(end, old) && !strings.HasSuffix(w.text(k-1), "s") {
		return k, k, last
	}
	return k, end + 1, last
}

// nearSmallPlace reports whether a small place stands near words from to to.
func (w *words) nearSmallPlace(from, to int) bool {
	a, b := w.sentences(from)
	if w.alone(from, to+1) {
		a, b = max(a-8, 0), min(b+8, len(w.list))
	}
	return w.smallPlace(a, b, from, to)
}

// nth is "14th" from word k on, to word to, where it is somebody's: her 14th.
func (w *words) nth(k int) (n, to int) {
	switch {
	case k < 1:
		return 0, k
	case w.is(k, ordinal):
		n, to = int(w.list[k].value), k+1
	case w.isNumber(k) && !w.glued(k) && w.ended(k+1) > k+1:
		n, to = w.small(k, 25), k+2
	}
	if n < 4 || n > 25 {
		return 0, k
	}
	if owner := w.low(k - 1); owner == "his" || owner == "her" || owner == "my" || strings.HasSuffix(owner, "'s") {
		return n, to
	}
	return 0, k
}

// nthBirthday is "14th" and what belongs to it, from word k on, where somebody
// has that birthday: her 14th birthday, on his 14th, my 14th was.
func (w *words) nthBirthday(k int) (from, to int) {
	n, to := w.nth(k)
	if n == 0 {
		return k, k
	}
	if w.is(to, birthday) {
		return k, to + 1
	}
	switch w.low(to) {
	case "party", "bash", "cake", "do":
		return k, to
	}
	led := ageCues[w.low(k-2)]&occasion != 0
	if n > 4 && (led || w.celebrated(k)) && (w.closes(to, w.gap(to)) && !w.is(to, lives) || w.is(to, person)) {
		return k, to
	}
	return k, k
}

// celebrated reports whether the words around k are of a birthday.
func (w *words) celebrated(k int) bool {
	for n := max(k-12, 0); n < k+12 && n < len(w.list); n++ {
		if w.is(n, birthday) || ageCues[w.low(n)]&festivity != 0 {
			return true
		}
	}
	return false
}

// schoolYear is "Year 9" from word k on, where one person is in it: she is in
// Year 9, a Y8 lad, my brother, yr 7.
func (w *words) schoolYear(k int) (from, to int) {
	if !w.isNumber(k+1) && !w.is(k+1, digit|teen) {
		return k, k
	}
	switch w.low(k) {
	case "year", "yr", "y", "blwyddyn":
	default:
		return k, k
	}
	if !plainGap(w.gap(k+1)) && w.gap(k+1) != "" || w.glued(k) {
		return k, k
	}
	n, end := w.ageAt(k + 1)
	if w.glued(k + 1) {
		n, end = w.small(k+1, 13), k+1
	}
	next := w.low(end + 1)
	if n < 1 || n > 13 || w.glued(end+1) || next == "olds" || w.is(end+1, old) || w.is(end+1, many) && w.gap(end+1) == " " && !w.is(end+1, person) {
		return k, k
	}
	switch {
	case oneYoung[next] && w.gap(end+1) == " ": // a Y8 lad
		return k, end + 1
	case !w.closes(end+1, w.gap(end+1)):
		return k, k
	}
	switch prev := w.low(k - 1); prev {
	case "a", "an", "only", "the":
		if prev != "the" && w.oneBefore(k-1) || prev == "only" { // he's a year 9
			return k, end + 1
		}
	case "in", "into", "now", "started", "starting", "of", "just", "currently", "finishing", "still":
		if w.oneBefore(k-1) && !w.before(k, 5, group) {
			return k, end + 1
		}
	default:
		if kinOrSelf(prev) || oneYoung[prev] || ageCues[prev]&self != 0 { // my brother, yr 7
			return k, end + 1
		}
	}
	return k, k
}
