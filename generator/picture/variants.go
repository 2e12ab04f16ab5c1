package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
)

// widths are what readers' screens ask for: a phone, a phone with a sharp
// screen or a small computer, a large one.
var widths = []int{480, 960, 1600}

// Enough is the size in bytes that no published picture should be over: a
// second or two on a slow phone.
const Enough = 100_000

// qualities are tried one after the other until a JPEG is small enough.
var qualities = []int{80, 72, 64, 56, 48}

// variants are a picture in several widths, none wider than it was. What stays
// too large is left out as long as a narrower one is there.
func variants(img image.Image, k kind, o int) []File {
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	if o >= 5 {
		w, h = h, w
	}
	var small *image.RGBA
	var files []File
	targets := targetsFor(w, h)
	for _, size := range slices.Backward(targets) {
		if small == nil {
			sw, sh := size.X, size.Y
			if o >= 5 {
				sw, sh = sh, sw
			}
			small = upright(shrink(img, sw, sh, readerOf(img, k)), o)
		} else {
			small = shrink(small, size.X, size.Y, readerOf(small, k))
		}
		f := encode(small, k)
		if len(f.Data) > Enough && size != targets[0] {
			continue
		}
		files = append(files, f)
	}
	slices.Reverse(files)
	return files
}

// targetsFor are the sizes to make of a picture, the narrowest first. A picture
// that is more than twice as high as wide is measured by its height.
func targetsFor(w, h int) []image.Point {
	var out []image.Point
	for _, target := range widths {
		width, height := w, h
		if width > target {
			width, height = target, (h*target+w/2)/w
		}
		if height > 2*target {
			width, height = (w*2*target+h/2)/h, 2*target
		}
		p := image.Pt(max(width, 1), max(height, 1))
		if n := len(out); n > 0 && p.X*5 < out[n-1].X*6 {
			out = out[:n-1] // hardly wider
		}
		out = append(out, p)
	}
	return out
}

// encode writes pixels, and nothing but pixels. A photo is a JPEG; what shines
// through has to be a PNG, and of a drawing the smaller of the two is taken.
func encode(img *image.RGBA, k kind) File {
	f := File{Width: img.Rect.Dx(), Height: img.Rect.Dy()}
	clear := !img.Opaque()
	if clear || k == pngKind || k == gifKind {
		f.Ext, f.Data = ".png", asPNG(img)
	}
	if clear {
		return f
	}
	for _, q := range qualities {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: q}); err != nil {
			break
		}
		if f.Data == nil || f.Ext == ".jpg" || b.Len() < len(f.Data) {
			f.Ext, f.Data = ".jpg", b.Bytes()
		}
		if len(f.Data) <= Enough {
			break
		}
	}
	return f
}

func asPNG(img *image.RGBA) []byte {
	var b bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestCompression}
	if err := e.Encode(&b, fewest(img)); err != nil {
		panic("picture: a buffer refused a write") // bytes.Buffer never does
	}
	return b.Bytes()
}

// fewest is the picture with a list of its colours, where 256 are enough.
func fewest(img *image.RGBA) image.Image {
	at := map[[4]uint8]uint8{}
	out := image.NewPaletted(img.Rect, nil)
	for i := 0; i+4 <= len(img.Pix); i += 4 {
		c := [4]uint8(img.Pix[i : i+4])
		n, ok := at[c]
		if !ok {
			if len(at) == 256 {
				return img
			}
			n = uint8(len(at))
			at[c] = n
			out.Palette = append(out.Palette, color.RGBA{c[0], c[1], c[2], c[3]})
		}
		out.Pix[i/4] = n
	}
	return out
}
