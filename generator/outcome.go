package generator

import (
	"slices"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/gate"
	"yousaid/generator/picture"
	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity/counts"
	"yousaid/generator/rule/consent"
	"yousaid/generator/site"
	"yousaid/generator/source"
)

// outcome is everything that one report's file comes to on one day. It is
// remembered between builds, so nothing in it changes once it is made; fresh
// gives a copy whose findings a build may add to.
type outcome struct {
	path, name string
	entry      *entry.Entry // nil: can't be read
	verdicts   []entry.Verdict
	findings   []finding.Finding
	report     *site.Report // nil: held, unpublished or taken down
	leftOut    []gate.LeftOut
	used       []int // allowances, by their place in the settings
	tooWide    []int
	made       map[int]*picture.Clean // of the entry's pictures, by number
	set        *entry.Settings
	today      site.Date
	named      bool // a rule finds something in the name of the file
}

// work reads, checks and admits one report. Whatever breaks on the way holds
// the file; what broke is not told, because it may quote the file.
func work(f source.File, name string, set *entry.Settings, today site.Date, pictures *shelf) (o *outcome) {
	o = &outcome{path: f.Path, name: name, set: set, today: today}
	defer func() {
		if recover() != nil {
			o.entry, o.verdicts, o.report, o.leftOut = nil, nil, nil, nil
			o.hold(programBroke, "the program could not deal with this file, so it is held", "Tell the people who make yousaid, without sending them the words.")
		}
	}()
	o.named = namedBy(f, set, today)
	o.entry, o.findings = entry.Parse(f, name, set)
	if o.entry == nil {
		return o
	}
	if o.taken() {
		if len(o.entry.Pieces)+len(o.entry.Contributions)+len(o.entry.Media) > 0 {
			o.findings = append(o.findings, consent.WithdrawnWords.Doc.At(o.entry.Withdrawn.At,
				"this report was taken down, and its words still stand in this file", "Remove everything but the line with withdrawn."))
		}
		return o
	}
	if pictures != nil {
		o.entry.Attach(pictures.look)
	}
	o.verdicts = o.entry.Verdicts(set, today)
	if pictures != nil {
		pictures.makeAll(o, set, today)
	}
	seen := rule.Look(allRules, o.entry, o.verdicts, set, today)
	o.used, o.tooWide = seen.Used, seen.TooWide
	o.findings = slices.Concat(o.findings, seen.Findings, unguarded(set, name))
	unname(o.entry, set)
	finding.Sort(o.findings)
	for i := range o.entry.Contributions {
		if c := &o.entry.Contributions[i]; o.verdicts[i].Reason != entry.Allowed && !c.Tombstone() {
			o.leftOut = append(o.leftOut, gate.LeftOut{File: name, ID: c.ID.Value, Reason: o.verdicts[i].Reason})
		}
	}
	if !finding.Stops(o.findings) && !o.entry.Unpublished(today) {
		o.report = gate.Admit(o.entry, o.verdicts, set, today)
		gate.Hang(o.report, o.entry, o.verdicts, o.made, set, today)
		if counts.HidesAsked(o.findings) {
			o.report.Asked.People = ""
		}
	}
	return o
}

// fresh is a copy for one build.
func (o *outcome) fresh() *outcome {
	c := *o
	c.findings = slices.Clip(c.findings)
	return &c
}

// renumber says again where the file stands among the others: one that was
// added before it moves it on.
func (o *outcome) renumber(at finding.Pos) {
	if o.entry == nil {
		return
	}
	for i, f := range o.findings {
		if f.Pos == o.entry.Addresses[0].Text.At() && f.Pos != at {
			o.findings = slices.Clone(o.findings)
			for k := i; k < len(o.findings); k++ {
				if o.findings[k].Pos == f.Pos {
					o.findings[k].Pos = at
				}
			}
			return
		}
	}
}

func (o *outcome) hold(doc finding.Doc, message, hint string) {
	o.findings = append(o.findings, doc.At(finding.Pos{File: o.name}, message, hint))
}

// taken reports whether the whole report was taken down.
func (o *outcome) taken() bool { return o.entry != nil && !o.entry.Withdrawn.IsZero() }

func (o *outcome) unpublished(today site.Date) bool {
	return o.entry != nil && o.entry.Unpublished(today)
}

func (o *outcome) published() bool { return o.report != nil && !finding.Stops(o.findings) }

// ended are the voices that may have been online and may be no longer.
func (o *outcome) ended() []gate.LeftOut {
	var out []gate.LeftOut
	if o.taken() {
		return []gate.LeftOut{{File: o.name, Reason: entry.Withdrawn}}
	}
	for i, v := range o.verdicts {
		if v.Reason.Ended() {
			out = append(out, gate.LeftOut{File: o.name, ID: o.entry.Contributions[i].ID.Value, Reason: v.Reason})
		}
	}
	if o.verdicts != nil {
		pictures := o.entry.Pictures()
		for i, v := range o.entry.PictureVerdicts(o.verdicts, o.set, o.today) {
			// A picture within a voice that has ended goes with that voice.
			if c := pictures[i].Contribution; v.Reason.Ended() && (c < 0 || !o.verdicts[c].Reason.Ended()) {
				out = append(out, gate.LeftOut{File: o.name, ID: pictures[i].ID(), Reason: v.Reason})
			}
		}
	}
	return out
}

// inPublic says what of the file must not lie where everybody can read it.
func (o *outcome) inPublic() []finding.Finding {
	const hint = "Make the repository private today. Ask your data protection lead about copies."
	at := finding.Pos{File: o.name}
	if o.taken() {
		if len(o.entry.Pieces)+len(o.entry.Contributions)+len(o.entry.Media) == 0 {
			return nil
		}
		return []finding.Finding{wordsInPublic.At(at, "this report was taken down, and everybody can still read it in this public repository", hint)}
	}
	if !o.published() {
		return []finding.Finding{wordsInPublic.At(at, "this report is not published, and everybody can read it in this public repository", hint)}
	}
	var out []finding.Finding
	for i, v := range o.verdicts {
		c := &o.entry.Contributions[i]
		if !c.Words.Empty() && !v.Words || !c.Name.Empty() && !v.Name || len(c.Sensitive) > 0 {
			out = append(out, wordsInPublic.At(c.Place, "these words may not be shown, and everybody can read them in this public repository", hint))
		}
	}
	return append(out, o.picturesInPublic(hint)...)
}
