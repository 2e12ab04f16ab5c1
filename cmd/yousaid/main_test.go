package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"yousaid": main})
}

// The promises to the people who use yousaid, one script each.
func TestPromises(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"nowhere": nowhere,
		},
	})
}

// nowhere DIR WORD...: no file below DIR holds the word, nor has it in its name.
func nowhere(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: nowhere dir word...")
	}
	found := ""
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(p string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		for _, word := range args[1:] {
			if strings.Contains(string(data), word) || strings.Contains(p, word) {
				found = word + " in " + p
			}
		}
		return nil
	}))
	if found != "" && !neg {
		ts.Fatalf("found %s", found)
	}
	if found == "" && neg {
		ts.Fatalf("found nowhere: %v", args[1:])
	}
}
