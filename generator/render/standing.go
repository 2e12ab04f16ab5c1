package render

import (
	"slices"

	"yousaid/generator/site"
)

// A standing page is one that every site has, unless the team writes its own of
// the same name. Adding one is a file "standing-NAME.html" in the theme and a
// line here.
type standingPage struct {
	name, title, summary string
	only                 func(*site.Site) bool // nil: every site has it
}

// They are listed in this order, after the team's other pages.
var standingPages = []standingPage{
	{"safe", "How we keep you safe", "What we do before your words go on this site, and what we can't promise.", nil},
	{"rights", "Your rights", "You don't have to earn them, and they don't go away.", nil},
	{"what-happens", "What happens to what you tell us", "The steps from the day you tell us to the day we answer.", nil},
	{"contact", "Contact and complaints", "How to reach us, and what you can do when something is wrong.", nil},
	{"formats", "Ask for another format", "Get what's on this site in a way that works for you.", nil},
	{"accessibility", "Accessibility", "That means: everyone can use this site, each in their own way.", nil},
	{"leaving-quickly", "Leaving this site quickly", "What the way out does, and what it can't do.", quickExit},
}

// atFoot are the pages that the end of every page leads to, where the site has
// them. The others stand under "More about this site".
var atFoot = []string{"about", "safe", "rights", "what-happens", "contact", "accessibility"}

// quickExit reports whether any page has a way to leave at once.
func quickExit(s *site.Site) bool {
	return s.QuickExit || slices.ContainsFunc(s.Reports, func(r *site.Report) bool { return r.QuickExit })
}

// Standing is the data of "standing-…".
type Standing struct {
	Site     *site.Site
	Page     site.Page // without HTML: the template has the words
	Statuses []site.Status
	Leaving  bool // there is a way to leave at once, and the page "leaving-quickly" explains it
}

// asTheyCome are all statuses in the order in which a report may go through them.
var asTheyCome = []site.Status{
	site.Heard, site.Looking, site.Doing, site.Tried, site.Done, site.Part, site.Keeping, site.NotNow, site.PassedOn, site.Cannot,
}

// standing are the pages that the team has not replaced.
func standing(s *site.Site) []page {
	var out []page
	for _, p := range standingPages {
		if s.Page(p.name) != nil || p.only != nil && !p.only(s) {
			continue
		}
		data := Standing{Site: s, Page: site.Page{Name: p.name, Title: p.title, Summary: p.summary}, Statuses: asTheyCome, Leaving: quickExit(s)}
		out = append(out, page{
			path: "pages/" + p.name + "/index.html", template: "standing-" + p.name, data: data,
			head: Head{Title: p.title, Description: p.summary, URL: "pages/" + p.name + "/"},
		})
	}
	return out
}

// PageLink leads to a page about the site.
type PageLink struct {
	Title, Summary string
	URL            string // relative to the base
}

// Pages are the pages about the site: the team's own, then those that every
// site has, each in the team's words where it wrote its own.
func (p Plain) Pages() []PageLink {
	var own, all []PageLink
	link := func(pg site.Page) PageLink { return PageLink{pg.Title, pg.Summary, "pages/" + pg.Name + "/"} }
	for _, pg := range p.Site.Pages {
		if !slices.ContainsFunc(standingPages, func(st standingPage) bool { return st.name == pg.Name }) {
			own = append(own, link(pg))
		}
	}
	for _, st := range standingPages {
		switch pg := p.Site.Page(st.name); {
		case pg != nil:
			all = append(all, link(*pg))
		case st.only == nil || st.only(p.Site):
			all = append(all, link(site.Page{Name: st.name, Title: st.title, Summary: st.summary}))
		}
	}
	return append(own, all...)
}

// Foot are the few of Pages that every page leads to.
func (p Plain) Foot() []PageLink {
	var out []PageLink
	pages := p.Pages()
	for _, name := range atFoot {
		for _, pg := range pages {
			if pg.URL == "pages/"+name+"/" {
				out = append(out, pg)
			}
		}
	}
	return out
}
