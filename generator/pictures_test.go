package generator

import (
	"bytes"
	"crypto/sha256"
	"image"
	"image/jpeg"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"yousaid/generator/finding"
	"yousaid/generator/picture"
	"yousaid/generator/rule/ruletest"
	"yousaid/generator/site"
	"yousaid/themes"
)

const (
	pathLamp  = "media:\n  - file: lamp.jpg\n    alt: A lamp by the path\n"
	nobody    = "    people: none\n"
	theirYes  = "    consent: {to: quote, given: 2026-02-03, by: [young-person, social-worker], for: [website], told: leaflet-v3, review: 2037-02-03}\n"
	pathBell  = "media:\n  - file: bell.wav\n    alt: The bell that was asked for\n    people: none\n    transcript: "
	lampVoice = `contributions:
  - id: late
    words: |
      I have to leave before the film ends.
    media: [{file: lamp.jpg, alt: A lamp that I drew}]
    consent: {to: quote, given: 2026-02-03, by: [young-person, social-worker], for: [website, print], told: leaflet-v3, review: 2037-02-03PICTURES}
`
)

// withCamera is the lamp with what a camera hides behind its first two bytes.
func withCamera() []byte {
	lamp := ruletest.Media["lamp.jpg"]
	hidden := "Exif\x00\x00Quxford Lane, camera of Zanthe"
	return slices.Concat(lamp[:2], []byte{0xff, 0xe1, 0, byte(len(hidden) + 2)}, []byte(hidden), lamp[2:])
}

func put(folder fstest.MapFS, name string, data []byte) {
	folder[name] = &fstest.MapFile{Data: data, Mode: 0o644}
}

// dated is a folder in which no mark is needed.
func dated(fragment string) fstest.MapFS {
	folder := ruletest.Folder(ruletest.Lay(fragment))
	put(folder, "site.yaml", []byte(strings.Replace(ruletest.Settings, "review: bound", "review: dated", 1)))
	return folder
}

func bytesOf(t testing.TB, r *Result, path string) string {
	t.Helper()
	for _, f := range r.Files {
		if f.Path == path {
			return string(f.Data)
		}
	}
	t.Fatalf("there is no %s", path)
	return ""
}

const thePage = "reports/report/index.html"

// mediaOf are the published pictures and sounds.
func mediaOf(r *Result) (out []site.File) {
	for _, f := range r.Files {
		if strings.HasPrefix(f.Path, site.MediaFolder) {
			out = append(out, f)
		}
	}
	return out
}

// holdsNowhere fails when words stand in any file or name of a site.
func holdsNowhere(t testing.TB, r *Result, words ...string) {
	t.Helper()
	for _, f := range r.Files {
		for _, w := range words {
			if strings.Contains(f.Path, w) || bytes.Contains(f.Data, []byte(w)) {
				t.Errorf("%s holds what it may not", f.Path)
			}
		}
	}
	for _, f := range r.Findings {
		for _, w := range words {
			if strings.Contains(f.Message+f.Hint+f.Pos.File, w) {
				t.Errorf("a finding of %s holds what it may not", f.Rule)
			}
		}
	}
}

func TestAPictureIsPublishedCleanedAndUnderANameOfItsOwn(t *testing.T) {
	folder := dated("media:\n  - file: zanthe-at-home.JPG\n    alt: A lamp by the path\n    caption: Nine lamps like this one\n    people: none\n")
	put(folder, "media/zanthe-at-home.JPG", withCamera())
	r := buildOf(t, folder)
	if len(r.Findings) > 0 {
		t.Errorf("findings: %v", r.Findings)
	}
	files, page := mediaOf(r), bytesOf(t, r, thePage)
	if len(files) != 1 || !picture.Bare(files[0].Data) {
		t.Fatalf("%d files are published, or one holds more than pixels", len(files))
	}
	for _, want := range []string{`src="/voice/` + files[0].Path + `"`, `alt="A lamp by the path"`, `width="60"`, `height="40"`, `loading="lazy"`, `decoding="async"`, "Nine lamps like this one"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not hold %s", want)
		}
	}
	holdsNowhere(t, r, "zanthe", "Zanthe", "Quxford", "Exif")
}

func TestAWidePictureIsOfferedInItsWidths(t *testing.T) {
	m := image.NewGray(image.Rect(0, 0, 2000, 900))
	for i := range m.Pix {
		m.Pix[i] = uint8(i % 2000 / 8)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	folder := dated(pathLamp + nobody)
	put(folder, "media/lamp.jpg", b.Bytes())
	r := buildOf(t, folder)
	page := bytesOf(t, r, thePage)
	for _, want := range []string{"480w", "960w", "1600w", `sizes="`, `width="1600"`, `height="720"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not hold %s", want)
		}
	}
	for _, f := range mediaOf(r) {
		if !strings.Contains(page, "/voice/"+f.Path) {
			t.Errorf("no page asks for %s", f.Path)
		}
	}
	if len(mediaOf(r)) != 3 {
		t.Errorf("%d files", len(mediaOf(r)))
	}
}

// Missing never means yes: each row is a picture that stays out, and why.
func TestAPictureIsShownOnlyWithAYes(t *testing.T) {
	voice := func(more string) string { return strings.Replace(lampVoice, "PICTURES", more, 1) }
	for name, tc := range map[string]struct{ fragment, rule string }{
		"nobody in it":                       {pathLamp + nobody, ""},
		"a yes":                              {pathLamp + theirYes, ""},
		"a yes with a voice":                 {voice(", pictures: yes"), ""},
		"nothing said":                       {pathLamp, "picture-consent-missing"},
		"a yes to words alone":               {voice(""), "picture-consent-missing"},
		"no to pictures":                     {voice(", pictures: no"), "picture-consent-missing"},
		"a yes to a summary":                 {pathLamp + strings.Replace(theirYes, "to: quote", "to: summary", 1), "picture-consent-missing"},
		"nobody in it, but it is somebody's": {strings.Replace(voice(""), "that I drew}", "that I drew, people: none}", 1), "picture-consent-missing"},
		"taken back":                         {pathLamp + strings.Replace(theirYes, "}", ", withdrawn: 2026-05-01}", 1), "picture-left-out"},
		"ended":                              {pathLamp + strings.Replace(theirYes, "}", ", expires: 2026-05-01}", 1), "picture-left-out"},
		"not yet":                            {pathLamp + strings.Replace(theirYes, "2026-02-03", "2026-09-03", 1), "picture-left-out"},
		"a signature missing":                {pathLamp + strings.Replace(theirYes, ", social-worker", "", 1), "picture-left-out"},
		"not on the website":                 {pathLamp + strings.Replace(theirYes, "[website]", "[print]", 1), "picture-left-out"},
		"to nothing":                         {pathLamp + strings.Replace(theirYes, "to: quote", "to: nothing", 1), "picture-left-out"},
		"no, when asked again":               {pathLamp + strings.Replace(theirYes, "}", ", asked_again: [{on: 2026-05-01, answer: no}]}", 1), "picture-left-out"},
		"nobody checked it":                  {"anonymity: {checked: 2026-02-10, by: participation-lead}\n" + pathLamp + nobody, "picture-left-out"},
	} {
		t.Run(name, func(t *testing.T) {
			r := buildOf(t, ruletest.Folder(ruletest.Lay(tc.fragment)))
			if finding.Stops(r.Findings) || !hasFile(r, thePage) {
				t.Fatalf("the report is held: %v", r.Findings)
			}
			shown := len(mediaOf(r)) > 0
			if shown != (tc.rule == "") {
				t.Errorf("shown: %v", shown)
			}
			if tc.rule != "" {
				if !slices.Contains(rulesOf(r.Findings), tc.rule) {
					t.Errorf("nobody says why: %v", rulesOf(r.Findings))
				}
				holdsNowhere(t, r, "A lamp")
			} else if len(r.Findings) > 0 {
				t.Errorf("findings: %v", r.Findings)
			}
		})
	}
}

func TestAFormThatDoesNotAskAboutPicturesAllowsNone(t *testing.T) {
	for _, fragment := range []string{pathLamp + theirYes, strings.Replace(lampVoice, "PICTURES", ", pictures: yes", 1)} {
		folder := ruletest.Folder(ruletest.Lay(fragment))
		put(folder, "site.yaml", []byte(strings.Replace(ruletest.Settings, ", pictures: yes", "", 1)))
		r := buildOf(t, folder)
		if !slices.Contains(rulesOf(r.Findings), "consent-wider") || hasFile(r, thePage) {
			t.Errorf("findings: %v", r.Findings)
		}
	}
}

func TestAChangedPictureOrItsWordsAreCheckedAgain(t *testing.T) {
	text := ruletest.Lay(pathLamp + "    caption: Nine lamps\n" + nobody)
	change := map[string]func(fstest.MapFS){
		"the file": func(f fstest.MapFS) { put(f, "media/lamp.jpg", withCamera()) },
		"its alt": func(f fstest.MapFS) {
			put(f, "reports/report.md", []byte(strings.Replace(text, "A lamp", "The lamp", 1)))
		},
		"its caption": func(f fstest.MapFS) { put(f, "reports/report.md", []byte(strings.Replace(text, "Nine", "Ten", 1))) },
	}
	for name, do := range change {
		folder := ruletest.Folder(text)
		if r := buildOf(t, folder); len(mediaOf(r)) != 1 {
			t.Fatal("not shown to begin with")
		}
		do(folder)
		if r := buildOf(t, folder); len(mediaOf(r)) > 0 || !slices.Contains(rulesOf(r.Findings), "picture-left-out") {
			t.Errorf("%s: shown unchecked", name)
		}
	}
	folder := ruletest.Folder(strings.Replace(text, "lamp.jpg", "light.jpg", 1))
	put(folder, "media/light.jpg", ruletest.Media["lamp.jpg"])
	if r := buildOf(t, folder); len(mediaOf(r)) != 1 {
		t.Error("another name for the same file needs a new check")
	}
}

func TestEachChannelIsAskedForByAPictureToo(t *testing.T) {
	for channel, look := range map[string]func(r *Result) bool{
		"feed":   func(r *Result) bool { return strings.Contains(bytesOf(t, r, "feed.xml"), "media/") },
		"data":   func(r *Result) bool { return strings.Contains(bytesOf(t, r, "data/reports.json"), "media/") },
		"social": func(r *Result) bool { return strings.Contains(bytesOf(t, r, thePage), "og:image") },
		"print":  func(r *Result) bool { return !strings.Contains(bytesOf(t, r, thePage), `class="pic no-print"`) },
	} {
		with := strings.Replace(theirYes, "[website]", "[website, "+channel+"]", 1)
		if r := buildOf(t, ruletest.Folder(ruletest.Lay(pathLamp+with))); !look(r) {
			t.Errorf("%s: it is not there, and may be", channel)
		}
		if r := buildOf(t, ruletest.Folder(ruletest.Lay(pathLamp+theirYes))); look(r) {
			t.Errorf("%s: it is there, and nobody agreed", channel)
		}
		if r := buildOf(t, ruletest.Folder(ruletest.Lay(pathLamp+nobody))); !look(r) {
			t.Errorf("%s: a picture of nobody is not there", channel)
		}
	}
}

func TestAFileThatIsWrongHoldsItsReportAndNoOther(t *testing.T) {
	small := pathLamp + nobody
	for name, tc := range map[string]struct {
		do   func(fstest.MapFS)
		rule string
	}{
		"not there":     {func(f fstest.MapFS) { delete(f, "media/lamp.jpg") }, "picture-missing"},
		"other letters": {func(f fstest.MapFS) { f["media/Lamp.JPG"] = f["media/lamp.jpg"]; delete(f, "media/lamp.jpg") }, "picture-missing"},
		"a link": {func(f fstest.MapFS) {
			f["media/lamp.jpg"] = &fstest.MapFile{Data: []byte("bell.wav"), Mode: fs.ModeSymlink}
		}, "picture-missing"},
		"a renamed program": {func(f fstest.MapFS) { put(f, "media/lamp.jpg", []byte("MZ\x90\x00\x03\x00\x00\x00")) }, "picture-refused"},
		"empty":             {func(f fstest.MapFS) { put(f, "media/lamp.jpg", nil) }, "picture-refused"},
		"cut short":         {func(f fstest.MapFS) { put(f, "media/lamp.jpg", withCamera()[:200]) }, "picture-refused"},
		"a drawing":         {func(f fstest.MapFS) { put(f, "media/lamp.jpg", []byte("<svg><script>Zanthe()</script></svg>")) }, "picture-refused"},
		"a film":            {func(f fstest.MapFS) { put(f, "media/lamp.jpg", []byte("\x00\x00\x00\x18ftypisom\x00\x00\x00\x00")) }, "picture-refused"},
		"a sound, unsaid":   {func(f fstest.MapFS) { put(f, "media/lamp.jpg", ruletest.Media["bell.wav"]) }, "transcript-missing"},
	} {
		folder := dated(small)
		tc.do(folder)
		r := buildOf(t, folder)
		if hasFile(r, thePage) || !hasFile(r, ruletest.OtherPage) || !slices.Contains(r.Held, "reports/report.md") {
			t.Errorf("%s: held: %v", name, r.Held)
		}
		for _, f := range about(r, "reports/report.md") {
			if f.Rule != tc.rule || f.Level != finding.Stop || f.Pos.Line == 0 {
				t.Errorf("%s: %v", name, f)
			}
		}
		holdsNowhere(t, r, "Zanthe")
		// Who did not agree is not asked to put a file right.
		refused := dated(pathLamp + strings.Replace(theirYes, "}", ", withdrawn: 2026-05-01}", 1))
		tc.do(refused)
		if r := buildOf(t, refused); !hasFile(r, thePage) {
			t.Errorf("%s: a file that nobody will see holds a report: %v", name, r.Findings)
		}
	}
}

func TestAFileThatNobodyNamesIsSaidByNumber(t *testing.T) {
	folder := dated("")
	put(folder, "media/zanthe.jpg", withCamera())
	r := buildOf(t, folder)
	if len(r.Findings) != 1 || r.Findings[0].Rule != "file-unused" || r.Findings[0].Pos.File != "media/ (the file that is number 1 when sorted by name)" {
		t.Errorf("findings: %v", r.Findings)
	}
	holdsNowhere(t, r, "zanthe", "Zanthe")
}

func TestABuildThatRemembersSeesAPictureChange(t *testing.T) {
	g := new(Generator)
	folder := dated(pathLamp + nobody)
	build := func() *Result {
		t.Helper()
		r, err := g.Build(Input{Content: folder, Theme: ownTheme, Today: ruletest.Today})
		if err != nil {
			t.Fatal(err)
		}
		cold := buildOf(t, folder)
		if len(cold.Files) != len(r.Files) {
			t.Fatal("a warm build has other files than a cold one")
		}
		for i := range r.Files {
			if r.Files[i].Path != cold.Files[i].Path || !bytes.Equal(r.Files[i].Data, cold.Files[i].Data) {
				t.Errorf("%s is not as in a cold build", r.Files[i].Path)
			}
		}
		return r
	}
	first := mediaOf(build())
	build()
	other := image.NewGray(image.Rect(0, 0, 60, 40))
	var b bytes.Buffer
	if err := jpeg.Encode(&b, other, nil); err != nil {
		t.Fatal(err)
	}
	put(folder, "media/lamp.jpg", b.Bytes())
	if second := mediaOf(build()); len(second) != 1 || second[0].Path == first[0].Path {
		t.Error("the old picture is still there")
	}
	put(folder, "media/lamp.jpg", []byte("nothing"))
	if r := build(); hasFile(r, thePage) {
		t.Error("a broken picture does not hold its report")
	}
	put(folder, "media/lamp.jpg", ruletest.Media["lamp.jpg"])
	if again := mediaOf(build()); len(again) != 1 || again[0].Path != first[0].Path {
		t.Error("the first picture does not come back")
	}
}

func TestAPictureOfTheSameSizeAndAnotherTimeIsReadAgain(t *testing.T) {
	g := new(Generator)
	folder := dated(pathLamp + nobody)
	data := ruletest.Media["lamp.jpg"]
	var shown []string
	for i, broken := range []bool{false, false, true} {
		at := time.Unix(int64(1000+i/2), 0)
		if broken {
			data = bytes.Repeat([]byte("x"), len(data))
		}
		folder["media/lamp.jpg"] = &fstest.MapFile{Data: data, ModTime: at}
		r, err := g.Build(Input{Content: folder, Theme: ownTheme, Today: ruletest.Today})
		if err != nil {
			t.Fatal(err)
		}
		shown = append(shown, strconv.Itoa(len(mediaOf(r))))
	}
	if got := strings.Join(shown, " "); got != "1 1 0" {
		t.Errorf("shown: %s", got)
	}
}

// The last wall trusts nobody: here the cleaning itself is made to fail.
func TestAPictureThatWasNotCleanedTakesItsReportOut(t *testing.T) {
	g := new(Generator)
	folder := dated(pathLamp + nobody)
	in := Input{Content: folder, Theme: ownTheme, Today: ruletest.Today}
	g.clean.Begin()
	g.clean.Get(sha256.Sum256(ruletest.Media["lamp.jpg"]), func() *picture.Clean {
		return &picture.Clean{Files: []picture.File{{Ext: ".jpg", Width: 60, Height: 40, Data: withCamera()}}}
	})
	r, err := g.Build(in)
	if err != nil {
		t.Fatal(err)
	}
	if hasFile(r, thePage) || !slices.Contains(rulesOf(r.Findings), wallHit.Name) || !hasFile(r, ruletest.OtherPage) {
		t.Errorf("findings: %v", rulesOf(r.Findings))
	}
	holdsNowhere(t, r, "Quxford", "Zanthe")
}

func TestAnOriginalInAPublicRepositoryIsSaid(t *testing.T) {
	folder := dated(pathLamp + nobody)
	if r := buildOf(t, folder); len(r.InPublic) > 0 {
		t.Errorf("a file with nothing hidden in it: %v", r.InPublic)
	}
	put(folder, "media/lamp.jpg", withCamera())
	if r := buildOf(t, folder); len(r.InPublic) != 1 {
		t.Errorf("a file that hides a place: %v", r.InPublic)
	}
	if r := buildOf(t, ruletest.Folder(ruletest.Lay(pathLamp))); len(r.InPublic) != 1 {
		t.Errorf("a picture that nobody agreed to: %v", r.InPublic)
	}
}

func TestAPictureThatMayBeOnlineIsNamedWhenNothingCanBeBuilt(t *testing.T) {
	folder := ruletest.Folder(ruletest.Lay(pathLamp + strings.Replace(theirYes, "}", ", withdrawn: 2026-05-01}", 1)))
	put(folder, "site.yaml", []byte("title: [\n"))
	var none *themes.Theme
	ended := Ended(Input{Content: folder, Theme: none, Today: ruletest.Today})
	if len(ended) != 1 || ended[0].ID != "picture-1" {
		t.Errorf("%v", ended)
	}
}
