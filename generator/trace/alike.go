package trace

import (
	"slices"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
)

// alike knows lines that tell the same story in other words.
type alike struct {
	short   map[uint64]bool // every run of up to five words
	three   map[uint64]bool // runs of three words that say something
	content map[string]bool // words that say something, without their endings
}

func (a *alike) add(text string, tokens []entry.Token) {
	if a.three == nil {
		a.short, a.three, a.content = map[uint64]bool{}, map[uint64]bool{}, map[string]bool{}
	}
	for n := 1; n <= entry.RunLength; n++ {
		entry.Windows(tokens, n, func(run uint64, _, _ entry.Token) { a.short[run] = true })
	}
	entry.Windows(tokens, 3, func(run uint64, first, last entry.Token) {
		if says(text[first.Start:last.End]) > 0 {
			a.three[run] = true
		}
	})
	for _, t := range tokens {
		if s := stem(text[t.Start:t.End]); s != "" {
			a.content[s] = true
		}
	}
}

// says counts the words of a text that say something.
func says(text string) int {
	n := 0
	for _, t := range entry.Tokens(text) {
		if stem(text[t.Start:t.End]) != "" {
			n++
		}
	}
	return n
}

// stem is a word without its usual endings, or nothing for the words that
// stand in every sentence.
func stem(word string) string {
	word = strings.ToLower(strings.Map(func(r rune) rune {
		if strings.ContainsRune("'’‘ʼ′`´", r) {
			return -1
		}
		return r
	}, word))
	if len(word) < 3 || slices.Contains(everyday, word) {
		return ""
	}
	for _, end := range []string{"ing", "ed", "en", "es", "e", "s"} {
		if s, ok := strings.CutSuffix(word, end); ok && len(s) >= 3 {
			return s
		}
	}
	return word
}

// everyday are words that stand in every report and tell nobody's story.
var everyday = strings.Fields(` all and any are ask but can day did few for get got had has her him his how its let may new not now off old one our out own put
 say see she the too two use was way who why yes you about after again also always another anyone anything asked because been before being both came cannot come comes could
 does doing done dont down each even ever every everyone from gets give goes going gone have having heard here home into just keep know like
 made make many more most much must need needs never next nobody nothing once only other ours over people said same says should some someone
 something soon still such take tell than that their them then there these they thing things think this those through time told under until
 upon very want wanted wants well went were what when where which while whole will with without work would year years young your yours `)

// Alike are the lines of a text that may still tell the story of the words: a
// run of three words of theirs, or two words that say something. A line of a
// file is what an editor shows, so that is what a person is sent to.
func (w *Words) Alike(name, text string) []finding.Pos {
	var out []finding.Pos
	if len(w.alike.content) == 0 {
		return nil
	}
	n := 0
	for line := range strings.Lines(text) {
		n++
		if w.alike.in(line) {
			end := len([]rune(strings.TrimRight(line, "\r\n")))
			col := end - len([]rune(strings.TrimLeft(strings.TrimRight(line, "\r\n"), " \t-"))) + 1
			out = append(out, finding.Pos{File: name, Line: n, Col: col, EndLine: n, EndCol: end + 1})
		}
	}
	return out
}

func (a *alike) in(line string) bool {
	tokens := entry.Tokens(line)
	found := false
	entry.Windows(tokens, 3, func(run uint64, _, _ entry.Token) { found = found || a.three[run] })
	shared := map[string]bool{}
	for _, t := range tokens {
		if s := stem(line[t.Start:t.End]); s != "" && a.content[s] {
			shared[s] = true
		}
	}
	return found || len(shared) >= min(2, len(a.content))
}

// Has reports whether a term of one to five words stands in the texts.
func (w *Words) Has(term string) bool {
	found := false
	tokens := entry.Tokens(term)
	if n := len(tokens); n >= 1 && n <= entry.RunLength {
		entry.Windows(tokens, n, func(run uint64, _, _ entry.Token) { found = w.alike.short[run] })
	}
	return found
}
