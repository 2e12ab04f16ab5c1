package entry

import (
	"bytes"
	"regexp"

	"yousaid/generator/finding"
)

// What a text editor or a word processor makes of a line, and what is easily
// left out of it. The YAML library stumbles over it one line later, and calls
// it something else.
var (
	oddIndent = regexp.MustCompile(`^[ -]*[\x{a0}\x{2000}-\x{200b}\x{202f}\x{3000}]`)
	longDash  = regexp.MustCompile(`^ *[–—−•·]\s*[a-z_]+:(\s|$)`)
	aKey      = regexp.MustCompile(`^[ -]*[a-z_]+:( +[^:]*)?\s*$`)
	noSpace   = regexp.MustCompile(`^[ -]*[a-z_]+:[^\s/:]`)
)

// misread looks for a well-known slip in the line at which the YAML can't be read
// and in the one above, which is the usual place.
func (d *decoder) misread(line int) (at finding.Pos, message, hint string, ok bool) {
	for _, n := range []int{line - 1, line} {
		if n <= d.above || n < 1 {
			continue
		}
		start := d.src.offset(n, 1)
		text, _, _ := bytes.Cut(d.src.text[start:], []byte("\n"))
		at = d.src.pos(start, start)
		switch {
		case oddIndent.Match(text):
			return at, "there is a space before these words that cannot be read", "Delete all spaces at the beginning of this line, and type them again.", true
		case longDash.Match(text):
			return at, "this line begins with a long dash or a dot", "Put a hyphen in its place, as - id: bus.", true
		case noSpace.Match(text) && keyLike(text):
			return at, "there is no space after the colon here", "Put one there, as status: done.", true
		}
	}
	return at, "", "", false
}

// oneKey knows a line that is a key and no words: then a colon has not split
// it, and it is moved in the wrong way.
func (d *decoder) oneKey(line int) bool {
	text, _, _ := bytes.Cut(d.src.text[d.src.offset(line, 1):], []byte("\n"))
	return aKey.Match(text) && (keyLike(text) || d.above == 0)
}
