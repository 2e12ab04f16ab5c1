package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"

	"yousaid/generator/site"
	"yousaid/themes"
)

// The data files hold what the pages hold, and of voices only those that
// agreed to data.
type dataFile struct {
	Version      int          `json:"version"`
	Title        string       `json:"title"`
	Organisation string       `json:"organisation"`
	URL          string       `json:"url"`
	Checked      site.Date    `json:"checked"`
	Reports      []dataReport `json:"reports"`
}

type dataReport struct {
	URL        string      `json:"url"`
	Title      string      `json:"title"`
	Summary    string      `json:"summary"`
	Date       site.Date   `json:"date"`
	Updated    site.Date   `json:"updated"`
	Status     site.Status `json:"status"`
	StatusName string      `json:"status_name"`
	Topic      string      `json:"topic"`
	Group      string      `json:"group,omitempty"`
	Area       string      `json:"area,omitempty"`
	Together   bool        `json:"together"`
	Asked      string      `json:"asked,omitempty"`
	People     string      `json:"people,omitempty"`
	DecidedBy  string      `json:"decided_by,omitempty"`
	DecidedOn  string      `json:"decided_on,omitempty"`
	NextUpdate string      `json:"next_update,omitempty"`
	Late       bool        `json:"late"`
	Changes    []string    `json:"changes,omitempty"`
	Voices     []dataVoice `json:"voices,omitempty"`
	Media      []dataMedia `json:"media,omitempty"`
}

// dataMedia is a picture or a sound.
type dataMedia struct {
	URL        string `json:"url"`
	Alt        string `json:"alt,omitempty"`
	Caption    string `json:"caption,omitempty"`
	Transcript string `json:"transcript,omitempty"`
}

type dataVoice struct {
	Words string    `json:"words,omitempty"`
	Gist  string    `json:"gist,omitempty"`
	Name  string    `json:"name,omitempty"`
	From  string    `json:"from"`
	Band  string    `json:"band,omitempty"`
	Made  site.Made `json:"made"`
}

func data(s *site.Site, _ *themes.Theme) ([]site.File, error) {
	file := dataFile{Version: 1, Title: s.Title, Organisation: s.Organisation, URL: s.BaseURL, Checked: s.Checked, Reports: []dataReport{}}
	for _, r := range s.Reports {
		d := dataReport{
			URL: s.BaseURL + r.URL(), Title: r.Title, Summary: r.Summary, Date: r.Date, Updated: r.Updated,
			Status: r.Status, StatusName: r.Status.Words(), Topic: r.Topic.Name, Group: r.Group.Name, Area: r.Area.Name,
			Together: r.Together, Asked: r.Asked.Question, People: r.Asked.People,
			DecidedBy: r.Decision.By, DecidedOn: r.Decision.Date.String(), NextUpdate: r.Next.String(), Late: r.Late,
		}
		for _, i := range r.Impact {
			d.Changes = append(d.Changes, i.Change)
		}
		for _, p := range r.AllPictures() {
			if p.In.Data {
				d.Media = append(d.Media, dataMedia{s.BaseURL + p.Best().Path, p.Alt, p.Caption, p.Said()})
			}
		}
		for _, v := range r.Voices {
			if v.In.Data {
				d.Voices = append(d.Voices, dataVoice{strings.Join(v.Words, "\n\n"), v.Gist, v.Name, v.From, v.Band, v.Made})
			}
		}
		file.Reports = append(file.Reports, d)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", " ")
	if err := enc.Encode(file); err != nil {
		return nil, err
	}
	table, err := reportsCSV(file.Reports)
	if err != nil {
		return nil, err
	}
	return []site.File{{Path: "data/reports.json", Data: b.Bytes()}, {Path: "data/reports.csv", Data: table}}, nil
}

// reportsCSV is one row for each report: RFC 4180, UTF-8 with a byte order
// mark, without which a spreadsheet misreads letters like ŵ.
func reportsCSV(reports []dataReport) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	rows := [][]string{{"address", "title", "summary", "date", "updated", "status", "topic", "group", "area", "asked", "people", "decided by", "decided on", "next update", "what changed", "voices"}}
	for _, r := range reports {
		var voices []string
		for _, v := range r.Voices {
			voices = append(voices, strings.TrimSpace(v.Words+"\n"+v.Gist))
		}
		rows = append(rows, []string{r.URL, r.Title, r.Summary, r.Date.String(), r.Updated.String(), r.StatusName, r.Topic, r.Group, r.Area,
			r.Asked, r.People, r.DecidedBy, r.DecidedOn, r.NextUpdate, strings.Join(r.Changes, "\n"), strings.Join(voices, "\n")})
	}
	for _, row := range rows {
		for i, cell := range row {
			row[i] = harmless(cell)
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// harmless keeps a spreadsheet from running a text as a formula.
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
