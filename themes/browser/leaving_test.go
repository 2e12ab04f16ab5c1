package browser

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

const (
	sensitive = "reports/mental-health-waiting/" // its writer asked for a way to leave
	elsewhere = "https://www.bbc.co.uk/weather"
)

// holdBack stops every request for another place. The channel tells of each;
// answer lets it through, to a page that the test makes up.
func (p *tab) holdBack(pattern string) (<-chan *fetch.EventRequestPaused, func(*fetch.EventRequestPaused)) {
	p.t.Helper()
	held := make(chan *fetch.EventRequestPaused, 20)
	p.must(chromedp.Listen(p.ctx, func(event any) {
		if e, ok := event.(*fetch.EventRequestPaused); ok {
			held <- e
		}
	}))
	call(p, fetch.Enable, fetch.EnableParams{Patterns: []*fetch.RequestPattern{{URLPattern: pattern}}})
	return held, func(e *fetch.EventRequestPaused) {
		p.t.Helper()
		call(p, fetch.FulfillRequest, fetch.FulfillRequestParams{
			RequestID: e.RequestID, ResponseCode: 200, Body: []byte("<!doctype html><title>Rain</title>"),
			ResponseHeaders: []*fetch.HeaderEntry{{Name: "Content-Type", Value: "text/html"}},
		})
	}
}

func (p *tab) shift() {
	p.t.Helper()
	for _, what := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeRawKeyDown, input.DispatchKeyEventTypeKeyUp} {
		call(p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: what, Key: "Shift", Code: "ShiftLeft", WindowsVirtualKeyCode: 16, NativeVirtualKeyCode: 16})
	}
}

// historyAt waits until the tab is at an address, and gives the history that Back goes through.
func (p *tab) historyAt(address string) *page.GetNavigationHistoryResult {
	p.t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		history, err := chromedp.Call(p.ctx, page.GetNavigationHistory, cdp.Empty{})
		if err == nil && strings.HasPrefix(history.Entries[history.CurrentIndex].URL, address) {
			return &history // an error only says that one page makes way for the next
		}
	}
	p.t.Fatalf("%s is never reached", address)
	return nil
}

// whatIsLeft are the words that stay on the screen until the next page is there.
const whatIsLeft = `(document.body?.innerText || '') + (document.title.includes('feelings') ? document.title : '')`

// leave follows an expression that leaves: the page is gone at once, and out of reach of Back.
func (p *tab) leave(expression string) {
	p.t.Helper()
	held, answer := p.holdBack("https://*")
	if words := ask[string](p, expression+`; `+whatIsLeft); words != "" {
		p.t.Errorf("while the next page is on its way, this is still there: %.80s", words)
	}
	var request *fetch.EventRequestPaused
	select {
	case request = <-held:
	case <-time.After(30 * time.Second):
		p.t.Fatal("nothing happens")
	}
	if !strings.HasPrefix(request.Request.URL, elsewhere) {
		p.t.Errorf("it leads to %s", request.Request.URL)
	}
	if request.Request.Headers["Referer"] != nil {
		p.t.Error("it says where the reader comes from")
	}
	answer(request)
	history := p.historyAt(elsewhere)
	if len(history.Entries) < 2 {
		p.t.Error("the page before is not in the history, so nothing is shown by this test")
	}
	for _, entry := range history.Entries {
		if strings.Contains(entry.URL, sensitive) {
			p.t.Error("Back leads to the page again")
		}
	}
}

func TestLeavingEmptiesThePageAtOnceAndBackDoesNotLeadToIt(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, "reports/")
	p.open(sensitive)
	p.leave(`document.querySelector('[data-leave]').click()`)
}

func TestThreePressesOfShiftLeave(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, "reports/")
	p.open(sensitive)
	p.shift()
	p.shift()
	if status := ask[string](p, `document.querySelector('.exit [role=status]').innerText`); !strings.Contains(status, "1 more") {
		t.Errorf("after two presses it says %q", status)
	}
	p.leave(`for (const what of ['keydown', 'keyup']) dispatchEvent(new KeyboardEvent(what, { key: 'Shift' }))`)
}

// stays waits a little, to see that nobody leaves.
func stays(held <-chan *fetch.EventRequestPaused) bool {
	select {
	case <-held:
		return false
	case <-time.After(500 * time.Millisecond):
		return true
	}
}

func TestShiftInACapitalLetterDoesNotLeave(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, sensitive)
	held, _ := p.holdBack("https://*")
	for range 4 {
		call(p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeRawKeyDown, Key: "Shift", Code: "ShiftLeft", WindowsVirtualKeyCode: 16})
		p.press("A")
		call(p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyUp, Key: "Shift", Code: "ShiftLeft", WindowsVirtualKeyCode: 16})
	}
	if !stays(held) {
		t.Error("four capital letters leave the page")
	}
}

func TestLeavingIsAPlainLinkWithoutScripting(t *testing.T) {
	t.Parallel()
	p := newTab(t, example)
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.openUnscripted(sensitive)
	if link := ask[string](p, `look.all('[data-leave]').filter(look.seen).map((e) => e.href + ' ' + e.rel).join()`); !strings.HasPrefix(link, elsewhere+" noreferrer") {
		t.Errorf("the link to leave is %q", link)
	}
	if words := ask[string](p, `document.querySelector('.exit').innerText`); strings.Contains(words, "Shift") {
		t.Errorf("without scripting it promises %q", words)
	}
}

func TestOnlyWhoAsksForAWayToLeaveGetsOne(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, "reports/bus-pass/")
	held, _ := p.holdBack("https://*")
	for range 4 {
		p.shift()
	}
	if !stays(held) {
		t.Fatal("a report that did not ask for it can be left with Shift")
	}
	if ask[int](p, `look.all('[data-leave]').length`) > 0 {
		t.Error("a report that did not ask for it has a way to leave")
	}
}
