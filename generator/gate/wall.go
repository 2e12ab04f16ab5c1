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
	"unicode"
	"unicode/utf8"

	"yousaid/generator/entry"
	"yousaid/generator/markdown"
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

// Texts yields texts with the report that each belongs to.
type Texts func(yield func(owner, text string))

// Hit is a file, or a text, in which withheld words stand that nothing excuses.
type Hit struct {
	Owner string // whose words they are
	Own   bool   // the owner's own public texts say them too
	At    []int  // which files or texts, by number
}

// Look returns where withheld words stand in the files, by owner. Runs that
// stand in innocent texts too are not theirs alone: innocent yields texts with
// the report they belong to, none for the theme and for voices that may be
// shown. Nor are runs that come about where one text ends and another begins;
// beside are texts that count for that alone, as those of free pages.
func (w *Wall) Look(files []site.File, innocent Texts, beside ...string) []Hit {
	return w.look(len(files), func(i int) []string { return decoded(files[i], "\n") }, innocent, beside)
}

// Repeats is Look for texts that are not yet in a file.
func (w *Wall) Repeats(texts []string, innocent Texts) []Hit {
	return w.look(len(texts), func(i int) []string { return texts[i : i+1] }, innocent, nil)
}

func (w *Wall) look(n int, texts func(i int) []string, innocent Texts, beside []string) []Hit {
	if len(w.withheld) == 0 {
		return nil
	}
	at := w.hits(n, texts)
	if len(at) == 0 {
		return nil
	}
	excused := map[uint64]map[string]bool{} // run → whose innocent text it stands in
	innocent(func(owner, text string) {
		w.windows(text, func(run uint64, _ []entry.Token) {
			if at[run] != nil {
				if excused[run] == nil {
					excused[run] = map[string]bool{}
				}
				excused[run][owner] = true
			}
		})
	})
	var ends *seams
	found := map[string]*Hit{}
	for run, places := range at {
		for _, owner := range w.withheld[run] {
			own := excused[run][owner]
			if n := len(excused[run]); n > 1 || n == 1 && !own {
				continue
			}
			if !own {
				if ends == nil {
					ends = newSeams(innocent, beside)
				}
				if places = w.within(run, owner, places, texts, ends); len(places) == 0 {
					continue
				}
			}
			h := found[owner]
			if h == nil {
				h = &Hit{Owner: owner}
				found[owner] = h
			}
			h.Own = h.Own || own
			h.At = append(h.At, places...)
		}
	}
	var out []Hit
	for _, owner := range slices.Sorted(maps.Keys(found)) {
		h := found[owner]
		slices.Sort(h.At)
		h.At = slices.Compact(h.At)
		out = append(out, *h)
	}
	return out
}

// within leaves out the places where a run comes about between innocent texts
// alone.
func (w *Wall) within(run uint64, owner string, places []int, texts func(i int) []string, ends *seams) []int {
	return slices.DeleteFunc(slices.Clone(places), func(i int) bool {
		for _, text := range texts(i) {
			stands := false
			w.windows(text, func(other uint64, tokens []entry.Token) {
				stands = stands || other == run && !ends.between(text, tokens, owner)
			})
			if stands {
				return false
			}
		}
		return true
	})
}

// hits are the withheld runs that stand in the texts, and in which, looked for
// on all processors.
func (w *Wall) hits(n int, texts func(i int) []string) map[uint64][]int {
	found := make([]map[uint64][]int, runtime.GOMAXPROCS(0))
	var work sync.WaitGroup
	for k := range found {
		found[k] = map[uint64][]int{}
		work.Go(func() {
			for i := k; i < n; i += len(found) {
				for _, text := range texts(i) {
					w.windows(text, func(run uint64, _ []entry.Token) {
						if list := found[k][run]; len(list) == 0 || list[len(list)-1] != i {
							found[k][run] = append(list, i)
						}
					})
				}
			}
		})
	}
	work.Wait()
	for _, more := range found[1:] {
		for run, list := range more {
			found[0][run] = append(found[0][run], list...)
		}
	}
	return found[0]
}

// windows calls hit for every withheld run in text.
func (w *Wall) windows(text string, hit func(run uint64, tokens []entry.Token)) {
	tokens := entry.Tokens(text)
	for _, n := range w.lengths {
		i := 0
		entry.Windows(tokens, n, func(run uint64, _, _ entry.Token) {
			if _, ok := w.withheld[run]; ok {
				hit(run, tokens[i:i+n])
			}
			i++
		})
	}
}

// decoded are the texts of a file as a person or a machine would read them.
// What stands in different places of it is parted by a gap.
func decoded(f site.File, gap string) []string {
	out := texts(f, gap)
	for i := range out {
		out[i] = site.WithoutHashes(out[i])
	}
	return out
}

func texts(f site.File, gap string) []string {
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
	case ".csv":
		return []string{name, strings.NewReplacer(",", gap, "\n", gap).Replace(string(f.Data))}
	case ".txt":
		if strings.HasPrefix(f.Path, site.SearchFolder) {
			return []string{name, unindex(string(f.Data), gap)}
		}
	}
	return []string{name, string(f.Data)}
}

// Read are all files as the wall reads them.
func Read(files []site.File) []string {
	var out []string
	for _, f := range files {
		out = append(out, decoded(f, "\n")...)
	}
	return out
}

// TextsApart are the texts of one file, with so much between two places of it
// that no name can come about out of both.
func TextsApart(f site.File) []string {
	return decoded(f, "                \n")
}

// untag parts what stands between tags from what stands in them, both with
// their entities decoded.
func untag(s, gap string) (text, tags string) {
	var out, in strings.Builder
	marked := false // the tag before opened the mark of a key word
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
		mark := markdown.IsMark(s[:end])
		if closesWord(s[:end]) && !mark && !(marked && s[:end] == "/button") {
			out.WriteString(gap)
		}
		marked = mark
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

// unindex is the index without the signs that say where a word stands. A number
// that nobody says is put there, so that words which are neighbours in the
// alphabet are no run.
// A line with anything else in it is read as it is.
func unindex(data, gap string) string {
	var b strings.Builder
	for line := range strings.Lines(data) {
		word, signs, _ := strings.Cut(line, " ")
		if strings.Contains(line, "\t") || strings.ContainsFunc(signs, func(r rune) bool { return r >= utf8.RuneSelf || unicode.IsLetter(r) }) {
			b.WriteString(strings.ReplaceAll(line, "\t", gap))
		} else {
			b.WriteString(strings.TrimSuffix(word, "\n") + " 2222222222\n")
		}
		b.WriteString(gap)
	}
	return b.String()
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
