package anonymity

import "strings"

// age is the number at word k, where it can be an age.
func (w *words) age(k int) int {
	n, _ := w.ageAt(k)
	return n
}

// ageAt is the same, with the last word of it.
func (w *words) ageAt(k int) (n, end int) {
	if k < 0 || k >= len(w.list) {
		return 0, k
	}
	t := &w.list[k]
	next := k + 1
	switch {
	case t.number:
		if t.j-t.i > 3 || w.glued(k) || w.stuckBefore(t.i) {
			return 0, k
		}
		if w.gap(next) == "⁄" && w.isNumber(next) && t.j-t.i > 1 { // 13½
			n, end = asNumber(w.s[t.i:t.j-1]), next
			return n, end
		}
		if t.j-t.i > 2 {
			return 0, k
		}
		if w.gap(next+1) == "⁄" && w.gap(next) == " " { // 14 ½
			return w.small(k, 99), next + 1
		}
		if w.glued(next) && w.is(next, digit) && w.text(k) == "1" { // 1three
			return 10 + int(w.list[next].value), next
		}
		if end := w.drawnWord(k); end > 0 {
			return int(w.drawnValue(k, end)), end
		}
		return w.small(k, 99), k
	case t.sense&(digit|teen) != 0:
		if w.is(k-1, tens) && plainGap(w.gap(k)) || t.j-t.i < 3 && w.low(next) != "deg" {
			return 0, k
		}
		n = int(t.value)
		switch {
		case n == 1 && w.gap(next) == "-" && (w.isNumber(next) && len(w.text(next)) == 1 || w.is(next, digit)): // one-four
			return 10 + max(w.small(next, 9), int(w.list[next].value)), next
		case t.sense&digit != 0 && w.is(next, person) && plainGap(w.gap(next)) && strings.EqualFold(w.text(next), "teen"): // six teen
			return 10 + n, next
		case t.sense&digit != 0 && w.low(next) == "deg" && w.is(next+1, digit): // un deg pedwar
			return 10*n + int(w.list[next+1].value), next + 1
		case strings.EqualFold(w.text(next), "ar"): // pedair ar ddeg
			switch strings.ToLower(w.text(k + 2)) {
			case "ddeg":
				return 10 + n, k + 2
			case "bymtheg":
				return 15 + n, k + 2
			}
		}
		return n, k
	case t.sense&tens != 0:
		n = int(t.value)
		if w.is(next, digit) && plainGap(w.gap(next)) {
			return n + int(w.list[next].value), next
		}
		return n, k
	}
	if w.is(next, person) && plainGap(w.gap(next)) && strings.EqualFold(w.text(next), "teen") {
		if m := meanings[strings.ToLower(w.text(k))+"teen"]; m.sense&teen != 0 { // thir-teen
			return int(m.value), next
		}
	}
	if w.glued(next) && w.isNumber(next) {
		if end := w.drawnWord(k); end > 0 {
			return int(w.drawnValue(k, end)), end
		}
	}
	return 0, k
}

// drawnWord is the last word of a number word from k on in which digits stand
// for letters, thirt33n, or 0.
func (w *words) drawnWord(k int) int {
	end := k
	for end < k+6 && w.glued(end+1) {
		end++
	}
	if end == k || w.glued(k) || w.list[end].j-w.list[k].i > 9 || w.drawnValue(k, end) == 0 {
		return 0
	}
	return end
}

func (w *words) drawnValue(k, end int) int16 {
	var low [9]byte
	s := w.s[w.list[k].i:w.list[end].j]
	for i := range len(s) {
		low[i] = drawn(s[i])
	}
	m := meanings[string(low[:len(s)])]
	if m.sense&(digit|teen) == 0 || len(s) < 3 {
		return 0
	}
	return m.value
}

// yearsOld is the last word of "years old" from word n on, or 0.
func (w *words) yearsOld(n int) int {
	low := strings.ToLower(w.text(n))
	switch {
	case n >= len(w.list):
		return 0
	case low == "oed", low == "yo":
		return n
	case low == "mlwydd", low == "blwydd":
		return min(n+1, len(w.list)-1)
	case low == "y":
		if t := strings.ToLower(w.text(n + 1)); (t == "o" || t == "old") && len(w.gap(n+1)) <= 2 {
			return n + 1
		}
		return 0
	}
	if low == "and" && strings.EqualFold(w.text(n+2), "half") || low == "half" {
		for low != "half" {
			n++
			low = strings.ToLower(w.text(n))
		}
		n++
	}
	if !w.is(n, years) {
		t := strings.ToLower(w.text(n))
		if w.is(n, many) && w.is(n+1, old) && (strings.HasPrefix(t, "week") || strings.HasPrefix(t, "month") || strings.HasPrefix(t, "day")) && w.before(n, 5, person) {
			return n + 1
		}
		return 0
	}
	switch t := strings.ToLower(w.text(n + 1)); {
	case len(w.gap(n+1)) > 2:
	case w.is(n+1, old), t == "olds", t == "young", t == "o":
		return n + 1
	case t == "of" && strings.EqualFold(w.text(n+2), "age"):
		return n + 2
	}
	return 0
}
