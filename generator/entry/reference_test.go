package entry_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"yousaid/generator/entry"
)

var update = flag.Bool("update", false, "write the tables of keys into README.md")

const readme = "../../README.md"

// references are the formats that the README explains, by the name in its
// markers.
var references = []struct {
	name string
	keys []entry.Key
}{
	{"report", entry.Reference()},
	{"site", entry.SettingsReference()},
	{"page", entry.PageReference()},
	{"glossary", entry.TermReference()},
	{"allow", entry.AllowReference()},
	{"register", entry.RegisterReference()},
}

// table is a format as the README shows it.
func table(keys []entry.Key) string {
	var b strings.Builder
	b.WriteString("\n| Key | What goes there | What it is for |\n|---|---|---|\n")
	rows(&b, "", keys)
	return b.String() + "\n"
}

func rows(b *strings.Builder, above string, keys []entry.Key) {
	cell := strings.NewReplacer("|", `\|`, "\n", " ")
	for _, k := range keys {
		kind := k.Kind
		if k.Required {
			kind += "; always needed"
		}
		b.WriteString("| `" + above + k.Name + "` | " + cell.Replace(kind) + " | " + cell.Replace(k.Doc) + " |\n")
		below := above + k.Name + "."
		if strings.HasPrefix(k.Kind, "list of") {
			below = above + k.Name + "[]."
		}
		rows(b, below, k.Below)
	}
}

func TestTheReferenceInTheREADMEIsTheFileFormat(t *testing.T) {
	raw, err := os.ReadFile(readme)
	if err != nil {
		t.Fatalf("there is no README.md to look at: %v", err)
	}
	text, changed := string(raw), false
	for _, r := range references {
		open, end := "<!-- keys: "+r.name+" -->\n", "<!-- /keys -->"
		before, rest, ok := strings.Cut(text, open)
		old, after, closed := strings.Cut(rest, end)
		if !ok || !closed || strings.Contains(old, "<!-- keys:") {
			t.Fatalf("README.md has no place for the keys of a %s: put the two lines %q and %q where the table belongs, then run go test ./generator/entry -run Reference -update", r.name, strings.TrimSpace(open), end)
		}
		want := table(r.keys)
		if strings.Contains(after, open) {
			t.Errorf("README.md has the keys of a %s twice", r.name)
		}
		if old == want {
			continue
		}
		text, changed = before+open+want+end+after, true
		if !*update {
			t.Errorf("the keys of a %s are not as in the README: run go test ./generator/entry -run Reference -update", r.name)
		}
	}
	if changed && *update {
		if err := os.WriteFile(readme, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheReferenceExplainsEveryKeyInASentence(t *testing.T) {
	n := 0
	var look func(above string, keys []entry.Key)
	look = func(above string, keys []entry.Key) {
		seen := map[string]bool{}
		for _, k := range keys {
			n++
			if k.Kind == "" || !strings.HasSuffix(k.Doc, ".") || strings.ToUpper(k.Doc[:1]) != k.Doc[:1] && !strings.Contains(k.Doc, ": ") {
				t.Errorf("%s%s: what goes there, or what it is for, is not said: %q, %q", above, k.Name, k.Kind, k.Doc)
			}
			if seen[k.Name] {
				t.Errorf("%s%s stands there twice", above, k.Name)
			}
			if strings.Contains(k.Kind, "keys below") != (len(k.Below) > 0) {
				t.Errorf("%s%s: the keys below it are not as it says", above, k.Name)
			}
			seen[k.Name] = true
			look(above+k.Name+".", k.Below)
		}
	}
	for _, r := range references {
		look("", r.keys)
	}
	if n < 150 {
		t.Errorf("only %d keys are listed", n)
	}
}
