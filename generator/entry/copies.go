package entry

import "go.yaml.in/yaml/v4"

// Copies are what others may keep of the site. Anything but a plain yes is a no.
type Copies struct{ Archive, Training Flag }

var copiesKeys = []key[Copies]{
	flag("archive", "yes: archives and search engines may keep copies of the pages. It needs `training: yes` too, because the word that forbids it forbids both.", func(c *Copies) *Flag { return &c.Archive }),
	flag("training", "yes: the pages may be used to train AI models.", func(c *Copies) *Flag { return &c.Training }),
}

// plainCopies takes copies for a no when anything in it is wrong.
func plainCopies(k key[Settings]) key[Settings] {
	read := k.read
	k.read = func(d *decoder, n *yaml.Node, s *Settings) {
		before := len(d.findings)
		read(d, n, s)
		if len(d.findings) > before {
			s.Copies = Copies{}
		}
	}
	return k
}
