package generator

import (
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/gate"
	"yousaid/generator/rule/anonymity"
	"yousaid/generator/site"
	"yousaid/generator/source"
)

// The private list of names is looked for in site.yaml, in the names of files,
// in every text (anonymity.PrivateName) and, last of all, in every finished
// file. Here is what no rule can see.

const (
	nameFound = "this matches a name on your private list"
	nameHint  = "Take it out, or say who it is as a role, as “a young person”. Nothing lets it through."
)

// read reads site.yaml. A name in it is made unreadable before anything is
// made of it: the file can't be held, because all pages come from it.
func (b *build) read(f source.File, name string) (*entry.Settings, []finding.Finding) {
	outside := entry.Cautious()
	outside.Take(b.in.Outside)
	names := slices.DeleteFunc(outside.Names.Find(string(f.Text)), func(m entry.Match) bool { return entry.IsKey(f.Text, m) })
	masked := f
	if len(names) > 0 {
		masked.Text = entry.Masked(f.Text, names)
	}
	set, findings := entry.ParseSettings(masked, name)
	for _, m := range names {
		findings = append(findings, anonymity.PrivateName.At(entry.Spot(f, name, m), nameFound, nameHint))
	}
	return set, findings
}

// unnamed leaves out the files whose own name, or whose folder's, holds a name.
func (b *build) unnamed(files []source.File) []source.File {
	if b.set.Names == nil {
		return files
	}
	return slices.DeleteFunc(files, func(f source.File) bool {
		if !b.set.Names.In(f.Path) {
			return false
		}
		at := finding.Pos{File: b.apart(f, b.set)}
		b.masks.add(f.Path, b.name(f.Path), at.File)
		b.add(anonymity.PrivateName.At(at, "the name of this file or folder matches a name on your private list", "Give it another name. Nothing lets it through."))
		b.heldFree = append(b.heldFree, at.File)
		return true
	})
}

// apart is what people call a file, by number where its name holds somebody's.
func (b *build) apart(f source.File, set *entry.Settings) string {
	if !set.Names.In(f.Path) {
		return b.name(f.Path)
	}
	parts := strings.Split(f.Path, "/")
	n := 0
	for n < len(parts)-1 && !set.Names.In(strings.Join(parts[:n+1], "/")) {
		n++
	}
	what, number := "folder", 0
	if n == len(parts)-1 {
		what = "file"
	}
	if n < len(f.Places) {
		number = f.Places[n]
	}
	return entry.Numbered(path.Join(b.name(""), path.Join(parts[:n]...)), entry.Nth{What: what, N: number}).File
}

// unguarded holds a file that cannot be checked against the private list. It has
// no words: what is said of the list itself is said once.
func unguarded(set *entry.Settings, name string) []finding.Finding {
	if !set.NamesLost {
		return nil
	}
	return []finding.Finding{entry.PrivateListUnreadable.At(finding.Pos{File: name}, "", "")}
}

// unname takes away the ids that hold a name, once rules have seen them: ids
// are printed.
func unname(e *entry.Entry, set *entry.Settings) {
	for i := range e.Contributions {
		if id := &e.Contributions[i].ID; set.Names.In(id.Value) {
			id.Value = ""
		}
	}
}

// namesIn finds the reports on whose finished pages a name of the private list
// stands, and takes out the free pages and the glossary when one stands there.
// clean is false while there is one anywhere.
func (b *build) namesIn(files []site.File) (owners []string, clean bool) {
	if b.set.Names == nil {
		return nil, true
	}
	hits := b.namedFiles(files)
	if len(hits) == 0 {
		return nil, true
	}
	told := b.namedShared()
	for _, o := range b.outcomes {
		if o.published() && b.says(o, told) {
			owners = append(owners, o.path)
		}
	}
	// What none of them says came on a page in a way that nobody thought of.
	for _, o := range b.outcomes {
		if !o.published() || slices.Contains(owners, o.path) {
			continue
		}
		for name := range hits["reports/"+o.report.Address+"/index.html"] {
			if !told[name] && !slices.Contains(owners, o.path) {
				owners = append(owners, o.path)
			}
		}
	}
	slices.Sort(owners)
	return owners, false
}

// namedShared takes out what stands on many pages, as the title of a free page,
// and returns the names that were in it.
func (b *build) namedShared() map[uint64]bool {
	shared := map[uint64]bool{}
	in := func(texts ...string) bool {
		found := false
		for _, text := range texts {
			for _, m := range b.set.Names.Find(text) {
				shared[m.Name], found = true, found || !b.ownNames[m.Name]
			}
		}
		return found
	}
	page := func(p site.Page) bool {
		return in(append(gate.TextsApart(site.File{Path: "page.html", Data: []byte(p.HTML)}), p.Name, p.Title, p.Summary)...)
	}
	for _, p := range slices.Clone(b.pages) {
		if page(p) {
			b.dropFree(b.name("pages/" + p.Name + ".md"))
		}
	}
	if b.home != nil && page(gate.Page(b.home)) {
		b.dropFree(b.name("index.md"))
	}
	if slices.ContainsFunc(b.terms, func(t site.Term) bool { return in(append(t.Also, t.Term, t.Means)...) }) {
		b.dropFree(b.name("glossary.yaml"))
	}
	return shared
}

// says reports whether a name stands in a report itself, and adds it to those
// that are accounted for.
func (b *build) says(o *outcome, told map[uint64]bool) bool {
	said := false
	look := func(text string) {
		for _, m := range b.set.Names.Find(text) {
			told[m.Name], said = true, said || !b.ownNames[m.Name]
		}
	}
	look(o.report.Address)
	for _, w := range o.entry.Was {
		look(w.Value)
	}
	for _, v := range o.report.Voices {
		look(v.Name)
	}
	for _, p := range o.entry.PublicPieces(o.verdicts, b.set, b.in.Today) {
		look(p.Words())
	}
	return said
}

// namedFiles are the files in which names stand that the site does not say by
// itself, as a month or a word of the theme.
func (b *build) namedFiles(files []site.File) map[string]map[uint64]bool {
	if b.ownNames == nil {
		b.knowNames(b.in.Theme)
	}
	found := make([]map[string]map[uint64]bool, runtime.GOMAXPROCS(0))
	var work sync.WaitGroup
	for n := range found {
		found[n] = map[string]map[uint64]bool{}
		work.Go(func() {
			for i := n; i < len(files); i += len(found) {
				known := b.ownNames
				if isCode(files[i]) {
					known = b.codeNames
				}
				for _, text := range gate.TextsApart(files[i]) {
					for _, m := range b.set.Names.Find(text) {
						if known[m.Name] {
							continue
						}
						if found[n][files[i].Path] == nil {
							found[n][files[i].Path] = map[uint64]bool{}
						}
						found[n][files[i].Path][m.Name] = true
					}
				}
			}
		})
	}
	work.Wait()
	for _, more := range found[1:] {
		maps.Copy(found[0], more)
	}
	return found[0]
}
