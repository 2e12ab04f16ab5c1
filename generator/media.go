package generator

import (
	"bytes"
	"crypto/sha256"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/gate"
	"yousaid/generator/picture"
	"yousaid/generator/site"
	"yousaid/generator/source"
)

// shelf is the folder of pictures and sounds, for one build. Only files that a
// report names are opened, one at a time whatever their number: a picture that
// is being read takes many times the memory of its file.
type shelf struct {
	content fs.FS
	files   map[string]source.File
	g       *Generator // what earlier builds know; nil: nothing

	mu     sync.Mutex
	looked map[string]entry.File
}

const mediaFolder = "media/"

func newShelf(content fs.FS, files []source.File, g *Generator) *shelf {
	s := &shelf{content: content, files: map[string]source.File{}, g: g, looked: map[string]entry.File{}}
	for _, f := range files {
		if name, ok := strings.CutPrefix(f.Path, mediaFolder); ok && !f.Folder {
			s.files[name] = f
		}
	}
	return s
}

// Attach looks up the pictures and sounds that a report names, for commands
// that work on one report.
func Attach(content fs.FS, e *entry.Entry) {
	s := newShelf(content, source.Read(content), nil)
	e.Attach(s.look)
}

// look says what stands in the folder under a name. Only what was listed is
// opened, so neither a link nor another spelling of a name is followed.
func (s *shelf) look(name string) entry.File {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f, ok := s.looked[name]; ok {
		return f
	}
	read := func() entry.File { return s.read(name) }
	var f entry.File
	if stamp, ok := s.stampOf(name); ok {
		f = s.g.looked.Get(stamp, read)
	} else {
		f = read()
	}
	s.looked[name] = f
	return f
}

// stamp stands for the bytes of a file, so that a preview does not read every
// photo again at each save. It trusts the file system: a file that is written
// anew has another size or another time.
type stamp struct {
	name    string
	size    int64
	time    time.Time
	mode    fs.FileMode
	problem source.Problem
}

func (s *shelf) stampOf(name string) (stamp, bool) {
	f, ok := s.files[name]
	if !ok || s.g == nil {
		return stamp{}, false
	}
	info, err := fs.Stat(s.content, f.Path)
	if err != nil || info.ModTime().IsZero() {
		return stamp{}, false
	}
	return stamp{name, info.Size(), info.ModTime(), info.Mode(), f.Problem}, true
}

func (s *shelf) read(name string) entry.File {
	f, ok := s.files[name]
	if !ok {
		for other := range s.files {
			if strings.EqualFold(other, name) {
				return entry.File{State: entry.OtherCase}
			}
		}
		return entry.File{State: entry.Missing}
	}
	data, ok := s.load(f)
	if !ok {
		return entry.File{State: entry.NotOpened}
	}
	out := entry.File{State: entry.There, Sum: sha256.Sum256(data), Sound: picture.IsSound(data), Bare: picture.Bare(data)}
	if strings.EqualFold(path.Ext(name), ".txt") {
		out.Text = source.Parse(f.Path, data)
	}
	return out
}

func (s *shelf) load(f source.File) ([]byte, bool) {
	if f.Problem == source.Link || f.Problem == source.Special {
		return nil, false
	}
	return source.Load(s.content, f.Path, picture.MaxBytes+1)
}

// made is what may be published of a picture or sound, or nil when its file is
// not as it was a moment ago. What was made of the same bytes in the build
// before is remembered.
func (s *shelf) made(p entry.Picture) *picture.Clean {
	name, ok := p.Name()
	if !ok {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.g.clean.Get(p.Found.Sum, func() *picture.Clean {
		data, ok := s.load(s.files[name])
		if !ok || sha256.Sum256(data) != p.Found.Sum {
			return nil
		}
		c := picture.Make(data)
		if data = nil; c.Pixels > largePicture {
			runtime.GC() // or many large ones in a row pile up
		}
		return &c
	})
}

// largePicture is how many pixels take enough memory to give it back at once.
const largePicture = 4_000_000

// mediaSum is a hash of everything that a report depends on in the folder.
func (s *shelf) mediaSum(names []string) (sum [sha256.Size]byte) {
	if len(names) == 0 {
		return sum
	}
	h := sha256.New()
	for _, name := range names {
		f := s.look(name)
		h.Write([]byte(name + "\x00" + strconv.Itoa(int(f.State)) + "\x00"))
		h.Write(f.Sum[:])
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// named are the files that the text of a report names, as far as it can be read.
func named(f source.File, set *entry.Settings) []string {
	if !bytes.Contains(f.Text, []byte("media")) {
		return nil
	}
	e, _ := entry.Parse(f, "", set)
	if e == nil {
		return nil
	}
	return e.MediaFiles()
}

// makeAll cleans the pictures of o that readers see or will see. Of what its
// consent keeps back, nothing is read.
func (s *shelf) makeAll(o *outcome, set *entry.Settings, today site.Date) {
	o.made = map[int]*picture.Clean{}
	verdicts := o.entry.PictureVerdicts(o.verdicts, set, today)
	for i, p := range o.entry.Pictures() {
		if !verdicts[i].Reason.Coming() || p.Found.State != entry.There {
			continue
		}
		c := s.made(p)
		if c == nil {
			p.Found.State = entry.NotOpened
			continue
		}
		p.Refused = c.Refused
		o.made[p.N] = c
	}
}

// unused says which files nobody names: a picture that is kept for nothing is
// best not kept. While a report can't be read, nobody knows what it names; a
// name with a folder or with other capital letters is told where it stands.
func (b *build) unused() {
	used := map[string]bool{}
	for _, o := range b.outcomes {
		if o.entry == nil {
			return
		}
		for _, name := range o.entry.MediaFiles() {
			used[strings.ToLower(path.Base(name))] = true
		}
	}
	var names []string
	for name := range b.shelf.files {
		if !used[strings.ToLower(name)] {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		b.add(entry.FileUnused.At(b.byNumber(b.shelf.files[name]), "no report uses this file, so it is not published", "Name it under media in a report. If nobody needs it, remove it."))
	}
}

// tainted are the reports with a published picture or sound that holds more
// than pixels or sound. It looks at the finished bytes alone.
func (b *build) tainted(files []site.File) []string {
	bad := map[string]bool{}
	for _, f := range files {
		if strings.HasPrefix(f.Path, site.MediaFolder) && !picture.Bare(f.Data) {
			bad[f.Path] = true
		}
	}
	var owners []string
	if len(bad) == 0 {
		return nil
	}
	for _, o := range b.outcomes {
		if o.published() && slices.ContainsFunc(o.report.Media(), func(f site.File) bool { return bad[f.Path] }) {
			owners = append(owners, o.path)
		}
	}
	return owners
}

// picturesOut are the pictures that are in no output today.
func (o *outcome) picturesOut() []gate.LeftOut {
	if o.verdicts == nil {
		return nil
	}
	var out []gate.LeftOut
	pictures := o.entry.Pictures()
	for i, v := range o.entry.PictureVerdicts(o.verdicts, o.set, o.today) {
		if v.Reason != entry.Allowed {
			out = append(out, gate.LeftOut{File: o.name, ID: pictures[i].ID(), Reason: v.Reason})
		}
	}
	return out
}

// picturesInPublic says which pictures must not lie where everybody can read
// them: those that may not be shown, and originals with what a camera hid.
func (o *outcome) picturesInPublic(hint string) []finding.Finding {
	var out []finding.Finding
	verdicts := o.entry.PictureVerdicts(o.verdicts, o.set, o.today)
	for i, p := range o.entry.Pictures() {
		switch {
		case p.Found.State != entry.There:
		case verdicts[i].Reason != entry.Allowed:
			out = append(out, wordsInPublic.At(p.Place, "this picture or sound may not be shown, and everybody can open it in this public repository", hint))
		case !p.Found.Bare:
			out = append(out, wordsInPublic.At(p.Place, "this file may tell more than it shows, as where it was taken, and everybody can open it in this public repository", hint))
		}
	}
	return out
}

// takenBack holds the reports that show a picture or a sound that somebody took
// back elsewhere, under whatever name: the same bytes are the same picture.
func (b *build) takenBack() {
	gone := map[[sha256.Size]byte]bool{}
	each := func(see func(o *outcome, p entry.Picture, v entry.Verdict)) {
		for _, o := range b.outcomes {
			if o.entry == nil || o.verdicts == nil {
				continue
			}
			pictures := o.entry.Pictures()
			for i, v := range o.entry.PictureVerdicts(o.verdicts, o.set, o.today) {
				if pictures[i].Found.State == entry.There {
					see(o, pictures[i], v)
				}
			}
		}
	}
	each(func(_ *outcome, p entry.Picture, v entry.Verdict) {
		gone[p.Found.Sum] = gone[p.Found.Sum] || v.Reason.Ended()
	})
	each(func(o *outcome, p entry.Picture, v entry.Verdict) {
		if gone[p.Found.Sum] && !v.Reason.Ended() && v.Reason.Coming() {
			o.findings = append(o.findings, pictureTakenBack.At(p.Place, "this is the same picture or sound as one that may not be shown any more", "Take it out here too. If it is somebody else's, ask them, and use a file of its own."))
		}
	})
}
