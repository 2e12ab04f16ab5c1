package naming

import (
	"strings"

	"yousaid/generator/rule/anonymity/lexicon"
)

// phrases takes back names that are the names of other things: John Lewis,
// Victoria sponge, Tracy Beaker.
func (n *reading) phrases() {
	var room [64]byte
	for k := range n.list {
		if n.list[k].number || !n.anyNamed(k, min(4, len(n.list)-k)) {
			continue
		}
		f := room[:0]
		for size := 1; size <= 4 && k+size <= len(n.list); size++ {
			t := &n.list[k+size-1]
			if size > 1 {
				if t.gap&^(spaced|hyphen|marked|dotted|stopped) != 0 || len(f)+t.b-t.a > 60 {
					break
				}
				f = append(f, ' ')
			}
			if f = append(f, n.key(k+size-1)...); !n.anyNamed(k, size) || n.list[k].shape == small && size == 1 {
				continue
			}
			w := lexicon.Look(f)
			if t.possessive && w == 0 {
				w = lexicon.Look(append(f, 's'))
			}
			switch {
			case w.Famous():
				n.settle(k, size, perhaps)
			case w.Phrase():
				n.settle(k, size, nothing)
			}
		}
	}
}

func (n *reading) anyNamed(k, size int) bool {
	for i := k; i < k+size; i++ {
		if n.list[i].verdict != nothing {
			return true
		}
	}
	return false
}

// settle takes the verdict back to v, unless somebody in the text is called so.
func (n *reading) settle(k, size int, v verdict) {
	titled := size > 1 && n.list[k].w.Is(lexicon.Title) && n.list[k].shape != small // Mr Bean
	for i := k; i < k+size; i++ {
		if n.list[i].kind != Somebody && !titled || n.list[i].disguised {
			return
		}
	}
	for i := k; i < k+size; i++ {
		n.list[i].verdict = min(n.list[i].verdict, v)
	}
}

// addresses takes back what stands in an e-mail address, which has a rule of
// its own, and in the name of a website.
func (n *reading) addresses() {
	for at := 0; ; at++ {
		next := strings.IndexAny(n.s[min(at, len(n.s)):], "@:.")
		if next < 0 {
			return
		}
		at += next
		switch n.s[at] {
		case '@':
			i, j := at, at
			for i > 0 && !blank(n.s[i-1]) {
				i--
			}
			for j < len(n.s) && !blank(n.s[j]) {
				j++
			}
			if i < at && strings.IndexByte(n.s[at:j], '.') > 1 {
				n.forget(i, j)
			}
			at = j
		case ':':
			if strings.HasPrefix(n.s[at:], "://") {
				j := at + 3
				for j < len(n.s) && !blank(n.s[j]) && n.s[j] != '/' {
					j++
				}
				n.forget(at, j)
			}
		case '.':
			if at >= 3 && strings.EqualFold(n.s[at-3:at], "www") {
				j := at
				for j < len(n.s) && !blank(n.s[j]) && n.s[j] != '/' {
					j++
				}
				n.forget(at-3, j)
			}
		}
	}
}

func blank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '<' || c == '>' || c == '(' || c == '"'
}

func (n *reading) forget(i, j int) {
	for k := range n.list {
		if t := &n.list[k]; t.i >= i && t.j <= j {
			t.verdict = nothing
		}
	}
}
