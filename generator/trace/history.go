package trace

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"yousaid/generator/finding"
)

// Hit is one object of git that holds the words.
type Hit struct {
	Kind    Kind
	Object  string   // its short name
	Path    string   // of a file; empty where none is known
	Commits []string // that put the file in or took it out, the first few
	More    int      // commits that are not in the list
	Where   Where
	oid     string
}

// Kind is what an object is.
type Kind uint8

const (
	BlobHit   Kind = iota // a version of a file
	CommitHit             // what somebody wrote about a change, or who they are
	TagHit                // what somebody wrote about a tag
	TreeHit               // a folder that holds a file with such a name
)

// Where is how git comes to an object. Of several ways the nearest counts.
type Where uint8

const (
	Nowhere   Where = iota // no branch, tag or note of git leads to it any more
	Earlier                // only git's own list of what branches were before
	Staged                 // set aside for the next commit
	Stash                  // put away with git stash
	Note                   // a note on a commit
	Reachable              // a branch or a tag
)

// History is what a look through everything in git came to.
type History struct {
	Objects int // that were looked into
	Large   int // files over Largest, which were not
	Closed  int // pictures, films and the like
	Shallow bool
	Hits    []Hit
	Refs    int           // branches, tags and other names that hold the words
	Staged  int           // names of files in the next commit
	Beside  []finding.Pos // files that git keeps beside its objects
}

// Count is how many objects hold the words.
func (h *History) Count() int { return len(h.Hits) }

// Any reports whether the words were found.
func (h *History) Any() bool { return len(h.Hits)+h.Refs+h.Staged+len(h.Beside) > 0 }

// History looks through every object of the repository, whether anything leads
// to it or not, through the names of branches and tags, and through what git
// keeps beside its objects: lists of earlier versions, messages begun.
func (g *Git) History(w *Words) (*History, error) {
	h := &History{}
	if out, err := g.run("rev-parse", "--is-shallow-repository"); err == nil {
		h.Shallow = strings.TrimSpace(out) == "true"
	}
	var files []Hit // the very bytes of a picture
	var listing error
	err := g.objects(func(feed func(string)) {
		listing = g.each('\n', func(line string) {
			f := strings.Fields(line)
			switch {
			case len(f) != 3:
			case w.prints[f[0]]:
				files = append(files, Hit{oid: f[0]})
			case f[1] == "blob" && tooLarge(f[2]):
				h.Large++
			default:
				feed(f[0])
			}
		}, "cat-file", "--batch-all-objects", "--unordered", "--buffer", "--batch-check=%(objectname) %(objecttype) %(objectsize)")
	}, func(oid, kind string, data []byte) { h.look(oid, kind, data, w) })
	if err = cmp.Or(listing, err); err != nil {
		return nil, ErrClosed
	}
	h.Hits = append(h.Hits, files...)
	slices.SortFunc(h.Hits, func(a, b Hit) int { return cmp.Or(int(a.Kind)-int(b.Kind), strings.Compare(a.oid, b.oid)) })
	g.locate(h, w)
	_ = g.each('\n', func(ref string) {
		if holds(ref, w) {
			h.Refs++
		}
	}, "for-each-ref", "--format=%(refname)")
	_ = g.each('\x00', func(name string) {
		if holds(name, w) {
			h.Staged++
		}
	}, "ls-files", "-z")
	if root, err := os.OpenRoot(g.Common); err == nil {
		defer root.Close()
		beside := Folder(root.FS(), ".git", w, func(p string) bool {
			top, _, _ := strings.Cut(p, "/")
			return slices.Contains([]string{"objects", "index", "refs", "packed-refs", "hooks"}, top) || path.Base(p) == "index"
		})
		h.Beside = beside.Places
	}
	return h, nil
}

func tooLarge(size string) bool {
	n, err := strconv.Atoi(size)
	return err != nil || n > Largest
}

func (h *History) look(oid, kind string, data []byte, w *Words) {
	h.Objects++
	hit, of := false, BlobHit
	switch kind {
	case "tree":
		of = TreeHit
		entries(oid, data, func(name, _ string) { hit = hit || holds(name, w) })
	case "commit", "tag":
		if of = CommitHit; kind == "tag" {
			of = TagHit
		}
		hit = len(w.In(string(data))) > 0
	default:
		whole := layers("", data, func(text string, _ bool) { hit = hit || len(w.In(text)) > 0 })
		if !whole {
			h.Closed++
		}
	}
	if hit {
		h.Hits = append(h.Hits, Hit{Kind: of, oid: oid})
	}
}

// entries calls see with the name and the object of everything in a tree.
func entries(tree string, data []byte, see func(name, oid string)) {
	width := len(tree) / 2
	for len(data) > 0 {
		head, rest, ok := bytes.Cut(data, []byte{0})
		if !ok || len(rest) < width {
			return
		}
		_, name, _ := strings.Cut(string(head), " ")
		see(name, hex.EncodeToString(rest[:width]))
		data = rest[width:]
	}
}

// commitsShown is how many commits are named for one file.
const commitsShown = 3

// locate says where each hit is, as far as git can tell.
func (g *Git) locate(h *History, w *Words) {
	at := map[string]*Hit{}
	for i := range h.Hits {
		h.Hits[i].Object = h.Hits[i].oid[:10]
		at[h.Hits[i].oid] = &h.Hits[i]
	}
	if len(at) == 0 {
		return
	}
	mark := func(where Where) func(line string) {
		return func(line string) {
			oid, p, _ := strings.Cut(line, " ")
			if hit := at[oid]; hit != nil && hit.Where == Nowhere {
				hit.Where, hit.Path = where, p
			}
		}
	}
	_ = g.each('\n', mark(Reachable), "rev-list", "--objects", "--exclude=refs/stash", "--exclude=refs/notes/*", "--all")
	_ = g.each('\n', mark(Note), "rev-list", "--objects", "--glob=refs/notes/*")
	if stashes, err := g.run("log", "-g", "--format=%H", "refs/stash", "--"); err == nil && stashes != "" {
		_ = g.each('\n', mark(Stash), slices.Concat([]string{"rev-list", "--objects"}, strings.Fields(stashes), []string{"--"})...)
	}
	_ = g.each('\x00', func(line string) {
		head, p, _ := strings.Cut(line, "\t")
		if f := strings.Fields(head); len(f) == 3 {
			mark(Staged)(f[1] + " " + p)
		}
	}, "ls-files", "-s", "-z")
	_ = g.each('\n', mark(Earlier), "rev-list", "--objects", "--reflog")
	g.names(at)
	g.commits(at)
	for _, hit := range at {
		if parts := strings.Split(hit.Path, "/"); slices.ContainsFunc(parts, func(p string) bool { return holds(p, w) }) {
			hit.Path = ""
		}
		if hit.Kind != BlobHit && hit.Kind != TreeHit {
			hit.Path = ""
		}
	}
}

// names finds what files were called that nothing leads to any more.
func (g *Git) names(at map[string]*Hit) {
	lost := map[string]*Hit{}
	for oid, hit := range at {
		if hit.Path == "" && hit.Kind == BlobHit {
			lost[oid] = hit
		}
	}
	if len(lost) == 0 {
		return
	}
	_ = g.objects(func(feed func(string)) {
		_ = g.each('\n', func(line string) {
			if oid, ok := strings.CutSuffix(line, " tree"); ok {
				feed(oid)
			}
		}, "cat-file", "--batch-all-objects", "--unordered", "--buffer", "--batch-check=%(objectname) %(objecttype)")
	}, func(tree, _ string, data []byte) {
		entries(tree, data, func(name, oid string) {
			if hit := lost[oid]; hit != nil {
				hit.Path = name
			}
		})
	})
}

// commits finds the commits that put files in or took them out.
func (g *Git) commits(at map[string]*Hit) {
	args := []string{"log", "--all", "--reflog", "--diff-merges=first-parent", "--format=%x00%H", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv"}
	n := 0
	for oid, hit := range at {
		if hit.Kind == BlobHit && n < enough {
			n++
			args = append(args, "--find-object="+oid)
		}
	}
	if n == 0 {
		return
	}
	_ = g.each('\x00', func(piece string) {
		lines := strings.Split(piece, "\n")
		lines[0] = lines[0][:min(10, len(lines[0]))]
		for _, line := range lines[1:] {
			f := strings.Fields(line)
			if len(f) < 5 || !strings.HasPrefix(f[0], ":") {
				continue
			}
			for _, oid := range f[2:4] {
				hit := at[oid]
				switch {
				case hit == nil || slices.Contains(hit.Commits, lines[0]):
				case len(hit.Commits) < commitsShown:
					hit.Commits = append(hit.Commits, lines[0])
				default:
					hit.More++
				}
			}
		}
	}, args...)
}
