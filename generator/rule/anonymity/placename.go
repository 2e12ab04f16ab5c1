package anonymity

import (
	"strings"

	"yousaid/generator/rule/anonymity/lexicon"
)

// notPlaces are names after "in" and "from" that are no small places.
var notPlaces = set(`christmas easter eid diwali ramadan hanukkah halloween english welsh maths science french spanish german god covid tesco asda aldi lidl greggs nando's mcdonald's primark sainsbury's morrisons iceland argos
		zoom teams netflix minecraft roblox parliament westminster whitehall senedd stormont holyrood cabinet ward scouts guides brownies cubs ofsted childline barnardo's nspcc become coram specsavers stagecoach arriva camhs
		facebook google apple amazon microsoft spring summer autumn winter britain british europe african asian muslim christian ukrainian polish arabic urdu lego lgbt send dofe prince king queen
		history geography drama music art pe religious computing food childrens children's leaving care social shelter citizens kooth mind nyas action universal foster fostering kinship housing respite supported semi-independent staying residential participation
		covid-19 uasc iro independent reviewing local section home office google's wembley old edge catch childline's gcse gcses english's nobody everybody christmas's bts tudor victorian internet wifi`)

// properPlace reports whether word k is the name of a place that is not big.
func (w *words) properPlace(k int) bool {
	if w.hiddenName(k) {
		return true
	}
	if gap := w.gap(k); !w.isCap(k) || !strings.HasPrefix(gap, " ") || strings.Trim(gap, " \"'“‘*_(") != "" {
		return false
	}
	if w.is(k, town) {
		return w.tailed(k)
	}
	if w.is(k, month|plain|platform|years|group|person|nhs|insurance|general|number) && !w.twoWords(k) {
		return false
	}
	t := w.text(k)
	if len(t) == 1 { // N. Soke
		return w.gap(k+1) == ". " && w.isCap(k+1) && w.properPlaceName(k+1)
	}
	if len(t) < 3 || shouted(t) && !w.allCaps() && !w.loudPlace(k) || notPlaces[strings.ToLower(t)] || lexicon.Of(t).Is(lexicon.Foreign) && w.is(k-1, person) {
		return false
	}
	for n := k; n < k+3 && w.isCap(n) && (n == k || w.gap(n) == " "); n++ {
		if w.is(n, group|town) || n > k && w.is(n, month) {
			return false
		}
	}
	return true
}

// hiddenName reports whether word k is the first letter of a place that is not
// to be known: in S******.
func (w *words) hiddenName(k int) bool {
	if !w.isCap(k) || len(w.text(k)) > 2 || w.gap(k) != " " || !w.before(k-1, 3, lives) {
		return false
	}
	gap := w.gap(k + 1)
	return strings.HasPrefix(gap, "**") || strings.HasPrefix(gap, "__") || strings.HasPrefix(gap, "--") || strings.HasPrefix(gap, "—") || strings.HasPrefix(gap, "..") || strings.HasPrefix(gap, "…")
}

// loudPlace knows a place in capitals, in a text that is not all in capitals.
func (w *words) loudPlace(k int) bool {
	t := w.text(k)
	if strings.TrimSpace(w.gap(k+1)) == "" && w.isCap(k+1) && shouted(w.text(k+1)) && w.before(k-1, 2, lives) {
		return len(t) > 3
	}
	return len(t) > 5 && lexicon.Of(t).Level() == 0
}

// properPlaceName reports whether word k, with a capital, is a word that
// nobody knows, or a place.
func (w *words) properPlaceName(k int) bool {
	what := lexicon.Of(w.text(k))
	return len(w.text(k)) > 3 && !w.is(k, plain|month|group|person|town) && (what.Level() == 0 || what.Level() == 5) && !what.Is(lexicon.Title|lexicon.Proper)
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
	return lived && w.gap(k+2) == " " && (w.strange(k+2) > 1 || lexicon.Of(w.text(k+2)).Level() == 5 && !w.isCap(k+2)) && !w.is(k+1, plain|person)
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
	return w.low(k) == "the" && w.isCap(k+1) && w.gap(k+1) == " " && strings.HasSuffix(w.text(k+1), "s") && !w.is(k+1, plain|group|town) && !(w.isCap(k+2) && w.gap(k+2) == " ") && w.before(k, 3, lives)
}

// placeOf knows a place by what is said of it: the Skerrow lad, Skerrow has
// one bus, Skerrow born and bred.
func (w *words) placeOf(k int) bool {
	t := w.text(k)
	if len(t) < 4 || shouted(t) || w.is(k, town|plain|month|general|group|platform|person|school) || notPlaces[strings.ToLower(t)] || w.gap(k+1) != " " {
		return false
	}
	what := lexicon.Of(t)
	if what.Given() > 0 || what.Level() > 0 && what.Level() < 5 || what.Is(lexicon.Proper|lexicon.Foreign|lexicon.Work|lexicon.Title) {
		return false
	}
	next := w.low(k + 1)
	the := w.low(k-1) == "the" || w.isCap(k-1) && w.gap(k) == " " && w.low(k-2) == "the"
	switch {
	case the && placeHeads[next]:
		return true
	case next == "has" || next == "had":
		for n := k + 2; n < k+6 && !endsSentence(w.gap(n)); n++ {
			if low := w.low(n); placeHeads[low] || placeHeads[strings.TrimSuffix(low, "s")] {
				return true
			}
		}
	case next == "born", next == "way":
		return true
	}
	return placeLike(t) && what == 0
}

// placeHeads are what is in a place and called by it.
var placeHeads = set("bus lad lads lass girl girls boy boys kid kids shop shops pub chippy chapel school ferry road estate lot youth train station library hall surgery green fete show gala market flood")

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
	case k > end && k < end+4 && strings.ContainsAny(gap, "\n|") && w.alone(age, end+1) && (w.alone(k, k+1) || w.isCap(k+1) && w.alone(k, k+2)): // a line or a cell of its own
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
var placeModifiers = set("youth children's childrens children’s young people's care residential secure community council caravan boxing football rugby scout riding guest short breaks respite semi-independent supported living country sports holiday housing boys girls boys' girls' mobile nursing foster crisis therapeutic mother baby family assessment rescue pony judo karate athletics swimming")
