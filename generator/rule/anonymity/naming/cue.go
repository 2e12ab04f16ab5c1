package naming

import (
	"yousaid/generator/rule/anonymity/lexicon"
)

// cue is what the words around a word say about it.
type cue uint8

const (
	silent   cue = iota
	spokenTo     // ask, with, from: what people stand after, and other things too
	does         // it does what people do
	called       // somebody is called so
)

// cue reads what stands before and after word k.
func (n *reading) cue(k int) cue {
	t := &n.list[k]
	c := silent
	if t.gap&(stopped|lined) == 0 || t.gap&(opened|colon|dashed) != 0 {
		c = n.before(k)
	}
	if c == called {
		return c
	}
	if d := n.after(k); d > c {
		return d
	}
	return c
}

// before reads the words in front of word k.
func (n *reading) before(k int) cue {
	t := &n.list[k]
	if k == 0 {
		return silent
	}
	p := &n.list[k-1]
	w := n.word(k - 1)
	if p.gap&joined != 0 && t.gap&joined != 0 {
		return silent
	}
	if p.w.Is(lexicon.Title) && t.gap&^(spaced|dotted|stopped) == 0 && (p.shape != small || t.shape == small || !p.w.Is(lexicon.Work|lexicon.Kin)) {
		if p.shape != small || t.shape != small || p.w.Is(lexicon.Kin) || !p.w.Is(lexicon.Work) {
			t.kind = Worker
			if p.w.Is(lexicon.Kin) || family(w) {
				t.kind = Relative
			}
			return n.unlessWord(k, called)
		}
	}
	// my mum, Tracey · mum (Tracey) · mum is called Tracey · mum: Tracey · social worker is dave
	naming := false
	for i, steps := k-1, 0; i >= 0 && steps < 5; i, steps = i-1, steps+1 {
		q := &n.list[i]
		gone := n.list[i+1].gap
		if gone&(stopped|closed) != 0 || gone&lined != 0 && gone&dashed == 0 {
			break
		}
		word := n.word(i)
		if q.number {
			break
		}
		if (q.w.Is(lexicon.Kin) || q.w.Is(lexicon.Work)) && !q.possessive && (steps == 0 || naming || gone&(comma|opened|colon|dashed) != 0) {
			t.kind = Worker
			if q.w.Is(lexicon.Kin) && !q.w.Is(lexicon.Work) || (word == "carer" || word == "carers") {
				t.kind = Relative
			}
			if steps == 0 && t.gap&comma != 0 && t.shape == small && t.w != 0 && !pure(t.w) {
				return silent // my mum, will you
			}
			return n.unlessWord(k, called)
		}
		if q.w.Is(lexicon.Kin|lexicon.Work) && naming {
			t.kind = Relative
			if q.w.Is(lexicon.Work) && !q.w.Is(lexicon.Kin) {
				t.kind = Worker
			}
			return n.unlessWord(k, called)
		}
		switch word {
		case "is", "was", "s", "are", "whos", "who", "cald", "a", "still", "now", "actually", "also", "always", "only", "just", "there", "here":
			if word == "is" || word == "was" || word == "are" {
				naming = naming || steps == 0 && t.shape != small || steps == 0 && (pure(t.w) || n.unknown(k) && !t.start)
			}
			continue
		case "called", "named", "name", "names", "nickname", "nicknamed", "callin", "calling":
			if steps == 0 && (word == "name" || word == "names") && gone&(colon|hyphen|dashed|opened) == 0 {
				return silent
			}
			if steps <= 1 {
				t.kind = n.whose(i)
				if word == "calling" && t.shape == small {
					return silent
				}
				return n.unlessWord(k, called)
			}
		}
		break
	}
	if t.gap&(comma|opened|colon|quoted|dashed|slashed) != 0 && !(t.gap&colon != 0 && w == "hi") {
		if t.gap&comma != 0 && (w == "love" || w == "hi" || w == "thanks" || w == "from" || w == "signed" || w == "sincerely" || w == "hello" || w == "hey") {
			return n.unlessWord(k, called)
		}
		if w == "signed" || w == "from" && t.shape != small {
			return n.unlessWord(k, called)
		}
		return silent
	}
	switch w {
	case "said", "says", "asked", "replied", "answered", "added", "laughed", "whispered", "shouted", "explained":
		if t.gap == spaced && (t.shape != small || pure(t.w)) && (n.list[k-1].gap&quoted != 0 || t.w.Name() && t.shape != small) {
			return n.unlessWord(k, called)
		}
	case "im", "hi", "hello", "hey", "hiya", "dear", "thanks", "thank", "cheers", "ta", "signed", "rip", "annwyl", "diolch", "bye", "congratulations", "congrats", "sorry":
		if t.shape != small || pure(t.w) || w == "im" && n.unknown(k) && t.w == 0 && false {
			return n.unlessWord(k, called)
		}
		return spokenTo
	case "am", "this":
		if w == "am" && n.word(k-2) == "i" && (t.shape != small || pure(t.w)) {
			return n.unlessWord(k, called)
		}
	case "ask", "tell", "told", "text", "texted", "message", "email", "emailed", "ring", "rang", "phone", "see", "saw", "met", "meet", "miss", "missed",
		"with", "w", "wiv", "wid", "from", "for", "to", "by", "about", "than", "like", "love", "hate", "helped", "visit", "visited", "seeing", "contact", "contacted", "call", "let", "n", "nd":
		return spokenTo
	case "me":
		if v := n.word(k - 2); (v == "call" || v == "calls" || v == "called") && (t.shape != small || pure(t.w) || n.unknown(k)) {
			return n.unlessWord(k, called)
		}
		return spokenTo
	case "and":
		if n.word(k-2) == "me" || n.word(k-2) == "i" || n.word(k-2) == "myself" {
			if t.shape != small || pure(t.w) || t.w == 0 && !t.known {
				return n.unlessWord(k, called)
			}
		}
	}
	if (w == "n" || w == "nd") && n.word(k-2) == "me" && (pure(t.w) || t.w == 0 && !t.known) {
		return called
	}
	return silent
}

// whose reads who it is that is called something.
func (n *reading) whose(k int) Kind {
	for i := k - 1; i >= 0 && i >= k-5; i-- {
		if n.list[i+1].gap&(stopped|lined) != 0 {
			break
		}
		if w := n.list[i].w; w.Is(lexicon.Kin) {
			return Relative
		} else if w.Is(lexicon.Work) {
			return Worker
		}
	}
	return Somebody
}

// unlessWord takes a cue back where word k is an everyday word that only a
// large letter could make a name: my mum is happy, my friend the.
func (n *reading) unlessWord(k int, c cue) cue {
	t := &n.list[k]
	if t.w.Is(lexicon.Small | lexicon.Kin | lexicon.Title | lexicon.Work) {
		return silent
	}
	if t.shape == small && t.known && !t.w.Name() && !(t.alike && n.titleBefore(k)) || t.shape == small && t.w.Level() > 0 && t.w.Given() < 2 {
		return silent
	}
	if t.shape == capital && t.w.Is(lexicon.Body) && t.w.Given() < 3 && k > 0 && n.list[k-1].shape != small && !n.titleBefore(k) {
		return silent // Just for Kids Law
	}
	if t.titled && !pure(t.w) && t.known && !t.w.Is(lexicon.Alone) {
		return silent
	}
	return c
}

// titleBefore reports whether Mr, PC or the like stands before word k.
func (n *reading) titleBefore(k int) bool {
	if k == 0 || n.list[k].gap&^(spaced|dotted|stopped) != 0 {
		return false
	}
	w := n.list[k-1].w
	return w.Is(lexicon.Title) && !w.Is(lexicon.Work) && (!w.Is(lexicon.Kin) || family(n.word(k-1)) && n.list[k-1].shape != small)
}

// styled reports whether word k stands after Mrs or the like, which nothing
// but a name follows.
func (n *reading) styled(k int) bool {
	if k == 0 || n.list[k].gap&^(spaced|dotted|stopped) != 0 || n.list[k].gap&stopped != 0 && n.list[k].shape == small {
		return false
	}
	switch n.word(k - 1) {
	case "mr", "mrs", "ms", "cllr":
	default:
		return false
	}
	n.list[k].kind = Worker
	return true
}

func family(w string) bool {
	switch w {
	case "auntie", "aunty", "aunt", "uncle", "bibi", "khala", "khalo", "chacha", "chachi", "mama", "mami", "bhai", "didi", "tante", "oom":
		return true
	}
	return false
}

// after reads the words behind word k.
func (n *reading) after(k int) cue {
	t := &n.list[k]
	if k+1 >= len(n.list) {
		return silent
	}
	x := &n.list[k+1]
	w := n.word(k + 1)
	if t.possessive && x.gap == spaced && x.w.Is(lexicon.Kin) && x.shape == small && w != "child" && w != "children" && w != "carers" && w != "parents" && t.shape != small {
		return n.unlessWord(k, called)
	}
	if x.gap == spaced && w == "will" && n.word(k) == "will" && t.shape == capital {
		return does
	}
	if x.gap == spaced && (x.shape == small || x.shape == upper && t.titled && t.shape == upper) && x.w.Is(lexicon.Doing) && !t.possessive {
		if onlyPeople(w) {
			if t.start && t.w.Is(lexicon.Alone) && t.w.Level() > 0 && ranked(w, n.word(k+2)) {
				return silent
			}
			return does
		}
		if t.w.Level() == 0 && t.w.Given() > 0 {
			return does
		}
		if modal(n.word(k)) && (w == "is" || w == "was" || w == "has" || w == "had" || w == "does" || w == "did" || w == "goes" || w == "went" || w == "got" || w == "gets") && t.shape != small {
			return does
		}
		if (w == "is" || w == "was") && t.shape != small && k+2 < len(n.list) && (n.list[k+2].number || person(n.word(k+2))) {
			return does
		}
	}
	if t.shape != small && x.gap&^(spaced|comma) == 0 && w == "who" && k+2 < len(n.list) && n.list[k+2].w.Is(lexicon.Doing) {
		return does
	}
	if t.shape != small && x.gap == spaced && w == "from" && !t.w.Is(lexicon.Proper) {
		switch n.word(k + 2) {
		case "our", "my", "your", "their", "his", "her":
			return does
		}
	}
	// Summer (my sister) · Sarah, my social worker · Grace, 15 · Will and me
	if x.gap&(comma|opened|dashed) != 0 && x.gap&(stopped|lined|closed) == 0 {
		i := k + 1
		own := false
		for ; i < len(n.list) && i <= k+4; i++ {
			v := n.word(i)
			if i > k+1 && n.list[i].gap != spaced && n.list[i].gap != hyphen {
				break
			}
			if v == "my" || v == "his" || v == "her" || v == "their" || v == "our" || v == "me" {
				own = true
				continue
			}
			q := &n.list[i]
			if q.w.Is(lexicon.Kin | lexicon.Work) {
				if !own && x.gap&opened == 0 && t.shape == small {
					break
				}
				if !own && x.gap&(opened) == 0 && !pure(t.w) && !n.unknown(k) {
					break
				}
				t.kind = Relative
				if q.w.Is(lexicon.Work) && v != "carer" {
					t.kind = Worker
				}
				if t.shape == small && !pure(t.w) && !doubtful(t.w) {
					return silent
				}
				return n.unlessWord(k, called)
			}
			if !own && !(v == "foster" || v == "social" || v == "key" || v == "support" || v == "youth" || v == "young" || v == "the" || v == "a" || v == "an" || v == "best" || v == "big" || v == "little" || v == "older" || v == "younger" || v == "step" || v == "great") {
				break
			}
		}
		if x.number && t.shape != small && x.gap&(comma|opened) != 0 && aged(n.s[x.i:x.j]) && (x.j >= len(n.s) || n.s[x.j] == ')' || n.s[x.j] == ',' || n.s[x.j] == '.') {
			return does
		}
	}
	if x.gap == spaced && (w == "and" || w == "n") && k+2 < len(n.list) {
		if v := n.word(k + 2); (v == "i" || v == "me" || v == "myself") && n.list[k+2].gap == spaced && (t.shape != small || pure(t.w)) {
			return called
		}
	}
	return silent
}

func aged(s string) bool {
	return len(s) == 1 && s[0] > '3' || len(s) == 2 && (s[0] == '1' || s[0] == '2')
}

// onlyPeople knows what nobody but a person does.
func onlyPeople(w string) bool {
	switch w {
	case "said", "says", "told", "tells", "asked", "asks", "thinks", "thought", "wants", "wanted", "loves", "loved", "likes", "liked", "hates", "hated", "feels", "felt", "knows", "knew",
		"agreed", "suggested", "explained", "wrote", "writes", "drew", "spoke", "talked", "chose", "decided", "joined", "wished", "believes", "reckons", "reckoned", "remembers", "replied", "answered",
		"shouted", "laughed", "laughs", "cried", "cries", "smiled", "nodded", "shrugged", "whispered", "sang", "cooked", "phoned", "texted", "messaged", "emailed", "voted", "apologised", "thanked", "chaired", "filmed",
		"recorded", "volunteered", "mentioned", "admitted", "insisted", "complained", "lives", "lived", "plays", "goes", "went", "gets", "got", "came", "hoped", "doesnt", "didnt", "took", "ate", "slept", "walked", "drives", "drove", "painted", "sat", "stood", "waited", "arrived", "gave", "ran", "led", "won", "met", "read", "played", "turned", "passed", "chairs", "leads", "moves", "moved", "visited", "cooks":
		return true
	}
	return false
}

// ranked knows what wishes and ideas do as well as people: came first, ran out.
func ranked(w, next string) bool {
	switch w {
	case "came", "went", "ran", "got", "goes", "gets", "won":
		switch next {
		case "first", "second", "third", "last", "top", "bottom", "out", "by":
			return true
		}
	}
	return false
}

func modal(w string) bool {
	return w == "will" || w == "may" || w == "mark" || w == "rob" || w == "sue" || w == "pat" || w == "chase" || w == "bill" || w == "nick" || w == "drew" || w == "josh" || w == "jack" || w == "frank"
}

func person(w string) bool {
	switch w {
	case "my", "our", "his", "her", "one", "who", "brilliant", "lovely", "kind", "amazing", "funny", "nice", "moving", "leaving", "sick", "ill", "upset", "happy", "sad", "angry", "late", "away", "proud", "scared", "nervous", "born":
		return true
	}
	return false
}

// noVerb reports whether what follows a small word lets it be a name: my
// sister hope said, but not my mum will say.
func (n *reading) noVerb(k int) bool {
	t := &n.list[k]
	if t.possessive || k+1 >= len(n.list) || n.list[k+1].gap != spaced {
		return t.w.Is(lexicon.Alone)
	}
	x := &n.list[k+1]
	if modal(n.word(k)) && !onlyPeople(n.word(k+1)) && n.word(k+1) != "is" && n.word(k+1) != "was" && n.word(k+1) != "has" {
		return false
	}
	return t.w.Is(lexicon.Alone) && (x.w.Is(lexicon.Doing) || n.word(k+1) == "and" || n.word(k+1) == "who")
}

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

func timeOf(f []byte) bool {
	switch string(f) {
	case "jun", "thu", "mar", "april", "may", "june", "august", "summer", "autumn", "winter", "sunday", "july", "march", "easter", "christmas":
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
