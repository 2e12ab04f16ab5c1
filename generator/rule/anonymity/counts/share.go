package counts

import (
	"math"
	"slices"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

// SmallShare is the count of those who gave an answer: the others who were
// there know who they are.
var SmallShare = rule.Rule{
	Doc: finding.Doc{
		Name:   "small-share",
		Why:    "“Three were not sure” tells everybody who was in the room who these three are. So do a percentage of few people, “17 to 2”, “all but two”, and a total from which the number can be worked out, in the same sentence, in a table or above it. The number under which this stops is small_number in site.yaml.",
		Before: "---\n## You said\n\nMost of you want a later bus. Three of you were not sure.\n\n## We did\n\nWe asked.\n\n## What changed\n\nIt is later.\n",
		After:  "---\n## You said\n\nMost of you want a later bus. A few of you were not sure.\n\n## We did\n\nWe asked.\n\n## What changed\n\nIt is later.\n",
	},
	Run: smallShares,
}

// SmallCount is any other small number of people.
var SmallCount = rule.Rule{
	Doc: finding.Doc{
		Name: "small-count", Level: finding.Warn,
		Why:    "Two young people who helped are easy to recognise for those who were there. Often it does no harm, and they may be proud of it; somebody should think about it.",
		Before: "---\n## You said\n\nThe bus leaves too early.\n\n## We did\n\nTwo young people came along to the bus company.\n\n## What changed\n\nIt is later.\n",
		After:  "---\n## You said\n\nThe bus leaves too early.\n\n## We did\n\nSome of you came along to the bus company.\n\n## What changed\n\nIt is later.\n",
	},
	Run: smallCounts,
}

type mentionsKey struct{}

// counted are the numbers of people in every text of a report, and how many
// could answer, as far as the texts say.
func counted(p *rule.Pass) (found [][]mention, all []int) {
	found = make([][]mention, len(p.Texts))
	for i := range p.Texts {
		found[i] = p.Texts[i].Once(mentionsKey{}, func(h *rule.Heard) any { return mentions(h.Words) }).([]mention)
		for _, m := range found[i] {
			if m.kind == asked && m.n >= p.Set.Privacy.SmallNumber.N {
				all = append(all, m.n)
			}
		}
	}
	return found, all
}

func smallCounts(p *rule.Pass) {
	found, all := counted(p)
	for i := range p.Texts {
		for _, m := range found[i] {
			if m.kind == percent && m.odd && len(all) == 0 && (p.Entry == nil || p.Entry.Asked.People.N == 0) {
				p.Suspect(&p.Texts[i], m.start, m.end, "this may be the number of a few people, who are easy to recognise", "If so few were asked, say “a few of you”.")
			}
			if (m.kind == people || m.kind == asked && !m.reply) && m.n < p.Set.Privacy.SmallNumber.N {
				p.Suspect(&p.Texts[i], m.start, m.end, "this tells of a few people, who may be easy to recognise", "If somebody could tell who they are, say “some of you”.")
			}
		}
	}
}

func smallShares(p *rule.Pass) {
	found, stated := counted(p)
	small, all := p.Set.Privacy.SmallNumber.N, stated
	if p.Entry != nil && p.Entry.Asked.People.N > 0 {
		n := p.Entry.Asked.People.N
		all = append(all[:len(all):len(all)], n)
		if n < 10 {
			stated = append(stated, n) // a percentage of so few is one of known people
		}
	}
	left := func(n int, here []int) bool {
		tells := func(total int) bool { return n < total && total-n < small }
		return slices.ContainsFunc(all, tells) || slices.ContainsFunc(here, tells)
	}
	var here []int
	for i := range p.Texts {
		t, sum, last := &p.Texts[i], 0, 0
		for k, m := range found[i] {
			if m.kind == people || m.kind == total || m.kind == asked && (!m.reply || m.n >= small) {
				continue
			}
			here = totalsNear(here[:0], found[i], k, small)
			switch {
			case m.kind == percent:
				if percentTells(m, stated, small) || m.of == 0 && percentTells(m, here, small) {
					p.Suspect(t, m.start, m.end, "this percentage gives away a small number of people", "Say “most of you” or “a few of you”.")
				}
			case m.n < small:
				p.Suspect(t, m.start, m.end, "this tells how few people gave an answer", "Say it without the number, as “a few of you were not sure”, or put it together with another answer.")
			case m.of > m.n && m.of-m.n < small, left(m.n, here):
				p.Suspect(t, m.start, m.end, "readers can work out a small number of people from this and the number who were asked", "Leave one of the two numbers out, or say “most of you”.")
			case !m.aside:
				if m.start-last > near {
					sum = 0
				}
				if sum, last = sum+m.n, m.end; sum > m.n && left(sum, here) {
					p.Suspect(t, m.start, m.end, "readers can work out a small number of people from these numbers and the number who were asked", "Leave one of the numbers out, or say “most of you”.")
				}
			}
		}
		if t.Doc != nil {
			tables(p, t, all, stated, small)
		}
	}
}

// totalsNear adds to out the numbers of people near the k-th of a text that it
// can be a part of: whoever was there before, and all there are.
func totalsNear(out []int, list []mention, k, small int) []int {
	m := list[k]
	for j := k - 1; j >= 0 && m.start-list[j].end < near; j-- {
		if x := list[j]; (x.kind == people || x.kind == total) && !x.onTop && x.n >= small {
			out = append(out, x.n)
		}
	}
	for j := k + 1; j < len(list) && list[j].start-m.end < near; j++ {
		if x := list[j]; (x.kind == total || x.all) && x.n >= small {
			out = append(out, x.n)
		}
	}
	return out
}

// near is how far apart, in bytes, two numbers can stand and still be answers
// to one question.
const near = 160

// percentTells reports whether of one of these totals the percentage, or what
// it leaves, is a small number, or there are too few for any percentage.
func percentTells(m mention, all []int, small int) bool {
	if m.of > 0 {
		all = []int{m.of}
	}
	for _, total := range all {
		for _, share := range []float64{m.percent, 100 - m.percent} {
			n := share * float64(total) / 100
			if share > 0 && share < 100 && (total < 10 || n > 0.4 && int(math.Round(n)) < small) {
				return true
			}
		}
	}
	return false
}
