package withdraw

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"yousaid/generator/entry"
	"yousaid/generator/site"
	"yousaid/generator/trace"
)

var today, _ = site.ParseDate("2026-06-01")

func folder(report string) fstest.MapFS {
	return fstest.MapFS{"reports/late.md": {Data: []byte(report)}}
}

func planned(t *testing.T, content fstest.MapFS, target Target) *Plan {
	t.Helper()
	p, err := Make(Source{Content: content, Folder: "content", Today: today}, target)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAFileThatCannotBeReadComesWithTheLinesToRemove(t *testing.T) {
	for _, c := range []struct{ text, target, place, says string }{
		{"---\ntitle: [\ncontributions:\n  - id: a\n    words: x\n  - id: late\n    words: |\n      x\n\n      y\n  - id: b\n---\n", "late", "6:1", "down to line 10"},
		{"---\ntitle: [\ncontributions:\n- id: late\n  words: x\nthanks: y\n---\n", "late", "4:1", "down to line 5"},
		{"---\ntitle: [\ncontributions: [{id: a}, {id: 'late', words: x}]\n---\n", "late", "3:1", "Remove everything of this contribution,"},
		{"---\ntitle: [\n---\n", "late", "0:0", "no line of it holds this id"},
		{"---\ntitle: [\ncontributions:\n  - id: late-2\n---\n", "late", "0:0", "no line of it holds this id"},
		{"---\ntitle: [\ncontributions:\n  - words: x\n    id: late\n    consent:\n      record: C-7\n  - id: b\n---\n", "C-7", "4:1", "down to line 7"},
	} {
		target := Target{File: "reports/late.md", Voice: c.target}
		if c.target == "C-7" {
			target = Target{Key: "C-7"}
		}
		p := planned(t, folder(c.text), target)
		if len(p.Edits) != 0 || len(p.ByHand) != 1 {
			t.Errorf("%q: %+v", c.text, p)
			continue
		}
		h := p.ByHand[0]
		if got := fmt.Sprintf("%d:%d", h.Pos.Line, h.Pos.Col); got != c.place || !strings.Contains(h.What, c.says) {
			t.Errorf("%q: at %s: %s", c.text, got, h.What)
		}
	}
}

func TestMediaThatSomebodyElseUsesStay(t *testing.T) {
	content := folder("---\ncontributions:\n  - id: late\n    words: x\n    media: [{file: own.png, alt: x}, {file: shared.png}, {file: ../site.yaml}, {file: none.png}]\n---\n")
	for name, text := range map[string]string{"site.yaml": "x", "media/own.png": "1", "media/shared.png": "2", "pages/about.md": "shared.png"} {
		content[name] = &fstest.MapFile{Data: []byte(text)}
	}
	p := planned(t, content, Target{File: "reports/late.md", Voice: "late"})
	if fmt.Sprint(p.Media) != "[media/own.png]" || p.MediaKept != 1 {
		t.Errorf("%v go, %d stay", p.Media, p.MediaKept)
	}
	if !trace.Folder(fstest.MapFS{"copy.png": {Data: []byte("1")}}, "", p.Words, nil).Any() {
		t.Error("a copy of the picture is not found")
	}
}

func TestAMediaFileIsUsedWhereItsWholePathStands(t *testing.T) {
	const goes = "---\ncontributions:\n  - id: late\n    words: x\n    media: [{file: FILE, alt: x}]\n---\n"
	beside := func(name string) string { return "---\nmedia:\n  - file: " + name + "\n    alt: x\n---\n" }
	for _, c := range []struct {
		file, other, text string
		used              bool
	}{
		{"a.jpg", "reports/b.md", beside("lava.jpg"), false},
		{"a.jpg", "reports/b.md", beside("my a.jpg"), false},
		{"a.jpg", "reports/b.md", beside("boys/a.jpg"), false},
		{"boys/a.jpg", "reports/b.md", beside("a.jpg"), false},
		{"a.jpg", "reports/b.md", beside("a.jpg.png"), false},
		{"a.jpg", "reports/b.md", beside("a.jpg"), true},
		{"a.jpg", "reports/b.md", beside("media/a.jpg"), true},
		{"a.jpg", "reports/b.md", beside("boys/../a.jpg"), true},
		{"boys/a.jpg", "reports/b.md", beside("boys/a.jpg"), true},
		{"a.jpg", "reports/b.md", "---\ntitle: [\nmedia: [{file: lava.jpg}]\n---\n", false},
		{"a.jpg", "reports/b.md", "---\ntitle: [\nmedia: [{file: a.jpg}]\n---\n", true},
		{"a.jpg", "reports/b.md", "---\ntitle: [\nmedia: [{file: 'media/a.jpg'}]\n---\n", true},
		{"a.jpg", "pages/about.md", "Look at [this](/voice/media/a.jpg).", true},
		{"a.jpg", "pages/about.md", "It is a.jpg.", true},
		{"a.jpg", "pages/about.md", "It is lava.jpg, or a.jpg2, or a.jpg.gz.", false},
		{"a.jpg", "pages/about.md", "", false},
	} {
		content := folder(strings.Replace(goes, "FILE", c.file, 1))
		content["media/"+c.file] = &fstest.MapFile{Data: []byte("1")}
		content[c.other] = &fstest.MapFile{Data: []byte(c.text)}
		p := planned(t, content, Target{File: "reports/late.md", Voice: "late"})
		if got := p.MediaKept == 1; got != c.used || len(p.Media)+p.MediaKept != 1 {
			t.Errorf("%s beside %q: used %v, %v goes", c.file, c.text, got, p.Media)
		}
	}
}

func TestEarlierWordsOfAVoiceAreLookedForToo(t *testing.T) {
	content := folder("---\ncontributions:\n  - id: late\n    words: my friend sings to the moon\n---\n")
	earlier := func(_ string, see func([]byte)) {
		see([]byte("---\ncontributions:\n  - id: late\n    words: quaffel from the corner sings to it\n    name: Quaffel\n  - id: other\n    words: the bus is never here on time\n---\n"))
		see([]byte("not a report"))
	}
	p, err := Make(Source{Content: content, Today: today, Earlier: earlier}, Target{File: "reports/late.md", Voice: "late"})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{"my friend sings to the moon": true, "Quaffel from the corner sings": true, "said QUAFFEL": true, "the bus is never here on time": false} {
		if got := len(p.Words.In(text)) > 0; got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// A misspelt key hides nothing from the look for what remains.
func TestWordsBelowAKeyThatNobodyKnowsAreLookedFor(t *testing.T) {
	p := planned(t, folder("---\ncontributions:\n  - id: late\n    wrods: the quaffleberry sings to the moon\n---\n"), Target{File: "reports/late.md", Voice: "late"})
	if len(p.Words.In("The quaffleberry sings to the moon")) == 0 {
		t.Error("they are not found")
	}
}

func FuzzMake(f *testing.F) {
	for _, s := range []string{"---\ncontributions:\n  - id: late\n    words: x\n    consent: {record: C-7}\n---\n", "---\na: [\n  - id: late\nrecord: C-7\n---\n", "- id: late", "\xff\xfe", "---\ncontributions: [{id: late, records: [C-7]}]\nmedia: x\n---\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, target := range []Target{{File: "reports/late.md", Voice: "late"}, {File: "reports/late.md"}, {Key: "C-7"}} {
			content := folder(string(raw))
			content["allow.yaml"] = &fstest.MapFile{Data: raw}
			p, err := Make(Source{Content: content, Today: today}, target)
			if err != nil {
				continue
			}
			for _, e := range p.Edits {
				if o, ok := entry.ReadOriginal(e.After, ""); ok {
					for i := range o.Voices {
						if _, holds := o.Voices[i].Holds("C-7"); target.Key != "" && holds {
							t.Error("a voice with the key is left")
						}
					}
				} else {
					t.Error("the report cannot be read any more")
				}
			}
		}
		Find(folder(string(raw)), "", "C-7")
	})
}

// What half of all reports say alike is not looked for as somebody's words.
func TestWhatWasAgreedIsNotSomebodysWords(t *testing.T) {
	text := "  - id: late\n    words: |\n      The quaffleberry sings.\n    from: young-person\n    band: 13-15\n    consent:\n      to: quote\n" +
		"      given: 2026-02-03\n      by: [young-person, social-worker, parental-responsibility]\n      record: C-7F3K\n    gist: By: the moon, said again\n"
	var got []string
	for _, p := range loose(text) {
		if words := strings.Join(strings.Fields(p.Reveal()), " "); words != "" {
			got = append(got, words)
		}
	}
	if want := "| The quaffleberry sings.,By: the moon, said again"; strings.Join(got, ",") != want {
		t.Errorf("looked for %q", got)
	}
}
