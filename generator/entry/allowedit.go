package entry

import (
	"bytes"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"yousaid/generator/site"
	"yousaid/generator/source"
)

// NewAllowance is an allowance that somebody is about to write.
type NewAllowance struct {
	Term, Kind, Reason string
	Where              []string
	By                 string
	On, ReviewBy       site.Date
}

// allowHead is how a new allow.yaml begins.
const allowHead = "# Words that the anonymity check lets through, each with a reason. Never published.\n"

// WithAllowance returns the text of allow.yaml with one more allowance at its
// end. Every other byte stays as it was. ok is false when the text can't be
// added to safely.
func WithAllowance(raw []byte, a NewAllowance, set *Settings) (edited []byte, ok bool) {
	f := source.Parse("allow.yaml", raw)
	if f.Problem != source.None {
		return nil, false
	}
	indent, end := "", "\n"
	if bytes.Contains(raw, []byte("\r\n")) {
		end = "\r\n"
	}
	if !onlyNotes(f.Text) {
		d := &decoder{src: newLines("", f.Text), choices: set, voice: -1}
		root, ok := d.load(f.Text, 0)
		if !ok || root.Kind != yaml.SequenceNode || root.Style&yaml.FlowStyle != 0 {
			return nil, false
		}
		indent = strings.Repeat(" ", max(root.Column-1, 0))
	}
	var b strings.Builder
	b.Write(raw)
	if len(raw) == 0 {
		b.WriteString(allowHead)
	} else if !bytes.HasSuffix(raw, []byte("\n")) {
		b.WriteString(end)
	}
	var where []string
	for _, w := range a.Where {
		where = append(where, quoted(w))
	}
	for i, line := range []string{
		"term: " + quoted(a.Term), "kind: " + a.Kind, "reason: " + quoted(a.Reason), "where: [" + strings.Join(where, ", ") + "]",
		"by: " + a.By, "on: " + a.On.String(), "review_by: " + a.ReviewBy.String(),
	} {
		lead := "  "
		if i == 0 {
			lead = "- "
		}
		b.WriteString(indent + lead + line + end)
	}
	edited = []byte(b.String())
	before, wrong := ParseAllow(f, "", set)
	after, more := ParseAllow(source.Parse("allow.yaml", edited), "", set)
	if len(after) != len(before)+1 || len(more) != len(wrong) {
		return nil, false
	}
	for i := range before {
		if before[i].Term.Reveal() != after[i].Term.Reveal() || before[i].Reason.Reveal() != after[i].Reason.Reveal() {
			return nil, false
		}
	}
	last := after[len(before)]
	return edited, last.Term.Reveal() == line(a.Term) && last.Reason.Reveal() == line(a.Reason)
}

// quoted is a text between quote marks, on one line.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range line(s) {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xFEFF:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func line(s string) string { return strings.Join(strings.Fields(s), " ") }

// SameWords reports whether one text's words stand within the other's.
func SameWords(a, b string) bool {
	x, y := Tokens(a), Tokens(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	for i := 0; len(x) > 0 && i+len(x) <= len(y); i++ {
		same := true
		for k := range x {
			same = same && x[k].Sum == y[i+k].Sum
		}
		if same {
			return true
		}
	}
	return false
}
