package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"yousaid/generator"
	"yousaid/generator/finding"
)

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "explain [RULE]",
		Short:   "Says why a rule exists, with an example before and after",
		Example: "  yousaid explain\n  yousaid explain consent-missing",
		RunE: func(cmd *cobra.Command, args []string) error {
			docs := generator.Docs()
			switch len(args) {
			case 0:
				for _, d := range docs {
					fmt.Fprintf(a.out, "%-26s %s\n", d.Name, firstSentence(d.Why))
				}
				return nil
			case 1:
			default:
				return noArgs(cmd, args)
			}
			for _, d := range docs {
				if d.Name != args[0] {
					continue
				}
				fmt.Fprintf(a.out, "%s (%s)\n\n%s\n", d.Name, map[finding.Level]string{finding.Stop: "keeps things from being published", finding.Warn: "a warning"}[d.Level], d.Why)
				if d.Before != "" {
					fmt.Fprintf(a.out, "\nBefore:\n\n%s\nAfter:\n\n%s", indent(d.Before), indent(d.After))
				}
				return nil
			}
			return mistyped("there is no rule with this name", "yousaid explain lists them all.")
		},
	}
}

func indent(s string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(strings.TrimPrefix(s, "---\n"), "\n"), "\n", "\n    ") + "\n"
}

func firstSentence(s string) string {
	if i := strings.Index(s, ". "); i >= 0 {
		return s[:i+1]
	}
	return s
}
