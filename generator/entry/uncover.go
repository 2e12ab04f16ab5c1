package entry

import (
	"go.yaml.in/yaml/v4"
)

// uncover takes marks out of anonymity.covers.
func (o *Original) uncover(gone func(mark string) bool) []change {
	var key, list *yaml.Node
	for k, v := range pairs(o.root) {
		if k.Value != "anonymity" || v.Kind != yaml.MappingNode {
			continue
		}
		for k, v := range pairs(v) {
			if k.Value == "covers" && v.Kind == yaml.SequenceNode {
				key, list = k, v
			}
		}
	}
	if list == nil {
		return nil
	}
	out, n, keep := []bool{}, 0, -1
	for i, item := range list.Content {
		out = append(out, gone(scalarOf(item)))
		if out[i] {
			n++
		} else {
			keep = i
		}
	}
	flow := list.Style&yaml.FlowStyle != 0
	var changes []change
	for i, item := range list.Content {
		if !out[i] {
			continue
		}
		start := o.offset(item)
		switch {
		case !flow: // the whole line
			line := o.lineOf(start)
			changes = append(changes, change{o.d.src.starts[line], o.d.src.starts[line+1], ""})
		case i < keep: // up to the next
			changes = append(changes, change{start, o.offset(list.Content[i+1]), ""})
		}
	}
	switch lastGone := n > 0 && out[len(out)-1]; {
	case flow && lastGone: // all that follow the last that stays
		from := o.offset(list.Content[0])
		if keep >= 0 {
			from = o.scalarEnd(list.Content[keep])
		}
		changes = append(changes, change{from, o.scalarEnd(list.Content[len(out)-1]), ""})
	case !flow && n == len(out) && o.lineOf(o.offset(key)) < o.lineOf(o.offset(list)):
		line := o.lineOf(o.offset(key))
		changes = append(changes, change{o.d.src.starts[line], o.d.src.starts[line+1], ""})
	}
	return changes
}

func (o *Original) scalarEnd(n *yaml.Node) int {
	at := o.offset(n)
	if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
		return at + written(o.d.src.text[at:])
	}
	return at + len(n.Value)
}
