package generator

import (
	"maps"
	"path"
	"slices"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/gate"
	"yousaid/generator/site"
)

// withheld are the words that may stand in no finished file.
func (b *build) withheld() []gate.Words {
	out := slices.Clone(b.unreadWords)
	for _, o := range b.outcomes {
		if o.entry == nil {
			continue
		}
		for i := range o.entry.Contributions {
			if c := &o.entry.Contributions[i]; o.verdicts == nil || !o.verdicts[i].Words || !o.published() {
				out = append(out, gate.Words{Owner: o.path, Text: c.Words})
			}
		}
		for _, p := range o.entry.Pictures() {
			if o.verdicts == nil || !o.published() || o.entry.PictureVerdict(p, o.verdicts, o.set, o.today).Reason != entry.Allowed {
				out = append(out, gate.Words{Owner: o.path, Text: p.Said()})
			}
		}
	}
	for _, s := range b.stray {
		for i := range s.entry.Contributions {
			out = append(out, gate.Words{Owner: s.path, Text: s.entry.Contributions[i].Words})
		}
		for _, p := range s.entry.Pictures() {
			out = append(out, gate.Words{Owner: s.path, Text: p.Said()})
		}
	}
	return out
}

// lookAgain is the last wall: it takes out of the build whatever brought words
// on a finished page that may not be shown, and tells whether there was any.
func (b *build) lookAgain(files []site.File) (clean bool) {
	named, clean := b.namesIn(files)
	hits := gate.NewWall(b.withheld()).Look(files, b.innocent, b.beside()...)
	owners := slices.Concat(b.brought(hits, files), b.tainted(files), named)
	if clean && len(hits)+len(owners) == 0 {
		return true
	}
	for _, o := range b.outcomes {
		if slices.Contains(owners, o.path) {
			o.takeOut()
		}
	}
	return false
}

// takeOut holds a report that would have been published.
func (o *outcome) takeOut() {
	if o.published() {
		o.hold(wallHit, "words that may not be shown were found on a finished page, so this report was taken out", "Look whether the title, the summary or the body repeats them, and tell the people who make yousaid.")
	}
}

// beside are the texts of free pages.
func (b *build) beside() []string {
	var out []string
	for _, f := range b.texts {
		for _, p := range f.pieces {
			text, _ := p.Plain()
			out = append(out, text)
		}
	}
	return out
}

// brought are the reports that brought withheld words on finished pages: the one
// whose words they are, where its own texts say them; else those on whose pages
// they stand, and free pages are taken out with them.
func (b *build) brought(hits []gate.Hit, files []site.File) []string {
	reports := map[string]*outcome{} // by the folder of its pages
	for _, o := range b.outcomes {
		if o.published() {
			reports["reports/"+o.report.Address] = o
		}
	}
	out := map[string]bool{}
	for _, h := range hits {
		if h.Own {
			out[h.Owner] = true
			continue
		}
		for _, i := range h.At {
			for p := path.Dir(files[i].Path); p != "."; p = path.Dir(p) {
				if o := reports[p]; o != nil {
					out[o.path] = true
				}
			}
			b.dropPage(files[i].Path)
		}
	}
	return slices.Sorted(maps.Keys(out))
}

// innocent yields the texts in which a run of words is nobody's secret: the
// theme, voices that may be shown, and the writers' own texts.
func (b *build) innocent(yield func(owner, text string)) {
	b.shown(func(text string) { yield("", text) })
	for _, o := range b.outcomes {
		if !o.published() {
			continue
		}
		yield(o.path, strings.Join(append(slices.Clone(o.report.Rights), o.report.Address, o.report.Asked.People), "\n"))
		for _, w := range o.entry.Was {
			yield(o.path, w.Value)
		}
		for _, p := range o.entry.Pieces {
			if p.Key != "words" && p.Key != "transcript" {
				text, _ := p.Plain()
				yield(o.path, text)
			}
		}
	}
}

// shown yields the texts that nobody may take away: of the theme and the site,
// and of voices that may be shown.
func (b *build) shown(yield func(text string)) {
	for _, text := range b.own() {
		yield(text)
	}
	b.heard(yield)
}

// heard yields the texts of voices that may be shown.
func (b *build) heard(yield func(text string)) {
	for _, o := range b.outcomes {
		if !o.published() {
			continue
		}
		for _, v := range o.report.Voices {
			yield(strings.Join(v.Words, "\n"))
			yield(v.Label())
		}
		for _, p := range o.report.AllPictures() {
			yield(p.Said())
		}
		yield(o.report.Date.Words() + "\n" + o.report.Updated.Words())
	}
}
