package anonymity_test

// livesOfSomebody are texts that tell where somebody lives or learns, and how old they are.
var livesOfSomebody = []finds{
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
}
