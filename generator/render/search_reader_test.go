package render

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"yousaid/generator/site"
)

// reader asks the index as search.js does: it knows the files only, and counts
// what it reads.
type reader struct {
	t     testing.TB
	files map[string]string
	read  map[string]int // file → bytes as a host sends them
}

func newReader(t testing.TB, s *site.Site) *reader {
	t.Helper()
	files, err := search(s, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{t: t, files: map[string]string{}, read: map[string]int{}}
	for _, f := range files {
		r.files[f.Path] = string(f.Data)
	}
	return r
}

func (r *reader) open(path string) string {
	text, ok := r.files[path]
	if !ok {
		r.t.Fatalf("the index has no file %s", path)
	}
	r.read[path] = 0
	return text
}

// sent are the bytes of all files that were read, compressed.
func (r *reader) sent(sizes map[string]int) (bytes, requests int) {
	for path := range r.read {
		if sizes[path] == 0 {
			sizes[path] = zipped(r.files[path])
		}
		bytes += sizes[path]
	}
	return bytes, len(r.read)
}

func zipped(text string) int {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	return b.Len()
}

type root struct {
	folder         string
	n, perFile     int
	starts         []string
	reports, words string
}

func (r *reader) root() root {
	var x root
	parts := strings.SplitN("\n"+r.open("search/index.txt"), "\n\n", 2)
	if _, err := fmt.Sscan(parts[0], &x.folder, &x.n, &x.perFile); err != nil {
		r.t.Fatal(err)
	}
	var lists [3]strings.Builder
	at := 0
	for line := range strings.Lines(parts[1]) {
		if line == "\n" {
			at++
			continue
		}
		lists[at].WriteString(line)
	}
	x.starts, x.reports, x.words = strings.Fields(lists[0].String()), lists[1].String(), lists[2].String()
	return x
}

func (r *reader) lines(inRoot, path string) []string {
	if inRoot == "" {
		inRoot = r.open(path)
	}
	return strings.Split(strings.TrimSuffix(inRoot, "\n"), "\n")
}

var weights = []int{4, 2, 1}

// look are the reports in which a word stands, or begins another one when open,
// with the weight of each. wide: too many words begin so.
func (r *reader) look(x root, word string, open bool) (hits map[int]int, wide bool) {
	fileOf := func(text string) (n int) {
		for _, start := range x.starts {
			if compareUTF16(start, text) <= 0 {
				n++
			}
		}
		return n
	}
	from := fileOf(word)
	to := from
	if open {
		to = fileOf(word + "\uffff")
	}
	if wide = to-from > 2; wide {
		to = from
	}
	hits = map[int]int{}
	for n := from; n <= to; n++ {
		for _, line := range r.lines(x.words, fmt.Sprintf("search/%s/words-%d.txt", x.folder, n)) {
			if strings.HasPrefix(line, word+" ") || open && !wide && strings.HasPrefix(line, word) {
				r.take(line, hits)
			}
		}
	}
	return hits, wide
}

func (r *reader) take(line string, hits map[int]int) {
	for at, signs := range strings.Split(line, " ")[1:] {
		report, distance := 0, -1
		for _, sign := range signs + first[:1] {
			digit := strings.IndexRune(first, sign)
			if digit < 0 {
				next := strings.IndexRune(more, sign)
				if next < 0 {
					r.t.Fatalf("%q is no sign of the index", sign)
				}
				distance = distance*20 + next
				continue
			}
			if distance >= 0 {
				report += distance
				hits[report] = max(hits[report], weights[at])
				report++
			}
			distance = digit
		}
	}
}

// ask returns the addresses of the reports that fit, best first, and whether the
// last word could only be taken as it is.
func (r *reader) ask(text string, chosen ...string) (found []string, wide bool) {
	x, terms := r.root(), query(text)
	var lists []map[int]int
	for i, word := range terms {
		open := i == len(terms)-1 && !strings.HasSuffix(text, " ")
		hits, tooWide := r.look(x, word, open)
		lists, wide = append(lists, hits), wide || tooWide
	}
	for _, choice := range chosen {
		hits, _ := r.look(x, choice, false)
		lists = append(lists, hits)
	}
	var numbers []int
	score := map[int]int{}
	fits := func(n int) bool {
		return !slices.ContainsFunc(lists, func(hits map[int]int) bool { return hits[n] == 0 })
	}
	for n := range x.n {
		if !fits(n) {
			continue
		}
		numbers = append(numbers, n)
		for _, hits := range lists {
			score[n] += hits[n]
		}
	}
	slices.SortStableFunc(numbers, func(a, b int) int { return score[b] - score[a] })
	for _, n := range numbers {
		found = append(found, strconv.Itoa(n))
	}
	return found, wide
}

// show are the lines of reports of a list of results.
func (r *reader) show(found []string) (lines []string) {
	x := r.root()
	for _, number := range found {
		n, _ := strconv.Atoi(number)
		lines = append(lines, r.lines(x.reports, fmt.Sprintf("search/%s/reports-%d.txt", x.folder, n/x.perFile))[n%x.perFile])
	}
	return lines
}
