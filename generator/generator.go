// Package generator is the whole program on one page:
//
//	source → entry → rule → gate → site → render → publish
//
// source reads files. entry reads one report out of a file, private words
// included. rule says what is wrong with it, as findings. gate turns an entry
// that nothing holds into a public site.Report. render makes files out of
// public values. publish puts them where readers find them.
//
// Left of the gate, private words may exist. Right of it they cannot: site,
// render and publish don't import source, entry, rule or gate, and a test
// keeps it so. Before files leave this package a last wall searches them for
// every word that was kept back.
//
// Wrong holds the report, "no" leaves out the voice: a file with a finding
// that stops is in no output, and only it; a consent that does not allow a
// voice today leaves that voice out. Nothing else holds anything up, so that a
// broken file never keeps a withdrawn voice online.
//
// There is no graph of what depends on what. What one file comes to is a
// function of its path, its bytes, the pictures that it names, the settings and
// the day; it is remembered under exactly that key, and everything else is made
// again. The settings are site.yaml, allow.yaml and what is kept outside of the
// folder: the private list of names and the consent register (entry.Outside).
// The commands read those; nothing of them is kept but what the rules, the
// gate's verdicts and the last wall ask.
//
// Pictures and sounds are made anew by package picture, which knows pixels and
// samples only; their files never reach the site (media.go).
//
// Which files are looked at is in folder.go, what one report comes to in
// outcome.go, what is no report in free.go, the statement on accessibility,
// which is prose in site.yaml, in statement.go, and what has voices and is not
// published for its name, or cannot be read, in stray.go. The private list of
// names is looked for in outside.go, and in a theme of the team's own in
// overlay.go. The last wall is in wall.go and narrow.go; what a site says by
// itself is nobody's secret there (owntexts.go). What a report that is
// published repeats of somebody in another one is only said (echo.go). Files
// whose own name tells too much are called by number (masked.go).
//
// What a site looks like is package themes, with files of the team's own laid
// over those that come with the program. Such a theme is tried on made-up sites
// (render.Rehearse, site/sample) before a real page is made of it; what is
// wrong with it becomes findings in theme.go, and while it cannot be used
// nothing is published.
//
// Whether somebody stands out shows only when every report is known, so labels
// that too few people share are taken off last, just before the site is made
// (crowd.go).
//
// Also here: finding (what a writer should look at), markdown (the only maker
// of HTML), memo (what is remembered), preview (watch, build, serve), withdraw
// (what goes when somebody takes their words back) and trace (what remains of
// them), both left of the gate. Rules are listed in rules.go, output formats in
// render.
package generator

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"runtime"
	"slices"
	"sync"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/gate"
	"yousaid/generator/memo"
	"yousaid/generator/picture"
	"yousaid/generator/render"
	"yousaid/generator/site"
	"yousaid/generator/source"
	"yousaid/themes"
)

// Generator builds sites, and remembers what the last build worked out. The
// zero Generator is ready. Its methods are not for several goroutines at once.
type Generator struct {
	memo   memo.Table[key, *outcome]
	names  memo.Table[key, []string] // of the pictures that a report names
	clean  memo.Table[[sha256.Size]byte, *picture.Clean]
	looked memo.Table[stamp, entry.File]
}

// key is everything that the outcome of one file depends on.
type key struct {
	path, name string
	text       [sha256.Size]byte
	settings   [sha256.Size]byte
	media      [sha256.Size]byte // of the pictures and sounds that it names
	problem    source.Problem
	today      site.Date
}

// Input is what a build is made from.
type Input struct {
	Content fs.FS
	Folder  string // what Content is called in findings, as "content"
	Theme   *themes.Theme
	Today   site.Date
	Outside entry.Outside // what is kept outside of the folder
}

// Result is what a build came to.
type Result struct {
	Files       []site.File
	Site        *site.Site
	Findings    []finding.Finding // in order of place
	Held        []string          // files that are wrong, and so in no output
	LeftOut     []gate.LeftOut
	PicturesOut []gate.LeftOut // pictures that are left out of reports that are shown
	Unpublished []Unpublished
	Ended       []gate.LeftOut    // left out because something that was good has ended
	InPublic    []finding.Finding // what must not lie in a public repository
	Masks       Masks             // files that are told by number in all of this
}

// Unpublished is a report that its writer keeps back on purpose.
type Unpublished struct {
	File     string
	On       site.Date // zero: a draft
	Findings []finding.Finding
}

// SettingsError means that site.yaml is missing or can't be used, so that
// nothing can be built.
type SettingsError struct {
	Findings []finding.Finding
	Ended    []gate.LeftOut // voices that may still be online
}

func (e *SettingsError) Error() string { return "site.yaml cannot be used" }

// ErrWall means that words that may not be shown were found in the finished
// files, and nothing that could be left out had brought them. It is a fault of
// this program.
var ErrWall = errors.New("words that may not be shown were found in the finished site")

// Build makes the files of the site. Private words are in none of them: while
// the last wall finds some, what brought them is taken out, and the site is made
// again of what is left.
func (g *Generator) Build(in Input) (*Result, error) {
	b, err := g.collect(in)
	if err != nil {
		return nil, err
	}
	for sites := patience; ; {
		if err := b.themeRepeats(); err != nil {
			return nil, err
		}
		b.repeats()
		b.open()
		files, err := renderAll(b.site, b.in.Theme)
		if err != nil {
			return nil, err
		}
		standing := b.standing()
		if b.lookAgain(files) {
			r := b.result()
			r.Files = files
			return r, nil
		}
		if b.standing() < standing {
			continue
		}
		if found, err := b.narrow(sites); err != nil {
			return nil, err
		} else if !found {
			return nil, ErrWall
		}
		sites /= 2
	}
}

// Ended are the voices that may still be online when nothing could be
// published: whatever broke, somebody has to know.
func Ended(in Input) []gate.LeftOut {
	b, err := new(Generator).collect(in)
	var s *SettingsError
	if errors.As(err, &s) {
		return s.Ended
	}
	var out []gate.LeftOut
	if err == nil {
		for _, o := range b.outcomes {
			out = append(out, o.ended()...)
		}
		b.masks.leftOut(out)
	}
	return out
}

// renderAll turns a panic into an error: a broken theme must not end a preview.
func renderAll(s *site.Site, t *themes.Theme) (files []site.File, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("make the pages: the program broke")
		}
	}()
	return render.All(s, t)
}

// build is one build on its way.
type build struct {
	in          Input
	set         *entry.Settings
	findings    []finding.Finding // about no report
	outcomes    []*outcome
	home        *entry.Page
	pages       []site.Page
	terms       []site.Term
	texts       []freeTexts       // of pages and the glossary
	heldFree    []string          // held files that are no reports
	hidden      []finding.Finding // labels that too few people share
	shelf       *shelf
	stray       []stray
	unreadWords []gate.Words
	masks       Masks
	named       map[string]bool // folders in whose names a rule finds something
	site        *site.Site
	used        []int           // allowances that pages used, by their place in the settings
	tooWide     []int           // and those that are for too much
	ownNames    map[uint64]bool // names that the pages say by themselves
	codeNames   map[uint64]bool // those, and what only style sheets and scripts say
	ownWords    []string        // texts that it says by itself
}

func (g *Generator) collect(in Input) (*build, error) {
	g.memo.Begin()
	g.names.Begin()
	g.clean.Begin()
	g.looked.Begin()
	b := &build{in: in}
	files := source.Read(in.Content)
	if err := b.settings(files); err != nil {
		return nil, err
	}
	if err := b.overlay(); err != nil {
		return nil, err
	}
	all := files
	files = b.unnamed(slices.Clone(files))
	b.shelf = newShelf(in.Content, files, g)
	b.strays(all)
	b.outcomes = g.reports(b, files)
	b.unread(all)
	b.siteRules()
	b.takenBack()
	b.unused()
	b.free(files)
	b.statement()
	b.allowances()
	return b, nil
}

// settings reads site.yaml. Without it nothing is built, but what has ended is
// still told, because it may be online.
func (b *build) settings(files []source.File) error {
	name := b.name("site.yaml")
	i := slices.IndexFunc(files, func(f source.File) bool { return f.Path == "site.yaml" })
	if i < 0 {
		missing := entry.FileUnreadable.At(finding.Pos{File: name}, "this file is missing, and nothing can be built without it", "Look whether you are in the right folder, or run yousaid init to begin a new site.")
		return &SettingsError{[]finding.Finding{missing}, b.ended(files)}
	}
	set, findings := b.read(files[i], name)
	if set == nil {
		return &SettingsError{findings, b.ended(files)}
	}
	b.set, b.findings = set, findings
	if finding.Stops(findings) {
		b.heldFree = append(b.heldFree, name)
	}
	b.add(set.Take(b.in.Outside)...)
	b.allow(files)
	b.explained(files)
	return nil
}

// ended reads every report with cautious settings, for the voices that end.
func (b *build) ended(files []source.File) []gate.LeftOut {
	set := entry.Cautious()
	set.Take(b.in.Outside)
	var out []gate.LeftOut
	for _, f := range files {
		if !isReport(f.Path) || f.Problem != source.None {
			continue
		}
		o := work(f, b.apart(f, set), set, b.in.Today, nil)
		if o.named && !set.Names.In(f.Path) {
			b.masks.add(f.Path, b.name(f.Path), entry.Unnamed(f, b.name("")).File)
		}
		out = append(out, o.ended()...)
	}
	b.masks.leftOut(out)
	return out
}

// reports does the work for every report, on all processors.
func (g *Generator) reports(b *build, files []source.File) []*outcome {
	var mine []source.File
	for _, f := range files {
		if b.takes(f) {
			mine = append(mine, f)
		}
	}
	out := make([]*outcome, len(mine))
	n := runtime.GOMAXPROCS(0)
	var wait sync.WaitGroup
	for w := range n {
		wait.Go(func() {
			for i := w; i < len(mine); i += n {
				f, name := mine[i], b.name(mine[i].Path)
				k := key{path: f.Path, name: name, text: sha256.Sum256(f.Text), settings: b.set.Sum, problem: f.Problem, today: b.in.Today}
				k.media = b.shelf.mediaSum(g.names.Get(k, func() []string { return named(f, b.set) }))
				out[i] = g.memo.Get(k, func() *outcome { return work(f, name, b.set, b.in.Today, b.shelf) }).fresh()
				out[i].renumber(entry.Unnamed(f, b.name("")))
			}
		})
	}
	wait.Wait()
	for i, o := range out {
		b.mask(mine[i], o.named)
	}
	return out
}

func (b *build) add(f ...finding.Finding) { b.findings = append(b.findings, f...) }

// open makes the public site out of what nothing holds, without the labels by
// which somebody would stand out.
func (b *build) open() {
	reports, hidden := b.hide()
	b.hidden = hidden
	var redirects []site.Redirect
	for _, o := range b.outcomes {
		if !o.published() {
			continue
		}
		for _, w := range o.entry.Was {
			redirects = append(redirects, site.Redirect{From: w.Value, To: o.report.Address, Title: o.report.Title})
		}
	}
	b.site = gate.Open(b.set, b.in.Today, b.home, b.pages, b.terms, reports, redirects)
}

func (b *build) result() *Result {
	r := &Result{Site: b.site, Findings: finding.Told(slices.Concat(b.findings, b.hidden, b.echoes())), Held: slices.Clone(b.heldFree)}
	for _, o := range b.outcomes {
		switch {
		case o.taken() && !finding.Stops(o.findings):
		case o.unpublished(b.in.Today):
			u := Unpublished{File: o.name, Findings: finding.Told(o.findings)}
			if !o.entry.Draft.Yes {
				u.On = o.entry.PublishOn.Date
			}
			r.Unpublished = append(r.Unpublished, u)
			r.InPublic = append(r.InPublic, o.inPublic()...)
			continue
		case finding.Stops(o.findings):
			r.Held = append(r.Held, o.name)
		default:
			r.LeftOut = append(r.LeftOut, o.leftOut...)
			r.PicturesOut = append(r.PicturesOut, o.picturesOut()...)
		}
		r.Findings = append(r.Findings, finding.Told(o.findings)...)
		r.Ended = append(r.Ended, o.ended()...)
		r.InPublic = append(r.InPublic, o.inPublic()...)
	}
	for _, s := range b.stray {
		r.InPublic = append(r.InPublic, s.inPublic())
	}
	b.masks.result(r)
	slices.Sort(r.Held)
	return r
}
