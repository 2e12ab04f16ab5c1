package browser

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

var sheet = regexp.MustCompile(`/Type\s*/Page\b`)

// sheets is how many sheets of A4 the page takes.
func (p *tab) sheets() int {
	p.t.Helper()
	pdf, err := chromedp.Run(p.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground()))
	p.must(err)
	return len(sheet.FindAll(pdf, -1))
}

func TestPaperIsBlackOnWhiteAndWithoutControls(t *testing.T) {
	for _, scheme := range schemes[:2] {
		t.Run(scheme.name, func(t *testing.T) {
			eachKind(t, func(p *tab, k kind) {
				p.size(680, 1000)
				p.paper("print", scheme.media...)
				p.settle()
				p.faults(k.name, `look.ink()`)
				p.faults(k.name, `look.sideways()`)
				p.media()
			})
		})
	}
}

func TestAReportIsOneOrTwoSheetsOfPaper(t *testing.T) {
	t.Parallel()
	p := newTab(t, example)
	for _, address := range []string{explaining, "reports/bus-pass/", "reports/no-more-bin-bags/", "reports/lights-on-the-river-path/", "reports/2024/goal-posts-in-the-park/"} {
		p.open(address)
		n := p.sheets()
		t.Logf("/%s: %d", address, n)
		if n < 1 || n > 2 {
			t.Errorf("/%s takes %d sheets", address, n)
		}
	}
}

func TestPaperSaysWhereTheNewestNewsIsInWordsAndForACamera(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, "reports/bus-pass/")
	if ask[bool](p, `look.seen(document.querySelector('.qr')) || document.body.innerText.includes('newest news is at')`) {
		t.Error("a screen shows what is for paper")
	}
	p.size(680, 1000)
	p.paper("print", dark...)
	p.settle()
	if !ask[bool](p, `look.seen(document.querySelector('.qr'))`) {
		t.Fatal("paper has no code for a camera")
	}
	if words := ask[string](p, `document.querySelector('.qr').parentElement.innerText`); !strings.Contains(words, shared) {
		t.Errorf("beside the code stands %q", words)
	}
	// 25 mm are 94 CSS pixels. A camera needs a white edge and black squares.
	if !ask[bool](p, `(() => { const b = document.querySelector('.qr').getBoundingClientRect(); return b.width >= 94 && Math.abs(b.width - b.height) < 1 })()`) {
		t.Error("the code is too small or not square")
	}
	img := p.picture(ask[*page.Viewport](p, `(() => { const b = document.querySelector('.qr').getBoundingClientRect(); return { x: b.x + scrollX, y: b.y + scrollY, width: b.width, height: b.height, scale: 2 } })()`))
	black, edge := 0, 0
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if luminance(img.At(x, y)) < .2 {
				black++
				if x < 8 || y < 8 {
					edge++
				}
			}
		}
	}
	share := float64(black) / float64(img.Bounds().Dx()*img.Bounds().Dy())
	if share < .2 || share > .6 || edge > 0 {
		t.Errorf("%.0f %% of the code are black, and %d pixels of its edge", share*100, edge)
	}
}

func TestWordsThatMayNotBePrintedAreNotOnPaper(t *testing.T) {
	t.Parallel()
	p := newTab(t, example)
	hidden := 0
	for _, address := range reports(example) {
		if b, err := os.ReadFile(example.file(address)); err != nil || !bytes.Contains(b, []byte("no-print")) {
			continue
		}
		p.open(address)
		p.paper("print")
		p.settle()
		for _, words := range ask[[]string](p, `look.all('.no-print').filter((e) => !look.seen(e)).map((e) => e.textContent)`) {
			if len(words) > 0 {
				hidden++
			}
		}
		p.faults("/"+address, `look.all('.no-print').filter(look.seen).map(look.name)`)
		p.media()
	}
	if hidden == 0 {
		t.Error("no report has words that may not be printed, so this test shows nothing")
	}
}
