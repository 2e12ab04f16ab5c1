package gate

import (
	"strings"

	"yousaid/generator/entry"
)

// seams know how innocent texts begin and end. Where one ends and the next
// begins on a page, five words in a row can come about that nobody wrote.
type seams struct {
	begin, end, whole map[uint64]string // first or last words of a line → whose it is; "": several people's, or nobody's
}

// atSeam is the longest part of a run that can stand beside a seam.
const atSeam = entry.RunLength - 1

func newSeams(innocent Texts, beside []string) *seams {
	s := &seams{map[uint64]string{}, map[uint64]string{}, map[uint64]string{}}
	add := func(owner, text string) {
		for line := range strings.Lines(text) {
			tokens := entry.Tokens(line)
			for n := 1; n <= min(len(tokens), atSeam); n++ {
				note(s.begin, tokens[:n], owner)
				note(s.end, tokens[len(tokens)-n:], owner)
			}
			if n := len(tokens); n > 0 && n <= atSeam {
				note(s.whole, tokens, owner)
			}
		}
	}
	innocent(add)
	for _, text := range beside {
		add("", text)
	}
	return s
}

func note(in map[uint64]string, tokens []entry.Token, owner string) {
	run := runOf(tokens)
	if other, ok := in[run]; ok && other != owner {
		owner = ""
	}
	in[run] = owner
}

func runOf(tokens []entry.Token) (sum uint64) {
	entry.Windows(tokens, len(tokens), func(run uint64, _, _ entry.Token) { sum = run })
	return sum
}

// between reports whether a run of a text is nothing but the end of one
// innocent text and the beginning of another, with whole ones between them. The
// texts of owner excuse nobody's words of the same report.
func (s *seams) between(text string, tokens []entry.Token, owner string) bool {
	known := func(in map[uint64]string, part []entry.Token) bool {
		whose, ok := in[runOf(part)]
		return ok && whose != owner
	}
	from := 0
	for i := 1; i <= len(tokens); i++ {
		last := i == len(tokens)
		if !last && !strings.Contains(text[tokens[i-1].End:tokens[i].Start], "\n") {
			continue
		}
		part := tokens[from:i]
		switch {
		case from == 0 && last:
			return false
		case from == 0 && !known(s.end, part), from > 0 && last && !known(s.begin, part), from > 0 && !last && !known(s.whole, part):
			return false
		}
		from = i
	}
	return true
}
