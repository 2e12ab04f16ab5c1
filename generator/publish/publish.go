// Package publish puts the files of a site where readers find them: in a
// folder, all or nothing, or in memory for the preview and for tests.
//
// It stands right of the gate and knows files only. After Publish a sink holds
// exactly the files it was given: consent may have ended since the last build,
// so nothing of an earlier one may stay.
package publish

import (
	"bytes"
	"slices"
	"sync"

	"yousaid/generator/site"
)

// Sink is a place for a site. Publish returns the paths of the files that
// differ from what was there before, in order.
type Sink interface {
	Publish(files []site.File) (changed []string, err error)
}

// Memory holds a site in memory. The zero Memory is an empty site. It may be
// read while it is published to.
type Memory struct {
	mu    sync.RWMutex
	files map[string][]byte
}

// Publish replaces the whole site in one step.
func (m *Memory) Publish(files []site.File) ([]string, error) {
	next := make(map[string][]byte, len(files))
	for _, f := range files {
		next[f.Path] = f.Data
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	var changed []string
	for p, data := range next {
		if old, ok := m.files[p]; !ok || !bytes.Equal(old, data) {
			changed = append(changed, p)
		}
	}
	for p := range m.files {
		if _, ok := next[p]; !ok {
			changed = append(changed, p)
		}
	}
	m.files = next
	slices.Sort(changed)
	return changed, nil
}

// Open returns one file.
func (m *Memory) Open(path string) ([]byte, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	data, ok := m.files[path]
	return data, ok
}

// Files are all files, by path.
func (m *Memory) Files() []site.File {
	m.mu.RLock()
	defer m.mu.RUnlock()
	out := make([]site.File, 0, len(m.files))
	for p, data := range m.files {
		out = append(out, site.File{Path: p, Data: data})
	}
	slices.SortFunc(out, func(a, b site.File) int {
		if a.Path < b.Path {
			return -1
		}
		return 1
	})
	return out
}
