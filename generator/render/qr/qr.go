// Package qr makes the square pattern that the camera of a phone reads as an
// address: a QR code as ISO/IEC 18004 has it, of bytes, with error correction M,
// so that a crumpled or stained sheet of paper is read too.
//
// It is made for every report of every build, so it has to be quick: a line of
// the pattern is one number, a bit for each square of it.
package qr

import (
	"math/bits"
	"strconv"
	"strings"
)

// Longest is how many bytes fit into the largest pattern that is made. A larger
// one has squares that are too small for a cheap camera at the size we print.
const Longest = 251

// Code is one pattern.
type Code struct {
	Size int // squares in a line
	rows lines
}

// lines are rows or columns of squares: bit x of line y says that it is dark.
type lines [61]uint64

// Dark reports whether a square is black.
func (c *Code) Dark(x, y int) bool { return c.rows[y]>>x&1 == 1 }

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
			step(c.Dark(x, y))
		}
	}
	return path, string(strconv.AppendInt(out, int64(run), 10))
}

// version is a size of pattern, from the first: how many bytes of data it
// holds, how many bytes correct each block, and how many blocks there are.
type version struct{ data, correct, blocks int }

var versions = []version{
	{16, 10, 1}, {28, 16, 1}, {44, 26, 1}, {64, 18, 2}, {86, 24, 2}, {108, 16, 4},
	{124, 18, 4}, {154, 22, 4}, {182, 22, 5}, {216, 26, 5}, {254, 30, 5},
}

// countOf is how many bits say how long the text is.
func countOf(number int) int {
	if number < 10 {
		return 8
	}
	return 16
}

// Encode returns the pattern of a text, or nil if the text is too long or empty.
func Encode(text string) *Code {
	if text == "" {
		return nil
	}
	for i, v := range versions {
		number := i + 1
		if 4+countOf(number)+8*len(text) <= 8*v.data {
			p := newPattern(number)
			p.fill(v.protect(v.pack(text, countOf(number))))
			return &Code{Size: p.n, rows: p.best()}
		}
	}
	return nil
}

// pack writes what kind of text follows, its length, the text, and filling.
func (v version) pack(text string, count int) []byte {
	out := make([]byte, 0, v.data+1)
	n := len(text)
	high := byte(0b0100 << 4) // bytes
	if count == 16 {
		out, high = append(out, high|byte(n>>12)), byte(n>>8&15)<<4
		out, high = append(out, high|byte(n>>4&15)), byte(n&15)<<4
	} else {
		out, high = append(out, high|byte(n>>4)), byte(n&15)<<4
	}
	for i := range n {
		out, high = append(out, high|text[i]>>4), text[i]<<4
	}
	out = append(out, high) // the last four bits are zero: the text ends
	for fill := byte(0xec); len(out) < v.data; fill ^= 0xec ^ 0x11 {
		out = append(out, fill)
	}
	return out[:v.data]
}

// protect cuts data into blocks, adds to each what corrects it, and shuffles
// the blocks, so that a stain hurts each of them a little.
func (v version) protect(data []byte) []byte {
	short, long := v.data/v.blocks, v.data%v.blocks // the last blocks are one longer
	divisor := divisorOf(v.correct)
	out := make([]byte, v.data+v.blocks*v.correct)
	from := 0
	for b := range v.blocks {
		n := short
		if b >= v.blocks-long {
			n++
		}
		block := data[from : from+n]
		from += n
		for i, c := range block {
			if i < short {
				out[i*v.blocks+b] = c
			} else {
				out[short*v.blocks+b-(v.blocks-long)] = c
			}
		}
		for i, c := range remainder(block, divisor) {
			out[v.data+i*v.blocks+b] = c
		}
	}
	return out
}

// power and logarithm count in the field of 256 numbers of the standard.
var power, logarithm = func() (p [510]byte, l [256]byte) {
	x := 1
	for i := range 255 {
		p[i], p[i+255], l[x] = byte(x), byte(x), byte(i)
		if x <<= 1; x > 255 {
			x ^= 0x11d
		}
	}
	return p, l
}()

func times(a, b byte) byte {
	if a == 0 || b == 0 {
		return 0
	}
	return power[int(logarithm[a])+int(logarithm[b])]
}

// divisorOf is the polynomial with n roots, without its first 1.
func divisorOf(n int) []byte {
	out := make([]byte, n)
	out[n-1] = 1
	for root := range n {
		for i := range out {
			out[i] = times(out[i], power[root])
			if i+1 < n {
				out[i] ^= out[i+1]
			}
		}
	}
	return out
}

func remainder(data, divisor []byte) []byte {
	n := len(divisor)
	out := make([]byte, n)
	for _, c := range data {
		factor := c ^ out[0]
		copy(out, out[1:])
		out[n-1] = 0
		for i, d := range divisor {
			out[i] ^= times(d, factor)
		}
	}
	return out
}

// pattern is one that is being made, as rows and as columns.
type pattern struct {
	n             int
	rows, columns lines
	fixed, fixedC lines // squares that every pattern of this size has
}

func (p *pattern) set(x, y int, dark bool) {
	if dark {
		p.rows[y] |= 1 << x
		p.columns[x] |= 1 << y
	} else {
		p.rows[y] &^= 1 << x
		p.columns[x] &^= 1 << y
	}
}

func (p *pattern) fix(x, y int, dark bool) {
	p.set(x, y, dark)
	p.fixed[y] |= 1 << x
	p.fixedC[x] |= 1 << y
}

// newPattern draws what every pattern of a size has.
func newPattern(number int) *pattern {
	p := &pattern{n: 17 + 4*number}
	for i := range p.n {
		p.fix(6, i, i%2 == 0)
		p.fix(i, 6, i%2 == 0)
	}
	p.eye(3, 3, 4)
	p.eye(p.n-4, 3, 4)
	p.eye(3, p.n-4, 4)
	if number > 1 {
		last := p.n - 7
		at := []int{6, last}
		if number > 6 {
			at = []int{6, (6 + last) / 2, last}
		}
		for _, x := range at {
			for _, y := range at {
				if !(x == 6 && y == 6 || x == 6 && y == last || x == last && y == 6) {
					p.eye(x, y, 2)
				}
			}
		}
	}
	if number > 6 {
		word := number<<12 | checked(number, 12, 0x1f25)
		for i := range 18 {
			a, b := p.n-11+i%3, i/3
			p.fix(a, b, word>>i&1 == 1)
			p.fix(b, a, word>>i&1 == 1)
		}
	}
	p.format(0) // keeps its squares free
	return p
}

// eye draws squares in squares; those that a camera looks for first have a
// light rim, at distance 4.
func (p *pattern) eye(x, y, far int) {
	for dy := -far; dy <= far; dy++ {
		for dx := -far; dx <= far; dx++ {
			if xx, yy := x+dx, y+dy; xx >= 0 && yy >= 0 && xx < p.n && yy < p.n {
				d := max(dx, -dx, dy, -dy)
				p.fix(xx, yy, d != 4 && (far == 4 && d != 2 || far == 2 && d != 1))
			}
		}
	}
}

// format says which mask was used, twice, and that the correction is M, whose
// number is 0.
func (p *pattern) format(mask int) {
	word := (mask<<10 | checked(mask, 10, 0x537)) ^ 0x5412
	for i := range 15 {
		dark := word>>i&1 == 1
		switch {
		case i < 6:
			p.fix(8, i, dark)
		case i < 8:
			p.fix(8, i+1, dark)
		case i == 8:
			p.fix(7, 8, dark)
		default:
			p.fix(14-i, 8, dark)
		}
		if i < 8 {
			p.fix(p.n-1-i, 8, dark)
		} else {
			p.fix(8, p.n-15+i, dark)
		}
	}
	p.fix(8, p.n-8, true)
}

// checked is the remainder that a word is protected with.
func checked(word, n, divisor int) int {
	rest := word << n
	for bits.Len(uint(rest)) > n {
		rest ^= divisor << (bits.Len(uint(rest)) - n - 1)
	}
	return rest
}

// fill writes data in pairs of columns, up and down by turns, from the right.
func (p *pattern) fill(data []byte) {
	i := 0
	up := true
	for right := p.n - 1; right > 0; right -= 2 {
		if right == 6 {
			right--
		}
		for k := range p.n {
			y := k
			if up {
				y = p.n - 1 - k
			}
			for x := right; x > right-2; x-- {
				if p.fixed[y]>>x&1 == 0 && i < 8*len(data) {
					if data[i/8]>>(7-i%8)&1 == 1 {
						p.set(x, y, true)
					}
					i++
				}
			}
		}
		up = !up
	}
}

// flips reports whether a mask turns a square round.
func flips(mask, x, y int) bool {
	switch mask {
	case 0:
		return (x+y)%2 == 0
	case 1:
		return y%2 == 0
	case 2:
		return x%3 == 0
	case 3:
		return (x+y)%3 == 0
	case 4:
		return (x/3+y/2)%2 == 0
	case 5:
		return x*y%6 == 0
	case 6:
		return (x*y%2+x*y%3)%2 == 0
	}
	return ((x+y)%2+x*y%3)%2 == 0
}

// best puts each mask over the pattern, and keeps the one that cameras read
// most easily.
func (p *pattern) best() lines {
	var out lines
	least := -1
	for mask := range 8 {
		p.format(mask)
		m := *p
		m.turn(mask)
		if n := m.penalty(); least < 0 || n < least {
			least, out = n, m.rows
		}
	}
	return out
}

// masks are the rows and the columns of each mask. All repeat themselves after
// twelve squares.
var masks = func() (m [8][12]struct{ row, column uint64 }) {
	const again = 1 | 1<<12 | 1<<24 | 1<<36 | 1<<48 | 1<<60
	for mask := range m {
		for i := range 12 {
			for k := range 12 {
				if flips(mask, k, i) {
					m[mask][i].row |= again << k
				}
				if flips(mask, i, k) {
					m[mask][i].column |= again << k
				}
			}
		}
	}
	return m
}()

// turn puts a mask over the data.
func (p *pattern) turn(mask int) {
	full := uint64(1)<<p.n - 1
	for i := range p.n {
		p.rows[i] ^= masks[mask][i%12].row & full &^ p.fixed[i]
		p.columns[i] ^= masks[mask][i%12].column & full &^ p.fixedC[i]
	}
}

// penalty counts what makes a pattern hard to read: long runs, blocks of one
// colour, what looks like an eye, and too much of one colour.
func (p *pattern) penalty() int {
	full := uint64(1)<<p.n - 1
	out, dark := 0, 0
	for _, l := range []*lines{&p.rows, &p.columns} {
		for _, row := range l[:p.n] {
			for _, colour := range []uint64{row, ^row & full} {
				five := colour & (colour >> 1)
				five &= five >> 2 & (colour >> 4)
				out += bits.OnesCount64(five) + 2*bits.OnesCount64(five&^(five<<1))
			}
			// dark, light, three dark, light, dark, with four light on one side
			light := ^row & full
			eye := row & (light >> 1) & (row >> 2) & (row >> 3) & (row >> 4) & (light >> 5) & (row >> 6)
			four := light & (light >> 1)
			four &= four >> 2
			out += 40 * (bits.OnesCount64(eye&(four>>7)) + bits.OnesCount64(eye&(four<<4)))
		}
	}
	for y, row := range p.rows[:p.n] {
		dark += bits.OnesCount64(row)
		if y > 0 {
			same := ^(row ^ p.rows[y-1])
			out += 3 * bits.OnesCount64(same&(same>>1)&^(row^row>>1)&(full>>1))
		}
	}
	off := 100*dark - 50*p.n*p.n
	return out + 10*(max(off, -off)/(5*p.n*p.n))
}
