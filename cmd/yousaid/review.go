package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"yousaid/generator"
	"yousaid/generator/entry"
	"yousaid/generator/source"
)

// questions are what a stranger who wants to find somebody out would try (the
// "motivated intruder" of the Information Commissioner's guidance on
// anonymisation). Each is asked so that yes is the good answer.
var questions = []string{
	"Did you read the whole report, and did somebody else write it?",
	"Are all names, nicknames, schools, streets and clubs of young people out?",
	"Would their classmates, neighbours and family not know who said this?",
	"If you search the web and the local papers for it, do you find nobody?",
	"Is nobody the only one in this group, place or age who fits?",
	"Does it tell nothing about somebody else who was not asked?",
	"Would you be fine with it if these words were yours, in ten years?",
}

func (a *app) reviewCommand() *cobra.Command {
	var by string
	var clear bool
	cmd := &cobra.Command{
		Use:   "review REPORT",
		Short: "Asks whether anybody can be recognised, and records who looked",
		Long: "Asks whether anybody can be recognised in a report, and records the role that\n" +
			"looked, the day, and a mark for each voice, so that a later change shows.\n\n" +
			"It asks:\n  - " + strings.Join(questions, "\n  - "),
		Example: "  yousaid review later-bus\n  yousaid review later-bus --by participation-lead --all-clear",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return mistyped("review needs the name of one report", "Write yousaid review and the name, as yousaid review later-bus.")
			}
			return a.review(args[0], by, clear)
		},
	}
	cmd.Flags().StringVar(&by, "by", "", "your role, as participation-lead")
	cmd.Flags().BoolVar(&clear, "all-clear", false, "you have answered every question of the check list with yes")
	return cmd
}

func (a *app) review(name, by string, clear bool) error {
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
		printFindings(a.err, findings)
		return &refusal{exitHeld, "this report cannot be read, so it cannot be checked", "Put right what is said above first."}
	}
	ask := onTerminal(a.in) && onTerminal(a.out)
	lines := bufio.NewScanner(a.in)
	if by == "" && ask {
		by, _ = a.askLine(lines, "What is your role? "+choice(set.RoleIDs()))
	}
	switch {
	case by == "":
		return mistyped("review needs to know who looked", "Add --by and a role, as --by participation-lead.")
	case len(set.RoleIDs()) > 0 && !slices.Contains(set.RoleIDs(), by):
		return mistyped("this role is not in site.yaml", "It can be: "+strings.Join(set.RoleIDs(), ", ")+".")
	case strings.Trim(by, "abcdefghijklmnopqrstuvwxyz0123456789-") != "":
		return mistyped("a role is written in small letters with hyphens", "Write it as participation-lead. Never a person's name.")
	case by == e.WrittenBy.Value:
		return mistyped("this role wrote the report, so it cannot check it too", "Ask a colleague with another role.")
	}
	if !clear {
		if !ask {
			return mistyped("there is nobody here to answer the check list", "Read the report, ask yourself the questions of yousaid review --help, and add --all-clear when the answer to each is yes.")
		}
		if err := a.askAll(lines, path); err != nil {
			return err
		}
	}
	covers, err := a.marks(e)
	if err != nil {
		return err
	}
	edited, ok := entry.WithCheck(raw, a.today, by, covers)
	if !ok || !sameButCheck(rel, raw, edited, set) {
		return broke("the check could not be written into this report", "Write anonymity: on lines of its own, then try again.")
	}
	if err := replaceFile(path, edited); err != nil {
		return broke("the report could not be written", "Nothing was changed.")
	}
	fmt.Fprintf(a.out, "Recorded in %s: checked on %s by %s, %s.\n", path, a.today.Words(), by, count(len(covers), "mark"))
	return nil
}

// askAll asks the questions one by one. The words themselves are read in the
// report: nothing private is printed here.
func (a *app) askAll(lines *bufio.Scanner, path string) error {
	fmt.Fprintf(a.out, "Open %s and read all of it first.\n", path)
	for i, q := range questions {
		answer := ""
		for there := true; there && answer != "yes" && answer != "y" && answer != "no" && answer != "n"; {
			answer, there = a.askLine(lines, fmt.Sprintf("\n%d of %d. %s Type yes or no:", i+1, len(questions), q))
			answer = strings.ToLower(answer)
		}
		if !strings.HasPrefix(answer, "y") {
			return &refusal{exitHeld, "nothing was recorded", "Change what gives somebody away, or ask the young person, then check again."}
		}
	}
	return nil
}

// askLine asks one question; ok is false at the end of the input.
func (a *app) askLine(lines *bufio.Scanner, question string) (answer string, ok bool) {
	fmt.Fprint(a.out, question+" ")
	if !lines.Scan() {
		return "", false
	}
	return strings.TrimSpace(lines.Text()), true
}

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
		printFindings(a.err, findings)
		return nil, broke("site.yaml cannot be used", "Put right what is said above, then try again.")
	}
	return set, nil
}

// replaceFile writes a file whole or not at all.
func replaceFile(path string, data []byte) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".yousaid-*")
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
