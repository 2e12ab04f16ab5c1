// Package markdown turns a writer's Markdown into HTML, and is the only maker
// of template.HTML in the program.
//
// What it makes is safe by construction: a text that holds raw HTML, a picture,
// a block quote or a link to anything but http, https, mailto and tel yields
// no HTML at all, only Problems with their places. The package knows nothing
// of reports and imports nothing of ours.
package markdown

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"net/url"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// one is shared by all goroutines; goldmark keeps no state between texts.
var one = goldmark.New(
	goldmark.WithExtensions(
		extension.Strikethrough,
		extension.Linkify,
		extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute)),
	),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(frame{}, 100))),
)

// Kind is what is not allowed in a writer's Markdown.
type Kind uint8

const (
	Quote   Kind = iota // a block quote: quotes live where their consent is
	RawHTML             // HTML or an HTML comment
	Picture             // a picture, which would skip the picture checks
	OddLink             // a link that is not http, https, mailto, tel or within the site
)

// Problem is one stretch of source, in bytes.
type Problem struct {
	Kind       Kind
	Start, End int
}

// Doc is one parsed text.
type Doc struct {
	src      []byte
	root     ast.Node
	problems []Problem
}

// Parse reads Markdown. Links to an address of the site ("/pages/safe/") are
// put below base, the path under which the site is published ("/voice/").
func Parse(src []byte, base string) *Doc {
	d := &Doc{src: src, root: one.Parser().Parse(text.NewReader(src))}
	_ = ast.Walk(d.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Blockquote:
			d.problem(Quote, n)
			return ast.WalkSkipChildren, nil
		case *ast.HTMLBlock, *ast.RawHTML:
			d.problem(RawHTML, n)
		case *ast.Image:
			d.problem(Picture, n)
		case *ast.AutoLink:
			if !allowed(string(n.URL(src))) && n.AutoLinkType != ast.AutoLinkEmail {
				d.problem(OddLink, n)
			}
		case *ast.Link:
			to := string(n.Destination)
			if !allowed(to) || !allowed(string(resolved(n.Destination))) {
				d.problem(OddLink, n)
			}
			if strings.HasPrefix(to, "/") {
				n.Destination = []byte(base + strings.TrimPrefix(to, "/"))
			}
		case *ast.Heading:
			// The page has its one first-level heading already.
			n.Level = max(n.Level, 2)
		}
		return ast.WalkContinue, nil
	})
	return d
}

func (d *Doc) problem(k Kind, n ast.Node) {
	start := min(max(n.Pos(), 0), len(d.src))
	end := len(d.src)
	if i := bytes.IndexByte(d.src[start:], '\n'); i >= 0 {
		end = start + i
	}
	d.problems = append(d.problems, Problem{k, start, end})
}

// resolved is a target of a link as the browser will get it.
func resolved(to []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(to)))
}

func allowed(to string) bool {
	u, err := url.Parse(strings.TrimSpace(to))
	if err != nil || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\t\n") {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Host != ""
	case "":
		return !strings.HasPrefix(strings.ToLower(u.Path), "www.") // meant as a web page, and leads nowhere
	case "mailto", "tel":
		return true
	}
	return false
}

// Problems are what Parse found. A text with problems renders to nothing.
func (d *Doc) Problems() []Problem { return d.problems }

// HTML renders the whole text.
func (d *Doc) HTML() template.HTML {
	var b bytes.Buffer
	d.render(&b, d.root)
	return template.HTML(b.String())
}

func (d *Doc) render(b *bytes.Buffer, n ast.Node) {
	if len(d.problems) > 0 {
		return
	}
	if err := one.Renderer().Render(b, d.src, n); err != nil {
		panic("markdown: a buffer refused a write") // bytes.Buffer never does
	}
}

// Part is a stretch of a text under one second-level heading. The first part
// may have none.
type Part struct {
	Heading string // its words, without marks
	Start   int    // of the heading, in bytes; of the text, where there is no heading
	doc     *Doc
	nodes   []ast.Node
}

// Parts cuts the text at its second-level headings.
func (d *Doc) Parts() []Part {
	var parts []Part
	for n := d.root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 2 {
			parts = append(parts, Part{Heading: d.words(h), Start: d.lineStart(max(h.Pos(), 0)), doc: d})
			continue
		}
		if len(parts) == 0 {
			parts = append(parts, Part{Start: max(n.Pos(), 0), doc: d})
		}
		p := &parts[len(parts)-1]
		p.nodes = append(p.nodes, n)
	}
	return parts
}

func (d *Doc) lineStart(at int) int {
	at = min(at, len(d.src))
	return bytes.LastIndexByte(d.src[:at], '\n') + 1
}

// HTML renders what stands under the heading, without the heading.
func (p Part) HTML() template.HTML {
	var b bytes.Buffer
	for _, n := range p.nodes {
		p.doc.render(&b, n)
	}
	return template.HTML(b.String())
}

// Format keeps a text from being printed by mistake: it may be private.
func (*Doc) Format(f fmt.State, _ rune)   { _, _ = io.WriteString(f, "[text]") }
func (Part) Format(f fmt.State, _ rune)   { _, _ = io.WriteString(f, "[text]") }
func (Part) MarshalText() ([]byte, error) { return []byte("[text]"), nil }

// Empty reports whether nothing stands under the heading that a reader would see.
func (p Part) Empty() bool {
	for _, n := range p.nodes {
		if strings.TrimSpace(p.doc.words(n)) != "" {
			return false
		}
	}
	return true
}

// FirstSentence is the first sentence of the first paragraph, without marks.
func (p Part) FirstSentence() string {
	for _, n := range p.nodes {
		if n.Kind() != ast.KindParagraph {
			continue
		}
		words := strings.Join(strings.Fields(p.doc.words(n)), " ")
		for i, r := range words {
			if (r == '.' || r == '!' || r == '?') && (i+1 == len(words) || words[i+1] == ' ') && !endsInTitle(words[:i]) {
				return words[:i+1]
			}
		}
		return words
	}
	return ""
}

// endsInTitle knows the abbreviations after which a sentence goes on.
func endsInTitle(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	switch strings.ToLower(strings.TrimLeft(last, "(")) {
	case "mr", "mrs", "ms", "dr", "st", "no", "e.g", "i.e", "etc", "p.m", "a.m", "vs":
		return true
	}
	return false
}

func (d *Doc) words(n ast.Node) string {
	var b strings.Builder
	walkText(n, d.src, func(s string, _ int) { b.WriteString(s) })
	return b.String()
}

// Plain is the text as a reader gets it, with marks taken off, and the way
// back to the source.
type Plain struct {
	Text  string
	spans []span
	end   int // length of the source
}

type span struct{ plain, src int }

// Plain lists everything that a reader or a machine can read in the text:
// words, code, and the targets of links on lines of their own.
func (d *Doc) Plain() Plain {
	p := Plain{end: len(d.src)}
	var b strings.Builder
	add := func(s string, at int) {
		p.spans = append(p.spans, span{b.Len(), at})
		b.WriteString(s)
	}
	walkText(d.root, d.src, add)
	_ = ast.Walk(d.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if link, ok := n.(*ast.Link); ok && entering {
			at := max(n.Pos(), 0)
			add("\n", at)
			to, err := url.PathUnescape(string(resolved(link.Destination)))
			if err != nil {
				to = string(resolved(link.Destination))
			}
			if i := bytes.Index(d.src[at:], link.Destination); i >= 0 {
				at += i
			}
			add(to+"\n", at)
			if i := bytes.Index(d.src[at:], link.Title); i >= 0 {
				at += i
			}
			readText(link.Title, at, add)
		}
		return ast.WalkContinue, nil
	})
	p.Text = b.String()
	return p
}

// Source is the offset in the source of offset i of the plain text.
func (p Plain) Source(i int) int {
	lo, hi := 0, len(p.spans)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.spans[mid].plain <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return 0
	}
	s := p.spans[lo-1]
	return min(s.src+i-s.plain, p.end)
}

// walkText calls add for every run of words below n, and for the spaces and
// line ends between them.
func walkText(n ast.Node, src []byte, add func(s string, at int)) {
	end := 0
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			if n.Type() == ast.TypeBlock {
				add("\n", end)
			}
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			end = n.Segment.Stop
			if n.IsRaw() {
				add(string(n.Segment.Value(src)), n.Segment.Start)
			} else {
				readText(n.Segment.Value(src), n.Segment.Start, add)
			}
			if n.SoftLineBreak() || n.HardLineBreak() {
				add("\n", end)
			}
		case *ast.String:
			add(string(n.Value), end)
		case *ast.AutoLink:
			// The place of a bare address may be that of the space before it.
			at, label := max(n.Pos(), 0), n.Label(src)
			if i := bytes.Index(src[at:], label); i >= 0 {
				at += i
			}
			end = at + len(label)
			add(string(label), at)
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
			for i := range n.Lines().Len() {
				s := n.Lines().At(i)
				end = s.Stop
				add(string(s.Value(src)), s.Start)
			}
		case *ast.RawHTML:
			for i := range n.Segments.Len() {
				s := n.Segments.At(i)
				end = s.Stop
				add(string(s.Value(src)), s.Start)
			}
		}
		return ast.WalkContinue, nil
	})
}

// longestEntity is how many bytes an HTML entity can have; the longest known
// one has 33.
const longestEntity = 40

// readText calls add for words as the page will show them: without the
// backslash before a mark, and with entities as the letters they stand for.
func readText(words []byte, at int, add func(s string, at int)) {
	from := 0
	flush := func(to int) {
		if to > from {
			add(string(words[from:to]), at+from)
		}
	}
	for i := 0; i < len(words); i++ {
		switch words[i] {
		case '\\':
			if i+1 < len(words) && util.IsPunct(words[i+1]) {
				flush(i)
				from = i + 1
				i++
			}
		case '&':
			entity := words[i:min(i+longestEntity, len(words))]
			n := bytes.IndexByte(entity, ';') + 1
			if n == 0 || bytes.ContainsAny(entity[1:n], "& ") {
				continue
			}
			if meant, ok := entityMeans(entity[:n]); ok {
				flush(i)
				add(meant, at+i)
				from, i = i+n, i+n-1
			}
		}
	}
	flush(len(words))
}

// entityMeans reads an entity as goldmark writes it: numbers are decimal, with
// noughts in front too.
func entityMeans(entity []byte) (string, bool) {
	digits, numbered := bytes.CutPrefix(entity[:len(entity)-1], []byte("&#"))
	if !numbered {
		meant := util.ResolveEntityNames(entity)
		return string(meant), !bytes.Equal(meant, entity)
	}
	base, longest := 10, 7
	if len(digits) > 0 && digits[0]|0x20 == 'x' {
		digits, base, longest = digits[1:], 16, 6
	}
	n, err := strconv.ParseUint(string(digits), base, 32)
	return string(util.ToValidRune(rune(n))), err == nil && len(digits) <= longest
}
