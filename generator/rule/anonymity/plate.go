package anonymity

import (
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var NumberPlate = rule.Rule{
	Doc: finding.Doc{
		Name:   "number-plate",
		Why:    "A number plate leads to whoever drives the car, and tells where they are when it is parked there.",
		Before: "summary: The taxi LK19 XVB came late again.\n",
		After:  "summary: The taxi came late again.\n",
	},
	Run: look(digits|digit, plates, "there is a number plate here", "Take it out. “A taxi” or “a worker's car” is enough."),
}

// plates finds the marks of the United Kingdom: AB12 CDE since 2001, A123 BCD
// and ABC 123D before, and those of Northern Ireland. The last three are only
// taken for plates where much speaks for it, because so much else is written
// like them.
func plates(_ *rule.Pass, w *words, see func(i, j int)) {
	for k := 0; k+1 < len(w.list); k++ {
		if w.list[k].number || !w.numberSoon(k+1, 1) || w.glued(k) || w.list[k].j-w.list[k].i > 4 && !w.is(k, nato) {
			continue
		}
		if end := w.plate(k); end > 0 {
			see(w.list[k].i, w.list[end-1].j)
			k = end - 1
		}
	}
}

func (w *words) plate(k int) int {
	var code []byte
	gaps, spoken := 0, false
	best := 0
	for n := k; n < len(w.list) && n < k+9; n++ {
		gap := w.gap(n)
		if n > k && (len(gap) > 5 || strings.Trim(gap, " .-_/·|*()[]\n\u2014\u2013") != "" && !(spoken && gap == ", ") || strings.Count(gap, "\n") > 1) {
			break
		}
		if n > k && gap != "" {
			gaps++
		}
		t := w.text(n)
		switch {
		case w.isNumber(n) && len(t) <= 4:
			code = append(code, t...)
		case w.is(n, digit) && len(code) > 0 && len(t) > 2 && (spoken || !upper(t[0])) || w.is(n, digit) && strings.EqualFold(t, "ate"):
			code = append(code, byte('0'+w.list[n].value))
			spoken = true
		case w.is(n, month) && !w.is(n-1, nato) && !w.is(n+1, nato):
			return best
		case w.is(n, nato) && len(t) > 3:
			code = append(code, byte(w.list[n].value))
			spoken = true
		case len(t) <= 3 && onlyASCII(t):
			code = append(code, t...)
		default:
			return best
		}
		if len(code) > 7 {
			break
		}
		if len(code) >= 5 && (n+1 == len(w.list) || !w.glued(n+1)) && w.isPlate(string(code), k, n, gaps, spoken) {
			best = n + 1
		}
	}
	return best
}

func onlyASCII(s string) bool {
	for i := range len(s) {
		if !isLetter(s[i]) {
			return false
		}
	}
	return true
}

func (w *words) isPlate(code string, k, n, gaps int, spoken bool) bool {
	big := strings.ToUpper(code)
	caps := big == code || spoken
	small := !spoken && strings.ToLower(code) == code
	context := w.before(k, 7, plate) || w.after(n+1, 3, plate)
	form := make([]byte, len(big))
	for i := range len(big) {
		if form[i] = 'A'; isDigit(big[i]) {
			form[i] = '9'
		}
	}
	word := func(s string) bool {
		return meanings[strings.ToLower(s)].sense&(plain|many|street|month|platform|at) != 0
	}
	head := strings.TrimRight(big, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	if shape := string(form); len(big) == 7 && caps && !spoken && shape != "AA99AAA" && w.postcode(k, false) == 0 {
		if drawn := drawnPlate(big); drawn != big && (context || gaps == 1 && w.isNumber(n-1) == w.glued(n)) {
			return w.isPlate(drawn, k, n, gaps, spoken)
		}
	}
	switch string(form) {
	case "AA99AAA":
		age := big[2:4]
		if strings.ContainsAny(big[:2], "IQZ") || strings.ContainsAny(big[4:], "IQ") || !(age >= "02" && age <= "29" || age >= "51" && age <= "79") {
			return false
		}
		if context {
			return true
		}
		if !caps && !small || small && (word(big[4:]) || gaps > 1 || gaps == 1 && w.gap(n) == "") || word(big[:2]) && word(big[4:]) {
			return false
		}
		return !(gaps == 2 && w.gap(k+1) == " " && word(big[:2])) && (gaps < 3 || caps)
	case "A999AAA", "A99AAA", "A9AAA":
		if strings.ContainsAny(big[:1], "IOQUZ") || strings.ContainsAny(big[len(head):], "IOQZ") {
			return false
		}
		return context && !word(big[len(head):]) || caps && len(head) == 4 && gaps == 1 && w.glued(k+1) && !word(big[len(head):]) || caps && len(head) == 4 && gaps >= 4 || caps && len(head) == 3 && gaps >= 2 && w.gap(k+1) != " "
	case "AAA999A", "AAA99A", "AAA9A":
		return context || caps && len(form) == 7 && gaps == 1 && w.glued(n) && !word(big[:3])
	case "AAA9999", "AAA999", "AA9999":
		letters := strings.TrimRight(big, "0123456789")
		number := big[len(letters):]
		irish := northern[letters[len(letters)-2:]]
		year := len(number) == 4 && (number[:2] == "20" || number[:2] == "19")
		return irish && (context && !word(letters) || caps && len(form) == 7 && !year && !word(letters) && (strings.ContainsAny(letters, "Z") || letters[1] == 'I' || letters[2] == 'I'))
	}
	return false
}

// drawnPlate is a plate of today's form in which a nought stands for an O, or
// an I for a one, or back; what it isn't stays as it is.
func drawnPlate(big string) string {
	out := []byte(big)
	for i, c := range out {
		switch {
		case (i == 2 || i == 3) && c == 'O':
			out[i] = '0'
		case (i == 2 || i == 3) && (c == 'I' || c == 'L'):
			out[i] = '1'
		case i != 2 && i != 3 && c == '0':
			out[i] = 'O'
		}
		if isDigit(out[i]) != (i == 2 || i == 3) {
			return big
		}
	}
	return string(out)
}

// northern are the last two letters of plates from Northern Ireland.
var northern = set("IA DZ KZ RZ IB LZ XZ IJ BZ JZ SZ IL IG IW NZ UZ YZ JI HZ VZ OI XI AZ CZ EZ FZ GZ MZ OZ PZ TZ UI WZ")
