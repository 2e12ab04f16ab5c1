package counts

import (
	"regexp"
	"strconv"
	"strings"

	"yousaid/generator/rule"
)

// cell is one cell of a table in Markdown, with its place in the source.
type cell struct {
	text       string
	start, end int
}

var (
	tableLine   = regexp.MustCompile(`^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$`)
	cellCount   = regexp.MustCompile(`^(\d{1,4})(?:\s*(?:people|young people|of you|\(.*\)))?$`)
	cellShare   = regexp.MustCompile(`^(\d{1,3}(?:\.\d+)?)\s?%$`)
	ofPeople    = regexp.MustCompile(`(?i)\b(?:people|person|persons|children|kids|girls|boys|pupils|students|members|votes?|voted|said|answered|answers|replies|responses|respondents|of you|how many)\b`)
	ofAnswers   = regexp.MustCompile(`(?i)^\W*(?:yes|no|maybe|not sure|unsure|don['’]?t (?:know|mind)|(?:strongly )?(?:dis)?agree|neither.*|for|against|(?:very )?(?:un)?happy|ok(?:ay)?|prefer not to say|no answer|other answers?)\W*$`)
	ofThings    = regexp.MustCompile(`(?i)£|\b(?:costs?|price|money|time|date|day|hours?|minutes|year|age|bus|buses|route|homes?|places?|rooms?)\b`)
	ofAll       = regexp.MustCompile(`(?i)^\W*(?:total|all|altogether|everybody|everyone)\b`)
	rowOfPeople = regexp.MustCompile(`(?i)^\W*(?:young |local )?(?:people|children|girls|boys|pupils|students|members)\b`)
	cellHidden  = regexp.MustCompile(`(?i)^(?:[-–—*.…x]+|hidden|<\s*\d+|(?:fewer|less) than \w+|under \w+|a few|few)$`)
)

// tables finds cells that hold a small number of people, and a single hidden
// cell that the total gives away.
func tables(p *rule.Pass, t *rule.Text, found []mention, all []int, small int) {
	src := t.Piece.Text.Reveal()
	if !strings.Contains(src, "|") {
		return
	}
	for _, rows := range tablesIn(src) {
		head, body := rows[0], rows[1:]
		answers, counted := false, false
		for _, r := range body {
			answers = answers || len(r) > 0 && ofAnswers.MatchString(r[0].text)
		}
		for _, h := range head {
			counted = counted || ofPeople.MatchString(h.text)
		}
		for c, h := range head {
			if !ofPeople.MatchString(h.text) && (ofThings.MatchString(h.text) || !(answers && c > 0) && !(counted && cellShareIn(body, c))) {
				for _, r := range body {
					if c > 0 && c < len(r) && rowOfPeople.MatchString(r[0].text) && !ofThings.MatchString(h.text) {
						if m := cellCount.FindStringSubmatch(r[c].text); m != nil && smallNumber(m[1], small) {
							p.Report(t.Piece.Text.Find(r[c].start, r[c].end), "this tells of a few people", "Leave this row out, or put it together with another.")
						}
					}
				}
				continue
			}
			sum, total, hidden := 0, 0, []cell(nil)
			for _, r := range body {
				if c >= len(r) {
					continue
				}
				x := r[c]
				if m := cellShare.FindStringSubmatch(x.text); m != nil {
					f, _ := strconv.ParseFloat(m[1], 64)
					if percentTells(mention{percent: f}, all, small) {
						p.Report(t.Piece.Text.Find(x.start, x.end), "this percentage gives away a small number of people", "Say “most of you” or “a few of you”.")
					}
					continue
				}
				m := cellCount.FindStringSubmatch(x.text)
				n := 0
				if m != nil {
					n, _ = strconv.Atoi(m[1])
				}
				switch {
				case m == nil && cellHidden.MatchString(x.text):
					hidden = append(hidden, x)
				case m == nil || n == 0:
				case ofAll.MatchString(r[0].text) && c > 0:
					total = n
				case n < small:
					p.Report(t.Piece.Text.Find(x.start, x.end), "this tells how few people gave an answer", "Put rows together until no number is small, or leave the table out.")
				default:
					sum += n
				}
			}
			if rest := total - sum; len(hidden) == 1 && rest > 0 && rest < small {
				p.Report(t.Piece.Text.Find(hidden[0].start, hidden[0].end), "readers can work out this number from the total", "Leave the total out too, or put two rows together.")
			}
		}
	}
}

func smallNumber(s string, small int) bool {
	n, err := strconv.Atoi(s)
	return err == nil && n > 0 && n < small
}

func cellShareIn(body [][]cell, c int) bool {
	for _, r := range body {
		if c < len(r) && cellShare.MatchString(r[c].text) {
			return true
		}
	}
	return false
}

// tablesIn are the tables of a Markdown source: the row of headings first.
func tablesIn(src string) (out [][][]cell) {
	type line struct {
		text  string
		start int
	}
	var lines []line
	at := 0
	for l := range strings.SplitAfterSeq(src, "\n") {
		lines = append(lines, line{strings.TrimRight(l, "\r\n"), at})
		at += len(l)
	}
	for i := 1; i < len(lines); i++ {
		if !strings.Contains(lines[i-1].text, "|") || !strings.Contains(lines[i].text, "-") || !tableLine.MatchString(lines[i].text) {
			continue
		}
		rows := [][]cell{cells(lines[i-1].text, lines[i-1].start)}
		for i++; i < len(lines) && strings.Contains(lines[i].text, "|"); i++ {
			rows = append(rows, cells(lines[i].text, lines[i].start))
		}
		out = append(out, rows)
	}
	return out
}

func cells(line string, start int) (out []cell) {
	at := 0
	for part := range strings.SplitSeq(line, "|") {
		text := strings.Trim(part, " \t*_")
		from := start + at + max(0, strings.Index(part, text))
		out = append(out, cell{text, from, from + len(text)})
		at += len(part) + 1
	}
	if out[0].text == "" {
		out = out[1:]
	}
	if n := len(out); n > 0 && out[n-1].text == "" {
		out = out[:n-1]
	}
	return out
}
