package generator

import (
	"bytes"
	"compress/gzip"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What a page may weigh, in bytes as they travel (gzip -9). Many readers have an
// old phone and little data.
const (
	mostReport     = 11_000 // a report: HTML and style sheets
	mostStyles     = 6_500  // all style sheets
	mostScripts    = 4_000  // of a page
	mostWithSearch = 8_000  // of a page with the search
	mostOfAPage    = 30_000 // everything that a page loads, without pictures of reports
)

func zipped(data []byte) int {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is one that there is
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Len()
}

// weight is what one page weighs.
type weight struct{ html, css, js, other int }

func (w weight) all() int { return w.html + w.css + w.js + w.other }

var loaded = regexp.MustCompile(`<(?:link|script|img)\b[^>]*?(?:href|src)="([^"]*/assets/[^"]*)"`)

// weigh is the weight of every page, by its path.
func weigh(r *Result) map[string]weight {
	sizes := map[string]int{}
	for _, f := range r.Files {
		sizes[f.Path] = zipped(f.Data)
	}
	out := map[string]weight{}
	for _, f := range r.Files {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		w := weight{html: sizes[f.Path]}
		var seen []string
		for _, m := range loaded.FindAllSubmatch(f.Data, -1) {
			asset := strings.TrimPrefix(strings.TrimPrefix(string(m[1]), r.Site.BaseURL), r.Site.Base)
			if slices.Contains(seen, asset) {
				continue
			}
			seen = append(seen, asset)
			switch path.Ext(asset) {
			case ".css":
				w.css += sizes[asset]
			case ".js":
				w.js += sizes[asset]
			default:
				w.other += sizes[asset]
			}
		}
		out[f.Path] = w
	}
	return out
}

// kindOf is what a page is, by its address.
func kindOf(page string) string {
	first, rest, _ := strings.Cut(page, "/")
	switch {
	case first == "reports" && (rest == "index.html" || strings.HasPrefix(rest, "page/")):
		return "list"
	case first == "reports":
		return "report"
	case slices.Contains([]string{"topics", "areas", "groups", "status", "years"}, first):
		return "list"
	case rest == "":
		return strings.TrimSuffix(first, ".html")
	}
	return first
}

func TestPagesStayLight(t *testing.T) {
	r := exampleSite(t)
	styles := 0
	for _, f := range r.Files {
		if path.Ext(f.Path) == ".css" {
			styles += zipped(f.Data)
		}
	}
	if styles == 0 || styles > mostStyles {
		t.Errorf("the style sheets weigh %d, and %d is the most", styles, mostStyles)
	}
	finder := map[string]bool{} // pages with the search
	for _, f := range r.Files {
		finder[f.Path] = bytes.Contains(f.Data, []byte(`class="finder`))
	}
	reports := 0
	for page, w := range weigh(r) {
		scripts := mostScripts
		switch kindOf(page) {
		case "report":
			if reports++; w.html+w.css > mostReport {
				t.Errorf("%s weighs %d in HTML and style sheets, and %d is the most", page, w.html+w.css, mostReport)
			}
		}
		if finder[page] {
			scripts = mostWithSearch
		}
		if w.css == 0 || w.html == 0 {
			t.Errorf("%s: nothing was weighed: %+v", page, w)
		}
		if w.js > scripts {
			t.Errorf("the scripts of %s weigh %d, and %d is the most", page, w.js, scripts)
		}
		if w.all() > mostOfAPage {
			t.Errorf("everything that %s loads weighs %d, and %d is the most", page, w.all(), mostOfAPage)
		}
	}
	if reports < 20 {
		t.Errorf("only %d reports were weighed", reports)
	}
}

// BenchmarkWeights builds the example site and tells what its pages weigh: the
// heaviest of each kind, in bytes as they travel, without pictures of reports.
func BenchmarkWeights(b *testing.B) {
	heaviest := map[string]weight{}
	for page, w := range weigh(exampleSite(b)) {
		if kind := kindOf(page); w.all() > heaviest[kind].all() {
			heaviest[kind] = w
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(heaviest)) {
		b.Run(kind, func(b *testing.B) {
			for b.Loop() {
			}
			w := heaviest[kind]
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(w.html), "HTML-bytes")
			b.ReportMetric(float64(w.css), "style-bytes")
			b.ReportMetric(float64(w.js), "script-bytes")
			b.ReportMetric(float64(w.all()), "page-bytes")
		})
	}
}
