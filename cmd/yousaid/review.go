package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"yousaid/generator"
	"yousaid/generator/entry"
	"yousaid/generator/source"
)

// reviewing is what review was told.
type reviewing struct {
	by        string
	clear     bool     // every question was answered with yes
	answers   []string // one for each question
	checklist string   // the list that was answered; empty: the one of this program
}

func (a *app) reviewCommand() *cobra.Command {
	var told reviewing
	var questions bool
	cmd := &cobra.Command{
		Use:   "review REPORT",
		Short: "Asks whether anybody can be recognised, and records who looked",
		Long: "Asks whether anybody can be recognised in a report, one question at a time. It\n" +
			"records the role that looked, the day, the name of the check list, and a mark for\n" +
			"each voice and picture, so that a later change shows. It never records a name.\n\n" +
			"Without a terminal the answers come as flags: --answers with one yes or no for\n" +
			"each question, or --all-clear when every answer is yes.",
		Example: "  yousaid review later-bus\n  yousaid review --questions\n  yousaid review later-bus --by participation-lead --all-clear",
		RunE: func(cmd *cobra.Command, args []string) error {
			if questions {
				if len(args) > 0 {
					return mistyped("--questions prints the check list and looks at no report", "Leave out the name, or leave out --questions.")
				}
				writeChecklist(a.out, entry.Checklist)
				return nil
			}
			if len(args) != 1 {
				return mistyped("review needs the name of one report", "Write yousaid review and the name, as yousaid review later-bus.")
			}
			return a.review(args[0], told)
		},
	}
	cmd.Flags().StringVar(&told.by, "by", "", "your role, as participation-lead")
	cmd.Flags().BoolVar(&told.clear, "all-clear", false, "you have answered every question of the check list with yes")
	cmd.Flags().StringSliceVar(&told.answers, "answers", nil, "yes or no for each question, in order, as yes,yes,no")
	cmd.Flags().StringVar(&told.checklist, "checklist", "", "the name of the check list that was answered")
	cmd.Flags().BoolVar(&questions, "questions", false, "print the questions, for paper")
	return cmd
}

func (a *app) review(name string, told reviewing) error {
	path, err := a.find(name)
	if err != nil {
		return err
	}
	set, err := a.settings()
	if err != nil {
		return err
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return broke("this report cannot be opened", "Look at the spelling.")
	}
	rel, err := filepath.Rel(a.content, path)
	if err != nil {
		return err
	}
	e, findings := entry.Parse(source.Parse(filepath.ToSlash(rel), raw), path, set)
	if e == nil {
		for i := range findings {
			findings[i].Pos.File = a.masks().Shown(findings[i].Pos.File)
		}
		a.printFindings(a.err, findings)
		return stopped("this report cannot be read, so it cannot be checked", "Put right what is said above first.")
	}
	// Whatever can refuse the record does so before anybody answers a question.
	covers, err := a.marks(e)
	if err != nil {
		return err
	}
	record := func(by string) ([]byte, bool) {
		edited, ok := entry.WithCheck(raw, entry.Looked{On: a.today, By: by, Checklist: entry.Checklist, Covers: covers})
		return edited, ok && sameButCheck(rel, raw, edited, set)
	}
	if _, ok := record("a-role"); !ok {
		return broke("the check could not be written into this report", "Take the lines of anonymity out of it. If that does not help, save it anew as plain text with another program.")
	}
	if !canWriteBeside(path) {
		return broke("nothing can be written in "+a.masks().Names(filepath.ToSlash(filepath.Dir(path))), "Ask whoever looks after this computer to let you write there.")
	}
	lines := bufio.NewScanner(a.in)
	if err := a.reviewer(&told, lines, e, set); err != nil {
		return err
	}
	if err := a.answered(told, lines, path); err != nil {
		return err
	}
	now, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(now, raw) {
		return broke("the report was changed while you answered, so nothing was recorded", "Read it again, then start again.")
	}
	again, _ := entry.Parse(source.Parse(filepath.ToSlash(rel), raw), path, set)
	if after, err := a.marks(again); err != nil || !slices.Equal(after, covers) {
		return broke("a picture or sound was changed while you answered, so nothing was recorded", "Look at it again, then start again.")
	}
	edited, _ := record(told.by)
	if err := replaceFile(path, edited); err != nil {
		return broke("the report could not be written", "Nothing was changed.")
	}
	fmt.Fprintf(a.out, "Recorded in %s: checked on %s by %s.\n", a.masks().Names(filepath.ToSlash(path)), a.today.Words(), told.by)
	if n := len(covers); n > 0 {
		fmt.Fprintln(a.out, "Voices and pictures that it counts for: "+strconv.Itoa(n)+". When one of them changes, it waits for a new check.")
	}
	return nil
}

// masks are the files of the folder that are told by number.
func (a *app) masks() generator.Masks {
	in, done, err := a.input()
	if err != nil {
		return generator.Masks{}
	}
	defer done()
	return generator.MasksOf(in)
}

// reviewer finds out which role looks, and refuses the writer's own.
func (a *app) reviewer(told *reviewing, lines *bufio.Scanner, e *entry.Entry, set *entry.Settings) error {
	if told.by == "" && a.canAsk() {
		told.by = a.askRole(lines, set.RoleIDs())
	}
	switch {
	case told.by == "":
		return mistyped("review needs to know who looked", "Add --by and a role, as --by participation-lead.")
	case len(set.RoleIDs()) > 0 && !slices.Contains(set.RoleIDs(), told.by):
		return mistyped("this role is not in site.yaml", "It can be: "+strings.Join(set.RoleIDs(), ", ")+".")
	case strings.Trim(told.by, "abcdefghijklmnopqrstuvwxyz0123456789-") != "":
		return mistyped("a role is written in small letters with hyphens", "Write it as participation-lead. Never a person's name.")
	case told.by == e.WrittenBy.Value:
		return mistyped("this role wrote the report, so it cannot check it too", "Ask a colleague with another role.")
	case told.checklist != "" && told.checklist != entry.Checklist:
		return mistyped("the questions have changed since this check list was made", "yousaid review --questions prints the list as it is now.")
	}
	return nil
}

// answered makes sure that every question has a yes.
func (a *app) answered(told reviewing, lines *bufio.Scanner, path string) error {
	switch {
	case told.answers != nil:
		return takeAnswers(told.answers)
	case told.clear:
		return nil
	case !a.canAsk():
		return mistyped("there is nobody here to answer the check list", "Read the report, ask yourself the questions of yousaid review --questions, and add --all-clear when the answer to each is yes.")
	}
	return a.askAll(lines, path)
}

// canAsk reports whether a person sits at a terminal.
func (a *app) canAsk() bool { return onTerminal(a.in) && onTerminal(a.out) }

// askLine asks one question; ok is false at the end of the input.
func (a *app) askLine(lines *bufio.Scanner, question string) (answer string, ok bool) {
	fmt.Fprint(a.out, question+" ")
	if !lines.Scan() {
		return "", false
	}
	return strings.TrimSpace(lines.Text()), true
}

// chosen is the word of list that somebody typed, in big letters or with a space
// for the hyphen. Only what is typed for a question is read so kindly.
func chosen(typed string, list []string) (string, bool) {
	if slices.Contains(list, typed) {
		return typed, true
	}
	word := strings.ToLower(strings.Join(strings.Fields(typed), "-"))
	return word, slices.Contains(list, word)
}

// askRole asks until it hears a role that there is, or nothing.
func (a *app) askRole(lines *bufio.Scanner, roles []string) string {
	for {
		typed, there := a.askLine(lines, "What is your role? "+choice(roles))
		role, ok := chosen(typed, roles)
		switch {
		case ok:
			return role
		case !there || typed == "" || len(roles) == 0:
			return typed
		}
		fmt.Fprintln(a.out, oneOfThese)
	}
}

const oneOfThese = "It has to be one of the words between the brackets."

func choice(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return "(" + strings.Join(list, ", ") + ")"
}

// marks are the hashes of everything that the check saw.
func (a *app) marks(e *entry.Entry) ([]string, error) {
	in, done, err := a.input()
	if err != nil {
		return nil, err
	}
	defer done()
	generator.Attach(in.Content, e)
	var out []string
	for i := range e.Contributions {
		if c := &e.Contributions[i]; c.Standing(a.today) != entry.Withdrawn {
			out = append(out, c.Mark())
		}
	}
	for _, p := range e.Pictures() {
		if p.Contribution >= 0 && e.Contributions[p.Contribution].Standing(a.today) == entry.Withdrawn || p.Consent.Standing(a.today) == entry.Withdrawn {
			continue
		}
		if _, ok := p.Name(); !ok || p.Said().Empty() && !p.Transcript.Empty() {
			return nil, broke(fmt.Sprintf("a file named on line %d, or below it, cannot be opened", p.Place.Line), "Put it in "+filepath.Join(a.content, "media")+", or take it out of the report.")
		}
		out = append(out, p.Mark())
	}
	return out, nil
}

// sameButCheck makes sure that an edit changed nothing that it should not.
func sameButCheck(rel string, before, after []byte, set *entry.Settings) bool {
	a, _ := entry.Parse(source.Parse(rel, before), "", set)
	b, _ := entry.Parse(source.Parse(rel, after), "", set)
	if a == nil || b == nil || len(a.Contributions) != len(b.Contributions) || a.Body.Reveal() != b.Body.Reveal() || len(a.Pieces) != len(b.Pieces) {
		return false
	}
	for i := range a.Contributions {
		if a.Contributions[i].Mark() != b.Contributions[i].Mark() {
			return false
		}
	}
	for i := range a.Pieces {
		if a.Pieces[i].Text.Reveal() != b.Pieces[i].Text.Reveal() {
			return false
		}
	}
	return true
}

// find turns a path, or the address of a report, into its path.
func (a *app) find(name string) (string, error) {
	name = strings.TrimSuffix(filepath.ToSlash(name), "/")
	if strings.HasSuffix(name, ".md") {
		if _, err := os.Stat(name); err == nil {
			return filepath.Clean(name), a.findContent([]string{name})
		}
	}
	address := strings.TrimSuffix(strings.TrimPrefix(name, "reports/"), ".md")
	path := filepath.Join(a.content, "reports", filepath.FromSlash(address)+".md")
	if _, err := os.Stat(filepath.Join(a.content, "site.yaml")); err != nil {
		return "", broke("there is no site.yaml in "+a.content, "Go to the folder of your site, or name its content folder with --content.")
	}
	if _, err := os.Stat(path); err != nil || !entry.GoodName("reports/"+address+".md") {
		return "", broke("there is no report with this name in "+filepath.Join(a.content, "reports"), "Write the name of its file, as later-bus.")
	}
	return path, nil
}

// settings reads site.yaml for the commands that work on one report.
func (a *app) settings() (*entry.Settings, error) {
	in, done, err := a.input()
	if err != nil {
		return nil, err
	}
	defer done()
	name := filepath.Join(a.content, "site.yaml")
	files := source.Read(in.Content)
	i := slices.IndexFunc(files, func(f source.File) bool { return f.Path == "site.yaml" })
	if i < 0 {
		return nil, broke("there is no site.yaml in "+a.content, "Go to the folder of your site, or run yousaid init to begin a new one.")
	}
	set, findings := entry.ParseSettings(files[i], name)
	if set == nil {
		a.printFindings(a.err, findings)
		return nil, broke("site.yaml cannot be used", "Put right what is said above, then try again.")
	}
	return set, nil
}

// canWriteBeside tries whether a file can be put beside another one.
func canWriteBeside(path string) bool {
	tmp, err := os.CreateTemp(filepath.Dir(path), unfinished+"*")
	if err != nil {
		return false
	}
	return errors.Join(tmp.Close(), os.Remove(tmp.Name())) == nil
}

// unfinished begins the name of a file that is not whole yet.
const unfinished = ".yousaid-"

// replaceFile writes a file whole or not at all.
func replaceFile(path string, data []byte) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), unfinished+"*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if _, err := bytes.NewReader(data).WriteTo(tmp); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	if err := os.Chmod(tmp.Name(), info.Mode().Perm()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
