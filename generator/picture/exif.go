package picture

import (
	"bytes"
	"encoding/binary"
)

const pngStart = "\x89PNG\r\n\x1a\n"

// orientation is how a camera was held, from 1 (upright) to 8, as it stands in
// the Exif part of a picture (Exif 2.32, tag 0x0112). Whatever is odd about it
// counts as upright. Nothing else of Exif is read.
func orientation(k kind, data []byte) int {
	var exif []byte
	switch k {
	case jpegKind:
		jpegSegments(data, func(marker byte, body []byte) bool {
			if marker == 0xe1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")) {
				exif = body[6:]
			}
			return exif == nil
		})
	case pngKind:
		pngChunks(data, func(name string, body []byte) bool {
			if name == "eXIf" {
				exif = body
			}
			return exif == nil
		})
	case webpKind:
		riffChunks(data, func(name string, body []byte) bool {
			if name == "EXIF" {
				exif = bytes.TrimPrefix(body, []byte("Exif\x00\x00"))
			}
			return exif == nil
		})
	}
	return tiffOrientation(exif)
}

func tiffOrientation(b []byte) int {
	if len(b) < 8 {
		return 1
	}
	var order binary.ByteOrder
	switch string(b[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return 1
	}
	at := uint64(order.Uint32(b[4:]))
	if at+2 > uint64(len(b)) {
		return 1
	}
	n := uint64(order.Uint16(b[at:]))
	for i := range n {
		entry := at + 2 + 12*i
		if entry+12 > uint64(len(b)) {
			break
		}
		e := b[entry : entry+12]
		if order.Uint16(e) == 0x0112 && order.Uint16(e[2:]) == 3 {
			if o := int(order.Uint16(e[8:])); o >= 1 && o <= 8 {
				return o
			}
			return 1
		}
	}
	return 1
}

// pngChunks calls see with each chunk of a PNG that is whole. It returns how
// far it came.
func pngChunks(data []byte, see func(name string, body []byte) (more bool)) (end int) {
	at := len(pngStart)
	for at+12 <= len(data) {
		n := uint64(binary.BigEndian.Uint32(data[at:]))
		if uint64(at)+12+n > uint64(len(data)) {
			break
		}
		name, body := string(data[at+4:at+8]), data[at+8:at+8+int(n)]
		at += 12 + int(n)
		if !see(name, body) || name == "IEND" {
			break
		}
	}
	return at
}

func hasChunk(data []byte, want string) (found bool) {
	pngChunks(data, func(name string, _ []byte) bool {
		found = name == want
		return !found && name != "IDAT"
	})
	return found
}

// riffChunks calls see with each chunk of a RIFF file, as WebP and WAV are.
func riffChunks(data []byte, see func(name string, body []byte) (more bool)) (end int) {
	at := 12
	for at+8 <= len(data) {
		n := uint64(binary.LittleEndian.Uint32(data[at+4:]))
		if uint64(at)+8+n > uint64(len(data)) {
			break
		}
		if !see(string(data[at:at+4]), data[at+8:at+8+int(n)]) {
			break
		}
		at += 8 + int(n+n&1)
	}
	return at
}
