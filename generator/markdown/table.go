package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// frame puts a table into a box of its own, so that on a phone the table can be
// moved sideways while the page stays where it is, with the keyboard too. The
// box is called by the table's headings.
type frame struct{}

func (frame) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(extast.KindTable, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			_, err := w.WriteString("</table></div>\n")
			return ast.WalkContinue, err
		}
		var heads []string
		if row := n.FirstChild(); row != nil {
			for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
				var b strings.Builder
				walkText(cell, src, func(s string, _ int) { b.WriteString(s) })
				if head := strings.TrimSpace(b.String()); head != "" {
					heads = append(heads, head)
				}
			}
		}
		_, _ = w.WriteString(`<div class="table" role="group" tabindex="0"`)
		if len(heads) > 0 {
			_, _ = w.WriteString(` aria-label="`)
			_, _ = w.Write(util.EscapeHTML([]byte(strings.Join(heads, ", "))))
			_, _ = w.WriteString(`"`)
		}
		_, err := w.WriteString("><table>\n")
		return ast.WalkContinue, err
	})
}
