package story

import (
	"regexp"
	"strings"

	"yousaid/generator/rule"
)

// quoted is words in quote marks, within one paragraph: double ones, or single
// ones that are no apostrophes.
var quoted = regexp.MustCompile(`[“„«][^“”„«»]*[”“»]?|"[^"]*"|(?:^|[\s(])[‘']\pL(?:[^‘’']|[’']\pL)*(?:[.,!?…][’']|[’'][.,])`)

// ourOwn is what stands before words that the team quotes from itself.
var ourOwn = regexp.MustCompile(`(?i)\bwe (?:asked|said|wrote|promised)(?: you| everybody| everyone)?[:,]?\s*$`)

// fewestQuoted is how many words in a row are enough to know whose they are.
const fewestQuoted = 5

// inQuoteMarks finds somebody's words that stand in a text of ours.
func inQuoteMarks(p *rule.Pass) {
	for _, piece := range p.Texts {
		if piece.Doc == nil {
			continue
		}
		at := 0
		for paragraph := range strings.SplitAfterSeq(piece.Piece.Text.Reveal(), "\n\n") {
			for _, m := range quoted.FindAllStringIndex(paragraph, -1) {
				if len(strings.Fields(paragraph[m[0]:m[1]])) >= fewestQuoted && !ourOwn.MatchString(paragraph[:m[0]]) {
					p.Report(piece.Piece.Text.Find(at+m[0], at+m[1]), "there are words in quote marks in the text",
						"If somebody said them, move them to contributions, where their consent is, or tell it in your own words. If nobody did, as the title of a film, put them between *stars*.")
				}
			}
			at += len(paragraph)
		}
	}
}
