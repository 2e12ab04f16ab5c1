package generator

// A chosen name is not real, and it still says of two voices that one person
// spoke. Readers put together what they see of both: the age band of one, the
// group of another, the area of a third. So all voices with one chosen name are
// one person here, whoever they are, and of each of them is shown only what may
// be shown of all of it together. Two values of one kind, as two areas, are
// never shown of one person: nobody can tell how many others share both.

// join finds the voices that readers take for one person.
func (c *crowd) join() {
	said := map[uint64][]*member{} // by chosen name
	same := map[uint64]uint64{}    // a record or a chosen name → another one of the same person
	var first func(uint64) uint64
	first = func(key uint64) uint64 {
		if other, ok := same[key]; ok {
			return first(other)
		}
		return key
	}
	for _, m := range c.members {
		if m.called == 0 || m.named {
			continue
		}
		said[m.called] = append(said[m.called], m)
		if len(m.people) == 1 {
			p := &m.people[0]
			if p.Record == 0 {
				p.Record = m.called
			}
			if a, b := first(p.Record), first(m.called); a != b {
				same[a] = b
			}
		}
	}
	for _, m := range c.members {
		if with := said[m.called]; !m.named && len(with) > 1 {
			m.with = with
		}
		for i := range m.people {
			if r := m.people[i].Record; r != 0 {
				m.people[i].Record = first(r)
			}
		}
	}
}

// together are the labels that readers see of a person, and those of which they
// see two.
func (c *crowd) together(m *member) (l labels, two lost) {
	l = c.shown(m)
	add := func(have *int32, more int32) bool {
		if *have == 0 {
			*have = more
		}
		return more != 0 && more != *have
	}
	for _, other := range m.with {
		o := c.shown(other)
		two.band = add(&l.band, o.band) || two.band
		two.group = add(&l.group, o.group) || two.group
		two.area = add(&l.area, o.area) || two.area
	}
	return l, two
}

// of are those of the labels that l has.
func (take lost) of(l labels) lost {
	return lost{take.band && l.band != 0, take.group && l.group != 0, take.area && l.area != 0}
}

func (l lost) and(more lost) lost {
	return lost{l.band || more.band, l.group || more.group, l.area || more.area}
}
