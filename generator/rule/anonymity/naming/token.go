package naming

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yousaid/generator/rule/anonymity/lexicon"
)

// shape is how a word is written.
type shape uint8

const (
	small   shape = iota // kayden
	capital              // Kayden
	upper                // KAYDEN
	mixed                // kAYDEN
	foreign              // in letters that are not Latin, or in letters of two scripts
)

// token is one word of a text, with what is known of it.
type token struct {
	i, j, end  int // bytes of what is heard; end: with 's
	a, b       int // of its folded letters
	w          lexicon.Word
	gap        gap
	shape      shape
	possessive bool
	known      bool // a word, a place or the name of something, in this or a like form
	start      bool // first of its sentence, line or quotation
	titled     bool // among words that are all written large
	number     bool
	tongue     bool // in a sentence of another language
	disguised  bool // written otherwise than it is heard: S.a.m, J4ck
	alike      bool // known only as a compound or a slip
	verdict    verdict
	kind       Kind
}

type verdict uint8

const (
	nothing verdict = iota
	perhaps         // somebody should look
	named
)

// reading is a text, cut into words for those who look for names.
type reading struct {
	s      string
	list   []token
	fold   []byte
	folded string // fold, once all words are read
	crowd  crowd
}

func (n *reading) key(k int) []byte { return n.fold[n.list[k].a:n.list[k].b] }

// word is the folded word k, or "" outside of the text.
func (n *reading) word(k int) string {
	if k < 0 || k >= len(n.list) {
		return ""
	}
	return n.folded[n.list[k].a:n.list[k].b]
}

func read(s string) *reading {
	n := new(reading)
	n.read(s)
	return n
}

func (n *reading) read(s string) {
	n.s = s
	n.list = slices.Grow(n.list[:0], len(s)/5+4)
	n.fold = slices.Grow(n.fold[:0], len(s)+16)
	last := 0
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf && letterAt(s, i):
			if j := n.plain(i, last); j > i {
				last, i = j, j
				continue
			}
			if j := n.masked(i, last); j > i {
				last, i = j, j
				continue
			}
			j, sh := n.end(i)
			n.add(i, j, last, sh)
			last = n.list[len(n.list)-1].end
			i = max(last, j)
		case c >= '0' && c <= '9' || c == '$' || c == '@':
			if j := n.masked(i, last); j > i {
				last, i = j, j
				continue
			}
			if c > '9' || c == '$' {
				i++
				continue
			}
			j := i
			for j < len(s) && (s[j] >= '0' && s[j] <= '9' || j+1 < len(s) && (s[j] == '.' || s[j] == ',' || s[j] == ':') && s[j+1] >= '0' && s[j+1] <= '9') {
				j++
			}
			n.list = append(n.list, token{i: i, j: j, end: j, a: len(n.fold), b: len(n.fold), gap: between(s, last, i), number: true, known: true})
			last, i = j, j
		default:
			i++
		}
	}
	n.folded = string(n.fold)
	n.sentences()
}

// plain appends the word at i and returns its end, if it is nothing but English
// letters written as usual. Nearly all words are.
func (n *reading) plain(i, last int) int {
	s, a, large, j := n.s, len(n.fold), 0, i
	for ; j < len(s); j++ {
		c := s[j]
		if c >= 'A' && c <= 'Z' {
			large++
		} else if c < 'a' || c > 'z' {
			break
		}
		n.fold = append(n.fold, c|0x20)
	}
	sh := small
	switch {
	case large == 0:
	case large == j-i:
		sh = upper
	case large == 1 && s[i] <= 'Z':
		sh = capital
	default:
		sh = mixed
	}
	if j == i || sh == mixed || j < len(s) && (s[j] >= utf8.RuneSelf || s[j] == '\'' || s[j] == '`' || sign(s[j]) != 0) {
		n.fold = n.fold[:a]
		return i
	}
	n.list = append(n.list, token{i: i, j: j, end: j, a: a, b: len(n.fold), w: lexicon.Look(n.fold[a:]), gap: between(s, last, i), shape: sh})
	return j
}

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

// end is where the word at i ends, and how it is written.
func (n *reading) end(i int) (int, shape) {
	s := n.s
	large, little, turns, latin, other := 0, 0, 0, 0, 0
	before := false // the letter before is small
	j := i
	for j < len(s) {
		c := s[j]
		size := 1
		switch {
		case c >= 'a' && c <= 'z':
			little++
			latin++
			before = true
		case c >= 'A' && c <= 'Z':
			if before {
				turns++
			}
			large++
			latin++
			before = false
		case c == '\'' && j > i && j+1 < len(s) && (s[j+1]|0x20 >= 'a' && s[j+1]|0x20 <= 'z' || s[j+1] >= utf8.RuneSelf && letterAt(s, j+1)):
			before = false
		case c < utf8.RuneSelf:
			return j, shapeOf(large, little, turns, latin, other)
		default:
			r, z := utf8.DecodeRuneInString(s[j:])
			size = z
			switch {
			case r == '’' || r == '‘' || r == 'ʼ' || r == '`' || r == '´':
				if j+z >= len(s) || !(s[j+z]|0x20 >= 'a' && s[j+z]|0x20 <= 'z' || s[j+z] >= utf8.RuneSelf && letterAt(s, j+z)) {
					return j, shapeOf(large, little, turns, latin, other)
				}
				before = false
			case unicode.IsMark(r):
			case !unicode.IsLetter(r):
				return j, shapeOf(large, little, turns, latin, other)
			default:
				if unicode.Is(unicode.Latin, r) {
					latin++
				} else {
					other++
				}
				if unicode.IsUpper(r) {
					if before {
						turns++
					}
					large++
					before = false
				} else {
					little++
					before = true
				}
			}
		}
		j += size
	}
	return j, shapeOf(large, little, turns, latin, other)
}

func shapeOf(large, little, turns, latin, other int) shape {
	switch {
	case other > 0:
		return foreign
	case large == 0:
		return small
	case little == 0:
		return upper
	case turns > 0 || large > 1:
		return mixed
	}
	return capital
}

// add appends the word from i to j, cut into parts where it is several written
// as one.
func (n *reading) add(i, j, last int, sh shape) {
	t := token{i: i, j: j, end: j, gap: between(n.s, last, i), shape: sh}
	if cut := ownersMark(n.s[i:j]); cut > 0 {
		t.j, t.possessive = i+cut, true
		sh = n.reshape(i, t.j)
	}
	if sh == mixed && n.s[i] >= 'a' && n.s[i] <= 'z' && n.s[i+1] >= 'A' && n.s[i+1] <= 'Z' || sh != mixed {
		t.shape = sh
		n.put(t)
		return
	}
	t.shape = sh
	n.put(t)
	if k := &n.list[len(n.list)-1]; !k.w.Known() && !k.w.Name() {
		n.camel()
	}
}

func (n *reading) reshape(i, j int) shape {
	s := n.s
	n.s = s[:j]
	_, sh := n.end(i)
	n.s = s
	return sh
}

func (n *reading) put(t token) {
	t.a = len(n.fold)
	n.fold = lexicon.Fold(n.fold, n.s[t.i:t.j])
	t.b = len(n.fold)
	t.w = lexicon.Look(n.fold[t.a:t.b])
	if w := n.s[t.i:t.j]; t.w.Level() > 0 && lexicon.Accented(w) && lexicon.Look([]byte(lexicon.AsWritten(w))) == 0 {
		t.w &^= 7 | lexicon.Small | lexicon.Body | lexicon.Doing | lexicon.Proper | lexicon.Work | lexicon.Kin // Yến is not the word without its accents
	}
	if t.possessive && t.w == 0 {
		// it's, let's and the like
		if w := lexicon.Of(n.s[t.i:t.end]); w.Known() {
			t.w = w
		}
	}
	if t.shape == capital && t.j == t.i+1 {
		t.shape = upper
	}
	n.list = append(n.list, t)
}

// ownersMark is where 's begins at the end of a word, or 0.
func ownersMark(w string) int {
	n := len(w)
	if n < 3 || w[n-1]|0x20 != 's' {
		return 0
	}
	if w[n-2] == '\'' {
		return n - 2
	}
	if n > 4 && (w[n-4:n-1] == "’" || w[n-4:n-1] == "‘") {
		return n - 4
	}
	return 0
}

// camel cuts the last word, as WellDoneEllie, where small letters turn large,
// unless it is a name with a large letter inside, as McKay.
func (n *reading) camel() {
	t := n.list[len(n.list)-1]
	w := n.s[t.i:t.j]
	var cuts []int
	for k := 1; k < len(w); k++ {
		if w[k] >= 'A' && w[k] <= 'Z' && (w[k-1] < 'A' || w[k-1] > 'Z' || k+1 < len(w) && w[k+1] >= 'a' && w[k+1] <= 'z') {
			cuts = append(cuts, k)
		}
	}
	if len(cuts) == 0 || particle(strings.ToLower(w[:cuts[0]])) || cuts[0] == 1 && w[0] != 'A' && w[0] != 'I' {
		return
	}
	from, any := 0, false
	var parts []token
	for _, k := range append(cuts, len(w)) {
		if k-from < 2 && w[from] != 'A' && w[from] != 'I' {
			return
		}
		p := token{i: t.i + from, j: t.i + k, end: t.i + k, gap: joined, shape: n.reshape(t.i+from, t.i+k)}
		if from == 0 {
			p.gap = t.gap
		}
		if k == len(w) {
			p.end, p.possessive = t.end, t.possessive
		}
		f := lexicon.Of(w[from:k])
		any = any || f.Known() || f.Name()
		parts = append(parts, p)
		from = k
	}
	if !any {
		return
	}
	n.list, n.fold = n.list[:len(n.list)-1], n.fold[:t.a]
	for _, p := range parts {
		p.titled = true
		n.put(p)
	}
}
