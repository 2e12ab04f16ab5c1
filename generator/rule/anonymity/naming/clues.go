package naming

import (
	"strings"

	"yousaid/generator/rule/anonymity/lexicon"
)

// clue is something that stands around a large word: above zero it speaks for
// a person, below for a thing or a place.
type clue struct {
	weight int
	holds  func(*setting) bool
}

// clues were weighed by counting: how often each stands beside the people in
// the passages of testdata, and how often beside makes, places and projects.
// Two points: nearly three times as often.
var clues = [...]clue{
	// a person
	{+6, func(s *setting) bool { return s.t.disguised }},                                // K4yden
	{+3, func(s *setting) bool { return s.gap&colon != 0 }},                             // Present: Ellie
	{+3, func(s *setting) bool { return s.gap&dashed != 0 || s.gapBehind&dashed != 0 }}, // – Ellie
	{+3, func(s *setting) bool { return s.gap == hyphen || s.gapBehind == hyphen }},     // Mary-Jane
	{+2, func(s *setting) bool { return s.gap&marked != 0 || s.gapBehind&marked != 0 }}, // Ellie & Mo
	{+4, func(s *setting) bool { return s.cue == does }},                                // Ellie said
	{+1, func(s *setting) bool { return s.cue == spokenTo }},                            // with Ellie
	{+2, func(s *setting) bool { return s.cue == spokenTo && metOrTold(s.before) }},     // told Ellie
	{+3, func(s *setting) bool { return s.before == "by" || s.before == "to" && s.n.word(s.k-2) == "thanks" }},
	{+1, func(s *setting) bool { return s.before == "and" || s.after == "and" }},
	{+3, func(s *setting) bool { return s.hasSomething() }},                                // Ellie's bag
	{+3, func(s *setting) bool { return !pure(s.t.w) && s.t.w != 0 && s.n.fullName(s.k) }}, // Mai Zhubarka
	{+6, func(s *setting) bool { return s.before == "the" && aFamily(s.n.key(s.k)) }},      // the Okonkwos
	{+3, func(s *setting) bool { return s.bornOrAgedBehind() }},                            // Georgia (aged 9)
	{+1, func(s *setting) bool { return s.cue != does && s.doingBehind() }},                // Ellie brought
	{+2, func(s *setting) bool { return s.heOrSheFollows() }},
	{+2, func(s *setting) bool { return s.othersNamed() > 0 }},
	{+1, func(s *setting) bool { return s.listedWith(aGivenName) }},
	{+1, func(s *setting) bool { return s.besideLarge(aGivenName) }},
	{+2, func(s *setting) bool { return s.besideLarge(aStranger) }}, // Zhubarka Okonkwo
	{+1, func(s *setting) bool { return s.near(lexicon.Kin | lexicon.Work) }},

	// a thing or a place
	{-6, func(s *setting) bool { return s.n.at(s.k) && !s.t.possessive }},                        // in Zhubarka
	{-2, func(s *setting) bool { return s.n.at(s.k) && s.t.possessive && s.after == "" }},        // at Zhubarka's
	{-4, func(s *setting) bool { return s.n.afterArticle(s.k) && !s.n.oneOf(s.k) && !s.ours() }}, // the Zhubarka
	{-3, func(s *setting) bool { return s.ours() }},                                              // our Zhubarka, a thing or a brother
	{-2, func(s *setting) bool { return s.n.oneOf(s.k) }},                                        // a Zhubarka
	{-4, func(s *setting) bool { return s.n.amongThings(s.k) }},                                  // Tesco and Zhubarka
	{-1, func(s *setting) bool { return s.n.beside(s.k) }},                                       // Leeds, Zhubarka
	{-3, func(s *setting) bool { return s.n.building(s.k) }},                                     // Zhubarka House
	{-3, func(s *setting) bool { return s.n.amongLarge(s.k) }},                                   // Go Zhubarka
	{-3, func(s *setting) bool { return s.smallBehind() && isThing(s.after) }},                   // Zhubarka crisps
	{-1, func(s *setting) bool {
		return s.smallBehind() && s.next.w.Level() > 0 && !s.next.w.Is(lexicon.Small) && !s.doingBehind()
	}},
	{-3, func(s *setting) bool { return s.thingCalledSo() }},      // a room called Zhubarka
	{-2, func(s *setting) bool { return boughtOrUsed(s.before) }}, // ate Zhubarka
	{-3, func(s *setting) bool { return s.n.shown(s.k) }},         // watched Zhubarka, Zhubarka 2
	{-1, func(s *setting) bool { return s.next.number }},
	{-1, func(s *setting) bool { return s.cue != does && s.is() && !person(s.n.word(s.k+2)) }}, // Skye was wet
	{-4, func(s *setting) bool { return s.t.w == 0 && compound(s.n.key(s.k)) }},                // Moneybox
	{-2, func(s *setting) bool { return placeLike(s.n.key(s.k)) }},
	{-1, func(s *setting) bool { return s.t.start }}, // where every word is large
	{-1, func(s *setting) bool { return s.gap == comma|spaced && s.gapBehind == comma|spaced }},
	{-1, func(s *setting) bool { return s.n.crowd.things > 2 }}, // a text full of makes
}

// setting is where a large word stands.
type setting struct {
	n              *reading
	k              int
	t              *token
	cue            cue
	before, after  string // the words beside it, if only a space is between
	next           *token // the word of after
	gap, gapBehind gap
}

var nobody token

func (n *reading) setting(k int, c cue) setting {
	s := setting{n: n, k: k, t: &n.list[k], cue: c, next: &nobody, gap: n.list[k].gap}
	if k > 0 && s.gap == spaced {
		s.before = n.word(k - 1)
	}
	if k+1 < len(n.list) {
		s.gapBehind = n.list[k+1].gap
		if s.gapBehind == spaced {
			s.next, s.after = &n.list[k+1], n.word(k+1)
		}
	}
	return s
}

// A large word is believed to be somebody when its clues and what is known of
// the word itself come to zero. A given name is believed unless much speaks
// against it, a name that is a word too only if something speaks for it.
func believed(w lexicon.Word) int {
	switch {
	case w == 0:
		return 0
	case !pure(w):
		return -3
	case w.Given() == 0:
		return 3
	}
	return 4
}

// surelyNone is below what next to no name came to: of words that are names as
// well, and of those that nobody knows.
const surelyNone, surelyNoStranger = -3, -6

// weigh decides whether word k, which may be a name, is named or looked at.
func (n *reading) weigh(k int, c cue) verdict {
	s := n.setting(k, c)
	sum := believed(s.t.w)
	for i := range clues {
		if clues[i].holds(&s) {
			sum += clues[i].weight
		}
	}
	switch {
	case sum >= 0:
		return named
	case s.t.w == 0 && sum < surelyNoStranger, s.t.w != 0 && !pure(s.t.w) && sum < surelyNone:
		return nothing
	}
	return perhaps
}

// crowd is who and what else is in a text.
type crowd struct{ people, things int }

func (n *reading) count() {
	for i := range n.list {
		switch t := &n.list[i]; {
		case t.shape == small || t.number:
		case aGivenName(t):
			if !n.at(i) && !n.afterArticle(i) && !n.building(i) && !n.amongThings(i) && !n.amongLarge(i) {
				n.crowd.people++
			}
		case aStranger(t), t.w.Is(lexicon.Place|lexicon.Proper) && t.w.Level() == 0 && !t.w.Name():
			n.crowd.things++
		}
	}
}

func aGivenName(t *token) bool { return pure(t.w) && t.w.Given() > 1 }

func aStranger(t *token) bool { return t.w == 0 && !t.known && !t.number }

func (s *setting) othersNamed() int {
	if aGivenName(s.t) {
		return s.n.crowd.people - 1
	}
	return s.n.crowd.people
}

func (s *setting) smallBehind() bool {
	return s.next.shape == small && s.after != "" && !s.t.possessive
}

func (s *setting) doingBehind() bool {
	return s.smallBehind() && (s.next.w.Is(lexicon.Doing) || strings.HasSuffix(s.after, "ed") && s.next.w.Level() > 0)
}

func (s *setting) hasSomething() bool {
	return s.t.possessive && s.after != "" && s.next.shape == small && !lasting(s.after)
}

// aFamily knows a family name in the plural.
func aFamily(f []byte) bool {
	last := len(f) - 1
	w := lexicon.Look(f[:last])
	return f[last] == 's' && w.Is(lexicon.Surname) && w.Level() == 0 && !w.Is(lexicon.Place|lexicon.Proper)
}

// bornOrAgedBehind knows Georgia (DOB 1 May) and Georgia (aged 9).
func (s *setting) bornOrAgedBehind() bool {
	if s.gapBehind&(opened|comma) == 0 {
		return false
	}
	switch s.n.word(s.k + 1) {
	case "dob", "born", "age", "aged":
		return true
	}
	return false
}

func (s *setting) is() bool {
	switch s.after {
	case "is", "was", "are", "were":
		return !s.t.possessive
	}
	return false
}

func (s *setting) ours() bool {
	switch s.before {
	case "my", "our", "his", "her", "their", "your":
		return true
	}
	return false
}

func (s *setting) near(what lexicon.Word) bool {
	for i := max(0, s.k-6); i < min(len(s.n.list), s.k+6); i++ {
		if s.n.list[i].w.Is(what) {
			return true
		}
	}
	return false
}

func (s *setting) besideLarge(is func(*token) bool) bool {
	ok := func(i int) bool { return s.n.list[i].shape != small && is(&s.n.list[i]) }
	return s.before != "" && ok(s.k-1) || s.after != "" && !s.t.possessive && ok(s.k+1)
}

// listedWith reports whether the next item of a list is something.
func (s *setting) listedWith(is func(*token) bool) bool {
	n, k := s.n, s.k
	ok := func(i int) bool { return i >= 0 && i < len(n.list) && n.list[i].shape != small && is(&n.list[i]) }
	and := func(i int) bool {
		w := n.word(i)
		return (w == "and" || w == "or" || w == "n") && n.list[i].gap&^(spaced|comma) == 0
	}
	const between = comma | spaced
	if s.gap == between && ok(k-1) || s.gapBehind == between && ok(k+1) {
		return true
	}
	return s.gap == spaced && and(k-1) && ok(k-2) || k+2 < len(n.list) && and(k+1) && n.list[k+2].gap == spaced && ok(k+2)
}

// heOrSheFollows looks as far as the end of the next sentence.
func (s *setting) heOrSheFollows() bool {
	ends := 0
	for i := s.k + 1; i < min(len(s.n.list), s.k+14); i++ {
		if s.n.list[i].gap&(stopped|lined) != 0 {
			if ends++; ends > 1 {
				return false
			}
		}
		switch s.n.word(i) {
		case "he", "she", "him", "his", "her", "hers", "himself", "herself", "shes", "hes":
			return true
		}
	}
	return false
}

// thingCalledSo knows a dummy called Zhubarka.
func (s *setting) thingCalledSo() bool {
	n := s.n
	for i := s.k - 1; i >= 0 && i > s.k-3; i-- {
		switch n.word(i) {
		case "called", "named", "name":
		default:
			continue
		}
		for j := i - 1; j >= 0 && j > i-5 && n.list[j+1].gap&(stopped|lined) == 0 && !n.list[j].w.Is(lexicon.Kin|lexicon.Work); j-- {
			if isThing(n.word(j)) || n.list[j].w.Is(lexicon.Body) {
				return true
			}
		}
	}
	return false
}

func isThing(w string) bool { return product(w) || aThing(w) || locality(w) }

// metOrTold knows what people do with people.
func metOrTold(w string) bool {
	switch w {
	case "ask", "tell", "told", "text", "texted", "message", "email", "emailed", "ring", "rang", "phone", "met", "meet", "miss", "missed", "helped", "seeing", "contact", "contacted":
		return true
	}
	return false
}

// boughtOrUsed knows what people do with things, and seldom with people.
func boughtOrUsed(w string) bool {
	switch w {
	case "bought", "buy", "buying", "use", "used", "using", "ate", "eat", "eating", "drank", "wear", "wore", "wearing", "downloaded", "ordered", "order", "tried", "try", "via", "on", "sell", "sells", "joined", "join", "supports", "support", "won", "beat":
		return true
	}
	return false
}
