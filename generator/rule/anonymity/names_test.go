package anonymity_test

import (
	"strings"
	"testing"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity"
	"yousaid/generator/rule/ruletest"
)

// markedNames writes a text with what the rules found in it between brackets: the
// first letter of the rule, and ? for a warning.
func markedNames(t *testing.T, text string) string {
	t.Helper()
	var b strings.Builder
	r, last := []rune(text), 0
	for _, f := range inOrder(rulesOnText(t, text)) {
		i, j := f.Pos.Col-1, f.Pos.EndCol-1
		if i < last || j > len(r) || j < i {
			t.Fatalf("%q: findings lie in each other or outside", text)
		}
		mark := f.Rule[:1]
		if f.Level == finding.Warn {
			mark = "?"
		}
		b.WriteString(string(r[last:i]) + "[" + mark + " " + string(r[i:j]) + "]")
		last = j
	}
	return b.String() + string(r[last:])
}

func inOrder(list []finding.Finding) []finding.Finding {
	finding.Sort(list)
	return list
}

// markedAs fails when other names are found in a text than those that are marked.
func markedAs(t *testing.T, want string) {
	t.Helper()
	plain := strings.NewReplacer("[p ", "", "[r ", "", "[w ", "", "[? ", "", "]", "").Replace(want)
	if got := markedNames(t, plain); got != want {
		t.Errorf("want %s\n got %s", want, got)
	}
}

func TestNamesAreFoundWhereTheyStand(t *testing.T) {
	for _, want := range []string{
		"The bus is late for [p Aaliyah] and everybody.",
		"[p Kayden Okafor-Smith] asked twice.",
		"My mum [r Tracey] and my nan, [r Jean], came.",
		"My brother ([r Yusuf]) was not asked.",
		"It was [r Sheila], my foster carer, who rang.",
		"Her friend is called [r Bisi].",
		"Our social worker is [w Dave].",
		"[w Priya], my social worker, rang.",
		"Mr [w Okonkwo] and Miss [w Bell] agreed.",
		"Uncle [r Tariq] was told.",
		"my mate [r kayden] said so",
		"me and [p aaliyah] waited",
		"We told [p Will] and [p Grace] first.",
		"[p Will] said it would not work.",
		"[p Hope], [p Faith] and [p Mia] made the film.",
		"[p Chelsea] told us about the match at Chelsea.",
		"The idea was [p Siân]'s.",
		"[p TYRONE] was not there.",
		"[p O'Brien] and [p D'Angelo] won.",
		"Young person [p K] felt unsafe.",
		"[p R. Featherstone] was there.",
		"The group of [p J.S]. met.",
		"This is #JusticeFor[p Aaliyah] now.",
		"It was [p J4ck] and [p M1a] again.",
		"[p Олена] told us.",
		"It was [p kAyDeN] again.",
		"We met [p Zhubarka] at the gate.",
		"We went with [? zhubarka] to the gate.",
	} {
		markedAs(t, want)
	}
}

func TestWhatIsNoNameIsLeftAlone(t *testing.T) {
	for _, text := range []string{
		"Will you come? May we hope for more? Mark the day, bill the council, chase the bus.",
		"Grace periods end in May. The June meeting is on 3 April 2026.",
		"Hope, trust and time came up most. Faith in us grew.",
		"The Rose Project meets at Hope House with the Grace Fund.",
		"CAMHS, the IRO and the NHS answered. Ofsted came. Barnardo's and Coram Voice helped.",
		"We like Minecraft, TikTok, Greggs and McDonald's. Jack Petchey paid.",
		"Child A and Child B are made up.",
		"Things To Do In Your Summer Holidays",
		"# What We Want From Our Foster Carers",
		"We went to Leeds, Whitby and the Isle of Wight.",
		"ngl the wifi is bare slow n nobody gives a monkeys innit",
		"Diolch yn fawr i bawb. Mae'r bobl ifanc wedi dweud digon.",
		"Ask your social worker. My mum is lovely and my friend will say so.",
		"Look in the Children in Care Council's pledge, Section 20, or your Pathway Plan.",
		"Teh office definately recieved it, accross teh road.",
		"soooooo good hahahaha",
	} {
		if got := markedNames(t, text); got != text {
			t.Errorf("%s", got)
		}
	}
}

func TestOneFindingForOnePerson(t *testing.T) {
	for _, text := range []string{"Grace Hill came.", "My mum Tracey Jones came.", "Mr T. Abubakar came.", "We met Mary-Jane van der Berg."} {
		if list := rulesOnText(t, text); len(list) != 1 {
			t.Errorf("%q has %d findings", text, len(list))
		}
	}
}

func checkNames(t testing.TB, report, settings string) []finding.Finding {
	t.Helper()
	return ruletest.Check(t, anonymity.TextRules, settings, ruletest.Lay(report))
}

func TestWhatSiteYamlNamesNeedsNoAllowance(t *testing.T) {
	report := "summary: Speak to Zhubarka Advocacy, or to Mr Young.\n"
	if got := len(checkNames(t, report, ruletest.Settings)); got != 2 {
		t.Errorf("%d findings without an advocate", got)
	}
	with := ruletest.Settings + "advocate: {name: Zhubarka Advocacy for young people}\n"
	list := checkNames(t, report, with)
	if len(list) != 1 || list[0].Rule != "worker-named" {
		t.Errorf("with an advocate named in site.yaml: %v", list)
	}
}

func TestANameThatSomebodyChoseIsNotHeld(t *testing.T) {
	const voice = "contributions:\n  - id: one\n    words: Zhubarka is what I am called here.\n    from: young-person\n    band: 16-17\n    CALLED\n    consent: {to: quote, given: 2026-02-01, by: [young-person], told: leaflet-v3, review: 2027-02-01}\n"
	if got := checkNames(t, strings.Replace(voice, "    CALLED\n", "", 1), ruletest.Settings); len(got) != 1 {
		t.Errorf("without the chosen name: %v", got)
	}
	if got := checkNames(t, strings.Replace(voice, "CALLED", "called: Zhubarka", 1), ruletest.Settings); len(got) != 0 {
		t.Errorf("with the chosen name: %v", got)
	}
}

func TestNamesAreFoundInEveryPartOfAReport(t *testing.T) {
	for name, report := range map[string]string{
		"title":   "title: Zhubarka and the bus\n",
		"summary": "summary: A bus for Zhubarka.\n",
		"alt":     "media:\n  - file: stop.jpg\n    alt: Zhubarka at the stop\n    people: none\n",
		"link":    "---\n## You said\n\nRead [this](/reports/zhubarka-bus/).\n",
		"target":  "---\n## You said\n\nRead [this](/reports/aaliyahs-bus/).\n",
		"heading": "---\n## You said\n\n### What Zhubarka Said\n\nMore buses.\n",
		"update":  "updates:\n  - date: 2026-03-01\n    text: |\n      Zhubarka rode on it.\n",
	} {
		if got := checkNames(t, report, ruletest.Settings); len(got) == 0 {
			t.Errorf("nothing is found in %s", name)
		}
	}
}

func BenchmarkNames(b *testing.B) {
	const part = "You told us that the last bus leaves before the film ends, and that it is dark at the stop. We asked the company. They said a later bus costs more than it brings in, so we counted who would ride on it. In March the council agreed to pay for a year. Somebody from the group will look at the numbers every month and tell you. "
	text := strings.Repeat(part, 5)
	e, verdicts, set := ruletest.Read(b, ruletest.Settings, ruletest.Body(text))
	names := []rule.Rule{anonymity.RelativeNamed, anonymity.WorkerNamed, anonymity.PersonName, anonymity.MaybeName}
	b.Run("300 words", func(b *testing.B) {
		for b.Loop() {
			rule.Check(names, e, verdicts, set, ruletest.Today)
		}
	})
	b.Run("without the rules", func(b *testing.B) {
		for b.Loop() {
			rule.Check(nil, e, verdicts, set, ruletest.Today)
		}
	})
}

// Each text holds one thing that is called like somebody, and somebody.
func TestWhatIsCalledLikeSomebodyIsToldFromPeople(t *testing.T) {
	for _, want := range []string{
		"The Sir Bobby Robson Foundation paid.",
		"Sarah's Law was read out. [p Sarah]'s idea won.",
		"We saw Jordan and Olive: all the paint colours.",
		"Saffron, Olive and Ruby were the paint colours. Olive won by a lot.",
		"[p Olive] said so, and so did [p Ruby].",
		"Saffron, Olive and Ruby were the paint colours. [p Olive] asked for them.",
		"We need a Zhubarka jug. [p Zhubarka] brought it.",
		"We watched [? Zhubarka]. We watched [p Aaliyah] win.",
		"She drives a [? Zhubarka].",
		"Klarna and [? Zhubarka] lend money. [p Zhubarka] and [p Aaliyah] do not.",
		"The Jan-Mar and Apr-Jun figures are out. [p Jan] said so.",
		"The [? Zhubarka] inquiry is out.",
		"Young people from Bangor to Barry joined. [p Barry] joined too.",
		"We like Mr Bean. Mr [w Adeyemi] does too.",
		"We walked to Kings Heath and met [p Heath].",
		"My PIP was cut. EHCP, IRO and SDQ are no words.",
		"[? Joy] came first. [p Joy] said so.",
		"Our songs: [? Zhubarka], Happy. [p Zhubarka] sang.",
		"We like [? Zhubarcliffe]. We live near Zhubarcliffe.",
	} {
		markedAs(t, want)
	}
}

// What stands around a word that nobody knows, or that is a name and something
// else, decides whether it holds the report, is looked at, or is let be.
func TestWhatStandsAroundAWordDecides(t *testing.T) {
	for _, want := range []string{
		"[p Zhubarka] rang the office.",
		"[p Zhubarka]'s idea won.",
		"We talked about [p Zhubarka]. She wants a later bus.",
		"Present: [p Zhubarka] and two staff.",
		"We use [? Zhubarka] for the bookings.",
		"We met in [? Zhubarka]. We stayed in [p Zhubarka]'s house.",
		"We miss our [? Zhubarka].",
		"Tesco, [? Zhubarka] and Greggs gave food.",
		"The Zhubarka festival was wet.",
		"We asked [p Skye]. The [? Skye] trip was wet.",
		"The poster by [p Hope] hangs in the hall. It was [p Rowan]'s idea.",
		"The foster carers, the [p Okonkwos], came.",
		"We sat with the [p Okonkwos].",
		"The first to get one was [p Georgia] (DOB on file).",
		"I told [? grace] and went.",
		"We read [? Agatha Christie] and [p Agatha Okonkwo].",
		"[p Z4hubarka] came.",
	} {
		markedAs(t, want)
	}
}
