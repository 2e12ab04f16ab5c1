package browser

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"
)

var piece = regexp.MustCompile(`<[^>]*>|[^<]+`)

// inPieces serves a site as a slow line would: one tag or text after the other,
// with time to paint between them, as far as a first look at the page goes.
func inPieces(site *website) *website {
	const firstLook = 180
	slow := &website{folder: site.folder, base: site.base}
	slow.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		whole := httptest.NewRecorder()
		site.server.Config.Handler.ServeHTTP(whole, r)
		page := whole.Body.String()
		head, body, isPage := strings.Cut(page, "<body")
		for name, values := range whole.Header() {
			if name != "Content-Length" {
				w.Header()[name] = values
			}
		}
		w.WriteHeader(whole.Code)
		if !isPage {
			w.Write([]byte(page))
			return
		}
		w.Write([]byte(head))
		for i, part := range piece.FindAllString("<body"+body, -1) {
			if i < firstLook {
				w.(http.Flusher).Flush()
				time.Sleep(20 * time.Millisecond) // more than a sixtieth of a second, so that it is painted
			}
			w.Write([]byte(part))
		}
	}))
	return slow
}

func TestNothingMovesWhileAPageComesInPieceByPiece(t *testing.T) {
	t.Parallel()
	slow := inPieces(example)
	t.Cleanup(slow.server.Close)
	p := newTab(t, slow)
	for _, address := range []string{"", "reports/", "areas/harbour/", "reports/college-bus-times/", "reports/mental-health-waiting/", "pages/what-happens/", "topics/"} {
		for _, width := range []int64{320, 900} {
			p.size(width, 640)
			p.open(address)
			if moved := ask[[]string](p, `look.moved`); len(moved) > 0 {
				t.Errorf("/%s at %d px: %s", address, width, strings.Join(moved, "; "))
			}
		}
	}
}
