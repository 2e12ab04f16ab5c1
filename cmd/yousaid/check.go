package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"yousaid/generator"
	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/gate"
	"yousaid/themes"
)

func (a *app) checkCommand() *cobra.Command {
	var format, visibility, theme string
	var strict, show bool
	cmd := &cobra.Command{
		Use:     "check [PATH ...]",
		Short:   "Says what is held and why, and writes nothing",
		Example: "  yousaid check\n  yousaid check content/reports/later-bus.md\n  yousaid check --format json",
		RunE: func(_ *cobra.Command, args []string) error {
			return a.check(args, checkOptions{format, visibility, theme, strict, show})
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text, json, sarif or github")
	cmd.Flags().BoolVar(&strict, "strict", false, "end with 3 on warnings too")
	cmd.Flags().BoolVar(&show, "show", false, "show the words that a finding is about; only on a terminal")
	themeFlag(cmd, &theme)
	cmd.Flags().StringVar(&visibility, "visibility", "", "who can see this folder: private, or internal or public where more people can than work on it (default: what GitHub or GitLab says in CI, else private)")
	return cmd
}

type checkOptions struct {
	format, visibility, theme string
	strict, show              bool
}

func (a *app) check(paths []string, opt checkOptions) error {
	write, ok := formats[opt.format]
	if !ok {
		return mistyped("--format has to be text, json, sarif or github", "")
	}
	if opt.visibility == "" {
		opt.visibility = seenBy()
	}
	if !knownVisibility(opt.visibility) {
		return mistyped("--visibility has to be private, internal or public", "")
	}
	if opt.show && (!a.canShow() || opt.format != "text") {
		return mistyped("--show shows private words, so it works on a terminal only", "Run it on your own computer, without sending its output anywhere.")
	}
	for i, p := range paths {
		if _, err := os.Stat(p); err != nil {
			if found, err := a.find(p); err == nil {
				paths[i] = found
			}
		}
	}
	if err := a.findContent(paths); err != nil {
		return err
	}
	in, done, err := a.input()
	if err != nil {
		return err
	}
	defer done()
	stop := a.progress("Checking …")
	defer stop()
	var result *generator.Result
	if in.Theme, err = loadTheme(opt.theme); err == nil {
		result, err = new(generator.Generator).Build(in)
	}
	stop()
	if err != nil {
		if found, ended, ok := forFormats(in, err); ok && opt.format != "text" {
			if err := write(a, report{Findings: found, LeftOut: ended, Held: []string{}}); err != nil {
				return err
			}
		}
		return a.notBuilt(in, err)
	}
	rep := report{result.Findings, result.Held, result.LeftOut, result.Unpublished, len(result.Site.Reports), false, result.Masks}
	if opt.visibility != "private" {
		rep.Findings = append(rep.Findings, result.InPublic...)
		finding.Sort(rep.Findings)
	}
	if len(paths) > 0 {
		if rep, err = a.only(rep, paths); err != nil {
			return err
		}
	}
	if opt.show {
		write = func(a *app, r report) error { return writeShown(a, r) }
	}
	if err := write(a, rep); err != nil {
		return err
	}
	if finding.Stops(rep.Findings) || opt.strict && len(rep.Findings) > 0 {
		return held
	}
	return nil
}

// forFormats are what is wrong with the settings or the theme, so that nothing
// can be built, and what may still be online.
func forFormats(in generator.Input, err error) ([]finding.Finding, []gate.LeftOut, bool) {
	var settings *generator.SettingsError
	var theme *themes.Broken
	switch {
	case errors.As(err, &settings):
		return settings.Findings, settings.Ended, true
	case errors.As(err, &theme):
		return generator.ThemeFindings(theme, in.Outside), generator.Ended(in), true
	}
	return nil, nil, false
}

// findContent walks up from the first path to the folder with site.yaml.
func (a *app) findContent(paths []string) error {
	if len(paths) == 0 {
		return nil
	}
	if _, err := os.Stat(paths[0]); err != nil {
		return broke("there is no file or folder "+paths[0], "Look at the spelling.")
	}
	abs, err := filepath.Abs(paths[0])
	if err != nil {
		return err
	}
	for dir := abs; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "site.yaml")); err == nil {
			a.content = dir
			if here, err := filepath.Abs("."); err == nil {
				if rel, err := filepath.Rel(here, dir); err == nil {
					a.content = rel
				}
			}
			return nil
		}
		if filepath.Dir(dir) == dir {
			return nil // --content, or its default, is used
		}
	}
}

// only keeps what is said about the named files and folders.
func (a *app) only(r report, paths []string) (report, error) {
	var want []string
	for _, p := range paths {
		abs, err := filepath.Abs(p)
		if err != nil {
			return r, err
		}
		want = append(want, abs)
	}
	in := func(file string) bool {
		// A finding about a name says "folder/ (the file that …)".
		file = folderOf(r.Masks.Real(file))
		abs, err := filepath.Abs(filepath.FromSlash(file))
		return err == nil && slices.ContainsFunc(want, func(w string) bool {
			return abs == w || strings.HasPrefix(abs, w+string(filepath.Separator))
		})
	}
	out := report{Published: r.Published, Named: true, Masks: r.Masks}
	for _, f := range r.Findings {
		// A list that is lost holds every report, so it is told of each.
		if in(f.Pos.File) || f.Rule == entry.PrivateListUnreadable.Name {
			out.Findings = append(out.Findings, f)
		}
	}
	for _, h := range r.Held {
		if in(h) {
			out.Held = append(out.Held, h)
		}
	}
	for _, l := range r.LeftOut {
		if in(l.File) {
			out.LeftOut = append(out.LeftOut, l)
		}
	}
	for _, u := range r.Unpublished {
		if in(u.File) {
			out.Unpublished = append(out.Unpublished, u)
		}
	}
	return out, nil
}
