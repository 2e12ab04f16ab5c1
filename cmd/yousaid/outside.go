package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"yousaid/generator/entry"
)

// The private list of names and the consent register are kept outside of the
// site's folder. What names them is an environment variable, or a file that
// git ignores.
const (
	namesSetting    = "YOUSAID_NAMES"      // a path
	namesText       = "YOUSAID_NAMES_LIST" // the list itself, for CI
	consentsSetting = "YOUSAID_CONSENTS"   // a path
	consentsText    = "YOUSAID_CONSENTS_LIST"
	localFile       = ".yousaid-local.yaml"
)

// mostKept is more than a list of a whole county takes.
const mostKept = 20 << 20

// outside reads what is kept outside. Nothing of it is ever printed, its path
// included: a path may hold a name.
func (a *app) outside() entry.Outside {
	local, told := a.local()
	o := entry.Outside{
		Names:    a.kept(namesSetting, local.Names, told),
		Consents: a.kept(consentsSetting, local.Consents, told),
	}
	if list := os.Getenv(namesText); strings.TrimSpace(list) != "" {
		o.Names = o.Names.With(namesText, list)
	}
	if table := os.Getenv(consentsText); strings.TrimSpace(table) != "" {
		if o.Consents.Setting != "" {
			// Of two registers nobody knows which one has the withdrawal.
			return entry.Outside{Names: o.Names, Consents: entry.Kept{Setting: o.Consents.Setting + ", " + consentsText, Problem: entry.KeptTwice}}
		}
		o.Consents = entry.Kept{Setting: consentsText, Text: entry.Secret(table)}
	}
	return o
}

// local reads the settings of this computer, which lie beside the content.
func (a *app) local() (l entry.Local, problem entry.KeptProblem) {
	path := filepath.Join(filepath.Dir(resolved(a.content)), localFile)
	if _, err := os.Lstat(path); os.IsNotExist(err) {
		return entry.Local{}, entry.KeptWell
	}
	raw, read := readKept(path)
	l, ok := entry.ParseLocal([]byte(raw))
	switch {
	case !read || !ok:
		return entry.Local{}, entry.KeptUnsaid
	case repository(filepath.Dir(path)) != "" && exec.Command("git", "-C", filepath.Dir(path), "check-ignore", "--quiet", localFile).Run() != nil:
		return l, entry.KeptTold
	}
	return l, entry.KeptWell
}

// kept reads one file. told is what is wrong with the file that may name it.
func (a *app) kept(setting string, local string, told entry.KeptProblem) entry.Kept {
	path, k := os.Getenv(setting), entry.Kept{Setting: setting}
	switch {
	case path != "":
	case told == entry.KeptUnsaid:
		return entry.Kept{Setting: localFile, Problem: told}
	case local == "":
		return entry.Kept{}
	default:
		k.Setting = localFile
		if path = local; !filepath.IsAbs(path) {
			path = filepath.Join(filepath.Dir(resolved(a.content)), path)
		}
		k.Problem = told
	}
	if a.inside(path) {
		k.Problem = entry.KeptInside
	}
	text, ok := readKept(path)
	if !ok {
		k.Problem = entry.KeptNowhere
	}
	k.Text = entry.Secret(text)
	return k
}

// readKept reads an ordinary file: a pipe could be read only once.
func readKept(path string) (string, bool) {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || info.Size() > mostKept {
		return "", false
	}
	f, err := os.Open(path)
	if err != nil {
		return "", false
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, mostKept+1))
	return string(raw), err == nil && len(raw) <= mostKept
}

// inside reports whether a file lies in the site's folder, or in any git
// repository, as it is named or where that leads.
func (a *app) inside(path string) bool {
	content := resolved(a.content)
	top := repository(content)
	if top == "" {
		if top = filepath.Dir(content); top == resolved(home()) || filepath.Dir(top) == top {
			top = content
		}
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return true
	}
	for _, p := range []string{abs, resolved(path)} {
		if within(content, p) || within(top, p) || repository(filepath.Dir(p)) != "" {
			return true
		}
	}
	return false
}

func home() string {
	dir, _ := os.UserHomeDir()
	return dir
}

// repository is the top of the git repository that a folder lies in, or "".
func repository(dir string) string {
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		if filepath.Dir(dir) == dir {
			return ""
		}
	}
}
