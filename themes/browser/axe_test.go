package browser

import (
	"fmt"
	"testing"
)

var everyLevel = `["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa", "wcag22a", "wcag22aa", "wcag22aaa", "best-practice"]`

var widths = []int64{320, 390, 1280}

var schemes = []struct {
	name  string
	media []string
}{{"light", light}, {"dark", dark}, {"forced colours", forced}}

// Every rule of axe-core at every level that WCAG knows, and its best practice.
func TestAxeFindsNothingOnAnyKindOfPage(t *testing.T) {
	for _, k := range kinds {
		t.Run(k.name, func(t *testing.T) {
			t.Parallel()
			p := newTab(t, example)
			for _, scheme := range schemes {
				p.media(scheme.media...)
				p.open(k.address) // colours that are forced later don't reach everything
				p.do(axe)
				for _, width := range widths {
					p.size(width, 800)
					p.settle()
					p.faults(fmt.Sprintf("%d px, %s", width, scheme.name), `look.axe(`+everyLevel+`)`)
				}
			}
		})
	}
}
