package site

import (
	"regexp"
	"strings"
)

// MediaFolder is where published pictures and sounds are, below the base;
// AssetFolder, the files of the theme; SearchFolder, the index.
const (
	MediaFolder  = "media/"
	AssetFolder  = "assets/"
	SearchFolder = "search/"
)

// made is what the program itself makes of bytes in the names of files in each
// of these folders.
var made = []struct {
	folder string
	name   *regexp.Regexp
}{
	{MediaFolder, regexp.MustCompile(`^([0-9a-f]{16})`)},
	{AssetFolder, regexp.MustCompile(`^[^\s"'<>?]*?\.([0-9a-f]{8})\.`)},
}

// WithoutHashes is a text with blanks for what the program itself makes of
// bytes in the names of files: a short name can stand there by chance, and is
// nobody's. Everything else stays where it was.
func WithoutHashes(text string) string {
	var out []byte
	for _, m := range made {
		for at := 0; ; {
			i := strings.Index(text[at:], m.folder)
			if i < 0 {
				break
			}
			at += i + len(m.folder)
			found := m.name.FindStringSubmatchIndex(text[at:])
			if found == nil {
				continue
			}
			if out == nil {
				out = []byte(text)
			}
			for k := at + found[2]; k < at+found[3]; k++ {
				out[k] = ' '
			}
		}
	}
	if out == nil {
		return text
	}
	return string(out)
}

// Picture is a picture or a sound that readers may see or hear, cleaned of
// everything else.
type Picture struct {
	Alt        string // empty: it tells nothing
	Caption    string
	Sound      bool
	Transcript []string // paragraphs
	Forms      []Form   // pictures: the narrowest first; of sound there is one
	In         Channels
}

// Form is one width of a picture, or a sound. Its path holds a hash of its
// bytes and nothing else of where it came from.
type Form struct {
	File
	Width, Height int // in pixels; zero for sound
}

// Best is the form for readers whose browser does not choose: about as wide as
// the text.
func (p Picture) Best() Form {
	best := p.Forms[0]
	for _, f := range p.Forms {
		if f.Width <= 1200 {
			best = f
		}
	}
	return best
}

// Widest is the form that is no smaller than any other.
func (p Picture) Widest() Form { return p.Forms[len(p.Forms)-1] }

// Name says what a picture or sound is, in one line.
func (p Picture) Name() string {
	if p.Alt != "" {
		return p.Alt
	}
	return p.Caption
}

// Said is the whole transcript.
func (p Picture) Said() string { return strings.Join(p.Transcript, "\n\n") }

// AllPictures are those of the report and of its voices.
func (r *Report) AllPictures() []Picture {
	out := append([]Picture{}, r.Pictures...)
	for _, v := range r.Voices {
		for _, p := range v.Pictures {
			p.In = p.In.and(v.In)
			out = append(out, p)
		}
	}
	return out
}

// Media are the files of all pictures of r.
func (r *Report) Media() []File {
	var out []File
	for _, p := range r.AllPictures() {
		for _, f := range p.Forms {
			out = append(out, f.File)
		}
	}
	return out
}

// Preview is the picture that stands for r where somebody shares it, or nil.
func (r *Report) Preview() *Picture {
	for _, p := range r.AllPictures() {
		if p.In.Social && !p.Sound && p.Alt != "" {
			return &p
		}
	}
	return nil
}

func (c Channels) and(d Channels) Channels {
	return Channels{c.Feed && d.Feed, c.Search && d.Search, c.Print && d.Print, c.Social && d.Social, c.Data && d.Data}
}
