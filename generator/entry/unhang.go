package entry

import (
	"bytes"
	"slices"

	"go.yaml.in/yaml/v4"
)

// lone are the lists that lose pictures, by the map that each stands in. What
// belongs to a voice that goes, goes with it.
func (o *Original) lone(pictures, voices []int) map[*yaml.Node]*yaml.Node {
	out := map[*yaml.Node]*yaml.Node{}
	for _, i := range pictures {
		if p := &o.Pictures[i]; !slices.Contains(voices, p.Voice) {
			out[p.owner] = p.list
		}
	}
	return out
}

// unhang takes pictures out of one list, and the key with it when none is left.
// Nothing stands in their place.
func (o *Original) unhang(owner, list *yaml.Node, pictures []int) ([]change, bool) {
	gone := map[*yaml.Node]bool{}
	for _, i := range pictures {
		gone[o.Pictures[i].item] = true
	}
	keep := -1
	for i, item := range list.Content {
		if !gone[item] {
			keep = i
		}
	}
	flow := list.Style&yaml.FlowStyle != 0
	switch {
	case keep < 0 && owner.Style&yaml.FlowStyle == 0:
		return o.unkey(owner, list)
	case flow:
		return o.unflow(list, gone, keep)
	case keep < 0:
		return nil, false
	}
	var changes []change
	for _, item := range list.Content {
		if !gone[item] {
			continue
		}
		start, ok := o.dash(item, list)
		if !ok {
			return nil, false
		}
		line := o.lineOf(start)
		column := start - o.d.src.starts[line]
		if len(bytes.TrimSpace(o.line(line)[:column])) > 0 {
			return nil, false
		}
		changes = append(changes, change{o.d.src.starts[line], o.below(line, column, false), ""})
	}
	return changes, true
}

// unkey takes out a key whose value is list, with all its lines.
func (o *Original) unkey(owner, list *yaml.Node) ([]change, bool) {
	for key, value := range pairs(owner) {
		if value != list {
			continue
		}
		start := o.offset(key)
		line := o.lineOf(start)
		column := start - o.d.src.starts[line]
		if len(bytes.TrimSpace(o.line(line)[:column])) > 0 {
			return nil, false // it stands behind the hyphen of something that stays
		}
		return []change{{o.d.src.starts[line], o.below(line, column, true), ""}}, true
	}
	return nil, false
}

// unflow takes items out of a list between brackets. keep is the last that
// stays.
func (o *Original) unflow(list *yaml.Node, gone map[*yaml.Node]bool, keep int) ([]change, bool) {
	end := func(item *yaml.Node) (int, bool) {
		if item.Kind == yaml.ScalarNode {
			return o.scalarEnd(item), true
		}
		return o.flowEnd(item, o.offset(item))
	}
	var changes []change
	for i, item := range list.Content {
		if gone[item] && i < keep {
			changes = append(changes, change{o.offset(item), o.offset(list.Content[i+1]), ""})
		}
	}
	if keep < len(list.Content)-1 {
		from := o.offset(list.Content[0])
		if keep >= 0 {
			var ok bool
			if from, ok = end(list.Content[keep]); !ok {
				return nil, false
			}
		}
		to, ok := end(list.Content[len(list.Content)-1])
		if !ok {
			return nil, false
		}
		changes = append(changes, change{from, to, ""})
	}
	return changes, true
}

// below is where that ends which begins on a line at a column: before the first
// line that is not moved in further. Items of a list may begin right below its
// key. Empty lines and notes before that belong to what follows.
func (o *Original) below(line, column int, items bool) int {
	last := line + 1
	end := o.lineOf(o.bodyAt - 1)
	for n := line + 1; n < end; n++ {
		text := o.line(n)
		words := bytes.TrimSpace(text)
		if len(words) == 0 {
			continue
		}
		in := indent(text)
		if in < column || in == column && (!items || words[0] != '-') {
			break
		}
		last = n + 1
	}
	return o.d.src.starts[last]
}
