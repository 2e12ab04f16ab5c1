package preview

import (
	"path"
	"slices"
	"sync"

	"yousaid/generator/publish"
	"yousaid/generator/site"
)

// shown is what readers of the preview see. The builder writes it, every
// request reads it.
type shown struct {
	site publish.Memory

	mu    sync.RWMutex
	state State
	built bool          // the first build has ended
	loose int           // how often a file changed that pages only refer to
	news  chan struct{} // closed when there may be something new
}

func newShown() *shown { return &shown{news: make(chan struct{})} }

// put shows a site, or with no files takes it away.
func (s *shown) put(files []site.File, state State) State {
	changed, _ := s.site.Publish(files) // Memory never refuses
	state.Changed = len(changed)
	s.set(state, slices.ContainsFunc(changed, isLoose))
	return state
}

// keep leaves the site as it is.
func (s *shown) keep(state State) { s.set(state, false) }

func (s *shown) set(state State, loose bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state, s.built = state, true
	if loose {
		s.loose++
	}
	close(s.news)
	s.news = make(chan struct{})
}

func (s *shown) now() (state State, built bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.state, s.built
}

func (s *shown) next() (news <-chan struct{}, loose int) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.news, s.loose
}

// isLoose reports whether a file can look different in a page that stays the
// same, byte for byte: a picture, or a style sheet.
func isLoose(name string) bool {
	switch path.Ext(name) {
	case ".html", ".xml", ".json", ".csv", ".txt", "":
		return false
	}
	return true
}
