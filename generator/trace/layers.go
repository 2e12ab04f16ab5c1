package trace

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"html"
	"io"
	"net/http"
	"path"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/andybalholm/brotli"
	"golang.org/x/text/encoding/charmap"

	"yousaid/generator/gate"
	"yousaid/generator/site"
)

// most is how much is unpacked of one file, so that a small one can't fill the
// machine.
const most = 32 << 20

// layers calls see with every text that a person or a machine could read in a
// file: as it is, unpacked, with entities and escapes taken out. first is the
// file as it is. whole is false when some of it can't be read: a picture, a
// film, or more than is unpacked.
func layers(name string, data []byte, see func(text string, first bool)) (whole bool) {
	left := most
	return peel(name, data, 0, &left, see)
}

func peel(name string, data []byte, depth int, left *int, see func(text string, first bool)) (whole bool) {
	ext := strings.ToLower(path.Ext(name))
	inner := func(name string, r io.Reader) bool {
		unpacked, err := io.ReadAll(io.LimitReader(r, int64(*left)+1))
		if len(unpacked) > *left || depth > 3 {
			return false
		}
		*left -= len(unpacked)
		return peel(name, unpacked, depth+1, left, func(text string, _ bool) { see(text, false) }) && err == nil
	}
	switch {
	case bytes.HasPrefix(data, []byte{0x1f, 0x8b}):
		r, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return false
		}
		see(r.Name+"\n"+r.Comment, false)
		return inner(strings.TrimSuffix(name, path.Ext(name)), r)
	case ext == ".br":
		return inner(strings.TrimSuffix(name, path.Ext(name)), brotli.NewReader(bytes.NewReader(data)))
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return packed(data, inner, see)
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}), bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		text := fromUTF16(data)
		see(text, false)
		texts(name, text, see)
		return true
	}
	see(string(data), true)
	texts(name, string(data), see)
	if text, ok := fromOldWindows(data); ok {
		see(text, false)
		texts(name, text, see)
	}
	kind := http.DetectContentType(data)
	for _, closed := range []string{"image/", "audio/", "video/", "application/pdf", "application/x-rar", "application/ogg"} {
		if strings.HasPrefix(kind, closed) {
			return false
		}
	}
	return true
}

// packed are the files within a zip, which Office files are too.
func packed(data []byte, inner func(string, io.Reader) bool, see func(string, bool)) bool {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	whole := true
	for _, f := range z.File {
		see(f.Name+"\n"+f.Comment, false)
		if f.FileInfo().IsDir() {
			continue
		}
		r, err := f.Open()
		if err != nil {
			whole = false
			continue
		}
		whole = inner(f.Name, r) && whole
		r.Close()
	}
	return whole
}

// fromOldWindows reads a text that was saved before everybody used UTF-8.
func fromOldWindows(data []byte) (string, bool) {
	if utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return "", false
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(text), err == nil
}

func fromUTF16(data []byte) string {
	var order binary.ByteOrder = binary.LittleEndian
	if data[0] == 0xFE {
		order = binary.BigEndian
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	return string(utf16.Decode(units))
}

// texts calls see with a text in each way that it can be read beside the plain one.
func texts(name, text string, see func(text string, first bool)) {
	if strings.ContainsAny(name, "%&") {
		see(unescaped(name), false)
	}
	ext := strings.ToLower(path.Ext(name))
	switch ext {
	case ".xml", ".json":
		for _, t := range gate.Read([]site.File{{Path: "f" + ext, Data: []byte(text)}}) {
			see(t, false)
		}
	case ".md", ".markdown", ".txt":
		if strings.ContainsAny(text, "*_`\\") { // emphasis within a word
			see(emphasis.Replace(text), false)
		}
	}
	plain := text
	if strings.ContainsAny(text, `&%\`) {
		if plain = unescaped(text); plain != text {
			see(plain, false)
		}
	}
	if strings.Contains(plain, "<") {
		for _, t := range gate.Read([]site.File{{Path: "f.html", Data: []byte(plain)}}) {
			see(t, false)
		}
	}
}

var emphasis = strings.NewReplacer("*", "", "_", "", "`", "", `\`, "")

// unescaped takes entities, %20 and \u0041 out of a text, also where one
// stands within another.
func unescaped(s string) string {
	for range 3 {
		before := s
		s = html.UnescapeString(s)
		if strings.ContainsAny(s, `%\`) {
			s = unhex(s)
		}
		if s == before {
			break
		}
	}
	return s
}

// unhex takes %41, \u0041, \x41, \n and \" out of a text, and leaves what only
// looks like them.
func unhex(s string) string {
	out := make([]byte, 0, len(s))
	var units []uint16
	flush := func() {
		out = append(out, string(utf16.Decode(units))...)
		units = units[:0]
	}
	for i := 0; i < len(s); i++ {
		if strings.HasPrefix(s[i:], `\u`) && i+6 <= len(s) {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				units = append(units, uint16(n))
				i += 5
				continue
			}
		}
		flush()
		switch {
		case s[i] == '%' && i+3 <= len(s):
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				out = append(out, byte(n))
				i += 2
				continue
			}
		case strings.HasPrefix(s[i:], `\x`) && i+4 <= len(s):
			if n, err := strconv.ParseUint(s[i+2:i+4], 16, 8); err == nil {
				out = append(out, string(rune(n))...)
				i += 3
				continue
			}
		case s[i] == '\\' && i+1 < len(s) && strings.IndexByte("ntr", s[i+1]) >= 0:
			out = append(out, ' ')
			i++
			continue
		case s[i] == '\\' && i+1 < len(s) && strings.IndexByte(`"'/\`, s[i+1]) >= 0:
			continue
		}
		out = append(out, s[i])
	}
	flush()
	return string(out)
}
