package generator

import (
	"path"
	"slices"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/gate"
	"yousaid/generator/rule"
	"yousaid/generator/rule/story"
	"yousaid/generator/site"
	"yousaid/generator/source"
)

// free reads everything that is no report: the home page, the free pages, the
// glossary. A page that is wrong is held, like a report.
func (b *build) free(files []source.File) {
	for _, f := range files {
		name := b.name(f.Path)
		if path.Dir(f.Path) == "pages" {
			b.mask(f, namedBy(f, b.set, b.in.Today))
		}
		switch {
		case f.Folder || f.Path == "reports" || f.Path == "pages" || strings.HasPrefix(f.Path, "reports/") || strings.HasPrefix(f.Path, "media/") || f.Path == "site.yaml":
		case f.Path == "index.md":
			if p := b.page(f, name); p != nil {
				b.home = p
			}
		case path.Dir(f.Path) == "pages" && path.Ext(f.Path) == ".md":
			if !entry.GoodName("reports/" + path.Base(f.Path)) {
				at := b.byNumber(f)
				b.add(entry.FileName.At(at, "the name of this file cannot be an address on the website", "Name it with small letters a to z, digits and hyphens, as about.md."))
				b.heldFree = append(b.heldFree, at.File)
				continue
			}
			if p := b.page(f, name); p != nil {
				b.pages = append(b.pages, gate.Page(p))
			}
		case f.Path == "glossary.yaml":
			b.glossary(f, name)
		case f.Path == "allow.yaml": // was read with the settings
		case f.Path == "words.yaml":
			b.add(entry.FileUnused.At(finding.Pos{File: name}, "this file is not read yet", "Nothing to do. A later yousaid will read it."))
		default:
			b.add(entry.FileUnused.At(b.byNumber(f), "this file is not used", "Reports go in reports, pages in pages, pictures in media. Remove it if it does not belong here."))
		}
	}
}

// look runs the rules over the texts of a page.
func (b *build) look(where string, pieces []entry.Piece, name string) []finding.Finding {
	seen := rule.LookAtTexts(textRules, where, pieces, b.set, b.in.Today)
	b.used, b.tooWide = append(b.used, seen.Used...), append(b.tooWide, seen.TooWide...)
	return append(seen.Findings, unguarded(b.set, name)...)
}

func (b *build) page(f source.File, name string) *entry.Page {
	var p *entry.Page
	findings := guarded(name, func() (found []finding.Finding) {
		if p, found = entry.ParsePage(f, name, b.set); p != nil {
			found = append(found, b.look(p.Where(), p.Pieces, name)...)
		}
		return found
	})
	if !b.settle(findings, name) {
		return nil
	}
	b.texts = append(b.texts, freeTexts{name, p.Pieces})
	return p
}

// explained tells the rules which words the glossary explains.
func (b *build) explained(files []source.File) {
	for _, f := range files {
		if name := b.name(f.Path); f.Path == "glossary.yaml" && !f.Folder {
			guarded(name, func() []finding.Finding {
				b.set.TakeTerms(f, name)
				return nil
			})
		}
	}
}

func (b *build) glossary(f source.File, name string) {
	var terms []entry.Term
	var pieces []entry.Piece
	findings := guarded(name, func() (found []finding.Finding) {
		terms, pieces, found = entry.ParseGlossary(f, name, b.set)
		return append(found, b.look("glossary", pieces, name)...)
	})
	if b.settle(findings, name) {
		b.terms = gate.Terms(terms)
		b.texts = append(b.texts, freeTexts{name, pieces})
	}
}

// guarded holds a file in which the program broke. What broke is not told,
// because it may quote the file.
func guarded(name string, do func() []finding.Finding) (found []finding.Finding) {
	defer func() {
		if recover() != nil {
			found = append(found, programBroke.At(finding.Pos{File: name}, "the program could not deal with this file, so it is held",
				"Tell the people who make yousaid, without sending them the words."))
		}
	}()
	return do()
}

// settle takes the findings about a file, and tells whether it may be published.
func (b *build) settle(findings []finding.Finding, name string) bool {
	b.findings = append(b.findings, findings...)
	if finding.Stops(findings) {
		if !slices.Contains(b.heldFree, name) {
			b.heldFree = append(b.heldFree, name)
		}
		return false
	}
	return true
}

// freeTexts are the texts of one file that is no report.
type freeTexts struct {
	name   string
	pieces []entry.Piece
}

// repeats takes out the pages, and the glossary, that repeat the words of voices
// that may not be shown, those of what was held just now too. All are looked at
// in one go: who may say what is worked out once for all of them.
func (b *build) repeats() {
	var texts []string
	for _, f := range b.texts {
		for _, p := range f.pieces {
			text, _ := p.Plain()
			texts = append(texts, text)
		}
	}
	repeated := map[int]bool{}
	for _, h := range gate.NewWall(b.withheld()).Repeats(texts, b.innocent) {
		for _, i := range h.At {
			repeated[i] = true
		}
	}
	n := 0
	b.texts = slices.DeleteFunc(b.texts, func(f freeTexts) bool {
		var findings []finding.Finding
		for _, p := range f.pieces {
			if repeated[n] {
				findings = append(findings, story.WordsRepeated.Doc.At(p.Text.At(), "this repeats the words of somebody whose words may not be shown", "Say it in your own words, or take it out."))
			}
			n++
		}
		if len(findings) == 0 {
			return false
		}
		b.settle(findings, f.name)
		b.drop(f.name)
		return true
	})
}

// drop takes a page, the home page, the glossary or the statement on
// accessibility out of the site.
func (b *build) drop(name string) {
	switch name {
	case b.name("index.md"):
		b.home = nil
	case b.name("glossary.yaml"):
		b.terms = nil
	case b.name("site.yaml"):
		b.set = withoutStatement(b.set)
	}
	b.pages = slices.DeleteFunc(b.pages, func(p site.Page) bool { return b.name("pages/"+p.Name+".md") == name })
}

// dropPage takes out the file that one finished page was made from, if it is a
// free page or the glossary.
func (b *build) dropPage(finished string) {
	for _, f := range b.texts {
		page, _ := strings.CutSuffix(strings.TrimPrefix(f.name, b.name("pages")+"/"), ".md")
		switch {
		case finished == "pages/"+page+"/index.html", finished == "glossary/index.html" && f.name == b.name("glossary.yaml"),
			finished == entry.StatementPage+"/index.html" && f.name == b.name("site.yaml"):
			b.dropFree(f.name)
			return
		}
	}
}

// dropFree takes out what is no report and brought words on a finished page.
func (b *build) dropFree(name string) {
	b.settle([]finding.Finding{wallHit.At(finding.Pos{File: name}, "words that may not be shown were found on a finished page, so this was taken out", "Tell the people who make yousaid, without sending them the words.")}, name)
	b.drop(name)
	b.texts = slices.DeleteFunc(b.texts, func(f freeTexts) bool { return f.name == name })
}

// siteRules finds what only shows between files: an address or an id that is
// used twice. Of two files, the first by name keeps it; but an address that
// was taken down belongs to nobody.
func (b *build) siteRules() {
	owner := map[string]*outcome{} // address below /reports/ → whose it is
	ids := map[string]*outcome{}
	for _, o := range b.outcomes {
		owner[entry.Address(o.path)] = o
	}
	order := slices.Clone(b.outcomes)
	slices.SortStableFunc(order, func(x, y *outcome) int {
		switch {
		case x.taken() && !y.taken():
			return -1
		case y.taken() && !x.taken():
			return 1
		case x.published() && !y.published():
			return -1
		case y.published() && !x.published():
			return 1
		}
		return strings.Compare(x.path, y.path)
	})
	for _, o := range order {
		if o.entry == nil {
			continue
		}
		if id := o.entry.ID; id.Value != "" {
			if ids[id.Value] != nil {
				o.findings = append(o.findings, addressUsed.At(id.At, "another report has this id, or had it before it was taken down", "Give this one an id of its own, or none."))
			} else {
				ids[id.Value] = o
			}
		}
		for _, w := range o.entry.Was {
			if owner[w.Value] != nil {
				o.findings = append(o.findings, addressUsed.At(w.At, "another report has this address, or had it before it was taken down", "Take it out of the list below was."))
			} else {
				owner[w.Value] = o
			}
		}
	}
}
