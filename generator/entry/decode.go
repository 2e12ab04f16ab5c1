package entry

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"yousaid/generator/finding"
	"yousaid/generator/markdown"
	"yousaid/generator/site"
)

// The values of an entry know where they were written.
type (
	// Word is an id or a value from a closed list.
	Word struct {
		Value string
		At    finding.Pos
	}
	// Day is a date; the zero Day was not given.
	Day struct {
		site.Date
		At finding.Pos
	}
	// Number is a count; Set tells 0 from nothing.
	Number struct {
		N   int
		Set bool
		At  finding.Pos
	}
	// Flag is yes or no; the zero Flag is no.
	Flag struct {
		Yes bool
		At  finding.Pos
	}
	// Prose is text that may hold Markdown.
	Prose struct {
		Private
		Doc *markdown.Doc
	}
)

// Piece is one text of a report that readers will see, or would.
type Piece struct {
	Key          string // as "summary"; "body"
	Text         Private
	Doc          *markdown.Doc // nil: no Markdown, shown letter by letter
	Contribution int           // which contribution it belongs to; -1: the writers' own text
	Picture      int           // which of Entry.Pictures it belongs to, from 1; 0: none
}

// Plain is the text of the piece as it is read, and the way from bytes of it
// to places in the file.
func (p Piece) Plain() (string, func(i, j int) finding.Pos) {
	if p.Doc == nil {
		return p.Text.Reveal(), p.Text.Find
	}
	plain := p.Doc.Plain()
	return plain.Text, func(i, j int) finding.Pos {
		start := plain.Source(i)
		end := start
		if j > i {
			end = plain.Source(j-1) + 1
		}
		if n := len(p.Text.Reveal()); start > n || end > n || end < start {
			return p.Text.At()
		}
		return p.Text.Find(start, end)
	}
}

// Words is the text of the piece as it is written, and as it is read.
func (p Piece) Words() string {
	read, _ := p.Plain()
	return p.Text.Reveal() + "\n\n" + read
}

// decoder walks the YAML of one file. It reports every problem it meets, by
// place, and never a word of what stands there.
type decoder struct {
	src      *lines
	above    int // lines of the file above the YAML
	base     string
	choices  *Settings
	findings []finding.Finding
	pieces   []Piece
	slips    []slip
	voice    int // index of the contribution being read, or -1
}

func (d *decoder) add(doc finding.Doc, at finding.Pos, message, hint string) {
	d.findings = append(d.findings, doc.At(at, message, hint))
}

// place is where a node's own text stands; for a map or a list, its first line.
func (d *decoder) place(n *yaml.Node) finding.Pos {
	line, col := n.Line+d.above, n.Column
	start := d.src.offset(line, col)
	end := start
	if n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 && !strings.Contains(n.Value, "\n") {
		end = min(start+len(n.Value), len(d.src.text))
		if n.Anchor != "" || n.Style&(yaml.TaggedStyle|yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
			end = start + written(d.src.text[start:])
		}
	}
	if i := strings.IndexByte(string(d.src.text[start:max(end, start)]), '\n'); i >= 0 {
		end = start + i
	}
	return d.src.pos(start, max(start, end))
}

// written is how many bytes a value with quote marks takes in the file, or any
// other to the end of its line.
func written(s []byte) int {
	for i := 1; i < len(s) && (s[0] == '"' || s[0] == '\''); i++ {
		switch {
		case s[0] == '"' && s[i] == '\\', s[0] == '\'' && bytes.HasPrefix(s[i:], []byte("''")):
			i++
		case s[i] == s[0]:
			return i + 1
		}
	}
	if i := bytes.IndexByte(s, '\n'); i >= 0 {
		return i
	}
	return len(s)
}

const useBar = "Put a | after the colon and the words on the next line, moved in by two spaces."

// plain reports marks of YAML that eat words: "!", "&" and "*" at the start.
func (d *decoder) plain(n *yaml.Node) bool {
	if n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		d.add(WordsCut, d.place(n), "these words begin with !, & or *, and the words that follow would be lost", useBar)
		return false
	}
	return true
}

func absent(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// scalar returns the text of a simple value, or false after a finding, or
// false in silence where nothing was written.
func (d *decoder) scalar(n *yaml.Node, want string) (string, bool) {
	if !d.plain(n) {
		return "", false
	}
	if n.Kind != yaml.ScalarNode {
		hint := "Write " + want + " here."
		if n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 {
			hint += " If the words hold a colon: " + lowerFirst(useBar)
		}
		d.add(ValueType, d.place(n), "this has to be "+want, hint)
		return "", false
	}
	if absent(n) {
		return "", false
	}
	return strings.TrimSpace(n.Value), true
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// words reads prose. What stands after " #" is lost in YAML, so it stops.
func (d *decoder) words(n *yaml.Node) (Private, bool) {
	if !d.plain(n) {
		return Private{}, false
	}
	if n.Kind == yaml.ScalarNode && d.cut(n) {
		d.add(WordsCut, d.place(n), "words after a # here would be lost", useBar)
		return Private{}, false
	}
	value, ok := d.scalar(n, "words")
	if !ok {
		return Private{}, false
	}
	p := &private{text: strings.TrimRight(n.Value, " \t\n"), at: d.place(n), src: d.src}
	if n.Style&yaml.LiteralStyle != 0 {
		p.written = literal
	} else {
		p.text = value
	}
	p.start = d.src.offset(p.at.Line, p.at.Col)
	return hide(p), true
}

// cut reports whether YAML takes words that belong to n for a note: after a #
// on its line, or on a line below that is moved in further than its key.
func (d *decoder) cut(n *yaml.Node) bool {
	block := n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
	if !block && (n.LineComment != "" || d.note(n) != "") {
		return true
	}
	at := d.src.line(n.Line + d.above)
	if at < 0 {
		return false
	}
	first, rest, _ := bytes.Cut(d.src.text[at:], []byte("\n"))
	if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
		from := d.src.offset(n.Line+d.above, n.Column)
		if end := from + written(d.src.text[from:]); end > at+len(first) {
			return false // several lines between quote marks: a # there is theirs
		}
	}
	key, inner := indent(first), -1
	for line := range bytes.Lines(rest) {
		text := bytes.TrimSpace(line)
		in := indent(line)
		switch {
		case len(text) == 0:
		case in <= key || string(text) == "---":
			return false
		case block && inner < 0:
			inner = in
		case text[0] == '#' && (!block || in < inner):
			return true
		case !block && text[0] == '-' && len(text) > 1 && text[1] == ' ':
			return false // the next item of a list
		}
	}
	return false
}

// note is what stands after a # where a value should be.
func (d *decoder) note(n *yaml.Node) string {
	if !absent(n) {
		return ""
	}
	rest, _, _ := bytes.Cut(d.src.text[d.src.offset(n.Line+d.above, n.Column):], []byte("\n"))
	if rest = bytes.TrimSpace(rest); !bytes.HasPrefix(rest, []byte("#")) {
		return ""
	}
	return string(rest)
}

func indent(line []byte) int { return len(line) - len(bytes.TrimLeft(line, " ")) }

func (d *decoder) show(key string, p Private, doc *markdown.Doc) {
	if !p.Empty() {
		d.pieces = append(d.pieces, Piece{Key: key, Text: p, Doc: doc, Contribution: d.voice})
	}
}

var dateInNote = regexp.MustCompile(`\d{4}-\d{1,2}-\d{1,2}`)

func (d *decoder) day(n *yaml.Node) Day {
	if absent(n) && dateInNote.MatchString(d.note(n)) {
		d.add(WordsCut, d.place(n), "the date after # on this line would be lost", "Take the # away.")
		return Day{}
	}
	value, ok := d.scalar(n, "a date")
	if !ok {
		return Day{}
	}
	date, ok := site.ParseDate(value)
	if !ok {
		hint := "Write the year, the month and the day, as 2026-03-14."
		if _, ok := site.ParseDate(strings.Trim(value, "“”„‘’\" ")); ok {
			hint = "Take the marks around the date away, as 2026-03-14."
		}
		d.add(ValueType, d.place(n), "this has to be a date that exists", hint)
		return Day{}
	}
	return Day{date, d.place(n)}
}

func (d *decoder) number(n *yaml.Node) Number {
	value, ok := d.scalar(n, "a whole number")
	if !ok {
		return Number{}
	}
	num, err := strconv.ParseUint(value, 10, 31)
	if err != nil || n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
		d.add(ValueType, d.place(n), "this has to be a whole number", "Write digits only, as 14.")
		return Number{}
	}
	return Number{int(num), true, d.place(n)}
}

func (d *decoder) flag(n *yaml.Node) Flag {
	value, ok := d.scalar(n, "yes or no")
	if !ok {
		return Flag{}
	}
	if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0 {
		switch strings.ToLower(value) {
		case "yes", "true":
			return Flag{true, d.place(n)}
		case "no", "false":
			return Flag{false, d.place(n)}
		}
	}
	d.add(ValueType, d.place(n), "this has to be yes or no", "Write yes or no, without quote marks.")
	return Flag{}
}

// word reads a value from a closed list.
func (d *decoder) word(n *yaml.Node, list []string) Word {
	value, ok := d.scalar(n, "one of: "+strings.Join(list, ", "))
	if !ok {
		return Word{}
	}
	if !slices.Contains(list, value) {
		hint := "It can be: " + strings.Join(list, ", ") + "."
		if len(list) == 0 {
			hint = "There are none in site.yaml yet. Add one there, or leave this empty."
		}
		if guess := closest(value, list); guess != "" {
			hint = "Did you mean " + guess + "? " + hint
		}
		d.add(ValueUnknown, d.place(n), "this is not one of the words that can stand here", hint)
		return Word{}
	}
	return Word{value, d.place(n)}
}

// aReport is what a slug names that leads to a report.
const aReport = "the address of a report"

// slug reads an id.
func (d *decoder) slug(n *yaml.Node, want string, ok func(string) bool) Word {
	value, given := d.scalar(n, want)
	if !given {
		return Word{}
	}
	if !ok(value) {
		hint := "Use small letters a to z, digits and hyphens, as summer-2026."
		if want == aReport {
			hint = "Write the name of its file, without .md and without the folder reports, as later-bus."
		}
		d.add(ValueType, d.place(n), "this has to be "+want, hint)
		return Word{}
	}
	return Word{value, d.place(n)}
}

// longestSlug is what every file system takes in a name, with room to spare.
const longestSlug = 100

func isSlug(s string) bool {
	return s != "" && len(s) <= longestSlug && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// isAddress knows slugs with folders before them.
func isAddress(s string) bool {
	if len(s) > 2*longestSlug {
		return false
	}
	for part := range strings.SplitSeq(s, "/") {
		if !isSlug(part) {
			return false
		}
	}
	return true
}

// items returns the nodes of a list.
func (d *decoder) items(n *yaml.Node) []*yaml.Node {
	if !d.plain(n) || absent(n) {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		d.add(ValueType, d.place(n), "this has to be a list", "Put brackets around it, as [one, two]. Or write each on a line of its own after a hyphen.")
		return nil
	}
	for _, item := range n.Content {
		if absent(item) && item.LineComment == "" {
			d.add(ValueMissing, d.place(item), "there is an empty place in this list", "Fill it in, or take it out.")
		}
	}
	return n.Content
}
