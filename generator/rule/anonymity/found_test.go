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
L-E-1 6-T-H`},
		{"nhs-number", `
NHS number 943 476 5919
943-476-5919
9434765919
NHS no. 943 476 5918
My NHS number is nine four three four seven six five nine one nine.
NHS9434765919
CHI number 0101701235 was on it`},
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
acc no 12 34 56 78`},
		{"number-plate", `
The van is LK19 XVB.
LK19XVB
lk19xvb
L K 1 9 X V B
reg: M123 ABC
P123 ABC was parked there
ABC 123D
his car is AZ 1234
The taxi, YT21-HKO, was late.`},
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
lat 52.408 long -1.510`},
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
cash app £tashab22`},
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
14-16 High Street, above the shop`},
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
pen-blwydd 12 Mai`},
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
I'm a 14-year-old girl at Bramwell High`},
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
ref no 00412/25`},
	} {
		for _, text := range lines(test.texts) {
			if got := stopping(t, text); !slices.Contains(got, test.rule) {
				t.Errorf("%s does not find %q; found: %v", test.rule, text, got)
			}
		}
	}
}

func TestWhatIdentifiesNobodyIsLeftAlone(t *testing.T) {
	for _, text := range lines(`
The 42 and the X7 leave at 21:40 from Stop C.
It cost £12,500 in 2025-26, and £1,240.50 the year before.
Open 4.30-6pm on weekdays and 10.30-17.00 on Saturdays.
Year 9, Year 10 and Year 11 voted 14 to 3.
Section 20 and article 12 of the UNCRC, 1989.
The 0-25 service meets in Room 4.11.
Ring Childline on 0800 1111, Samaritans on 116 123, or text SHOUT to 85258.
Ring 111, or 999 if it can't wait.
The Ombudsman is on 0300 061 0614.
Help at Hand: 0800 528 0731. NYAS: 0808 808 1001.
Ofsted URN SC012345 was rated good in 2024.
Charity number 1123456, company number 01234567.
The SE1 area and the LE3 estate asked for lights.
31 of 52 people (60%) said yes.
1.2k followers, 20 GB of data, 2.4 GHz.
On 01.02.2026 and 01-02-2026 and 2026-02-14 we met.
From 1 April 2026 until 31/03/2027.
You can stay until you're 25. Half fare until 18.
16 and 17-year-olds can join; 11 to 15s have their own night.
At 18 you move on. If you are 15, ask your social worker.
The group turned 10 on 3 March.
Our forum's birthday is on 12 May.
The Virtual School Head wrote to every school.
Back to School. High School was hard. The Primary School asked.
Sixth form is better than college.
Sunday School, Summer School and the Youth Academy.
The walk down the road takes 20 minutes. It is a 2 way street.
The library on the high street has 3 park benches.
We met at Shire Hall, Committee Room 3, at 5pm.
https://www.gov.uk/leaving-foster-or-local-authority-care
[the plan](https://www.northvale.gov.uk/plans/2026/lights_on_paths.pdf)
See www.childline.org.uk or northvale.gov.uk/youth.
Instagram, TikTok and Snapchat are blocked at home.
My snap is broken. Insta is boring. Snapchat: we asked for it.
Follow us on Instagram. Add it to TikTok.
Meet @ 5pm in the hall.
B2 1st floor, Room B12, lift E2.
The A47, the M25 and the B4114 were closed.
10 000 000 in all; room 0123; 0.50 each.
Recommendation 7, agenda item 4.2, minute 12.
Case closed. The case for change. In 3 cases of 12 they did.
The reference group met 14 times. Reference to page 12.
Vote: 52 for, 0 against, 1 abstain.
| 2024 | 2025 | 2026 |
Scores: 12, 14, 30, 25, 19, 22, 31.
FOI/2025/0123 was answered. Report CAB/2025/014 is public.
Size 14, 1300 mm by 750 mm, 20 miles, 100 metres.
GCSE, KS4, PEP, EHCP, SEND, LAC, IRO.
St John Ambulance came. St David's Day was fun.
Lights on the path. A safe place. The end of the road.
Two young people, five weeks, nine pages, one voice.
Staying Put and Staying Close end at 21.
The home has 4 bedrooms and 6 staff.
Grade 4 to 9, level 2, 3D printing, 5-a-side, 7.30am.
Windows 11, iPhone 15, PS5, Covid-19, UNCRC article 12.
Flat 24 hours a day. First flat box. Flat rate.
Monday 4 November, Thursday 6pm, the first Wednesday of the month.
Ratings last quarter: on track 7, do better 5, not seen 2.
P.E., R.E. and P.S.H.E. at 9 a.m. e.g. on Monday.
We got 3.5 out of 5. Ages 5-11, 11-16 and 16-19.
The nurse came to us in Northvale. In Leeds 15 of us met.
Bus 15 from Bramley is late.
Stage 1 takes 10 working days, Stage 2 takes 25.
We meet on Wednesdays. Primary school children come too.
Nearly 1 in 5 said yes. 07.30 to 09.15 is too early. 08.00-15.30 suits us.
It runs from 2024 to 2027 and costs £1,250,000 in all.
Call 101 or ring the office. Text us on the day.
The Council House, Town Hall and Guildhall are open.
Green Lane is shut? No, the green lane is open.
The Duke of Edinburgh award, bronze, silver and gold.
"We want a voice" is on the wall of the Youth Hub.
Housing First, Drive Forward and The Share Foundation helped.
Our age range is 11 to 25. The average age is 14.
Question 12 of 30, page 4, version 2.1, build 20260214.
When I was 12 nobody asked me. I'm 15 and I want a phone.
I turned 18 and my key worker was gone.
Ask for form EH2 or leaflet A5. Use code SPRING26.
First Bus 26 and 38 stop here; the N1 runs at night.
The Mayor's Christmas card. St Patrick's Day. St George's flag.
Ward 7 and bed 12 have a charging locker.
You can get £500 a month, or 52 weeks of it.
The minutes of 3 June 2015 show that we asked before.
Year 6 to Year 7 is hard. KS2 and KS3 differ.
9 out of 10 cats. 4 x 4 = 16. 3-2 at half time.
Room B1.04, tray 2, shelf 14-16, box 7.
Reviewed on 14/02/2026, next on 14/08/2026.
The first of April. The second of two. A third of us.
Email us, phone us or come in. Our e-mail address is on the poster.
Look at gov.uk/apply or at nspcc.org.uk.
We looked at 12 homes in Northvale and 3 in Leeds.
Half of 16 year olds and most 17 year olds have one.
The bench by the mill, the old farm and the big house on the hill.
Art College is fun, she said. I like College. Big School worries me.
It was Black History Month. Pride is in July.
Our Instagram has 1,200 followers; our TikTok is new.
The snap decision was good. Discord between partners was solved.
Live chat is open 24/7. 9-5 jobs. 365 days.
Ends at 4pm. Ref: the ref blew the whistle. A yellow card for number 7.
`) {
		if got := stopping(t, text); len(got) > 0 {
			t.Errorf("%q: %v", text, got)
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
