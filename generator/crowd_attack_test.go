package generator_test

import (
	"encoding/csv"
	"encoding/json"
	"html"
	"path"
	"regexp"
	"strconv"
	"strings"

	"yousaid/generator/site"
)

// The attacker has the finished files and nothing else. It knows how the
// program works, reads every page, list, feed and data file, and puts together
// what each of them says of a report or a voice.
type attacker struct {
	reports map[string]*seenReport // by address
	voices  map[string]*seenVoice  // by a word that only this voice says
}

type seenReport struct {
	groups, areas map[string]bool // wherever a file joins one to this report
	asked         *interval
	voices        []string
}

type seenVoice struct {
	report string
	bands  map[string]bool
	people *interval
	named  bool
	made   string
	from   string
}

type interval struct{ from, to int }

var (
	wordOfVoice   = regexp.MustCompile(`zqvoice[a-z]+`)
	nameOfGroup   = regexp.MustCompile(`Zqgroup[a-z]`)
	nameOfArea    = regexp.MustCompile(`Zqarea[a-z]`)
	addressIn     = regexp.MustCompile(`/reports/(zqreport[a-z]+)/`)
	numberOfThem  = regexp.MustCompile(`fewer than (\d+) people|(\d+) to (\d+) people`)
	bandOnAPage   = regexp.MustCompile(`aged (under \d+|\d+ to \d+|\d+ or older)`)
	bandInALine   = regexp.MustCompile(`, (under \d+|\d+ to \d+|\d+ or older)(?:[,.]|$)`)
	voiceOnAPage  = regexp.MustCompile(`(?s)<figure class="voice.*?</figure>`)
	voiceInAFeed  = regexp.MustCompile(`(?s)<blockquote>.*?</blockquote>`)
	entryOfAFeed  = regexp.MustCompile(`(?s)<entry>.*?</entry>`)
	factsOfAsking = regexp.MustCompile(`(?s)<strong>Who answered:</strong>(.*?)</li>`)
)

func attack(files []site.File) *attacker {
	a := &attacker{map[string]*seenReport{}, map[string]*seenVoice{}}
	for _, f := range files {
		text := string(f.Data)
		switch {
		case strings.HasPrefix(f.Path, "reports/zqreport"):
			a.page(strings.Split(f.Path, "/")[1], text)
		case strings.HasPrefix(f.Path, "groups/") || strings.HasPrefix(f.Path, "areas/"):
			a.list(f.Path, text)
		case path.Ext(f.Path) == ".xml" && strings.HasSuffix(f.Path, "feed.xml"):
			for _, e := range entryOfAFeed.FindAllString(text, -1) {
				a.entry(e)
			}
		case f.Path == "data/reports.json":
			a.json(f.Data)
		case f.Path == "data/reports.csv":
			a.csv(text)
		}
	}
	return a
}

func (a *attacker) report(address string) *seenReport {
	if a.reports[address] == nil {
		a.reports[address] = &seenReport{groups: map[string]bool{}, areas: map[string]bool{}}
	}
	return a.reports[address]
}

func (a *attacker) voice(report, word string) *seenVoice {
	if a.voices[word] == nil {
		a.voices[word] = &seenVoice{report: report, bands: map[string]bool{}}
		r := a.report(report)
		r.voices = append(r.voices, word)
	}
	return a.voices[word]
}

// names takes every name of a group or an area in a text about one report.
func (a *attacker) names(address, text string) {
	r := a.report(address)
	for _, g := range nameOfGroup.FindAllString(text, -1) {
		r.groups[g] = true
	}
	for _, p := range nameOfArea.FindAllString(text, -1) {
		r.areas[p] = true
	}
}

func (a *attacker) page(address, text string) {
	a.names(address, text)
	for _, m := range regexp.MustCompile(`/(groups|areas)/([a-z])/`).FindAllStringSubmatch(text, -1) {
		a.names(address, map[string]string{"groups": "Zqgroup", "areas": "Zqarea"}[m[1]]+m[2])
	}
	if m := factsOfAsking.FindStringSubmatch(text); m != nil {
		a.report(address).asked = count(m[1])
	}
	for _, f := range voiceOnAPage.FindAllString(text, -1) {
		v := a.voice(address, wordOfVoice.FindString(f))
		plain := html.UnescapeString(untagged(f))
		if m := bandOnAPage.FindStringSubmatch(plain); m != nil {
			v.bands[m[1]] = true
		}
		v.people = count(plain)
		v.named = strings.Contains(plain, "Zqname")
		for _, made := range []string{"made-up", "from-several"} {
			if strings.Contains(f, `class="voice `+made) {
				v.made = made
			}
		}
		for _, from := range []string{"a worker", "a parent or carer", "a group of young people"} {
			if strings.Contains(plain, from) {
				v.from = from
			}
		}
	}
}

func (a *attacker) list(p, text string) {
	parts := strings.Split(p, "/")
	if len(parts) < 3 {
		return
	}
	kind := map[string]string{"groups": "Zqgroup", "areas": "Zqarea"}[parts[0]]
	for _, m := range addressIn.FindAllStringSubmatch(text, -1) {
		a.names(m[1], kind+parts[1])
	}
}

func (a *attacker) entry(text string) {
	text = html.UnescapeString(text)
	m := addressIn.FindStringSubmatch(text)
	a.names(m[1], text)
	for _, q := range voiceInAFeed.FindAllString(text, -1) {
		v := a.voice(m[1], wordOfVoice.FindString(q))
		label := q[strings.LastIndex(q, "<p>"):]
		label, _, _ = strings.Cut(label, "</p>")
		if m := bandInALine.FindStringSubmatch(html.UnescapeString(label)); m != nil {
			v.bands[m[1]] = true
		}
		if n := count(label); n != nil {
			v.people = n
		}
	}
}

func (a *attacker) json(data []byte) {
	var all struct {
		Reports []struct {
			URL, People string
			Voices      []struct{ Words, Band string }
		}
	}
	var raw struct{ Reports []json.RawMessage }
	if json.Unmarshal(data, &all) != nil || json.Unmarshal(data, &raw) != nil {
		panic("the data file cannot be read")
	}
	for i, r := range all.Reports {
		address := addressIn.FindStringSubmatch(r.URL)[1]
		a.names(address, string(raw.Reports[i]))
		if n := count(r.People); n != nil {
			a.report(address).asked = n
		}
		for _, v := range r.Voices {
			if s := a.voice(address, wordOfVoice.FindString(v.Words)); v.Band != "" {
				s.bands[v.Band] = true
			}
		}
	}
}

func (a *attacker) csv(text string) {
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF"))).ReadAll()
	if err != nil {
		panic("the table cannot be read")
	}
	for _, row := range rows[1:] {
		address, all := addressIn.FindStringSubmatch(row[0])[1], strings.Join(row, "\n")
		a.names(address, all)
		if n := count(row[10]); n != nil {
			a.report(address).asked = n
		}
	}
}

// count reads a published number of people.
func count(text string) *interval {
	m := numberOfThem.FindStringSubmatch(text)
	switch {
	case m == nil:
		return nil
	case m[1] != "":
		n, _ := strconv.Atoi(m[1])
		return &interval{1, n - 1}
	}
	from, _ := strconv.Atoi(m[2])
	to, _ := strconv.Atoi(m[3])
	return &interval{from, to}
}

// combinations are all sets of labels that the attacker can put on somebody,
// each with the voices that fit.
func (a *attacker) combinations() map[[3]string][]string {
	out := map[[3]string][]string{}
	for word, v := range a.voices {
		r := a.reports[v.report]
		for _, band := range orNone(v.bands) {
			for _, group := range orNone(r.groups) {
				for _, area := range orNone(r.areas) {
					if c := [3]string{band, group, area}; c != [3]string{} {
						out[c] = append(out[c], word)
					}
				}
			}
		}
	}
	return out
}

func orNone(set map[string]bool) []string {
	out := []string{""}
	for s := range set {
		out = append(out, s)
	}
	return out
}

// parts are the numbers of people behind the voices of a report, as far as a
// reader can tell, and the words of those whose number is published.
func (a *attacker) parts(r *seenReport) (parts []interval, published []string) {
	const many = 1 << 20
	for _, word := range r.voices {
		switch v := a.voices[word]; {
		case v.made == "made-up":
		case v.people != nil:
			parts, published = append(parts, interval{max(2, v.people.from), v.people.to}), append(published, word)
		case v.made == "from-several":
			parts, published = append(parts, interval{3, many}), append(published, "")
		case v.from == "a group of young people":
			parts, published = append(parts, interval{2, many}), append(published, "")
		default:
			parts, published = append(parts, interval{1, 1}), append(published, "")
		}
	}
	return parts, published
}

// guess is what the number asked tells of itself and of each voice, first if
// the voices are some of those who were asked, then if they are all of them.
func guess(asked interval, parts []interval, all bool) (total interval, each []interval, possible bool) {
	least, most := 0, 0
	for _, p := range parts {
		least, most = least+p.from, most+p.to
	}
	total = interval{max(asked.from, least), asked.to}
	if all {
		total.to = min(asked.to, most)
	}
	if total.from > total.to {
		return total, nil, false
	}
	for _, p := range parts {
		q := interval{p.from, min(p.to, total.to-(least-p.from))}
		if all {
			q.from = max(p.from, total.from-(most-p.to))
		}
		if q.from > q.to {
			return total, nil, false
		}
		each = append(each, q)
	}
	return total, each, true
}
