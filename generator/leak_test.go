package generator_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"yousaid/generator"
	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/publish"
	"yousaid/generator/site"
	"yousaid/themes"
)

// Whatever happens to a folder, day after day, a reader finds in the site what
// its consents allow on that day, and nothing else is in any byte of it.
// PROVE=1 tries many more histories; LEAK=7 tells one of them.
func TestLeakNothing(t *testing.T) {
	theme, err := themes.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	from, n := 1, 25
	if os.Getenv("PROVE") != "" {
		n = 300
	}
	if one, err := strconv.Atoi(os.Getenv("LEAK")); err == nil {
		from, n = one, 1
	}
	met := &tally{met: map[string]int{}}
	t.Run("history", func(t *testing.T) {
		for seed := from; seed < from+n; seed++ {
			t.Run(strconv.Itoa(seed), func(t *testing.T) {
				t.Parallel()
				newHistory(t, theme, met, uint64(seed)).live()
			})
		}
	})
	t.Log(met.met)
	for _, what := range everythingThatHappens {
		if n > 1 && met.met[what] == 0 {
			t.Errorf("in no history was there: %s", what)
		}
	}
}

// tally counts what the histories met, so that they don't come to be about nothing.
type tally struct {
	sync.Mutex
	met map[string]int
}

var everythingThatHappens = []string{
	"published", "held", "unpublished", "hidden", "shown", "searched", "not searched", "nothing could be built",
	"withdrawn", "said no when asked again", "agreed to nothing", "not yet", "ended", "a signature is missing", "not for the website", "not checked", "nothing to show",
	"a name without consent to named", "edited without agreement", "from several, with fewer than three records", "sensitive without an explicit yes",
	"no consent", "a consent that is not whole", "not one of the forms", "more than the form asks for", "a channel that the form does not name",
	"an id is used again", "the id of a report that was taken down", "a role that does not exist", "a topic that does not exist", "not checked by somebody else",
	"it repeats what may not be shown", "not a file with a good name",
}

func (t *tally) add(what string) {
	t.Lock()
	defer t.Unlock()
	t.met[what]++
}

// However a report is printed, its words stay in it.
func TestLeakNothingWhenPrinted(t *testing.T) {
	m := &maker{Rand: rand.New(rand.NewPCG(1, 1)), whose: map[string]string{}, marks: marks}
	w := &world{site: siteYAML{topics: []string{"home"}}, today: "2026-01-01"}
	r := m.addReport(w)
	v := m.addVoice(w, r)
	v.consent, v.name = &consent{to: "named", record: m.word("record")}, m.word("name")
	e, _ := parsed(w, r)
	c := &e.Contributions[len(e.Contributions)-1]
	for _, one := range []any{c.Words, &c.Words, c.Name, c.Consent.Record, e.Title, e.Body.Private, struct{ Words entry.Private }{c.Words}, []entry.Private{c.Words}} {
		for _, verb := range strings.Split("v,+v,#v,s,q,x,X,d,t,T,p,20s,-20v,.3s", ",") {
			got := fmt.Sprintf("%"+verb, one)
			if len(markers(got)) > 0 || strings.Contains(strings.ToLower(got), fmt.Sprintf("%x", "zq")) {
				t.Errorf("%%%s prints words", verb)
			}
		}
		var log bytes.Buffer
		slog.New(slog.NewTextHandler(&log, nil)).Info("x", "a", one)
		slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "a", one)
		data, _ := json.Marshal(one)
		table, _ := json.Marshal(map[string]any{"a": one})
		log.Write(append(data, table...))
		if len(markers(log.String())) > 0 {
			t.Errorf("a log or JSON holds words: %T", one)
		}
	}
}

type history struct {
	t     *testing.T
	m     *maker
	w     *world
	theme *themes.Theme
	met   *tally
	gen   generator.Generator
	out   publish.Memory
	did   []string // since the last build
	bad   int
}

func newHistory(t *testing.T, theme *themes.Theme, met *tally, seed uint64) *history {
	m := &maker{Rand: rand.New(rand.NewPCG(seed, 2026)), whose: map[string]string{}, marks: marks}
	return &history{t: t, m: m, w: m.world(), theme: theme, met: met}
}

func (h *history) live() {
	for step := range 4 {
		if step > 0 {
			h.did = nil
			for range 4 + h.m.IntN(12) {
				e := pick(h.m, worldEdits...)
				e.do(h.m, h.w)
				h.did = append(h.did, e.name)
			}
		}
		h.build(step)
	}
}

func (h *history) fail(step int, format string, args ...any) {
	h.t.Helper()
	if h.bad++; h.bad < 8 {
		h.t.Errorf("build %d on %s after %v: %s", step, h.w.today, h.did, fmt.Sprintf(format, args...))
	}
}

func (h *history) build(step int) {
	content := h.w.folder()
	if os.Getenv("LEAK") != "" {
		dir := path.Join(os.TempDir(), "leak", strconv.Itoa(step))
		_ = os.RemoveAll(dir)
		_ = os.CopyFS(dir, content)
		h.t.Log("the folder is in", dir)
	}
	day, _ := site.ParseDate(h.w.today)
	in := generator.Input{Content: content, Folder: "content", Theme: h.theme, Today: day}
	r, err := h.gen.Build(in)
	unmask(h.t, r)
	if h.w.site.unreadable {
		h.met.add("nothing could be built")
		var set *generator.SettingsError
		if !errors.As(err, &set) {
			h.fail(step, "a site.yaml that can't be used gave %v", err)
			return
		}
		h.findings(step, set.Findings)
		for _, r := range h.w.reports {
			for _, v := range r.voices {
				ended := false
				for _, l := range set.Ended {
					ended = ended || l.ID == v.id
				}
				if takenBack(v) && r.wrong == "" && !r.link && !r.badName && r.withdrawn == "" && !ended {
					h.fail(step, "nothing was built, and nobody was told that %s may still be online", v.id)
				}
			}
		}
		return
	}
	if err != nil {
		h.fail(step, "%v", err)
		return
	}
	if _, err := h.out.Publish(r.Files); err != nil {
		h.fail(step, "%v", err)
	}
	h.w.judge(func(rep *report) bool { return slices.Contains(r.Held, "content/reports/"+rep.name+".md") })
	h.findings(step, slices.Concat(r.Findings, r.InPublic))
	if h.lists(step, r); h.bad > 0 {
		return
	}
	h.site(step)
	for which, g := range map[string]*generator.Generator{"a second": &h.gen, "a cold": new(generator.Generator)} {
		again, err := g.Build(in)
		unmask(h.t, again)
		if err != nil || !reflect.DeepEqual(again.Files, r.Files) || !reflect.DeepEqual(again.Findings, r.Findings) || !reflect.DeepEqual(again.Held, r.Held) || !reflect.DeepEqual(again.LeftOut, r.LeftOut) {
			h.fail(step, "%s build is not like the first", which)
		}
	}
}

// lists: what is held, left out and unpublished is called so.
func (h *history) lists(step int, r *generator.Result) {
	out := map[string]string{}
	for _, l := range r.LeftOut {
		out[l.ID] = l.Reason.Words()
	}
	for _, rep := range h.w.reports {
		name := "content/reports/" + rep.name + ".md"
		held := slices.Contains(r.Held, name)
		away := slices.ContainsFunc(r.Unpublished, func(u generator.Unpublished) bool { return u.File == name })
		fate := h.w.fate(rep)
		h.met.add(fate)
		h.met.add(h.w.wrong(rep))
		switch {
		case rep.badName || fate == "hidden" || h.w.wouldRepeat(rep):
		case held != (fate == "held") || away != (fate == "unpublished"):
			h.fail(step, "%s: held %v, unpublished %v; it should be %s: %s; findings: %v", name, held, away, fate, h.w.wrong(rep), stops(r.Findings, name))
		case fate == "published":
			for _, v := range rep.voices {
				h.met.add(cmp.Or(h.w.no(v), "shown"))
				if why, told := h.w.no(v), out[v.id] != ""; told != (why != "" && !v.tombstone) {
					h.fail(step, "%s#%s: left out: %q; it should be %q", name, v.id, out[v.id], why)
				}
			}
		}
	}
}

func stops(list []finding.Finding, name string) (rules []string) {
	for _, f := range list {
		if f.Pos.File == name && f.Level == finding.Stop {
			rules = append(rules, f.Rule)
		}
	}
	return rules
}

// findings repeat nothing but the names of files.
func (h *history) findings(step int, list []finding.Finding) {
	for _, f := range list {
		for _, word := range markers(f.String()) {
			if whose := h.m.whose[word]; whose != "" && whose != "address" && !strings.HasPrefix(f.Pos.File, "content/reports/late.cy") {
				h.fail(step, "a finding [%s] repeats %s", f.Rule, whose)
			}
		}
	}
}

// site searches every file.
func (h *history) site(step int) {
	anywhere, numbers := known(h.w.anywhere()), []string{}
	for n := range h.m.whose {
		if n[0] == '7' {
			numbers = append(numbers, n)
		}
	}
	for _, f := range h.out.Files() {
		heard := h.w.heard(f.Path)
		var inVoices []string
		for _, s := range heard {
			inVoices = append(inVoices, s.text)
		}
		allowed := known(inVoices)
		rest, voices := f.Data, []byte(nil)
		if strings.HasPrefix(f.Path, "reports/") && len(heard) > 0 {
			voices, rest = figures(f.Data)
		} else if len(heard) > 0 {
			voices, rest = f.Data, nil
		}
		for i, part := range [][]byte{rest, voices} {
			for _, text := range append(decoded(f.Path, part).texts, f.Path) {
				for _, word := range markers(text) {
					if whose := h.m.whose[word]; whose != "" && !anywhere[word] && (i == 0 || !allowed[word]) {
						h.fail(step, "%s holds %s (%s)", f.Path, word, whose)
					}
				}
			}
		}
		for _, n := range numbers {
			if bytes.Contains(f.Data, []byte(n)) {
				h.fail(step, "%s holds %s", f.Path, h.m.whose[n])
			}
		}
		texts := decoded(f.Path, voices)
		for _, s := range heard {
			if !s.optional && !texts.holds(s.text, strings.Contains(s.text, " ")) {
				h.fail(step, "%s lacks what may be shown: %q (%s)", f.Path, s.text, h.m.whose[first(s.text)])
			}
		}
	}
	h.mustStand(step)
	h.searched(step)
}

// searched: readers find every report by its title and its summary, and by the
// words of those of its voices that may be searched. That nothing else is in the
// index is seen with all other files.
func (h *history) searched(step int) {
	index := map[string]bool{}
	for _, f := range h.out.Files() {
		if !strings.HasPrefix(f.Path, "search/") || path.Ext(f.Path) != ".txt" {
			continue
		}
		for line := range strings.Lines(string(f.Data)) {
			word, _, _ := strings.Cut(line, " ")
			index[word] = true
		}
	}
	must := func(text, what string) {
		for _, word := range markers(strings.Join(read(text), " ")) {
			if !index[word] {
				h.fail(step, "nobody can find %s of %s in the index", what, h.m.whose[word])
			}
		}
	}
	for _, r := range h.w.public {
		for _, t := range r.texts {
			if (t.key == "title" || t.key == "summary") && !t.optional {
				must(t.all(), t.key)
			}
		}
		for _, v := range r.voices {
			if words, gist, _, _ := shownOf(v); h.w.no(v) == "" && h.w.in(v, "search") {
				h.met.add("searched")
				must(words, "words")
				must(gist, "gist")
			} else if h.w.no(v) == "" {
				h.met.add("not searched")
			}
		}
	}
}

// mustStand: reports that nothing holds are there, whole, and their voices
// are hidden on paper where paper was not agreed to.
func (h *history) mustStand(step int) {
	open := func(p string) *reading {
		data, _ := h.out.Open(p)
		return decoded(p, data)
	}
	all := []*reading{open("data/reports.json"), open("data/reports.csv")}
	feed, list := open("feed.xml"), open("reports/index.html")
	for _, f := range h.out.Files() {
		// Both style sheets that every page loads hide them: one of the two may
		// not arrive.
		style := string(f.Data)
		switch name, _, _ := strings.Cut(path.Base(f.Path), "."); {
		case name == "style":
			_, style, _ = strings.Cut(style, "@media print")
		case path.Ext(f.Path) == ".html" && strings.Contains(style, "no-print") && (!strings.Contains(style, "assets/style.") || !strings.Contains(style, "assets/print.")):
			h.fail(step, "%s loads no style sheet that hides .no-print on paper", f.Path)
			continue
		case name != "print":
			continue
		}
		if path.Ext(f.Path) == ".css" && !regexp.MustCompile(`\.no-print[^{}]*\{display:none!important`).MatchString(style) {
			h.fail(step, "%s does not hide .no-print on paper", f.Path)
		}
	}
	for _, r := range h.w.public {
		page, _ := h.out.Open(pageOf(r))
		texts := decoded(".html", page)
		for _, t := range r.texts {
			where := []*reading{texts}
			if t.key == "title" {
				if where = append(where, all...); len(h.w.public) <= 20 {
					where = append(where, list)
				}
				if slices.Contains(h.w.newest(""), r) {
					where = append(where, feed)
				}
			}
			for i, in := range where {
				if !t.optional && !in.holds(t.all(), false) {
					h.fail(step, "%s of %s is not where it should be (%d)", t.key, r.name, i)
				}
			}
		}
		for _, figure := range figure.FindAll(page, -1) {
			tag, rest, _ := bytes.Cut(figure, []byte(">"))
			in := decoded(".html", rest)
			for _, v := range r.voices {
				words, gist, _, _ := shownOf(v)
				if slices.ContainsFunc(r.voices, func(o *voice) bool { return o != v && strings.Contains(o.words, v.words) }) {
					continue // the figure of the other voice holds these words too
				}
				if mine := in.holds(cmp.Or(gist, words), true); h.w.no(v) == "" && mine && bytes.Contains(tag, []byte("no-print")) == h.w.in(v, "print") {
					h.fail(step, "%s: on paper %s is shown: %v", r.name, v.id, h.w.in(v, "print"))
				}
			}
		}
	}
}
