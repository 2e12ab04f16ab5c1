package browser

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// stop is where the focus is.
type stop struct {
	At                       int
	Name, Kind, Covered      string
	Left, Right, Top, Bottom float64
	Away, Fixed              bool
}

func (p *tab) press(keys string) {
	p.t.Helper()
	p.must(chromedp.Do(p.ctx, chromedp.KeyEvent(keys)))
}

// walk presses Tab from the top of the page to its end.
func (p *tab) walk() (passed []stop, all []string) {
	p.t.Helper()
	all = ask[[]string](p, `look.stops()`)
	for range all {
		p.press(kb.Tab)
		s := ask[*stop](p, `look.stop()`)
		if s == nil {
			break
		}
		passed = append(passed, *s)
	}
	return passed, all
}

func TestTheFirstTabStopSkipsToTheMainPart(t *testing.T) {
	eachKind(t, func(p *tab, k kind) {
		p.press(kb.Tab)
		s := ask[*stop](p, `(look.stops(), look.stop())`)
		if s == nil || s.Away || s.Covered != "" {
			t.Fatalf("%s: the first Tab leads to nothing that can be seen: %+v", k.name, s)
		}
		p.press(kb.Enter)
		p.settle()
		if hash := ask[string](p, `location.hash`); hash != "#main" {
			t.Errorf("%s: the first stop %s leads to %q", k.name, s.Name, hash)
		}
		p.press(kb.Tab)
		if !ask[bool](p, `!!document.activeElement.closest('main') || !document.querySelector('main a, main button, main input, main summary')`) {
			t.Errorf("%s: after the skip link Tab goes to %s", k.name, ask[string](p, `look.name(document.activeElement)`))
		}
	})
}

func TestTabGoesThroughThePageInItsOrderAndInSight(t *testing.T) {
	for _, width := range []int64{390, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			eachKind(t, func(p *tab, k kind) {
				p.size(width, 800)
				p.open(k.address)
				passed, all := p.walk()
				if len(passed) != len(all) {
					t.Errorf("%s: Tab stops %d times, at %d controls", k.name, len(passed), len(all))
				}
				for i, s := range passed {
					if s.At != i {
						t.Fatalf("%s: Tab %d goes to %s, and not to %s", k.name, i+1, s.Name, all[i])
					}
					if s.Away || s.Covered != "" {
						t.Errorf("%s: the focus on %s is out of sight %s", k.name, s.Name, s.Covered)
					}
					if i < 2 || s.Fixed || passed[i-1].Fixed {
						continue // the skip link lies above the page
					}
					if last := passed[i-1]; s.Bottom <= last.Top && s.Left < last.Right {
						t.Errorf("%s: after %s the focus goes back up to %s", k.name, last.Name, s.Name)
					}
				}
			})
		})
	}
}

// Pixels tell: they have to change, around all of the control, and by 3:1 (WCAG 2.4.13).
func TestTheFocusIsAlwaysVisible(t *testing.T) {
	for _, scheme := range schemes {
		t.Run(scheme.name, func(t *testing.T) {
			known := map[string]bool{}
			eachKind(t, func(p *tab, k kind) {
				p.media(scheme.media...)
				p.open(k.address)
				p.press(kb.Tab) // from here on the browser knows that there is a keyboard
				for i := range ask[[]string](p, `look.stops()`) {
					s := ask[stop](p, fmt.Sprintf(`(look.order[%d].focus(), look.stop())`, i))
					if known[s.Kind] {
						continue
					}
					known[s.Kind] = true
					clip := &page.Viewport{X: math.Max(0, s.Left-10), Y: math.Max(0, s.Top-10), Width: s.Right - s.Left + 20, Height: s.Bottom - s.Top + 20, Scale: 1}
					on := p.picture(clip)
					p.do(`document.activeElement.blur()`)
					off := p.picture(clip)
					around := 2 * (s.Right - s.Left + s.Bottom - s.Top)
					if strong := strongChanges(on, off); float64(strong) < 1.5*around {
						t.Errorf("%s: the focus on %s changes %d pixels clearly, and %.0f are wanted", k.name, s.Name, strong, 1.5*around)
					}
				}
			})
		})
	}
}

func (p *tab) picture(clip *page.Viewport) image.Image {
	p.t.Helper()
	yes := true
	shot := call(p, page.CaptureScreenshot, page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatPng, Clip: clip, CaptureBeyondViewport: &yes})
	img, err := png.Decode(bytes.NewReader(shot.Data))
	p.must(err)
	return img
}

// strongChanges counts the pixels whose contrast with what was there is 3:1 or more.
func strongChanges(a, b image.Image) int {
	n := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if one, two := luminance(a.At(x, y)), luminance(b.At(x, y)); (max(one, two)+.05)/(min(one, two)+.05) >= 3 {
				n++
			}
		}
	}
	return n
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= .04045 {
			return x / 12.92
		}
		return math.Pow((x+.055)/1.055, 2.4)
	}
	return .2126*part(r) + .7152*part(g) + .0722*part(b)
}
