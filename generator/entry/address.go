package entry

import (
	"path"
	"strconv"
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/source"
)

// addresses are the address of a file and those that it had before, as the
// words that a reader sees in them. A finding about the name of a file says
// where the file is by number: the name is what must not be printed.
func addresses(f source.File, name, address string, was []Word) []Piece {
	out := []Piece{{Key: "address", Text: hide(&private{text: asWords(address), at: Unnamed(f, strings.TrimSuffix(name, f.Path))}), Contribution: -1}}
	for _, w := range was {
		out = append(out, Piece{Key: "was", Text: hide(&private{text: asWords(w.Value), at: w.At}), Contribution: -1})
	}
	return out
}

// AddressPieces are the address of a file alone.
func AddressPieces(f source.File, address string) []Piece {
	return addresses(f, f.Path, address, nil)
}

func asWords(address string) string {
	return strings.NewReplacer("-", " ", "/", "\n").Replace(address)
}

// Unnamed says where a file is by the numbers of its folders and its own, below
// the folder that every site has.
func Unnamed(f source.File, folder string) finding.Pos {
	parts := strings.Split(f.Path, "/")
	top := ""
	if len(parts) > 1 && (parts[0] == "reports" || parts[0] == "pages" || parts[0] == "media") {
		top = parts[0]
	}
	var where []Nth
	for i := range parts {
		if i == 0 && top != "" {
			continue
		}
		what, n := "folder", 0
		if i == len(parts)-1 && !f.Folder {
			what = "file"
		}
		if i < len(f.Places) {
			n = f.Places[i]
		}
		where = append(where, Nth{what, n})
	}
	return Numbered(path.Join(folder, top), where...)
}

// Numbered says in words which file or folder is meant, without its name. what
// is "file" or "folder", n its place in its folder sorted by name.
func Numbered(folder string, what ...Nth) finding.Pos {
	var words []string
	for _, w := range what {
		words = append(words, "the "+w.What+" that is number "+strconv.Itoa(w.N)+" when sorted by name")
	}
	return finding.Pos{File: folder + "/ (" + strings.Join(words, ", in it ") + ")"}
}

// Nth is one file or folder among others.
type Nth struct {
	What string
	N    int
}
