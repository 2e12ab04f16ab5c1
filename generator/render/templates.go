package render

import (
	"yousaid/generator/render/qr"
	"yousaid/generator/site"
)

// Head is what the templates "head" and "header" are given: one page as seen
// from outside.
type Head struct {
	Site        *site.Site
	Title       string // without the name of the site
	Description string
	URL         string        // relative to the base; empty for a page without an address of its own (404)
	Feed        string        // relative to the base; empty: the feed of the whole site
	Picture     *site.Picture // for who shares the page; nil: none
	Section     string        // the entry of the menu that the page stands under: home, reports, topics, search, display
	Form        string        // what a reader can fill in: find, display; empty: nothing
	QuickExit   bool          // the page has a way to leave at once
}

// Home is the data of "home".
type Home struct {
	Site    *site.Site
	Newest  []*site.Report
	Counts  []Count        // reports by status, none left out but zero
	Open    []*site.Report // we are still working on these
	Refused []*site.Report // we could not do these
	Topics  []Row

	Changed, Working, No int // reports that changed something, that go on, and that got a no; some are none of these

	Who, Join *site.Page // the team's pages "about" and "join-in"; nil: none
	Owed      Owed
	Ways      []Way
}

// Owed is how many reports readers are still to hear about, at URL.
type Owed struct {
	URL  string
	Open int // the late ones too
	Late int
}

// Way is a link to one of the lists that every site has: what is owed, what was
// learned, what is kept, what is new.
type Way struct {
	Row
	Intro string
}

// News is one line of "news": a new report, or news on one.
type News struct {
	Date   site.Date
	Report *site.Report
	New    bool
}

// Count is a number of reports with one status.
type Count struct {
	Status site.Status
	URL    string
	N      int
}

// ReportPage is the data of "report".
type ReportPage struct {
	*KeyWords
	Site     *site.Site
	Report   *site.Report
	Previous *site.Report // in the same topic, older; nil: none
	Next     *site.Report // in the same topic, newer; nil: none
}

// QR is the report's address for the camera of a phone, on paper; nil: it is
// too long.
func (p *ReportPage) QR() *QR {
	c := qr.Encode(p.Site.BaseURL + p.Report.URL())
	if c == nil {
		return nil
	}
	path, dashes := c.Stroke()
	return &QR{Size: c.Size + 8, Path: path, Dashes: dashes}
}

// QR is a drawing of one. Four squares all round stay white, or no camera
// finds it; Size counts them too.
type QR struct {
	Size         int
	Path, Dashes string
}

// List is the data of "list", "promises", "learned" and "news": one page of
// some reports, or of some lines of news.
type List struct {
	Site     *site.Site
	Title    string
	Intro    string
	Up       Row // the list of lists that this one stands in; empty Name: none
	Reports  []*site.Report
	News     []News
	N        int // reports, or lines, on all pages of the list
	Page     int // from 1
	Pages    int
	Previous string // address of the page before, relative to the base; empty: none
	Next     string
	Feed     string  // address of the list's own feed; empty: none
	Finder   *Finder // on the first page of all reports; nil: none
}

// Index is the data of "index": a list of lists, as all topics, also of those in
// which nothing stands yet.
type Index struct {
	Site  *site.Site
	Title string
	Intro string
	Rows  []Row
}

// Row is a link to a list, with the number of reports in it.
type Row struct {
	Name string
	URL  string // relative to the base
	N    int
}

// Finder is the data of "search": every way to find a report, without JavaScript;
// and of "finder", which has JavaScript find them in the index.
type Finder struct {
	Site                                   *site.Site
	Topics, Areas, Groups, Statuses, Years []Row
	Ways                                   []Way
	Shown                                  []site.Status // those that a report has
}

// Free is the data of "page".
type Free struct {
	*KeyWords
	Site *site.Site
	Page site.Page
}

// Plain is the data of "footer", "glossary", "pages", "data", "display" and "notfound".
type Plain struct{ Site *site.Site }

// Moved is the data of "moved": the page at an old address.
type Moved struct {
	Site  *site.Site
	Title string
	URL   string // the new address, relative to the base
}
