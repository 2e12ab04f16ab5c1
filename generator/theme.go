package generator

import (
	"path"
	"slices"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/themes"
)

// What can be wrong with a theme of the team's own. It holds no report: while
// the theme cannot be used nothing is published, and the old site stays.
var (
	themeFile = finding.Doc{
		Name: "theme-file",
		Why:  "A theme holds the files that a page is made of, each of a kind that browsers know and small enough for a phone. A file whose name has a slip in it takes the place of nothing, so that is told, too.",
	}
	themeTemplate = finding.Doc{
		Name: "theme-template",
		Why:  "A template with a slip in it makes broken pages, or none. Every template is tried on a made-up site before a real page is made of it. Of a theme you need only the files that you want to change; the others come with yousaid.",
	}
	themeStyle = finding.Doc{
		Name: "theme-style",
		Why:  "A browser says nothing about a slip in a style sheet. It passes over what it can't read, and after a bracket that is missing that can be all the rest.",
	}
	themeScript = finding.Doc{
		Name: "theme-script",
		Why:  "A browser runs nothing of a script that has one slip in it, and says so to nobody.",
	}
	themePolicy = finding.Doc{
		Name: "theme-policy",
		Why:  "The pages tell the browser to load nothing from any other website, and to run no script and use no style that stands inside a page. So nobody else learns who reads the site, and nobody can slip a script into it. What the browser would refuse in silence is told here.",
	}
	themeContrast = finding.Doc{
		Name: "theme-contrast", Level: finding.Warn,
		Why: "Words are easy to read for nearly everybody when one of the two colours is seven times brighter than the other (WCAG 2.2, 1.4.6). The colours that come with yousaid are. With colours of your own it is for you to see to it.",
	}
	themeDocs = []finding.Doc{themeFile, themeTemplate, themeStyle, themeScript, themePolicy, themeContrast}
)

var themeKinds = map[themes.Kind]finding.Doc{
	themes.FileKind: themeFile, themes.TemplateKind: themeTemplate, themes.StyleKind: themeStyle,
	themes.ScriptKind: themeScript, themes.PolicyKind: themePolicy, themes.ContrastKind: themeContrast,
}

// ThemeFindings are what is wrong with a theme that cannot be used.
func ThemeFindings(broken *themes.Broken, outside entry.Outside) []finding.Finding {
	set := entry.Cautious()
	set.Take(outside)
	return themeFindings(broken.Folder, broken.Files, broken.Faults, set.Names)
}

// themeFindings call a file whose name is on the private list by its number.
func themeFindings(folder string, files []string, faults []themes.Fault, names *entry.Names) []finding.Finding {
	var out []finding.Finding
	for _, f := range faults {
		at := finding.Pos{File: path.Join(folder, f.File), Line: f.Line, Col: f.Col, EndLine: f.Line, EndCol: f.Col}
		if names.In(f.File) {
			number := slices.Index(files, f.File) + 1
			at.File = entry.Numbered(folder, entry.Nth{What: "file", N: number}).File
		}
		if f.Line > 0 {
			at.EndCol++
		}
		one := themeKinds[f.Kind].At(at, f.Message, f.Hint)
		if f.Harmless {
			one.Level = finding.Warn
		}
		out = append(out, one)
	}
	return out
}
