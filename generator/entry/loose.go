package entry

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
)

// A report that cannot be read has voices all the same. Their words are found by
// lines alone, so that no page can show them in the meantime.

var (
	topLine   = regexp.MustCompile(`^["']?([A-Za-z_]+)["']?[ \t]*:(?:[ \t]|$)`)
	innerLine = regexp.MustCompile(`^[ \t-]*[{]?[ \t]*["']?[\w-]+["']?[ \t]*:(?:[ \t]+[|>][+-]?\d?)?[ \t]*`)
)

// LooseWords are the texts of what seems to be the voices and pictures in a file:
// below contributions or media, however these are misspelt.
func LooseWords(raw []byte) []Private {
	var out []Private
	var b strings.Builder
	flush := func() {
		if strings.TrimSpace(b.String()) != "" {
			out = append(out, Secret(b.String()))
		}
		b.Reset()
	}
	inside := false
	for line := range strings.Lines(legible(raw)) {
		line = strings.TrimRight(line, "\n")
		switch top := topLine.FindStringSubmatch(line); {
		case strings.HasPrefix(line, "---") || strings.HasPrefix(line, "## "):
			inside = false
		case top != nil:
			inside = closest(strings.ToLower(top[1]), voiceKeys) != "" && !isReportKey(top[1]) || slices.Contains(voiceKeys, top[1])
		}
		if !inside {
			flush()
			continue
		}
		if at := innerLine.FindStringIndex(line); at != nil {
			flush()
			line = line[at[1]:]
		}
		if strings.TrimSpace(line) == "" {
			flush()
		}
		b.WriteString(line + " ")
	}
	flush()
	return out
}

var voiceKeys = []string{"contributions", "media"}

func isReportKey(name string) bool {
	return slices.ContainsFunc(reportKeys, func(k key[Entry]) bool { return k.Name == name })
}

// legible is a text of any encoding, as well as it can be read.
func legible(raw []byte) string {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		order = binary.BigEndian
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		order = binary.LittleEndian
	}
	text := string(raw)
	if order != nil {
		units := make([]uint16, len(raw)/2)
		for i := range units {
			units[i] = order.Uint16(raw[2*i:])
		}
		text = string(utf16.Decode(units))
	}
	text = strings.TrimPrefix(strings.ToValidUTF8(text, "?"), "\uFEFF")
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\x00", "").Replace(text)
}
