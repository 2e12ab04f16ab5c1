package render

import (
	"errors"

	"yousaid/generator/site"
	"yousaid/generator/site/sample"
	"yousaid/themes"
)

// Rehearse makes every page of made-up sites with a theme of somebody's own, so
// that what is wrong in it is told before a real page is made: with everything
// that a site can have, with the least, and with nothing at all. Its error is a
// *themes.Broken where the theme is at fault.
func Rehearse(t *themes.Theme) error {
	if !t.Own() {
		return nil
	}
	sites := []*site.Site{sample.Full(sample.Words, PageSize+1), sample.Least(len(site.Statuses)), sample.Least(0)}
	trial := t.Rehearsal()
	for _, s := range sites {
		if _, err := All(s, trial); err != nil {
			return err
		}
	}
	if err := trial.Noted(); err != nil {
		return err
	}
	// Once more, made smaller as it will be.
	_, err := All(sample.Full(sample.Words, len(site.Statuses)), t)
	var broken *themes.Broken
	if errors.As(err, &broken) {
		return broken
	}
	return err
}
