package withdraw

import (
	"io/fs"
	"path"
	"regexp"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
)

var term = regexp.MustCompile(`(?:^|[\s{,-])term:\s*(?:"([^"]*)"|'([^']*)'|([^,}#\n]*))`)

// allowances finds terms that were let through and stand in what goes, and
// what was let through for a report that goes whole.
func (p *Plan) allowances(src Source) {
	raw, err := fs.ReadFile(src.Content, "allow.yaml")
	if err != nil {
		return
	}
	var whole []string
	for _, e := range p.Edits {
		if e.Whole {
			whole = append(whole, regexp.QuoteMeta(entry.Address(e.Path)))
		}
	}
	where := regexp.MustCompile(`[\s,\["'](?:` + strings.Join(whole, "|") + `)["'\s,\]]`)
	n := 0
	for line := range strings.Lines(string(raw)) {
		n++
		at := finding.Pos{File: path.Join(src.Folder, "allow.yaml"), Line: n, Col: 1}
		if len(whole) > 0 && where.MatchString(line) {
			p.Allowances = append(p.Allowances, at)
			continue
		}
		for _, m := range term.FindAllStringSubmatch(line, -1) {
			if p.Words.Has(strings.TrimSpace(m[1] + m[2] + m[3])) {
				p.Allowances = append(p.Allowances, at)
				break
			}
		}
	}
}
