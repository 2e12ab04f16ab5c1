package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"yousaid/generator/finding"
	"yousaid/generator/preview"
	"yousaid/generator/site"
	"yousaid/themes"
)

type serveOptions struct {
	addr, theme  string
	open, anyone bool
}

func (a *app) serveCommand() *cobra.Command {
	var opt serveOptions
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Shows the website while you write",
		Long: "Shows the website on this computer, and shows it anew whenever you save.\n\n" +
			"What is held or left out is in no page here either. /.yousaid/ says why.\n" +
			"Ctrl+C ends it.",
		Example: "  yousaid serve\n  yousaid serve --open\n  yousaid serve --addr 127.0.0.1:9000 --theme our-theme",
		Args:    noArgs,
		RunE:    func(*cobra.Command, []string) error { return a.serve(opt) },
	}
	cmd.Flags().StringVar(&opt.addr, "addr", "127.0.0.1:8080", "where the preview is: an address and a port")
	themeFlag(cmd, &opt.theme)
	cmd.Flags().BoolVar(&opt.open, "open", false, "open it in the browser")
	cmd.Flags().BoolVar(&opt.anyone, "anyone", false, "let other computers on this network look, too")
	return cmd
}

func (a *app) serve(opt serveOptions) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A second Ctrl+C ends it at once.
	context.AfterFunc(ctx, stop)

	_, done, err := a.input()
	if err != nil {
		return err
	}
	done()
	folders := []string{a.content}
	theme := sync.OnceValues(func() (*themes.Theme, error) { return loadTheme("") })
	if opt.theme != "" {
		folders = append(folders, opt.theme)
		theme = (&lastTheme{dir: opt.theme}).load
		if info, err := os.Stat(opt.theme); err != nil || !info.IsDir() {
			return broke("the theme folder "+opt.theme+" cannot be opened", "Look at the spelling after --theme.")
		}
	}
	l, err := listen(opt.addr, opt.anyone)
	if err != nil {
		return err
	}
	p := &preview.Preview{
		Folders: folders, Input: a.input, Theme: theme, Today: a.day, Now: time.Now,
		Told: a.teller(l.Addr(), opt), Host: hostOf(opt.addr), Anyone: opt.anyone,
	}
	err = p.Run(ctx, l)
	if errors.Is(err, preview.ErrNoWatch) {
		return broke(err.Error(), "End another program that watches files, or allow more: on Linux, sudo sysctl fs.inotify.max_user_instances=512")
	}
	return err
}

// day is the day of the next build: a preview may run past midnight.
func (a *app) day() site.Date {
	if a.todayArg != "" {
		return a.today
	}
	return site.DateOf(time.Now())
}

// listen opens the address, on this computer alone unless anyone may look.
func listen(addr string, anyone bool) (net.Listener, error) {
	at, err := net.ResolveTCPAddr("tcp", addr)
	if err != nil {
		return nil, mistyped("--addr has to be an address of this computer and a port", "Write it as 127.0.0.1:8080.")
	}
	if !at.IP.IsLoopback() && !anyone {
		return nil, mistyped("with this --addr other computers could see the preview", fmt.Sprintf("Use --addr 127.0.0.1:%d. If others should see it, add --anyone.", at.Port))
	}
	l, err := net.ListenTCP("tcp", at)
	if err == nil {
		return l, nil
	}
	if !taken(err) {
		return nil, broke("the preview cannot use "+addr, "Use --addr 127.0.0.1:8080, or another port above 1024.")
	}
	hint := "Use another port with --addr."
	if port := nextFree(*at); port != 0 {
		hint = "Use --addr " + net.JoinHostPort(hostOf(addr), strconv.Itoa(port)) + ", which is free."
	}
	return nil, broke(fmt.Sprintf("another program uses port %d, perhaps another preview", at.Port), hint)
}

func taken(err error) bool {
	const windows = syscall.Errno(10048) // WSAEADDRINUSE
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, windows)
}

func nextFree(at net.TCPAddr) int {
	for range 50 {
		if at.Port++; at.Port > 65535 {
			return 0
		}
		if l, err := net.ListenTCP("tcp", &at); err == nil {
			l.Close()
			return at.Port
		}
	}
	return 0
}

func hostOf(addr string) string {
	host, _, _ := net.SplitHostPort(addr)
	return host
}

// teller says where the preview is, and then what each build came to.
func (a *app) teller(at net.Addr, opt serveOptions) func(preview.State) {
	var once sync.Once
	var stops string
	return func(s preview.State) {
		once.Do(func() {
			address := address(at, opt)
			fmt.Fprintf(a.out, "The preview is at %s\nWhat is held, and why: %s\n", address+s.Base(), address+"/.yousaid/")
			if opt.anyone {
				fmt.Fprintln(a.out, "Anyone on this network can see it, under the address of this computer.")
			}
			fmt.Fprintln(a.out, "Ctrl+C ends it.")
			if opt.open {
				openBrowser(address + s.Base())
			}
		})
		for _, p := range s.Problems {
			a.toldProblem(p)
		}
		if s.Result != nil && !s.Old {
			stops = a.toldBuild(s, stops)
		}
	}
}

func (a *app) toldProblem(p preview.Problem) {
	a.printFindings(a.err, p.Findings)
	if len(p.Ended) > 0 {
		fmt.Fprintln(a.err, "These have ended, and may still be online:")
		for _, e := range p.Ended {
			fmt.Fprintln(a.err, "  "+e)
		}
	}
	a.exit(broke(p.Message, p.Hint))
}

// toldBuild prints one line, and what stops only when it is not what stopped
// before. It returns what stops.
func (a *app) toldBuild(s preview.State, before string) string {
	r := s.Result
	fmt.Fprintf(a.out, "%s · %d held · %s left out · %d changed · %d ms\n",
		count(len(r.Site.Reports), "report"), len(r.Held), count(len(r.LeftOut), "voice"), s.Changed, s.Took.Milliseconds())
	var stops strings.Builder
	for _, f := range r.Findings {
		if f.Level == finding.Stop {
			fmt.Fprintln(&stops, a.typeable(f.String()))
		}
	}
	if stops.String() != before {
		fmt.Fprint(a.out, stops.String())
	}
	return stops.String()
}

// address is how a browser on this computer finds the preview.
func address(at net.Addr, opt serveOptions) string {
	_, port, _ := net.SplitHostPort(at.String())
	host := hostOf(opt.addr)
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(host, port)
}

// openBrowser is a kindness: the address stands in the terminal, too.
func openBrowser(address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	cmd := exec.Command(name, args...)
	if cmd.Start() == nil {
		go func() { _ = cmd.Wait() }()
	}
}
