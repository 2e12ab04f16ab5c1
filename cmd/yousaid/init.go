package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"yousaid/generator/site"
)

// starter is a new site as it is written. A name that begins with a dot begins
// with "dot." here, so that none of it counts for this program's own folder.
//
//go:embed all:starter
var starter embed.FS

// starterDay stands in starter for the day on which a site is begun.
const starterDay = "2000-01-01"

func (a *app) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: "Begins a new site, ready to commit and publish",
		Long: "Begins a new site in a new folder: the settings, the first pages, one small\n" +
			"report, and recipes that publish it on GitHub Pages or GitLab Pages.",
		Example: "  yousaid init our-site",
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return mistyped("init needs the name of one new folder", "Write it after init, as yousaid init our-site.")
			}
			return a.init(args[0])
		},
	}
}

func (a *app) init(dir string) error {
	if err := writeStarter(dir, a.today); err != nil {
		return err
	}
	look := "type " + a.called + " serve --content " + shellWord(filepath.Join(dir, "content"))
	if there, ok := a.calledFrom(dir); ok {
		look = "type cd " + shellWord(dir) + " and then " + there + " serve"
	}
	fmt.Fprintf(a.out, "A new site is in %s.\n\nNext:\n"+
		"  1. Open %s and put your own names in it.\n"+
		"  2. Look at it: %s\n"+
		"  3. Read %s. It says how to write a report and how to publish.\n",
		dir, filepath.Join(dir, "content", "site.yaml"), look, filepath.Join(dir, "README.md"))
	return nil
}

// writeStarter writes the files beside dir first, so that a full disk leaves
// nothing behind, and then moves them to their place.
func writeStarter(dir string, today site.Date) error {
	target, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	const full = "Choose a folder that is not there yet, or an empty one."
	entries, err := os.ReadDir(target)
	exists := err == nil
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return broke(dir+" is there already, and is not a folder that can be opened", full)
	}
	for _, e := range entries {
		if e.Name() != ".git" { // a new repository, still empty
			return broke("there is something in "+dir+" already, and nothing was changed", full)
		}
	}
	parent, name := filepath.Split(target)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return notBegun(dir)
	}
	stage, err := os.MkdirTemp(parent, "."+name+".yousaid-*")
	if err != nil {
		return notBegun(dir)
	}
	defer os.RemoveAll(stage)
	next := filepath.Join(stage, "site")
	if err := copyStarter(next, today); err != nil {
		return notBegun(dir)
	}
	if !exists {
		if os.Rename(next, target) != nil {
			return notBegun(dir)
		}
		return nil
	}
	return moveInto(next, target, dir)
}

func notBegun(dir string) error {
	return broke("the new site could not be written to "+dir, "Look whether there is room on the disk and whether you may write there. Nothing was left behind.")
}

func copyStarter(to string, today site.Date) error {
	return fs.WalkDir(starter, "starter", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		path := filepath.Join(to, filepath.FromSlash(starterName(p)))
		if d.IsDir() {
			return os.MkdirAll(path, 0o755)
		}
		data, err := starter.ReadFile(p)
		if err != nil {
			return err
		}
		return os.WriteFile(path, bytes.ReplaceAll(data, []byte(starterDay), []byte(today.String())), 0o644)
	})
}

// starterName is where a file of starter belongs in a new site.
func starterName(p string) string {
	p = strings.TrimPrefix(strings.TrimPrefix(p, "starter"), "/")
	return strings.TrimPrefix(strings.ReplaceAll("/"+p, "/dot.", "/."), "/")
}

// moveInto fills a folder that is there already, and takes everything out again
// when it can't.
func moveInto(from, to, dir string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return notBegun(dir)
	}
	for i, e := range entries {
		if os.Rename(filepath.Join(from, e.Name()), filepath.Join(to, e.Name())) == nil {
			continue
		}
		for _, done := range entries[:i] {
			os.RemoveAll(filepath.Join(to, done.Name()))
		}
		return notBegun(dir)
	}
	return nil
}

// shellWord puts quote marks around a path that a shell would split.
func shellWord(s string) string {
	if strings.ContainsAny(s, " '\"$&()") {
		return `"` + s + `"`
	}
	return s
}
