package anonymity

import (
	"path"
	"slices"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity/naming"
)

type mentionsKey struct{}

// mentionsIn are all names in a text.
func mentionsIn(t *rule.Text) []naming.Mention {
	return t.Once(mentionsKey{}, func(h *rule.Heard) any { return naming.Find(h, t.Words) }).([]naming.Mention)
}

// mentioning makes the Run of a rule out of the mentions that are its own.
func mentioning(own func(naming.Mention) bool, message, hint string) func(*rule.Pass) {
	return func(p *rule.Pass) {
		for k := range p.Texts {
			t := &p.Texts[k]
			if t.Key == "called" {
				continue // a name that they chose, and that is not theirs
			}
			mentions := mentionsIn(t)
			if !slices.ContainsFunc(mentions, own) {
				continue
			}
			private := p.Set.Names.Find(t.Words) // told by PrivateName
			for _, m := range mentions {
				i, j := t.Heard().Span(m.I, m.J)
				told := slices.ContainsFunc(private, func(n entry.Match) bool { return n.Start < j && i < n.End })
				if own(m) && !told && !publicName(p, t.Heard().Words[m.I:m.J]) {
					p.Suspect(t, m.I, m.J, message, hint)
				}
			}
		}
	}
}

// publicName reports whether all words of a name stand in site.yaml or the
// glossary, or are the name of somebody who agreed to be named in this report.
func publicName(p *rule.Pass, name string) bool {
	own := p.Texts[0].Once(ownNamesKey{}, func(*rule.Heard) any { return ownNames(p) }).([]string)
	said, rare := naming.Sounded(name)
	return slices.ContainsFunc(own, func(text string) bool {
		return text == said || rare && strings.Contains(text, said)
	})
}

type ownNamesKey struct{}

func ownNames(p *rule.Pass) []string {
	texts := slices.Concat(p.Set.Texts(), slices.DeleteFunc(slices.Clone(p.Set.Terms), naming.Given))
	if p.Entry != nil {
		for i, v := range p.Verdicts {
			c := &p.Entry.Contributions[i]
			if v.Name {
				texts = append(texts, c.Name.Reveal())
			}
			texts = append(texts, c.Called.Reveal())
		}
	}
	own := make([]string, 0, len(texts))
	for _, text := range texts {
		if said, _ := naming.Sounded(text); said != "" {
			own = append(own, said)
		}
	}
	return own
}

const (
	useRole  = "Use a role, as a young person or my foster carer. If it is not a person, allow it with yousaid allow."
	useWork  = "Use a role, as a social worker or the head of service. Somebody in a public role can be allowed with yousaid allow."
	lookOnce = "If it is a person, use a role, as a young person. If it is a place, a make or another word, allow it with yousaid allow, and nobody is asked again."
)

var RelativeNamed = rule.Rule{
	Doc: finding.Doc{
		Name:   "relative-named",
		Why:    "Who knows the name of a parent, a carer, a brother or a friend often knows the young person too. Roles say as much, and lead to nobody.",
		Before: "summary: My nan Jean comes on the bus with me now.\n",
		After:  "summary: My nan comes on the bus with me now.\n",
	},
	Allow: []string{"fictional-character"},
	Given: naming.Given,
	Run:   mentioning(func(m naming.Mention) bool { return m.Sure && m.Kind == naming.Relative }, "this looks like the name of a relative, a carer or a friend", useRole),
}

var WorkerNamed = rule.Rule{
	Doc: finding.Doc{
		Name:   "worker-named",
		Why:    "The name of a worker tells which team, which school or which home it was, and so who the young person may be. The worker was not asked either.",
		Before: "summary: Our social worker Dave got the bus times changed.\n",
		After:  "summary: Our social worker got the bus times changed.\n",
	},
	Allow: []string{"public-role", "fictional-character"},
	Given: naming.Given,
	Run:   mentioning(func(m naming.Mention) bool { return m.Sure && m.Kind == naming.Worker }, "this looks like the name of a worker", useWork),
}

var PersonName = rule.Rule{
	Doc: finding.Doc{
		Name:   "person-name",
		Why:    "A name is the shortest way to a person. A word that no dictionary and no list of places knows may be one, wherever its bearer's family comes from, if it stands where people stand.",
		Before: "summary: Aaliyah asked for a later bus home.\n",
		After:  "summary: A young person asked for a later bus home.\n",
	},
	Allow: []string{"fictional-character", "project", "organisation", "place", "public-role", "everyday-word"},
	Given: naming.Given,
	Run:   mentioning(func(m naming.Mention) bool { return m.Sure && m.Kind == naming.Somebody }, "this looks like a person's name", useRole),
}

var MaybeName = rule.Rule{
	Doc: finding.Doc{
		Name: "maybe-name", Level: finding.Warn,
		Why:    "This may be somebody's name: a word that no dictionary knows, or one that is a name and something else, as Hope or Skye. What stands around it leaves it open. It may as well be a band, a village, a slip or a word of the young people's own, so somebody has to look.",
		Before: "summary: We went there with zhanelo after school.\n",
		After:  "summary: We went there with a friend after school.\n",
	},
	Allow: slices.DeleteFunc(slices.Clone(entry.AllowKinds), func(k string) bool { return k == "public-contact" }),
	Given: naming.Given,
	Run:   mentioning(func(m naming.Mention) bool { return !m.Sure }, "this may be somebody's name", lookOnce),
}

// NamedFile looks at what files are called. Nobody reads it on the website, but
// it stands in the folder, in git and in every message about the file.
var NamedFile = rule.Rule{
	Doc: finding.Doc{
		Name: "name-in-file-name", Level: finding.Warn,
		Why:    "A picture or a sound that is called after somebody tells who made it, or who is in it, to everybody who sees the folder. The website gives it another name, the folder does not.",
		Before: "media:\n  - file: kayden-smith.jpg\n    decorative: yes\n",
		After:  "media:\n  - file: bus-stop.jpg\n    decorative: yes\n",
	},
	Allow: []string{"fictional-character", "project", "organisation", "place", "public-role", "everyday-word"},
	Given: naming.Given,
	Run: func(p *rule.Pass) {
		for _, piece := range p.Entry.FileNames() {
			t := rule.Text{Piece: piece, Words: fileWords(piece.Text.Reveal()), Place: piece.Text.Find}
			for _, m := range naming.Find(t.Heard(), t.Words) {
				if m.Sure && !publicName(p, t.Heard().Words[m.I:m.J]) {
					p.Suspect(&t, m.I, m.J, "the name of this file looks like a person's", "Give the file another name, as bus-stop.jpg, here and in the folder. If it is not a person, allow it with yousaid allow.")
				}
			}
		}
	},
}

// fileWords is the name of a file with spaces for the marks between its words.
func fileWords(name string) string {
	name = name[:len(name)-len(path.Ext(name))]
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("-_./+()", r) {
			return ' '
		}
		return r
	}, name)
}
