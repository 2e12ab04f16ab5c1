package naming

import (
	"yousaid/generator/rule/anonymity/lexicon"
)

// honoured reports whether word k is part of the name of somebody whom a place
// or a fund is called after: Sir Bobby Robson Foundation.
func (n *reading) honoured(k int) bool {
	for i := k; i > 0 && i > k-3 && n.list[i].gap == spaced; i-- {
		if n.list[i-1].shape == small {
			return false
		}
		switch n.word(i - 1) {
		case "sir", "dame", "lord", "lady", "saint", "duke", "king", "queen", "prince", "princess":
			return n.bodyAhead(k)
		}
	}
	return false
}

// lasting knows what is called after somebody with an 's.
func lasting(w string) bool {
	switch w {
	case "law", "act", "rule", "original", "protocol", "foundation", "trust", "fund", "hospital", "hospice", "syndrome", "disease", "arena", "column", "ladder":
		return true
	}
	return false
}

// product knows what is sold, worn, eaten or paid with, and stands after the
// name of whoever makes it, seldom after a person's.
func product(w string) bool {
	switch w {
	case "jug", "card", "cards", "pass", "passes", "voucher", "vouchers", "ticket", "tickets", "trainers", "hoodies", "hoodie", "jeans", "leggings", "boots", "pizza", "pizzas", "sausages", "burgers", "crisps", "biscuits",
		"potato", "potatoes", "shampoo", "tablet", "tablets", "console", "controller", "fridge", "cooker", "hoover", "kettle", "speaker", "headphones", "account", "accounts", "grant", "grants", "appeal", "award", "awards", "certificate", "certificates",
		"apps", "website", "helpline", "machine", "bikes", "minibus", "tickbox", "font", "playlist", "concert", "gig", "tour", "album", "albums", "songs", "soundtrack", "movie", "movies", "trilogy", "franchise", "episode", "episodes", "level", "levels", "server", "stickers", "merch", "hairdryer", "perfume", "spray", "cream", "sauce", "noodles", "chocolate", "sweets", "buns", "meal", "meals":
		return true
	}
	return false
}

// made reports whether word k is the make of what is named after it.
func (n *reading) made(k int) bool {
	t := &n.list[k]
	if t.possessive || k+1 >= len(n.list) || n.list[k+1].gap != spaced || n.list[k+1].shape != small || t.w.Given() == 3 && !t.w.Is(lexicon.Alone) {
		return false
	}
	return product(n.word(k + 1))
}

// amongThings reports whether word k stands in a list with makes and places.
func (n *reading) amongThings(k int) bool {
	thing := func(i int) bool {
		if i < 0 || i >= len(n.list) {
			return false
		}
		t := &n.list[i]
		return (t.shape == capital || t.shape == mixed) && t.w.Is(lexicon.Place|lexicon.Proper) && t.w.Given() < 2 && !t.w.Is(lexicon.Alone)
	}
	and := func(i int) bool {
		w := n.word(i)
		return (w == "and" || w == "or") && n.list[i].gap&^(spaced|comma) == 0
	}
	const between = comma | spaced
	if n.list[k].gap == between && thing(k-1) || k+1 < len(n.list) && n.list[k+1].gap == between && thing(k+1) {
		return true
	}
	return n.list[k].gap == spaced && and(k-1) && thing(k-2) || k+2 < len(n.list) && and(k+1) && n.list[k+2].gap == spaced && thing(k+2)
}

// shown reports whether word k is something that is watched, played or sung, or
// the second of its kind: Moana 2.
func (n *reading) shown(k int) bool {
	t := &n.list[k]
	if t.possessive {
		return false
	}
	switch n.word(k - 1) {
	case "watch", "watched", "watching", "playing", "sang", "sing", "singing", "streaming", "binged", "film", "film:", "album", "song":
		if t.gap&(stopped|lined|comma) == 0 {
			return true
		}
	}
	x := k + 1
	return x < len(n.list) && n.list[x].number && n.list[x].gap == spaced && n.list[x].j == n.list[x].i+1
}

// aThing knows what buses, rooms, paints and islands are: no people.
func aThing(w string) bool {
	switch w {
	case "minibus", "minibuses", "bus", "buses", "van", "vans", "boat", "boats", "ship", "colour", "colours", "shade", "shades", "room", "rooms", "island", "islands", "town", "towns", "village", "villages", "city", "cities", "country", "countries",
		"flavour", "flavours", "scent", "scents", "stone", "stones", "gem", "gems", "herb", "herbs", "plant", "plants", "flower", "flowers", "tree", "trees", "dog", "dogs", "cat", "cats", "hen", "hens", "goats", "horses", "ponies", "rabbits", "hamster", "hamsters",
		"theme", "themes", "word", "words", "season", "seasons", "month", "months", "song", "songs", "film", "films", "pub", "pubs", "app", "apps", "game", "games", "shop", "shops", "brand", "brands", "potatoes", "river", "rivers", "lake", "printer", "printers", "laptops":
		return true
	}
	return false
}

// things takes back words of which the text says that they are things: Saffron,
// Olive and Ruby were the colours.
func (n *reading) things() {
	for k := range n.list {
		t := &n.list[k]
		from := k - 1
		switch n.word(k) {
		case "is", "are", "was", "were":
			if t.gap != spaced || k == 0 {
				continue
			}
		case "all", "the", "our", "both", "these":
			if t.gap&colon == 0 || k == 0 {
				continue
			}
		default:
			continue
		}
		if !n.thingAhead(k) {
			continue
		}
		first := n.listBefore(from)
		if first < 0 {
			continue
		}
		many := from-first >= 3
		for i := first; i <= from; i++ {
			if q := &n.list[i]; q.kind == Somebody && !q.disguised && (many || q.w.Is(lexicon.Alone|lexicon.Place)) {
				q.verdict = nothing
				n.alsoThings(i)
			}
		}
	}
}

// thingAhead reports whether a thing is named soon behind word k, and nobody
// before it.
func (n *reading) thingAhead(k int) bool {
	for i := k + 1; i < len(n.list) && i <= k+5; i++ {
		q := &n.list[i]
		if q.gap != spaced && q.gap != hyphen || q.shape != small && !q.number || q.w.Is(lexicon.Kin|lexicon.Work|lexicon.Doing) {
			return false
		}
		switch n.word(i) {
		case "on", "in", "at", "with", "to", "for", "from", "not", "by", "near":
			return false
		}
		if aThing(n.word(i)) {
			return true
		}
	}
	return false
}

// listBefore is where a list of large words begins that ends with word k, or -1.
func (n *reading) listBefore(k int) int {
	first := -1
	for i := k; i >= 0; i-- {
		t := &n.list[i]
		if t.possessive || t.number {
			return -1
		}
		if t.shape != small {
			first = i
		} else if w := n.word(i); w != "and" && w != "or" && !t.w.Is(lexicon.Alone) {
			break
		}
		if t.gap&(stopped|lined|colon|quoted) != 0 {
			break
		}
	}
	return first
}

// alsoThings takes back the word k wherever else it stands and does not speak.
func (n *reading) alsoThings(k int) {
	for i := range n.list {
		q := &n.list[i]
		if i == k || q.verdict == nothing || q.kind != Somebody || q.b-q.a != n.list[k].b-n.list[k].a || n.word(i) != n.word(k) || q.possessive {
			continue
		}
		switch n.word(i + 1) {
		case "said", "says", "told", "asked", "asks", "wants", "wanted", "thinks", "feels", "felt", "and":
			continue
		}
		q.verdict = nothing
	}
}

// shortMonth reports whether word k is one of two short months: Jan-Mar.
func (n *reading) shortMonth(k int) bool {
	month := func(i int) bool {
		switch n.word(i) {
		case "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "june", "july", "april":
			return true
		}
		return false
	}
	t := &n.list[k]
	return month(k) && (t.gap&(hyphen|slashed) != 0 && month(k-1) || k+1 < len(n.list) && n.list[k+1].gap&(hyphen|slashed) != 0 && month(k+1))
}

// placeLike knows the ends of the names of places and houses that no list has.
func placeLike(f []byte) bool {
	if len(f) < 7 {
		return false
	}
	for _, end := range [...]string{"bourne", "bank", "gate", "hall", "moor", "cliffe", "cliff", "stead", "brook", "thorpe", "combe", "bridge", "hurst", "minster", "mouth", "shire", "borough", "bury", "burgh", "holme", "standing", "berry", "ington", "house", "croft", "view", "court", "lodge", "dale", "hill", "park", "town"} {
		if len(f) >= len(end)+3 && string(f[len(f)-len(end):]) == end {
			return true
		}
	}
	return false
}

// oneOf reports whether word k stands after a or an, as what is one of many: a
// Carrera.
func (n *reading) oneOf(k int) bool {
	w := n.word(k - 1)
	return n.list[k].gap == spaced && (w == "a" || w == "an") && !n.list[k].possessive
}

// calledAfter reports whether what is behind word k, and the words with large
// letters around it, is called after somebody: the Ferguson inquiry.
func (n *reading) calledAfter(k int) bool {
	i, j := k, k+1
	for i > 0 && n.list[i].gap == spaced && n.list[i-1].shape != small && !n.list[i-1].possessive && !n.list[i-1].number {
		i--
	}
	for j < len(n.list) && n.list[j].gap == spaced && n.list[j].shape != small && !n.list[j-1].possessive {
		j++
	}
	if j >= len(n.list) || n.list[j].gap != spaced || n.list[j-1].possessive || n.word(i-1) != "the" && n.word(i) != "the" {
		return false
	}
	switch n.word(j) {
	case "inquiry", "report", "judgment", "judgement", "ruling", "prize", "prizes", "medal", "track", "lecture", "scholarship", "bursary", "fund", "foundation", "trust", "stand", "bridge", "tunnel", "suite", "wing":
		return true
	}
	return false
}

// titles doubts names behind a word for what has titles: Songs: Valerie.
func (n *reading) titles() {
	on := false
	for k := range n.list {
		t := &n.list[k]
		switch {
		case t.gap&colon != 0 && k > 0:
			switch n.word(k - 1) {
			case "karaoke", "songs", "films", "playlist", "musicals", "menu", "brands", "shops", "games", "shows":
				on = true
			default:
				on = false
			}
		case t.gap&(stopped|lined) != 0:
			on = false
		}
		if on && t.verdict == named && t.kind == Somebody && t.shape != small {
			t.verdict = perhaps
		}
	}
}
