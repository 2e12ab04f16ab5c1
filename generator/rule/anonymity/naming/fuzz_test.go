package naming_test

import (
	"testing"
	"unicode/utf8"

	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity/naming"
)

var seeds = []string{
	"", " ", " a7ABs", "'s", "Mr", "#ForSam", "J.S. and R. Featherstone", "s u n d a i", "Ste-ph, ros e", "my mum (Tracey), 15", "WellDoneEllie",
	"Hope, Faith and Mia were the three minibuses", "Sir Bobby Robson Foundation", "Sarah’s Law", "J4ck and M1a: Jan-Mar", "Олена сказала нам", "a@b.c https://x.y/z www.q",
	"The Ferguson inquiry. Songs: Valerie", "(VOYPIC)", "\xff\xfe", "İ I ß ’s", "1 2 3a b4",
}

// What is found lies in the text, one after the other, on whole letters.
func FuzzFind(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 || !utf8.ValidString(text) {
			t.Skip()
		}
		last := 0
		for _, m := range naming.Find(&rule.Heard{Words: text}, text) {
			if m.I < last || m.J <= m.I || m.J > len(text) || !utf8.RuneStart(text[m.I]) || m.J < len(text) && !utf8.RuneStart(text[m.J]) {
				t.Fatalf("%q: a name from %d to %d, after %d", text, m.I, m.J, last)
			}
			last = m.J
		}
		naming.Given(text)
		naming.Sounded(text)
	})
}
