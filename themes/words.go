package themes

import (
	"html/template"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
)

// saying is what is said for an error of a library, which may quote the file.
type saying struct {
	means         *regexp.Regexp
	message, hint string
}

func say(means, message, hint string) saying {
	return saying{regexp.MustCompile("(?s)" + means), message, hint}
}

const seeDefault = "Compare with the file of the same name that comes with yousaid (themes/default)."

// Errors of reading a template.
var unreadables = []saying{
	say(`function "[^"]*" not defined`, "there is no function of this name", "A value of the page begins with a dot, as {{.Title}}. "+seeDefault),
	say(`undefined variable`, "this name with a $ is not known here", "Such a name is known from where it is set to the {{end}} of the {{if}}, {{range}} or {{with}} around it. Look at the spelling."),
	say(`unclosed action`, "these curly brackets are not closed", "Write }} at their end."),
	say(`comment`, "this comment is not closed", "Write */}} at its end."),
	say(`unexpected EOF`, "this has no {{end}}", "Write {{end}} where it stops. Each {{if}}, {{range}}, {{with}}, {{block}} and {{define}} needs one of its own."),
	say(`unexpected \{\{end\}\}`, "this {{end}} ends nothing", "Remove it, or look above for the {{if}}, {{range}} or {{with}} that is missing."),
	say(`\{\{else`, "this {{else}} belongs to nothing", "Remove it, or look above for the {{if}}, {{range}} or {{with}} that is missing."),
	say(`missing value for`, "it is not said what this looks at", "Write a value after the word, as {{if .Title}}."),
	say(`unterminated|character constant`, "a quotation mark is missing between these curly brackets", `Put words between two straight quotation marks, as "topics/".`),
	say(`paren`, "a round bracket is missing between these curly brackets, or there is one too many", "Each ( needs one )."),
	say(`\{\{(break|continue)\}\} outside`, "this works inside {{range}} only", "Remove it."),
	say(`multiple definition`, "a template of this name is defined twice", "Give one of them another name."),
	say(``, "this between curly brackets can't be read", "Look for a slip: a mark too many, or a missing dot or blank. "+seeDefault),
}

func unreadable(said string) (message, hint string) {
	if m := parseError.FindStringSubmatch(said); m != nil {
		said = m[2]
	}
	s := first(unreadables, said)
	if name := regexp.MustCompile(`^function "([^"]*)"`).FindStringSubmatch(said); name != nil {
		return s.message, didYouMean(name[1], functionNames(), "", s.hint)
	}
	return s.message, s.hint
}

var endless = say(`maximum template depth|too long`, "this never comes to an end: the template calls itself", "Look at the {{template}} lines. A template must not lead back to itself without an end.")

var noTemplate = say(`^template ".*" not defined|no such template|incomplete or empty template`, "there is no template of this name, or it is empty", "Look at the spelling, or put a file of this name in your theme.")

// Errors of filling a template.
var unfillables = []saying{
	say(`can't evaluate field|has no entry|unexported field`, "there is no value of this name here", "Look at the spelling, capitals too. "+seeDefault),
	say(`nil pointer|nil data|explicit nil`, "on some pages there is nothing here", "Put {{with …}} before it and {{end}} after it, so that it is left out where there is nothing."),
	say(`error calling asset`, "the theme has no file of this name", "Look at the spelling, or put the file in your theme."),
	say(`error calling index|error calling slice|out of range`, "on some pages there are not so many", "Use {{range}} or {{with}}, which leave out what is not there."),
	say(`error calling|incompatible types|not defined on|can't handle|wrong type|expected [a-z]+; found|invalid value|can't print`, "this is given a value of a kind that it can't work with", seeDefault),
	say(`wrong number of args`, "this is given too many values, or too few", seeDefault),
	say(`can't give argument|is not a method but has arguments|cannot be invoked`, "nothing can stand after this value", "Look for a blank too many, or for a function that is missing before it."),
	say(`range can't iterate|can't use .* iterate|can't iterate`, "this is no list, so {{range}} can't go through it", "Use {{with}} for one value."),
	endless,
	noTemplate,
	say(``, "this can't be filled in", seeDefault),
}

// Refusals of html/template.
var refusals = map[template.ErrorCode]saying{
	template.ErrBadHTML:           say(``, "a tag is broken here", "A quotation mark or a > is missing, here or above."),
	template.ErrEndContext:        say(``, "something is not closed", "Look for a quotation mark or a > that is missing, or for a <script>, <style>, <title> or <textarea> without its end."),
	template.ErrBranchEnd:         say(``, "the ways through this end differently", "What {{if}} begins, as a tag or a quotation mark, has to be closed before {{else}} or {{end}}, or in each of them."),
	template.ErrRangeLoopReentry:  say(``, "what is repeated here ends differently from how it begins", "A tag or a quotation mark that begins between {{range}} and its {{end}} has to be closed there."),
	template.ErrOutputContext:     say(``, "this template calls itself, and it is not known inside which tag", "Close every tag and quotation mark before it calls itself."),
	template.ErrAmbigContext:      say(``, "it is not known which part of an address this is", "Put the whole address together in one place, as {{url .Site \"topics/\"}}."),
	template.ErrPredefinedEscaper: say(``, "this word is not needed, and not allowed", "Remove it: values are made safe for their place by themselves."),
	template.ErrNoSuchTemplate:    noTemplate,
}

var otherRefusal = say(``, "this can't stand in a script or a style", "Put scripts and styles in files of their own, with fixed words only.")

func first(list []saying, said string) saying {
	for _, s := range list {
		if s.means.MatchString(said) {
			return s
		}
	}
	return list[len(list)-1]
}

// functionNames are what a template can call.
func functionNames() []string {
	return append(slices.Sorted(maps.Keys(funcs(nil, nil))), "and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge", "len", "index", "print", "printf", "slice")
}

// valueNames are the values that can be reached from data, by the Go name of
// what they are values of.
func valueNames(data any) map[string][]string {
	out := map[string][]string{}
	var look func(t reflect.Type)
	look = func(t reflect.Type) {
		for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer && t.Elem().Kind() != reflect.Struct {
			t = t.Elem()
		}
		base := t
		if t.Kind() == reflect.Pointer {
			base = t.Elem()
		}
		if _, seen := out[t.String()]; seen || base.Kind() != reflect.Struct {
			return
		}
		names := []string{}
		for i := range t.NumMethod() {
			names = append(names, t.Method(i).Name)
		}
		for i := range base.NumField() {
			names = append(names, base.Field(i).Name)
		}
		out[t.String()] = names
		for i := range base.NumField() {
			look(base.Field(i).Type)
		}
	}
	if data != nil {
		look(reflect.TypeOf(data))
	}
	return out
}

var wrongCount = regexp.MustCompile(`wrong number of args for \w+: want ((?:at least )?\d+) got (\d+)`)

var unknownValue = regexp.MustCompile(`can't evaluate field (\S+) in type (\S+)`)

// closerHint is what a value that isn't there may be a slip for, or how many a
// function takes.
func closerHint(said string, data any) string {
	if m := wrongCount.FindStringSubmatch(said); m != nil {
		return "It takes " + m[1] + ", and is given " + m[2] + "."
	}
	m := unknownValue.FindStringSubmatch(said)
	if m == nil || data == nil {
		return ""
	}
	known := valueNames(data)
	if m[2] == "interface" { // what pair holds may be anything
		for _, kind := range slices.Sorted(maps.Keys(known)) {
			known[m[2]] = append(known[m[2]], known[kind]...)
		}
	}
	here := append(slices.Clone(known[m[2]]), known[strings.TrimPrefix(m[2], "*")]...)
	top := reflect.TypeOf(data)
	if meant := further(top, known, func(list []string) string { return exact(m[1], list) }); meant != "" && m[2] == top.String() {
		return "Did you mean ." + meant + "?"
	}
	if meant := nearest(m[1], here); meant != "" {
		return "Did you mean ." + meant + "?"
	}
	if m[2] != top.String() && exact(m[1], known[top.String()]) != "" {
		return "Inside {{range}} and {{with}} a dot is what they go through. Did you mean $." + m[1] + "?"
	}
	if meant := further(top, known, func(list []string) string { return nearest(m[1], list) }); meant != "" && m[2] == top.String() {
		return "Did you mean ." + meant + "?"
	}
	return ""
}

// further looks for a value in what the page is given, one step on.
func further(top reflect.Type, known map[string][]string, find func([]string) string) string {
	if top.Kind() == reflect.Pointer {
		top = top.Elem()
	}
	if top.Kind() != reflect.Struct {
		return ""
	}
	for i := range top.NumField() {
		if meant := find(known[top.Field(i).Type.String()]); meant != "" {
			return top.Field(i).Name + "." + meant
		}
	}
	return ""
}

func exact(name string, list []string) string {
	if slices.Contains(list, name) {
		return name
	}
	return ""
}
