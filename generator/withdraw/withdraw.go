// Package withdraw works out what has to go when somebody takes their words
// back, and where everything of one person stands.
//
// It stands left of the gate and changes nothing: a Plan holds each file as it
// is and as it will be, and the command writes it. A report that is held, a
// draft or a file that nobody can read must not keep anybody waiting, so it
// asks of a file only what it needs, and says what a person has to do where
// that is not enough.
package withdraw

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/site"
	"yousaid/generator/trace"
)

// Target is what is taken back: a report, one voice of it, or everything for
// which there is a paper with this key.
type Target struct {
	File  string // of the report, below the content folder
	Voice string // empty: the whole report
	Key   string // instead of both
}

// Source is where a plan is made from.
type Source struct {
	Content fs.FS
	Folder  string // what Content is called
	Today   site.Date
	// Earlier calls see with the earlier versions of a file of Content, as far
	// as there are any. Words that were changed before are somebody's words too.
	Earlier func(path string, see func(raw []byte))
}

// Plan is what has to be done, and the words to look for afterwards.
type Plan struct {
	Edits      []Edit
	ByHand     []Hand
	Down       []Voice // that were taken down before
	Words      *trace.Words
	Media      []string      // files below the content folder that nobody else uses
	MediaKept  int           // files that another report uses too
	SharedWith []finding.Pos // where a report says whom it was shown to, once the edits are made; of a whole report, before
	Beside     []finding.Pos // notes next to a voice, which stay
	Allowances []finding.Pos // words that were let through, and stand in what goes
	KeyAt      []finding.Pos // where the key stands outside of what goes

	files []string // reports, below the content folder
}

// Voice is a contribution, or a whole report where ID is empty.
type Voice struct {
	File string // as people know it
	ID   string
}

// Edit is one file as it is and as it will be.
type Edit struct {
	Path          string // below the content folder
	Name          string // as people know it
	Before, After []byte
	Voices        []Voice
	Several       bool // one of them is made from what several people said
}

// Hand is a file in which a person has to do it.
type Hand struct {
	Pos  finding.Pos
	What string
}

var (
	// ErrNoVoice means that the report has no such contribution.
	ErrNoVoice = errors.New("there is no contribution with this id in the report")
	// ErrNoKey means that no report names the paper.
	ErrNoKey = errors.New("no report names this record")
	// ErrNoFile means that there is no such report.
	ErrNoFile = errors.New("there is no such report")
)

// Make works out what has to be done.
func Make(src Source, t Target) (*Plan, error) {
	p := &Plan{Words: &trace.Words{}}
	p.files = reports(src.Content)
	files := p.files
	if t.Key == "" {
		if !slices.Contains(files, t.File) {
			return nil, ErrNoFile
		}
		files = slices.DeleteFunc(slices.Clone(files), func(f string) bool { return f != t.File && !translates(f, t.File) })
	}
	var media []entry.Private
	for _, f := range files {
		gone, err := p.file(src, t, f)
		if err != nil {
			return nil, err
		}
		media = append(media, gone...)
	}
	if len(p.Edits)+len(p.ByHand)+len(p.Down) == 0 {
		if t.Key != "" {
			return nil, ErrNoKey
		}
		return nil, ErrNoVoice
	}
	p.media(src, media)
	p.allowances(src)
	if t.Key != "" {
		p.keyAt(src, t.Key)
	}
	return p, nil
}

// reports are the files below reports/ that can be reports, also those that
// can't be published for their name.
func reports(content fs.FS) []string {
	var out []string
	_ = fs.WalkDir(content, "reports", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.EqualFold(path.Ext(p), ".md") {
			out = append(out, p)
		}
		return nil
	})
	return out
}

// translates reports whether f is report in another language.
func translates(f, report string) bool {
	if !entry.IsTranslation(f) || path.Dir(f) != path.Dir(report) {
		return false
	}
	name, _, _ := strings.Cut(path.Base(f), ".")
	return name+".md" == path.Base(report)
}

// file plans what becomes of one file, and returns the media files of what goes.
func (p *Plan) file(src Source, t Target, f string) (media []entry.Private, err error) {
	name := path.Join(src.Folder, f)
	raw, err := fs.ReadFile(src.Content, f)
	if err != nil || !regular(src.Content, f) {
		if t.Key == "" {
			p.ByHand = append(p.ByHand, Hand{finding.Pos{File: name}, "This is a link, or it cannot be opened. Find the file itself, and take the words out there."})
		}
		return nil, nil
	}
	o, readable := entry.ReadOriginal(raw, name)
	if t.Key == "" && t.Voice == "" {
		return p.whole(src, f, name, raw, o), nil
	}
	if !readable {
		p.byHand(src, t, f, name, raw)
		return nil, nil
	}
	taken, down := p.sort(src, t, f, o)
	for _, id := range down {
		p.Down = append(p.Down, Voice{name, id})
	}
	if len(taken) == 0 {
		if len(down) > 0 {
			p.SharedWith = append(p.SharedWith, o.SharedWith...)
		}
		return nil, nil
	}
	e := Edit{Path: f, Name: name, Before: raw}
	var marks []string
	for _, i := range taken {
		v := &o.Voices[i]
		p.take(v)
		media = append(media, v.Files...)
		marks = append(marks, pictureMarks(src.Content, v)...)
		e.Voices = append(e.Voices, Voice{name, v.Called(i)})
		e.Several = e.Several || v.Several
	}
	ok := false
	if e.After, ok = o.Without(taken, src.Today, marks); !ok {
		for _, i := range taken {
			p.ByHand = append(p.ByHand, steps(o.Voices[i].Place, o.Voices[i].Called(i), 0, src.Today))
		}
		return nil, nil
	}
	p.Edits = append(p.Edits, e)
	if left, ok := entry.ReadOriginal(e.After, name); ok {
		p.SharedWith = append(p.SharedWith, left.SharedWith...)
	}
	p.Beside = append(p.Beside, beside(e.After, name, taken)...)
	p.earlier(src, f, func(old *entry.Original) {
		for i := range old.Voices {
			if slices.ContainsFunc(taken, func(k int) bool { return o.Voices[k].ID == old.Voices[i].ID }) {
				p.take(&old.Voices[i])
			}
		}
	})
	return media, nil
}

func regular(content fs.FS, f string) bool {
	info, err := fs.Lstat(content, f)
	return err == nil && info.Mode().IsRegular()
}

func (p *Plan) take(v *entry.Voice) {
	p.Words.Add(v.Texts...)
	p.Words.AddNames(v.Names...)
}

func (p *Plan) earlier(src Source, f string, see func(old *entry.Original)) {
	if src.Earlier == nil {
		return
	}
	src.Earlier(f, func(raw []byte) {
		if old, ok := entry.ReadOriginal(raw, ""); ok {
			see(old)
		}
	})
}

// sort parts the voices that have to go from those that went before. Of a
// voice that went before, its words are looked up in earlier versions.
func (p *Plan) sort(src Source, t Target, f string, o *entry.Original) (taken []int, down []string) {
	tombs := map[string]bool{}
	for i := range o.Voices {
		v := &o.Voices[i]
		_, holds := v.Holds(t.Key)
		switch {
		case v.Tombstone && (t.Key != "" || v.ID == t.Voice):
			tombs[v.ID] = true
		case holds, t.Key == "" && v.ID == t.Voice:
			taken = append(taken, i)
		}
	}
	if len(tombs) == 0 {
		return taken, nil
	}
	found := map[string]bool{}
	p.earlier(src, f, func(old *entry.Original) {
		for i := range old.Voices {
			v := &old.Voices[i]
			if _, holds := v.Holds(t.Key); tombs[v.ID] && (t.Key == "" || holds) {
				found[v.ID] = true
				p.take(v)
			}
		}
	})
	for id := range tombs {
		if t.Key == "" || found[id] {
			down = append(down, id)
		}
	}
	slices.Sort(down)
	return taken, down
}

// whole plans that nothing of a file stays but its id and the day.
func (p *Plan) whole(src Source, f, name string, raw []byte, o *entry.Original) (media []entry.Private) {
	id := ""
	if o != nil {
		id = o.ID
		for i := range o.Voices {
			p.take(&o.Voices[i])
			media = append(media, o.Voices[i].Files...)
		}
		p.Words.Add(o.Own...)
		media = append(media, o.Media...)
		p.SharedWith = append(p.SharedWith, o.SharedWith...)
	} else {
		p.Words.Add(loose(string(raw))...)
	}
	p.earlier(src, f, func(old *entry.Original) {
		for i := range old.Voices {
			p.take(&old.Voices[i])
		}
		p.Words.Add(old.Own...)
	})
	if o != nil && o.Taken() {
		p.Down = append(p.Down, Voice{File: name})
		return nil
	}
	p.Edits = append(p.Edits, Edit{Path: f, Name: name, Before: raw, After: entry.Tombstone(raw, id, src.Today), Voices: []Voice{{File: name}}})
	return media
}

// beside are the notes right above and below voices that are now tombstones:
// they may be about the person, and only a person can tell.
func beside(after []byte, name string, voices []int) []finding.Pos {
	o, ok := entry.ReadOriginal(after, name)
	if !ok {
		return nil
	}
	lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(string(after), "\r\n", "\n"), "\r", "\n"), "\n")
	note := func(n int) bool {
		return n >= 1 && n <= len(lines) && strings.HasPrefix(strings.TrimSpace(lines[n-1]), "#")
	}
	var out []finding.Pos
	for _, i := range voices {
		at := o.Voices[i].Place.Line
		for n := at - 1; note(n); n-- {
			out = append(out, finding.Pos{File: name, Line: n, Col: 1})
		}
		for n := at + 2; note(n); n++ {
			out = append(out, finding.Pos{File: name, Line: n, Col: 1})
		}
	}
	return out
}

var keyed = regexp.MustCompile(`^[\s-]*[{]?\s*["']?[\w-]+["']?\s*:\s*`)

// loose are the texts of lines that can't be read as a report: what stands
// after a key, or below it until the next.
func loose(text string) []entry.Private {
	var out []entry.Private
	var b strings.Builder
	flush := func() {
		out = append(out, entry.Secret(b.String()))
		b.Reset()
	}
	for line := range strings.Lines(text) {
		if at := keyed.FindStringIndex(line); at != nil {
			flush()
			line = line[at[1]:]
		}
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			flush()
		}
		b.WriteString(line + " ")
	}
	flush()
	return out
}

func pictureMarks(content fs.FS, v *entry.Voice) []string {
	var out []string
	for _, f := range v.Files {
		data, err := fs.ReadFile(content, mediaPath(f))
		if err != nil {
			continue
		}
		for _, alt := range append(slices.Clone(v.Texts), entry.Private{}) {
			m := entry.Media{File: f, Alt: alt, Found: entry.File{State: entry.There, Sum: sha256.Sum256(data)}}
			out = append(out, m.Mark())
		}
	}
	return out
}

// mediaPath is where a media file lies, below the content folder.
func mediaPath(p entry.Private) string {
	name := path.Clean(strings.TrimPrefix(strings.TrimSpace(p.Reveal()), "media/"))
	if !fs.ValidPath(name) || name == "." {
		return "media/ "
	}
	return "media/" + name
}

// media finds the files that only what goes has used.
func (p *Plan) media(src Source, names []entry.Private) {
	for _, n := range names {
		f := mediaPath(n)
		data, err := fs.ReadFile(src.Content, f)
		if err != nil || !regular(src.Content, f) || slices.Contains(p.Media, f) {
			continue
		}
		if p.used(src.Content, path.Base(f)) {
			p.MediaKept++
			continue
		}
		p.Media = append(p.Media, f)
		p.Words.AddFile(data)
	}
}

// used reports whether any file names a media file once the edits are made.
func (p *Plan) used(content fs.FS, base string) bool {
	found := false
	_ = fs.WalkDir(content, ".", func(f string, d fs.DirEntry, err error) error {
		if err != nil || found || d.IsDir() || !slices.Contains([]string{".md", ".yaml", ".yml"}, strings.ToLower(path.Ext(f))) {
			return nil
		}
		text, err := fs.ReadFile(content, f)
		if i := slices.IndexFunc(p.Edits, func(e Edit) bool { return e.Path == f }); i >= 0 {
			text = p.Edits[i].After
		}
		found = err == nil && bytes.Contains(text, []byte(base))
		return nil
	})
	return found
}

var term = regexp.MustCompile(`(?:^|[\s{,-])term:\s*(?:"([^"]*)"|'([^']*)'|([^,}#\n]*))`)

// allowances finds terms that were let through and stand in what goes, and
// what was let through for a report that goes whole.
func (p *Plan) allowances(src Source) {
	raw, err := fs.ReadFile(src.Content, "allow.yaml")
	if err != nil {
		return
	}
	var whole []string
	for _, e := range p.Edits {
		if e.Voices[0].ID == "" {
			whole = append(whole, regexp.QuoteMeta(entry.Address(e.Path)))
		}
	}
	where := regexp.MustCompile(`[\s,\["'](?:` + strings.Join(whole, "|") + `)["'\s,\]]`)
	n := 0
	for line := range strings.Lines(string(raw)) {
		n++
		at := finding.Pos{File: path.Join(src.Folder, "allow.yaml"), Line: n, Col: 1}
		if len(whole) > 0 && where.MatchString(line) {
			p.Allowances = append(p.Allowances, at)
			continue
		}
		for _, m := range term.FindAllStringSubmatch(line, -1) {
			if p.Words.Has(strings.TrimSpace(m[1] + m[2] + m[3])) {
				p.Allowances = append(p.Allowances, at)
				break
			}
		}
	}
}
