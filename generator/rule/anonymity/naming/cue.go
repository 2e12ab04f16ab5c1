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

func timeOf(f []byte) bool {
	switch string(f) {
	case "jun", "thu", "mar", "april", "may", "june", "august", "summer", "autumn", "winter", "sunday", "july", "march", "easter", "christmas":
		return true
	}
	return false
}
