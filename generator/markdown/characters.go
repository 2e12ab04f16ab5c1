package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func joins(r rune) bool { return r == '-' || r == '\'' || r == '.' || r == '@' }

func wordly(r rune) bool {
	if r < utf8.RuneSelf {
		return small[r] != 0
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// wordEnd is where the word ends that begins at i.
func wordEnd(s string, i int) (end int, ascii bool) {
	for ascii = true; i < len(s); {
		if small[s[i]] != 0 {
			i++
			continue
		}
		if s[i] < utf8.RuneSelf {
			break
		}
		r, size := char(s, i)
		if !wordly(r) {
			break
		}
		ascii = false
		i += size
	}
	return i, ascii
}

// small are the bytes that words are made of, as small letters.
var small = func() (t [256]byte) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyz0123456789_") {
		t[c], t[upper(c)] = c, c
	}
	return t
}()

func upper(c byte) byte {
	if c >= 'a' && c <= 'z' {
		c -= 'a' - 'A'
	}
	return c
}

// fold is a text as char reads it.
func fold(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := char(s, i)
		b.WriteRune(r)
		i += size
	}
	return b.String()
}

// char is one character of HTML: small, with one kind of space, hyphen and
// apostrophe.
func char(s string, i int) (r rune, size int) {
	switch c := s[i]; {
	case c == '&':
		return entity(s[i:])
	case c <= ' ':
		return ' ', 1
	case small[c] != 0:
		return rune(small[c]), 1
	case c < utf8.RuneSelf:
		return rune(c), 1
	}
	r, size = utf8.DecodeRuneInString(s[i:])
	switch r {
	case '‘', '’', 'ʼ':
		return '\'', size
	case '‐', '‑':
		return '-', size
	}
	if unicode.IsSpace(r) {
		return ' ', size
	}
	return unicode.ToLower(r), size
}

// entity is what an entity stands for, of those that HTML of this package has.
func entity(s string) (r rune, size int) {
	end := strings.IndexByte(s, ';') + 1
	switch s[:end] {
	case "":
		return '&', 1
	case "&amp;":
		return '&', end
	case "&#39;":
		return '\'', end
	}
	return utf8.RuneError, end
}

// nextChar is the character at i or after marks like <em>, and where it ends;
// zero at the end of a block.
func nextChar(s string, i int) (rune, int) {
	for i < len(s) {
		if s[i] != '<' {
			r, size := char(s, i)
			return r, i + size
		}
		end := tagEnd(s, i)
		if !inline(strings.TrimPrefix(elementOf(s, i), "/")) {
			return 0, len(s)
		}
		i = end
	}
	return 0, len(s)
}

// tagEnd is where a tag ends. HTML of this package has no ">" in an attribute.
func tagEnd(s string, i int) int {
	if end := strings.IndexByte(s[i:], '>'); end >= 0 {
		return i + end + 1
	}
	return len(s)
}

// elementOf is the name in the tag that begins at i, with the "/" of one that closes.
func elementOf(s string, i int) string {
	end := i + 1
	for end < len(s) && s[end] != ' ' && s[end] != '>' {
		end++
	}
	return s[i+1 : end]
}

// unmarked are the elements in which no word is marked.
func unmarked(element string) bool {
	switch element {
	case "a", "code", "pre", "del", "th", "h1", "h2", "h3", "h4", "h5", "h6":
		return true
	}
	return false
}

// inline are the elements that part no words.
func inline(element string) bool {
	switch element {
	case "a", "code", "del", "em", "strong", "span", "button":
		return true
	}
	return false
}
