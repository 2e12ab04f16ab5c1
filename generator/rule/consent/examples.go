package consent

import (
	"slices"
	"strings"
)

// The examples in Before and After differ from one another in a line or two.

// said is a contribution that has a gist, with more lines of it.
func said(lines string) string {
	return "contributions:\n  - id: late\n    gist: Leaving early makes people feel left out.\n" + lines
}

// quoted is a contribution that has words, with more lines of it.
func quoted(lines string) string {
	return "contributions:\n  - id: late\n    words: |\n      I have to leave before the film ends.\n" + lines
}

// agreed is a consent that lacks nothing.
const agreed = `    band: 16-plus
    consent:
      to: summary
      given: 2026-02-03
      by: [young-person]
      for: [website]
      told: leaflet-v3
      review: 2037-02-03
`

// with is agreed with another value for one key.
func with(key, value string) string {
	return edit(func(k string) (string, bool) { return value, k == key }, false)
}

// without is agreed with some keys left out.
func without(keys ...string) string {
	return edit(func(k string) (string, bool) { return "", slices.Contains(keys, k) }, true)
}

func edit(found func(key string) (string, bool), drop bool) string {
	var out strings.Builder
	for line := range strings.Lines(agreed) {
		key, _, _ := strings.Cut(line, ":")
		value, ok := found(strings.TrimSpace(key))
		switch {
		case ok && !drop:
			out.WriteString(key + ": " + value + "\n")
		case !ok:
			out.WriteString(line)
		}
	}
	return out.String()
}
