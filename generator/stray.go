package generator

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/gate"
	"yousaid/generator/source"
)

// stray is a file that is no report of the site, for its name or its place, and
// that has voices in it all the same. Nobody may see their words.
type stray struct {
	path  string
	at    finding.Pos
	entry *entry.Entry
}

// strays reads the voices of every file that could be a report and is none: of
// a bad name, with somebody's name in its own, a translation, or in the wrong
// folder.
func (b *build) strays(files []source.File) {
	for _, f := range files {
		if f.Folder || f.Problem != source.None || !strings.EqualFold(path.Ext(f.Path), ".md") || isReport(f.Path) && !b.set.Names.In(f.Path) ||
			!bytes.Contains(f.Text, []byte("contributions")) && !bytes.Contains(f.Text, []byte("media")) {
			continue
		}
		guarded("", func() []finding.Finding {
			e, _ := entry.Parse(f, "", b.set)
			if e == nil || len(e.Contributions)+len(e.Media) == 0 {
				return nil
			}
			e.Attach(b.shelf.look)
			at := b.byNumber(f)
			if b.set.Names.In(f.Path) {
				at.File = b.apart(f, b.set)
			}
			b.stray = append(b.stray, stray{f.Path, at, e})
			return nil
		})
	}
}

// inPublic says that the file must not lie where everybody can read it.
func (s stray) inPublic() finding.Finding {
	return wordsInPublic.At(s.at, "this file is not published, and everybody can read the words in it in this public repository", "Make the repository private, and ask what to do about the copies that exist.")
}

// unclear reports whether a finding says that something in a file was not taken
// for what it may have been meant to be.
func unclear(f finding.Finding) bool {
	return slices.Contains([]string{entry.KeyUnknown.Name, entry.KeyRepeated.Name, entry.ValueType.Name, entry.WordsCut.Name}, f.Rule)
}

// longestLoose is the size in bytes up to which a file that is no report is
// looked through for words.
const longestLoose = 2 << 20

// unread finds the words of voices that nobody can read as such: in a report
// that a slip has broken, or whose key for them is misspelt, and in copies of
// reports under another kind of name.
func (b *build) unread(files []source.File) {
	read := map[string]bool{}
	for _, o := range b.outcomes {
		read[o.path] = o.entry != nil && !slices.ContainsFunc(o.findings, unclear)
	}
	for _, s := range b.stray {
		read[s.path] = true
	}
	for _, f := range files {
		if f.Folder || read[f.Path] || f.Problem == source.Link || f.Problem == source.Special || f.Problem == source.Unreadable ||
			strings.HasPrefix(f.Path, "media/") || source.IsText(f.Path) && !strings.EqualFold(path.Ext(f.Path), ".md") {
			continue
		}
		raw := f.Text
		if raw == nil {
			raw, _ = source.Load(b.in.Content, f.Path, longestLoose)
		}
		for _, text := range entry.LooseWords(raw) {
			b.unreadWords = append(b.unreadWords, gate.Words{Owner: f.Path, Text: text})
		}
	}
}
