package browser

import (
	"regexp"
	"testing"

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
