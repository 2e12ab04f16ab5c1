package browser

import (
	"net/url"
	"strings"
	"sync"
	"testing"
)

// visit is what was noticed on one page, read by a phone of 320 px.
type visit struct {
	page     string
	asked    []string
	said     []string
	Blocked  []string
	Stored   []string
	Sideways []string
	Faults   []string
	Hints    []string
	Shift    float64
	Moved    []string
}

const noticing = `(async () => ({
	Blocked: look.blocked, Stored: await look.storage(), Sideways: look.sideways(), Faults: look.structure(), Shift: look.shift, Moved: look.moved,
	Hints: look.all('link[rel~=preconnect], link[rel~=dns-prefetch], link[rel~=prefetch], link[rel~=preload], link[rel~=prerender]').map((e) => e.href),
}))()`

var everyPage = struct {
	sync.Once
	visits []visit
}{}

// visits opens every page of the example site, once for all tests.
func visits(t *testing.T) []visit {
	t.Helper()
	t.Parallel()
	everyPage.Do(func() {
		pages := example.pages()
		list := make([]visit, len(pages))
		var group sync.WaitGroup
		for worker := range 2 {
			p := newTab(t, example)
			p.size(320, 640)
			group.Go(func() {
				for i := worker; i < len(pages); i += 2 {
					p.open(pages[i])
					v := ask[visit](p, noticing)
					v.page = "/" + pages[i]
					v.asked, v.said = p.noticed()
					list[i] = v
				}
			})
		}
		group.Wait()
		everyPage.visits = list
	})
	if len(everyPage.visits) < 60 {
		t.Fatalf("only %d pages were visited", len(everyPage.visits))
	}
	return everyPage.visits
}

func noPageHas(t *testing.T, faults func(visit) []string) {
	t.Helper()
	for _, v := range visits(t) {
		for _, fault := range faults(v) {
			t.Errorf("%s: %s", v.page, fault)
		}
	}
}

func TestNothingIsAskedOfAnotherHost(t *testing.T) {
	own := strings.TrimPrefix(example.server.URL, "http://")
	for _, v := range visits(t) {
		if len(v.asked) < 2 {
			t.Errorf("%s: only %d requests were seen", v.page, len(v.asked))
		}
		for _, address := range append(v.asked, v.Hints...) {
			if u, err := url.Parse(address); err != nil || u.Host != own {
				t.Errorf("%s asks for %s", v.page, address)
			}
		}
	}
}

func TestEveryFileThatAPageAsksForIsThere(t *testing.T) {
	for _, v := range visits(t) {
		for _, address := range v.asked {
			if example.fileOf(address) == "" {
				t.Errorf("%s asks for %s, which is not there", v.page, address)
			}
		}
	}
}

func TestThePolicyBlocksNothing(t *testing.T) {
	noPageHas(t, func(v visit) []string { return v.Blocked })
}

func TestNoPageWritesAnErrorToTheConsole(t *testing.T) {
	noPageHas(t, func(v visit) []string { return v.said })
}

func TestNothingIsStoredAtAReaders(t *testing.T) {
	noPageHas(t, func(v visit) []string { return v.Stored })
}

func TestEveryPageHasOneMainHeadingLandmarksAndWorkingAnchors(t *testing.T) {
	noPageHas(t, func(v visit) []string { return v.Faults })
}

func TestNoPageScrollsSidewaysOnASmallPhone(t *testing.T) {
	noPageHas(t, func(v visit) []string { return v.Sideways })
}

func TestNothingMovesWhileAPageLoads(t *testing.T) {
	for _, v := range visits(t) {
		if v.Shift != 0 {
			t.Errorf("%s: a layout shift of %v: %s", v.page, v.Shift, strings.Join(v.Moved, "; "))
		}
	}
}

// The policy is the one of the file _headers, so a host that reads it sends it.
func TestTheStrictPolicyIsSentWithEveryPage(t *testing.T) {
	t.Parallel()
	p := newPage(t, example, "")
	if policy := ask[string](p, `fetch('').then((r) => r.headers.get('Content-Security-Policy') || '')`); !strings.HasPrefix(policy, "default-src 'self'") || strings.Contains(policy, "unsafe") {
		t.Errorf("the policy of _headers is %q", policy)
	}
	p.do(`document.body.setAttribute('style', 'color: red')`)
	p.settle()
	if len(ask[[]string](p, `look.blocked`)) == 0 {
		t.Error("a style in the page was not blocked: the policy is not sent or too weak")
	}
}
