package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"yousaid/generator/site"
)

// Manifest is the file in a published folder that lists what the build wrote.
const Manifest = ".yousaid"

const manifestHead = "yousaid 1\n"

// exchange swaps two folders in one step.
var exchange = swap

// carried are the names at the top of a folder that are not ours and stay.
var carried = []string{".git", ".gitignore", "CNAME", ".nojekyll"}

// ForeignError refuses a folder that holds something that no build wrote.
type ForeignError struct {
	Folder string
	Count  int
}

func (e *ForeignError) Error() string {
	return fmt.Sprintf("%s holds %d files that yousaid did not write", e.Folder, e.Count)
}

// Folder is a site on disk. It is staged beside the folder and exchanged with
// it in one step: killed at any instant, the folder is the old site or the new
// one. Where that can't be done it is updated in place, and InPlace says so.
type Folder struct {
	Path    string
	Replace bool // take the folder over whatever it holds
	InPlace bool // set by Publish
}

// Publish replaces the site in the folder.
func (f *Folder) Publish(files []site.File) ([]string, error) {
	f.InPlace = false
	if err := publishable(files); err != nil {
		return nil, err
	}
	target, err := filepath.Abs(f.Path)
	if err != nil {
		return nil, err
	}
	parent, name := filepath.Split(target)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return nil, err
	}
	clearStages(parent, name)
	old, err := f.inspect(target)
	if err != nil {
		return nil, err
	}
	files = append(slices.Clone(files), manifest(files))
	changed := old.changes(files)
	if old.exists && len(changed) == 0 && old.tidy(files) {
		return changed, nil
	}

	stage, err := os.MkdirTemp(parent, "."+name+".yousaid-*") // mode 0700
	if err != nil {
		if old.exists && cannotStage(err) {
			return f.inPlace(old, files, changed)
		}
		return nil, err
	}
	defer removeAll(stage)
	next := filepath.Join(stage, "site")
	if err := old.stage(next, files, changed); err != nil {
		if link := new(os.LinkError); errors.As(err, &link) && cannotExchange(err) {
			return f.inPlace(old, files, changed) // what is carried over can't be linked
		}
		return nil, err
	}
	if !old.exists {
		err = os.Rename(next, target)
	} else {
		err = exchange(next, target)
	}
	if err != nil && old.exists && cannotExchange(err) {
		return f.inPlace(old, files, changed)
	}
	if err != nil {
		return nil, fmt.Errorf("put the new site in place: %w", err)
	}
	return changed, nil
}

// publishable refuses names that would leave the folder, or that it keeps for
// something else.
func publishable(files []site.File) error {
	names := make(map[string]bool, len(files))
	for _, f := range files {
		switch top, _, _ := strings.Cut(f.Path, "/"); {
		case f.Path == ".", !fs.ValidPath(f.Path), !filepath.IsLocal(filepath.FromSlash(f.Path)), strings.ContainsAny(f.Path, "\r\n"),
			top == Manifest, slices.Contains(carried, top), strings.HasPrefix(path.Base(f.Path), temporary):
			return fmt.Errorf("the site has a file with a name that cannot be published: %q", f.Path)
		case names[f.Path]:
			return fmt.Errorf("the site has two files with the name %s", f.Path)
		}
		names[f.Path] = true
	}
	for _, f := range files {
		for dir := path.Dir(f.Path); dir != "."; dir = path.Dir(dir) {
			if names[dir] {
				return fmt.Errorf("the site has both a file and a folder with the name %s", dir)
			}
		}
	}
	return nil
}

// clearStages removes what a killed build left behind: it may hold words that
// have ended since.
func clearStages(parent, name string) {
	left, err := filepath.Glob(filepath.Join(escapeGlob(parent), "."+escapeGlob(name)+".yousaid-*"))
	if err != nil {
		return
	}
	for _, p := range left {
		removeAll(p)
	}
}

// removeAll also removes folders that somebody made read-only: they may hold
// words that have ended.
func removeAll(p string) {
	if os.RemoveAll(p) == nil {
		return
	}
	_ = filepath.WalkDir(p, func(p string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() {
			_ = os.Chmod(p, 0o700)
		}
		return nil
	})
	_ = os.RemoveAll(p)
}

func escapeGlob(s string) string {
	if filepath.Separator == '\\' {
		return s
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(s)
}

func manifest(files []site.File) site.File {
	var b strings.Builder
	b.WriteString(manifestHead)
	for _, f := range files {
		b.WriteString(f.Path)
		b.WriteByte('\n')
	}
	return site.File{Path: Manifest, Data: []byte(b.String())}
}

// state is what stands in the folder before a build.
type state struct {
	target string
	exists bool
	files  map[string]int64 // files that are ours, with their size
	dirs   []string         // folders, each before those in it
	kept   []string         // carried names that are there
	litter []string         // what a killed update in place left behind
}

func (f *Folder) inspect(target string) (*state, error) {
	s := &state{target: target, files: map[string]int64{}}
	info, err := os.Lstat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s, nil
	case err != nil:
		return nil, err
	case info.Mode()&fs.ModeSymlink != 0:
		return nil, fmt.Errorf("%s is a link to another folder", f.Path)
	case !info.IsDir():
		return nil, fmt.Errorf("%s is not a folder", f.Path)
	}
	s.exists = true
	root, err := os.OpenRoot(target)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	ours := map[string]bool{Manifest: true}
	if list, err := root.ReadFile(Manifest); err == nil && strings.HasPrefix(string(list), manifestHead) {
		for line := range strings.Lines(string(list)[len(manifestHead):]) {
			ours[strings.TrimSuffix(line, "\n")] = true
		}
	}
	foreign := 0
	err = fs.WalkDir(root.FS(), ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case slices.Contains(carried, p):
			s.kept = append(s.kept, p)
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
			if p != "." {
				s.dirs = append(s.dirs, p)
			}
		case d.Type().IsRegular() && (strings.HasPrefix(d.Name(), temporary) || dropped(d.Name())):
			s.litter = append(s.litter, p)
		case d.Type().IsRegular() && ours[p]:
			info, err := d.Info()
			if err != nil {
				return err
			}
			s.files[p] = info.Size()
		default:
			foreign++
			s.files[p] = -1
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if foreign > 0 && !f.Replace {
		return nil, &ForeignError{f.Path, foreign}
	}
	return s, nil
}

// dropped knows the files that a computer leaves in a folder when somebody only
// looks into it. They must not keep words online that were taken back.
func dropped(name string) bool {
	switch strings.ToLower(name) {
	case ".ds_store", "thumbs.db", "desktop.ini", ".directory", ".localized":
		return true
	}
	return strings.HasPrefix(name, "._")
}

// changes are the paths that differ, in order; files that go are among them.
func (s *state) changes(files []site.File) []string {
	var mu sync.Mutex
	var changed []string
	next := make(map[string]bool, len(files))
	for _, f := range files {
		next[f.Path] = true
	}
	_ = eachFile(files, func(f site.File) error {
		if !s.same(f) {
			mu.Lock()
			changed = append(changed, f.Path)
			mu.Unlock()
		}
		return nil
	})
	for p := range s.files {
		if !next[p] {
			changed = append(changed, p)
		}
	}
	slices.Sort(changed)
	return changed
}

// tidy reports whether nothing is there but the files and what they need.
func (s *state) tidy(files []site.File) bool {
	needed := map[string]bool{}
	for _, f := range files {
		for dir := path.Dir(f.Path); dir != "." && !needed[dir]; dir = path.Dir(dir) {
			needed[dir] = true
		}
	}
	return len(s.litter) == 0 && len(s.dirs) == len(needed)
}

func (s *state) same(f site.File) bool {
	size, ok := s.files[f.Path]
	if !ok || size != int64(len(f.Data)) {
		return false
	}
	data, err := os.ReadFile(filepath.Join(s.target, filepath.FromSlash(f.Path)))
	return err == nil && bytes.Equal(data, f.Data)
}

// stage writes the new site to a folder of its own. Files that are there
// already are linked, not written again.
func (s *state) stage(next string, files []site.File, changed []string) error {
	if err := os.Mkdir(next, 0o755); err != nil {
		return err
	}
	made := map[string]bool{".": true}
	for _, f := range files {
		if dir := path.Dir(f.Path); !made[dir] {
			if err := os.MkdirAll(filepath.Join(next, filepath.FromSlash(dir)), 0o755); err != nil {
				return err
			}
			made[dir] = true
		}
	}
	isNew := make(map[string]bool, len(changed))
	for _, p := range changed {
		isNew[p] = true
	}
	err := eachFile(files, func(f site.File) error {
		to := filepath.Join(next, filepath.FromSlash(f.Path))
		if !isNew[f.Path] && os.Link(filepath.Join(s.target, filepath.FromSlash(f.Path)), to) == nil {
			return nil
		}
		return os.WriteFile(to, f.Data, 0o644)
	})
	if err != nil {
		return err
	}
	for _, name := range s.kept {
		if err := linkTree(filepath.Join(s.target, name), filepath.Join(next, name)); err != nil {
			return err
		}
	}
	return nil
}

// linkTree makes to the same tree as from, without copying a byte.
func linkTree(from, to string) error {
	return filepath.WalkDir(from, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, p)
		if err != nil {
			return err
		}
		dst := filepath.Join(to, rel)
		switch {
		case d.IsDir():
			info, err := d.Info()
			if err != nil {
				return err
			}
			return os.Mkdir(dst, info.Mode().Perm())
		case d.Type()&fs.ModeSymlink != 0:
			link, err := os.Readlink(p)
			if err != nil {
				return err
			}
			return os.Symlink(link, dst)
		}
		return os.Link(p, dst)
	})
}

// eachFile calls do for every file on all processors and returns the first error.
func eachFile(files []site.File, do func(site.File) error) error {
	errs := make([]error, runtime.GOMAXPROCS(0))
	var work sync.WaitGroup
	for w := range errs {
		work.Go(func() {
			for i := w; i < len(files) && errs[w] == nil; i += len(errs) {
				errs[w] = do(files[i])
			}
		})
	}
	work.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
