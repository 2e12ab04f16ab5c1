package anonymity

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var Email = rule.Rule{
	Doc: finding.Doc{
		Name:   "email-address",
		Why:    "An e-mail address leads to one person, and often holds their name. The ways to reach the team stand in site.yaml and on every page.",
		Before: "summary: Write to sam@example.com if you want to join.\n",
		After:  "summary: Write to us if you want to join.\n",
	},
	Allow: []string{"public-contact"},
	Run: func(p *rule.Pass) {
		own := func(found string) bool {
			return slices.ContainsFunc(p.Set.Public(), func(s string) bool { return strings.EqualFold(s, found) })
		}
		look(marks|at|mailer, func(_ *rule.Pass, w *words, see func(i, j int)) {
			emails(w.s, func(i, j int) {
				if !own(w.s[i:j]) {
					see(i, j)
				}
			})
			if w.all&(at|mailer) != 0 {
				w.spelledEmails(own, see)
			}
		}, "there is an e-mail address here", "Take it out. Readers find the team's address on every page.")(p)
	},
}

// emails finds what stands around an @ where that is an address: with spaces
// around it, too, or a domain of a big provider without its ending.
func emails(s string, see func(i, j int)) {
	for from := 0; ; {
		k := strings.IndexByte(s[from:], '@')
		if k < 0 {
			return
		}
		k += from
		from = k + 1
		i := k
		for i > 0 && (s[i-1] == ' ' || s[i-1] == '\n') && k-i < 2 {
			i--
		}
		spaced := i < k
		i = trimBrackets(s, i)
		start := i
		for start > 0 && localByte(s[start-1]) {
			start--
		}
		for start < i && strings.IndexByte(".-'/?=:&", s[start]) >= 0 {
			start++
		}
		j := k + 1
		for j < len(s) && strings.IndexByte(" \n)]}>", s[j]) >= 0 && j-k < 3 {
			j++
		}
		end := domainEnd(s, j)
		if start == i || end == j || start > 0 && s[start-1] == '/' && !spaced && strings.Contains(s[max(0, start-12):start], "//") {
			continue
		}
		host := strings.ToLower(strings.ReplaceAll(s[j:end], " ", ""))
		last := host[strings.LastIndexByte(host, '.')+1:]
		dotted := len(last) < len(host)
		switch {
		case dotted && !spaced, dotted && meanings[last].sense&ending != 0, meanings[host].sense&mailer != 0:
			see(start, end)
			from = end
		}
	}
}

// trimBrackets steps back over a bracket that opens before an @.
func trimBrackets(s string, i int) int {
	for i > 0 && strings.IndexByte("([{<", s[i-1]) >= 0 {
		i--
		for i > 0 && s[i-1] == ' ' {
			i--
		}
	}
	return i
}

func localByte(c byte) bool {
	return c >= utf8.RuneSelf || isLetter(c) || isDigit(c) || strings.IndexByte("._%+'-", c) >= 0
}

// domainEnd is where a domain that begins at j ends. A space can stand after a
// dot in it, where a word of an address's end follows.
func domainEnd(s string, j int) int {
	end := j
	for end < len(s) {
		c := s[end]
		if c >= utf8.RuneSelf || isLetter(c) || isDigit(c) || c == '-' && end > j {
			end++
			continue
		}
		n := end
		for n < len(s) && (s[n] == ' ' || s[n] == '[' || s[n] == '(') {
			n++
		}
		if n == len(s) || s[n] != '.' {
			break
		}
		gap := n > end
		n++
		for n < len(s) && (s[n] == ' ' || s[n] == '\n' || s[n] == ']' || s[n] == ')') {
			gap = gap || s[n] != '\n'
			n++
		}
		m := n
		for m < len(s) && (isLetter(s[m]) || isDigit(s[m]) || s[m] == '-') {
			m++
		}
		if m == n || (gap || strings.IndexByte(s[end:n], '\n') >= 0) && meanings[strings.ToLower(s[n:m])].sense&ending == 0 {
			break
		}
		end = m
	}
	return end
}

var (
	localWord = regexp.MustCompile(`^[\pL\pN][\pL\pN._%+-]*$`)
	notLocal  = set("us me them it look him her you online more page site website here out and is are was meet met")
)

// spelledEmails finds addresses that are read out: sam dot jones at gmail dot
// com. Where only the "at" is a word, the domain has to be that of a provider.
func (w *words) spelledEmails(own func(string) bool, see func(i, j int)) {
	for k := 1; k+1 < len(w.list); k++ {
		if !w.is(k, at) && !(w.text(k) == "a" && strings.HasSuffix(w.gap(k), "(")) || !asideGap(w.gap(k)) || !asideGap(w.gap(k+1)) {
			continue
		}
		bracketed := w.text(k) == "AT" && w.s[w.list[k-1].j-1] >= 'a' || strings.ContainsAny(w.gap(k), "([{<_-") || strings.ContainsAny(w.gap(k+1), ")]}>_-")
		// the domain
		n := k + 1
		for n+1 < len(w.list) && (w.gap(n+1) == "-" || w.glued(n+1)) {
			n++
		}
		dots, spelled := 0, false
		provider := w.is(k+1, mailer)
		last := n
		for last+1 < len(w.list) {
			switch gap := w.gap(last + 1); {
			case w.is(last+1, dot) && asideGap(gap) && last+2 < len(w.list) && asideGap(w.gap(last+2)):
				last += 2
				spelled = true
			case strings.Trim(gap, " ([{)]}") == "." && (gap == "." || w.is(last+1, ending)):
				last++
			default:
				gap = "stop"
				n = last
			}
			if n == last {
				break
			}
			dots++
			n = last
			for n+1 < len(w.list) && w.gap(n+1) == "-" {
				n++
			}
			last = n
			n = last - 1
		}
		n = last
		marked := dots > 0 && (w.gap(k-1) == "." || w.gap(k-1) == "_" || w.glued(k-1)) && w.gap(k) == " " // sam.jones at example.com
		if !provider && (dots == 0 || !spelled && !bracketed && !marked) || !provider && !w.is(n, ending) {
			continue
		}
		// what stands before the at
		from := k - 1
		for from > 0 {
			gap := w.gap(from)
			if gap == "" || gap == "." || gap == "_" || gap == "-" || gap == "+" {
				from--
				continue
			}
			if from > 1 && w.is(from-1, dot|underscore|filler) && asideGap(gap) && asideGap(w.gap(from-1)) && !w.is(from-2, at) {
				from -= 2
				continue
			}
			break
		}
		if from == k-1 && !bracketed && notLocal[strings.ToLower(w.text(from))] && !provider {
			continue
		}
		if i, j := w.list[from].i, w.list[n].j; localWord.MatchString(w.text(from)) && !own(w.s[i:j]) {
			see(i, j)
			k = n
		}
	}
}

// asideGap is what can stand around a word that is read out for a mark.
func asideGap(gap string) bool { return len(gap) <= 3 && strings.Trim(gap, " ()[]{}<>_-.*\n") == "" }
