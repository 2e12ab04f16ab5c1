package picture

import (
	"bytes"
	"encoding/binary"
)

// Bits per second in thousands, by the index in a frame's header (ISO 11172-3
// and 13818-3, layer III).
var (
	rates1 = [16]int{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0}
	rates2 = [16]int{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0}
	hertz  = [4]int{44100, 48000, 32000, 0}
)

// mp3Frame is the length of the frame of MP3 that b begins with, or 0, and what
// has to be the same in all frames of a sound.
func mp3Frame(b []byte) (n int, same uint32) {
	if len(b) < 4 || b[0] != 0xff || b[1]&0xe0 != 0xe0 {
		return 0, 0
	}
	version, layer := b[1]>>3&3, b[1]>>1&3
	hz := hertz[b[2]>>2&3]
	if version == 1 || layer != 1 || hz == 0 || b[3]&3 == 2 {
		return 0, 0
	}
	rate, each := rates1[b[2]>>4], 144000
	if version != 3 {
		rate, each = rates2[b[2]>>4], 72000
		if hz /= 2; version == 0 {
			hz /= 2
		}
	}
	if rate == 0 {
		return 0, 0
	}
	return each*rate/hz + int(b[2]>>1&1), uint32(b[1]&0xfe)<<8 | uint32(b[2]&0x0c)
}

// isAboutFrames knows the frame that holds no sound but a list of contents, and
// the name of the program that made it.
func isAboutFrames(frame []byte) bool {
	if len(frame) < 4 {
		return false
	}
	mono := frame[3]>>6 == 3
	side := 32
	switch v1 := frame[1]>>3&3 == 3; {
	case v1 && mono, !v1 && !mono:
		side = 17
	case !v1:
		side = 9
	}
	for _, at := range []int{4 + side, 6 + side, 4 + 32} {
		if len(frame) >= at+4 {
			switch string(frame[at : at+4]) {
			case "Xing", "Info", "VBRI":
				return true
			}
		}
	}
	return false
}

// mp3Frames keeps the frames of an MP3. What stands before them has to be a tag
// and what stands after them a tag too, or nothing.
func mp3Frames(data []byte) ([]byte, bool) {
	for len(data) >= 10 && string(data[:3]) == "ID3" {
		if (data[6]|data[7]|data[8]|data[9])&0x80 != 0 {
			return nil, false
		}
		n := 10 + (int(data[6])<<21 | int(data[7])<<14 | int(data[8])<<7 | int(data[9]))
		if data[5]&0x10 != 0 {
			n += 10
		}
		if n > len(data) {
			return nil, false
		}
		data = data[n:]
	}
	data = bytes.TrimLeft(data, "\x00")
	out := make([]byte, 0, len(data))
	var kept uint32
	for first := true; ; first = false {
		n, same := mp3Frame(data)
		if n == 0 || !first && same != kept {
			break
		}
		kept = same
		if n > len(data) {
			data = nil // the last one is cut short
			break
		}
		if !first || !isAboutFrames(data[:n]) {
			out = append(out, data[:n]...)
		}
		data = data[n:]
	}
	return out, len(out) > 0 && isTags(data)
}

// isTags knows what programs write after the last frame.
func isTags(b []byte) bool {
	b = bytes.Trim(b, "\x00")
	for _, start := range []string{"TAG", "APETAGEX", "LYRICSBEGIN", "ID3", "3DI"} {
		if bytes.HasPrefix(b, []byte(start)) {
			return true
		}
	}
	return len(b) == 0
}

// wavSamples keeps the samples of a WAV, and writes their header anew.
func wavSamples(data []byte) ([]byte, bool) {
	var format, samples []byte
	riffChunks(data, func(name string, body []byte) bool {
		switch name {
		case "fmt ":
			format = body
		case "data":
			samples = body
		}
		return format == nil || samples == nil
	})
	if len(format) < 16 || len(samples) == 0 {
		return nil, false
	}
	tag := binary.LittleEndian.Uint16(format)
	if tag == 0xfffe && len(format) >= 26 { // what it is stands further on
		tag = binary.LittleEndian.Uint16(format[24:])
	}
	channels, hz := binary.LittleEndian.Uint16(format[2:]), binary.LittleEndian.Uint32(format[4:])
	bits := binary.LittleEndian.Uint16(format[14:])
	if tag != 1 || channels < 1 || channels > 2 || hz < 4000 || hz > 192000 || bits != 8 && bits != 16 && bits != 24 && bits != 32 {
		return nil, false
	}
	each := channels * bits / 8
	samples = samples[:len(samples)/int(each)*int(each)]
	if len(samples) == 0 {
		return nil, false
	}
	return wavOf(channels, hz, bits, samples), true
}

func wavOf(channels uint16, hz uint32, bits uint16, samples []byte) []byte {
	odd := len(samples) & 1
	le := binary.LittleEndian
	out := make([]byte, 0, wavHeader+len(samples)+odd)
	out = append(out, "RIFF"...)
	out = le.AppendUint32(out, uint32(wavHeader-8+len(samples)+odd))
	out = append(out, "WAVEfmt "...)
	out = le.AppendUint32(out, 16)
	out = le.AppendUint16(out, 1)
	out = le.AppendUint16(out, channels)
	out = le.AppendUint32(out, hz)
	out = le.AppendUint32(out, hz*uint32(channels*bits/8))
	out = le.AppendUint16(out, channels*bits/8)
	out = le.AppendUint16(out, bits)
	out = append(out, "data"...)
	out = le.AppendUint32(out, uint32(len(samples)))
	out = append(out, samples...)
	return append(out, make([]byte, odd)...)
}

const wavHeader = 44
