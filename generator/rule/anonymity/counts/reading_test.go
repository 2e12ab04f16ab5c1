package counts

import (
	"os"
	"strings"
	"testing"
)

// BenchmarkReading is what reading the numbers, and those who are alone, in
// some 300 words takes, without what all rules share. Every sentence holds a
// number; and, quiet, none does.
func BenchmarkReading(b *testing.B) {
	for name, text := range map[string]string{
		"numbers": strings.Repeat("You told us that the last bus leaves too early, and that one of the lamps at the stop is out. Twelve of you came to the meeting at the library. ", 10),
		"quiet":   strings.Repeat("You told us that the last bus leaves too early, and that some of the lamps at the stop are out. Many of you came to the meeting at the library. ", 10),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				mentions(text)
				stretches(text)
			}
		})
	}
}

// Whatever stands in a text, reading it comes to an end, and what is found lies
// in it.
func FuzzReading(f *testing.F) {
	raw, err := os.ReadFile("testdata/verdicts.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		_, text, _ := strings.Cut(line, " | ")
		f.Add(strings.ReplaceAll(text, " ¶ ", "\n"))
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, m := range mentions(text) {
			if m.start < 0 || m.end <= m.start || m.end > len(text) {
				t.Errorf("found outside of the text: %d to %d", m.start, m.end)
			}
		}
		for _, tab := range tablesIn(text) {
			tab.totals()
			for c := range tab.rows[0] {
				tab.counts(c)
				tab.column(c).look(func(cell, string, string) {}, []int{19}, nil, 5)
			}
		}
	})
}
