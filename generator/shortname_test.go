package generator

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/rule/ruletest"
)

var (
	hexName    = regexp.MustCompile(`media/([0-9a-f]{16})|assets/[^"]*?\.([0-9a-f]{8})\.`)
	hexLetters = regexp.MustCompile(`[a-f]{2,}`)
)

// A short name on the private list, as Ed, stands in many of the names that the
// program makes of numbers. That is nobody's fault; in a text it is found.
func TestAShortNameIsNotFoundInWhatTheProgramMade(t *testing.T) {
	folder := dated("media:\n  - file: lamp.jpg\n    alt: A lamp by the path\n    people: none\n")
	var ofPictures, ofTheme []string
	for _, f := range buildOf(t, folder).Files {
		if m := hexName.FindStringSubmatch(f.Path); m != nil {
			ofPictures = append(ofPictures, hexLetters.FindAllString(m[1], -1)...)
			ofTheme = append(ofTheme, hexLetters.FindAllString(m[2], -1)...)
		}
	}
	if len(ofPictures) == 0 || len(ofTheme) == 0 {
		t.Fatalf("the test is about nothing: %v, %v", ofPictures, ofTheme)
	}
	list := strings.Join(slices.Concat(ofPictures, ofTheme), "\n") + "\n"
	r := buildWith(t, folder, entry.Outside{Names: namesOf(list)})
	if !hasFile(r, thePage) || len(r.Held) > 0 || len(mediaOf(r)) == 0 {
		t.Errorf("held: %v", r.Findings)
	}
	// What stands in a file of the theme's by chance must not excuse a person.
	without(t, "private-name", "person-name", "relative-named", "worker-named", "maybe-name")
	for _, name := range slices.Concat(ofPictures[:1], ofTheme[:1]) {
		put(folder, "reports/said.md", []byte(ruletest.Lay("title: The bus of "+strings.ToUpper(name)+" is late\n")))
		if r := buildWith(t, folder, entry.Outside{Names: namesOf(list)}); hasFile(r, "reports/said/index.html") || !hasFile(r, thePage) {
			t.Errorf("the name in a text is not found, or takes something else out: %s", name)
		}
	}
}
