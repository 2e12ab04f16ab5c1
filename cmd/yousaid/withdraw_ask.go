package main

import (
	"fmt"
	"regexp"
	"strings"
)

// spacedID is a report and an id that a space keeps apart.
var spacedID = regexp.MustCompile(`^(\S+)(?:\s+#\s*|#\s+)(\S+)$`)

// spaced refuses an id that stands apart from its report. Most shells drop
// everything behind such a space before this program sees it: then ask says
// that a whole report would go.
func spaced(args []string) error {
	m := spacedID.FindStringSubmatch(strings.Join(args, " "))
	if m == nil {
		return nil
	}
	command := "yousaid withdraw later-bus#late"
	if plain := regexp.MustCompile(`^[a-z0-9/.-]+$`); plain.MatchString(m[1]) && plain.MatchString(m[2]) {
		command = "yousaid withdraw " + m[1] + "#" + m[2]
	}
	return mistyped("there is a space before or after the #, so nothing was taken down", "Write it without the space: "+command)
}

// ask wants a clear yes before anything is changed.
func (t *taking) ask() error {
	if len(t.plan.Edits) == 0 || t.opt.yes {
		return nil
	}
	if !t.asks {
		return mistyped("there is nobody here to say yes", "Add --yes to take it down, or --dry-run to see only what would be done.")
	}
	question, yes := t.question()
	answer, _ := t.askLine(t.lines, question)
	if !strings.EqualFold(answer, yes) && !(yes == "yes" && isYes(answer)) {
		return decided("Nothing was taken down.", "Run it again when you are ready. Until then the words stay where they are.")
	}
	return nil
}

// question is what a person is asked, and what they type for yes. A whole report
// has an answer of its own: nobody shall lose one by habit, or because a space
// before the # kept an id from this program.
func (t *taking) question() (question, yes string) {
	n, reports, voices, unread := 0, 0, 0, false
	for _, e := range t.plan.Edits {
		n += len(e.Voices)
		if e.Whole {
			reports, voices, unread = reports+1, voices+len(e.Inside), unread || e.Unread
		}
	}
	if reports == 0 {
		return fmt.Sprintf("\nTake down what is listed above (%d)? It cannot be brought back. Type yes:", n), "yes"
	}
	inside := "with no voices in it"
	switch {
	case unread:
		inside = "with all voices in it; it cannot be read, so nobody can tell how many"
	case voices == 1:
		inside = "with the 1 voice in it"
	case voices > 1:
		inside = fmt.Sprintf("with all %d voices in it", voices)
	}
	return fmt.Sprintf("\nThis takes down the WHOLE REPORT, %s.\nFor one voice alone, type no, and write its id behind a # with no space, as yousaid withdraw later-bus#late.\n"+
		"Take the whole report down? It cannot be brought back. Type whole report:", inside), "whole report"
}
