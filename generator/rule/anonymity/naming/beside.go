package naming

import (
	"yousaid/generator/rule/anonymity/lexicon"
)

// amongLarge reports whether words that are no names and written large stand
// beside word k, as in the title of something.
func (n *reading) amongLarge(k int) bool {
	other := func(i, near int) bool {
		if i < 0 || i >= len(n.list) || n.list[near].gap != spaced && n.list[near].gap != hyphen && n.list[near].gap != joined {
			return false
		}
		t := &n.list[i]
		return !t.number && t.shape != small && t.known && !t.w.Name() && !t.w.Is(lexicon.Kin|lexicon.Work|lexicon.Title|lexicon.Small) && !t.start && t.j-t.i > 1
	}
	return other(k-1, k) || other(k+1, k+1)
}

// fullName reports whether a family name follows word k.
func (n *reading) fullName(k int) bool {
	if k+1 >= len(n.list) || n.list[k].possessive {
		return false
	}
	x := &n.list[k+1]
	if x.gap != spaced && x.gap != hyphen || x.number || x.shape == small {
		return false
	}
	if x.j == x.i+1 {
		return x.j < len(n.s) && n.s[x.j] == '.' && n.word(k+1) != "i" && x.gap == spaced && n.list[k].w.Given() == 3
	}
	return n.unknown(k+1) && x.w == 0 && x.shape == capital || x.w.Is(lexicon.Surname) && !x.w.Is(lexicon.Place|lexicon.Proper) && (x.w.Level() == 0 || !n.list[k].titled) && !x.w.Is(lexicon.Small|lexicon.Doing) || pure(x.w)
}

func (n *reading) surnameAfter(k int) bool {
	return n.list[k].w.Given() > 0 && n.fullName(k)
}

func (n *reading) smallAfter(k int) bool {
	return k+1 < len(n.list) && n.list[k+1].gap == spaced && n.list[k+1].shape == small && !n.list[k+1].w.Is(lexicon.Small)
}

// listed reports whether word k stands in a list of which another item is a
// name: Hope, Faith and Mia.
func (n *reading) listed(k int) bool {
	t := &n.list[k]
	if t.shape == small || !t.w.Is(lexicon.Alone) && !(t.w.Given() > 1 && t.w.Level() != 1) || t.w.Is(lexicon.Kin|lexicon.Small) || t.w.Is(lexicon.Place) && n.placed(k) {
		return false
	}
	is := func(i int) bool { return i >= 0 && i < len(n.list) && n.list[i].verdict == named }
	between := func(g gap) bool { return g&(comma|slashed) != 0 && g&(stopped|opened|closed) == 0 }
	if k > 0 && between(t.gap) && is(k-1) || k+1 < len(n.list) && between(n.list[k+1].gap) && is(k+1) {
		return true
	}
	and := func(i int) bool { w := n.word(i); return w == "and" || w == "n" || w == "or" || w == "then" }
	if and(k-1) && t.gap == spaced && is(k-2) && n.list[k-1].gap&^(spaced|comma) == 0 || and(k+1) && n.list[k+1].gap&^(spaced|comma) == 0 && is(k+2) && n.list[k+2].gap == spaced {
		return true
	}
	return t.gap&marked != 0 && is(k-1) || k+1 < len(n.list) && n.list[k+1].gap&marked != 0 && n.list[k+1].gap&spaced != 0 && is(k+1)
}

// neighbours lets names make names of the words beside them: a family name
// after a given one, a list in which the others are names.
func (n *reading) neighbours() {
	for k := range n.list {
		t := &n.list[k]
		if t.verdict != named && !t.number && t.b-t.a > 0 && n.listed(k) {
			t.verdict = named
		}
	}
	for k := 1; k < len(n.list); k++ {
		p, t := &n.list[k-1], &n.list[k]
		if p.verdict != named || t.verdict == named || t.number || p.possessive || t.gap != spaced && t.gap != hyphen && t.gap != spaced|dotted && t.gap != dotted && t.gap != stopped|spaced {
			continue
		}
		one := t.j == t.i+1 && t.shape == upper && n.word(k) != "i" && t.gap == spaced
		switch {
		case t.gap&stopped != 0 && !(p.j == p.i+1 && p.shape == upper):
		case t.shape == small && t.gap&spaced != 0 && !(p.shape == small && t.w.Is(lexicon.Surname) && t.w.Level() == 0):
		case one, t.verdict == perhaps && aStranger(t) && t.shape != small && p.shape != small && t.gap == spaced, t.w.Name() && !t.w.Is(lexicon.Small|lexicon.Kin|lexicon.Work|lexicon.Title) && (!t.titled || t.w.Is(lexicon.Surname)),
			particle(n.word(k)):
			t.verdict = named
		}
	}
}

func particle(w string) bool {
	switch w {
	case "van", "der", "den", "de", "la", "bin", "bint", "ibn", "al", "el", "ap", "ab", "ferch", "von", "da", "dos", "di", "du", "le", "te", "o", "mc", "mac", "st":
		return true
	}
	return false
}
