package anonymity

import (
	"strings"
	"sync"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var Phone = rule.Rule{
	Doc: finding.Doc{
		Name:   "phone-number",
		Why:    "A phone number leads to one person. The numbers that readers may need stand in site.yaml and on every page.",
		Before: "summary: Ring 07700 900123 if you want to join.\n",
		After:  "summary: Ring us if you want to join.\n",
	},
	Allow: []string{"public-contact"},
	Run: func(p *rule.Pass) {
		own := sync.OnceValue(func() map[string]bool { return ownNumbers(p.Set) })
		look(digits|digit|nought|several, func(_ *rule.Pass, w *words, see func(i, j int)) { phones(w, own, see) },
			"there is a phone number here", "Take it out. The numbers in site.yaml are on every page and may stand in texts too.")(p)
	},
}

// ownNumbers are the numbers that site.yaml itself publishes.
func ownNumbers(set *entry.Settings) map[string]bool {
	own := map[string]bool{}
	for _, s := range set.Public() {
		if n := asInUK(onlyDigits(s)); len(n) > 2 {
			own[n] = true
		}
	}
	return own
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// asInUK writes a number with the country code of the UK as it is dialled there.
func asInUK(n string) string {
	for _, code := range []string{"0044", "44"} {
		if rest, ok := strings.CutPrefix(n, code); ok && len(n) > 10 {
			return "0" + strings.TrimPrefix(rest, "0")
		}
	}
	return n
}

// phones finds numbers to ring. Numbers of charities and public bodies, which
// lead to no one person, are none: see helpline.
func phones(w *words, own func() map[string]bool, see func(i, j int)) {
	rows := w.rows()
	for n := range rows {
		r := &rows[n]
		next := 0
		for a := range r.groups {
			if a < next || !w.startsNumber(r, a) {
				continue
			}
			for b := a; b < len(r.groups); b++ {
				d, i, j := r.span(a, b)
				if len(d) > 15 {
					break
				}
				if len(d) < 6 || w.stuckAfter(j) && !r.groups[b].spoken || !w.dialled(r, a, b, d) {
					continue
				}
				next = b + 1
				if n := asInUK(d); !own()[n] && (!helpline(n) || w.extended(r.groups[b].end)) {
					if i > 0 && w.s[i-1] == '+' {
						i--
					}
					see(i, j)
				}
				break
			}
		}
	}
	w.extensions(see)
}

// startsNumber reports whether a number can begin at group a.
func (w *words) startsNumber(r *row, a int) bool {
	g := r.groups[a]
	if w.stuck(g) {
		return false
	}
	return a == 0 || strings.ContainsAny(g.gap, " \n,|:>/(=") || r.groups[a-1].spoken != g.spoken
}

// dialled reports whether digits d, in groups a to b, have the form of a
// number to ring. Lengths and beginnings are those of the UK's numbering plan.
func (w *words) dialled(r *row, a, b int, d string) bool {
	shape := r.shape(a, b)
	spoken := r.spoken(a, b)
	plus := strings.HasSuffix(strings.TrimRight(w.s[:r.groups[a].i], " ("), "+")
	context := w.before(r.groups[a].k, 4, phone) && !w.before(r.groups[a].k, 3, ref|number) || w.before(r.groups[a].k, 2, phone)
	switch {
	case plus:
		return len(d) >= 10 && d[0] != '0' && (b+1 == len(r.groups) || len(d) >= 12 || strings.Contains(r.groups[b+1].gap, "\n"))
	case strings.HasPrefix(d, "44") && (len(d) == 12 || len(d) == 13 && d[2] == '0') && (shape[0] == '2' || len(shape) == 1 || uniform(shape, 1) || spoken || shape[0] >= '4'):
		return strings.IndexByte("1237", strings.TrimPrefix(d[2:], "0")[0]) >= 0 && !r.broken(a, b)
	case len(d) == 11 && strings.HasSuffix(d, "70") && (shape == "335" || shape == "65" || shape == "344"): // written backwards
		return strings.IndexByte("3456789", d[8]) >= 0
	case strings.HasPrefix(d, "00") && len(d) >= 12 && len(d) <= 14 && d[2] != '0':
		return (shape[0] >= '4' || spoken) && (b+1 == len(r.groups) || len(d) == 14)
	case d[0] == '0':
		return ukNumber(d) && plausible(r, a, b, shape, spoken, context)
	case d[0] == '7' && len(d) == 10 && d[1] != '0':
		return shape == "46" || shape == "433" || shape == "4222" || shape == "9" && context || spoken && !w.before(r.groups[a].k, 6, nhs)
	case context && len(d) >= 6 && len(d) <= 8 && d[0] >= '2' && !r.within(a, b, "|\n"):
		return (len(shape) <= 2 || uniform(shape, 1) || spoken) && !w.counted(r, a, b, d)
	}
	return false
}

func ukNumber(d string) bool {
	switch d[1] {
	case '1', '2':
		return len(d) == 11 || len(d) == 10 && d[1] == '1'
	case '3', '9':
		return len(d) == 11
	case '7':
		return len(d) == 11 || len(d) == 10 && d[2] >= '3'
	case '5', '8':
		return len(d) == 11 || len(d) == 10
	}
	return false
}

// plausible tells a number from digits that happen to stand beside one another,
// as in a table, a list of times or of prices.
func plausible(r *row, a, b int, shape string, spoken, context bool) bool {
	if b+1 < len(r.groups) && len(shape) > 1 && r.groups[b+1].n < 3 && strings.Trim(r.groups[b+1].gap, "-.") == "" && !spoken {
		return false
	}
	first := shape[0] - '0'
	switch {
	case len(shape) == 1, spoken && !r.within(a, b, ":"):
		return true
	case r.within(a, b, ":") || r.broken(a, b) && first < 3:
		return false
	case first >= 4, first == 3 && (len(shape) <= 4 || context):
		return true
	case first == 3:
		return !r.within(a, b, ",")
	case uniform(shape, 1):
		return true
	case first == 2:
		return (!r.within(a, b, ",.") || context) && (shape[1] >= '2' || context)
	}
	return shape == "146" || shape == "1433" || context && !r.within(a, b, ",")
}

// counted knows digits after "call" that are a date or a sum.
func (w *words) counted(r *row, a, b int, d string) bool {
	return r.within(a, b, ",/.:") || w.is(r.groups[b].end, many|month) || len(d) == 8 && (strings.HasPrefix(d, "20") || d[4:6] == "20")
}

// extended reports whether an extension follows: then it is one desk.
func (w *words) extended(k int) bool { return w.extension(k) >= 0 }

// extension is the word after the digits of an extension that begins at k.
func (w *words) extension(k int) int {
	switch strings.ToLower(w.text(k)) {
	case "ext", "extension", "extn", "x":
	default:
		return -1
	}
	k++
	if w.is(k, ref|number) {
		k++
	}
	if w.isNumber(k) && len(w.text(k)) >= 3 && len(w.text(k)) <= 5 && !w.stuckAfter(w.list[k].j) {
		return k + 1
	}
	return -1
}

func (w *words) extensions(see func(i, j int)) {
	if w.all&phone == 0 {
		return
	}
	for k := range w.list {
		if w.is(k, phone) && w.before(k, 6, phone) && strings.HasPrefix(strings.ToLower(w.text(k)), "ext") {
			if end := w.extension(k); end > 0 && !strings.HasPrefix(w.text(end-1), "20") {
				see(w.list[k].i, w.list[end-1].j)
			}
		}
	}
}

// helpline knows numbers that nobody is known by: those of emergency services,
// of public bodies (030), the free helplines of charities (0808 80, 116) and
// well-known ones with other numbers.
func helpline(n string) bool {
	switch {
	case strings.HasPrefix(n, "116") && len(n) == 6, strings.HasPrefix(n, "080880") && len(n) == 11,
		strings.HasPrefix(n, "0300") || strings.HasPrefix(n, "0303"):
		return true
	}
	return helplines[n]
}

var helplines = set(`08001111 085258 08000684141 08000232033 08005280731 08009995428 08000119100 08005551111 0800555111 08001448848 0800132737
		08000283550 08001076160 08004320000 08000191179 08000858587 0800838587 08000086811 08003583456 08081000900 08082000247 08085002222 08081689111 08088020021 08088010000
		08457909090 08456464 0845464 02890244888 02070080151 03444775678 08448005000 08001124 08007318496 08005870912 03333442222 0800731449 08009530095 08009530099
		08001693700 08001696700 08001405600 08000188330 02071936 03452 07860039967 07786200949 07537410022 07860022824 07717989024`)
