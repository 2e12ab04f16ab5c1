package generator_test

import (
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yousaid/generator"
	"yousaid/generator/site"
	"yousaid/generator/trace"
	"yousaid/generator/withdraw"
	"yousaid/themes"
)

// Whatever state a folder is in, a voice that is taken back leaves the folder
// but for its id, the site holds no byte of it, and no other file has changed.
// Where somebody else repeats it, that is found.
func TestAVoiceThatIsTakenBackLeavesNoTrace(t *testing.T) {
	theme, err := themes.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	met := map[string]int{}
	for seed := range uint64(60) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 7)), whose: map[string]string{}, marks: marks}
		w := m.world()
		for range m.IntN(12) {
			pick(m, worldEdits...).do(m, w)
		}
		r := pick(m, w.reports...)
		if len(r.voices) == 0 || r.link {
			continue
		}
		v := pick(m, r.voices...)
		if v.tombstone {
			continue
		}
		name := "reports/" + r.name + ".md"
		if r.badName {
			name = "reports/" + r.name + " Report.md"
		}
		target, byKey := withdraw.Target{File: name, Voice: v.id}, false
		if v.consent != nil && v.consent.record != "" && m.chance(50) {
			target, byKey = withdraw.Target{Key: strings.ToUpper(v.consent.record)}, true
		}
		folder := w.folder()
		today, _ := site.ParseDate(w.today)
		plan, err := withdraw.Make(withdraw.Source{Content: folder, Folder: "content", Today: today}, target)
		if err != nil {
			if !byKey || r.spoil == nil { // a spoiled file may have lost the key
				t.Errorf("%d: %v", seed, err)
			}
			continue
		}
		if len(plan.ByHand) > 0 {
			met["by hand"]++
			if r.spoil == nil {
				t.Errorf("%d: by hand: %v", seed, plan.ByHand)
			}
			continue
		}
		after := maps.Clone(folder)
		for _, e := range plan.Edits {
			after[e.Path] = &fstest.MapFile{Data: e.After, Mode: folder[e.Path].Mode}
			if e.Path != name {
				t.Errorf("%d: another file has changed", seed)
			}
		}
		theirs := markers(strings.Join([]string{v.words, v.gist, v.name, v.called}, " "))
		if v.consent != nil {
			theirs = append(theirs, markers(v.consent.record)...)
		}
		in := holding(theirs, after)
		met["taken"]++
		result, err := new(generator.Generator).Build(generator.Input{Content: after, Folder: "content", Theme: theme, Today: today})
		if err != nil {
			met["not built"]++
			continue
		}
		out := fstest.MapFS{}
		for _, f := range result.Files {
			out[f.Path] = &fstest.MapFile{Data: f.Data}
		}
		if len(in) == 0 {
			if leaks := holding(theirs, out); len(leaks) > 0 {
				t.Errorf("%d: words of %s are in %v", seed, v.id, leaks)
			}
			if found := trace.Folder(out, "", plan.Words, nil); found.Any() {
				t.Errorf("%d: found where nothing is: %v", seed, found.Places)
			}
			continue
		}
		met["said elsewhere"]++
		if quotes(r, theirs) && !trace.Folder(after, "", plan.Words, nil).Any() {
			t.Errorf("%d: words that stand in %v are not found", seed, in)
		}
	}
	t.Log(met)
	for _, what := range []string{"taken", "said elsewhere"} {
		if met[what] == 0 {
			t.Errorf("in no folder: %s", what)
		}
	}
}

// quotes reports whether the report's own text has five of these words.
func quotes(r *report, theirs []string) bool {
	return slices.ContainsFunc(r.texts, func(t *text) bool {
		n := 0
		for _, w := range markers(t.quote) {
			if slices.Contains(theirs, w) {
				n++
			}
		}
		return n >= 5
	})
}

// holding are the files that hold one of the words, in their name or their text.
func holding(words []string, folder fstest.MapFS) []string {
	var out []string
	_ = fs.WalkDir(folder, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text := strings.ToLower(p + "\n" + string(folder[p].Data))
		if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) }) {
			out = append(out, p)
		}
		return nil
	})
	return out
}
