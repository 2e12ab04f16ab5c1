package browser

import (
	"fmt"
	"testing"
)

// At 400 % a window of 1280 by 1024 is as large as one of 320 by 256 (WCAG 1.4.10).
func TestNothingScrollsSidewaysAtFourTimesTheSize(t *testing.T) {
	eachKind(t, func(p *tab, k kind) {
		p.zoomed(320, 256, 4)
		p.settle()
		p.faults(k.name, `look.sideways()`)
		p.do(`scrollTo(0, 300)`)
		covered := ask[float64](p, `look.all('body *').filter((e) => /fixed|sticky/.test(getComputedStyle(e).position) && look.seen(e)).reduce((sum, e) => { const b = e.getBoundingClientRect(); return b.top < innerHeight && b.bottom > 0 ? sum + Math.min(b.height, innerHeight) : sum; }, 0) / innerHeight`)
		if covered > 1.0/3 {
			t.Errorf("%s: what stays in its place covers %.0f %% of the window", k.name, covered*100)
		}
		p.size(390, 844)
	})
}

func TestWiderWindowsDontScrollSidewaysEither(t *testing.T) {
	eachKind(t, func(p *tab, k kind) {
		for _, width := range []int64{390, 600, 768, 1000, 1280, 1920} {
			p.size(width, 800)
			p.settle()
			p.faults(fmt.Sprintf("%s at %d px", k.name, width), `look.sideways()`)
		}
	})
}

// The space between letters, words, lines and paragraphs of WCAG 1.4.12.
func TestNothingIsCutOffWhenTheReaderSpacesTheTextOut(t *testing.T) {
	eachKind(t, func(p *tab, k kind) {
		for _, width := range []int64{320, 1280} {
			p.size(width, 800)
			p.do(`look.style('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }')`)
			p.settle()
			where := fmt.Sprintf("%s at %d px", k.name, width)
			p.faults(where, `look.sideways()`)
			p.faults(where, `look.cut()`)
			p.faults(where, `look.spills()`)
			p.do(`document.adoptedStyleSheets = []`)
		}
	})
}

func TestNothingIsCutOffWhenTheReaderDoublesTheSizeOfText(t *testing.T) {
	eachKind(t, func(p *tab, k kind) {
		p.size(390, 844)
		before := ask[float64](p, `parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)`)
		p.do(`look.style('html { font-size: 200% !important }')`)
		p.settle()
		if after := ask[float64](p, `parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)`); after < before*1.6 {
			t.Errorf("%s: the text only grows from %v to %v px", k.name, before, after)
		}
		p.faults(k.name, `look.sideways()`)
		p.faults(k.name, `look.cut()`)
		p.faults(k.name, `look.spills()`)
	})
}

func TestEveryTargetIs44PixelsLarge(t *testing.T) {
	eachKind(t, func(p *tab, k kind) {
		for _, width := range widths {
			p.size(width, 800)
			p.settle()
			p.size(width, ask[int64](p, `document.documentElement.scrollHeight`))
			p.settle()
			p.faults(fmt.Sprintf("%s at %d px", k.name, width), `look.small()`)
		}
	})
}

func TestNothingMovesWhileAPageLoadsInAWideWindow(t *testing.T) {
	eachKind(t, func(p *tab, k kind) {
		for _, width := range []int64{390, 1280} {
			p.size(width, 800)
			p.open(k.address)
			if shift := ask[float64](p, `look.shift`); shift != 0 {
				t.Errorf("%s at %d px: a layout shift of %v", k.name, width, shift)
			}
		}
	})
}

func TestNothingMovesForAReaderWhoWantsNoMotion(t *testing.T) {
	eachKind(t, func(p *tab, k kind) {
		p.media("prefers-reduced-motion:reduce")
		p.settle()
		p.faults(k.name, `look.moves(0)`)
		p.media()
	})
}

func TestNothingMovesForLongerThanAFifthOfASecond(t *testing.T) {
	eachKind(t, func(p *tab, k kind) {
		p.media("prefers-reduced-motion:no-preference")
		p.settle()
		p.faults(k.name, `look.moves(200)`)
	})
}
