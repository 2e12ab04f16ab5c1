package generator

import (
	"maps"
	"path"
	"slices"
	"time"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/gate"
	"yousaid/generator/rule/anonymity"
	"yousaid/generator/rule/story"
	"yousaid/generator/site"
	"yousaid/generator/source"
	"yousaid/themes"
)

// overlay looks for names of the private list in the files that a team laid over
// the theme. They would stand on every page, so while there is one the site is
// made with the theme that comes with the program: words that were taken back
// have to come down all the same.
func (b *build) overlay() error {
	if b.in.Theme == nil { // what has ended is told without one, too
		return nil
	}
	files := b.in.Theme.Overlay()
	var names []string
	for _, f := range files {
		names = append(names, f.Path)
	}
	warnings := themeFindings(b.in.Theme.Folder, names, b.in.Theme.Warnings(), b.set.Names)
	if b.set.Names == nil || len(files) == 0 {
		b.add(warnings...)
		return nil
	}
	plain, err := themes.Load(nil)
	if err != nil {
		return err
	}
	b.knowNames(plain)
	var found []finding.Finding
	for i, f := range files {
		found = append(found, b.inOverlay(f, i+1)...)
	}
	if len(found) == 0 {
		pages, code := b.ownTexts(b.in.Theme)
		if b.others(pages, b.ownNames) || b.others(code, b.codeNames) {
			found = append(found, anonymity.PrivateName.At(finding.Pos{File: b.in.Theme.Folder}, "something in this theme becomes a name on your private list once a page is made of it, so the theme that comes with yousaid was used", nameHint))
		}
	}
	if len(found) == 0 {
		b.add(warnings...)
		return nil
	}
	for _, f := range found {
		b.heldFree = append(b.heldFree, f.Pos.File)
	}
	b.heldFree = slices.Compact(b.heldFree)
	b.add(found...)
	b.in.Theme, b.ownWords = plain, nil
	return nil
}

// knowNames notes the names that stand in what the site says by itself.
func (b *build) knowNames(t *themes.Theme) {
	pages, code := b.ownTexts(t)
	b.ownNames = b.namesOf(pages)
	b.codeNames = b.namesOf(code)
	maps.Copy(b.codeNames, b.ownNames)
}

// others reports whether a name stands in the texts that is not known.
func (b *build) others(texts []string, known map[uint64]bool) bool {
	return slices.ContainsFunc(texts, func(text string) bool { return b.foreign(text, known) })
}

// themeRepeats looks in those files for the words of voices that may not be
// shown. They would excuse themselves at the last wall, as what the site says by
// itself does, so only runs that are no chance count.
func (b *build) themeRepeats() error {
	if b.in.Theme == nil || len(b.in.Theme.Overlay()) == 0 {
		return nil
	}
	plain, err := themes.Load(nil)
	if err != nil {
		return err
	}
	known := gate.NewEchoes(b.withheld())
	b.heard(known.Forget)
	pages, code := b.ownTexts(plain)
	for _, text := range slices.Concat(pages, code) {
		known.Forget(text)
	}
	var found []finding.Finding
	for _, f := range b.in.Theme.Overlay() {
		if !themes.IsText(f.Path) {
			continue
		}
		at := finding.Pos{File: path.Join(b.in.Theme.Folder, f.Path)}
		text, repeats := source.Parse(f.Path, f.Data), false
		for _, read := range append(gate.Read([]site.File{f}), string(f.Data)) {
			known.In(read, "", func(start, end int) {
				repeats = true
				if text.Problem == source.None && read == string(text.Text) {
					at = entry.Spot(text, at.File, entry.Match{Start: start, End: end})
				}
			})
		}
		if repeats {
			found = append(found, story.WordsRepeated.Doc.At(at, "this repeats the words of somebody whose words may not be shown, so the theme that comes with yousaid was used", "Say it in your own words, or take it out."))
			b.heldFree = append(b.heldFree, at.File)
		}
	}
	if len(found) > 0 {
		b.add(found...)
		b.in.Theme, b.ownWords = plain, nil
	}
	return nil
}

// inOverlay finds names in one file of a theme and in its own name.
func (b *build) inOverlay(f site.File, number int) []finding.Finding {
	const message = "this matches a name on your private list, so the theme that comes with yousaid was used"
	folder := b.in.Theme.Folder
	known := b.ownNames
	if path.Ext(f.Path) != ".html" {
		known = b.codeNames
	}
	if b.foreign(f.Path, b.ownNames) {
		at := entry.Numbered(folder, entry.Nth{What: "file", N: number})
		return []finding.Finding{anonymity.PrivateName.At(at, "the name of this file or folder matches a name on your private list, so the theme that comes with yousaid was used", "Give it another name. Nothing lets it through.")}
	}
	if !themes.IsText(f.Path) {
		return nil
	}
	name := folder + "/" + f.Path
	text := source.Parse(f.Path, f.Data)
	if text.Problem != source.None {
		text.Text = f.Data
	}
	var out []finding.Finding
	for _, m := range b.set.Names.Find(string(text.Text)) {
		if !known[m.Name] {
			out = append(out, anonymity.PrivateName.At(entry.Spot(text, name, m), message, nameHint))
		}
	}
	if len(out) == 0 && b.others(gate.TextsApart(f), known) { // with emphasis in a word, or entities
		out = append(out, anonymity.PrivateName.At(finding.Pos{File: name}, message, nameHint))
	}
	return out
}

// foreign reports whether a name stands in a text that the site does not say by
// itself.
func (b *build) foreign(text string, known map[uint64]bool) bool {
	return slices.ContainsFunc(b.set.Names.Find(text), func(m entry.Match) bool { return !known[m.Name] })
}

// namesOf are the names that stand in what the site says by itself, the months
// included.
func (b *build) namesOf(own []string) map[uint64]bool {
	for month := time.January; month <= time.December; month++ {
		own = append(own, site.Date{Year: 2000, Month: month, Day: 1}.Words())
	}
	out := map[uint64]bool{}
	for _, text := range own {
		for _, m := range b.set.Names.Find(text) {
			out[m.Name] = true
		}
	}
	return out
}
