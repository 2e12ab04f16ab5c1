package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"yousaid/generator"
	"yousaid/generator/finding"
	"yousaid/generator/trace"
)

// listed is how many places are listed of one kind; a person who has looked at
// these looks further with an editor's search.
const listed = 30

func (t *taking) places(list []finding.Pos) {
	for i, p := range list {
		if i == listed {
			t.tell("  and %d more", len(list)-listed)
			break
		}
		t.tell("  %s", place(p))
	}
}

// look tells what remains, here and elsewhere.
func (t *taking) look() {
	p := t.plan
	if in, done, err := t.input(); err == nil {
		if in.Theme, err = loadTheme(""); err == nil {
			p.Words.Ignore(generator.OwnTexts(in)...)
		}
		done()
	}
	if p.Words.Empty() {
		t.tell("\nThere were no words to look for: they are too short to be known again, or they were taken out before and git holds no earlier version.")
	} else {
		stop := t.progress("Looking for what remains …")
		t.lookInWebsite()
		t.lookBeside()
		t.lookInGit()
		stop()
	}
	t.toRead()
	t.outside()
}

func (t *taking) lookInWebsite() {
	root, err := os.OpenRoot(t.opt.public)
	if err != nil {
		return
	}
	defer root.Close()
	found := trace.Folder(root.FS(), filepath.ToSlash(t.opt.public), t.plan.Words, nil)
	if !found.Any() {
		t.tell("\nWe looked in %s of %s and found none of the words.%s", count(found.Files, "file"), t.opt.public, unseen(found))
		return
	}
	t.online = true
	t.tell("\nIn %s there are still runs of these words.%s", t.opt.public, unseen(found))
	t.places(found.Places)
	t.tell("Another report or page may say the same. Nothing was removed there: look, and decide.")
}

// unseen says what a look has not seen.
func unseen(f *trace.Found) string {
	out := ""
	if f.Closed > 0 {
		out += fmt.Sprintf(" Of pictures, films and other closed files (%d) only the text around them was read.", f.Closed)
	}
	if f.Large > 0 {
		out += fmt.Sprintf(" Not looked into, because they are over 5 MB: %d.", f.Large)
	}
	if f.Unread > 0 {
		out += fmt.Sprintf(" Links, and what cannot be opened: %d.", f.Unread)
	}
	return out
}

// lookBeside looks through the folder that is worked in: other reports, drafts,
// notes, what an editor keeps beside a file.
func (t *taking) lookBeside() {
	dir := t.content
	if t.git != nil {
		dir = t.git.Top
		if here, err := filepath.Abs("."); err == nil {
			if rel, err := filepath.Rel(resolved(here), resolved(dir)); err == nil {
				dir = rel
			}
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return
	}
	defer root.Close()
	top, site := resolved(dir), resolved(t.opt.public)
	found := trace.Folder(root.FS(), filepath.ToSlash(dir), t.plan.Words, func(p string) bool {
		return p == ".git" || filepath.Join(top, filepath.FromSlash(p)) == site
	})
	if !found.Any() {
		folder := "the folder " + filepath.Clean(dir)
		if filepath.Clean(dir) == "." {
			folder = "this folder"
		}
		t.tell("\nWe looked in %s of %s and found none of the words.%s", count(found.Files, "other file"), folder, unseen(found))
		return
	}
	t.tell("\nThese files still hold runs of these words.%s", unseen(found))
	t.places(found.Places)
	t.tell("They may be another person's, or this person's told again. Nothing was removed there: look, and decide.")
}

func (t *taking) lookInGit() {
	var h *trace.History
	err := t.noGit
	if err == nil {
		h, err = t.git.History(t.plan.Words)
	}
	switch {
	case errors.Is(err, trace.ErrNoRepository):
		t.tell("\nThe folder is in no git repository, so there was no history to look in.")
		return
	case errors.Is(err, trace.ErrNoGit):
		t.tell("\nThere is no git on this computer, so the history was not looked in. If the folder is kept in git, run this where git is.")
		return
	case err != nil:
		t.tell("\nGit would not show its history, so it was not looked in. Ask a technical colleague to run git fsck in this folder.")
		return
	}
	notes := unseen(&trace.Found{Closed: h.Closed, Large: h.Large})
	if h.Shallow {
		notes += " This copy does not hold the whole history: look in a full copy too."
	}
	if !h.Any() {
		t.tell("\nWe looked in %s of git and found none of the words.%s", count(h.Objects, "object"), notes)
		return
	}
	t.tell("\nIn git, these words are still in %s of %d.%s", count(h.Count(), "object"), h.Objects, notes)
	t.hits(h)
	t.tell("%s", clearGit)
}

func (t *taking) hits(h *trace.History) {
	for i, hit := range h.Hits {
		if i == listed {
			t.tell("  and %d more", len(h.Hits)-listed)
			break
		}
		t.tell("  %s", hitWords(hit))
	}
	if h.Refs > 0 {
		t.tell("  %s", count(h.Refs, "branch or tag name"))
	}
	if h.Staged > 0 {
		t.tell("  %s in the next commit", count(h.Staged, "file name"))
	}
	t.places(h.Beside)
}

func hitWords(h trace.Hit) string {
	what := map[trace.Kind]string{trace.BlobHit: "a file", trace.CommitHit: "the message of a commit", trace.TagHit: "the message of a tag", trace.TreeHit: "the name of a file"}[h.Kind]
	where := map[trace.Where]string{
		trace.Nowhere: "kept by git although nothing leads to it", trace.Earlier: "in the list of earlier versions (reflog)", trace.Staged: "set aside for the next commit",
		trace.Stash: "in a stash", trace.Note: "in a note", trace.Reachable: "on a branch or tag",
	}[h.Where]
	out := what + " (" + h.Object + ")"
	if h.Path != "" {
		out = what + " " + h.Path + " (" + h.Object + ")"
	}
	out += ", " + where
	if len(h.Commits) > 0 {
		out += ", changed in " + strings.Join(h.Commits, ", ")
		if h.More > 0 {
			out += " and more"
		}
	}
	return out
}

const clearGit = `To take them out of git, ask a technical colleague, and give them this:
  1. Ask everybody who works in this repository to stop, and to hand in what they have.
  2. Write the words, one line each, into a file outside of this folder. Run
     git filter-repo --replace-text FILE --replace-message FILE
     and remove branches, tags and notes that have them in their name. Remove FILE.
  3. Throw away stashes: git stash clear. Then, here and wherever the repository lies:
     git reflog expire --expire=now --all && git gc --prune=now
  4. Send it to the host: git push --force --all and git push --force --tags.
     Everybody deletes their copy and makes a new one.
  5. Ask the host's support to clear cached views and closed pull requests, and ask
     the owners of forks. Then run the same command again: it looks once more.`

// toRead sends a person to the lines that may still tell the story.
func (t *taking) toRead() {
	type line struct {
		at   finding.Pos
		text string
	}
	var lines []line
	for _, file := range t.reports() {
		text := strings.ReplaceAll(string(bytes.ReplaceAll(file.text, []byte("\r\n"), []byte("\n"))), "\r", "\n")
		all := strings.Split(text, "\n")
		for _, p := range t.plan.Words.Alike(file.name, text) {
			lines = append(lines, line{p, all[p.Line-1]})
		}
	}
	if len(lines) > 0 {
		t.tell("\nThese lines of the report may still tell this person's story. Read them again:")
		show := t.opt.show
		if t.asks && !show && t.canShow() {
			answer, _ := t.askLine(t.lines, fmt.Sprintf("Show %s here? Type yes:", count(len(lines), "line")))
			show = strings.EqualFold(answer, "yes")
		}
		for _, l := range lines {
			t.tell("  %s", place(l.at))
			if show {
				fmt.Fprintln(t.out, "      > "+printable(l.text))
			}
		}
	}
	if len(t.plan.Beside) > 0 {
		t.tell("\nThere are notes next to what was taken out. Look whether they are about this person:")
		t.places(t.plan.Beside)
	}
	if len(t.plan.Allowances) > 0 {
		t.tell("\nThese allowances are for words that were in it. Remove them if nothing else needs them:")
		t.places(t.plan.Allowances)
	}
	if len(t.plan.KeyAt) > 0 {
		t.tell("\nThe record is also named here:")
		t.places(t.plan.KeyAt)
	}
}

type reportFile struct {
	name string
	text []byte
}

// reports are the reports of this withdrawal as they are now.
func (t *taking) reports() []reportFile {
	var files []string
	for _, e := range t.plan.Edits {
		files = append(files, e.Name)
	}
	for _, v := range t.plan.Down {
		files = append(files, v.File)
	}
	slices.Sort(files)
	var out []reportFile
	for _, name := range slices.Compact(files) {
		if text, err := os.ReadFile(filepath.FromSlash(name)); err == nil {
			out = append(out, reportFile{name, text})
		}
	}
	return out
}

func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, s)
}

// outside lists the copies that no program can reach.
func (t *taking) outside() {
	t.tell("%s", copies)
	if len(t.plan.SharedWith) > 0 {
		t.tell("  - those whom the report was shown to: shared_with, at the places named at the top")
	}
	t.tell("Tell the young person what is done, and which of these you cannot clear.")
}

const copies = `
Copies may remain in places that this program cannot reach. Go through them:
  - the website online, until you publish the new one; look at the page yourself
  - older deploys and previews at your host: delete them there
  - runs of your CI: their files, artefacts and logs
  - caches and content delivery networks: ask your host to clear them
  - forks and other copies of the repository, and colleagues' computers and backups
  - feed readers: they keep what they fetched
  - search engines: ask each to remove outdated content
  - web archives, as the Wayback Machine: ask them to leave the page out
  - social media, newsletters and e-mails that quoted it
  - printed sheets, posters, slides and minutes
  - partners who were sent it or copied it`
