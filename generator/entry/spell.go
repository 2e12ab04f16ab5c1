package entry

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A stretch is a run of letters of a text, spelt plainly: small letters without
// accents, Latin ones where others only look like them.
type stretch struct {
	start, end int    // bytes of the text
	letters    []byte // as spelt
	single     bool   // one letter
	gap        gap    // to the stretch before
}

// gap is what stands between two stretches.
type gap uint8

const (
	far   gap = iota // a digit, or much
	loose            // spaces, or marks that part words
	tight            // marks that people put into a word
)

// longestGap is how many marks and spaces may stand within one name.
const longestGap = 12

// way is one of the ways to spell what can be read in two.
type way uint8

const (
	asDrawn  way = 0      // a letter is what it looks like as it stands, big or small
	asSmall  way = 1      // a letter is what its small form looks like
	asDigits way = 1 << 1 // 0 1 3 4 5 7 8 are o i e a s t b
)

// speller cuts a text into stretches.
type speller struct {
	way     way
	out     []stretch
	letters []byte

	// Since the last letter.
	open  bool // nothing: the stretch may go on
	marks int
	seen  mark // all kinds
	first mark // the first one

	twofold bool // there is a letter that can be read in two ways
	digits  bool // the last mark of all was a digit after a letter
	between bool // there is a digit between two letters
}

// mark is a kind of what is no letter. Marks that people put into a word are
// of no kind.
type mark uint8

const (
	hyphen mark = 1 << iota
	space
	lineEnd
	digit
	parting // a mark that parts words
)

func spell(text string, w way) *speller {
	s := &speller{way: w, letters: make([]byte, 0, len(text))}
	for at := 0; at < len(text); {
		c := text[at]
		switch {
		case c == '&':
			if means, n := EntityAt(text[at:]); n > 0 {
				for _, r := range means {
					s.add(r, at, at+n)
				}
				at += n
				continue
			}
		case c == '%':
			if r, n := percentAt(text[at:]); n > 0 {
				s.add(r, at, at+n)
				at += n
				continue
			}
		}
		if c < utf8.RuneSelf {
			s.plain(c, at, at+1)
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		s.add(r, at, at+n)
		at += n
	}
	return s
}

// percentAt reads a letter that is written as in a web address, %53 for S.
func percentAt(s string) (rune, int) {
	var raw []byte
	for i := 0; i+2 < len(s) && s[i] == '%' && len(raw) < utf8.UTFMax; i += 3 {
		b, err := strconv.ParseUint(s[i+1:i+3], 16, 8)
		if err != nil {
			break
		}
		raw = append(raw, byte(b))
		if utf8.FullRune(raw) {
			break
		}
	}
	r, n := utf8.DecodeRune(raw)
	if r == utf8.RuneError || r < ' ' {
		return 0, 0
	}
	return r, 3 * n
}

// add spells one letter or mark that stands at start to end.
func (s *speller) add(r rune, start, end int) {
	if r < utf8.RuneSelf {
		s.plain(byte(r), start, end)
		return
	}
	if Invisible(r) {
		return
	}
	for _, r := range norm.NFKD.String(string(r)) {
		switch {
		case r < utf8.RuneSelf:
			s.plain(byte(r), start, end)
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.Is(unicode.Mc, r):
			s.letter(s.latin(r), start, end)
		case unicode.IsDigit(r):
			s.mark(digit)
		case r == '‐' || r == '‑':
			s.mark(hyphen)
		case r == '’' || r == '‘' || r == 'ʼ' || r == '′' || r == '·' || r == '•':
			s.mark(0)
		case unicode.IsSpace(r):
			s.mark(space)
		default:
			s.mark(parting)
		}
	}
}

// plain spells an ASCII letter or mark.
func (s *speller) plain(c byte, start, end int) {
	switch {
	case c >= 'a' && c <= 'z':
		s.one(c, start, end)
	case c >= 'A' && c <= 'Z':
		s.one(c|0x20, start, end)
	case c >= '0' && c <= '9':
		if l := LetterLike(c); s.way&asDigits != 0 && l != 0 {
			s.one(l, start, end)
			return
		}
		after := s.open || s.digits
		s.mark(digit)
		s.digits = after
	case c == '-':
		s.mark(hyphen)
	case c == '\n':
		s.mark(space | lineEnd)
	case c <= ' ':
		s.mark(space)
	case strings.IndexByte("._*~`'+=|/\\^", c) >= 0:
		s.mark(0)
	default:
		s.mark(parting)
	}
}

// latin is what a letter is spelt with.
func (s *speller) latin(r rune) string {
	small := unicode.ToLower(r)
	if l := spelt[small]; l != "" {
		return l
	}
	drawn, written := lookalike[r], lookalike[small]
	if drawn != written {
		s.twofold = true
	}
	if s.way&asSmall != 0 {
		drawn = written
	}
	if drawn != "" {
		return drawn
	}
	return string(small)
}

func (s *speller) letter(spelt string, start, end int) {
	for i := range len(spelt) {
		s.one(spelt[i], start, end)
	}
	if s.open && utf8.RuneCountInString(spelt) == 1 && len(s.out[len(s.out)-1].letters) == len(spelt) {
		s.out[len(s.out)-1].single = true
	}
}

func (s *speller) one(c byte, start, end int) {
	s.between = s.between || s.digits
	s.digits = false
	s.letters = append(s.letters, c)
	if !s.open {
		s.out = append(s.out, stretch{start: start, gap: s.gap()})
		s.open, s.marks, s.seen = true, 0, 0
	}
	last := &s.out[len(s.out)-1]
	last.letters = s.letters[len(s.letters)-len(last.letters)-1:]
	last.end = end
	last.single = len(last.letters) == 1
}

// gap is what the marks since the last letter come to. A hyphen at the end of a
// line parts a word, not two.
func (s *speller) gap() gap {
	switch parted := s.first == hyphen && s.seen == hyphen|space|lineEnd; {
	case len(s.out) == 0 || s.seen&digit != 0 || s.marks > longestGap:
		return far
	case s.seen&(space|parting) != 0 && !parted || s.marks > 4 && !parted:
		return loose
	}
	return tight
}

func (s *speller) mark(kind mark) {
	s.open, s.digits = false, false
	if s.marks++; s.marks == 1 {
		s.first = kind
	}
	s.seen |= kind
}

// spelt are letters of the Latin alphabet that no accent was added to.
var spelt = map[rune]string{
	'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ı': "i", 'ħ': "h", 'ŋ': "n", 'ŧ': "t", 'ς': "σ",
	'ɑ': "a", 'ɡ': "g", 'ǀ': "l", 'ɩ': "i", 'ɪ': "i", 'ʏ': "y", 'ə': "e", 'ɛ': "e",
}

// lookalike are letters of other alphabets that most fonts draw as a Latin one,
// spelt in small letters.
var lookalike = func() map[rune]string {
	m := map[rune]string{}
	for r, l := range Lookalikes("нүѵημω", "hyvnmw") {
		m[r] = strings.ToLower(string(l))
	}
	return m
}()
