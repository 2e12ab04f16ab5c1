package rule

import "testing"

func TestWhatIsHeardIsWhatAPersonWouldRead(t *testing.T) {
	for _, test := range []struct{ written, heard string }{
		{"Ask Sam.", "Ask Sam."},
		{"Ask S\u200ba\u00adm.", "Ask Sam."},
		{"Ask &#83;am &amp; me", "Ask Sam & me"},
		{"Ѕаm", "Sam"},
		{"Ѕаѕ", "Sas"},
		{"Олена прийшла", "Олена прийшла"},
		{"Ｓａｍ ﬁnds", "Sam finds"},
		{"Sia\u0302n", "Siân"},
		{"𝓢𝓪𝓶", "Sam"},
		{"a & b", "a & b"},
		{"fish&chips; here", "fish&chips; here"},
	} {
		if got := hear(test.written).Words; got != test.heard {
			t.Errorf("%q is heard as %q, not %q", test.written, got, test.heard)
		}
	}
}

func TestWhatIsHeardKnowsWhereItStands(t *testing.T) {
	for _, test := range []struct{ written, heard, stands string }{
		{"Ask S\u200ba\u00adm now", "Sam", "S\u200ba\u00adm"},
		{"Ask &#83;am now", "Sam", "&#83;am"},
		{"Ask Ѕаm now", "Sam", "Ѕаm"},
		{"Ask Ｓam now", "Sam", "Ｓam"},
		{"of ﬁ", "fi", "ﬁ"},
		{"of Sia\u0302n", "Siân", "Sia\u0302n"},
	} {
		h := hear(test.written)
		for i := range h.Words {
			if j := i + len(test.heard); j <= len(h.Words) && h.Words[i:j] == test.heard {
				a, b := h.Span(i, j)
				if got := test.written[a:b]; got != test.stands {
					t.Errorf("%q stands at %q, not %q", test.heard, got, test.stands)
				}
			}
		}
	}
}
