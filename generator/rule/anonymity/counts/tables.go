package counts

import (
	"regexp"
	"slices"
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
	cellShare   = regexp.MustCompile(`^(\d{1,3}(?:\.\d+)?)\s?%$`)
	ofPeople    = regexp.MustCompile(`(?i)\b(?:people|person|persons|children|kids|girls|boys|pupils|students|members|votes?|voted|said|answered|answers|replies|responses|respondents|of you|how many)\b`)
	ofAnswers   = regexp.MustCompile(`(?i)^\W*(?:yes|no|maybe|not sure|unsure|don['’]?t (?:know|mind)|always|often|sometimes|rarely|never|hardly ever|(?:all|most|some|none) of the time|(?:very )?(?:good|bad|poor|safe|unsafe|satisfied|dissatisfied)|excellent|not at all|a lot|a little|a bit|(?:strongly )?(?:dis)?agree|neither.*|for|against|(?:very )?(?:un)?happy|ok(?:ay)?|prefer not to say|no answer|other answers?)\W*$`)
	ofThings    = regexp.MustCompile(`(?i)£|\b(?:costs?|price|money|time|date|day|hours?|minutes|year|age|bus|buses|route|homes?|places?|rooms?)\b`)
	ofAll       = regexp.MustCompile(`(?i)^\W*(?:(?:total|altogether|everybody|everyone|base)\b|(?:all|all (?:answers|replies|votes|of you|of us|young people|together))\W*$)`)
	inHead      = regexp.MustCompile(`(?i)(?:\(|\bn ?= ?|\bof (?:the |all )?)(\d{1,4})(?:\)|\b[^%]*$)`)
	rowOfPeople = regexp.MustCompile(`(?i)^\W*(?:young |local )?(?:people|children|girls|boys|pupils|students|members)\b`)
	cellHidden  = regexp.MustCompile(`(?i)^(?:[-–—*.…x]+|hidden|<\s*\d+|(?:fewer|less) than \w+|under \w+|a few|few)$`)
)

// series are the cells of one column or row that belong together, each with
// what it counts.
type series []struct {
	label string
	cell
}

// tables finds cells that hold a small number of people, and those that give
// one away with the total. all are the totals that the report tells, stated
// those in words.
func tables(p *rule.Pass, t *rule.Text, all, stated []int, small int) {
	src := t.Piece.Text.Reveal()
	if !strings.Contains(src, "|") {
		return
	}
	for _, tab := range tablesIn(src) {
		head, body := tab.rows[0], tab.rows[1:]
		here := slices.Concat(tab.totals(), all)
		report := func(x cell, message, hint string) {
			p.Report(t.Piece.Text.Find(x.start, x.end), message, hint)
		}
		if ups := sideways(head); ups != nil {
			for _, r := range body {
				var s series
				for c, x := range r {
					if c < len(head) && ups[c] {
						s = append(s, struct {
							label string
							cell
						}{head[c].text, x})
					}
				}
				s.look(report, here, stated, small)
			}
			continue
		}
		for c, h := range head {
			s := tab.column(c)
			if tab.counts(c) || ofThings.FindString(h.text) == "" && s.adds(here) {
				own := here
				if n := headTotal(h.text); n > 0 {
					own = append(own[:len(own):len(own)], n)
				}
				s.look(report, own, stated, small)
				continue
			}
			for _, x := range s {
				if n, _, _, ok := readCell(x.text); c > 0 && ok && n > 0 && n < small && rowOfPeople.MatchString(x.label) && !ofThings.MatchString(h.text) {
					report(x.cell, "this tells of a few people", "Leave this row out, or put it together with another.")
				}
			}
		}
	}
}

// look reports what a series of counts gives away.
func (s series) look(report func(x cell, message, hint string), totals, stated []int, small int) {
	var hidden, shown []cell
	var counts []int
	sum, found := 0, false
	for _, x := range s {
		n, of, share, ok := readCell(x.text)
		switch {
		case !ok && cellHidden.MatchString(x.text):
			hidden = append(hidden, x.cell)
		case share > 0:
			if percentTells(mention{percent: share}, stated, small) {
				report(x.cell, "this percentage gives away a small number of people", "Say “most of you” or “a few of you”.")
			}
		case !ok || n == 0:
		case ofAll.MatchString(x.label):
			totals = append(totals[:len(totals):len(totals)], n)
		case n < small:
			report(x.cell, "this tells how few people gave an answer", "Put rows together until no number is small, or leave the table out.")
			found = true
		case of > n && of-n < small:
			report(x.cell, "readers can work out a small number of people from this and the number who were asked", "Leave one of the two numbers out, or say “most of you”.")
			found = true
		default:
			sum, shown, counts = sum+n, append(shown, x.cell), append(counts, n)
		}
	}
	left := func(n int) bool {
		return n > 0 && slices.ContainsFunc(totals, func(total int) bool { return n < total && total-n < small })
	}
	switch {
	case found || len(hidden) > 1:
		// one cell says it already, or nobody can tell
	case len(hidden) == 1:
		if left(sum) {
			report(hidden[0], "readers can work out this number from the total", "Leave the total out too, or put two rows together.")
		}
	case left(sum):
		report(shown[len(shown)-1], "readers can work out a small number of people from these numbers and the total", "Leave the total out, or say “most of you”.")
	default:
		for i, n := range counts {
			if left(n) {
				report(shown[i], "readers can work out a small number of people from this and the total", "Leave the total out, or put rows together.")
			}
		}
	}
}

// adds reports whether the counts of a series come to one of these totals.
func (s series) adds(totals []int) bool {
	sum, rows := 0, 0
	for _, x := range s {
		if n, _, share, ok := readCell(x.text); ok && share == 0 && !ofAll.MatchString(x.label) {
			sum, rows = sum+n, rows+1
		}
	}
	return rows > 1 && slices.Contains(totals, sum)
}

// sideways are the columns with an answer for a heading, where there are two or more.
func sideways(head []cell) []bool {
	out, n := make([]bool, len(head)), 0
	for c, h := range head {
		answer := ofAnswers.MatchString(h.text)
		out[c] = answer || ofAll.MatchString(h.text)
		if answer {
			n++
		}
	}
	if n < 2 {
		return nil
	}
	return out
}

// readCell reads the count in a cell, of how many it is, or its share.
func readCell(text string) (n, of int, share float64, ok bool) {
	list, _ := tokens(nil, text, 0)
	t := words(list)
	if len(t) == 0 || t[0].value < 0 || t[0].mark == '-' {
		return 0, 0, 0, false
	}
	next := 1
	switch {
	case t.percentSign(1) > 0:
		return 0, 0, t[0].value, t.percentSign(1) == len(t)
	case t[0].n < 0:
		return 0, 0, 0, false
	case t[0].mark == '/':
		of = t[0].other
	case t.any(1, "of") || t.says(1, "out", "of"):
		for next < len(t) && t[next].n < 0 {
			next++
		}
		if next < len(t) {
			of, next = t[next].n, next+1
		} else {
			next = 1
		}
	}
	if who, k := t.whose(next); who != 0 {
		next = k
	}
	return t[0].n, of, 0, t[0].n < 10000 && (next >= len(t) || t.marks(next) || t.is(next, ballots))
}

// table is one table, and what stands above it.
type table struct {
	rows [][]cell // the headings first
	lead string   // the words above, to the line before
}

// column is a column without its heading, each cell with the first of its row.
func (tab table) column(c int) (s series) {
	for _, r := range tab.rows[1:] {
		if c < len(r) {
			s = append(s, struct {
				label string
				cell
			}{r[0].text, r[c]})
		}
	}
	return s
}

// counts reports whether column c counts people.
func (tab table) counts(c int) bool {
	h := tab.rows[0][c].text
	if ofPeople.MatchString(h) {
		return true
	}
	answers, shares := false, false
	for _, r := range tab.rows[1:] {
		answers = answers || len(r) > 0 && ofAnswers.MatchString(r[0].text)
		shares = shares || c < len(r) && cellShare.MatchString(r[c].text)
	}
	counted := slices.ContainsFunc(tab.rows[0], func(h cell) bool { return ofPeople.MatchString(h.text) })
	return !ofThings.MatchString(h) && (answers && c > 0 || counted && shares)
}

// totals are the numbers of people that are told right above a table.
func (tab table) totals() (out []int) {
	for _, m := range mentions(tab.lead) {
		if m.kind == people || m.kind == total || m.kind == asked || m.kind == answered {
			out = append(out, max(m.n, m.of))
		}
	}
	return out
}

// headTotal is the total that a heading tells: "Answers (19)", "n=19", "of 19".
func headTotal(text string) int {
	if m := inHead.FindStringSubmatch(text); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	return 0
}

// tablesIn are the tables of a Markdown source.
func tablesIn(src string) (out []table) {
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
	last := 0 // of the lines that are used up
	for i := 1; i < len(lines); i++ {
		if !strings.Contains(lines[i-1].text, "|") || !strings.Contains(lines[i].text, "-") || !tableLine.MatchString(lines[i].text) {
			continue
		}
		k := i - 1
		for full := 0; k > last && full < 2; k-- {
			if strings.TrimSpace(lines[k-1].text) != "" {
				full++
			}
		}
		tab := table{rows: [][]cell{cells(lines[i-1].text, lines[i-1].start)}, lead: src[lines[k].start:lines[i-1].start]}
		for i++; i < len(lines) && strings.Contains(lines[i].text, "|"); i++ {
			tab.rows = append(tab.rows, cells(lines[i].text, lines[i].start))
		}
		last = i
		out = append(out, tab)
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
