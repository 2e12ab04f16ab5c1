package qr

import (
	"strconv"
	"strings"
	"testing"
)

// addressOf is an address of n bytes, or its beginning.
func addressOf(n int) string {
	return ("https://example.org/reports/" + strings.Repeat("as-long-as-it-gets-", 20))[:n]
}

func TestAPatternReadsAsItsAddressWhateverItsLength(t *testing.T) {
	sizes := map[int]bool{}
	for n := 1; n <= Longest; n++ {
		c := Encode(addressOf(n))
		if c == nil {
			t.Fatalf("there is no pattern for %d bytes", n)
		}
		sizes[c.Size] = true
		if got := read(t, drawn(t, c)); got != addressOf(n) {
			t.Fatalf("%d bytes read as %q", n, got)
		}
	}
	if len(sizes) != 11 {
		t.Errorf("%d sizes of pattern were tried, want 11", len(sizes))
	}
	for _, text := range []string{"https://example.org/reports/ll\u0175ybr-\u0443\u043a\u0440/", "a\x00\xffb"} {
		if got := read(t, drawn(t, Encode(text))); got != text {
			t.Errorf("%q read as %q", text, got)
		}
	}
}

func TestWhatDoesNotFitHasNoPattern(t *testing.T) {
	if Encode(addressOf(Longest+1)) != nil {
		t.Error("a pattern was made of more than fits")
	}
	if Encode("") != nil {
		t.Error("a pattern was made of nothing")
	}
}

// drawn draws the stroke of a pattern as a browser would.
func drawn(t *testing.T, c *Code) [][]bool {
	t.Helper()
	path, dashes := c.Stroke()
	var along []bool // dark or light, unit after unit of the line
	for i, d := range strings.Fields(dashes) {
		n, err := strconv.Atoi(d)
		if err != nil || n < 1 && i > 0 {
			t.Fatalf("a dash of %s", d)
		}
		for range n {
			along = append(along, i%2 == 0)
		}
	}
	n := strconv.Itoa(c.Size)
	row := strings.NewReplacer("h"+n, "E", "h-"+n, "W", "v1", "S")
	steps, ok := strings.CutPrefix(row.Replace(path), "M0 .5")
	if !ok || strings.Trim(steps, "ESW") != "" {
		t.Fatalf("the path is %s", path)
	}
	out := [][]bool{make([]bool, c.Size)}
	for _, s := range steps {
		if s == 'S' {
			if along[0] {
				t.Fatal("the step to the next row is drawn")
			}
			out, along = append(out, make([]bool, c.Size)), along[1:]
			continue
		}
		for x := range c.Size {
			if s == 'W' {
				x = c.Size - 1 - x
			}
			out[len(out)-1][x], along = along[0], along[1:]
		}
	}
	if len(along) != 0 || len(out) != c.Size {
		t.Fatalf("%d rows of %d, %d units over", len(out), c.Size, len(along))
	}
	return out
}

// read is a second reading of the standard, as plain as can be: it takes a
// drawing, and nothing that made it.
func read(t *testing.T, dark [][]bool) string {
	t.Helper()
	n := len(dark)
	number := (n - 17) / 4

	format := func(at func(i int) (x, y int)) int {
		word := 0
		for i := range 15 {
			if x, y := at(i); dark[y][x] {
				word |= 1 << i
			}
		}
		return word
	}
	one := format(func(i int) (int, int) {
		return []int{8, 8, 8, 8, 8, 8, 8, 8, 7, 5, 4, 3, 2, 1, 0}[i], []int{0, 1, 2, 3, 4, 5, 7, 8, 8, 8, 8, 8, 8, 8, 8}[i]
	})
	two := format(func(i int) (int, int) {
		if i < 8 {
			return n - 1 - i, 8
		}
		return 8, n - 15 + i
	})
	// The fifteen bits for M and each mask, as printed in the standard.
	mask := -1
	for m, word := range []int{0x5412, 0x5125, 0x5e7c, 0x5b4b, 0x45f9, 0x40ce, 0x4f97, 0x4aa0} {
		if one == word && two == word {
			mask = m
		}
	}
	if mask < 0 || !dark[n-8][8] {
		t.Fatalf("no format: %x %x", one, two)
	}

	middles := [][]int{nil, {6, 18}, {6, 22}, {6, 26}, {6, 30}, {6, 34}, {6, 22, 38}, {6, 24, 42}, {6, 26, 46}, {6, 28, 50}, {6, 30, 54}}[number-1]
	data := func(x, y int) bool {
		switch {
		case x == 6 || y == 6, x < 9 && y < 9, x < 9 && y > n-9, x > n-9 && y < 9:
			return false
		case number >= 7 && (x < 6 && y >= n-11 || y < 6 && x >= n-11):
			return false
		}
		for _, mx := range middles {
			for _, my := range middles {
				if corner := (mx == 6 || my == 6) && (mx != my || mx == 6) && (mx == 6 || mx == n-7) && (my == 6 || my == n-7); !corner && max(mx-x, x-mx, my-y, y-my) <= 2 {
					return false
				}
			}
		}
		return true
	}
	masked := []func(i, j int) bool{
		func(i, j int) bool { return (i+j)%2 == 0 },
		func(i, j int) bool { return i%2 == 0 },
		func(i, j int) bool { return j%3 == 0 },
		func(i, j int) bool { return (i+j)%3 == 0 },
		func(i, j int) bool { return (i/2+j/3)%2 == 0 },
		func(i, j int) bool { return i*j%2+i*j%3 == 0 },
		func(i, j int) bool { return (i*j%2+i*j%3)%2 == 0 },
		func(i, j int) bool { return (i*j%3+(i+j)%2)%2 == 0 },
	}[mask]
	var bits []bool
	y, dy := n-1, -1
	for x := n - 1; x > 0; x -= 2 {
		if x == 6 {
			x--
		}
		for ; y >= 0 && y < n; y += dy {
			for _, xx := range []int{x, x - 1} {
				if data(xx, y) {
					bits = append(bits, dark[y][xx] != masked(y, xx))
				}
			}
		}
		dy = -dy
		y += dy
	}

	// Words in all, words that correct a block, and the data words of each block.
	layout := []struct {
		total, correct int
		blocks         []int
	}{
		{26, 10, []int{16}}, {44, 16, []int{28}}, {70, 26, []int{44}}, {100, 18, []int{32, 32}}, {134, 24, []int{43, 43}},
		{172, 16, []int{27, 27, 27, 27}}, {196, 18, []int{31, 31, 31, 31}}, {242, 22, []int{38, 38, 39, 39}},
		{292, 22, []int{36, 36, 36, 37, 37}}, {346, 26, []int{43, 43, 43, 43, 44}}, {404, 30, []int{50, 51, 51, 51, 51}},
	}[number-1]
	words := make([]int, layout.total)
	if len(bits) < 8*len(words) || len(bits) > 8*len(words)+7 {
		t.Fatalf("size %d holds %d bits", n, len(bits))
	}
	for i := range words {
		for _, bit := range bits[8*i : 8*i+8] {
			words[i] <<= 1
			if bit {
				words[i]++
			}
		}
	}
	blocks := make([][]int, len(layout.blocks))
	for i := range layout.blocks[len(blocks)-1] {
		for b, long := range layout.blocks {
			if i < long {
				blocks[b], words = append(blocks[b], words[0]), words[1:]
			}
		}
	}
	var text []int
	for b := range blocks {
		text = append(text, blocks[b]...)
	}
	for range layout.correct {
		for b := range blocks {
			blocks[b], words = append(blocks[b], words[0]), words[1:]
		}
	}
	// A block that has no mistake in it is zero at every root.
	root := 1
	for range layout.correct {
		for _, block := range blocks {
			sum := 0
			for _, w := range block {
				sum = product(sum, root) ^ w
			}
			if sum != 0 {
				t.Fatal("a block would have to be corrected")
			}
		}
		root = product(root, 2)
	}

	at := 0
	take := func(n int) (out int) {
		for range n {
			out = out<<1 | text[at/8]>>(7-at%8)&1
			at++
		}
		return out
	}
	if take(4) != 4 {
		t.Fatal("not bytes")
	}
	long := 8
	if number > 9 {
		long = 16
	}
	out := make([]byte, take(long))
	for i := range out {
		out[i] = byte(take(8))
	}
	return string(out)
}

// product multiplies as one learns it, bit by bit, modulo x⁸+x⁴+x³+x²+1.
func product(a, b int) int {
	out := 0
	for ; b > 0; b >>= 1 {
		if b&1 == 1 {
			out ^= a
		}
		if a <<= 1; a > 255 {
			a ^= 0x11d
		}
	}
	return out
}

func BenchmarkAddress(b *testing.B) {
	for b.Loop() {
		Encode("https://yousaid.wrenmoor.example/reports/bus-pass/").Stroke()
	}
}
