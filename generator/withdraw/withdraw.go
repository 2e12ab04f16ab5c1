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
	Records    []entry.Private // keys to the papers of what goes
	Pictures   bool            // a picture goes by itself, and nothing stays in its place
	Media      []string        // files below the content folder that nobody else uses
	MediaKept  int             // files that another report uses too
	SharedWith []finding.Pos   // where a report says whom it was shown to, once the edits are made; of a whole report, before
	Beside     []finding.Pos   // notes next to a voice, which stay
	Allowances []finding.Pos   // words that were let through, and stand in what goes
	KeyAt      []finding.Pos   // where the key stands outside of what goes

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
	Several       bool     // one of them is made from what several people said
	Whole         bool     // the whole report goes
	Inside        []string // of a whole report, the voices that go with it
	Unread        bool     // of a whole report, nobody can tell which voices are in it
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
	pictures := hung(t, o, taken)
	for _, id := range down {
		p.Down = append(p.Down, Voice{name, id})
	}
	if len(taken)+len(pictures) == 0 {
		if len(down) > 0 {
			p.SharedWith = append(p.SharedWith, o.SharedWith...)
		}
		return nil, nil
	}
	e := Edit{Path: f, Name: name, Before: raw}
	marks := pictureMarks(src.Content, f, raw, func(picture, voice int) bool {
		return slices.Contains(pictures, picture) || slices.Contains(taken, voice)
	})
	for _, i := range taken {
		v := &o.Voices[i]
		p.take(v)
		p.Records = append(p.Records, v.Records...)
		media = append(media, v.Files...)
		e.Voices = append(e.Voices, Voice{name, v.Called(i)})
		e.Several = e.Several || v.Several
	}
	for _, i := range pictures {
		picture := &o.Pictures[i]
		p.Words.Add(picture.Texts...)
		p.Records = append(p.Records, picture.Records...)
		media = append(media, picture.Files...)
		e.Voices = append(e.Voices, Voice{name, picture.ID()})
		p.Pictures = true
	}
	ok := false
	if e.After, ok = o.Without(taken, pictures, src.Today, marks); !ok {
		for _, i := range taken {
			p.ByHand = append(p.ByHand, steps(o.Voices[i].Place, o.Voices[i].Called(i), 0, src.Today))
		}
		for _, i := range pictures {
			p.ByHand = append(p.ByHand, Hand{o.Pictures[i].Place, "Remove everything of this picture or sound from the list, and the key media if nothing is left below it. Then run yousaid build."})
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
		for i := range old.Pictures {
			if slices.ContainsFunc(pictures, func(k int) bool { return shareFile(&o.Pictures[k], &old.Pictures[i]) }) {
				p.Words.Add(old.Pictures[i].Texts...)
			}
		}
	})
	return media, nil
}

// hung are the pictures that go by themselves: whose own paper has the key, or
// that were asked for by the name under which messages call them.
func hung(t Target, o *entry.Original, voices []int) []int {
	var out []int
	for i := range o.Pictures {
		picture := &o.Pictures[i]
		_, holds := picture.Holds(t.Key)
		named := t.Key == "" && t.Voice == picture.ID() && !slices.ContainsFunc(o.Voices, func(v entry.Voice) bool { return v.ID == t.Voice })
		if (holds || named) && !slices.Contains(voices, picture.Voice) {
			out = append(out, i)
		}
	}
	return out
}

func shareFile(a, b *entry.OriginalPicture) bool {
	return slices.ContainsFunc(a.Files, func(f entry.Private) bool {
		return slices.ContainsFunc(b.Files, func(g entry.Private) bool { return mediaPath(f) == mediaPath(g) })
	})
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
	var inside []string
	if o != nil {
		id = o.ID
		for i := range o.Voices {
			if !o.Voices[i].Tombstone {
				inside = append(inside, o.Voices[i].Called(i))
			}
			p.take(&o.Voices[i])
			p.Records = append(p.Records, o.Voices[i].Records...)
		}
		p.Words.Add(o.Own...)
		for i := range o.Pictures {
			p.Words.Add(o.Pictures[i].Texts...)
			p.Records = append(p.Records, o.Pictures[i].Records...)
			media = append(media, o.Pictures[i].Files...)
		}
		p.SharedWith = append(p.SharedWith, o.SharedWith...)
	} else {
		p.Words.Add(loose(string(raw))...)
	}
	p.earlier(src, f, func(old *entry.Original) {
		for i := range old.Voices {
			p.take(&old.Voices[i])
		}
		p.Words.Add(old.Own...)
		for i := range old.Pictures {
			p.Words.Add(old.Pictures[i].Texts...)
		}
	})
	if o != nil && o.Taken() {
		p.Down = append(p.Down, Voice{File: name})
		return nil
	}
	p.Edits = append(p.Edits, Edit{Path: f, Name: name, Before: raw, After: entry.Tombstone(raw, id, src.Today), Voices: []Voice{{File: name}}, Whole: true, Inside: inside, Unread: o == nil})
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

// formal is a line with a key and one word, a date or a list of words: it says
// what was agreed, and half of all reports say the same.
var formal = regexp.MustCompile(`^[\s-]*(?:id|from|band|people|group|area|consent|to|given|by|for|told|record|review|expires|withdrawn)\s*:\s*(?:[\w-]*|\[[\w, -]*\])\s*$`)

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
		if formal.MatchString(line) {
			flush()
			continue
		}
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
