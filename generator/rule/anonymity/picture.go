package anonymity

import (
	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/picture"
	"yousaid/generator/rule"
	"yousaid/generator/source"
)

// PictureRules look at the pictures and sounds of a report.
var PictureRules = []rule.Rule{PictureLeftOut, PictureConsentMissing, AltMissing, TranscriptMissing, PictureMissing, PictureRefused}

// pictures makes a rule's Run out of a check of one picture and of what was
// decided about it.
func pictures(check func(p *rule.Pass, pic entry.Picture, v entry.Verdict)) func(*rule.Pass) {
	return func(p *rule.Pass) {
		for _, pic := range p.Entry.Pictures() {
			check(p, pic, p.Entry.PictureVerdict(pic, p.Verdicts, p.Set, p.Today))
		}
	}
}

// coming is pictures for those that readers see, or will: of what a consent
// keeps back nobody asks more.
func coming(check func(p *rule.Pass, pic entry.Picture)) func(*rule.Pass) {
	return pictures(func(p *rule.Pass, pic entry.Picture, v entry.Verdict) {
		if v.Reason.Coming() {
			check(p, pic)
		}
	})
}

// withVoice reports whether a picture is left out because its voice is, which
// is said there.
func withVoice(p *rule.Pass, pic entry.Picture) bool {
	return pic.Contribution >= 0 && p.Verdicts[pic.Contribution].Reason != entry.Allowed
}

const (
	lamp     = "media:\n  - file: lamp.jpg\n    alt: A lamp by a path\n"
	agreedTo = "    consent:\n      to: quote\n      given: 2026-02-03\n      by: [young-person, social-worker]\n      for: [website]\n      told: leaflet-v3\n      review: 2037-02-03\n"
)

// PictureLeftOut says that a picture is left out today. The report stays.
var PictureLeftOut = rule.Rule{
	Doc: finding.Doc{
		Name: "picture-left-out", Level: finding.Warn,
		Why:    "A picture or a sound is somebody's, as words are. It is shown while their yes stands and once a colleague has looked at it, and not a day longer. Change the file or the words with it, and a colleague looks again.",
		Before: lamp + agreedTo + "      withdrawn: 2026-05-01\n",
		After:  "summary: The path has lights now.\n",
	},
	Run: pictures(func(p *rule.Pass, pic entry.Picture, v entry.Verdict) {
		hint := ""
		if p.Entry.Slipped(pic.Place, "consent", "from", "band") || v.Reason == entry.NotChecked && (p.Entry.Unchecked() || p.Entry.Slipped(p.Entry.Anonymity.Place, "covers")) {
			return
		}
		switch r := v.Reason; {
		case r == entry.Allowed || r == entry.NoConsent || r == entry.NoPictures || withVoice(p, pic):
			return
		case r == entry.NotChecked:
			if pic.Found.State != entry.There {
				return // nobody can check it
			}
			p.Report(pic.File.At(), "this picture or sound is left out: nobody but the writer has checked it, or it changed since", "Ask a colleague who did not write this to look: yousaid review and the name of the report.")
			return
		case r == entry.Withdrawn:
			hint = "Take it out of the report, and remove its file."
		case r == entry.NotYet:
			hint = "Look at the day in given. If it is right, the picture comes in on that day by itself."
		case r == entry.NoOwnYes || r == entry.NoFormalYes:
			hint = "Ask whoever is missing. When they agree, add them to by."
		case r == entry.NotOnWebsite:
			hint = "If they agree to the website, add website to for."
		case r == entry.AgreedToNothing:
			hint = "Nothing to do. You can take it out of the report, and remove its file."
		default:
			hint = "Ask them again, in person. With a yes, write a new consent; without one, remove it and its file."
		}
		p.Report(pic.File.At(), "this picture or sound is left out: "+v.Reason.Words(), hint)
	}),
}

var PictureConsentMissing = rule.Rule{
	Doc: finding.Doc{
		Name: "picture-consent-missing", Level: finding.Warn,
		Why:    "Whoever is in a picture, can be heard in a sound, or made it, has to have said yes to exactly that. A yes to somebody's words is no yes to their picture or their voice: it needs to quote or named, and pictures: yes beside it. Where nobody is in it and no young person made it, say so.",
		Before: lamp,
		After:  lamp + "    people: none\n",
	},
	Run: pictures(func(p *rule.Pass, pic entry.Picture, v entry.Verdict) {
		switch {
		case withVoice(p, pic) || p.Entry.Slipped(pic.Place, "people", "consent"):
		case v.Reason == entry.NoPictures && pic.Contribution >= 0 && p.Entry.Slipped(p.Entry.Contributions[pic.Contribution].Place, "consent"):
		case v.Reason == entry.NoPictures:
			p.Report(pic.File.At(), "this picture or sound is left out: their consent does not say that it may be shown", "Ask them about it. If they agree, write to: quote and pictures: yes in their consent.")
		case v.Reason == entry.NoConsent:
			p.Report(pic.File.At(), "this picture or sound is left out: nobody wrote down who is in it, and whether they agreed", "If nobody is in it, and your team made it, write people: none. Otherwise ask them, and fill in consent.")
		}
	}),
}

var AltMissing = rule.Rule{
	Doc: finding.Doc{
		Name:   "alt-missing",
		Why:    "Some readers can't see a picture, and have it told to them. One that tells nothing is marked as decorative, so that it is passed over. To say both leaves nobody knowing which is meant.",
		Before: "media:\n  - file: lamp.jpg\n    people: none\n",
		After:  lamp + "    people: none\n",
	},
	Run: pictures(func(p *rule.Pass, pic entry.Picture, _ entry.Verdict) {
		at := pic.File.At()
		if at.Line == 0 {
			at = pic.Place
		}
		switch {
		case p.Entry.Slipped(pic.Place, "alt", "decorative"):
		case pic.Alt.Empty() && !pic.Decorative.Yes:
			p.Report(at, "there are no words here for people who can't see it", "Add alt: and what it shows, in a short sentence. If it tells nothing, add decorative: yes.")
		case !pic.Alt.Empty() && pic.Decorative.Yes:
			p.Report(pic.Decorative.At, "this is called decorative, and has words for people who can't see it", "Keep one of the two.")
		}
	}),
}

var TranscriptMissing = rule.Rule{
	Doc: finding.Doc{
		Name:   "transcript-missing",
		Why:    "Some readers can't hear, and nobody can search a sound for names. What is said in it stands below it as words, and is checked like all words.",
		Before: "media:\n  - file: bell.wav\n    alt: The bell that was asked for\n    people: none\n",
		After:  "media:\n  - file: bell.wav\n    alt: The bell that was asked for\n    people: none\n    transcript: A bell rings twice.\n",
	},
	Run: coming(func(p *rule.Pass, pic entry.Picture) {
		if pic.Found.Sound && pic.Transcript.Empty() && !p.Entry.Slipped(pic.Place, "transcript") {
			p.Report(pic.File.At(), "this is a sound, and there are no words here for people who can't hear it", "Add transcript: and what is said in it, or the name of a .txt file in content/media.")
		}
	}),
}

var PictureMissing = rule.Rule{
	Doc: finding.Doc{
		Name:   "picture-missing",
		Why:    "A report that names a file which is not there promises something that readers would not find. Links are not followed, because they can lead out of the folder.",
		Before: "media:\n  - file: lantern.jpg\n    alt: A lamp by a path\n    people: none\n",
		After:  lamp + "    people: none\n",
	},
	Run: coming(func(p *rule.Pass, pic entry.Picture) {
		missing := func(s entry.State, at finding.Pos) {
			switch s {
			case entry.Missing:
				p.Report(at, "there is no file with this name in content/media", "Write its name alone, as bus-stop.jpg, without the folder. Look at the spelling, or put the file there.")
			case entry.OtherCase:
				p.Report(at, "the file in content/media has other capital letters than this", "Write the name in the same way in both places. Small letters are best.")
			case entry.NotOpened:
				p.Report(at, "this file can't be opened, or it is a link", "Put the file itself in content/media, so that you can open it.")
			}
		}
		missing(pic.Found.State, pic.File.At())
		missing(pic.FoundWords.State, pic.Transcript.At())
		if pic.FoundWords.State == entry.There && pic.FoundWords.Text.Problem != source.None {
			p.Report(pic.Transcript.At(), "this file with the words can't be read as plain text", "Save it as plain text, with UTF-8 as the encoding.")
		}
	}),
}

var PictureRefused = rule.Rule{
	Doc: finding.Doc{
		Name:   "picture-refused",
		Why:    "A picture is published only after it was read down to its pixels and made anew, so that nothing that hides in its file comes along. A file that can't be read in this way could hold anything: the place where it was taken, a face that was cut off, a whole document. What counts is what is in the file, whatever it is called.",
		Before: "media:\n  - file: leaflet.pdf\n    alt: A leaflet about the path\n    people: none\n",
		After:  lamp + "    people: none\n",
	},
	Run: coming(func(p *rule.Pass, pic entry.Picture) {
		if pic.Refused != picture.NotRefused {
			message, hint := refusal(pic.Refused, pic.Found.Sound)
			p.Report(pic.File.At(), message, hint)
		}
	}),
}

func refusal(r picture.Refusal, sound bool) (message, hint string) {
	switch r {
	case picture.Empty:
		return "this file is empty", "Save the picture again, or take it out of the report."
	case picture.TooBig:
		if sound {
			return "this sound is over 10 MB", "Save it as an MP3, or make it shorter. Ten minutes of speech fit."
		}
		return "this file is over 30 MB", "Save it smaller. 2,000 pixels across are enough for every screen."
	case picture.TooManyPixels:
		return "this picture is too large to be opened safely", "Save it smaller, as a JPEG. 2,000 pixels across are enough for every screen."
	case picture.Broken:
		if sound {
			return "this sound can't be read to its end", "Open it, look whether it is whole, and save it as MP3 or WAV."
		}
		return "this picture can't be read to its end", "Open it, look whether it is whole, and save it anew as JPEG or PNG."
	case picture.Moving:
		return "this picture moves, and only still ones are published", "Save one still picture of it, as PNG."
	case picture.Drawing:
		return "this is an SVG file, which can hold more than a picture", "Open it, and save it as PNG."
	case picture.PhonePicture:
		return "this is a kind of photo that only some phones and programs can open", "Save or export it as JPEG. On an iPhone: Settings, Camera, Formats, Most Compatible."
	case picture.OtherSound:
		return "we can't look inside this kind of sound, so it can't be published", "Save it as MP3 or WAV."
	case picture.Film:
		return "film is not published yet, because we can't look inside it", "Take a still picture from it, or save its sound as MP3 and write down what is said."
	}
	return "we can't look inside this kind of file, so it can't be published", "Save a picture as JPEG or PNG, and a sound as MP3 or WAV. What a document says belongs in the report."
}
