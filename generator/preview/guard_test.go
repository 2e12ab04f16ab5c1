package preview

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// raw sends a request as it stands, and returns status and answer.
func (t *trial) raw(request string) (int, http.Header, string) {
	t.Helper()
	c, err := net.Dial("tcp", strings.TrimPrefix(t.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(5 * time.Second))
	method, _, _ := strings.Cut(request, " ")
	if _, err := io.WriteString(c, request); err != nil {
		t.Fatal(err)
	}
	res, err := http.ReadResponse(bufio.NewReader(c), &http.Request{Method: method})
	if err != nil {
		t.Fatalf("%q: %v", request, err)
	}
	defer res.Body.Close()
	body, _ := io.ReadAll(res.Body)
	return res.StatusCode, res.Header, string(body)
}

func TestHosts(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	for host, want := range map[string]int{
		"localhost": 200, "LOCALHOST:8080": 200, "127.0.0.1": 200, "127.0.0.1:1": 200, "127.9.9.9": 200, "[::1]": 200, "[::1]:8080": 200,
		"evil.example": 421, "evil.example:8080": 421, "127.0.0.1.nip.io": 421, "localhost.evil.example": 421, "evil-localhost": 421,
		"localhost.": 421, "127.1": 421, "2130706433": 421, "0x7f000001": 421, "0.0.0.0": 421, "192.168.0.7": 421, "[::]": 421,
		"10.0.0.1:8080": 421, "[fe80::1]": 421,
	} {
		for _, path := range []string{"/voice/", own, own + "events?page=/voice/&seen=x", own + "reload.js"} {
			status, _, body := t.raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
			if status != want {
				t.Errorf("Host %q, GET %s: %d, want %d", host, path, status, want)
			}
			if want != 200 && strings.Contains(body, "late") {
				t.Errorf("Host %q, GET %s: something of the site is told", host, path)
			}
		}
	}
	for _, request := range []string{
		"GET http://evil.example/voice/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
		"GET /voice/ HTTP/1.0\r\n\r\n",
		"GET /voice/ HTTP/1.1\r\nHost: \r\n\r\n",
	} {
		if status, _, _ := t.raw(request); status != 421 {
			t.Errorf("%q: %d", request, status)
		}
	}
}

func TestHostsForAnyone(t *testing.T) {
	for _, c := range []struct {
		own, host string
		want      bool
	}{
		{"192.168.0.7", "192.168.0.7:8080", true}, {"192.168.0.7", "192.168.0.8", false}, {"192.168.0.7", "evil.example", false},
		{"desk.local", "DESK.local:8080", true}, {"desk.local", "other.local", false}, {"desk.local", "10.0.0.1", false},
		{"", "10.0.0.1:8080", true}, {"0.0.0.0", "10.0.0.1", true}, {"::", "[fd00::1]:80", true}, {"0.0.0.0", "evil.example", false},
		{"", "", false}, {"", "evil.example", false}, {"0.0.0.0", "localhost", true},
	} {
		if got := (hosts{c.own, true}).contain(c.host); got != c.want {
			t.Errorf("started with %q: %q is %v", c.own, c.host, got)
		}
		if (hosts{c.own, false}).contain(c.host) && c.host != "localhost" {
			t.Errorf("started with %q and not for anyone: %q gets in", c.own, c.host)
		}
	}
}

func TestOriginsAndMethods(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	at := strings.TrimPrefix(t.url, "http://")
	for _, c := range []struct {
		method, header string
		want           int
	}{
		{"GET", "", 200},
		{"HEAD", "", 200},
		{"GET", "Origin: http://" + at, 200},
		{"GET", "Origin: https://evil.example", 403},
		{"GET", "Origin: null", 403},
		{"GET", "Origin: https://" + at, 403},
		{"GET", "Origin: http://" + at + "\r\nOrigin: http://evil.example", 403},
		{"GET", "Origin: http://localhost:1", 403},
		{"GET", "Origin: http://" + at + ".evil.example", 403},
		{"GET", "Origin:", 403},
		{"POST", "", 405},
		{"POST", "Origin: https://evil.example", 403},
		{"POST", "Sec-Fetch-Site: cross-site", 403},
		{"PUT", "", 405}, {"DELETE", "", 405}, {"PATCH", "", 405}, {"OPTIONS", "", 405}, {"TRACE", "", 405}, {"PROPFIND", "", 405}, {"get", "", 405},
	} {
		for _, path := range []string{"/voice/", own, own + "events?page=/voice/&seen=x"} {
			header := c.header
			if header != "" {
				header += "\r\n"
			}
			status, got, _ := t.raw(c.method + " " + path + " HTTP/1.1\r\nHost: " + at + "\r\n" + header + "Connection: close\r\n\r\n")
			if status != c.want {
				t.Errorf("%s %s, %q: %d, want %d", c.method, path, c.header, status, c.want)
			}
			if status == 405 && got.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s: allowed is %q", c.method, got.Get("Allow"))
			}
			if got.Get("Access-Control-Allow-Origin") != "" {
				t.Error("other origins are let in")
			}
			for name, value := range headers {
				if got.Get(name) != value {
					t.Errorf("%s %s, %d: %s is %q", c.method, path, status, name, got.Get(name))
				}
			}
		}
	}
	if status, _, _ := t.raw("OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n"); status != 405 {
		t.Errorf("OPTIONS *: %d", status)
	}
}

// The preview sends what the site asks its host for.
func TestHeadersAreTheSites(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	_, text := t.get("/voice/_headers")
	n := 0
	for line := range strings.Lines(text) {
		name, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || name == "Cache-Control" {
			continue
		}
		if n++; headers[name] != value {
			t.Errorf("%s is %q, the site has %q", name, headers[name], value)
		}
	}
	if n < 6 {
		t.Errorf("only %d headers found", n)
	}
}

func TestNoWayOut(tt *testing.T) {
	t := newTrial(tt)
	t.begin()
	private := []string{"C-7F3K", "base_url", "contributions", "participation-lead", "root:"}
	up := []string{"..", "%2e%2e", "%2E%2E", ".%2e", "%252e%252e", "..%00", "%c0%ae%c0%ae", "..;", "%ef%bc%8e%ef%bc%8e", "....", "..%20"}
	slash := []string{"/", "%2f", "%2F", "\\", "%5c", "%252f", "//", "/./", "%c0%af"}
	targets := []string{"site.yaml", "content/site.yaml", "reports/late.md", "content/reports/late.md", "etc/passwd", "etc%2fpasswd"}
	var paths []string
	for _, u := range up {
		for _, s := range slash {
			for _, target := range []string{"site.yaml", "content/reports/late.md", "etc%2fpasswd"} {
				for _, start := range []string{"/", "/voice/assets/", own} {
					paths = append(paths, start+strings.Repeat(u+s, 5)+target, start+u+s+target)
				}
			}
		}
	}
	for _, target := range append(targets, ".git/config", "C:/Windows/win.ini", "file:///etc/passwd", t.dir+"/site.yaml") {
		paths = append(paths, "/"+target, "//"+target, "/voice/"+target, "/voice//"+target, "/voice/%00"+target, "/voice/"+target+"%00.html", own+target)
	}
	for _, p := range paths {
		r := fmt.Sprintf("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", p)
		status, h, body := t.raw(r)
		if status != 404 && status != 400 {
			t.Errorf("GET %s: %d to %q", p, status, h.Get("Location"))
		}
		for _, word := range private {
			if strings.Contains(body, word) {
				t.Errorf("GET %s: the answer holds %q", p, word)
			}
		}
	}
}
