package gate

import (
	"slices"

	"yousaid/generator/site"
)

// Hidden are the labels of one report that readers don't get.
type Hidden struct {
	Group, Area bool
	Bands       []bool // by voice
}

// Hide is r without those labels. What was admitted stays as it was: whether a
// label is shown depends on every other report, and they change.
func Hide(r *site.Report, h Hidden) *site.Report {
	if !h.Group && !h.Area && !slices.Contains(h.Bands, true) {
		return r
	}
	out := *r
	if h.Group {
		out.Group = site.Label{}
		out.Impact = slices.Clone(r.Impact)
		for i := range out.Impact {
			if out.Impact[i].CheckedWith == r.Group.Name {
				out.Impact[i].CheckedWith = ""
			}
		}
	}
	if h.Area {
		out.Area = site.Label{}
	}
	out.Voices = slices.Clone(r.Voices)
	for i := range out.Voices {
		if h.Bands[i] {
			out.Voices[i].Band = ""
		}
	}
	return &out
}
