package entry

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
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

// Lost reports whether there is a register that nobody can read.
func (r *Register) Lost() bool { return r != nil && r.lost }

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
		if k.Name != "record" {
			below := k.Key
			below.Required = false
			out = append(out, key[row]{below, func(d *decoder, n *yaml.Node, r *row) { k.read(d, n, &r.consent) }})
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
			return []finding.Finding{PrivateListUnreadable.At(at(theConsents), "two of them are given, and nobody can tell which one counts, so every report that needs it is held",
				"Keep one of these two: "+k.Setting+".")}
		}
		return []finding.Finding{PrivateListUnreadable.At(at(theConsents), "it cannot be read, so every report that needs it is held",
			k.lookWhere("a table in the form CSV (UTF-8)"))}
	}
	r := &registerReader{set: s, text: text}
	if first, _, _ := strings.Cut(strings.TrimSpace(text), "\n"); len(columns(first, delimiter(first))) > 0 {
		r.csv()
	} else {
		r.yaml()
	}
	return r.findings
}

type registerReader struct {
	set      *Settings
	text     string
	findings []finding.Finding
}

// lose gives the whole register up: half of one could miss a withdrawal.
func (r *registerReader) lose(line int, message, hint string) {
	r.set.Register.lost = true
	r.findings = append(r.findings, PrivateListUnreadable.At(at(theConsents, rowOf(line)), message, hint))
}

// take reads one consent from the node of a map. What is wrong in it is told by
// the number of its row and the name of its column alone.
func (r *registerReader) take(n *yaml.Node, line int) {
	d := &decoder{src: newLines(theConsents, []byte(r.text)), choices: r.set, voice: -1}
	var one row
	readKeys(d, n, rowKeys, &one)
	key := recordKey(one.record.Reveal())
	_, twice := r.set.Register.rows[key]
	switch {
	case len(d.findings) > 0:
		r.findings = append(r.findings, d.inRow(n, line))
	case twice:
		r.findings = append(r.findings, PrivateListRow.At(at(theConsents, rowOf(line), "column record"), "this record stands in another row too, so neither of the two counts", "Keep one row for each record."))
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

// inRow says what is wrong in a row of the register: the first thing only.
func (d *decoder) inRow(n *yaml.Node, line int) finding.Finding {
	place := []string{rowOf(line)}
	message, hint := d.findings[0].Message, d.findings[0].Hint
	if i := slices.IndexFunc(d.slips, func(s slip) bool { return s.at == d.place(n) && slices.Contains(names(rowKeys), s.key) }); i >= 0 {
		place = append(place, "column "+d.slips[i].key)
	}
	for i := 0; i < len(n.Content); i += 2 {
		switch n.Content[i].Value {
		case cutShort:
			place, message, hint = place[:1], "this row is shorter than the first row", "Fill it up to the last column, with empty places where there is nothing to say."
		case tooLong:
			place, message, hint = place[:1], "this row is longer than the first row", "Look for a comma too many, or put quote marks around what has a comma in it."
		}
	}
	return PrivateListRow.At(at(theConsents, place...), message+", so the whole row counts as no", hint)
}

// What stands for a row of another length than the first: keys that nobody
// knows, so that the row is not understood.
const (
	cutShort = "(cut short)"
	tooLong  = "(too long)"
)

// yaml reads a register of maps: a list with a record in each, or each below
// its record.
func (r *registerReader) yaml() {
	d := &decoder{src: newLines(theConsents, []byte(r.text)), choices: r.set, voice: -1}
	if onlyNotes([]byte(r.text)) {
		return
	}
	root, ok := d.load([]byte(r.text), 0)
	if !ok {
		line := 1
		if len(d.findings) > 0 {
			line = d.findings[0].Pos.Line
		}
		r.lose(line, "the register cannot be read from here on, so every report that needs it is held", "Look at this row and the one above it.")
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
		r.lose(1, "there are no names of columns here, so every report that needs the register is held", "Begin it with a row of names, as record, to, given, by.")
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
			r.lose(max(line, 1), "the register cannot be read from here on, so every report that needs it is held", "Look for a quote mark that is left open.")
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
				r.lose(line, "two columns have the same name, so every report that needs the register is held", "Keep the column "+name+" once.")
				return false
			}
			continue
		}
		if name == "" {
			continue
		}
		if endsSomething(name) {
			r.lose(line, columnOf(i)+" seems to say when a yes ended, under a name that does not count, so every report that needs the register is held", "Call it withdrawn, expires or review. If it means something else, give it another name.")
			return false
		}
		if guess := closest(name, known); guess != "" {
			r.lose(line, columnOf(i)+" has a name that is nearly one of those that count, so every report that needs the register is held", "Did you mean "+guess+"?")
			return false
		}
	}
	return true
}

// columnOf names a column by number: its name may be anything.
func columnOf(i int) string { return "column " + strconv.Itoa(i+1) }

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
			add(cutShort, textNode("", line))
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
			add(tooLong, textNode("", line))
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
