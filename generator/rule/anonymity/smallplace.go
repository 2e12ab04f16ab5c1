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
			if w.properPlace(k+1) || placeMoods[w.low(k+1)] && (w.properPlace(k+2) || placeMoods[w.low(k+2)] && w.properPlace(k+3)) || w.lowPlace(k, low) || w.mixed(k+1) || w.theHouse(k+1) {
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
	switch {
	case littlePlaces[low]:
		switch w.low(k - 1) {
		case "global", "city", "olympic", "holiday", "prison", "wind", "fish", "animal", "total", "whole", "overall", "general", "petting", "uk", "every", "any", "care", "server", "shopping", "outlet":
			return false
		}
		return true
	case outlying[low]:
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

// littlePlaces are words for places with few people.
var littlePlaces = set("pop population lighthouse chapel loch ferry moorland village hamlet island isle islet farm ford croft pentref ynys glen smallholding houseboat farmhouse cul-de-sac pentre narrowboat manse")

// outlying are words for what stands where few people live.
var outlying = set("dale valley fell moor boat barge canal lock vicarage rectory cottage bungalow caravan bothy lane track crossing pub chippy shop parish cove harbour quay reservoir quarry forest woods mill barn stables convent monastery barracks hollow headland marina mooring lock-keeper's signal-box church churchyard slipway jetty pier schoolhouse windmill watermill weir cottages bungalows almshouses")

// placeMoods are words that people say before the name of a place.
var placeMoods = set("sunny rainy windy lovely little tiny rural remote good old dear quiet boring deepest darkest nearby neighbouring wee sleepy beautiful horrible lonely far-off far-away")

// few knows ways to say that there are few people, or few of one kind: eight
// houses, nineteen pupils, nobody else her age.
func (w *words) few(k int, low string) bool {
	switch low {
	case "houses", "cottages", "pupils", "crofts", "farms", "shops", "caravans", "moorings", "streetlights", "lampposts":
		n := w.age(k - 1)
		return n > 0 && n < 60 || w.low(k-1) == "few"
	case "knows":
		return strings.HasPrefix(w.low(k-1), "every") && strings.HasPrefix(w.low(k+1), "every")
	case "bus", "buses":
		return w.is(k-1, digit) && (w.low(k+1) == "a" || w.low(k+1) == "per")
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
var goings = set("go goes went going gone came come comes back sent moved move moving bus train taxi drive taken placed outskirts edge middle parish side end top bottom centre part people kids new over out town brought drove travelled close walk walks walked walking cycle cycles cycled cycling ride rides rode hike hikes trek ferry boat lift lifts road drives driving miles whole all most half rest none village vale isle forest bay kirk kyle mull point port")

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
