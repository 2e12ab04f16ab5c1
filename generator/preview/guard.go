package preview

import (
	"net"
	"net/http"
	"net/netip"
	"strings"

	"yousaid/generator/render"
)

// headers are those that the site itself asks its host for, and two more: no
// browser keeps a preview, because words may come down in the next minute, and
// no other site can put a part of it into a page of its own.
var headers = map[string]string{
	"Content-Security-Policy":      render.Policy,
	"Referrer-Policy":              "no-referrer",
	"X-Content-Type-Options":       "nosniff",
	"X-Frame-Options":              "DENY",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy":           "camera=(), geolocation=(), microphone=(), browsing-topics=()",
	"X-Robots-Tag":                 "noarchive",
	"tdm-reservation":              "1",
	"Cache-Control":                "no-store",
}

// guard lets through only what the person at this computer asks for. Any page
// open in their browser can send requests to the preview, and one whose name
// is made to lead here (DNS rebinding) could read the answers: it still shows
// in Host and Origin.
func guard(allowed hosts, next http.Handler) http.Handler {
	next = http.NewCrossOriginProtection().Handler(onlyReading(next))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range headers {
			w.Header().Set(name, value)
		}
		switch {
		case !allowed.contain(r.Host):
			http.Error(w, "The preview does not answer to this name.", http.StatusMisdirectedRequest)
		case foreign(r):
			http.Error(w, "Another website sent you here.", http.StatusForbidden)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func onlyReading(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "The preview can only be read.", http.StatusMethodNotAllowed)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// foreign reports whether the page that asks is of another site.
func foreign(r *http.Request) bool {
	for _, origin := range r.Header["Origin"] {
		if !strings.EqualFold(origin, "http://"+r.Host) {
			return true
		}
	}
	return false
}

// hosts are the names that the preview answers to.
type hosts struct {
	own    string // the one it was started with
	anyone bool
}

func (h hosts) contain(hostport string) bool {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = strings.TrimSuffix(strings.TrimPrefix(hostport, "["), "]")
	}
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	switch {
	case err == nil && ip.IsLoopback():
		return true
	case !h.anyone || host == "":
		return false
	case h.own == "" || h.own == "0.0.0.0" || h.own == "::":
		// Every address of this computer was asked for. A name could be
		// anybody's; an address can't be made to lead elsewhere.
		return err == nil
	}
	return strings.EqualFold(host, h.own)
}
