package story

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var WordsInQuotes = rule.Rule{
	Doc: finding.Doc{
		Name: "words-in-quotes", Level: finding.Warn,
		Why:    "Words in quote marks are mostly somebody's own, and then their consent belongs beside them. In a text of yours nobody is asked, and nobody can take them down again. It may as well be the title of a film or your own question: somebody has to look.",
		Before: "---\n## You said\n\nOne of you said “I have to leave before the film ends”.\n\n## We did\n\nWe asked.\n\n## What changed\n\nYou can stay.\n",
		After:  "---\n## You said\n\nYou wanted to stay until the film ends.\n\n## We did\n\nWe asked.\n\n## What changed\n\nYou can stay.\n",
	},
	Run: func(p *rule.Pass) {
		for i := range p.Texts {
			t := &p.Texts[i]
			if t.Contribution >= 0 {
				continue
			}
			eachQuoted(t.Words, func(start, end int) {
				p.Report(t.Place(start, end), "there are words in quote marks in this text", "If somebody said them, move them to contributions, where their consent is, or say it in your own words. If nobody did, you need not do anything.")
			})
		}
	},
}

// closing are the marks that end what each opening mark begins.
var closing = map[rune]string{'“': "”“", '„': "“”", '«': "»", '"': "\"", '‘': "’"}

// fewestQuoted is how many words in a row are hardly the name of something.
const fewestQuoted = 5

// ourOwn is what stands before words that the team quotes from itself.
var ourOwn = regexp.MustCompile(`(?i)\bwe (?:asked|said|wrote|promised|told)(?: you| everybody| everyone| young people)?[:,]?\s*$`)

// eachQuoted yields where words in quote marks stand. What is never closed ends
// with its line.
func eachQuoted(text string, yield func(start, end int)) {
	for at := 0; ; {
		i := strings.IndexAny(text[at:], "“„«\"‘")
		if i < 0 {
			return
		}
		start := at + i
		mark, size := utf8.DecodeRuneInString(text[start:])
		if before, _ := utf8.DecodeLastRuneInString(text[:start]); mark == '"' && (unicode.IsLetter(before) || unicode.IsDigit(before)) {
			at = start + size // 5" wide
			continue
		}
		end := closed(text, start+size, closing[mark])
		if len(strings.Fields(text[start:end])) >= fewestQuoted && !ourOwn.MatchString(text[max(0, start-60):start]) {
			yield(start, end)
		}
		at = end
	}
}

// closed is the end of what stands in quote marks from i on. A mark before a
// letter is an apostrophe, and another opening mark says that the one before
// was never closed.
func closed(text string, i int, marks string) int {
	line := len(text)
	for k, r := range text[i:] {
		after := i + k + utf8.RuneLen(r)
		next, _ := utf8.DecodeRuneInString(text[after:])
		switch {
		case r == '\n':
			line = min(line, i+k)
		case strings.ContainsRune(marks, r) && (r != '’' || !unicode.IsLetter(next)):
			return after
		case strings.ContainsRune("“„«", r):
			return line
		}
	}
	return line
}
