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
		{"S**a**m and **Sam** 2*3", "Sam and **Sam** 23"},
		{"a d a e z e came", "adaeze came"},
		{"S a i n t  B e d e ' s", "Saint  Bede's"},
		{"L E 3 9 Q X", "LE39QX"},
		{"Y.T.2.1. H.K.O here", "YT21. HKO here"},
		{"at 5 p.m. I ran", "at 5 p.m. I ran"},
		{"e.g. this, i.e. that", "e.g. this, i.e. that"},
		{"I said a lot", "I said a lot"},
		{"tw3lve k4llum W3stfield M@nor", "twelve kallum Westfield Manor"},
		{"LE16TH le16th b4 year7 mp3 sam@work.org", "LE16TH le16th b4 year7 mp3 sam@work.org"},
		{"“it’s £5” – Siân", "“it’s £5” – Siân"},
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
		{"of S**a**m too", "Sam", "S**a**m"},
		{"of a d a e z e too", "adaeze", "a d a e z e"},
		{"é tw3lve too", "twelve", "tw3lve"},
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
