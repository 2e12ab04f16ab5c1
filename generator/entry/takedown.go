package entry

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"yousaid/generator/site"
)

// Tombstone is what is left of a report that was taken down whole.
func Tombstone(raw []byte, id string, day site.Date) []byte {
	mark := ""
	if bytes.HasPrefix(raw, []byte("\uFEFF")) {
		mark = "\uFEFF"
	}
	if id != "" {
		id = "id: \"" + id + "\"\n"
	}
	return []byte(mark + strings.ReplaceAll("---\n"+id+"withdrawn: "+day.String()+"\n---\n", "\n", endOfLines(raw, 0)))
}

// endOfLines is how the line ends that holds byte at.
func endOfLines(raw []byte, at int) string {
	for i := at; i < len(raw); i++ {
		switch {
		case raw[i] == '\n':
			return "\n"
		case raw[i] == '\r' && i+1 < len(raw) && raw[i+1] == '\n':
			return "\r\n"
		case raw[i] == '\r':
			return "\r"
		}
	}
	return "\n"
}

// Without returns the file with a tombstone in the place of each of the
// voices, without each of the pictures, and without the marks of all of them.
// Every other byte stays as it was. ok is false when that can't be done, and
// made sure of.
func (o *Original) Without(voices, pictures []int, day site.Date, pictureMarks []string) (edited []byte, ok bool) {
	var changes []change
	for _, i := range voices {
		v := &o.Voices[i]
		if v.Tombstone {
			continue
		}
		c, ok := o.tombstone(v, o.idFor(i), day)
		if !ok {
			return nil, false
		}
		changes = append(changes, c)
	}
	lone := o.lone(pictures, voices)
	for owner, list := range lone {
		more, ok := o.unhang(owner, list, pictures)
		if !ok {
			return nil, false
		}
		changes = append(changes, more...)
	}
	if len(changes) == 0 {
		return o.raw, true
	}
	gone := func(mark string) bool {
		return slices.Contains(pictureMarks, mark) || slices.ContainsFunc(voices, func(i int) bool { return o.Voices[i].hasMark(mark) })
	}
	if edited, ok = o.apply(append(o.uncover(gone), changes...)); ok && o.onlyWithout(voices, pictures, edited, gone) {
		return edited, true
	}
	edited, ok = o.apply(changes) // a mark alone tells nobody anything
	return edited, ok && o.onlyWithout(voices, pictures, edited, func(string) bool { return false })
}

// idFor is the id that voice i keeps. Without one it gets one that is free, or
// the report would be held for it.
func (o *Original) idFor(i int) string {
	if id := o.Voices[i].ID; isSlug(id) {
		return id
	}
	for n := i + 1; ; n++ {
		id := "withdrawn-" + strconv.Itoa(n)
		if !slices.ContainsFunc(o.Voices, func(v Voice) bool { return v.ID == id }) {
			return id
		}
	}
}

// change puts text in the place of bytes of the text as it was read: without
// byte order mark, lines ended by \n.
type change struct {
	start, end int
	text       string
}

func (o *Original) offset(n *yaml.Node) int { return o.d.src.offset(n.Line+o.d.above, n.Column) }

func (o *Original) tombstone(v *Voice, id string, day site.Date) (change, bool) {
	if !v.withdrawn.IsZero() {
		day = v.withdrawn
	}
	name := strconv.Quote(id)
	for key, value := range pairs(v.item) {
		if key.Value == "id" && value.Kind == yaml.ScalarNode && value.Style&^yaml.FlowStyle == 0 && scalarOf(value) == id {
			name = id // as it was written
		}
	}
	if v.list.Style&yaml.FlowStyle != 0 {
		start := o.offset(v.item)
		end, ok := o.flowEnd(v.item, start)
		return change{start, end, "{id: " + name + ", withdrawn: " + day.String() + "}"}, ok
	}
	start, ok := o.dash(v.item, v.list)
	if !ok {
		return change{}, false
	}
	end, ok := o.blockEnd(v)
	if !ok {
		return change{}, false
	}
	column := start - o.d.src.starts[o.lineOf(start)]
	inner := strings.Repeat(" ", column+2)
	gap := " "
	if first := o.offset(v.item); o.lineOf(first) == o.lineOf(start) && v.item.Style&yaml.FlowStyle == 0 {
		gap = string(o.d.src.text[start+1 : first])
		inner = strings.Repeat(" ", first-o.d.src.starts[o.lineOf(first)])
	}
	return change{start, end, "-" + gap + "id: " + name + "\n" + inner + "withdrawn: " + day.String() + "\n"}, strings.TrimLeft(gap, " ") == ""
}

// lineOf is the line of an offset, from 0.
func (o *Original) lineOf(at int) int {
	line, _ := o.d.src.lineCol(at)
	return line - 1
}

// line is the text of a line, from 0, without its end.
func (o *Original) line(n int) []byte {
	if n < 0 || n >= len(o.d.src.starts) {
		return nil
	}
	text, _, _ := bytes.Cut(o.d.src.text[o.d.src.starts[n]:], []byte("\n"))
	return text
}

// dash is where the item of a list begins: its hyphen, on the line of its
// first key or above.
func (o *Original) dash(item, list *yaml.Node) (int, bool) {
	column := o.offset(list) - o.d.src.starts[o.lineOf(o.offset(list))]
	for n := o.lineOf(o.offset(item)); n >= o.lineOf(o.offset(list)); n-- {
		text := o.line(n)
		if len(text) > column && text[column] == '-' && len(bytes.TrimSpace(text[:column])) == 0 {
			return o.d.src.starts[n] + column, true
		}
	}
	return 0, false
}

// blockEnd is where the lines of a voice end: at the next voice, the next key
// or the closing fence. Empty lines before that, and comments that are not
// moved in further than the hyphen, belong to what follows.
func (o *Original) blockEnd(v *Voice) (int, bool) {
	start, _ := o.dash(v.item, v.list)
	column := start - o.d.src.starts[o.lineOf(start)]
	last := -1
	if i := slices.Index(v.list.Content, v.item); i+1 < len(v.list.Content) {
		next, ok := o.dash(v.list.Content[i+1], v.list)
		if !ok {
			return 0, false
		}
		last = o.lineOf(next)
	} else {
		for k, n := range o.root.Content {
			if n != v.list {
				continue
			}
			if k+1 < len(o.root.Content) {
				last = o.lineOf(o.offset(o.root.Content[k+1]))
			} else {
				last = o.lineOf(o.bodyAt - 1)
				if !bytes.HasPrefix(o.line(last), []byte("---")) {
					return 0, false
				}
			}
		}
	}
	first := o.lineOf(start)
	if last <= first {
		return 0, false
	}
	for last > first+1 {
		text := o.line(last - 1)
		words := bytes.TrimSpace(text)
		if len(words) > 0 && (words[0] != '#' || indent(text) > column) {
			break
		}
		last--
	}
	return o.d.src.starts[last], true
}

// flowEnd is where a map between braces ends. Braces within quote marks are
// words.
func (o *Original) flowEnd(item *yaml.Node, start int) (int, bool) {
	src := o.d.src.text
	if start >= len(src) || src[start] != '{' {
		return 0, false
	}
	quoted := map[int]bool{}
	var collect func(*yaml.Node)
	collect = func(n *yaml.Node) {
		if n.Kind == yaml.ScalarNode && n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
			quoted[o.offset(n)] = true
		}
		for _, c := range n.Content {
			collect(c)
		}
	}
	collect(item)
	depth := 0
	for at := start; at < o.bodyAt; at++ {
		switch c := src[at]; {
		case quoted[at]:
			at += written(src[at:]) - 1
		case c == '#' && isSpace(src[at-1]):
			for at < len(src) && src[at] != '\n' {
				at++
			}
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return at + 1, true
			}
		}
	}
	return 0, false
}

// apply makes the changes in the bytes of the file: each keeps the line ends of
// the place where it stands.
func (o *Original) apply(changes []change) ([]byte, bool) {
	slices.SortFunc(changes, func(a, b change) int { return a.start - b.start })
	at := rawOffsets(o.raw)
	if len(at) != len(o.d.src.text)+1 {
		return nil, false
	}
	var out []byte
	done := 0
	for _, c := range changes {
		if c.start < done || c.end < c.start || c.end > o.bodyAt {
			return nil, false
		}
		out = append(out, o.raw[at[done]:at[c.start]]...)
		if done == 0 {
			out = append(slices.Clone(o.raw[:at[0]]), out...)
		}
		out = append(out, strings.ReplaceAll(c.text, "\n", endOfLines(o.raw, at[c.start]))...)
		done = c.end
	}
	return append(out, o.raw[at[done]:]...), true
}

// rawOffsets are, for each byte of a text as it is read, the bytes of the file
// before it.
func rawOffsets(raw []byte) []int {
	i := 0
	if bytes.HasPrefix(raw, []byte("\uFEFF")) {
		i = len("\uFEFF")
	}
	at := make([]int, 0, len(raw)+1)
	for ; i < len(raw); i++ {
		at = append(at, i)
		if raw[i] == '\r' && i+1 < len(raw) && raw[i+1] == '\n' {
			i++
		}
	}
	return append(at, len(raw))
}

// onlyWithout makes sure that an edit did what it should and nothing else.
func (o *Original) onlyWithout(voices, pictures []int, edited []byte, gone func(mark string) bool) bool {
	after, ok := ReadOriginal(edited, o.d.src.file)
	if !ok || len(after.Voices) != len(o.Voices) || !bytes.Equal(o.d.src.text[o.bodyAt:], after.d.src.text[after.bodyAt:]) {
		return false
	}
	taken := map[*yaml.Node]string{}
	for _, i := range voices {
		if v := &o.Voices[i]; !v.Tombstone {
			taken[v.item] = o.idFor(i)
		}
	}
	hung := map[*yaml.Node]bool{}
	for _, i := range pictures {
		hung[o.Pictures[i].item] = true
	}
	stays := func(list *yaml.Node) bool {
		return list.Kind != yaml.SequenceNode || len(list.Content) == 0 || slices.ContainsFunc(list.Content, func(n *yaml.Node) bool { return !hung[n] })
	}
	var covers *yaml.Node
	for k, v := range pairs(o.root) {
		if k.Value == "anonymity" && v.Kind == yaml.MappingNode {
			for k, v := range pairs(v) {
				if k.Value == "covers" {
					covers = v
				}
			}
		}
	}
	var same func(a, b *yaml.Node) bool
	same = func(a, b *yaml.Node) bool {
		if id, ok := taken[a]; ok {
			return len(b.Content) == 4 && b.Content[0].Value == "id" && scalarOf(b.Content[1]) == id && b.Content[2].Value == "withdrawn"
		}
		before := a.Content
		if a.Kind == yaml.SequenceNode {
			before = slices.DeleteFunc(slices.Clone(before), func(n *yaml.Node) bool { return hung[n] })
		}
		if a.Kind == yaml.MappingNode && len(b.Content) < len(before) && slices.ContainsFunc(before, func(n *yaml.Node) bool { return !stays(n) }) {
			before = nil
			for k, v := range pairs(a) {
				if stays(v) {
					before = append(before, k, v)
				}
			}
		}
		switch {
		case a == covers && a.Kind == yaml.SequenceNode:
			before = slices.DeleteFunc(slices.Clone(before), func(n *yaml.Node) bool { return gone(scalarOf(n)) })
		case covers != nil && slices.Contains(before, covers) && len(b.Content) == len(before)-2:
			if slices.ContainsFunc(covers.Content, func(n *yaml.Node) bool { return !gone(scalarOf(n)) }) {
				return false
			}
			i := slices.Index(before, covers)
			before = slices.Concat(before[:i-1], before[i+1:])
		}
		if a.Kind != b.Kind || a.Tag != b.Tag || a.Value != b.Value || a.Style != b.Style || len(before) != len(b.Content) {
			return false
		}
		for i := range before {
			if !same(before[i], b.Content[i]) {
				return false
			}
		}
		return true
	}
	return same(o.root, after.root)
}
