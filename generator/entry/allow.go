package entry

import (
	"bytes"
	"crypto/sha256"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"yousaid/generator/finding"
	"yousaid/generator/site"
	"yousaid/generator/source"
)

// AllowKinds are what a word can be that looks like a person's name, a place
// or a way to reach somebody, and is not private.
var AllowKinds = []string{
	"fictional-character", "project", "organisation", "place", "public-role", "public-contact", "everyday-word",
}

// WideKinds are the kinds under which a given name may be allowed on the whole
// site. Under any other it is somebody's, somewhere.
var WideKinds = []string{"fictional-character", "project", "public-role"}

// Everywhere stands in `where` of an allowance for the whole site.
const Everywhere = "*"

// Allowance lets words through that look like somebody's and are not. It is
// bound to the words and to the reports it names, so that an edit of other
// words does not undo it. It is never published.
type Allowance struct {
	Place    finding.Pos
	Term     Private
	Kind     Word
	Reason   Private
	Where    []Word
	By       Word
	On       Day
	ReviewBy Day
}

func (a *Allowance) setPlace(p finding.Pos) { a.Place = p }

var allowKeys = []key[Allowance]{
	must(kept("term", "The words that may stand there.", func(a *Allowance) *Private { return &a.Term })),
	must(word("kind", "What they are.", AllowKinds, func(a *Allowance) *Word { return &a.Kind })),
	must(kept("reason", "Why they give nobody away.", func(a *Allowance) *Private { return &a.Reason })),
	must(key[Allowance]{Key{Name: "where", Kind: "list of addresses", Doc: `The reports, as 2026/later-bus, or pages/safe, glossary, index; "*" is the whole site.`}, func(d *decoder, n *yaml.Node, a *Allowance) {
		for _, item := range d.items(n) {
			if w := d.slug(item, aReport, isWhere); w.Value != "" {
				a.Where = append(a.Where, w)
			}
		}
	}}),
	must(key[Allowance]{Key{Name: "by", Kind: "a role id", Doc: "The role that decided it: never the writer's."}, readRole(func(a *Allowance) *Word { return &a.By })}),
	must(day("on", "When it was decided.", func(a *Allowance) *Day { return &a.On })),
	must(day("review_by", "The last day on which it counts. Then somebody looks again.", func(a *Allowance) *Day { return &a.ReviewBy })),
}

// AllowReference is the file format of one item of allow.yaml.
func AllowReference() []Key { return reference(allowKeys) }

func isWhere(s string) bool {
	page, isPage := strings.CutPrefix(s, "pages/")
	return s == Everywhere || isPage && isSlug(page) || !isPage && isReportAddress(s)
}

// ParseAllow reads allow.yaml, a list of allowances. One with anything wrong in
// it is left out: a slip must not let a name through.
func ParseAllow(f source.File, name string, set *Settings) ([]Allowance, []finding.Finding) {
	if at, ok := fileProblem(f, name); !ok {
		return nil, []finding.Finding{at}
	}
	if onlyNotes(f.Text) {
		return nil, nil
	}
	d := &decoder{src: newLines(name, f.Text), base: set.Base, choices: set, voice: -1}
	root, ok := d.load(f.Text, 0)
	if !ok {
		return nil, d.findings
	}
	var out []Allowance
	for _, item := range d.items(root) {
		before := len(d.findings)
		var a Allowance
		readKeys(d, item, allowKeys, &a)
		if !absent(item) && len(d.findings) == before && len(Tokens(a.Term.Reveal())) == 0 {
			d.add(ValueType, a.Term.At(), "there are no letters or digits here", "Write the words that may stand there.")
		}
		if len(d.findings) == before && !a.Term.Empty() {
			out = append(out, a)
		}
	}
	return out, d.findings
}

// onlyNotes reports whether there is nothing but notes in a file.
func onlyNotes(text []byte) bool {
	for line := range bytes.Lines(text) {
		if !isAside(line) {
			return false
		}
	}
	return true
}

// InForce reports whether a counts on a day.
func (a *Allowance) InForce(today site.Date) bool {
	return !a.On.After(today) && !today.After(a.ReviewBy.Date)
}

// Covers reports whether a is for the report or page at this address.
func (a *Allowance) Covers(where string) bool {
	return slices.ContainsFunc(a.Where, func(w Word) bool { return w.Value == where || w.Value == Everywhere })
}

// Wide reports whether a is for the whole site.
func (a *Allowance) Wide() bool { return a.Covers(Everywhere) }

// Where is what allow.yaml calls a page.
func (p *Page) Where() string {
	if p.Path == "index.md" {
		return "index"
	}
	return "pages/" + p.Name
}

// TakeAllow makes s know what allow.yaml lets through.
func (s *Settings) TakeAllow(f source.File, name string) []finding.Finding {
	var found []finding.Finding
	s.Allowances, found = ParseAllow(f, name, s)
	hash := sha256.Sum256(f.Text)
	s.Sum = sha256.Sum256(slices.Concat(s.Sum[:], hash[:], []byte{byte(f.Problem)}))
	return found
}
