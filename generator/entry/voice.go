package entry

import "yousaid/generator/site"

// Verdict is everything that is decided about one contribution for one day.
// Rules, gate and commands all ask for it here, so they can't disagree.
type Verdict struct {
	Reason Reason // Allowed, or why the voice is left out
	Words  bool   // its words may be shown on the website
	Gist   bool
	Name   bool
	In     [6]bool // by channel
}

// Verdict decides about contribution c of e.
func (e *Entry) Verdict(c *Contribution, set *Settings, today site.Date) Verdict {
	if r := c.Standing(today); r != Allowed {
		return Verdict{Reason: r}
	}
	if !e.Covered(c, set) {
		return Verdict{Reason: NotChecked}
	}
	v := Verdict{
		Words: c.Allows(Quote, Website, today) && !c.Words.Empty(),
		Gist:  c.Allows(Summary, Website, today) && !c.Gist.Empty(),
		Name:  c.Allows(Named, Website, today) && !c.Name.Empty(),
	}
	if !v.Words && !v.Gist {
		v.Reason = NoGist
		return v
	}
	v.Reason = Allowed
	for ch := range v.In {
		v.In[ch] = c.Allows(Summary, Channel(ch), today)
	}
	return v
}

// Verdicts decides about every contribution of e, in order.
func (e *Entry) Verdicts(set *Settings, today site.Date) []Verdict {
	out := make([]Verdict, len(e.Contributions))
	for i := range e.Contributions {
		out[i] = e.Verdict(&e.Contributions[i], set, today)
	}
	return out
}

// PublicPieces are the texts of e that readers see, and those that they will
// see once a voice is checked or its consent begins. What a consent keeps back
// for another reason is nobody's business, and no rule's.
func (e *Entry) PublicPieces(verdicts []Verdict, set *Settings, today site.Date) []Piece {
	out := make([]Piece, 0, len(e.Pieces)+len(e.Addresses))
	pictures := e.PictureVerdicts(verdicts, set, today)
	for _, p := range e.Pieces {
		if p.Picture > 0 && !pictures[p.Picture-1].Reason.Coming() {
			continue
		}
		if p.Contribution >= 0 {
			v, c := verdicts[p.Contribution], &e.Contributions[p.Contribution]
			if !v.Reason.Coming() {
				continue
			}
			if p.Key == "words" && c.Consent != nil && c.Consent.use() < Quote {
				continue
			}
		}
		out = append(out, p)
	}
	return append(out, e.Addresses...)
}

// Coming reports whether readers see something now, or will once a colleague has
// checked it or its day has come.
func (r Reason) Coming() bool { return r == Allowed || r == NotChecked || r == NotYet }

// Ended reports whether a reason means that words which may have been online
// have to come down.
func (r Reason) Ended() bool {
	return r == Expired || r == ReviewPassed || r == Withdrawn || r == SaidNo || r == NotReached
}

// Words says a reason as a youth worker would.
func (r Reason) Words() string {
	switch r {
	case Allowed:
		return "may be shown"
	case AgreedToNothing:
		return "they agreed that nothing is shown"
	case NotYet:
		return "their consent begins on a later day"
	case Expired:
		return "their consent has run out"
	case ReviewPassed:
		return "it is time to ask them again"
	case Withdrawn:
		return "they took their words back"
	case SaidNo:
		return "asked again, they said no"
	case NotReached:
		return "they could not be reached to ask again"
	case NoOwnYes:
		return "the young person's own yes is not recorded"
	case NoFormalYes:
		return "somebody has to sign with them, and has not"
	case NotOnWebsite:
		return "they did not agree to the website"
	case NotChecked:
		return "nobody but the writer has checked these words yet"
	case NoPictures:
		return "they did not agree to pictures or sound"
	case NoGist:
		return "they agreed to a summary only, and there is none"
	}
	return "there is no record that they agreed"
}
