package naming

import (
	"yousaid/generator/rule/anonymity/lexicon"
)

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
