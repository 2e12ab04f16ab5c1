package anonymity

import (
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var Bank = rule.Rule{
	Doc: finding.Doc{
		Name:   "bank-details",
		Why:    "Bank details and card numbers let others take money, or pay it to the wrong person. They are private even when they are wrong by a digit.",
		Before: "summary: The money went to sort code 20-45-53 by mistake.\n",
		After:  "summary: The money went to the wrong account by mistake.\n",
	},
	Run: look(digits|digit, bankDetails, "there are bank details here", "Take them out. Say what happened without them."),
}

func bankDetails(_ *rule.Pass, w *words, see func(i, j int)) {
	ibans(w, see)
	context := w.all&bank != 0 || w.slashed()
	rows := w.rows()
	for n := range rows {
		r := &rows[n]
		if len(r.digits) < 6 {
			continue
		}
		next := 0
		for a := range r.groups {
			if a < next || w.stuck(r.groups[a]) {
				continue
			}
			for b := min(len(r.groups)-1, a+19); b >= a; b-- {
				d, i, j := r.span(a, b)
				if len(d) > 19 || len(d) < 6 || w.stuckAfter(j) && !r.groups[b].spoken {
					continue
				}
				if w.payable(r, a, b, d, context) {
					see(i, j)
					next = b + 1
					break
				}
			}
		}
	}
}

// payable reports whether a window is a card, a sort code with its account, or,
// where the text speaks of a bank, one of these two.
func (w *words) payable(r *row, a, b int, d string, context bool) bool {
	shape := r.shape(a, b)
	near := context && (w.before(r.groups[a].k, 20, bank) || w.after(r.groups[b].end, 5, bank) || w.slashedBefore(r.groups[a].k, 6))
	switch n := len(d); {
	case helpline(d):
		return false
	case r.within(a, b, ":") && !near:
		return false
	case n >= 13:
		grouped := strings.HasPrefix(shape, "444") || shape == "465" || len(shape) == 1 && n != 14 || uniform(shape, 1) || r.spoken(a, b)
		if n == 14 && sortCode(shape) && !r.within(a, b, ",|\n") {
			return true
		}
		return grouped && (!r.within(a, b, ",|\n") || shape == "4444" || r.spoken(a, b)) && (luhn(d) || near || n == 16 && shape == "4444") && d[0] != '0'
	case n == 8 && near:
		return (len(shape) == 1 || shape == "44" || uniform(shape, 1) || uniform(shape, 2) && !dateLike(d) || r.spoken(a, b)) && !r.within(a, b, ",")
	case n == 7 && near:
		return len(shape) == 1 && w.before(r.groups[a].k, 4, bank)
	case n == 6 && near:
		return shape == "222" && (w.before(r.groups[a].k, 4, bank) || w.slashedBefore(r.groups[a].k, 4) || !dateLike(d)) || (len(shape) == 1 || uniform(shape, 1) || r.spoken(a, b)) && (w.before(r.groups[a].k, 4, bank) || w.slashedBefore(r.groups[a].k, 4))
	case n == 6:
		return shape == "222" && !dateLike(d) && sameGap(r, a, b) && r.within(a, b, "-")
	}
	return false
}

// slashed reports whether a text speaks of an a/c or an s/c.
func (w *words) slashed() bool {
	return strings.Contains(w.s, "/c") && (strings.Contains(w.s, "a/c") || strings.Contains(w.s, "s/c")) || strings.Contains(w.s, "/C") && (strings.Contains(w.s, "A/C") || strings.Contains(w.s, "S/C"))
}

// slashedBefore reports whether a/c or s/c is one of the back words before k.
func (w *words) slashedBefore(k, back int) bool {
	for n := k - 1; n > 0 && n >= k-back; n-- {
		if w.gap(n) == "/" && strings.EqualFold(w.text(n), "c") && (strings.EqualFold(w.text(n-1), "a") || strings.EqualFold(w.text(n-1), "s")) {
			return true
		}
	}
	return false
}

// sortCode reports whether a shape begins with three pairs, or one group of
// six, and ends in eight digits.
func sortCode(shape string) bool {
	return shape == "2228" || shape == "68" || shape == "22244" || shape == "2222222" || shape == "644"
}

func sameGap(r *row, a, b int) bool {
	for k := a + 2; k <= b; k++ {
		if r.groups[k].gap != r.groups[a+1].gap {
			return false
		}
	}
	return true
}

// dateLike knows six or eight digits that can be a day.
func dateLike(d string) bool {
	day, mon := d[:2], d[2:4]
	return (day <= "31" && day > "00" && mon <= "12" && mon > "00") || (mon <= "31" && day <= "12" && day > "00" && mon > "00")
}

// luhn reports whether the last digit of a card's number checks the others.
func luhn(d string) bool {
	sum := 0
	for i := range len(d) {
		n := int(d[len(d)-1-i] - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0 && strings.Trim(d, d[:1]) != ""
}

// ibans finds account numbers of the international form: a country, two digits
// that check the rest (modulo 97), the bank and the account.
func ibans(w *words, see func(i, j int)) {
	for k := 0; k+1 < len(w.list); k++ {
		if w.list[k].number || w.list[k].j-w.list[k].i != 2 || !w.list[k].cap && w.all&iban == 0 || w.glued(k) || !w.isNumber(k+1) || len(w.text(k+1)) < 2 || len(w.gap(k+1)) > 1 {
			continue
		}
		var b strings.Builder
		end := -1
		for n := k; n < len(w.list) && b.Len() <= 34 && (n == k || len(w.gap(n)) <= 1 && strings.Trim(w.gap(n), " -.") == ""); n++ {
			t := strings.ToUpper(w.text(n))
			if n > k && !w.isNumber(n) && w.drawn(n) {
				t = strings.Map(asDigit, w.text(n))
			}
			b.WriteString(t)
			s := b.String()
			if len(s) == 22 && s[:2] == "GB" && onlyDigits(s[8:]) == s[8:] || len(s) >= 15 && len(s) <= 34 && (n+1 == len(w.list) || w.gap(n+1) != "") && checks97(s) {
				end = n
			}
		}
		if end > 0 {
			see(w.list[k].i, w.list[end].j)
		}
	}
}

func checks97(s string) bool {
	rest := 0
	for _, c := range []byte(s[4:] + s[:4]) {
		switch {
		case isDigit(c):
			rest = (rest*10 + int(c-'0')) % 97
		case upper(c):
			rest = (rest*100 + int(c-'A') + 10) % 97
		default:
			return false
		}
	}
	return rest == 1
}
