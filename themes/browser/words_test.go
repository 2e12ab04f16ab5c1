package browser

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

func TestThePageHoldsTheSameWordsWithoutScripting(t *testing.T) {
	eachKind(t, func(p *tab, k kind) {
		with := ask[[]string](p, `look.words()`)
		call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		p.openUnscripted(k.address)
		without := ask[[]string](p, `look.words()`)
		call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: false})
		if len(without) < 40 {
			t.Fatalf("%s: only %d words without scripting", k.name, len(without))
		}
		if !slices.Equal(with, without) {
			t.Errorf("%s: with scripting the page says\n%s\nwithout it\n%s", k.name, strings.Join(with, " "), strings.Join(without, " "))
		}
	})
}

// A control that only works with a script is not there before its script works.
func TestNoDeadControlIsShownWithoutScripting(t *testing.T) {
	eachKind(t, func(p *tab, k kind) {
		call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		p.openUnscripted(k.address)
		p.faults(k.name, `look.all('button:not([popovertarget]), input, select, textarea, output, [role=button]').filter((e) => look.seen(e) && !(e.closest('form[action]') && e.closest('form').method)).map(look.name)`)
		call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: false})
	})
}
