package entry

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// markLetters is short on purpose: enough that no edit slips through, too
// little to prove from the mark alone what somebody once said.
const markLetters = 6

// Mark is what stands in `anonymity.covers` once somebody has checked c: its
// id and a short hash of everything of it that a reader could recognise
// somebody by. A changed word changes the mark; a withdrawal does not.
func (c *Contribution) Mark() string {
	return c.ID.Value + "-" + hashOf(c.Words.Reveal(), c.Name.Reveal(), c.Called.Reveal(), c.Gist.Reveal())
}

func hashOf(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(norm.NFC.String(strings.TrimSpace(p))))
		h.Write([]byte{0})
	}
	return strings.ToLower(base32.StdEncoding.EncodeToString(h.Sum(nil)))[:markLetters]
}

// Covered reports whether the check of e saw c as it is now.
func (e *Entry) Covered(c *Contribution, set *Settings) bool {
	if !set.Privacy.Bound() {
		return true
	}
	return e.covers(c.Mark())
}

func (e *Entry) covers(mark string) bool {
	for _, w := range e.Anonymity.Covers {
		if w.Value == mark {
			return true
		}
	}
	return false
}
