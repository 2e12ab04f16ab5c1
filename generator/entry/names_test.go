package entry

import (
	"fmt"
	"math/rand/v2"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const privateList = `# the young people of Tuesday Group
Quaffle Berrington
José
Siân Ó Briain   # with an accent
Zedek-Marie
Олена Коваль
Νίκος
Łukasz Żółw
Annemarie
Wu Li
Bryn
`

func TestANameIsFoundHoweverItIsWritten(t *testing.T) {
	names, odd, _ := parseNames(privateList)
	if len(odd) > 0 {
		t.Fatalf("rows %v hold no name", odd)
	}
	for _, text := range []string{
		"Ask Quaffle Berrington.", "QUAFFLE BERRINGTON", "quaffle  berrington's", "Quaffle\nBerrington", "Quaffle-Berrington", "quaffleberrington",
		"@quaffleberrington", "quaffle.berrington@example.org", "/img/quaffle_berrington-2019.jpg", "Q u a f f l e B e r r i n g t o n", "Q.u.a.f.f.l.e Berrington",
		"Qu\u200baff\u00adle Berring\u2060ton", "&#81;uaffle&nbsp;Berrington", "%51uaffle%20Berrington", "Qu**aff**le Berrington", "_Quaffle_ *Berrington*",
		"Quаfflе Bеrringtоn", "Ｑｕａｆｆｌｅ Ｂｅｒｒｉｎｇｔｏｎ", "𝓠𝓾𝓪𝓯𝓯𝓵𝓮 Berrington", "Quaffle Berring-\nton", "Qu4ffl3 B3rringt0n", "the Quaffle Berringtons", "Quaffle, Berrington",
		"Jose", "JOSÉ", "jose\u0301", "Jose's", "Joses", "J o s é", "J-o-s-e", "j.o.s.e.", "#jose2012", "jose7", "x_jose_x",
		"Sian O'Briain", "SIÂN Ó BRIAIN", "sian obriain", "Sian O’ Briain", "sianobriain",
		"Zedek Marie", "zedekmarie", "Zedek‑Marie", "Zedek–Marie",
		"ОЛЕНА КОВАЛЬ", "Олена\u00a0Коваль", "олена коваль", "νίκος", "Lukasz Zolw", "ŁUKASZ ŻÓŁW",
		"Brŷn", "Bry\u0302n", "BRŶN",
		"Anne Marie", "Anne-Marie", "ANNEMARIE", "Wu Li", "wuli", "Wu-Li",
	} {
		if !names.In(text) {
			t.Errorf("%q: not found", text)
		}
	}
	for _, text := range []string{
		"", "Quaffle asked.", "Berrington road", "Quaffles and Berring", "the quaffle is berringtonian", "Josephine", "rejoice", "A jo se", "Anne asked Marie.",
		"Zedek 4 Marie", "We will listen.", "Wu 7 Li", "wulin", "O Brian",
	} {
		if names.In(text) {
			t.Errorf("%q: found", text)
		}
	}
}

func TestANumberIsNobodysName(t *testing.T) {
	names, _, _ := parseNames("Ea\nHe\nTia\nTess\n")
	for _, text := range []string{"34 of 40 said so, and b5s too", "<h3>Mas5k</h3>", "M34 8h178a26 26 0", "714 and t5e"} {
		if names.In(text) {
			t.Errorf("%q: found", text)
		}
	}
	for _, text := range []string{"T3ss said so", "34 of 40 told Ea, b5s", "h3 and He, b5s", "Te55 and b5s", "7355 and t5e", "T1a and 714"} {
		if !names.In(text) {
			t.Errorf("%q: not found", text)
		}
	}
}

func TestARowWithoutANameIsTold(t *testing.T) {
	_, odd, _ := parseNames("Quaffle\n\n# note\nJ\n12 34\n—\nJ S\n")
	if want := []int{4, 5, 6}; !slices.Equal(odd, want) {
		t.Errorf("rows %v, want %v", odd, want)
	}
}

func TestNobodyIsFoundWithoutAList(t *testing.T) {
	var none *Names
	if none.In("Quaffle Berrington") {
		t.Error("a list that is not there has a name on it")
	}
	if empty, _, _ := parseNames("# nothing\n"); empty.In("Quaffle Berrington") {
		t.Error("an empty list has a name on it")
	}
}

// Every name of a list is found in every disguise, alone and one upon another,
// and at its place.
func TestEveryNameIsFoundInEveryDisguise(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	first := strings.Fields("Aaliyah Ágnes Beáta Cian Chidi Dafydd Đorđe Eleri Fatima Ffion Gwen Håkon Iestyn İlknur Jürgen Kwame Ljiljana Małgorzata Mohammed Nguyễn Oisín Priya Rhys Saoirse Tadhg Uzoma Will Xiu Yusuf Zsófia Олександр Юлія Γιώργος Ng Bo Ædan Þór Renée Mya-Rose")
	last := strings.Fields("Abiodun Berg-Jensen Cohen D'Souza Evans Fernández Grünwald Hughes Iyer Jones Kaur Łuczak McBride Nowak O'Neill Papadopoulos Quinn Rossi Şahin Tàpies Uddin Vargas Wójcik Xu Ying Øster Шевченко")
	var list []string
	for _, f := range first {
		list = append(list, f)
		for _, l := range last {
			list = append(list, f+" "+l)
		}
	}
	names, odd, _ := parseNames(strings.Join(list, "\n"))
	if len(odd) > 0 {
		t.Fatalf("rows %v", odd)
	}
	each := func(s string, change func(r rune) string) string {
		var b strings.Builder
		for _, c := range s {
			b.WriteString(change(c))
		}
		return b.String()
	}
	lookalikes := map[rune]string{'a': "а", 'e': "е", 'o': "о", 'p': "р", 'c': "с", 'x': "х", 'y': "у", 'A': "А", 'B': "В", 'E': "Ε", 'H': "Н", 'K': "К", 'M': "Μ", 'O': "Ο", 'P': "Р", 'T': "Т", 'i': "і", 's': "ѕ", 'j': "ј"}
	disguises := []func(string) string{
		func(s string) string { return s },
		strings.ToUpper,
		strings.ToLower,
		norm.NFD.String,
		norm.NFC.String,
		func(s string) string {
			return strings.NewReplacer("é", "e", "á", "a", "ö", "o", "ü", "u", "í", "i", "ó", "o", "ø", "o", "ł", "l", "Ł", "L").Replace(s)
		},
		func(s string) string { return strings.ReplaceAll(s, " ", "  ") },
		func(s string) string { return strings.ReplaceAll(s, " ", "\n") },
		func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
		func(s string) string { return strings.ReplaceAll(s, " ", "-") },
		func(s string) string { return strings.ReplaceAll(s, " ", "_") },
		func(s string) string { return strings.ReplaceAll(s, " ", ".") },
		func(s string) string { return strings.ReplaceAll(s, " ", "") },
		func(s string) string { return strings.ReplaceAll(s, "-", "") },
		func(s string) string { return strings.ReplaceAll(s, "-", " ") },
		func(s string) string { return strings.ReplaceAll(s, "'", "’") },
		func(s string) string { return strings.ReplaceAll(s, "'", "") },
		func(s string) string { return s + "'s" },
		func(s string) string { return s + "’s" },
		func(s string) string { return each(s, func(c rune) string { return string(c) + "\u200b" }) },
		func(s string) string { return each(s, func(c rune) string { return string(c) + "\u00ad" }) },
		func(s string) string {
			return each(s, func(c rune) string {
				if l := lookalikes[c]; l != "" {
					return l
				}
				return string(c)
			})
		},
		func(s string) string { return each(s, func(c rune) string { return fmt.Sprintf("&#%d;", c) }) },
		func(s string) string { return each(s, func(c rune) string { return fmt.Sprintf("&#x%X;", c) }) },
		url.PathEscape,
		func(s string) string {
			return each(s, func(c rune) string {
				if c > ' ' && c < utf8.RuneSelf && c|0x20 >= 'a' && c|0x20 <= 'z' {
					return string(c) + "."
				}
				return string(c)
			})
		},
		func(s string) string {
			n := len([]rune(s)) / 2
			return string([]rune(s)[:n]) + "**" + string([]rune(s)[n:]) + "**"
		},
		func(s string) string { return "@" + s + "2009" },
		func(s string) string { return "/media/" + s + ".jpg" },
	}
	before := []string{"", "Ask ", "We met (", "“", "said: ", "x\n"}
	after := []string{"", ".", " said so", ")", "”, they said", "\nand"}
	for _, name := range list {
		for n := range len(disguises) * 3 {
			text := disguises[n%len(disguises)](name)
			if n >= len(disguises) { // a second one on top
				if !strings.ContainsAny(text, "&%") { // what is written in code is not disguised again
					text = disguises[r.IntN(len(disguises))](text)
				}
			}
			pre := before[r.IntN(len(before))]
			whole := pre + text + after[r.IntN(len(after))]
			found := names.Find(whole)
			if !slices.ContainsFunc(found, func(m Match) bool { return m.Start < len(pre)+len(text) && m.End > len(pre) }) {
				t.Errorf("%q, written %q: not found", name, whole)
			}
		}
	}
}

func BenchmarkNames(b *testing.B) {
	var list strings.Builder
	r := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		var w []byte
		for range 4 + r.IntN(6) {
			w = append(w, "abcdefghijklmnopqrstuvwxyz"[r.IntN(26)])
		}
		return string(w)
	}
	for range 5000 {
		list.WriteString(word() + " " + word() + "\n")
	}
	names, _, _ := parseNames(list.String())
	text := strings.Repeat("The last bus leaves before the film ends, and nobody can stay until the end of it. ", 20)
	b.ReportAllocs()
	for b.Loop() {
		names.Find(text)
	}
}
