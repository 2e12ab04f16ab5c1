package anonymity

import (
	"strings"

	"yousaid/generator/rule/anonymity/lexicon"
)

// far is how many words away a place can stand from an age.
const far = 60

// sentences are the words of the sentence around k and of the two before and
// after it, in one paragraph.
func (w *words) sentences(k int) (from, to int) {
	from, to = k, k
	for ends := 0; from > 0 && k-from < far; from-- {
		if strings.Contains(w.gap(from), "\n\n") {
			break
		}
		if endsSentence(w.gap(from)) && !w.is(from-1, shorts) {
			if ends++; ends == 3 {
				break
			}
		}
	}
	for ends := 0; to+1 < len(w.list) && to-k < far; to++ {
		if strings.Contains(w.gap(to+1), "\n\n") {
			break
		}
		if endsSentence(w.gap(to+1)) && !w.is(to, shorts) {
			if ends++; ends == 3 {
				break
			}
		}
	}
	return from, to + 1
}

// smallPlace reports whether words from to to name a place with few people, or
// say that there is only one.
func (w *words) smallPlace(from, to, age, end int) bool {
	for k := from; k < to && k < len(w.list); k++ {
		if k >= age && k <= end {
			continue
		}
		low := w.low(k)
		if w.tiny(k, low) || w.few(k, low) || w.kindOfPlace(k) {
			return true
		}
		switch reach(low) {
		case 2:
			if w.properPlace(k+1) || w.lowPlace(k, low) || w.mixed(k+1) || w.theHouse(k+1) {
				return true
			}
		case 1:
			if (w.before(k, 3, lives) || (low == "of" || low == "round") && w.before(k, 2, around) || w.island(k+1, low) || goings[w.low(k-1)]) && w.properPlace(k+1) {
				return true
			}
		}
		if w.is(k, ysgol) && w.isCap(k+1) || w.is(k, saint) && w.isCap(k) && w.isCap(k+1) && nameGap(w.gap(k+1)) {
			return true
		}
		if w.isCap(k) && k != age-1 && (w.knownPlace(k) || w.formPlace(k, age, end) || w.placeOf(k)) {
			return true
		}
	}
	return false
}

// tiny knows words that speak of few people, or of one.
func (w *words) tiny(k int, low string) bool {
	switch littlePlaces[low] {
	case 'V':
		switch w.low(k - 1) {
		case "global", "city", "olympic", "holiday", "prison", "wind", "fish", "animal", "total", "whole", "overall", "general", "petting", "uk", "every", "any", "care", "server", "shopping", "outlet":
			return false
		}
		return true
	case 'D':
		return w.before(k, 7, lives) && w.sameSentence(max(k-7, 0), k)
	}
	switch low {
	case "estate":
		switch w.low(k - 1) {
		case "our", "my", "her", "his", "this", "same", "council":
			return true
		}
	case "only":
		return w.onlyOne(k)
	}
	return false
}

// littlePlaces are words for places with few people, V, and what few people
// live in or at, D.
var littlePlaces = func() map[string]byte {
	m := map[string]byte{}
	for w := range strings.FieldsSeq("pop population lighthouse chapel loch ferry moorland village hamlet island isle islet farm ford croft pentref ynys glen smallholding houseboat farmhouse cul-de-sac pentre narrowboat manse") {
		m[w] = 'V'
	}
	for w := range strings.FieldsSeq("dale valley fell moor boat barge canal lock vicarage rectory cottage bungalow caravan bothy lane track crossing pub chippy shop parish cove harbour quay reservoir quarry forest woods mill barn stables convent monastery barracks hollow headland marina mooring lock-keeper's signal-box") {
		m[w] = 'D'
	}
	return m
}()

// few knows ways to say that there are few people, or few of one kind: eight
// houses, nineteen pupils, nobody else her age.
func (w *words) few(k int, low string) bool {
	switch low {
	case "houses", "cottages", "pupils", "crofts", "farms", "shops", "caravans", "moorings", "streetlights", "lampposts":
		n := w.age(k - 1)
		return n > 0 && n < 60 || w.low(k-1) == "few"
	case "house", "shop", "pub", "street":
		return w.low(k-1) == "one" && (w.is(k-2, plain) || w.low(k-2) == "only")
	case "else":
		return w.is(k+2, aged) && w.is(k+1, person)
	case "us", "them":
		if w.low(k-1) != "of" || w.age(k-2) == 0 || w.age(k-2) > 30 {
			return false
		}
		for n := k + 1; n < k+6; n++ {
			switch w.low(n) {
			case "school", "class", "village", "island", "valley", "dale", "street", "year":
				return w.before(n, 2, plain) && w.low(n-1) != "at"
			}
		}
	case "one":
		if w.low(k-1) != "the" || ageCues[w.low(k-2)]&(being|self) == 0 && !strings.Contains(w.gap(k-1), ",") {
			return false
		}
		switch w.low(k + 1) {
		case "with", "in", "on":
			return w.is(k+2, plain) || w.low(k+2) == "crutches"
		}
	}
	return false
}

// reach tells how well a word leads to the name of a place: 2 by itself, 1
// where somebody goes or lives there, 0 not at all.
func reach(low string) int {
	switch low {
	case "in", "from", "near", "nr", "at", "outside", "yn", "inside", "into", "around", "beyond", "above", "opposite", "via", "towards", "behind", "called", "leaving", "@", "rural", "remote", "tiny", "o", "left", "visited":
		return 2
	case "of", "on", "round", "to", "off", "past", "by", "down", "up", "over", "through", "between", "below", "across", "ym", "i":
		return 1
	}
	return 0
}

// goings are words before "to" or "of" that say that somebody goes or is
// brought somewhere, or that it is a place.
var goings = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("go goes went going gone came come comes back sent moved move moving bus train taxi drive taken placed outskirts edge middle parish side end top bottom centre part people kids new over out town brought drove travelled close walk walks walked walking cycle cycles cycled cycling ride rides rode hike hikes trek ferry boat lift lifts road drives driving miles whole all most half rest none village") {
		m[w] = true
	}
	return m
}()

// island reports whether word k, after "on", can be nothing but an island, a
// hill or a street.
func (w *words) island(k int, prep string) bool {
	if prep != "on" || !w.isCap(k) {
		return false
	}
	what := lexicon.Of(w.text(k))
	return what.Given() == 0 && what.Level() == 0 && (what == 0 || what.Is(lexicon.Place))
}

// onlyOne reports whether "only" at word k says that there is one of a kind.
func (w *words) onlyOne(k int) bool {
	prev, next := strings.ToLower(w.text(k-1)), strings.ToLower(w.text(k+1))
	switch next {
	case "way", "thing", "problem", "reason", "time", "question", "rule", "condition", "difference", "change", "bit", "part", "answer":
		return false
	}
	the := prev == "the" || strings.HasSuffix(prev, "'s") || strings.HasSuffix(prev, "’s")
	if w.isNumber(k+1) || w.is(k+1, digit|teen|tens) {
		_, end := w.ageAt(k + 1)
		return the && w.yearsOld(end+1) > 0
	}
	if the {
		return true
	}
	for n := k + 1; n <= k+3; n++ {
		switch strings.ToLower(w.text(n)) {
		case "kid", "child", "boy", "girl", "lad", "leaver", "baby", "person", "teenager", "lass":
			return w.before(k, 4, person) || w.age(k-1) > 0
		}
	}
	return false
}

// notPlaces are names after "in" and "from" that are no small places.
var notPlaces = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`christmas easter eid diwali ramadan hanukkah halloween english welsh maths science french spanish german god covid tesco asda aldi lidl greggs nando's mcdonald's primark sainsbury's morrisons iceland argos
		zoom teams netflix minecraft roblox parliament westminster whitehall senedd stormont holyrood cabinet ward scouts guides brownies cubs ofsted childline barnardo's nspcc become coram specsavers stagecoach arriva camhs
		facebook google apple amazon microsoft spring summer autumn winter britain british europe african asian muslim christian ukrainian polish arabic urdu lego lgbt send dofe prince king queen
		history geography drama music art pe religious computing food childrens children's leaving care social shelter citizens kooth mind nyas action universal foster fostering kinship housing respite supported semi-independent staying residential participation
		covid-19 uasc iro independent reviewing local section home office google's wembley old edge catch childline's gcse gcses english's nobody everybody christmas's bts tudor victorian internet wifi`) {
		m[w] = true
	}
	return m
}()

// properPlace reports whether word k is the name of a place that is not big.
func (w *words) properPlace(k int) bool {
	if !w.isCap(k) || w.gap(k) != " " && w.gap(k) != " **" && w.gap(k) != " _" && w.gap(k) != " (" && w.gap(k) != "  " {
		return false
	}
	if w.is(k, town) {
		return w.tailed(k)
	}
	if w.is(k, month|plain|platform|years|group|person|nhs|insurance|general|number) && !w.twoWords(k) {
		return false
	}
	t := w.text(k)
	if len(t) < 3 || shouted(t) && !w.allCaps() && (len(t) < 6 || lexicon.Of(t).Level() > 0) || notPlaces[strings.ToLower(t)] || lexicon.Of(t).Is(lexicon.Foreign) && w.is(k-1, person) {
		return false
	}
	for n := k; n < k+3 && w.isCap(n) && (n == k || w.gap(n) == " "); n++ {
		if w.is(n, group|town) || n > k && w.is(n, month) {
			return false
		}
	}
	return true
}

// twoWords knows names as Old Scarle and Little Haddow: a plain word, and one
// that is none.
func (w *words) twoWords(k int) bool {
	switch strings.ToLower(w.text(k)) {
	case "old", "new", "little", "great", "upper", "lower", "north", "south", "east", "west", "high", "long", "good", "big", "green", "market", "nether", "church", "castle", "court", "mill", "park", "far", "over", "under", "down", "up", "middle", "port", "bishop's", "king's", "queen's", "abbot's", "main":
		return w.isCap(k+1) && w.gap(k+1) == " " && !w.is(k+1, town|month|plain|platform|group|general|person|nhs)
	}
	return false
}

// tailed knows Stoke Parva, which is not Stoke.
func (w *words) tailed(k int) bool {
	if !w.isCap(k+1) || w.gap(k+1) != " " && w.gap(k+1) != "-" || w.is(k+1, town|month|plain|platform|group|general|person|nhs|school|street|place) {
		return false
	}
	switch strings.ToLower(w.text(k + 1)) {
	case "united", "rovers", "wanderers", "albion", "athletic", "airport", "arena", "stadium", "museum", "pride", "keynes", "hall", "and", "station", "market", "castle", "central", "hotspur", "town":
		return false
	}
	return !lexicon.Of(w.text(k+1)).Name() || lexicon.Of(w.text(k+1)).Is(lexicon.Place)
}

// lowPlace knows a place in small letters: im 14 from trefwyn, in nether soke.
func (w *words) lowPlace(k int, prep string) bool {
	switch prep {
	case "in", "from", "near", "nr", "outside", "at":
	default:
		return false
	}
	lived := ageCues[w.low(k-1)]&(self|being) != 0 || w.is(k-1, lives) || oneYoung[w.low(k-1)]
	switch w.low(k - 1) {
	case "come", "comes", "came":
		lived = true
	}
	lived = lived && prep != "at"
	switch first := w.strange(k + 1); {
	case first == 0:
		return false
	case first > 1:
		return first == 3 || lived
	}
	return lived && w.gap(k+2) == " " && w.strange(k+2) > 1 && !w.is(k+1, plain|person)
}

// strange tells whether word k, in small letters, can be the name of a place,
// or the first word of one: 0 no, 1 the first of one, 2 a word that nobody
// knows, 3 a place.
func (w *words) strange(k int) int {
	t := w.text(k)
	if w.isCap(k) || w.isNumber(k) || w.gap(k) != " " || w.glued(k+1) || len(t) < 4 || !onlyASCII(t) || notPlaces[t] {
		return 0
	}
	what := lexicon.Of(t)
	switch {
	case w.list[k].sense&^(lives|plain|road|street) != 0 || what.Is(lexicon.Kin|lexicon.Work|lexicon.Body|lexicon.Doing|lexicon.Foreign):
		return 0
	case w.is(k, plain) || what.Level() > 0 || what.Given() > 0 || what.Is(lexicon.Proper):
		if w.is(k, street|road) && w.strange(k-1) == 1 {
			return 2
		}
		return 1
	case what.Is(lexicon.Place):
		return 3
	}
	return 2
}

// mixed knows a name with digits for letters, from word k on: Sk3rr0w.
func (w *words) mixed(k int) bool {
	if k >= len(w.list) || w.isNumber(k) || w.gap(k) != " " || !w.glued(k+1) || !w.isNumber(k+1) || !w.glued(k+2) || w.isNumber(k+2) {
		return false
	}
	letters, n := 0, k
	for ; n == k || w.glued(n); n++ {
		if !w.isNumber(n) {
			letters += len(w.text(n))
		}
	}
	return letters > 3 && !w.isNumber(n-1)
}

// theHouse knows "the Hollies", after "lives at".
func (w *words) theHouse(k int) bool {
	return w.low(k) == "the" && w.isCap(k+1) && w.gap(k+1) == " " && strings.HasSuffix(w.text(k+1), "s") && !w.is(k+1, plain|group|town) && !w.isCap(k+2) && w.before(k, 3, lives)
}

// placeOf knows a place by what is said of it: the Skerrow lad, Skerrow has
// one bus, Skerrow born and bred.
func (w *words) placeOf(k int) bool {
	t := w.text(k)
	if len(t) < 4 || shouted(t) || w.is(k, town|plain|month|general|group|platform|person|school) || notPlaces[strings.ToLower(t)] || w.gap(k+1) != " " {
		return false
	}
	what := lexicon.Of(t)
	if what.Given() > 0 || what.Level() > 0 || what.Is(lexicon.Proper|lexicon.Foreign|lexicon.Work|lexicon.Title) {
		return false
	}
	next := w.low(k + 1)
	the := w.low(k-1) == "the" || w.isCap(k-1) && w.gap(k) == " " && w.low(k-2) == "the"
	switch {
	case the && placeHeads[next]:
		return true
	case next == "has" || next == "had":
		for n := k + 2; n < k+6 && !endsSentence(w.gap(n)); n++ {
			if placeHeads[strings.TrimSuffix(w.low(n), "s")] {
				return true
			}
		}
	case next == "born", next == "way":
		return true
	}
	return placeLike(t) && !what.Is(lexicon.Surname)
}

// placeHeads are what is in a place and called by it.
var placeHeads = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("bus lad lads lass girl girls boy boys kid kids shop shops pub chippy chapel school ferry road estate lot youth train station library hall surgery green fete show gala market flood") {
		m[w] = true
	}
	return m
}()

// placeLike reports whether a name ends as names of villages do.
func placeLike(t string) bool {
	for _, end := range placeEnds {
		if len(t) > len(end)+2 && strings.HasSuffix(t, end) {
			return true
		}
	}
	return false
}

var placeEnds = strings.Fields("thorpe thwaite beck wick combe coombe hampton minster rigg gill mouth dale hithe stow stead worth bury borough burgh ness firth ford bourne holme ingham")

// knownPlace knows places with few people that stand alone: the Hawes lad,
// Trefwyn: and the Welsh ones that show by how they begin.
func (w *words) knownPlace(k int) bool {
	t := w.text(k)
	if len(t) < 4 || w.is(k, town|plain|month|general|group|platform|person) || notPlaces[strings.ToLower(t)] {
		return false
	}
	for _, front := range []string{"Llan", "Cwm", "Pentre", "Rhyd", "Ynys", "Porth", "Blaen", "Inver", "Kirk", "Bally", "Strath", "Auch", "Drum", "Kil"} {
		if strings.HasPrefix(t, front) && len(t) > len(front)+1 {
			if what := lexicon.Of(t); what.Level() == 0 && !what.Name() {
				return true
			}
		}
	}
	if !w.is(k+1, person) && !(w.begins(k) && strings.HasPrefix(w.gap(k+1), ":")) {
		return false
	}
	what := lexicon.Of(t)
	return what.Is(lexicon.Place) && what.Level() == 0 && what.Given() == 0
}

// formPlace knows the place of a form, and the one right behind an age: Boy,
// 14, Stoke Parva. Lives: Pateley Bridge.
func (w *words) formPlace(k, age, end int) bool {
	switch gap := w.gap(k); {
	case k == end+1 && beside(gap), k == end+2 && beside(gap) && len(w.text(k-1)) == 1:
	case strings.Contains(gap, "|") && strings.Contains(w.gap(end+1), "|") && !strings.Contains(w.s[w.list[min(k, end)].j:w.list[max(k, age)].i], "\n"): // a row of a table
	case strings.Contains(gap, "\n") && strings.Contains(w.gap(end+1), "\n") && k > end && k < end+3: // a line of its own
	case strings.Trim(gap, "* ") == ":" || strings.Trim(gap, " ") == "=":
		switch strings.ToLower(w.text(k - 1)) {
		case "lives", "home", "placement", "village", "address", "place", "area", "from", "location", "placed", "where", "town":
		default:
			return false
		}
	default:
		return false
	}
	t := w.text(k)
	if w.is(k, town) {
		return w.tailed(k)
	}
	what := lexicon.Of(t)
	return len(t) > 3 && !w.is(k, plain|month|person|general|group|platform) && !notPlaces[strings.ToLower(t)] && what.Given() == 0 && !what.Is(lexicon.Proper) && (what.Level() == 0 || what.Is(lexicon.Place) || w.isCap(k+1) && w.gap(k+1) == " ")
}

// beside is what stands between an age and a place in a list.
func beside(gap string) bool {
	switch strings.Trim(gap, " )*") {
	case ",", "-", "–", "—", ";", "/", "|":
		return strings.ContainsAny(gap, " /|")
	}
	return false
}

// kindOfPlace reports whether word k ends the name of a home, a street, a
// school, a club or another small place: Fernlea children's home.
func (w *words) kindOfPlace(k int) bool {
	if k == 0 || w.gap(k) != " " && w.gap(k) != "-" {
		return false
	}
	low := strings.ToLower(w.text(k))
	kind := placeKinds[low]
	if kind == 0 {
		if !w.isCap(k) || !w.is(k, street|road|school|stage) {
			return false
		}
		kind = 'S'
	}
	if kind == 'S' && !w.isCap(k) {
		return false
	}
	if w.is(k, street|road|school|stage) && w.isCap(k) && w.isCap(k-1) && !w.is(k-1, plain|general) {
		return true
	}
	n := k - 1
	for n > 0 && n > k-4 && placeModifiers[strings.ToLower(w.text(n))] && (w.gap(n) == " " || w.gap(n) == "-") {
		n--
	}
	if !w.isCap(n) || w.is(n, plain|general|group|month|platform|person|town|nhs|number) || n < k-1 && w.gap(n+1) != " " || len(w.text(n)) < 3 {
		return w.isCap(k) && n == k-1 && w.twoWords(n) && kind != 'C'
	}
	t := strings.ToLower(w.text(n))
	if notPlaces[t] || w.public(k) && kind != 'C' {
		return false
	}
	what := lexicon.Of(t)
	if what.Is(lexicon.Proper | lexicon.Kin | lexicon.Work | lexicon.Title | lexicon.Body) {
		return false
	}
	switch level := what.Level(); {
	case kind == 'C': // what many things are called: Chess Club
		return level == 0 || level > 4 || what.Is(lexicon.Place)
	case !w.isCap(k):
		return level == 0 || what.Name() || what.Is(lexicon.Place) || !w.begins(n)
	}
	return true
}

// placeKinds are the last words of names of small places; C: of much else too,
// S: only with a capital.
var placeKinds = func() map[string]byte {
	m := map[string]byte{}
	for _, w := range strings.Fields("home house lodge cottage cottages farm farmhouse estate hostel village hamlet island isle flats placement unit croft grange manor villa refuge villas") {
		m[w] = 'H'
	}
	for _, w := range strings.Fields("club hub project group centre scouts cadets nursery") {
		m[w] = 'C'
	}
	for _, w := range strings.Fields("hall court park church chapel camp tower towers inn arms site stables") {
		m[w] = 'S'
	}
	delete(m, "group")
	return m
}()

// placeModifiers stand between the name of a place and its kind.
var placeModifiers = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("youth children's childrens children’s young people's care residential secure community council caravan boxing football rugby scout riding guest short breaks respite semi-independent supported living country sports holiday housing boys girls boys' girls' mobile nursing foster crisis therapeutic mother baby family assessment rescue pony judo karate athletics swimming") {
		m[w] = true
	}
	return m
}()
