package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"yousaid/generator"
	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/publish"
	"yousaid/generator/trace"
	"yousaid/generator/withdraw"
)

type withdrawOptions struct {
	record, public, theme, receipt string
	yes, dry, show, keepMedia      bool
}

func (a *app) withdrawCommand() *cobra.Command {
	var opt withdrawOptions
	cmd := &cobra.Command{
		Use:   "withdraw REPORT[#CONTRIBUTION | #PICTURE] | --record KEY",
		Short: "Takes somebody's words down, and looks for what remains",
		Long: "Takes somebody's words out of the reports, and leaves only the id and the day, so\n" +
			"that the id is never used again. Every other byte of the file stays as it was.\n" +
			"A picture or sound is taken out whole, with its file.\n" +
			"Then it makes the website anew, looks through all of it for the words, through\n" +
			"the files beside it and through everything that git remembers, and lists the\n" +
			"places that it cannot reach. It tells places and never the words.\n\n" +
			"It can be run again at any time, and goes on where it was stopped.\n\n" +
			"It ends with 1 where something is left for you to do by hand, and with 3 where\n" +
			"the words still stand in the website.",
		Example: "  yousaid withdraw later-bus#late        one voice\n" +
			"  yousaid withdraw later-bus#picture-1   one picture or sound\n" +
			"  yousaid withdraw later-bus             a whole report\n" +
			"  yousaid withdraw --record C-7F3K       everything of one person\n" +
			"  yousaid withdraw later-bus#late --dry-run",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := spaced(args); err != nil {
				return err
			}
			switch {
			case len(args) > 1, len(args) == 1 && opt.record != "":
				return mistyped("withdraw takes one report, or --record", "Write yousaid withdraw later-bus#late, or yousaid withdraw --record C-7F3K.")
			case len(args) == 0 && strings.TrimSpace(opt.record) == "":
				return mistyped("withdraw needs to know whose words", "Write the report and the id, as yousaid withdraw later-bus#late, or --record and the key to the paper.")
			}
			return a.withdraw(cmd.Context(), args, opt)
		},
	}
	f := cmd.Flags()
	f.StringVar(&opt.record, "record", "", "the key to the paper: everything in all reports that names it")
	f.BoolVar(&opt.yes, "yes", false, "do it without asking")
	f.BoolVar(&opt.dry, "dry-run", false, "say what would be done, and change nothing")
	f.BoolVar(&opt.show, "show", false, "show the lines that may still tell the story; only on a terminal")
	f.BoolVar(&opt.keepMedia, "keep-media", false, "leave the pictures and films that belong to it in the folder")
	f.StringVar(&opt.receipt, "receipt", "", "a file to write down in what was done, without the words")
	f.StringVar(&opt.public, "public", "public", "the folder with the website")
	f.StringVar(&opt.theme, "theme", "", "a folder whose files take the place of the theme's own")
	return cmd
}

// taking is one withdrawal on its way. What it tells is also its receipt, so
// nothing told through it may hold a word.
type taking struct {
	*app
	opt     withdrawOptions
	ctx     context.Context
	lines   *bufio.Scanner
	asks    bool // there is a person at a terminal
	git     *trace.Git
	noGit   error
	plan    *withdraw.Plan
	masks   generator.Masks // files that are told by number
	receipt bytes.Buffer
	failed  bool // something is left to do by hand
	online  bool // the words stand in the website
}

func (t *taking) tell(format string, args ...any) {
	fmt.Fprintln(io.MultiWriter(t.out, &t.receipt), t.typeable(t.masks.Names(fmt.Sprintf(format, args...))))
}

func (a *app) withdraw(ctx context.Context, args []string, opt withdrawOptions) error {
	if ctx == nil {
		ctx = context.Background()
	}
	t := &taking{app: a, opt: opt, ctx: ctx, lines: bufio.NewScanner(a.in), asks: onTerminal(a.in) && onTerminal(a.out)}
	if opt.show && !a.canShow() {
		return mistyped("--show shows private words, so it works on a terminal only", "Run it on your own computer, without sending its output anywhere.")
	}
	target, err := a.target(args, opt.record)
	if err != nil {
		return err
	}
	if err := t.receiptFits(); err != nil {
		return err
	}
	if err := t.makePlan(target); err != nil {
		if errors.Is(err, errNoKey) && !opt.dry {
			// It may have been taken down just now, by a run that did not come
			// to its end.
			t.tell("No report names this record now. It may have been taken down before, so the website is made anew.")
			t.build()
		}
		if errors.Is(err, errNoKey) {
			t.register(entry.Secret(opt.record))
		}
		return err
	}
	t.tellPlan()
	if opt.dry {
		t.byHand()
		t.register(append(t.plan.Records, entry.Secret(opt.record))...)
		t.tell("\nNothing was changed.")
		return t.ending()
	}
	if err := t.ask(); err != nil {
		return err
	}
	t.write()
	t.register(append(t.plan.Records, entry.Secret(opt.record))...)
	t.build()
	t.look()
	return errors.Join(t.writeReceipt(), t.ending())
}

// target turns what was typed into a report below the content folder.
func (a *app) target(args []string, record string) (withdraw.Target, error) {
	if len(args) == 0 {
		return withdraw.Target{Key: record}, nil
	}
	name, voice, named := strings.Cut(filepath.ToSlash(args[0]), "#")
	if named && voice == "" {
		return withdraw.Target{}, mistyped("there is no id after the #", "Write it as later-bus#late. Without # the whole report is taken down.")
	}
	if _, after, ok := strings.Cut(name, "/reports/"); ok && strings.Contains(name, "://") {
		name = after // the address of the page
	}
	name = strings.TrimSuffix(name, "/")
	if _, err := os.Lstat(name); err == nil && strings.HasSuffix(strings.ToLower(name), ".md") {
		if err := a.findContent([]string{name}); err != nil {
			return withdraw.Target{}, err
		}
		rel, err := filepath.Rel(resolved(a.content), filepath.Join(resolved(filepath.Dir(name)), filepath.Base(name)))
		if rel = filepath.ToSlash(rel); err != nil || !strings.HasPrefix(rel, "reports/") {
			return withdraw.Target{}, broke("this file is not a report of "+a.content, "Reports are in "+filepath.Join(a.content, "reports")+". Look at the spelling, or name the content folder with --content.")
		}
		return withdraw.Target{File: rel, Voice: voice}, nil
	}
	return withdraw.Target{File: "reports/" + strings.TrimSuffix(strings.TrimPrefix(name, "reports/"), ".md") + ".md", Voice: voice}, nil
}

func (t *taking) makePlan(target withdraw.Target) error {
	in, done, err := t.input()
	if err != nil {
		return err
	}
	defer done()
	t.masks = generator.MasksOf(in)
	t.git, t.noGit = trace.OpenGit(t.ctx, t.content)
	src := withdraw.Source{Content: in.Content, Folder: filepath.ToSlash(t.content), Today: t.today}
	if t.git != nil {
		src.Earlier = t.earlier(t.git)
	}
	t.plan, err = withdraw.Make(src, target)
	switch {
	case errors.Is(err, withdraw.ErrNoFile):
		return broke("there is no report with this name in "+filepath.Join(t.content, "reports"), "Write the name of its file and the id of the contribution, as later-bus#late. yousaid find and the key to the paper lists where somebody's words are.")
	case errors.Is(err, withdraw.ErrNoVoice):
		return broke("there is no contribution with this id in the report, and no picture", "Look in the report for its id; pictures are called picture-1, picture-2 and so on, the report's own first. Without # the whole report is taken down.")
	case errors.Is(err, withdraw.ErrNoKey):
		return errNoKey
	}
	return err
}

// errNoKey is what a wrong key comes to, and one that is taken down already.
var errNoKey = broke("no report names this record", "Look at the spelling. What was taken down before names no record any more: yousaid find --history looks in git.")

func names(list []withdraw.Voice) []string {
	var out []string
	for _, v := range list {
		name := v.File
		if v.ID != "" {
			name += "#" + v.ID
		}
		out = append(out, name)
	}
	return out
}

// tellPlan says what will go.
func (t *taking) tellPlan() {
	p := t.plan
	t.tell("Withdrawal on %s", t.today.Words())
	several := false
	if len(p.Edits) > 0 {
		t.tell("\nTo take down:")
		for _, e := range p.Edits {
			for _, n := range names(e.Voices) {
				if e.Whole {
					n += ", the whole report"
				}
				t.tell("  %s", n)
			}
			if len(e.Inside) > 0 {
				inside := t.masks.Names("#" + strings.Join(e.Inside, ", #"))
				t.tell("      with the voices in it: %s", strings.ReplaceAll(inside, "#", ""))
			}
			several = several || e.Several
		}
		if n := len(p.Media); n > 0 && !t.opt.keepMedia {
			t.tell("  %s that nobody else uses", count(n, "file")+" in "+filepath.Join(t.content, "media"))
		}
	}
	if several {
		t.tell("One of them is made from what several people said. It goes as a whole. Ask the others before you write it anew.")
	}
	if p.Pictures {
		t.tell("Nothing stays in the place of a picture, so the pictures after it have other numbers then.")
	}
	if p.MediaKept > 0 {
		t.tell("%s it names stay, because another file names them too.", count(p.MediaKept, "media file")+" that")
	}
	if len(p.Down) > 0 {
		t.tell("\nTaken down before:")
		for _, n := range names(p.Down) {
			t.tell("  %s", n)
		}
	}
	if len(p.SharedWith) > 0 {
		t.tell("\nThe report says whom it was shown to. Write them down and tell them. (If the report itself\ngoes, an earlier version in git still says it.)")
		t.places(p.SharedWith)
	}
}

// write takes the words out, each file whole or not at all.
func (t *taking) write() {
	t.clear()
	if len(t.plan.Edits) > 0 {
		t.tell("")
	}
	for _, e := range t.plan.Edits {
		path := filepath.Join(t.content, filepath.FromSlash(e.Path))
		now, err := os.ReadFile(path)
		switch {
		case err == nil && !bytes.Equal(now, e.Before):
			t.failed = true
			t.tell("%s was changed by somebody else just now, so it was left alone, and the words are still in it. Run the same command again.", e.Name)
		case err != nil || replaceFile(path, e.After) != nil:
			t.failed = true
			t.tell("%s could not be written, so nothing was taken out of it and the words are still there. Look whether it or its folder is locked, or open in another program, then run the same command again.", e.Name)
		default:
			t.tell("Taken out of %s. Every other byte of it is as it was.", e.Name)
		}
	}
	if !t.opt.keepMedia {
		t.removeMedia()
	}
	t.failed = t.failed || len(t.plan.ByHand) > 0
	t.byHand()
}

func (t *taking) byHand() {
	if len(t.plan.ByHand) == 0 {
		return
	}
	t.tell("\nHere you have to do it by hand:")
	for _, h := range t.plan.ByHand {
		t.tell("  %s\n      %s", place(h.Pos), h.What)
	}
	t.tell("A report that cannot be read is held: the next build takes it off the website.")
}

// register says when the consent register has a row for what goes. This program
// never writes there.
func (t *taking) register(records ...entry.Private) {
	there, known := entry.InRegister(t.app.outside(), records...)
	switch {
	case !known:
		t.tell("\nThe consent register cannot be read here. If it has a row for this person, write the day in its column withdrawn too.")
	case there:
		t.tell("\nThe consent register has a row for this person. Write %s in its column withdrawn too: this program never changes the register.", t.today)
	}
}

// clear removes what a run that was killed left beside the reports.
func (t *taking) clear() {
	root, err := os.OpenRoot(t.content)
	if err != nil {
		return
	}
	defer root.Close()
	_ = fs.WalkDir(root.FS(), "reports", func(p string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && strings.HasPrefix(d.Name(), unfinished) {
			_ = root.Remove(p)
		}
		return nil
	})
}

func (t *taking) removeMedia() {
	if len(t.plan.Media) == 0 {
		return
	}
	if t.failed {
		t.tell("The %s that belong to it are still in %s. Remove them by hand once the words are out.", count(len(t.plan.Media), "file"), filepath.Join(t.content, "media"))
		return
	}
	root, err := os.OpenRoot(t.content)
	if err != nil {
		return
	}
	defer root.Close()
	n := 0
	for _, m := range t.plan.Media {
		if err := root.Remove(m); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.failed = true
			continue
		}
		n++
	}
	t.tell("Removed from %s: %s.", filepath.Join(t.content, "media"), count(n, "file"))
	if n < len(t.plan.Media) {
		t.tell("%s could not be removed. Remove them by hand.", count(len(t.plan.Media)-n, "media file"))
	}
}

// build makes the website anew, if there is one here.
func (t *taking) build() {
	if _, err := os.Stat(filepath.Join(t.opt.public, publish.Manifest)); err != nil {
		t.tell("\nNo website was made in %s before, so none was made now. The one online may still show the words: build and publish it where you usually do.", t.opt.public)
		return
	}
	fmt.Fprintln(t.out)
	if err := t.app.build(t.opt.public, t.opt.theme, false, false); err != nil {
		t.failed = true
		t.exit(err)
		t.tell("\nThe words are out of the reports only where it says so above, and %s could not be made anew. The website online may still show them.\n"+
			"Put right what stands in the way and run yousaid build. If that takes long, take the page off your host by hand.", t.opt.public)
		return
	}
	if t.failed {
		t.tell("\nThe website in %s was made anew from the reports as they are now: words that are still in a report may still be on it. Do what is said above first.", t.opt.public)
		return
	}
	t.tell("\nThe website in %s was made anew. The one online changes when you publish it: commit and push, or upload it now.", t.opt.public)
}

// ending tells how it went by the exit code.
func (t *taking) ending() error {
	switch {
	case t.failed && t.plan.Pictures:
		return broke("something is left to do", "Follow the steps above, then run yousaid build. Pictures have new numbers now, so do not run the same command again.")
	case t.failed:
		return broke("something is left to do", "Follow the steps above, then run the same command again.")
	case t.online:
		return stopped("the words still stand in the website", "Look at the places in "+t.opt.public+" listed above. Where another report says the same, decide whether it may stay.")
	}
	return nil
}

func place(p finding.Pos) string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}
