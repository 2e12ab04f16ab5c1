package anonymity

import (
	"strings"
	"sync"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/rule"
)

var Profile = rule.Rule{
	Doc: finding.Doc{
		Name:   "profile-address",
		Why:    "A profile on a social network shows a face, friends and places, and lets strangers write to its owner. A site of one's own does too.",
		Before: "---\n## You said\n\nThe film is on [this page](https://www.instagram.com/example.sam.films).\n\n## We did\n\nWe asked.\n\n## What changed\n\nIt has a sound.\n",
		After:  "---\n## You said\n\nThe film is on [this page](https://example.org/films).\n\n## We did\n\nWe asked.\n\n## What changed\n\nIt has a sound.\n",
	},
	Allow: []string{"public-contact"},
	Run: func(p *rule.Pass) {
		own := sync.OnceValue(func() string { return ownLinks(p.Set) })
		look(^sense(0), func(_ *rule.Pass, w *words, see func(i, j int)) {
			profiles(w, func(i, j int) {
				if !strings.Contains(own(), strings.ToLower(strings.TrimSuffix(w.s[i:j], "/"))) {
					see(i, j)
				}
			})
		}, "there is a link to somebody's profile here", "Take it out. A link to the page of your team or of an organisation may stay, once it is allowed.")(p)
	},
}

// ownLinks are the web addresses that site.yaml publishes.
func ownLinks(set *entry.Settings) string {
	all := []string{set.BaseURL, set.Contact.URL, set.Complaints.URL, set.Advocate.URL}
	for _, h := range set.Help {
		all = append(all, h.URL)
	}
	return strings.ToLower(strings.Join(all, "\n"))
}

// networks are the hosts on which a path is somebody's, and what the path
// begins with where it is. An empty list: any path that is not of the network
// itself.
var networks = func() map[string][]string {
	m := map[string][]string{}
	for _, h := range strings.Fields(`facebook.com fb.com fb.me m.me messenger.com instagram.com instagr.am ig.me tiktok.com vm.tiktok.com snapchat.com twitter.com x.com threads.net threads.com
		discord.gg t.me telegram.me wa.me chat.whatsapp.com twitch.tv pinterest.com pinterest.co.uk linktr.ee beacons.ai onlyfans.com soundcloud.com vsco.co tellonym.me ngl.link curiouscat.live ask.fm
		paypal.me cash.app monzo.me revolut.me bere.al about.me depop.com ko-fi.com patreon.com buymeacoffee.com deviantart.com letterboxd.com last.fm psnprofiles.com kik.me signal.me bsky.app
		flickr.com vk.com vk.me mixcloud.com cameo.com poshmark.com snipfeed.co solo.to carrd.co lnk.bio campsite.bio yubo.live poparazzi.com locket.cam noplace.com bigo.tv kick.com trovo.live line.me imgur.io gofund.me tumblr.com`) {
		m[h] = nil
	}
	some := func(host, paths string) { m[host] = strings.Fields(paths) }
	some("linkedin.com", "in/ pub/ profile/")
	some("youtube.com", "@ channel/ user/ c/")
	some("m.youtube.com", "@ channel/ user/ c/")
	some("discord.com", "users/ invite/ channels/")
	some("discordapp.com", "users/ invite/")
	some("steamcommunity.com", "id/ profiles/ user/")
	some("roblox.com", "users/ user/ share")
	some("api.whatsapp.com", "send")
	some("reddit.com", "u/ user/")
	some("open.spotify.com", "user/ artist/")
	some("strava.com", "athletes/")
	some("vinted.co.uk", "member/")
	some("etsy.com", "shop/ people/")
	some("wattpad.com", "user/")
	some("archiveofourown.org", "users/")
	some("medium.com", "@")
	some("chess.com", "member/")
	some("duolingo.com", "profile/ u/")
	some("justgiving.com", "fundraising/ page/ crowdfunding/")
	some("gofundme.com", "f/")
	some("github.com", "")
	some("quora.com", "profile/")
	some("goodreads.com", "user/")
	some("account.xbox.com", "profile en-gb/profile")
	some("tinder.com", "@")
	some("scratch.mit.edu", "users/")
	some("fortnitetracker.com", "profile/")
	some("namemc.com", "profile/")
	some("mastodon.social", "@")
	some("mas.to", "@")
	some("whatsapp.com", "channel/")
	some("ancestry.co.uk", "profile/")
	return m
}()

// ownPages are hosts below which everybody can have a site of their own.
var ownPages = []string{".tumblr.com", ".wordpress.com", ".blogspot.com", ".blogspot.co.uk", ".github.io", ".wixsite.com", ".weebly.com", ".bandcamp.com", ".substack.com", ".carrd.co", ".itch.io", ".neocities.org", ".livejournal.com", ".bsky.social", ".myportfolio.com", ".newgrounds.com"}

// noProfile are the first steps of paths that belong to the network itself.
var noProfile = set(`about help privacy policies policy terms legal settings login signup explore search hashtag tag tags intent share sharer sharer.php dialog home events event groups
		business ads download safety support discover trending topics topic watch shorts results feed playlist marketplace gaming community-guidelines parents for-parents safetycenter web en en-gb en_gb tos status i jobs press blog developers security family_center family`)

// longest is how many words back a host is looked for.
const longest = 12

// profiles looks at everything in the text that is written, or read out, like
// a web address.
func profiles(w *words, see func(i, j int)) {
	for k := 1; k < len(w.list); k++ {
		if !strings.Contains(w.gap(k), ".") && !w.is(k-1, dot) || !w.is(k, ending) && !w.is(k, mailer) && w.text(k) != "gg" && w.text(k) != "ee" && !shortHost(w.text(k)) {
			continue
		}
		first, loose := k, 0
		for first > 0 && k-first < longest {
			switch gap := w.gap(first); {
			case strings.Contains(gap, " ") && (w.isCap(first) || loose > 2):
				goto found
			case (gap == "." || gap == "-" || gap == "" || gap == "[.]" || gap == "(.)" || gap == " . " || gap == ". " || gap == " .") && !w.is(first-1, dot):
				if first--; strings.Contains(gap, " ") {
					loose++
				}
			case first > 1 && w.is(first-1, dot) && asideGap(gap) && asideGap(w.gap(first-1)):
				first -= 2
			default:
				gap = ""
				goto found
			}
		}
	found:
		if first == k {
			continue
		}
		host := w.host(first, k)
		if n := w.hostOfPerson(host); n != "" && loose == 0 {
			see(w.list[first].i, w.list[k].j)
			continue
		}
		if shorter, ok := known(host); ok {
			if path, end := w.path(k); path != "" && isProfile(shorter, path) {
				see(w.list[first].i, end)
			}
		}
	}
}

func shortHost(s string) bool {
	switch strings.ToLower(s) {
	case "app", "space", "to", "zone", "am", "ly", "fm", "al", "bio", "link", "live", "be", "cam", "name", "page":
		return true
	}
	return false
}

// host is the host in words first to k, with what stands for its dots.
func (w *words) host(first, k int) string {
	var b strings.Builder
	for n := first; n <= k; n++ {
		gap := w.gap(n)
		if n > first && !w.is(n, dot) {
			switch {
			case strings.Contains(gap, "."), w.is(n-1, dot):
				b.WriteByte('.')
			default:
				b.WriteString(strings.TrimSpace(gap))
			}
		}
		if !w.is(n, dot) || n == first || n == k {
			b.WriteString(w.text(n))
		}
	}
	return strings.ToLower(b.String())
}

// known is the network that a host belongs to: www.facebook.com,
// en-gb.facebook.com, and what is drawn like it, faceb00k.com.
func known(host string) (string, bool) {
	host = strings.Map(asLetter, host)
	for {
		if _, ok := networks[host]; ok {
			return host, true
		}
		_, rest, ok := strings.Cut(host, ".")
		if !ok {
			return "", false
		}
		host = rest
	}
}

func asLetter(r rune) rune {
	switch r {
	case '0':
		return 'o'
	case '1':
		return 'i'
	}
	return r
}

// hostOfPerson is the host where it is a site of somebody's own.
func (w *words) hostOfPerson(host string) string {
	for _, end := range ownPages {
		if who, ok := strings.CutSuffix(host, end); ok && who != "" && who != "www" && who != "en" && who != "help" && who != "support" {
			return who
		}
	}
	for _, end := range []string{".me", ".me.uk", ".name"} {
		if who, ok := strings.CutSuffix(host, end); ok && strings.Count(who, ".") <= 1 {
			if _, ok := known(host); !ok {
				return who
			}
		}
	}
	return ""
}

// path is what stands behind the host that ends with word k: its first step,
// the mark before it as @ kept, and where it ends.
func (w *words) path(k int) (string, int) {
	s, i := w.s, w.list[k].j
	n := k + 1
	switch gap := w.gap(n); {
	case strings.HasPrefix(strings.TrimLeft(gap, " (["), "/"), strings.HasPrefix(gap, `\`):
		i += strings.IndexAny(gap, `/\`) + 1
		for i < len(s) && (s[i] == ' ' || s[i] == '/' || s[i] == ')' || s[i] == ']') {
			i++
		}
	case w.is(n, slash|filler) && asideGap(gap):
		if strings.EqualFold(w.text(n+1), "slash") {
			n++
		}
		if n+1 >= len(w.list) {
			return "", i
		}
		i = w.list[n+1].i
		var b strings.Builder
		end := i
		for n++; n < len(w.list) && b.Len() < 40; n++ {
			if w.is(n, slash) {
				b.WriteByte('/')
				end = w.list[n].j
				continue
			}
			if b.Len() > 0 && !strings.HasSuffix(b.String(), "/") && w.gap(n) != "" {
				break
			}
			b.WriteString(w.text(n))
			end = w.list[n].j
		}
		return strings.ToLower(b.String()), end
	default:
		return "", i
	}
	j := i
	for j < len(s) && strings.IndexByte(" \n\t)>]\"'|,;", s[j]) < 0 {
		j++
	}
	for j > i && strings.IndexByte(".!:*_", s[j-1]) >= 0 && s[j-1] != '_' {
		j--
	}
	return strings.ReplaceAll(strings.ToLower(s[i:j]), `\`, "/"), j
}

// isProfile reports whether a path on a network is somebody's.
func isProfile(host, path string) bool {
	starts := networks[host]
	first, _, _ := strings.Cut(path, "/")
	first, _, _ = strings.Cut(first, "?")
	if len(starts) == 0 {
		if first == "" || noProfile[first] {
			return first == "share" && host == "facebook.com" && strings.Count(path, "/") > 1
		}
		return !(host == "snapchat.com" && first != "add" && first != "t" && !strings.HasPrefix(first, "@") && first != "u")
	}
	for _, p := range starts {
		if strings.HasPrefix(path, p) && len(path) > len(p) {
			return true
		}
	}
	return false
}
