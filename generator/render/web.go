package render

import (
	"bytes"
	"encoding/xml"
	"strings"

	"yousaid/generator/site"
	"yousaid/themes"
)

// Policy is what the pages may load: the site's own files and nothing else.
const Policy = "default-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// web makes the files that browsers, search engines and hosts ask for.
func web(s *site.Site, _ *themes.Theme) ([]site.File, error) {
	files := []site.File{
		robots(s),
		{Path: "_headers", Data: []byte("/*\n" +
			"  Content-Security-Policy: " + Policy + "\n" +
			"  Referrer-Policy: no-referrer\n" +
			"  X-Content-Type-Options: nosniff\n" +
			"  X-Frame-Options: DENY\n" +
			"  Cross-Origin-Opener-Policy: same-origin\n" +
			"  Permissions-Policy: camera=(), geolocation=(), microphone=(), browsing-topics=()\n" +
			"  Cache-Control: no-cache\n" +
			copyHeaders(s))},
	}
	files = append(files, reserved(s)...)
	if len(s.Redirects) > 0 {
		var b strings.Builder
		for _, r := range s.Redirects {
			b.WriteString(s.Base + "reports/" + r.From + "/ " + s.Base + "reports/" + r.To + "/ 301\n")
		}
		files = append(files, site.File{Path: "_redirects", Data: []byte(b.String())})
	}
	sitemap, err := sitemap(s)
	return append(files, sitemap), err
}

type sitemapFile struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

// sitemap lists every page that has an address of its own. A sitemap may hold
// 50,000 addresses (sitemaps.org); the rest of a larger site is found by links.
func sitemap(s *site.Site) (site.File, error) {
	m := sitemapFile{URLs: []sitemapURL{{Loc: s.BaseURL}}}
	for _, r := range s.Reports {
		m.URLs = append(m.URLs, sitemapURL{s.BaseURL + r.URL(), r.Updated.String()})
	}
	groups := [][]page{indexPages(s), freePages(s, newExplainer(s))}
	for _, l := range lists(s) {
		groups = append(groups, listPages(s, l))
	}
	for _, pages := range groups {
		for _, p := range pages {
			if p.head.URL != "" {
				m.URLs = append(m.URLs, sitemapURL{Loc: s.BaseURL + p.head.URL})
			}
		}
	}
	m.URLs = m.URLs[:min(len(m.URLs), 50000)]
	var b bytes.Buffer
	b.WriteString(xml.Header)
	if err := xml.NewEncoder(&b).Encode(m); err != nil {
		return site.File{}, err
	}
	b.WriteByte('\n')
	return site.File{Path: "sitemap.xml", Data: b.Bytes()}, nil
}
