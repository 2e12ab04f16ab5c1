package main

import (
	"fmt"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/site"
)

// text is the report with places to fill in. Words go below a |, where no mark
// can cut them; an empty place counts as not written. A hint stands on a line of
// its own above its key: after it, it would be taken for words that are cut off.
func (d *draft) text(set *entry.Settings, today site.Date) string {
	next := ""
	if site.Status(d.status).Open() {
		next = today.AddMonths(2).String()
	}
	var b strings.Builder
	add := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	aside := func(what, block string) {
		add("\n# %s Take away only the first # of each of the next lines,\n# and leave the spaces after it:", what)
		for line := range strings.Lines(block) {
			b.WriteString("#" + line)
		}
	}
	key := func(name, value string) string { return strings.TrimRight(name+": "+value, " ") }
	add("---\n# Lines that begin with # are notes. Nobody sees them. Leave empty what you don't need.")
	add("title: |\n  %s", strings.Join(strings.Fields(d.title), " "))
	add("# The answer in one sentence, on the next line, moved in by two spaces:\nsummary: |\n")
	add("date: %s", d.date)
	add("# How far it has come (%s):\nstatus: %s", strings.Join(statuses(), ", "), d.status)
	add("# What it is about (%s):\ntopic: %s", strings.Join(ids(set.Topics), ", "), d.topic)
	if list := ids(set.Groups); len(list) > 0 {
		add("# The group that said it (%s):\n%s", strings.Join(list, ", "), key("group", d.group))
	}
	if list := ids(set.Areas); len(list) > 0 {
		add("# The place it is about (%s):\n%s", strings.Join(list, ", "), key("area", d.area))
	}
	add("# Your role%s, never your name:\n%s", among(set.RoleIDs()), key("written_by", d.by))
	add("# The day on which you will tell more. Needed for heard, looking, doing and not-now:\n%s", key("next_update", next))
	add("# Who decided, as a role, and why. The why is needed for part, not-now, cannot and passed-on:\ndecision:\n  by: |\n\n  because: |\n")
	if d.words {
		b.WriteString(voiceText(set))
	} else {
		aside("Somebody's own words?", voiceText(set))
	}
	aside("A picture or a sound?", pictureText)
	add("\n# A colleague adds the check that nobody can be recognised, with: yousaid review\n---")
	add("## You said\n\n\n## We did\n\n\n## What changed\n\n")
	if site.Status(d.status).NeedsReason() {
		add("## Why not\n\n")
	}
	b.WriteString("## What happens next\n\n\n")
	return b.String()
}

func among(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return " (" + strings.Join(list, ", ") + ")"
}

// voiceText are the keys of one person's words. Nothing of a consent is filled
// in: what is not written down was not agreed to.
func voiceText(set *entry.Settings) string {
	told, review := "The form or leaflet that they were shown, as leaflet-1", "The last good day, as 2027-03-14. Then you ask again"
	if forms := set.FormIDs(); len(forms) > 0 {
		told = "The form that they were shown (" + strings.Join(forms, ", ") + ")"
		review += ". Empty: what the form says"
	}
	return fmt.Sprintf(`# What one person, or one group, told you. The id is a short name in small letters.
contributions:
  - id: first
    # Their words, letter by letter. Only where they agreed to quote or named:
    words: |

    # The same in your words:
    gist: |

    # Who said it (%s):
    from: young-person
    # Their age, as 13-15, 16-plus or under-13. Never one age:
    band:
    # Only what they really agreed to. Empty is a no:
    consent:
      # What may be shown: nothing, summary (your words), quote (their words) or named:
      to:
      # The day on which they said yes, as 2026-03-14:
      given:
      # Who said yes, between the brackets (%s).
      # The young person, always. Under %d also somebody who signs for them.
      by: []
      # Where it may be shown, between the brackets (%s):
      for: []
      # %s:
      told:
      # The number of the signed paper. Never a name or a case number:
      record:
      # %s:
      review:
`, strings.Join(ids(set.From), ", "), strings.Join(set.Signers(), ", "), set.Privacy.FormalUnder, strings.Join(entry.ChannelNames, ", "), told, review)
}

const pictureText = `# The file has to be in content/media. Never call it after a person: river-path.jpg.
media:
  - file:
    # What the picture shows, for people who can't see it:
    alt: |

    # none, if nobody is in it and no young person made it. Else it needs a consent: see the README.
    people:
`
