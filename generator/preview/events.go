package preview

import (
	"fmt"
	"net/http"
	"time"
)

// heartbeat keeps a quiet connection from being taken for a dead one.
const heartbeat = 20 * time.Second

// events tells a page, once, that there is a newer version of it. The page
// says which one it has, so that a build while it was loading, asleep or
// without a connection is not missed, and a build that left it as it was is
// not told.
func (s *shown) events(w http.ResponseWriter, r *http.Request) {
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Time{})
	_ = control.SetWriteDeadline(time.Time{})
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	page, seen := r.URL.Query().Get("page"), r.URL.Query().Get("seen")
	fmt.Fprint(w, "retry: 1000\n\n")
	for {
		news, loose := s.next() // before looking, so that nothing is missed between
		newer := s.answer(page).version(loose) != seen
		if newer {
			fmt.Fprint(w, "event: reload\ndata: now\n\n")
		}
		if control.Flush() != nil || newer {
			return
		}
		select {
		case <-news:
		case <-beat.C:
			fmt.Fprint(w, ": still here\n\n")
		case <-r.Context().Done():
			return
		}
	}
}

// reloadScript listens only while its page can be seen: a browser opens no
// more than six connections to one host, and people have many tabs.
const reloadScript = `"use strict";
(() => {
	const from = document.currentScript.dataset.events;
	const key = "yousaid-preview";
	let events = null;

	const before = JSON.parse(sessionStorage.getItem(key) || "null");
	sessionStorage.removeItem(key);
	if (before && before.path === location.pathname) {
		addEventListener("load", () => scrollTo(before.x, before.y));
	}

	function reload() {
		events.close();
		sessionStorage.setItem(key, JSON.stringify({path: location.pathname, x: scrollX, y: scrollY}));
		location.reload();
	}

	function listen() {
		if (document.hidden) {
			if (events) events.close();
			events = null;
		} else if (!events) {
			events = new EventSource(from);
			events.addEventListener("reload", reload);
		}
	}

	document.addEventListener("visibilitychange", listen);
	listen();
})();
`
