package render

import (
	"cmp"
	"fmt"
	"strconv"

	"yousaid/generator/site"
)

// PageSize is how many reports, or lines of news, stand on one page of a list.
const PageSize = 20

// allReports is the address of the list of everything.
const allReports = "reports/"

// list is one list, of reports or of news, before it is cut into pages.
type list struct {
	folder   string // the address of its first page
	name     string
	title    string // in the window of the browser; empty: the name
	intro    string
	template string
	section  string // of the menu
	up       Row    // the list of lists that it stands in; empty Name: none
	feed     string
	reports  []*site.Report
	news     []News
}

// lists are all lists, the list of everything first.
func lists(s *site.Site) []list {
	out := append([]list{{folder: allReports, name: "All reports", template: "list", section: "reports", reports: s.Reports}}, ownLists(s)...)
	for _, k := range kinds {
		out = append(out, listsOf(s, k)...)
	}
	return out
}

func (l list) len() int { return len(l.reports) + len(l.news) }

func (l list) row() Row { return Row{l.name, l.folder, l.len()} }

func listPages(s *site.Site, l list) []page {
	n := max(1, (l.len()+PageSize-1)/PageSize)
	address := func(i int) string {
		switch {
		case i < 1 || i > n:
			return ""
		case i == 1:
			return l.folder
		}
		return l.folder + "page/" + strconv.Itoa(i) + "/"
	}
	description := l.intro
	if description == "" {
		description = "What young people said, and what was done: " + l.name + "."
	}
	var out []page
	for i := 1; i <= n; i++ {
		title := cmp.Or(l.title, l.name)
		if i > 1 {
			title = fmt.Sprintf("%s, page %d", title, i)
		}
		out = append(out, page{
			path: address(i) + "index.html", template: l.template,
			data: List{
				Site: s, Title: l.name, Intro: l.intro, Up: l.up, Reports: cut(l.reports, i), News: cut(l.news, i),
				N: l.len(), Page: i, Pages: n, Previous: address(i - 1), Next: address(i + 1), Feed: l.feed,
			},
			head: Head{Title: title, Description: description, URL: address(i), Feed: l.feed, Section: l.section},
		})
	}
	return out
}

// cut is what stands on one page.
func cut[T any](all []T, page int) []T {
	return all[min(len(all), (page-1)*PageSize):min(len(all), page*PageSize)]
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
