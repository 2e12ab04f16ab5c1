package themes

import (
	"bytes"
	"errors"
	"html/template"
	"image/png"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"yousaid/generator/site"
)

// Pair lets a template hand two values to another.
type Pair struct{ A, B any }

// funcs are what templates can call beside html/template's own.
func funcs(assets map[string]string, files map[string][]byte) template.FuncMap {
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
		// tall is the height of a picture of the theme at a width, so that the page
		// does not move when the picture comes.
		"tall": func(name string, width int) int { return int(float64(width)*tallness(files[name]) + .5) },
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

var viewBox = regexp.MustCompile(`(?is)<svg\b[^>]*?\bviewBox\s*=\s*["']\s*[-.\d]+[\s,]+[-.\d]+[\s,]+([.\d]+)[\s,]+([.\d]+)`)

// tallness is the height of a picture by its width: that of most logos where it
// can't be told.
func tallness(data []byte) float64 {
	var width, height float64
	if size, err := png.DecodeConfig(bytes.NewReader(data)); err == nil {
		width, height = float64(size.Width), float64(size.Height)
	} else if m := viewBox.FindSubmatch(data); m != nil {
		width, _ = strconv.ParseFloat(string(m[1]), 64)
		height, _ = strconv.ParseFloat(string(m[2]), 64)
	}
	if width <= 0 || height <= 0 || height > 20*width {
		return .5
	}
	return height / width
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
