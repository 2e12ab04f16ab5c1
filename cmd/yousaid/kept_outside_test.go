package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	markedNames = "Zibblewick Frumious\nQuimforename\n"
	markedTable = "record,person,to,given,by,for,told,review,withdrawn\n" +
		"C-SNARK1,Snarkperson,quote,2026-02-03,young-person,website,snarkleaflet,2037-02-03,\n" +
		"C-SNARK2,Snarkperson,snarkuse,2026-02-03,young-person,website,snarkleaflet,2037-02-03,\n" +
		"C-SNARK3,Snarkperson,quote,snarkday,snarksigner,website,snarkleaflet,2037-02-03,snarkwithdrawn\n" +
		"C-SNARK3,Snarkperson\n"
	markedAllow = "- term: Snarkterm\n  kind: place\n  reason: A snarkreason\n  where: [late]\n  by: participation-lead\n  on: 2026-02-01\n  review_by: 2027-02-01\n" +
		"- term: Snarkterm two\n  kind: snarkkind\n  reason: A snarkreason\n  where: [Snarkwhere]\n  by: snarkrole\n  on: snarkday\n  snarkkey: 1\n"
	markedReport = `---
title: The bus of Zibblewick Frumious
summary: Ask quimforename's friend.
date: 2026-02-20
status: done
topic: roads
id: zibblewick-frumious
anonymity: {checked: 2026-02-10, by: participation-lead}
contributions:
  - {id: quimforename, gist: I am late., band: 16-plus, consent: C-SNARK1}
  - {id: two, gist: I am late., band: 16-plus, consent: C-SNARK2}
  - {id: three, gist: A care experienced quimforename., band: 16-plus, consent: {record: C-SNARK3, withdrawn: 2026-05-01}}
---
## You said

[x](https://example.org/zibblewick%20frumious)

## We did

x

## What changed

x
`
)

// Neither a name of the private list, nor anything of the register, nor a
// reason is in anything that any command says or writes.
func TestNothingKeptOutsideIsEverSaid(t *testing.T) {
	settings, err := os.ReadFile("testdata/held/content/site.yaml")
	if err != nil {
		t.Fatal(err)
	}
	top := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(top, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("site/content/site.yaml", string(settings))
	write("site/content/allow.yaml", markedAllow)
	write("site/content/reports/late.md", markedReport)
	write("site/content/reports/quimforename.md", markedReport)
	write("site/content/pages/zibblewick-frumious.md", "---\ntitle: Quimforename\n---\n")
	write("site/content/pages/about.md", "---\ntitle: Zibblewick-Frumious\n---\n")
	write("site/content/glossary.yaml", "- term: bus\n  means: What Quimforename takes.\n")
	names, table := write("kept-snarkpath/names.txt", markedNames), write("kept-snarkpath/consents.csv", markedTable)
	broken := write("kept-snarkpath/broken.csv", strings.Replace(markedTable, "Snarkperson", `"Snarkperson`, 1))
	misspelt := write("kept-snarkpath/misspelt.csv", strings.Replace(markedTable, "withdrawn", "withdrawen", 1))
	yaml := write("kept-snarkpath/consents.yaml", "C-SNARK1: {to: snarkuse}\nC-SNARK2: [snarkuse\n")
	inside := write("site/snarknames.txt", markedNames)
	t.Chdir(filepath.Join(top, "site"))
	words := []string{"snark", "zibblewick", "frumious", "quim"}
	quiet := func(said string) {
		t.Helper()
		low := strings.ToLower(said)
		for _, word := range words {
			if i := strings.Index(low, word); i >= 0 {
				t.Fatalf("%s is said: %s", word, said[max(0, i-200):min(len(said), i+60)])
			}
		}
	}
	n := 0
	for i, env := range [][2]string{{names, table}, {names, broken}, {inside, misspelt}, {"/nowhere/snarkname", "/nowhere/snarkname"}, {names, yaml}, {filepath.Dir(names), filepath.Dir(names)}} {
		t.Setenv("YOUSAID_NAMES", env[0])
		t.Setenv("YOUSAID_CONSENTS", env[1])
		words = words[:4]
		if env[0] != names && env[0] != inside {
			words = words[:1] // nobody knows the names, and those of files are printed
		}
		for j, args := range []string{
			"check", "check --format json", "check --format sarif", "check --format github", "check --strict --visibility public",
			"build", "build --public other", "check content/reports/late.md", "check content/allow.yaml --format json", "build --strict", "explain", "explain private-name", "explain nothing", "version", "--help", "check --help", "allow --help", "build --help", "review --help",
			"completion bash", "completion zsh", "completion fish", "__complete check --", "__complete allow ", "__complete explain ",
			"allow late", "allow late:3", "allow late:2 --kind place --reason x --by participation-lead", "allow late --kind nothing --term x --by participation-lead",
			"allow late --term word --kind place --reason snarkless --by participation-lead", "review late --by participation-lead", "check --show", "allow glossary:2 --kind place --reason x --by participation-lead",
			"allow pages/about:2 --kind place --reason x --by participation-lead",
		} {
			if i > 0 && j > 6 {
				break // the rest does not differ
			}
			_, out, errOut := command(t, append(strings.Split(args, " "), "--today", "2026-06-01")...)
			n += len(out) + len(errOut)
			quiet(out + errOut)
		}
		words = words[:4]
		for _, dir := range []string{"public", "other"} {
			err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() {
					return err
				}
				data, err := os.ReadFile(p)
				quiet(p + "\n" + string(data))
				return err
			})
			if err != nil {
				t.Error(err)
			}
		}
	}
	if n < 20_000 {
		t.Errorf("only %d bytes were said", n)
	}
	// site.yaml that can't be read: what has ended is told, and no more.
	if err := os.WriteFile("content/site.yaml", []byte("title: [\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("YOUSAID_NAMES", names)
	t.Setenv("YOUSAID_CONSENTS", table)
	for _, args := range []string{"check", "build", "check --format json"} {
		code, out, errOut := command(t, append(strings.Split(args, " "), "--today", "2026-06-01")...)
		if code != exitBroke || !strings.Contains(errOut, "late.md#three: they took their words back") {
			t.Errorf("%s: %d\n%s%s", args, code, out, errOut)
		}
		quiet(out + errOut)
	}
}
