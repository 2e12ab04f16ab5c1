package generator

import (
	"slices"
	"time"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/gate"
	"yousaid/generator/rule/anonymity"
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
	b.ownNames = b.namesOf(append(b.ownTexts(plain), plain.Text()))
	var found []finding.Finding
	for i, f := range files {
		found = append(found, b.inOverlay(f, i+1)...)
	}
	if len(found) == 0 {
		for name := range b.namesOf(b.ownTexts(b.in.Theme)) {
			if !b.ownNames[name] {
				found = append(found, anonymity.PrivateName.At(finding.Pos{File: b.in.Theme.Folder}, "something in this theme becomes a name on your private list once a page is made of it, so the theme that comes with yousaid was used", nameHint))
				break
			}
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

// inOverlay finds names in one file of a theme and in its own name.
func (b *build) inOverlay(f site.File, number int) []finding.Finding {
	const message = "this matches a name on your private list, so the theme that comes with yousaid was used"
	folder := b.in.Theme.Folder
	if b.foreign(f.Path) {
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
		if !b.ownNames[m.Name] {
			out = append(out, anonymity.PrivateName.At(entry.Spot(text, name, m), message, nameHint))
		}
	}
	if len(out) == 0 && slices.ContainsFunc(gate.TextsApart(f), b.foreign) { // with emphasis in a word, or entities
		out = append(out, anonymity.PrivateName.At(finding.Pos{File: name}, message, nameHint))
	}
	return out
}

// foreign reports whether a name stands in a text that the site does not say by
// itself.
func (b *build) foreign(text string) bool {
	return slices.ContainsFunc(b.set.Names.Find(text), func(m entry.Match) bool { return !b.ownNames[m.Name] })
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
