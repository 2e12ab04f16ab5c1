package trace

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"github.com/andybalholm/brotli"

	"yousaid/generator/entry"
)

func office(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(w, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", text)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func brotlied(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func inUTF16(text string) string {
	b := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(text)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

func TestWordsAreFoundHoweverAFileHoldsThem(t *testing.T) {
	const said = "Don't let the <quaffleberry> & me go"
	w := wanted(said)
	for name, text := range map[string]string{
		"plain.txt":                           "x Don't let the quaffleberry & me go x",
		"case.txt":                            "DON’T\n  LET THE\tQUAFFLEBERRY me",
		"page.html":                           "<p>Don&rsquo;t <b>let</b> the quaf<em>fle</em>berry &amp; me go</p>",
		"marked.html":                         `<p>Don’t let the <span class="kw">quaffleberry<button type="button" popovertarget="word-quaffleberry" aria-label="quaffleberry?"></button></span> &amp; me go</p>`,
		"numbers.html":                        "<p>Don&#x2019;t let the &#113;uaffleberry &amp; me</p>",
		"twice.html":                          "<p>Don&amp;#39;t let the &amp;#113;uaffleberry me</p>",
		"attribute.html":                      `<meta content="Don&#39;t let the quaffleberry me go">`,
		"comment.html":                        "<!-- don't let the quaffleberry me go -->",
		"script.html":                         `<script>x = "Don\u0027t let the \u0071uaffleberry me go"</script>`,
		"link.html":                           `<a href="/?q=Don%27t%20let%20the%20quaffleberry%20me">x</a>`,
		"feed.xml":                            "<content type=\"html\">&lt;p&gt;Don&amp;rsquo;t let the &lt;b&gt;quaf&lt;/b&gt;fleberry me go&lt;/p&gt;</content>",
		"search.json":                         `{"a":["Don\u2019t let the quaffleberry \u0026 me go"]}`,
		"keys.json":                           `{"Don't let the quaffleberry me go": 1}`,
		"pairs.js":                            `s='Don\x27t\nlet the quaffleberry me go'`,
		"bold.md":                             "Don't let the **quaffle**berry me go",
		"yaml.yaml":                           "words: 'Don''t let the quaffleberry me go'",
		"style.css":                           "/* don't let the quaffleberry me go */",
		"page.html.gz":                        zipped(t, "<p>Don&rsquo;t let the quaffleberry me go</p>"),
		"page.html.br":                        brotlied(t, "<p>Don&rsquo;t let the quaffleberry me go</p>"),
		"notes.docx":                          office(t, "Don’t let the quaffleberry &amp; me go"),
		"twice.gz":                            zipped(t, zipped(t, "don't let the quaffleberry me go")),
		"old.txt":                             inUTF16("Don’t let the quaffleberry & me go"),
		"picture.jpg":                         "\xff\xd8\xff\xe1<x:xmpmeta>Don't let the quaffleberry me go</x:xmpmeta>\x00\x01",
		"windows.txt":                         "Don\x92t let the quaffleberry me go",
		"no-ending":                           "don't let the quaffleberry me go",
		".hidden/file.txt":                    "don't let the quaffleberry me go",
		"dont-let-the-quaffleberry-me-go.txt": "nothing",
		"don%27t%20let%20the%20quaffleberry%20me%20go/inside":  "nothing",
		"dont-let-the-quaffleberry-me-go/page/dont-let-it.txt": "nothing",
	} {
		found := Folder(fstest.MapFS{name: {Data: []byte(text)}}, "public", w, nil)
		if !found.Any() {
			t.Errorf("%s: nothing was found", name)
		}
		for _, p := range found.Places {
			if strings.Contains(p.File, "quaffleberry") {
				t.Errorf("%s: the name is told: %v", name, p)
			}
		}
	}
	for name, text := range map[string]string{
		"four.txt":  "don't let the quaffleberry",
		"apart.txt": "don't let the x quaffleberry me",
		"page.html": "<p>Don't let</p><p>it</p><p>the quaffleberry me</p>",
		"100%.txt":  `100% \u12 %zz & done`,
	} {
		if found := Folder(fstest.MapFS{name: {Data: []byte(text)}}, "public", w, nil); found.Any() || found.Files != 1 {
			t.Errorf("%s: %+v", name, found)
		}
	}
}

func TestShortVoicesAndNamesAreFoundWhole(t *testing.T) {
	w := &Words{}
	w.Add(entry.Secret("Yes."), entry.Secret("Give us bikes"))
	w.AddNames(entry.Secret("Quaffel"), entry.Secret("Jo"))
	for text, want := range map[string]bool{"we say yes": false, "so give us bikes, please": true, "give us": false, "and QUAFFEL said": true, "quaffels": false, "Jo said": false} {
		if got := len(w.In(text)) > 0; got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestAPlaceIsALineAndAColumnInCharacters(t *testing.T) {
	w := wanted(words)
	text := "\uFEFFé\r\n\r\n  ŵ The quaffleberry sings before the\r\nmoon is up.\n" + strings.Repeat("x\n", 3) + "quaffleberry sings before the moon"
	found := Folder(fstest.MapFS{"a.txt": {Data: []byte(text)}}, "public", w, nil)
	if len(found.Places) != 2 {
		t.Fatalf("%v", found.Places)
	}
	if p := found.Places[0]; p.File != "public/a.txt" || p.Line != 3 || p.Col != 5 || p.EndLine != 4 || p.EndCol != 11 {
		t.Errorf("%+v", p)
	}
	if p := found.Places[1]; p.Line != 8 || p.Col != 1 {
		t.Errorf("%+v", p)
	}
}

func TestRunsThatEverybodySaysAreLeftOut(t *testing.T) {
	w := wanted("You said this and we did it for a quaffleberry in the tree")
	w.Ignore("<h1>You said this and we did it</h1>")
	if len(w.In("You said this and we did it")) > 0 {
		t.Error("the theme's own words are found")
	}
	if len(w.In("for a quaffleberry in the tree")) == 0 {
		t.Error("the rest is not found")
	}
}

func TestWhatCannotBeLookedIntoIsCounted(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.png": "\x89PNG\r\n\x1a\n0000", "b.pdf": "%PDF-1.7 x", "c.txt": "x", "large.txt": strings.Repeat("x ", Largest/2+1),
		"bomb.gz": zipped(t, strings.Repeat("0", most+1)), "skip/d.txt": words,
	} {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("c.txt", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	found := Folder(os.DirFS(dir), "x", wanted(words), func(p string) bool { return p == "skip" })
	if found.Any() || found.Files != 4 || found.Closed != 3 || found.Large != 1 || found.Unread != 1 {
		t.Errorf("%+v", found)
	}
}

func TestLinesThatMayTellTheSameStoryAreFound(t *testing.T) {
	w := wanted("My brother broke his arm on the trampoline and nobody came.")
	text := "title: Later buses\n\n## You said\n\nOne of you had a brother with a broken arm.\nThe bus should come later, and nobody should wait.\nTrampolines can hurt a brother.\nHe fell: his arm on the stairs.\n"
	var got []int
	for _, p := range w.Alike("a.md", text) {
		got = append(got, p.Line)
	}
	if fmt.Sprint(got) != "[7 8]" && fmt.Sprint(got) != "[5 7 8]" {
		t.Errorf("lines %v", got)
	}
}

// A short name can stand in the name that the program gave a picture.
func TestANameIsNotLookedForInWhatTheProgramMade(t *testing.T) {
	w := &Words{}
	w.AddNames(entry.Secret("Bea"))
	made := fstest.MapFS{"media/12bea4567890abcd-60.jpg": {Data: []byte("x")}, "index.html": {Data: []byte(`<img src="/voice/media/12bea4567890abcd-60.jpg"><link href="/voice/assets/site.12bea456.css">`)}}
	if found := Folder(made, "public", w, nil); found.Any() {
		t.Errorf("found in %v", found.Places)
	}
	said := fstest.MapFS{"media/bea.jpg": {Data: []byte("x")}, "index.html": {Data: []byte(`<p>media/12bea4567890abcd.jpg Bea</p>`)}}
	found := Folder(said, "public", w, nil)
	if len(found.Places) != 2 || found.Places[0].Line != 1 || found.Places[0].Col != 31 {
		t.Errorf("found in %v", found.Places)
	}
}
