package entry

import (
	"slices"

	"yousaid/generator/finding"
	"yousaid/generator/site"
)

// Use is the most that may be done with what somebody told us. The zero Use is
// nothing.
type Use uint8

const (
	Nothing Use = iota
	Summary     // our words for it
	Quote       // their words
	Named       // their words with their name
)

// Uses are the names of the uses, in order.
var Uses = []string{"nothing", "summary", "quote", "named"}

// Channel is one way out to readers; each is asked for in addition to the website.
type Channel uint8

const (
	Website Channel = iota
	Feed
	Search
	Print
	Social
	Data
)

// ChannelNames are the names of the channels, in order.
var ChannelNames = []string{"website", "feed", "search", "print", "social", "data"}

// Answer is what somebody said when asked again.
type Answer struct {
	On     Day
	Answer Word
}

// Consent is what one person, or one group, agreed to, with everything already
// settled that the form in site.yaml, the age band and the site's rules on
// formal consent bear on. The zero Consent agrees to nothing.
type Consent struct {
	Place  finding.Pos
	To     Word
	Given  Day
	By     []Word
	For    []Word // as written; nil: not written
	Told   Private
	Record Private
	Review Day // last good day, as written

	Expires    Day
	AskedAgain []Answer
	Withdrawn  Day
	Explicit   Flag
	Pictures   Flag

	// Settled by Parse.
	forPicture bool        // it is the consent of a picture, not of a voice
	channels   [6]bool     // what For, or the form, comes to
	lastReview site.Date   // what Review, or the form, comes to
	own        bool        // the person's own yes is there
	formal     bool        // a formal consenter has signed, or none is needed
	also       []*Consent  // what the register says: it has to allow it too
	lowered    finding.Pos // where a further use stands than the register has
	unknown    finding.Pos // where a record stands that the register does not explain
}

// Reason is why a voice is left out. The zero Reason is that nothing is known
// of any consent.
type Reason uint8

const (
	NoConsent Reason = iota
	Allowed
	AgreedToNothing
	NotYet
	Expired
	ReviewPassed
	Withdrawn
	SaidNo
	NotReached
	NoOwnYes
	NoFormalYes
	NotOnWebsite
	NotChecked
	NoGist
	NoPictures
)

// Standing says why c allows nothing today, or Allowed. What is written wrong
// counts as no, and so does what the register does not allow too.
func (c *Consent) Standing(today site.Date) Reason {
	if c == nil {
		return NoConsent
	}
	r := c.standing(today)
	for _, a := range c.also {
		if s := a.standing(today); s == Withdrawn || r == Allowed || s.Ended() && !r.Ended() {
			r = s
		}
	}
	return r
}

func (c *Consent) standing(today site.Date) Reason {
	if !c.Withdrawn.IsZero() {
		return Withdrawn
	}
	switch c.lastAnswer(today) {
	case "no":
		return SaidNo
	case "could-not-reach":
		return NotReached
	}
	switch {
	case c.unknown.Line > 0:
		return NoConsent
	case c.To.Value == "":
		return NoConsent
	case c.use() == Nothing && c.lowered.Line == 0: // a no needs no day and no paper
		return AgreedToNothing
	case c.Given.IsZero() || c.lastReview.IsZero():
		return NoConsent
	case c.Given.After(today):
		return NotYet
	case !c.Expires.IsZero() && today.After(c.Expires.Date):
		return Expired
	case today.After(c.lastReview):
		return ReviewPassed
	case !c.own:
		return NoOwnYes
	case !c.formal:
		return NoFormalYes
	case !c.channels[Website]:
		return NotOnWebsite
	}
	return Allowed
}

// Allows reports whether c allows use u in channel ch on the given day.
func (c *Consent) Allows(u Use, ch Channel, today site.Date) bool {
	if c.Standing(today) != Allowed || u == Nothing || u > c.use() || !c.channels[ch] {
		return false
	}
	return !slices.ContainsFunc(c.also, func(a *Consent) bool { return u > a.use() || !a.channels[ch] })
}

func (c *Consent) use() Use {
	for i, name := range Uses {
		if name == c.To.Value {
			return Use(i)
		}
	}
	return Nothing
}

// lastAnswer is the latest answer. Of two on one day the one that takes words
// down counts, and an answer from the future counts only if it does.
func (c *Consent) lastAnswer(today site.Date) string {
	var last Answer
	for _, a := range c.AskedAgain {
		down := a.Answer.Value == "no" || a.Answer.Value == "could-not-reach"
		if a.On.After(today) && !down {
			continue
		}
		if last.On.IsZero() || a.On.After(last.On.Date) || a.On.Date == last.On.Date && down {
			last = a
		}
	}
	return last.Answer.Value
}

// settle works out what the parts of c come to together.
func (c *Consent) settle(set *Settings, from, band Word) {
	for _, a := range c.also {
		a.settle(set, from, band)
	}
	c.settleSignatures(set, from, band)
	form, found := set.form(c.Told.Reveal())
	if c.For != nil {
		for _, w := range c.For {
			c.channels[channel(w.Value)] = true
		}
	} else if found {
		c.channels = form.channels
	}
	c.lastReview = c.Review.Date
	if c.lastReview.IsZero() && found && !form.ReviewAfter.zero() && !c.Given.IsZero() {
		c.lastReview = form.ReviewAfter.from(c.Given.Date)
	}
}

// settleSignatures: the young person's own yes, always; an adult speaks for
// themselves. Under the site's age, and where no age is known, a formal
// consenter signs too (S3, the national guide: a social worker or someone with
// parental responsibility, under 16).
func (c *Consent) settleSignatures(set *Settings, from, band Word) {
	adult := false
	for _, w := range c.By {
		switch {
		case w.Value == YoungPerson:
			c.own = true
		case isAdult(from.Value, band.Value) && w.Value == from.Value:
			c.own, adult = true, true
		}
		for _, f := range set.Privacy.FormalBy {
			c.formal = c.formal || w.Value == f
		}
	}
	c.formal = c.formal || adult || !under(band.Value, set.Privacy.FormalUnder)
}

func channel(name string) Channel {
	for i, n := range ChannelNames {
		if n == name {
			return Channel(i)
		}
	}
	return Website
}

// YoungPerson is the signature and the speaker that matter most.
const YoungPerson = "young-person"

// isAdult knows who signs for themselves: never somebody with a child's age.
func isAdult(from, band string) bool {
	age, _, ok := bandEnds(band)
	return (from == "parent-carer" || from == "worker") && (band == "" || ok && age >= 18)
}

// Wider reports whether c claims more than the form that the person was shown:
// a further use, a channel that the form does not name, or pictures.
func (c *Consent) Wider(set *Settings) bool {
	if slices.ContainsFunc(c.also, func(a *Consent) bool { return a.Wider(set) }) {
		return true
	}
	form, ok := set.form(c.Told.Reveal())
	if !ok {
		return false
	}
	if c.use() > form.to || (c.Pictures.Yes || c.forPicture) && !form.Pictures.Yes {
		return true
	}
	for _, w := range c.For {
		if !form.channels[channel(w.Value)] {
			return true
		}
	}
	return false
}

// LastDay is the last day on which c can allow anything; zero: none is known.
func (c *Consent) LastDay() site.Date {
	last := c.lastDay()
	for _, a := range c.also {
		if d := a.lastDay(); !d.IsZero() && (last.IsZero() || d.Before(last)) {
			last = d
		}
	}
	return last
}

func (c *Consent) lastDay() site.Date {
	if !c.Expires.IsZero() && (c.lastReview.IsZero() || c.Expires.Before(c.lastReview)) {
		return c.Expires.Date
	}
	return c.lastReview
}

// Standing says why nothing of c is shown today, or Allowed.
func (c *Contribution) Standing(today site.Date) Reason {
	switch {
	case !c.Withdrawn.IsZero():
		return Withdrawn
	case c.Made.Value == string(site.MadeUp) && c.Consent == nil:
		return Allowed
	}
	return c.Consent.Standing(today)
}

// Allows reports whether use u of c is allowed in channel ch today. Words that
// are made up belong to nobody, unless somebody gave a consent for them.
func (c *Contribution) Allows(u Use, ch Channel, today site.Date) bool {
	if c.Standing(today) != Allowed {
		return false
	}
	if c.Consent == nil {
		return u == Summary || u == Quote
	}
	return c.Consent.Allows(u, ch, today)
}

// HasLastDay reports whether c, or its form, says when to ask again.
func (c *Consent) HasLastDay() bool { return !c.lastReview.IsZero() }
