package browser

import "testing"

// kind is one kind of page of the example site.
type kind struct{ name, address string }

var kinds = []kind{
	{"home", ""},
	{"list", "reports/"},
	{"report with everything", "reports/mental-health-waiting/"},
	{"report with the least", "reports/2024/goal-posts-in-the-park/"},
	{"report with a picture", "reports/lights-on-the-river-path/"},
	{"topics", "topics/"},
	{"topic", "topics/health/"},
	{"search", "search/"},
	{"glossary", "glossary/"},
	{"free page", "pages/safe/"},
	{"accessibility", "pages/accessibility/"},
	{"promises", "promises/"},
	{"data", "data/"},
	{"choices", "display/"},
	{"not found", "404.html"},
}

// eachKind runs a check on each kind of page, one page after the other in one window.
func eachKind(t *testing.T, check func(p *tab, k kind)) {
	t.Helper()
	t.Parallel()
	p := newTab(t, example)
	for _, k := range kinds {
		p.open(k.address)
		check(p, k)
	}
}

// faults reports what a question to the page found.
func (p *tab) faults(where, question string) {
	p.t.Helper()
	for _, fault := range ask[[]string](p, question) {
		p.t.Errorf("%s: %s", where, fault)
	}
}
