package naming

import (
	"yousaid/generator/rule/anonymity/lexicon"
)

// judge decides about every word whether it is somebody's name.
func (n *reading) judge() {
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
		case cue == called:
			return named
		case cue != does && n.made(k):
			return nothing
		case t.tongue:
			return perhaps
		case n.building(k):
			return nothing
		case n.at(k) && !t.possessive, n.beside(k), cue != does && !t.possessive && n.amongThings(k), cue != does && n.shown(k), n.oneOf(k),
			cue == silent && !t.possessive && placeLike(n.key(k)) && (k == 0 || n.list[k-1].verdict != named), n.word(k-1) == "the" && n.s[t.j-1] != 's', t.shape == capital && cue != does && compound(n.key(k)):
			return perhaps
		case t.gap == joined && t.b-t.a < 4 && !spoken(n.key(k)):
			return nothing
		case t.start && t.gap&comma == 0 && len(n.key(k)) > 5 && mistyped(n.key(k)) && cue == silent:
			return perhaps
		}
		return named
	case pure(t.w):
		if cue != called && (n.building(k) || cue != does && n.made(k)) {
			return nothing
		}
		if t.w.Given() < 3 && cue != called && cue != does && n.shown(k) {
			return perhaps
		}
		if t.w.Given() == 0 && cue == silent && !t.possessive && n.amongThings(k) || t.w.Given() < 3 && cue == silent && n.oneOf(k) || cue == silent && n.calledAfter(k) {
			return perhaps
		}
		if t.w.Given() == 0 && (n.at(k) || n.word(k-1) == "the" && n.s[t.j-1] != 's') && !t.possessive && cue == silent {
			return perhaps
		}
		return named
	case n.styled(k) && !t.w.Is(lexicon.Small|lexicon.Work|lexicon.Kin):
		return named
	case cue == called && (t.w.Name() || t.w.Level() == 0 && t.w.Is(lexicon.Place)):
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

// either decides about a large word that is a name and something else.
func (n *reading) either(k int, c cue) verdict {
	t := &n.list[k]
	if c == called || t.disguised && t.b-t.a > 2 {
		return named
	}
	if n.afterArticle(k) {
		return nothing
	}
	if t.w.Is(lexicon.Place) && n.word(k-1) == "to" && k > 1 && n.list[k-2].shape != small && n.list[k-2].w.Is(lexicon.Place) {
		return nothing // from Bangor to Barry
	}
	if p := k - 1; t.w.Is(lexicon.Body) && p >= 0 && t.gap == spaced && n.list[p].shape != small && n.list[p].verdict == nothing && n.list[p].w.Given() < 2 && !n.list[p].w.Is(lexicon.Title|lexicon.Kin|lexicon.Work|lexicon.Small) {
		return nothing // Kings Heath
	}
	if c == does {
		return named
	}
	if n.building(k) || n.made(k) {
		return nothing
	}
	if n.fullName(k) {
		return named
	}
	if timeOf(n.key(k)) {
		return nothing
	}
	if t.w.Is(lexicon.Place) && (n.at(k) || n.placed(k)) {
		return nothing
	}
	if t.possessive && !t.titled && t.w.Is(lexicon.Alone) && !t.w.Is(lexicon.Place) && (!t.start || t.w.Level() > 0) && n.smallAfter(k) {
		return named
	}
	if !t.w.Is(lexicon.Alone) || n.amongLarge(k) {
		return nothing
	}
	if t.gap == joined && t.titled || t.start && !t.titled && !n.asks(k) && n.doingAfter(k) {
		return perhaps
	}
	if t.start || t.titled {
		return nothing
	}
	return named
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
		return named
	case t.w.Name() && cue == called:
		return named
	case t.w.Is(lexicon.Alone) && t.b-t.a > 2 && cue == does:
		return named
	case (t.w.Is(lexicon.Alone) || doubtful(t.w)) && t.disguised && t.b-t.a > 2:
		return named
	case t.w == 0 && !t.known && t.b-t.a >= 4 && cue == called:
		return named
	case t.w == 0 && !t.known && t.b-t.a >= 6 && spoken(n.key(k)):
		return named
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

// ofWords reports whether f can be cut into common words.
func ofWords(f []byte) bool {
	if len(f) == 0 {
		return true
	}
	for i := len(f); i >= 1; i-- {
		if w := lexicon.Look(f[:i]); w.Level() > 0 && w.Level() <= 2 && (i > 1 || f[0] == 'a' || f[0] == 'i' || f[0] == 's') && ofWords(f[i:]) {
			return true
		}
	}
	return string(f) == "s"
}

// initial decides about a large letter that stands alone: J.S., or the young
// person J. Child A is how reports write about nobody in particular.
func (n *reading) initial(k int) {
	t := &n.list[k]
	letter := n.s[t.i]
	if n.surnameOf(k) {
		t.verdict = named
		return
	}
	dot := t.j < len(n.s) && n.s[t.j] == '.' && letter < 0x80 || letter >= 0x80 && k > 0 && n.list[k-1].j < len(n.s) && n.s[n.list[k-1].j] == '.'
	if k > 0 && dot {
		p := &n.list[k-1]
		if n.single(k-1) && p.shape == upper && p.j < len(n.s) && n.s[p.j] == '.' && t.i-p.j <= 2 && (k < 2 || !n.single(k-2) || n.list[k-2].shape != upper) && !shortForm(n.s[p.i], letter) {
			p.verdict, t.verdict = named, named
			return
		}
	}
	if letter > 'D' && letter < 'X' && letter != 'I' && k > 0 && t.gap == spaced && !t.titled {
		p := &n.list[k-1]
		if w := n.word(k - 1); (p.w.Is(lexicon.Kin) || w == "person" || w == "called" || w == "named" || p.w.Is(lexicon.Title) && p.shape != small) && w != "child" {
			t.verdict = named
		}
	}
}

// surnameOf reports whether a large letter with a dot is the beginning of
// somebody's name: R. Featherstone.
func (n *reading) surnameOf(k int) bool {
	t := &n.list[k]
	if t.j >= len(n.s) || n.s[t.j] != '.' || k+1 >= len(n.list) {
		return false
	}
	switch n.word(k - 1) {
	case "plan", "option", "group", "part", "section", "panel", "room", "block", "team", "vitamin", "hepatitis", "stop", "question", "answer", "year", "unit", "table":
		return false
	}
	x := &n.list[k+1]
	if x.gap&^(spaced|stopped|dotted) != 0 || x.b-x.a < 2 || x.shape == small || x.number || x.w.Is(lexicon.Small|lexicon.Kin|lexicon.Doing) {
		return false
	}
	if x.w.Name() || x.w == 0 || x.w.Level() == 0 && !x.w.Is(lexicon.Proper) {
		if x.verdict == nothing {
			x.verdict = named
		}
		return true
	}
	return false
}

func shortForm(a, b byte) bool {
	switch string([]byte{a, b}) {
	case "UK", "US", "EU", "PS", "AM", "PM", "PE", "RE", "TV", "DJ", "MC", "IT", "OK", "QA", "NI", "EG", "IE", "ID", "AD", "BC", "CV", "HR", "UN", "PA", "PT", "DT":
		return true
	}
	return false
}

// otherScripts looks at words in letters that are not Latin. In an English
// text a few of them are a name; a whole sentence is a greeting, to be looked
// at once.
func (n *reading) otherScripts() {
	for k := 0; k < len(n.list); {
		if n.list[k].shape != foreign {
			k++
			continue
		}
		end := k
		for end < len(n.list) && n.list[end].shape == foreign {
			end++
		}
		if end-k > 4 {
			for i := k; i < end; i++ {
				n.list[i].verdict = perhaps
			}
		}
		k = end
	}
}

// broken finds names that are cut in two: Ste-ph, ros e.
func (n *reading) broken() {
	var room [48]byte
	for k := 1; k < len(n.list); k++ {
		p, t := &n.list[k-1], &n.list[k]
		if p.shape == small && p.w.Level() > 0 && t.w.Level() > 0 && t.b-t.a > 1 || p.number || t.number || p.verdict == named && t.verdict == named || t.b-t.a+p.b-p.a > 40 {
			continue
		}
		if t.j == t.i+1 && k+1 < len(n.list) && n.list[k+1].gap == hyphen {
			continue // no e-mail
		}
		tight := t.gap == hyphen || t.gap == dotted || t.gap == marked && t.i-p.end <= 2
		loose := t.gap == spaced && t.shape == small && (t.j-t.i == 1 && n.word(k) != "a" && n.word(k) != "i" || !p.known && !t.known)
		letter := t.gap == spaced && p.shape == upper && n.single(k-1) && n.word(k-1) != "i" && n.word(k-1) != "a" && t.shape == small && t.w.Level() == 0
		if letter && lexicon.Look(append(append(room[:0], n.key(k-1)...), n.key(k)...)).Given() > 1 || p.shape == capital && t.gap == spaced && t.shape == small && t.b-t.a <= 3 && !t.w.Is(lexicon.Small) && (t.w.Level() == 0 || t.w.Level() > 2) && lexicon.Look(append(append(room[:0], n.key(k-1)...), n.key(k)...)).Given() == 3 {
			p.verdict, t.verdict = named, named
			continue
		}
		if !tight && !loose || p.known && t.known && (!loose || t.b-t.a > 1) && p.b-p.a > 1 && t.b-t.a > 1 {
			continue
		}
		if p.known && p.b-p.a > 3 && loose && p.w.Level() < 3 {
			continue
		}
		w := lexicon.Look(append(append(room[:0], n.key(k-1)...), n.key(k)...))
		if w.Given() > 1 && (w.Level() == 0 || w.Is(lexicon.Alone)) && (tight || w.Given() == 3) {
			p.verdict, t.verdict = named, named
		}
	}
}

// neighbours lets names make names of the words beside them: a family name
// after a given one, a list in which the others are names.
func (n *reading) neighbours() {
	for k := range n.list {
		t := &n.list[k]
		if t.verdict != nothing || t.number || t.b-t.a < 1 {
			continue
		}
		if n.listed(k) {
			t.verdict = named
		}
	}
	for k := 1; k < len(n.list); k++ {
		p, t := &n.list[k-1], &n.list[k]
		if p.verdict != named || t.verdict != nothing || t.number || p.possessive || t.gap != spaced && t.gap != hyphen && t.gap != spaced|dotted && t.gap != dotted && t.gap != stopped|spaced {
			continue
		}
		one := t.j == t.i+1 && t.shape == upper && n.word(k) != "i" && t.gap == spaced
		switch {
		case t.gap&stopped != 0 && !(p.j == p.i+1 && p.shape == upper):
		case t.shape == small && t.gap&spaced != 0 && !(p.shape == small && t.w.Is(lexicon.Surname) && t.w.Level() == 0):
		case one, t.w.Name() && !t.w.Is(lexicon.Small|lexicon.Kin|lexicon.Work|lexicon.Title) && (!t.titled || t.w.Is(lexicon.Surname)),
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
