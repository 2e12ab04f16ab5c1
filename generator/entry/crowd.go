package entry

import (
	"hash/maphash"
	"slices"

	"yousaid/generator/site"
)

// Person is one consent record, or a contribution without one, in a crowd.
type Person struct {
	Record uint64 // the same for the same record, in every report; 0: no record
	N      int    // how many people spoke under it
}

// TooFew is how many have to live in an area, or be in a group, before one of
// them is hard to tell from the others.
const TooFew = 10

// Hides reports whether a group of n is so small that its name is not shown.
func (s *Settings) Hides(n Number) bool { return n.Set && n.N < s.Privacy.SmallNumber.N }

// GroupShown is the label of a group as readers may see it: none, where so few
// are in it that its name is as good as theirs.
func (s *Settings) GroupShown(id string) site.Label { return s.Label(s.GroupsShown(), id) }

// GroupsShown are the groups that are not too small to be named.
func (s *Settings) GroupsShown() []Label {
	return slices.DeleteFunc(slices.Clone(s.Groups), func(l Label) bool { return s.Hides(l.Size) })
}

// Behind are the people who stand behind c. Nobody stands behind words that are
// made up.
func (c *Contribution) Behind() []Person {
	if c.Made.Value == string(site.MadeUp) {
		return nil
	}
	if c.Made.Value == string(site.FromSeveral) && len(c.Records) > 0 {
		var out []Person
		seen := map[uint64]bool{0: true}
		for _, r := range c.Records {
			if sum := record(r); !seen[sum] {
				seen[sum] = true
				out = append(out, Person{sum, 1})
			}
		}
		return out
	}
	p := Person{N: max(1, c.People.N)}
	if c.Consent != nil {
		p.Record = record(c.Consent.Record)
	}
	return []Person{p}
}

// CalledSum is the chosen name of c as a number, the same however it is written;
// 0: there is none.
func (c *Contribution) CalledSum() uint64 {
	tokens := Tokens(c.Called.Reveal())
	if len(tokens) == 0 {
		return 0
	}
	return max(1, run(tokens))
}

// Adult reports whether c is from somebody who signs for themselves as a
// worker or as a parent or carer.
func (c *Contribution) Adult() bool { return isAdult(c.From.Value, c.Band.Value) }

// record is a key to a paper, so that two of them can be compared without
// being seen. Capitals, spaces and hyphens make no other paper of it.
func record(p Private) uint64 {
	key := recordKey(p.Reveal())
	if key == "" {
		return 0
	}
	return max(1, maphash.String(seed, key))
}

// Cell is the smallest and the largest number of people that a published count
// can stand for.
type Cell struct{ From, To int }

// Cell is what readers are told of n people: fewer than the site's small
// number, or a band. All bands are as wide as the small number or wider, and
// begin at its multiples, so that one published count taken from another
// never comes to less than “fewer than the small number” tells already: with
// bands of s numbers that begin at multiples of s, the difference of two counts
// lies within s-1 of a multiple of s, so it is at most s-1, which is what "fewer
// than s" says, or it may be s or more. (Secondary suppression by rounding to
// one base, as in the handbooks of the UK's Government Statistical Service on
// disclosure control for tables.)
func (p Privacy) Cell(n int) Cell {
	small := p.SmallNumber.N
	if n < small {
		return Cell{1, small - 1}
	}
	width := max(5, small)
	from := n / width * width
	if from < 2*width {
		return Cell{small, 2*width - 1}
	}
	return Cell{from, from + width - 1}
}

// Small reports whether the cell is "fewer than".
func (c Cell) Small(p Privacy) bool { return c.To < p.SmallNumber.N }

// PeopleShown reports whether readers are told how many stand behind c. "Fewer
// than 3", said of more than one, would be two.
func (c *Contribution) PeopleShown(set *Settings) bool {
	if !c.People.Set || c.People.N < 2 {
		return false
	}
	cell := set.Privacy.Cell(c.People.N)
	return max(2, cell.From) < cell.To
}

// AskedShown reports whether readers are told how many were asked. They are
// not, where that number and what they see of single voices would together say
// more about a small number than either does:
//
//   - where at least so many voices are seen that the number asked, or what
//     is left of it, is known more exactly than its band says;
//   - where the band, less everybody else, leaves a voice of fewer than the
//     small number with hardly any but the highest of its numbers.
//
// Nothing else of a report joins two counts: without the number asked each count
// of a voice stands alone.
func (e *Entry) AskedShown(verdicts []Verdict, set *Settings) bool {
	n := e.Asked.People
	if !n.Set || n.N == 0 {
		return false
	}
	all := set.Privacy.Cell(n.N)
	if all.From == all.To {
		return false
	}
	var parts []Cell
	least, most := 0, 0
	for i := range e.Contributions {
		if verdicts[i].Reason != Allowed {
			continue
		}
		if part, ok := e.Contributions[i].seen(set); ok {
			parts = append(parts, part)
			least, most = least+part.From, most+part.To
		}
	}
	if least > all.From {
		return false
	}
	for _, part := range parts {
		if atLeast := all.From - (most - part.To); part.Small(set.Privacy) && atLeast > part.From && atLeast <= part.To {
			return false
		}
	}
	return true
}

// seen is how many people a reader can tell are behind a voice that is shown.
func (c *Contribution) seen(set *Settings) (Cell, bool) {
	const many = 1 << 20 // no upper end is known
	switch {
	case c.Made.Value == string(site.MadeUp):
		return Cell{}, false
	case c.PeopleShown(set):
		cell := set.Privacy.Cell(c.People.N)
		return Cell{max(2, cell.From), cell.To}, true
	case c.Made.Value == string(site.FromSeveral):
		return Cell{3, many}, true
	case c.From.Value == "group" || c.People.N > 1:
		return Cell{2, many}, true
	}
	return Cell{1, 1}, true
}
