package anonymity

import (
	"regexp"
	"strconv"
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var Coordinates = rule.Rule{
	Doc: finding.Doc{
		Name:   "coordinates",
		Why:    "Coordinates, three words of a map or a pin lead to one door.",
		Before: "summary: The bench at 52.4082, -1.5106 was mended.\n",
		After:  "summary: The bench by the river was mended.\n",
	},
	Run: look(digits|marks|place|digit, coordinates, "there is an exact place on the map here", "Take it out, or name the place in a wider way, as a town or an area."),
}

var (
	decimals  = regexp.MustCompile(`(?i)([-−+]?\d{1,3}[.,]\d{2}[\dol]+)\s*°?\s*([NS])?[\s,;/|!&]{1,4}(?:[WE] ?)?(?:(?:and|by|by|lon(?:g(?:itude)?)?|lng|d)[\s:=]*)?([-−+–]?\s?\d{1,3}[.,]\d{2}[\dol]+)\s*°?\s*([EW])?`)
	degrees   = regexp.MustCompile(`(?i)\d{1,3}\s*(?:°|º|deg(?:rees)?)\s*\d{1,2}(?:[.,]\d+)?\s*(?:['′’]|min(?:utes)?)?\s*(?:\d{1,2}(?:[.,]\d+)?\s*(?:''|′′|["″”]|sec(?:onds)?)?)?\s*[NSEW]\b`)
	leading   = regexp.MustCompile(`\b[NSEW]\s?\d{1,3}\s?[°º]\s?\d`)
	bare      = regexp.MustCompile(`\b\d{1,2} \d{1,2} \d{1,2}(?:\.\d+)? ?[NS],? \d{1,3} \d{1,2} \d{1,2}(?:\.\d+)? ?[EW]\b`)
	ordinates = regexp.MustCompile(`(?i)\b\d{1,2}\.\d+ ?°? ?[NS]\b[ ,;/]{0,3}\d{1,3}\.\d+ ?°? ?[EW]\b`)
	labelled  = regexp.MustCompile(`(?i)\blat(?:itude)?\W{0,3}[-−]?\d{1,2}[.,]\d+[^\d\n]{1,14}\d{1,3}[.,]\d+`)
	threes    = regexp.MustCompile(`///\s?\pL{2,}\s?[.・。]\s?\pL{2,}\s?[.・。]\s?\pL{2,}`)
	words3    = regexp.MustCompile(`\pL{3,}\s?(?:\.|·|\bdot\b|/)\s?\pL{3,}\s?(?:\.|·|\bdot\b|/)\s?\pL{3,}`)
	plus      = regexp.MustCompile(`\b[23456789CFGHJMPQRVWX]{4,8} ?\+ ?[23456789CFGHJMPQRVWX]{1,2} ?[23456789CFGHJMPQRVWX]\b`)
	mapLink   = regexp.MustCompile(`(?i)(?:maps\.app\.goo\.gl|goo\.gl/maps|w3w\.co|what3words\.com|maps\.apple\.com|maps\.google\.[a-z.]+|google\.[a-z.]+/maps|osm\.org|openstreetmap\.org)/[^\s)>"]{4,}`)
	geo       = regexp.MustCompile(`(?i)\bgeo:-?\d+\.\d+,-?\d+\.\d+`)
	squares   = regexp.MustCompile(`\b(H[PTUWXYZ]|N[A-DF-HJ-PR-UW-Z]|OV|S[C-EHJKMNOPR-Z]|T[AFGLMQRV])[ .\-]?(\d{2,5})[ .,\-]?(\d{2,5})\b`)
	irishGrid = regexp.MustCompile(`\b[A-HJ-Z] ?(\d{3,5}) ?(\d{3,5})\b`)
)

func coordinates(_ *rule.Pass, w *words, see func(i, j int)) {
	s := w.s
	all := func(re *regexp.Regexp, ok func(m []int) bool) {
		for _, m := range re.FindAllStringSubmatchIndex(s, -1) {
			if ok == nil || ok(m) {
				see(m[0], m[1])
			}
		}
	}
	context := w.all&place != 0 && w.placed() || w.all&digits != 0 && (strings.Contains(s, "w3w") || strings.Contains(s, "W3W"))
	if w.all&marks != 0 {
		if strings.ContainsAny(s, "°º") {
			all(degrees, nil)
			all(leading, nil)
		}
		if strings.Contains(s, "//") {
			all(threes, nil)
		}
		if strings.Contains(s, "+") {
			all(plus, func(m []int) bool { return strings.ContainsAny(s[m[0]:m[1]], "23456789") || m[1]-m[0] > 8 })
		}
		if strings.Contains(s, "/") && (strings.Contains(s, "map") || strings.Contains(s, "goo.gl") || strings.Contains(s, "w3w") || strings.Contains(s, "what3") || strings.Contains(s, "osm")) {
			all(mapLink, nil)
		}
	}
	if context && w.named("what3words", "w3w", "three", "threewords", "words") {
		all(words3, func(m []int) bool {
			before := s[max(0, m[0]-3):m[0]]
			web := strings.HasSuffix(before, "//") && before != "///" // https://example.org/notes/parks
			return !web && !strings.Contains(s[m[0]:m[1]], "what3words") && meanings[strings.ToLower(lastWord(s[m[0]:m[1]]))].sense&ending == 0
		})
	}
	if w.all&digits == 0 {
		if w.all&digit != 0 && (strings.Contains(s, "point") || strings.Contains(s, "decimal")) {
			w.pointed(see)
		}
		return
	}
	if decimalPair(s) {
		all(decimals, func(m []int) bool { return onMap(s, m, context) })
		all(ordinates, nil)
	}
	if context {
		all(labelled, nil)
	}
	if strings.Contains(s, "geo:") {
		all(geo, nil)
	}
	if strings.Contains(s, "point") || strings.Contains(s, "decimal") {
		w.pointed(see)
	}
	if bareLine(s) {
		all(bare, nil)
	}
	if gridLike(w) {
		all(squares, func(m []int) bool {
			east, north := s[m[4]:m[5]], s[m[6]:m[7]]
			joined := m[5] == m[6]
			if joined {
				n := len(east) + len(north)
				return (n == 6 && s[m[2]:m[3]] != "SC" || n == 8 || n == 10) && s[max(0, m[0]-4):m[0]] != "URN "
			}
			year := len(east) == 4 && east[:2] == "20"
			return len(east) == len(north) && (len(east) >= 3 || context) && !(year && !context)
		})
		if context {
			all(irishGrid, func(m []int) bool { return m[5]-m[4] == m[3]-m[2] })
		}
	}
}

// placed reports whether a word that only speaks of places on a map is there.
func (w *words) placed() bool {
	return w.named("what3words", "w3w", "coordinates", "coords", "lat", "latitude", "grid", "gps", "osgr", "pin", "location", "geo", "threewords", "longitude", "words", "lng")
}

// named reports whether one of these words stands in the text.
func (w *words) named(list ...string) bool {
	for k := range w.list {
		if w.is(k, place) {
			t := strings.ToLower(w.text(k))
			for _, n := range list {
				if t == n || t == "what" && n == "what3words" {
					return true
				}
			}
		}
	}
	return strings.Contains(strings.ToLower(w.s), "what3words") || strings.Contains(w.s, "w3w")
}

func lastWord(s string) string { return s[strings.LastIndexAny(s, " ./·")+1:] }

// decimalPair is a quick look for two numbers with three decimals or more.
func decimalPair(s string) bool {
	n := 0
	for i := 1; i+3 < len(s); i++ {
		if (s[i] == '.' || s[i] == ',') && isDigit(s[i-1]) && isDigit(s[i+1]) && isDigit(s[i+2]) && asDigit(rune(s[i+3])) <= '9' && asDigit(rune(s[i+3])) >= '0' {
			n++
		}
	}
	if n >= 2 {
		return true
	}
	return strings.Contains(s, "°") || strings.Contains(s, "N,") || strings.Contains(s, "N ") && n > 0
}

// onMap reports whether two decimals are a latitude and a longitude.
func onMap(s string, m []int, context bool) bool {
	number := func(i, j int) float64 {
		f, err := strconv.ParseFloat(strings.NewReplacer("−", "-", "–", "-", " ", "", ",", ".", "+", "", "O", "0", "o", "0", "l", "1", "L", "1").Replace(s[i:j]), 64)
		if err != nil {
			return 1000
		}
		return f
	}
	if m[0] > 0 && (isDigit(s[m[0]-1]) || s[m[0]-1] == '.') || m[0] > 1 && strings.HasSuffix(s[:m[0]], "£") {
		return false
	}
	lat, long := number(m[2], m[3]), number(m[6], m[7])
	if lat > 90 || lat < -90 || long > 180 || long < -180 {
		return false
	}
	thousands := strings.Contains(s[m[2]:m[3]], ",") && strings.Contains(s[m[6]:m[7]], ",")
	if thousands && len(s[m[2]:m[3]])-strings.IndexByte(s[m[2]:m[3]], ',') == 4 {
		return false // 12,500 and 14,200
	}
	british := lat > 49 && lat < 61.5 && long > -9.5 && long < 2.5
	swapped := long > 49 && long < 61.5 && lat > -9.5 && lat < 2.5
	return british || swapped || context || m[4] >= 0 || m[3]-m[2] >= 7 && m[7]-m[6] >= 6
}

// bareLine is a quick look for degrees without their marks.
func bareLine(s string) bool {
	for i := 1; i < len(s); i++ {
		if (s[i] == 'N' || s[i] == 'S') && (isDigit(s[i-1]) || s[i-1] == ' ' && i > 1 && isDigit(s[i-2])) {
			return true
		}
	}
	return false
}

// gridLike is a quick look for capital letters right before digits.
func gridLike(w *words) bool {
	for k := range w.list {
		if w.list[k].number && k > 0 && w.list[k-1].cap && w.list[k-1].j-w.list[k-1].i <= 2 && len(w.gap(k)) <= 1 {
			return true
		}
	}
	return false
}

// pointed finds two numbers whose decimals are read out: fifty-three point
// four eight.
func (w *words) pointed(see func(i, j int)) {
	first, last, n := -1, -1, 0
	for k := 1; k < len(w.list); k++ {
		number := w.isNumber(k) && w.isNumber(k-1) && w.gap(k) == "." && len(w.text(k)) > 2
		if !strings.EqualFold(w.text(k), "point") && !strings.EqualFold(w.text(k), "decimal") && !number {
			continue
		}
		said, end, _ := w.read(k+1, true)
		if number {
			said, end = w.text(k), k+1
		}
		decimals := len(said)
		for !number && end < len(w.list) {
			more, to, _ := w.read(end, true)
			if to == end || !linking(w.gap(end)) {
				break
			}
			decimals += len(more)
			end = to
		}
		if !w.isNumber(k-1) && !w.is(k-1, digit|teen|tens|nought) || decimals < 2 {
			continue
		}
		if n == 0 || k-last > 8 {
			first, n = k-1, 0
		}
		n++
		if last = end; n == 2 {
			if first > 0 && w.is(first-1, tens) {
				first--
			}
			see(w.list[first].i, w.list[end-1].j)
		}
	}
}
