package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// A question is one thing that a stranger who wants to find somebody out would
// try. Yes is the good answer.
type question struct {
	ask  string // on its own line, and in the forms of the recipes
	how  string // how to find out
	ifNo string // what to do then
}

// checklist are the questions of entry.Checklist. They follow the "motivated
// intruder" test of the Information Commissioner's guidance on anonymisation:
// somebody without special knowledge, who is determined to find out who it is
// and uses the web, the press, libraries and people they can ask. Change what
// is asked, and the list needs a new name: an old answer is none to a new
// question. The forms in starter/ ask the same (a test compares them).
var checklist = []question{
	{
		"Did you read the whole report, and did somebody else write it?",
		"Read the title, the text, every voice, and what stands for the pictures. Read it as if you had never heard of it.",
		"Read it to the end first. If you wrote any of it, ask a colleague.",
	},
	{
		"Are all names, nicknames, schools, streets and clubs of young people out?",
		"Look at the small places too: file names, link addresses, the words for a picture, who is thanked.",
		"Take them out, or write a role: “a young person”, “their school”.",
	},
	{
		"Would their classmates, neighbours, family and past carers not know who said this?",
		"Think of the people who know the young person a little. A way of speaking, a date, a pet or an odd event can be enough.",
		"Take out the detail that gives them away, or ask the young person whether you may write a gist in its place.",
	},
	{
		"If you search the web, social media and the local papers for it, do you find nobody?",
		"Search for the most unusual words in it, for the event and the place, and for them together with the age.",
		"Take out what led you there.",
	},
	{
		"Is nobody the only one in this group, place or age who fits?",
		"Count in your head. If you can think of fewer than a handful, it is too few.",
		"Name a wider place, a wider age, or none.",
	},
	{
		"Read together with the other reports, does it still give nobody away?",
		"Look at the other reports of this group, and at what the same young person said elsewhere. Pieces join up.",
		"Take out the piece that joins them.",
	},
	{
		"Does it tell nothing about somebody else who was not asked?",
		"A brother, a friend, a carer, a worker. A story about a family has more than one person in it.",
		"Take that part out, or ask them too.",
	},
	{
		"Would you be fine with it if these words and pictures were yours, in ten years?",
		"Think of a new school, a first job, a child of their own who searches for them.",
		"Talk to the young person. A yes can be taken back, but copies stay.",
	},
}

// writeChecklist prints the questions for paper, or for a person who answers
// somewhere else.
func writeChecklist(w io.Writer, name string) {
	fmt.Fprintf(w, "The check list %s\n\nYes is the good answer. At the first no, stop: nothing is recorded.\n", name)
	for i, q := range checklist {
		fmt.Fprintf(w, "\n[ ] %d. %s\n    %s\n    If no: %s\n", i+1, q.ask, q.how, q.ifNo)
	}
}

// askAll asks the questions one by one. The words themselves are read in the
// report: nothing private is printed here.
func (a *app) askAll(lines *bufio.Scanner, path string) error {
	fmt.Fprintf(a.out, "Open %s and read all of it first.\n", path)
	for i, q := range checklist {
		answer := ""
		fmt.Fprintf(a.out, "\n%d of %d. %s\n    %s\n", i+1, len(checklist), q.ask, q.how)
		for there := true; there && !isAnswer(answer); {
			answer, there = a.askLine(lines, "    Type yes or no:")
		}
		if !isYes(answer) {
			return notClear(i)
		}
	}
	return nil
}

// takeAnswers goes through answers that were given elsewhere, one for each
// question.
func takeAnswers(answers []string) error {
	if len(answers) != len(checklist) {
		return mistyped(fmt.Sprintf("the check list has %d questions, and there are %d answers", len(checklist), len(answers)),
			"yousaid review --questions prints the list as it is now. A form that asks fewer is out of date.")
	}
	for i, answer := range answers {
		switch {
		case isYes(answer):
		case isAnswer(answer):
			return notClear(i)
		default:
			return mistyped(fmt.Sprintf("answer %d has to be yes or no", i+1), "Write the answers in order, as --answers yes,yes,no.")
		}
	}
	return nil
}

func isYes(answer string) bool {
	answer = strings.ToLower(strings.TrimSpace(answer))
	return answer == "yes" || answer == "y" || answer == "true"
}

func isAnswer(answer string) bool {
	answer = strings.ToLower(strings.TrimSpace(answer))
	return isYes(answer) || answer == "no" || answer == "n" || answer == "false"
}

func notClear(i int) error {
	return decided(fmt.Sprintf("Thank you for looking so closely. Your answer to question %d was not yes, so nothing was recorded.", i+1),
		"What helps now: "+checklist[i].ifNo+"\nThen the check can be done again, from the first question.")
}
