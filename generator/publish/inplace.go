package publish

import (
	"fmt"
	"os"
	"path"
	"slices"
	"strconv"

	"yousaid/generator/site"
)

// temporary begins the names of files that are not yet in their place.
const temporary = ".yousaid-new-"

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
	next := make(map[string]site.File, len(files))
	for _, file := range files {
		next[file.Path] = file
	}
	var gone, replaced, added []string
	for _, p := range changed {
		_, isNew := next[p]
		_, wasThere := old.files[p]
		switch {
		case !isNew:
			gone = append(gone, p)
		case p == Manifest:
		case wasThere:
			replaced = append(replaced, p)
		default:
			added = append(added, p)
		}
	}
	staged := map[string]string{}
	undo := func(err error) ([]string, error) {
		for _, tmp := range staged {
			_ = root.Remove(tmp)
		}
		return nil, fmt.Errorf("write the new site: %w", err)
	}
	for i, p := range slices.Concat(replaced, added) {
		if err := root.MkdirAll(path.Dir(p), 0o755); err != nil {
			return undo(err)
		}
		tmp := path.Join(path.Dir(p), temporary+strconv.Itoa(i))
		staged[p] = tmp
		if err := root.WriteFile(tmp, next[p].Data, 0o644); err != nil {
			return undo(err)
		}
	}
	// Until the end the list names the old files and the new ones.
	union := slices.Clone(files)
	for p := range old.files {
		if _, ok := next[p]; !ok {
			union = append(union, site.File{Path: p})
		}
	}
	if err := writeWhole(root, manifest(union)); err != nil {
		return undo(err)
	}
	for _, p := range gone {
		if err := root.Remove(p); err != nil && !os.IsNotExist(err) {
			return undo(err)
		}
		delete(old.files, p)
	}
	for _, p := range slices.Concat(replaced, added) {
		if err := root.Rename(staged[p], p); err != nil {
			return undo(err)
		}
		delete(staged, p)
	}
	if err := writeWhole(root, next[Manifest]); err != nil {
		return nil, err
	}
	removeEmpty(root, gone)
	return changed, nil
}

func writeWhole(root *os.Root, f site.File) error {
	tmp := temporary + "list"
	if err := root.WriteFile(tmp, f.Data, 0o644); err != nil {
		_ = root.Remove(tmp)
		return err
	}
	return root.Rename(tmp, f.Path)
}

// removeEmpty removes the folders that lost their last file.
func removeEmpty(root *os.Root, gone []string) {
	for _, p := range gone {
		for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
			if root.Remove(dir) != nil {
				break // not empty
			}
		}
	}
}
