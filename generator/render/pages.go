package render

import (
	"bytes"

	"yousaid/generator/site"
	"yousaid/themes"
)

// pages makes every page for people.
func pages(s *site.Site, t *themes.Theme) ([]site.File, error) {
	e := newExplainer(s)
	list := []page{homePage(s)}
	list = append(list, reportPages(s, e)...)
	for _, l := range lists(s) {
		of := listPages(s, l)
		if l.folder == allReports {
			all, finder := of[0].data.(List), newFinder(s)
			all.Finder = &finder
			of[0].data, of[0].head.Form = all, finder.form()
		}
		list = append(list, of...)
	}
	list = append(list, indexPages(s)...)
	list = append(list, freePages(s, e)...)
	p, err := newPress(s, t)
	if err != nil {
		return nil, err
	}
	files, err := p.printAll(list)
	if err != nil {
		return nil, err
	}
	for _, r := range s.Redirects {
		var b bytes.Buffer
		if err := t.Execute(&b, "moved", Moved{s, r.Title, "reports/" + r.To + "/"}); err != nil {
			return nil, err
		}
		files = append(files, site.File{Path: "reports/" + r.From + "/index.html", Data: b.Bytes()})
	}
	return files, nil
}

func homePage(s *site.Site) page {
	h := Home{Site: s, Newest: firstOf(s.Reports, 6), Topics: rows(s, topicLists), Ways: ways(s), Owed: owed(s)}
	for _, status := range site.Statuses {
		c := Count{Status: status, URL: statusLists.address(string(status))}
		for _, r := range s.Reports {
			if r.Status == status {
				c.N++
			}
		}
		if c.N > 0 {
			h.Counts = append(h.Counts, c)
		}
		switch status {
		case site.Done, site.Part:
			h.Changed += c.N
		case site.NotNow, site.Cannot, site.PassedOn:
			h.No += c.N
		case site.Tried, site.Keeping: // nothing changed by itself: the lists say more
		default:
			h.Working += c.N
		}
	}
	h.Who, h.Join = s.Page("about"), s.Page("join-in")
	h.Open = firstOf(filter(s.Reports, func(r *site.Report) bool { return r.Status.Open() && r.Status != site.NotNow }), 6)
	h.Refused = firstOf(filter(s.Reports, func(r *site.Report) bool { return r.Status == site.Cannot || r.Status == site.NotNow }), 6)
	return page{
		path: "index.html", template: "home", data: h,
		head: Head{Title: s.Home.Title, Description: s.Home.Summary, URL: "", Section: "home"},
	}
}

func reportPages(s *site.Site, e explainer) []page {
	out := make([]page, 0, len(s.Reports))
	last := map[string]int{} // topic → index of its newest page so far
	for _, r := range s.Reports {
		data := &ReportPage{KeyWords: e.forPage(), Site: s, Report: r}
		if i, ok := last[r.Topic.ID]; ok {
			newer := out[i].data.(*ReportPage)
			newer.Previous, data.Next = r, newer.Report
		}
		last[r.Topic.ID] = len(out)
		out = append(out, page{
			path: r.URL() + "index.html", template: "report", data: data,
			head: Head{Title: r.Title, Description: r.Summary, URL: r.URL(), Section: "reports", Picture: r.Preview(), QuickExit: r.QuickExit},
		})
	}
	return out
}

// freePages are the team's own pages, and those that every site has.
func freePages(s *site.Site, e explainer) []page {
	var out []page
	for _, pg := range s.Pages {
		out = append(out, page{
			path: "pages/" + pg.Name + "/index.html", template: "page", data: Free{e.forPage(), s, pg},
			head: Head{Title: pg.Title, Description: pg.Summary, URL: "pages/" + pg.Name + "/"},
		})
	}
	out = append(out, standing(s)...)
	plain := Plain{s}
	return append(out,
		page{path: "pages/index.html", template: "pages", data: plain,
			head: Head{Title: "More about this site", Description: "Pages about this site and how it works.", URL: "pages/"}},
		page{path: "glossary/index.html", template: "glossary", data: plain,
			head: Head{Title: "Key words explained", Description: "What some words on this site mean.", URL: "glossary/"}},
		page{path: "data/index.html", template: "data", data: plain,
			head: Head{Title: "Copy our data", Description: "Every report on this site, for computers to read.", URL: "data/"}},
		page{path: "display/index.html", template: "display", data: plain,
			head: Head{Title: "Display", Description: "Bigger text, more space, dark or light, no pictures: pick what is good for you.", URL: "display/", Section: "display", Form: "display"}},
		page{path: "404.html", template: "notfound", data: plain,
			head: Head{Title: "This page isn't here now", Description: "This page isn't here now."}},
	)
}
