package generator_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A fault is one slip in one place by which words would get out, or stay, or
// by which a report that is wrong would be published.
type fault struct {
	file     string // below the module
	old, new string // old stands there exactly once
	why      string
}

// faults are kept: when the code moves on and one of them no longer fits, it is
// written again, not dropped.
var faults = []fault{
	// What somebody agreed to.
	{"generator/entry/consent.go", "if !c.Withdrawn.IsZero() {", "if false {", "a withdrawn consent counts"},
	{"generator/entry/consent.go", "case !c.Withdrawn.IsZero():", "case false:", "a withdrawn contribution counts"},
	{"generator/entry/consent.go", `case "no":`, `case "never":`, "no, when asked again, is not heard"},
	{"generator/entry/consent.go", `case "could-not-reach":`, `case "lost":`, "nobody reached, and the words stay"},
	{"generator/entry/consent.go", "if a.On.After(today) && !down {", "if a.On.After(today) {", "a no with a day in the future waits"},
	{"generator/entry/consent.go", "|| a.On.Date == last.On.Date && down {", "{", "of a yes and a no on one day the yes counts"},
	{"generator/entry/consent.go", "a.On.After(last.On.Date)", "a.On.Before(last.On.Date)", "the first answer counts"},
	{"generator/entry/consent.go", "case c.use() == Nothing &&", "case false &&", "who agreed to nothing is called something else"},
	{"generator/entry/consent.go", "case c.Given.After(today):", "case false:", "a consent counts before it is given"},
	{"generator/entry/consent.go", "today.After(c.Expires.Date)", "today.After(c.Expires.Date.AddDays(1))", "one day too long"},
	{"generator/entry/consent.go", "case today.After(c.lastReview):", "case false:", "a review that is due is passed over"},
	{"generator/entry/consent.go", "case !c.own:", "case false:", "without the young person's own yes"},
	{"generator/entry/consent.go", "case !c.formal:", "case false:", "without a formal consenter"},
	{"generator/entry/consent.go", "case !c.channels[Website]:", "case false:", "who did not agree to the website is on it"},
	{"generator/entry/consent.go", "|| !c.channels[ch] {", "{", "every channel is open"},
	{"generator/entry/consent.go", "|| u > c.use() ||", "||", "a summary shows words"},
	{"generator/entry/consent.go", "c.channels = form.channels\n\t}", "c.channels = form.channels\n\t} else {\n\t\tc.channels = [6]bool{true, true, true, true, true, true}\n\t}", "no channel named is every channel"},
	{"generator/entry/consent.go", "case isAdult(from.Value, band.Value) && w.Value == from.Value:", "case isAdult(w.Value, \"\"):", "a worker signs for a child"},
	{"generator/entry/consent.go", "if c.use() > form.to || (", "if c.use() > Named || (", "more than the form asks for"},
	{"generator/entry/consent.go", "if !form.channels[channel(w.Value)] {", "if w.Value == \"\" {", "further than the form says"},
	{"generator/entry/parse.go", "return !ok || from < age", "return ok && from < age", "no age known counts as old enough"},
	{"generator/entry/parse.go", "return !ok || from < age", "return !ok || from+1 < age", "a year too early"},
	{"generator/entry/reportkeys.go", "c := &Consent{Place: d.place(n)}", "c := &Consent{Place: d.place(n), own: true}", "a yes that nobody gave"},

	// Pictures and sounds.
	{"generator/entry/media.go", "case p.People.Value == \"none\":", "default:", "a picture of somebody who said nothing"},
	{"generator/entry/media.go", "if r := voices[p.Contribution].Reason; r != Allowed {", "if r := voices[p.Contribution].Reason; r == NoConsent {", "a picture without its voice"},
	{"generator/entry/media.go", "v.Reason = p.Consent.Standing(today); v.Reason == Allowed && p.Consent.use() < Quote", "v.Reason = p.Consent.Standing(today); false", "a yes to a summary shows a picture"},
	{"generator/entry/media.go", "v.Reason = p.Consent.Standing(today); v.Reason == Allowed", "v.Reason = Allowed; v.Reason == Allowed", "a picture's consent never ends"},
	{"generator/entry/media.go", "v.In[ch] = v.In[ch] && p.Consent.Allows(Quote, Channel(ch), today)", "v.In[ch] = v.In[ch] || p.Consent.Allows(Quote, Channel(ch), today)", "a picture in every channel"},
	{"generator/entry/media.go", "if c.Consent.Pictures.Yes && c.Consent.use() >= Quote {", "if c.Consent.use() >= Quote {", "a yes to words is a yes to pictures"},
	{"generator/entry/media.go", "set.Privacy.Bound() && !e.covers(p.Mark())", "false", "nobody looks at a picture"},
	{"generator/entry/media.go", "hashOf(hex.EncodeToString(m.Found.Sum[:]), ", "hashOf(hex.EncodeToString(nil), ", "another picture under the same check"},
	{"generator/entry/consent.go", "|| (c.Pictures.Yes || c.forPicture) && !form.Pictures.Yes {", "{", "a form that never asked about pictures"},
	{"generator/gate/picture.go", "if verdicts[i].Reason != entry.Allowed || c == nil", "if c == nil", "the gate shows what nobody allowed"},
	{"generator/gate/picture.go", "sum := sha256.Sum256(f.Data)", "sum := sha256.Sum256([]byte(p.ID()))", "a changed picture keeps its address"},
	{"generator/media.go", "!verdicts[i].Reason.Coming() || ", "!verdicts[i].Reason.Coming() && false || ", "a file that nobody will see holds a report"},
	{"generator/generator.go", "k.media = b.shelf", "_ = b.shelf", "a changed picture is not seen"},
	{"generator/wall.go", ", b.tainted(files), named)", ", named)", "nobody looks at the finished pictures"},
	{"generator/wall.go", "Owner: o.path, Text: p.Said()", "Owner: o.path, Text: entry.Private{}", "the words of a sound are in other texts"},
	{"generator/rule/anonymity/picture.go", "if pic.Found.Sound && pic.Transcript.Empty() && !", "if false && !", "a sound without words"},
	{"generator/picture/picture.go", "h.width*h.height > MaxPixels || ", "", "a bomb goes off"},
	{"generator/picture/scale.go", "sx, sy = y, h-1-x", "sx, sy = w-1-y, x", "a picture on its head"},
	{"generator/picture/scale.go", "if k == webpKind {", "if false {", "the wrong red"},
	{"generator/picture/sound.go", "return out, len(out) > 0 && isTags(data)", "return append(out, data...), true", "tags stay behind a sound"},
	{"generator/picture/bare.go", "return at+2 == len(data) &&", "return", "an archive behind a picture is not seen"},
	{"generator/picture/bare.go", "case 0xc4, 0xdb, 0xdd:", "case 0xc4, 0xdb, 0xdd, 0xe1:", "Exif is not seen"},
	{"generator/picture/bare.go", "case \"IHDR\", \"PLTE\",", "case \"IHDR\", \"tEXt\", \"PLTE\",", "a text in a PNG is not seen"},
	// What the register says.
	{"generator/entry/resolve.go", "con.also = append(con.also, told)", "_ = told", "a withdrawal in the register is not heard"},
	{"generator/entry/resolve.go", "if set.Register != nil || con.bare() {", "if false {", "a record that nobody knows is a yes"},
	{"generator/entry/consent.go", "case c.unknown.Line > 0:", "case false:", "a record that is gone counts"},
	{"generator/entry/consent.go", "return u > a.use() || !a.channels[ch]", "return u > a.use()", "a channel that the register does not name"},
	{"generator/entry/consent.go", "s == Withdrawn || r == Allowed || s.Ended()", "s == Withdrawn || s.Ended()", "what the register does not allow is shown"},
	{"generator/entry/register.go", "r.set.Register.rows[key] = nil", "r.set.Register.rows[key] = &one.consent", "a row with a slip in it counts"},
	{"generator/entry/register.go", "guess := closest(name, known); guess != \"\" {", "guess := closest(name, known); guess == \"-\" {", "a misspelt column of withdrawals is passed over"},
	{"generator/entry/register.go", "if r == nil || r.lost {", "if r == nil {", "half of a register counts"},

	// Names of the private list, and allowances.
	{"generator/entry/names.go", "n.learn(line, asSmall)", "_ = asSmall", "a name in small Greek letters"},
	{"generator/entry/names.go", "if s.between {", "if false {", "digits in place of letters"},
	{"generator/entry/spell.go", "if Invisible(r) {", "if false {", "a mark that nobody sees hides a name"},
	{"generator/entry/spell.go", "case unicode.Is(unicode.Mn, r):", "case false:", "an accent hides a name"},
	{"generator/entry/allow.go", "return !a.On.After(today) && !today.After(a.ReviewBy.Date)", "return !a.On.After(today)", "an allowance without an end"},
	{"generator/entry/allow.go", "return w.Value == where || w.Value == Everywhere", "return true", "an allowance for every report"},
	{"generator/rule/allow.go", "if !slices.Contains(kinds, a.kind) ||", "if", "any kind will do"},
	{"generator/rule/allow.go", "continue // nobody allows their own words", "_ = e", "the writer allows their own words"},
	{"generator/rule/anonymity/privatename.go", "for _, m := range names.Find(t.Words) {", "for _, m := range names.Find(\"\") {", "emphasis within a name"},
	{"generator/outside.go", "masked.Text = entry.Masked(f.Text, names)", "_ = masked", "a name in site.yaml is on every page"},
	{"generator/outside.go", "if !set.NamesLost {", "if true {", "without its list everything is published"},
	{"generator/entry/outside.go", "sum.Write(hash[:])", "_ = hash", "a new list is not looked at"},

	// What a check covers.
	{"generator/entry/voice.go", "if !e.Covered(c, set) {", "if false {", "nobody has to look"},
	{"generator/entry/voice.go", "c.Allows(Quote, Website, today)", "c.Allows(Summary, Website, today)", "words in place of a gist"},
	{"generator/entry/voice.go", "c.Allows(Summary, Channel(ch), today)", "c.Allows(Summary, Website, today)", "the website opens every channel"},
	{"generator/entry/mark.go", "hashOf(c.Words.Reveal(), c.Name", "hashOf(c.Name", "other words are covered by an old check"},
	{"generator/entry/mark.go", "c.Called.Reveal(), c.Gist.Reveal()", "c.Called.Reveal()", "another gist is covered by an old check"},
	{"generator/entry/mark.go", "if w.Value == mark {", "if w.Value == mark || strings.HasPrefix(w.Value, c.ID.Value) {", "the id is enough"},

	// Settings, and reading strictly.
	{"generator/entry/settings.go", "p.FormalUnder = 16", "p.FormalUnder = 0", "a broken age asks for nobody"},
	{"generator/entry/settings.go", `p.Review.Value != "dated"`, `p.Review.Value == "bound"`, "a broken review asks for no check"},
	{"generator/entry/settings.go", `name == key || `, ``, "forms that can't be read ask for none"},
	{"generator/entry/settings.go", `f.ID.Value != "" && f.ID.Value == told`, `f.ID.Value != ""`, "any form will do"},
	{"generator/entry/keys.go", "meant := d.unknown(name, names); meant != \"\"", "meant := \"\"; meant != \"\"", "a misspelt key is passed over"},
	{"generator/entry/keys.go", "case given[at]:", "case false:", "of two the last counts"},
	{"generator/entry/keys.go", "k.Required && !seen[i] {", "k.Required && seen[i] && false {", "nothing is needed"},
	{"generator/entry/keys.go", "*get(t) = []Word{} // given, if only as an empty list", "*get(t) = nil", "for: [] is every channel of the form"},
	{"generator/entry/decode.go", "if n.Kind == yaml.ScalarNode && d.cut(n) {", "if n.Kind == yaml.ScalarNode && d.cut(n) && n == nil {", "what stands after a # is lost"},
	{"generator/entry/decode.go", "if !slices.Contains(list, value) {", "if !slices.Contains(list, value) && value == \"\" {", "any word will do"},
	{"generator/entry/runs.go", "const RunLength = 5", "const RunLength = 6", "five words in a row are not enough"},
	{"generator/entry/entry.go", "return e.Draft.Yes || e.PublishOn.After(today)", "return e.Draft.Yes", "published before its day"},
	{"generator/entry/frontmatter.go", "if at, ok := secondPart(src, body); ok {", "if at, ok := secondPart(src, body); ok && at < 0 {", "keys below the block are published as text"},
	{"generator/source/source.go", "case breaksLines(r):", "case false:", "a line end that editors don't show"},

	// Rules.
	{"generator/rules.go", "consent.Missing, ", "", "nobody asks for a consent"},
	{"generator/rules.go", "consent.NameWithoutConsent, ", "", "a name may lie about"},
	{"generator/rules.go", "consent.ExplicitMissing,", "", "sensitive words without a yes by name"},
	{"generator/rules.go", "consent.FormUnknown, ", "", "nobody knows what they were told"},
	{"generator/rule/anonymity/anonymity.go", "w.Value == p.Entry.Anonymity.By.Value {", "w.Value == \"\" {", "the writer checks their own work"},
	{"generator/entry/voice.go", "return append(out, e.Addresses...)", "return out", "a phone number in the address of a report"},
	{"generator/rule/spelled.go", "\t} else if !wordByte(s[k]) &&", "\t} else if false &&", "an address whose letters stand one by one"},
	{"generator/rule/anonymity/phone.go", "(!helpline(n) ||", "(n == \"\" ||", "nobody sees a phone number"},
	{"generator/rule/story/body.go", "!v.Name && !c.Name.Empty() {", "v.Name && c.Name.Empty() {", "a name in the title"},
	{"generator/rule/story/story.go", "SectionMissing, WordsRepeated,", "SectionMissing,", "words come back in the body"},
	{"generator/rule/story/body.go", "everywhere = everywhere && v.In[ch]", "_ = ch", "words for the website alone, in the feed's own text"},
	{"generator/statement.go", "return b.look(entry.StatementPage, s.Pieces, name)", "return nil", "the statement on accessibility may say anything"},
	{"generator/owntexts.go", "gate.Open(withoutStatement(b.set), ", "gate.Open(b.set, ", "what the statement says is nobody's words"},
	{"generator/free.go", "repeated[i] = true", "repeated[i] = false", "words come back on a page"},
	{"generator/markdown/markdown.go", "d.problem(Quote, n)", "_ = n", "a quote in the body"},
	{"generator/markdown/markdown.go", "case *ast.HTMLBlock, *ast.RawHTML:", "case *ast.HTMLBlock:", "HTML within a line"},

	// The way through: what is held, and what is remembered.
	{"generator/outcome.go", "return o.report != nil && !finding.Stops(o.findings)", "return o.report != nil", "held between files, and published"},
	{"generator/outcome.go", "return o.entry != nil && !o.entry.Withdrawn.IsZero()", "return o.entry != nil && o.entry.Withdrawn.After(o.entry.Withdrawn.Date)", "a report that was taken down is up"},
	{"generator/outcome.go", "&& !o.entry.Unpublished(today) {", "{", "a draft is published"},
	{"generator/outcome.go", "if !finding.Stops(o.findings) && !o.entry.Unpublished", "if !o.entry.Unpublished", "a held report is admitted"},
	{"generator/outcome.go", "c.findings = slices.Clip(c.findings)", "_ = slices.Clip(c.findings)", "a finding of one build stays in the next"},
	{"generator/wall.go", "!o.verdicts[i].Words || !o.published()", "!o.published()", "the wall does not know who was left out"},
	{"generator/generator.go", "problem: f.Problem, today: b.in.Today}", "problem: f.Problem}", "yesterday's answer today"},
	{"generator/generator.go", "settings: b.set.Sum, ", "", "the answer under other settings"},
	{"generator/generator.go", "text: sha256.Sum256(f.Text), ", "", "the answer for another text"},
	{"generator/wall.go", "if clean && len(hits)+len(owners) == 0 {", "if clean || !clean {", "nobody looks at the finished files"},
	{"generator/folder.go", "case !entry.GoodName(f.Path):", "case false:", "a file with somebody's name is published under it"},
	{"generator/free.go", "if finding.Stops(findings) {", "if false {", "a page that is wrong is published"},
	{"generator/free.go", "if id := o.entry.ID; id.Value != \"\" {", "if id := o.entry.ID; id.Value == \"-\" {", "the id of a report that was taken down is used again"},

	// Who stands out, and small numbers.
	{"generator/crowd.go", "|| m.parent && who.From.Value == \"worker\" {", "{", "a worker hides a child"},
	{"generator/crowd.go", "parent: who.Adult(), called", "parent: false, called", "a parent hides a child"},
	{"generator/crowd.go", "m.voice, m.band, m.named = voice, bands.of(r.Voices[voice].Band), r.Voices[voice].Name != \"\"", "m.voice, m.band = voice, bands.of(r.Voices[voice].Band)", "somebody named hides somebody else"},
	{"generator/crowd.go", "return n >= h.enough", "return n+1 >= h.enough", "one too few"},
	{"generator/crowd.go", "return y.record == x.record && y.voice == x.voice", "return y.voice > x.voice && y.record == 0 && x.record != 0", "one person counts twice"},
	{"generator/crowd.go", "for c.round() {\n\t}", "c.round()", "a label that is hidden leaves others alone"},
	{"generator/crowd.go", "c.take(m, m.small)", "_ = m", "an age within a small group"},
	{"generator/entry/crowd.go", "return max(1, maphash.String(seed, key))", "return maphash.String(seed, key) * 0", "one person in many reports is many"},
	{"generator/entry/crowd.go", "\t\treturn nil\n\t}\n\tif c.Made.Value", "\t}\n\tif c.Made.Value", "words that are made up hide somebody"},
	{"generator/entry/crowd.go", "width := max(5, small)", "width := 5", "one number less another is a small one"},
	{"generator/entry/crowd.go", "if least > all.From {", "if least > all.To {", "the voices seen tell how many were asked"},
	{"generator/entry/crowd.go", "atLeast > part.From && atLeast <= part.To {", "atLeast > part.To && atLeast <= part.To {", "the others tell how many are left"},
	{"generator/entry/crowd.go", "return max(2, cell.From) < cell.To", "return cell.To > 0", "fewer than three, and more than one"},
	{"generator/rule/anonymity/counts/area.go", "a.YoungPeople.N < entry.TooFew", "a.YoungPeople.N < entry.TooFew-9", "a lane is named"},

	// The gate and the wall.
	{"generator/gate/gate.go", "v.Reason == entry.Allowed {", "v.Reason != entry.Withdrawn {", "a voice that is left out comes in without its words"},
	{"generator/gate/gate.go", "if v.Words {", "if !c.Words.Empty() {", "words under consent to a summary"},
	{"generator/gate/gate.go", "Thanks:       line(e.Thanks),", "Thanks:       line(e.Team),", "a private field in a public one's place"},
	{"generator/gate/gate.go", "cell := set.Privacy.Cell(n)", "cell := entry.Cell{From: n, To: n + len(set.Title)}", "an exact number of people"},
	{"generator/gate/gate.go", "if e.AskedShown(verdicts, set) {", "if e.Asked.People.N > 0 {", "how many were asked, whatever it tells"},
	{"generator/outcome.go", "if counts.HidesAsked(o.findings) {", "if len(o.findings) < 0 && counts.HidesAsked(o.findings) {", "a percentage of a band"},
	{"generator/gate/hide.go", "if out.Impact[i].CheckedWith == r.Group.Name {", "if false {", "a group that is hidden is named beside a change"},
	{"generator/gate/hide.go", "if h.Bands[i] {", "if false {", "an age that few share is shown"},
	{"generator/gate/wall.go", "if n := len(excused[run]); n > 1 || n == 1 && !own {", "if true {", "the wall is blind"},
	{"generator/gate/wall.go", "n == 1 && !own {", "n == 1 {", "a report's own text excuses its own voices"},
	{"generator/gate/wall.go", "return []string{name, inner, tags, innerTags}", "return []string{name, tags, innerTags + inner[:0]}", "the wall can't read a feed"},

	// Right of the gate.
	{"generator/render/feeds.go", "if !v.In.Feed {", "if false {", "everybody is in the feed"},
	{"generator/render/feeds.go", "const FeedSize = 20", "const FeedSize = 2000", "old reports are sent again"},
	{"generator/render/data.go", "if v.In.Data {", "if true {", "everybody is in the data"},
	{"themes/default/voice.html", "{{if not .In.Print}} no-print{{end}}", "", "everybody is on paper"},
	{"themes/default/print.css", ".no-print, ", "", "paper shows what it should hide"},
	{"themes/default/style.css", "@media print { .no-print {", "@media print { .no-paper {", "paper shows what it should hide, without the style sheet for paper"},
	{"generator/render/search_index.go", "if v.In.Search {", "if true {", "everybody is found by their words"},
	{"themes/default/card.html", "<h3>", "<h3>{{range .Voices}}{{.Gist}}{{end}}", "voices on every list"},
	{"themes/default/data.html", "<h1>", "<h1>{{range .Site.Reports}}{{range .Voices}}{{.Words}}{{end}}{{end}}", "voices on another page"},

	// What was there before.
	{"generator/publish/publish.go", "if _, ok := next[p]; !ok {", "if _, ok := next[p]; !ok {\n\t\t\tnext[p] = m.files[p]", "pages of an earlier build stay, in memory"},
	{"generator/publish/folder.go", "if !isNew[f.Path] && os.Link", "if os.Link", "pages of an earlier build stay, on disk"},
	{"generator/publish/folder.go", "\tclearStages(parent, name)\n", "", "a killed build leaves its pages"},
	{"generator/publish/folder.go", "return err == nil && bytes.Equal(data, f.Data)", "return err == nil && bytes.Equal(data, data)", "a page as long as the new one stays"},

	// Printing.
	{"generator/entry/private.go", "func (Private) Format(f fmt.State, _ rune)   { _, _ = io.WriteString(f, hidden) }", "func (p Private) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, p.Reveal()) }", "printing tells"},
	{"generator/entry/private.go", "func (Private) MarshalText() ([]byte, error) { return []byte(hidden), nil }", "func (p Private) MarshalText() ([]byte, error) { return []byte(p.Reveal()), nil }", "text encodings tell"},
	{"generator/entry/private.go", "func (Private) MarshalJSON() ([]byte, error) { return []byte(`\"` + hidden + `\"`), nil }", "func (p Private) MarshalJSON() ([]byte, error) { return []byte(fmt.Sprintf(\"%q\", p.Reveal())), nil }", "JSON tells"},
	{"generator/entry/private.go", "func (Private) LogValue() slog.Value         { return slog.StringValue(hidden) }", "func (p Private) LogValue() slog.Value { return slog.StringValue(p.Reveal()) }", "a log tells"},
	{"generator/entry/keys.go", "hint = \"Did you mean \" + guess + \"?", "hint = \"Did you mean \" + guess + \", not \" + name.Value + \"?", "a finding repeats a key"},
	{"generator/folder.go", "at := b.byNumber(f)\n\t\tb.masks.add(f.Path, b.name(f.Path), at.File)", "at := finding.Pos{File: b.name(f.Path)}", "a finding repeats a file name"},

	// Taking words back.
	{"generator/entry/takedown.go", "(words[0] != '#' || indent(text) > column)", "(words[0] != '#' || indent(text) >= column)", "a note about the next voice goes too"},
	{"generator/entry/takedown.go", "case quoted[at]:", "case false:", "a brace within quote marks ends a voice"},
	{"generator/entry/original.go", "if !slices.Contains(quiet, key.Value) {", "if key.Value == \"words\" {", "words below a misspelt key are not looked for"},
	{"generator/trace/history.go", "hit = len(w.In(string(data))) > 0", "hit = false", "messages of commits and tags are not read"},
	{"generator/trace/history.go", "hit = hit || holds(name, w)", "hit = false", "names of files in git are not read"},

	// Names of people.
	{"generator/rule/anonymity/naming/judge.go", "case cue == called, n.styled(k):\n\t\t\treturn named", "case cue == called, n.styled(k):\n\t\t\treturn perhaps", "a name that nobody knows, and somebody is called so"},
	{"generator/rule/anonymity/naming/judge.go", "case pure(t.w) && long > 2 &&", "case pure(t.w) && long > 20 &&", "names in small letters are not seen"},
	{"generator/rule/anonymity/naming/naming.go", "w.Given() > 1 || w.Given() > 0 && w.Level() == 0", "w.Given() > 9", "nobody's name is a given name"},
	{"generator/rule/anonymity/naming/thing.go", "case \"said\", \"says\", \"told\", \"asked\", \"asks\", \"wants\", \"wanted\", \"thinks\", \"feels\", \"felt\", \"and\":\n\t\t\tcontinue", "case \"says\":\n\t\t\tcontinue", "who is called like a paint never speaks"},
	{"generator/rule/anonymity/naming/thing.go", "t.w.Is(lexicon.Place|lexicon.Proper) && t.w.Given() < 2", "!t.number", "a name beside any name is a make"},
	{"generator/rule/anonymity/naming/gap.go", "s[from] == ' ' && from > 0 {", "s[from] == ' ' {", "a space in front of a text is a word"},
	{"generator/rule/anonymity/names.go", "slices.Clone(p.Set.Terms), naming.Given)", "slices.Clone(p.Set.Terms), func(string) bool { return false })", "a name in the glossary is nobody's"},
}

// The faults stay those of the code as it is: one whose text moved on is found
// here, and not in an hour.
func TestEveryFaultStandsInTheCodeOnce(t *testing.T) {
	for _, f := range faults {
		text, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(f.file)))
		if err != nil {
			t.Errorf("%s: %v", f.why, err)
		} else if n := strings.Count(string(text), f.old); n != 1 {
			t.Errorf("%s: %s: its text stands there %d times: %s", f.file, f.why, n, f.old)
		}
	}
}
