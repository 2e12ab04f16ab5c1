package anonymity

import "strings"

// sense is what a word can mean to a rule. A word can have several.
type sense uint64

const (
	digits     sense = 1 << iota // there are digits in the text
	marks                        // there is one of @ / + _ # ° in the text
	digit                        // a number word up to nine
	teen                         // ten to nineteen
	tens                         // twenty to ninety
	hundred                      // hundred
	several                      // double, treble
	filler                       // words between digits that are read out: dash, then
	nought                       // o, oh
	nato                         // a letter read out
	month                        // a month
	ordinal                      // first to thirty-first
	street                       // what the name of a street ends in, and nothing else does
	road                         // the same, where other things end so too
	front                        // what the name of a Welsh street begins with
	flat                         // flat, apartment
	number                       // no, number, nr
	school                       // what the name of a school ends in
	stage                        // primary, high: what stands before that, or ends a name
	ysgol                        // what the Welsh name of a school begins with
	saint                        // st, saint
	born                         // born, DOB, birth
	birthday                     // birthday
	turned                       // turned, turns
	aged                         // aged, age
	years                        // year, yr
	old                          // old
	nhs                          // NHS and its numbers in the other countries
	insurance                    // national insurance
	bank                         // sort code, account, card
	iban                         // IBAN
	case_                        // what has a number in a system: case, file, crime
	ref                          // reference, id
	plate                        // reg, car
	phone                        // phone, ring, text
	platform                     // a social network
	username                     // username, handle, gamertag
	at                           // at
	dot                          // dot
	mailer                       // a big e-mail provider
	ending                       // com, org: what an address ends in
	place                        // what3words and the like
	lives                        // lives, moved, home
	around                       // from, near
	plain                        // words that names are not made of
	shorts                       // what is shortened with a full stop
	person                       // I, she, he: whom an age is of
	many                         // units and things that are counted
	group                        // group, council: what has birthdays and is nobody
	town                         // a place with many people
	follow                       // add, follow, find: what people do on a network
	underscore                   // underscore
	slash                        // slash
	general                      // kinds of school, not their names
	leaving                      // leavers
	round                        // what an age is told by: birthdays, summers, adult
	feast                        // what a day begins with that everybody knows the date of
	says                         // is, I'm, turned: an age can come
)

type meaning struct {
	sense sense
	value int16
}

// meanings are all words that a rule looks for, in small letters.
var meanings = func() map[string]meaning {
	m := map[string]meaning{}
	add := func(s sense, list string) {
		for w := range strings.FieldsSeq(list) {
			old := m[w]
			old.sense |= s
			m[w] = old
		}
	}
	count := func(s sense, from, step int16, list string) {
		for w := range strings.FieldsSeq(list) {
			add(s, strings.ReplaceAll(w, "|", " "))
			for f := range strings.SplitSeq(w, "|") {
				old := m[f]
				old.value = from
				m[f] = old
			}
			from += step
		}
	}
	count(digit, 0, 1, "zero|nought|naught|dim|sero one|un|won two|dau|dwy three|tri|tair four|pedwar|pedair five|pump six|chwech|chwe seven|saith eight|wyth|ate nine|naw")
	count(teen, 10, 1, "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	count(teen, 12, 3, "deuddeg pymtheg deunaw")
	count(tens, 20, 10, "twenty thirty forty|fourty fifty sixty seventy eighty ninety")
	add(hundred, "hundred")
	add(nought, "o oh")
	count(several, 2, 1, "double treble|triple")
	add(filler, "dash hyphen then space stroke forward and um er so minus")
	count(nato, 'a', 1, "alpha|alfa bravo charlie delta echo foxtrot golf hotel india juliet|juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey|whisky xray yankee zulu")
	count(nato, 'a', 1, "ay|ayy bee cee dee ee eff gee aitch|haitch ii jay kay ell|el em en oo pee cue arr ess|esss tee yoo vee dubya eks wye zed|zee")
	count(month, 1, 1, "january|jan|ionawr february|feb|chwefror march|mar|mawrth april|apr|ebrill may|mai june|jun|mehefin july|jul|gorffennaf august|aug|awst september|sept|sep|medi october|oct|hydref november|nov|tachwedd december|dec|rhagfyr")
	count(ordinal, 1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")
	add(ordinal, "thirtieth")
	add(street, "tce tcr wy blvd boulevard cresc crsnt esplanade wlk cswy mdws gdn pde avn strt rds street road rd avenue ave lane ln crescent cres mews terrace terr gardens gdns grove str drive close rise row rw parade wynd crt bungalow bungalows cotts villas cottages cottage buildings mansions")
	add(road, "av prom promenade gro grn st dr cl ct pl place court way walk hill square sq green park view yard yd wharf bank bk croft meadow meadows end gate fold field fields orchard mount path passage quay vale loan brae glebe house hse hs heights chase dene garth spinney copse reach nook side brow crest lea hollow ridge loke gait vennel pend alley broadway causeway steps rectory vicarage lodge farm farmhouse manor tower towers point terraces mill barn hall")
	add(front, "heol stryd ffordd lôn lon rhodfa clos cwrt rhes teras cilgant gerddi maes bryn parc llys dôl dol erw trem glan cae")
	add(flat, "flat flats flt fl apartment apts apt maisonette bedsit caravan chalet pitch plot")
	add(number, "number no nr num nos")
	add(school, "school academy acad acad college coll nursery infants juniors comprehensive comp grammar prep pru sixth preschool kindergarten playgroup utc sch")
	add(stage, "primary prim high secondary infant junior middle")
	add(ysgol, "ysgol coleg meithrinfa")
	add(saint, "st saint saints sts sant santes ss")
	add(general, "primary high secondary infant junior middle special virtual sunday free grammar public private state boarding summer winter easter old new local after before pre night evening dance drama music art arts language law medical business home film forest training police fire further higher education sports sport football staff every each any both most some back to the our my your their his her a an this that these those no big good bad best first last whole next same other one two three mainstream alternative independent community faith catholic online day in at from and or for of residential leaving starting changing moving finding going getting choosing why how when where what which who is if not all weekend saturday nurture infants juniors sixth form whole-school international royal national open british what's it's year our's nursery school college academy council between safe safer better healthy green eco happy through visiting inside outside near towards into under your new former current previous fellow during only just even same until since cymraeg special needs faith-based inclusive virtual theatre cookery cooking riding swimming driving ski tennis stage cadet army military navy maths science tech technical agricultural land-based building construction hair beauty catering girls' boys' mixed single-sex secure hospital hospital's partnership teaching studio university specialist pupil")
	add(born, "yob born dob birth birthdate ganwyd ganed geni eni birthplace")
	add(birthday, "birthday bday birthdays penblwydd blwydd b'day")
	add(turned, "turned turns turning turn")
	add(aged, "aged age oed oedran")
	add(years, "year yr years yrs yo")
	add(old, "old")
	add(nhs, "nhs gig chi hcn h&c health")
	add(insurance, "insurance nino ni yswiriant")
	add(bank, "ac sort account acc acct bank card visa mastercard debit cyfrif iban sortcode barclays hsbc natwest lloyds monzo santander")
	add(iban, "iban")
	add(case_, "case file client mosaic liquidlogic lcs ics ehm crime incident court lac cla cin referral complaint tenancy log claim police asylum homeoffice passport pupil upn uln learner patient hospital custody offender pnc cad yot ehcp swift framework carefirst eclipse ccm caseload child person record family service tribunal achos cyfeirnod ticket account placement prison ehc nass mrn utr allocation cp cafcass probation licence uci")
	add(ref, "ref refs reference references id number no num ids cyfeirnod rhif code urn #")
	add(plate, "reg registration plate plates numberplate car van taxi minibus minicab cab motorbike moped scooter bike vehicle vauxhall ford corsa fiesta vw audi bmw nissan toyota golf transit fiat peugeot renault skoda kia honda hyundai mercedes volvo citroen astra clio micra qashqai yaris insignia berlingo sprinter vivaro trailer minivan lorry people-carrier vrm mazda dacia tesla suzuki")
	add(phone, "phone phones ph tel tele telephone mobile mob moby ring rang call called text txt texted whatsapp dial cell landline ffoniwch ffôn ffon ffonio ext extension digits fone")
	add(platform, "snap snapchat sc insta instagram ig tiktok tik discord disc twitter facebook fb messenger whatsapp telegram kik bereal steam psn playstation xbox roblox fortnite minecraft twitch youtube yt threads bluesky bsky mastodon reddit pinterest tumblr vsco linkedin soundcloud spotify depop vinted gamertag xbl epic tellonym yubo wizz tinder grindr")
	add(username, "username uid user usernames handle handles gamertag @ screenname nickname login account tag profile id name")
	add(at, "at")
	add(dot, "dot")
	add(underscore, "underscore")
	add(slash, "slash")
	add(mailer, "gmail googlemail hotmail outlook yahoo ymail icloud live protonmail proton aol btinternet sky virginmedia talktalk msn mail gmx tutanota zoho")
	add(ending, "com org net uk co ac gov info me wales cymru scot london example test sch nhs io tv eu ie edu biz")
	add(place, "what3words w3w coordinates coords lat latitude long longitude lng grid gps osgr pin location geo threewords words")
	add(around, "from near outside opposite round corner end")
	add(lives, "live lives lived living house home homes moved flat stay stays stayed staying address door doorstep pick-up picked collected pickup dropped drops byw hostel placement hotel refuge nan's mum's dad's gran's carer's aunt's mate's mates' friend's")
	add(shorts, "mr mrs ms dr st rd ave no nr e.g i.e acad bram str fl apt ref tel mob yd bk terr cl ct")
	add(says, "i'm im she's he's shes hes we're they're who's whos is was are were woz wuz wz iz be being been am turned turning turns turn hit hits reached reaches became becomes aged age alive")
	add(person, "ill theyll i'll she'll he'll they'll i i'm im she he they she's he's shes hes who who's they're theyre me we we're my her his boy girl lad lass kid child teen teenager student lad young person someone daughter son brother sister niece nephew you're youngster child's resident foster")
	add(many, "minutes minute mins min hours hour hrs days day weeks week months month years year yrs miles mile metres metre meters yards m km people young children kids boys girls cars buses bus homes houses schools steps times pounds p pence percent per cent members places seats beds new empty busy main local other different bus stops way lane lanes parks weeks' days' years'")
	add(group, "group council forum club project centre center charity service team app shop company nhs scheme panel board anniversary committee website network programme campaign event hub league library trust ours")
	add(round, "birthdays christmases summers winters springs trips laps orbits candles teenager adult grown-up figures digits year trip lap")
	add(leaving, "leavers")
	for w := range feasts {
		add(feast, w)
	}
	add(follow, "add follow find dm message msg inbox snapped pm")
	add(plain, plainWords)
	add(town, towns)
	return m
}()

// meaningTable is meanings, laid out to be found fast: every word of every text is
// looked up there.
var meaningTable = func() *[4096]entryOf {
	var table [4096]entryOf
	for word, m := range meanings {
		h := uint32(0)
		for i := range len(word) {
			h = spin(h, word[i])
		}
		for h = spread(h); table[h].word != ""; h = (h + 1) % uint32(len(table)) {
		}
		table[h] = entryOf{word, m}
	}
	return &table
}()

type entryOf struct {
	word string
	meaning
}

func spin(h uint32, c byte) uint32 { return (h ^ uint32(c)) * 16777619 }

func spread(h uint32) uint32 { return (h ^ h>>15) % 4096 }

// meaningOf is what a word in small letters means; h is its letters, spun.
func meaningOf(low []byte, h uint32) meaning {
	for h = spread(h); meaningTable[h].word != ""; h = (h + 1) % uint32(len(meaningTable)) {
		if meaningTable[h].word == string(low) {
			return meaningTable[h].meaning
		}
	}
	return meaning{}
}

// plainWords are words that begin sentences and headings, or stand before the
// word for a street or a school, and are no part of its name.
const plainWords = `the a an our my your their his her its this that these those every each any some no one two three all both most many other another same next last first second
 and or but so if when where why how what which who whose while because since until after before then there here now not never always only just even also too again still yet
 in on at by for from to of off up down out over under near with without about between through during into onto across along around behind beside beyond past
 is are was were be been being am do does did done have has had will would can could may might must shall should
 we you i he she it they us them me him nobody everybody everyone someone anyone people young
 back going get getting got go goes went come came see saw take took make made walk walking walked live lives lived moved
 new old big small long short good bad best better busy quiet main side dead wrong right local nearest whole open high low safe dark wide narrow
 yes no please thanks thank dear hello hi well ok okay year years half full free part
 january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday
 youth council county court city town village district borough community family children children's crown magistrates high-court coroner's supreme care nursing sheltered supported
 bus train school college home house hostel park playing football skate business industrial retail car bike cycle green play science theme wildlife country holiday water national royal british
 question answer step stage phase part section chapter article rule level zone room table plan form option group team meeting day week term session`

// towns are places with so many people that a town and an age tell little, and
// wider ones. They are the biggest of the United Kingdom by the census of 2021,
// and its parts.
const towns = `london birmingham leeds glasgow sheffield bradford manchester edinburgh liverpool bristol cardiff leicester wakefield coventry nottingham newcastle belfast brighton hull plymouth
 stoke wolverhampton derby swansea southampton salford aberdeen portsmouth york peterborough dundee lancaster oxford newport preston norwich luton bolton bournemouth sunderland middlesbrough
 blackpool stockport rochdale swindon huddersfield reading northampton croydon bromley hackney lambeth southwark camden islington haringey enfield barnet brent ealing hounslow lewisham greenwich newham redbridge havering
 england wales scotland ireland britain uk kent essex surrey sussex norfolk suffolk devon cornwall dorset somerset wiltshire hampshire berkshire oxfordshire buckinghamshire hertfordshire bedfordshire cambridgeshire
 lincolnshire nottinghamshire derbyshire leicestershire northamptonshire warwickshire worcestershire gloucestershire herefordshire shropshire staffordshire cheshire lancashire yorkshire cumbria durham northumberland merseyside
 europe syria afghanistan sudan eritrea iran iraq ukraine vietnam albania ethiopia poland romania somalia nigeria pakistan india bangladesh china kurdistan`
