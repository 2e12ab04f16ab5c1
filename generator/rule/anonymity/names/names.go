// Package names finds the names of people in a text.
//
// It turns the question round. A list of names misses a third of them, and
// most of those that are not English; so here every word that no dictionary, no
// list of places and no text of site.yaml knows may be a name, and a word that
// can be either is judged by what stands around it. Its rules are part of
// package anonymity's list.
package names

import (
	"slices"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

// person is a stretch of a text that names somebody.
type mention struct {
	i, j int // bytes of what is heard
	kind kind
	sure bool
}

type mentionsKey struct{}

// mentions are all names in a text. A person is mentioned once, by all of
// their names.
func mentions(t *rule.Text) []mention {
	return t.Once(mentionsKey{}, func(h *rule.Heard) any {
		n := namingOf(h.Words)
		n.compare(h, t.Words)
		n.judge()
		return n.mentions()
	}).([]mention)
}

func (n *naming) mentions() []mention {
	var out []mention
	for k := 0; k < len(n.list); k++ {
		t := &n.list[k]
		if t.verdict == nothing {
			continue
		}
		m := mention{t.i, t.j, t.kind, t.verdict == named}
		for k+1 < len(n.list) {
			x := &n.list[k+1]
			if x.verdict != t.verdict || x.gap&^(spaced|hyphen|dotted|joined) != 0 && !(x.gap&stopped != 0 && n.list[k].j == n.list[k].i+1) || n.list[k].possessive {
				break
			}
			k++
			m.j, m.kind = x.j, max(m.kind, x.kind)
		}
		out = append(out, m)
	}
	return out
}

// names makes the Run of a rule out of the mentions that are its own.
func names(own func(mention) bool, message, hint string) func(*rule.Pass) {
	return func(p *rule.Pass) {
		for k := range p.Texts {
			t := &p.Texts[k]
			if t.Key == "called" {
				continue // a name that they chose, and that is not theirs
			}
			for _, m := range mentions(t) {
				if own(m) && !public(p, t.Heard().Words[m.i:m.j]) {
					p.Suspect(t, m.i, m.j, message, hint)
				}
			}
		}
	}
}

// public reports whether all words of a name stand in site.yaml, or are the
// name of somebody who agreed to be named in this report.
func public(p *rule.Pass, name string) bool {
	own := p.Texts[0].Once(ownKey{}, func(*rule.Heard) any { return ownWords(p) }).([]string)
	said, rare := sounded(name)
	return slices.ContainsFunc(own, func(text string) bool {
		return text == said || rare && strings.Contains(text, said)
	})
}

type ownKey struct{}

func ownWords(p *rule.Pass) []string {
	texts := p.Set.Texts()
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
		if said, _ := sounded(text); said != "" {
			own = append(own, said)
		}
	}
	return own
}

// sounded is a text as its folded words, and whether one of them is no common
// word: a name as Young is not public because young people are.
func sounded(text string) (said string, rare bool) {
	n := namingOf(text)
	if len(n.list) == 0 {
		return "", false
	}
	var b strings.Builder
	for k := range n.list {
		b.WriteByte(' ')
		b.Write(n.key(k))
		l := n.list[k].w.Level()
		rare = rare || l == 0 || l > 3
	}
	b.WriteByte(' ')
	return b.String(), rare
}

const (
	useRole  = "Use a role, as a young person or my foster carer. If it is not a person, allow it with yousaid allow."
	useWork  = "Use a role, as a social worker or the head of service. Somebody in a public role can be allowed with yousaid allow."
	lookOnce = "If it is a name, use a role instead. If not, allow it with yousaid allow, and nobody is asked again."
)

var RelativeNamed = rule.Rule{
	Doc: finding.Doc{
		Name:   "relative-named",
		Why:    "Who knows the name of a parent, a carer, a brother or a friend often knows the young person too. Roles say as much, and lead to nobody.",
		Before: "summary: My nan Jean comes on the bus with me now.\n",
		After:  "summary: My nan comes on the bus with me now.\n",
	},
	Allow: []string{"fictional-character"},
	Run:   names(func(m mention) bool { return m.sure && m.kind == relative }, "this looks like the name of a relative, a carer or a friend", useRole),
}

var WorkerNamed = rule.Rule{
	Doc: finding.Doc{
		Name:   "worker-named",
		Why:    "The name of a worker tells which team, which school or which home it was, and so who the young person may be. The worker was not asked either.",
		Before: "summary: Our social worker Dave got the bus times changed.\n",
		After:  "summary: Our social worker got the bus times changed.\n",
	},
	Allow: []string{"public-role", "fictional-character"},
	Run:   names(func(m mention) bool { return m.sure && m.kind == worker }, "this looks like the name of a worker", useWork),
}

var PersonName = rule.Rule{
	Doc: finding.Doc{
		Name:   "person-name",
		Why:    "A name is the shortest way to a person. A word that no dictionary and no list of places knows may be one, wherever its bearer's family comes from.",
		Before: "summary: Aaliyah asked for a later bus home.\n",
		After:  "summary: A young person asked for a later bus home.\n",
	},
	Allow: []string{"fictional-character", "project", "organisation", "place", "public-role", "everyday-word"},
	Run:   names(func(m mention) bool { return m.sure && m.kind == somebody }, "this looks like a person's name", useRole),
}

var MaybeName = rule.Rule{
	Doc: finding.Doc{
		Name: "maybe-name", Level: finding.Warn,
		Why:    "No dictionary knows this word, so it may be somebody's name in small letters. It may as well be a slip or a word of the young people's own: somebody has to look.",
		Before: "summary: We went there with zhanelo after school.\n",
		After:  "summary: We went there with a friend after school.\n",
	},
	Allow: slices.DeleteFunc(slices.Clone(entry.AllowKinds), func(k string) bool { return k == "public-contact" }),
	Run:   names(func(m mention) bool { return !m.sure }, "no dictionary knows this word, and it may be a name", lookOnce),
}
