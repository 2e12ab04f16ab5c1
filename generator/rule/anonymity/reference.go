package anonymity

import (
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var CaseReference = rule.Rule{
	Doc: finding.Doc{
		Name:   "case-reference",
		Why:    "A number from a case system, a court, the police or a landlord leads everybody who can look it up to one person.",
		Before: "summary: The letter about case TR/2025/00871 never came.\n",
		After:  "summary: The letter never came.\n",
	},
	Run: look(digits|digit, references, "there is a case or reference number here", "Take it out. Say what it was about."),
}

// systems are letters that numbers from case systems begin with.
var systems = set("LAC CLA CIN CP CYP CSC CSE CCE MASH LADO YOT YJS YOS SEN SEND EHCP EHC EH EHM EDT LCS ICS CAF TAF FGC IRO UASC ARC BRP PNC UTR UPN CRN CMP CTX CASE REF FILE CRIME REFERRAL HO NASS ASYL TR RES CAMHS MRN PAS HOSP URN INC NFA")

func references(_ *rule.Pass, w *words, found func(i, j int)) {
	see := func(i, j int) {
		if !w.publicCode(i, j) {
			found(i, j)
		}
	}
	for k := 0; k < len(w.list); k++ {
		switch {
		case w.is(k, case_|ref) || w.gap(k) != "" && strings.HasSuffix(w.gap(k), "#"):
			if i, j, end := w.referenceAfter(k); end > 0 {
				see(i, j)
				k = end - 1
				continue
			}
		}
		if w.isNumber(k) {
			continue
		}
		i, j, end := w.codeAt(k)
		if end == 0 {
			i, j, end = w.grouped(k)
		}
		if end > 0 {
			see(i, j)
			k = end - 1
		}
	}
	if w.all&digits != 0 {
		w.courtAndPolice(see)
	}
	if w.all&(case_|ref) != 0 {
		w.codesOfDigits(see)
		w.nearSystems(see)
	}
}

// publicRef are words before a reference that belongs to a paper, not a person.
func publicRef(s string) bool {
	switch strings.ToLower(s) {
	case "foi", "contract", "policy", "grant", "job", "vacancy", "invoice", "planning", "minute", "minutes", "agenda", "report", "tender", "budget", "paper", "isbn", "charity", "company", "registered", "ofsted", "post", "procurement", "item", "decision", "vat", "licence", "form", "room", "bus", "route", "page", "phone", "mobile", "telephone", "helpline", "number", "text", "contact", "goal", "sdg", "version", "quote", "catalogue", "order", "model", "product", "lesson", "question", "score", "ticket", "meeting", "zoom", "teams", "webinar", "table", "house", "step", "cost", "stage", "committee", "document", "doc", "booking", "parcel", "tracking", "leaflet", "poster", "train":
		return true
	}
	return false
}

// referenceAfter looks for a number behind a word as case, file or ref.
func (w *words) referenceAfter(k int) (i, j, end int) {
	anchored := w.is(k, case_)
	n := k + 1
	strong := w.is(k, ref) && !weakRef(w.text(k))
	if publicRef(w.text(k-1)) && !w.is(k, case_) || strings.EqualFold(w.text(k), "urn") && !w.before(k, 6, case_) && !w.after(k+1, 8, case_) || w.before(k, 3, phone) && !anchored && !strong {
		return 0, 0, 0
	}
	for n < len(w.list) && n < k+5 {
		gap := w.gap(n)
		if strings.Contains(gap, "\n\n") || strings.ContainsAny(gap, "!?;") || strings.Contains(gap, ". ") && !w.is(n-1, shorts|ref|number) {
			return 0, 0, 0
		}
		if strings.ContainsAny(gap, ":#=") {
			strong = true
		}
		if strings.Contains(gap, "£") {
			return 0, 0, 0
		}
		if w.is(n, ref) && !w.isNumber(n) && !(w.is(n, digit)) {
			strong = true
			n++
			continue
		}
		switch t := strings.ToLower(w.text(n)); t {
		case "is", "was", "it's", "ending", "on", "the", "my", "of", "it", "s", "stamped", "marked", "called", "quoting", "quote":
			n++
			continue
		}
		if w.is(n, case_) && !w.isNumber(n) && !strings.ContainsAny(gap, ",/") && w.s[w.list[n].i] >= 'a' {
			anchored = true
			n++
			continue
		}
		break
	}
	if !anchored && !strong && strings.EqualFold(w.text(k), "no") && k > 0 && len(w.text(k-1)) <= 5 && strings.ToUpper(w.text(k-1)) == w.text(k-1) && !w.is(k-1, plain) && w.is(n, digit) {
		strong = true // LL no. five-five-oh-two-one
	}
	if !anchored && !strong && !strings.EqualFold(w.text(k), "id") || n >= len(w.list) || n >= k+5 {
		return 0, 0, 0
	}
	i, j, end, digits_, mixed := w.code(n)
	if strings.EqualFold(w.text(k), "id") && digits_ >= 5 {
		strong = true
	}
	switch {
	case end == 0:
		return 0, 0, 0
	case digits_ >= 3 && (strong || mixed), digits_ >= 4 && anchored && !w.is(end, many) && !w.quantity(n, end):
	case digits_ >= 2 && mixed && strong:
	default:
		return 0, 0, 0
	}
	if _, isDay := w.dayAt(n); isDay || w.quantity(n, end) && !strong {
		return 0, 0, 0
	}
	return i, j, end
}

func weakRef(s string) bool {
	switch strings.ToLower(s) {
	case "number", "no", "num", "code", "ids", "rhif", "id", "numbers":
		return true
	}
	return false
}

// quantity knows numbers that count: 1,200 people, 2026.
func (w *words) quantity(n, end int) bool {
	t := w.text(n)
	if end-n == 1 && w.isNumber(n) && len(t) == 4 && (t[:2] == "20" || t[:2] == "19") {
		return true
	}
	if strings.HasSuffix(w.gap(n), "£") || end < len(w.list) && w.is(end, many) || strings.HasPrefix(w.gap(end), "%") {
		return true
	}
	return end-n >= 2 && w.isNumber(n) && w.gap(n+1) == "," && len(w.text(n+1)) == 3
}

// code is the number that begins at word n: groups of capitals and digits with
// marks between them, and digits that are read out.
func (w *words) code(n int) (i, j, end, digits_ int, mixed bool) {
	i = w.list[n].i
	for k := n; k < len(w.list) && k < n+22; k++ {
		gap := w.gap(k)
		if k > n && (len(gap) > 5 || strings.Trim(gap, " /-._\\·,|#–—:") != "" || strings.Contains(gap, ", ") && !w.is(k, digit|several|nought) || strings.Contains(gap, ". ") && !w.isNumber(k)) {
			break
		}
		t := w.text(k)
		if said, to, spoken := w.read(k, k > n); to > k {
			digits_ += len(said)
			mixed = mixed || spoken && !w.isNumber(k) && w.is(k, digit|several)
			k = to - 1
			j, end = w.list[k].j, k+1
			continue
		}
		marked := strings.ContainsAny(gap, "/-._\\")
		switch {
		case k > n && w.is(k, slash|filler|dot) && gap != "":
			continue
		case k == n && (shouted(t) && len(t) <= 6 || len(t) <= 3 && (w.glued(k+1) || strings.ContainsAny(w.gap(k+1), "/-._\\")) && (w.isNumber(k+1) || len(w.text(k+1)) <= 4)):
			mixed = true
		case k == n && len(t) == 1 && (w.isNumber(k+1) || w.is(k+1, digit)):
			mixed = true
		case k > n && (w.glued(k) || marked) && len(t) <= 6:
			mixed = true
		case k > n && shouted(t) && len(t) <= 4 && gap == " " && !w.is(k, plain):
			if !w.isNumber(k + 1) {
				return i, j, end, digits_, mixed
			}
		default:
			return i, j, end, digits_, mixed
		}
		if k > n || shouted(t) {
			if digits_ > 0 || k == n {
				j, end = w.list[k].j, k+1
			}
		}
	}
	if digits_ == 0 {
		return 0, 0, 0, 0, false
	}
	return i, j, end, digits_, mixed
}

// codeAt finds numbers that name their system themselves: LAC/2019/0042.
func (w *words) codeAt(k int) (i, j, end int) {
	t := w.text(k)
	if !w.list[k].cap || len(t) < 2 || len(t) > 8 || w.glued(k) || k+1 >= len(w.list) || !shouted(t) || !systems[strings.ToUpper(t)] {
		return 0, 0, 0
	}
	if gap := w.gap(k + 1); strings.Trim(gap, " ") == "" && !(w.isNumber(k+1) && gap == "" && (len(w.text(k+1)) >= 4 || w.gap(k+2) == "/" || w.gap(k+2) == "-" && w.isNumber(k+2))) || strings.Trim(gap, " /-._\\:#") != "" {
		return 0, 0, 0
	}
	i, j, end, n, _ := w.code(k)
	if end == 0 || n < 4 && !(n == 3 && end > k+2) || w.quantity(k+1, end) && end == k+2 && strings.TrimSpace(w.gap(k+1)) != "/" {
		return 0, 0, 0
	}
	return i, j, end
}

// grouped finds codes of capitals with groups of digits behind slashes or
// hyphens, whatever they begin with: two marks, six digits.
func (w *words) grouped(k int) (i, j, end int) {
	t := w.text(k)
	if !w.list[k].cap || len(t) > 6 || w.glued(k) || !upper(w.s[w.list[k].i]) || !shouted(t) || publicRef(t) || publicRef(w.text(k-1)) || t == "COVID" || t == "ISO" || t == "ISBN" {
		return 0, 0, 0
	}
	n, total, slashes := k+1, 0, 0
	for n < len(w.list) {
		gap := w.gap(n)
		if gap != "/" && gap != "-" && gap != "" {
			break
		}
		if !w.isNumber(n) && !(gap == "" && len(w.text(n)) == 1) {
			break
		}
		if gap != "" {
			slashes++
		}
		if w.isNumber(n) {
			total += len(w.text(n))
		}
		n++
	}
	if slashes < 2 && !(slashes == 1 && len(t) <= 3 && w.glued(k+1) && total >= 7) && !(slashes == 1 && n == k+2 && len(t) >= 2 && total >= 6) || total < 6 || len(w.text(k+1)) == 4 && w.gap(k+1) == "-" && slashes == 3 {
		return 0, 0, 0
	}
	return w.list[k].i, w.list[n-1].j, n
}

// courtAndPolice finds the numbers of family courts (ZE25C00123), of the
// police (42/118273/25) and of pupils (A823400119017).
func (w *words) courtAndPolice(see func(i, j int)) {
	for k := range w.list {
		if w.glued(k) || w.stuckBefore(w.list[k].i) {
			continue
		}
		switch {
		case !w.isNumber(k) && len(w.text(k)) == 2 && w.glued(k+1) && len(w.text(k+1)) == 2 && w.glued(k+2) && len(w.text(k+2)) == 1 && w.glued(k+3) && len(w.text(k+3)) == 5 && w.isNumber(k+3):
			see(w.list[k].i, w.list[k+3].j)
		case !w.isNumber(k) && len(w.text(k)) <= 5 && w.glued(k+1) && w.isNumber(k+1) && len(w.text(k+1)) == 6 && w.glued(k+2) && len(w.text(k+2)) == 2 && w.glued(k+3) && w.isNumber(k+3): // a driving licence
			end := k + 3
			for w.glued(end + 1) {
				end++
			}
			see(w.list[k].i, w.list[end].j)
		case !w.isNumber(k) && len(w.text(k)) == 1 && w.glued(k+1) && w.isNumber(k+1) && len(w.text(k+1)) == 12:
			see(w.list[k].i, w.list[k+1].j)
		case w.isNumber(k) && len(w.text(k)) == 2 && w.gap(k+1) == "/" && w.isNumber(k+1) && len(w.text(k+1)) >= 5 && w.gap(k+2) == "/" && w.isNumber(k+2) && len(w.text(k+2)) == 2:
			see(w.list[k].i, w.list[k+2].j)
		}
	}
}
