package trace

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

var (
	// ErrNoGit means that there is no git program on this computer.
	ErrNoGit = errors.New("there is no git on this computer")
	// ErrNoRepository means that a folder is in no repository.
	ErrNoRepository = errors.New("this folder is in no git repository")
	// ErrClosed means that git is there and would not open the repository.
	ErrClosed = errors.New("git would not open this repository")
)

// Git is a repository, read by the git program. Nothing in it is changed, and
// nothing that git says is handed on: it may quote a file.
type Git struct {
	Top    string // its work tree
	Common string // where it keeps everything
	ctx    context.Context
}

// OpenGit finds the repository that a folder is in.
func OpenGit(ctx context.Context, dir string) (*Git, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, ErrNoGit
	}
	g := &Git{Top: dir, ctx: ctx}
	top, err := g.run("rev-parse", "--show-toplevel")
	if err != nil {
		for at, _ := filepath.Abs(dir); ; at = filepath.Dir(at) {
			if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
				return nil, ErrClosed
			}
			if filepath.Dir(at) == at {
				return nil, ErrNoRepository
			}
		}
	}
	g.Top = strings.TrimSpace(top)
	common, err := g.run("rev-parse", "--git-common-dir")
	if err != nil {
		return nil, ErrClosed
	}
	g.Common = strings.TrimSpace(common)
	if !filepath.IsAbs(g.Common) {
		g.Common = filepath.Join(g.Top, g.Common)
	}
	return g, nil
}

// command never asks, never fetches, runs nothing that the repository's own
// settings name, and takes objects as they are.
func (g *Git) command(args ...string) *exec.Cmd {
	cmd := exec.CommandContext(g.ctx, "git", append([]string{"--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false", "-c", "log.showRoot=true",
		"-c", "core.quotePath=false", "-c", "log.showSignature=false", "-C", g.Top}, args...)...)
	for _, e := range os.Environ() {
		if name, _, _ := strings.Cut(e, "="); !slices.Contains([]string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_TRACE"}, name) {
			cmd.Env = append(cmd.Env, e)
		}
	}
	cmd.Env = append(cmd.Env, "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0")
	return cmd
}

func (g *Git) run(args ...string) (string, error) {
	out, err := g.command(args...).Output()
	return string(out), err
}

// each calls see with every piece of what a command prints that ends in end.
func (g *Git) each(end byte, see func(piece string), args ...string) error {
	cmd := g.command(args...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	r := bufio.NewReader(out)
	for {
		piece, err := r.ReadString(end)
		if piece = strings.TrimSuffix(piece, string(end)); piece != "" {
			see(piece)
		}
		if err != nil {
			break
		}
	}
	return cmd.Wait()
}

// Versions calls see with every version of a file that git knows by its name,
// in the history, in a stash or set aside for the next commit.
func (g *Git) Versions(file string, see func(raw []byte)) error {
	file, err := g.inside(file)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	note := func(oid string) {
		if strings.Trim(oid, "0") != "" {
			seen[oid] = true
		}
	}
	err = g.each('\n', func(line string) {
		if f := strings.Fields(line); len(f) > 4 && strings.HasPrefix(f[0], ":") {
			note(f[2])
			note(f[3])
		}
	}, "log", "--all", "--reflog", "-m", "--format=", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv", "--", ":(top,literal)"+file)
	if err != nil {
		return err
	}
	_ = g.each('\x00', func(line string) {
		if f := strings.Fields(line); len(f) > 2 {
			note(f[1])
		}
	}, "ls-files", "-s", "-z", "--", ":(top,literal)"+file)
	return g.objects(func(feed func(oid string)) {
		for oid := range seen {
			feed(oid)
		}
	}, func(_, kind string, data []byte) {
		if kind == "blob" && len(data) <= Largest {
			see(data)
		}
	})
}

// inside is a file as git names it.
func (g *Git) inside(file string) (string, error) {
	abs, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	// The folder may be reached through a link.
	if real, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		abs = filepath.Join(real, filepath.Base(abs))
	}
	top := g.Top
	if real, err := filepath.EvalSymlinks(top); err == nil {
		top = real
	}
	rel, err := filepath.Rel(top, abs)
	if err != nil || !filepath.IsLocal(rel) {
		return "", ErrNoRepository
	}
	return filepath.ToSlash(rel), nil
}

// objects reads the objects that list names, one after the other.
func (g *Git) objects(list func(feed func(oid string)), see func(oid, kind string, data []byte)) error {
	cmd := g.command("cat-file", "--batch", "--buffer")
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		w := bufio.NewWriter(in)
		list(func(oid string) { _, _ = w.WriteString(oid + "\n") })
		_ = w.Flush()
		_ = in.Close()
	}()
	broken := readBatch(bufio.NewReaderSize(out, 1<<16), see)
	if broken != nil {
		_, _ = io.Copy(io.Discard, out)
	}
	<-done
	return errors.Join(broken, cmd.Wait())
}

func readBatch(r *bufio.Reader, see func(oid, kind string, data []byte)) error {
	var data bytes.Buffer
	for {
		head, err := r.ReadString('\n')
		if err == io.EOF {
			return nil
		}
		f := strings.Fields(head)
		if err != nil {
			return err
		}
		if len(f) != 3 {
			continue // an object that is missing
		}
		size := 0
		for _, c := range f[2] {
			size = size*10 + int(c-'0')
		}
		data.Reset()
		if _, err := io.CopyN(&data, r, int64(size)); err != nil {
			return err
		}
		if _, err := r.Discard(1); err != nil {
			return err
		}
		see(f[0], f[1], data.Bytes())
	}
}
