package generator

import (
	"slices"

	"yousaid/generator/gate"
	"yousaid/generator/site"
)

// The last wall knows what brought words on a page by the page they stand on.
// Feeds, lists, data and search hold the texts of many, and there nothing tells
// by itself whose text it was. So the site is made anew out of more and more of
// its reports and pages: what makes the words appear is taken out, and the rest
// is published.

// standing are the reports and pages that are still to be published.
func (b *build) standing() int {
	n := len(b.pages) + len(b.terms)
	if b.home != nil {
		n++
	}
	if b.statementSays() {
		n++
	}
	for _, o := range b.outcomes {
		if o.published() {
			n++
		}
	}
	return n
}

// patience is how many whole sites narrow makes before it no longer looks for
// what brought the words.
const patience = 100

// madeAtLeast is what a site of nothing costs, in reports.
const madeAtLeast = 50

// narrow takes out reports and pages without which the words would not have
// appeared, until a site of the others is clean. What it has no time to look at
// is taken out as well: the words have to come down today. found is false when
// they stand in what the site says by itself.
func (b *build) narrow(patience int) (found bool, err error) {
	left := b.parts()
	budget := patience * (len(left) + madeAtLeast)
	clean := func(parts []part) (bool, error) {
		budget -= len(parts) + madeAtLeast
		return b.cleanWith(parts)
	}
	var kept []part
	if ok, err := clean(nil); err != nil || !ok {
		return false, err
	}
	for step := len(left); len(left) > 0; {
		step = min(step, len(left))
		ok, err := clean(slices.Concat(kept, left[:step]))
		switch {
		case err != nil:
			return false, err
		case ok:
			kept, left, step = append(kept, left[:step]...), left[step:], 2*step
		case budget <= 0:
			for _, p := range left {
				p.out()
			}
			return true, nil
		case step > 1:
			step /= 2
		default:
			left[0].out()
			b.repeats()
			found, left = true, left[1:]
			// The words of what was held just now may not be shown either.
			if ok, err := clean(kept); err != nil || !ok {
				return true, err
			}
		}
	}
	return found, nil
}

// part is something that can be left out of a site.
type part struct {
	put func(*site.Site) // into a site without it
	out func()           // of this build, with a finding that says so
}

// parts are everything of the site that somebody wrote. What comes last is taken
// out rather than what comes before it: a page rather than a report.
func (b *build) parts() []part {
	var out []part
	for _, r := range b.site.Reports {
		var redirects []site.Redirect
		for _, d := range b.site.Redirects {
			if d.To == r.Address {
				redirects = append(redirects, d)
			}
		}
		out = append(out, part{
			func(s *site.Site) {
				s.Reports, s.Redirects = append(s.Reports, r), append(s.Redirects, redirects...)
			},
			func() { b.takeOut(r.Address) },
		})
	}
	for _, p := range b.site.Pages {
		out = append(out, part{func(s *site.Site) { s.Pages = append(s.Pages, p) }, func() { b.dropFree(b.name("pages/" + p.Name + ".md")) }})
	}
	if len(b.site.Glossary) > 0 {
		out = append(out, part{func(s *site.Site) { s.Glossary = b.site.Glossary }, func() { b.dropFree(b.name("glossary.yaml")) }})
	}
	if b.statementSays() {
		out = append(out, part{func(s *site.Site) { s.Statement = b.site.Statement }, func() { b.dropFree(b.name("site.yaml")) }})
	}
	if b.home != nil {
		out = append(out, part{func(s *site.Site) { s.Home = b.site.Home }, func() { b.dropFree(b.name("index.md")) }})
	}
	return out
}

func (b *build) takeOut(address string) {
	for _, o := range b.outcomes {
		if o.published() && o.report.Address == address {
			o.takeOut()
		}
	}
}

// cleanWith reports whether a site of these parts alone holds nothing that may
// not be shown.
func (b *build) cleanWith(parts []part) (bool, error) {
	s := *b.site
	s.Reports, s.Redirects, s.Pages, s.Glossary, s.Home = nil, nil, nil, nil, site.Page{Title: b.site.Title}
	s.Statement = site.Statement{}
	for _, p := range parts {
		p.put(&s)
	}
	files, err := renderAll(&s, b.in.Theme)
	if err != nil {
		return false, err
	}
	return len(gate.NewWall(b.withheld()).Look(files, b.innocent, b.beside()...)) == 0 &&
		len(b.tainted(files)) == 0 && (b.set.Names == nil || len(b.namedFiles(files)) == 0), nil
}
