package preview

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"html"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"
)

// own is where the preview's own pages are, beside those of the site.
const own = "/.yousaid/"

func (s *shown) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case own + "events":
		s.events(w, r)
		return
	case own + "reload.js":
		send(w, r, answer{http.StatusOK, "text/javascript; charset=utf-8", []byte(reloadScript), ""})
		return
	case own + "page.css":
		send(w, r, answer{http.StatusOK, "text/css; charset=utf-8", []byte(statusStyle), ""})
		return
	}
	_, loose := s.next()
	a := s.answer(r.URL.Path)
	if strings.HasPrefix(a.kind, "text/html") {
		a.body = listening(a.body, r.URL.Path, a.version(loose))
	}
	send(w, r, a)
}

// answer is what stands under an address.
type answer struct {
	status int
	kind   string
	body   []byte
	to     string // where it stands instead
}

// version changes when the reader of a page should get it again.
func (a answer) version(loose int) string {
	sum := sha256.New()
	sum.Write([]byte(strconv.Itoa(a.status) + a.to + "\n"))
	sum.Write(a.body)
	return hex.EncodeToString(sum.Sum(nil)[:8]) + "-" + strconv.Itoa(loose)
}

// answer looks an address up among the files of the site, in which there is
// nothing else: no path leads out of them.
func (s *shown) answer(p string) answer {
	state, built := s.now()
	base := state.Base()
	root, err := url.PathUnescape(base)
	if err != nil {
		root = base
	}
	switch {
	case p == own:
		return page(http.StatusOK, state.page(built))
	case p+"/" == own:
		return answer{status: http.StatusFound, to: own}
	case state.Result == nil:
		return page(http.StatusServiceUnavailable, state.page(built))
	case p == "/" && root != "/" || p+"/" == root:
		return answer{status: http.StatusFound, to: base}
	}
	name, ok := strings.CutPrefix(p, root)
	if !ok {
		return s.missing()
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if data, ok := s.site.Open(name); ok {
		return answer{http.StatusOK, kindOf(name), data, ""}
	}
	if _, ok := s.site.Open(name + "/index.html"); ok {
		return answer{status: http.StatusFound, to: base + (&url.URL{Path: name}).EscapedPath() + "/"}
	}
	return s.missing()
}

func (s *shown) missing() answer {
	data, ok := s.site.Open("404.html")
	if !ok {
		data = []byte("<!doctype html><title>Nothing here</title><p>There is no page here.</p>")
	}
	return page(http.StatusNotFound, data)
}

func page(status int, body []byte) answer {
	return answer{status, "text/html; charset=utf-8", body, ""}
}

func send(w http.ResponseWriter, r *http.Request, a answer) {
	h := w.Header()
	if a.to != "" {
		h.Set("Location", a.to)
		w.WriteHeader(a.status)
		return
	}
	h.Set("Content-Type", a.kind)
	if a.status == http.StatusOK {
		// Sound and film are asked for in parts.
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.body))
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(a.body)))
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(a.body)
	}
}

// listening adds the script that waits for a newer version of the page. The
// policy of the site allows no script within a page, so it has a file.
func listening(body []byte, p, version string) []byte {
	events := own + "events?" + url.Values{"page": {p}, "seen": {version}}.Encode()
	tag := `<script src="` + own + `reload.js" data-events="` + html.EscapeString(events) + `"></script>`
	at := bytes.LastIndex(body, []byte("</body>"))
	if at < 0 {
		at = len(body)
	}
	return bytes.Join([][]byte{body[:at], []byte(tag), body[at:]}, nil)
}

// kinds are content types. The ones of the computer are not asked: they differ
// from one to the next.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".geojson": "application/geo+json", ".jsonld": "application/ld+json",
	".webmanifest": "application/manifest+json", ".xml": "application/xml", ".csv": "text/csv; charset=utf-8",
	".txt": "text/plain; charset=utf-8", ".vtt": "text/vtt; charset=utf-8", ".ics": "text/calendar; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif",
	".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon", ".woff2": "font/woff2", ".pdf": "application/pdf",
	".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".ogg": "audio/ogg", ".opus": "audio/ogg", ".wav": "audio/wav",
	".mp4": "video/mp4", ".webm": "video/webm", ".wasm": "application/wasm", ".zip": "application/zip",
	"": "text/plain; charset=utf-8",
}

func kindOf(name string) string {
	if k, ok := kinds[strings.ToLower(path.Ext(name))]; ok {
		return k
	}
	return "application/octet-stream"
}
