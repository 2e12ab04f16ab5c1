package generator

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yousaid/generator/rule/ruletest"
	"yousaid/generator/site"
)

// hung is a picture in the random sites below, and all that decides whether it
// may be seen, in as few words as can be.
type hung struct {
	file, secret, alt string
	people            bool // people: none
	to                string
	signed            bool
	website           bool
	given, last, gone int // days of June 2026; gone 0: not taken back
	voice             bool
	voicePictures     bool
	voiceGone         bool
}

// seen is the oracle: what a person would say who reads the report.
func (h hung) seen(day int) bool {
	own := h.to != ""
	if h.voice && (h.voiceGone || !own && !h.voicePictures) {
		return false
	}
	if !own {
		return h.voice || h.people
	}
	return h.gone == 0 && (h.to == "quote" || h.to == "named") && h.signed && h.website && day >= h.given && day <= h.last
}

func (h hung) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "{file: %s, alt: %s", h.file, h.alt)
	if h.people {
		b.WriteString(", people: none")
	}
	if h.to != "" {
		by, on, gone := "young-person", "print", ""
		if h.signed {
			by += ", social-worker"
		}
		if h.website {
			on = "website, feed, data"
		}
		if h.gone > 0 {
			gone = fmt.Sprintf(", withdrawn: 2026-06-%02d", h.gone)
		}
		fmt.Fprintf(&b, ", consent: {to: %s, given: 2026-06-%02d, by: [%s], for: [%s], told: all, review: 2026-06-%02d%s}", h.to, h.given, by, on, h.last, gone)
	}
	return b.String() + "}"
}

func (h hung) report() string {
	if !h.voice {
		return ruletest.Lay("media: [" + h.text() + "]\n")
	}
	more := ""
	if h.voicePictures {
		more += ", pictures: yes"
	}
	if h.voiceGone {
		more += ", withdrawn: 2026-06-01"
	}
	return ruletest.Lay("contributions:\n  - {id: late, gist: It is dark., words: It is very dark., from: worker, media: [" + h.text() + "], consent: {to: quote, given: 2026-06-01, by: [worker], for: [website, feed, data], told: all, review: 2036-06-01" + more + "}}\n")
}

func randomHung(r *rand.Rand, n int) hung {
	word := func(kind string) string {
		letters := make([]byte, 9)
		for i := range letters {
			letters[i] = byte('a' + r.IntN(26))
		}
		return kind + string(letters)
	}
	often := func() bool { return r.IntN(4) > 0 }
	h := hung{file: word("file") + ".jpg", secret: word("Secret"), alt: word("alt"), people: often(), signed: often(), website: often(),
		given: 1 + r.IntN(15), last: 10 + r.IntN(20), voice: r.IntN(2) == 0, voicePictures: often(), voiceGone: !often()}
	if r.IntN(2) == 0 {
		h.to = []string{"nothing", "summary", "quote", "quote", "quote", "named"}[r.IntN(6)]
	}
	if !often() {
		h.gone = 1 + r.IntN(28)
	}
	return h
}

// photo is a picture of its own, with a secret in its file.
func photo(t testing.TB, r *rand.Rand, secret string) []byte {
	m := image.NewGray(image.Rect(0, 0, 24, 16))
	for i := range m.Pix {
		m.Pix[i] = uint8(r.IntN(256))
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	plain, hidden := b.Bytes(), "http://ns.adobe.com/xap/1.0/\x00"+secret
	return append(slices.Concat(plain[:2], []byte{0xff, 0xe1, 0, byte(len(hidden) + 2)}, []byte(hidden), plain[2:]), secret...)
}

// One generator lives through random edits and days. Each picture is shown if
// and only if it may be; what its file hid, and what it is called, never is.
func TestLeakNoPictureIsSeenThatMayNotBe(t *testing.T) {
	rounds := 40
	if os.Getenv("PROVE") != "" {
		rounds = 1500
	}
	r := rand.New(rand.NewPCG(7, 11))
	g := new(Generator)
	set := strings.Replace(ruletest.Settings, "review: bound", "review: dated", 1)
	set = strings.Replace(set, "forms: [", "forms: [{id: all, to: [summary, quote, named], for: [website, feed, search, print, social, data], pictures: yes}, ", 1)
	folder := fstest.MapFS{}
	put(folder, "site.yaml", []byte(set))
	put(folder, ruletest.Other, []byte(ruletest.Lay("title: A bench by the river\n")))
	all := make([]hung, 6)
	shown, hidden := 0, 0
	for round := range rounds {
		for i := range all {
			if round > 0 && r.IntN(3) > 0 {
				continue
			}
			delete(folder, "media/"+all[i].file)
			all[i] = randomHung(r, i)
			put(folder, "media/"+all[i].file, photo(t, r, all[i].secret))
			put(folder, fmt.Sprintf("reports/r%d.md", i), []byte(all[i].report()))
		}
		day := 1 + r.IntN(28)
		got, err := g.Build(Input{Content: folder, Theme: ownTheme, Today: site.Date{Year: 2026, Month: 6, Day: day}})
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Held) > 0 {
			t.Fatalf("held: %v %v", got.Held, got.Findings)
		}
		want := 0
		for _, h := range all {
			holdsNowhere(t, got, h.secret, strings.TrimSuffix(h.file, ".jpg"))
			seen := slices.ContainsFunc(got.Files, func(f site.File) bool { return bytes.Contains(f.Data, []byte(h.alt)) })
			if seen != h.seen(day) {
				t.Errorf("day %d: shown %v, want %v: %+v", day, seen, h.seen(day), h)
			}
			if seen {
				want++
			}
		}
		if n := len(mediaOf(got)); n != want {
			t.Errorf("%d files of pictures are published, want %d", n, want)
		}
		shown, hidden = shown+want, hidden+len(all)-want
		if t.Failed() {
			t.Fatalf("in round %d", round)
		}
	}
	if shown < rounds || hidden < rounds {
		t.Errorf("%d were shown and %d were not: the test shows little", shown, hidden)
	}
}
