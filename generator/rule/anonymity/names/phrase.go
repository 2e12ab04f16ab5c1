package names

import "yousaid/generator/rule/anonymity/lexicon"

// phrases takes back names that are the names of other things: John Lewis,
// Victoria sponge, Tracy Beaker.
func (n *naming) phrases() {
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
			if lexicon.Look(f).Phrase() {
				n.clear(k, size)
			} else if t.possessive && lexicon.Look(append(f, 's')).Phrase() {
				n.clear(k, size)
			}
		}
	}
}

func (n *naming) anyNamed(k, size int) bool {
	for i := k; i < k+size; i++ {
		if n.list[i].verdict != nothing {
			return true
		}
	}
	return false
}

// clear takes the verdict from words, unless somebody in the text is called so.
func (n *naming) clear(k, size int) {
	for i := k; i < k+size; i++ {
		if n.list[i].kind != somebody || n.list[i].disguised {
			return
		}
	}
	for i := k; i < k+size; i++ {
		n.list[i].verdict = nothing
	}
}
