package entry

import (
	"html"
	"maps"
	"strings"
	"unicode"
)

// What people see and what a program reads differ in the same ways wherever
// words are compared. Package rule hears a text with the same tables.

// EntityAt reads an HTML entity at the start of s, and its length.
func EntityAt(s string) (string, int) {
	n := strings.IndexByte(s[:min(len(s), 40)], ';') + 1
	if n == 0 {
		return "", 0
	}
	means := html.UnescapeString(s[:n])
	if means == s[:n] {
		return "", 0
	}
	return means, n
}

// Invisible knows marks that nobody sees between two letters.
func Invisible(r rune) bool {
	switch {
	case r == 0x00AD, r == 0x034F, r == 0x061C, r == 0x115F, r == 0x1160, r == 0x17B4, r == 0x17B5, r == 0x3164, r == 0xFFA0, r == 0xFEFF:
		return true
	case r >= 0x180B && r <= 0x180F, r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return unicode.Is(unicode.Variation_Selector, r)
}

// Lookalikes are the letters of other alphabets that most fonts draw as a Latin
// one, and more of them by pairs.
func Lookalikes(masks, letters string) map[rune]rune {
	m := maps.Clone(lookalikes)
	pair(m, masks, letters)
	return m
}

func pair(m map[rune]rune, masks, letters string) {
	l := []rune(letters)
	for i, r := range []rune(masks) {
		m[r] = l[i]
	}
}

// LetterLike is the letter that a digit or a sign looks like, or 0.
func LetterLike(c byte) byte { return letterLike[c] }

var letterLike = [256]byte{'0': 'o', '1': 'i', '!': 'i', '3': 'e', '4': 'a', '@': 'a', '5': 's', '$': 's', '7': 't', '8': 'b'}

var lookalikes = func() map[rune]rune {
	m := map[rune]rune{}
	pair(m, "АВЕЅІЈКМНОРСТУХԌԚԜҮѴ", "ABESIJKMHOPCTYXGQWYV") // Cyrillic
	pair(m, "аеѕіјорсухԁһӏԛԝмткгпв", "aesijopcyxdhlqwmtkrnb")
	pair(m, "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "ABEZHIKMNOPTYXC") // Greek
	pair(m, "αειικνορτυχϲ", "aeiikvoptuxc")
	pair(m, "ՍՏՕոօսցհ", "USOnough") // Armenian
	pair(m, "ᴀʙᴄᴅᴇꜰɢʜᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡᴢ", "abcdefghjklmnoprstuvwz")
	return m
}()
