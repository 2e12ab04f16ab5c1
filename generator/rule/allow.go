package rule

import (
	"slices"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/site"
)

// Seen is what rules found, and the allowances (by their place in the
// settings) that let something through, or could not, because they are for the
// whole site and the words are somebody's given name.
type Seen struct {
	Findings []finding.Finding
	Used     []int
	TooWide  []int
}

// Look runs rules over one report. The verdicts on its contributions are those
// that the gate will go by.
func Look(rules []Rule, e *entry.Entry, verdicts []entry.Verdict, set *entry.Settings, today site.Date) Seen {
	return run(rules, &Pass{Entry: e, Verdicts: verdicts, Texts: texts(e.PublicPieces(verdicts, set, today)), Set: set, Today: today, where: e.Address})
}

// LookAtTexts runs rules over texts that belong to no report. where is what
// allow.yaml calls them.
func LookAtTexts(rules []Rule, where string, pieces []entry.Piece, set *entry.Settings, today site.Date) Seen {
	return run(rules, &Pass{Texts: texts(pieces), Set: set, Today: today, where: where})
}

// term is an allowance that counts here, and its words as they may stand in a
// text: with an s behind them they are the same words.
type term struct {
	nth   int // in the settings
	kind  string
	wide  bool
	words [2][]uint64
}

// terms are the allowances that count for this report or page today.
func (p *Pass) terms() []term {
	if p.allowances != nil || len(p.Set.Allowances) == 0 {
		return p.allowances
	}
	p.allowances = []term{}
	for i := range p.Set.Allowances {
		a := &p.Set.Allowances[i]
		if !a.InForce(p.Today) || !a.Covers(p.where) {
			continue
		}
		if e := p.Entry; e != nil && e.WrittenBy.Value != "" && e.WrittenBy.Value == a.By.Value {
			continue // nobody allows their own words
		}
		words, _ := entry.Piece{Text: a.Term}.Plain()
		heard := hear(words).Words
		p.allowances = append(p.allowances, term{i, a.Kind.Value, a.Wide(), [2][]uint64{sums(heard), sums(heard + "s")}})
	}
	return p.allowances
}

func sums(text string) []uint64 {
	var out []uint64
	for _, t := range entry.Tokens(text) {
		out = append(out, t.Sum)
	}
	return out
}

// allowed reports whether the team lets bytes i to j of what is heard of t
// through: they lie within words that are allowed there.
func (p *Pass) allowed(t *Text, i, j int) bool { return p.Allowed(t, i, j, p.allow...) }

// Allowed is the same under the kinds of allowance that are given: a rule can
// ask about words that it does not report itself.
func (p *Pass) Allowed(t *Text, i, j int, kinds ...string) bool {
	if len(kinds) == 0 || len(p.terms()) == 0 {
		return false
	}
	if t.tokens == nil {
		t.tokens = entry.Tokens(t.Heard().Words)
	}
	first := slices.IndexFunc(t.tokens, func(k entry.Token) bool { return k.End > i })
	if first < 0 || t.tokens[first].Start >= j {
		return false
	}
	last := first
	for last+1 < len(t.tokens) && t.tokens[last+1].Start < j {
		last++
	}
	let := false
	for _, a := range p.terms() {
		if !slices.Contains(kinds, a.kind) || !within(t.tokens, first, last, a.words[0]) && !within(t.tokens, first, last, a.words[1]) {
			continue
		}
		if a.wide && p.given != nil && !slices.Contains(entry.WideKinds, a.kind) && p.given(t.Heard().Words[i:j]) {
			p.seen.TooWide = add(p.seen.TooWide, a.nth)
			continue
		}
		p.seen.Used, let = add(p.seen.Used, a.nth), true
	}
	return let
}

// within reports whether tokens first to last lie in an occurrence of words.
func within(tokens []entry.Token, first, last int, words []uint64) bool {
	for start := max(0, last-len(words)+1); start <= first; start++ {
		if start+len(words) > len(tokens) {
			return false
		}
		same := true
		for k, w := range words {
			same = same && tokens[start+k].Sum == w
		}
		if same {
			return true
		}
	}
	return false
}

func add(list []int, n int) []int {
	if slices.Contains(list, n) {
		return list
	}
	return append(list, n)
}
