package entry

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/picture"
	"yousaid/generator/site"
	"yousaid/generator/source"
)

// Media is a picture or a sound of a report, or of one contribution to it.
type Media struct {
	Place      finding.Pos
	File       Private // below content/media
	Alt        Private
	Decorative Flag
	Caption    Private
	People     Word // "none": nobody is in it, and nobody young made it
	From, Band Word // of who agrees
	Consent    *Consent
	Transcript Private // what is said; or, until Attach, the name of the file with it

	// What Attach found in the folder.
	Found      File
	FoundWords File            // of the transcript, where it is a file
	Refused    picture.Refusal // set by the build once it has tried to clean the file
	byFile     bool            // Transcript is the name of a file
}

// File is what is known of one file below content/media.
type File struct {
	State State
	Sum   [sha256.Size]byte
	Sound bool
	Bare  bool // there is nothing in it but pixels or sound
	Text  source.File
}

// State is whether a file can be used. The zero State is that nobody looked.
type State uint8

const (
	NotLooked State = iota
	There
	Missing
	OtherCase // a file of this name, but for small and capital letters
	NotOpened
)

// Picture is one Media of an entry.
type Picture struct {
	*Media
	N            int // from 1, over the whole entry
	Contribution int // which contribution it belongs to; -1: the report
}

// Name is the name of its file below content/media, for whoever opens it. It is
// false when nobody found such a file.
func (m *Media) Name() (string, bool) { return m.File.Reveal(), m.Found.State == There }

// ID is how a picture is called where people read of it.
func (p Picture) ID() string { return pictureID(p.N) }

func pictureID(n int) string { return "picture-" + strconv.Itoa(n) }

// Pictures are all pictures and sounds of e: the report's own, then those of
// its contributions.
func (e *Entry) Pictures() []Picture {
	var out []Picture
	for i := range e.Media {
		out = append(out, Picture{&e.Media[i], len(out) + 1, -1})
	}
	for c := range e.Contributions {
		list := e.Contributions[c].Media
		for i := range list {
			out = append(out, Picture{&list[i], len(out) + 1, c})
		}
	}
	return out
}

// MediaFiles are the files below content/media that e names.
func (e *Entry) MediaFiles() []string {
	var out []string
	for _, p := range e.Pictures() {
		out = append(out, p.File.Reveal())
		if p.byFile {
			out = append(out, p.Transcript.Reveal())
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// FileNames are the names of the files of e. They are never published, but they
// stand in the folder and may hold somebody's name.
func (e *Entry) FileNames() []Piece {
	var out []Piece
	for _, p := range e.Pictures() {
		out = append(out, Piece{Key: "file", Text: p.File, Contribution: p.Contribution, Picture: p.N})
	}
	return out
}

// settleMedia finishes what was read of pictures: whose consent it is, and what
// of them readers see.
func (e *Entry) settleMedia(set *Settings) {
	for _, p := range e.Pictures() {
		if p.Consent != nil {
			p.Consent.resolve(set, nil)
			p.Consent.forPicture = true
			for _, told := range p.Consent.also {
				told.forPicture = true
			}
			p.Consent.settle(set, p.From, p.Band)
		}
		p.byFile = namesFile(p.Transcript.Reveal())
	}
	e.pictureTexts()
}

// namesFile tells the name of a file with a transcript from a transcript.
func namesFile(words string) bool {
	return strings.HasSuffix(strings.ToLower(words), ".txt") && !strings.ContainsAny(words, " \n\t")
}

// pictureTexts adds the texts of pictures to the pieces.
func (e *Entry) pictureTexts() {
	e.Pieces = slices.DeleteFunc(slices.Clone(e.Pieces), func(p Piece) bool { return p.Picture > 0 })
	for _, p := range e.Pictures() {
		for _, t := range []struct {
			key  string
			text Private
		}{{"alt", p.Alt}, {"caption", p.Caption}, {"transcript", p.Said()}} {
			if !t.text.Empty() {
				e.Pieces = append(e.Pieces, Piece{Key: t.key, Text: t.text, Contribution: p.Contribution, Picture: p.N})
			}
		}
	}
}

// Said are the words of a sound, or of a picture with words in it.
func (m *Media) Said() Private {
	switch {
	case !m.byFile:
		return m.Transcript
	case m.FoundWords.State == There && m.FoundWords.Text.Problem == source.None:
		// Found in the report, where its name stands: the name of the file may
		// be private, and whoever looks after the report looks there.
		return hide(&private{text: strings.TrimRight(string(m.FoundWords.Text.Text), " \t\n"), at: m.Transcript.At()})
	}
	return Private{}
}

// Attach looks up the files that e names. An entry is what it is by its own
// text and by the bytes of these files.
func (e *Entry) Attach(look func(path string) File) {
	for _, p := range e.Pictures() {
		p.Found = look(p.File.Reveal())
		if p.byFile {
			p.FoundWords = look(p.Transcript.Reveal())
		}
	}
	e.pictureTexts()
}

// Mark is what stands in `anonymity.covers` once somebody has checked m: a hash
// of its bytes and of every word that stands with it. The name of its file is
// nobody's business.
func (m *Media) Mark() string {
	kind := ""
	if m.Decorative.Yes {
		kind = "decorative"
	}
	return "picture-" + hashOf(hex.EncodeToString(m.Found.Sum[:]), m.Alt.Reveal(), m.Caption.Reveal(), m.Said().Reveal(), kind)
}

// PictureVerdict decides about one picture, given what was decided about the
// contributions. A picture within a voice is shown with that voice or not at
// all; and a yes to somebody's words is no yes to a picture.
func (e *Entry) PictureVerdict(p Picture, voices []Verdict, set *Settings, today site.Date) Verdict {
	v := Verdict{In: [6]bool{true, true, true, true, true, true}}
	var c *Contribution
	if p.Contribution >= 0 {
		if p.Contribution >= len(voices) {
			return Verdict{}
		}
		if r := voices[p.Contribution].Reason; r != Allowed {
			return Verdict{Reason: r}
		}
		c, v.In = &e.Contributions[p.Contribution], voices[p.Contribution].In
	}
	switch {
	case p.Consent != nil:
		if v.Reason = p.Consent.Standing(today); v.Reason == Allowed && p.Consent.use() < Quote {
			v.Reason = NoPictures
		}
		for ch := range v.In {
			v.In[ch] = v.In[ch] && p.Consent.Allows(Quote, Channel(ch), today)
		}
	case c != nil && c.Consent != nil:
		v.Reason = NoPictures
		if c.Consent.Pictures.Yes && c.Consent.use() >= Quote {
			v.Reason = Allowed
		}
	case p.People.Value == "none":
		v.Reason = Allowed
	}
	if v.Reason == Allowed && set.Privacy.Bound() && !e.covers(p.Mark()) {
		v.Reason = NotChecked
	}
	if v.Reason != Allowed {
		return Verdict{Reason: v.Reason}
	}
	return v
}

// PictureVerdicts decides about every picture of e, in the order of Pictures.
func (e *Entry) PictureVerdicts(voices []Verdict, set *Settings, today site.Date) []Verdict {
	var out []Verdict
	for _, p := range e.Pictures() {
		out = append(out, e.PictureVerdict(p, voices, set, today))
	}
	return out
}

func (m *Media) setPlace(p finding.Pos) { m.Place = p }
