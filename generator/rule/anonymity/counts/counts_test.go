package counts_test

import (
	"slices"
	"strings"
	"testing"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity"
	"yousaid/generator/rule/anonymity/counts"
	"yousaid/generator/rule/ruletest"
)

// found are the findings about numbers and only ones in a report.
func found(t testing.TB, report string) []finding.Finding {
	t.Helper()
	return ruletest.Check(t, numbers, ruletest.Settings, report)
}

var numbers = []rule.Rule{counts.SmallShare, counts.SmallCount, counts.OnlyOne}

func rulesIn(list []finding.Finding) string {
	var out []string
	for _, f := range list {
		out = append(out, f.Rule)
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}

func asked(n, text string) string {
	lines := "asked: {people: " + n + "}\n"
	return strings.Replace(ruletest.Lay(lines), "The last bus leaves too early.", text, 1)
}

func TestASmallShareOfAnAnswerStops(t *testing.T) {
	for _, text := range []string{
		"Of the eight who answered, seven said yes.",
		"Out of the 12 of you who filled it in, nine said yes.",
		"Of the 12 who were asked, nine said yes.",
		"Most of you said yes. 3 were not sure.",
		"Two of us said no.",
		"Only one disagreed.",
		"Only one of you wanted it to stay.",
		"4 out of 12 were happy with it.",
		"4 out of 12 young people came by bus, and 4 of the 12 walked.",
		"Three of the twelve wanted a lock.",
		"25 % of the 8 were against it.",
		"25% of 8 young people said no.",
		"All but two said yes.",
		"3 of the 10 said no.",
		"22 of 23 (96%) were in favour.",
		"The zone: 212 for (85%), 35 against (14%), 3 unsure (1%).",
		"Online: one for, one against.",
		"Eleven people answered on paper, and two people answered online.",
		"There were 2 replies.",
		"Most said yes. 3 (12%) said no.",
		"Everyone except one wanted to go.",
		"All but two of you like the new food.",
		"Everybody apart from three people voted for the park.",
		"Ten of you were for it. Two\nyoung people didn't know.",
		"One of you disagreed.",
		"Two voted against it.",
		"There were 3 votes against it.",
		"Four young people who answered did not want it.",
		"2 children felt left out.",
		"3 wouldn't go there.",
		"2 of them preferred Mondays.",
		"Just two members wanted the old name.",
		"11 out of 12 young people said yes.",
		"12 of you were asked. 9 said yes.",
		"We asked 12 young people. Nine of you wanted a later bus.",
		"20 young people answered. 9 said yes and 8 said no.",
		"20 young people took part. 90% of you liked it.",
		"T\u200bwo of us said no.",
		"| Answer | People |\n| --- | --- |\n| Yes | 14 |\n| No | 3 |",
		"| | How many of you |\n| --- | --- |\n| Bus | 14 |\n| Bike | 2 |",
		"| Answer | Count |\n| --- | --- |\n| Yes | 14 |\n| Not sure | 2 (8%) |",
		"| Answer | People |\n| --- | --- |\n| Yes | 14 |\n| No | fewer than 5 |\n| Total | 17 |",
		"| What we counted | Before | After |\n| --- | --- | --- |\n| Young people who know it | 3 | 124 |\n| Lamps | 2 | 9 |",
		"We asked 20 of you.\n\n| Answer | Share |\n| --- | --- |\n| Yes | 90% |\n| No | 10% |",
	} {
		if got := rulesIn(found(t, ruletest.Body(text))); !strings.Contains(got, "small-share") {
			t.Errorf("%q: %q", text, got)
		}
	}
	for _, test := range [][2]string{
		{"12", "Nine of you said yes."},
		{"8", "Half of you said yes, and 50% of you said no."},
		{"8", "Three out of four of you said yes."},
		{"24", "12 said yes and 9 said no."},
	} {
		if got := rulesIn(found(t, asked(test[0], test[1]))); got != "small-share" {
			t.Errorf("%s asked: %q: %q", test[0], test[1], got)
		}
	}
}

// A band is enough, where a percentage makes a number of it: it is the band that
// goes.
func TestAPercentageHidesHowManyWereAsked(t *testing.T) {
	for _, test := range []struct {
		n, text string
		hidden  bool
	}{
		{"23", "96% of the people who answered were in favour.", true},
		{"12", "75% of you said yes.", true},
		{"230", "96% of the people who answered were in favour.", false},
		{"23", "The bus is on time 96% of the time.", false},
	} {
		list := ruletest.Check(t, []rule.Rule{counts.CountHidden}, ruletest.Settings, asked(test.n, test.text))
		if got := counts.HidesAsked(list); got != test.hidden {
			t.Errorf("%s asked, %q: hidden %v", test.n, test.text, got)
		}
	}
}

// The two numbers need not stand in one place.
func TestATotalAndAPartAreFoundAcrossTheReport(t *testing.T) {
	for _, keys := range []string{
		"summary: Nine of you wanted a later bus.\nasked: {people: 12}\n",
		"asked: {people: 12}\ndecision: {because: Nine of you wanted it.}\n",
		"asked: {people: 12}\nimpact: [{change: The bus is later, shown: nine of you said so in May}]\n",
		"summary: We asked 12 young people.\ndecision: {because: Nine of you wanted it.}\n",
	} {
		if got := rulesIn(found(t, ruletest.Lay(keys))); got != "small-share" {
			t.Errorf("%q: %q", keys, got)
		}
	}
}

func TestAnyOtherSmallCountOfPeopleWarns(t *testing.T) {
	for _, text := range []string{
		"Two young people helped.",
		"Three of you came along to the bus company.",
		"Four care experienced young people chose the paint.",
		"A girl and 2 boys painted it. 2 boys were there again.",
		"One young person helped to paint it.",
		"We met with three pupils.",
		"We asked three young people.",
	} {
		got := rulesIn(found(t, ruletest.Body(text)))
		if text[0] == 'F' {
			got = strings.Replace(got, "small-share", "small-count", 1) // chose is an answer too
		}
		if got != "small-count" {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestCountsOfOtherThingsAreLeftAlone(t *testing.T) {
	for _, text := range []string{
		"One of the lamps is out. One day it will be mended.",
		"One young person said that it is dark.",
		"We put in three lamps and two buses go each hour.",
		"It opens at 3 and closes at 4.",
		"You are 3 times as likely to wait for four weeks.",
		"It costs £3, or £2 for members.",
		"Year 3 said thank you. Room 4 wanted a lock.",
		"Article 12 said so.",
		"Some of you do. Many just want to choose.",
		"All but two homes have a garden. All but two of the lamps work.",
		"4 out of 12 homes have it.",
		"You gave it 3 out of 10.",
		"At least three of you said so. More than 2 people voted.",
		"Fewer than 5 people answered online.",
		"12 young people answered. 6 said yes and 6 said no.",
		"Six out of ten of the people we asked said that it is better. Four out of five of you liked it.",
		"No one said no. Everyone said yes. Each one said why.",
		"Two workers help. Three members of staff wanted to join.",
		"Buses are on time 95% of the time. A 10% discount.",
		"60.1% were against the scheme.",
		"Three hundred of you voted. 3,000 people answered.",
		"On 3 March you said it. 16-17 said it too.",
		"250 people answered. 212 people (85%) were for it.",
		"We asked two charities and a garage.",
		"There are 43 rules. One is about fax machines.",
		"We bought two chairs. One is for the hall. You get two for one.",
		"250 people answered. 212 people (85%) were for it and 35 (14%) were against it.",
		"One for the kitchen, one for the hall.",
		"| Home | Lamps |\n| --- | --- |\n| Oak House | 3 |\n| Elm House | 2 |",
		"| Day | Buses |\n| --- | --- |\n| Monday | 3 |",
		"| Answer | Cost |\n| --- | --- |\n| Yes | 3 |",
		"| Answer | People |\n| --- | --- |\n| Yes | 14 |\n| No | 12 |\n| Total | 26 |",
		"The only bus is at nine. It is the only one that goes there. The only thing you asked for.",
		"You are not the only one who feels like this.",
		"The only person who can open it is your worker.",
		"The only family hub is in town, and the only parent group meets on Mondays.",
		"Of the eight who came to the first day, all came again. Of the 40 who answered, 31 said yes.",
		"The first bus is late, and the first person to ask is your worker.",
		"Nobody else in the house can read it.",
		"The first of each month. At first. The youngest children have a room.",
	} {
		if got := rulesIn(found(t, ruletest.Body(text))); got != "" {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestSomebodyWhoIsTheOnlyOneStops(t *testing.T) {
	for _, text := range []string{
		"I am the only one who has to leave.",
		"I'm the only one in my class.",
		"She was the only girl in the home.",
		"He is the only trans boy at the club.",
		"The only Muslim in the house has no place to pray.",
		"The only young person from the village got a pass.",
		"The only wheelchair user at the club could not get in.",
		"She was the first ever to finish.",
		"The first care experienced apprentice to join us.",
		"The first young person in the county to get one.",
		"Nobody else in the home has a dog.",
		"Our youngest member chose the colour.",
		"The youngest in the group chose it.",
		"You feel like the only one.",
		"Our only Traveller girl said that school is hard.",
		"The only girl wants a lock on her door.",
	} {
		if got := rulesIn(found(t, ruletest.Body(text))); got != "only-one" {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestTheNumberFromWhichOnACountIsSmallIsTheSites(t *testing.T) {
	for _, test := range []struct {
		small, text, want string
	}{
		{"3", "Three of you said no.", ""},
		{"3", "Two of you said no.", "small-share"},
		{"10", "Nine of you said no.", "small-share"},
	} {
		settings := strings.Replace(ruletest.Settings, "review: bound", "small_number: "+test.small, 1)
		if got := rulesIn(ruletest.Check(t, anonymity.TextRules, settings, ruletest.Body(test.text))); got != test.want {
			t.Errorf("under %s, %q: %q", test.small, test.text, got)
		}
	}
}

func TestACountIsPointedAt(t *testing.T) {
	report := ruletest.Body("Most of you said yes.\n**Three** of you\nwere not sure.\n\n| Answer | People |\n| --- | --- |\n| Yes | 14 |\n| No | 3 |")
	lines := strings.Split(report, "\n")
	var got []string
	for _, f := range found(t, report) {
		if f.Pos.Line == f.Pos.EndLine {
			got = append(got, lines[f.Pos.Line-1][f.Pos.Col-1:f.Pos.EndCol-1])
		} else {
			got = append(got, lines[f.Pos.Line-1][f.Pos.Col-1:]+"…"+lines[f.Pos.EndLine-1][:f.Pos.EndCol-1])
		}
	}
	if want := []string{"Three** of you…were not sure", "3"}; !slices.Equal(got, want) {
		t.Errorf("pointed at %q", got)
	}
}

func BenchmarkCounts(b *testing.B) {
	report := ruletest.Body(strings.Repeat("You told us that the last bus leaves too early, and that one of the lamps at the stop is out. Twelve of you came to the meeting at the library. ", 10))
	e, verdicts, set := ruletest.Read(b, ruletest.Settings, report)
	for b.Loop() {
		rule.Check(numbers, e, verdicts, set, ruletest.Today)
	}
}
