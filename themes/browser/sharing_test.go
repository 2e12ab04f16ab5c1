package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

const shared = "https://yousaid.wrenmoor.example/reports/bus-pass/"

func TestTheAddressOfAReportIsCopied(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, "reports/bus-pass/")
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		_, err := chromedp.CallBrowser(p.ctx, browser.SetPermission, browser.SetPermissionParams{
			Origin: example.server.URL, BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID,
			Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted,
		})
		p.must(err)
	}
	p.click(`[data-copy]`)
	if copied := ask[string](p, `navigator.clipboard.readText()`); copied != shared {
		t.Errorf("%q is copied", copied)
	}
	if said := ask[string](p, `document.querySelector('.share [role=status]').innerText`); said != "Copied." {
		t.Errorf("it says %q", said)
	}
}

func TestTheAddressIsMarkedWhereTheBrowserCopiesNothing(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, "reports/bus-pass/")
	p.do(`navigator.clipboard.writeText = () => Promise.reject(new Error('not here'))`)
	p.click(`[data-copy]`)
	if marked := ask[string](p, `getSelection().toString().trim()`); marked != shared {
		t.Errorf("%q is marked", marked)
	}
	if said := ask[string](p, `document.querySelector('.share [role=status]').innerText`); !strings.Contains(said, "marked") {
		t.Errorf("it says %q", said)
	}
}

func TestTheButtonPrints(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, "reports/bus-pass/")
	p.do(`window.print = () => { look.printed = true }`)
	p.click(`[data-print]`)
	if !ask[bool](p, `look.printed === true`) {
		t.Error("nothing is printed")
	}
}

func TestSharingNeedsNoScript(t *testing.T) {
	t.Parallel()
	p := newTab(t, example)
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.openUnscripted("reports/bus-pass/")
	if !strings.Contains(ask[string](p, `document.querySelector('.share').innerText`), shared) {
		t.Error("the address cannot be read")
	}
	if mail := ask[string](p, `look.all('.share a[href^="mailto:"]').filter(look.seen).map((a) => decodeURIComponent(a.href)).join()`); !strings.Contains(mail, shared) {
		t.Errorf("the e-mail is %q", mail)
	}
}
