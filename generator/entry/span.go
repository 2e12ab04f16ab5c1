package entry

import (
	"strconv"
	"strings"

	"yousaid/generator/site"
)

// span is a stretch of calendar time.
type span struct{ months, days int }

func (s span) zero() bool { return s == span{} }

func (s span) from(d site.Date) site.Date { return d.AddMonths(s.months).AddDays(s.days) }

func parseSpan(s string) (span, bool) {
	count, unit, ok := strings.Cut(s, " ")
	n, err := strconv.ParseUint(count, 10, 12)
	if !ok || err != nil || n == 0 {
		return span{}, false
	}
	switch strings.TrimSuffix(unit, "s") {
	case "day":
		return span{days: int(n)}, true
	case "week":
		return span{days: 7 * int(n)}, true
	case "month":
		return span{months: int(n)}, true
	case "year":
		return span{months: 12 * int(n)}, true
	}
	return span{}, false
}
