package render

import (
	"fmt"
	"hash/crc32"
	"strconv"
	"strings"

	"yousaid/generator/site"
	"yousaid/themes"
)

// The index is what search.js asks for piece by piece, so that a reader finds
// reports at once and nobody is told what was looked for. All of it is plain
// text below search/:
//
// index.txt has parts with an empty line between them. The first is one line:
// the folder of this index, how many reports there are, and how many of them
// are in one file. The second is the first word of every file of words but the
// first file. On a small site the reports themselves are the third part, and all
// words the fourth.
//
// words-N.txt has a line for each word: in which reports it stands. A reader's
// browser asks for the file in which a word would be, so it tells no more than
// a range of the alphabet. reports-N.txt has a line for each report: what a list
// of them shows.
//
// A file of the index never changes: its folder is named for what is in all of
// them, so that a page never reads old and new files together.

// What is in one file, in bytes before it is compressed and in reports.
const (
	blockSize      = 3000
	reportsPerFile = 12
	reportsInRoot  = 45000 // bytes of reports that may stand in index.txt
	allInRoot      = 40000 // bytes of reports and words that may
)

func search(s *site.Site, _ *themes.Theme) ([]site.File, error) {
	if len(s.Reports) == 0 {
		return nil, nil
	}
	perFile, shown := reportsPerFile, shownReports(s.Reports)
	size := 0
	for _, line := range shown {
		size += len(line)
	}
	reports := blocks(shown, func(_, n int, _ string) bool { return n == perFile })
	if size <= reportsInRoot {
		perFile = max(1, len(shown))
		reports = nil
	}
	lines := newIndex(s.Reports).lines()
	found := blocks(lines, func(size, _ int, line string) bool { return size+len(line) > blockSize })
	root := make([]string, 4)
	for _, block := range found[min(1, len(found)):] {
		word, _, _ := strings.Cut(block, " ")
		root[1] += word + "\n"
	}
	for _, block := range found {
		size += len(block)
	}
	if reports == nil {
		root[2] = strings.Join(shown, "")
		if size <= allInRoot {
			root[1], root[3] = "", strings.Join(found, "")
			found = nil
		}
	}
	sum := crc32.NewIEEE()
	for _, block := range append(append(root, reports...), found...) {
		_, _ = sum.Write([]byte(block))
	}
	folder := strconv.Itoa(int(sum.Sum32()))
	root[0] = fmt.Sprintf("%s %d %d\n", folder, len(s.Reports), perFile)
	files := []site.File{{Path: site.SearchFolder + "index.txt", Data: []byte(strings.Join(root, "\n"))}}
	for i, block := range reports {
		files = append(files, site.File{Path: fmt.Sprintf("%s%s/reports-%d.txt", site.SearchFolder, folder, i), Data: []byte(block)})
	}
	for i, block := range found {
		files = append(files, site.File{Path: fmt.Sprintf("%s%s/words-%d.txt", site.SearchFolder, folder, i), Data: []byte(block)})
	}
	return files, nil
}

// blocks puts lines together until one block is full.
func blocks(lines []string, full func(size, n int, next string) bool) []string {
	var out []string
	var b strings.Builder
	n := 0
	for _, line := range lines {
		if n > 0 && full(b.Len(), n, line) {
			out = append(out, b.String())
			b.Reset()
			n = 0
		}
		b.WriteString(line)
		n++
	}
	if n > 0 {
		out = append(out, b.String())
	}
	return out
}

// shownReports is a line for each report: title, address, status, topic and the
// day of the newest news.
func shownReports(reports []*site.Report) []string {
	out := make([]string, 0, len(reports))
	for _, r := range reports {
		title := strings.Join(strings.Fields(r.Title), " ")
		out = append(out, title+"\t"+r.Address+"\t"+string(r.Status)+"\t"+r.Topic.ID+"\t"+r.Updated.String()+"\n")
	}
	return out
}
