package markdown

import (
	"cmp"
	"html/template"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Term is a key word that a page can explain.
type Term struct {
	ID    string   // of the element that explains it
	Words []string // every way to write it
}

// Explainer finds key words in HTML that this package made. It is made once for
// a site, and several goroutines can use it.
type Explainer struct {
	terms   int
	forms   map[string][]form // by their first word, the longest first
	lengths [256]uint64       // first byte of a first word → its lengths in bytes, as bits
}

// form is one way to write a term.
type form struct {
	term   int
	id     string
	folded string
	exact  string // for "IT" and other capitals, which are not the small word; else empty
}

// NewExplainer knows these terms. A simple plural of each is known too.
func NewExplainer(terms []Term) *Explainer {
	e := &Explainer{terms: len(terms), forms: map[string][]form{}}
	for i, t := range terms {
		id := template.HTMLEscapeString(t.ID)
		for _, words := range t.Words {
			words = strings.Join(strings.Fields(words), " ")
			capitals := len(words) > 1 && words == strings.ToUpper(words) && words != strings.ToLower(words)
			for _, w := range append([]string{words}, plural(words)...) {
				f := form{term: i, id: id, folded: fold(template.HTMLEscapeString(w))}
				if capitals {
					f.exact = template.HTMLEscapeString(w)
				}
				e.add(f)
			}
		}
	}
	for _, list := range e.forms {
		slices.SortStableFunc(list, func(a, b form) int { return cmp.Compare(len(b.folded), len(a.folded)) })
	}
	return e
}

func (e *Explainer) add(f form) {
	end, _ := wordEnd(f.folded, 0)
	if end == 0 {
		return
	}
	first := f.folded[:end]
	e.forms[first] = append(e.forms[first], f)
	e.lengths[first[0]] |= 1 << (end % 64)
}

// plural is how a word is most often written for several.
func plural(words string) []string {
	last, _ := utf8.DecodeLastRuneInString(words)
	stem, ends := strings.CutSuffix(strings.ToLower(words), "y")
	switch {
	case !unicode.IsLetter(last):
		return nil
	case ends && stem != "" && !strings.ContainsRune("aeiou", rune(stem[len(stem)-1])):
		return []string{words[:len(words)-1] + "ies"}
	case strings.ContainsRune("sxzSXZ", last), strings.HasSuffix(words, "ch"), strings.HasSuffix(words, "sh"):
		return []string{words + "es"}
	}
	return []string{words + "s"}
}

// Marker marks each key word once, on its first use on one page.
type Marker struct {
	e    *Explainer
	used []bool
	done bool
}

// Marker is for one page, and for one goroutine.
func (e *Explainer) Marker() *Marker { return &Marker{e: e, used: make([]bool, e.terms)} }

// Used are the terms that were marked, by their place in the list. Nothing is
// marked after that, because nothing would explain it.
func (m *Marker) Used() []int {
	m.done = true
	var out []int
	for i, used := range m.used {
		if used {
			out = append(out, i)
		}
	}
	return out
}

// Text is HTML of a plain text, with key words marked.
func (m *Marker) Text(s string) template.HTML {
	return m.HTML(template.HTML(template.HTMLEscapeString(s)))
}

// A mark leaves the word where it is, as text. The button lies over it and is
// empty, because what reads pages aloud or copies them often drops buttons.
const (
	markOpens  = `span class="kw"`
	markButton = `button type="button" popovertarget=`
)

// IsMark reports whether what stands in a tag opens a mark. A mark parts no
// words, though it has tags in it.
func IsMark(tag string) bool { return tag == markOpens || strings.HasPrefix(tag, markButton) }

func writeMark(b *strings.Builder, id, words string) {
	for _, s := range []string{"<", markOpens, ">", words, "<", markButton, `"`, id, `" aria-label="`, words, `?"></button></span>`} {
		b.WriteString(s)
	}
}

// HTML marks key words in HTML that this package made: whole words only, and
// none in links, headings and code.
func (m *Marker) HTML(h template.HTML) template.HTML {
	if m.done || len(m.e.forms) == 0 {
		return h
	}
	s := string(h)
	var b strings.Builder
	copied := 0           // so much of s is in b
	skip := 0             // elements around here in which nothing is marked
	var before, last rune // the two characters in front, zero where another block begins
	for i := 0; i < len(s); {
		if s[i] == '<' {
			end := tagEnd(s, i)
			name, closes := strings.CutPrefix(elementOf(s, i), "/")
			if unmarked(name) {
				if closes {
					skip--
				} else {
					skip++
				}
			}
			if !inline(name) {
				before, last = 0, 0
			}
			i = end
			continue
		}
		if small[s[i]] == 0 {
			if r, size := char(s, i); !wordly(r) {
				before, last, i = last, r, i+size
				continue
			}
		}
		end, ascii := wordEnd(s, i)
		if skip == 0 && !glued(before, last) {
			if f, to := m.e.find(s, i, end, ascii); f != nil {
				if !m.used[f.term] {
					m.used[f.term] = true
					if copied == 0 {
						b.Grow(len(s) + 512)
					}
					b.WriteString(s[copied:i])
					writeMark(&b, f.id, s[i:to])
					copied = to
				}
				end = to
			}
		}
		before, last, i = 'a', 'a', end
	}
	if copied == 0 {
		return h
	}
	b.WriteString(s[copied:])
	return template.HTML(b.String())
}

// find is the longest form that begins with the word s[i:end], and where it ends.
func (e *Explainer) find(s string, i, end int, ascii bool) (*form, int) {
	const longest = 64
	if end-i >= longest || ascii && e.lengths[small[s[i]]]&(1<<(end-i)) == 0 {
		return nil, 0
	}
	var buf [2 * longest]byte
	word := buf[:0]
	for j := i; j < end; {
		if c := small[s[j]]; c != 0 {
			word = append(word, c)
			j++
			continue
		}
		r, size := char(s, j)
		word = utf8.AppendRune(word, r)
		j += size
	}
	list := e.forms[string(word)]
	for k := range list {
		if to, ok := list[k].at(s, i); ok && !goesOn(s, to) {
			return &list[k], to
		}
	}
	return nil, 0
}

// at reports whether a form stands in s at i, and where it ends there.
func (f *form) at(s string, i int) (int, bool) {
	from := i
	for _, want := range f.folded {
		if i >= len(s) || s[i] == '<' {
			return 0, false
		}
		r, size := char(s, i)
		if r != want {
			return 0, false
		}
		i += size
		for want == ' ' && i < len(s) && s[i] != '<' {
			if r, size = char(s, i); r != ' ' {
				break
			}
			i += size
		}
	}
	same := f.exact == "" || s[from:i] == f.exact || strings.Contains(f.exact, " ") && strings.Join(strings.Fields(s[from:i]), " ") == f.exact
	return i, same
}

// goesOn reports whether the word that ends at i goes on after it.
func goesOn(s string, i int) bool {
	first, i := nextChar(s, i)
	second, i := nextChar(s, i)
	third, _ := nextChar(s, i)
	if first == '\'' && second == 's' && !wordly(third) {
		return false // advocate's
	}
	return wordly(first) || joins(first) && wordly(second)
}

// glued reports whether a word that begins now belongs to what stands in front.
func glued(before, last rune) bool {
	return wordly(last) || last == '@' || joins(last) && wordly(before)
}
