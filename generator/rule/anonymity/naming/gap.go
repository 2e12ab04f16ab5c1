package naming

import "unicode/utf8"

// gap is what stands between a word and the one before it.
type gap uint16

const (
	spaced gap = 1 << iota
	stopped
	lined // a new line
	comma
	colon
	quoted
	opened // a bracket
	closed
	dashed // a dash with spaces around it, or a bullet
	hyphen
	dotted // a dot with no space after it
	slashed
	atSign
	hashed
	joined // nothing: the word before ends in the middle, as in #ForSam
	marked // any other mark
)

// anew are the gaps after which a capital letter says nothing.
const anew = stopped | lined | colon | quoted | dashed

// between tells what stands in s between two words.
func between(s string, from, to int) gap {
	if to-from == 1 && s[from] == ' ' && from > 0 {
		return spaced
	}
	if from == to {
		if from == 0 {
			return stopped
		}
		return joined
	}
	var g gap
	for i := from; i < to; i++ {
		space := i+1 >= to || s[i+1] == ' ' || s[i+1] == '\n' || s[i+1] == '"' || s[i+1] == ')' || s[i+1] == '\''
		switch c := s[i]; c {
		case ' ', '\t':
			g |= spaced
		case '\n':
			g |= lined
		case '.':
			if space && (i+1 < to || from == 0) {
				g |= stopped
			} else {
				g |= dotted
			}
		case '!', '?':
			g |= stopped
		case ',', ';':
			g |= comma
		case ':', '|':
			g |= colon
		case '"':
			g |= quoted
		case '\'':
			g |= quoted
		case '(', '[', '{':
			g |= opened
		case ')', ']', '}':
			g |= closed
		case '-', '_':
			if to-from == 1 {
				g |= hyphen
			} else {
				g |= dashed
			}
		case '*', '=', '>':
			g |= dashed
		case '/', '\\':
			g |= slashed
		case '@':
			g |= atSign
		case '#':
			g |= hashed
		case '&', '+':
			g |= marked | spaced
		default:
			g |= n3(s[i:to], to-from)
		}
	}
	if from == 0 {
		g |= stopped
	}
	return g
}

// n3 reads a mark that is not ASCII.
func n3(s string, long int) gap {
	r, z := utf8.DecodeRuneInString(s)
	switch r {
	case '–', '—', '‐', '‑', '−':
		if long == z {
			return hyphen
		}
		return dashed
	case '“', '”', '‘', '’', '«', '»', '„':
		return quoted
	case '•', '·', '●', '▪', '→', '…':
		if long == z {
			return hyphen
		}
		return dashed
	case '\u00a0':
		return spaced
	}
	return marked
}
