package anonymity_test

import (
	"slices"
	"strings"
	"testing"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
	"yousaid/generator/rule/anonymity"
	"yousaid/generator/rule/ruletest"
	"yousaid/generator/source"
)

// stopping are the rules that stop at a text that stands in a body.
func stopping(t *testing.T, text string) []string {
	t.Helper()
	p := passage{in: "body", text: text}
	set, _ := entry.ParseSettings(source.Parse("site.yaml", []byte(ruletest.Settings)), "site.yaml")
	e, _ := entry.Parse(source.Parse("reports/report.md", []byte(p.lay().report)), "report.md", set)
	if e == nil {
		t.Fatalf("%q makes no report", text)
	}
	var out []string
	for _, f := range rule.Check(anonymity.TextRules, e, e.Verdicts(set, ruletest.Today), set, ruletest.Today) {
		if f.Level == finding.Stop {
			out = append(out, f.Rule)
		}
	}
	return out
}

// lines are the lines of a test's list, empty ones and notes left out.
func lines(s string) []string {
	return slices.DeleteFunc(strings.Split(s, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
}

func TestEachRuleFindsWhatItIsFor(t *testing.T) {
	for _, test := range []struct{ rule, texts string }{
		{"email-address", `
Write to sam.jones@example.com about it.
Write to sam_j+1@mail.example.co.uk.
It is sam @ gmail.com if you want.
She said sam dot jones at gmail dot com.
sam(at)example(dot)org
sam [at] example [dot] org
sam.jones AT example DOT org
sam at hotmail.co.uk works
samj99 at outlook dot com
sam{at}example.org
Mail: sam&#64;example.org
ｓａｍ＠example.org
s a m @ g m a i l . c o m
sam.jones at example.com
samjones(a)gmail.com
e-mail sam underscore jones at example dot org dot uk`},
		{"phone-number", `
Ring 07700 900123.
Ring 07700900123 now.
(07700) 900 123
+44 7700 900123
+44(0)7700 900 123
0044 7700 900123
447700900123
07700-900-123 or 07700/900/123
07700.900.123
077 009 001 23
0 7 7 0 0 9 0 0 1 2 3
o seven seven double o nine double o one two three
zero seven seven zero zero nine zero zero one two three
oh double seven double oh, nine hundred, one two three
O77OO 9OO123
Her landline is 01632 960 983.
020 7946 0958
028 9018 0123
029 2018 0456
+353 87 123 4567
087 123 4567
My mob: 7700 900 123
ring us on 0113 496 0111 before six
Ring the office on 0300 555 0142 ext 204.
text me on 960 142
03069 990 123
07seven00 900one23
o77double0 900123
(07700)900-123 ask for me
tel:07700900123
Mob 07700  900  123
dim saith saith dim dim naw dim dim un dau tri`},
		{"postcode", `
Meet at LE1 6TH.
le16th
LE16TH
EC1A 1BB
sw1a 2aa
LE1  6TH
L E 1 6 T H
LE one six TH
LE1-6TH
LEI 6TH
BT1 5GS and CF10 3NQ
EH1 1YZ.
IV63 6TU
LL57 2DG
s.w.1.a. 2.a.a.
L-E-1 6-T-H
Address on the envelope: HX7–6RD
HX7‑6RD
HX7 – 6RD
or try at BD 10, 4 k j
BD10,4KJ
BD10/4KJ
BD10_4KJ
SW1A-1AA
(BD10) 4KJ
BD10: 4KJ
BD10-4-KJ
"BD10" "4KJ"
N1 9 G U
B D 10 4KJ`},
		{"nhs-number", `
NHS number 943 476 5919
943-476-5919
9434765919
NHS no. 943 476 5918
My NHS number is nine four three four seven six five nine one nine.
NHS9434765919
CHI number 0101701235 was on it
Discharge letter lists 912-7684-261 and a stranger's: 76563 21225, GP
NHS no 76563 21225
NHS: 9127684261
NHS 91 27 68 42 61
GP letter says 912 768 4261
hospital label 912/768/4261
my NHS num: 9-1-2-7-6-8-4-2-6-1
health number 912.768.4261
CHI 0101 70 1235`},
		{"national-insurance-number", `
AB 12 34 56 C
AB123456C
ab123456c
QQ 12 34 56 C
JG-10-32-55-A
National Insurance: AB 12 34 56
A B 1 2 3 4 5 6 C`},
		{"bank-details", `
sort code 20-45-53, account 41829376
20-45-53 41829376
account number: 41829376
GB29 NWBK 6016 1331 9268 19
GB29NWBK60161331926819
card 4929 0182 7731 6640
4111 1111 1111 1111
the long number is 5555555555554444
acc no 12 34 56 78
s/c two-zero, one-seven, four-four, a/c 5 5 7 7 9 1 8 2
sort code two zero one seven four four account five five seven seven nine one eight two
Sort 20 17 44 Acc 55779182
S/C: 201744 A/C: 55779182
a/c 5577 9182
A/C no. 55 77 91 82
sc 20-17-44 ac 55779182
acct: 5 5 7 7 9 1 8 2`},
		{"number-plate", `
The van is LK19 XVB.
LK19XVB
lk19xvb
L K 1 9 X V B
reg: M123 ABC
P123 ABC was parked there
ABC 123D
his car is AZ 1234
The taxi, YT21-HKO, was late.
the van is wu14ogz
van WU14 0GZ
The trailer has WU14 0GZ on it, with a nought
reg is R417 KBN
white Transit, r417kbn
a blue Corsa W U 1 4 O G Z
reg: whisky uniform one four oscar golf zulu
plate WU14-OGZ
WU14.OGZ
VRM BX09 KLM
the car was KB58 oxy`},
		{"coordinates", `
52.4082, -1.5106
52.4082N 1.5106W
53°47′59″N 1°32′57″W
///filled.count.soap
what3words: filled.count.soap
SK 586 043
SK586043
TQ 38712 77412
https://www.google.com/maps/@52.4082,-1.5106,17z
https://maps.app.goo.gl/AbCdEf123
9C4W9WQG+XV
lat 52.408 long -1.510
Where the swings were: fifty-three point four eight one north, two point two four one west
The bench is at 53,4822 / -2,2389
lat fifty-four point 0712, long minus 2.2790
55.5477,-2.0124
54.0712 N 2.2790 W
N54.0712 W2.2790
54°04.272'N 2°16.74'W
lat: 54.0712 long: -2.2790
54.0712; -2.2790
Lat 54.07, Lon -2.28
54.0712/-2.2790
grid ref SD 818 641
SD818641
grid reference NZ 2456 6432
filled dot count dot soap on what3words
53 point 4822, minus 2 point 2389
coordinates 53 28 56 N 2 14 20 W
https://maps.app.goo.gl/AbCd1234
53.4822, 2.2389 W
five three point four eight, minus two point two four`},
		{"profile-address", `
See https://www.instagram.com/gethin.cuts
instagram.com/gethin.cuts is his
facebook.com/lucy.hartnoll.93
https://www.facebook.com/profile.php?id=100045518823
tiktok.com/@bigman.r07
snapchat.com/add/ellz2k9
https://uk.linkedin.com/in/d-ashworth
youtube.com/@MrTobi
https://x.com/gary_m
twitter.com/gary_m
discord.gg/abc123
wa.me/447700900123
linktr.ee/tobi.raps
instagram dot com slash gethin
instagram . com / gethin
steamcommunity.com/id/kyro
roblox.com/users/12345/profile
gethinjones.wordpress.com
gethinjones.me
[his page](https://www.instagram.com/gethin.cuts)
t.me/gethin
https://bsky.app/profile/gethin.bsky.social`},
		{"social-handle", `
Ask @sam_j for it.
@teagan.and.toast made our logo.
my snap is ellz_2k9x
snap: ellzbellz
insta: gethincuts
add me on snap ellz2k9
find me on tiktok as gethin.cuts
My username is DiggyDaz99.
gamertag: xXKyroXx
discord kyro#4471
PSN is xX_Kyro_Xx
her handle is k underscore boateng
ig/gethincuts
cash app £tashab22
Gamertag: GhostlyWren_88. His teammate is TofuBandit2009.
@k1eran.sk8
my xbox is TofuBandit2009
his psn TofuBandit2009
she goes by wren.the.ghost on insta
find me on discord, ghostlywren#0042
roblox user xX_wren_Xx
add ghostlywren88 on snap
snap - ghostlywren88
tiktok.com/@ghostlywren
Insta @ ghostlywren
Steam name is GhostlyWren
twitch tv ghostlywren88
BeReal: wrenny.k
kik me: wrenny_k
Discord ID wrenny#1212
insta handle - wrenny k underscore
she is "wrenny.k" on snapchat`},
		{"street-address", `
I live at 9 Millrace Court.
27 Cotton Mill Lane
Flat 4, 118 Canal Parade
flat 3b rowan house
12a Oak Road
61 wenlock gardens
twelve Harrow Rise
14 Heol y Bryn
9 Stryd Fawr
23 Ffordd Penrhos
She lives on Tanner's Row.
they moved him to Mill Lane
The Old Rectory, Pound Lane
Rose Cottage
3 The Mews
12, Station Road
204 St Mary's Road
5 Old Mill Cl.
number twelve, Harrow Rise
we moved to 8 Bryn Terrace
the house at 31 Queen's Drive
Apartment 12, Granary Wharf
she stays on Coronation Avenue
Lôn y Bryn 7 or 7 Lôn y Bryn
221b Baker St
12 The Green
14-16 High Street, above the shop
i live in fourty two bramble croft
Flt 3 / 61a Lower Mnr St
moved to 31b Pennywell Gardens
Unit 2b Granary Wharf
Nr. 5 the mews (off sycamore dr)
he lives at 42 Bramble Croft
number forty-two, Bramble Croft
12, Station Rd
Address: 4 Kiln Lane
Rose Cottage, Mill Lane
The Old Rectory, Church Lane
Apt 4, 19 Dock St
Flat B, 7 Elm Rd
Room 3, 14 Beech Grove
7 Elm Close
lives on Elm Close
No 7 Elm Cl.
14-16 High Street
House 3, Elm Court
Caravan 12, Sandy Bay Park
Plot 3 Sandy Lane
Block C, Flat 12
Top floor flat, 9 Dale St
Penny Farm, Long Lane, Hawes
8 Maes y Coed
3 Bryn Awel
Lane End Cottage, Back Lane
two doors down from 9 mill lane`},
		{"school-named", `
I go to Bramwell Park Academy.
St Wilfrid's C of E Primary School
Ysgol Glan Morfa
Kingsmead Comprehensive
Hollingworth Green High
at St Mary's they let me
Oak Tree Lane Infants
Maple Grove Pupil Referral Unit
Northvale Sixth Form College
Little Acorns Nursery
ysgol bro dur
Westfield Grammar School
The Beacon Academy
Saint Bede's
Coleg Menai
Year 9 at Riverside Community College
School: Cedar View
he goes to St. Joseph's RC High
Our Lady of Lourdes Catholic Primary School
King Edward VI Grammar
Highfield Juniors
Ysgol Gyfun Bro Morgannwg
she left Parkside High School in May
Queen Elizabeth's Academy
my school is Bramwell Park`},
		{"date-of-birth", `
born on 9 February 2011
DOB 14/08/2009
d.o.b. 14.8.09
Date of birth: 2009-08-14
her birthday is the 3rd of March
my bday is 12 may
I turned 15 on 3 March
born 30 November 2008
born in March 2011
He was born in 2011.
03/03/2011 was on the label
ganwyd 3 Mawrth 2011
My birthday's on the third of March.
3 March is my birthday
D.O.B 3rd March 2011
Born: 03-03-2011
on the 9th of February 2011 I was born
I'll be 16 on 12 May
She turns 18 on the 4th of July
3.3.11 (dob)
pen-blwydd 12 Mai
DoB: 3/4/09
b. 3/4/09
b. 3 April 2009
her 16th is on 4 May
His 18th is on the 9th of June.
born on the fourth of July two thousand and nine
turns 18 on Saturday 3rd
She turns 18 on Saturday 3rd May.
I will be 16 on Tuesday 4 August.
i wuz born the ninth of november two thousand and nine
DOB 0 9 / 1 1 / 0 9
Date of birth, see page 2: 2010-02-27
Her brother's line says 31st. oct. twenty-eleven
DoB 27.ii.2010
d.o.b 14/viii/09
born 14 Aug 09
born 14 Aug '09
birthdate 2009/12/1
DoB 2009.12.1
Birthday: 4 May.
It's my birthday on May the 4th.
her bday is 04/05
bday 4/5/2010
birthday = 4th May
My birthday is the day after Christmas.
His birthday is on Christmas Day.
her birthday is on New Year's Eve
birthday: Halloween
Born Christmas Day 2009.
He was born on Boxing Day.
Born in 2010 she is the youngest.
she was born in the spring of 2010
born: Nov 2009
Her date of birth is 14082009.
dob 140809
DOB:14-Aug-2009
D.O.B. - 14 August 09
She'll be 15 on 4th May
we sang happy birthday to him on 12 May
he had his 16th birthday on 3 March
He is 16 on 4 May.
sixteen on the fourth of May
his eighteenth is 12 June
born 4th of the 5th 2010
fourth of the fifth, twenty ten
date of birth four five twenty ten
born four five ten
D of B 04/05/10
date-of-birth 04 05 2010
dob: 4.5.10
DOB: 2010 May 4
ganwyd ar 4 Mai 2010
dyddiad geni: 04/05/2010
fy mhen-blwydd yw 4 Mai
Rowan (b. 2010) is on the board.
Rowan, b. May 2010
She came into the world on 4 May 2010.
Birth certificate says 4/5/2010.
turning 16 on the 4th
She turned thirteen on Boxing Day.
born 2009-11-O9
Born on l2/05/2010
birthday's 4th may
age 16 (04.05.2010)
4/5/10 is when I was born
(04/05/2010)
his birth was registered on 5 May 2010
18th birthday: Fri 3 May
birthday is May 4
It will be her birthday a week on Friday, the 4th of May.
XXI.IX.MMXI
born MMX`},
		{"exact-age", `
She is 14 and lives in Abbots Thorpe.
A 15-year-old from Bramley told us.
I'm fifteen and I go to the one school on the island.
He is 12 and the only child in care at the primary in Llanfair.
aged 13, from Little Haddow
a 16 year old girl in Holm Sound
The 11-year-old lives in a village.
Rowan (14) from Upper Ystrad
I am 17 and live on Mill Lane.
my brother is nine and the only boy in the hamlet
A 12yo from Porth Wen
13 years old, lives in Nether Soke
I'm a 14-year-old girl at Bramwell High
A 15-year-old in Trefwyn asked for a bus.
The only 13 yr old on Marlow Close said no.
A lad of 16 from Hawes told us.
She's 14yo and from Dent.
He is 14 y.o., lives in Garrigill.
She is 15 now and at Fernlea.
y9 (14) from Trefwyn
Year 9 (14), Llanidloes.
I'm 14½ and I live in Wooler.
Mae hi'n 14 oed ac yn byw yn Llanfair.
Bachgen pymtheg oed o Dregaron.
im 14 n i live in trefwyn
i live in garrigill an im fourteen
A girl of just 12 at Rowan House spoke up.
fourteen-year-old from Upper Ystrad
One of them, 13, lives at Marlpit Farm.
The twins, 11, share a room in Little Haddow.
14 going on 15, stuck in Dent with no bus.
Kai turned 14 in the spring and wants a skate park in Bellingham.
He'll be 16 in June and then he has to leave Bridge Lodge.
At the age of 13 he was moved to a farm near Tregaron.
When she was 12 she moved to Foula.
She has just had her fifteenth birthday at Kestrel Lodge.
he celebrated his 16th birthday at the unit in Appleby
A young woman, 17, on the Marlpit estate wants lights.
A 9-year-old at Holmfirth Road children's home
a teenager (15) at Oakwood House
Boy, 14, Stoke Parva
(F, 14, Trefwyn)
14/F from Wooler
A fifteen yr old who goes to Lowmoor youth club
A thirteen year-old living on Fair Isle
Sixteen, and the first in Askrigg to get a place at college.
Jo is 15. There is one bus a day in Dent.
Not yet 16, she lives by herself in Alston.
She is 13 years of age and the nearest shop to Rose Cottage is five miles.
"I'm nearly 15, there's nothing to do in Aspatria."
My sister's eleven, she goes to the primary in Coniston.
Only nine, he takes the ferry to school each day.
He is six and lives in our village.
Thirteen-year-old twins in Kirkby Stephen asked for a pitch.
she woz 14 wen she went 2 live in betws
One 16 year old in Bampton pays £9 for a taxi.
A care leaver, 19, living alone in Settle
a care leaver of 19 in Settle
she's fif-teen and lives near Hawes
she is four teen and lives near Hawes
1 5 year old from Dent
One of us is 17 and stays at the Beeches unit.
Fourteen yrs old, Skerray.
An 18 year old who moved to Tobermory last year
Our youngest member is 11 and comes from Great Ayton.
They are 14 and 16 and live in Staithes.
Age 15. Lives: Pateley Bridge.
Age: 15, Placement: Heron Cottage
a 14 yr-old boy in Trefor
At 14 she was the youngest on the panel and the bus from Allendale took two hours.
Rowan is a 15 year old from Northvale who lives at Larch House.
I was 13 when I came to the Willows children's home.
A 12-year-old boy from a hamlet said the road is dark.
Aged just 13, she left Malham.
a thirteen-year-old lass frae Aviemore`},
		{"case-reference", `
case number 12345
Case ref TR/2025/00871
LAC/2019/0042
Mosaic ID 1048823
crime ref 42/118273/25
ref: CMP-2025-0419
court case ZE25C00117
file no. 88213
client ID 55021
the UPN A823400119017
Liquidlogic number 55021
her case is CYP/2025/0123
Reference: 4471-22-B
Home Office ref H1233870
police log 1182 of 3 May
EHCP-2024-0031
Court number BS23P00112
URN 44SR0012325 on the crime letter
social care ID 1029384
ref no 00412/25
court one (l s 2 4 c 5 0 3 8 1) is on the back
the crime number in words, one three, double two nine oh, two five
Case no 77 dash 4012 dash K. His sister, 78–4O13–L, was forgotten.
Reference number, as read by the boy: "el cee ess, five, five, oh, double seven, one".
case ref: 2019/0042
CIN 204418
LAC no. 55120
ICS ID 104882
Mosaic 1048823
Mosaic no: 104 8823
Liquidlogic 204418 is hers
Eclipse number 9001823
her Eclipse ID is 9001823
URN: 18/00231
UPN A823400119017
ULN 1234567890
his unique learner number is 9876543210
unique pupil number H801200001001
incident 0412 of 3 May
police incident number 412-030526
crime reference 13/04418/25
CAD 1182 of 14/02
court case number ZE25C00123
Tenancy ref T0045521
tenancy number 4471223
claim reference PIP/448812
complaint C-2025-118
Complaint number 2025/0118
complaint ref 00412
placement ref PL-20418
placement number 20418
allocation ref ALC 30211
allocation number: 30211
client no 55021
Client number 5 5 0 2 1
person ID 1029384
file 33/b/119
File number: 2020-441
ref LL/55021
her number on the system is 204418
On Mosaic she is 1048823.
he's 1048823 on Liquidlogic
Home Office reference A1234567
ASYL/2024/99120
NASS 24/03/00912
Youth court: URN 44SR0012325
YOT number 20391
hospital number K123456
MRN 00412345
UTR 12345 67890
passport 512345678
driving licence MORGA657054SM9IJ
Housing ref HA/204/18
EHCP ref 2204-18
the letter had case LCS 204418 at the top
LCS-ID: 204418
social worker's ref: JS/CIN/204418
ref. number C/204418/1
Case: 204418
CASE204418
case number two zero four four one eight
student ID 20231188
universal credit claim 204-418-22
CSA case 204418
PNC 11/204418X
Prison number A1234BC
referral number R-20418
Referral 20418 was closed
Ombudsman case 24 001 883
LGO ref 24 001 883
MASH ref 20418
strategy meeting for 204418 (Mosaic)`},
	} {
		for _, text := range lines(test.texts) {
			if got := stopping(t, text); !slices.Contains(got, test.rule) {
				t.Errorf("%s does not find %q; found: %v", test.rule, text, got)
			}
		}
	}
}

// A text that is made to keep the program busy is read in the time of any other.
func TestLongTextsAreReadInTheTimeOfTheirLength(t *testing.T) {
	for _, piece := range []string{
		"1 ", "0 7 ", "double ", "a.com", "com.", "a@", "A-1", "A1", "I'm 12 in ", "Park School ", "St A ", "a_", "#1111a", "@a ", "@", "a b ", "a/b/", "9 A Park Road ",
		"flat 1 ", "born 1 ", "may 1 ", "ref no ", "ref 1/", "AB 12 ", "1.111, ", "snap is ", "a dot ", "at a dot com ", "x ar ", "twenty ", "S1 ", "°N ", "4", "*a", "&#48;", "é ",
	} {
		p := passage{in: "body", text: strings.Repeat(piece, 60_000/len(piece))}
		set, _ := entry.ParseSettings(source.Parse("site.yaml", []byte(ruletest.Settings)), "site.yaml")
		e, _ := entry.Parse(source.Parse("reports/report.md", []byte(p.lay().report)), "report.md", set)
		if e != nil {
			rule.Check(anonymity.TextRules, e, e.Verdicts(set, ruletest.Today), set, ruletest.Today)
		}
	}
}
