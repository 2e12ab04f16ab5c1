package main

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"yousaid/generator"
	"yousaid/generator/entry"
	"yousaid/generator/gate"
	"yousaid/generator/trace"
	"yousaid/generator/withdraw"
)

func (a *app) findCommand() *cobra.Command {
	var history bool
	cmd := &cobra.Command{
		Use:   "find KEY",
		Short: "Lists where somebody's words are, by the key to their paper",
		Long: "Lists every place for which there is a paper with this key: for people who ask\n" +
			"what is kept about them. It tells places and never the words. It ends well\n" +
			"whether it finds any or not.",
		Example: "  yousaid find C-7F3K\n  yousaid find C-7F3K --history",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 || strings.TrimSpace(args[0]) == "" {
				return mistyped("find needs one key", "Write yousaid find and the key that stands after record, as yousaid find C-7F3K.")
			}
			return a.findKey(cmd.Context(), args[0], history)
		},
	}
	cmd.Flags().BoolVar(&history, "history", false, "look through everything in git too")
	return cmd
}

func (a *app) findKey(ctx context.Context, key string, history bool) error {
	in, done, err := a.input()
	if err != nil {
		return err
	}
	defer done()
	stop := a.progress("Looking …")
	defer stop()
	places, found := withdraw.Find(in.Content, filepath.ToSlash(a.content), key)
	state, masks := a.states(in), generator.MasksOf(in)
	stop()
	if len(places) == 0 {
		fmt.Fprintf(a.out, "We looked in %s of %s and found the key in none.%s\n", count(found.Files, "file"), a.content, unseen(found))
	} else {
		fmt.Fprintf(a.out, "Found in %s. We looked in %s of %s.%s\n", count(len(places), "place"), count(found.Files, "file"), a.content, unseen(found))
	}
	for _, p := range places {
		what := "the key stands in the text of this file"
		switch {
		case p.Pos.Line == 0 && !p.Picture && !p.InVoice:
			what = "the key stands in the name"
		case p.Picture:
			what = "#" + p.Voice + ", a picture or sound, " + state(p.Pos.File, p.Voice)
		case p.InVoice:
			what = "#" + p.Voice + ", " + state(p.Pos.File, p.Voice)
		}
		if p.Media > 0 {
			what += ", with " + count(p.Media, "media file")
		}
		fmt.Fprintf(a.out, "  %s: %s\n", masks.Names(place(p.Pos)), masks.Names(what))
	}
	switch there, known := entry.InRegister(in.Outside, entry.Secret(key)); {
	case there:
		fmt.Fprintln(a.out, "The consent register has a row for this key.")
	case !known:
		fmt.Fprintln(a.out, "The consent register cannot be read here, so look in it yourself.")
	}
	if !history {
		fmt.Fprintln(a.out, "What was taken down names no key any more. Earlier versions may: add --history to look in git.")
		return nil
	}
	if ctx == nil {
		ctx = context.Background()
	}
	return a.findInGit(ctx, in, key)
}

// states tells what readers see of a contribution today.
func (a *app) states(in generator.Input) func(file, id string) string {
	var r *generator.Result
	theme, err := loadTheme("")
	if in.Theme = theme; err == nil {
		r, err = new(generator.Generator).Build(in)
	}
	return func(file, id string) string {
		if r != nil {
			file = r.Masks.Shown(file)
		}
		if err != nil {
			return "and whether it is shown is not known, because site.yaml cannot be used"
		}
		if i := slices.IndexFunc(r.LeftOut, func(l gate.LeftOut) bool { return l.File == file && l.ID == id }); i >= 0 {
			return "left out: " + r.LeftOut[i].Reason.Words()
		}
		switch {
		case slices.Contains(r.Held, file):
			return "in a report that is held"
		case slices.ContainsFunc(r.Unpublished, func(u generator.Unpublished) bool { return u.File == file }):
			return "in a report that is not published yet"
		case entry.IsTranslation(path.Base(file)):
			return "in a translation, which is not published"
		}
		for _, e := range r.Ended {
			switch {
			case e.File == file && e.ID == "":
				return "in a report that was taken down"
			case e.File == file && e.ID == id:
				return "left out: " + e.Reason.Words()
			}
		}
		if i := slices.IndexFunc(r.PicturesOut, func(l gate.LeftOut) bool { return l.File == file && l.ID == id }); i >= 0 {
			return "left out: " + r.PicturesOut[i].Reason.Words()
		}
		return "shown on the website"
	}
}

func (a *app) findInGit(ctx context.Context, in generator.Input, key string) error {
	w := &trace.Words{}
	w.AddKey(key)
	git, err := trace.OpenGit(ctx, a.content)
	var h *trace.History
	if err == nil {
		stop := a.progress("Looking through git …")
		h, err = git.History(w)
		stop()
	}
	switch {
	case errors.Is(err, trace.ErrNoRepository):
		fmt.Fprintln(a.out, "The folder is in no git repository, so there was no history to look in.")
	case err != nil:
		return broke("the history could not be looked in: "+err.Error(), "Run it where git is, in a copy that git can read.")
	case !h.Any():
		fmt.Fprintf(a.out, "We looked in %s of git and found the key in none.\n", count(h.Objects, "object"))
	default:
		fmt.Fprintf(a.out, "In git, the key is in %s of %d:\n", count(h.Count(), "object"), h.Objects)
		(&taking{app: a, masks: generator.MasksOf(in)}).hits(h)
		a.findTaken(git, in, key)
	}
	return nil
}

// findTaken lists what was taken down: it names no paper any more, and its
// earlier versions in git do.
func (a *app) findTaken(git *trace.Git, in generator.Input, key string) {
	plan, err := withdraw.Make(withdraw.Source{Content: in.Content, Folder: filepath.ToSlash(a.content), Today: a.today, Earlier: a.earlier(git)}, withdraw.Target{Key: key})
	if err != nil {
		return
	}
	masks := generator.MasksOf(in)
	for _, n := range names(plan.Down) {
		fmt.Fprintf(a.out, "  %s: taken down; an earlier version names the key\n", masks.Names(n))
	}
}

// earlier hands on the versions of a file below the content folder that git holds.
func (a *app) earlier(git *trace.Git) func(path string, see func(raw []byte)) {
	return func(path string, see func(raw []byte)) {
		_ = git.Versions(filepath.Join(a.content, filepath.FromSlash(path)), see)
	}
}
