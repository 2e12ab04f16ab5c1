package entry

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"yousaid/generator/site"
	"yousaid/generator/source"
)

// pieces is a report cut where a withdrawal cuts it: what stands for each voice
// and what stands between them. The expected result is put together from them,
// without a single line of the code that is tested.
type pieces struct {
	before, after string
	voices, gaps  []string // a gap follows each voice
	tombs         []string
	covers        []string // lines or items; marks of voice i
}

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

func makePieces(r *rand.Rand) pieces {
	p := pieces{before: pick(r, "---\n", "---\n# A note at the top.\n", "\n---\n") + pick(r, "", "\uFEFF")}
	if strings.HasSuffix(p.before, "\uFEFF") {
		p.before = "\uFEFF" + strings.TrimSuffix(p.before, "\uFEFF")
	}
	p.before += pick(r, "", "title: \"Bus # 5: later\"   # kept\n", "summary: >\n  Later\n\n  buses.\n") + pick(r, "asked: {question: Where - to?}\n", "")
	n := 1 + r.IntN(4)
	shape := r.IntN(4)
	indent := strings.Repeat(" ", pick(r, 0, 2, 3, 4))
	words := func(i int) string { return fmt.Sprintf("zib%dle keeps the moon: {late} [and] # wide", i) }
	for i := range n {
		id := pick(r, fmt.Sprintf("v%d", i), fmt.Sprintf("v%d", i), fmt.Sprintf("'v%d'", i), fmt.Sprintf("\"v%d\"", i))
		tomb := strings.ReplaceAll(strings.ReplaceAll(id, "'", "\""), "\"", "\"")
		switch shape {
		case 0, 1: // a block
			in := indent + "  "
			open := indent + "- "
			if r.IntN(3) == 0 {
				open, in = indent+"-   ", indent+"    "
			}
			body := "id: " + id + pick(r, "", "  # zib the note") + "\n"
			switch r.IntN(5) {
			case 0:
				body += in + "words: |\n" + in + "  " + words(i) + "\n\n" + in + "  # zib not a note\n" + in + "  - zib\n"
			case 1:
				body += in + "words: '" + words(i) + " it''s\n" + in + "  zib'\n"
			case 2:
				body += in + "words: \"" + words(i) + " \\\" }\n" + in + "  zib\"\n"
			case 3:
				body += in + "words: >-\n" + in + "    " + words(i) + "\n" + in + "# zib a note within\n" + in + "consent:\n" + in + "  to: quote\n" + in + "  by: [young-person,\n" + in + "    social-worker]\n"
			case 4:
				body += in + "wrods: zib\n" + in + "media:\n" + in + "- {file: zib.jpg, alt: zib}\n"
			}
			if r.IntN(4) == 0 {
				body += in + "# zib the last words\n"
			}
			voice := open + body
			if r.IntN(4) == 0 { // the hyphen on a line of its own
				voice = indent + "-\n" + pick(r, "", in+"# zib before the id\n") + in + body
				open, in = indent+"- ", indent+"  "
			}
			p.voices = append(p.voices, voice)
			p.tombs = append(p.tombs, open+"id: "+tomb+"\n"+in+"withdrawn: 2026-06-01\n")
			p.gaps = append(p.gaps, pick(r, "", "\n", indent+"# about what follows\n", "\n"+indent+"# one\n\n"+indent+"# two\n"))
		case 2: // braces in a block
			p.voices = append(p.voices, indent+"- {id: "+id+", words: \""+words(i)+"\"}"+pick(r, "", " # zib")+"\n")
			p.tombs = append(p.tombs, indent+"- id: "+tomb+"\n"+indent+"  withdrawn: 2026-06-01\n")
			p.gaps = append(p.gaps, pick(r, "", "\n"))
		case 3: // all in brackets
			p.voices = append(p.voices, pick(r,
				"{id: "+id+", words: don't 'zib' moon#late, media: [], consent: {by: [young-person]}}",
				"{ id: "+id+",\n   words: '"+words(i)+" }] '' ' ,\n   # zib }\n   consent: {to: quote}\n  }",
				"{words: \""+words(i)+" \\\" } \", id: "+id+"}"))
			p.tombs = append(p.tombs, "{id: "+tomb+", withdrawn: 2026-06-01}")
			p.gaps = append(p.gaps, ", ")
		}
	}
	if shape == 3 {
		p.before += "contributions: " + pick(r, "[", "[ ", "[\n  ")
		p.gaps[n-1] = pick(r, "]\n", ",\n  ]\n")
	} else {
		p.before += "contributions:\n"
	}
	p.after = pick(r, "draft: yes\n", "", "# later\nthanks: You all\n") + "---\n" + pick(r, "", "## You said\n\n- id: v0\n  words: a body\n", "\n\nNo line end")
	if r.IntN(2) == 0 { // marks of the check
		for i := range n {
			p.covers = append(p.covers, fmt.Sprintf("v%d-abc23%c", i, 'd'+i))
		}
		p.covers = append(p.covers, "other-abc234")
	}
	return p
}

func (p pieces) text(end string, gone map[int]bool) []byte {
	s := p.before
	if len(p.covers) > 0 {
		list := "anonymity:\n  by: lead\n  covers:\n"
		for i, c := range p.covers {
			if !gone[i] {
				list += "    - " + c + "\n"
			}
		}
		s = strings.Replace(s, "contributions:", list+"contributions:", 1)
	}
	for i := range p.voices {
		if gone[i] {
			s += p.tombs[i]
		} else {
			s += p.voices[i]
		}
		s += p.gaps[i]
	}
	return []byte(strings.ReplaceAll(s+p.after, "\n", end))
}

var firstOfJune, _ = site.ParseDate("2026-06-01")

func TestTakingAVoiceOutLeavesEveryOtherByte(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 6000 {
		p := makePieces(r)
		end := pick(r, "\n", "\n", "\r\n", "\r")
		gone := map[int]bool{r.IntN(len(p.voices)): true}
		if r.IntN(4) == 0 {
			gone[r.IntN(len(p.voices))] = true
		}
		raw := p.text(end, nil)
		o, ok := ReadOriginal(raw, "report.md")
		if !ok {
			t.Fatalf("case %d cannot be read:\n%s", n, raw)
		}
		var list []int
		for i := range p.voices {
			if gone[i] {
				list = append(list, i)
			}
		}
		got, ok := o.Without(list, nil, firstOfJune, nil)
		// An id in quote marks may come back with marks of the other kind.
		if want := p.text(end, gone); !ok || !bytes.Equal(got, want) {
			t.Fatalf("case %d (%v):\n%q\nbecame (%v)\n%q\nand not\n%q", n, list, raw, ok, got, want)
		}
		if len(list) == len(p.voices) && bytes.Contains(got, []byte("zib")) {
			t.Fatalf("case %d: words are left in %q", n, got)
		}
		o, _ = ReadOriginal(got, "report.md")
		for _, i := range list {
			if !o.Voices[i].Tombstone || o.Voices[i].ID != fmt.Sprintf("v%d", i) {
				t.Fatalf("case %d: no tombstone in %q", n, got)
			}
		}
		if again, ok := o.Without(list, nil, firstOfJune, nil); !ok || !bytes.Equal(again, got) {
			t.Fatalf("case %d: a second time is not the same", n)
		}
	}
}

func TestMarksOfAVoiceAndItsPicturesGoFromAListInBrackets(t *testing.T) {
	for _, c := range []struct{ covers, want string }{
		{"[a-abcdef]", "[]"},
		{"[a-abcdef, b-abcdef]", "[b-abcdef]"},
		{"[b-abcdef, a-abcdef]", "[b-abcdef]"},
		{"[a-abcdef, b-abcdef, a-ghijkl, picture-mnopqr]", "[b-abcdef]"},
		{"['b-abcdef', \"a-abcdef\", a-b-abcdef]", "['b-abcdef', a-b-abcdef]"},
	} {
		text := "---\nanonymity: {by: lead, covers: " + c.covers + "}\ncontributions: [{id: a, words: zib}, {id: b}]\n---\n"
		o, ok := ReadOriginal([]byte(text), "")
		if !ok {
			t.Fatal(text)
		}
		got, ok := o.Without([]int{0}, nil, firstOfJune, []string{"picture-mnopqr"})
		want := "---\nanonymity: {by: lead, covers: " + c.want + "}\ncontributions: [{id: a, withdrawn: 2026-06-01}, {id: b}]\n---\n"
		if !ok || string(got) != want {
			t.Errorf("%s became (%v) %s", c.covers, ok, got)
		}
	}
}

func TestADayThatWasWrittenDownStays(t *testing.T) {
	for _, text := range []string{
		"---\ncontributions:\n  - id: a\n    words: zib\n    withdrawn: 2025-01-02\n---\n",
		"---\ncontributions:\n  - id: a\n    words: zib\n    consent: {withdrawn: 2025-01-02}\n---\n",
	} {
		o, _ := ReadOriginal([]byte(text), "")
		if got, ok := o.Without([]int{0}, nil, firstOfJune, nil); !ok || string(got) != "---\ncontributions:\n  - id: a\n    withdrawn: 2025-01-02\n---\n" {
			t.Errorf("%v %s", ok, got)
		}
	}
}

func TestAVoiceWithoutAnIdGetsOneThatIsFree(t *testing.T) {
	o, _ := ReadOriginal([]byte("---\ncontributions:\n  - id: withdrawn-2\n    words: a\n  - words: zib\n---\n"), "")
	if got, ok := o.Without([]int{1}, nil, firstOfJune, nil); !ok || !strings.Contains(string(got), "- id: \"withdrawn-3\"\n") {
		t.Errorf("%v %s", ok, got)
	}
}

func TestATombstoneOfAWholeReportKeepsItsIdAndLineEnds(t *testing.T) {
	raw := []byte("\uFEFF---\r\nid: bus\r\ntitle: zib\r\n---\r\nzib\r\n")
	got := Tombstone(raw, "bus", firstOfJune)
	if string(got) != "\uFEFF---\r\nid: \"bus\"\r\nwithdrawn: 2026-06-01\r\n---\r\n" {
		t.Errorf("%q", got)
	}
	e, findings := Parse(source.Parse("reports/bus.md", got), "", Cautious())
	if e == nil || len(findings) > 0 || e.ID.Value != "bus" || e.Withdrawn.IsZero() {
		t.Error("it is no tombstone")
	}
}

func FuzzWithout(f *testing.F) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 30 {
		f.Add(makePieces(r).text("\n", nil), 0)
	}
	f.Fuzz(func(t *testing.T, raw []byte, i int) {
		o, ok := ReadOriginal(raw, "")
		if !ok || len(o.Voices) == 0 {
			return
		}
		i = max(i, -i) % len(o.Voices)
		if i < 0 {
			return
		}
		got, ok := o.Without([]int{i}, nil, firstOfJune, nil)
		if !ok {
			return // said, and done by hand
		}
		after, ok := ReadOriginal(got, "")
		if !ok || len(after.Voices) != len(o.Voices) {
			t.Fatal("the rest cannot be read any more")
		}
		for k := range o.Voices {
			if k != i && fmt.Sprint(reveal(o.Voices[k])) != fmt.Sprint(reveal(after.Voices[k])) {
				t.Error("another voice has changed")
			}
		}
		if left := reveal(after.Voices[i]); len(left) > 0 {
			t.Error("words are left")
		}
	})
}

func reveal(v Voice) []string {
	var out []string
	for _, list := range [][]Private{v.Texts, v.Names, v.Files, v.Records} {
		for _, p := range list {
			out = append(out, p.Reveal())
		}
	}
	return out
}
