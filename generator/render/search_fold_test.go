package render

import (
	"encoding/json"
	"os"
	"slices"
	"testing"
)

// query are the words of a text as search.js makes them of what is typed.
func query(text string) []string {
	out := []string{}
	words(fold(nil, text), func(word []byte, whole bool) {
		if whole {
			out = append(out, string(word))
		}
	})
	return out
}

// The browser tests hold search.js to the same table.
func TestWordsAreFoldedAsTheTableSays(t *testing.T) {
	data, err := os.ReadFile("testdata/fold.json")
	if err != nil {
		t.Fatal(err)
	}
	var table []struct {
		Text  string
		Words []string
	}
	if err := json.Unmarshal(data, &table); err != nil || len(table) < 30 {
		t.Fatal(err)
	}
	for _, c := range table {
		if got := query(c.Text); !slices.Equal(got, c.Words) {
			t.Errorf("%q: %q, want %q", c.Text, got, c.Words)
		}
	}
}

func TestAWordIsFoundByItsPartsToo(t *testing.T) {
	for text, want := range map[string][]string{
		"well-being":     {"well", "being", "wellbeing"},
		"20mph zones":    {"20", "mph", "20mph", "zones"},
		"year-10s":       {"year", "10", "s", "year10s"},
		"a–b":            {"a", "b"},
		"don't-care":     {"dont", "care", "dontcare"},
		"-x-":            {"x"},
		"कमल":            {"कमल"},
		"\xff bad \xc3(": {"bad"},
	} {
		var got []string
		words(fold(nil, text), func(word []byte, _ bool) { got = append(got, string(word)) })
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
