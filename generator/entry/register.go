package entry

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/unicode/norm"

	"yousaid/generator/finding"
)

// Register is the consent register: what people agreed to, by the key of their
// paper, kept outside of the site's folder so that it goes when its time is
// over. A nil Register was never there.
type Register struct {
	rows map[string]*Consent // nil: written wrong, so it agrees to nothing
	lost bool                // it can't be read, so nobody knows what it says
}

// find returns what the register says under a key; ok is false when there is
// nothing that can be used.
func (r *Register) find(key string) (*Consent, bool) {
	if r == nil || r.lost {
		return nil, false
	}
	c := r.rows[recordKey(key)]
	return c, c != nil
}

// recordKey is a key without what people and word processors write otherwise:
// spaces, hyphens and dashes of any kind, small letters. Two keys that differ in
// nothing else are one, and a row that is there twice agrees to nothing.
func recordKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToUpper(r)
		}
		return -1
	}, norm.NFKC.String(s))
}

// InRegister reports whether the consent register that is kept outside has a
// row for one of these papers. known is false when there is a register and
// nobody can read it.
func InRegister(o Outside, records ...Private) (there, known bool) {
	set := Cautious()
	set.takeConsents(o.Consents)
	if set.Register == nil {
		return false, true
	}
	there = slices.ContainsFunc(records, func(r Private) bool {
		_, row := set.Register.rows[recordKey(r.Reveal())]
		return row && !r.Empty()
	})
	return there, there || !set.Register.lost
}

// row is one consent of the register.
type row struct {
	record  Private
	consent Consent
}

var rowKeys = func() []key[row] {
	out := []key[row]{must(kept("record", "The key of the paper; a report names it.", func(r *row) *Private { return &r.record }))}
	for _, k := range consentKeys {
		if k.name != "record" {
			out = append(out, key[row]{k.name, k.kind, k.doc, false, k.below, func(d *decoder, n *yaml.Node, r *row) { k.read(d, n, &r.consent) }})
		}
	}
	return out
}()

// RegisterReference are the columns of the consent register.
func RegisterReference() []Key { return reference(rowKeys) }

func (s *Settings) takeConsents(k Kept) []finding.Finding {
	if !k.given() {
		return nil
	}
	s.Register = &Register{rows: map[string]*Consent{}}
	text, ok := k.text()
	if !ok {
		s.Register.lost = true
		if k.Problem == KeptTwice {
			return []finding.Finding{PrivateListUnreadable.At(k.at(), "the consent register is given in two ways, and nobody can tell which one counts, so every voice whose consent is in it is held",
				"Keep one of the two settings.")}
		}
		return []finding.Finding{PrivateListUnreadable.At(k.at(), "the consent register cannot be read, so every voice whose consent is in it is held",
			"Look whether it is where the setting says, and saved as CSV or YAML in UTF-8.")}
	}
	r := &registerReader{set: s, file: k.Setting, text: text}
	if first, _, _ := strings.Cut(strings.TrimSpace(text), "\n"); len(columns(first, delimiter(first))) > 0 {
		r.csv()
	} else {
		r.yaml()
	}
	return r.findings
}

type registerReader struct {
	set      *Settings
	file     string
	text     string
	findings []finding.Finding
}

// lose gives the whole register up: half of one could miss a withdrawal.
func (r *registerReader) lose(line int, message, hint string) {
	r.set.Register.lost = true
	r.findings = append(r.findings, PrivateListUnreadable.At(rowAt(r.file, line), message, hint))
}

// take reads one consent from the node of a map. What is wrong in it is told by
// the number of its row alone.
func (r *registerReader) take(n *yaml.Node, line int) {
	d := &decoder{src: newLines(r.file, []byte(r.text)), choices: r.set, voice: -1}
	var one row
	readKeys(d, n, rowKeys, &one)
	key := recordKey(one.record.Reveal())
	_, twice := r.set.Register.rows[key]
	switch {
	case len(d.findings) > 0:
		f := d.findings[0]
		r.findings = append(r.findings, PrivateListRow.At(rowAt(r.file, line), "this row is not understood, so it agrees to nothing: "+f.Message, f.Hint))
	case twice:
		r.findings = append(r.findings, PrivateListRow.At(rowAt(r.file, line), "the record of this row stands in another row too, so neither agrees to anything", "Keep one row for each record."))
	}
	if key == "" {
		return
	}
	if len(d.findings) > 0 || twice {
		r.set.Register.rows[key] = nil
		return
	}
	r.set.Register.rows[key] = &one.consent
}

// yaml reads a register of maps: a list with a record in each, or each below
// its record.
func (r *registerReader) yaml() {
	d := &decoder{src: newLines(r.file, []byte(r.text)), choices: r.set, voice: -1}
	if onlyNotes([]byte(r.text)) {
		return
	}
	root, ok := d.load([]byte(r.text), 0)
	if !ok {
		line := 1
		if len(d.findings) > 0 {
			line = d.findings[0].Pos.Line
		}
		r.lose(line, "the consent register cannot be read from this row on, so every voice whose consent is in it is held", "Look at this row and the one above.")
		return
	}
	switch root.Kind {
	case yaml.SequenceNode:
		for _, item := range root.Content {
			r.take(item, item.Line)
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(root.Content); i += 2 {
			name, value := root.Content[i], root.Content[i+1]
			one := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: name.Line, Column: 1}
			one.Content = append([]*yaml.Node{textNode("record", name.Line), textNode(name.Value, name.Line)}, value.Content...)
			if value.Kind != yaml.MappingNode {
				one.Content = append(one.Content, textNode("to", name.Line), &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: name.Line, Column: 1})
			}
			r.take(one, name.Line)
		}
	default:
		r.lose(1, "the consent register cannot be read, so every voice whose consent is in it is held", "Begin it with a row of column names, record among them, or write YAML.")
	}
}

// csv reads a table whose first row names the columns. Columns of the team's
// own are passed over.
func (r *registerReader) csv() {
	first, _, _ := strings.Cut(strings.TrimSpace(r.text), "\n")
	table := csv.NewReader(strings.NewReader(r.text))
	table.Comma, table.FieldsPerRecord = delimiter(first), -1
	var header []string
	for {
		fields, err := table.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			line, _ := table.FieldPos(0)
			r.lose(max(line, 1), "the consent register cannot be read from this row on, so every voice whose consent is in it is held", "Look for a quote mark that is left open.")
			return
		}
		line, _ := table.FieldPos(0)
		if header == nil {
			if header = columns(strings.Join(fields, string(table.Comma)), table.Comma); !r.headed(header, line) {
				return
			}
			continue
		}
		if strings.Trim(strings.Join(fields, ""), " \t\u00a0") == "" {
			continue
		}
		r.take(rowNode(header, fields, line), line)
	}
}

// headed looks for columns that were meant to be other ones: a misspelt
// "withdrawn" must not keep words online.
func (r *registerReader) headed(header []string, line int) bool {
	known := names(rowKeys)
	for i, name := range header {
		if slices.Contains(known, name) {
			if slices.Contains(header[:i], name) {
				r.lose(line, "a column stands in the consent register twice", "Keep one of the two.")
				return false
			}
			continue
		}
		if name == "" {
			continue
		}
		if endsSomething(name) {
			r.lose(line, "a column of the consent register seems to say when somebody's yes ended, under a name that does not count, so none of it is used", "Call the column withdrawn, expires or review. Give your own columns other names.")
			return false
		}
		if guess := closest(name, known); guess != "" {
			r.lose(line, "a column of the consent register has a name that is nearly one of those that count, so none of it is used", "Did you mean "+guess+"?")
			return false
		}
	}
	return true
}

// endsSomething knows names of columns in which a team may have written that
// somebody took their words back.
func endsSomething(name string) bool {
	return slices.ContainsFunc([]string{"withdr", "revok", "taken", "take_back", "takedown", "take_down", "remov", "stop", "cancel", "end", "expir", "until", "refus", "object", "said_no", "no_longer", "delete", "opt_out"}, func(part string) bool {
		return strings.HasPrefix(name, part) || strings.Contains(name, "_"+part) || len(part) > 4 && strings.Contains(name, part)
	})
}

// columns are the names in a first row, or none when it names no record.
func columns(first string, comma rune) []string {
	var out []string
	for name := range strings.SplitSeq(first, string(comma)) {
		name = strings.ToLower(strings.Trim(name, " \t\"'\u00a0"))
		out = append(out, strings.Join(strings.FieldsFunc(name, func(c rune) bool { return c == ' ' || c == '-' || c == '_' }), "_"))
	}
	if !slices.Contains(out, "record") {
		return nil
	}
	return out
}

// delimiter is what parts the columns: some programs write semicolons or tabs.
func delimiter(first string) rune {
	for _, c := range ",;\t" {
		if len(columns(first, c)) > 1 {
			return c
		}
	}
	return ','
}

// rowNode is a row of a table as YAML would have it.
func rowNode(header, fields []string, line int) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: line, Column: 1}
	add := func(name string, value *yaml.Node) { n.Content = append(n.Content, textNode(name, line), value) }
	for i, name := range header {
		if !slices.Contains(names(rowKeys), name) {
			continue
		}
		if i >= len(fields) {
			// A row that was cut short could have lost the day of a withdrawal.
			add(name, &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: line, Column: 1, Content: []*yaml.Node{textNode("cut", line), textNode("short", line)}})
			continue
		}
		value := strings.Trim(fields[i], " \t\n\u00a0")
		switch {
		case value == "":
		case name == "by" || name == "for":
			add(name, listNode(value, line, func(s string) *yaml.Node { return textNode(strings.ToLower(s), line) }))
		case name == "asked_again":
			add(name, listNode(value, line, func(s string) *yaml.Node {
				on, answer, _ := strings.Cut(s, " ")
				return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: line, Column: 1, Content: []*yaml.Node{
					textNode("on", line), textNode(on, line), textNode("answer", line), textNode(strings.ToLower(strings.Trim(answer, " :=")), line)}}
			}))
		case name == "to":
			add(name, textNode(strings.ToLower(value), line))
		default:
			add(name, textNode(value, line))
		}
	}
	for _, more := range fields[min(len(header), len(fields)):] {
		if strings.TrimSpace(more) != "" {
			add("more", textNode("", line)) // a key that is not known: the row is not understood
		}
	}
	return n
}

func textNode(value string, line int) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Line: line, Column: 1}
}

func listNode(value string, line int, item func(string) *yaml.Node) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: line, Column: 1}
	for s := range strings.FieldsFuncSeq(value, func(c rune) bool { return c == ';' || c == ',' || c == '\n' || c == '|' }) {
		if s = strings.TrimSpace(s); s != "" {
			n.Content = append(n.Content, item(s))
		}
	}
	return n
}
