package naming

import (
	"yousaid/generator/rule/anonymity/lexicon"
)

// judge decides about every word whether it is somebody's name.
func (n *reading) judge() {
	n.count()
	for k := range n.list {
		t := &n.list[k]
		if t.number || t.verdict == named {
			continue
		}
		switch {
		case t.shape == foreign:
			t.verdict = named
		case t.shape == upper && n.single(k):
			n.initial(k)
		case t.b-t.a < 2:
		case t.shape == small && t.w.Level() > 0 && !t.w.Name() && (k == 0 || !n.list[k-1].w.Is(lexicon.Title)):
			// an everyday word
		case t.shape == small:
			t.verdict = n.written(k)
		case t.shape == upper && !t.titled:
			t.verdict = n.shouted(k)
		default:
			t.verdict = n.large(k)
		}
	}
	n.otherScripts()
	n.broken()
	n.letters()
	n.rows()
	if !n.anyNamed(0, len(n.list)) {
		return
	}
	n.neighbours()
	n.again()
	n.things()
	n.titles()
	n.phrases()
	n.addresses()
}

// pure reports whether w is a name before it is anything else.
func pure(w lexicon.Word) bool {
	if w.Is(lexicon.Proper | lexicon.Kin | lexicon.Title | lexicon.Work | lexicon.Small) {
		return false
	}
	l, g := w.Level(), w.Given()
	if w.Is(lexicon.Place) {
		return g == 3 && l == 0 && !w.Is(lexicon.Alone)
	}
	switch l {
	case 0:
		return g > 0 || w.Is(lexicon.Surname)
	case 5:
		return g > 1 || w.Is(lexicon.Surname) && g > 0
	case 4:
		return g > 1 && !w.Is(lexicon.Alone)
	case 3:
		return g == 3 && !w.Is(lexicon.Alone)
	}
	return false
}

// doubtful reports whether w is a name and a word, or a name and a place.
func doubtful(w lexicon.Word) bool {
	return w.Is(lexicon.Alone) || w.Given() > 1 && !w.Is(lexicon.Small|lexicon.Kin|lexicon.Work|lexicon.Title)
}

// unknown reports whether nobody knows word k as anything.
func (n *reading) unknown(k int) bool {
	t := &n.list[k]
	return !t.number && !t.known && !t.w.Name() && t.shape != foreign
}

// large decides about a word that begins with a large letter.
func (n *reading) large(k int) verdict {
	t := &n.list[k]
	if n.honoured(k) || n.shortMonth(k) {
		return nothing
	}
	cue := n.cue(k)
	switch {
	case t.w == 0 && !t.known:
		switch {
		case cue == called, n.styled(k):
			return named
		case n.building(k), cue != does && n.made(k), t.gap == joined && t.b-t.a < 4 && !spoken(n.key(k)):
			return nothing
		case t.tongue, cue == silent && n.calledAfter(k), t.start && t.gap&comma == 0 && t.b-t.a > 5 && cue == silent && mistyped(n.key(k)):
			return perhaps
		}
		return n.weigh(k, cue)
	case pure(t.w):
		switch {
		case cue == called:
			return named
		case n.building(k), cue != does && n.made(k):
			return nothing
		case cue == silent && n.calledAfter(k):
			return perhaps
		}
		return n.weigh(k, cue)
	case n.styled(k) && !t.w.Is(lexicon.Small|lexicon.Work|lexicon.Kin):
		return named
	case cue == called && (t.w.Name() || t.w.Level() == 0 && (t.w.Is(lexicon.Place) || t.kind == Relative && n.oneBefore(k) && !t.w.Is(lexicon.Body))):
		return named
	case cue == called && (n.surnameAfter(k) || n.titleBefore(k)) && !t.titled:
		return named
	case t.w.Is(lexicon.Alone), doubtful(t.w) && (cue == does || t.w.Is(lexicon.Place) && t.w.Level() == 0):
		return n.either(k, cue)
	case doubtful(t.w) && t.disguised && t.b-t.a > 2:
		return named
	case doubtful(t.w) && n.fullName(k) && !n.building(k) && !t.titled:
		return named
	}
	return nothing
}

// oneBefore reports whether one relative stands in front of word k, not several:
// my foster mum, Nesta, but not the carers, Thursday.
func (n *reading) oneBefore(k int) bool {
	return k > 0 && n.list[k-1].w.Is(lexicon.Kin) && n.s[n.list[k-1].j-1] != 's'
}

// either decides about a large word that is a name and something else.
func (n *reading) either(k int, c cue) verdict {
	t := &n.list[k]
	word := t.w.Is(lexicon.Alone)
	switch {
	case c == called, t.disguised && t.b-t.a > 2:
		return named
	case n.endsPlace(k), n.placeToPlace(k):
		return nothing
	case c == does, n.fullName(k):
		return n.weigh(k, c)
	case timeOf(n.key(k)), t.w.Is(lexicon.Place) && n.placed(k), !word:
		return nothing
	case t.possessive && !t.titled && !t.w.Is(lexicon.Place) && (!t.start || t.w.Level() > 0) && n.smallAfter(k):
		return n.weigh(k, c)
	case t.gap == joined && t.titled, t.start && !t.titled && !n.asks(k) && n.doingAfter(k):
		return min(n.weigh(k, c), perhaps)
	case t.start || t.titled:
		return nothing
	}
	return n.weigh(k, c)
}

// placeToPlace knows from Bangor to Barry.
func (n *reading) placeToPlace(k int) bool {
	return n.list[k].w.Is(lexicon.Place) && n.word(k-1) == "to" && k > 1 && n.list[k-2].shape != small && n.list[k-2].w.Is(lexicon.Place)
}

func (n *reading) doingAfter(k int) bool {
	return k+1 < len(n.list) && n.list[k+1].gap == spaced && n.list[k+1].shape == small && n.list[k+1].w.Is(lexicon.Doing)
}

// shouted decides about a word in large letters among others that are not: a
// name, or letters that stand for something.
func (n *reading) shouted(k int) verdict {
	t := &n.list[k]
	cue := n.cue(k)
	switch {
	case n.word(k) == "elsa" && cue != called:
		return nothing // the help at school that is called so
	case t.w.Given() < 2 && !t.w.Is(lexicon.Alone) && !spoken(n.key(k)), t.b-t.a <= 4 && cue != called && n.afterArticle(k) && !t.possessive:
		return nothing // SDQ, my PIP
	case t.w == 0 && t.gap&opened != 0 && cue == silent && k > 0 && n.list[k-1].shape != small && k+1 < len(n.list) && n.list[k+1].gap&closed != 0:
		return perhaps // Voice of Young People (VOYPIC)
	case pure(t.w) && t.b-t.a > 2 && (t.w.Given() > 1 || cue != silent || t.b-t.a > 4):
		if cue == called {
			return named
		}
		return n.weigh(k, cue)
	case t.w.Name() && cue == called:
		return named
	case t.w.Is(lexicon.Alone) && t.b-t.a > 2 && cue == does:
		return named
	case (t.w.Is(lexicon.Alone) || doubtful(t.w)) && t.disguised && t.b-t.a > 2:
		return named
	case t.w == 0 && !t.known && t.b-t.a >= 4 && cue == called:
		return named
	case t.w == 0 && !t.known && t.b-t.a >= 6 && spoken(n.key(k)):
		return n.weigh(k, cue)
	case t.w == 0 && !t.known && t.b-t.a >= 4 && spoken(n.key(k)):
		return perhaps
	}
	return nothing
}

// spoken reports whether letters can be read out as a word.
func spoken(f []byte) bool {
	vowels, run := 0, 0
	for _, c := range f {
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			vowels++
			run = 0
		default:
			if run++; run > 3 {
				return false
			}
		}
	}
	return vowels*4 >= len(f)
}

// written decides about a word in small letters.
func (n *reading) written(k int) verdict {
	t := &n.list[k]
	if t.tongue && t.w.Given() < 3 || t.w.Is(lexicon.Small|lexicon.Kin|lexicon.Work|lexicon.Title) || t.gap&(atSign|dotted) != 0 && n.address(k) {
		return nothing
	}
	long := t.b - t.a
	cue := n.cue(k)
	switch {
	case n.styled(k) && !t.w.Is(lexicon.Small|lexicon.Work|lexicon.Kin) && long > 2:
		return named
	case pure(t.w) && long > 2 && (t.w.Level() == 0 || cue == called):
		switch {
		case cue == called || cue == does || cue == spokenTo:
			return named
		case t.w.Given() == 3, t.w.Given() == 2 && long >= 4, t.w.Is(lexicon.Surname) && long >= 6:
			return named
		case long >= 4:
			return perhaps
		}
	case doubtful(t.w) && cue == called && n.noVerb(k):
		return named
	case doubtful(t.w) && t.disguised && long > 2:
		return named
	case t.w.Is(lexicon.Alone) && cue == spokenTo && metOrTold(n.word(k-1)) && !timeOf(n.key(k)) && n.nothingBehind(k):
		return perhaps
	case t.w.Is(lexicon.Alone) && cue == does && !n.afterArticle(k) && !timeOf(n.key(k)):
		if t.start {
			return perhaps
		}
		return named
	case t.w == 0 && t.alike && long > 3 && t.gap == spaced && n.list[k-1].w.Is(lexicon.Kin):
		return perhaps
	case t.w == 0 && !t.known && long > 2:
		if cue == called || cue == does && long > 3 {
			return named
		}
		if t.gap&hashed != 0 || long >= 9 && t.gap&spaced == 0 {
			return n.within(k)
		}
		if f := n.key(k); f[0] == 'l' && lexicon.Look(append([]byte{'i'}, f[1:]...)).Given() > 1 {
			return named
		}
		if f := n.key(k); f[long-1] == 's' && lexicon.Look(f[:long-1]).Given() > 1 && pure(lexicon.Look(f[:long-1])) {
			return named // aaliyahs bus
		}
		if long >= 4 && !spelling(n.key(k)) {
			return perhaps
		}
	}
	return nothing
}

// nothingBehind reports whether what follows word k leaves it alone: i told
// grace and we went, but not i told mark it.
func (n *reading) nothingBehind(k int) bool {
	if k+1 >= len(n.list) || n.list[k+1].gap&^spaced != 0 {
		return true
	}
	switch n.word(k + 1) {
	case "and", "n", "but", "that", "about", "because", "cos", "coz", "bc", "i", "she", "he":
		return true
	}
	return false
}

// spelling knows letters that are no word in any language: keys that somebody
// hit, or a word without its vowels.
func spelling(f []byte) bool {
	for _, c := range f {
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			return false
		}
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// address reports whether word k is part of a web or e-mail address.
func (n *reading) address(k int) bool {
	t := &n.list[k]
	return t.gap&dotted != 0 && t.gap&^dotted == 0 && k > 0 && (n.list[k-1].gap&(slashed|dotted|atSign) != 0 || n.word(k) == "com" || n.word(k) == "org" || n.word(k) == "uk")
}

// within looks for a name in words that are written as one: justiceforsam.
func (n *reading) within(k int) verdict {
	f := n.key(k)
	if len(f) > longest {
		return perhaps
	}
	for size := min(len(f)-2, 14); size >= 4; size-- {
		for i := 0; i+size <= len(f); i++ {
			w := lexicon.Look(f[i : i+size])
			if w.Given() > 1 && pure(w) && w.Level() == 0 && ofWords(f[:i]) && ofWords(f[i+size:]) {
				return named
			}
		}
	}
	return perhaps
}

// longest is how long a word may be for those who cut it up, try by try.
const longest = 40

// ofWords reports whether f can be cut into common words.
func ofWords(f []byte) bool {
	var reached [longest + 1]bool // up to where it can
	reached[0] = true
	for i := range f {
		for j := i + 1; reached[i] && j <= len(f); j++ {
			w := lexicon.Look(f[i:j])
			reached[j] = reached[j] || w.Level() > 0 && w.Level() <= 2 && (j > i+1 || f[i] == 'a' || f[i] == 'i' || f[i] == 's') || j == len(f) && string(f[i:]) == "s"
		}
	}
	return reached[len(f)]
}
