package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"yousaid/generator"
	"yousaid/generator/entry"
	"yousaid/generator/site"
)

// draft is what new knows about a report before it is written.
type draft struct {
	title, topic, status, group, area, date, by string
	words                                       bool // somebody's own words go into it
}

func (a *app) newCommand() *cobra.Command {
	var d draft
	cmd := &cobra.Command{
		Use:     "new [TITLE]",
		Short:   "Asks a few questions and writes a new report",
		Example: "  yousaid new\n  yousaid new \"A later bus\" --topic roads --status doing",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return mistyped("the title has to be one piece", `Put quote marks around it, as yousaid new "A later bus".`)
			}
			if len(args) == 1 {
				d.title = args[0]
			}
			return a.new(d)
		},
	}
	cmd.Flags().StringVar(&d.topic, "topic", "", "what it is about: a topic id from site.yaml")
	cmd.Flags().StringVar(&d.status, "status", "", "how far it has come")
	cmd.Flags().StringVar(&d.group, "group", "", "a group id from site.yaml")
	cmd.Flags().StringVar(&d.area, "area", "", "an area id from site.yaml")
	cmd.Flags().StringVar(&d.date, "date", "", "the day of the report (default: today)")
	cmd.Flags().StringVar(&d.by, "by", "", "your role")
	cmd.Flags().BoolVar(&d.words, "words", false, "make room for somebody's own words and their consent")
	return cmd
}

func (a *app) new(d draft) error {
	set, err := a.settings()
	if err != nil {
		return err
	}
	if onTerminal(a.in) && onTerminal(a.out) {
		a.askFor(&d, set)
	}
	if err := d.check(set); err != nil {
		return err
	}
	named, err := a.looksNamed(d.title)
	if err != nil {
		return err
	}
	if d.date == "" {
		d.date = a.today.String()
	}
	name := slugOf(d.title)
	if name == "" {
		return mistyped("this title has no letters that can be in an address", "Give it a title with letters from a to z or digits.")
	}
	if named {
		name = "report-" + d.date
	}
	dir := filepath.Join(a.content, "reports")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return broke("the folder "+dir+" cannot be made", "")
	}
	path, err := writeFresh(dir, name, d.text(set, a.today))
	if err != nil {
		return broke("the report could not be written", "Look whether there is room on the disk.")
	}
	if named {
		fmt.Fprintln(a.err, "Look at the title: "+titleNamed+"\nSo the file is called by its day. Change the title in it, and give the file a name of its own.")
	}
	review := strings.TrimSuffix(filepath.Base(path), ".md")
	if a.content != "content" {
		review = shellWord(path)
	}
	fmt.Fprint(a.out, a.typeable(fmt.Sprintf("Wrote %s\n\nNext:\n  1. Open it and fill it in.\n  2. Type: yousaid check %s\n  3. Ask a colleague to type: yousaid review %s\n", path, shellWord(path), review)))
	return nil
}

const titleNamed = "it may hold a person's name, and readers would see it in the address of the page."

// looksNamed reports whether somebody's name may stand in a title.
func (a *app) looksNamed(title string) (bool, error) {
	in, done, err := a.input()
	if err != nil {
		return false, err
	}
	defer done()
	return generator.MayName(in, title), nil
}

func (a *app) askFor(d *draft, set *entry.Settings) {
	lines := bufio.NewScanner(a.in)
	for _, q := range []struct {
		answer   *string
		question string
		list     []string
		needed   bool
	}{
		{&d.title, "What is the report called?", nil, true},
		{&d.topic, "What is it about?", ids(set.Topics), true},
		{&d.status, "How far has it come?", statuses(), true},
		{&d.group, "Which group said it? Press Enter for none.", ids(set.Groups), false},
		{&d.area, "Which place is it about? Press Enter for none.", ids(set.Areas), false},
		{&d.by, "What is your role? Press Enter to leave it open.", set.RoleIDs(), false},
	} {
		asked := *q.answer == ""
		for *q.answer == "" && !(q.list != nil && len(q.list) == 0) {
			if q.answer == &d.status {
				for _, s := range site.Statuses {
					fmt.Fprintf(a.out, "  %-10s %s\n", s, s.Words())
				}
			}
			got, ok := a.askLine(lines, strings.TrimSpace(q.question+" "+choice(q.list)))
			if !ok {
				return // nobody is there any more
			}
			if got == "" && !q.needed {
				break
			}
			if len(q.list) > 0 {
				word, ok := chosen(got, q.list)
				if !ok {
					fmt.Fprintln(a.out, oneOfThese)
					continue
				}
				got = word
			}
			*q.answer = got
		}
		if named, _ := a.looksNamed(d.title); asked && q.answer == &d.title && named {
			again, _ := a.askLine(lines, "Look at it again: "+titleNamed+"\nType another title, or press Enter to keep it.")
			d.title = cmp.Or(again, d.title)
		}
	}
	if !d.words {
		answer, _ := a.askLine(lines, "Do you have somebody's own words for it? (yes, no)")
		d.words = isYes(answer)
	}
}

func ids(list []entry.Label) []string {
	out := []string{}
	for _, l := range list {
		out = append(out, l.ID.Value)
	}
	return out
}

func statuses() []string {
	out := []string{}
	for _, s := range site.Statuses {
		out = append(out, string(s))
	}
	return out
}

// check refuses what the report could not be published with.
func (d *draft) check(set *entry.Settings) error {
	if strings.TrimSpace(d.title) == "" {
		return mistyped("a report needs a title", `Write yousaid new "A later bus" --topic ID --status ID.`)
	}
	for _, f := range []struct {
		flag, value string
		list        []string
		needed      bool
	}{
		{"topic", d.topic, ids(set.Topics), true},
		{"status", d.status, statuses(), true},
		{"group", d.group, ids(set.Groups), false},
		{"area", d.area, ids(set.Areas), false},
		{"by", d.by, set.RoleIDs(), false},
	} {
		if f.value == "" && !f.needed || f.flag == "by" && len(f.list) == 0 && slugOf(f.value) == f.value {
			continue
		}
		if f.value == "" {
			return mistyped("--"+f.flag+" is missing", "It can be: "+strings.Join(f.list, ", ")+".")
		}
		if !slices.Contains(f.list, f.value) {
			return mistyped("--"+f.flag+" has to be one of: "+strings.Join(f.list, ", "), "Look at the spelling, or add it to site.yaml first.")
		}
	}
	if _, ok := site.ParseDate(d.date); d.date != "" && !ok {
		return mistyped("--date has to be a date that exists", "Write it as 2026-03-14.")
	}
	return nil
}

// slugOf makes an address of a title.
func slugOf(title string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(title)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.IsMark(r) || r == '\'' || r == '’':
		default:
			b.WriteByte('-')
		}
	}
	slug := strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool { return r == '-' }), "-")
	if len(slug) > 60 {
		slug = slug[:60]
		if i := strings.LastIndexByte(slug, '-'); i > 20 {
			slug = slug[:i]
		}
	}
	return strings.Trim(slug, "-")
}

// writeFresh never writes over a file: a second report of one name gets a number.
func writeFresh(dir, name, text string) (string, error) {
	for n := 1; n < 1000; n++ {
		path := filepath.Join(dir, name+".md")
		if n > 1 {
			path = filepath.Join(dir, fmt.Sprintf("%s-%d.md", name, n))
		}
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.WriteString(text)
		return path, errors.Join(err, f.Close())
	}
	return "", errors.New("too many reports of this name")
}
