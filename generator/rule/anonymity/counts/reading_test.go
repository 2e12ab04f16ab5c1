package counts

import (
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
