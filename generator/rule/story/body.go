package story

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/markdown"
	"yousaid/generator/rule"
)

// inMarkdown makes a rule's Run out of one kind of Markdown problem.
func inMarkdown(kind markdown.Kind, message, hint string) func(*rule.Pass) {
	return func(p *rule.Pass) {
		for _, piece := range p.Texts {
			if piece.Doc == nil {
				continue
			}
			for _, problem := range piece.Doc.Problems() {
				if problem.Kind == kind {
					p.Report(piece.Piece.Text.Find(problem.Start, problem.End), message, hint)
				}
			}
		}
	}
}

var QuoteInBody = rule.Rule{
	Doc: finding.Doc{
		Name:   "quote-in-body",
		Why:    "A quote is somebody's words, and their consent belongs beside it. In the body nobody could take it down again.",
		Before: "---\n## You said\n\n> I have to leave before the film ends.\n\n## We did\n\nWe asked.\n\n## What changed\n\nYou can stay.\n",
		After:  "---\n## You said\n\nYou wanted to stay until the film ends.\n\n## We did\n\nWe asked.\n\n## What changed\n\nYou can stay.\n",
	},
	Run: inMarkdown(markdown.Quote, "there is a quote in the text", "Move it to contributions, where its consent is. In the text say it in your own words."),
}

var HTMLInBody = rule.Rule{
	Doc: finding.Doc{
		Name:   "html-in-body",
		Why:    "HTML in a body can hide words, load things from strangers, or break the page for a screen reader. A comment is hidden from the page, and still stands in its code.",
		Before: "---\n## You said\n\nThe <b>last</b> bus leaves too early.\n\n## We did\n\nWe asked.\n\n## What changed\n\nIt is later.\n",
		After:  "---\n## You said\n\nThe **last** bus leaves too early.\n\n## We did\n\nWe asked.\n\n## What changed\n\nIt is later.\n",
	},
	Run: inMarkdown(markdown.RawHTML, "there are marks of a web page in this text, as <b>", "Write plain words, with ** around what is important."),
}

var PictureInBody = rule.Rule{
	Doc: finding.Doc{
		Name:   "picture-in-body",
		Why:    "A picture can show a face, a school badge or a street, and hides the place where it was taken in the file. It goes through its own check, under media.",
		Before: "---\n## You said\n\n![The bus stop](/media/stop.jpg)\n\n## We did\n\nWe asked.\n\n## What changed\n\nIt is later.\n",
		After:  "---\n## You said\n\nThe bus stop is dark.\n\n## We did\n\nWe asked.\n\n## What changed\n\nIt has a light.\n",
	},
	Run: inMarkdown(markdown.Picture, "there is a picture in this text", "Take it out of the text. Put its file in content/media, and name it in the report under media."),
}

var OddLink = rule.Rule{
	Doc: finding.Doc{
		Name:   "link-odd",
		Why:    "A link can run a program or open a file of the reader's own. Only links to web pages, e-mail and phone are safe.",
		Before: "---\n## You said\n\nThe [plan](file:///plan.doc) is too long.\n\n## We did\n\nWe asked.\n\n## What changed\n\nIt is short.\n",
		After:  "---\n## You said\n\nThe [plan](https://example.org/plan) is too long.\n\n## We did\n\nWe asked.\n\n## What changed\n\nIt is short.\n",
	},
	Run: inMarkdown(markdown.OddLink, "this link does not lead to a web page", "Write the whole address, as https://example.org/plan, or an address of this site, as /pages/about/."),
}

var WordsRepeated = rule.Rule{
	Doc: finding.Doc{
		Name: "words-repeated",
		Why:  "A voice that may not be shown must not come back by another door: in the title, the summary, the gist or the body. Five words in a row are enough to know whose they are.",
		Before: `contributions:
  - id: late
    words: |
      I always have to leave before the film ends.
    gist: You have to leave before the film ends.
    band: 16-plus
    consent: {to: summary, given: 2026-02-03, by: [young-person], for: [website], told: leaflet-v3, review: 2037-02-03}
`,
		After: `contributions:
  - id: late
    words: |
      I always have to leave before the film ends.
    gist: Going home early spoils the evening.
    band: 16-plus
    consent: {to: summary, given: 2026-02-03, by: [young-person], for: [website], told: leaflet-v3, review: 2037-02-03}
`,
	},
	Run: wordsRepeated,
}

// shared are the outputs that show a report's own texts: words that may not be
// in one of them may not be repeated there.
var shared = []entry.Channel{entry.Website, entry.Feed, entry.Search, entry.Social, entry.Data}

func wordsRepeated(p *rule.Pass) {
	words, names := map[uint64]bool{}, map[uint64]bool{}
	spoken, spokenLengths := unheard(p)
	lengths, nameLengths := map[int]bool{}, map[int]bool{}
	single := map[uint64]bool{} // parts of names, on their own
	for i := range p.Entry.Contributions {
		c, v := &p.Entry.Contributions[i], p.Verdicts[i]
		everywhere := v.Words
		for _, ch := range shared {
			everywhere = everywhere && v.In[ch]
		}
		if !everywhere && !c.Words.Empty() {
			tokens := entry.Tokens(c.Words.Reveal())
			for _, r := range entry.Runs(tokens) {
				words[r] = true
				lengths[min(len(tokens), entry.RunLength)] = true
			}
		}
		if name := c.Name.Reveal(); !v.Name && !c.Name.Empty() {
			for _, form := range []string{name, name + "s"} { // Rowan, Rowan's
				tokens := entry.Tokens(form)
				entry.Windows(tokens, len(tokens), func(r uint64, _, _ entry.Token) { names[r] = true })
				nameLengths[len(tokens)] = true
			}
			for part := range strings.FieldsSeq(name) {
				for _, form := range []string{part, part + "s"} {
					if t := entry.Tokens(form); len(t) == 1 && len(part) > 2 {
						single[t[0].Sum] = true
					}
				}
			}
		}
	}
	if len(words) == 0 && len(names) == 0 && len(spoken) == 0 {
		return
	}
	const rewrite = "Say it in your own words, or take it out."
	for _, text := range joined(p.Texts) {
		if text.Key == "address" || text.Key == "was" {
			continue // see below
		}
		tokens, place := entry.Tokens(text.Words), text.Place
		if text.Contribution < 0 || text.Key != "words" {
			for n := range lengths {
				reportWindows(p, tokens, n, words, place, "this repeats the words of somebody whose words may not be shown here", rewrite)
			}
		}
		if text.Key != "transcript" {
			for n := range spokenLengths {
				reportWindows(p, tokens, n, spoken, place, "this repeats what somebody says in a sound that may not be heard here", rewrite)
			}
		}
		for n := range nameLengths {
			reportWindows(p, tokens, n, names, place, "this holds the name of somebody who may not be named today", "Take the name out.")
		}
		if len(nameLengths) > 0 && !nameLengths[1] {
			for _, t := range tokens {
				if first, _ := utf8.DecodeRuneInString(text.Words[t.Start:]); single[t.Sum] && unicode.IsUpper(first) {
					p.Report(place(t.Start, t.End), "this holds a part of the name of somebody who may not be named today", "Take the name out.")
				}
			}
		}
	}
	addresses := []entry.Word{{Value: p.Entry.Address, At: p.Entry.Place}}
	for _, w := range slices.Concat(addresses, p.Entry.Was, p.Entry.Rights) {
		tokens := entry.Tokens(strings.ReplaceAll(w.Value, "/", " / "))
		for _, known := range []struct {
			lengths map[int]bool
			runs    map[uint64]bool
		}{{lengths, words}, {nameLengths, names}} {
			for n := range known.lengths {
				reportWindows(p, tokens, n, known.runs, func(int, int) finding.Pos { return w.At }, "an address repeats a name or words that may not be shown", "Give the file another name, or take the address out.")
			}
		}
	}
}

// unheard are the words of the sounds that may not be heard everywhere.
func unheard(p *rule.Pass) (runs map[uint64]bool, lengths map[int]bool) {
	runs, lengths = map[uint64]bool{}, map[int]bool{}
	for _, pic := range p.Entry.Pictures() {
		v := p.Entry.PictureVerdict(pic, p.Verdicts, p.Set, p.Today)
		heard := v.Reason == entry.Allowed
		for _, ch := range shared {
			heard = heard && v.In[ch]
		}
		if heard {
			continue
		}
		tokens := entry.Tokens(pic.Said().Reveal())
		for _, r := range entry.Runs(tokens) {
			runs[r] = true
			lengths[min(len(tokens), entry.RunLength)] = true
		}
	}
	return runs, lengths
}

// joined puts the items of one list together: on the page they follow one
// another, and so do words that are spread over them.
func joined(texts []rule.Text) []rule.Text {
	var out []rule.Text
	for _, t := range texts {
		if n := len(out); n > 0 && t.Doc == nil && out[n-1].Key == t.Key && out[n-1].Contribution == t.Contribution {
			last := out[n-1]
			at := len(last.Words) + 1
			out[n-1].Words = last.Words + "\n" + t.Words
			out[n-1].Place = func(i, j int) finding.Pos {
				if i < at {
					return last.Place(i, min(j, at-1))
				}
				return t.Place(i-at, j-at)
			}
			continue
		}
		out = append(out, t)
	}
	return out
}

// reportWindows reports each stretch of runs once.
func reportWindows(p *rule.Pass, tokens []entry.Token, n int, known map[uint64]bool, place func(i, j int) finding.Pos, message, hint string) {
	start, end := -1, -1
	flush := func() {
		if start >= 0 {
			p.Report(place(start, end), message, hint)
			start = -1
		}
	}
	entry.Windows(tokens, n, func(r uint64, first, last entry.Token) {
		if !known[r] {
			return
		}
		if start >= 0 && first.Start > end {
			flush()
		}
		if start < 0 {
			start = first.Start
		}
		end = last.End
	})
	flush()
}

var oneSaid = regexp.MustCompile(`\b(?:[Oo]ne|[Aa])\s+(?:young\s+person|young\s+man|young\s+woman|child|boy|girl|teenager)\s+(?:said|told|says|asked|wrote)\b`)

// speaksOfOne is a quick look for what oneSaid needs.
func speaksOfOne(text string) bool {
	for _, who := range []string{"person", "man", "child", "boy", "girl", "teenager"} {
		if strings.Contains(text, who) {
			return true
		}
	}
	return false
}

var OnePersonSaid = rule.Rule{
	Doc: finding.Doc{
		Name: "one-person-said", Level: finding.Warn,
		Why:    "“One young person said” is somebody's words without their consent beside them, and one person is easy to recognise.",
		Before: "---\n## You said\n\nOne young person said that the last bus leaves too early.\n\n## We did\n\nWe asked.\n\n## What changed\n\nIt is later.\n",
		After:  "---\n## You said\n\nThe last bus leaves too early.\n\n## We did\n\nWe asked.\n\n## What changed\n\nIt is later.\n",
	},
	Run: func(p *rule.Pass) {
		for _, text := range p.Texts {
			if text.Contribution >= 0 || !speaksOfOne(text.Words) {
				continue
			}
			for _, m := range oneSaid.FindAllStringIndex(text.Words, -1) {
				p.Report(text.Place(m[0], m[1]), "this sounds like one person's words", "Put their words in contributions, with their consent, or say what the group said.")
			}
		}
	},
}
