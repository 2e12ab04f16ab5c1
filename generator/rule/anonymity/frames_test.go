package anonymity_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"yousaid/generator/finding"
)

// frame is a way to say something, with places in braces that are filled in.
type frame struct{ kind, text string }

// fills are what stands in the places of a frame, in turn.
type fills map[string][]string

// said is what comes of a frame with the nth filling of every place. The part
// between square brackets is what has to be found.
func said(text string, in fills, n int) string {
	for {
		i := strings.IndexByte(text, '{')
		if i < 0 {
			return text
		}
		j := i + strings.IndexByte(text[i:], '}')
		list := in[text[i+1:j]]
		if len(list) == 0 {
			panic("nothing fills " + text[i:j+1])
		}
		text = text[:i] + list[n%len(list)] + text[j+1:]
		n = n*7 + 3 // so that places are not filled in step
	}
}

// stopped are the rules of these that stop something in a text, or on what
// stands between its square brackets.
func stopped(t *testing.T, kind, text string, rules []string) []string {
	p := passage{file: "frames", sort: "plain", in: "body"}
	open, close := strings.IndexByte(text, '['), strings.IndexByte(text, ']')
	marked := open >= 0 && close > open
	if marked {
		text = text[:open] + text[open+1:close] + text[close+1:]
		p.labels = []label{{kind, open, close - 1}}
	}
	p.text = text
	s := score(t, p)
	var out []string
	for _, h := range s.hits {
		if h.Level != finding.Stop || !slices.Contains(rules, h.Rule) {
			continue
		}
		if marked && (h.i >= s.at[p.labels[0].j] || h.j <= s.at[p.labels[0].i]) {
			continue
		}
		out = append(out, h.Rule)
	}
	return out
}

var fillings = fills{
	"age":   {"14", "fourteen", "twelve", "9", "sixteen", "11", "Thirteen", "17", "TEN", "8"},
	"num":   {"9", "8", "10", "7"},
	"ord":   {"14th", "fourteenth", "12th", "sixteenth", "ninth"},
	"year":  {"9", "8", "10", "seven", "11"},
	"place": {"Skerrow", "Nether Soke", "Thwaite End", "Hollinbeck", "Abbots Thorpe", "Muckle Garth"},
	"low":   {"skerrow", "nether soke", "hollinbeck", "abbots thorpe"},
	"day":   {"3 May", "2nd February", "the fourteenth of June", "Aug 9th", "21 November"},
	"feast": {"Christmas Day", "Boxing Day", "Bonfire Night", "Halloween", "New Year's Eve", "St David's Day", "Valentine's Day"},
	"date":  {"13/3/11", "03.05.2010", "2010-11-06", "4 May 2011", "the 2nd of June 2009"},
	"way":   {"Elm Way", "Tanner Street", "Holly Rd", "Park Close", "Old Forge Lane", "Bramble Wy", "Canal Tce", "Quarry Av"},
	"loway": {"elm way", "tanner street", "holly rd", "park close", "old forge lane", "bramble wy", "canal tce", "quarry av"},
	"green": {"Green", "Elms", "Mews", "Beeches"},
	"no":    {"14", "7", "112", "twenty-two", "9b", "six"},
}

var ageFrames = strings.Split(`She's [{age}] and lives in {place}.
She's just gone [{age}] and lives in {place}.
He'll be [{age}] next Tuesday, and he is from {place}.
[{age}] next Tuesday, our lad from {place} still has no bus.
Our youngest, who is [{age}], comes from {place}.
A [{age}]-year-old from {place} told us.
There is a [{age}] yr old in {place} who waits.
One [{num}]yo from {place} waits.
She wrote from {place}, [{age}] y/o.
A girl, aged [{age}], from {place}, waits for a bus.
Aged just [{age}], he walks home to {place} in the dark.
Age: [{age}]. Home: {place}.
I turned [{age}] last week, and in {place} everybody knew.
He turns sweet [sixteen] soon, and in {place} there is nowhere to go.
My foster brother ({age}) goes to the youth club in {place}.
We heard of a boy of [{age}] in {place}.
At [{age}] she moved to {place}.
When I was [{age}] we lived in {place}.
I have lived in {place} since I was [{age}].
By the time he was [{age}] he knew all of {place}.
He is not quite [{age}] and lives in {place}.
She isn't [{age}] yet, and is from {place}.
Her brother is knocking on [{age}] and lives in {place}.
My sister's coming up to [{age}]. There is no bus in {place}.
He is a month off [{age}] and lives in {place}.
She is two weeks short of [{age}]. Her home is in {place}.
I am all of [{age}] and I come from {place}.
I'm [{age}] me, from {place}.
im [{age}] n from {place}
[{age}] today! No cake in {place}, but my carer sang.
She is [{age}] in March and lives near {place}.
My [{ord}] birthday was in {place}.
For her [{ord}] she had a party at the hall in {place}.
It was his [{ord}] last week, and the whole of {place} came.
Girl, [{age}], {place}.
Lad ([{age}]), {place}: no bus after six.
She is in [Year {year}] and the only one from {place}.
A [Y{num}] lad from {place} said the bus is late.
He's a [year {year}] and lives in {place}.
My brother, [yr {year}], walks to school from {place}.
At the age of [{age}] he came to {place}.
She is [{age}] years of age and lives in {place}.
He's [{age}] years young, and lives in {place}.
My age is [{age}] and I live in {place}.
She would be [{age}] by now. They lived in {place}.
He must be [{age}], the boy from {place}.
She is about to be [{age}], and there is no sixth form near {place}.
We are both [{age}] and live in {place}.
Being [{age}] in {place} means walking everywhere.
It's hard, being [{age}] in {place}.
[{age}] and stuck in {place}, she told us.
He has been [{age}] for a week. In {place} there is nothing for him.
| girl | [{age}] | {place} |
I'm [{age}], nearly a grown-up, and {place} has one bus.
Our lad is [{age}] now. {place} has one shop.
They moved her to {place} when she was just [{age}].
Her twin, also [{age}], lives in {place}.
She's only just [{age}] and the bus to {place} stops at six.
I was [{age}] when I came to {place}.
He became [{age}] in {place}.
She blew out [{age}] candles in {place}.
The lad from {place} has [{age}] candles on his cake this week.
She celebrated turning [{age}] in {place}.
Our foster lad had just reached [{age}] when {place} lost its bus.
Not yet [{age}], she cycles from {place} every day.
The eldest is [{age}], and they all live in {place}.
I'm [{age}] and three quarters and live in {place}.
"I'm [{age}]," she said, "and there is nobody else my age in {place}."
Someone in {place} who has just had her [{ord}] birthday asked.
Hiya, [{age}] here, from {place}.
I'll soon be [{age}] and I live in {place}.
She's going to be [{age}] soon. She lives in {place}.
He gets to be [{age}] in {place} with no bus.
I am a [{age}] year-old girl in {place}.
I'm [{age}] turning 18 soon, living in {place}.
She was born [the year of the London Olympics] and lives in {place}.
He is a [2011 baby] from {place}.
As a [{age}] year old in {place} I can't get home.
The {place} lad, who is [{age}], said so.
{place}'s only care leaver is [{age}].
My name doesn't matter. I'm from {place}. I'm [{age}].
Our [{age}]-yr-old lives over {place} way.
He has had [{num} birthdays] and lives in {place}.
She has seen [fourteen summers] in {place}.
He has been a [teenager] since March and lives in {place}.
She is two birthdays off being an [adult] and lives in {place}.
He is in his fifteenth [year], and there is no bus in {place}.
She is into [double figures] now, and lives in {place}.
I'm [a baker's dozen], from {place}.
She has been alive for [exactly one decade] and lives in {place}.
[{age}] and a bit, she says, is too young for the bus from {place}.
You see her at the stop in {place}: pink coat, [{age}], always early.`, "\n")

// small are ways to name a small place beside an age.
var small = strings.Split(`in {place}
from {place}
near {place}
just outside {place}
up in {place}
over {place} way
down {place}
back home in {place}
two miles from {place}
in {place} village
in the village
in a village called {place}
in our hamlet
on the island
at the farm
in tiny {place}
at the last house in {place}
a mile past {place}
by the chapel in {place}
somewhere between {place} and the sea
in {place}, where there is one shop
in {place} (pop. 90)
on Bryher
on the edge of {place}
round {place}
in {low}
from {low}
in N E T H E R  S O K E
in sk3rrow
in Sk3rr0w
up the dale
in a village of forty people
where there are eight houses
at the end of a farm track
where the school has nineteen pupils
in St Tudy
in Llanfair
in Stoke Parva
in Little Haddow
in Ashby-under-Moor
at Fernlea House
at Larch Lodge
at the Hollies
in the only house on the lane
with the only foster carers in the village
in the manse
in a cottage
on a boat
on a narrowboat
on the caravan site
in the one house by the lock
on Mull
on Sark with my carers
in N. Soke
in S******
in a place called Wick
above the pub
over the chip shop
next to the church
by the slipway
at no. 2, the cottages
in the old schoolhouse
in the last house before the ford
at the lighthouse
in Much Wenlow
in Wells-next-the-Sea
in Old Scarle
in High Bentley
in sunny Skegby
in lovely little Garth
in Garth-y-Glo
in Port Nessa
in Kirkby Overmoor
in Newtown St Boswells
in the Vale of Orrin
in Glen Orrin
up Glen Orrin
in Orrindale
at Orrin Bridge
in Orrin, by the shop
in Skerrow - 200 people
in Skerrow/Orrin
in *Skerrow*
in "Skerrow"
in Skerrow's old school
20 mins from Skerrow
not far from Skerrow
half way to Skerrow
this side of Skerrow
across from Skerrow church
where everyone knows everyone
where everybody knows my face
where there's one bus a week`, "\n")

var smallFrames = strings.Split(`She is [14] and lives {small}.
I'm [fifteen] and I live {small}.
A boy, aged [12], who lives {small}, wrote to us.`, "\n")

// placeFrames name the place in other ways.
var placeFrames = strings.Split(`{place}'s only [14]-year-old wrote to us.
The {place} lad, who is [fifteen], waits for a bus.
She is [14]. Home: {place}.
Village: {place}. Girl, [13].
She is [14]. {place} has one bus a week.
He's [13] and the only boy in the village.
I'm [12] and there are four of us in the whole school.
I'm [12] and the only black girl in my school.
He is [15], the one in the wheelchair at youth club.
She is [15] and {place} born and bred.
I am [16]. Everyone in {place} knows everyone.
He is [11]. The {place} bus is his only way out.
He is [11]. The whole of {place} turned up.
He is [11]. All of {place} knows.
| Age | Where |
|---|---|
| [15] | {place} |
- girl
- [14]
- {place}
My carer has the post office in {place}. I'm [17].
I'm [13]. We walk to {place} for the bus.
We go to {place} Primary and I'm [ten].
We moved to {place} when she was [9].
IM [14] AND I LIVE IN SKERROW AND NOBODY LISTENS TO US AT ALL
im [14] live in {low} theres nowt to do
I'm [13]. No one else my age for miles.
She is [16] and there is nobody else her age in the valley.`, "\n")

// anybodysAge are numbers that are nobody's age, and ages without a small
// place.
var anybodysAge = strings.Split(`The club in {place} is for 11 to 18s.
The club in {place} is for over 16s.
Doors open at 14.30 in {place}.
It costs £14 to get from {place} to town.
The 14 from {place} is late again.
The number 14 bus to {place} is late.
Room 14 at {place} village hall is cold.
The hall in {place} is 14 years old.
The forum in {place} turned 14 last week.
We spent 14 thousand pounds in {place}.
14 people from {place} came.
There are 14 of us in {place}.
In {place} 14 voted yes and 9 voted no.
The Year 9 group in {place} made a film.
Year 9 pupils in {place} asked for lights.
All Year 9s from {place} went.
Everyone in Year 11 in {place} got a letter.
You can vote at 16 in {place}.
When you are 16 you can leave {place}.
When you turn 18 in {place} you get a letter.
Anyone who is 14 in {place} can join.
A young person who is 16 or over in {place} can ask.
It takes 14 minutes to walk to {place}.
It was 14 miles to {place}.
We met on 14 May in {place}.
We meet at 6 in {place}.
The village hall in {place} is open until 9.
Young people aged 13 to 15 in {place} said so.
Under 14s in {place} go free.
Half of all 14-year-olds in {place} said no.
They asked 14 families in {place}.
She waited 14 weeks for a bus in {place}.
He has 14 hens at the farm in {place}.
Our bench in {place} is number 14.
The score in {place} was 14 to 9.
Item 14: the bus to {place}.
She came 14th in the race in {place}.
It was her 14th placement, and the first in {place}.
This is his ninth school and it is in {place}.
Her 12th meeting was in {place}.
She has been in {place} for nine years.
We asked in {place} and 14 said yes.
There is a budget of 14 pounds a head in {place}.
The lease in {place} runs out in 14 months.
The library in {place} turns 100 in May.
14 out of 20 in {place} said no.
I waited for the number 9 in {place} and it never came.
She is 14 and likes maths.
I'm fifteen and I want a phone.
He turned 18 in Leeds.
She is in Year 9 and likes art.
She is 14 stops away from {place}.
He had 14 tries to reach {place}.
We were 14 round the table in {place}.
A table for 14 in {place}, please.
They were 14 points ahead in {place}.
The minibus from {place} seats 14.
The waiting list in {place} is 14 long.
Only 14 came to the meeting in {place}.
Just 14 of the seats in {place} were taken.
By 10 we were all in {place}.
The talk in {place} starts at 7 and ends at 9.
Step 9: ring the office in {place}.
It was 14 degrees in {place}.
We lit 14 candles for the village of {place}.
She has had 14 meetings in {place}.
They planted 14 trees for three summers in {place}.
An adult told us in {place}.
A teenager in {place} asked for lights.
The spend in {place} was in double figures.
We made 14 trips to {place}.
My phone was at 14 percent in {place}.
Two cost £9 and four cost 14 in {place}.`, "\n")

// numbers are ways to write a number that is an age.
var numbers = strings.Split(`14|fourteen|fowerteen|forteen|fourten|fourteeen|4teen|4-teen|four-teen|f-o-u-r-t-e-e-n|f.o.u.r.t.e.e.n|f*urteen|fo_rteen|XIV|⑭|１４|1️⃣4️⃣|one four|one-four|1-4|1 4|1.4|14½|14 ½|14 and a bit|14ish|13+1|13 + 1|thirteen plus one|twice seven|2 x 7|7×2|ten and four|half of 28|one less than fifteen|one off 15|a dozen and two|fourt33n|un deg pedwar|14yrs|14 y.o.|14-y-o|14 yrs of age|14 year's old|FOURTEEN|**14**|"14"|(14)|14!|I4|l4|six-teen|fif teen|sixtn|fivteen|eightteen|twelv|thirten`, "|")

func TestAgesAreFoundHoweverTheyAreWritten(t *testing.T) {
	var list []string
	for _, n := range numbers {
		list = append(list, "She is ["+n+"] and lives in {place}.", "I'm ["+n+"], from {place}.", "A girl aged ["+n+"] in {place}.")
	}
	frames(t, "exact-age", list, []string{"exact-age"})
}

func TestSmallPlacesAreKnownHoweverTheyAreSaid(t *testing.T) {
	var list []string
	for n, s := range small {
		list = append(list, strings.ReplaceAll(smallFrames[n%len(smallFrames)], "{small}", s))
	}
	for _, f := range placeFrames {
		if strings.HasPrefix(f, "|") || strings.HasPrefix(f, "- ") {
			continue
		}
		list = append(list, f)
	}
	list = append(list, "| Age | Where |\n|---|---|\n| [15] | {place} |", "- girl\n- [14]\n- {place}")
	frames(t, "exact-age", list, []string{"exact-age"})
}

func TestNumbersThatAreNobodysAgeAreLeftAlone(t *testing.T) {
	lookAlikes(t, anybodysAge)
}

func lookAlikes(t *testing.T, list []string) {
	for _, f := range list {
		for k := range 6 {
			text := said(f, fillings, k)
			if got := stopped(t, "", text, mine); len(got) > 0 {
				t.Errorf("%v stops: %s", got, text)
				break
			}
		}
	}
}

var birthFrames = strings.Split(`Her birthday is on [{feast}].
My birthday's [{feast}], so I get one present.
I was born on [{feast}].
He was born the day after [{feast}].
It is my birthday the day before [{feast}].
She turns 14 on [{feast}].
I'll be 16 on [{feast}].
He shares [{feast}] with his birthday.
She had her 15th on [{feast}].
His bday falls on [{feast}].
Her birthday is [{day}].
[{day}] is my birthday.
My birthday is on [{day}], same as my mum's.
[{day}], same birthday as his mum.
My birthday's [{day}].
Birthday: [{day}].
B-day [{day}].
bday [3/5]
her bday is [3.5]
d.o.b. [{date}]
DOB: [{date}]
DOB [030511]
DoB [3 5 11]
Date of birth is [{date}].
He was born on [{date}].
Born [{date}], she has had four homes.
The form says [{date}] and that is when I was born.
I came into the world on [{date}].
She arrived on [{day}], three weeks early, and her mum was seventeen.
I turned 14 on [{day}].
On [{day}] I turned 15.
On [{day}] he'll be 16 and has to leave.
She is 14 on [{day}].
I was sixteen on [{day}].
It was her birthday on [{day}] and nobody rang.
We had cake on [{day}] because he was 13.
Nobody rang on [{day}], my birthday.
His birthday, [{day}], is in the holidays.
He was born at the hospital on [{day}].
I'm a [Christmas Day] baby.
She's a [New Year's Eve] baby.
I'm a leap year baby, born on [29 February].
My little brother was born on [{day}].
My birthday's the [3rd of May].
My birthday is on the [3rd] of every May.
My birthday is [May the third].
I was born [in May 2010].
She was born [03-MAY-2011].
Born [2011/5/3].
birthdate [11-05-03]
She'll be 18 come [{day}].
He gets his own bank card on [{day}], when he turns 16.
She [shares her birthday with the King].
I was [born on the day the Queen died].
He was [born the night of the big storm].
He comes of age on [{feast}].
The day he turns 18, [{day}], they move him.
I was born in [2011].
We are twins, born [{date}].
I was born on the [longest day] of the year.
She was born on [bonfire night].
His birthday is two days after [{feast}].
My birthday is a week before [{feast}].
He was born [the year of the London Olympics].
She was born [the summer of 2010].
He is a [2011 baby].
My mum had me on [{day}].
Her 18th, [{day}], is a school day.
She is eighteen this [{feast}].
Party for my 14th on [{day}].
Date of birth [the third of May two thousand and eleven].
My star sign is Pisces, born on the [third].
born on [3rd May '11]
Birthday [3rd of the 5th].
My birthday is on [St Patrick's Day].
The date on her birth certificate is [{date}].
She was born on [Guy Fawkes Night].
Her birthday is on [Halloween], she hates it.
D.O.B - [{date}]
Her d o b is [{date}].`, "\n")

var publicDays = strings.Split(`We met on {day}.
The review is on {day}.
The meeting of {date} agreed it.
The bus starts on {day}.
On {feast} we had a big dinner.
The office is closed on {feast}.
We had a trip on {feast} and it was great.
The report of {date} is online.
From {day} the fare is lower.
Our club's birthday is on {day}.
The forum was born on {day}.
The project turned 10 on {day}.
The council is 50 on {day}.
Birthday money goes up on {day}.
Everyone gets a card on their birthday.
A birthday party for the group is on {day}.
We celebrate the centre's birthday on {day}.
The library turns 100 on {day}.
14 of us came on {day}.
There were 15 on {day} and 16 on 3 June.
Bus 14 on {day} was late.
The room is free at 4 on {day}.
They put 14 lights up on {day}.
Our 10th meeting is on {day}.
We voted on {day}: 14 for, 3 against.
The law of 3 May 2011 says so.
The lease began on 3 May 2011.
The decision on {day} was right.
If your birthday is on {feast}, tell us.
When your birthday comes, you choose the tea.
Birthdays are on the kitchen board.
On {day} birthdays were put on the board.
The next birthday tea for everybody is on {day}.
It opened on 3 May 2011.
We asked on {feast} and heard on {day}.
The film comes out on {feast}.
Free swimming for under 16s from {day}.
You can vote at 16 from {day}.
The {feast} lunch was for everybody.
We marked {feast} with soup.`, "\n")

func TestBirthdaysAreFoundHoweverTheyAreSaid(t *testing.T) {
	frames(t, "birth-date", birthFrames, []string{"date-of-birth"})
}

func TestDaysThatAreNobodysBirthdayAreLeftAlone(t *testing.T) {
	lookAlikes(t, publicDays)
}

var addressFrames = strings.Split(`She lives at [{no} {way}].
The taxi goes to [{no} {way}], they say.
I live at [no. {num} on {way}].
It is the house with [number {num} in {way}].
Our house is [number {num}, {way}].
The parcel went to [{way} {num}].
They live on [{way}, at number {num}].
We are at [{way}, number {num}].
She lives at [{way}, {num}].
Street: [{way}]. Door: {num}.
I live in the end house on [{way}].
They moved her to [{way}] last week.
My nan lives up [{way}].
My home is on [{way}].
We live at the bottom of [{way}].
She lives next door to [{num} {way}].
The flat above the chippy on [{way}] is mine.
He is in the [top flat, {num} {way}].
- [{num}]
- [{way}]
- Skerrow
Home: [{num}, {way}], Skerrow.
She moved to [flat {num}, {way}].
It is [Unit {num}, {way}].
My letters go to [{num} {loway}].
i live at [{num} {loway}]
im at [{loway} number {num}]
live on [{loway}] wiv my nan
The card says [{num} {way}, Skerrow].
[{num} {way}] is where I sleep.
She gets picked up from [{num} {way}] at eight.
My door is {num} and my street is [{way}].
The house is [{num} on {way}].
He was placed at [{num} {way}].
The new home at [{num} {way}] is warm.
The police came to [{num} {way}] twice.
There is damp at [{num} {way}].
Our address is [{num} {way}].
my adress: [{num} {loway}]
The carers live at [{num} {way}].
Rubbish piles up outside [{num} {way}].
The blue door, [{num} {way}].
The keys are for [{num}a {way}].
Send it to [{num}-{num} {way}].
[{num}/2 {way}] is a stair with no light.
The bungalow at [{num} The {green}] is ours.
Go to [number {num} on the left in {way}].
She lives at [{way} no {num}].
She is staying in [{way}].
He's stopping at his mate's on [{way}].
we r at [{num}, {loway}]
I sleep at [{num} {way}] now.
She lives in the house with the two stone lions, top of [{way}].
It is the third house past the chapel on [{way}].
His is the red door next to the bookies in [{way}].
The house on the corner of [{way}] is where I live.`, "\n")

var placesForAll = strings.Split(`Bus 14 goes along {way}.
The number 14 bus stops on {way}.
The 14 from {way} is late.
14 people on {way} signed.
They put 14 lamps up on {way}.
On {way} 14 of us waited.
The youth club on {way} opens at 7.
The library on {way} has 14 computers.
We met at 4 at the library on {way}.
The lights on {way} are mended.
Year 9 walked along {way}.
It cost £14 on {way}.
In 2025 {way} was closed.
Room 14, {way} Community Centre.
Walk down {way} to the station.
The {way} Youth Centre is open.
{way} library is shut on 14 May.
From 14 June {way} is closed.
The council office is on {way}.
The bench on {way} is new.
Item 7: {way} lamps.
Nobody drives on {way} now.
Take the 7 to {way}.
Stop 14 on {way} has no roof.
The crossing on {way} took 14 months.`, "\n")

func TestAddressesAreFoundHoweverTheyAreSaid(t *testing.T) {
	list := []string{}
	for _, f := range addressFrames {
		if strings.HasPrefix(f, "- ") || f == "Skerrow" {
			continue
		}
		list = append(list, f)
	}
	frames(t, "address", append(list, "- {num}\n- [{way}]\n- Skerrow"), []string{"street-address"})
}

func TestPlacesForEverybodyAreLeftAlone(t *testing.T) {
	lookAlikes(t, placesForAll)
}

// mine are the rules that the frames are for.
var mine = []string{"exact-age", "date-of-birth", "street-address", "school-named", "case-reference", "social-handle"}

func TestAgesAreFoundHoweverTheyAreSaid(t *testing.T) {
	frames(t, "exact-age", ageFrames, []string{"exact-age", "date-of-birth"})
}

func frames(t *testing.T, kind string, list []string, rules []string) {
	var missed []string
	n, bad := 0, 0
	for _, f := range list {
		var no []string
		for k := range 6 {
			text := said(f, fillings, k)
			n++
			if len(stopped(t, kind, text, rules)) == 0 {
				no = append(no, text)
			}
		}
		if len(no) > 0 {
			bad++
			missed = append(missed, fmt.Sprintf("%d of 6: %s\n      %s", len(no), f, strings.Join(no[:min(2, len(no))], "\n      ")))
		}
	}
	t.Logf("%s: %d texts, %d of %d frames with misses\n%s", kind, n, bad, len(list), strings.Join(missed, "\n"))
}
