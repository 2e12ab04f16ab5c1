package entry

import "yousaid/generator/finding"

// What can be wrong with a file before anyone asks what it says. Before and
// After are laid over a good report by the test that runs them.
var (
	FileUnreadable = finding.Doc{
		Name: "file-unreadable",
		Why:  "A file that cannot be opened or read as text cannot be checked, so it is not published. Links are not followed, because they can point outside the folder; files over 200 kB are not read, because no report is that long.",
	}
	FileName = finding.Doc{
		Name: "file-name",
		Why:  "The name of a report's file is its address on the website. Only small letters a to z, digits and hyphens work everywhere, and a name that someone has is never seen by accident. The message does not print the name, because it may hold one.",
	}
	FileUnused = finding.Doc{
		Name: "file-unused", Level: finding.Warn,
		Why: "A file that yousaid does not read is not published. It says so, because a report with a slip in its file name would otherwise go missing in silence.",
	}
	FrontMatter = finding.Doc{
		Name:   "front-matter",
		Why:    "The lines between the two --- say what may be published. If they cannot be read from start to end, nothing in the file is safe to publish.",
		Before: "title: [The bus is late\n",
		After:  "title: The bus is late\n",
	}
	KeyUnknown = finding.Doc{
		Name:   "key-unknown",
		Why:    "A key with a slip in it would be passed over, and a misspelt “withdrawn” would keep words online. So a key that is not known holds the report.",
		Before: "sumary: You asked for a later bus.\n",
		After:  "summary: You asked for a later bus.\n",
	}
	KeyRepeated = finding.Doc{
		Name:   "key-repeated",
		Why:    "When something stands twice, nobody can tell which one was meant.",
		Before: "team: youth voice\nteam: buses\n",
		After:  "team: youth voice\n",
	}
	ValueType = finding.Doc{
		Name:   "value-type",
		Why:    "A date that does not exist, or words where a number belongs, cannot be understood. Guessing could publish something too early, or too long.",
		Before: "asked: {people: lots}\n",
		After:  "asked: {people: 40}\n",
	}
	ValueUnknown = finding.Doc{
		Name:   "value-unknown",
		Why:    "Some values come from a short list, so that readers meet the same few words everywhere and nothing can be misread as a yes.",
		Before: "status: finished\n",
		After:  "status: done\n",
	}
	ValueMissing = finding.Doc{
		Name:   "value-missing",
		Why:    "Readers need a title, a date, a status and a topic to find a report and to know where it stands.",
		Before: "title:\n",
		After:  "title: A later bus\n",
	}
	WordsCut = finding.Doc{
		Name:   "words-cut",
		Why:    "In the lines between the --- some marks have a meaning of their own: a # ends the line, a !, & or * at the start takes a word away, a colon splits a sentence in two. Words would go missing without anybody noticing.",
		Before: "summary: You asked about bus #7 in the evening.\n",
		After:  "summary: |\n  You asked about bus #7 in the evening.\n",
	}
	FormatNewer = finding.Doc{
		Name: "format-newer",
		Why:  "A newer format may have ways to say no that this program does not know. It refuses rather than guess.",
	}
	PrivateListInside = finding.Doc{
		Name: "private-list-inside",
		Why:  "A list of real names, or of who agreed to what, must never be where it can be published or copied with the website: not in its folder, and not in any git repository, whose history keeps it for good. It is used all the same, because not to use it would let more through.",
	}
	PrivateListUnreadable = finding.Doc{
		Name: "private-list-unreadable",
		Why:  "When the private list of names cannot be read, nobody can tell which report holds one of them, so every report is held. When the consent register cannot be read, nobody can tell who took their words back, so every voice in it is held.",
	}
	PrivateListRow = finding.Doc{
		Name: "private-list-row",
		Why:  "A row of the private list of names, or of the consent register, that is not understood protects nobody. A name in it is not looked for; a consent in it agrees to nothing.",
	}
	HelpMissing = finding.Doc{
		Name: "help-missing",
		Why:  "Every page names somebody to talk to. One may not answer, so there are always two, one of them people the reader may know.",
	}
)

// Docs are all of them.
var Docs = []finding.Doc{FileUnreadable, FileName, FileUnused, FrontMatter, KeyUnknown, KeyRepeated,
	ValueType, ValueUnknown, ValueMissing, WordsCut, FormatNewer, HelpMissing,
	PrivateListInside, PrivateListUnreadable, PrivateListRow}
