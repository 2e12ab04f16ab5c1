package entry

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// The ways to reach somebody stand on every page, so a slip in one of them is
// told, and the way is left out: readers should not write to nobody.

func email[T any](name, doc string, get func(*T) *string) key[T] {
	return reach(Key{Name: name, Kind: "e-mail address", Doc: doc}, get, isEmail, "this has to be an e-mail address", "Write it whole and by itself, as voices@example.org.")
}

func phone[T any](name, doc string, get func(*T) *string) key[T] {
	return reach(Key{Name: name, Kind: "phone number", Doc: doc}, get, isPhone, "this has to be a phone number", "Write its digits, as 01632 960001.")
}

func reach[T any](k Key, get func(*T) *string, good func(string) bool, message, hint string) key[T] {
	return key[T]{k, func(d *decoder, n *yaml.Node, t *T) {
		p, ok := d.words(n)
		if !ok || p.Empty() {
			return
		}
		if !good(p.Reveal()) {
			d.add(ValueType, d.place(n), message, hint)
			return
		}
		*get(t) = p.Reveal()
	}}
}

// isEmail asks only for what no address does without.
func isEmail(s string) bool {
	before, after, ok := strings.Cut(s, "@")
	return ok && before != "" && strings.Trim(after, ".") == after && strings.Contains(after, ".") &&
		!strings.ContainsAny(s, " \t\n,;<>()") && !strings.Contains(after, "@")
}

// isPhone takes three digits and more: 999 is a number to ring.
func isPhone(s string) bool {
	digits := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	return digits >= 3
}
