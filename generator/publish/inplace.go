package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"

	"yousaid/generator/site"
)

// temporary begins the names of files that are not yet in their place.
const temporary = ".yousaid-new-"

// ErrHalfway means that an update in place broke off between its first change
// and its last: what ended is gone, and some of the new may be missing.
var ErrHalfway = errors.New("the new site is only half in place")

// inPlace updates the folder file by file, each of them whole. Everything new
// is written first, under names that nothing links to, so that a full disk
// changes nothing. Then whatever may hold words that have ended goes or is
// replaced, and only then does anything new come in.
func (f *Folder) inPlace(old *state, files []site.File, changed []string) ([]string, error) {
	f.InPlace = true
	root, err := os.OpenRoot(old.target)
	if err != nil {
		return nil, err
	}
	defer root.Close()

	for _, p := range old.litter {
		_ = root.Remove(p)
	}
	u := &update{root: root, old: old, next: make(map[string]site.File, len(files)), staged: map[string]string{}}
	for _, file := range files {
		u.next[file.Path] = file
	}
	u.sort(changed)
	if err := u.prepare(); err != nil {
		u.undo()
		return nil, fmt.Errorf("write the new site: %w", err)
	}
	if err := u.carryOut(); err != nil {
		u.undo()
		return nil, fmt.Errorf("%w: %w", ErrHalfway, err)
	}
	return changed, nil
}

// update is one update in place on its way.
type update struct {
	root                  *os.Root
	old                   *state
	next                  map[string]site.File
	gone, replaced, added []string
	staged                map[string]string // new files → the names they have until they are in place
	number                int               // of the last of them
	made                  []string          // folders that were not there before
}

func (u *update) sort(changed []string) {
	for _, p := range changed {
		_, isNew := u.next[p]
		_, wasThere := u.old.files[p]
		switch {
		case !isNew:
			u.gone = append(u.gone, p)
		case p == Manifest: // comes last
		case wasThere:
			u.replaced = append(u.replaced, p)
		default:
			u.added = append(u.added, p)
		}
	}
}

// prepare writes everything that needs room on the disk.
func (u *update) prepare() error {
	for _, p := range slices.Concat(u.replaced, u.added, []string{Manifest}) {
		dir := path.Dir(p)
		if u.blocked(dir) {
			dir = "."
		}
		if err := u.mkdirs(dir); err != nil {
			return err
		}
		if _, err := u.root.Lstat(p); err != nil && dir == path.Dir(p) && !errors.Is(err, fs.ErrNotExist) {
			return err // a name that this disk can't hold
		}
		if err := u.write(dir, p, u.next[p].Data); err != nil {
			return err
		}
	}
	// Until the end the list names the old files and the new ones, so that a
	// killed update leaves nothing that the next build does not know.
	var both []site.File
	for p := range u.next {
		both = append(both, site.File{Path: p})
	}
	for p := range u.old.files {
		if _, ok := u.next[p]; !ok {
			both = append(both, site.File{Path: p})
		}
	}
	const list = "list of both" // as a key only
	if err := u.write(".", list, manifest(both).Data); err != nil {
		return err
	}
	if err := u.root.Rename(u.staged[list], Manifest); err != nil {
		return err
	}
	delete(u.staged, list)
	return nil
}

// write writes a file under a name that nothing has yet: a link that stands
// there would be followed.
func (u *update) write(dir, p string, data []byte) error {
	for ; ; u.number++ {
		tmp := path.Join(dir, temporary+strconv.Itoa(u.number))
		f, err := u.root.OpenFile(tmp, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return err
		}
		u.staged[p] = tmp
		_, err = f.Write(data)
		return errors.Join(err, f.Close())
	}
}

// carryOut needs no room any more.
func (u *update) carryOut() error {
	for _, p := range u.gone {
		if err := u.root.Remove(p); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	u.removeFolders()
	for _, p := range slices.Concat(u.replaced, u.added, []string{Manifest}) {
		if err := u.mkdirs(path.Dir(p)); err != nil {
			return err
		}
		if err := u.root.Rename(u.staged[p], p); err != nil {
			return err
		}
		delete(u.staged, p)
	}
	return nil
}

func (u *update) undo() {
	for _, tmp := range u.staged {
		_ = u.root.Remove(tmp)
	}
	for _, dir := range slices.Backward(u.made) {
		_ = u.root.Remove(dir)
	}
}

// blocked reports whether something that goes stands where the folder will be.
func (u *update) blocked(dir string) bool {
	for ; dir != "."; dir = path.Dir(dir) {
		if _, ok := u.old.files[dir]; ok {
			return true
		}
	}
	return false
}

func (u *update) mkdirs(dir string) error {
	var missing []string
	for ; dir != "."; dir = path.Dir(dir) {
		if _, err := u.root.Lstat(dir); err == nil {
			break
		}
		missing = append(missing, dir)
	}
	for _, dir := range slices.Backward(missing) {
		if err := u.root.Mkdir(dir, 0o755); err != nil {
			return err
		}
		u.made = append(u.made, dir)
	}
	return nil
}

// removeFolders removes the folders that nothing is in any more.
func (u *update) removeFolders() {
	for _, dir := range slices.Backward(u.old.dirs) {
		_ = u.root.Remove(dir) // goes only when nothing is in it
	}
}
