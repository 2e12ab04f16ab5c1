package counts

import (
	"strconv"
	"strings"
)

// class is what a word can be near a number, one bit for each.
type class uint32

const (
	labelled class = 1 << iota // a number behind it is a label: year 7, room 3
	more                       // not that number, but from there on
	quality                    // stands between a number and whose it is
	young                      // of these, a role is one of young people
	person
	youngOne // one of them is a young person
	role
	family
	group // of which somebody is one
	them
	filler
	said
	answers
	totals // whoever does it could have answered
	opinion
	be
	ballots
	reply // an answer by itself: "yes"
	scale // "never": an answer beside others
	doubt // an answer behind one of negate: "not sure"
	negate
	beside // stands with a reply
	after
	voting
	contest // a match, marks, or a number that changed
	hours
	chosen // may head a list of what people chose
	unit   // of time
	tens   // "twenty", before "two"
	part   // a fraction
	sign   // a number may begin here
)

// said of each class of words.
var classes = []struct {
	class class
	words string
}{
	{labelled, "year years room rooms ward page pages article section step part phase chapter route bus buses flat house number level week day grade stage unit group class form age aged ages version rule question item key stop platform line lesson episode point"},
	{more, "least than over above nearly almost about around roughly"},
	{quality, "more new other others older younger young little local care care-experienced experienced leaving teenage former different deaf disabled autistic primary secondary school college looked-after brave youth lone single of us the our these those their your"},
	{young, "young youth experienced care-experienced"},
	{person, "people person persons youngsters youngster child children kid kids boy boys girl girls lad lads lass lasses teen teens teenager teenagers pupil pupils student students member members participant participants respondent respondents leaver leavers attendees yp yps cyp uasc"},
	{youngOne | sign, "child kid boy girl lad lass teen teenager pupil student youngster"},
	{role, "inspector inspectors ambassador ambassadors rep reps representative representatives commissioner commissioners adviser advisers interviewer interviewers volunteer volunteers trainer trainers mentor mentors adult adults parents mums dads"},
	{family, "families parents carers mums dads"},
	{group, "group panel class club home house team crowd forum"},
	{them, "us you them these those"},
	{filler, "also then both all each who that just only really still even have had has they actually definitely"},
	{said, "said told says wrote"},
	{answers, "said say told answered answer replied reply responded voted vote agreed agree disagreed disagree wanted want chose picked preferred prefer liked like disliked loved hated thought think felt feel objected abstained ticked minded didn't don't hadn't wouldn't couldn't haven't hasn't opposed supported rejected refused declined backed favoured"},
	{totals, "answered answer replied responded asked came joined attended"},
	{opinion, "sure unsure happy unhappy for against in undecided neutral satisfied dissatisfied positive negative worried keen interested unconvinced sceptical opposed"},
	{be, "was were are is wasn't weren't aren't isn't"},
	{ballots, "vote votes answers answer replies reply responses response ballots forms yeses noes nos hands thumbs objections"},
	{reply, "yes no maybe unsure undecided agree agreed disagree disagreed for against abstained happy unhappy neutral neither satisfied dissatisfied opposed yeah nope nah y n 👍 👎 ✅ ❌"},
	{scale, "always often sometimes rarely never good great bad poor excellent fine ok okay safe unsafe"},
	{doubt, "sure know mind decide opinion answer favour bothered fussed"},
	{negate, "not don't didn't can't couldn't no in"},
	{beside, "strongly very quite really fairly the votes vote voted voting said saying say"},
	{after, "in at on for from and or but who that to with when as if while because so were was are is did didn't do don't had have has said would will by came went stayed knew know got can joined passed turned"},
	{voting, "vote votes voted voting ballot ballots poll majority motion carried split"},
	{contest, "won win wins lost lose beat match matches game games goal goals score scores scored scoring final team teams league cup season football netball rugby cricket drew draw fell dropped rose down up cut went moved reduced increased grew odds"},
	{hours, "open opens opening hours daily weekdays weekday pm am monday tuesday wednesday thursday friday saturday sunday between until till"},
	{chosen, "vote votes voted voting ballot ballots poll results result picked chose choices survey favourite favourites"},
	{unit, "day days week weeks weekend weekends month months year years hour hours minute minutes night nights time times evening evenings"},
	{sign, "couple pair both"},
}

type meaning struct {
	class   class
	n       int     // 0: none
	percent float64 // of a fraction
}

var (
	ones  = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tenth = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")
)

// lexicon is every word that means something here.
var lexicon = func() map[string]meaning {
	m := map[string]meaning{}
	for _, c := range classes {
		for w := range strings.FieldsSeq(c.words) {
			x := m[w]
			x.class |= c.class
			m[w] = x
		}
	}
	count := func(w string, n int, c class) { m[w] = meaning{class: m[w].class | c | sign, n: n} }
	for n, w := range ones {
		if n > 0 {
			count(w, n, 0)
		}
	}
	count("dozen", 12, 0)
	for i, t := range tenth {
		count(t, 10*(i+2), tens)
		for n, w := range ones[1:10] {
			count(t+"-"+w, 10*(i+2)+n+1, 0)
		}
	}
	share := func(w string, of float64) { m[w] = meaning{class: part | sign, percent: 100 / of} }
	for of, names := range map[float64]string{2: "half halves", 3: "third thirds", 4: "quarter quarters", 5: "fifth fifths", 6: "sixth sixths", 8: "eighth eighths", 10: "tenth tenths"} {
		for w := range strings.FieldsSeq(names) {
			share(w, of)
			for n, many := range ones[1:10] {
				share(many+"-"+w, of/float64(n+1))
			}
		}
	}
	return m
}()

// slots is the lexicon again, with each word at its sum or right behind: looking
// words up is most of what a text costs.
var slots = func() (out [1 << 11]struct {
	word string
	meaning
}) {
	for w, x := range lexicon {
		i := sum(w)
		for out[i%len(out)].word != "" {
			i++
		}
		out[i%len(out)].word, out[i%len(out)].meaning = w, x
	}
	return out
}()

// sum is a number for a word, the same in whatever case it stands.
func sum(word string) int {
	h := uint32(0)
	for i := range len(word) {
		h = add(h, word[i])
	}
	return int(h)
}

func add(h uint32, c byte) uint32 { return h*37 + uint32(c|0x20) }

// look is what a word means, in whatever case it stands.
func look(word string) meaning {
	if strings.Contains(word, "’") {
		word = strings.ReplaceAll(word, "’", "'")
	}
	return meaningOf(word, sum(word))
}

// meaningOf is look for a word whose sum is known.
func meaningOf(word string, sum int) meaning {
	for i := sum; ; i++ {
		s := &slots[i%len(slots)]
		if s.word == "" || same(word, s.word) {
			return s.meaning
		}
	}
}

// begins tells of each first letter, as bits, how long the words can be that
// a number begins with.
var begins = func() (out [26]uint32) {
	for w, x := range lexicon {
		if x.class&sign != 0 {
			out[w[0]-'a'] |= 1 << min(len(w), 31)
		}
	}
	return out
}()

// number is what digits stand for; whole is -1 where it is no whole number that people can be.
func number(digits string) (whole int, value float64, ok bool) {
	for i := range len(digits) {
		if c := digits[i]; !isDigit(c) {
			plain := strings.ReplaceAll(digits, ",", "")
			f, err := strconv.ParseFloat(plain, 64)
			if err != nil || plain == digits {
				return -1, f, err == nil
			}
			return int(f), f, f < 1_000_000 && f == float64(int(f))
		}
		if whole < 1_000_000 {
			whole = 10*whole + int(digits[i]-'0')
		}
	}
	if whole >= 1_000_000 {
		return -1, float64(whole), true
	}
	return whole, float64(whole), true
}
