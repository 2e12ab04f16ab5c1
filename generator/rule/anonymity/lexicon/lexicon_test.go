package lexicon

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheTableKnowsWhatTheHandListsSay(t *testing.T) {
	files, err := filepath.Glob("*.txt")
	if err != nil || len(files) < 4 {
		t.Fatalf("the lists are not there: %v", err)
	}
	last := map[string][]func(Word) Word{}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := Hand(string(raw), func(w string, change func(Word) Word) {
			k := string(Fold(nil, w))
			last[k] = append(last[k], change)
		}); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
	}
	for k, changes := range last {
		have := Look([]byte(k))
		want := have
		for _, change := range changes {
			want = change(want)
		}
		if have != want {
			t.Errorf("the table has %b for a word that the lists make %b: run make.go", have, want)
		}
	}
}

func TestTheTableIsSmallAndKnowsFewWordsThatAreNone(t *testing.T) {
	if len(table) > 1<<20+1<<18 {
		t.Errorf("the table has %d bytes", len(table))
	}
	known, n := 0, 0
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			for c := 'a'; c <= 'z'; c++ {
				n++
				if Of("qxj"+string([]rune{a, b, c})+"vwk") != 0 {
					known++
				}
			}
		}
	}
	if known > 1 {
		t.Errorf("of %d words that nobody ever wrote %d are known", n, known)
	}
}

func TestWhatIsKnownOfWords(t *testing.T) {
	for _, test := range []struct {
		words string
		is    func(Word) bool
		what  string
	}{
		{"the house bus council don't colour organise knackered wifi", func(w Word) bool { return w.Level() > 0 && w.Given() == 0 }, "a word and no name"},
		{"Aaliyah Kayden Siân Oluwaseun Agnieszka Nguyen", func(w Word) bool { return w.Name() && !w.Known() }, "a name and no word"},
		{"Will Grace Hope May Rose", func(w Word) bool { return w.Is(Alone) && w.Level() > 0 }, "a name and a word"},
		{"Leeds Wythenshawe Gwynedd", func(w Word) bool { return w.Is(Place) && w.Given() == 0 }, "a place"},
		{"CAMHS Greggs Tuesday Punjabi", func(w Word) bool { return w.Is(Proper) && !w.Name() }, "the name of something else"},
		{"quaffleberry zhubarka", func(w Word) bool { return w == 0 }, "unknown"},
	} {
		for w := range strings.FieldsSeq(test.words) {
			if k := Of(w); !test.is(k) {
				t.Errorf("%s is not %s: %b", w, test.what, k)
			}
		}
	}
}

func TestFoldTakesOffAccentsAndApostrophes(t *testing.T) {
	for written, folded := range map[string]string{"Siân": "sian", "O’Brien": "obrien", "Łukasz": "lukasz", "DON'T": "dont", "Đức": "duc", "Олена": "олена", "Straße": "strasse"} {
		if got := string(Fold(nil, written)); got != folded {
			t.Errorf("%s is folded to %s", written, got)
		}
	}
}

func BenchmarkLook(b *testing.B) {
	for b.Loop() {
		Of("colours")
	}
}
