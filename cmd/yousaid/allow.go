package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"yousaid/generator"
	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/site"
	"yousaid/generator/source"
)

type allowOptions struct {
	term, kind, reason, by, reviewBy string
	everywhere                       bool
}

func (a *app) allowCommand() *cobra.Command {
	var opt allowOptions
	cmd := &cobra.Command{
		Use:   "allow REPORT[:LINE[:COLUMN]]",
		Short: "Lets words through that look like somebody's and are not",
		Long: "Lets words through that look like a name, a place or a way to reach somebody, and\n" +
			"give nobody away. It writes them to allow.yaml, with the reason and the role.\n\n" +
			"On a terminal it shows what was found in the report, one by one, and asks. With a\n" +
			"line it asks about that line alone. It never lets through what leads to one\n" +
			"person: a name on your private list, a number that identifies somebody.\n\n" +
			"Kinds: " + strings.Join(entry.AllowKinds, ", ") + ".",
		Example: "  yousaid allow later-bus\n  yousaid allow later-bus:14\n  yousaid allow later-bus --term \"Canal Street\" --kind place --reason \"A street of shops\" --by participation-lead",
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return mistyped("allow needs the name of one report", "Write yousaid allow and the name, as yousaid allow later-bus.")
			}
			return a.allow(args[0], opt)
		},
	}
	cmd.Flags().StringVar(&opt.term, "term", "", "the words that may stand there")
	cmd.Flags().StringVar(&opt.kind, "kind", "", "what they are")
	cmd.Flags().StringVar(&opt.reason, "reason", "", "why they give nobody away")
	cmd.Flags().StringVar(&opt.by, "by", "", "your role, as participation-lead: never the writer's")
	cmd.Flags().StringVar(&opt.reviewBy, "review-by", "", "the last day on which it counts (default: in a year)")
	cmd.Flags().BoolVar(&opt.everywhere, "everywhere", false, "allow it on the whole site")
	return cmd
}

// subject is the report or page that words are allowed in.
type subject struct {
	path, where string
	line, col   int // the finding that is meant; 0: any
	writtenBy   string
}

func (a *app) allow(name string, opt allowOptions) error {
	s, err := a.subject(name)
	if err != nil {
		return err
	}
	set, err := a.settings()
	if err != nil {
		return err
	}
	s.writtenBy = writerOf(s, a.content, set)
	found, err := a.foundIn(s)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(a.in)
	ask := onTerminal(a.in) && a.canShow()
	if opt.by == "" && ask {
		opt.by = a.askRole(lines, set.RoleIDs())
	}
	if err := a.checkAllow(&opt, set, s); err != nil {
		return err
	}
	var news []entry.NewAllowance
	switch {
	case ask && opt.kind == "" && opt.term == "":
		news = a.askAllow(lines, found, opt, s)
	case opt.term == "" && s.line == 0:
		return mistyped("allow needs to know which words it is about", "Add --term and the words, or the line, as "+name+":14.")
	case opt.kind == "":
		return mistyped("--kind is missing", "It can be: "+strings.Join(entry.AllowKinds, ", ")+".")
	case strings.TrimSpace(opt.reason) == "":
		return mistyped("without a reason nothing is allowed", `Add --reason and why these words give nobody away.`)
	default:
		if news, err = named(found, opt, s); err != nil {
			return err
		}
	}
	if len(news) == 0 {
		fmt.Fprintln(a.out, "Nothing was allowed.")
		return nil
	}
	if err := a.writeAllowances(news, set); err != nil {
		return err
	}
	return a.allowed(s, news)
}

var placeInName = regexp.MustCompile(`^(.+?):(\d+)(?::(\d+))?$`)

// subject finds the report or page that is meant.
func (a *app) subject(name string) (subject, error) {
	var s subject
	if m := placeInName.FindStringSubmatch(name); m != nil {
		name = m[1]
		s.line, _ = strconv.Atoi(m[2])
		s.col, _ = strconv.Atoi(m[3])
	}
	short := strings.TrimSuffix(filepath.ToSlash(name), ".md")
	file := map[string]string{"glossary": "glossary.yaml", "index": "index.md"}[short]
	if strings.HasPrefix(short, "pages/") {
		file = short + ".md"
	}
	if file != "" {
		s.path, s.where = filepath.Join(a.content, filepath.FromSlash(file)), short
		if _, err := os.Stat(s.path); err == nil {
			return s, nil
		}
	}
	// Of site.yaml only the statement on accessibility is prose.
	if short == entry.StatementPage || filepath.Base(name) == "site.yaml" {
		s.path, s.where = filepath.Join(a.content, "site.yaml"), entry.StatementPage
		return s, nil
	}
	path, err := a.find(name)
	if err != nil {
		return s, err
	}
	rel, err := filepath.Rel(resolved(a.content), resolved(path))
	if err != nil {
		return s, err
	}
	s.path, s.where = filepath.Join(a.content, rel), strings.TrimSuffix(filepath.ToSlash(rel), ".md")
	s.where = strings.TrimPrefix(s.where, "reports/")
	return s, nil
}

func writerOf(s subject, content string, set *entry.Settings) string {
	raw, err := os.ReadFile(s.path)
	rel, relErr := filepath.Rel(content, s.path)
	if err != nil || relErr != nil || !strings.HasPrefix(filepath.ToSlash(rel), "reports/") {
		return ""
	}
	e, _ := entry.Parse(source.Parse(filepath.ToSlash(rel), raw), s.path, set)
	if e == nil {
		return ""
	}
	return e.WrittenBy.Value
}

// foundIn is everything that is found in the report today.
func (a *app) foundIn(s subject) ([]finding.Finding, error) {
	in, done, err := a.input()
	if err != nil {
		return nil, err
	}
	defer done()
	if in.Theme, err = loadTheme(""); err != nil {
		return nil, err
	}
	result, err := new(generator.Generator).Build(in)
	if err != nil {
		return nil, a.notBuilt(in, err)
	}
	list := slices.Clone(result.Findings)
	for _, u := range result.Unpublished {
		list = append(list, u.Findings...)
	}
	for i := range list {
		list[i].Pos.File = result.Masks.Real(list[i].Pos.File)
	}
	return slices.DeleteFunc(list, func(f finding.Finding) bool {
		return filepath.FromSlash(f.Pos.File) != s.path || s.line > 0 && f.Pos.Line != s.line || s.col > 0 && f.Pos.Col != s.col
	}), nil
}

// checkAllow looks at what was said about the allowance before any words.
func (a *app) checkAllow(opt *allowOptions, set *entry.Settings, s subject) error {
	switch {
	case opt.by == "":
		return mistyped("allow needs to know who decided it", "Add --by and a role, as --by participation-lead.")
	case len(set.RoleIDs()) > 0 && !slices.Contains(set.RoleIDs(), opt.by):
		return mistyped("this role is not in site.yaml", "It can be: "+strings.Join(set.RoleIDs(), ", ")+".")
	case strings.Trim(opt.by, "abcdefghijklmnopqrstuvwxyz0123456789-") != "":
		return mistyped("a role is written in small letters with hyphens", "Write it as participation-lead. Never a person's name.")
	case opt.by == s.writtenBy:
		return mistyped("this role wrote the report, so it cannot allow words in it", "Ask a colleague with another role.")
	case opt.kind != "" && !slices.Contains(entry.AllowKinds, opt.kind):
		return mistyped("--kind has to be one of: "+strings.Join(entry.AllowKinds, ", "), "Words that are none of these are not allowed.")
	}
	if opt.reviewBy == "" {
		opt.reviewBy = a.today.AddMonths(12).String()
	}
	day, ok := site.ParseDate(opt.reviewBy)
	if !ok {
		return mistyped("--review-by has to be a date that exists", "Write it as 2027-03-14.")
	}
	if day.Before(a.today) {
		return mistyped("--review-by has passed already", "Name the last day on which the words may stand there.")
	}
	return nil
}

// named makes the allowance that the flags ask for. It refuses what can never
// be allowed, and what nobody stopped.
func named(found []finding.Finding, opt allowOptions, s subject) ([]entry.NewAllowance, error) {
	var news []entry.NewAllowance
	touched, never, kinds := false, false, []string{}
	for _, f := range found {
		words := termAt(f.Pos)
		if words == "" || opt.term != "" && !entry.SameWords(words, opt.term) {
			continue
		}
		can := generator.Allows(f.Rule)
		touched, never, kinds = true, never || len(can) == 0, append(kinds, can...)
		if !slices.Contains(can, opt.kind) || len(news) > 0 && opt.term != "" {
			continue
		}
		if opt.term != "" {
			words = opt.term
		}
		news = append(news, opt.of(words, s))
	}
	slices.Sort(kinds)
	kinds = slices.Compact(kinds)
	switch {
	case never: // a name of the private list may look like a place as well
		return nil, stopped("this can never be allowed", "It leads to one person, or breaks a rule that has no exceptions. Take it out of the report.")
	case len(news) > 0 && opt.everywhere && !slices.Contains(entry.WideKinds, opt.kind) && generator.GivenName(news[0].Term):
		return nil, mistyped("a given name is allowed on the whole site only as "+strings.Join(entry.WideKinds, ", "), "Leave --everywhere out, and allow it in each report.")
	case len(news) > 0:
		return news, nil
	case !touched:
		return nil, mistyped("nothing is found in this report for these words there", "yousaid check "+s.path+" says what is found, and where.")
	}
	return nil, mistyped("as "+opt.kind+" these words cannot be let through", "They can be allowed as: "+strings.Join(kinds, ", ")+".")
}

func (opt allowOptions) of(words string, s subject) entry.NewAllowance {
	n := entry.NewAllowance{Term: words, Kind: opt.kind, Reason: opt.reason, Where: []string{s.where}, By: opt.by}
	if opt.everywhere {
		n.Where = []string{entry.Everywhere}
	}
	n.ReviewBy, _ = site.ParseDate(opt.reviewBy)
	return n
}

// termAt are the words of a finding as they are said: without marks of Markdown.
func termAt(p finding.Pos) string {
	_, words, _, _ := excerpt(p)
	return strings.Join(strings.Fields(strings.NewReplacer("*", "", "`", "", "~", "", `\`, "").Replace(words)), " ")
}

// askAllow shows what was found, one by one, and asks about it.
func (a *app) askAllow(lines *bufio.Scanner, found []finding.Finding, opt allowOptions, s subject) []entry.NewAllowance {
	var news []entry.NewAllowance
	asked := map[string]bool{}
	for _, f := range found {
		can, words := generator.Allows(f.Rule), termAt(f.Pos)
		if len(can) == 0 || words == "" || asked[strings.ToLower(words)] {
			continue
		}
		asked[strings.ToLower(words)] = true
		fmt.Fprintf(a.out, "\n%s\n", a.typeable(f.String()))
		for _, line := range shown(f.Pos) {
			fmt.Fprintln(a.out, "    > "+line)
		}
		one := opt
		for one.kind == "" {
			kind, there := a.askLine(lines, "If it gives nobody away: what is it? "+choice(can)+" Press Enter to leave it as it is.")
			if !there {
				return news
			}
			if kind == "" {
				break
			}
			if word, ok := chosen(kind, can); ok {
				one.kind = word
				continue
			}
			fmt.Fprintln(a.out, oneOfThese)
		}
		if one.kind == "" {
			continue
		}
		if one.reason, _ = a.askLine(lines, "Why does it give nobody away?"); one.reason == "" {
			fmt.Fprintln(a.out, "Without a reason nothing is allowed.")
			continue
		}
		news = append(news, one.of(words, s))
	}
	if len(asked) == 0 {
		fmt.Fprintln(a.out, "There is nothing in this report that could be allowed.")
	}
	return news
}

// writeAllowances adds them to allow.yaml, all or none.
func (a *app) writeAllowances(news []entry.NewAllowance, set *entry.Settings) error {
	path := filepath.Join(a.content, "allow.yaml")
	raw, err := os.ReadFile(path)
	fresh := errors.Is(err, fs.ErrNotExist)
	if err != nil && !fresh {
		return broke("allow.yaml cannot be opened", "Look whether you may read it.")
	}
	edited := raw
	for _, n := range news {
		n.On = a.today
		var ok bool
		if edited, ok = entry.WithAllowance(edited, n, set); !ok {
			return broke("this could not be added to allow.yaml, and nothing was changed", "Write each allowance of that file on lines of its own, beginning with - term: and add this one by hand.")
		}
	}
	if fresh {
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err == nil {
			_, err = f.Write(edited)
			err = errors.Join(err, f.Close())
		}
		if err != nil {
			return broke("allow.yaml could not be written", "Look whether you may write in "+a.content+".")
		}
		return nil
	}
	if err := replaceFile(path, edited); err != nil {
		return broke("allow.yaml could not be written", "Nothing was changed.")
	}
	return nil
}

// allowed looks whether what was allowed is let through now.
func (a *app) allowed(s subject, news []entry.NewAllowance) error {
	where := s.where
	if slices.Contains(news[0].Where, entry.Everywhere) {
		where = "the whole site"
	}
	fmt.Fprintf(a.out, "Recorded in %s: %s for %s, until %s.\n", filepath.Join(a.content, "allow.yaml"), count(len(news), "allowance"), where, news[0].ReviewBy.Words())
	found, err := a.foundIn(s)
	if err != nil {
		return err
	}
	for _, f := range found {
		words := termAt(f.Pos)
		if len(generator.Allows(f.Rule)) > 0 && words != "" && slices.ContainsFunc(news, func(n entry.NewAllowance) bool { return entry.SameWords(words, n.Term) }) {
			a.printFindings(a.err, []finding.Finding{f})
			return stopped("the words are still stopped there", "They may stand among other words that belong to them. Run yousaid allow "+s.where+" again, or look at the line.")
		}
	}
	return nil
}
