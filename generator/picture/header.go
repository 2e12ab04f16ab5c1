package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/webp"
)

// header is what the first bytes of a picture say of the rest, before anything
// is read that takes memory.
type header struct {
	width, height int
	memory        int // bytes that reading it takes, about
	moving        bool
}

func headerOf(k kind, data []byte) (header, bool) {
	var c image.Config
	var err error
	r := bytes.NewReader(data)
	switch k {
	case jpegKind:
		c, err = jpeg.DecodeConfig(r)
	case pngKind:
		c, err = png.DecodeConfig(r)
	case gifKind:
		c, err = gif.DecodeConfig(r)
	case webpKind:
		c, err = webp.DecodeConfig(r)
	}
	if err != nil || c.Width <= 0 || c.Height <= 0 {
		return header{}, false
	}
	h := header{width: c.Width, height: c.Height}
	if h.width > MaxPixels || h.height > MaxPixels { // their product has to fit
		h.width, h.height = MaxPixels, 2
		return h, true
	}
	pixels := c.Width * c.Height
	switch k {
	case jpegKind:
		// A picture in thousands of scans, each over all of it, takes hours. No
		// camera or program writes more than a few.
		if bytes.Count(data, []byte("\xff\xda")) > maxScans {
			return header{}, false
		}
		h.memory = jpegMemory(data, pixels)
	case pngKind:
		h.memory = pngMemory(data, pixels)
		h.moving = hasChunk(data, "acTL")
	case gifKind:
		h.memory = 5 * pixels
		h.moving = gifPictures(data) > 1
	case webpKind:
		h.memory = 8 * pixels
		h.moving = len(data) > 20 && string(data[12:16]) == "VP8X" && data[20]&0x02 != 0
	}
	return h, true
}

func decode(k kind, data []byte) (image.Image, error) {
	r := bytes.NewReader(data)
	switch k {
	case jpegKind:
		return jpeg.Decode(r)
	case pngKind:
		return png.Decode(r)
	case gifKind:
		img, err := gif.Decode(r)
		return whole(img, data), err
	}
	return webp.Decode(r)
}

// whole puts the one frame of a GIF, which may be smaller than the picture, in
// its place.
func whole(img image.Image, data []byte) image.Image {
	p, ok := img.(*image.Paletted)
	if !ok || len(data) < 10 {
		return img
	}
	all := image.Rect(0, 0, int(binary.LittleEndian.Uint16(data[6:])), int(binary.LittleEndian.Uint16(data[8:])))
	if p.Rect == all {
		return img
	}
	out := image.NewNRGBA(all)
	for y := p.Rect.Min.Y; y < p.Rect.Max.Y; y++ {
		for x := p.Rect.Min.X; x < p.Rect.Max.X; x++ {
			out.Set(x, y, p.At(x, y))
		}
	}
	return out
}

// jpegSegments calls see with each marker before the first scan, and what
// stands in it.
func jpegSegments(data []byte, see func(marker byte, body []byte) (more bool)) {
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		marker := data[at+1]
		switch {
		case marker == 0xff:
			at++ // padding
			continue
		case marker == 0x01 || marker >= 0xd0 && marker <= 0xd8:
			at += 2
			continue
		case marker == 0xd9 || marker == 0xda:
			return
		}
		n := int(binary.BigEndian.Uint16(data[at+2:]))
		if n < 2 || at+2+n > len(data) || !see(marker, data[at+4:at+2+n]) {
			return
		}
		at += 2 + n
	}
}

// jpegMemory counts the samples of a JPEG. A progressive one is kept as
// coefficients until its last scan, at four bytes more each.
func jpegMemory(data []byte, pixels int) int {
	samples := 4.0
	progressive := true
	jpegSegments(data, func(marker byte, body []byte) bool {
		if marker < 0xc0 || marker > 0xc2 || len(body) < 6 {
			return true
		}
		progressive = marker == 0xc2
		n, most, all := int(body[5]), 1, 0
		for i := 0; i < n && 6+3*i+1 < len(body); i++ {
			area := int(body[7+3*i]>>4) * int(body[7+3*i]&15)
			most, all = max(most, area), all+area
		}
		samples = min(float64(all)/float64(most), 4)
		if n == 4 {
			samples = 8 // read apart, then put together
		}
		return false
	})
	if progressive {
		samples *= 5
	}
	return int(samples * float64(pixels))
}

// pngMemory is by the depth and kind of colour in the header, and half as much
// again where the rows come in several passes.
func pngMemory(data []byte, pixels int) int {
	if len(data) < 29 {
		return 12 * pixels
	}
	depth, colour, passes := data[24], data[25], data[28]
	each := 4
	switch {
	case (colour == 0 || colour == 3) && depth <= 8:
		each = 1
	case depth == 16:
		each = 8
	}
	if passes != 0 {
		return each * pixels * 3 / 2
	}
	return each * pixels
}

// gifPictures counts the pictures of a GIF without reading them.
func gifPictures(data []byte) int {
	if len(data) < 13 {
		return 0
	}
	colours := func(flags byte) int {
		if flags&0x80 == 0 {
			return 0
		}
		return 3 << (flags&7 + 1)
	}
	blocks := func(at int) int { // past a row of blocks, each with its length
		for at < len(data) && data[at] != 0 {
			at += 1 + int(data[at])
		}
		return at + 1
	}
	n := 0
	for at := 13 + colours(data[10]); at < len(data); {
		switch data[at] {
		case 0x21:
			at = blocks(at + 2)
		case 0x2c:
			n++
			if at+9 >= len(data) {
				return n
			}
			at = blocks(at + 10 + colours(data[at+9]) + 1)
		default:
			return n
		}
	}
	return n
}
