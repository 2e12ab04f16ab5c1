package generator_test

import "strings"

// A world is a folder as plain values: the corpus makes one, the oracle judges
// it, and its files are written for the program to read. Days are texts, as
// 2026-03-14, and are compared as texts.

type world struct {
	today   string
	site    siteYAML
	pages   []*freePage
	reports []*report
	strays  map[string][]byte // files that are neither report nor page
	public  []*report         // set by judge
}

type siteYAML struct {
	unreadable bool // nothing can be built
	formsGiven bool // forms, or what was meant for it, stands there
	forms      []form
	formsLine  string // what stands there in place of a list
	review     string // as written
	under      string // as written; not a number: 16
	formalBy   []string
	topics     []string
	roles      []string
	odd        string // lines that are wrong, or say nothing of privacy
	base       string
}

type form struct {
	id       string
	to       []string
	channels []string
	after    string // "12 months"; anything else is no time at all
}

type freePage struct {
	path, title, body string
	wrong             string
}

// A report that is wrong on purpose says how in wrong; spoil does it.
type report struct {
	name, wrong, id           string
	badName, link             bool
	spoil                     func(string) string
	was                       []string
	withdrawn, publishOn      string
	draft                     bool
	date, news, topic, status string
	checked, checker, writer  string
	texts                     []*text // for readers
	kept                      []*text // for nobody
	voices                    []*voice
	comment                   string // a comment in the YAML
	windows                   bool   // a byte order mark, and lines ended by CRLF
}

// text is one value of a report's file. What is in quote was added to it and
// repeats somebody.
type text struct {
	key, words, quote string
	plain             bool // a value without words: a day, an id
	optional          bool // readers need not find it
}

func (t *text) all() string { return strings.TrimSpace(t.words + " " + t.quote) }

type voice struct {
	id, words, gist, name, called string
	from, band, made, edited      string
	agreed                        bool
	records, sensitive            []string
	consent                       *consent
	withdrawn                     string
	tombstone                     bool
	seen                          string // what the person who checked it saw; empty: nobody looked
	mark                          string // what yousaid review wrote then
	style                         int
}

type consent struct {
	to, given       string
	by              []string
	chosen          bool // whether for is written
	channels        []string
	told, record    string
	review, expires string
	again           []answer
	withdrawn       string
	explicit        bool
}

type answer struct{ on, says string }
