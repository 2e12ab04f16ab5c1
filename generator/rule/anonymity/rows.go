package anonymity

import (
	"strings"
	"unicode/utf8"
)

// row is a stretch of digits as somebody writes or reads them out: groups of
// digits and number words, with little between them.
type row struct {
	digits string
	groups []group_
}

// group_ is one number, or one number word, of a row.
type group_ struct {
	i, j   int    // bytes of what is heard
	k, end int    // words, end exclusive
	at, n  int    // digits of the row
	gap    string // what stands before it, after the group before
	spoken bool   // a word, or letters that stand for digits
}

// rows are all stretches of digits of a text.
func (w *words) rows() []row {
	if w.rowed {
		return w.numbers
	}
	w.rowed = true
	for k := 0; k < len(w.list); {
		if t := &w.list[k]; !t.number && t.sense&(digit|teen|tens|several|nought) == 0 && !w.glued(k) && !w.glued(k+1) {
			k++
			continue
		}
		var r row
		var b strings.Builder
		for n := k; n < len(w.list); {
			first := n
			for len(r.groups) > 0 && w.is(n, filler|slash|dot) && !w.glued(n) && linking(w.gap(n)) {
				n++
			}
			gap := ""
			if len(r.groups) > 0 {
				gap = w.s[r.groups[len(r.groups)-1].j:w.start(n)]
				if !linking(w.gap(n)) || n-first > 1 {
					break
				}
			}
			said, end, spoken := w.read(n, len(r.groups) > 0)
			if end == n {
				break
			}
			g := group_{i: w.list[n].i, j: w.list[end-1].j, k: n, end: end, at: b.Len(), n: len(said), gap: gap, spoken: spoken}
			b.WriteString(said)
			r.groups = append(r.groups, g)
			n = end
		}
		if len(r.groups) == 0 {
			k++
			continue
		}
		k = r.groups[len(r.groups)-1].end
		if r.digits = b.String(); len(r.digits) >= 3 {
			w.numbers = append(w.numbers, r)
		}
	}
	return w.numbers
}

func (w *words) start(k int) int {
	if k < len(w.list) {
		return w.list[k].i
	}
	return len(w.s)
}

// linking reports whether what stands between two groups of digits lets them
// be one number.
func linking(gap string) bool {
	if len(gap) > 12 {
		return false
	}
	n, lines := 0, 0
	for _, r := range gap {
		switch r {
		case ' ', '\t', '\u00a0':
		case '\n':
			lines++
		case '⁄', '-', '.', '/', '(', ')', ',', '_', '*', '|', '·', '–', '—', '~', '\'', '"', '•', '‑', '‐', '‒', '−', '\\', '=', '>', ':':
			n++
		default:
			return false
		}
	}
	return n <= 2 && lines <= 1
}

const zeros = "00"

// read takes the group of digits that begins at word k: digits, number words,
// or letters that are drawn like digits.
func (w *words) read(k int, inside bool) (said string, end int, spoken bool) {
	if k >= len(w.list) {
		return "", k, false
	}
	t := &w.list[k]
	if t.number || w.drawn(k) {
		for end = k; end < len(w.list) && (end == k || w.glued(end)) && (w.isNumber(end) || w.drawn(end)); end++ {
			spoken = spoken || !w.isNumber(end)
		}
		said = w.s[t.i:w.list[end-1].j]
		if spoken {
			said = strings.Map(asDigit, said)
		}
		if end < len(w.list) && !spoken && w.glued(end) && w.is(end, hundred) {
			end++
			said += zeros
		}
		if w.is(end, hundred) && len(said) == 1 && plainGap(w.gap(end)) {
			return said + zeros, end + 1, true
		}
		return said, end, spoken
	}
	switch {
	case t.sense&several != 0:
		if one, n, _ := w.readOne(k + 1); n > k+1 && len(one) == 1 && plainGap(w.gap(k+1)) {
			return strings.Repeat(one, int(t.value)), n, true
		}
		return "", k, false
	case t.sense&digit != 0:
		if w.is(k+1, hundred) && plainGap(w.gap(k+1)) {
			return string(rune('0'+t.value)) + zeros, k + 2, true
		}
		return string(rune('0' + t.value)), k + 1, true
	case t.sense&nought != 0:
		if inside || w.is(k+1, digit|nought|several) || w.isNumber(k+1) {
			return "0", k + 1, true
		}
	case t.sense&teen != 0:
		return "1" + string(rune('0'+t.value-10)), k + 1, true
	case t.sense&tens != 0:
		if w.is(k+1, digit) && w.list[k+1].value > 0 && plainGap(w.gap(k+1)) {
			return string(rune('0'+t.value/10)) + string(rune('0'+w.list[k+1].value)), k + 2, true
		}
		return string(rune('0'+t.value/10)) + "0", k + 1, true
	}
	return "", k, false
}

// readOne is read, where word k doubles nothing itself.
func (w *words) readOne(k int) (said string, end int, spoken bool) {
	if w.is(k, several) {
		return "", k, false
	}
	return w.read(k, true)
}

func plainGap(gap string) bool { return gap == " " || gap == "-" || gap == "" || gap == "\n" }

// drawn reports whether word k is letters that look like digits, with a digit
// right beside them.
func (w *words) drawn(k int) bool {
	if k < 0 || k >= len(w.list) || w.list[k].number {
		return false
	}
	t := &w.list[k]
	if t.j-t.i > 5 {
		return false
	}
	for _, r := range w.s[t.i:t.j] {
		if asDigit(r) == r {
			return false
		}
	}
	near := func(n int) bool { return w.isNumber(n) }
	return w.glued(k) && (near(k-1) || k > 1 && w.glued(k-1) && near(k-2)) || w.glued(k+1) && near(k+1)
}

func asDigit(r rune) rune {
	switch r {
	case 'O', 'o':
		return '0'
	case 'I', 'l', '|':
		return '1'
	}
	return r
}

// span is the window of groups a to b, both counted.
func (r *row) span(a, b int) (digits string, i, j int) {
	last := r.groups[b]
	return r.digits[r.groups[a].at : last.at+last.n], r.groups[a].i, last.j
}

// windows calls see with each stretch of whole groups that has between least
// and most digits.
func (r *row) windows(least, most int, see func(a, b int, digits string)) {
	for a := range r.groups {
		for b := a; b < len(r.groups); b++ {
			n := r.groups[b].at + r.groups[b].n - r.groups[a].at
			if n > most {
				break
			}
			if n >= least {
				d, _, _ := r.span(a, b)
				see(a, b, d)
			}
		}
	}
}

// shape is how many digits each group of a window has, as "334".
func (r *row) shape(a, b int) string {
	out := make([]byte, 0, 24)
	single := true
	for _, g := range r.groups[a : b+1] {
		out = append(out, byte('0'+min(g.n, 9)))
		single = single && g.n == 1
	}
	if single && b > a+1 {
		if s := r.spaced(a, b); s != "" {
			return s
		}
	}
	return string(out)
}

// spaced is the shape of digits that stand one by one, with wider gaps between
// groups: 6 1 2  4 4 0  9 9 1 8.
func (r *row) spaced(a, b int) string {
	least, most := 99, 0
	for _, g := range r.groups[a+1 : b+1] {
		least, most = min(least, len(g.gap)), max(most, len(g.gap))
	}
	if least == most {
		return ""
	}
	out, n := []byte{}, byte('1')
	for _, g := range r.groups[a+1 : b+1] {
		if len(g.gap) > least {
			out, n = append(out, n), '0'
		}
		n = min(n+1, '9')
	}
	return string(append(out, n))
}

// spoken reports whether words of a window were read out.
func (r *row) spoken(a, b int) bool {
	for _, g := range r.groups[a : b+1] {
		if g.spoken {
			return true
		}
	}
	return false
}

// uniform reports whether all groups of a shape have n digits, the last one
// fewer or more.
func uniform(shape string, n byte) bool {
	for i := 0; i+1 < len(shape); i++ {
		if shape[i] != '0'+n {
			return false
		}
	}
	return len(shape) > 2
}

// broken reports whether a line ends inside a window.
func (r *row) broken(a, b int) bool {
	for _, g := range r.groups[a+1 : b+1] {
		if strings.Contains(g.gap, "\n") {
			return true
		}
	}
	return false
}

// within reports whether a mark stands between two groups of a window.
func (r *row) within(a, b int, marks string) bool {
	for _, g := range r.groups[a+1 : b+1] {
		if strings.ContainsAny(g.gap, marks) {
			return true
		}
	}
	return false
}

// stuck reports whether a group belongs to something else: a word, a sum. The
// name of a kind of number may stand right before it: NHS943.
func (w *words) stuck(g group_) bool {
	return w.stuckBefore(g.i) && !g.spoken && !(w.glued(g.k) && w.is(g.k-1, nhs|insurance|bank|phone|case_|plate))
}

// stuckBefore reports whether a letter or a money sign stands right before
// byte i, or a decimal point with a digit before it.
func (w *words) stuckBefore(i int) bool {
	if i == 0 {
		return false
	}
	c := w.s[i-1]
	if isLetter(c) || isDigit(c) || c == '$' {
		return true
	}
	if c >= utf8.RuneSelf {
		r, _ := utf8.DecodeLastRuneInString(w.s[:i])
		return r == '£' || r == '€'
	}
	return (c == '.' || c == ',') && i > 1 && isDigit(w.s[i-2])
}

// stuckAfter reports whether a letter stands right after byte j.
func (w *words) stuckAfter(j int) bool { return j < len(w.s) && isLetter(w.s[j]) }
