package anonymity

import (
	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

// PictureLeftOut says what happens to pictures: until they can be cleaned of
// what they hide (place, camera, faces nobody agreed to), none is published.
var PictureLeftOut = rule.Rule{
	Doc: finding.Doc{
		Name: "picture-left-out", Level: finding.Warn,
		Why:    "A picture hides the place where it was taken, and may show somebody who was not asked. Until yousaid can clean pictures and ask for the consent of everybody in them, it publishes none.",
		Before: "media:\n  - file: stop.jpg\n    alt: A bus stop with a new lamp\n",
		After:  "summary: The bus stop has a new lamp.\n",
	},
	Run: func(p *rule.Pass) {
		left := func(list []entry.Media) {
			for _, m := range list {
				p.Report(m.File.At(), "this picture is left out: pictures are not published yet", "Nothing to do. A later yousaid will publish it once it is checked.")
			}
		}
		left(p.Entry.Media)
		for i := range p.Entry.Contributions {
			left(p.Entry.Contributions[i].Media)
		}
	},
}
