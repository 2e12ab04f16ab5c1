package entry

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"yousaid/generator/site"
)

// The lists below are the file format of a report. What a key's value means is
// said once, here; the table in the README is checked against it.

var statusNames = func() []string {
	out := make([]string, len(site.Statuses))
	for i, s := range site.Statuses {
		out[i] = string(s)
	}
	return out
}()

var reportKeys = []key[Entry]{
	must(text("title", "What the report is called.", func(e *Entry) *Private { return &e.Title })),
	text("summary", "The answer in one sentence. The first sentence of the report by default.", func(e *Entry) *Private { return &e.Summary }),
	must(day("date", "The day of the report.", func(e *Entry) *Day { return &e.Date })),
	must(word("status", "How far it has come.", statusNames, func(e *Entry) *Word { return &e.Status })),
	must(known("topic", "a topic id", "What it is about.", topicIDs, func(e *Entry) *Word { return &e.Topic })),
	known("group", "a group id", "The group that said it.", groupIDs, func(e *Entry) *Word { return &e.Group }),
	known("area", "an area id", "The place it is about.", areaIDs, func(e *Entry) *Word { return &e.Area }),
	flag("together", "yes: the heading becomes “Together we did this”.", func(e *Entry) *Flag { return &e.Together }),
	group("anonymity", "Who checked that nobody can be recognised, and when. A report without it is held.", anonymityKeys, func(e *Entry) *Anonymity { return &e.Anonymity }),
	{Key{Name: "written_by", Kind: "a role id", Doc: "The role of the writer. It must differ from the role that checked."}, readRole(func(e *Entry) *Word { return &e.WrittenBy })},
	group("asked", "What you asked.", askedKeys, func(e *Entry) *Asked { return &e.Asked }),
	{Key{Name: "contributions", Kind: "list of keys below", Doc: "What one person, or one group, told us. Each carries its own consent.", Below: reference(contributionKeys)}, readContributions},
	group("decision", "Who decided, and why.", decisionKeys, func(e *Entry) *Decision { return &e.Decision }),
	list("impact", "What is different now.", impactKeys, func(e *Entry) *[]Impact { return &e.Impact }),
	list("updates", "News since.", updateKeys, func(e *Entry) *[]Update { return &e.Updates }),
	{Key{Name: "next_update", Kind: "date, or none", Doc: "When you will tell more. Needed while the status is heard, looking, doing or not-now."}, readNextUpdate},
	text("no_update_because", "Why there will be no more news, where next_update is none.", func(e *Entry) *Private { return &e.NoUpdateBecause }),
	flag("draft", "yes: not published yet.", func(e *Entry) *Flag { return &e.Draft }),
	day("publish_on", "Not published before this day.", func(e *Entry) *Day { return &e.PublishOn }),
	day("withdrawn", "Any date takes the whole report down. Its address is never used again.", func(e *Entry) *Day { return &e.Withdrawn }),
	slug("id", "A short name that stays when the file is renamed.", func(e *Entry) *Word { return &e.ID }),
	slugs("was", "addresses", "Addresses that the report had before; they lead to it.", isReportAddress, func(e *Entry) *[]Word { return &e.Was }),
	text("content_note", "Said before the reader meets something hard.", func(e *Entry) *Private { return &e.ContentNote }),
	flag("quick_exit", "yes: the page has a way to leave at once.", func(e *Entry) *Flag { return &e.QuickExit }),
	text("passed_to", "Whom you told, where it is not yours to decide.", func(e *Entry) *Private { return &e.PassedTo }),
	texts("affects", "Whom it matters to.", func(e *Entry) *[]Private { return &e.Affects }),
	list("heard_by", "Who with power listened.", heardByKeys, func(e *Entry) *[]HeardBy { return &e.HeardBy }),
	group("told_first", "How the people who said it were told before everybody else.", toldFirstKeys, func(e *Entry) *ToldFirst { return &e.ToldFirst }),
	word("involvement", "How young people were part of it.", []string{"co-production", "participation", "engagement"}, func(e *Entry) *Word { return &e.Involvement }),
	group("young_people", "What young people did in the work.", rolesKeys, func(e *Entry) *Roles { return &e.YoungPeople }),
	list("answers", "One answer for each partner.", answerKeys, func(e *Entry) *[]PartnerAnswer { return &e.Answers }),
	group("programme", "What paid for it.", programmeKeys, func(e *Entry) *Programme { return &e.Programme }),
	texts("gained", "What young people gained.", func(e *Entry) *[]Private { return &e.Gained }),
	text("thanks", "A thank you.", func(e *Entry) *Private { return &e.Thanks }),
	texts("made_by", "Who made this page.", func(e *Entry) *[]Private { return &e.MadeBy }),
	slugs("rights", "ids", "The rights it is about, as uncrc-12.", isSlug, func(e *Entry) *[]Word { return &e.Rights }),

	kept("team", "Your team.", func(e *Entry) *Private { return &e.Team }),
	kept("provider", "The provider it is about.", func(e *Entry) *Private { return &e.Provider }),
	kept("project", "The project it is part of.", func(e *Entry) *Private { return &e.Project }),
	word("level", "One person's matter, or everybody's.", []string{"individual", "collective"}, func(e *Entry) *Word { return &e.Level }),
	group("lundy", "The four parts of the Lundy model.", lundyKeys, func(e *Entry) *Lundy { return &e.Lundy }),
	group("evaluation", "What you learned.", evaluationKeys, func(e *Entry) *Evaluation { return &e.Evaluation }),
	slug("promise", "The promise it keeps.", func(e *Entry) *Word { return &e.Promise }),
	knowns("power", "within, with, to", "Which kinds of power grew.", always("within", "with", "to"), func(e *Entry) *[]Word { return &e.Power }),
	list("shared_with", "Where the report was shown.", sharedWithKeys, func(e *Entry) *[]SharedWith { return &e.SharedWith }),
	list("easy_read", "The report in short sentences with pictures.", easyReadKeys, func(e *Entry) *[]EasyRead { return &e.EasyRead }),
	list("media", "Pictures and sounds.", mediaKeys, func(e *Entry) *[]Media { return &e.Media }),
	group("safeguarding", "Who looked for anything that should worry us.", checkKeys, func(e *Entry) *Check { return &e.Safeguarding }),
}

var anonymityKeys = []key[Anonymity]{
	day("checked", "The day of the check.", func(a *Anonymity) *Day { return &a.Checked }),
	{Key{Name: "by", Kind: "a role id", Doc: "The role that checked: never the writer's."}, readRole(func(a *Anonymity) *Word { return &a.By })},
	word("checklist", "Written by yousaid review: the list of questions that was answered.", []string{Checklist}, func(a *Anonymity) *Word { return &a.Checklist }),
	slugs("covers", "marks", "Written by yousaid review: a mark for each voice and picture that was checked.", isSlug, func(a *Anonymity) *[]Word { return &a.Covers }),
}

var checkKeys = []key[Check]{
	day("checked", "The day of the check.", func(c *Check) *Day { return &c.Checked }),
	{Key{Name: "by", Kind: "a role id", Doc: "The role that checked."}, readRole(func(c *Check) *Word { return &c.By })},
}

var askedKeys = []key[Asked]{
	text("question", "The question.", func(a *Asked) *Private { return &a.Question }),
	text("how", "How you asked.", func(a *Asked) *Private { return &a.How }),
	day("on", "When.", func(a *Asked) *Day { return &a.On }),
	number("people", "How many answered. Published as a band, as “10 to 14 people”, or as “fewer than 5 people”; not at all where the voices shown would give a small number away.", func(a *Asked) *Number { return &a.People }),
	number("invited", "How many could have answered. Not published.", func(a *Asked) *Number { return &a.Invited }),
	kept("source", "Where the question came from.", func(a *Asked) *Private { return &a.Source }),
	keptTexts("before", "When it was asked before.", func(a *Asked) *[]Private { return &a.Before }),
}

var contributionKeys = []key[Contribution]{
	must(slug("id", "A short name, never used again in this report.", func(c *Contribution) *Word { return &c.ID })),
	text("words", "Their words, letter by letter.", func(c *Contribution) *Private { return &c.Words }),
	text("gist", "Your words for the same point.", func(c *Contribution) *Private { return &c.Gist }),
	known("from", "young-person, parent-carer, worker, group, or as in site.yaml", "Who it is from.", fromIDs, func(c *Contribution) *Word { return &c.From }),
	band("An age band. None counts as under the age for formal consent.", func(c *Contribution) *Word { return &c.Band }),
	word("made", "Whose words they are. own-words by default.", []string{string(site.OwnWords), string(site.FromSeveral), string(site.MadeUp)}, func(c *Contribution) *Word { return &c.Made }),
	keptTexts("records", "Keys to the papers of each person, where it is from several.", func(c *Contribution) *[]Private { return &c.Records }),
	number("people", "How many said it. Published as a band, as “10 to 14 people”, or as “fewer than 5 people”.", func(c *Contribution) *Number { return &c.People }),
	kept("name", "Their name. Shown only under consent to named.", func(c *Contribution) *Private { return &c.Name }),
	text("called", "A chosen name that is not real.", func(c *Contribution) *Private { return &c.Called }),
	word("edited", "What you changed in their words. none by default.", []string{string(site.NotEdited), string(site.Spelling), string(site.Shortened), string(site.Anonymised)}, func(c *Contribution) *Word { return &c.Edited }),
	flag("edit_agreed", "yes: they agreed to the change.", func(c *Contribution) *Flag { return &c.EditAgreed }),
	keptTexts("sensitive", "What kind of sensitive information it holds; needs consent.explicit.", func(c *Contribution) *[]Private { return &c.Sensitive }),
	word("care_status", "chosen: they want readers to know that they are care experienced. not-asked by default.", []string{"chosen", "not-asked", "no"}, func(c *Contribution) *Word { return &c.CareStatus }),
	flag("mentions_others", "yes: it speaks of somebody else.", func(c *Contribution) *Flag { return &c.MentionsOther }),
	list("media", "Pictures and sounds that belong to it. They are shown with it, where its consent says pictures: yes.", mediaKeys, func(c *Contribution) *[]Media { return &c.Media }),
	{Key{Name: "consent", Kind: "keys below, or a record", Doc: "What they agreed to. A record alone, as C-7F3K, asks the consent register.", Below: reference(consentKeys)}, func(d *decoder, n *yaml.Node, c *Contribution) {
		c.Consent = readConsent(d, n)
	}},
	day("withdrawn", "Any date takes it down. With only an id beside it, it keeps the id from being used again.", func(c *Contribution) *Day { return &c.Withdrawn }),
}

var consentKeys = []key[Consent]{
	word("to", "The most that may be done with it.", Uses, func(c *Consent) *Word { return &c.To }),
	day("given", "When they agreed.", func(c *Consent) *Day { return &c.Given }),
	knowns("by", "signatures", "Who agreed: young-person always; under 16 also social-worker or parental-responsibility. A parent-carer or a worker agrees for themselves.", (*Settings).Signers, func(c *Consent) *[]Word { return &c.By }),
	knowns("for", strings.Join(ChannelNames, ", "), "Where it may be shown. What the form says by default; only ever less.", always(ChannelNames...), func(c *Consent) *[]Word { return &c.For }),
	kept("told", "The form or leaflet that they were shown.", func(c *Consent) *Private { return &c.Told }),
	kept("record", "A key to the paper, kept elsewhere, or to a row of the consent register. Never a name or a case number.", func(c *Consent) *Private { return &c.Record }),
	day("review", "The last good day. The form's review_after by default.", func(c *Consent) *Day { return &c.Review }),
	day("expires", "The last good day, where they set one.", func(c *Consent) *Day { return &c.Expires }),
	list("asked_again", "What they said when you asked again.", answerAgainKeys, func(c *Consent) *[]Answer { return &c.AskedAgain }),
	day("withdrawn", "Any date takes their words down.", func(c *Consent) *Day { return &c.Withdrawn }),
	flag("explicit", "yes: they agreed to the sensitive information by name.", func(c *Consent) *Flag { return &c.Explicit }),
	flag("pictures", "yes: they agreed to the pictures and sounds that belong to their words. Not needed in the consent of a picture.", func(c *Consent) *Flag { return &c.Pictures }),
}

var answerAgainKeys = []key[Answer]{
	must(day("on", "When you asked.", func(a *Answer) *Day { return &a.On })),
	must(word("answer", "What they said.", []string{"yes", "changed", "no", "could-not-reach"}, func(a *Answer) *Word { return &a.Answer })),
}

var decisionKeys = []key[Decision]{
	text("by", "The role that decided.", func(x *Decision) *Private { return &x.By }),
	day("date", "When.", func(x *Decision) *Day { return &x.Date }),
	prose("because", "Why. Needed, here or as a “Why not” section, for part, not-now, cannot and passed-on.", func(x *Decision) *Prose { return &x.Because }),
	text("difference", "What the views changed in the decision.", func(x *Decision) *Private { return &x.Difference }),
	kept("recorded_in", "Where it is written down.", func(x *Decision) *Private { return &x.RecordedIn }),
}

var impactKeys = []key[Impact]{
	must(text("change", "What is different.", func(i *Impact) *Private { return &i.Change })),
	day("since", "Since when.", func(i *Impact) *Day { return &i.Since }),
	text("shown", "How you know.", func(i *Impact) *Private { return &i.Shown }),
	group("checked_with", "Which young people were asked whether it is so.", checkedWithKeys, func(i *Impact) *CheckedWith { return &i.CheckedWith }),
	word("kind", "What kind of change.", []string{"policy", "practice", "money", "place", "people"}, func(i *Impact) *Word { return &i.Kind }),
	word("level", "For whom.", []string{"personal", "organisational", "system"}, func(i *Impact) *Word { return &i.Level }),
}

var checkedWithKeys = []key[CheckedWith]{
	known("group", "a group id", "The group.", groupIDs, func(c *CheckedWith) *Word { return &c.Group }),
	day("on", "When.", func(c *CheckedWith) *Day { return &c.On }),
}

var updateKeys = []key[Update]{
	must(day("date", "The day of the news.", func(u *Update) *Day { return &u.Date })),
	must(prose("text", "The news.", func(u *Update) *Prose { return &u.Text })),
}

var programmeKeys = []key[Programme]{
	text("name", "Its name.", func(p *Programme) *Private { return &p.Name }),
	text("funder", "Who pays.", func(p *Programme) *Private { return &p.Funder }),
}

var heardByKeys = []key[HeardBy]{
	must(text("role", "Who, as a role.", func(h *HeardBy) *Private { return &h.Role })),
	text("how", "How they heard it.", func(h *HeardBy) *Private { return &h.How }),
	day("on", "When.", func(h *HeardBy) *Day { return &h.On }),
}

var toldFirstKeys = []key[ToldFirst]{
	day("on", "When.", func(t *ToldFirst) *Day { return &t.On }),
	text("how", "How.", func(t *ToldFirst) *Private { return &t.How }),
}

var rolesKeys = []key[Roles]{
	text("develop", "How they planned it.", func(r *Roles) *Private { return &r.Develop }),
	text("deliver", "How they did it.", func(r *Roles) *Private { return &r.Deliver }),
	text("review", "How they looked back at it.", func(r *Roles) *Private { return &r.Review }),
}

var lundyKeys = []key[Lundy]{
	kept("space", "A safe chance to speak.", func(l *Lundy) *Private { return &l.Space }),
	kept("voice", "Help to say it.", func(l *Lundy) *Private { return &l.Voice }),
	kept("audience", "Somebody who had to listen.", func(l *Lundy) *Private { return &l.Audience }),
	kept("influence", "What it changed.", func(l *Lundy) *Private { return &l.Influence }),
}

var answerKeys = []key[PartnerAnswer]{
	must(text("who", "The partner.", func(a *PartnerAnswer) *Private { return &a.Who })),
	word("status", "How far they have come.", statusNames, func(a *PartnerAnswer) *Word { return &a.Status }),
	day("date", "When they answered.", func(a *PartnerAnswer) *Day { return &a.Date }),
	text("did", "What they did.", func(a *PartnerAnswer) *Private { return &a.Did }),
}

var evaluationKeys = []key[Evaluation]{
	kept("personal", "For people.", func(v *Evaluation) *Private { return &v.Personal }),
	kept("organisational", "For the organisation.", func(v *Evaluation) *Private { return &v.Organisational }),
	kept("system", "For everybody.", func(v *Evaluation) *Private { return &v.System }),
	kept("next_time", "What you will do otherwise.", func(v *Evaluation) *Private { return &v.NextTime }),
}

var sharedWithKeys = []key[SharedWith]{
	must(kept("who", "With whom.", func(s *SharedWith) *Private { return &s.Who })),
	day("on", "When.", func(s *SharedWith) *Day { return &s.On }),
}

var easyReadKeys = []key[EasyRead]{
	must(text("say", "One short sentence.", func(x *EasyRead) *Private { return &x.Say })),
	slug("picture", "The name of a picture.", func(x *EasyRead) *Word { return &x.Picture }),
}

var mediaKeys = []key[Media]{
	must(kept("file", "A file in content/media.", func(m *Media) *Private { return &m.File })),
	later("alt", "words", "What the picture shows, for people who can't see it. Of a sound: what it is. Needed, unless it is decorative.", func(m *Media) *Private { return &m.Alt }),
	flag("decorative", "yes: it tells nothing, and may be passed over.", func(m *Media) *Flag { return &m.Decorative }),
	later("caption", "words", "Words below it.", func(m *Media) *Private { return &m.Caption }),
	later("transcript", "words, or a .txt file in content/media", "What is said in it. Needed for a sound.", func(m *Media) *Private { return &m.Transcript }),
	word("people", "none: nobody can be seen or heard in it, and no young person made it. Otherwise it needs a consent.", []string{"none"}, func(m *Media) *Word { return &m.People }),
	{Key{Name: "consent", Kind: "keys of a contribution's consent, or a record", Doc: "What the person in it, or who made it, agreed to: to quote or named. A record alone asks the consent register."}, func(d *decoder, n *yaml.Node, m *Media) {
		m.Consent = readConsent(d, n)
	}},
	known("from", "young-person, parent-carer, worker, group, or as in site.yaml", "Who agrees. A young person by default.", fromIDs, func(m *Media) *Word { return &m.From }),
	band("Their age band. None counts as under the age for formal consent.", func(m *Media) *Word { return &m.Band }),
}

// readConsent reads a consent, or the record alone that stands for one.
func readConsent(d *decoder, n *yaml.Node) *Consent {
	if empty(n) && d.plain(n) {
		return nil
	}
	c := &Consent{Place: d.place(n)}
	if n.Kind == yaml.ScalarNode {
		c.Record, _ = d.words(n)
		return c
	}
	readKeys(d, n, consentKeys, c)
	return c
}

func readContributions(d *decoder, n *yaml.Node, e *Entry) {
	for i, item := range d.items(n) {
		d.voice = i
		c := Contribution{Place: d.place(item)}
		readKeys(d, item, contributionKeys, &c)
		e.Contributions = append(e.Contributions, c)
	}
	d.voice = -1
}

// readRole takes any role where site.yaml lists none.
func readRole[T any](get func(*T) *Word) func(*decoder, *yaml.Node, *T) {
	return func(d *decoder, n *yaml.Node, t *T) {
		if roles := d.choices.RoleIDs(); len(roles) > 0 {
			*get(t) = d.word(n, roles)
			return
		}
		*get(t) = d.slug(n, "a role", isSlug)
	}
}

func readNextUpdate(d *decoder, n *yaml.Node, e *Entry) {
	if n.Kind == yaml.ScalarNode && n.Value == "none" && d.plain(n) {
		e.NoNext = true
		return
	}
	e.NextUpdate = d.day(n)
}

// Reference is the whole file format of a report, for the README and for help.
func Reference() []Key { return reference(reportKeys) }

// SettingsReference is the whole file format of site.yaml.
func SettingsReference() []Key { return reference(settingsKeys) }
