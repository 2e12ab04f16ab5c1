package render

import (
	"strings"

	"yousaid/generator/site"
)

// trainers are the crawlers that take pages to train models on, of operators
// who say so and promise to heed robots.txt. Two of them are no crawlers: what a
// search engine has read is then not used for that. Search engines are none of
// them and may come.
var trainers = []string{"AI2Bot", "Amazonbot", "Applebot-Extended", "CCBot", "ClaudeBot", "Google-Extended", "GPTBot", "meta-externalagent"}

// robots says who may read the site.
func robots(s *site.Site) site.File {
	var b strings.Builder
	if !s.Copies.Training {
		b.WriteString("# These pages are not for the training of models: words on them can be taken back.\n")
		for _, name := range trainers {
			b.WriteString("User-agent: " + name + "\n")
		}
		b.WriteString("Disallow: /\n\n")
	}
	b.WriteString("User-agent: *\nAllow: /\n\nSitemap: " + s.BaseURL + "sitemap.xml\n")
	return site.File{Path: "robots.txt", Data: []byte(b.String())}
}

// reserved says the same in the form of the TDM Reservation Protocol (W3C
// community group report, 2024): a file at the root of a host, a header, and a
// line in every page.
func reserved(s *site.Site) []site.File {
	if s.Copies.Training || s.Base != "/" {
		return nil
	}
	return []site.File{{Path: ".well-known/tdmrep.json", Data: []byte(`[{"location": "/", "tdm-reservation": 1}]` + "\n")}}
}

// copyHeaders are those that say what may be kept of a page.
func copyHeaders(s *site.Site) (lines string) {
	if noArchive(s) {
		lines += "  X-Robots-Tag: noarchive\n"
	}
	if !s.Copies.Training {
		lines += "  tdm-reservation: 1\n"
	}
	return lines
}

// noArchive reports whether nobody is to keep a copy. Two large search engines
// take the one word as a no to training as well, so both have to be a yes.
func noArchive(s *site.Site) bool { return !s.Copies.Archive || !s.Copies.Training }

// Robots is what a page says about itself to whoever crawls it.
func (h Head) Robots() string {
	var words []string
	if h.URL == "" && h.Section != "home" {
		words = append(words, "noindex")
	}
	if noArchive(h.Site) {
		words = append(words, "noarchive")
	}
	if words == nil {
		return "all"
	}
	return strings.Join(words, ", ")
}
