package naming

import (
	"yousaid/generator/rule/anonymity/lexicon"
)

// at reports whether word k stands after a word that places follow.
func (n *reading) at(k int) bool {
	if k == 0 || n.list[k].gap != spaced {
		return false
	}
	switch n.word(k - 1) {
	case "in", "near", "around", "across", "outside", "at", "through", "towards", "via", "visiting", "outskirts", "north", "south", "east", "west", "central", "yn", "ym":
		return true
	case "the":
		w := n.word(k - 2)
		return w == "in" || w == "at" || w == "near"
	}
	return false
}

// placed reports whether the name of a place stands after a word that a
// person's name may follow too.
func (n *reading) placed(k int) bool {
	switch n.word(k - 2) {
	case "thanks", "thank", "according", "listened", "spoke", "talked", "gave", "said", "sorry":
		return false
	}
	switch n.word(k - 1) {
	case "from", "to", "of", "and", "for", "between", "leave", "left", "reach", "visit", "visited", "or":
		return true
	}
	return n.beside(k)
}

// beside reports whether word k stands in a list of places.
func (n *reading) beside(k int) bool {
	near := func(i int) bool {
		return i >= 0 && i < len(n.list) && n.list[i].shape != small && n.list[i].w.Is(lexicon.Place) && n.list[i].w.Given() < 3
	}
	return n.list[k].gap&comma != 0 && near(k-1) || k+1 < len(n.list) && n.list[k+1].gap&comma != 0 && near(k+1)
}

// afterArticle reports whether the, a, our and the like stand before word k.
func (n *reading) afterArticle(k int) bool {
	if k == 0 || n.list[k].gap != spaced {
		return false
	}
	switch n.word(k - 1) {
	case "the", "a", "an", "our", "your", "this", "that", "no", "each", "every", "my", "his", "her", "their", "some", "any", "more", "with" + "out", "new", "old", "last", "next":
		return true
	}
	return false
}

// building reports whether word k is part of what a street, a house or a body
// is called: of words with large letters, the last is Street, House or Trust.
func (n *reading) building(k int) bool {
	if n.bodyAhead(k) {
		return true
	}
	if k > 0 && n.list[k].gap == spaced && n.list[k-1].shape != small {
		switch n.word(k - 1) {
		case "ty", "llyn", "plas", "coed", "cwm", "afon", "ysgol", "canolfan", "capel", "heol", "ffordd", "parc", "menter", "sir", "loch", "ben", "mount", "lake", "mam":
			return n.list[k-1].verdict != named || n.list[k-1].w.Given() < 3
		}
	}
	return k > 0 && n.word(k-1) == "st" && n.list[k-1].shape == capital && n.list[k].gap&^(spaced|dotted|stopped) == 0
}

// bodyAhead reports whether Street, House or Trust stands behind word k.
func (n *reading) bodyAhead(k int) bool {
	i := k
	for i+1 < len(n.list) && (n.list[i+1].gap == spaced || n.list[i+1].gap == hyphen || n.list[i+1].gap == joined) && !n.list[i+1].number {
		x := &n.list[i+1]
		if x.shape == small && !(x.gap == spaced && i == k && !n.list[k].possessive && locality(n.word(i+1)) && n.list[k].w.Given() < 2) {
			break
		}
		i++
		if x.shape == small {
			return true
		}
	}
	for ; i > k; i-- {
		x := &n.list[i]
		if n.list[k].possessive && i == k+1 && lasting(n.word(i)) {
			return true
		}
		if x.w.Is(lexicon.Body) && (!x.w.Is(lexicon.Surname) || n.list[k].w.Given() == 0 || i > k+1) && !n.list[k].possessive {
			return true
		}
	}
	return false
}

// locality knows what follows the name of a place in small letters too.
func locality(w string) bool {
	switch w {
	case "road", "street", "estate", "park", "school", "college", "hospital", "library", "station", "council", "centre", "project", "app", "house", "lane", "avenue", "close", "leisure", "shopping", "high", "youth", "academy", "university", "festival", "fc", "model", "line", "sponge", "plugs", "guidelines", "competence", "protocol", "guardian", "units", "buses", "trains", "market", "river", "bridge", "canal", "beach", "train", "bus", "lot", "area", "villages", "village", "town", "city":
		return true
	}
	return false
}

// endsPlace reports whether word k ends what a place is called: Kings Heath.
func (n *reading) endsPlace(k int) bool {
	t := &n.list[k]
	if k == 0 || !t.w.Is(lexicon.Body) || t.gap != spaced {
		return false
	}
	p := &n.list[k-1]
	return p.shape != small && !p.possessive && p.verdict == nothing && p.w.Given() < 2 && !p.w.Is(lexicon.Title|lexicon.Kin|lexicon.Work|lexicon.Small)
}
