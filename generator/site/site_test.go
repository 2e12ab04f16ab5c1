package site

import (
	"testing"
	"time"
)

func TestDatesThatDoNotExistAreRefused(t *testing.T) {
	for _, s := range []string{"", "2026", "2026-1-1", "2026-02-29", "2026-13-01", "26-01-01", "0026-01-01", "2026-01-01T00:00:00Z", "9999-01-01", "01-02-2026"} {
		if d, ok := ParseDate(s); ok {
			t.Errorf("%q is taken for %s", s, d)
		}
	}
	if d, ok := ParseDate("2028-02-29"); !ok || d.String() != "2028-02-29" || d.Words() != "29 February 2028" {
		t.Errorf("29 February of a leap year: %v %v", d, ok)
	}
}

func TestTwelveMonthsAfterGivenIsTheSameDay(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2026-02-03", 12, "2027-02-03"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2026-01-31", 1, "2026-02-28"},
		{"2026-08-31", 6, "2027-02-28"},
		{"2026-12-31", 2, "2027-02-28"},
	} {
		from, _ := ParseDate(c.from)
		if got := from.AddMonths(c.months).String(); got != c.want {
			t.Errorf("%s and %d months is %s, want %s", c.from, c.months, got, c.want)
		}
	}
}

func TestTheDayIsTheDayInUTC(t *testing.T) {
	east := time.FixedZone("east", 14*3600)
	if d := DateOf(time.Date(2026, 3, 2, 1, 0, 0, 0, east)); d.String() != "2026-03-01" {
		t.Errorf("got %s", d)
	}
}

func TestNoDayIsBeforeEveryDayAndPrintsNothing(t *testing.T) {
	d, _ := ParseDate("1900-01-01")
	if !(Date{}).Before(d) || (Date{}).String() != "" || (Date{}).Words() != "" {
		t.Error("the zero Date is not no day at all")
	}
	if d.Compare(d) != 0 || d.Compare(d.AddDays(1)) != -1 || d.AddDays(1).Compare(d) != 1 {
		t.Error("Compare is not an order")
	}
}

func TestEveryStatusHasWords(t *testing.T) {
	for _, s := range Statuses {
		if s.Words() == "" {
			t.Errorf("%s has none", s)
		}
	}
	if Status("finished").Words() != "" {
		t.Error("a status that does not exist has words")
	}
}

func TestALabelSaysWhetherWordsAreMadeUp(t *testing.T) {
	for _, c := range []struct {
		v    Voice
		want string
	}{
		{Voice{From: "a young person", Band: "13 to 15", Made: OwnWords}, "A young person, 13 to 15"},
		{Voice{From: "a young person", Called: "Comet", Made: MadeUp}, "Comet (not their real name). Made up: nobody said exactly this"},
		{Voice{From: "a group", People: "fewer than 5 people", Made: FromSeveral}, "A group, fewer than 5 people. Made from what several people said"},
		{Voice{From: "a young person", Called: "Comet", Name: "Rowan"}, "Rowan"},
	} {
		if got := c.v.Label(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestEveryArticleForChildrenHasWords(t *testing.T) {
	for n := 1; n <= 42; n++ {
		if RightWords(n) == "" {
			t.Errorf("article %d has none", n)
		}
	}
	if got := RightWords(12); got != "Say what you think, and be taken seriously (children's rights, article 12)" {
		t.Errorf("article 12 is %q", got)
	}
	if RightWords(0) != "" || RightWords(43) != "" {
		t.Error("an article that is not for children has words")
	}
}
