package generator

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yousaid/generator/rule/ruletest"
	"yousaid/themes"
)

// meeting is a folder in which words come about in shared files alone, brought
// there by every other report out of so many.
func meeting(t *testing.T, n int) Input {
	t.Helper()
	theme, err := themes.Load(fstest.MapFS{"card.html": file(`{{with .B}}<li>{{.Title}} {{.Summary}}</li>{{end}}`)})
	if err != nil {
		t.Fatal(err)
	}
	voice := strings.Replace(oneVoice, "I always have to leave before the film ends.", "The bus is late again. It puts people off.", 1)
	folder := ruletest.Folder(ruletest.Lay("title: [\n"))
	folder["reports/held.md"] = file(ruletest.Lay("draftt: yes\n" + voice))
	for i := range n {
		text := ruletest.Lay(fmt.Sprintf("title: Bench number %d\n", i))
		if i%2 == 0 {
			text = ruletest.Lay("title: You say that the bus is late again\nsummary: It puts you in a bad mood.\n")
		}
		folder[fmt.Sprintf("reports/more-%03d.md", i)] = file(text)
	}
	return Input{Content: folder, Folder: "content", Theme: theme, Today: ruletest.Today, Outside: ruletest.Outside}
}

// However many reports bring such words, each of them is found, and no other.
func TestEveryReportThatBringsWordsIsFound(t *testing.T) {
	r, err := new(Generator).Build(meeting(t, 9))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 9 {
		if name := fmt.Sprintf("reports/more-%03d/index.html", i); hasFile(r, name) != (i%2 == 1) {
			t.Errorf("%s is published: %v", name, i%2 == 0)
		}
	}
}

// With hundreds of them nobody waits: what there is no time to look at is held,
// and the words come down all the same.
func TestLookingForWhatBroughtWordsComesToAnEnd(t *testing.T) {
	for _, sites := range []int{0, 1, 3, 8} {
		b, err := new(Generator).collect(meeting(t, 9))
		if err != nil {
			t.Fatal(err)
		}
		b.open()
		before := b.standing()
		if found, err := b.narrow(sites); err != nil || !found {
			t.Fatalf("%d sites: found %v, %v", sites, found, err)
		}
		b.open()
		files, err := renderAll(b.site, b.in.Theme)
		if err != nil || !b.lookAgain(files) {
			t.Errorf("%d sites: the words still stand: %v", sites, err)
		}
		if b.standing() >= before || slices.ContainsFunc(b.outcomes, (*outcome).published) != (sites == 8) {
			t.Errorf("%d sites: %d stand of %d", sites, b.standing(), before)
		}
	}
}
