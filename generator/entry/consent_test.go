package entry

import (
	"testing"

	"yousaid/generator/site"
)

func on(t *testing.T, s string) Day {
	t.Helper()
	d, ok := site.ParseDate(s)
	if !ok {
		t.Fatalf("not a date: %s", s)
	}
	return Day{Date: d}
}

// agreedOn is a consent that allows everything from 1 January to 31 March 2026.
func agreedOn(t *testing.T) *Consent {
	c := &Consent{To: Word{Value: "quote"}, Given: on(t, "2026-01-01"), own: true, formal: true, lastReview: on(t, "2026-03-31").Date}
	for ch := range c.channels {
		c.channels[ch] = true
	}
	return c
}

func TestAConsentIsGoodFromItsFirstDayToItsLast(t *testing.T) {
	c := agreedOn(t)
	expires := agreedOn(t)
	expires.Expires = on(t, "2026-02-10")
	for _, w := range []struct {
		c    *Consent
		day  string
		want Reason
	}{
		{c, "2025-12-31", NotYet}, {c, "2026-01-01", Allowed}, {c, "2026-03-31", Allowed}, {c, "2026-04-01", ReviewPassed},
		{expires, "2026-02-10", Allowed}, {expires, "2026-02-11", Expired},
		{&Consent{}, "2026-02-01", NoConsent}, {nil, "2026-02-01", NoConsent},
	} {
		if got := w.c.Standing(on(t, w.day).Date); got != w.want {
			t.Errorf("on %s: %s, want %s", w.day, got.Words(), w.want.Words())
		}
	}
}

func TestTheLatestAnswerCountsAndOfTwoTheNo(t *testing.T) {
	today := on(t, "2026-03-01").Date
	for name, c := range map[string]struct {
		answers [][2]string
		want    Reason
	}{
		"a later yes":               {[][2]string{{"2026-02-01", "no"}, {"2026-02-02", "yes"}}, Allowed},
		"a later no, written first": {[][2]string{{"2026-02-02", "no"}, {"2026-02-01", "yes"}}, SaidNo},
		"both on one day":           {[][2]string{{"2026-02-01", "no"}, {"2026-02-01", "yes"}}, SaidNo},
		"the other way round":       {[][2]string{{"2026-02-01", "yes"}, {"2026-02-01", "no"}}, SaidNo},
		"a no that is to come":      {[][2]string{{"2026-02-01", "yes"}, {"2026-09-01", "no"}}, SaidNo},
		"a yes that is to come":     {[][2]string{{"2026-02-01", "could-not-reach"}, {"2026-09-01", "yes"}}, NotReached},
		"changed":                   {[][2]string{{"2026-02-01", "changed"}}, Allowed},
	} {
		consent := agreedOn(t)
		for _, a := range c.answers {
			consent.AskedAgain = append(consent.AskedAgain, Answer{on(t, a[0]), Word{Value: a[1]}})
		}
		if got := consent.Standing(today); got != c.want {
			t.Errorf("%s: %s, want %s", name, got.Words(), c.want.Words())
		}
	}
}

func TestAnyDayOfWithdrawalTakesWordsDown(t *testing.T) {
	for _, day := range []string{"2020-01-01", "2036-01-01"} {
		c := agreedOn(t)
		c.Withdrawn = on(t, day)
		if got := c.Standing(on(t, "2026-02-01").Date); got != Withdrawn {
			t.Errorf("withdrawn on %s: %s", day, got.Words())
		}
	}
}

func TestNoUseAndNoChannelBeyondTheConsent(t *testing.T) {
	c, day := agreedOn(t), on(t, "2026-02-01").Date
	c.channels[Feed] = false
	if !c.Allows(Summary, Website, day) || !c.Allows(Quote, Data, day) || c.Allows(Named, Website, day) || c.Allows(Quote, Feed, day) || c.Allows(Nothing, Website, day) {
		t.Error("a consent allows more, or less, than it says")
	}
	c.channels[Website] = false
	if c.Allows(Quote, Data, day) {
		t.Error("without the website there is nothing")
	}
}
