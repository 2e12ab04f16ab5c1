package generator_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"yousaid/generator"
	"yousaid/generator/finding"
	"yousaid/generator/site"
	"yousaid/themes"
)

// Each voice is "band from record people", with - for none, and its chosen name; a report is its
// group and area, and its voices. Shown is what readers get of each voice.
func TestALabelIsShownWhereThreeShareIt(t *testing.T) {
	const young = "13-15 young-person - 0"
	for _, test := range []struct {
		name    string
		reports [][]string
		shown   string
	}{
		{"three in one report", [][]string{{"a m", young, young, young}}, "13/a/m 13/a/m 13/a/m"},
		{"three in three years", [][]string{{"a m", young}, {"a m", young}, {"a m", young}}, "13/a/m 13/a/m 13/a/m"},
		{"two", [][]string{{"a m", young, young}}, "// //"},
		{"one person in three reports", [][]string{{"a m", "13-15 young-person C-1 0"}, {"a m", "13-15 young-person C-1 0"}, {"a m", "13-15 young-person C-1 0"}}, "// // //"},
		{"a group of six", [][]string{{"a m", "13-15 group C-1 6"}}, "13/a/m"},
		{"another age", [][]string{{"a m", young, young, young, "16-17 young-person - 0"}}, "13/a/m 13/a/m 13/a/m /a/m"},
		{"no age", [][]string{{"a m", young, young, young, "- young-person - 0"}}, "13/a/m 13/a/m 13/a/m /a/m"},
		{"ages go before the group", [][]string{{"a m", young, young, "16-17 young-person - 0"}}, "/a/m /a/m /a/m"},
		{"the group goes before the area", [][]string{{"a m", young, young}, {"b m", "13-15 young-person - 0"}}, "//m //m //m"},
		{"a report has one group", [][]string{{"a m", young}, {"b m", young, young, young}}, "//m 13/b/m 13/b/m 13/b/m"},
		{"a worker hides nobody, and loses nothing", [][]string{{"a m", "- worker - 0"}, {"b n", young, young, "- worker - 0"}}, "/a/m // // //"},
		{"a parent is one of many families", [][]string{{"a m", young, young, young, "- parent-carer - 0"}}, "13/a/m 13/a/m 13/a/m /a/m"},
		{"a parent hides no child", [][]string{{"a m", young, young, "- parent-carer - 0"}}, "// // //"},
		{"made up", [][]string{{"a m", young, young, "13-15 made-up - 0"}}, "// // 13//"},
		{"one report takes another with it", [][]string{{"a m", young, "- young-person - 0"}, {"a n", young, young}}, "// // // //"},
		{"a group of nine", [][]string{{"c m", young, young, young}}, "/c/m /c/m /c/m"},
		{"a group of four", [][]string{{"d m", young, young, young}}, "//m //m //m"},
		{"taken back", [][]string{{"a m", young, young, young, "13-15 withdrawn - 0"}, {"b n", young, young, "13-15 withdrawn - 0"}}, "13/a/m 13/a/m 13/a/m // //"},
		{"one chosen name joins up what two reports show", [][]string{{"a -", young, young, young, "13-15 young-person C-9 0 Wren"}, {"- m", young, young, young, "- young-person - 0 wren"}}, "13// 13// 13// // 13//m 13//m 13//m //m"},
		{"and three", [][]string{{"- -", young, young, young, "13-15 young-person - 0 Wren"}, {"a -", young, young, young, "- young-person - 0 Wren"}, {"- m", young, young, young, "- young-person - 0 Wren"}}, "13// 13// 13// // 13// 13// 13// // 13//m 13//m 13//m //m"},
		{"another chosen name", [][]string{{"a -", young, young, young, "13-15 young-person C-9 0 Wren"}, {"- m", young, young, young, "- young-person - 0 Robin"}}, "13/a/ 13/a/ 13/a/ 13/a/ 13//m 13//m 13//m //m"},
		{"one chosen name in two areas", [][]string{{"- m", young, young, young, "- young-person - 0 Wren"}, {"- n", young, young, young, "- young-person - 0 Wren"}}, "13// 13// 13// // 13// 13// 13// //"},
		{"one chosen name of two ages", [][]string{{"- m", young, young, young, "13-15 young-person - 0 Wren"}, {"- m", "16-17 young-person - 0", "16-17 young-person - 0", "16-17 young-person - 0", "16-17 young-person - 0 Wren"}}, "13//m 13//m 13//m //m 16//m 16//m 16//m //m"},
		{"one chosen name, and nothing that is not shared", [][]string{{"a m", young, young, young, "13-15 young-person - 0 Wren"}, {"a m", "- young-person - 0 Wren"}}, "13/a/m 13/a/m 13/a/m 13/a/m /a/m"},
		{"one chosen name is one person, on three papers too", [][]string{{"a m", "13-15 young-person C-1 0 Wren", "13-15 young-person C-2 0 Wren", "13-15 young-person C-3 0 Wren"}}, "// // //"},
		{"a paper is one person, by whatever name", [][]string{{"a m", "13-15 young-person C-1 0 Wren", "13-15 young-person C-1 0", "13-15 young-person - 0 Wren", young}}, "// // // //"},
		{"a name of a voice that was taken back", [][]string{{"- m", young, young, young, "- young-person - 0 Wren"}, {"- n", young, young, young, "13-15 withdrawn - 0 Wren"}}, "13// 13// 13// // 13// 13// 13//"},
	} {
		t.Run(test.name, func(t *testing.T) {
			w, words := townOf(test.reports)
			a := w.build(t, new(generator.Generator), false)
			var got []string
			for _, word := range words {
				if v := a.voices[word]; v != nil {
					r := a.reports[v.report]
					one := func(set map[string]bool, prefix string) string {
						return strings.TrimPrefix(strings.Join(slices.Collect(maps.Keys(set)), "+"), prefix)
					}
					band, _, _ := strings.Cut(one(v.bands, ""), " ")
					got = append(got, band+"/"+one(r.groups, "Zqgroup")+"/"+one(r.areas, "Zqarea"))
				}
			}
			if all := strings.Join(got, " "); all != test.shown {
				t.Errorf("shown %s, want %s", all, test.shown)
			}
		})
	}
}

func townOf(reports [][]string) (*town, []string) {
	w := &town{small: 5, k: 3, sizes: map[string]int{"c": 9, "d": 4}}
	var words []string
	for i, lines := range reports {
		group, area, _ := strings.Cut(strings.ReplaceAll(lines[0], "-", ""), " ")
		r := &truth{name: w.word("report"), group: group, area: area, date: "202" + string(rune('0'+i)) + "-01-01", status: "done"}
		for _, line := range lines[1:] {
			parts := strings.Fields(line)
			v := &speaker{word: w.word("voice"), from: parts[1], people: int(parts[3][0] - '0'), feed: true, data: true}
			v.band, v.record = strings.TrimSuffix(parts[0], "-"), strings.TrimSuffix(parts[2], "-")
			if len(parts) > 4 {
				v.called = parts[4]
			}
			switch v.from {
			case "made-up":
				v.made, v.from = "made-up", "young-person"
			case "withdrawn":
				v.withdrawn, v.from = true, "young-person"
			}
			words = append(words, v.word)
			r.voices = append(r.voices, v)
		}
		w.reports = append(w.reports, r)
	}
	return w, words
}

// What was hidden is said at the voice, without saying it.
func TestAHiddenLabelIsSaidToTheWriterWithoutTheLabel(t *testing.T) {
	w, _ := townOf([][]string{{"a m", "13-15 young-person - 0"}, {"c n", "16-17 young-person - 0", "16-17 group - 6"}})
	theme, err := themes.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	day, _ := site.ParseDate("2026-06-01")
	var g generator.Generator
	for range 2 { // a second build does not say it twice
		r, err := g.Build(generator.Input{Content: w.folder(false), Folder: "content", Theme: theme, Today: day})
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, f := range r.Findings {
			if f.Rule != "label-hidden" {
				continue
			}
			said = append(said, f.Message)
			if f.Level != finding.Warn || f.Pos.Line == 0 || f.Hint == "" {
				t.Errorf("no place, no advice, or not a warning: %v", f)
			}
			if text := f.Message + f.Hint; strings.ContainsAny(text, "0123456789") || strings.Contains(text, "Zq") {
				t.Errorf("it says too much: %s", text)
			}
		}
		want := []string{
			"too few people on the site share these labels, so the age band, the group and the area are not shown",
			"this group is small, so the age band is not shown",
			"this group is small, so the age band is not shown",
		}
		if !slices.Equal(said, want) {
			t.Errorf("said %q", said)
		}
	}
}

// 96% of a band of 20 to 24 people leaves one who was against it.
func TestABandGoesWhereAPercentageWouldMakeANumberOfIt(t *testing.T) {
	theme, err := themes.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	day, _ := site.ParseDate("2026-06-01")
	r, err := new(generator.Generator).Build(generator.Input{Content: os.DirFS("testdata/real/content"), Folder: "content", Theme: theme, Today: day})
	if err != nil {
		t.Fatal(err)
	}
	other := false
	for _, f := range r.Files {
		if strings.Contains(string(f.Data), "20 to 24 people") {
			t.Errorf("%s tells how many were asked", f.Path)
		}
		other = other || strings.Contains(string(f.Data), "85 to 89 people")
	}
	if !other {
		t.Error("nobody is told how many were asked of anything")
	}
}

// A chosen name that stands in two reports is said to the writer, with what to do.
func TestAChosenNameThatJoinsLabelsUpIsSaid(t *testing.T) {
	const young = "13-15 young-person - 0"
	w, _ := townOf([][]string{{"a -", young, young, young, "13-15 young-person - 0 Wren"}, {"- m", young, young, young, "- young-person - 0 Wren"}})
	theme, err := themes.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	day, _ := site.ParseDate("2026-06-01")
	r, err := new(generator.Generator).Build(generator.Input{Content: w.folder(false), Folder: "content", Theme: theme, Today: day})
	if err != nil {
		t.Fatal(err)
	}
	said := 0
	for _, f := range r.Findings {
		if f.Rule == "label-hidden" {
			said++
			if !strings.Contains(f.Message, "the same chosen name") || !strings.Contains(f.Hint, "another chosen name in each report") || strings.Contains(f.Message+f.Hint, "Wren") || f.Level != finding.Warn {
				t.Errorf("said: %v", f)
			}
		}
	}
	if said == 0 {
		t.Error("nothing is said")
	}
}
