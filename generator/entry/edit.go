package entry

import (
	"bytes"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"yousaid/generator/site"
	"yousaid/generator/source"
)

// Looked is the record of one anonymity check.
type Looked struct {
	On        site.Date
	By        string // a role
	Checklist string
	Covers    []string // a mark for each voice and picture
}

// WithCheck returns the text of a report with its anonymity check replaced, or
// added. Every other byte stays as it was: comments, order, line ends. ok is
// false when the text can't be edited safely.
func WithCheck(raw []byte, looked Looked) (edited []byte, ok bool) {
	f := source.Parse("report.md", raw)
	if f.Problem != source.None {
		return nil, false
	}
	d := &decoder{src: newLines("", f.Text), choices: Cautious(), voice: -1}
	root, bodyAt, ok := d.document()
	if !ok || root.Kind != yaml.MappingNode {
		return nil, false
	}
	lines := bytes.SplitAfter(raw, []byte("\n"))
	if bytes.Count(f.Text, []byte("\n")) != bytes.Count(raw, []byte("\n")) {
		return nil, false // lines that end in a way of their own
	}
	closing, _ := d.src.lineCol(bodyAt - 1)
	if !bytes.HasPrefix(lines[closing-1], []byte("---")) {
		return nil, false
	}
	from, to := closing-1, closing-1 // lines to replace, from 0, end exclusive
	for i := 0; i < len(root.Content); i += 2 {
		if root.Content[i].Value != "anonymity" {
			continue
		}
		if root.Style&yaml.FlowStyle != 0 {
			return nil, false
		}
		from = root.Content[i].Line + d.above - 1
		if i+2 < len(root.Content) {
			to = root.Content[i+2].Line + d.above - 1
		}
		for to > from+1 && isAside(lines[to-1]) {
			to--
		}
	}
	end := "\n"
	if bytes.HasSuffix(lines[0], []byte("\r\n")) {
		end = "\r\n"
	}
	block := strings.ReplaceAll(looked.block(), "\n", end)
	edited = slices.Concat(bytes.Join(lines[:from], nil), []byte(block), bytes.Join(lines[to:], nil))
	return edited, true
}

// isAside knows the empty lines and comments that belong to what follows.
func isAside(line []byte) bool {
	s := bytes.TrimSpace(line)
	return len(s) == 0 || s[0] == '#'
}

func (l Looked) block() string {
	var b strings.Builder
	b.WriteString("anonymity:\n  checked: " + l.On.String() + "\n  by: " + l.By + "\n")
	if l.Checklist != "" {
		b.WriteString("  checklist: " + l.Checklist + "\n")
	}
	if len(l.Covers) > 0 {
		b.WriteString("  covers:\n")
		for _, c := range l.Covers {
			b.WriteString("    - " + c + "\n")
		}
	}
	return b.String()
}
