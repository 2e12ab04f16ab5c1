package render

import (
	"slices"
	"strings"

	"yousaid/generator/site"
	"yousaid/themes"
)

// media are the files of pictures and sounds. Two that are the same have the
// same name, and are one.
func media(s *site.Site, _ *themes.Theme) ([]site.File, error) {
	var files []site.File
	for _, r := range s.Reports {
		files = append(files, r.Media()...)
	}
	slices.SortStableFunc(files, func(a, b site.File) int { return strings.Compare(a.Path, b.Path) })
	return slices.CompactFunc(files, func(a, b site.File) bool { return a.Path == b.Path }), nil
}
