package entry

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"yousaid/generator/finding"
	"yousaid/generator/site"
	"yousaid/generator/source"
)

// Parse reads one report. name is the file's path as people know it. The
// entry is nil when nothing of it can be trusted; then a finding says why.
func Parse(f source.File, name string, set *Settings) (*Entry, []finding.Finding) {
	if at, ok := fileProblem(f, name); !ok {
		return nil, []finding.Finding{at}
	}
	d := &decoder{src: newLines(name, f.Text), base: set.Base, choices: set, voice: -1}
	root, bodyAt, ok := d.document()
	if !ok {
		return nil, d.findings
	}
	e := &Entry{Path: f.Path, Address: Address(f.Path), Place: d.src.pos(0, 0)}
	readKeys(d, root, reportKeys, e)
	e.slips, e.keysAt = d.slips, d.place(root)
	for i := range e.Contributions {
		if c := &e.Contributions[i]; c.Consent != nil {
			c.resolve(set)
			c.Consent.settle(set, c.From, c.Band)
		}
	}
	e.readBody(d, bodyAt)
	e.Pieces = d.pieces
	e.settleMedia(set)
	e.Addresses = addresses(f, name, e.Address, e.Was)
	return e, d.findings
}

func (e *Entry) readBody(d *decoder, at int) {
	e.Body = d.body(at)
	for _, p := range e.Body.Doc.Parts() {
		kind := site.OtherPart
		if p.Heading == "" {
			kind = site.LeadPart
		} else if k, ok := site.Headings[headingKey(p.Heading)]; ok {
			kind = k
		}
		e.Parts = append(e.Parts, Part{p, kind, d.src.pos(at+p.Start, at+p.Start)})
	}
	d.show("body", e.Body.Private, e.Body.Doc)
}

func headingKey(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	return strings.Trim(strings.Join(strings.Fields(s), " "), " .:!?…")
}

// Address is where a report with this path is published, below /reports/.
func Address(p string) string {
	return strings.TrimSuffix(strings.TrimPrefix(p, "reports/"), ".md")
}

// GoodName reports whether a path below reports/ can be an address.
func GoodName(p string) bool {
	return strings.HasSuffix(p, ".md") && isReportAddress(Address(p))
}

// isReportAddress leaves out the addresses of the list of all reports.
func isReportAddress(s string) bool {
	return isAddress(s) && s != "page" && !strings.HasPrefix(s, "page/")
}

var translation = regexp.MustCompile(`^[a-z0-9-]+\.[a-z]{2,3}(-[a-z]+)?\.md$`)

// IsTranslation reports whether a path is a report in another language, which
// stands beside the report it translates.
func IsTranslation(p string) bool { return translation.MatchString(path.Base(p)) }

// ByNumber says where a file is without its name, which may be private: by the
// nearest folder whose own name is fit to be seen, and a number in it. folder
// is what people call the content folder.
func ByNumber(f source.File, folder string) finding.Pos {
	parts := strings.Split(f.Path, "/")
	for i, part := range parts {
		last := i == len(parts)-1
		if isSlug(part) && (!last || f.Folder) {
			continue
		}
		what := "folder"
		if last && !f.Folder {
			what = "file"
		}
		n := 0
		if i < len(f.Places) {
			n = f.Places[i]
		}
		return Numbered(path.Join(folder, path.Join(parts[:i]...)), Nth{what, n})
	}
	return finding.Pos{File: path.Join(folder, f.Path)}
}

var bandShape = regexp.MustCompile(`^(?:(\d{1,2})-(\d{1,2})|(\d{1,2})-plus|under-(\d{1,2}))$`)

// bandEnds are the youngest and the oldest age of a band, both counted.
func bandEnds(band string) (from, to int, ok bool) {
	m := bandShape.FindStringSubmatch(band)
	if m == nil {
		return 0, 0, false
	}
	num := func(s string) int { n, _ := strconv.Atoi(s); return n }
	switch {
	case m[1] != "":
		return num(m[1]), num(m[2]), num(m[1]) < num(m[2])
	case m[3] != "":
		return num(m[3]), 120, true
	}
	return 0, num(m[4]) - 1, num(m[4]) > 1
}

// under reports whether somebody in the band may be younger than age. No band
// tells nothing, so it may.
func under(band string, age int) bool {
	from, _, ok := bandEnds(band)
	return !ok || from < age
}

// BandWords is a band as readers see it: "13 to 15".
func BandWords(band string) string {
	from, to, ok := bandEnds(band)
	switch {
	case !ok:
		return ""
	case strings.HasPrefix(band, "under-"):
		return "under " + strconv.Itoa(to+1)
	case to == 120:
		return strconv.Itoa(from) + " or older"
	}
	return strconv.Itoa(from) + " to " + strconv.Itoa(to)
}

func band[T any](doc string, get func(*T) *Word) key[T] {
	return key[T]{Key{Name: "band", Kind: "13-15, 16-plus, under-13", Doc: doc}, func(d *decoder, n *yaml.Node, t *T) {
		value, ok := d.scalar(n, "an age band")
		if !ok {
			return
		}
		if _, _, ok := bandEnds(value); !ok {
			d.add(ValueType, d.place(n), "this has to be an age band of two ages or more", "Write it as 13-15, 16-plus or under-13. Never one exact age.")
			return
		}
		*get(t) = Word{value, d.place(n)}
	}}
}
