package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"
)

// The report says “advocate”, which the glossary explains.
const (
	explaining = "reports/mental-health-waiting/"
	keyWord    = `.kw button`
	card       = `document.querySelector('.kws > :popover-open')`
)

// openCard sees that one card is open, in sight, and says what the word means.
func (p *tab) openCard(how string) {
	p.t.Helper()
	p.settle()
	if !ask[bool](p, `!!`+card) {
		p.t.Fatalf("%s: no card opens", how)
	}
	if words := ask[string](p, card+`.innerText`); !strings.Contains(strings.ToLower(words), "advocate") || len(words) < 40 {
		p.t.Errorf("%s: the card says %q", how, words)
	}
	if !ask[bool](p, `(() => { const b = `+card+`.getBoundingClientRect(); return b.top >= 0 && b.left >= 0 && b.right <= innerWidth && b.bottom <= innerHeight && b.height > 40 })()`) {
		p.t.Errorf("%s: the card is not all in the window", how)
	}
}

func TestAKeyWordIsExplainedInPlaceByKeyboard(t *testing.T) {
	for _, width := range []int64{320, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			p := newTab(t, example)
			p.size(width, 700)
			p.open(explaining)
			p.press(kb.Tab)
			p.do(`document.querySelector('` + keyWord + `').focus()`)
			p.press(kb.Enter)
			p.openCard("Enter")
			if !ask[bool](p, card+`.contains(document.activeElement)`) {
				t.Error("the focus does not go to the card")
			}
			p.press(kb.Escape)
			p.settle()
			if ask[bool](p, `!!`+card) {
				t.Error("Escape does not close the card")
			}
			if !ask[bool](p, `document.activeElement.matches('`+keyWord+`')`) {
				t.Error("the focus does not come back to the word")
			}
		})
	}
}

func TestAKeyWordIsExplainedInPlaceWithoutScripting(t *testing.T) {
	t.Parallel()
	p := newTab(t, example)
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.openUnscripted(explaining)
	p.do(`document.querySelector('` + keyWord + `').focus()`)
	p.press(kb.Enter)
	if !ask[bool](p, `!!`+card+` && look.seen(`+card+`)`) {
		t.Error("the card does not open")
	}
	p.press(kb.Enter) // the focus is on Close
	if ask[bool](p, `!!`+card) {
		t.Error("Close does not close the card")
	}
}

func TestAKeyWordCanBePressed(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, explaining)
	p.click(keyWord)
	p.openCard("a press")
	p.click(`.kws > :popover-open .button`)
	if ask[bool](p, `!!`+card) {
		t.Error("Close does not close the card")
	}
}

func TestKeyWordsAreAListOnPaper(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, explaining)
	p.paper("print")
	p.settle()
	p.faults("paper", `look.all('.kws h2, .kws strong').filter((e) => !look.seen(e)).map((e) => look.name(e) + ' is not printed')`)
	if words := ask[string](p, `document.querySelector('.kws').innerText`); !strings.Contains(strings.ToLower(words), "advocate") {
		t.Errorf("paper says %q", words)
	}
	p.paper("")
	p.settle()
	if ask[bool](p, `look.seen(document.querySelector('.kws h2'))`) {
		t.Error("on a screen the list stands there as well")
	}
}

func TestAxeFindsNothingOnAnOpenCard(t *testing.T) {
	t.Parallel()
	p := newTab(t, example)
	for _, scheme := range schemes {
		p.media(scheme.media...)
		for _, width := range []int64{320, 1280} {
			p.size(width, 700)
			p.open(explaining)
			p.click(keyWord)
			p.do(axe)
			p.faults(fmt.Sprintf("%d px, %s", width, scheme.name), `look.axe(`+everyLevel+`)`)
		}
	}
}
