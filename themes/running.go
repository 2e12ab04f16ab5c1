package themes

import (
	"errors"
	"html/template"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// maxPage is more than any page is long: a template that calls itself without
// an end would fill the memory otherwise.
const maxPage = 32 << 20

var errTooLong = errors.New("too long")

// limited takes so many bytes and no more.
type limited struct {
	w    io.Writer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	if l.left -= len(p); l.left < 0 {
		return 0, errTooLong
	}
	return l.w.Write(p)
}

// rehearsal collects what is wrong while pages are made for nobody.
type rehearsal struct {
	mu      sync.Mutex
	faults  []Fault
	endless map[string]bool // templates that are not filled again
}

func (r *rehearsal) skip(name string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.endless[name]
}

func (r *rehearsal) note(name string, f Fault) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.faults = append(r.faults, f)
	r.endless[name] = r.endless[name] || f.Message == endless.message
}

// Rehearsal is the theme for a trial: its templates are filled as they were
// written, so that every place in them is known, and what breaks is noted and
// keeps nothing else from being tried.
func (t *Theme) Rehearsal() *Theme {
	trial := *t
	trial.trial = &rehearsal{endless: map[string]bool{}}
	return &trial
}

// Own reports whether a folder was laid over the default theme.
func (t *Theme) Own() bool { return len(t.own) > 0 }

// Noted is what broke in a rehearsal, as an error, or nil.
func (t *Theme) Noted() error {
	if t.trial == nil || len(t.trial.faults) == 0 {
		return nil
	}
	return t.broken(t.trial.faults)
}

func (t *Theme) broken(faults []Fault) *Broken {
	files := t.mine()
	for _, f := range faults {
		files = append(files, f.File)
	}
	slices.Sort(files)
	files = slices.DeleteFunc(slices.Compact(files), func(name string) bool { return name == "" })
	return &Broken{Folder: t.Folder, Files: files, Faults: sorted(faults)}
}

// Execute fills one template, named without ".html". Its error is a *Broken.
func (t *Theme) Execute(w io.Writer, name string, data any) error {
	if t.trial != nil {
		if t.trial.skip(name) {
			return nil
		}
		if err := fill(t.plain, &limited{w, maxPage}, name, data); err != nil {
			t.trial.note(name, t.explain(err, data))
		}
		return nil
	}
	err := fill(t.templates, &limited{w, maxPage}, name, data)
	if err == nil {
		return nil
	}
	// What is filled has lost its line breaks. Where it broke is found out by
	// filling it once more as it was written.
	if t.plain != nil {
		if plainly := fill(t.plain, &limited{io.Discard, maxPage}, name, data); plainly != nil {
			err = plainly
		}
	}
	return t.broken([]Fault{t.explain(err, data)})
}

func fill(set *template.Template, w io.Writer, name string, data any) error {
	found := set.Lookup(name + ".html")
	if found == nil {
		return errors.New("template not defined")
	}
	return found.Execute(w, data)
}

// closing looks whether every template of the folder that was laid over ends
// where it began, outside of all tags: else the one that calls it would seem at
// fault.
func (t *Theme) closing() (faults []Fault) {
	for _, name := range t.mine() {
		found := t.plain.Lookup(name)
		if found == nil {
			continue
		}
		var refused *template.Error
		err := found.Execute(io.Discard, nil)
		if errors.As(err, &refused) && refused.ErrorCode != template.ErrNoSuchTemplate {
			if f := t.explain(err, nil); f.File == name {
				faults = append(faults, f)
			}
		}
	}
	return faults
}

var (
	fillError   = regexp.MustCompile(`(?s)^template: (.+?):(\d+):(\d+): executing .*? at <.*?>: (.*)$`)
	refusalHead = regexp.MustCompile(`(?s)^html/template:([^:]+)(?::(\d+)(?::(\d+))?)?: (.*)$`)
)

// explain makes a fault of what broke while a template was filled. The error is
// not repeated: it may quote the template, or what was put in.
func (t *Theme) explain(err error, data any) Fault {
	f := Fault{Kind: TemplateKind}
	var line, column string
	var refused *template.Error
	if errors.As(err, &refused) {
		s, ok := refusals[refused.ErrorCode]
		if !ok {
			s = otherRefusal
		}
		f.Message, f.Hint = s.message, s.hint
		if m := refusalHead.FindStringSubmatch(err.Error()); m != nil {
			f.File, line, column = m[1], m[2], m[3]
		}
		f.File, _, _ = strings.Cut(f.File, "$htmltemplate_")
	} else {
		said := err.Error()
		if m := fillError.FindStringSubmatch(said); m != nil {
			f.File, line, column, said = m[1], m[2], m[3], m[4]
		}
		s := first(unfillables, said)
		f.Message, f.Hint = s.message, s.hint
		if hint := closerHint(said, data); hint != "" {
			f.Hint = hint
		}
	}
	text, mine := t.own[f.File]
	if !mine {
		f.Message = "a template of this theme does not go together with the one that calls it"
		if _, known := t.standard[f.File]; known {
			f.Message = "this theme does not go together with " + f.File + ", which comes with yousaid"
		}
		f.File, f.Hint = "", "Take the files out one by one to see which it is, and compare that one with the file of its name that comes with yousaid (themes/default)."
		return f
	}
	if refused != nil && refused.ErrorCode != template.ErrNoSuchTemplate {
		if at := oddTag(text); at >= 0 {
			f.Message, f.Hint = refusals[template.ErrBadHTML].message, "A quotation mark or a > is missing at the end of this, or just before it."
			return f.at(text, at)
		}
	}
	if l, _ := strconv.Atoi(line); l > 0 {
		c, _ := strconv.Atoi(column)
		at := offset(text, l, c)
		if m := unknownValue.FindStringSubmatch(err.Error()); m != nil {
			at = valueAt(string(text), m[1], at)
		}
		return f.at(text, at)
	}
	if refused != nil {
		if at := lastOpenTag(text); at >= 0 {
			return f.at(text, at)
		}
	}
	return f
}

// valueAt is where a value of this name stands in the curly brackets around a
// place: what is told for several in a row is the place of the second.
func valueAt(text, name string, at int) int {
	for _, a := range actions(text) {
		if a.start > at || a.end <= at {
			continue
		}
		if m := regexp.MustCompile(`\.` + regexp.QuoteMeta(name) + `\b`).FindStringIndex(text[a.start:a.end]); m != nil {
			return a.start + m[0]
		}
	}
	return at
}
