package counts

import (
	"regexp"
	"slices"
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

const (
	onePerson = `(?:girl|boy|child|kid|teenager|teen|lad|lass|person|young (?:person|man|woman)|man|woman|pupil|student|member|apprentice|care leaver|wheelchair user|parent|mum|dad|carer|family|brother|sister|twin)`
	described = `(?:[\pL'’-]+ ){0,3}`
	belonging = `(?:trans|transgender|gay|lesbian|bi|bisexual|queer|non-binary|black|white|brown|asian|mixed|mixed-race|african|caribbean|chinese|indian|pakistani|bangladeshi|polish|romanian|ukrainian|syrian|afghan|welsh|irish|scottish|english|muslim|christian|jewish|hindu|sikh|roma|romany|gypsy|traveller|disabled|deaf|blind|autistic|pregnant|fostered|adopted|refugee)`
)

// onlyOnes say who somebody is, by being alone in it, under the word that each
// of the expressions needs. What anybody may do ("the only person who can open
// it") tells nothing of anybody.
var onlyOnes = map[string][]*regexp.Regexp{
	"only": {
		regexp.MustCompile(`(?i)\bthe only one (?:who|of (?:us|you|them) who)\b`),
		regexp.MustCompile(`(?i)\b(?:I|I['’]m|he|he['’]s|she|she['’]s|they|they['’]re|am|being|be|me|feel like|felt like)(?: am| was| were| are| is| still| often| always)? the only one\b`),
		regexp.MustCompile(`(?i)\bthe only ` + described + onePerson + ` (?:who|that|in|at|on|from|of|with|without|here|there|to|whose)\b`),
		regexp.MustCompile(`(?i)\b(?:I|I['’]m|he|he['’]s|she|she['’]s|am|was|being)(?: am| was| is)? the only ` + described + onePerson + `\b`),
		regexp.MustCompile(`(?i)\b(?:our|the) only (?:openly )?(?:` + belonging + ` )?` + onePerson + ` (?:said|says|told|tells|asked|asks|wanted|wants|feels|felt|thinks|thought|left|has|had|is|was)\b`),
		regexp.MustCompile(`(?i)\bthe only (?:openly )?` + belonging + `(?: one| ` + onePerson + `)? (?:in|at|on|of|here|there)\b`),
	},
	"first": {
		regexp.MustCompile(`(?i)\bthe (?:very )?first (?:ever )?` + described + onePerson + ` (?:ever )?(?:to|in|from|who)\b`),
		regexp.MustCompile(`(?i)\b(?:I|he|she|they|was|is|am|were|became|be|being)(?: was| were| am| became)? the first(?: [\pL'’-]+){0,4} ever to\b`),
	},
	"else": {
		regexp.MustCompile(`(?i)\b(?:nobody|no one|no-one) else in (?:the|our|my|this|that|her|his|their) (?:whole )?(?:home|house|group|unit|school|class|family|village|town|club|team|building|placement)\b`),
	},
	"youngest": mostly, "oldest": mostly, "newest": mostly,
}

var mostly = []*regexp.Regexp{
	regexp.MustCompile(`(?i)\b(?:our|the) (?:youngest|oldest|newest) (?:ever )?` + described + `(?:member|person|participant|voice|speaker|girl|boy|child|apprentice|trustee|inspector|councillor|of (?:us|you|them)|in (?:the|our|my) (?:home|house|group|unit))\b`),
}

var (
	notOnly = regexp.MustCompile(`(?i)(?:\bnot|n['’]t)\s+$`)
	mayDo   = regexp.MustCompile(`(?i)^(?: (?:who|that))? (?:can|could|may|might|will|should|must|gets to|knows? (?:how|where)|(?:to )?(?:ask|ring|call|tell|talk|speak|contact|go|see)|decides?)\b`)
)

// OnlyOne is somebody who is told from everybody else by being alone in it.
var OnlyOne = rule.Rule{
	Doc: finding.Doc{
		Name:   "only-one",
		Why:    "“The only girl in the home” or “the first ever to” is one person, and everybody there knows who. No name is needed.",
		Before: "---\n## You said\n\nThe only girl in the home had no lock on her door.\n\n## We did\n\nWe asked.\n\n## What changed\n\nThere are locks.\n",
		After:  "---\n## You said\n\nYou wanted a lock on your door.\n\n## We did\n\nWe asked.\n\n## What changed\n\nThere are locks.\n",
	},
	Run: func(p *rule.Pass) {
		for i := range p.Texts {
			t := &p.Texts[i]
			text := t.Heard().Words
			found := stretches(text)
			if len(found) == 0 {
				continue
			}
			text = oneLine(text)
			end := 0
			for _, m := range found {
				rest := text[m[1]:]
				if w := strings.LastIndexByte(text[m[0]:m[1]], ' '); mayDo.MatchString(rest) || mayDo.MatchString(text[m[0]+max(w, 0):m[1]]+rest) || notOnly.MatchString(text[:m[0]+strings.Index(strings.ToLower(text[m[0]:m[1]]+"the"), "the")]) {
					continue
				}
				if m[0] >= end {
					p.Suspect(t, m[0], m[1], "this says that somebody is the only one, or the first or youngest, there", "Say what matters without it. People who know them can tell who it is.")
					end = m[1]
				}
			}
		}
	},
}

// stretches are what any of the expressions finds, in order of place. They are
// slow, so each looks only at the words around the one that it needs.
func stretches(text string) [][]int {
	var out [][]int
	for i := 0; i < len(text); i++ {
		if !isLetter(text[i]) {
			continue
		}
		j := i
		for j < len(text) && isLetter(text[j]) {
			j++
		}
		if list := needing(text[i:j]); list != nil && led(text[:i]) {
			from, to := around(text, i, -8), around(text, j, 14)
			piece := oneLine(text[from:to])
			for _, re := range list {
				for _, m := range re.FindAllStringIndex(piece, -1) {
					out = append(out, []int{from + m[0], from + m[1]})
				}
			}
		}
		i = j
	}
	slices.SortStableFunc(out, func(a, b []int) int { return a[0] - b[0] })
	return out
}

// led reports whether one of the words that the expressions have before those
// ends a text: the only, nobody else.
func led(before string) bool {
	before = strings.TrimRight(before, " \n")
	i := len(before)
	for i > 0 && isLetter(before[i-1]) {
		i--
	}
	for _, w := range []string{"the", "very", "our", "nobody", "one"} {
		if strings.EqualFold(before[i:], w) {
			return true
		}
	}
	return false
}

// needing are the expressions that need a word.
func needing(word string) []*regexp.Regexp {
	switch word[0] | 0x20 {
	case 'o', 'f', 'e', 'y', 'n':
	default:
		return nil
	}
	if len(word) < len("only") || len(word) > len("youngest") {
		return nil
	}
	var low [len("youngest")]byte
	for i := range len(word) {
		low[i] = word[i] | 0x20
	}
	return onlyOnes[string(low[:len(word)])]
}

// around is where the words end that stand before byte i, or with n above 0
// after it.
func around(text string, i, n int) int {
	for ; n < 0 && i > 0; i-- {
		if text[i-1] == ' ' || text[i-1] == '\n' {
			if n++; n == 0 {
				return i
			}
		}
	}
	for ; n > 0 && i < len(text); i++ {
		if text[i] == ' ' || text[i] == '\n' {
			if n--; n == 0 {
				return i
			}
		}
	}
	return i
}

func oneLine(text string) string { return strings.ReplaceAll(text, "\n", " ") }
