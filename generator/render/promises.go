package render

import (
	"cmp"
	"slices"
	"strings"

	"yousaid/generator/site"
)

// ownLists are the lists that tell how promises were kept, what was learned and
// what is new. They are made without a single report too, because their
// addresses are known.
func ownLists(s *site.Site) []list {
	with := func(status site.Status) []*site.Report {
		return filter(s.Reports, func(r *site.Report) bool { return r.Status == status })
	}
	return []list{
		{folder: "promises/", name: "What we still owe you", intro: "These are not finished. Here is when you hear more.", template: "promises", section: "reports", reports: owing(s)},
		{folder: "learned/", name: "What we learned", intro: "We tried these. Here is what came of it.", template: "learned", section: "reports", reports: with(site.Tried)},
		{folder: "keeping/", name: site.Keeping.Words(), title: "What we are keeping", intro: "You told us what is good. It stays.", template: "list", section: "reports", reports: with(site.Keeping)},
		{folder: "news/", name: "What's new", intro: "New reports, and news on older ones.", template: "news", section: "reports", news: allNews(s)},
	}
}

// ways are those lists as links.
func ways(s *site.Site) []Way {
	var out []Way
	for _, l := range ownLists(s) {
		out = append(out, Way{l.row(), l.intro})
	}
	return out
}

func owed(s *site.Site) Owed {
	o := Owed{URL: "promises/"}
	for _, r := range owing(s) {
		o.Open++
		if r.Late {
			o.Late++
		}
	}
	return o
}

// owing are the reports that are still open: what is late first, then by the
// day of the next news, and what has no such day last.
func owing(s *site.Site) []*site.Report {
	open := filter(s.Reports, func(r *site.Report) bool { return r.Status.Open() })
	slices.SortStableFunc(open, func(a, b *site.Report) int {
		return cmp.Or(cmp.Compare(turn(s, a), turn(s, b)), a.Next.Compare(b.Next), strings.Compare(a.Address, b.Address))
	})
	return open
}

// The turns in which reports that are open are listed.
const (
	lateTurn = iota
	dayTurn
	noDayTurn
)

func turn(s *site.Site, r *site.Report) int {
	switch {
	case r.Late:
		return lateTurn
	case r.Next.IsZero() || r.Next.Before(s.Checked):
		return noDayTurn
	}
	return dayTurn
}

// Late are the reports of the page on which news is late.
func (l List) Late() []*site.Report { return l.inTurn(lateTurn) }

// Coming are those for which the day of the next news is known.
func (l List) Coming() []*site.Report { return l.inTurn(dayTurn) }

// NoDay are those for which it is not.
func (l List) NoDay() []*site.Report { return l.inTurn(noDayTurn) }

func (l List) inTurn(n int) []*site.Report {
	return filter(l.Reports, func(r *site.Report) bool { return turn(l.Site, r) == n })
}

// allNews are all new reports and all news on reports, newest first.
func allNews(s *site.Site) []News {
	var out []News
	for _, r := range s.Reports {
		for _, u := range r.Updates {
			out = append(out, News{Date: u.Date, Report: r})
		}
		out = append(out, News{Date: r.Date, Report: r, New: true})
	}
	slices.SortStableFunc(out, func(a, b News) int {
		return cmp.Or(b.Date.Compare(a.Date), strings.Compare(a.Report.Address, b.Report.Address))
	})
	return out
}
