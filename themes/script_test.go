package themes

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"regexp"
	"strings"
	"testing"
)

func source(t *testing.T, name string) string {
	t.Helper()
	text, err := fs.ReadFile(Default(), name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTheScriptOfEveryPageIsSmall(t *testing.T) {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	z.Write([]byte(string(asset(t, laid(t, nil), "site.js").Data)))
	z.Close()
	if b.Len() > 2500 {
		t.Errorf("site.js is %d bytes, compressed; 2,500 at most", b.Len())
	}
}

func TestTheScriptOfEveryPageTellsNobodyAnything(t *testing.T) {
	script := string(asset(t, laid(t, nil), "site.js").Data)
	for _, never := range []string{"http:", "https:", "fetch", "XMLHttpRequest", "sendBeacon", "WebSocket", "EventSource", "Worker", "import(", "cookie", "sessionStorage", "indexedDB", "innerHTML", "eval", "Function(", "document.write", "userAgent"} {
		if strings.Contains(script, never) {
			t.Errorf("site.js holds %s", never)
		}
	}
}

// A choice is a word in three files: the page of choices, the script, and the
// style sheet.
func TestEveryChoiceIsKnownToTheScriptAndTheStyleSheet(t *testing.T) {
	script, style, n := source(t, "site.js"), source(t, "style.css"), 0
	for _, m := range regexp.MustCompile(`type="radio" name="(\w+)" value="(\w+)"`).FindAllStringSubmatch(source(t, "display.html"), -1) {
		n++
		name, value := m[1], m[2]
		if !regexp.MustCompile(`\b` + name + `: \[[^\]]*'` + value + `'`).MatchString(script) {
			t.Errorf("site.js does not know %s for %s", value, name)
		}
		if value == "contrast" {
			continue // the rules for devices that ask for it
		}
		if !strings.Contains(style, "[data-"+name+"="+value+"]") && !strings.Contains(style, "[data-"+name+"]") {
			t.Errorf("style.css does nothing for %s of %s", value, name)
		}
	}
	if n != 9 {
		t.Errorf("%d choices were looked at", n)
	}
}

// site.js turns these questions to the device into the reader's answers, so
// they have to be asked in words that it knows.
func TestTheStyleSheetAsksTheDeviceInWordsThatTheScriptKnows(t *testing.T) {
	style := source(t, "style.css")
	for _, ask := range regexp.MustCompile(`\(?prefers-(color-scheme|contrast)[^)]*\)?`).FindAllString(style, -1) {
		switch ask {
		case "(prefers-color-scheme: dark)", "(prefers-color-scheme: light)", "(prefers-contrast: more)":
		default:
			t.Errorf("site.js does not know %s", ask)
		}
	}
	for _, must := range []string{"@media (prefers-color-scheme: dark)", "@media (prefers-contrast: more)"} {
		if !strings.Contains(style, must) {
			t.Errorf("style.css has no %s, so the choice does nothing", must)
		}
	}
}
