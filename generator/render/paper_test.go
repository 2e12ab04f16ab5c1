package render

import (
	"bytes"
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"

	"yousaid/generator/render/qr"
	"yousaid/generator/site"
)

var drawing = regexp.MustCompile(`<svg class="qr" aria-hidden="true"[^>]*viewBox="-4 -4 (\d+) (\d+)"[^>]*><path d="([^"]*)" stroke-dasharray="([^"]*)"`)

func TestAReportOnPaperHasItsAddressInWordsAndForACamera(t *testing.T) {
	s := hostileSite(3)
	s.Reports[1].Address = "2026/" + strings.Repeat("long-", 30) + "end"
	files := renderAll(t, s)
	for _, r := range s.Reports {
		page := string(file(t, files, r.URL()+"index.html"))
		address := s.BaseURL + r.URL()
		c := qr.Encode(address)
		path, dashes := c.Stroke()
		all := fmt.Sprint(c.Size + 8)
		m := drawing.FindAllStringSubmatch(page, -1)
		if len(m) != 1 || m[0][1] != all || m[0][2] != all || html.UnescapeString(m[0][3]) != path || m[0][4] != dashes {
			t.Errorf("%s does not have the pattern of its own address, with a light rim of four", r.URL())
		}
		if strings.Count(page, `<div class="paper" hidden>`) != 1 || !strings.Contains(page, `<b dir="ltr">`+address+"</b>") {
			t.Errorf("%s does not say its address on paper, and there only", r.URL())
		}
	}
}

func TestAnAddressThatIsTooLongForACameraStandsInWords(t *testing.T) {
	s := hostileSite(1)
	s.Reports[0].Address = strings.Repeat("x", qr.Longest)
	page := string(file(t, renderAll(t, s), s.Reports[0].URL()+"index.html"))
	if strings.Contains(page, `class="qr"`) || !strings.Contains(page, `<b dir="ltr">`+s.BaseURL+s.Reports[0].URL()+"</b>") {
		t.Error("the address does not stand in words alone")
	}
}

func TestAListOnPaperSaysWhoseItIsAndEachAddress(t *testing.T) {
	s := hostileSite(3)
	s.Organisation = "Northvale Council"
	page := string(file(t, renderAll(t, s), "reports/index.html"))
	if !strings.Contains(page, `<span class="paper" hidden>Northvale Council · Checked 1 June 2026</span>`) {
		t.Error("the list does not say whose it is and from when")
	}
	for _, r := range s.Reports {
		if !strings.Contains(page, `<span class="paper" hidden> · `+s.BaseURL+r.URL()+"</span>") {
			t.Errorf("the list does not say where %s is", r.URL())
		}
	}
}

func TestTheStyleSheetForPaperHoldsNothingUpAndIsSmall(t *testing.T) {
	files := renderAll(t, hostileSite(1))
	for _, f := range files {
		if strings.HasPrefix(f.Path, site.AssetFolder+"print.") {
			if n := zipped(string(f.Data)); n > 900 {
				t.Errorf("print.css is %d bytes compressed, more than 900", n)
			}
		}
		if strings.HasSuffix(f.Path, ".html") && bytes.Contains(f.Data, []byte(`rel="stylesheet"`)) && !bytes.Contains(f.Data, []byte(`http-equiv="refresh"`)) &&
			!regexp.MustCompile(`<link rel="stylesheet" href="/voice/assets/print\.[0-9a-f]{8}\.css" media="print">`).Match(f.Data) {
			t.Errorf("%s does not load the style sheet for paper, for paper only", f.Path)
		}
	}
}
