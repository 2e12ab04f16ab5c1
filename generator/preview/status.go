package preview

import (
	"bytes"
	"html/template"

	"yousaid/generator/finding"
	"yousaid/generator/site"
)

// page says what is published, what is not, and why.
func (s State) page(built bool) []byte {
	data := struct {
		State
		Built       bool
		Base        string
		Published   []*site.Report
		Stops, Warn []finding.Finding
	}{State: s, Built: built, Base: s.Base()}
	if s.Result != nil {
		data.Published = s.Result.Site.Reports
		for _, f := range s.Result.Findings {
			if f.Level == finding.Stop {
				data.Stops = append(data.Stops, f)
			} else {
				data.Warn = append(data.Warn, f)
			}
		}
	}
	var b bytes.Buffer
	if err := statusPage.Execute(&b, data); err != nil {
		return []byte("<!doctype html><title>The preview</title><p>This page cannot be shown.</p>")
	}
	return b.Bytes()
}

var statusPage = template.Must(template.New("status").Parse(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>What the preview shows</title>
<link rel="stylesheet" href="/.yousaid/page.css">
</head>
<body>
<main>
<h1>What the preview shows</h1>
<p>This page is only in the preview. It is no part of the website.</p>
{{- range .Problems}}
<section class="problem">
<h2>{{.Message}}</h2>
{{- range .Findings}}
<p class="finding">{{.String}}</p>
{{- end}}
{{- with .Hint}}
<p>{{.}}</p>
{{- end}}
{{- with .Ended}}
<p>These have ended, and may still be online:</p>
<ul>
{{- range .}}
<li>{{.}}</li>
{{- end}}
</ul>
{{- end}}
</section>
{{- end}}
{{- if not .Built}}
<p>The site is being made. This page will show it by itself.</p>
{{- end}}
{{- if .Result}}
<p><a href="{{.Base}}">Go to the website</a></p>
<h2>Held: {{len .Result.Held}}</h2>
{{- range .Result.Held}}
<p>{{.}}</p>
{{- else}}
<p>The checks found nothing that stops a report; they miss things, and a person must read it.</p>
{{- end}}
{{- range .Stops}}
<p class="finding">{{.String}}</p>
{{- end}}
<h2>Voices left out: {{len .Result.LeftOut}}</h2>
<p>The rest of their reports is published. Here is why they are left out, and what else to look at.</p>
{{- range .Warn}}
<p class="finding">{{.String}}</p>
{{- end}}
<h2>Not published yet, as their writers wish: {{len .Result.Unpublished}}</h2>
{{- range .Result.Unpublished}}
<p>{{.File}}: {{if .On.IsZero}}a draft{{else}}from {{.On.Words}}{{end}}</p>
{{- range .Findings}}
<p class="finding">{{.String}}</p>
{{- end}}
{{- end}}
<h2>Published: {{len .Published}}</h2>
<ul>
{{- range .Published}}
<li><a href="{{$.Base}}{{.URL}}">{{.Title}}</a></li>
{{- end}}
</ul>
{{- end}}
</main>
</body>
</html>
`))

const statusStyle = `:root { color-scheme: light dark; font: 1.1rem/1.5 system-ui, sans-serif }
main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
h1, h2 { line-height: 1.2 }
h2 { margin-top: 2.5rem; font-size: 1.3rem }
.finding { white-space: pre-line }
.problem { border-left: .5rem solid #c33; padding-left: 1rem }
`
