package entry

import (
	"bytes"
	"crypto/sha256"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"yousaid/generator/finding"
)

// Outside is what is kept outside of the site's folder, because the folder is
// copied to places where it has no business. The zero Outside is nothing.
type Outside struct {
	Names    Kept // real names that may stand nowhere, one a line
	Consents Kept // what people agreed to, by the key of their paper
}

// Kept is one file that is kept outside.
type Kept struct {
	Setting string // what names it, as YOUSAID_NAMES; "" when nothing does
	Text    Private
	Problem KeptProblem
}

// KeptProblem is what is wrong with where a file is kept. The zero one is none.
type KeptProblem uint8

const (
	KeptWell    KeptProblem = iota
	KeptInside              // within the site's folder, or in a git repository; read all the same
	KeptNowhere             // it can't be read
	KeptTwice               // it is named in two ways that can't both be meant
	KeptUnsaid              // the settings that would say where it is can't be understood
	KeptTold                // the settings that say where it is can be seen by git
)

// With is k with more rows, which stand somewhere else.
func (k Kept) With(setting, rows string) Kept {
	if k.given() {
		setting, rows = k.Setting+", "+setting, k.Text.Reveal()+"\n"+rows
	}
	return Kept{Setting: setting, Text: Secret(rows), Problem: k.Problem}
}

// lookWhere is what to do about a list that can't be read.
func (k Kept) lookWhere(form string) string {
	if k.Problem == KeptUnsaid {
		return "Look into " + k.Setting + ". There can be two keys in it, names and consents, each with a colon, a space and a path."
	}
	return "Look whether it is where " + k.Setting + " says, and saved as " + form + "."
}

func (k Kept) given() bool { return k.Setting != "" }

// What people call the two lists. Findings about them name no file: its path may
// hold a name.
const (
	theNames    = "Private list of names"
	theConsents = "Consent register"
)

// at is one of the lists, and what is meant of it, as "row 3".
func at(list string, parts ...string) finding.Pos {
	return finding.Pos{File: strings.Join(append([]string{list}, parts...), ", ")}
}

func rowOf(n int) string { return "row " + strconv.Itoa(n) }

// text is what a file holds, with line ends as everywhere.
func (k Kept) text() (string, bool) {
	raw := bytes.TrimPrefix([]byte(k.Text.Reveal()), []byte("\uFEFF"))
	if len(raw) >= 2 && (raw[0] == 0xFF && raw[1] == 0xFE || raw[0] == 0xFE && raw[1] == 0xFF) {
		raw = fromUTF16(raw)
	}
	raw = bytes.ReplaceAll(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	return string(raw), k.Problem != KeptNowhere && k.Problem != KeptTwice && k.Problem != KeptUnsaid && utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0
}

// fromUTF16 reads what some programs save as text.
func fromUTF16(raw []byte) []byte {
	var units []uint16
	for i := 2; i+1 < len(raw); i += 2 {
		low, high := raw[i], raw[i+1]
		if raw[0] == 0xFE {
			low, high = high, low
		}
		units = append(units, uint16(low)|uint16(high)<<8)
	}
	return []byte(string(utf16.Decode(units)))
}

// Take makes s know what is kept outside, and tells what is wrong with it. A
// file that lies in the wrong place is used all the same: not to use it would
// only let more through.
func (s *Settings) Take(o Outside) []finding.Finding {
	var out []finding.Finding
	sum := sha256.New()
	sum.Write(s.Sum[:])
	for i, k := range []Kept{o.Names, o.Consents} {
		hash := sha256.Sum256([]byte(k.Text.Reveal()))
		sum.Write(hash[:])
		sum.Write([]byte{byte(k.Problem), byte(min(len(k.Setting), 1))})
		if k.Problem == KeptTold {
			out = append(out, PrivateListInside.At(finding.Pos{File: k.Setting}, "this file says where your private lists are, and it can be put online with your folder",
				"Ask a technical colleague to add its name to the file .gitignore. If it was in git before, move the lists."))
		}
		if k.Problem == KeptInside {
			out = append(out, PrivateListInside.At(at([]string{theNames, theConsents}[i]), "this list lies in the website's folder or in a git repository, where it could be published",
				"Move it out, and write its new place in "+k.Setting+". If it was in git before, tell your data protection lead today."))
		}
	}
	s.Sum = [sha256.Size]byte(sum.Sum(nil))
	out = append(out, s.takeNames(o.Names)...)
	return append(out, s.takeConsents(o.Consents)...)
}

func (s *Settings) takeNames(k Kept) []finding.Finding {
	if !k.given() {
		s.NamesLost = s.Privacy.Names.Value == "required"
		if !s.NamesLost {
			return nil
		}
		return []finding.Finding{PrivateListUnreadable.At(at(theNames), "site.yaml asks for this list, and nothing says where it is, so every report is held",
			"Write in .yousaid-local.yaml where it is. On GitHub or GitLab, add it as YOUSAID_NAMES.")}
	}
	text, ok := k.text()
	if !ok {
		s.NamesLost = true
		return []finding.Finding{PrivateListUnreadable.At(at(theNames), "this list cannot be read, so nobody can tell whose names stand in a report, and every report is held",
			k.lookWhere("plain text (UTF-8)"))}
	}
	names, odd, crowded := parseNames(text)
	s.Names = names
	out := append(rows(odd, "there is no name in this row that can be looked for", "Write the name with two letters or more, or remove the row."),
		rows(crowded, "there is more in this row than one name, so it finds nobody", "Write one name in each row, as people say it, the first name first. A note goes behind a space and a #.")...)
	if s.Privacy.Names.Value == "required" && len(names.whole) == 0 {
		s.NamesLost = true
		out = append(out, PrivateListUnreadable.At(at(theNames), "site.yaml asks for this list, and there is no name in it, so every report is held", "Write one name in each row."))
	}
	return out
}

func rows(numbers []int, message, hint string) []finding.Finding {
	var out []finding.Finding
	for _, n := range numbers {
		out = append(out, PrivateListRow.At(at(theNames, rowOf(n)), message, hint))
	}
	return out
}
