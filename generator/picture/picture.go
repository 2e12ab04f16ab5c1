// Package picture makes of a picture, or a sound, what may be published of it:
// bytes in, clean bytes out.
//
// A picture is read down to its pixels, turned upright, made smaller in a few
// widths and written anew from the pixels alone. Nothing else of the file is
// copied, so nothing that a camera or a program has hidden in it comes along:
// not the place, the time, the owner or a small copy of what was cropped away.
// Of a sound only the frames, or the samples, are kept. Whatever can't be read
// to its end in this way is refused; what a file is called plays no part.
//
// Bare is the same promise from the other side: it looks at finished bytes and
// knows nothing of how they were made.
//
// Colours are taken for sRGB. A profile of other colours is dropped and not
// worked in: such pictures come out a little paler.
//
// The package imports nothing of ours, keeps no state and never panics. The
// same bytes come to the same files on every computer: sizes are worked out in
// whole numbers.
package picture

import "bytes"

// The most that is read: of a file, of a picture, of a sound, and the memory
// and the passes that a picture may take while it is read.
const (
	MaxBytes  = 30 << 20
	MaxPixels = 60_000_000
	MaxSound  = 10 << 20
	maxMemory = 500 << 20
	maxScans  = 100
)

// Clean is what may be published of one file: nothing, with the reason, or at
// least one file.
type Clean struct {
	Refused Refusal
	Sound   bool
	Files   []File // pictures: the narrowest first
	Pixels  int    // of the picture that was read
}

// File is one published form of a picture or a sound.
type File struct {
	Ext           string // with its dot: ".jpg", ".png", ".mp3", ".wav"
	Width, Height int    // in pixels; zero for sound
	Data          []byte
}

// Refusal is why nothing is made of a file. The zero Refusal is none.
type Refusal uint8

const (
	NotRefused    Refusal = iota
	Empty                 // no bytes at all
	TooBig                // over MaxBytes, or a sound over MaxSound
	TooManyPixels         // over MaxPixels, or over the memory that there is for it
	Broken                // cut short, or not as its kind should be
	Moving                // more than one picture in one
	Drawing               // SVG, which is a program as well as a picture
	PhonePicture          // HEIC, AVIF: nothing here can read it
	OtherSound            // neither MP3 nor WAV
	Film
	Unknown // anything else: a document, a program, an archive
)

// Make reads a file and makes what may be published of it.
func Make(data []byte) (c Clean) {
	defer func() {
		// Readers of pictures meet bytes that nobody thought of. What broke is
		// not told: the file is refused.
		if recover() != nil {
			c = Clean{Refused: Broken}
		}
	}()
	if len(data) > MaxBytes {
		return Clean{Refused: TooBig}
	}
	switch k := kindOf(data); k {
	case jpegKind, pngKind, gifKind, webpKind:
		return still(k, data)
	case mp3Kind:
		return sound(".mp3", data, mp3Frames)
	case wavKind:
		return sound(".wav", data, wavSamples)
	case svgKind:
		return Clean{Refused: Drawing}
	case heifKind:
		return Clean{Refused: PhonePicture}
	case soundKind:
		return Clean{Refused: OtherSound}
	case filmKind:
		return Clean{Refused: Film}
	case emptyKind:
		return Clean{Refused: Empty}
	}
	return Clean{Refused: Unknown}
}

// IsSound reports whether the bytes begin as a sound does, one that is refused
// included.
func IsSound(data []byte) bool {
	k := kindOf(data)
	return k == mp3Kind || k == wavKind || k == soundKind
}

func still(k kind, data []byte) Clean {
	h, ok := headerOf(k, data)
	switch {
	case !ok:
		return Clean{Refused: Broken}
	case h.moving:
		return Clean{Refused: Moving}
	case h.width*h.height > MaxPixels || h.memory > maxMemory:
		return Clean{Refused: TooManyPixels}
	}
	img, err := decode(k, data)
	if err != nil || img.Bounds().Dx() != h.width || img.Bounds().Dy() != h.height {
		return Clean{Refused: Broken}
	}
	return Clean{Files: variants(img, k, orientation(k, data)), Pixels: h.width * h.height}
}

func sound(ext string, data []byte, keep func([]byte) ([]byte, bool)) Clean {
	if len(data) > MaxSound {
		return Clean{Refused: TooBig, Sound: true}
	}
	kept, ok := keep(data)
	if !ok {
		return Clean{Refused: Broken, Sound: true}
	}
	return Clean{Sound: true, Files: []File{{Ext: ext, Data: kept}}}
}

// kind is what a file is by its bytes.
type kind uint8

const (
	unknownKind kind = iota
	emptyKind
	jpegKind
	pngKind
	gifKind
	webpKind
	mp3Kind
	wavKind
	svgKind
	heifKind
	soundKind
	filmKind
)

func kindOf(data []byte) kind {
	has := func(at int, s string) bool { return len(data) >= at+len(s) && string(data[at:at+len(s)]) == s }
	switch {
	case len(data) == 0:
		return emptyKind
	case has(0, "\xff\xd8\xff"):
		return jpegKind
	case has(0, pngStart):
		return pngKind
	case has(0, "GIF87a"), has(0, "GIF89a"):
		return gifKind
	case has(0, "RIFF") && has(8, "WEBP"):
		return webpKind
	case has(0, "RIFF") && has(8, "WAVE"):
		return wavKind
	case has(0, "RIFF") && has(8, "AVI "), has(0, "\x1a\x45\xdf\xa3"):
		return filmKind
	case has(0, "OggS"), has(0, "fLaC"), has(0, "FORM") && (has(8, "AIFF") || has(8, "AIFC")), has(0, "#!AMR"):
		return soundKind
	case has(4, "ftyp"):
		for _, brand := range []string{"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif", "avis"} {
			if has(8, brand) {
				return heifKind
			}
		}
		if has(8, "M4A") || has(8, "M4B") {
			return soundKind
		}
		return filmKind
	case has(0, "ID3"):
		return mp3Kind
	}
	if n, _ := mp3Frame(data); n > 0 {
		return mp3Kind
	}
	if len(data) > 1 && data[0] == 0xff && data[1]&0xf6 == 0xf0 {
		return soundKind // AAC
	}
	if start := bytes.ToLower(data[:min(len(data), 1024)]); bytes.Contains(start, []byte("<svg")) {
		return svgKind
	}
	return unknownKind
}
