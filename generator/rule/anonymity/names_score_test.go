package anonymity_test

import (
	"path/filepath"
	"testing"
)

// nameTargets are the least that has to be found of names, in per cent: by
// findings that stop, and with warnings.
var nameTargets = []struct {
	kind       string
	stop, look float64
}{
	{"relative", 96, 97}, {"worker", 96, 97},
	{"name/anglo plain", 92, 97}, {"name/other plain", 92, 97},
	{"name/anglo adversarial", 86, 92}, {"name/other adversarial", 86, 92},
}

func TestNamesAreFoundInThePassages(t *testing.T) {
	if files, _ := filepath.Glob("testdata/passages/*.txt"); len(files) == 0 {
		t.Skip("there are no passages")
	}
	var all []*scored
	for _, p := range readPassages(t, "passages") {
		all = append(all, score(t, p))
	}
	y := tallyOf(all)
	for _, target := range nameTargets {
		stop, look := percent(y.stop[target.kind], y.n[target.kind]), percent(y.any[target.kind], y.n[target.kind])
		t.Logf("%-24s %4d: %.1f %% stop, %.1f %% with warnings", target.kind, y.n[target.kind], stop, look)
		if stop < target.stop || look < target.look {
			t.Errorf("of %s %.0f %% and %.0f %% are wanted", target.kind, target.stop, target.look)
		}
	}
	t.Logf("%d clean passages: %.1f of 100 stopped, %.1f with warnings", y.n["clean"], percent(y.stop["clean"], y.n["clean"]), percent(y.any["clean"], y.n["clean"]))
	if got := percent(y.any["clean"], y.n["clean"]); got > 10 {
		t.Errorf("%.1f of 100 clean passages are warned about, at most 10 may be", got)
	}
}
