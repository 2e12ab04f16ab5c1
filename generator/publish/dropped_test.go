package publish

import (
	"os"
	"path/filepath"
	"testing"

	"yousaid/generator/site"
)

// Somebody only looked into the folder: what their computer left there must not
// keep words online.
func TestWhatAComputerDropsInAFolderStopsNoBuild(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	f := &Folder{Path: dir}
	if _, err := f.Publish([]site.File{{Path: "index.html", Data: []byte("one")}}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{".DS_Store", "Thumbs.db", "desktop.ini", "._index.html"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.Publish([]site.File{{Path: "index.html", Data: []byte("two")}}); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(filepath.Join(dir, "index.html")); err != nil || string(data) != "two" {
		t.Errorf("%q, %v", data, err)
	}
}
