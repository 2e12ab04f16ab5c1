// Package memo remembers what the last build worked out, so that a build in a
// running program redoes only what changed.
//
// Nothing is ever invalidated. A key holds everything its value depends on
// (for one file: its path, its bytes, the settings and the day), so a value
// found under a key is right by construction. What a build did not ask for is
// forgotten when the next one begins: words that were taken out of a file do
// not live on here. Nothing is kept on disk.
package memo

import "sync"

// Table remembers the values of the last two builds. The zero Table is ready
// for Begin.
// Its methods may be called from several goroutines, except Begin.
type Table[K comparable, V any] struct {
	mu        sync.Mutex
	last, now map[K]V
}

// Begin starts a new build: values that the build before did not use are
// forgotten.
func (t *Table[K, V]) Begin() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.last, t.now = t.now, make(map[K]V, len(t.now))
}

// Get returns the value under key, making it when it is not remembered.
func (t *Table[K, V]) Get(key K, make func() V) V {
	t.mu.Lock()
	v, ok := t.now[key]
	if !ok {
		v, ok = t.last[key]
	}
	t.mu.Unlock()
	if !ok {
		v = make()
	}
	t.mu.Lock()
	t.now[key] = v
	t.mu.Unlock()
	return v
}

// Len is the number of values that the current build has used.
func (t *Table[K, V]) Len() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.now)
}
