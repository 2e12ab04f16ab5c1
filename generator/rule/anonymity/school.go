package anonymity

import (
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var School = rule.Rule{
	Doc: finding.Doc{
		Name:   "school-named",
		Why:    "A school with its name, and the little else that a story tells, is often one child. Few schools have many children in care.",
		Before: "summary: The bus stops at Bramwell Park Academy now.\n",
		After:  "summary: The bus stops at the school now.\n",
	},
	Allow: []string{"organisation", "place"},
	Run:   look(school|stage|ysgol|saint|case_|leaving, schools, "a school is named here", "Write “a school” or “a college”."),
}

func schools(_ *rule.Pass, w *words, see func(i, j int)) {
	for k := range w.list {
		switch {
		case w.is(k, ysgol):
			w.welshSchool(k, see)
		case w.is(k, school):
			w.schoolAt(k, see)
		case w.is(k, stage):
			if !w.is(k+1, school) || !nameGap(w.gap(k+1)) {
				w.schoolAt(k, see)
			}
		case w.is(k, saint):
			w.saintly(k, see)
		case w.isCap(k) && (strings.EqualFold(w.text(k), "boys") || strings.EqualFold(w.text(k), "girls")) && (w.text(k-1) == "4" || strings.EqualFold(w.text(k-1), "for")) && w.isCap(k-2) && !w.is(k-2, plain|general):
			see(w.list[k-2].i, w.list[k].j) // Q.E.G.S. for Boys
		case w.is(k, leaving) && w.list[k].cap:
			w.leavers(k, see)
		case w.is(k, case_) && strings.EqualFold(w.text(k), "referral") && strings.EqualFold(w.text(k+1), "unit"):
			w.schoolAt(k, see)
		case w.isNumber(k) && w.text(k) == "6" && strings.EqualFold(w.text(k+1), "th") && w.glued(k+1):
			w.lowSchool(k, see)
		}
	}
}

// leavers finds the print on a hoodie: Ynys Fach Leavers 25.
func (w *words) leavers(k int, see func(i, j int)) {
	first := k
	for first > 0 && k-first < 4 && w.gap(first) == " " && w.isCap(first-1) && !w.is(first-1, plain|group|month) && !w.begins(first) && w.low(first-1) != "care" {
		first--
	}
	if n := len(w.text(k + 1)); first < k && w.isNumber(k+1) && (n == 2 || n == 4) && len(w.gap(k+1)) <= 4 {
		see(w.list[first].i, w.list[k+1].j)
	}
}

// schoolAt looks back from the word k that the name of a school can end in.
func (w *words) schoolAt(k int, see func(i, j int)) {
	if w.is(k+1, street|road) && w.isCap(k+1) && !w.is(k+1, school|stage) && w.gap(k+1) == " " || w.glued(k) {
		return // School Lane
	}
	if w.is(k, stage) && (!w.list[k].cap || w.is(k+1, street|road|group|lives|around) && nameGap(w.gap(k+1)) || strings.EqualFold(w.text(k+1), "court")) {
		return
	}
	first := k
	named := false
	for first > 0 && k-first < 7 && schoolGap(w.gap(first)) {
		t := strings.ToLower(w.text(first - 1))
		if strings.HasPrefix(w.gap(first), ". ") && len(t) > 5 {
			break // a sentence ends there
		}
		switch {
		case w.isCap(first-1) && !w.is(first-1, general) && !(w.is(first-1, plain) && !w.isCap(first-2)) && !w.is(first-1, month|platform|nhs) && len(t) > 1:
			named = true
		case w.isCap(first-1) && w.is(first-1, stage|school|saint):
		case w.isCap(first-1) && w.is(first-1, general) && len(t) > 2 && nounInName(t):
		case t == "of" && roleWord(w.text(first-2)):
			goto done
		case (t == "of" || t == "c" || t == "e" || t == "rc" || t == "ce" || t == "and" || t == "the" || t == "r") && first > 1 && w.isCap(first-2):
		default:
			goto done
		}
		first--
	}
done:
	for first < k && !w.isCap(first) || first < k && w.is(first, general) && !nounInName(strings.ToLower(w.text(first))) && !w.is(first, saint) {
		first++
	}
	if !named {
		if w.called(k, see) {
			return
		}
		w.lowSchool(k, see)
		return
	}
	if first == k || w.after(k+1, 2, school) && w.isCap(k+1) && nameGap(w.gap(k+1)) {
		return
	}
	if !w.list[k].cap && (w.begins(k-1) || !w.isCap(k-1)) {
		return // Changing school
	}
	if w.allCaps() || first == k-1 && w.begins(first) && w.isVerb(first) {
		return
	}
	if end := strings.ToLower(w.text(k + 1)); nameGap(w.gap(k+1)) && (end == "trust" || end == "council" && first == k-1 && w.is(first, general)) {
		return
	}
	if strings.EqualFold(w.text(k), "sixth") && !strings.EqualFold(w.text(k+1), "form") {
		return
	}
	see(w.list[first].i, w.list[k].j)
}

// called finds a school in a form: School: Cedar View.
func (w *words) called(k int, see func(i, j int)) bool {
	n := k + 1
	gap := w.gap(n)
	asked := strings.HasPrefix(gap, ":") || strings.HasPrefix(gap, " =") || strings.HasPrefix(gap, " :")
	if strings.EqualFold(w.text(n), "is") && gap == " " && w.gap(n+1) == " " && w.isCap(n+1) && w.before(k, 2, person) {
		n, asked = n+1, true
	}
	shout := w.text(k) == "SCHOOL" && w.isCap(n) && strings.ToUpper(w.text(n)) != w.text(n) && gap == " "
	if !asked && !shout || !w.isCap(n) || strings.Contains(gap, "\n") || w.is(n, plain|general|many|month) && !(w.isCap(n+1) && inNames[strings.ToLower(w.text(n))]) {
		return false
	}
	end := n
	for end < n+3 && w.isCap(end+1) && (nameGap(w.gap(end+1)) || w.gap(end+1) == ".") {
		end++
	}
	if end == n && !shout && !endsSentence(w.gap(end+1)+" ") && w.gap(end+1) == " " {
		return false // School: What we asked
	}
	see(w.list[n].i, w.list[end].j)
	return true
}

// roleWord are words of roles before "of": Head of School.
func roleWord(s string) bool {
	switch strings.ToLower(s) {
	case "head", "director", "lead", "minister", "board", "member", "department", "chair", "service", "week", "day", "year", "end", "start", "type", "kind", "out", "city", "university", "college", "school":
		return true
	}
	return false
}

// nounInName are words of general that stand inside names of schools, too.
func nounInName(s string) bool {
	switch s {
	case "sixth", "form", "pupil", "community", "catholic", "primary", "high", "infant", "junior", "junior's", "grammar", "secondary", "international", "royal", "green", "park", "special", "church", "girls", "boys", "girls'", "boys'", "studio", "hospital", "technical":
		return true
	}
	return false
}

func schoolGap(gap string) bool {
	return gap == " " || gap == "-" || gap == ". " || gap == " & " || gap == ", " && false || gap == "." || gap == "  " || gap == "\n" || gap == "' " || gap == "’ "
}

// begins reports whether word k is the first of a sentence or a line.
func (w *words) begins(k int) bool {
	gap := w.gap(k)
	return k == 0 || strings.ContainsAny(gap, ".!?:\n\"“*#|-–—(") && gap != "-" && gap != ". "+"" || strings.HasSuffix(gap, "“") || strings.Contains(gap, ". ")
}

// isVerb knows first words of headings: Changing school, Choosing College.
func (w *words) isVerb(k int) bool {
	t := w.text(k)
	return strings.HasSuffix(t, "ing") || strings.HasSuffix(t, "ed") || len(t) < 4
}

// allCaps reports whether a text has no small letters: then capitals tell nothing.
func (w *words) allCaps() bool {
	if !w.looked {
		w.looked, w.loud = true, len(w.s) > 30 && shouted(w.s)
	}
	return w.loud
}

// lowSchool finds a school in small letters where the words before it can be
// nothing but its name.
func (w *words) lowSchool(k int, see func(i, j int)) {
	switch strings.ToLower(w.text(k)) {
	case "academy", "acad", "comp", "infants", "juniors", "sch", "6":
	default:
		return
	}
	if k < 2 || w.list[k].cap || w.gap(k) != " " && w.gap(k) != "-" || w.is(k-1, plain|general|school|many|town|person|years) || w.isNumber(k-1) || len(w.text(k-1)) < 4 || strings.HasSuffix(w.text(k-1), "ing") {
		return
	}
	first := k - 1
	if w.gap(first) == " " && !w.is(first-1, plain|general|many|at|lives|around|person) && !w.isNumber(first-1) && len(w.text(first-1)) > 3 {
		first--
	}
	if !w.is(first-1, at|lives|around|plain) && !w.begins(first) && w.gap(k) != "-" || w.isNumber(k) && (w.is(first, month|platform) || w.isCap(first) && !w.is(first-1, at) && !w.begins(first)) {
		return
	}
	if w.isNumber(k) {
		k++
	}
	see(w.list[first].i, w.list[k].j)
}

// saintly finds schools that are called by their saint: St Mary's.
func (w *words) saintly(k int, see func(i, j int)) {
	if k+1 == len(w.list) || !nameGap(w.gap(k+1)) || w.isNumber(k+1) || w.glued(k) {
		return
	}
	t := w.text(k + 1)
	switch strings.ToLower(t) {
	case "john":
		if strings.EqualFold(w.text(k+2), "ambulance") {
			return
		}
	}
	// the name goes on with other saints, and what kind of school it is
	end := k + 1
	for end+2 < len(w.list) && strings.EqualFold(w.text(end+1), "and") && w.isCap(end+2) && w.is(end, saint) {
		end += 2
	}
	low := strings.ToLower(w.text(end))
	owned := strings.HasSuffix(low, "'s") || strings.HasSuffix(low, "’s") || strings.HasSuffix(low, "s'")
	if w.is(end+1, school|stage) && nameGap(w.gap(end+1)) && w.isCap(end) {
		return // schoolAt has it
	}
	kind := strings.ToLower(w.text(end + 1))
	faith := kind == "rc" || kind == "ce" || kind == "c" || kind == "catholic" || kind == "prim" || kind == "c.e"
	bareSaint := len(low) > 5 && strings.HasSuffix(low, "s") && !w.isCap(k) && !w.isCap(end) && w.before(k, 3, at|lives|around|school|follow)
	if !owned && !faith && !bareSaint || w.is(k+1, plain) || strings.EqualFold(w.text(k-1), "past") || w.stops(k-6, end+6) {
		return
	}
	if nameGap(w.gap(end + 1)) {
		switch kind {
		case "day", "hospital", "church", "ambulance", "hall", "park", "square", "cathedral", "hospice", "trust", "chapel", "market", "shopping", "stadium", "station", "close", "road", "street", "lane", "avenue", "court", "house", "place", "terrace", "drive", "way", "crescent", "gardens":
			return
		}
	}
	if faith {
		end++
	}
	see(w.list[k].i, w.list[end].j)
}

// stops reports whether words a to b speak of a station, a hospital or a church.
func (w *words) stops(a, b int) bool {
	for k := max(a, 0); k <= b && k < len(w.list); k++ {
		switch strings.ToLower(w.text(k)) {
		case "station", "line", "hospital", "hospice", "church", "ward", "surgery", "cathedral", "museum", "day", "a&e", "trust", "maternity":
			return true
		}
	}
	return false
}

// welshSchool finds Ysgol with what follows it.
func (w *words) welshSchool(k int, see func(i, j int)) {
	to := k
	low := !w.list[k].cap
	for to+1 < len(w.list) && to < k+5 && nameGap(w.gap(to+1)) {
		t := strings.ToLower(w.text(to + 1))
		switch {
		case w.isCap(to+1) && !w.is(to+1, month):
		case small(t) && w.isCap(to+2):
		case low && to < k+3 && len(t) > 2 && !w.is(to+1, plain|many|lives|around|person|at) && (to == k || w.isCap(to+1) || welshish(t)):
		default:
			goto done
		}
		to++
	}
done:
	for to > k && (w.is(to, stage|school) || general_(strings.ToLower(w.text(to)))) && to == k+1 {
		to--
	}
	if to > k {
		see(w.list[k].i, w.list[to].j)
	}
}

// general_ are Welsh kinds of school.
func general_(s string) bool {
	switch s {
	case "gynradd", "uwchradd", "gyfun", "feithrin", "arbennig", "newydd", "haf", "sul", "ni", "leol":
		return true
	}
	return false
}

func welshish(s string) bool {
	return strings.Contains(s, "ll") || strings.Contains(s, "dd") || strings.HasSuffix(s, "wr") || strings.Contains(s, "w") || strings.Contains(s, "y")
}
