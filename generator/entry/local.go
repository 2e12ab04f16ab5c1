package entry

import "yousaid/generator/source"

// Local is what the settings of one computer say: where the lists are that are
// kept outside.
type Local struct{ Names, Consents string }

var localKeys = []key[Local]{
	open("names", "The file with the private list of names.", func(l *Local) *string { return &l.Names }),
	open("consents", "The file with the consent register.", func(l *Local) *string { return &l.Consents }),
}

// ParseLocal reads the settings of one computer. ok is false when anything in
// them is not understood.
func ParseLocal(raw []byte) (l Local, ok bool) {
	f := source.Parse("local.yaml", raw)
	if f.Problem != source.None {
		return Local{}, false
	}
	if onlyNotes(f.Text) {
		return Local{}, true
	}
	d := &decoder{src: newLines("", f.Text), choices: Cautious(), voice: -1}
	root, ok := d.load(f.Text, 0)
	if !ok {
		return Local{}, false
	}
	readKeys(d, root, localKeys, &l)
	return l, len(d.findings) == 0
}
