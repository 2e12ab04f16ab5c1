package entry

import (
	"crypto/sha256"
	"net/url"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"yousaid/generator/finding"
	"yousaid/generator/source"
)

// Settings are what site.yaml says. A value that is missing or broken has its
// cautious default.
type Settings struct {
	Format       Number
	Title        string
	Organisation string
	BaseURL      string
	Base         string // the path of BaseURL, "/" at the least
	Languages    []Word
	Said         Word
	Topics       []Label
	Areas        []Label
	Groups       []Label
	Roles        []Label
	From         []Label
	Forms        []Form
	Help         []Help
	Contact      Contact
	TakeDown     TakeDown
	Statement    Statement
	Complaints   Contact
	Advocate     Help
	Privacy      Privacy
	Copies       Copies
	ReadingAge   Number
	QuickExit    Flag
	QuickExitTo  string

	// What else decides: allow.yaml, and what is kept outside of the folder.
	Allowances []Allowance
	Terms      []string // what glossary.yaml explains, once TakeTerms has read it
	Names      *Names
	NamesLost  bool // nobody knows which names to look for
	Register   *Register

	formsGiven bool
	Sum        [sha256.Size]byte // of everything that the settings are made from
}

// Form is what people were told, and the most that they agreed to by it.
type Form struct {
	ID          Word
	To          []Word
	For         []Word
	Pictures    Flag
	ReviewAfter span

	to       Use
	channels [6]bool
}

type Help struct{ Name, Phone, URL, When, Email string }

type Contact struct{ Email, Phone, URL string }

type TakeDown struct {
	Email, Phone string
	WithinDays   Number
}

type Privacy struct {
	SmallNumber Number
	K           Number
	Review      Word
	Formal      Formal
	Names       Word
	FormalUnder int
	FormalBy    []string
}

type Formal struct {
	Under Number
	By    []Word
}

// Bound reports whether a voice needs a hash of its words in covers.
func (p Privacy) Bound() bool { return p.Review.Value != "dated" }

var formKeys = []key[Form]{
	must(slug("id", "A short name; `told` in a consent uses it.", func(f *Form) *Word { return &f.ID })),
	must(knowns("to", "uses", "What the form asks for.", always(Uses...), func(f *Form) *[]Word { return &f.To })),
	must(knowns("for", "channels", "Where the form says it may be shown.", always(ChannelNames...), func(f *Form) *[]Word { return &f.For })),
	flag("pictures", "yes: the form asks about pictures and sound too.", func(f *Form) *Flag { return &f.Pictures }),
	{Key{Name: "review_after", Kind: "12 months, 1 year …", Doc: "How long a consent on this form is good for."}, func(d *decoder, n *yaml.Node, f *Form) {
		value, ok := d.scalar(n, "a time, as 12 months")
		if !ok {
			return
		}
		if f.ReviewAfter, ok = parseSpan(value); !ok {
			d.add(ValueType, d.place(n), "this has to be a length of time", "Write a number and days, weeks, months or years, as 12 months.")
		}
	}},
}

var helpKeys = []key[Help]{
	must(open("name", "Who it is.", func(h *Help) *string { return &h.Name })),
	phone("phone", "Their number.", func(h *Help) *string { return &h.Phone }),
	link("url", "Their website.", func(h *Help) *string { return &h.URL }),
	open("when", "When somebody is there.", func(h *Help) *string { return &h.When }),
	email("email", "Their e-mail address.", func(h *Help) *string { return &h.Email }),
}

var contactKeys = []key[Contact]{
	email("email", "A shared address, not a person's own.", func(c *Contact) *string { return &c.Email }),
	phone("phone", "A number.", func(c *Contact) *string { return &c.Phone }),
	link("url", "A page.", func(c *Contact) *string { return &c.URL }),
}

var takeDownKeys = []key[TakeDown]{
	email("email", "Where to ask.", func(t *TakeDown) *string { return &t.Email }),
	phone("phone", "A number to ring.", func(t *TakeDown) *string { return &t.Phone }),
	number("within_days", "In how many days you take words down.", func(t *TakeDown) *Number { return &t.WithinDays }),
}

var formalKeys = []key[Formal]{
	number("under", "Under this age somebody else signs too.", func(f *Formal) *Number { return &f.Under }),
	slugs("by", "ids", "Who can sign: the names that stand in `by` of a consent.", isSlug, func(f *Formal) *[]Word { return &f.By }),
}

var privacyKeys = []key[Privacy]{
	number("small_number", "Counts of people below this are shown as “fewer than”, and stop where a text gives one away. 5 by default.", func(p *Privacy) *Number { return &p.SmallNumber }),
	number("k", "How many people must share the age band, group and area of a voice before these are shown. 3 by default.", func(p *Privacy) *Number { return &p.K }),
	word("review", "bound: each voice's words must be covered by the check. dated: the date and role are enough. bound by default.", []string{"bound", "dated"}, func(p *Privacy) *Word { return &p.Review }),
	word("names", "required: without the private list of names every report is held. optional by default.", []string{"optional", "required"}, func(p *Privacy) *Word { return &p.Names }),
	group("formal_consent", "Who else signs for a young person, and under which age. 16 by default.", formalKeys, func(p *Privacy) *Formal { return &p.Formal }),
}

// link is a public address on the web.
func link[T any](name, doc string, get func(*T) *string) key[T] {
	return key[T]{Key{Name: name, Kind: "address", Doc: doc}, func(d *decoder, n *yaml.Node, t *T) {
		value, ok := d.scalar(n, "a web address")
		if !ok {
			return
		}
		u, err := url.Parse(value)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil {
			d.add(ValueType, d.place(n), "this has to be a web address", "Write it whole, as https://example.org/.")
			return
		}
		*get(t) = value
	}}
}

var settingsKeys = []key[Settings]{
	number("format", "The version of this file format: 1.", func(s *Settings) *Number { return &s.Format }),
	must(open("title", "The name of the site.", func(s *Settings) *string { return &s.Title })),
	must(open("organisation", "Who makes it.", func(s *Settings) *string { return &s.Organisation })),
	must(link("base_url", "The address where the site will be.", func(s *Settings) *string { return &s.BaseURL })),
	slugs("languages", "ids", "The languages of the site, the main one first.", isSlug, func(s *Settings) *[]Word { return &s.Languages }),
	word("said", "Whether the heading is “You said” or “Young people said”.", []string{"you", "young-people"}, func(s *Settings) *Word { return &s.Said }),
	must(list("topics", "What reports are about.", labelKeys, func(s *Settings) *[]Label { return &s.Topics })),
	list("areas", "Places.", areaKeys, func(s *Settings) *[]Label { return &s.Areas }),
	list("groups", "Groups of young people.", groupKeys, func(s *Settings) *[]Label { return &s.Groups }),
	list("roles", "Who writes and checks; where given, `anonymity.by` and `written_by` must be among them.", labelKeys, func(s *Settings) *[]Label { return &s.Roles }),
	list("from", "Who a contribution can be from.", labelKeys, func(s *Settings) *[]Label { return &s.From }),
	list("forms", "What people were told, and what they agreed to by it.", formKeys, func(s *Settings) *[]Form { return &s.Forms }),
	must(list("help", "Somebody to talk to: two or more, one of them the team's own.", helpKeys, func(s *Settings) *[]Help { return &s.Help })),
	must(group("contact", "How to reach the team.", contactKeys, func(s *Settings) *Contact { return &s.Contact })),
	group("take_down", "How to have words taken down. The contact by default.", takeDownKeys, func(s *Settings) *TakeDown { return &s.TakeDown }),
	group("accessibility", "What the page on accessibility says that only you know.", statementKeys, func(s *Settings) *Statement { return &s.Statement }),
	group("complaints", "How to complain.", contactKeys, func(s *Settings) *Contact { return &s.Complaints }),
	group("advocate", "Someone on a young person's side.", helpKeys, func(s *Settings) *Help { return &s.Advocate }),
	group("privacy", "The numbers and rules that keep people from being recognised.", privacyKeys, func(s *Settings) *Privacy { return &s.Privacy }),
	flag("quick_exit", "yes: every page has a way to leave at once. A report can have one by itself. What is written wrong here counts as yes.", func(s *Settings) *Flag { return &s.QuickExit }),
	link("quick_exit_to", "Where it leads: a page that nobody wonders about. The weather by default.", func(s *Settings) *string { return &s.QuickExitTo }),
	plainCopies(group("copies", "What others may keep of the site. A copy stays when words are taken down, so both are no by default.", copiesKeys, func(s *Settings) *Copies { return &s.Copies })),
	number("reading_age", "The reading age that you write for. 11 by default. Read, and not used yet.", func(s *Settings) *Number { return &s.ReadingAge }),
}

// Cautious are the settings of a site that says nothing.
func Cautious() *Settings {
	s := &Settings{}
	s.fill()
	return s
}

// timesMeant counts the keys that are one of site.yaml's, or a slip for it.
func timesMeant(root *yaml.Node, key string) (n int) {
	if root.Kind != yaml.MappingNode {
		return 0
	}
	for i := 0; i < len(root.Content); i += 2 {
		name := root.Content[i].Value
		if name == key || !slices.Contains(names(settingsKeys), name) && distance(strings.ToLower(name), key) <= 2 {
			n++
		}
	}
	return n
}

// Format is the newest version of the file format that this program reads.
const Format = 1

// ParseSettings reads site.yaml. Settings are nil when the file can't be read
// as YAML at all, or is of a format newer than this program: then nothing may
// be built. Any other problem is a finding and leaves a cautious default.
func ParseSettings(f source.File, name string) (*Settings, []finding.Finding) {
	d := &decoder{src: newLines(name, f.Text), voice: -1, choices: Cautious()}
	if at, ok := fileProblem(f, name); !ok {
		return nil, []finding.Finding{at}
	}
	root, ok := d.load(f.Text, 0)
	if !ok {
		return nil, d.findings
	}
	s := &Settings{Sum: sha256.Sum256(f.Text)}
	s.formsGiven = timesMeant(root, "forms") > 0
	readKeys(d, root, settingsKeys, s)
	if timesMeant(root, "copies") > 1 { // of two nobody knows which one is meant
		s.Copies = Copies{}
	}
	if s.Format.Set && s.Format.N > Format {
		d.add(FormatNewer, s.Format.At, "this site was made with a newer yousaid than this one", "Get the newest yousaid, then try again.")
		return nil, d.findings
	}
	slipped := (&Entry{slips: d.slips, keysAt: d.place(root)}).Slipped
	if len(s.Help) < 2 && !slipped(finding.Pos{}, "help") {
		d.add(HelpMissing, d.place(root), "there are fewer than two people to talk to", "Name two or more under help, one of them your own team.")
	}
	if s.Contact == (Contact{}) && !slipped(finding.Pos{}, "contact") {
		d.add(HelpMissing, d.place(root), "there is no way to reach your team", "Add an email, a phone or a url to contact.")
	}
	if slipped(finding.Pos{}, "quick_exit") {
		s.QuickExit.Yes = true // no way out harms somebody who needs one; one too many harms little
	}
	s.tooOpen(d)
	s.repeated(d)
	s.Statement.settle(d)
	s.fill()
	return s, d.findings
}

// tooOpen takes back what would switch a protection off.
func (s *Settings) tooOpen(d *decoder) {
	p := &s.Privacy
	for _, n := range []*Number{&p.SmallNumber, &p.K} {
		if n.Set && n.N < 2 {
			d.add(ValueType, n.At, "this has to be 2 or more", "Write 2 or more here: one person is always easy to recognise.")
			*n = Number{}
		}
	}
	p.Formal.By = slices.DeleteFunc(p.Formal.By, func(w Word) bool {
		own := w.Value == YoungPerson
		if own {
			d.add(ValueUnknown, w.At, "young-person cannot sign a second time for themselves", "Name who else signs, as social-worker.")
		}
		return own
	})
}

// repeated finds ids that stand twice in one list.
func (s *Settings) repeated(d *decoder) {
	for _, list := range [][]Label{s.Topics, s.Areas, s.Groups, s.Roles, s.From} {
		seen := map[string]bool{}
		for _, l := range list {
			if l.ID.Value != "" && seen[l.ID.Value] {
				d.add(KeyRepeated, l.ID.At, "this id is in the list twice", "Give each its own id.")
			}
			seen[l.ID.Value] = true
		}
	}
}

// fill puts the cautious default where nothing usable was written.
func (s *Settings) fill() {
	if s.Title == "" {
		s.Title = "You said, we did"
	}
	if u, err := url.Parse(s.BaseURL); err == nil && s.BaseURL != "" {
		u.RawQuery, u.Fragment = "", ""
		u.Path = strings.TrimSuffix(u.Path, "/") + "/"
		s.BaseURL, s.Base = u.String(), u.EscapedPath()
	} else {
		s.BaseURL, s.Base = "/", "/"
	}
	if len(s.From) == 0 {
		s.From = []Label{
			{ID: Word{Value: YoungPerson}, Name: "a young person"},
			{ID: Word{Value: "parent-carer"}, Name: "a parent or carer"},
			{ID: Word{Value: "worker"}, Name: "a worker"},
			{ID: Word{Value: "group"}, Name: "a group of young people"},
		}
	}
	for i := range s.Forms {
		f := &s.Forms[i]
		for _, w := range f.To {
			c := Consent{To: w}
			f.to = max(f.to, c.use())
		}
		for _, w := range f.For {
			f.channels[channel(w.Value)] = true
		}
	}
	if s.TakeDown.Email == "" && s.TakeDown.Phone == "" {
		s.TakeDown.Email, s.TakeDown.Phone = s.Contact.Email, s.Contact.Phone
	}
	p := &s.Privacy
	if !p.SmallNumber.Set {
		p.SmallNumber.N = 5
	}
	if !p.K.Set {
		p.K.N = 3
	}
	p.FormalUnder = 16
	if p.Formal.Under.Set {
		p.FormalUnder = p.Formal.Under.N
	}
	for _, w := range p.Formal.By {
		p.FormalBy = append(p.FormalBy, w.Value)
	}
	if len(p.FormalBy) == 0 {
		p.FormalBy = []string{"social-worker", "parental-responsibility"}
	}
	if !s.ReadingAge.Set {
		s.ReadingAge.N = 11
	}
}

func (s *Settings) form(told string) (Form, bool) {
	for _, f := range s.Forms {
		if f.ID.Value != "" && f.ID.Value == told {
			return f, true
		}
	}
	return Form{}, false
}

// FormsGiven reports whether every consent has to name one of the forms.
func (s *Settings) FormsGiven() bool { return s.formsGiven }

// Form reports whether told is one of the site's forms.
func (s *Settings) Form(told string) bool {
	_, ok := s.form(told)
	return ok
}

// FormIDs are the forms that people were shown.
func (s *Settings) FormIDs() []string {
	var out []string
	for _, f := range s.Forms {
		if f.ID.Value != "" {
			out = append(out, f.ID.Value)
		}
	}
	return out
}

// Signers are everybody who can stand in `by` of a consent.
func (s *Settings) Signers() []string {
	out := append([]string{YoungPerson}, s.Privacy.FormalBy...)
	for _, w := range append([]string{"social-worker", "parental-responsibility", "parent-carer", "worker"}, fromIDs(s)...) {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// Public is every text of site.yaml that is an address or a number to reach
// somebody: what it names needs no allowance elsewhere.
func (s *Settings) Public() []string {
	out := []string{s.Contact.Email, s.Contact.Phone, s.TakeDown.Email, s.TakeDown.Phone,
		s.Complaints.Email, s.Complaints.Phone, s.Advocate.Phone, s.Advocate.Email}
	for _, h := range s.Help {
		out = append(out, h.Phone, h.Email)
	}
	return out
}

// Texts is every text of site.yaml that readers see: a name that stands in it
// needs no allowance elsewhere.
func (s *Settings) Texts() []string {
	out := []string{s.Title, s.Organisation, s.Advocate.Name}
	for _, list := range [][]Label{s.Topics, s.Areas, s.Groups, s.Roles, s.From} {
		for _, l := range list {
			out = append(out, l.Name)
		}
	}
	for _, h := range s.Help {
		out = append(out, h.Name)
	}
	return out
}
