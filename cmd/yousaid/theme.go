package main

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/spf13/cobra"

	"yousaid/generator/render"
	"yousaid/themes"
)

func themeFlag(cmd *cobra.Command, theme *string) {
	cmd.Flags().StringVar(theme, "theme", "", "a folder whose files take the place of the theme's own")
}

// loadTheme reads the theme, with the files of a folder in place of its own, and
// tries it out. No folder: the theme as it comes.
func loadTheme(dir string) (*themes.Theme, error) {
	if dir == "" {
		return themes.Load(nil)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, broke("the theme folder "+dir+" cannot be opened", "Look at the spelling after --theme.")
	}
	defer root.Close()
	folder := filepath.ToSlash(filepath.Clean(dir))
	t, err := themes.Load(root.FS())
	if err == nil {
		t.Folder = folder
		if err = render.Rehearse(t); err == nil {
			return t, nil
		}
	}
	var broken *themes.Broken
	if errors.As(err, &broken) {
		broken.Folder = folder
		return nil, broken
	}
	return nil, broke("the theme folder "+dir+" cannot be used", "Take its files out one by one to see which it is.")
}

// lastTheme reads a theme anew when a file in it is not what it was: a preview
// asks for it each time that anything is saved.
type lastTheme struct {
	dir   string
	mu    sync.Mutex
	sum   [sha256.Size]byte
	theme *themes.Theme
	err   error
}

func (l *lastTheme) load() (*themes.Theme, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	sum, ok := folderSum(l.dir)
	if !ok || sum != l.sum || l.theme == nil && l.err == nil {
		l.theme, l.err = loadTheme(l.dir)
		l.sum = sum
	}
	return l.theme, l.err
}

// folderSum is of the names and bytes of all files; false: some can't be read.
func folderSum(dir string) (sum [sha256.Size]byte, ok bool) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return sum, false
	}
	defer root.Close()
	h := sha256.New()
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		part(h, []byte(name))
		part(h, []byte(d.Type().String()))
		if !d.Type().IsRegular() {
			return nil
		}
		data, err := fs.ReadFile(root.FS(), name)
		part(h, data)
		return err
	})
	return [sha256.Size]byte(h.Sum(nil)), err == nil
}

func part(h hash.Hash, data []byte) {
	_ = binary.Write(h, binary.BigEndian, uint64(len(data)))
	_, _ = h.Write(data)
}
