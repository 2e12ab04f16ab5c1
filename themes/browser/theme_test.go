package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A team has its own colours, its own logo and one template, and nothing else.
func TestAThemeOfAFewFilesChangesOnlyThose(t *testing.T) {
	t.Parallel()
	theme := t.TempDir()
	for name, text := range map[string]string{
		"colours.css":   ":root { --deep: #00456b; --on-deep: #ffffff; --link: #00456b }\n@media (prefers-color-scheme: dark) { :root { --deep: #00304a; --link: #a8dcff } }\n",
		"logo.svg":      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 48" width="96" height="48"><path fill="#00456b" d="M0 0h96v48H0z"/></svg>`,
		"notfound.html": `<main id="main"><div class="wrap"><h1>Our own words</h1><p><a class="go" href="{{url .Site ""}}">Go to the start</a></p></div></main>`,
	} {
		if err := os.WriteFile(filepath.Join(theme, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	site := changedSite(t, "/", func(string) {}, "--theme", theme)
	p := newPage(t, site, "404.html")
	if h1 := ask[string](p, `document.querySelector('h1').innerText`); h1 != "Our own words" {
		t.Errorf("the page that is not there says %q", h1)
	}
	for _, scheme := range schemes {
		p.media(scheme.media...)
		p.open(explaining)
		if scheme.name == "light" {
			if colour := ask[string](p, `getComputedStyle(document.querySelector('main .go')).color`); colour != "rgb(0, 69, 107)" {
				t.Errorf("links are %s", colour)
			}
		}
		if !ask[bool](p, `look.seen(document.querySelector('.logo')) && document.querySelector('.logo').naturalWidth > 0`) {
			t.Error("the logo is not shown")
		}
		if shift := ask[float64](p, `look.shift`); shift != 0 {
			t.Errorf("the page moves by %v", shift)
		}
		p.do(axe)
		p.faults(scheme.name, `look.axe(`+everyLevel+`)`)
		p.faults(scheme.name, `look.structure()`)
	}
	if words := ask[string](p, `document.querySelector('.site-foot').innerText`); !strings.Contains(words, "Want to talk?") {
		t.Error("the end of the page is not the usual one")
	}
	if _, said := p.noticed(); len(said) > 0 {
		t.Errorf("the pages complain: %v", said)
	}
}
