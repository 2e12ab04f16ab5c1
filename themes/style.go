package themes

import (
	"bytes"
	"errors"
	"path"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
	"github.com/tdewolff/parse/v2/js"
)

// colours is laid into style.css, so that a team changes a few colours without
// having a copy of everything else.
const (
	style   = "style.css"
	colours = "colours.css"
)

// beforeContrast is where the team's colours go: what follows is for readers who
// asked their device for more contrast, and that goes before anybody's taste.
var beforeContrast = []byte("@media (prefers-contrast: more)")

// withColours is the style sheet with the team's colours in it.
func withColours(sheet, own []byte) []byte {
	at := bytes.Index(sheet, beforeContrast)
	if at < 0 {
		at = len(sheet)
	}
	return bytes.Join([][]byte{sheet[:at], own, sheet[at:]}, []byte("\n"))
}

// opened are the marks that need another one.
var opened = map[css.TokenType]string{
	css.LeftBraceToken: "}", css.LeftParenthesisToken: ")", css.LeftBracketToken: "]", css.FunctionToken: ")",
}

var closers = map[css.TokenType]string{css.RightBraceToken: "}", css.RightParenthesisToken: ")", css.RightBracketToken: "]"}

// unstyled finds slips in a style sheet. Browsers pass over what they can't
// read, up to the end of the file where something is not closed.
func unstyled(name string, text []byte) (faults []Fault) {
	add := func(at int, harmless bool, message, hint string) {
		faults = append(faults, Fault{File: name, Kind: StyleKind, Message: message, Hint: hint, Harmless: harmless}.at(text, at))
	}
	type mark struct {
		close string
		at    int
	}
	var open []mark
	tokens(text, func(kind css.TokenType, data []byte, at int) {
		switch close := closers[kind]; {
		case opened[kind] != "":
			open = append(open, mark{opened[kind], at})
		case kind == css.BadStringToken:
			add(at, false, "a quotation mark is missing at the end of this", "Write it before the end of the line.")
		case kind == css.BadURLToken:
			add(at, false, "this address can't be read", `Write it between quotation marks, as url("picture.png").`)
		case kind == css.CommentToken && !bytes.HasSuffix(data, []byte("*/")):
			add(at, false, "this comment is not closed", "Write */ at its end.")
		case close == "":
		case len(open) > 0 && open[len(open)-1].close == close:
			open = open[:len(open)-1]
		case len(open) > 0 && close == "}":
			add(open[len(open)-1].at, false, "a "+open[len(open)-1].close+" is missing after this", "Write it where this ends.")
			for len(open) > 0 && open[len(open)-1].close != close {
				open = open[:len(open)-1]
			}
			open = open[:max(0, len(open)-1)]
		default:
			add(at, false, "this "+close+" closes nothing", "Remove it, or look above for the mark that is missing.")
		}
	})
	if stops(faults) {
		open = nil // the same slip, told twice
	}
	for _, m := range open {
		add(m.at, false, "this is never closed, so nothing after it works", "Write "+m.close+" where it ends.")
	}
	if len(faults) == 0 {
		faults = ungrammatical(name, text)
	}
	return faults
}

// ungrammatical finds lines that browsers pass over. They are only warned of:
// style sheets learn new ways to write things every year.
func ungrammatical(name string, text []byte) (faults []Fault) {
	p := css.NewParser(parse.NewInputBytes(bytes.Clone(text)), false)
	for {
		kind, _, _ := p.Next()
		if kind == css.ErrorGrammar {
			var slip *parse.Error
			if !p.HasParseError() || !errors.As(p.Err(), &slip) {
				return faults
			}
			faults = append(faults, Fault{File: name, Line: slip.Line, Col: slip.Column, Kind: StyleKind, Harmless: true,
				Message: "the browser may pass over this line", Hint: "Write it as name: value; and look for a : or ; that is missing, here or above."})
			continue
		}
		if kind != css.DeclarationGrammar {
			continue
		}
		depth := 0
		for _, v := range p.Values() {
			switch {
			case opened[v.TokenType] != "":
				depth++
			case closers[v.TokenType] != "":
				depth--
			case v.TokenType == css.ColonToken && depth == 0:
				f := Fault{File: name, Kind: StyleKind, Harmless: true, Message: "the browser may pass over this line", Hint: "A ; is missing, most likely at the end of the line above."}
				faults = append(faults, f.at(text, bytes.LastIndexByte(text[:min(p.Offset(), len(text))], ':')))
				depth = 1 << 20 // said once for each
			}
		}
	}
}

// tokens goes through a style sheet.
func tokens(text []byte, see func(kind css.TokenType, data []byte, at int)) {
	in := parse.NewInputBytes(bytes.Clone(text))
	l := css.NewLexer(in)
	for {
		kind, data := l.Next()
		if kind == css.ErrorToken {
			return
		}
		see(kind, data, in.Offset()-len(data))
	}
}

// addresses finds every address in a style sheet. What edit gives for one takes
// its place.
func addresses(text []byte, edit func(address string, at int) string) []byte {
	var out bytes.Buffer
	last := ""
	tokens(text, func(kind css.TokenType, data []byte, at int) {
		word := string(data)
		switch {
		case kind == css.URLToken:
			inner := strings.TrimSpace(word[len("url(") : len(word)-1])
			if now := edit(strings.Trim(inner, `"'`), at); now != "" {
				word = `url("` + now + `")`
			}
		case kind == css.StringToken && (last == "url(" || last == "@import"):
			if now := edit(strings.Trim(word, `"'`), at); now != "" {
				word = `"` + now + `"`
			}
		}
		if kind != css.WhitespaceToken && kind != css.CommentToken {
			last = strings.ToLower(string(data))
		}
		out.WriteString(word)
	})
	return out.Bytes()
}

// fileOf is the file of the theme that an address in one of its style sheets
// leads to; empty: it leads to none.
func fileOf(sheet, address string) string {
	if foreign(address) || strings.HasPrefix(address, "#") || strings.HasPrefix(address, "/") {
		return ""
	}
	address, _, _ = strings.Cut(address, "#")
	return path.Join(path.Dir(sheet), address)
}

// unloaded finds addresses in a style sheet that browsers are told not to load,
// or that lead nowhere.
func (t *Theme) unloaded(name string, text []byte) (faults []Fault) {
	add := func(at int, kind Kind, message, hint string) {
		faults = append(faults, Fault{File: name, Kind: kind, Message: message, Hint: hint}.at(text, at))
	}
	addresses(text, func(address string, at int) string {
		file := fileOf(name, address)
		switch _, there := t.files[file]; {
		case strings.HasPrefix(strings.ToLower(address), "data:"):
			add(at, PolicyKind, "a picture inside a style sheet is not shown by the browser", `Put it in a file of your theme, and write url("its-name.svg").`)
		case foreign(address):
			add(at, PolicyKind, "this is loaded from another website, which the browser refuses", "A page must not tell another website who reads it. Put a copy of the file in your theme, and write its name here.")
		case file == "":
		case !there:
			add(at, StyleKind, "there is no file of this name in the theme", "Look at the spelling, or put the file in your theme.")
		default:
			t.assetsInStyle[file] = true
		}
		return ""
	})
	return faults
}

// unscripted finds what keeps a script from being run at all.
func unscripted(name string, text []byte) []Fault {
	_, err := js.Parse(parse.NewInputBytes(bytes.Clone(text)), js.Options{})
	var slip *parse.Error
	if !errors.As(err, &slip) {
		return nil
	}
	return []Fault{{File: name, Line: slip.Line, Col: slip.Column, Kind: ScriptKind,
		Message: "here the browser stops reading, so nothing of this script works", Hint: "Look for a slip here or just above: a bracket, a quotation mark or a comma that is missing, or one too many."}}
}
