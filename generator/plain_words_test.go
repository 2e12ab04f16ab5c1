package generator

import (
	"regexp"
	"strings"
	"testing"

	"yousaid/generator/finding"
	"yousaid/generator/rule/ruletest"
)

// jargon are words that somebody who has never used a terminal does not know.
var jargon = regexp.MustCompile(`(?i)\b(yaml|json|parse[dr]?|hash|regex|token|paths?|front matter|string|boolean|null|integer|syntax|scalar|mapping|field|array|unicode|utf-16|html|markdown|character set|invalid|illegal|fail(ed|ure)?|repo|directory|CI|env(ironment)?|variable|commit(ted)?)\b`)

// A name of a file is no jargon: it can be looked for.
var fileName = regexp.MustCompile(`[\w.-]+\.yaml`)

var sentenceEnd = regexp.MustCompile(`[.?!]( |$)`)

// hard says what makes a finding hard to read; "" when nothing does.
func hard(f finding.Finding) string {
	word := jargon.FindString(fileName.ReplaceAllString(f.Message+" "+f.Hint, ""))
	switch hint := f.Hint; {
	case word != "":
		return "of the word " + word
	case len(sentenceEnd.FindAllString(hint, -1)) > 3 || len(sentenceEnd.FindAllString(hint, -1)) == 3 && !strings.Contains(hint, "It can be: "):
		return "what to do takes more than two sentences"
	case len(f.Message) > 140:
		return "what is wrong takes too long to say"
	case len(hint) > 170 && !strings.Contains(hint, "It can be: "):
		return "what to do takes too long to say"
	}
	return ""
}

// Every kind of finding that has an example says it in plain words.
func TestEveryExampleIsToldInPlainWords(t *testing.T) {
	told := map[string]bool{}
	for _, d := range Docs() {
		if d.Before == "" {
			continue
		}
		r := buildOf(t, ruletest.Folder(ruletest.Lay(d.Before)))
		speaksWell(t, r.Findings)
		for _, f := range r.Findings {
			told[f.Rule] = true
		}
	}
	if len(told) < 50 {
		t.Errorf("only %d kinds were told", len(told))
	}
}
