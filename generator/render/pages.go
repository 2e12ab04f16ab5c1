package render

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"yousaid/generator/site"
	"yousaid/themes"
)

// PageSize is how many reports stand on one page of a list.
const PageSize = 20

// pages makes every page for people.
func pages(s *site.Site, t *themes.Theme) ([]site.File, error) {
	p, err := newPress(s, t)
	if err != nil {
		return nil, err
	}
	list := []page{homePage(s)}
	list = append(list, reportPages(s)...)
	for _, l := range lists(s) {
		list = append(list, listPages(s, l)...)
	}
	list = append(list, indexPages(s)...)
	list = append(list, freePages(s)...)
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
	h := Home{Site: s, Newest: firstOf(s.Reports, 6), Topics: rows(s, topicLists)}
	for _, status := range site.Statuses {
		c := Count{Status: status, URL: "status/" + string(status) + "/"}
		for _, r := range s.Reports {
			if r.Status == status {
				c.N++
			}
		}
		if c.N > 0 {
			h.Counts = append(h.Counts, c)
		}
		switch status {
		case site.Done, site.Part, site.Keeping:
			h.Changed += c.N
		case site.NotNow, site.Cannot, site.PassedOn:
			h.No += c.N
		default:
			h.Working += c.N
		}
	}
	h.Who, h.Join = pageNamed(s, "about"), pageNamed(s, "join-in")
	h.Open = firstOf(filter(s.Reports, func(r *site.Report) bool { return r.Status.Open() && r.Status != site.NotNow }), 6)
	h.Refused = firstOf(filter(s.Reports, func(r *site.Report) bool { return r.Status == site.Cannot || r.Status == site.NotNow }), 6)
	return page{
		path: "index.html", template: "home", data: h,
		head: Head{Title: s.Home.Title, Description: s.Home.Summary, URL: "", Section: "home"},
	}
}

func pageNamed(s *site.Site, name string) *site.Page {
	for i := range s.Pages {
		if s.Pages[i].Name == name {
			return &s.Pages[i]
		}
	}
	return nil
}

func reportPages(s *site.Site) []page {
	out := make([]page, 0, len(s.Reports))
	last := map[string]int{} // topic → index of its newest page so far
	for _, r := range s.Reports {
		data := &ReportPage{Site: s, Report: r}
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

// list is one list of reports before it is cut into pages.
type list struct {
	kind    kind
	id      string
	name    string
	reports []*site.Report
}

// kind is one way to sort reports into lists.
type kind struct {
	folder string // of the addresses, as "topics"
	title  string // of the list of lists
	intro  string
	labels func(*site.Site) []site.Label
	of     func(*site.Report) string // the id of the list that a report stands in
	feed   bool
	empty  bool // lists without reports are made too, because their address is known
}

var topicLists = kind{"topics", "Topics", "Everything you told us, by what it is about.",
	func(s *site.Site) []site.Label { return s.Topics }, func(r *site.Report) string { return r.Topic.ID }, true, true}

var areaLists = kind{"areas", "Places", "Everything you told us, by where it is.",
	func(s *site.Site) []site.Label { return s.Areas }, func(r *site.Report) string { return r.Area.ID }, false, true}

var groupLists = kind{"groups", "Groups", "Everything you told us, by who said it.",
	func(s *site.Site) []site.Label { return s.Groups }, func(r *site.Report) string { return r.Group.ID }, false, true}

var statusLists = kind{"status", "How far it has come", "Everything you told us, by what happened to it.",
	func(*site.Site) []site.Label {
		var out []site.Label
		for _, st := range site.Statuses {
			out = append(out, site.Label{ID: string(st), Name: st.Words()})
		}
		return out
	}, func(r *site.Report) string { return string(r.Status) }, false, false}

var yearLists = kind{"years", "Years", "Everything you told us, year by year.",
	func(s *site.Site) []site.Label {
		var years []int
		for _, r := range s.Reports {
			if !slices.Contains(years, r.Year()) {
				years = append(years, r.Year())
			}
		}
		slices.Sort(years)
		slices.Reverse(years)
		var out []site.Label
		for _, y := range years {
			out = append(out, site.Label{ID: strconv.Itoa(y), Name: strconv.Itoa(y)})
		}
		return out
	}, func(r *site.Report) string { return strconv.Itoa(r.Year()) }, false, false}

var kinds = []kind{topicLists, areaLists, groupLists, statusLists, yearLists}

// lists are all lists of reports, the list of everything first.
func lists(s *site.Site) []list {
	out := []list{{name: "All reports", reports: s.Reports}}
	for _, k := range kinds {
		out = append(out, listsOf(s, k)...)
	}
	return out
}

func listsOf(s *site.Site, k kind) []list {
	byID := map[string][]*site.Report{}
	for _, r := range s.Reports {
		byID[k.of(r)] = append(byID[k.of(r)], r)
	}
	var out []list
	for _, l := range k.labels(s) {
		if reports := byID[l.ID]; len(reports) > 0 || k.empty {
			out = append(out, list{k, l.ID, l.Name, reports})
		}
	}
	return out
}

func (l list) folder() string {
	if l.id == "" {
		return "reports/"
	}
	return l.kind.folder + "/" + l.id + "/"
}

func (l list) row() Row { return Row{l.name, l.folder(), len(l.reports)} }

func rows(s *site.Site, k kind) []Row {
	var out []Row
	for _, l := range listsOf(s, k) {
		if len(l.reports) > 0 {
			out = append(out, l.row())
		}
	}
	return out
}

func listPages(s *site.Site, l list) []page {
	n := max(1, (len(l.reports)+PageSize-1)/PageSize)
	address := func(i int) string {
		switch {
		case i < 1 || i > n:
			return ""
		case i == 1:
			return l.folder()
		}
		return l.folder() + "page/" + strconv.Itoa(i) + "/"
	}
	section := "reports"
	data := List{Site: s, Title: l.name, N: len(l.reports), Pages: n}
	if l.id != "" {
		data.Up = Row{Name: l.kind.title, URL: l.kind.folder + "/"}
	}
	if l.kind.folder == "topics" {
		section = "topics"
	}
	if l.kind.feed {
		data.Feed = l.folder() + "feed.xml"
	}
	var out []page
	for i := 1; i <= n; i++ {
		d := data
		d.Page, d.Previous, d.Next = i, address(i-1), address(i+1)
		d.Reports = l.reports[min(len(l.reports), (i-1)*PageSize):min(len(l.reports), i*PageSize)]
		title := l.name
		if i > 1 {
			title = fmt.Sprintf("%s, page %d", l.name, i)
		}
		out = append(out, page{
			path: address(i) + "index.html", template: "list", data: d,
			head: Head{Title: title, Description: "What young people said, and what was done: " + l.name + ".", URL: address(i), Feed: d.Feed, Section: section},
		})
	}
	return out
}

// indexPages are the lists of lists, and the page with all ways to find a report.
func indexPages(s *site.Site) []page {
	finder := Finder{Site: s}
	var out []page
	for _, k := range kinds {
		section := "reports"
		if k.folder == "topics" {
			section = "topics"
		}
		r := rows(s, k)
		switch k.folder {
		case "topics":
			finder.Topics = r
		case "areas":
			finder.Areas = r
		case "groups":
			finder.Groups = r
		case "status":
			finder.Statuses = r
		case "years":
			finder.Years = r
		}
		out = append(out, page{
			path: k.folder + "/index.html", template: "index", data: Index{s, k.title, k.intro, r},
			head: Head{Title: k.title, Description: k.intro, URL: k.folder + "/", Section: section},
		})
	}
	return append(out, page{
		path: "search/index.html", template: "search", data: finder,
		head: Head{Title: "Find a report", Description: "Every way to find what you are looking for.", URL: "search/", Section: "search"},
	})
}

// freePages are the team's own pages, and those that every site has.
func freePages(s *site.Site) []page {
	var out []page
	for _, pg := range s.Pages {
		section := ""
		if pg.Name == "about" {
			section = "about"
		}
		out = append(out, page{
			path: "pages/" + pg.Name + "/index.html", template: "page", data: Free{s, pg},
			head: Head{Title: pg.Title, Description: pg.Summary, URL: "pages/" + pg.Name + "/", Section: section},
		})
	}
	plain := Plain{s}
	if len(s.Pages) > 0 {
		out = append(out, page{path: "pages/index.html", template: "pages", data: plain,
			head: Head{Title: "More about this site", Description: "Pages about this site and how it works.", URL: "pages/"}})
	}
	return append(out,
		page{path: "glossary/index.html", template: "glossary", data: plain,
			head: Head{Title: "Key words explained", Description: "What some words on this site mean.", URL: "glossary/"}},
		page{path: "data/index.html", template: "data", data: plain,
			head: Head{Title: "The reports as data", Description: "Every report on this site, for computers to read.", URL: "data/"}},
		page{path: "display/index.html", template: "display", data: plain,
			head: Head{Title: "How this site looks", Description: "Bigger text, more space, dark or light, no pictures: pick what is good for you.", URL: "display/", Section: "display"}},
		page{path: "404.html", template: "notfound", data: plain,
			head: Head{Title: "This page isn't here now", Description: "This page isn't here now."}},
	)
}

func filter(list []*site.Report, keep func(*site.Report) bool) []*site.Report {
	var out []*site.Report
	for _, r := range list {
		if keep(r) {
			out = append(out, r)
		}
	}
	return out
}

func firstOf(list []*site.Report, n int) []*site.Report { return list[:min(n, len(list))] }
