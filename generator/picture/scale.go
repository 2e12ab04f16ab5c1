package picture

import (
	"image"
	"image/color"
)

// shrink makes a picture smaller: each new pixel is the mean of the area that
// it covers, in whole numbers. Row after row is read, so that it takes no more
// memory than the small picture. It never enlarges.
func shrink(src image.Image, w, h int, read reader) *image.RGBA {
	sw, sh := src.Bounds().Dx(), src.Bounds().Dy()
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	row := make([]uint8, 4*sw)
	across := make([]uint64, 4*w)
	sum := make([]uint64, 4*w) // of the row of dst that is being made
	all := uint64(sw) * uint64(sh)
	j := 0
	for y := range sh {
		read(y, row)
		narrow(row, across, sw, w)
		// Row y covers y*h to (y+1)*h, row j of dst covers j*sh to (j+1)*sh.
		for from, to := y*h, (y+1)*h; from < to; {
			end := min(to, (j+1)*sh)
			weight := uint64(end - from)
			for i, v := range across {
				sum[i] += weight * v
			}
			if from = end; from == (j+1)*sh {
				out := dst.Pix[j*dst.Stride:]
				for i, v := range sum {
					out[i] = uint8((v + all/2) / all)
					sum[i] = 0
				}
				j++
			}
		}
	}
	return dst
}

// narrow adds up a row of sw pixels in w sums.
func narrow(row []uint8, across []uint64, sw, w int) {
	clear(across)
	i := 0
	for x := range sw {
		p := row[4*x : 4*x+4 : 4*x+4]
		for from, to := x*w, (x+1)*w; from < to; {
			end := min(to, (i+1)*sw)
			weight := uint64(end - from)
			a := across[4*i : 4*i+4 : 4*i+4]
			a[0] += weight * uint64(p[0])
			a[1] += weight * uint64(p[1])
			a[2] += weight * uint64(p[2])
			a[3] += weight * uint64(p[3])
			if from = end; from == (i+1)*sw {
				i++
			}
		}
	}
}

// reader reads one row of a picture as red, green, blue (each times alpha) and
// alpha.
type reader func(y int, row []uint8)

func readerOf(img image.Image, k kind) reader {
	b := img.Bounds()
	switch img := img.(type) {
	case *image.RGBA:
		return func(y int, row []uint8) { copy(row, img.Pix[y*img.Stride:]) }
	case *image.YCbCr:
		return readYCbCr(img, k)
	case *image.NYCbCrA:
		read := readYCbCr(&img.YCbCr, k)
		return func(y int, row []uint8) {
			read(y, row)
			for x := range b.Dx() {
				fade(row[4*x:4*x+4], img.A[img.AOffset(b.Min.X+x, b.Min.Y+y)])
			}
		}
	case *image.Gray:
		return func(y int, row []uint8) {
			for x, v := range img.Pix[y*img.Stride : y*img.Stride+b.Dx()] {
				row[4*x], row[4*x+1], row[4*x+2], row[4*x+3] = v, v, v, 255
			}
		}
	case *image.NRGBA:
		return func(y int, row []uint8) {
			copy(row, img.Pix[y*img.Stride:y*img.Stride+4*b.Dx()])
			for x := range b.Dx() {
				fade(row[4*x:4*x+4], row[4*x+3])
			}
		}
	case *image.Paletted:
		colours := make([][4]uint8, 256)
		for i, c := range img.Palette {
			colours[i] = eight(c)
		}
		return func(y int, row []uint8) {
			for x, v := range img.Pix[y*img.Stride : y*img.Stride+b.Dx()] {
				copy(row[4*x:], colours[v][:])
			}
		}
	}
	return func(y int, row []uint8) {
		for x := range b.Dx() {
			c := eight(img.At(b.Min.X+x, b.Min.Y+y))
			copy(row[4*x:], c[:])
		}
	}
}

func eight(c color.Color) [4]uint8 {
	r, g, b, a := c.RGBA()
	return [4]uint8{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}
}

// fade multiplies a pixel by its alpha.
func fade(p []uint8, alpha uint8) {
	a := uint32(alpha)
	for i := range 3 {
		p[i] = uint8((uint32(p[i])*a + 127) / 255)
	}
	p[3] = alpha
}

// readYCbCr knows that WebP keeps its colours in a narrower range than JPEG
// (RFC 6386, 9.2: BT.601, 16 to 235), which the library does not say.
func readYCbCr(img *image.YCbCr, k kind) reader {
	b := img.Bounds()
	rgb := color.YCbCrToRGB
	if k == webpKind {
		rgb = narrowToRGB
	}
	return func(y int, row []uint8) {
		for x := range b.Dx() {
			c := img.COffset(b.Min.X+x, b.Min.Y+y)
			row[4*x], row[4*x+1], row[4*x+2] = rgb(img.Y[img.YOffset(b.Min.X+x, b.Min.Y+y)], img.Cb[c], img.Cr[c])
			row[4*x+3] = 255
		}
	}
}

func narrowToRGB(y, cb, cr uint8) (r, g, b uint8) {
	l, u, v := 76309*(int(y)-16), int(cb)-128, int(cr)-128 // 65536 times 255/219
	level := func(n int) uint8 { return uint8(min(max((n+1<<15)>>16, 0), 255)) }
	return level(l + 104597*v), level(l - 25675*u - 53279*v), level(l + 132201*u)
}

// upright turns a picture by its orientation.
func upright(src *image.RGBA, o int) *image.RGBA {
	if o == 1 {
		return src
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	dw, dh := w, h
	if o >= 5 {
		dw, dh = h, w
	}
	dst := image.NewRGBA(image.Rect(0, 0, dw, dh))
	for y := range dh {
		for x := range dw {
			sx, sy := x, y
			switch o {
			case 2:
				sx = w - 1 - x
			case 3:
				sx, sy = w-1-x, h-1-y
			case 4:
				sy = h - 1 - y
			case 5:
				sx, sy = y, x
			case 6:
				sx, sy = y, h-1-x
			case 7:
				sx, sy = w-1-y, h-1-x
			case 8:
				sx, sy = w-1-y, x
			}
			copy(dst.Pix[y*dst.Stride+4*x:][:4], src.Pix[sy*src.Stride+4*sx:][:4])
		}
	}
	return dst
}
