// Package qr draws the square pattern that the camera of a phone reads as an
// address, in few bytes: it stands in every report, for paper.
//
// What the pattern is comes from rsc.io/qr. Other libraries take longer for it
// than the whole of the page.
package qr

import (
	"strconv"
	"strings"

	"rsc.io/qr"
)

// Longest is how many bytes of address we make a pattern of. A larger one has
// squares that are too small for a cheap camera at the size we print.
const Longest = 251

// Code is one pattern.
type Code struct {
	Size int // squares in a line
	code *qr.Code
}

// Encode returns the pattern of a text, or nil if the text is too long or empty.
// Up to an eighth of it can be crumpled or stained (level M of ISO/IEC 18004).
func Encode(text string) *Code {
	if text == "" || len(text) > Longest {
		return nil
	}
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return nil
	}
	return &Code{Size: code.Size, code: code}
}

// Stroke is how to draw a pattern in few bytes: one line, a square thick, that
// goes through the middle of all squares, there and back, and is cut into
// dashes. The dashes are the dark squares, the gaps the light ones and the
// steps to the next row. It fits attributes of an SVG path.
func (c *Code) Stroke() (path, dashes string) {
	n := strconv.Itoa(c.Size)
	there := "h" + n
	path = "M0 .5" + strings.Repeat(there+"v1h-"+n+"v1", c.Size/2) + there

	out := make([]byte, 0, 4096)
	run, dark := 0, true
	step := func(d bool) {
		if d != dark {
			out = append(strconv.AppendInt(out, int64(run), 10), ' ')
			run, dark = 0, d
		}
		run++
	}
	for y := range c.Size {
		if y > 0 {
			step(false)
		}
		for x := range c.Size {
			if y%2 == 1 {
				x = c.Size - 1 - x
			}
			step(c.code.Black(x, y))
		}
	}
	return path, string(strconv.AppendInt(out, int64(run), 10))
}
