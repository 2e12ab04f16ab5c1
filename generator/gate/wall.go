package gate

import (
	"bytes"
	"encoding/json"
	"html"
	"maps"
	"net/url"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"yousaid/generator/entry"
	"yousaid/generator/site"
)

// Words are somebody's words, and the report they belong to.
type Words struct {
	Owner string // path of the report
	Text  entry.Private
}

// Wall is the last look before anything is published: every rendered file is
// decoded and searched for the words of every voice that may not be shown.
// What it finds is a fault of this program, or a way for words to travel that
// nobody thought of.
type Wall struct {
	withheld map[uint64][]string // run of words → owners
	lengths  []int
}

// NewWall remembers the words to look for.
func NewWall(withheld []Words) *Wall {
	w := &Wall{withheld: map[uint64][]string{}}
	for _, voice := range withheld {
		tokens := entry.Tokens(voice.Text.Reveal())
		for _, run := range entry.Runs(tokens) {
			if owners := w.withheld[run]; !slices.Contains(owners, voice.Owner) {
				w.withheld[run] = append(owners, voice.Owner)
			}
			if n := min(len(tokens), entry.RunLength); !slices.Contains(w.lengths, n) {
				w.lengths = append(w.lengths, n)
			}
		}
	}
	return w
}

// Look returns the owners whose words stand in the files, in order. Runs that
// stand in innocent texts too are not theirs alone: innocent yields texts with
// the report they belong to, none for the theme and for voices that may be
// shown.
func (w *Wall) Look(files []site.File, innocent func(yield func(owner, text string))) []string {
	if len(w.withheld) == 0 {
		return nil
	}
	return w.owners(w.hits(files), innocent)
}

// Owners is Look for texts that are not yet in a file.
func (w *Wall) Owners(texts []string, innocent func(yield func(owner, text string))) []string {
	hits := map[uint64]bool{}
	for _, text := range texts {
		w.windows(text, func(run uint64) { hits[run] = true })
	}
	return w.owners(hits, innocent)
}

func (w *Wall) owners(hits map[uint64]bool, innocent func(yield func(owner, text string))) []string {
	if len(hits) == 0 {
		return nil
	}
	excused := map[uint64]map[string]bool{} // run → whose innocent text it stands in
	innocent(func(owner, text string) {
		w.windows(text, func(run uint64) {
			if hits[run] {
				if excused[run] == nil {
					excused[run] = map[string]bool{}
				}
				excused[run][owner] = true
			}
		})
	})
	var owners []string
	for run := range hits {
		for _, owner := range w.withheld[run] {
			others := len(excused[run])
			if excused[run][owner] {
				others--
			}
			if others == 0 && !slices.Contains(owners, owner) {
				owners = append(owners, owner)
			}
		}
	}
	slices.Sort(owners)
	return owners
}

// hits are the withheld runs that stand in the files, looked for on all processors.
func (w *Wall) hits(files []site.File) map[uint64]bool {
	found := make([]map[uint64]bool, runtime.GOMAXPROCS(0))
	var work sync.WaitGroup
	for n := range found {
		found[n] = map[uint64]bool{}
		work.Go(func() {
			for i := n; i < len(files); i += len(found) {
				for _, text := range decoded(files[i], " ") {
					w.windows(text, func(run uint64) { found[n][run] = true })
				}
			}
		})
	}
	work.Wait()
	for _, more := range found[1:] {
		maps.Copy(found[0], more)
	}
	return found[0]
}

// windows calls hit for every withheld run in text.
func (w *Wall) windows(text string, hit func(run uint64)) {
	tokens := entry.Tokens(text)
	for _, n := range w.lengths {
		entry.Windows(tokens, n, func(run uint64, _, _ entry.Token) {
			if _, ok := w.withheld[run]; ok {
				hit(run)
			}
		})
	}
}

// decoded are the texts of a file as a person or a machine would read them.
// What stands in different places of it is parted by a gap.
func decoded(f site.File, gap string) []string {
	name := f.Path
	if s, err := url.PathUnescape(name); err == nil {
		name = s
	}
	if strings.HasPrefix(f.Path, site.MediaFolder) {
		return []string{name} // pixels and samples have no words; package picture looks at them
	}
	switch path.Ext(f.Path) {
	case ".html":
		text, tags := untag(string(f.Data), gap)
		return []string{name, text, tags}
	case ".xml":
		// A feed holds HTML within XML.
		text, tags := untag(string(f.Data), gap)
		inner, innerTags := untag(text, gap)
		return []string{name, inner, tags, innerTags}
	case ".json":
		return []string{name, unjson(f.Data, gap)}
	}
	return []string{name, string(f.Data)}
}

// Texts are all files as the wall reads them.
func Texts(files []site.File) []string {
	var out []string
	for _, f := range files {
		out = append(out, decoded(f, " ")...)
	}
	return out
}

// TextsApart are the texts of one file, with so much between two places of it
// that no name can come about out of both.
func TextsApart(f site.File) []string {
	const gap = "                \n"
	out := decoded(f, gap)
	if path.Ext(f.Path) == ".csv" {
		out[len(out)-1] = strings.NewReplacer(",", gap, "\n", gap).Replace(out[len(out)-1])
	}
	return out
}

// untag parts what stands between tags from what stands in them, both with
// their entities decoded.
func untag(s, gap string) (text, tags string) {
	var out, in strings.Builder
	for len(s) > 0 {
		open := strings.IndexByte(s, '<')
		if open < 0 {
			out.WriteString(s)
			break
		}
		out.WriteString(s[:open])
		s = s[open+1:]
		// A tag ends at ">" outside quote marks.
		quote, end := byte(0), len(s)
		for i := range len(s) {
			if c := s[i]; quote != 0 {
				if c == quote {
					quote = 0
				}
			} else if c == '"' || c == '\'' {
				quote = c
			} else if c == '>' {
				end = i
				break
			}
		}
		in.WriteString(unescaped(html.UnescapeString(s[:end])))
		in.WriteByte('\n')
		in.WriteString(gap)
		if closesWord(s[:end]) {
			out.WriteString(gap)
		}
		s = s[min(end+1, len(s)):]
	}
	return html.UnescapeString(out.String()), in.String()
}

// unescaped takes %20 and the like out of one tag.
func unescaped(tag string) string {
	if strings.Contains(tag, "%") {
		if u, err := url.QueryUnescape(tag); err == nil {
			return u
		}
	}
	return tag
}

// closesWord reports whether a tag parts two words. Emphasis within a word
// does not.
func closesWord(tag string) bool {
	switch strings.TrimPrefix(strings.ToLower(strings.TrimRight(tag, "/ ")), "/") {
	case "em", "strong", "b", "i", "del", "code", "span", "mark":
		return false
	}
	return true
}

// unjson are all keys and texts of a JSON file.
func unjson(data []byte, gap string) string {
	var b strings.Builder
	d := json.NewDecoder(bytes.NewReader(data))
	for {
		t, err := d.Token()
		if err != nil {
			break
		}
		if s, ok := t.(string); ok {
			b.WriteString(s)
			b.WriteByte('\n')
			b.WriteString(gap)
		}
	}
	text, tags := untag(b.String(), gap)
	return text + "\n" + tags
}
