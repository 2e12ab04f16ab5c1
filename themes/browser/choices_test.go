package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

const choicesPage = "display/"

func (p *tab) click(selector string) {
	p.t.Helper()
	if n := ask[int](p, `look.all(`+quoted(selector)+`).filter(look.seen).length`); n == 0 {
		p.t.Fatalf("nobody can see %s", selector)
	}
	p.must(chromedp.Do(p.ctx, chromedp.Click(chromedp.CSS(selector))))
	p.settle()
}

func (p *tab) choose(name, value string) {
	p.t.Helper()
	p.click(fmt.Sprintf(`[data-choices] input[name=%s][value="%s"]`, name, value))
}

// choices are all that a reader can pick, with what has to be true of a page then.
var choices = []struct{ name, value, then string }{
	{"look", "light", `look.bright() > .8`},
	{"look", "dark", `look.bright() < .1`},
	{"look", "contrast", `(look.bright() > .99 || look.bright() < .08) && ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'].includes(getComputedStyle(document.body).color)`},
	{"size", "big", `parseFloat(getComputedStyle(document.body).fontSize) > look.before.size * 1.2`},
	{"size", "biggest", `parseFloat(getComputedStyle(document.body).fontSize) > look.before.size * 1.4`},
	{"space", "wide", `parseFloat(getComputedStyle(document.querySelector('main p')).letterSpacing) > 1`},
	{"font", "serif", `/Georgia|serif/.test(getComputedStyle(document.querySelector('main p')).fontFamily.split(',')[0])`},
	{"font", "plain", `/Verdana/.test(getComputedStyle(document.querySelector('main p')).fontFamily)`},
	{"pictures", "off", `look.all('main img').every((e) => !look.seen(e)) && look.all('main img[alt]').every((e) => !e.alt || document.body.innerText.includes(e.alt))`},
}

const whatItWas = `look.bright = () => { const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map((v) => v / 255); return .2126 * r + .7152 * g + .0722 * b }`

func TestAChoiceIsSeenAtOnceAndOnEveryPageAfter(t *testing.T) {
	const picture = "reports/lights-on-the-river-path/"
	for _, device := range schemes[:2] {
		t.Run(device.name, func(t *testing.T) {
			t.Parallel()
			p := newTab(t, example)
			p.media(device.media...)
			for _, c := range choices {
				p.open(choicesPage)
				p.do(whatItWas)
				usual := ask[float64](p, `parseFloat(getComputedStyle(document.body).fontSize)`)
				before := fmt.Sprintf(`look.before = { size: %v }`, usual)
				p.do(before)
				p.choose(c.name, c.value)
				if !ask[bool](p, c.then) {
					t.Errorf("%s %s: nothing is seen of it when it is picked", c.name, c.value)
				}
				p.open(picture)
				p.do(whatItWas)
				p.do(before)
				if !ask[bool](p, c.then) {
					t.Errorf("%s %s: nothing is seen of it on the next page", c.name, c.value)
				}
				if shift := ask[float64](p, `look.shift`); shift != 0 {
					t.Errorf("%s %s: the next page moves by %v while it takes the choice up", c.name, c.value, shift)
				}
				p.open(choicesPage)
				if !ask[bool](p, fmt.Sprintf(`document.querySelector('input[name=%s][value="%s"]').checked`, c.name, c.value)) {
					t.Errorf("%s %s: the page of choices does not show what was picked", c.name, c.value)
				}
				p.choose(c.name, "")
				if kept := ask[[]string](p, `look.storage()`); len(kept) > 0 {
					t.Errorf("%s: the first one was picked again, and this is kept: %v", c.name, kept)
				}
			}
		})
	}
}

func TestOnlyWhatAReaderPicksIsKept(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, choicesPage)
	p.choose("size", "big")
	p.choose("space", "wide")
	kept := ask[[]string](p, `look.storage()`)
	if len(kept) != 2 {
		t.Errorf("two choices are kept as %v", kept)
	}
	p.click(`[data-choices] button`)
	if kept := ask[[]string](p, `look.storage()`); len(kept) > 0 {
		t.Errorf("everything was put back, and this is kept: %v", kept)
	}
	if !ask[bool](p, `look.all('[data-choices] input:checked').every((e) => e.value === '') && document.documentElement.dataset.size === undefined`) {
		t.Error("everything was put back, and it still looks otherwise")
	}
}

func TestAChoiceHoldsForThePageWhereTheBrowserKeepsNothing(t *testing.T) {
	t.Parallel()
	p := newTab(t, example)
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('not here', 'SecurityError') } })`,
	})
	p.open(choicesPage)
	p.choose("space", "wide")
	if !ask[bool](p, `parseFloat(getComputedStyle(document.querySelector('main p')).letterSpacing) > 1`) {
		t.Error("the choice is not taken up")
	}
	if _, said := p.noticed(); len(said) > 0 {
		t.Errorf("the page complains: %v", said)
	}
}

func TestAxeFindsNothingWhateverAReaderHasPicked(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, choicesPage)
	for _, picked := range [][2]string{{"look", "dark"}, {"look", "contrast"}, {"size", "biggest"}} {
		p.choose(picked[0], picked[1])
		for _, address := range []string{"", "reports/mental-health-waiting/", choicesPage} {
			p.open(address)
			where := fmt.Sprintf("%s %s: /%s", picked[0], picked[1], address)
			p.do(axe)
			p.faults(where, `look.axe(`+everyLevel+`)`)
			p.faults(where, `look.sideways()`)
		}
	}
}
