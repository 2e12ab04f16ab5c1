package withdraw

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/site"
	"yousaid/generator/trace"
)

// Place is one place at which something of a person stands.
type Place struct {
	Pos     finding.Pos
	InVoice bool   // it is the paper of a contribution or a picture; else the key stands in the text
	Voice   string // id of the contribution, or what the picture is called
	Picture bool
	Media   int // files that belong to it
}

// Find lists every place for which there is a paper with this key. Where a file
// can't be read as a report, the key is looked for as text; so it is in notes,
// and in every other file of the folder.
func Find(content fs.FS, folder, key string) ([]Place, *trace.Found) {
	var out []Place
	for _, f := range reports(content) {
		raw, err := fs.ReadFile(content, f)
		if err != nil {
			continue
		}
		o, ok := entry.ReadOriginal(raw, path.Join(folder, f))
		if !ok {
			continue
		}
		for i := range o.Voices {
			if at, ok := o.Voices[i].Holds(key); ok {
				out = append(out, Place{Pos: at, InVoice: true, Voice: o.Voices[i].Called(i), Media: len(o.Voices[i].Files)})
			}
		}
		for i := range o.Pictures {
			if at, ok := o.Pictures[i].Holds(key); ok {
				out = append(out, Place{Pos: at, InVoice: true, Voice: o.Pictures[i].ID(), Picture: true})
			}
		}
	}
	found := Text(content, folder, key)
	for _, p := range found.Places {
		if !slices.ContainsFunc(out, func(o Place) bool { return o.Pos.File == p.File && o.Pos.Line == p.Line && o.InVoice }) {
			out = append(out, Place{Pos: p})
		}
	}
	return out, found
}

// Text looks for a key as text in every file of the folder.
func Text(content fs.FS, folder, key string) *trace.Found {
	w := &trace.Words{}
	w.AddKey(key)
	return trace.Folder(content, folder, w, nil)
}

// keyAt finds the key where no edit takes it out.
func (p *Plan) keyAt(src Source, key string) {
	w := &trace.Words{}
	w.AddKey(key)
	found := trace.Folder(src.Content, src.Folder, w, func(f string) bool {
		return slices.ContainsFunc(p.Edits, func(e Edit) bool { return e.Path == f })
	})
	for _, e := range p.Edits {
		places, _ := trace.File(e.Path, e.Name, e.After, w)
		found.Places = append(found.Places, places...)
	}
	for _, at := range found.Places {
		if !slices.ContainsFunc(p.ByHand, func(h Hand) bool { return h.Pos.File == at.File }) {
			p.KeyAt = append(p.KeyAt, at)
		}
	}
}

// byHand says what a person has to do in a file that can't be read as a report,
// and reads the words to look for as well as that can be done.
func (p *Plan) byHand(src Source, t Target, f, name string, raw []byte) {
	text := strings.ReplaceAll(strings.ReplaceAll(string(raw), "\r\n", "\n"), "\r", "\n")
	lines := strings.Split(text, "\n")
	var starts []int
	if t.Key == "" {
		id := regexp.MustCompile(`(?:^|[\s{,-])["']?id["']?\s*:\s*["']?` + regexp.QuoteMeta(t.Voice) + `["']?\s*(?:$|[,}#])`)
		for i, line := range lines {
			if id.MatchString(line) {
				starts = append(starts, i)
			}
		}
		if len(starts) == 0 {
			p.ByHand = append(p.ByHand, Hand{finding.Pos{File: name}, "This file cannot be read as a report, and no line of it holds this id. Open it, and look whether the words are in it."})
		}
	} else {
		w := &trace.Words{}
		w.AddKey(t.Key)
		places, _ := trace.File(f, name, raw, w)
		for _, at := range places {
			if at.Line == 0 {
				p.ByHand = append(p.ByHand, Hand{at, "This file cannot be read as a report, and the record stands in it. Open it, and take the words out."})
				continue
			}
			starts = append(starts, max(opening(lines, at.Line-1), 0))
		}
	}
	for _, first := range slices.Compact(starts) {
		last := ending(lines, first)
		id := t.Voice
		if m := idLine.FindStringSubmatch(strings.Join(lines[first:last+1], "\n")); id == "" && m != nil {
			id = m[1]
		}
		p.Words.Add(loose(strings.Join(lines[first:last+1], "\n"))...)
		p.ByHand = append(p.ByHand, steps(finding.Pos{File: name, Line: first + 1, Col: 1}, id, last+1, src.Today))
	}
	p.earlier(src, f, func(old *entry.Original) {
		for i := range old.Voices {
			v := &old.Voices[i]
			if _, holds := v.Holds(t.Key); holds || t.Key == "" && v.ID == t.Voice {
				p.take(v)
			}
		}
	})
}

var (
	idLine = regexp.MustCompile(`(?m)(?:^|[\s{,-])id\s*:\s*["']?([a-z0-9-]+)`)
	hyphen = regexp.MustCompile(`^\s*-(\s|$)`)
)

// opening is the line with the hyphen that a line belongs to.
func opening(lines []string, at int) int {
	in := inset(lines[at])
	for i := at; i >= 0; i-- {
		if hyphen.MatchString(lines[i]) && (inset(lines[i]) < in || i == at) && idLine.MatchString(strings.Join(lines[i:at+1], "\n")) {
			return i
		}
	}
	return at
}

// ending is the last line of the item that begins at a line.
func ending(lines []string, first int) int {
	in, last := inset(lines[first]), first
	for i := first + 1; i < len(lines); i++ {
		if strings.TrimSpace(lines[i]) == "" {
			continue
		}
		if inset(lines[i]) < in || inset(lines[i]) == in && (hyphen.MatchString(lines[first]) || hyphen.MatchString(lines[i])) {
			break
		}
		last = i
	}
	return last
}

func inset(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// steps tells a person how to take one voice out of a file. last is the last
// line of it; 0: not known.
func steps(at finding.Pos, id string, last int, day site.Date) Hand {
	until := ""
	if last > at.Line {
		until = ", down to line " + strconv.Itoa(last)
	}
	if strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || id == "" {
		id = "an id that is free"
	}
	return Hand{at, "Open the file and go to line " + strconv.Itoa(at.Line) + ". Remove everything of this contribution" + until +
		", and write two lines in its place: “- id: " + id + "” and, below it and moved in by two spaces more, “withdrawn: " + day.String() + "”. Save it, then run the same command again."}
}
