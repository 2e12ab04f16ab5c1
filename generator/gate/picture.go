package gate

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"yousaid/generator/entry"
	"yousaid/generator/picture"
	"yousaid/generator/site"
)

// Hang adds to r, which was made of e, the pictures and sounds that may be
// shown. made holds what was cleaned, by the number of the picture; of the file
// itself nothing passes, not even its name.
func Hang(r *site.Report, e *entry.Entry, voices []entry.Verdict, made map[int]*picture.Clean, set *entry.Settings, today site.Date) {
	verdicts := e.PictureVerdicts(voices, set, today)
	shown := make([]int, len(voices)) // contribution → voice
	n := 0
	for i, v := range voices {
		if shown[i] = n; v.Reason == entry.Allowed {
			n++
		}
	}
	for i, p := range e.Pictures() {
		c := made[p.N]
		if verdicts[i].Reason != entry.Allowed || c == nil || len(c.Files) == 0 {
			continue
		}
		out := hung(p, verdicts[i], c)
		if p.Contribution < 0 {
			r.Pictures = append(r.Pictures, out)
		} else {
			v := &r.Voices[shown[p.Contribution]]
			v.Pictures = append(v.Pictures, out)
		}
	}
}

func hung(p entry.Picture, v entry.Verdict, c *picture.Clean) site.Picture {
	out := site.Picture{
		Alt: line(p.Alt), Caption: line(p.Caption), Sound: c.Sound, Transcript: paragraphs(p.Said().Reveal()),
		In: channels(v),
	}
	for _, f := range c.Files {
		sum := sha256.Sum256(f.Data)
		name := hex.EncodeToString(sum[:8])
		if f.Width > 0 {
			name += "-" + strconv.Itoa(f.Width)
		}
		out.Forms = append(out.Forms, site.Form{File: site.File{Path: site.MediaFolder + name + f.Ext, Data: f.Data}, Width: f.Width, Height: f.Height})
	}
	return out
}

func channels(v entry.Verdict) site.Channels {
	return site.Channels{
		Feed: v.In[entry.Feed], Search: v.In[entry.Search], Print: v.In[entry.Print],
		Social: v.In[entry.Social], Data: v.In[entry.Data],
	}
}
