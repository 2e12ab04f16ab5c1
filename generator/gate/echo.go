package gate

import (
	"slices"

	"yousaid/generator/entry"
)

// Five words in a row are said by two people now and then, so the wall excuses
// them in another report's own text. A run as long as this is no chance; nor is
// a whole voice of nearly as many words.
const (
	echoLength = 8
	echoWhole  = 6
)

// Echoes knows the words of voices that may not be shown, by their long runs.
type Echoes struct {
	runs    map[uint64][]string // run of words → owners
	lengths []int
}

// NewEchoes remembers the words to look for.
func NewEchoes(withheld []Words) *Echoes {
	e := &Echoes{runs: map[uint64][]string{}}
	for _, voice := range withheld {
		tokens := entry.Tokens(voice.Text.Reveal())
		n := min(len(tokens), echoLength)
		if n < echoWhole {
			continue
		}
		if !slices.Contains(e.lengths, n) {
			e.lengths = append(e.lengths, n)
		}
		entry.Windows(tokens, n, func(run uint64, _, _ entry.Token) {
			if owners := e.runs[run]; !slices.Contains(owners, voice.Owner) {
				e.runs[run] = append(owners, voice.Owner)
			}
		})
	}
	return e
}

// Forget leaves out the runs of a text that may be shown.
func (e *Echoes) Forget(text string) {
	e.each(text, func(run uint64, _, _ entry.Token) { delete(e.runs, run) })
}

// In calls see with each stretch of a text of owner's that repeats words which
// are somebody else's, in bytes.
func (e *Echoes) In(text, owner string, see func(start, end int)) {
	type span struct{ start, end int }
	var spans []span
	e.each(text, func(run uint64, first, last entry.Token) {
		if slices.ContainsFunc(e.runs[run], func(o string) bool { return o != owner }) {
			spans = append(spans, span{first.Start, last.End})
		}
	})
	slices.SortFunc(spans, func(a, b span) int { return a.start - b.start })
	for i := 0; i < len(spans); {
		s := spans[i]
		for i++; i < len(spans) && spans[i].start < s.end; i++ {
			s.end = max(s.end, spans[i].end)
		}
		see(s.start, s.end)
	}
}

func (e *Echoes) each(text string, see func(run uint64, first, last entry.Token)) {
	if len(e.runs) == 0 {
		return
	}
	tokens := entry.Tokens(text)
	for _, n := range e.lengths {
		entry.Windows(tokens, n, see)
	}
}
