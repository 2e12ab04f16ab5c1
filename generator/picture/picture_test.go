package picture

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

func read(t testing.TB, f File) image.Image {
	t.Helper()
	var m image.Image
	var err error
	if f.Ext == ".png" {
		m, err = png.Decode(bytes.NewReader(f.Data))
	} else {
		m, err = jpeg.Decode(bytes.NewReader(f.Data))
	}
	if err != nil {
		t.Fatalf("what was made can't be read: %v", err)
	}
	if m.Bounds().Dx() != f.Width || m.Bounds().Dy() != f.Height {
		t.Errorf("%v is said to be %d by %d", m.Bounds(), f.Width, f.Height)
	}
	return m
}

// clean makes the files of a picture or sound, and looks for what it hid.
func clean(t testing.TB, data []byte) []File {
	t.Helper()
	c := Make(data)
	if c.Refused != NotRefused || len(c.Files) == 0 {
		t.Fatalf("refused: %d", c.Refused)
	}
	for _, f := range c.Files {
		for _, word := range strings.Fields(hiddenWords) {
			if len(word) > 3 && bytes.Contains(f.Data, []byte(word)) {
				t.Errorf("a word that was hidden is in %s", f.Ext)
			}
		}
		if !Bare(f.Data) {
			t.Errorf("%s of %d pixels holds more than it should", f.Ext, f.Width)
		}
		if !c.Sound && len(f.Data) > Enough {
			t.Errorf("%s of %d pixels has %d bytes", f.Ext, f.Width, len(f.Data))
		}
	}
	if again := Make(data); len(again.Files) != len(c.Files) || !bytes.Equal(again.Files[0].Data, c.Files[0].Data) {
		t.Error("the same bytes came to other files")
	}
	return c.Files
}

func near(a, b color.Color) bool {
	r, g, bl, _ := a.RGBA()
	r2, g2, bl2, _ := b.RGBA()
	far := func(x, y uint32) bool { return max(x, y)-min(x, y) > 8<<8 }
	return !far(r, r2) && !far(g, g2) && !far(bl, bl2)
}

func TestEverythingThatACameraHidesIsGone(t *testing.T) {
	for name, data := range map[string][]byte{"JPEG": camera(t, corners(700, 500), 1), "PNG": talking(t, corners(700, 500)), "WAV": wav(1), "MP3": mp3(20)} {
		if !bytes.Contains(data, []byte(hiddenWords)) || Bare(data) {
			t.Errorf("%s: nothing is hidden in it to begin with, or Bare does not see it", name)
		}
		clean(t, data)
	}
}

// A camera held in each of the eight ways writes the pixels in another order.
func TestAPictureIsTurnedUprightFromEachOfTheEightWays(t *testing.T) {
	want := corners(90, 60)
	for o := 1; o <= 8; o++ {
		// The way back: which pixels the camera wrote for the picture that is wanted.
		back := map[int]int{1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}[o]
		for _, data := range [][]byte{camera(t, upright(want, back), o),
			withChunks(pngOf(t, upright(want, back)), chunk("eXIf", exif(binary.LittleEndian, o, nil)))} {
			got := read(t, clean(t, data)[0])
			if got.Bounds() != want.Rect {
				t.Errorf("way %d: %v, want %v", o, got.Bounds(), want.Rect)
				continue
			}
			for _, p := range []image.Point{{10, 10}, {80, 10}, {10, 50}, {80, 50}} {
				if !near(got.At(p.X, p.Y), want.At(p.X, p.Y)) {
					t.Errorf("way %d: %v is %v, want %v", o, p, got.At(p.X, p.Y), want.At(p.X, p.Y))
				}
			}
		}
	}
}

// The two ways to turn by a quarter, from the words of the standard: 6, the
// first row is the right side; 8, the first row is the left side.
func TestAQuarterTurnGoesTheRightWay(t *testing.T) {
	for o, want := range map[int]image.Point{6: {59, 0}, 8: {0, 89}} {
		m := corners(90, 60) // its first row begins in red
		got := upright(m, o)
		if got.At(want.X, want.Y) != m.At(0, 0) {
			t.Errorf("way %d: the first pixel is not at %v", o, want)
		}
	}
}

func TestAPictureIsMadeInWidthsAndNeverLarger(t *testing.T) {
	for _, tc := range []struct {
		w, h int
		want []int
	}{{3000, 2000, []int{480, 960, 1600}}, {1600, 1200, []int{480, 960, 1600}}, {1000, 700, []int{480, 1000}}, {300, 200, []int{300}}, {1, 1, []int{1}}, {1000, 9000, []int{107, 213, 356}}} {
		var got []int
		for _, f := range clean(t, jpegOf(t, corners(tc.w, tc.h))) {
			if m := read(t, f); float64(m.Bounds().Dx())/float64(m.Bounds().Dy())*float64(tc.h)/float64(tc.w)-1 > 0.01 {
				t.Errorf("%d by %d lost its shape: %v", tc.w, tc.h, m.Bounds())
			}
			got = append(got, f.Width)
		}
		if len(got) != len(tc.want) {
			t.Errorf("%d by %d: widths %v, want %v", tc.w, tc.h, got, tc.want)
			continue
		}
		for i := range got {
			if got[i] != tc.want[i] {
				t.Errorf("%d by %d: widths %v, want %v", tc.w, tc.h, got, tc.want)
			}
		}
	}
}

func TestWhatCannotBeMadeSmallIsLeftOutInItsLargestWidths(t *testing.T) {
	c := Make(jpegOf(t, noise(1800, 1300)))
	if c.Refused != NotRefused || len(c.Files) == 0 {
		t.Fatal("refused")
	}
	for _, f := range c.Files[1:] {
		if len(f.Data) > Enough {
			t.Errorf("%d pixels: %d bytes", f.Width, len(f.Data))
		}
	}
}

func TestWhatShinesThroughStillDoes(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 200, 100))
	for i := range 100 * 100 {
		m.SetNRGBA(i%100, i/100, color.NRGBA{200, 30, 30, 128})
	}
	files := clean(t, talking(t, m))
	got := read(t, files[len(files)-1])
	b := got.Bounds() // turned by a quarter
	r, _, _, a := got.At(b.Dx()/2, 10).RGBA()
	if files[0].Ext != ".png" || a>>8 != 128 || r>>8 < 98 || r>>8 > 102 {
		t.Errorf("%s, red %d, alpha %d", files[0].Ext, r>>8, a>>8)
	}
	if _, _, _, a := got.At(b.Dx()/2, b.Dy()-10).RGBA(); a != 0 {
		t.Error("a clear part is not clear any more")
	}
}

// A square of red (250, 20, 20), as cwebp writes it: with losses, and without.
const (
	redLossy    = "UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoQABAAAgA0JaACdLoB+AADsAD+71Ev/izkYjs83/4E78Cd+BO/8AAAAAA="
	redLossless = "UklGRh4AAABXRUJQVlA4TBEAAAAvD8ADAAdQiuqXov+BiOh/AAA="
)

func TestWebPKeepsItsColoursAndLosesTheRest(t *testing.T) {
	for name, coded := range map[string]string{"with losses": redLossy, "without": redLossless} {
		data, err := base64.StdEncoding.DecodeString(coded)
		if err != nil {
			t.Fatal(err)
		}
		wide := riff("WEBP", riffChunk("VP8X", []byte{0x0c, 0, 0, 0, 15, 0, 0, 15, 0, 0}), data[12:],
			riffChunk("EXIF", exif(binary.LittleEndian, 6, nil)), riffChunk("XMP ", []byte(hiddenWords)))
		for _, data := range [][]byte{data, wide} {
			if got := read(t, clean(t, data)[0]).At(8, 8); !near(got, color.RGBA{250, 20, 20, 255}) {
				t.Errorf("%s: red is now %v", name, got)
			}
		}
	}
}

func zipped(t testing.TB) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create("word/document.xml")
	if err == nil {
		_, err = f.Write([]byte(hiddenWords))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAFileThatIsTwoThingsComesOutAsOne(t *testing.T) {
	photo := jpegOf(t, corners(100, 80))
	for name, more := range map[string][]byte{"an archive": zipped(t), "a page": []byte("<html><script>" + hiddenWords + "</script>"), "a second picture": camera(t, corners(50, 40), 1)} {
		for kind, data := range map[string][]byte{"JPEG": photo, "PNG": pngOf(t, corners(100, 80)), "GIF": gifOf(t, 1), "WAV": wav(1)} {
			both := append(bytes.Clone(data), more...)
			if Bare(both) {
				t.Errorf("%s with %s behind it is called bare", kind, name)
			}
			clean(t, both)
		}
	}
	if c := Make(append(mp3(10), zipped(t)...)); c.Refused == NotRefused {
		for _, f := range c.Files {
			if !Bare(f.Data) || bytes.Contains(f.Data, []byte("Hidden")) {
				t.Error("an archive came along with a sound")
			}
		}
	}
}

func TestWhatCannotBeLookedIntoIsRefused(t *testing.T) {
	bomb := withChunks(pngOf(t, corners(10, 10)))
	binary.BigEndian.PutUint32(bomb[16:], 60000)
	binary.BigEndian.PutUint32(bomb[20:], 60000)
	copy(bomb[8:], chunk("IHDR", bomb[16:29]))
	large := withChunks(pngOf(t, image.NewGray(image.Rect(0, 0, 9, 9))))
	binary.BigEndian.PutUint32(large[16:], 7800)
	binary.BigEndian.PutUint32(large[20:], 7800)
	copy(large[8:], chunk("IHDR", large[16:29]))
	longBomb := bytes.Clone(bomb)
	binary.BigEndian.PutUint32(longBomb[16:], 0x7fffffff)
	binary.BigEndian.PutUint32(longBomb[20:], 0x7fffffff)
	copy(longBomb[8:], chunk("IHDR", longBomb[16:29]))
	photo := camera(t, corners(400, 300), 1)
	for name, tc := range map[string]struct {
		data []byte
		want Refusal
	}{
		"nothing":               {nil, Empty},
		"too many bytes":        {append(bytes.Clone(photo), make([]byte, MaxBytes)...), TooBig},
		"a sound too long":      {mp3(MaxSound/417 + 10), TooBig},
		"a bomb":                {bomb, TooManyPixels},
		"a little too large":    {large, TooManyPixels},
		"a larger bomb":         {longBomb, 0},
		"hours of scans":        {append(bytes.Clone(photo), bytes.Repeat([]byte("\xff\xda"), 200)...), Broken},
		"cut short":             {photo[:len(photo)/2], Broken},
		"a PNG cut short":       {pngOf(t, corners(400, 300))[:300], Broken},
		"only a start":          {[]byte("\xff\xd8\xff\xe0"), Broken},
		"a moving picture":      {gifOf(t, 3), Moving},
		"a moving PNG":          {withChunks(pngOf(t, corners(9, 9)), chunk("acTL", make([]byte, 8))), Moving},
		"a moving WebP":         {riff("WEBP", riffChunk("VP8X", []byte{2, 0, 0, 0, 15, 0, 0, 15, 0, 0})), 0},
		"a drawing":             {[]byte(`<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), Drawing},
		"a drawing in capitals": {[]byte("\n <SVG onload=alert(1)>"), Drawing},
		"HEIC":                  {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), PhonePicture},
		"AVIF":                  {[]byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00"), PhonePicture},
		"MP4":                   {[]byte("\x00\x00\x00\x18ftypisom\x00\x00\x00\x00"), Film},
		"QuickTime":             {[]byte("\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00"), Film},
		"WebM":                  {[]byte("\x1a\x45\xdf\xa3webm"), Film},
		"Ogg":                   {[]byte("OggS\x00\x02vorbis"), OtherSound},
		"M4A":                   {[]byte("\x00\x00\x00\x18ftypM4A \x00\x00\x00\x00"), OtherSound},
		"PDF":                   {[]byte("%PDF-1.7\n"), Unknown},
		"an archive":            {zipped(t), Unknown},
		"a program":             {[]byte("MZ\x90\x00\x03"), Unknown},
		"another program":       {[]byte("\x7fELF\x02\x01\x01"), Unknown},
		"TIFF":                  {[]byte("II*\x00\x08\x00\x00\x00"), Unknown},
		"a text":                {[]byte("hello"), Unknown},
		"sound with no samples": {riff("WAVE", riffChunk("fmt ", make([]byte, 16))), Broken},
		"tags and no sound":     {[]byte("ID3\x04\x00\x00\x00\x00\x00\x00"), Broken},
		"a tag that lies":       {[]byte("ID3\x04\x00\x00\x7f\x7f\x7f\x7f"), Broken},
		"sound and then what":   {append(mp3(5), bytes.Repeat([]byte("x"), 99)...), 0},
	} {
		c := Make(tc.data)
		if c.Refused == NotRefused && name != "sound and then what" || tc.want != 0 && c.Refused != tc.want {
			t.Errorf("%s: %d, want %d", name, c.Refused, tc.want)
		}
		if c.Refused != NotRefused && len(c.Files) > 0 {
			t.Errorf("%s: refused, and made all the same", name)
		}
	}
}

// The shape of a file name plays no part: Make is not told it.
func TestAKindIsKnownByItsBytes(t *testing.T) {
	if f := clean(t, gifOf(t, 1)); f[0].Ext != ".png" && f[0].Ext != ".jpg" {
		t.Errorf("a still GIF became %s", f[0].Ext)
	}
}

func TestExifThatLiesIsPassedOver(t *testing.T) {
	good := exif(binary.LittleEndian, 6, nil)
	for i := range good {
		for _, v := range []byte{0, 1, 0x7f, 0xff} {
			lie := bytes.Clone(good)
			lie[i] = v
			if o := tiffOrientation(lie); o < 1 || o > 8 {
				t.Fatalf("byte %d: %d", i, o)
			}
			tiffOrientation(lie[:i])
		}
	}
	if tiffOrientation(good) != 6 {
		t.Error("the true one is not read")
	}
	loop := exif(binary.BigEndian, 1, nil)
	binary.BigEndian.PutUint32(loop[4:], 0xfffffff0)
	if tiffOrientation(loop) != 1 {
		t.Error("an offset past the end is followed")
	}
}

func TestBareSeesOneByteTooMuch(t *testing.T) {
	for name, data := range map[string][]byte{"JPEG": clean(t, camera(t, corners(90, 60), 1))[0].Data, "PNG": clean(t, talking(t, corners(4, 4)))[0].Data,
		"MP3": clean(t, mp3(9))[0].Data, "WAV": clean(t, wav(1))[0].Data} {
		if Bare(append(bytes.Clone(data), 'x')) || Bare(data[:len(data)-1]) {
			t.Errorf("%s: a byte more or less is not seen", name)
		}
	}
	made := clean(t, jpegOf(t, corners(90, 60)))[0].Data
	for _, s := range [][]byte{segment(0xfe, []byte("a")), segment(0xe0, []byte("JFIF")), segment(0xe1, []byte("Exif\x00\x00")), segment(0xef, nil)} {
		if Bare(append(append(bytes.Clone(made[:2]), s...), made[2:]...)) {
			t.Errorf("a segment %x is not seen", s[1])
		}
	}
	for _, name := range []string{"tEXt", "zTXt", "iTXt", "eXIf", "iCCP", "tIME", "gAMA", "prIv"} {
		if Bare(withChunks(pngOf(t, corners(4, 4)), chunk(name, []byte("a")))) {
			t.Errorf("a chunk %s is not seen", name)
		}
	}
	if Bare(nil) || Bare([]byte("<svg>")) || Bare(gifOf(t, 1)) {
		t.Error("what is never published is called bare")
	}
}

func FuzzMake(f *testing.F) {
	red, _ := base64.StdEncoding.DecodeString(redLossy)
	for _, data := range [][]byte{camera(f, corners(40, 30), 6), talking(f, corners(40, 30)), gifOf(f, 1), gifOf(f, 2), red, mp3(3), wav(1)[:400], zipped(f), []byte("<svg>")} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if k := kindOf(data); k == jpegKind || k == pngKind || k == gifKind || k == webpKind {
			if h, ok := headerOf(k, data); ok && h.width*h.height > 1_000_000 {
				t.Skip("large, and only slow")
			}
		}
		c := Make(data)
		if (c.Refused == NotRefused) != (len(c.Files) > 0) {
			t.Fatal("neither refused nor made, or both")
		}
		for _, file := range c.Files {
			if !Bare(file.Data) {
				t.Fatal("more than pixels or sound came through")
			}
		}
		Bare(data)
		IsSound(data)
	})
}
