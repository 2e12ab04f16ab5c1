package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Killed at any instant, every report is as it was or without the words, never
// half, and running the same command again finishes it.
func TestKilledWhileTakingDownEveryFileIsOldOrNew(t *testing.T) {
	dir := t.TempDir()
	content, public := filepath.Join(dir, "content"), filepath.Join(dir, "public")
	const n, key = 40, "C-ALLOFIT"
	old, want := map[string][]byte{}, map[string][]byte{}
	fill := func() {
		makeSite(t, content, "first", 0, n)
		for i := range n {
			p := filepath.Join(content, "reports", fmt.Sprintf("report-%d.md", i))
			text := strings.Replace(reportText(i, "first"), fmt.Sprintf("record: C-%dB", i), "record: "+key, 1)
			write(t, p, text)
			from := strings.Index(text, "    words: Number "+fmt.Sprint(i)+" keeps")
			to := strings.Index(text, "anonymity:")
			old[p], want[p] = []byte(text), []byte(text[:from]+"    withdrawn: "+day+"\n"+text[to:])
		}
	}
	take := func() (string, error) {
		out, err := program(t, "withdraw", "--record", key, "--yes", "--content", content, "--public", public, "--today", day).CombinedOutput()
		return string(out), err
	}
	fill()
	built(t, content, public)
	begin := time.Now()
	if out, err := take(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	whole := time.Since(begin)
	r := rand.New(rand.NewPCG(9, 9))
	const enough = 5
	kills, between, rounds := 0, 0, 10
	if os.Getenv("PROVE") != "" {
		rounds = 100
	}
	// On a busy machine many runs end before they can be killed.
	for round := 0; round < rounds || kills < enough && round < 10*rounds; round++ {
		fill()
		built(t, content, public)
		cmd := program(t, "withdraw", "--record", key, "--yes", "--content", content, "--public", public, "--today", day)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(r.Int64N(int64(whole))))
		_ = cmd.Process.Kill()
		if cmd.Wait() != nil {
			kills++
		}
		news := 0
		for p := range old {
			now, err := os.ReadFile(p)
			switch {
			case err != nil:
				t.Fatal(err)
			case bytes.Equal(now, want[p]):
				news++
			case !bytes.Equal(now, old[p]):
				t.Fatalf("round %d: %s is neither old nor new", round, filepath.Base(p))
			}
		}
		if news > 0 && news < n {
			between++
		}
		out, err := take()
		if err != nil && !strings.Contains(out, "no report names this record") {
			t.Fatalf("round %d: %v\n%s", round, err, out)
		}
		for p := range want {
			if now, _ := os.ReadFile(p); !bytes.Equal(now, want[p]) {
				t.Fatalf("round %d: the second run did not finish %s", round, filepath.Base(p))
			}
		}
		for p, data := range tree(t, public) {
			if strings.Contains(string(data), "zibbledock") {
				t.Fatalf("round %d: the words are in %s", round, p)
			}
		}
		if strings.Contains(out, "zibbledock") {
			t.Fatal("the words are printed")
		}
		if left, _ := filepath.Glob(filepath.Join(content, "reports", ".yousaid-*")); err == nil && len(left) > 0 {
			t.Fatalf("round %d: half a file is left: %v", round, left)
		}
	}
	if kills < enough {
		t.Errorf("only %d runs were killed in time", kills)
	}
	t.Logf("%d killed, %d of them between two files", kills, between)
}

// tree are the files of a folder.
func tree(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			out[p], err = os.ReadFile(p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
