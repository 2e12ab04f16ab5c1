package entry

import (
	"slices"

	"yousaid/generator/finding"
)

// resolve asks the consent register about c. What the report and the register
// say both holds: whatever one of them does not allow is not allowed. What only
// one of them says counts for both.
func (c *Contribution) resolve(set *Settings) {
	if c.Consent != nil {
		c.Consent.resolve(set, c.Records)
	}
}

func (con *Consent) resolve(set *Settings, records []Private) {
	keys := slices.Clone(records)
	if !con.Record.Empty() {
		keys = append(keys, con.Record)
	}
	for _, key := range keys {
		found, ok := set.Register.find(key.Reveal())
		if !ok {
			if set.Register != nil || con.bare() {
				con.unknown = first(con.unknown, key.At())
			}
			continue
		}
		told := found.copyAt(key.At())
		con.agree(told)
		con.also = append(con.also, told)
	}
}

func first(a, b finding.Pos) finding.Pos {
	if a.Line > 0 {
		return a
	}
	return b
}

// bare reports whether c is nothing but a record.
func (c *Consent) bare() bool {
	return c.To.Value == "" && c.Given.IsZero() && len(c.By) == 0 && c.For == nil && c.Told.Empty() && c.Review.IsZero() &&
		c.Expires.IsZero() && len(c.AskedAgain) == 0 && c.Withdrawn.IsZero() && c.Explicit == (Flag{})
}

// Blank reports whether nothing is filled in yet.
func (c *Consent) Blank() bool {
	b := *c
	b.By, b.For = nil, nil
	return b.bare() && len(c.By)+len(c.For) == 0 && c.Record.Empty() && c.Pictures == (Flag{})
}

// Unknown is where c names a record that no register explains; zero: nowhere.
func (c *Consent) Unknown() finding.Pos { return c.unknown }

// copyAt is c as if it had been written in a report, at one place.
func (c *Consent) copyAt(at finding.Pos) *Consent {
	k := *c
	words := func(list []Word) []Word {
		out := slices.Clone(list)
		for i := range out {
			out[i].At = at
		}
		return out
	}
	k.Place, k.To.At, k.Given.At, k.Review.At, k.Expires.At, k.Withdrawn.At = at, at, at, at, at, at
	k.By, k.For = words(c.By), words(c.For)
	if c.Explicit != (Flag{}) {
		k.Explicit.At = at
	}
	k.Told = Private{}
	if !c.Told.Empty() {
		k.Told = hide(&private{text: c.Told.Reveal(), at: at})
	}
	k.AskedAgain = slices.Clone(c.AskedAgain)
	for i := range k.AskedAgain {
		k.AskedAgain[i].On.At, k.AskedAgain[i].Answer.At = at, at
	}
	return &k
}

// agree fills what only one of c and b says into the other, and takes the
// smaller use for both.
func (c *Consent) agree(b *Consent) {
	for _, pair := range [][2]*Consent{{c, b}, {b, c}} {
		to, from := pair[0], pair[1]
		if to.To.Value == "" {
			to.To = from.To
		}
		if to.Given.IsZero() {
			to.Given = from.Given
		}
		if len(to.By) == 0 {
			to.By = from.By
		}
		if to.For == nil {
			to.For = from.For
		}
		if to.Told.Empty() {
			to.Told = from.Told
		}
		if to.Review.IsZero() {
			to.Review = from.Review
		}
		if to.Explicit == (Flag{}) {
			to.Explicit = from.Explicit
		}
	}
	if b.use() < c.use() {
		c.lowered = first(c.lowered, c.To.At)
		c.To = b.To
	}
	if !b.Explicit.Yes {
		c.Explicit = b.Explicit
	}
}
