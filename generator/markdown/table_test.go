package markdown

import (
	"strings"
	"testing"
)

func TestATableStandsInABoxThatIsCalledByItsHeadings(t *testing.T) {
	got := string(Parse([]byte("| Day & *time* | Who |\n|---|:--|\n| Monday | us |\n"), "/").HTML())
	for _, want := range []string{
		`<div class="table" role="group" tabindex="0" aria-label="Day &amp; time, Who"><table>`,
		"<td align=\"left\">us</td>", "</table></div>",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %s in\n%s", want, got)
		}
	}
}
