// Command yousaid turns a folder of Markdown reports into a public "You said,
// we did" website.
//
// This package is flags in and exit code out. What it prints:
//
//   - what a person asked for goes to standard output, everything else to
//     standard error;
//   - a refusal is one "error:" line and, where there is something to do, one
//     "hint:" line; what a person decided is no error and has neither word;
//   - a command in it stands as this person has to type it (called.go);
//   - no word of a report is ever printed, but by check --show on a terminal.
//
// Exit codes: 0 well, 1 broke, 2 mistyped, 3 something is held.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"yousaid/generator"
	"yousaid/generator/finding"
	"yousaid/generator/site"
)

const (
	exitWell     = 0
	exitBroke    = 1
	exitMistyped = 2
	exitHeld     = 3
)

// Version is set when a release is built.
var Version = "dev"

func main() {
	// A build makes much and keeps little: collecting less often takes some
	// memory and saves a sixth of the processor time.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
	a := &app{called: called(os.Args[0]), in: os.Stdin, out: os.Stdout, err: os.Stderr}
	os.Exit(a.run(os.Args[1:]))
}

// refusal is an error that tells the reader what to do.
type refusal struct {
	code          int
	message, hint string
	decided       bool // by the person who was asked: nothing went wrong
}

func (r *refusal) Error() string { return r.message }

// held is the error of a command that did its work and found something that stops.
var held = &refusal{code: exitHeld}

func mistyped(message, hint string) error {
	return &refusal{code: exitMistyped, message: message, hint: hint}
}
func broke(message, hint string) error {
	return &refusal{code: exitBroke, message: message, hint: hint}
}
func stopped(message, hint string) error {
	return &refusal{code: exitHeld, message: message, hint: hint}
}

// decided is what a person's own answer comes to.
func decided(message, next string) error {
	return &refusal{code: exitHeld, message: message, hint: next, decided: true}
}

// app is what every command shares: the streams, and the flags of all.
type app struct {
	called   string // what a person types for this program
	in       io.Reader
	out, err io.Writer
	content  string
	todayArg string
	today    site.Date
}

func (a *app) run(args []string) (code int) {
	defer func() {
		// What broke is not printed: it may quote a report.
		if recover() != nil {
			fmt.Fprintln(a.err, "error: the program broke")
			fmt.Fprintln(a.err, "hint: please tell the people who make yousaid what you were doing")
			code = exitBroke
		}
	}()
	root := a.root()
	root.SetArgs(args)
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	return a.exit(root.Execute())
}

// exit prints an error as a refusal and tells its exit code.
func (a *app) exit(err error) int {
	if err == nil {
		return exitWell
	}
	var r *refusal
	if !errors.As(err, &r) {
		r = &refusal{code: exitBroke, message: err.Error()}
	}
	if r.decided {
		fmt.Fprintln(a.err, "\n"+a.typeable(r.message+"\n"+r.hint))
		return r.code
	}
	if r.message != "" {
		fmt.Fprintln(a.err, "error: "+a.typeable(r.message))
	}
	if r.hint != "" {
		fmt.Fprintln(a.err, "hint: "+a.typeable(r.hint))
	}
	return r.code
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "yousaid",
		Short: "Turns what young people said, and what was done, into a website",
		Long: "yousaid turns a folder of reports into a public “You said, we did” website.\n" +
			"It checks that every voice has permission to be heard and that nobody is easy\n" +
			"to recognise, and holds back what fails.",
		Example:       "  yousaid init my-site     a new site\n  yousaid new              a new report\n  yousaid check            what is held, and why\n  yousaid serve            see it while you write\n  yousaid build            make the website\n  yousaid withdraw         take somebody's words down",
		SilenceErrors: true,
		SilenceUsage:  true,

		SuggestionsMinimumDistance: 2,

		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				hint := "yousaid --help lists the commands."
				if meant := cmd.SuggestionsFor(args[0]); len(meant) > 0 {
					hint = "Did you mean yousaid " + meant[0] + "? " + hint
				}
				return mistyped("there is no command with this name", hint)
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.PersistentFlags().StringVar(&a.content, "content", "content", "the folder with site.yaml and the reports")
	root.PersistentFlags().StringVar(&a.todayArg, "today", "", "the day to check consents for, as 2026-03-14 (default: today)")
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return a.setToday() }
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return mistyped(err.Error(), cmd.CommandPath()+" --help lists what can stand here.")
	})
	root.AddCommand(a.initCommand(), a.serveCommand(), a.buildCommand(), a.checkCommand(), a.newCommand(), a.reviewCommand(), a.allowCommand(),
		a.withdrawCommand(), a.findCommand(), a.explainCommand(), a.versionCommand())
	a.typeableHelp(root)
	return root
}

func (a *app) setToday() error {
	if a.todayArg == "" {
		a.today = site.DateOf(time.Now())
		return nil
	}
	day, ok := site.ParseDate(a.todayArg)
	if !ok {
		return mistyped("--today has to be a date that exists", "Write it as 2026-03-14.")
	}
	a.today = day
	return nil
}

// noArgs refuses words after the command.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return mistyped("there is a word too many after "+cmd.CommandPath(), cmd.CommandPath()+" --help lists what can stand here.")
	}
	return nil
}

// input opens the content folder. Nothing outside of it can be read through it.
func (a *app) input() (generator.Input, func(), error) {
	root, err := os.OpenRoot(a.content)
	if err != nil {
		return generator.Input{}, nil, broke("there is no folder "+a.content+" here that can be opened",
			"Go to the folder of your site, name the folder with --content, or run yousaid init to begin a new site.")
	}
	return generator.Input{Content: root.FS(), Folder: a.content, Today: a.today, Outside: a.outside()}, func() { root.Close() }, nil
}

// settingsRefused tells why nothing could be built, and what may still be online.
func (a *app) settingsRefused(err *generator.SettingsError) error {
	a.printFindings(a.err, err.Findings)
	printEnded(a.err, err)
	return broke("nothing was built, because site.yaml cannot be used", "Put right what is said above, then try again.")
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Prints the version", Example: "  yousaid version", Args: noArgs,
		Run: func(*cobra.Command, []string) { fmt.Fprintln(a.out, "yousaid "+Version) },
	}
}

// onTerminal reports whether a person can be asked or shown something.
func onTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// progress prints a line on a terminal when something takes longer than a second.
func (a *app) progress(line string) (stop func()) {
	if !onTerminal(a.err) {
		return func() {}
	}
	t := time.AfterFunc(time.Second, func() { fmt.Fprintln(a.err, line) })
	return func() { t.Stop() }
}

func (a *app) printFindings(w io.Writer, list []finding.Finding) {
	for _, f := range list {
		fmt.Fprintln(w, a.typeable(f.String()))
	}
}
