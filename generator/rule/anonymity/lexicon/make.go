//go:build ignore

// This program makes table.bin out of the lists that README.md names and of
// the .txt files beside it. fetch.sh gets the lists.
package main

import (
	"bytes"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"yousaid/generator/rule/anonymity/lexicon"
)

type table map[string]lexicon.Word

func main() {
	log.SetFlags(0)
	lists := os.Getenv("WORD_LISTS")
	if lists == "" {
		log.Fatal("make the lists with fetch.sh, and name their folder in WORD_LISTS")
	}
	t := table{}
	t.dictionary(filepath.Join(lists, "scowl"))
	t.people(lists)
	t.places(filepath.Join(lists, "places.tsv"))
	for _, row := range rows(filepath.Join(lists, "brands.txt")) {
		t.brand(row[0])
	}
	for _, row := range rows(filepath.Join(lists, "titles.tsv")) {
		if row[0] == "make" {
			t.brand(row[1])
		} else {
			t.title(row[1])
		}
	}
	t.byHand()
	if err := os.WriteFile("table.bin", lexicon.Table(t), 0o644); err != nil {
		log.Fatal(err)
	}
	log.Printf("%d words", len(t))
}

// rows are the tab-separated fields of each line of a file.
func rows(path string) [][]string {
	raw, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(raw)) {
		if line, _, _ = strings.Cut(line, "#"); strings.TrimSpace(line) != "" {
			out = append(out, strings.Split(strings.TrimSpace(line), "\t"))
		}
	}
	return out
}

// parts are the words of a name or a place, folded.
func parts(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" -.,/()&–", r) }) {
		f := string(lexicon.Fold(nil, w))
		if len(f) > 1 && !strings.ContainsFunc(f, func(r rune) bool { return r >= 0x250 || unicode.IsDigit(r) }) {
			out = append(out, f)
		}
	}
	return out
}

// dictionary reads SCOWL: the lower its number, the more common is a word.
func (t table) dictionary(dir string) {
	level := map[string]int{"10": 1, "20": 1, "35": 2, "40": 3, "50": 3, "55": 4, "60": 4, "70": 5}
	files, err := filepath.Glob(filepath.Join(dir, "*.*"))
	if err != nil || len(files) == 0 {
		log.Fatal("SCOWL is not there")
	}
	for _, f := range files {
		kind, size, _ := strings.Cut(filepath.Base(f), ".")
		raw, err := os.ReadFile(f)
		if err != nil {
			log.Fatal(err)
		}
		language, sort, _ := strings.Cut(kind, "-")
		if !slices.Contains([]string{"english", "british", "british_variant_1", "british_z", "american"}, language) || level[size] == 0 {
			continue
		}
		for line := range bytes.Lines(raw) {
			w := latin1(bytes.TrimSpace(line))
			w = strings.TrimSuffix(w, "'s")
			k := string(lexicon.Fold(nil, w))
			if level[size] > 0 && level[size] < 5 && sort == "words" {
				t.accent(w)
			}
			switch {
			case len(k) == 0 || strings.ContainsAny(k, " -"):
			case sort == "words" || sort == "contractions":
				if have := t[k].Level(); have == 0 || level[size] < have {
					t[k] = t[k]&^7 | lexicon.Word(level[size])
				}
			case sort == "upper" && level[size] <= 3:
				t[k] |= lexicon.Proper
			}
		}
	}
}

// accent keeps a word with accents as it is written, so that Yến is not taken
// for yen.
func (t table) accent(w string) {
	if lexicon.Accented(w) {
		t[lexicon.AsWritten(w)] |= 1
	}
}

func latin1(b []byte) string {
	var s strings.Builder
	for _, c := range b {
		s.WriteRune(rune(c))
	}
	return s.String()
}

// people reads the lists of names.
func (t table) people(dir string) {
	english := []string{"en", "en_GB", "en_US", "en_NZ", "en_AU"}
	for _, file := range []string{"fakerjs.tsv", "fakerpy.tsv"} {
		for _, row := range rows(filepath.Join(dir, file)) {
			if len(row) < 3 {
				continue
			}
			for _, p := range parts(row[2]) {
				switch {
				case row[1] == "en_AU_ocker" || row[1] == "eo" || len(p) < 2:
				case row[0] == "surname":
					t[p] |= lexicon.Surname
				case slices.Contains(english, row[1]):
					t.given(p, 3)
				default:
					t.given(p, 2)
				}
			}
		}
	}
	for _, row := range rows(filepath.Join(dir, "us.tsv")) {
		n, _ := strconv.Atoi(row[1])
		switch p := string(lexicon.Fold(nil, row[0])); {
		case n >= 20000:
			t.given(p, 3)
		case n >= 1500:
			t.given(p, 2)
		case n >= 40:
			t.given(p, 1)
		}
	}
	// What SCOWL writes large and people are called is a name first.
	for w, k := range t {
		if k.Is(lexicon.Proper) && k.Name() {
			t[w] = k &^ lexicon.Proper
		}
	}
}

func (t table) given(w string, strength int) {
	if t[w].Given() < strength {
		t[w] = t[w]&^(3<<3) | lexicon.Word(strength)<<3
	}
}

// places reads towns. A small one whose name people have too is a name.
func (t table) places(file string) {
	for _, row := range rows(file) {
		people, _ := strconv.Atoi(row[2])
		near := row[1] == "GB" || row[1] == "IE" && people > 2000 || row[1] == "JE" || row[1] == "GG" || row[1] == "IM"
		// Far away, only what everybody has heard of: many a town there is a
		// name that people have.
		if !near && (people < 300000 || slices.Contains([]string{"CN", "TW", "KR", "VN", "IN", "ID", "PH", "MY", "TH", "MM", "JP"}, row[1]) && people < 2000000) {
			continue
		}
		for _, p := range parts(row[0]) {
			k := t[p]
			large := near && people >= 20000 || people >= 500000
			switch {
			case len(p) < 3 || k.Level() > 0 && k.Level() < 5:
			case k.Given() >= 2 && !large, k.Given() == 3 && !near, k.Is(lexicon.Surname) && !large && !near:
			default:
				t[p] |= lexicon.Place
			}
		}
	}
}

// brand reads what a shop, a bank, a school, a council, a dog or a dish is
// called. Words that people are called too are nobody's name only all together.
func (t table) brand(name string) {
	list := parts(name)
	named := false
	for _, p := range list {
		switch k := t[p]; {
		case k.Name():
			named = true
		case k.Level() == 0 && len(p) > 3 && !k.Is(lexicon.Place):
			t[p] |= lexicon.Proper
		}
	}
	if named && len(list) > 1 && len(list) < 5 {
		t[strings.Join(list, " ")] |= lexicon.Phrase
	}
}

// title reads who sings and writes, and what. Somebody else may be called so,
// and their family may share the name, so it tells all words together only.
func (t table) title(name string) {
	list := parts(name)
	if len(list) > 1 && len(list) < 5 && slices.ContainsFunc(list, func(p string) bool { return t[p].Name() || t[p] == 0 }) {
		t[strings.Join(list, " ")] |= lexicon.Famous
	}
}

// byHand reads the files beside this one. Their first word tells what the
// words are that follow.
func (t table) byHand() {
	files, _ := filepath.Glob("*.txt")
	slices.Sort(files)
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			log.Fatal(err)
		}
		if err := lexicon.Hand(string(raw), func(w string, change func(lexicon.Word) lexicon.Word) {
			k := string(lexicon.Fold(nil, w))
			t[k] = change(t[k])
			t.accent(w)
		}); err != nil {
			log.Fatalf("%s: %v", f, err)
		}
	}
}
