package consent

import (
	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

// RecordUnknown holds a voice whose consent nobody can look up.
var RecordUnknown = rule.Rule{
	Doc: finding.Doc{
		Name:   "record-unknown",
		Why:    "A consent may stand in a register that is kept outside of the website's folder, under the key of its paper. When the register is not there, or says nothing under this key, nobody can tell what was agreed to, or whether it was taken back.",
		Before: quoted("    consent: C-7F3K\n"),
		After:  said(agreed),
	},
	Run: func(p *rule.Pass) {
		for i := range p.Entry.Contributions {
			if c := &p.Entry.Contributions[i]; c.Standing(p.Today) != entry.Withdrawn {
				recordKnown(p, c.Consent, "the contribution")
			}
		}
		for _, picture := range p.Entry.Pictures() {
			if picture.Consent.Standing(p.Today) != entry.Withdrawn {
				recordKnown(p, picture.Consent, "the picture or sound")
			}
		}
	},
}

func recordKnown(p *rule.Pass, c *entry.Consent, what string) {
	if c == nil || c.Unknown().Line == 0 {
		return
	}
	message, hint := "no consent register is set here, so nobody can tell what this person agreed to", "Write in .yousaid-local.yaml where the register is. Or write the whole consent here."
	switch {
	case p.Set.Register.Lost():
		message, hint = "", "" // told once, of the register itself
	case p.Set.Register != nil:
		message, hint = "the consent register has no row for this record that can be used", "Look for it in the register. If its row is gone because its time is over, remove "+what+"."
	}
	p.Report(c.Unknown(), message, hint)
}
