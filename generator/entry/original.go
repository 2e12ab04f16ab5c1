package entry

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"yousaid/generator/finding"
	"yousaid/generator/site"
	"yousaid/generator/source"
)

// Original is the file of a report as somebody wrote it, for commands that
// take words out of it. It asks less than Parse: a report that is held, or a
// key that nobody knows, must not keep a withdrawal waiting.
type Original struct {
	ID         string // of the report
	Voices     []Voice
	Own        []Private     // what the writers say themselves
	SharedWith []finding.Pos // where it says whom the report was shown to
	Pictures   []OriginalPicture

	taken  bool // taken down whole, and nothing else in it
	raw    []byte
	d      *decoder
	root   *yaml.Node
	bodyAt int
}

// Voice is one contribution of an Original.
type Voice struct {
	ID        string
	Place     finding.Pos
	Tombstone bool
	Several   bool // made from what several people said
	Texts     []Private
	Names     []Private
	Files     []Private // names of its media files
	Records   []Private // keys to the papers, without those of its pictures

	withdrawn site.Date // as written
	item      *yaml.Node
	list      *yaml.Node
}

// OriginalPicture is one picture or sound of an Original.
type OriginalPicture struct {
	N       int // as in Picture
	Voice   int // which voice it belongs to; -1: the report
	Place   finding.Pos
	Texts   []Private
	Files   []Private // its file, and that of its transcript
	Records []Private

	item, list, owner *yaml.Node // owner is the map with the list in it
}

// ReadOriginal reads the file of a report. ok is false when it can't be told
// what in it is whose.
func ReadOriginal(raw []byte, name string) (o *Original, ok bool) {
	f := source.Parse("report.md", raw)
	if f.Problem != source.None {
		return nil, false
	}
	d := &decoder{src: newLines(name, f.Text), choices: Cautious(), voice: -1}
	root, bodyAt, ok := d.document()
	if !ok || root.Kind != yaml.MappingNode {
		return nil, false
	}
	o = &Original{raw: raw, d: d, root: root, bodyAt: bodyAt}
	var own []OriginalPicture
	for key, value := range pairs(root) {
		switch key.Value {
		case "withdrawn":
			_, o.taken = site.ParseDate(scalarOf(value))
		case "id":
			if o.ID = scalarOf(value); !isSlug(o.ID) {
				o.ID = ""
			}
		case "contributions":
			if value.Kind != yaml.SequenceNode {
				if absent(value) {
					continue
				}
				return nil, false
			}
			for _, item := range value.Content {
				if item.Kind == yaml.MappingNode {
					o.Voices = append(o.Voices, o.voice(item, value, len(o.Voices)))
				} else if !absent(item) {
					return nil, false
				}
			}
		case "shared_with":
			o.SharedWith = append(o.SharedWith, d.place(key))
		case "media":
			own = o.media(value, root, -1)
		default:
			if slices.Contains(ownTexts, key.Value) {
				o.texts(value, &o.Own)
			}
		}
	}
	o.Own = append(o.Own, d.body(bodyAt).Private)
	o.Pictures = append(own, o.Pictures...)
	for i := range o.Pictures {
		o.Pictures[i].N = i + 1
	}
	return o, true
}

// Taken reports whether nothing is left but an id and the day on which the
// report was taken down.
func (o *Original) Taken() bool {
	for key := range pairs(o.root) {
		if key.Value != "id" && key.Value != "withdrawn" {
			return false
		}
	}
	return o.taken && len(bytes.TrimSpace(o.d.src.text[o.bodyAt:])) == 0
}

// ownTexts are the keys of a report below which the writers tell its story.
// Roles, dates and lists are said of many reports.
var ownTexts = []string{"title", "summary", "asked", "decision", "impact", "updates", "easy_read", "gained", "thanks", "content_note"}

// pairs are the keys and values of a map.
func pairs(n *yaml.Node) func(yield func(key, value *yaml.Node) bool) {
	return func(yield func(key, value *yaml.Node) bool) {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if !yield(n.Content[i], n.Content[i+1]) {
				return
			}
		}
	}
}

func scalarOf(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode || absent(n) {
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// quiet are the keys of a contribution that say nothing a person could be
// known by.
var quiet = []string{"from", "band", "made", "people", "edited", "edit_agreed", "sensitive", "mentions_others"}

func (o *Original) voice(item, list *yaml.Node, n int) Voice {
	v := Voice{Place: o.d.place(item), item: item, list: list}
	bare := true
	for key, value := range pairs(item) {
		if key.Value != "id" && key.Value != "withdrawn" && !empty(value) {
			bare = false
		}
		switch key.Value {
		case "id":
			v.ID = scalarOf(value)
		case "withdrawn":
			v.withdrawn, _ = site.ParseDate(scalarOf(value))
		case "name":
			o.texts(value, &v.Names)
		case "records":
			o.texts(value, &v.Records)
			v.Several = true
		case "media":
			for _, p := range o.media(value, item, n) {
				v.Files, v.Texts = append(v.Files, p.Files...), append(v.Texts, p.Texts...)
				o.Pictures = append(o.Pictures, p)
			}
		case "consent":
			o.consent(value, &v.Records, &v.withdrawn)
		default:
			// A key that nobody knows may be a slip of the keyboard for words.
			if !slices.Contains(quiet, key.Value) {
				o.texts(value, &v.Texts)
			}
		}
	}
	v.Tombstone = bare && v.ID != "" && !v.withdrawn.IsZero()
	return v
}

func (o *Original) consent(n *yaml.Node, records *[]Private, withdrawn *site.Date) {
	if n.Kind != yaml.MappingNode {
		o.texts(n, records) // the key alone
		return
	}
	for key, value := range pairs(n) {
		switch key.Value {
		case "record":
			o.texts(value, records)
		case "withdrawn":
			if withdrawn.IsZero() {
				*withdrawn, _ = site.ParseDate(scalarOf(value))
			}
		}
	}
}

// quietMedia are the keys of a picture that say nothing a person could be known
// by.
var quietMedia = []string{"decorative", "people", "from", "band"}

// media parts the names of files from the words that stand for them. owner is
// the map in which the list stands.
func (o *Original) media(list, owner *yaml.Node, voice int) []OriginalPicture {
	var out []OriginalPicture
	for _, item := range list.Content {
		p := OriginalPicture{Voice: voice, Place: o.d.place(item), item: item, list: list, owner: owner}
		if item.Kind != yaml.MappingNode {
			o.texts(item, &p.Files)
			out = append(out, p)
			continue
		}
		for key, value := range pairs(item) {
			switch {
			case key.Value == "file", key.Value == "transcript" && namesFile(scalarOf(value)):
				o.texts(value, &p.Files)
			case key.Value == "consent":
				var day site.Date
				o.consent(value, &p.Records, &day)
			case !slices.Contains(quietMedia, key.Value):
				// alt, caption, what is said, and a key that nobody knows.
				o.texts(value, &p.Texts)
			}
		}
		out = append(out, p)
	}
	return out
}

// texts are all values below n.
func (o *Original) texts(n *yaml.Node, into *[]Private) {
	switch n.Kind {
	case yaml.ScalarNode:
		if empty(n) {
			return
		}
		p := &private{text: strings.TrimSpace(n.Value), at: o.d.place(n), src: o.d.src}
		if n.Style&yaml.LiteralStyle != 0 {
			p.text, p.written = strings.TrimRight(n.Value, " \t\n"), literal
		}
		p.start = o.d.src.offset(p.at.Line, p.at.Col)
		*into = append(*into, hide(p))
	case yaml.MappingNode:
		for _, value := range pairs(n) {
			o.texts(value, into)
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			o.texts(item, into)
		}
	}
}

// Called is the id of v as it may be printed. What is no id may be words; then
// it is called by its number among the voices of the report, from 0.
func (v *Voice) Called(i int) string {
	if isSlug(v.ID) {
		return v.ID
	}
	return "(number " + strconv.Itoa(i+1) + ")"
}

// ID is how p is called where people read of it.
func (p *OriginalPicture) ID() string { return pictureID(p.N) }

// Holds reports whether one of the papers of v has this key, and which.
// Capital letters and spaces make no difference: keys are typed from paper.
func (v *Voice) Holds(key string) (finding.Pos, bool) { return holds(v.Records, key) }

// Holds reports whether the paper of p has this key.
func (p *OriginalPicture) Holds(key string) (finding.Pos, bool) { return holds(p.Records, key) }

func holds(records []Private, key string) (finding.Pos, bool) {
	key = FoldKey(key)
	for _, r := range records {
		if key != "" && FoldKey(r.Reveal()) == key {
			return r.At(), true
		}
	}
	return finding.Pos{}, false
}

// FoldKey is a key to a paper as it is compared.
func FoldKey(key string) string {
	return strings.ToLower(strings.Join(strings.Fields(key), ""))
}

// hasMark knows the marks in covers that this voice has, or had before an edit.
func (v *Voice) hasMark(mark string) bool {
	rest, ok := strings.CutPrefix(mark, v.ID+"-")
	return ok && v.ID != "" && len(rest) == markLetters && strings.Trim(rest, "abcdefghijklmnopqrstuvwxyz234567") == ""
}
