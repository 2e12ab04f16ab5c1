package anonymity

import (
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var NHSNumber = rule.Rule{
	Doc: finding.Doc{
		Name:   "nhs-number",
		Why:    "An NHS number belongs to one person for life, and opens their health record. The same goes for the CHI number in Scotland and the health and care number in Northern Ireland.",
		Before: "summary: The letter showed the number 943 476 5919 to everybody.\n",
		After:  "summary: The letter showed somebody's NHS number to everybody.\n",
	},
	Run: look(digits|digit, nhsNumbers, "there is an NHS number here", "Take it out. Say what happened without it."),
}

// nhsNumbers finds ten digits whose last one checks the others (modulo 11), or
// that stand in groups as on a letter, or beside the name of the number.
func nhsNumbers(_ *rule.Pass, w *words, see func(i, j int)) {
	rows := w.rows()
	for n := range rows {
		r := &rows[n]
		r.windows(10, 10, func(a, b int, d string) {
			first, last := r.groups[a], r.groups[b]
			if w.stuck(first) || w.stuckAfter(last.j) && !last.spoken || d == strings.Repeat(d[:1], 10) {
				return
			}
			if a > 0 && strings.Trim(first.gap, "-./") == "" || b+1 < len(r.groups) && strings.Trim(r.groups[b+1].gap, "-./") == "" {
				return
			}
			shape := r.shape(a, b)
			context := w.before(first.k, 8, nhs) || w.after(last.end, 6, nhs)
			if !context && d[0] != '0' && (shape == "55" || len(shape) == 3 && !r.within(a, b, ":|,\n")) {
				context = w.ill(first.k)
			}
			grouped := shape == "334" && d[0] != '0' && !r.within(a, b, ":|,\n")
			if grouped || context && shape == "55" || context && len(shape) == 3 && d[0] != '0' || checks11(d) && (shape == "9" && d[0] >= '3' || context) || context && (shape == "9" || len(shape) <= 4 && shape[0] >= '3' || uniform(shape, 1) || r.spoken(a, b)) ||
				checks11(d) && (uniform(shape, 1) && !r.within(a, b, ",|\n") || r.spoken(a, b) && d[0] >= '3') {
				see(first.i, last.j)
			}
		})
	}
}

// ill reports whether words before k speak of doctors or hospitals.
func (w *words) ill(k int) bool {
	for n := k - 1; n >= 0 && n >= k-45; n-- {
		switch strings.ToLower(w.text(n)) {
		case "nhs", "gp", "discharge", "hospital", "prescription", "clinic", "patient", "patients", "ward", "doctor", "dentist", "surgery", "camhs", "appointment":
			return true
		}
	}
	return false
}

// checks11 reports whether the last of ten digits checks the others.
func checks11(d string) bool {
	sum := 0
	for i := range 9 {
		sum += int(d[i]-'0') * (10 - i)
	}
	return (11-sum%11)%11 == int(d[9]-'0')
}

var NationalInsurance = rule.Rule{
	Doc: finding.Doc{
		Name:   "national-insurance-number",
		Why:    "A National Insurance number belongs to one person for life. With it somebody can open accounts in their name.",
		Before: "summary: They asked for AB 12 34 56 C at the desk.\n",
		After:  "summary: They asked for your National Insurance number at the desk.\n",
	},
	Run: look(digits|digit, insuranceNumbers, "there is a National Insurance number here", "Take it out. Say what happened without it."),
}

// insuranceNumbers finds two letters, six digits and a letter. Which letters
// can stand there is in HMRC's manual (NIM39110).
func insuranceNumbers(_ *rule.Pass, w *words, see func(i, j int)) {
	rows := w.rows()
	for n := range rows {
		r := &rows[n]
		r.windows(6, 6, func(a, b int, _ string) {
			first, last := r.groups[a], r.groups[b]
			prefix, from := w.lettersBefore(first.k, 2)
			if len(prefix) != 2 {
				return
			}
			if w.is(from, bank) || strings.HasSuffix(w.gap(first.k-1), "/") && w.text(first.k-1) != "" && strings.EqualFold(w.text(first.k-1), "c") {
				return // a/c
			}
			context := w.before(from, 8, insurance)
			if !context && !insurancePrefix(prefix) {
				return
			}
			suffix, to := w.lettersAfter(last.end, 1)
			if len(suffix) != 1 || suffix[0] > 'D' && suffix != "F" && suffix != "M" && suffix != "P" {
				if context {
					see(w.list[from].i, last.j)
				}
				return
			}
			low := w.s[w.list[from].i] >= 'a' && w.s[w.list[to-1].i] == 'a'
			if !context && low && !w.glued(to-1) && w.is(from, plain) {
				return
			}
			see(w.list[from].i, w.list[to-1].j)
		})
	}
}

// lettersBefore are up to n letters that end right before word k, read out or
// written, and the first word of them.
func (w *words) lettersBefore(k, n int) (string, int) {
	out := ""
	from := k
	for len(out) < n && from > 0 && linking(w.gap(from)) {
		l := w.letter(from-1, n-len(out))
		if l == "" {
			break
		}
		out = l + out
		from--
	}
	if w.glued(from) {
		return "", k
	}
	return out, from
}

// lettersAfter are n letters from word k on, and the word after them.
func (w *words) lettersAfter(k, n int) (string, int) {
	out := ""
	for len(out) < n && k < len(w.list) && linking(w.gap(k)) {
		l := w.letter(k, n-len(out))
		if l == "" {
			break
		}
		out += l
		k++
	}
	if w.glued(k) {
		return "", k
	}
	return out, k
}

// letter is word k where it is no more than most letters, or a letter that is
// read out: Bravo.
func (w *words) letter(k, most int) string {
	t := w.text(k)
	switch {
	case w.isNumber(k):
		return ""
	case len(t) <= most:
		return strings.ToUpper(t)
	case w.is(k, nato):
		return string(rune('A' + w.list[k].value - 'a'))
	}
	return ""
}

func insurancePrefix(s string) bool {
	switch s {
	case "BG", "GB", "KN", "NK", "NT", "ZZ":
		return false
	case "QQ": // what forms show as an example
		return true
	}
	return strings.IndexByte("DFIQUV", s[0]) < 0 && strings.IndexByte("DFIOQUV", s[1]) < 0 && upper(s[0]) && upper(s[1])
}

func upper(c byte) bool { return c >= 'A' && c <= 'Z' }
