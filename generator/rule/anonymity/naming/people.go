package naming

import (
	"yousaid/generator/rule/anonymity/lexicon"
)

func aged(s string) bool {
	return len(s) == 1 && s[0] > '3' || len(s) == 2 && (s[0] == '1' || s[0] == '2')
}

// onlyPeople knows what nobody but a person does.
func onlyPeople(w string) bool {
	switch w {
	case "said", "says", "told", "tells", "asked", "asks", "thinks", "thought", "wants", "wanted", "loves", "loved", "likes", "liked", "hates", "hated", "feels", "felt", "knows", "knew",
		"agreed", "suggested", "explained", "wrote", "writes", "drew", "spoke", "talked", "chose", "decided", "joined", "wished", "believes", "reckons", "reckoned", "remembers", "replied", "answered",
		"shouted", "laughed", "laughs", "cried", "cries", "smiled", "nodded", "shrugged", "whispered", "sang", "cooked", "phoned", "texted", "messaged", "emailed", "voted", "apologised", "thanked", "chaired", "filmed",
		"recorded", "volunteered", "mentioned", "admitted", "insisted", "complained", "lives", "lived", "plays", "goes", "went", "gets", "got", "came", "hoped", "doesnt", "didnt", "took", "ate", "slept", "walked", "drives", "drove", "painted", "sat", "stood", "waited", "arrived", "gave", "ran", "led", "won", "met", "read", "played", "turned", "passed", "chairs", "leads", "moves", "moved", "visited", "cooks":
		return true
	}
	return false
}

// ranked knows what wishes and ideas do as well as people: came first, ran out.
func ranked(w, next string) bool {
	switch w {
	case "came", "went", "ran", "got", "goes", "gets", "won":
		switch next {
		case "first", "second", "third", "last", "top", "bottom", "out", "by":
			return true
		}
	}
	return false
}

func modal(w string) bool {
	return w == "will" || w == "may" || w == "mark" || w == "rob" || w == "sue" || w == "pat" || w == "chase" || w == "bill" || w == "nick" || w == "drew" || w == "josh" || w == "jack" || w == "frank"
}

func person(w string) bool {
	switch w {
	case "my", "our", "his", "her", "one", "who", "brilliant", "lovely", "kind", "amazing", "funny", "nice", "moving", "leaving", "sick", "ill", "upset", "happy", "sad", "angry", "late", "away", "proud", "scared", "nervous", "born":
		return true
	}
	return false
}

func family(w string) bool {
	switch w {
	case "auntie", "aunty", "aunt", "uncle", "bibi", "khala", "khalo", "chacha", "chachi", "mama", "mami", "bhai", "didi", "tante", "oom":
		return true
	}
	return false
}

// titleBefore reports whether Mr, PC or the like stands before word k.
func (n *reading) titleBefore(k int) bool {
	if k == 0 || n.list[k].gap&^(spaced|dotted|stopped) != 0 {
		return false
	}
	w := n.list[k-1].w
	return w.Is(lexicon.Title) && !w.Is(lexicon.Work) && (!w.Is(lexicon.Kin) || family(n.word(k-1)) && n.list[k-1].shape != small)
}

// styled reports whether word k stands after Mrs or the like, which nothing
// but a name follows.
func (n *reading) styled(k int) bool {
	if k == 0 || n.list[k].gap&^(spaced|dotted|stopped) != 0 || n.list[k].gap&stopped != 0 && n.list[k].shape == small {
		return false
	}
	switch n.word(k - 1) {
	case "mr", "mrs", "ms", "cllr":
	default:
		return false
	}
	n.list[k].kind = Worker
	return true
}
