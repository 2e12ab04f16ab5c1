package entry

import (
	"slices"

	"go.yaml.in/yaml/v4"

	"yousaid/generator/finding"
)

// slip is a key whose value is written wrong, which a finding says already. So
// nobody needs to hear that it is missing as well: one finding for one mistake.
type slip struct {
	at  finding.Pos // of the map that the key is in; the zero Pos: of the file itself
	key string      // "": the whole map
}

// slip remembers a key of the map n.
func (d *decoder) slip(n *yaml.Node, key string) {
	d.slips = append(d.slips, slip{d.place(n), key})
}

// Unchecked reports whether there is no whole record of an anonymity check.
func (e *Entry) Unchecked() bool { return e.Anonymity.Checked.IsZero() || e.Anonymity.By.Value == "" }

// Slipped reports whether something is written wrong for one of these keys of
// the map at a place, or, with no keys, for any of them, so that a finding that
// stops says it. The zero place is the report itself.
func (e *Entry) Slipped(at finding.Pos, keys ...string) bool {
	if at == (finding.Pos{}) {
		at = e.keysAt
	}
	return slices.ContainsFunc(e.slips, func(s slip) bool {
		return s.at == at && (s.key == "" || len(keys) == 0 || slices.Contains(keys, s.key))
	})
}
