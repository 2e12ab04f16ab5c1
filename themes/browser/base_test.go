package browser

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestASiteBelowAPathFindsAllOfItsFiles(t *testing.T) {
	t.Parallel()
	site := changedSite(t, "/voices/", func(content string) {
		replace(t, filepath.Join(content, "site.yaml"), "https://yousaid.wrenmoor.example/", "https://wrenmoor.example/voices/")
	})
	p := newTab(t, site)
	for _, k := range kinds {
		p.open(k.address)
		asked, said := p.noticed()
		for _, s := range said {
			t.Errorf("%s: %s", k.name, s)
		}
		for _, address := range asked {
			if !strings.HasPrefix(address, site.server.URL+"/voices/") || site.fileOf(address) == "" {
				t.Errorf("%s asks for %s", k.name, address)
			}
		}
		for _, link := range ask[[]string](p, `look.all('a[href]').map((a) => a.href)`) {
			if strings.HasPrefix(link, site.server.URL) && site.fileOf(link) == "" {
				t.Errorf("%s leads to %s, which is not there", k.name, link)
			}
		}
	}
}
