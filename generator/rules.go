package generator

import (
	"slices"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity"
	"yousaid/generator/rule/consent"
	"yousaid/generator/rule/story"
)

// reportRules look at a whole report. To add a rule, write it in a file of its
// own and name it in one of these lists.
var reportRules = slices.Concat(
	[]rule.Rule{
		consent.Missing, consent.RecordUnknown, consent.Incomplete, consent.ReviewMissing, consent.FormUnknown, consent.Wider,
		consent.NameWithoutConsent, consent.EditNotAgreed, consent.RecordsMissing, consent.ExplicitMissing,
		consent.Empty, consent.IDRepeated,
		consent.Ended, consent.WithdrawnWords, consent.NotYet, consent.SignatureMissing, consent.NotOnWebsite,
		consent.NotChecked, consent.AgreedToNothing, consent.GistMissing, consent.WordsNotNeeded, consent.EndsSoon,
	},
	anonymity.ReportRules,
	anonymity.PictureRules,
	story.ReportRules,
)

// textRules look at every text that readers see, of reports and of pages.
var textRules = slices.Concat(anonymity.TextRules, story.TextRules)

// allRules are what a report has to pass.
var allRules = slices.Concat(reportRules, textRules)

// Docs explain everything that a finding can be about, in order of name.
func Docs() []finding.Doc {
	docs := slices.Concat(entry.Docs, siteDocs, themeDocs)
	for _, r := range allRules {
		docs = append(docs, r.Doc)
	}
	slices.SortFunc(docs, func(a, b finding.Doc) int { return strings.Compare(a.Name, b.Name) })
	return docs
}

// What can be wrong between files, or with the program.
var (
	addressUsed = finding.Doc{
		Name: "address-used",
		Why:  "Two reports cannot have one address or one id. The address of a report that was taken down is never used again, so that an old link does not lead to somebody else's story.",
	}
	wallHit = finding.Doc{
		Name: "words-found-in-output",
		Why:  "Before anything is published, every finished file is searched for words that may not be shown. This report's words were found in one, so the whole report was taken out. That should not happen: please tell the people who make yousaid, without sending them the words.",
	}
	programBroke = finding.Doc{
		Name: "program-broke",
		Why:  "The program met something in this file that it could not deal with. The file is held, because nobody knows what was missed. Please tell the people who make yousaid.",
	}
	pictureTakenBack = finding.Doc{
		Name: "picture-taken-back",
		Why:  "Somebody's yes to a picture or a sound has ended, and the same one stands in another place. To whom it belongs there, too, nobody can tell: it is held until somebody has looked.",
	}
	wordsInPublic = finding.Doc{
		Name: "words-in-public",
		Why:  "Everything in a public repository is published, held or not: its history too. A folder that holds words which may not be shown belongs in a private one.",
	}
	siteDocs = []finding.Doc{addressUsed, labelHidden, pictureTakenBack, wallHit, programBroke, statementOld, wordsElsewhere, wordsInPublic, allowanceUnused, allowancePastReview, allowanceTooWide}
)
