package site

// Status is how far a report has come.
type Status string

const (
	Heard    Status = "heard"
	Looking  Status = "looking"
	Doing    Status = "doing"
	Done     Status = "done"
	Part     Status = "part"
	Keeping  Status = "keeping"
	NotNow   Status = "not-now"
	Cannot   Status = "cannot"
	PassedOn Status = "passed-on"
	Tried    Status = "tried"
)

// Statuses are all of them, in the order in which a young reader would ask.
var Statuses = []Status{Done, Doing, Looking, Heard, Part, Keeping, Tried, NotNow, PassedOn, Cannot}

// Words is what readers see for the status, the same few words everywhere.
func (s Status) Words() string {
	switch s {
	case Heard:
		return "We heard you"
	case Looking:
		return "We're looking into it"
	case Doing:
		return "We're doing it"
	case Done:
		return "It's done"
	case Part:
		return "We did part of it"
	case Keeping:
		return "You like it, we're keeping it"
	case NotNow:
		return "Not now"
	case Cannot:
		return "We can't do this"
	case PassedOn:
		return "This isn't ours to decide"
	case Tried:
		return "We're trying it"
	}
	return ""
}

// Means says what the status stands for, in a sentence or two.
func (s Status) Means() string {
	switch s {
	case Heard:
		return "You told us, and we listened. We have not decided yet."
	case Looking:
		return "We are finding out what can be done. We have not decided yet."
	case Doing:
		return "We said yes and the work has begun. It is not finished."
	case Done:
		return "You asked for it, and it has happened."
	case Part:
		return "Some of it has happened. We tell you what has not, and why."
	case Keeping:
		return "You told us that it works for you, so it stays."
	case NotNow:
		return "We can't do it at the moment. We tell you why."
	case Cannot:
		return "We can't change this. We tell you why, and who can look again."
	case PassedOn:
		return "Somebody else has to say yes or no. We told them what you said."
	case Tried:
		return "We try it out and see if it helps. Then it stays, changes or stops."
	}
	return ""
}

// Open reports whether readers are owed more news (DESIGN: heard, looking,
// doing and not-now name the day of the next update).
func (s Status) Open() bool {
	return s == Heard || s == Looking || s == Doing || s == NotNow
}

// NeedsReason reports whether readers are owed a why.
func (s Status) NeedsReason() bool {
	return s == Part || s == NotNow || s == Cannot || s == PassedOn
}

// NeedsAction reports whether the status says that something was done, so that
// the report has to say what.
func (s Status) NeedsAction() bool {
	return s == Doing || s == Done || s == Part || s == Keeping || s == Tried
}

// PartKind is a part of a report that is known by its heading.
type PartKind string

const (
	AskedPart   PartKind = "asked"
	SaidPart    PartKind = "said"
	DidPart     PartKind = "did"
	ChangedPart PartKind = "changed"
	WhyNotPart  PartKind = "why-not"
	NextPart    PartKind = "next"
	DecidedPart PartKind = "decided"
	OtherPart   PartKind = "other"
	LeadPart    PartKind = "lead" // text before the first heading
)

// Headings are the words by which a section is known, English first, then
// Welsh. A writer may use any of them; capitals and a closing mark don't matter.
var Headings = map[string]PartKind{
	"we asked":              AskedPart,
	"you said":              SaidPart,
	"young people said":     SaidPart,
	"we did":                DidPart,
	"together we did this":  DidPart,
	"what changed":          ChangedPart,
	"what's changed":        ChangedPart,
	"what has changed":      ChangedPart,
	"what's different now":  ChangedPart,
	"what is different now": ChangedPart,
	"why not":               WhyNotPart,
	"what happens next":     NextPart,
	"who decided":           DecidedPart,

	"gwnaethom ofyn":                   AskedPart,
	"fe wnaethom ni ofyn":              AskedPart,
	"dywedoch chi":                     SaidPart,
	"dywedodd pobl ifanc":              SaidPart,
	"fe wnaethom ni":                   DidPart,
	"gwnaethom ni":                     DidPart,
	"gyda'n gilydd fe wnaethom ni hyn": DidPart,
	"beth sydd wedi newid":             ChangedPart,
	"beth sy'n wahanol nawr":           ChangedPart,
	"pam ddim":                         WhyNotPart,
	"beth sy'n digwydd nesaf":          NextPart,
	"pwy benderfynodd":                 DecidedPart,
}
