package themes

import (
	"errors"
	"html/template"
	"net/url"
	"strings"

	"yousaid/generator/site"
)

// Pair lets a template hand two values to another.
type Pair struct{ A, B any }

// funcs are what templates can call beside html/template's own.
func funcs(assets map[string]string) template.FuncMap {
	return template.FuncMap{
		// asset is the address of a file of the theme.
		"asset": func(s *site.Site, name string) (string, error) {
			a, ok := assets[name]
			if !ok {
				return "", errors.New("the theme has no such file")
			}
			return s.Base + a, nil
		},
		// has reports whether the theme has a file.
		"has": func(name string) bool { return assets[name] != "" },
		// url is an address of the site.
		"url": func(s *site.Site, to string) string { return s.Base + to },
		// statusURL is the list of all reports with a status.
		"statusURL": func(s *site.Site, status site.Status) string { return s.Base + "status/" + string(status) + "/" },
		"pair":      func(a, b any) Pair { return Pair{a, b} },
		"tel":       dial,
		// host is the name of a website.
		"host": func(address string) string {
			u, err := url.Parse(address)
			if err != nil {
				return address
			}
			return strings.TrimPrefix(u.Host, "www.")
		},
		"plural": func(n int, one, many string) string {
			if n == 1 {
				return one
			}
			return many
		},
	}
}

// dial keeps of a phone number what a link can dial.
func dial(number string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, number)
}
