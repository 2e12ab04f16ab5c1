package render

import (
	"bytes"
	"encoding/xml"
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"yousaid/generator/site"
	"yousaid/themes"
)

// FeedSize is how many reports a feed holds.
const FeedSize = 20

// Atom (RFC 4287).
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string   `xml:"id"`
	Title     string   `xml:"title"`
	Published string   `xml:"published"`
	Updated   string   `xml:"updated"`
	Link      atomLink `xml:"link"`
	Summary   string   `xml:"summary,omitempty"`
	Content   atomHTML `xml:"content"`
}

type atomHTML struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// feeds makes the feed of the site and one for each topic.
func feeds(s *site.Site, _ *themes.Theme) ([]site.File, error) {
	one, err := feed(s, "feed.xml", "", s.Title, s.Reports)
	if err != nil {
		return nil, err
	}
	files := []site.File{one}
	for _, l := range listsOf(s, topicLists) {
		one, err := feed(s, l.feed, l.folder, s.Title+": "+l.name, l.reports)
		if err != nil {
			return nil, err
		}
		files = append(files, one)
	}
	return files, nil
}

func feed(s *site.Site, path, page, title string, reports []*site.Report) (site.File, error) {
	f := atomFeed{
		Lang: s.Lang, ID: s.BaseURL + path, Title: title, Author: s.Organisation, Updated: s.Checked.Stamp(),
		Links: []atomLink{
			{"self", "application/atom+xml", s.BaseURL + path},
			{"alternate", "text/html", s.BaseURL + page},
		},
	}
	if f.Author == "" {
		f.Author = s.Title
	}
	reports = firstOf(reports, FeedSize)
	if len(reports) > 0 {
		f.Updated = reports[0].Updated.Stamp()
	}
	for _, r := range reports {
		address := s.BaseURL + r.URL()
		f.Entries = append(f.Entries, atomEntry{
			ID: address, Title: r.Title, Published: r.Date.Stamp(), Updated: r.Updated.Stamp(),
			Link:    atomLink{"alternate", "text/html", address},
			Summary: r.Summary,
			Content: atomHTML{"html", feedHTML(s, r)},
		})
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	if err := enc.Encode(f); err != nil {
		return site.File{}, err
	}
	b.WriteByte('\n')
	return site.File{Path: path, Data: b.Bytes()}, nil
}

// heading is what the page writes above a section.
func heading(s *site.Site, r *site.Report, sec site.Section) string {
	switch sec.Kind {
	case site.AskedPart:
		return "We asked"
	case site.SaidPart:
		return s.Said
	case site.DidPart:
		if r.Together {
			return "Together we did this"
		}
		return "We did"
	case site.ChangedPart:
		return "What's different now"
	case site.WhyNotPart:
		return "Why not"
	case site.NextPart:
		return "What happens next"
	case site.DecidedPart:
		return "Who decided"
	}
	return sec.Heading
}

// FeedWords are the words that a feed adds to a report.
var FeedWords = []string{inOurWords, why, news}

const (
	inOurWords = "In our words"
	why        = "Why"
	news       = "News"
)

// feedHTML is the report as a feed reader shows it: the sections, and those
// voices that agreed to the feed.
func feedHTML(s *site.Site, r *site.Report) string {
	var b strings.Builder
	text := func(tag, words string) {
		if words != "" {
			b.WriteString("<" + tag + ">" + template.HTMLEscapeString(words) + "</" + tag + ">")
		}
	}
	text("p", r.Note)
	text("p", r.Status.Words()+".")
	for _, p := range r.AllPictures() {
		if p.In.Feed {
			feedPicture(&b, s, p)
		}
	}
	for _, sec := range r.Sections {
		text("h2", heading(s, r, sec))
		b.WriteString(absolute(string(sec.HTML), s))
		if sec.Kind == site.SaidPart {
			feedVoices(&b, r)
		}
	}
	if r.Section(site.SaidPart) == nil {
		feedVoices(&b, r)
	}
	if r.Decision.Because != "" && r.Section(site.WhyNotPart) == nil {
		text("h2", why)
		b.WriteString(absolute(string(r.Decision.Because), s))
	}
	for _, u := range r.Updates {
		text("h2", news+", "+u.Date.Words())
		b.WriteString(absolute(string(u.HTML), s))
	}
	return b.String()
}

func feedVoices(b *strings.Builder, r *site.Report) {
	for _, v := range r.Voices {
		if !v.In.Feed {
			continue
		}
		b.WriteString("<blockquote>")
		for _, p := range v.Words {
			b.WriteString("<p>" + template.HTMLEscapeString(p) + "</p>")
		}
		if v.Gist != "" {
			b.WriteString("<p>" + inOurWords + ": " + template.HTMLEscapeString(v.Gist) + "</p>")
		}
		b.WriteString("<p>" + template.HTMLEscapeString(v.Label()) + "</p></blockquote>")
	}
}

// feedPicture is a picture, or a link to a sound with the words of it.
func feedPicture(b *strings.Builder, s *site.Site, p site.Picture) {
	esc, address := template.HTMLEscapeString, s.BaseURL+p.Best().Path
	if p.Sound {
		b.WriteString(`<p><a href="` + esc(address) + `">` + esc(p.Name()) + "</a></p>")
	} else {
		f := p.Best()
		b.WriteString(`<p><img src="` + esc(address) + `" alt="` + esc(p.Alt) + `" width="` + strconv.Itoa(f.Width) + `" height="` + strconv.Itoa(f.Height) + `"></p>`)
	}
	if p.Caption != "" {
		b.WriteString("<p>" + esc(p.Caption) + "</p>")
	}
	for _, words := range p.Transcript {
		b.WriteString("<p>" + esc(words) + "</p>")
	}
}

// absolute makes links within the site whole, because a feed is read elsewhere.
func absolute(html string, s *site.Site) string {
	u, err := url.Parse(s.BaseURL)
	if err != nil || u.Host == "" {
		return html
	}
	return strings.ReplaceAll(html, `href="/`, `href="`+u.Scheme+"://"+u.Host+"/")
}
