package generator

import (
	"slices"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/gate"
	"yousaid/generator/site"
)

var labelHidden = finding.Doc{
	Name: "label-hidden", Level: finding.Warn,
	Why:    "An age, a group and a place together can be one person. A voice that shares them with too few others on the whole site is shown without its age band, then also without the group, then without the area. Voices with one chosen name are one person to readers, so all their labels count together. The words are still shown.",
	Before: "area: county\n" + oneVoice,
	After:  oneVoice,
}

const oneVoice = `contributions:
  - id: late
    words: |
      I always have to leave before the film ends.
    gist: Going home early spoils the evening.
    consent: {to: quote, given: 2026-02-03, by: [young-person, social-worker], for: [website], told: leaflet-v3, review: 2037-02-03}
`

// A crowd hides a person: everybody on the site, in any year, of whom readers
// see the same age band, group and area. This file takes labels away until
// nobody stands in a crowd of fewer than privacy.k.
//
// Counted are people, by their consent records: somebody who speaks in five
// reports is one. Somebody of whom readers see more labels also fits in the
// crowd of those of whom they see fewer. Only what is published today counts:
// a voice that is held, unpublished, left out or withdrawn hides nobody. Nor do
// words that are made up, adults (readers see who is a worker and who is a
// parent), and people who are named.
//
// Workers and words that are made up lose nothing. Parents and carers are
// looked at like young people, because they lead to a child; the crowd of a
// parent are all parents, carers and young people.
//
// Voices with one chosen name (called) are one person, and lose what all of them
// together may not show (crowd_called.go).
//
// A voice that is left out or was taken back keeps its report's labels off as
// if it were still there: who saw the page before must not learn from the one
// after it which place or group the missing words came from.
//
// A label that is missing is never explained, so a voice that lost its age band
// looks like one that never had any. (Local suppression until each combination
// of keys is shared by k: the usual way with records of persons; see the
// Government Statistical Service's guidance on microdata.)

// hide settles which labels the published reports show.
func (b *build) hide() (shown []*site.Report, found []finding.Finding) {
	c := newCrowd(b.set, b.outcomes)
	for c.round() {
	}
	found = c.found
	for _, m := range c.members {
		found = append(found, m.findings()...)
	}
	for i, o := range c.reports {
		shown = append(shown, gate.Hide(o.report, c.hidden[i]))
	}
	return shown, found
}

// labels are what readers see of a voice, by number; 0: nothing.
type labels struct{ band, group, area int32 }

// next is the label that goes first; all false: there is none left.
func (l labels) next() lost {
	switch {
	case l.band != 0:
		return lost{band: true}
	case l.group != 0:
		return lost{group: true}
	}
	return lost{area: l.area != 0}
}

// each calls see with every combination of labels that somebody with l has.
func (l labels) each(see func(labels)) {
	for n := range 8 {
		some := l
		if n&1 != 0 {
			some.band = 0
		}
		if n&2 != 0 {
			some.group = 0
		}
		if n&4 != 0 {
			some.area = 0
		}
		// One that differs in nothing was seen before.
		if some != (labels{}) && (n&1 == 0 || l.band != 0) && (n&2 == 0 || l.group != 0) && (n&4 == 0 || l.area != 0) {
			see(some)
		}
	}
}

type lost struct{ band, group, area bool }

// member is one voice that can lose labels, or hides others.
type member struct {
	report, voice int
	place         finding.Pos
	people        []entry.Person // who stand behind it
	band          int32
	parent        bool // looked at among parents and young people together
	named         bool // hides nobody
	gone          bool // not shown, or not any more; hides nobody
	called        uint64
	with          []*member // all of one chosen name, this one too; nil: alone
	lost          lost      // for want of a crowd
	joined        lost      // because of what its chosen name joins up
	small         lost      // because its group is small
}

// crowd is everybody on the site, on the way to a state in which nobody stands
// out.
type crowd struct {
	k       int
	reports []*outcome
	hidden  []gate.Hidden
	labels  []labels // of each report, without a band
	members []*member
	found   []finding.Finding
}

func newCrowd(set *entry.Settings, outcomes []*outcome) *crowd {
	c := &crowd{k: set.Privacy.K.N}
	bands, groups, areas := numbers{}, numbers{}, numbers{}
	size := map[string]entry.Number{}
	for _, g := range set.Groups {
		size[g.ID.Value] = g.Size
	}
	for _, o := range outcomes {
		if !o.published() {
			continue
		}
		r := o.report
		c.reports = append(c.reports, o)
		c.hidden = append(c.hidden, gate.Hidden{Bands: make([]bool, len(r.Voices))})
		c.labels = append(c.labels, labels{group: groups.of(r.Group.ID), area: areas.of(r.Area.ID)})
		group := size[o.entry.Group.Value]
		few, fewer := group.Set && group.N < entry.TooFew, set.Hides(group)
		if fewer {
			c.found = append(c.found, labelHidden.At(o.entry.Group.At, "this group is small, so it is not shown", "You need not do anything. Look only whether the text names the group."))
		}
		voice := -1
		for i, v := range o.verdicts {
			who := &o.entry.Contributions[i]
			m := &member{report: len(c.reports) - 1, voice: -1, place: who.Place, people: who.Behind(), parent: who.Adult(), called: who.CalledSum()}
			if v.Reason == entry.Allowed {
				voice++
				m.voice, m.band, m.named = voice, bands.of(r.Voices[voice].Band), r.Voices[voice].Name != ""
			} else {
				m.gone = true
			}
			if len(m.people) == 0 || v.Reason == entry.AgreedToNothing || m.parent && who.From.Value == "worker" {
				continue
			}
			c.members = append(c.members, m)
			if few && m.band != 0 {
				m.small = lost{band: true}
				c.take(m, m.small)
			}
		}
	}
	c.join()
	return c
}

// numbers gives each label a number, and none to no label.
type numbers map[string]int32

func (n numbers) of(label string) int32 {
	if label == "" {
		return 0
	}
	if n[label] == 0 {
		n[label] = int32(len(n) + 1)
	}
	return n[label]
}

// shown are the labels that readers see of m.
func (c *crowd) shown(m *member) labels {
	h, l := &c.hidden[m.report], c.labels[m.report]
	if !m.gone && !h.Bands[m.voice] {
		l.band = m.band
	}
	if h.Group {
		l.group = 0
	}
	if h.Area {
		l.area = 0
	}
	return l
}

func (c *crowd) take(m *member, l lost) {
	h := &c.hidden[m.report]
	if !m.gone {
		h.Bands[m.voice] = h.Bands[m.voice] || l.band
	}
	h.Group = h.Group || l.group
	h.Area = h.Area || l.area
}

// round takes one label from every voice whose crowd is too small, from all at
// once, so that the order of files makes no difference. It tells whether there
// was one. A label never comes back, so rounds come to an end.
func (c *crowd) round() bool {
	var young, family = map[labels]*heads{}, map[labels]*heads{}
	of := func(m *member) map[labels]*heads {
		if m.parent {
			return family
		}
		return young
	}
	for _, m := range c.members {
		all, _ := c.together(m)
		for _, l := range []labels{c.shown(m), all} {
			if l != (labels{}) {
				of(m)[l] = &heads{enough: c.k}
			}
		}
	}
	for i, m := range c.members {
		if m.named || m.gone {
			continue
		}
		c.shown(m).each(func(l labels) {
			if h := young[l]; h != nil && !m.parent {
				h.add(i, m.people)
			}
			if h := family[l]; h != nil {
				h.add(i, m.people)
			}
		})
	}
	next := make([]lost, len(c.members)) // by itself
	join := make([]lost, len(c.members)) // with the others of its chosen name
	for i, m := range c.members {
		reached := func(l labels) bool {
			if l == (labels{}) {
				return true
			}
			h := heads{enough: c.k, list: slices.Clone(of(m)[l].list)}
			h.add(i, m.people) // a named person is one of their own crowd
			return h.reached()
		}
		l := c.shown(m)
		if !reached(l) {
			next[i] = l.next()
		} else if all, two := c.together(m); two != (lost{}) {
			join[i] = two.of(l)
		} else if !reached(all) {
			join[i] = all.next().of(l)
		}
	}
	any := false
	for i, m := range c.members {
		if take := next[i].and(join[i]); take != (lost{}) {
			any = true
			c.take(m, take)
			m.lost, m.joined = m.lost.and(next[i]), m.joined.and(join[i])
		}
	}
	return any
}

// heads counts people, each once, and stops when there are enough.
type heads struct {
	enough int
	list   []head
}

type head struct {
	record uint64 // 0: voice says who
	voice  int
	n      int
}

func (h *heads) reached() bool {
	n := 0
	for _, x := range h.list {
		n += x.n
	}
	return n >= h.enough
}

func (h *heads) add(voice int, people []entry.Person) {
	if h.reached() {
		return
	}
	for _, p := range people {
		x := head{record: p.Record, n: p.N}
		if p.Record == 0 {
			x.voice = voice
		}
		i := slices.IndexFunc(h.list, func(y head) bool { return y.record == x.record && y.voice == x.voice })
		if i < 0 {
			h.list = append(h.list, x)
		} else {
			h.list[i].n = max(h.list[i].n, x.n)
		}
	}
}

// findings say what a voice lost, and why, without the labels themselves.
func (m *member) findings() []finding.Finding {
	const hint = "The words are still shown. Look only whether the text gives away the same."
	var out []finding.Finding
	if what := m.small.words(); what != "" {
		out = append(out, labelHidden.At(m.place, "this group is small, so "+what+" not shown", hint))
	}
	if what := m.joined.words(); what != "" && !m.gone {
		out = append(out, labelHidden.At(m.place, "other voices have the same chosen name, and what readers see of all of them together would tell too much, so "+what+" not shown",
			"The words are still shown. Ask whether they want another chosen name in each report, or none. Then more can be shown."))
	}
	if what := m.lost.and(m.joined).words(); what != "" && m.gone {
		out = append(out, labelHidden.At(m.place, "this voice is not shown, and "+what+" not shown either: whoever saw the page before could tell who it was", "You need not do anything."))
	} else if what := m.lost.words(); what != "" {
		out = append(out, labelHidden.At(m.place, "too few people on the site share these labels, so "+what+" not shown", hint))
	}
	return out
}

func (l lost) words() string {
	var list []string
	if l.band {
		list = append(list, "the age band")
	}
	if l.group {
		list = append(list, "the group")
	}
	if l.area {
		list = append(list, "the area")
	}
	switch n := len(list); n {
	case 0:
		return ""
	case 1:
		return list[0] + " is"
	default:
		return strings.Join(list[:n-1], ", ") + " and " + list[n-1] + " are"
	}
}
