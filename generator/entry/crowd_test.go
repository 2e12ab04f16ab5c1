package entry

import (
	"testing"

	"yousaid/generator/site"
)

func numbered(small int) *Settings {
	s := &Settings{}
	s.Privacy.SmallNumber = Number{N: small, Set: true}
	s.fill()
	return s
}

func TestACountIsSaidAsABand(t *testing.T) {
	for _, test := range []struct{ small, n, from, to int }{
		{5, 1, 1, 4}, {5, 4, 1, 4}, {5, 5, 5, 9}, {5, 9, 5, 9}, {5, 10, 10, 14}, {5, 77, 75, 79},
		{3, 2, 1, 2}, {3, 3, 3, 9}, {3, 9, 3, 9}, {3, 10, 10, 14},
		{10, 9, 1, 9}, {10, 10, 10, 19}, {10, 25, 20, 29}, {7, 13, 7, 13}, {7, 14, 14, 20},
	} {
		if got := numbered(test.small).Privacy.Cell(test.n); got != (Cell{test.from, test.to}) {
			t.Errorf("with %d as small number %d is said as %v", test.small, test.n, got)
		}
	}
}

// voicesOf is one voice for each number; 0 is a group that was not counted.
func voicesOf(asked int, counts ...int) (*Entry, []Verdict) {
	e := &Entry{}
	e.Asked.People = Number{N: asked, Set: true}
	for _, n := range counts {
		c := Contribution{From: Word{Value: "group"}}
		switch {
		case n == 1:
			c.From.Value = YoungPerson
		case n > 1:
			c.People = Number{N: n, Set: true}
		}
		e.Contributions = append(e.Contributions, c)
	}
	verdicts := make([]Verdict, len(counts))
	for i := range verdicts {
		verdicts[i].Reason = Allowed
	}
	return e, verdicts
}

func TestHowManyWereAskedIsNotShownWhereItTellsASmallNumber(t *testing.T) {
	for _, test := range []struct {
		shown        bool
		small, asked int
		voices       []int
	}{
		{true, 5, 3, nil},
		{true, 5, 3, []int{1}},
		{false, 5, 3, []int{1, 1}},
		{false, 5, 4, []int{1, 1, 1, 1}},
		{false, 5, 4, []int{0}},
		{true, 5, 12, []int{1, 1, 1}},
		{true, 5, 12, []int{9, 3}},
		{false, 5, 13, []int{11, 1}},           // at most three others
		{true, 5, 7, []int{1, 1, 1, 1, 1}},     // 5 to 9, of whom 5 are seen
		{false, 5, 7, []int{1, 1, 1, 1, 1, 1}}, // at most three others
		{true, 5, 21, []int{9, 9, 3}},
		{false, 5, 31, []int{9, 9, 9, 3}},    // 30, less at most 27, are three or more
		{false, 5, 40, []int{9, 9, 9, 9, 4}}, // four exactly
		{true, 5, 21, []int{9, 3}},
		{false, 2, 1, nil}, // fewer than two
		{false, 5, 0, nil},
	} {
		e, verdicts := voicesOf(test.asked, test.voices...)
		if got := e.AskedShown(verdicts, numbered(test.small)); got != test.shown {
			t.Errorf("%d asked, voices of %v: shown is %v", test.asked, test.voices, got)
		}
	}
	e, verdicts := voicesOf(3, 1, 1)
	verdicts[1].Reason = Withdrawn
	if !e.AskedShown(verdicts, numbered(5)) {
		t.Error("a voice that nobody sees tells a number")
	}
}

func TestOneMoreThanOneIsNotSaidAsFewerThanThree(t *testing.T) {
	c := Contribution{People: Number{N: 2, Set: true}}
	if c.PeopleShown(numbered(3)) {
		t.Error("fewer than three, and more than one, is two")
	}
	if !c.PeopleShown(numbered(5)) {
		t.Error("fewer than five people is not shown")
	}
}

func TestARecordIsOnePersonHoweverItIsWritten(t *testing.T) {
	of := func(key string) uint64 {
		return (&Contribution{Consent: &Consent{Record: Secret(key)}}).Behind()[0].Record
	}
	if of("C-7F3K") != of(" c-7f3k\n") || of("C-7F3K") == of("C-7F3L") || of("") != 0 {
		t.Error("records are not compared as people do")
	}
	several := Contribution{Made: Word{Value: string(site.FromSeveral)}, Records: []Private{Secret("A"), Secret("a"), Secret("B"), Secret("C")}, People: Number{N: 9, Set: true}}
	if n := len(several.Behind()); n != 3 {
		t.Errorf("three records are %d people", n)
	}
	if (&Contribution{Made: Word{Value: string(site.MadeUp)}}).Behind() != nil {
		t.Error("somebody stands behind words that are made up")
	}
}
