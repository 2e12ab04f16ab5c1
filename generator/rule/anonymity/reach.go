package anonymity

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

// inTexts makes a rule's Run out of a search for stretches of text. What
// site.yaml itself publishes, as the team's own number, is let through.
func inTexts(find func(text string) [][]int, fold func(string) string, message, hint string) func(*rule.Pass) {
	return func(p *rule.Pass) {
		var own map[string]bool
		for _, text := range p.Texts {
			for _, m := range find(text.Words) {
				if own == nil {
					own = map[string]bool{}
					for _, s := range p.Set.Public() {
						own[fold(s)] = true
					}
				}
				if !own[fold(text.Words[m[0]:m[1]])] {
					p.Report(text.Place(m[0], m[1]), message, hint)
				}
			}
		}
	}
}

var email = regexp.MustCompile(`[\pL\pN._%+'-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)+`)

var Email = rule.Rule{
	Doc: finding.Doc{
		Name:   "email-address",
		Why:    "An e-mail address leads to one person, and often holds their name. The ways to reach the team stand in site.yaml and on every page.",
		Before: "summary: Write to sam@example.com if you want to join.\n",
		After:  "summary: Write to us if you want to join.\n",
	},
	Run: inTexts(func(text string) [][]int {
		if !strings.Contains(text, "@") {
			return nil
		}
		return email.FindAllStringIndex(text, -1)
	}, strings.ToLower, "there is an e-mail address here", "Take it out. Readers find the team's address on every page."),
}

var Phone = rule.Rule{
	Doc: finding.Doc{
		Name:   "phone-number",
		Why:    "A phone number leads to one person. The numbers that readers may need stand in site.yaml and on every page.",
		Before: "summary: Ring 07700 900123 if you want to join.\n",
		After:  "summary: Ring us if you want to join.\n",
	},
	Run: inTexts(phones, digits, "there is a phone number here", "Take it out. The numbers in site.yaml are on every page and may stand in texts too."),
}

// digits are the digits of a number, with the country code of the UK written
// as in the UK.
func digits(s string) string {
	out := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
	for _, code := range []string{"0044", "44"} {
		if strings.HasPrefix(out, code) && len(out) > 10 {
			return "0" + strings.TrimPrefix(strings.TrimPrefix(out, code), "0")
		}
	}
	return out
}

// phones finds eight digits or more that begin with 0 or +, with spaces, line
// ends, hyphens, dots and brackets between them. Dates are not numbers to ring.
func phones(text string) [][]int {
	var out [][]int
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c != '0' && c != '+' {
			continue
		}
		if i > 0 && (isDigit(text[i-1]) || isLetter(text[i-1]) || text[i-1] == '.' || text[i-1] == ',' || text[i-1] == '/' || text[i-1] == '-') {
			for i < len(text) && isDigit(text[i]) {
				i++
			}
			continue
		}
		end, n, gap := i, 0, 0
		for j := i; j < len(text) && gap <= 2; {
			if isDigit(text[j]) {
				n, gap, j = n+1, 0, j+1
				end = j
				continue
			}
			r, size := utf8.DecodeRuneInString(text[j:])
			if !strings.ContainsRune(" \n+-.()\u00a0\u2011\u2013\u202f", r) {
				break
			}
			gap, j = gap+1, j+size
		}
		if n >= 8 && n <= 15 && !dateShape.MatchString(text[i:end]) && (end == len(text) || !isLetter(text[end])) {
			out = append(out, []int{i, end})
		}
		i = max(i, end-1)
	}
	return out
}

var dateShape = regexp.MustCompile(`^\d\d?[.-]\d\d?[.-]\d{4}$`)

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

var postcode = regexp.MustCompile(`(?i)\b([A-Z]{1,2})\d[A-Z\d]?[ \t\n\x{a0}]{0,2}\d[ABD-HJLNP-UW-Z]{2}\b`)

// endsLikePostcode is a quick look for a digit and two letters.
func endsLikePostcode(text string) bool {
	for i := 0; i+2 < len(text); i++ {
		if isDigit(text[i]) && isLetter(text[i+1]) && isLetter(text[i+2]) {
			return true
		}
	}
	return false
}

// The postcode areas of the United Kingdom and the islands (Royal Mail).
var areas = func() map[string]bool {
	m := map[string]bool{}
	for _, a := range strings.Fields(`AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG
		DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS
		LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD
		TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE`) {
		m[a] = true
	}
	return m
}()

var Postcode = rule.Rule{
	Doc: finding.Doc{
		Name:   "postcode",
		Why:    "A postcode is a street or less. With an age beside it, it is often one person.",
		Before: "summary: The path behind LE1 6TH has lights now.\n",
		After:  "summary: The path behind the station has lights now.\n",
	},
	Run: inTexts(func(text string) [][]int {
		if !endsLikePostcode(text) {
			return nil
		}
		var out [][]int
		for _, m := range postcode.FindAllStringSubmatchIndex(text, -1) {
			if areas[strings.ToUpper(text[m[2]:m[3]])] {
				out = append(out, m[:2])
			}
		}
		return out
	}, strings.ToUpper, "there is a postcode here", "Name the place in a wider way, as a town or an area."),
}
