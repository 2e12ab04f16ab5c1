package anonymity

import (
	"strings"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var Handle = rule.Rule{
	Doc: finding.Doc{
		Name:   "social-handle",
		Why:    "With somebody's name on a social network or in a game, strangers can find them, see them and write to them.",
		Before: "summary: Ask @sam_of_the_group for the poster.\n",
		After:  "summary: Ask us for the poster.\n",
	},
	Allow: []string{"public-contact"},
	Run:   look(marks|platform|username|underscore|follow|dot|digits|at, handles, "there is somebody's name on a social network here", "Take it out. The ways to reach the team are on every page."),
}

func handles(p *rule.Pass, w *words, see func(i, j int)) {
	if w.all&marks != 0 {
		w.marked(see)
	}
	if w.all&digits != 0 {
		for k := 2; k < len(w.list); k++ { // tay.tay.07
			if w.isNumber(k) && w.gap(k) == "." && w.gap(k-1) == "." && !w.isNumber(k-1) && !w.isNumber(k-2) && len(w.text(k-2)) > 2 && !w.glued(k+1) {
				see(w.list[k-2].i, w.list[k].j)
			}
		}
	}
	if w.all&(platform|username|follow) != 0 {
		w.told(see)
		if w.all&digits != 0 && w.all&(platform|username) != 0 {
			w.gamer(see)
		}
	}
	for _, bracketed := range []string{"(.)", "[.]", "(dot)", "[dot]", "{dot}"} {
		if w.all&dot == 0 && len(bracketed) > 3 {
			break
		}
		for at := 0; ; {
			i := strings.Index(w.s[at:], bracketed)
			if i < 0 {
				break
			}
			i += at
			from, to := i, i+len(bracketed)
			for from > 0 && handleByte(w.s[from-1]) {
				from--
			}
			for to < len(w.s) && handleByte(w.s[to]) {
				to++
			}
			see(from, to)
			at = to
		}
	}
	for k := 1; w.all&at != 0 && k+1 < len(w.list); k++ { // at-sign bean.draws
		if !w.is(k-1, at) || w.low(k) != "sign" || w.gap(k) != "-" && w.gap(k) != " " || !plainGap(w.gap(k+1)) {
			continue
		}
		to := w.list[k+1].j
		for to < len(w.s) && handleByte(w.s[to]) {
			to++
		}
		if name := strings.TrimRight(w.s[w.list[k+1].i:to], ".-"); len(name) > 2 {
			see(w.list[k-1].i, w.list[k+1].i+len(name))
		}
	}
	if w.all&underscore != 0 {
		for k := 1; k < len(w.list); k++ {
			if w.is(k, underscore) && strings.EqualFold(w.text(k), "underscore") {
				from, to := k-1, min(k+1, len(w.list)-1)
				for from > 0 && (w.glued(from) || w.is(from-1, dot|underscore|digit)) {
					from--
				}
				see(w.list[from].i, w.list[to].j)
			}
		}
	}
}

func handleByte(c byte) bool { return wordByte(c) || c == '_' || c == '.' || c == '-' }
func wordByte(c byte) bool   { return c >= 0x80 || isLetter(c) || isDigit(c) }

// marked finds @name, £cashtag, name#1234 and names with an underscore.
func (w *words) marked(see func(i, j int)) {
	s := w.s
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '@':
			if i > 0 && (localByte(s[i-1]) && s[i-1] != '.' && s[i-1] != '\'' || s[i-1] == ')' || s[i-1] == ']') {
				continue
			}
			j := i + 1
			if j < len(s) && s[j] == ' ' && j+1 < len(s) && (i == 0 || s[i-1] == ' ' || s[i-1] == '(') {
				// a space after the @: only where what follows can be nothing else
				n := j + 1
				for n < len(s) && handleByte(s[n]) {
					n++
				}
				if name := strings.Trim(s[j+1:n], ".-"); (handleLike(name) || len(name) > 4 && w.networkBefore(i)) && !clock(name) && !commonAt[strings.ToLower(name)] {
					see(i, j+1+len(name))
				}
				continue
			}
			for j < len(s) && handleByte(s[j]) {
				j++
			}
			name := strings.TrimRight(s[i+1:j], ".-")
			if len(name) < 2 || !strings.ContainsFunc(name, letterRune) || clock(name) || commonAt[strings.ToLower(name)] {
				continue
			}
			see(i, i+1+len(name))
			i = j - 1
		case '#':
			if i > 1 && i+4 < len(s) && wordByte(s[i-1]) && isDigit(s[i+1]) && isDigit(s[i+2]) && isDigit(s[i+3]) && isDigit(s[i+4]) && (i+5 == len(s) || !wordByte(s[i+5])) {
				from := i
				for from > 0 && handleByte(s[from-1]) {
					from--
				}
				if strings.ContainsFunc(s[from:i], letterRune) {
					see(from, i+5)
				}
			}
		case '_':
			if i == 0 || i+1 >= len(s) || !wordByte(s[i-1]) || !(wordByte(s[i+1]) || s[i+1] == '_' && i+2 < len(s) && wordByte(s[i+2])) {
				continue
			}
			from, to := i, i
			for from > 0 && handleByte(s[from-1]) {
				from--
			}
			for to < len(s) && handleByte(s[to]) {
				to++
			}
			if from > 0 && strings.IndexByte("/@=&", s[from-1]) >= 0 || to < len(s) && strings.IndexByte("@/", s[to]) >= 0 {
				i = to
				continue
			}
			name := strings.TrimRight(strings.TrimLeft(s[from:to], ".-"), ".-")
			if strings.ContainsFunc(name, letterRune) && !fileName(name) && !strings.Contains(name, "«") && !strings.HasSuffix(w.s[:from], "{") && len(name) > 3 {
				see(from, from+len(s[from:to]))
			}
			i = to
		}
	}
	for i := strings.Index(s, "£"); i >= 0; {
		j := i + len("£")
		end := j
		for end < len(s) && handleByte(s[end]) {
			end++
		}
		if end > j+3 && isLetter(s[j]) && isLetter(s[j+1]) && isLetter(s[j+2]) {
			see(i, end)
		}
		next := strings.Index(s[end:], "£")
		if next < 0 {
			break
		}
		i = end + next
	}
}

func letterRune(r rune) bool { return r >= 0x80 || isLetter(byte(r)) }

// clock knows "@5pm" and "@10.30am".
func clock(name string) bool {
	return isDigit(name[0]) && strings.Trim(strings.ToLower(name), "0123456789.:apmh-to") == ""
}

// fileName knows names of files, as leaflet_v3.pdf.
func fileName(name string) bool {
	i := strings.LastIndexByte(name, '.')
	if i < 0 {
		return false
	}
	switch strings.ToLower(name[i+1:]) {
	case "jpg", "jpeg", "png", "pdf", "md", "doc", "docx", "mp3", "mp4", "csv", "xlsx", "html", "yaml", "webp", "gif", "svg":
		return true
	}
	return false
}

var commonAt = set("everyone everybody here all channel home school work media the")

// handleLike reports whether a name has something in it that no word has: a
// digit, an underscore, a dot, a capital in its middle, letters three times.
func handleLike(name string) bool {
	if len(name) < 3 || !strings.ContainsFunc(name, letterRune) {
		return false
	}
	for i := 1; i < len(name); i++ {
		c := name[i]
		switch {
		case c == '_', isDigit(c), isDigit(name[i-1]):
			return true
		case (c == '.' || c == '-') && i+1 < len(name) && c == '.':
			return true
		case upper(c) && name[i-1] >= 'a' && name[i-1] <= 'z':
			return true
		case i > 1 && c == name[i-1] && c == name[i-2]:
			return true
		}
	}
	return false
}

// told finds names that somebody gives as theirs: my snap is …, insta: …, add
// me on … .
func (w *words) told(see func(i, j int)) {
	for k := range w.list {
		if !w.is(k, platform|username) || w.glued(k) && !w.isNumber(k-1) {
			continue
		}
		if w.is(k, username) && !w.is(k, platform) && w.s[w.list[k].i] != '@' {
			switch strings.ToLower(w.text(k)) {
			case "name", "account", "tag", "profile", "login", "user", "id":
				if !w.is(k-1, platform|username) {
					continue
				}
			}
		}
		if end := w.onNetwork(k); end > 0 {
			see(w.list[end-1].i, w.list[k-2].j)
			continue
		}
		n := k + 1
		sure := false // a colon, "is" or the like stands before the name
		for n < len(w.list) && n < k+5 {
			gap := w.gap(n)
			if strings.ContainsAny(gap, ":=–—>→") || gap == " - " {
				sure = true
			}
			if strings.ContainsAny(gap, "!?\n") || strings.Contains(gap, ". ") || strings.Contains(gap, "; ") {
				n = len(w.list)
				break
			}
			if linkWord[strings.ToLower(w.text(n))] {
				sure = true
				n++
				continue
			}
			if w.is(n, username|platform) {
				n++
				continue
			}
			break
		}
		if n >= len(w.list) {
			continue
		}
		i, j := w.list[n].i, w.list[n].j
		for i > 0 && strings.IndexByte("_.£", w.s[i-1]) >= 0 {
			i--
		}
		for j < len(w.s) && handleByte(w.s[j]) {
			j++
		}
		end := n
		for end+1 < len(w.list) && (w.is(end+1, dot|underscore) || w.is(end, dot|underscore)) && w.gap(end+1) == " " {
			end++
		}
		name := strings.Trim(w.s[i:j], ".-")
		quoted := i > 0 && (w.s[i-1] == '"' || w.s[i-1] == '\'' || strings.HasSuffix(w.s[:i], "“") || strings.HasSuffix(w.s[:i], "‘"))
		about := w.before(k, 4, follow|person)
		switch {
		case end > n:
			see(i, w.list[end].j)
		case w.is(k, platform) && strings.HasPrefix(w.gap(n), "/") && len(name) > 2:
			see(i, j)
		case handleLike(name) && (sure || about || w.gap(n) == " ") && !version(name):
			see(i, j)
		case sure && (quoted || !w.is(n, plain|many|person|platform|username|lives|around|group|phone|follow|place|years|old|month|digit|at) && !notName[strings.ToLower(w.text(n))]) && len(name) >= 4 &&
			(w.is(k, username) || about || strings.ContainsAny(w.gap(n), ":=→")):
			see(i, j)
		}
	}
}

// gamer finds names that nothing else is written like, TofuBandit2009, in a
// text that speaks of a network or a game.
func (w *words) gamer(see func(i, j int)) {
	for k := 1; k < len(w.list); k++ {
		if !w.isNumber(k) || !w.glued(k) || w.glued(k-1) || w.glued(k+1) || len(w.text(k)) < 2 || !onlyASCII(w.text(k-1)) {
			continue
		}
		t := w.text(k - 1)
		inner := strings.ContainsFunc(t[1:], func(r rune) bool { return r >= 'A' && r <= 'Z' }) && !shouted(t)
		if len(t) > 5 && inner || len(t) > 8 && !w.is(k-1, plain|platform|month) {
			see(w.list[k-1].i, w.list[k].j)
		}
	}
}

// networkBefore reports whether the word that ends right before byte i is a
// network.
func (w *words) networkBefore(i int) bool {
	k := w.wordAt(i) - 1
	return k >= 0 && w.is(k, platform) && i-w.list[k].j < 3
}

// onNetwork finds a name before a network: at-shaneeky-two on threads. It is
// the word after the one with which the name begins, or 0.
func (w *words) onNetwork(k int) int {
	if !w.is(k, platform) || k < 2 || !(strings.EqualFold(w.text(k-1), "on") || strings.EqualFold(w.text(k-1), "ar")) {
		return 0
	}
	from := k - 2
	for from > 0 && (w.gap(from) == "-" || w.gap(from) == "" || w.gap(from) == "_" || w.gap(from) == ".") {
		from--
	}
	name := w.s[w.list[from].i:w.list[k-2].j]
	if handleLike(name) && !version(name) && strings.ContainsAny(name, "_.") || w.is(from, at) && from < k-2 || handleLike(name) && !version(name) && (w.is(from-1, follow|person|lives|around) || linkWord[strings.ToLower(w.text(from-1))]) {
		return from + 1
	}
	return 0
}

// version knows what is written beside a network and is no name: 2.0, 18+, 13s.
func version(name string) bool {
	return isDigit(name[0]) && strings.Trim(strings.ToLower(name), "0123456789.-+%kmsthndrpa") == ""
}

var linkWord = set("is as it's its at called = under my ydy yw me")

// notName are words that stand after "my snap is" and are no name.
var notName = set(`broken public private banned blocked deleted gone locked hacked open closed dead empty boring better worse more great really very where when what how because
		about just only something someone anyone something's like being getting used using made called different safer unsafe allowed free easy hard better set turned switched checked good bad fake real
		mine hers theirs yours important needed fine part still never always maybe also again then there this that with without before after full slow down messages friends videos posts pictures photos group
		groups chat chats page pages account accounts profile story stories live app apps filter filters music rules safety bullying likes followers time tonight tomorrow today monday tuesday wednesday thursday friday saturday sunday
		trouble tech bans limits screen youtube content advice help online reels adverts posters ideas questions`)
