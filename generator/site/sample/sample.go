// Package sample makes up sites: one with everything that a site can have, and
// one with the least. A theme is tried on both before any real page is made of
// it, and tests look at what becomes of words in every place there is.
//
// Values are put in by the type of their place, so that a new one is never
// forgotten here.
package sample

import (
	"fmt"
	"reflect"

	"yousaid/generator/site"
)

// Words are plain words for a place in which they don't matter.
const Words = "Words of nobody"

// Full is a site with something in every place, which is words wherever words
// can stand, and with so many reports, of every status in turn.
func Full(words string, reports int) *site.Site {
	s := &site.Site{}
	fill(reflect.ValueOf(s).Elem(), words)
	s.BaseURL, s.Base, s.Lang, s.Said = "https://example.org/voice/", "/voice/", "en", "You said"
	s.Checked = site.Date{Year: 2026, Month: 6, Day: 1}
	s.Pages = []site.Page{{Name: "about", Title: words, Summary: words, HTML: "<p>about</p>"}}
	s.Topics, s.Areas, s.Groups = label("roads", words), label("a", words), label("g", words)
	s.Redirects, s.Reports = nil, nil
	for i := range reports {
		s.Reports = append(s.Reports, report(i, words))
	}
	if reports > 0 {
		s.Redirects = []site.Redirect{{From: "old", To: "r0", Title: words}}
	}
	return s
}

func label(id, words string) []site.Label { return []site.Label{{ID: id, Name: words}} }

func report(n int, words string) *site.Report {
	r := &site.Report{}
	fill(reflect.ValueOf(r).Elem(), words)
	r.Address = fmt.Sprintf("r%d", n)
	r.Topic, r.Area, r.Group = label("roads", words)[0], label("a", words)[0], label("g", words)[0]
	r.Status = site.Statuses[n%len(site.Statuses)]
	r.Involvement = "co-production"
	var parts []site.Section
	for _, kind := range []site.PartKind{site.LeadPart, site.AskedPart, site.SaidPart, site.DidPart, site.ChangedPart, site.WhyNotPart, site.NextPart, site.DecidedPart, site.OtherPart} {
		parts = append(parts, site.Section{Kind: kind, Heading: words, HTML: "<p>part</p>"})
	}
	r.Sections = parts
	voice := r.Voices[0]
	r.Voices = nil
	for i, made := range []site.Made{site.OwnWords, site.FromSeveral, site.MadeUp} {
		v := voice
		v.Made = made
		v.Edited = []site.Edited{site.Spelling, site.Shortened, site.Anonymised}[i]
		v.Pictures = pictures(n, 10*(i+1), words)
		r.Voices = append(r.Voices, v)
	}
	r.Pictures = pictures(n, 0, words)
	return r
}

// pictures are a picture in two widths and a sound.
func pictures(report, from int, words string) []site.Picture {
	file := func(i int, ext string) site.File {
		return site.File{Path: fmt.Sprintf("%s%016x.%s", site.MediaFolder, 100*report+from+i, ext), Data: []byte{byte(1 + report), byte(1 + from + i)}}
	}
	all := site.Channels{Feed: true, Search: true, Print: true, Social: true, Data: true}
	return []site.Picture{
		{Alt: words, Caption: words, Forms: []site.Form{{File: file(0, "jpg"), Width: 480, Height: 320}, {File: file(1, "jpg"), Width: 960, Height: 640}}, In: all},
		{Alt: words, Caption: words, Sound: true, Transcript: []string{words, words}, Forms: []site.Form{{File: file(2, "mp3")}}, In: all},
	}
}

// Least is a site of which only what every site has is there, with so many
// reports that say as little.
func Least(reports int) *site.Site {
	s := &site.Site{Title: Words, Organisation: Words, BaseURL: "https://example.org/", Base: "/", Lang: "en", Said: "You said", Home: site.Page{Title: Words}}
	for i := range reports {
		s.Reports = append(s.Reports, &site.Report{Address: fmt.Sprintf("r%d", i), Title: Words, Status: site.Statuses[i%len(site.Statuses)]})
	}
	return s
}

var (
	aDate   = reflect.TypeFor[site.Date]()
	aStatus = reflect.TypeFor[site.Status]()
)

// fill puts something into every place of v.
func fill(v reflect.Value, words string) {
	switch {
	case v.Type() == aDate:
		v.Set(reflect.ValueOf(site.Date{Year: 2026, Month: 2, Day: 3}))
	case v.Type() == aStatus:
		v.SetString(string(site.Done))
	case v.Type().PkgPath() == "html/template":
		v.SetString("<p>text</p>")
	case v.Kind() == reflect.String:
		v.SetString(words)
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.CanInt():
		v.SetInt(2)
	case v.CanUint():
		v.SetUint(2)
	case v.CanFloat():
		v.SetFloat(2)
	case v.Kind() == reflect.Pointer && v.Type() != reflect.TypeFor[*site.Report]():
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), words)
	case v.Kind() == reflect.Slice && v.Type() != reflect.TypeFor[[]*site.Report]():
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), words)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), words)
		}
	}
}
