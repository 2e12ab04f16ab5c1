package render

import (
	"slices"
	"strconv"

	"yousaid/generator/site"
)

// kind is one way to sort reports into lists.
type kind struct {
	folder string // of the addresses, as "topics"
	title  string // of the list of lists
	intro  string
	labels func(*site.Site) []site.Label
	of     func(*site.Report) string // the id of the list that a report stands in
	feed   bool
	empty  bool                   // lists without reports are made too, because their address is known
	means  func(id string) string // what it is to stand in a list; nil: its name says it
}

var topicLists = kind{"topics", "Topics", "Everything you told us, by what it is about.",
	func(s *site.Site) []site.Label { return s.Topics }, func(r *site.Report) string { return r.Topic.ID }, true, true, nil}

var areaLists = kind{"areas", "Places", "Everything you told us, by where it is.",
	func(s *site.Site) []site.Label { return s.Areas }, func(r *site.Report) string { return r.Area.ID }, false, true, nil}

var groupLists = kind{"groups", "Groups", "Everything you told us, by who said it.",
	func(s *site.Site) []site.Label { return s.Groups }, func(r *site.Report) string { return r.Group.ID }, false, true, nil}

var statusLists = kind{"status", "How far it has got", "Everything you told us, by what happened to it.",
	func(*site.Site) []site.Label {
		var out []site.Label
		for _, st := range site.Statuses {
			out = append(out, site.Label{ID: string(st), Name: st.Words()})
		}
		return out
	}, func(r *site.Report) string { return string(r.Status) }, false, false,
	func(id string) string { return site.Status(id).Means() }}

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
	}, func(r *site.Report) string { return strconv.Itoa(r.Year()) }, false, false, nil}

var kinds = []kind{topicLists, areaLists, groupLists, statusLists, yearLists}

// address is the first page of one list.
func (k kind) address(id string) string { return k.folder + "/" + id + "/" }

// section is the entry of the menu that its lists stand under.
func (k kind) section() string {
	if k.folder == "topics" {
		return "topics"
	}
	return "reports"
}

// listsOf are the lists of one kind.
func listsOf(s *site.Site, k kind) []list {
	byID := map[string][]*site.Report{}
	for _, r := range s.Reports {
		byID[k.of(r)] = append(byID[k.of(r)], r)
	}
	var out []list
	for _, label := range k.labels(s) {
		reports := byID[label.ID]
		if len(reports) == 0 && !k.empty {
			continue
		}
		l := list{folder: k.address(label.ID), name: label.Name, template: "list", section: k.section(), up: Row{Name: k.title, URL: k.folder + "/"}, reports: reports}
		if k.feed {
			l.feed = l.folder + "feed.xml"
		}
		if k.means != nil {
			l.intro = k.means(label.ID)
		}
		out = append(out, l)
	}
	return out
}

// rows are the lists of one kind in which something stands.
func rows(s *site.Site, k kind) []Row {
	return slices.DeleteFunc(allRows(s, k), func(r Row) bool { return r.N == 0 })
}

func allRows(s *site.Site, k kind) []Row {
	var out []Row
	for _, l := range listsOf(s, k) {
		out = append(out, l.row())
	}
	return out
}

// indexPages are the lists of lists, and the page with all ways to find a report.
func indexPages(s *site.Site) []page {
	var out []page
	for _, k := range kinds {
		out = append(out, page{
			path: k.folder + "/index.html", template: "index", data: Index{s, k.title, k.intro, allRows(s, k)},
			head: Head{Title: k.title, Description: k.intro, URL: k.folder + "/", Section: k.section()},
		})
	}
	finder := newFinder(s)
	return append(out, page{
		path: "search/index.html", template: "search", data: finder,
		head: Head{Title: "Find a report", Description: "Every way to find what you are looking for.", URL: "search/", Section: "search", Form: finder.form()},
	})
}

// form is nothing where there is nothing to find.
func (f Finder) form() string {
	if len(f.Shown) == 0 {
		return ""
	}
	return "find"
}

func newFinder(s *site.Site) Finder {
	f := Finder{
		Site: s, Ways: ways(s),
		Topics: rows(s, topicLists), Areas: rows(s, areaLists), Groups: rows(s, groupLists), Statuses: rows(s, statusLists), Years: rows(s, yearLists),
	}
	for _, status := range site.Statuses {
		if slices.ContainsFunc(s.Reports, func(r *site.Report) bool { return r.Status == status }) {
			f.Shown = append(f.Shown, status)
		}
	}
	return f
}
