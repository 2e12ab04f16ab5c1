// Package preview shows the site while people write: it watches, builds,
// serves and reloads.
//
// One goroutine watches and builds (watch.go, build.go). What it makes stands
// in one place (shown.go), which every request reads (serve.go, events.go,
// status.go) after it has passed the guard (guard.go).
//
// Only two things may be shown here: the files of a finished build, which are
// held in memory, and what there is to say about that build, which points at
// words and never repeats them. No request ever reaches a folder. Nothing is
// written, no word of a report goes to a log, and what broke inside a build is
// not told, because it may quote one.
package preview

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"

	"yousaid/generator"
	"yousaid/generator/site"
	"yousaid/themes"
)

// Preview is what a preview is made from. All fields but Anyone are needed.
type Preview struct {
	Folders []string                                // what to watch, with every folder below
	Input   func() (generator.Input, func(), error) // opens the content for one build, and what closes it
	Theme   func() (*themes.Theme, error)           // asked at every build
	Today   func() site.Date                        // asked at every build, and every minute
	Now     func() time.Time                        // only to say how long a build took
	Told    func(State)                             // called after every build, never twice at once
	Host    string                                  // the host that was asked for, as "127.0.0.1"
	Anyone  bool                                    // other computers may look, too

	minute time.Duration // for tests; 0: a minute
}

// Run serves on l until ctx ends, and closes l. It returns nil when it was
// ended by ctx.
func (p *Preview) Run(ctx context.Context, l net.Listener) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	w, err := newWatcher(p.Folders)
	if err != nil {
		l.Close()
		return err
	}
	defer w.Close()
	shown := newShown()
	server := p.server(ctx, shown)
	var work sync.WaitGroup
	work.Go(func() {
		b := &builder{preview: p, shown: shown}
		b.watch(ctx, w)
	})
	work.Go(func() {
		<-ctx.Done()
		patience, done := context.WithTimeout(context.Background(), 2*time.Second)
		defer done()
		if server.Shutdown(patience) != nil {
			server.Close()
		}
	})
	err = server.Serve(l)
	stop()
	work.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

func (p *Preview) server(ctx context.Context, shown *shown) *http.Server {
	return &http.Server{
		Handler: guard(hosts{p.Host, p.Anyone}, shown),
		// Open event streams end when the preview does.
		BaseContext:                  func(net.Listener) context.Context { return ctx },
		ReadHeaderTimeout:            5 * time.Second,
		ReadTimeout:                  10 * time.Second,
		WriteTimeout:                 time.Minute,
		IdleTimeout:                  2 * time.Minute,
		MaxHeaderBytes:               32 << 10,
		DisableGeneralOptionsHandler: true,
		ErrorLog:                     log.New(io.Discard, "", 0),
	}
}
