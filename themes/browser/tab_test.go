package browser

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// look.js holds what is asked of a page: it is in every page that is opened.
//
//go:embed look.js
var lookScript string

// tab is one window of a reader of their own: nothing is shared with another.
type tab struct {
	t    *testing.T
	ctx  context.Context
	site *website

	mu    sync.Mutex
	asked []string // the address of every request
	said  []string // errors and warnings of the page, and what the policy blocked
}

// newTab opens a window of 390 by 844, a phone in light colours.
func newTab(t *testing.T, site *website) *tab {
	t.Helper()
	p := &tab{t: t, site: site}
	ctx, cancel := chromedp.NewContext(chrome, chromedp.WithNewBrowserContext())
	ctx, cancelTime := context.WithTimeout(ctx, 4*time.Minute)
	p.ctx = ctx
	t.Cleanup(func() { cancelTime(); cancel() })
	p.must(chromedp.Listen(ctx, p.notice))
	call(p, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: lookScript})
	p.size(390, 844)
	p.media()
	return p
}

// newPage opens a page in a window of its own.
func newPage(t *testing.T, site *website, address string) *tab {
	t.Helper()
	p := newTab(t, site)
	p.open(address)
	return p
}

func (p *tab) notice(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		p.asked = append(p.asked, e.Request.URL)
	case *runtime.EventExceptionThrown:
		said := e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			said += " " + e.ExceptionDetails.Exception.Description
		}
		p.said = append(p.said, said)
	case *runtime.EventConsoleAPICalled:
		p.said = append(p.said, fmt.Sprintf("console.%s", e.Type))
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			p.said = append(p.said, e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

// noticed hands over what was noticed since it was last asked.
func (p *tab) noticed() (asked, said []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	asked, said = p.asked, p.said
	p.asked, p.said = nil, nil
	return asked, said
}

func (p *tab) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

// open goes to a page of the site, as "reports/", and waits until it is at rest.
func (p *tab) open(address string) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, chromedp.Navigate(p.site.address(address))); err != nil {
		p.t.Fatalf("/%s: %v", address, err)
	}
	p.settle()
}

// openUnscripted is open where the page runs no script, so that none can wait.
func (p *tab) openUnscripted(address string) {
	p.t.Helper()
	p.must(chromedp.Do(p.ctx, chromedp.Navigate(p.site.address(address))))
	p.do(lookScript)
}

func (p *tab) settle() {
	p.t.Helper()
	ask[bool](p, `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true)))))`)
}

// size is the size of the window in CSS pixels.
func (p *tab) size(width, height int64) {
	p.t.Helper()
	p.zoomed(width, height, 1)
}

// zoomed is the size of the window when the reader zooms in.
func (p *tab) zoomed(width, height int64, zoom float64) {
	p.t.Helper()
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: width, Height: height, DeviceScaleFactor: zoom,
	})
}

var (
	light  = []string{"prefers-color-scheme:light", "forced-colors:none"}
	dark   = []string{"prefers-color-scheme:dark", "forced-colors:none"}
	forced = []string{"prefers-color-scheme:dark", "forced-colors:active"}
)

// media sets what the reader's device asks for, as "prefers-color-scheme:dark".
func (p *tab) media(features ...string) {
	p.t.Helper()
	p.paper("", features...)
}

// paper is media on another medium than a screen.
func (p *tab) paper(medium string, features ...string) {
	p.t.Helper()
	params := emulation.SetEmulatedMediaParams{Media: medium}
	for _, f := range append([]string{"prefers-color-scheme:light"}, features...) {
		name, value, _ := strings.Cut(f, ":")
		params.Features = append(params.Features, &emulation.MediaFeature{Name: name, Value: value})
	}
	call(p, emulation.SetEmulatedMedia, params)
}

// call sends one command of the protocol.
func call[P, R any](p *tab, command cdp.Command[P, R], params P) R {
	p.t.Helper()
	result, err := chromedp.Call(p.ctx, command, params)
	p.must(err)
	return result
}

// ask evaluates an expression in the page.
func ask[T any](p *tab, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, 2*time.Minute)
	defer cancel()
	result, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: %v", expression[:min(len(expression), 60)], err)
	}
	return result
}

// do evaluates an expression whose value does not matter.
func (p *tab) do(expression string) {
	p.t.Helper()
	p.must(chromedp.Do(p.ctx, chromedp.Evaluate[chromedp.Void](expression, chromedp.EvalAwaitPromise)))
}

// quoted writes a text as JavaScript does.
func quoted(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}
