package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"yousaid/generator"
	"yousaid/generator/finding"
	"yousaid/generator/gate"
	"yousaid/generator/publish"
	"yousaid/themes"
)

// lockWait is how long a build waits for another one to finish.
const lockWait = 2 * time.Minute

func (a *app) buildCommand() *cobra.Command {
	var public, theme string
	var strict, replace bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Makes the website in the folder public",
		Long: "Makes the website in the folder public.\n\n" +
			"What is held or left out is in no page. build ends well all the same, so that\n" +
			"words that were taken back come down even when something else is wrong.",
		Example: "  yousaid build\n  yousaid build --public site --theme our-theme",
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			return a.build(public, theme, strict, replace)
		},
	}
	cmd.Flags().StringVar(&public, "public", "public", "the folder to make the website in")
	themeFlag(cmd, &theme)
	cmd.Flags().BoolVar(&strict, "strict", false, "end with 3 when something is held")
	cmd.Flags().BoolVar(&replace, "replace", false, "take the folder over, whatever it holds")
	return cmd
}

func (a *app) build(public, theme string, strict, replace bool) error {
	if err := a.apart(public, theme); err != nil {
		return err
	}
	in, done, err := a.input()
	if err != nil {
		return err
	}
	defer done()
	if in.Theme, err = loadTheme(theme); err != nil {
		return a.notBuilt(in, err)
	}
	unlock, err := publish.Lock(public, lockWait)
	if errors.Is(err, publish.ErrBusy) {
		printEndedList(a.err, generator.Ended(in))
		return broke("another build has been writing to "+public+" for two minutes", "Wait for it, or end it, then try again.")
	}
	if err != nil {
		return a.notPublished(in, public, err)
	}
	defer unlock()
	stop := a.progress("Making the website …")
	defer stop()
	result, err := new(generator.Generator).Build(in)
	if err != nil {
		return a.notBuilt(in, err)
	}
	folder := &publish.Folder{Path: public, Replace: replace}
	changed, err := folder.Publish(result.Files)
	if err != nil {
		return a.notPublished(in, public, err)
	}
	stop()
	changed = slices.DeleteFunc(changed, func(p string) bool { return p == publish.Manifest })
	a.told(result, public, len(changed))
	if folder.InPlace {
		fmt.Fprintln(a.out, "This folder cannot be exchanged in one step, so its files were replaced one by one.")
	}
	if strict && finding.Stops(result.Findings) {
		return held
	}
	return nil
}

// apart refuses folders that lie in one another: the website in the reports
// would delete them, the reports in the theme would be published.
func (a *app) apart(public, theme string) error {
	content, site := resolved(a.content), resolved(public)
	if within(content, site) || within(site, content) {
		return mistyped("the website and the reports cannot be in one folder", "Give --public a folder beside "+a.content+".")
	}
	if theme != "" {
		if look := resolved(theme); within(content, look) || within(look, content) || within(look, site) || within(site, look) {
			return mistyped("the theme, the reports and the website each need a folder of their own", "Give --theme a folder that holds the theme and nothing else.")
		}
	}
	home, _ := os.UserHomeDir()
	for _, whole := range []string{resolved("."), resolved(home)} {
		if within(site, whole) {
			return mistyped("the website needs a folder of its own, because everything else in it goes", "Give --public a new folder, as public.")
		}
	}
	return nil
}

// resolved is where a path really leads, as far as it exists.
func resolved(p string) string {
	abs, err := filepath.Abs(p)
	if err != nil {
		return p
	}
	for dir, rest := abs, ""; ; dir, rest = filepath.Dir(dir), filepath.Join(filepath.Base(dir), rest) {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			return filepath.Join(real, rest)
		}
		if filepath.Dir(dir) == dir {
			return abs
		}
	}
}

// within reports whether inner is outer or lies in it.
func within(outer, inner string) bool {
	rel, err := filepath.Rel(outer, inner)
	return err == nil && filepath.IsLocal(rel)
}

// notBuilt tells why there is nothing to publish.
func (a *app) notBuilt(in generator.Input, err error) error {
	var s *generator.SettingsError
	if errors.As(err, &s) {
		return a.settingsRefused(s)
	}
	var theme *themes.Broken
	if errors.As(err, &theme) {
		a.printFindings(a.err, generator.ThemeFindings(theme, in.Outside))
	}
	printEndedList(a.err, generator.Ended(in))
	var said *refusal
	switch {
	case errors.As(err, &said):
		return err
	case theme != nil:
		return broke("nothing was built, because the theme in "+theme.Folder+" cannot be used",
			"Put right what is said above, then try again. A file that you take out of it comes from the theme of yousaid.")
	case errors.Is(err, generator.ErrWall):
		return broke(err.Error()+", so nothing was published", "This is a fault of yousaid. Please tell the people who make it, without sending them the words.")
	}
	return broke(err.Error(), "Nothing was published.")
}

// notPublished tells that the old site is still there, and what of it should not be.
func (a *app) notPublished(in generator.Input, public string, err error) error {
	printEndedList(a.err, generator.Ended(in))
	var foreign *publish.ForeignError
	if errors.As(err, &foreign) {
		return broke(err.Error(), "Choose another folder with --public. If everything in it may go, add --replace.")
	}
	hint := "Nothing in " + public + " was changed. "
	if errors.Is(err, publish.ErrHalfway) {
		hint = "Some pages in " + public + " are new and some are old. "
	}
	if text := err.Error(); strings.Contains(text, "no space") || strings.Contains(text, "quota") {
		hint += "Make room on the disk, then try again."
	} else {
		hint += "Put that right, then try again."
	}
	return broke(err.Error(), hint)
}

// told says what was published, left out and held, and why.
func (a *app) told(r *generator.Result, public string, changed int) {
	fmt.Fprintf(a.out, "Published %s in %s (%s, %d changed).\n", count(len(r.Site.Reports), "report"), public, count(len(r.Files), "file"), changed)
	if len(r.Unpublished) > 0 {
		fmt.Fprintf(a.out, "\nNot published yet, as their writers wish: %d\n", len(r.Unpublished))
		a.printUnpublished(r.Unpublished)
	}
	if len(r.LeftOut) > 0 {
		fmt.Fprintf(a.out, "\nLeft out: %s. The rest of their reports is published.\n", count(len(r.LeftOut), "voice"))
		printLeftOut(a.out, r.LeftOut)
	}
	if len(r.Held) > 0 {
		fmt.Fprintf(a.out, "\nHeld: %s, because of this:\n", count(len(r.Held), "file"))
		for _, f := range r.Findings {
			if f.Level == finding.Stop {
				fmt.Fprintln(a.out, a.typeable(f.String()))
			}
		}
		fmt.Fprintln(a.out, a.typeable("\nTo read more, type yousaid explain and the word in brackets."))
	}
	if n := warnings(r.Findings) - len(r.LeftOut); n > 0 {
		fmt.Fprintln(a.out, a.typeable("\nThere is more to look at. Type: yousaid check"))
	}
}

func warnings(list []finding.Finding) int {
	n := 0
	for _, f := range list {
		if f.Level == finding.Warn {
			n++
		}
	}
	return n
}

func (a *app) printUnpublished(list []generator.Unpublished) {
	for _, u := range list {
		what := "a draft"
		if !u.On.IsZero() {
			what = "from " + u.On.Words()
		}
		if n := len(u.Findings); n > 0 {
			what += ", with " + count(n, "thing") + " to look at before then: yousaid check " + folderOf(u.File)
		}
		fmt.Fprintf(a.out, "  %s: %s\n", u.File, a.typeable(what))
	}
}

func printLeftOut(w io.Writer, list []gate.LeftOut) {
	for _, l := range list {
		name := l.File
		if l.ID != "" {
			name += "#" + l.ID
		}
		fmt.Fprintf(w, "  %s: %s\n", name, l.Reason.Words())
	}
}

func printEnded(w io.Writer, err *generator.SettingsError) { printEndedList(w, err.Ended) }

func printEndedList(w io.Writer, list []gate.LeftOut) {
	if len(list) > 0 {
		fmt.Fprintln(w, "These have ended, and may still be online:")
		printLeftOut(w, list)
	}
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
