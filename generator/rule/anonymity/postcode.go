package anonymity

import (
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var Postcode = rule.Rule{
	Doc: finding.Doc{
		Name:   "postcode",
		Why:    "A postcode is a street or less. With an age beside it, it is often one person.",
		Before: "summary: The path behind LE1 6TH has lights now.\n",
		After:  "summary: The path behind the station has lights now.\n",
	},
	Allow: []string{"public-contact", "place", "organisation"},
	Run:   look(digits|digit|nought, postcodes, "there is a postcode here", "Name the place in a wider way, as a town or an area."),
}

// The postcode areas of the United Kingdom and the islands (Royal Mail).
var areas = set(`AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG
		DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS
		LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD
		TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE`)

// unit are the letters that can end a postcode.
const unit = "ABDEFGHJLNPQRSTUWXYZ"

// postcodes finds an area, one or two digits (and a letter), a digit and two
// letters, with little between them, and with digits that are read out.
func postcodes(_ *rule.Pass, w *words, see func(i, j int)) {
	for k := 0; k+1 < len(w.list); k++ {
		if w.list[k].number || !w.numberSoon(k+1, 1) || w.list[k].j-w.list[k].i > 3 && !w.is(k, nato) || w.glued(k) {
			continue
		}
		end := w.postcode(k, false)
		if end == 0 && w.all&nato != 0 && w.after(k, 7, nato) {
			end = w.postcode(k, true)
		}
		if end > 0 {
			see(w.list[k].i, w.list[end-1].j)
			k = end - 1
		}
	}
}

// postcode is the word after the postcode that begins at word k, or 0. spelled:
// the names of letters stand for them: el zed.
func (w *words) postcode(k int, spelled bool) int {
	var code []byte
	written := true // no digit of it is read out
	gaps := 0
	for n := k; n < len(w.list) && n < k+8; n++ {
		gap := w.gap(n)
		if n > k && (len(gap) > 6 || strings.Trim(gap, " .-_/·|*'\n\u00a0\t,–—‐‑−()\":;") != "" || strings.ContainsAny(gap, "():;\"") && (gaps > 0 || strings.Contains(gap, ". ")) || strings.Contains(gap, ",") && !spelled && w.isNumber(n) && !(n > k && w.isNumber(n-1) && gaps < 2 && w.list[k].cap) || strings.Count(gap, "\n") > 1) {
			return 0
		}
		if n > k && gap != "" {
			gaps++
		}
		t := w.text(n)
		switch {
		case !written && n > k && (t == "then" || t == "and"): // seven, eight, then L and X
		case spelled && w.is(n, nato):
			code = append(code, byte(w.list[n].value))
			written = false
		case spelled && strings.EqualFold(t, "tree"):
			code = append(code, '3')
		case w.isNumber(n):
			if len(t) > 3 {
				return 0
			}
			code = append(code, t...)
		case len(code) > 0 && w.is(n, digit|nought|teen) && (len(t) > 2 || w.is(n, nought)) && len(t) != 1:
			said, _, _ := w.read(n, true)
			code = append(code, said...)
			written = false
		case len(t) <= 3:
			code = append(code, t...)
		default:
			return 0
		}
		if len(code) > 8 {
			return 0
		}
		if n == k && len(code) > 2 && w.isNumber(k+1) && asDigit(rune(code[len(code)-1])) > '9' {
			return 0
		}
		if len(code) >= 5 && (n+1 == len(w.list) || !w.glued(n+1)) && w.fits(string(code), k, n, written, gaps) {
			return n + 1
		}
	}
	return 0
}

// fits reports whether a code from words k to n has the form of a postcode.
func (w *words) fits(code string, k, n int, written bool, gaps int) bool {
	if len(code) > 7 {
		return false
	}
	big := strings.ToUpper(code)
	out, in := big[:len(big)-3], big[len(big)-3:]
	if in[0] == 'O' && w.upperAll(k, n) {
		in = "0" + in[1:]
	}
	if !isDigit(in[0]) || !upper(in[1]) || !upper(in[2]) {
		return false
	}
	if strings.IndexByte(unit, in[1]) < 0 || strings.IndexByte(unit, in[2]) < 0 {
		// nobody's, but a slip of the pen is as near to somebody's
		if measure(in[1:]) || len(out) < 3 || !upper(w.s[w.list[k].i]) || !isDigit(out[2]) {
			return false
		}
	}
	area := strings.TrimRight(out, "0123456789")
	rest := out[len(area):]
	if rest != "" || len(area) < 2 {
		if len(area) > 1 && len(rest) == 0 {
			return false
		}
	} else if last := area[len(area)-1]; last == 'I' || last == 'O' || last == 'L' { // drawn like a digit
		if rest, area = "1", area[:len(area)-1]; !w.upperAll(k, n) && code[len(area)] != 'l' && !onlyDrawn(code[min(2, len(out)):len(out)]) {
			return false
		}
	}
	if rest == "" && len(area) > 2 { // a letter after the digit: EC1A
		if i := strings.IndexAny(out, "0123456789"); i > 0 && i == len(out)-2 {
			area, rest = out[:i], out[i:]
		}
	}
	if rest != "" && (!areas[area] || len(rest) > 2) || rest == "" { // BD1O, BDl0
		if i := strings.IndexAny(out, "0123456789OIL"); i > 0 && i < len(out) && upper(w.s[w.list[k].i]) {
			for _, at := range []int{1, 2} {
				if at < len(out) && areas[out[:at]] && onlyDrawn(code[at:len(out)]) {
					area, rest = out[:at], out[at:]
				}
			}
		}
	}
	if !areas[area] || len(rest) == 0 || len(rest) > 2 {
		return false
	}
	tail := w.text(n)
	low := tail != "" && tail[len(tail)-1] >= 'a'
	head := w.s[w.list[k].i]
	switch strings.ToLower(in[1:]) {
	case "st", "nd", "rd", "th":
		if low && (upper(head) || gaps > 0 && w.glued(n) && len(area) < 2) {
			return false // B2 1st floor
		}
	case "gb", "tb", "hr", "ft", "lb", "ps", "px", "rs":
		if low || in[1:] == "GB" || in[1:] == "TB" {
			return false
		}
	}
	if !written || gaps > 1 {
		// read out, or spread: small letters could be any sentence
		if low && !upper(head) && (w.is(n, plain|many|digit) || len(tail) == 1 && gaps < 4) {
			return false
		}
		return len(tail) <= 4
	}
	return true
}

// onlyDrawn reports whether s is one or two digits, or letters that look like
// digits, and one of them no capital letter.
func onlyDrawn(s string) bool {
	return len(s) == 2 && strings.Trim(s, "0123456789OIl") == "" && strings.ContainsAny(s, "0123456789l")
}

// measure knows letters behind a number that no postcode ends in.
func measure(s string) bool {
	switch s {
	case "MM", "CM", "KM", "KG", "MG", "ML", "MB", "KB", "AM", "PM", "MP", "KW", "OZ", "OF", "IN", "ON", "OR", "TO", "IS", "DO", "GO", "NO", "SO", "MY", "ME", "CC", "CV", "VS", "II", "IV", "VI":
		return true
	}
	return false
}

// upperAll reports whether all letters from word k to n are capitals.
func (w *words) upperAll(k, n int) bool {
	s := w.s[w.list[k].i:w.list[n].j]
	return strings.ToUpper(s) == s
}
