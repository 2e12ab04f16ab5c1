package anonymity_test

import "testing"

func TestWhatIdentifiesNobodyIsLeftAlone(t *testing.T) {
	for _, text := range lines(`
The 42 and the X7 leave at 21:40 from Stop C.
It cost £12,500 in 2025-26, and £1,240.50 the year before.
Open 4.30-6pm on weekdays and 10.30-17.00 on Saturdays.
Year 9, Year 10 and Year 11 voted 14 to 9.
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
B2 1st floor, Room B12, lift E2. See r032, e45 and s0s.
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
Anyone aged 11 to 18 in Trefwyn can join.
The 16-25s in Dent have their own night.
Under 16s pay half on the bus to Hawes.
13+ only at Lowmoor youth club.
It cost £14 to get to Hawes.
The bus leaves Dent at 14:10.
The 15 from Bramley is late.
You can stay until you are 21 at Fernlea House.
When you turn 18 you leave Fernlea House.
At 16 you can choose to leave the unit in Dent.
14 young people from Hawes came.
We meet at 6 in Trefwyn village hall.
There were 12 of us in Wooler.
Nine out of ten in Dent said yes.
Room 14 at Larch House is cold.
We waited 15 minutes in Dent.
15 people from Hawes and 12 from Dent came.
Ages 8-12 go to Lowmoor Youth Club on Mondays.
The home in Dent has 4 bedrooms.
People aged 16 and over in Hawes can vote.
The group is 14 and growing, says the worker in Northvale.
All 16 year olds in Trefwyn get a pass.
The score was 14 to 12 at Wooler.
It is 14 miles from Hawes to Dent.
She is 15 and lives in Manchester.
A 16-year-old from Leeds said no.
A 15-year-old from Kent spoke to MPs.
When a young person turns 18 in Northvale they get a letter.
Half of the 17-year-olds in Wooler drive.
We met on 14 May in Dent.
Year 9 at the school in Hawes made the film.
We opened at ten, lunch in Dent was at twelve, home by six.
Since I was 12 I have wanted to be a vet.
He's 15 and loves Minecraft.
I'm 16 and I want a phone like everyone in Year 11.
At 18 you get a council flat in Northvale.
A 14-year-old asked the Children's Commissioner for England.
Born in 1989, the UN Convention turns 37.
The group was born in 2015.
The club turned 10 on 3 March.
The forum's birthday is 12 May.
On 4 May 2026 we met.
The report of 4 May 2015 is online.
Since 4 May 2012 there is a law.
The review is on 4 May.
Reviewed 14/02/2026.
The bus fare turns £2 on 3 March.
Version 2.1.10 was out on 3.3.26.
From 1 April 2025 to 31 March 2026
You can stay until your 25th birthday.
Everybody gets a card on their birthday.
We changed the birthday money to £30 from 1 April.
The 18th meeting is on 4 May.
The 4th is on Friday.
The 16th was a Tuesday.
Our 10th is on 4 May: ten years of the forum.
The fifth floor is closed on 4 May.
Open 4.5.26 to 6.5.26.
Ofsted URN SC012345 was rated good.
Order number 204418 was late.
Room 204 in Block C
Section 20 of the Children Act 1989
Article 12
Bus 204 and 418
Charity number 1123456
company no 01234567
Policy ref CSC-POL-117
document ref CSC-POL-117
Version 3.2, doc no 20418
Case study 3 of 12
In 12 cases out of 2044
There were 2044 cases last year.
We looked at 1,204 files.
The service helps 20,441 people.
The court sits at 10.30.
The police came on 3 May 2026.
The complaint form has 12 pages.
Complaints: 2024: 118, 2025: 92
Placement costs 204,418 pounds
A placement for 12 weeks costs £20,441.
Police: ring 101. Childline: 0800 1111.
Ring the office on 0300 555 0142.
Claim up to £20000 a year.
Reference: page 204
The family hub opens at 0930.
Person-centred plans for 2026
report number 2025/014
Minute 2024/12
Grant ref 2025/1123 from the Lottery
Planning application 25/00412/FUL
The service number is 0300 555 0142.
FOI 2025-0118
Year 2025/26
ISBN 978 0 306 40615 7
Model number X20418
Booking ref ABC123 for the hall
Case closed in 2024.
The tenancy starts on 01/04/2026.
Our budget line is 20418.
LAC 2025-26 numbers are up.
EHCP 20 week limit
the CIN plan of 2025
Mosaic 2 is the new system.
In 2025 police stopped 1204 people.
Hospital ward 12
Pages 42 and 43 of the book
5 pool tables
7 Elm trees were planted
8 new benches
12 Park runs
We ran 3 workshops at Granary Wharf in Leeds.
On 18 November. We will
by bus on 3 June and 4 July
the 4 best walks
Lime Street was busy so we ended up at the park
Sheffield has 7 hills.
7 views of the park
2 Close friends
6 x 9 in
The code is 2018.
Room 14 on the 3rd floor
Year 11 and Year 12 went
at 53.5 and 2.4 percent
on 12 May at 6
`) {
		if got := stopping(t, text); len(got) > 0 {
			t.Errorf("%q: %v", text, got)
		}
	}
}
