package browser

import (
	"bytes"
	"compress/gzip"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What a page may weigh on the line, in bytes.
const (
	mostForStyle        = 6500
	mostForScript       = 4000
	mostForSearchScript = 8000
	mostForReport       = 11000 // HTML and CSS
	mostForPage         = 30000 // everything but pictures and sounds
)

func onTheLine(t *testing.T, file string) int {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	w.Write(b)
	w.Close()
	return out.Len()
}

type weight struct{ html, style, script, rest, pictures int }

// weigh adds up every file that the page asks for, and its icon.
func (p *tab) weigh(address string) weight {
	p.t.Helper()
	p.noticed()
	p.open(address)
	p.do(`scrollTo(0, document.documentElement.scrollHeight)`) // lazy pictures
	p.settle()
	asked, _ := p.noticed()
	asked = append(asked, ask[[]string](p, `look.all('link[rel=icon]').map((e) => e.href)`)...)
	var w weight
	known := map[string]bool{}
	for _, address := range asked {
		file := p.site.fileOf(address)
		if file == "" || known[file] {
			continue
		}
		known[file] = true
		switch path.Ext(file) {
		case ".html":
			w.html += onTheLine(p.t, file)
		case ".css":
			w.style += onTheLine(p.t, file)
		case ".js":
			w.script += onTheLine(p.t, file)
		case ".jpg", ".png", ".webp", ".wav", ".mp3":
			info, err := os.Stat(file)
			p.must(err)
			w.pictures += int(info.Size())
		default:
			w.rest += onTheLine(p.t, file)
		}
	}
	return w
}

func TestWhatAPageLoadsStaysWithinItsBudget(t *testing.T) {
	eachKind(t, func(p *tab, k kind) {
		w := p.weigh(k.address)
		script := mostForScript
		if ask[bool](p, `!!document.querySelector('form[role=search]')`) {
			script = mostForSearchScript
		}
		all := w.html + w.style + w.script + w.rest
		t.Logf("%-22s html %5d  css %5d  script %5d  rest %5d  together %5d  pictures %d", k.name, w.html, w.style, w.script, w.rest, all, w.pictures)
		if w.html == 0 || w.style == 0 {
			t.Fatalf("%s: the files that it asks for were not seen", k.name)
		}
		if w.script > script {
			t.Errorf("%s: scripts of %d bytes, at most %d", k.name, w.script, script)
		}
		if all > mostForPage {
			t.Errorf("%s: loads %d bytes, at most %d", k.name, all, mostForPage)
		}
	})
}

func TestTheStyleOfTheWholeSiteIsSmall(t *testing.T) {
	t.Parallel()
	if style := styleSize(t); style > mostForStyle {
		t.Errorf("the style sheets are %d bytes, at most %d", style, mostForStyle)
	}
}

var styleSheet = regexp.MustCompile(`<link rel="?stylesheet"? href="?([^" >]+)`)

func TestEveryReportWithItsStyleIsSmall(t *testing.T) {
	t.Parallel()
	largest, which := 0, ""
	for _, address := range reports(example) {
		page, err := os.ReadFile(example.file(address))
		if err != nil {
			t.Fatal(err)
		}
		size, sheets := onTheLine(t, example.file(address)), styleSheet.FindAllSubmatch(page, -1)
		if len(sheets) < 2 {
			t.Fatalf("%s: only %d style sheets were found", address, len(sheets))
		}
		for _, sheet := range sheets {
			size += onTheLine(t, example.fileOf(string(sheet[1])))
		}
		if size > largest {
			largest, which = size, address
		}
	}
	t.Logf("the largest report, %s: html and css together %d", which, largest)
	if largest == 0 || largest > mostForReport {
		t.Errorf("%s: html and css of %d bytes, at most %d", which, largest, mostForReport)
	}
}

func styleSize(t *testing.T) int {
	t.Helper()
	sheets, err := filepath.Glob(filepath.Join(example.folder, "assets", "*.css"))
	if err != nil || len(sheets) == 0 {
		t.Fatal("no style sheet", err)
	}
	size := 0
	for _, file := range sheets {
		size += onTheLine(t, file)
	}
	return size
}

// reports are the addresses of every report.
func reports(site *website) []string {
	var list []string
	for _, address := range site.pages() {
		if strings.HasPrefix(address, "reports/") && address != "reports/" && !strings.HasPrefix(address, "reports/page/") {
			list = append(list, address)
		}
	}
	return list
}
