package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

// Bare reports whether a file is nothing but pixels or sound, in one of the
// forms that are published: no segment, chunk, tag or comment that could hold
// anything else, and not a byte before or after.
func Bare(data []byte) bool {
	switch kindOf(data) {
	case jpegKind:
		return bareJPEG(data)
	case pngKind:
		return barePNG(data)
	case mp3Kind:
		return bareMP3(data)
	case wavKind:
		return bareWAV(data)
	}
	return false
}

// bareJPEG allows tables, one frame and its scans, and the end at the end.
func bareJPEG(data []byte) bool {
	frames, scans := 0, 0
	for at := 2; ; {
		if at+2 > len(data) || data[at] != 0xff {
			return false
		}
		marker := data[at+1]
		if marker == 0xd9 {
			return at+2 == len(data) && frames == 1 && scans > 0
		}
		if at+4 > len(data) {
			return false
		}
		switch marker {
		case 0xc0, 0xc1, 0xc2:
			frames++
		case 0xc4, 0xdb, 0xdd: // tables
		case 0xda:
			scans++
		default:
			return false
		}
		n := int(binary.BigEndian.Uint16(data[at+2:]))
		if n < 2 || at+2+n > len(data) {
			return false
		}
		at += 2 + n
		if marker == 0xda {
			at = afterScan(data, at)
		}
	}
}

// afterScan is the first marker after the coded pixels.
func afterScan(data []byte, at int) int {
	for at < len(data) {
		i := bytes.IndexByte(data[at:], 0xff)
		if i < 0 || at+i+1 >= len(data) {
			return len(data)
		}
		at += i
		if m := data[at+1]; m != 0 && (m < 0xd0 || m > 0xd7) {
			return at
		}
		at += 2
	}
	return at
}

func barePNG(data []byte) bool {
	good, last := true, ""
	end := pngChunks(data, func(name string, body []byte) bool {
		switch name {
		case "IHDR", "PLTE", "tRNS", "IDAT", "IEND":
		default:
			good = false
		}
		last = name
		return good
	})
	if !good || last != "IEND" || end != len(data) {
		return false
	}
	for at := len(pngStart); at < end; { // a sum that is wrong could hold four letters each
		n := int(binary.BigEndian.Uint32(data[at:]))
		if crc32.ChecksumIEEE(data[at+4:at+8+n]) != binary.BigEndian.Uint32(data[at+8+n:]) || data[at+4] == 'I' && data[at+5] == 'E' && n != 0 {
			return false
		}
		at += 12 + n
	}
	return true
}

func bareMP3(data []byte) bool {
	for first := true; len(data) > 0; first = false {
		n, _ := mp3Frame(data)
		if n == 0 || n > len(data) || first && isAboutFrames(data[:n]) {
			return false
		}
		data = data[n:]
	}
	return true
}

func bareWAV(data []byte) bool {
	if len(data) <= wavHeader || int(binary.LittleEndian.Uint32(data[4:])) != len(data)-8 {
		return false
	}
	var names []string
	size := 0
	end := riffChunks(data, func(name string, body []byte) bool {
		names, size = append(names, name), len(body)
		return true
	})
	return len(names) == 2 && names[0] == "fmt " && names[1] == "data" && end == len(data) &&
		binary.LittleEndian.Uint32(data[16:]) == 16 && (size%2 == 0 || data[len(data)-1] == 0)
}
