package entry

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"yousaid/generator/finding"
	"yousaid/generator/markdown"
)

// A key is one line of the file format: its name, what a writer reads about
// it, and how its value gets into a T. The lists of keys are the format; the
// reference in the README is checked against them.
type key[T any] struct {
	name     string
	kind     string // what may stand there, in a writer's words
	doc      string
	required bool
	closed   bool // kind lists every word that can stand there
	below    []Key
	read     func(d *decoder, n *yaml.Node, t *T)
}

// Key is a key for readers of the reference.
type Key struct {
	Name     string
	Kind     string
	Doc      string
	Required bool
	Below    []Key
}

func reference[T any](keys []key[T]) []Key {
	out := make([]Key, len(keys))
	for i, k := range keys {
		out[i] = Key{k.name, k.kind, k.doc, k.required, k.below}
	}
	return out
}

// must marks a key that may not be missing.
func must[T any](k key[T]) key[T] {
	k.required = true
	return k
}

// text is prose that readers see, letter by letter.
func text[T any](name, doc string, get func(*T) *Private) key[T] {
	return key[T]{name: name, kind: "words", doc: doc, read: func(d *decoder, n *yaml.Node, t *T) {
		if p, ok := d.words(n); ok {
			*get(t) = p
			d.show(name, p, nil)
		}
	}}
}

// prose is text that readers see and that may hold Markdown.
func prose[T any](name, doc string, get func(*T) *Prose) key[T] {
	return key[T]{name: name, kind: "words, with Markdown", doc: doc, read: func(d *decoder, n *yaml.Node, t *T) {
		if p, ok := d.words(n); ok {
			doc := markdown.Parse([]byte(p.Reveal()), d.base)
			*get(t) = Prose{p, doc}
			d.show(name, p, doc)
		}
	}}
}

// later is text that readers see with something that may be left out.
func later[T any](name, kind, doc string, get func(*T) *Private) key[T] {
	k := kept(name, doc, get)
	k.kind = kind
	return k
}

// kept is text that is never published.
func kept[T any](name, doc string, get func(*T) *Private) key[T] {
	return key[T]{name: name, kind: "words, never published", doc: doc, read: func(d *decoder, n *yaml.Node, t *T) {
		if p, ok := d.words(n); ok {
			*get(t) = p
		}
	}}
}

// keptTexts is a list of texts that are never published.
func keptTexts[T any](name, doc string, get func(*T) *[]Private) key[T] {
	return key[T]{name: name, kind: "list of words, never published", doc: doc, read: func(d *decoder, n *yaml.Node, t *T) {
		for _, item := range d.items(n) {
			if p, ok := d.words(item); ok {
				*get(t) = append(*get(t), p)
			}
		}
	}}
}

// texts is a list of texts that readers see.
func texts[T any](name, doc string, get func(*T) *[]Private) key[T] {
	return key[T]{name: name, kind: "list of words", doc: doc, read: func(d *decoder, n *yaml.Node, t *T) {
		for _, item := range d.items(n) {
			if p, ok := d.words(item); ok {
				*get(t) = append(*get(t), p)
				d.show(name, p, nil)
			}
		}
	}}
}

// open is public text of site.yaml.
func open[T any](name, doc string, get func(*T) *string) key[T] {
	return key[T]{name: name, kind: "words", doc: doc, read: func(d *decoder, n *yaml.Node, t *T) {
		if p, ok := d.words(n); ok {
			*get(t) = p.Reveal()
		}
	}}
}

func day[T any](name, doc string, get func(*T) *Day) key[T] {
	return key[T]{name: name, kind: "date", doc: doc, read: func(d *decoder, n *yaml.Node, t *T) { *get(t) = d.day(n) }}
}

func number[T any](name, doc string, get func(*T) *Number) key[T] {
	return key[T]{name: name, kind: "number", doc: doc, read: func(d *decoder, n *yaml.Node, t *T) { *get(t) = d.number(n) }}
}

func flag[T any](name, doc string, get func(*T) *Flag) key[T] {
	return key[T]{name: name, kind: "yes or no", doc: doc, read: func(d *decoder, n *yaml.Node, t *T) { *get(t) = d.flag(n) }}
}

func slug[T any](name, doc string, get func(*T) *Word) key[T] {
	return key[T]{name: name, kind: "id", doc: doc, read: func(d *decoder, n *yaml.Node, t *T) {
		*get(t) = d.slug(n, "an id", isSlug)
	}}
}

func slugs[T any](name, kind, doc string, ok func(string) bool, get func(*T) *[]Word) key[T] {
	return key[T]{name: name, kind: "list of " + kind, doc: doc, read: func(d *decoder, n *yaml.Node, t *T) {
		for _, item := range d.items(n) {
			if w := d.slug(item, "one of the "+kind, ok); w.Value != "" {
				*get(t) = append(*get(t), w)
			}
		}
	}}
}

// word is one value of a closed list.
func word[T any](name, doc string, list []string, get func(*T) *Word) key[T] {
	return key[T]{name: name, kind: strings.Join(list, ", "), closed: true, doc: doc, read: func(d *decoder, n *yaml.Node, t *T) {
		*get(t) = d.word(n, list)
	}}
}

// known is one value of a list in site.yaml.
func known[T any](name, kind, doc string, list func(*Settings) []string, get func(*T) *Word) key[T] {
	return key[T]{name: name, kind: kind, doc: doc, read: func(d *decoder, n *yaml.Node, t *T) {
		*get(t) = d.word(n, list(d.choices))
	}}
}

// knowns is a list of values of a closed list that may depend on site.yaml.
func knowns[T any](name, kind, doc string, list func(*Settings) []string, get func(*T) *[]Word) key[T] {
	return key[T]{name: name, kind: "list of " + kind, doc: doc, read: func(d *decoder, n *yaml.Node, t *T) {
		*get(t) = []Word{} // given, if only as an empty list
		for _, item := range d.items(n) {
			if w := d.word(item, list(d.choices)); w.Value != "" {
				*get(t) = append(*get(t), w)
			}
		}
	}}
}

func always(list ...string) func(*Settings) []string {
	return func(*Settings) []string { return list }
}

// group is a map below a key.
func group[T, S any](name, doc string, keys []key[S], get func(*T) *S) key[T] {
	return key[T]{name: name, kind: "keys below", doc: doc, below: reference(keys), read: func(d *decoder, n *yaml.Node, t *T) {
		readKeys(d, n, keys, get(t))
	}}
}

// list is a list of maps.
func list[T, S any](name, doc string, keys []key[S], get func(*T) *[]S) key[T] {
	return key[T]{name: name, kind: "list of keys below", doc: doc, below: reference(keys), read: func(d *decoder, n *yaml.Node, t *T) {
		for _, item := range d.items(n) {
			var s S
			readKeys(d, item, keys, &s)
			*get(t) = append(*get(t), s)
		}
	}}
}

// placed is a map that wants to know where it stands.
type placed interface{ setPlace(finding.Pos) }

// excused is a map that may leave out what is required elsewhere.
type excused interface{ excused() bool }

// readKeys reads one map into t. Unknown keys, repeated keys and missing keys
// are findings; so is anything that is not a map.
func readKeys[T any](d *decoder, n *yaml.Node, keys []key[T], t *T) {
	if !d.plain(n) || absent(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		d.slip(n, "")
		d.add(ValueType, d.place(n), "more lines belong below this key", "Write each of its keys on a line of its own below it, moved in by two spaces. The README lists them.")
		return
	}
	if p, ok := any(t).(placed); ok {
		p.setPlace(d.place(n))
	}
	seen, given := make([]bool, len(keys)), make([]bool, len(keys))
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		at := -1
		if name.Kind == yaml.ScalarNode && name.Anchor == "" && name.Style&yaml.TaggedStyle == 0 {
			for j := range keys {
				if keys[j].name == name.Value {
					at = j
					break
				}
			}
		}
		switch {
		case at < 0:
			guess := d.unknown(name, names(keys))
			if guess != "" {
				d.slip(n, guess)
			}
			for j := range keys {
				seen[j] = seen[j] || keys[j].name == guess // said once is enough
			}
		case given[at]:
			d.add(KeyRepeated, d.place(name), "the key "+keys[at].name+" is here twice", "Keep one of the two.")
		default:
			given[at] = true
			// An empty value is no value; words lost after a # were said already.
			seen[at] = !empty(value) || value.LineComment != "" && strings.HasPrefix(keys[at].kind, "words")
			told := len(d.findings)
			keys[at].read(d, value, t)
			if len(d.findings) > told {
				d.slip(n, keys[at].name)
			}
		}
	}
	if e, ok := any(t).(excused); ok && e.excused() {
		return
	}
	for j, k := range keys {
		if k.required && !seen[j] {
			d.slip(n, k.name)
			hint := "Add " + k.name + ": " + lowerFirst(k.doc)
			if k.closed {
				hint += " It can be: " + k.kind + "."
			}
			d.add(ValueMissing, d.place(n), k.name+" is missing here", hint)
		}
	}
}

// empty also knows null, and a pair of quote marks with nothing between them.
func empty(n *yaml.Node) bool {
	return absent(n) || n.Kind == yaml.ScalarNode && strings.TrimSpace(n.Value) == ""
}

func names[T any](keys []key[T]) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = k.name
	}
	return out
}

// enoughGuesses is how many findings of one file come with a guess: a file with
// more is not a report with slips in it.
const enoughGuesses = 200

// unknown reports a key, and returns the one that was meant, as far as that
// can be told.
func (d *decoder) unknown(name *yaml.Node, known []string) (guess string) {
	hint := "Look for the right key in the README, or remove the line."
	if len(d.findings) < enoughGuesses {
		if guess = closest(name.Value, known); guess != "" {
			hint = "Did you mean " + guess + "? Then write that."
		}
	}
	d.add(KeyUnknown, d.place(name), "there is no key with this name here", hint)
	return guess
}
