package browser

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const found = `look.all('.finder .rows li a').map((a) => a.innerText)`

// find types into the field of the page, and waits for the answer to be told.
func (p *tab) find(words string) []string {
	p.t.Helper()
	p.do(`document.querySelector('#find').focus()`)
	p.do(`document.querySelector('#find').select()`)
	p.press(kb.Backspace)
	p.press(words)
	p.answered()
	return ask[[]string](p, found)
}

// answered waits until the answer for what stands in the field is on the page.
func (p *tab) answered() {
	p.t.Helper()
	p.must(chromedp.Do(p.ctx, chromedp.Sleep(400e6), chromedp.Poll[chromedp.Void](`!/Looking/.test(document.querySelector('.finder [role=status]').innerText) && document.querySelector('.finder [role=status]').innerText !== ''`)))
}

func contains(list []string, part string) bool {
	return strings.Contains(strings.Join(list, "\n"), part)
}

func TestSearchFindsReportsWhileAReaderTypes(t *testing.T) {
	t.Parallel()
	p := newTab(t, example)
	for _, address := range []string{"search/", "reports/"} {
		p.open(address)
		for words, title := range map[string]string{
			"bus weekend": "ride the bus for free", // in the title
			"brothers":    "brothers and sisters",
			"skat":        "skate park", // the beginning of a word
			"SKATE":       "skate park",
		} {
			if titles := p.find(words); !contains(titles, title) {
				t.Errorf("/%s: “%s” finds %q", address, words, titles)
			}
		}
		status := ask[string](p, `document.querySelector('.finder [role=status]').innerText`)
		if !strings.Contains(status, "report") {
			t.Errorf("/%s: a screen reader is told %q", address, status)
		}
	}
}

func TestSearchAsksNobodyAndPutsWordsIntoNoRequest(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, "search/")
	p.noticed()
	p.find("skate park")
	asked, said := p.noticed()
	if len(asked) == 0 {
		t.Error("no file of the index is asked for, so this test shows nothing")
	}
	for _, address := range asked {
		u, err := url.Parse(address)
		p.must(err)
		if !strings.HasPrefix(address, example.server.URL) || u.RawQuery != "" || strings.Contains(u.Path, "skat") {
			t.Errorf("search asks for %s", address)
		}
	}
	if len(said) > 0 {
		t.Errorf("the page complains: %v", said)
	}
	if stored := ask[[]string](p, `look.storage()`); len(stored) > 0 {
		t.Errorf("search keeps %v", stored)
	}
}

func TestSearchHelpsWithASlip(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, "search/")
	if titles := p.find("skatte "); len(titles) != 0 {
		t.Fatalf("a word that stands nowhere finds %q", titles)
	}
	near := `.finder button[name=near]`
	if words := ask[string](p, `document.querySelector('`+near+`').innerText`); !strings.Contains(words, "skate") {
		t.Fatalf("it offers %q", words)
	}
	p.click(near)
	p.answered()
	if titles := ask[[]string](p, found); !contains(titles, "skate park") {
		t.Errorf("after that it finds %q", titles)
	}
}

func TestSearchSaysWhenNothingFitsAndLeavesTheLists(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, "search/")
	titles := p.find("zyxwvut ")
	status := ask[string](p, `document.querySelector('.finder [role=status]').innerText`)
	if len(titles) != 0 || !strings.Contains(status, "No report") {
		t.Errorf("%q finds %q, and it says %q", "zyxwvut", titles, status)
	}
	if !ask[bool](p, `look.seen(document.querySelector('#by-topic'))`) {
		t.Error("the lists are gone")
	}
}

func TestReportsAreNarrowedDownByWhatAReaderPicks(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, "search/")
	p.click(`.finder summary`)
	pick := func(name, value string) {
		p.do(fmt.Sprintf(`(() => { const s = document.querySelector('.finder select[name=%s]'); s.value = %q; if (s.value !== %q) throw new Error('no such choice'); s.dispatchEvent(new Event('input', { bubbles: true })) })()`, name, value, value))
		p.answered()
	}
	pick("topics", "/topics/getting-about/")
	topic := ask[[]string](p, found)
	if !contains(topic, "ride the bus for free") || contains(topic, "skate park") {
		t.Errorf("the topic finds %q", topic)
	}
	pick("status", "/status/done/")
	both := ask[[]string](p, found)
	if len(both) == 0 || len(both) >= len(topic) {
		t.Errorf("the topic finds %d, and with a status %d", len(topic), len(both))
	}
	if address := ask[string](p, `location.href`); address != example.server.URL+"/search/" {
		t.Errorf("what was asked stands in the address, and so among the pages that the browser lists: %s", address)
	}
	p.must(chromedp.Do(p.ctx, chromedp.Reload()))
	p.answered()
	if again := ask[[]string](p, found); strings.Join(again, "|") != strings.Join(both, "|") {
		t.Errorf("the page loaded again finds %q, and not %q", again, both)
	}
	p.click(`.finder button[name=clear]`)
	p.settle()
	if left := ask[[]string](p, found); len(left) != 0 || ask[bool](p, `history.state !== null`) {
		t.Errorf("after Clear there is still %q", left)
	}
}

func TestAxeFindsNothingAmongWhatWasFound(t *testing.T) {
	t.Parallel()
	p := newTab(t, example)
	for _, scheme := range schemes {
		p.media(scheme.media...)
		p.size(320, 800)
		p.open("search/")
		p.click(`.finder summary`)
		p.find("you")
		p.do(axe)
		p.faults(scheme.name, `look.axe(`+everyLevel+`)`)
		p.faults(scheme.name, `look.sideways()`)
		p.size(320, ask[int64](p, `document.documentElement.scrollHeight`))
		p.faults(scheme.name, `look.small()`)
	}
}
