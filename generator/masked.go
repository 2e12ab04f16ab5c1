package generator

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/gate"
	"yousaid/generator/rule"
	"yousaid/generator/site"
	"yousaid/generator/source"
)

// The name of a file is printed wherever something is said about the file. Where
// a rule finds something in the name itself, as somebody's name, the file is told
// by its number everywhere: here, before a result leaves this package, so that no
// output can be forgotten.

// Masks are the files that are told by number.
type Masks struct {
	shown, real map[string]string
	below       map[string]string // the same, by the path below the content folder
	names       *entry.Names
}

// Shown is what is printed for a file.
func (m Masks) Shown(name string) string {
	if shown, ok := m.shown[name]; ok {
		return shown
	}
	return name
}

// Real is the file that was printed so, for whoever opens it. It is never
// printed.
func (m Masks) Real(shown string) string {
	if name, ok := m.real[shown]; ok {
		return name
	}
	return shown
}

var ids = regexp.MustCompile(`(#|\bid: )[a-z0-9-]+`)

// Names takes the names of all masked files out of a text that is about to be
// printed, and ids in which a name of the private list stands.
func (m Masks) Names(text string) string {
	for name, shown := range m.shown {
		text = strings.ReplaceAll(text, name, shown)
	}
	for name, shown := range m.below { // as git calls them
		text = strings.ReplaceAll(text, name, shown)
	}
	if m.names == nil {
		return text
	}
	return ids.ReplaceAllStringFunc(text, func(id string) string {
		if mark := strings.TrimRight(id, "abcdefghijklmnopqrstuvwxyz0123456789-"); m.names.In(id[len(mark):]) {
			return mark + "(an id with a name in it)"
		}
		return id
	})
}

// add masks a file that people know as name, and that stands at path below the
// content folder.
func (m *Masks) add(path, name, shown string) {
	if m.shown == nil {
		m.shown, m.real, m.below = map[string]string{}, map[string]string{}, map[string]string{}
	}
	m.shown[name], m.real[shown] = shown, name
	m.below[path] = strings.TrimPrefix(shown, strings.TrimSuffix(name, path))
}

// MasksOf are the masks of a folder, for commands that make no site. It does
// without a site.yaml.
func MasksOf(in Input) Masks {
	b := &build{in: in}
	files := source.Read(in.Content)
	if b.settings(files) != nil {
		b.set = entry.Cautious()
		b.set.Take(in.Outside)
	}
	b.masks.names = b.set.Names
	for _, f := range files {
		b.mask(f, namedBy(f, b.set, in.Today))
		switch address, _, _ := strings.Cut(f.Path, "."); {
		case !strings.HasPrefix(f.Path, "reports/") || f.Folder || b.set.Names.In(f.Path) || entry.GoodName(f.Path):
		case !entry.IsTranslation(f.Path) || found(f, address, b.set, in.Today):
			b.masks.add(f.Path, b.name(f.Path), b.byNumber(f).File)
		}
	}
	return b.masks
}

// mask remembers that a file is told by number.
func (b *build) mask(f source.File, found bool) {
	if name := b.name(f.Path); b.set.Names.In(f.Path) {
		b.masks.add(f.Path, name, b.apart(f, b.set))
	} else if found {
		b.masks.add(f.Path, name, entry.Unnamed(f, b.name("")).File)
	}
}

// namedBy reports whether a rule finds something in the name of a report or of a
// page.
func namedBy(f source.File, set *entry.Settings, today site.Date) bool {
	top, _, _ := strings.Cut(f.Path, "/")
	address, ok := entry.Address(f.Path), entry.GoodName(f.Path)
	if top == "pages" {
		address = entry.Address(path.Base(f.Path))
		ok = path.Dir(f.Path) == top && entry.GoodName("reports/"+path.Base(f.Path))
	}
	if f.Folder || !ok || top != "reports" && top != "pages" {
		return false // another file is told by number anyway
	}
	return found(f, address, set, today)
}

// found reports whether a rule finds something in an address of a file.
func found(f source.File, address string, set *entry.Settings, today site.Date) (any bool) {
	defer func() { any = recover() != nil || any }() // nobody knows what is in it
	where := address
	if strings.HasPrefix(f.Path, "pages/") {
		where = strings.TrimSuffix(f.Path, ".md")
	}
	return len(rule.LookAtTexts(textRules, where, entry.AddressPieces(f, address), set, today).Findings) > 0
}

// byNumber is where a file stands that is told by number. Its folders are too,
// where a rule finds something in their names.
func (b *build) byNumber(f source.File) finding.Pos {
	folder, _, _ := strings.Cut(entry.ByNumber(f, "").File, "/ (") // what would be printed
	top, below, _ := strings.Cut(folder, "/")
	if folder == "" || below == "" && slices.Contains([]string{"reports", "pages", "media"}, top) {
		return entry.ByNumber(f, b.name(""))
	}
	named, known := b.named[folder]
	if !known {
		if b.named == nil {
			b.named = map[string]bool{}
		}
		named = found(f, strings.TrimPrefix(folder, "reports/"), b.set, b.in.Today)
		b.named[folder] = named
	}
	if named {
		return finding.Pos{File: entry.Unnamed(f, b.name("")).File}
	}
	return entry.ByNumber(f, b.name(""))
}

// result puts the masks over everything that is said in a result.
func (m Masks) result(r *Result) {
	findings := func(list []finding.Finding) {
		for i := range list {
			list[i].Pos.File = m.Shown(list[i].Pos.File)
		}
		finding.Sort(list)
	}
	findings(r.Findings)
	findings(r.InPublic)
	for i := range r.Held {
		r.Held[i] = m.Shown(r.Held[i])
	}
	for i := range r.Unpublished {
		u := &r.Unpublished[i]
		u.File, u.Findings = m.Shown(u.File), append([]finding.Finding{}, u.Findings...)
		findings(u.Findings)
	}
	m.leftOut(r.LeftOut, r.PicturesOut, r.Ended)
	r.Masks = m
}

func (m Masks) leftOut(lists ...[]gate.LeftOut) {
	for _, list := range lists {
		for i := range list {
			list[i].File = m.Shown(list[i].File)
		}
	}
}
