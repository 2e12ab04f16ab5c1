package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"

	"yousaid/generator"
	"yousaid/generator/finding"
	"yousaid/generator/gate"
)

// report is what check tells, in every format.
type report struct {
	Findings    []finding.Finding
	Held        []string
	LeftOut     []gate.LeftOut
	Unpublished []generator.Unpublished
	Published   int
	Named       bool // only named files were asked for
	Masks       generator.Masks
}

var formats = map[string]func(*app, report) error{
	"text": writeText, "json": writeJSON, "sarif": writeSARIF, "github": writeGitHub,
}

func writeText(a *app, r report) error {
	a.printFindings(a.out, r.Findings)
	if len(r.Unpublished) > 0 {
		if len(r.Findings) > 0 {
			fmt.Fprintln(a.out)
		}
		fmt.Fprintf(a.out, "Not published yet, as their writers wish: %d\n", len(r.Unpublished))
		a.printUnpublished(r.Unpublished)
		if r.Named {
			for _, u := range r.Unpublished {
				a.printFindings(a.out, u.Findings)
			}
		}
	}
	if len(r.Findings)+len(r.Unpublished) > 0 {
		fmt.Fprintln(a.out)
	}
	fmt.Fprintln(a.out, r.ending())
	return nil
}

// ending is honest: a program never says that a report is safe.
func (r report) ending() string {
	stops := 0
	for _, f := range r.Findings {
		if f.Level == finding.Stop {
			stops++
		}
	}
	later := 0
	for _, u := range r.Unpublished {
		later += len(u.Findings)
	}
	switch warned := len(r.Findings) - stops; {
	case stops > 0 && len(r.Held) == 0:
		return fmt.Sprintf("%s to put right, and %s.", count(stops, "thing"), count(warned, "warning"))
	case stops > 0:
		return fmt.Sprintf("%s held: %s to put right, and %s.", count(len(r.Held), "file"), count(stops, "thing"), count(warned, "warning"))
	case warned > 0:
		return fmt.Sprintf("Nothing is held, and there is something to look at: %s. The checks miss things, and a person must read it.", count(warned, "warning"))
	case later > 0:
		return fmt.Sprintf("Nothing is held, and there is something to look at before all of it is published: %s. The checks miss things, and a person must read it.", count(later, "thing"))
	}
	return "The checks found nothing; they miss things, and a person must read it."
}

type jsonReport struct {
	Version     int               `json:"version"`
	Findings    []jsonFinding     `json:"findings"`
	Held        []string          `json:"held"`
	LeftOut     []jsonLeftOut     `json:"left_out"`
	Unpublished []jsonUnpublished `json:"unpublished"`
}

type jsonFinding struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line"`
	EndColumn int    `json:"end_column"`
	Rule      string `json:"rule"`
	Level     string `json:"level"`
	Message   string `json:"message"`
	Hint      string `json:"hint"`
}

type jsonLeftOut struct {
	File   string `json:"file"`
	ID     string `json:"id"`
	Reason string `json:"reason"`
}

type jsonUnpublished struct {
	File string `json:"file"`
	On   string `json:"publish_on,omitempty"`
}

func writeJSON(a *app, r report) error {
	out := jsonReport{Version: 1, Findings: []jsonFinding{}, Held: append([]string{}, r.Held...), LeftOut: []jsonLeftOut{}, Unpublished: []jsonUnpublished{}}
	for _, f := range r.Findings {
		p := whole(f.Pos)
		out.Findings = append(out.Findings, jsonFinding{p.File, p.Line, p.Col, p.EndLine, p.EndCol, f.Rule, f.Level.String(), f.Message, f.Hint})
	}
	for _, l := range r.LeftOut {
		out.LeftOut = append(out.LeftOut, jsonLeftOut{l.File, l.ID, l.Reason.Words()})
	}
	for _, u := range r.Unpublished {
		out.Unpublished = append(out.Unpublished, jsonUnpublished{u.File, u.On.String()})
	}
	return encode(a, out)
}

func encode(a *app, v any) error {
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// whole gives a finding about a whole file its first place.
func whole(p finding.Pos) finding.Pos {
	if p.Line == 0 {
		p.Line, p.Col, p.EndLine, p.EndCol = 1, 1, 1, 1
	}
	return p
}

// SARIF 2.1.0 (OASIS), as far as it is needed. There are no snippets: they
// would quote the file.
type sarifLog struct {
	Version string     `json:"version"`
	Schema  string     `json:"$schema"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID               string    `json:"id"`
	ShortDescription sarifText `json:"shortDescription"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

type sarifLocation struct {
	Physical sarifPhysical `json:"physicalLocation"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   sarifRegion   `json:"region"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

func writeSARIF(a *app, r report) error {
	driver := sarifDriver{Name: "yousaid", Version: Version, Rules: []sarifRule{}}
	for _, d := range generator.Docs() {
		driver.Rules = append(driver.Rules, sarifRule{d.Name, sarifText{d.Why}})
	}
	one := sarifRun{Tool: sarifTool{driver}, ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	for _, f := range r.Findings {
		p, level := whole(f.Pos), "error"
		if f.Level == finding.Warn {
			level = "warning"
		}
		one.Results = append(one.Results, sarifResult{f.Rule, level, sarifText{sentence(f.Message) + " " + f.Hint}, []sarifLocation{{sarifPhysical{
			sarifArtifact{uri(p.File)}, sarifRegion{p.Line, p.Col, p.EndLine, p.EndCol},
		}}}})
	}
	return encode(a, sarifLog{"2.1.0", "https://json.schemastore.org/sarif-2.1.0.json", []sarifRun{one}})
}

// uri is a file as SARIF wants it.
func uri(file string) string { return (&url.URL{Path: folderOf(file)}).EscapedPath() }

// folderOf takes the number off "folder/ (the file that …)".
func folderOf(file string) string {
	if i := strings.LastIndex(file, "/ ("); i >= 0 {
		return file[:i+1]
	}
	return file
}

func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// writeGitHub prints workflow commands, which GitHub shows beside the lines.
func writeGitHub(a *app, r report) error {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, f := range r.Findings {
		p, level := whole(f.Pos), "error"
		if f.Level == finding.Warn {
			level = "warning"
		}
		fmt.Fprintf(a.out, "::%s file=%s,line=%d,col=%d,endLine=%d,endColumn=%d,title=%s::%s\n", level, property.Replace(folderOf(p.File)), p.Line, p.Col, p.EndLine, p.EndCol,
			property.Replace(f.Rule), data.Replace(sentence(f.Message)+" "+f.Hint))
	}
	return nil
}
