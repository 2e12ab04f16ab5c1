package entry

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"yousaid/generator/finding"
	"yousaid/generator/markdown"
)

// A key is one line of the file format: its name, what a writer reads about
// it, and how its value gets into a T. The lists of keys are the format; the
// reference in the README is checked against them.
type key[T any] struct {
	Key
	read func(d *decoder, n *yaml.Node, t *T)
}

// Key is a key for readers of the reference.
type Key struct {
	Name     string
	Kind     string // what may stand there, in a writer's words
	Doc      string
	Required bool
	Below    []Key

	closed bool // Kind lists every word that can stand there
}

func reference[T any](keys []key[T]) []Key {
	out := make([]Key, len(keys))
	for i, k := range keys {
		out[i] = k.Key
	}
	return out
}

// must marks a key that may not be missing.
func must[T any](k key[T]) key[T] {
	k.Required = true
	return k
}

// text is prose that readers see, letter by letter.
func text[T any](name, doc string, get func(*T) *Private) key[T] {
	return key[T]{Key{Name: name, Kind: "words", Doc: doc}, func(d *decoder, n *yaml.Node, t *T) {
		if p, ok := d.words(n); ok {
			*get(t) = p
			d.show(name, p, nil)
		}
	}}
}

// prose is text that readers see and that may hold Markdown.
func prose[T any](name, doc string, get func(*T) *Prose) key[T] {
	return key[T]{Key{Name: name, Kind: "words, with Markdown", Doc: doc}, func(d *decoder, n *yaml.Node, t *T) {
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
	k.Kind = kind
	return k
}

// kept is text that is never published.
func kept[T any](name, doc string, get func(*T) *Private) key[T] {
	return key[T]{Key{Name: name, Kind: "words, never published", Doc: doc}, func(d *decoder, n *yaml.Node, t *T) {
		if p, ok := d.words(n); ok {
			*get(t) = p
		}
	}}
}

// keptTexts is a list of texts that are never published.
func keptTexts[T any](name, doc string, get func(*T) *[]Private) key[T] {
	return key[T]{Key{Name: name, Kind: "list of words, never published", Doc: doc}, func(d *decoder, n *yaml.Node, t *T) {
		for _, item := range d.items(n) {
			if p, ok := d.words(item); ok {
				*get(t) = append(*get(t), p)
			}
		}
	}}
}

// texts is a list of texts that readers see.
func texts[T any](name, doc string, get func(*T) *[]Private) key[T] {
	return key[T]{Key{Name: name, Kind: "list of words", Doc: doc}, func(d *decoder, n *yaml.Node, t *T) {
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
	return key[T]{Key{Name: name, Kind: "words", Doc: doc}, func(d *decoder, n *yaml.Node, t *T) {
		if p, ok := d.words(n); ok {
			*get(t) = p.Reveal()
		}
	}}
}

func day[T any](name, doc string, get func(*T) *Day) key[T] {
	return key[T]{Key{Name: name, Kind: "date", Doc: doc}, func(d *decoder, n *yaml.Node, t *T) { *get(t) = d.day(n) }}
}

func number[T any](name, doc string, get func(*T) *Number) key[T] {
	return key[T]{Key{Name: name, Kind: "number", Doc: doc}, func(d *decoder, n *yaml.Node, t *T) { *get(t) = d.number(n) }}
}

func flag[T any](name, doc string, get func(*T) *Flag) key[T] {
	return key[T]{Key{Name: name, Kind: "yes or no", Doc: doc}, func(d *decoder, n *yaml.Node, t *T) { *get(t) = d.flag(n) }}
}

func slug[T any](name, doc string, get func(*T) *Word) key[T] {
	return key[T]{Key{Name: name, Kind: "id", Doc: doc}, func(d *decoder, n *yaml.Node, t *T) {
		*get(t) = d.slug(n, "an id", isSlug)
	}}
}

func slugs[T any](name, kind, doc string, ok func(string) bool, get func(*T) *[]Word) key[T] {
	return key[T]{Key{Name: name, Kind: "list of " + kind, Doc: doc}, func(d *decoder, n *yaml.Node, t *T) {
		for _, item := range d.items(n) {
			if w := d.slug(item, "one of the "+kind, ok); w.Value != "" {
				*get(t) = append(*get(t), w)
			}
		}
	}}
}

// word is one value of a closed list.
func word[T any](name, doc string, list []string, get func(*T) *Word) key[T] {
	return key[T]{Key{Name: name, Kind: strings.Join(list, ", "), closed: true, Doc: doc}, func(d *decoder, n *yaml.Node, t *T) {
		*get(t) = d.word(n, list)
	}}
}

// known is one value of a list in site.yaml.
func known[T any](name, kind, doc string, list func(*Settings) []string, get func(*T) *Word) key[T] {
	return key[T]{Key{Name: name, Kind: kind, Doc: doc}, func(d *decoder, n *yaml.Node, t *T) {
		*get(t) = d.word(n, list(d.choices))
	}}
}

// knowns is a list of values of a closed list that may depend on site.yaml.
func knowns[T any](name, kind, doc string, list func(*Settings) []string, get func(*T) *[]Word) key[T] {
	return key[T]{Key{Name: name, Kind: "list of " + kind, Doc: doc}, func(d *decoder, n *yaml.Node, t *T) {
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
	return key[T]{Key{Name: name, Kind: "keys below", Doc: doc, Below: reference(keys)}, func(d *decoder, n *yaml.Node, t *T) {
		readKeys(d, n, keys, get(t))
	}}
}

// list is a list of maps.
func list[T, S any](name, doc string, keys []key[S], get func(*T) *[]S) key[T] {
	return key[T]{Key{Name: name, Kind: "list of keys below", Doc: doc, Below: reference(keys)}, func(d *decoder, n *yaml.Node, t *T) {
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

// readKeys reads one map into t.
func readKeys[T any](d *decoder, n *yaml.Node, keys []key[T], t *T) {
	d.readMap(n, t, len(keys), func(i int) *Key { return &keys[i].Key }, func(i int, value *yaml.Node) { keys[i].read(d, value, t) })
}

// readMap reads one map of the given number of keys. Unknown keys, repeated
// keys and missing keys are findings; so is anything that is not a map. It
// knows no types, or the program would hold it once for each of them.
func (d *decoder) readMap(n *yaml.Node, t any, size int, key func(int) *Key, read func(int, *yaml.Node)) {
	if !d.plain(n) || absent(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		d.slip(n, "")
		d.add(ValueType, d.place(n), "more lines belong below this key", "Write each of its keys on a line of its own below it, moved in by two spaces. The README lists them.")
		return
	}
	if p, ok := t.(placed); ok {
		p.setPlace(d.place(n))
	}
	names := make([]string, size)
	for i := range names {
		names[i] = key(i).Name
	}
	seen, given := make([]bool, size), make([]bool, size)
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		at := -1
		if name.Kind == yaml.ScalarNode && name.Anchor == "" && name.Style&yaml.TaggedStyle == 0 {
			at = slices.Index(names, name.Value)
		}
		switch {
		case at < 0:
			if meant := d.unknown(name, names); meant != "" {
				d.slip(n, meant)
				seen[slices.Index(names, meant)] = true // said once is enough
			}
		case given[at]:
			d.add(KeyRepeated, d.place(name), "the key "+key(at).Name+" is here twice", "Keep one of the two.")
		default:
			given[at] = true
			// An empty value is no value; words lost after a # were said already.
			seen[at] = !empty(value) || value.LineComment != "" && strings.HasPrefix(key(at).Kind, "words")
			told := len(d.findings)
			read(at, value)
			if len(d.findings) > told {
				d.slip(n, key(at).Name)
			}
		}
	}
	if e, ok := t.(excused); ok && e.excused() {
		return
	}
	for i := range size {
		if k := key(i); k.Required && !seen[i] {
			d.slip(n, k.Name)
			hint := "Add " + k.Name + ": " + lowerFirst(k.Doc)
			if k.closed {
				hint += " It can be: " + k.Kind + "."
			}
			d.add(ValueMissing, d.place(n), k.Name+" is missing here", hint)
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
		out[i] = k.Name
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
