package entry

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"yousaid/generator/finding"
	"yousaid/generator/markdown"
	"yousaid/generator/source"
)

// fileProblem tells why a file can't be read as text.
func fileProblem(f source.File, name string) (finding.Finding, bool) {
	at := finding.Pos{File: name, Line: 1, Col: 1, EndLine: 1, EndCol: 1}
	if f.Line > 0 {
		at = finding.Pos{File: name, Line: f.Line, Col: f.Col, EndLine: f.Line, EndCol: f.Col + 1}
	}
	var message, hint string
	switch f.Problem {
	case source.None:
		return finding.Finding{}, true
	case source.Link:
		message, hint = "this is a link to a file somewhere else, which is not read", "Put the file itself here."
	case source.Special:
		message, hint = "this is not an ordinary file", "Remove it, or put a text file in its place."
	case source.TooLarge:
		message, hint = "this file is over 200 kB, too long for a report", "Take out what does not belong in it. Pictures and films go in the media folder."
	case source.UTF16:
		message, hint = "this file is saved in a form that cannot be read", "Choose Save as in the program that you write with, and there UTF-8 as the encoding."
	case source.NotUTF8:
		message, hint = "there is a letter here that is saved in a form that cannot be read", "Choose Save as in the program that you write with, and there UTF-8 as the encoding."
	case source.Control:
		message, hint = "there is a hidden mark here that cannot be shown", "Delete the words around it and type them again."
	default:
		message, hint = "this cannot be opened", "Ask whoever looks after this computer to let you read it."
	}
	return FileUnreadable.At(at, message, hint), false
}

var errAlias = errors.New("alias")

// limits refuses aliases, which can make a small file huge, and deep nesting.
var limits = loaderlimits.New(
	loaderlimits.DepthValue(20),
	loaderlimits.AliasFunc(func(aliases, _ int) error {
		if aliases > 0 {
			return errAlias
		}
		return nil
	}),
)

// load reads YAML that stands below `above` lines of the file.
func (d *decoder) load(src []byte, above int) (*yaml.Node, bool) {
	d.above = above
	var doc yaml.Node
	err := yaml.Load(src, &doc, yaml.WithPlugin(limits))
	if err == nil && doc.Kind == yaml.DocumentNode && len(doc.Content) == 1 {
		return doc.Content[0], true
	}
	d.unreadable(err)
	return nil, false
}

// unreadable turns an error of the YAML library into a finding. The library's
// own message may quote the file, so only its kind and place are used.
func (d *decoder) unreadable(err error) {
	line, col, message := 0, 0, ""
	if many := (*yaml.LoadErrors)(nil); errors.As(err, &many) && len(many.Errors) > 0 {
		line, col, message = many.Errors[0].Mark.Line, many.Errors[0].Mark.Column, many.Errors[0].Message
	} else if one := (*yaml.LoadError)(nil); errors.As(err, &one) {
		line, col, message = one.Mark.Line, one.Mark.Column, one.Message
	}
	start := 0
	if line > 0 {
		start = d.src.offset(line+d.above, col)
	}
	at := d.src.pos(start, start)
	nothing, fill, lines := "there is nothing between the two lines of ---", "Write title, date, status and topic there, each on a line of its own.", "what stands between the two lines of ---"
	if d.above == 0 { // a file that is YAML from top to end
		nothing, fill, lines = "there is nothing in this file", "Look at the README for what belongs in it.", "this file"
	}
	if where, what, todo, ok := d.misread(at.Line); ok && line > 0 {
		d.add(FrontMatter, where, what, todo)
		return
	}
	switch {
	case err == nil || strings.Contains(message, "no documents"):
		d.add(FrontMatter, at, nothing, fill)
	case strings.Contains(message, "multiple") || strings.Contains(message, "document start"):
		d.add(FrontMatter, at, "there is one line of --- or ... too many", "Keep one line of --- at the top, and one above the text.")
	case strings.Contains(message, "mapping values") && !d.oneKey(at.Line):
		d.add(WordsCut, at, "a colon here splits the words in two", useBar)
	case strings.Contains(message, "anchor") || strings.Contains(message, "alias") || strings.Contains(message, "tag") && !strings.Contains(message, "tab "):
		d.add(WordsCut, at, "these words begin with !, & or *, and the words that follow would be lost", useBar)
	case strings.Contains(message, "tab") || strings.Contains(message, "cannot start any token") && start < len(d.src.text) && d.src.text[start] == '\t':
		d.add(FrontMatter, at, "there is a tab here, which cannot be read", "Use spaces to move a line in.")
	case strings.Contains(message, "cannot start any token"):
		d.add(WordsCut, at, "words cannot begin with this mark here", useBar)
	default:
		d.add(FrontMatter, at, lines+" cannot be read from here on",
			"Look at this line and the one above: a bracket or a quote mark may be left open. Or a line is not moved in like those around it.")
	}
}

// document reads the YAML of a file with a body. Between the two everything
// stays where it is: places are places in the file.
func (d *decoder) document() (root *yaml.Node, body int, ok bool) {
	head, body, ok := d.split()
	if !ok {
		return nil, 0, false
	}
	opening, _ := d.src.lineCol(bytes.Index(d.src.text, []byte("---")))
	root, ok = d.load(head, opening)
	return root, body, ok
}

// body is what stands below the YAML.
func (d *decoder) body(at int) Prose {
	text := string(d.src.text[at:])
	return Prose{
		Private: hide(&private{text: text, at: d.src.pos(at, at), src: d.src, start: at, written: verbatim}),
		Doc:     markdown.Parse([]byte(text), d.base),
	}
}

// split cuts a file into its YAML and its body. The library finds the fences;
// what it would let through is refused: a fence that is not at the start of
// its line, which a text inside the YAML can hold.
func (d *decoder) split() (head []byte, body int, ok bool) {
	src := d.src.text
	format := frontmatter.NewFormat("---", "---", func(yaml []byte, _ any) error {
		head = yaml
		return nil
	})
	var ignored struct{}
	rest, err := frontmatter.MustParse(bytes.NewReader(src), &ignored, format)
	if err != nil {
		d.add(FrontMatter, d.src.pos(0, 0), "the two lines of --- are missing, or one of them is",
			"Put a line of three hyphens at the very top of the file, and one above the text.")
		return nil, 0, false
	}
	body = len(src) - len(rest)
	closing := bytes.LastIndexByte(bytes.TrimSuffix(src[:body], []byte("\n")), '\n') + 1
	opening := 0
	for d.src.text[opening] == '\n' {
		opening++
	}
	for _, at := range []int{opening, closing} {
		if !bytes.HasPrefix(src[at:], []byte("---")) {
			d.add(FrontMatter, d.src.pos(at, at+3), "this line of hyphens is moved in, so nobody can tell what it is for",
				"Write the three hyphens at the very start of the line. Inside your words, use other marks.")
			return nil, 0, false
		}
	}
	if at, ok := secondPart(src, body); ok {
		d.add(FrontMatter, d.src.pos(at, at), "the part between the two lines of --- ends too early here", "Keep one line of --- at the top, and one above the text. What stands below it is published.")
		return nil, 0, false
	}
	return head, body, true
}

// secondPart reports whether the block was closed too early, so that what
// belongs in it would be published: then another --- stands before the first
// heading, or the body begins like a line of the block.
func secondPart(src []byte, body int) (at int, ok bool) {
	first := true
	for at = body; at < len(src); {
		line, _, _ := bytes.Cut(src[at:], []byte("\n"))
		text := bytes.TrimRight(line, " \t")
		switch {
		case bytes.HasPrefix(text, []byte("## ")):
			return 0, false
		case string(text) == "---":
			return at, true
		case first && len(text) > 0:
			if first = false; keyLike(text) {
				return at, true
			}
		}
		at += len(line) + 1
	}
	return 0, false
}

// keyLike knows a line that was meant for the block: a key of any level, in
// quote marks or after the hyphen of a list.
func keyLike(line []byte) bool {
	key, _, found := bytes.Cut(line, []byte(":"))
	name := strings.ToLower(strings.Trim(string(key), " \t-\"'"))
	if !found || name == "" {
		return false
	}
	var known func([]Key) bool
	known = func(keys []Key) bool {
		return slices.ContainsFunc(keys, func(k Key) bool { return k.Name == name || k.Name == name+"s" || known(k.Below) })
	}
	return known(Reference())
}
