package render

import (
	"html/template"

	"yousaid/generator/markdown"
	"yousaid/generator/site"
)

// explainer knows the key words of a site. It is made once, before the pages.
type explainer struct {
	glossary []site.Term
	words    *markdown.Explainer
}

func newExplainer(s *site.Site) explainer {
	var terms []markdown.Term
	for _, t := range s.Glossary {
		terms = append(terms, markdown.Term{ID: t.ID, Words: append([]string{t.Term}, t.Also...)})
	}
	return explainer{s.Glossary, markdown.NewExplainer(terms)}
}

func (e explainer) forPage() *KeyWords { return &KeyWords{e.glossary, e.words.Marker()} }

// KeyWords marks the words of one page that the glossary explains, each on its
// first use: in the order in which the template asks.
type KeyWords struct {
	glossary []site.Term
	marker   *markdown.Marker
}

// Explain is a text of ours with its key words marked.
func (k *KeyWords) Explain(text template.HTML) template.HTML { return k.marker.HTML(text) }

// ExplainLine is a line without any marks with its key words marked.
func (k *KeyWords) ExplainLine(line string) template.HTML { return k.marker.Text(line) }

// Explained are the words that were marked, in order of the alphabet. The page
// explains them in "keywords", below the last text of ours: nothing is marked
// after that.
func (k *KeyWords) Explained() []site.Term {
	var out []site.Term
	for _, i := range k.marker.Used() {
		out = append(out, k.glossary[i])
	}
	return out
}
