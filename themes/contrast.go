package themes

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// enough is how much brighter one of two colours has to be for words (WCAG 2.2,
// 1.4.6).
const enough = 7

// pairs are the colours of words, and those that they stand on.
var pairs = []struct {
	ink string
	on  []string
}{
	{"--ink", []string{"--paper", "--card", "--tint", "--mint", "--sky", "--sun", "--peach"}},
	{"--soft", []string{"--paper", "--card"}},
	{"--link", []string{"--paper", "--card", "--tint"}},
	{"--on-pop", []string{"--pop"}},
	{"--on-deep", []string{"--deep"}},
}

// colour is one value of a custom property, and where it stands.
type colour struct {
	r, g, b float64
	file    string
	at      int
}

// looks are the two that a theme has.
var looks = []string{"light", "dark"}

// contrast warns of pairs of colours that are hard to read, where the theme of
// the team's own sets one of the two. A value that is no plain colour is passed
// over.
func (t *Theme) contrast() (faults []Fault) {
	set := [2]map[string]colour{{}, {}}
	mine := false
	for _, name := range []string{style, colours} {
		if _, own := t.own[name]; own {
			mine = true
		}
		t.colours(name, &set)
	}
	if !mine {
		return nil
	}
	for i, look := range looks {
		for _, p := range pairs {
			a, known := set[i][p.ink]
			if !known {
				continue
			}
			weak := map[colour][]string{} // by where it is told
			for _, on := range p.on {
				b, known := set[i][on]
				ratio := math.Floor(ratioOf(a, b)*10) / 10
				place, told := t.chosen(a, b)
				if known && told && ratio < enough {
					weak[place] = append(weak[place], fmt.Sprintf("%s (%.1f)", on, ratio))
				}
			}
			for place, on := range weak {
				f := Fault{File: place.file, Kind: ContrastKind, Harmless: true,
					Message: "in the " + look + " look, words in " + p.ink + " are hard to read on " + strings.Join(on, ", ") + ": the contrast has to be 7 or more",
					Hint:    "Make the darker colour darker, or the lighter one lighter."}
				if look == "dark" {
					f.Hint += " Colours for the dark look stand inside @media (prefers-color-scheme: dark)."
				}
				faults = append(faults, f.at(t.own[place.file], place.at))
			}
		}
	}
	return faults
}

// chosen is the one of two colours that the team chose, and best looks at again.
func (t *Theme) chosen(ink, on colour) (place colour, ok bool) {
	for _, c := range []colour{ink, on} {
		if _, own := t.own[c.file]; own && (!ok || c.file == colours && place.file != colours) {
			place, ok = c, true
		}
	}
	return place, ok
}

// colours reads the colours of a style sheet: those of :root, and those of :root
// for readers who asked their device for dark.
func (t *Theme) colours(name string, set *[2]map[string]colour) {
	text := t.files[name]
	in := parse.NewInputBytes(bytes.Clone(text))
	p := css.NewParser(in, false)
	var media []string
	root := false
	for {
		kind, _, data := p.Next()
		values := func() string {
			var b strings.Builder
			for _, v := range p.Values() {
				b.Write(v.Data)
			}
			return strings.ToLower(strings.TrimSpace(b.String()))
		}
		switch kind {
		case css.ErrorGrammar:
			if !p.HasParseError() {
				return
			}
		case css.BeginAtRuleGrammar:
			media = append(media, string(data)+" "+values())
		case css.EndAtRuleGrammar:
			media = media[:max(0, len(media)-1)]
		case css.BeginRulesetGrammar:
			root = values() == ":root"
		case css.EndRulesetGrammar:
			root = false
		case css.CustomPropertyGrammar, css.DeclarationGrammar:
			dark := slices.ContainsFunc(media, func(m string) bool {
				return strings.Contains(strings.ReplaceAll(m, " ", ""), "(prefers-color-scheme:dark)")
			})
			if !root || len(media) > 1 || len(media) == 1 && !dark {
				continue
			}
			property := string(data)
			c, ok := plain(values())
			c.file = name
			c.at = max(0, bytes.LastIndex(text[:min(len(text), p.Offset())], data))
			for i := range looks {
				switch {
				case dark && i == 0:
				case !ok:
					delete(set[i], property)
				default:
					set[i][property] = c
				}
			}
		}
	}
}

// plain reads #rgb, #rrggbb and rgb(r, g, b).
func plain(value string) (c colour, ok bool) {
	part := func(s string, base int) float64 {
		n, err := strconv.ParseUint(s, base, 8)
		ok = ok && err == nil
		return float64(n) / 255
	}
	ok = true
	switch hex, isHex := strings.CutPrefix(value, "#"); {
	case isHex && len(hex) == 3:
		return colour{r: part(hex[:1]+hex[:1], 16), g: part(hex[1:2]+hex[1:2], 16), b: part(hex[2:]+hex[2:], 16)}, ok
	case isHex && len(hex) == 6:
		return colour{r: part(hex[:2], 16), g: part(hex[2:4], 16), b: part(hex[4:], 16)}, ok
	case value == "white":
		return colour{r: 1, g: 1, b: 1}, true
	case value == "black":
		return colour{}, true
	}
	inner, isRGB := strings.CutPrefix(strings.TrimSuffix(value, ")"), "rgb(")
	numbers := strings.FieldsFunc(inner, func(r rune) bool { return r == ',' || r == ' ' })
	if !isRGB || len(numbers) != 3 {
		return colour{}, false
	}
	c = colour{r: part(numbers[0], 10), g: part(numbers[1], 10), b: part(numbers[2], 10)}
	return c, ok
}

// ratioOf is how much brighter one colour is than another, from 1 to 21, as
// WCAG 2.2 counts it.
func ratioOf(a, b colour) float64 {
	light := func(c colour) float64 {
		part := func(v float64) float64 {
			if v <= 0.04045 {
				return v / 12.92
			}
			return math.Pow((v+0.055)/1.055, 2.4)
		}
		return 0.2126*part(c.r) + 0.7152*part(c.g) + 0.0722*part(c.b)
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}
