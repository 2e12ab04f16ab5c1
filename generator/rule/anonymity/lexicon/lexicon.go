// Package lexicon knows what a word can be: a word of the language, a name that
// is given to people, a family name, a place, the name of something else.
//
// Lists of names alone miss a third of the names that people have, and most of
// those that are not English. So the question that the anonymity rules ask is
// the other one: is this a word at all? Whatever nobody knows may be a name.
//
// The table holds no words, only marks of them and what is known for each,
// looked up where it lies in the program, so that starting costs nothing. README.md tells what it was made from.
package lexicon

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:generate go run make.go

//go:embed table.bin
var table string

// Word is what is known of a word; 0: nothing.
type Word uint16

// What a word can be. The low three bits tell how common it is.
const (
	given   Word = 1 << 3 // and the bit above it: how common as a given name
	Surname Word = 1 << 5
	Place   Word = 1 << 6
	Proper  Word = 1 << 7 // written large, and no person: days, makes, languages, bodies
	Doing   Word = 1 << 8 // what people do: said, thinks
	Kin     Word = 1 << 9 // whose name may follow: mum, friend, carer
	Work    Word = 1 << 10
	Title   Word = 1 << 11         // Mr, Auntie, Councillor
	Body    Word = 1 << 12         // house, trust, project: the name before it is no person's
	Small   Word = 1 << 13         // written small in a title: of, the, and
	Alone   Word = 1 << 14         // a given name that is a word first: Will, Grace
	Foreign Word = 1 << 15         // an everyday word of another language: Welsh
	Phrase       = Small | Foreign // words that together are the name of something else: John Lewis
	Famous       = Phrase | Kin    // or of somebody whom everybody knows
)

// Level tells how common a word is: 0 unknown, 1 in every sentence … 5 in
// large dictionaries only.
func (w Word) Level() int { return int(w & 7) }

// Given tells how common a given name is: 0 none … 3 every school has one.
func (w Word) Given() int { return int(w >> 3 & 3) }

// Is reports whether w is any of what.
func (w Word) Is(what Word) bool { return w&what != 0 }

// Phrase reports whether w is something that is called like a person.
func (w Word) Phrase() bool { return w&Phrase == Phrase }

// Famous reports whether w is a song, a book or who made it.
func (w Word) Famous() bool { return w&Famous == Famous }

// Name reports whether people are called so, by a given or a family name.
func (w Word) Name() bool { return w.Given() > 0 || w&Surname != 0 }

// Known reports whether w is a word, a place or the name of something else.
func (w Word) Known() bool { return w.Level() > 0 || w&(Place|Proper|Foreign) != 0 }

// The table begins with the number of all words that differ and with these
// words; then comes where each bucket begins, then the buckets. An entry of a
// bucket is a mark of 20 bits and 12 bits that number its word.
const (
	bucketBits = 15
	indexSize  = 3 * (1<<bucketBits + 1)
	entrySize  = 4
	wordBits   = 12
)

// Look tells what is known of a folded word.
func Look(folded []byte) Word { return look(table, folded) }

func look(table string, folded []byte) Word {
	h := mark(folded)
	index := 2 + 2*two(table, 0)
	bucket := index + 3*int(h>>(64-bucketBits))
	from, to := three(table, bucket), three(table, bucket+3)
	entries := table[index+indexSize+from*entrySize : index+indexSize+to*entrySize]
	for ; len(entries) >= entrySize; entries = entries[entrySize:] {
		e := uint32(two(entries, 0)) | uint32(two(entries, 2))<<16
		if e>>wordBits == fingerprint(h) {
			return Word(two(table, 2+2*int(e&(1<<wordBits-1))))
		}
	}
	return 0
}

func fingerprint(h uint64) uint32 { return uint32(h>>16) & 0xfffff }

func two(s string, at int) int { return int(s[at]) | int(s[at+1])<<8 }

func three(s string, at int) int { return two(s, at) | int(s[at+2])<<16 }

// mark is FNV-1a with the bits stirred once more.
func mark(folded []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range folded {
		h = (h ^ uint64(c)) * 1099511628211
	}
	h ^= h >> 32
	h *= 0x9e3779b97f4a7c15
	return h ^ h>>29
}

// Fold appends a word to b as the table has it: in small letters, without
// accents and apostrophes.
func Fold(b []byte, word string) []byte {
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case c >= utf8.RuneSelf:
			return foldRunes(b, word[i:])
		case 'A' <= c && c <= 'Z':
			b = append(b, c|0x20)
		case c != '\'' && c != '`':
			b = append(b, c)
		}
	}
	return b
}

func foldRunes(b []byte, word string) []byte {
	for _, r := range norm.NFD.String(word) {
		switch r {
		case '\'', '`', '’', '‘', 'ʼ', '′', '´', 'ʻ':
			continue
		}
		if plain, ok := letters[r]; ok {
			b = append(b, plain...)
		} else if !unicode.Is(unicode.Mn, r) || r > 0x36f {
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return b
}

var letters = map[rune]string{
	'ø': "o", 'Ø': "o", 'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'ß': "ss", 'æ': "ae", 'Æ': "ae",
	'œ': "oe", 'Œ': "oe", 'ı': "i", 'þ': "th", 'Þ': "th", 'ħ': "h", 'Ħ': "h", 'ə': "a", 'Ə': "a", 'ŋ': "n", 'ɓ': "b", 'ɗ': "d", 'ƙ': "k",
}

// Accented reports whether a word has letters that Fold makes plain.
func Accented(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return r >= 0xC0 && unicode.IsLetter(r) })
}

// AsWritten is the key of a word with its accents.
func AsWritten(word string) string {
	return "\x00" + strings.ToLower(norm.NFC.String(word))
}

// Of looks a word up as it is written.
func Of(word string) Word {
	var room [32]byte
	return Look(Fold(room[:0], strings.TrimSpace(word)))
}
