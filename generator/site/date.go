package site

import (
	"fmt"
	"time"
)

// Date is a calendar day without a zone. The zero Date is no day at all; it is
// before every other.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDate reads YYYY-MM-DD. Years outside 1900 to 2199 are taken for
// slips of the keyboard.
func ParseDate(s string) (Date, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1900 || t.Year() > 2199 {
		return Date{}, false
	}
	return DateOf(t), true
}

// DateOf is the day of t in UTC, the zone in which every day of yousaid begins.
func DateOf(t time.Time) Date {
	year, month, day := t.UTC().Date()
	return Date{year, month, day}
}

func (d Date) IsZero() bool { return d == Date{} }

func (d Date) Before(e Date) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	if d.Month != e.Month {
		return d.Month < e.Month
	}
	return d.Day < e.Day
}

func (d Date) After(e Date) bool { return e.Before(d) }

// Compare orders dates for slices.SortFunc.
func (d Date) Compare(e Date) int {
	switch {
	case d.Before(e):
		return -1
	case e.Before(d):
		return 1
	}
	return 0
}

// AddDays counts days of the calendar.
func (d Date) AddDays(n int) Date {
	return DateOf(time.Date(d.Year, d.Month, d.Day+n, 0, 0, 0, 0, time.UTC))
}

// AddMonths keeps the day of the month, or takes the last one of a shorter
// month: 31 January and one month is 28 February.
func (d Date) AddMonths(n int) Date {
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date{first.Year(), first.Month(), min(d.Day, last)}
}

// String is YYYY-MM-DD, the form for machines. The zero Date prints nothing.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Words is the form for readers: 1 March 2026.
func (d Date) Words() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year)
}

// Stamp is midnight UTC in the form that Atom asks for (RFC 3339).
func (d Date) Stamp() string { return d.String() + "T00:00:00Z" }

// MarshalText writes the form for machines.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
