package entry

import (
	"crypto/sha256"
	"path"
	"slices"
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/source"
)

// Page is a free page, or the words of the home page.
type Page struct {
	Path    string
	Name    string // its address below /pages/
	Title   Private
	Summary Private
	Body    Prose
	Pieces  []Piece
}

var pageKeys = []key[Page]{
	must(text("title", "What the page is called.", func(p *Page) *Private { return &p.Title })),
	text("summary", "What it is about, in one sentence.", func(p *Page) *Private { return &p.Summary }),
}

// PageReference is the file format of a free page.
func PageReference() []Key { return reference(pageKeys) }

// ParsePage reads a free page or index.md.
func ParsePage(f source.File, name string, set *Settings) (*Page, []finding.Finding) {
	if at, ok := fileProblem(f, name); !ok {
		return nil, []finding.Finding{at}
	}
	d := &decoder{src: newLines(name, f.Text), base: set.Base, choices: set, voice: -1}
	root, bodyAt, ok := d.document()
	if !ok {
		return nil, d.findings
	}
	p := &Page{Path: f.Path, Name: strings.TrimSuffix(path.Base(f.Path), ".md")}
	readKeys(d, root, pageKeys, p)
	p.Body = d.body(bodyAt)
	d.show("body", p.Body.Private, p.Body.Doc)
	p.Pieces = append(d.pieces, addresses(f, name, p.Name, nil)...)
	return p, d.findings
}

// Term is one key word explained.
type Term struct {
	Term  Private
	Means Private
	Also  []Private
}

var termKeys = []key[Term]{
	must(text("term", "The word.", func(t *Term) *Private { return &t.Term })),
	must(text("means", "What it means, in plain words.", func(t *Term) *Private { return &t.Means })),
	texts("also", "Other ways to write it.", func(t *Term) *[]Private { return &t.Also }),
}

// TermReference is the file format of one item of glossary.yaml.
func TermReference() []Key { return reference(termKeys) }

// ParseGlossary reads glossary.yaml, a list of terms.
func ParseGlossary(f source.File, name string, set *Settings) ([]Term, []Piece, []finding.Finding) {
	if at, ok := fileProblem(f, name); !ok {
		return nil, nil, []finding.Finding{at}
	}
	if strings.TrimSpace(string(f.Text)) == "" {
		return nil, nil, nil
	}
	d := &decoder{src: newLines(name, f.Text), base: set.Base, choices: set, voice: -1}
	root, ok := d.load(f.Text, 0)
	if !ok {
		return nil, nil, d.findings
	}
	var all struct{ terms []Term }
	list("terms", "", termKeys, func(t *struct{ terms []Term }) *[]Term { return &t.terms }).read(d, root, &all)
	return all.terms, d.pieces, d.findings
}

// TakeTerms reads which words the glossary explains: they are nobody's name.
func (s *Settings) TakeTerms(f source.File, name string) {
	terms, _, found := ParseGlossary(f, name, s)
	if finding.Stops(found) {
		return
	}
	for _, t := range terms {
		for _, w := range append([]Private{t.Term}, t.Also...) {
			s.Terms = append(s.Terms, w.Reveal())
		}
	}
	hash := sha256.Sum256(f.Text)
	s.Sum = sha256.Sum256(slices.Concat(s.Sum[:], hash[:]))
}
