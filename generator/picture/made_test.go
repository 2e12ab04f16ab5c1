package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
)

// hiddenWords stand in everything that a camera or a program hides.
const hiddenWords = "Hidden Words Of Nobody"

// corners is a picture whose four corners are red, green, blue and yellow, row
// by row, so that a test sees how it was turned.
func corners(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{230, 20, 20, 255}
			switch left, top := x < w/2, y < h/2; {
			case !left && top:
				c = color.RGBA{20, 200, 20, 255}
			case left && !top:
				c = color.RGBA{20, 20, 230, 255}
			case !left && !top:
				c = color.RGBA{230, 220, 20, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

// noise is a picture that no coding makes small.
func noise(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	n := uint32(1)
	for i := range m.Pix {
		n = n*1664525 + 1013904223
		m.Pix[i] = uint8(n >> 24)
		if i%4 == 3 {
			m.Pix[i] = 255
		}
	}
	return m
}

func jpegOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 92}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gifOf(t testing.TB, frames int) []byte {
	t.Helper()
	g := &gif.GIF{}
	for i := range frames {
		m := image.NewPaletted(image.Rect(0, 0, 60, 40), color.Palette{color.RGBA{200, 0, 0, 255}, color.RGBA{0, 0, 200, 255}})
		m.Pix[i] = 1
		g.Image, g.Delay = append(g.Image, m), append(g.Delay, 10)
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// exif is what a phone writes: the way it was held, who owns it, when, where,
// and a small copy of the whole picture.
func exif(order binary.AppendByteOrder, orientation int, thumbnail []byte) []byte {
	start, star := "II", []byte{'*', 0}
	if order == binary.AppendByteOrder(binary.BigEndian) {
		start, star = "MM", []byte{0, '*'}
	}
	b := append([]byte(start), star...)
	b = order.AppendUint32(b, 8)
	words := []byte(hiddenWords + "\x00")
	const first, gps = 8, 8 + 2 + 12*4 + 4
	const second = gps + 2 + 12*2 + 4
	text := uint32(second + 2 + 12*2 + 4)
	entry := func(tag, kind uint16, n, value uint32) {
		b = order.AppendUint16(b, tag)
		b = order.AppendUint16(b, kind)
		b = order.AppendUint32(b, n)
		if kind == 3 {
			b = order.AppendUint16(b, uint16(value))
			b = append(b, 0, 0)
		} else {
			b = order.AppendUint32(b, value)
		}
	}
	b = order.AppendUint16(b, 4)
	entry(0x010e, 2, uint32(len(words)), text) // what it shows
	entry(0x0112, 3, 1, uint32(orientation))
	entry(0x013b, 2, uint32(len(words)), text) // who made it
	entry(0x8825, 4, 1, gps)
	b = order.AppendUint32(b, second)
	b = order.AppendUint16(b, 2)
	entry(0x0001, 2, 2, 'N')
	entry(0x0002, 5, 3, text+uint32(len(words)))
	b = order.AppendUint32(b, 0)
	b = order.AppendUint16(b, 2)
	entry(0x0201, 4, 1, text+uint32(len(words))+24)
	entry(0x0202, 4, 1, uint32(len(thumbnail)))
	b = order.AppendUint32(b, 0)
	b = append(b, words...)
	for range 3 {
		b = order.AppendUint32(b, 54)
		b = order.AppendUint32(b, 1)
	}
	return append(b, thumbnail...)
}

func segment(marker byte, body []byte) []byte {
	out := []byte{0xff, marker}
	out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
	return append(out, body...)
}

// camera puts into a JPEG everything that cameras and programs put there.
func camera(t testing.TB, m image.Image, orientation int) []byte {
	plain := jpegOf(t, m)
	thumbnail := append(jpegOf(t, corners(16, 12)), hiddenWords...)
	out := []byte{0xff, 0xd8}
	out = append(out, segment(0xe0, []byte("JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00"))...)
	out = append(out, segment(0xe1, append([]byte("Exif\x00\x00"), exif(binary.BigEndian, orientation, thumbnail)...))...)
	out = append(out, segment(0xe1, []byte("http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>"+hiddenWords+"</x:xmpmeta>"))...)
	out = append(out, segment(0xe2, []byte("ICC_PROFILE\x00\x01\x01"+hiddenWords))...)
	out = append(out, segment(0xed, []byte("Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x20\x1c\x02\x50\x00\x16"+hiddenWords))...)
	out = append(out, segment(0xfe, []byte(hiddenWords))...)
	return append(out, plain[2:]...)
}

func chunk(name string, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(out, name...)
	out = append(out, body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// withChunks puts chunks behind the header of a PNG.
func withChunks(data []byte, chunks ...[]byte) []byte {
	at := len(pngStart) + 25
	out := append([]byte{}, data[:at]...)
	out = append(out, bytes.Join(chunks, nil)...)
	return append(out, data[at:]...)
}

func talking(t testing.TB, m image.Image) []byte {
	return withChunks(pngOf(t, m),
		chunk("tEXt", []byte("Author\x00"+hiddenWords)), chunk("zTXt", []byte("Comment\x00\x00"+hiddenWords)),
		chunk("iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00"+hiddenWords)), chunk("tIME", []byte("\x07\xea\x03\x0e\x09\x00\x00")),
		chunk("eXIf", exif(binary.LittleEndian, 6, nil)), chunk("prIv", []byte(hiddenWords)))
}

func riff(form string, chunks ...[]byte) []byte {
	body := append([]byte(form), bytes.Join(chunks, nil)...)
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...)
}

func riffChunk(name string, body []byte) []byte {
	out := binary.LittleEndian.AppendUint32([]byte(name), uint32(len(body)))
	out = append(out, body...)
	if len(body)%2 == 1 {
		out = append(out, 0)
	}
	return out
}

func wav(seconds int) []byte {
	format := []byte{1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x80, 0x3e, 0, 0, 2, 0, 16, 0}
	return riff("WAVE", riffChunk("fmt ", format), riffChunk("LIST", []byte("INFOIART"+hiddenWords)),
		riffChunk("bext", []byte(hiddenWords)), riffChunk("data", make([]byte, 16000*seconds)), riffChunk("id3 ", []byte("ID3"+hiddenWords)))
}

// mp3 is silence of MPEG 1 layer III at 128 kbit/s and 44.1 kHz, with every tag.
func mp3(frames int) []byte {
	frame := append([]byte{0xff, 0xfb, 0x90, 0xc0}, make([]byte, 413)...)
	about := bytes.Clone(frame)
	copy(about[4+17:], "Info")
	copy(about[4+17+60:], hiddenWords)
	artist := append([]byte("TPE1\x00\x00\x00\x17\x00\x00\x00"), hiddenWords...)
	tag := append([]byte{'I', 'D', '3', 4, 0, 0, 0, 0, 0, byte(len(artist))}, artist...)
	out := append(tag, about...)
	for range frames {
		out = append(out, frame...)
	}
	out = append(out, "APETAGEX"+hiddenWords...)
	end := append([]byte("TAG"+hiddenWords), make([]byte, 128-3-len(hiddenWords))...)
	return append(out, end...)
}
