package preview

import (
	"errors"
	"slices"
	"time"

	"yousaid/generator"
	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/site"
	"yousaid/themes"
)

// State is what the newest build came to.
type State struct {
	Result   *generator.Result // of the site that is shown, without its files; nil: there is none
	Old      bool              // it is one of before, because there can be no newer one
	Problems []Problem         // why what is shown is not the newest, or may not stay so
	Changed  int               // files
	Took     time.Duration
}

// Base is the path that the addresses of the site begin with.
func (s State) Base() string {
	if s.Result == nil {
		return "/"
	}
	return s.Result.Site.Base
}

// A Problem is about no report: it keeps the site, or all of its newest state,
// from being shown.
type Problem struct {
	Message, Hint string
	Findings      []finding.Finding
	Ended         []string // voices that may still be in the site that is online
}

// builder builds one site again and again. It belongs to one goroutine.
type builder struct {
	preview   *Preview
	shown     *shown
	generator generator.Generator
	theme     *themes.Theme // the last one that a site was made with
	last      *generator.Result
	lastDay   site.Date
	today     site.Date
}

var errBroke = errors.New("the program broke while it made the site")

// build makes the site and shows it, or tells why not. watching is why not
// everything is watched.
func (b *builder) build(watching error) {
	start := b.preview.Now()
	result, problems, err := b.try()
	if errors.Is(watching, errTooMany) {
		problems = append(problems, Problem{Message: watching.Error(), Hint: "On Linux, let it watch more: sudo sysctl fs.inotify.max_user_watches=524288 (and fs.inotify.max_user_instances=512). Then start the preview again."})
	}
	var files []site.File
	keep := err != nil && b.mayStay(err)
	switch {
	case err == nil:
		files, result.Files = result.Files, nil
		b.last, b.lastDay = result, b.today
	case keep:
		problems = append(problems, problem(err, "What you see is how it was before that.", entry.Outside{}))
	default:
		b.last = nil
		problems = append(problems, problem(err, "There is no preview until this is put right.", entry.Outside{}))
	}
	state := State{Result: b.last, Old: keep, Problems: problems}
	if keep {
		state.Took = b.preview.Now().Sub(start)
		b.shown.keep(state)
	} else {
		state = b.shown.put(files, state)
		state.Took = b.preview.Now().Sub(start)
	}
	b.preview.Told(state)
}

// try builds with the newest theme, or else with the last good one: a theme
// that breaks must neither end the preview nor keep a voice in it.
func (b *builder) try() (*generator.Result, []Problem, error) {
	b.today = b.preview.Today()
	in, done, err := b.preview.Input()
	if err != nil {
		return nil, nil, err
	}
	defer done()
	in.Today = b.today
	r, broken := b.with(in, b.preview.Theme)
	var settings *generator.SettingsError
	if broken == nil || errors.As(broken, &settings) || errors.Is(broken, generator.ErrWall) {
		return r, nil, broken
	}
	r, err = b.with(in, func() (*themes.Theme, error) {
		if b.theme != nil {
			return b.theme, nil
		}
		return themes.Load(nil)
	})
	if err != nil {
		return nil, nil, err
	}
	return r, []Problem{problem(broken, "What you see has the last theme that worked.", in.Outside)}, nil
}

// with builds with one theme. What broke is not told: it may quote a report.
func (b *builder) with(in generator.Input, load func() (*themes.Theme, error)) (r *generator.Result, err error) {
	defer func() {
		if recover() != nil {
			r, err = nil, errBroke
		}
	}()
	if in.Theme, err = load(); err != nil {
		return nil, err
	}
	if r, err = b.generator.Build(in); err == nil {
		b.theme = in.Theme
	}
	return r, err
}

// mayStay reports whether the last good site may be shown on although a newer
// one could not be built: as long as it is known that no voice in it has ended
// since.
func (b *builder) mayStay(err error) bool {
	var settings *generator.SettingsError
	if !errors.As(err, &settings) || b.last == nil || b.today != b.lastDay {
		return false
	}
	for _, e := range settings.Ended {
		if !slices.Contains(b.last.Ended, e) {
			return false
		}
	}
	return true
}

func problem(err error, hint string, outside entry.Outside) Problem {
	p := Problem{Message: err.Error(), Hint: hint}
	var theme *themes.Broken
	if errors.As(err, &theme) {
		p.Findings = generator.ThemeFindings(theme, outside)
	}
	var settings *generator.SettingsError
	if errors.As(err, &settings) {
		p.Findings = settings.Findings
		for _, e := range settings.Ended {
			name := e.File
			if e.ID != "" {
				name += "#" + e.ID
			}
			p.Ended = append(p.Ended, name+": "+e.Reason.Words())
		}
	}
	return p
}
