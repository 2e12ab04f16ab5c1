package anonymity

import "strings"

// cue is what a word says about a number beside it that may be an age.
type cue uint16

const (
	self      cue = 1 << iota // I'm, she's: who it is, and that it is so
	being                     // is, was, be
	becoming                  // turns, reached
	helping                   // will, must, has: between who it is and being
	hedge                     // just, not yet, nearly: stands before an age and can be left out
	going                     // what may stand after an age: and, who, now
	timely                    // today, next: when somebody is as old as that
	nearing                   // off, short of: a month off fourteen
	occasion                  // for, on: her fourteenth
	festivity                 // party, cake
	generic                   // you, anyone: of whom nothing is told
	nobody                    // it, there, the total: what is not as old as that
)

// ageCues are all words that tell whether a number is the age of somebody.
var ageCues = func() map[string]cue {
	m := map[string]cue{}
	for c, list := range map[cue]string{
		self:      "i'm im she's he's shes hes we're they're who's whos i've",
		being:     "is was are be were woz wuz wz iz being been am isn't wasn't aren't ain't isnt wasnt aint isn wis",
		becoming:  "turned turning turns turn hit hits hitting reached reaches reaching became becomes becoming approaching nearing celebrated celebrates celebrating made",
		helping:   "will would must may might should could can has have had had've get gets got getting about going to soon gonna gunna could've must've would've won't not just only still now already also always",
		hedge:     "just only nearly almost not quite still now already barely hardly gone rising pushing currently newly approx big touching yet scarcely soon both all also officially finally exactly roughly literally technically actually basically probably like even really sweet well properly nobbut practically virtually merely tender ripe grand old the about say",
		going:     "and n an but so when wen now who he she i me we then today tomorrow next this soon lol years coming because cos cuz only last already still if ac a or tho though too moved going living here as yet before after since by again nearly almost turning while that which with until till xx x haha mind just had has have got can can't cant don't dont",
		timely:    "today tomorrow next this last yesterday tonight on in now soon",
		nearing:   "off short shy from till until before to away past under",
		occasion:  "for on since after until till before by at was is",
		festivity: "party parties cake candle candles cards present presents balloon balloons celebrate celebrated bash surprise turned turning",
		generic:   "you ur u your anyone anybody everyone everybody people they're those",
		nobody:    "there it it's its till total score number answer cost price average limit count result size rating this that which what rate target maximum minimum most capacity record figure mark best worst lowest highest",
	} {
		for w := range strings.FieldsSeq(list) {
			m[w] |= c
		}
	}
	return m
}()

// low is word k in small letters, with straight apostrophes.
func (w *words) low(k int) string {
	t := w.text(k)
	for i := range len(t) {
		if c := t[i]; c >= 'A' && c <= 'Z' || c >= 0x80 {
			return strings.ReplaceAll(strings.ToLower(t), "’", "'")
		}
	}
	return t
}

// ageOfSomebody reports whether the number at word k is the age of somebody,
// and not of a rule, a range or a thing; end is the last word of it.
func (w *words) ageOfSomebody(k int) (end int, ok bool) {
	_, end = w.ageAt(k)
	next := end + 1
	if !w.isNumber(k) && w.is(next, hundred) {
		return end, false
	}
	after, before := w.gap(next), w.gap(k)
	low := w.low(next)
	if w.sumOrRange(k, end, before, after) {
		return end, false
	}
	if last := w.yearsOld(next); last > 0 {
		if w.limit(k) || w.ofThing(k) || w.is(last+1, group) && !w.is(last+1, person) || strings.HasSuffix(w.low(last), "olds") {
			return end, false
		}
		return last, true
	}
	if low == "going" && w.low(next+1) == "on" && w.age(next+2) > 0 { // 14 going on 15
		return next + 2, true
	}
	if orOver(low, w.low(next+1)) || low == "to" && w.age(next+1) > 0 {
		return end, false
	}
	if w.nears(k) {
		return end, w.closes(next, after)
	}
	if w.bounded(w.text(k - 1)) {
		return end, false
	}
	if (low == "to" || low == "and" || low == "or") && w.age(next+1) > w.age(k) && w.is(next+2, years|group|plain|person|many) && (w.gap(next+2) == " " || w.gap(next+2) == "-") && !w.before(k, 4, person) {
		return end, false
	}
	if strings.Trim(after, " -") == "" && (low == "and" || low == "&") {
		switch w.low(next + 1) {
		case "a", "three", "3", "1":
			switch w.low(next + 2) {
			case "half", "quarter", "quarters", "bit", "4", "2":
				return next + 2, !w.is(next+3, many) || w.is(next+4, old)
			}
		}
	}
	if strings.HasPrefix(low, "candle") {
		return end, w.blown(k)
	}
	if w.glued(next) && w.isNumber(k) {
		t := w.text(next)
		return next, (t == "F" || t == "f" || t == "M") && (strings.HasSuffix(before, "(") || w.begins(k)) && !w.glued(next+1)
	}
	if w.is(next, many) && after == " " && !w.is(next, plain) || w.is(next, month) || w.isNumber(next) && after == " " || w.is(next, years) {
		return end, false
	}
	if end > k && w.isNumber(k) != w.isNumber(k+1) && w.glued(k+1) && w.gap(next) != "-" {
		return end, true // nobody writes a price as thirt33n
	}
	return end, w.toldOf(k, next, before, after) || w.aside(k, next, before, after)
}

// hedges is the first of the words before k that only make an age less exact,
// or more: not quite, only just.
func (w *words) hedges(k int) int {
	for h := k; h > 0 && k-h < 5; h-- {
		if ageCues[w.low(h-1)]&hedge == 0 || w.gap(h) != " " && w.gap(h) != "-" {
			return h
		}
	}
	return k
}

// who is the word that says who is meant by "is" at word k, or -1: back over
// will, must, has, just.
func (w *words) who(k int) int {
	for n := k - 1; n >= 0 && n >= k-6; n-- {
		if strings.ContainsAny(w.gap(n+1), ".!?;:\n") {
			return -1
		}
		if low := w.low(n); ageCues[low]&(helping|being) == 0 || w.is(n, person) || strings.HasSuffix(low, "'ll") {
			return n
		}
	}
	return -1
}

// toldOf reports whether the words before the number at k make it an age.
func (w *words) toldOf(k, next int, before, after string) bool {
	if w.heads(k) {
		return w.opens(k, next, after) || w.cell(k, next)
	}
	if w.cell(k, next) {
		return true
	}
	h := w.hedges(k)
	if h < k && w.heads(h) {
		return w.opens(k, next, after)
	}
	prev := w.low(h - 1)
	what := ageCues[prev]
	closed := w.closes(next, after)
	loose := closed || after == " " && !w.isCounted(next)
	if h > 1 && strings.ContainsAny(w.gap(h), ".!?;:|,(") {
		what = 0
	}
	switch {
	case ageCues[w.low(k-2)]&generic != 0 || what&(being|becoming) != 0 && w.who(h-1) >= 0 && ageCues[w.low(w.who(h-1))]&generic != 0:
		return false
	case what&self != 0:
		return loose
	case prev == "am":
		return loose && (w.low(h-2) == "i" || w.begins(h-1))
	case what&becoming != 0:
		if w.anybody(h - 1) {
			return false
		}
		if w.before(h-1, 6, person) || w.isCap(h-2) && !w.is(h-2, plain|group|month) && !w.before(h-1, 6, group) {
			return loose && !strings.HasPrefix(after, " o")
		}
		return (prev == "turned" || prev == "turning") && closed && !w.before(h-1, 6, group)
	case what&being != 0:
		return w.isOfSomebody(h, next, closed, loose)
	}
	if w.toldOtherwise(k, next, before, after, closed) {
		return true
	}
	if h == k {
		return w.begins(k) && w.opens(k, next, after)
	}
	return closed && (w.before(h, 5, person) || w.begins(h) && w.after(next, 8, person) || strings.ContainsAny(w.gap(h), ",(") && youthful(w.age(k)) || w.is(h-1, aged) || ofPerson(prev, w.text(h-2)))
}

// isOfSomebody reports whether "is", before hedges that begin at word h, is said of
// somebody.
func (w *words) isOfSomebody(h, next int, closed, loose bool) bool {
	n := w.who(h - 1)
	if n < 0 { // Being 14 in Trefwyn
		return closed && w.low(h-1) == "being"
	}
	low := w.low(n)
	if low == "who" && n > 0 {
		if ageCues[w.low(n-1)]&generic != 0 { // anyone who is 14
			return false
		}
	}
	if w.is(next, around) && w.low(next) == "round" || ageCues[low]&nobody != 0 || w.is(n, group|many&^plain|month) && !w.is(n, person) {
		return false
	}
	if low == "i" || low == "he" || low == "she" || low == "we" || low == "they" || low == "who" || ageCues[low]&self != 0 || strings.HasSuffix(low, "'ll") || kinOrSelf(low) {
		return loose
	}
	if w.is(n, aged) && w.low(n) == "age" {
		return closed && (w.before(n, 1, person) || strings.HasSuffix(w.low(n-1), "'s"))
	}
	subject := w.before(h-1, 6, person) || w.isCap(n) && !w.is(n, plain|group|month)
	return closed && (subject || !w.preposition(next) || w.low(h-1) == "being")
}

// blown reports whether the candles after the number at k are on somebody's cake.
func (w *words) blown(k int) bool {
	for n := max(k-8, 0); n < k+9 && n < len(w.list); n++ {
		switch w.low(n) {
		case "cake", "blew", "blow", "blowing", "birthday":
			return true
		}
	}
	return false
}

// nears reports whether the words before the number at k say that somebody will
// soon be as old as that: knocking on, coming up to, a month off.
func (w *words) nears(k int) bool {
	prev, second := w.low(k-1), w.low(k-2)
	if w.gap(k) != " " {
		return false
	}
	switch {
	case (prev == "on" || prev == "up" || prev == "to" || prev == "for" || prev == "at") && w.before(k-1, 7, person):
		for n := k - 2; n >= k-4 && n > 0; n-- {
			switch w.low(n) {
			case "knocking", "coming", "getting", "close", "going", "closing":
				return true
			case "up", "on", "to":
				continue
			}
			return false
		}
	case ageCues[prev]&nearing != 0 || prev == "of" && (second == "short" || second == "shy") || prev == "turning" && ageCues[second]&nearing != 0:
		n := k - 2
		for n > k-5 && ageCues[w.low(n)]&nearing != 0 {
			n--
		}
		if !w.is(n, years|many) || !w.before(n, 6, person) {
			return false
		}
		switch w.low(n) {
		case "day", "days", "week", "weeks", "month", "months", "year", "years":
			return true
		}
	}
	return false
}

// opens reports whether a number that begins a sentence is the age of whoever
// speaks there: Fifteen next Tuesday, and no bus. 14 here, from Trefwyn.
func (w *words) opens(k, next int, after string) bool {
	low := w.low(next)
	if after == "/" && len(low) == 1 && sexed(low) { // 14/F
		return true
	}
	if !youthful(w.age(k)) || !w.closes(next, after) || !w.after(next, 9, person) {
		return false
	}
	return strings.HasPrefix(after, ",") && !w.isNumber(next) || low == "here" || low == "and" && w.age(next+1) == 0 && !w.is(next+1, many) || ageCues[low]&timely != 0 && low != "on" && low != "in" || low == "on" && w.weekday(next+1) || low == "in" && w.is(next+1, month)
}

func (w *words) weekday(k int) bool {
	switch strings.TrimSuffix(w.low(k), "s") {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

// toldOtherwise are the ways in which an age is said without a verb.
func (w *words) toldOtherwise(k, next int, before, after string, closed bool) bool {
	prev, second := w.low(k-1), w.low(k-2)
	switch prev {
	case "of":
		if ofPerson(prev, second) || second == "all" && w.before(k-2, 4, person) {
			return true
		}
		switch w.low(k - 4) {
		case "from", "until", "over", "under", "to", "before", "above", "below":
			return false
		}
		return second == "age" && (w.after(next, 4, person) && w.low(next) != "who" || w.before(k-3, 7, person))
	case "at", "aet":
		if w.begins(k-1) && youthful(w.age(k)) && (strings.HasPrefix(after, ",") && w.isCap(next) && !w.is(next, plain|month) || w.is(next, person) && !strings.HasPrefix(w.low(next), "you")) {
			return true // At fourteen, she
		}
		return youthful(w.age(k)) && w.oneBefore(k-1) && !w.before(k-1, 3, group) && (strings.HasPrefix(after, ",") || strings.HasPrefix(after, ".")) && !w.before(k-1, 4, aged)
	case "and", "n", "&":
		if a := w.age(k - 2); a > 0 { // We're 13 and 11, aged 12 and 14
			_, first := w.ageOfSomebody(k - 2)
			return first
		}
	}
	if w.is(k-1, aged) && !strings.Contains(before, ".") {
		return w.agedHere(k, next)
	}
	if strings.HasSuffix(prev, "'n") && len(prev) <= 6 && w.age(k) > 3 { // mae hi'n 14
		return !strings.HasPrefix(w.low(next), "o'")
	}
	if t := w.text(next); after == "/" && len(t) == 1 && sexed(t) {
		return true
	}
	if stem, is := strings.CutSuffix(prev, "'s"); is && closed && (ofPerson("of", stem) || someOne(stem)) {
		return true // my sister's eleven
	}
	named := k > 0 && (w.isCap(k-1) && !w.is(k-1, month|plain|town|group|many) || w.is(k-1, person) || sexed(prev) || someOne(prev))
	switch {
	case strings.HasSuffix(before, "(") && (strings.HasPrefix(after, ")") || strings.HasPrefix(after, ",")):
		return named || w.isNumber(k-1) && (w.is(k-2, years) || w.low(k-2) == "y")
	case strings.HasSuffix(before, ", ") && closed, before == " – " || before == " - " || before == " — ":
		return named && closed && !w.is(k-1, digit)
	case sexed(prev) && closed && youthful(w.age(k)):
		return before == "" || strings.Trim(before, " ,/") == ""
	}
	return false
}
