package themes

import (
	"bytes"
	"html/template"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/template/parse"
)

// parseError has the line and what is wrong.
var parseError = regexp.MustCompile(`(?s)^template: .*?:(\d+): (.*)$`)

// parsed reads one template as it was written, or tells where it cannot be read.
func parsed(name string, text []byte, f template.FuncMap) (*template.Template, []Fault) {
	t, err := template.New(name).Funcs(f).Parse(string(text))
	if err == nil {
		return t, nil
	}
	fault := Fault{File: name, Kind: TemplateKind}
	fault.Message, fault.Hint = unreadable(err.Error())
	acts := actions(string(text))
	at := len(text)
	switch said := err.Error(); {
	case strings.Contains(said, "unexpected EOF"), strings.Contains(said, "unclosed action"), strings.Contains(said, "unclosed comment"):
		at = stillOpen(acts)
	default:
		// The first action after which the text cannot be read any more.
		for _, a := range acts {
			_, err := template.New(name).Funcs(f).Parse(string(text[:a.end]))
			if err != nil && !strings.Contains(err.Error(), "unexpected EOF") {
				at = a.start
				if fault.Message == unreadables[len(unreadables)-1].message && bytes.ContainsAny(text[a.start+2:a.end], "<{") {
					fault.Message, fault.Hint = unreadable("unclosed action")
				}
				break
			}
		}
	}
	return nil, []Fault{fault.at(text, at)}
}

// action is one pair of curly brackets. Without an end it goes to the end of
// the text.
type action struct {
	start, end int
	word       string // the first in it
	closed     bool
}

var firstWord = regexp.MustCompile(`^\{\{-?\s*([a-z]*)`)

// actions are all of a text.
func actions(text string) (out []action) {
	for at := 0; ; {
		i := strings.Index(text[at:], "{{")
		if i < 0 {
			return out
		}
		a := action{start: at + i, word: firstWord.FindStringSubmatch(text[at+i:])[1]}
		a.end, a.closed = endOfAction(text, a.start+2)
		out = append(out, a)
		at = a.end
	}
}

func endOfAction(text string, at int) (end int, closed bool) {
	if rest := strings.TrimLeft(strings.TrimPrefix(text[at:], "-"), " \t\r\n"); strings.HasPrefix(rest, "/*") {
		begin := len(text) - len(rest)
		if i := strings.Index(text[begin:], "*/"); i >= 0 {
			if j := strings.Index(text[begin+i:], "}}"); j >= 0 {
				return begin + i + j + 2, true
			}
		}
		return len(text), false
	}
	for at < len(text) {
		switch c := text[at]; {
		case strings.HasPrefix(text[at:], "}}"):
			return at + 2, true
		case c == '"' || c == '`' || c == '\'':
			at++
			for at < len(text) && text[at] != c && (c == '`' || text[at] != '\n') {
				if text[at] == '\\' && c != '`' {
					at++
				}
				at++
			}
		}
		at++
	}
	return len(text), false
}

// stillOpen is where something begins that has no end.
func stillOpen(acts []action) int {
	var open []int
	for _, a := range acts {
		switch {
		case !a.closed:
			return a.start
		case slices.Contains([]string{"if", "range", "with", "define", "block"}, a.word):
			open = append(open, a.start)
		case a.word == "end" && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	if len(open) == 0 {
		return 0
	}
	return open[len(open)-1]
}

// calls are the templates that t calls, and the files of the theme whose
// address it asks for, with where.
func calls(t *template.Template, call func(name string, at parse.Pos), asset func(name string, at parse.Pos, needed bool)) {
	var pipe func(p *parse.PipeNode)
	pipe = func(p *parse.PipeNode) {
		if p == nil {
			return
		}
		for _, c := range p.Cmds {
			for i, arg := range c.Args {
				switch arg := arg.(type) {
				case *parse.PipeNode:
					pipe(arg)
				case *parse.StringNode:
					if fn, ok := c.Args[0].(*parse.IdentifierNode); ok && i > 0 && slices.Contains([]string{"asset", "has", "tall"}, fn.Ident) {
						asset(arg.Text, arg.Position(), fn.Ident == "asset")
					}
				}
			}
		}
	}
	var walk func(n parse.Node)
	branch := func(b *parse.BranchNode) {
		pipe(b.Pipe)
		walk(b.List)
		walk(b.ElseList)
	}
	walk = func(n parse.Node) {
		switch n := n.(type) {
		case *parse.ListNode:
			if n != nil {
				for _, inner := range n.Nodes {
					walk(inner)
				}
			}
		case *parse.ActionNode:
			pipe(n.Pipe)
		case *parse.IfNode:
			branch(&n.BranchNode)
		case *parse.RangeNode:
			branch(&n.BranchNode)
		case *parse.WithNode:
			branch(&n.BranchNode)
		case *parse.TemplateNode:
			pipe(n.Pipe)
			call(n.Name, n.Position())
		}
	}
	for _, one := range t.Templates() {
		if one.Tree != nil {
			walk(one.Tree.Root)
		}
	}
}

// parsedAll reads the theme's templates as they were written. What they call and
// is not there is a fault, and what is there and nobody calls is told.
func (t *Theme) parsedAll(f template.FuncMap) (faults []Fault) {
	set := template.New("theme").Option("missingkey=error").Funcs(f)
	var own []*template.Template
	whole := true
	for _, name := range t.names(".html") {
		one, wrong := parsed(name, t.files[name], f)
		if wrong != nil {
			faults, whole = append(faults, wrong...), false
			continue
		}
		own = append(own, one)
		for _, part := range one.Templates() {
			if part.Tree == nil {
				continue
			}
			if _, err := set.AddParseTree(part.Name(), part.Tree.Copy()); err != nil {
				faults, whole = append(faults, Fault{File: name, Kind: TemplateKind, Message: "this cannot be put together with the other templates", Hint: "Look whether two files define a template of the same name."}), false
			}
		}
	}
	called, assets := map[string]bool{}, map[string]bool{}
	for _, one := range own {
		name := one.Name()
		missing := func(what string, at parse.Pos, known []string, message, otherwise string) {
			if _, mine := t.own[name]; !mine {
				return
			}
			f := Fault{File: name, Kind: TemplateKind, Message: message, Hint: didYouMean(what, known, "", otherwise)}
			faults = append(faults, f.at(t.files[name], int(at)))
		}
		hoped := map[string]bool{} // files that may be missing
		calls(one, func(string, parse.Pos) {}, func(what string, _ parse.Pos, needed bool) { hoped[what] = hoped[what] || !needed })
		calls(one, func(what string, at parse.Pos) {
			called[what] = true
			if set.Lookup(what) == nil && whole {
				missing(what, at, t.standardNames(".html"), "there is no template of this name", "Look at the spelling, or put a file of this name in your theme.")
			}
		}, func(what string, at parse.Pos, needed bool) {
			assets[what] = true
			if _, there := t.files[what]; needed && !there && !hoped[what] {
				missing(what, at, slices.DeleteFunc(slices.Sorted(maps.Keys(t.files)), isTemplate), "the theme has no file of this name", "Look at the spelling, or put the file in your theme.")
			}
		})
	}
	for name := range t.assetsInStyle {
		assets[name] = true
	}
	faults = append(faults, t.unused(called, assets)...)
	if whole {
		t.plain = set
	}
	return faults
}

func isTemplate(name string) bool { return path.Ext(name) == ".html" }

// names are the files of the theme that end so, in order.
func (t *Theme) names(ext string) []string { return named(t.files, ext) }

// mine are the files that were laid over.
func (t *Theme) mine() []string { return slices.Sorted(maps.Keys(t.own)) }

func (t *Theme) standardNames(ext string) []string { return named(t.standard, ext) }

func named(files map[string][]byte, ext string) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(files)), func(name string) bool { return path.Ext(name) != ext })
}
