package generator

import (
	"slices"

	"yousaid/generator/entry"
	"yousaid/generator/finding"
	"yousaid/generator/source"
)

// What can be said about an allowance once the whole site is known.
var (
	allowanceUnused = finding.Doc{
		Name: "allowance-unused", Level: finding.Warn,
		Why: "An allowance that lets nothing through is often one for words that have changed since. Left lying about, it could let something through one day that nobody looked at.",
	}
	allowancePastReview = finding.Doc{
		Name: "allowance-past-review", Level: finding.Warn,
		Why: "A word that gave nobody away last year may do so now. After its review_by an allowance does not count any more, until somebody has looked again.",
	}
	allowanceTooWide = finding.Doc{
		Name: "allowance-too-wide",
		Why:  "A given name is always somebody's. For the whole site it may be allowed as a fictional character, a project or a public role, and as nothing else: under any other kind it would let a real person through in a report that nobody thought of.",
	}
)

// allow reads allow.yaml.
func (b *build) allow(files []source.File) {
	i := slices.IndexFunc(files, func(f source.File) bool { return f.Path == "allow.yaml" })
	if i < 0 {
		return
	}
	name := b.name("allow.yaml")
	b.settle(guarded(name, func() []finding.Finding { return b.set.TakeAllow(files[i], name) }), name)
}

// allowances tells which allowances do not do what they are there for.
func (b *build) allowances() {
	used, tooWide := slices.Clone(b.used), slices.Clone(b.tooWide)
	unread := map[string]bool{} // reports that nobody could look into
	for _, o := range b.outcomes {
		used, tooWide = append(used, o.used...), append(tooWide, o.tooWide...)
		if o.entry == nil {
			unread[entry.Address(o.path)] = true
		}
	}
	for i := range b.set.Allowances {
		a := &b.set.Allowances[i]
		switch at := a.Place; {
		case b.in.Today.After(a.ReviewBy.Date):
			b.add(allowancePastReview.At(a.ReviewBy.At, "this allowance is past its review, so it does not count any more", "Look at the words again. Then write a new day in review_by, or remove the allowance."))
		case a.On.After(b.in.Today):
			b.add(allowancePastReview.At(a.On.At, "this allowance has a day in the future, so it does not count yet", "Write the day on which somebody decided it."))
		case slices.Contains(tooWide, i):
			b.add(allowanceTooWide.At(at, "this allows a given name on the whole site", "Name the reports in where. For the whole site its kind can only be fictional-character, project or public-role."))
			b.heldFree = append(b.heldFree, at.File)
		case !slices.Contains(used, i) && !(a.Wide() && len(unread) > 0) && !slices.ContainsFunc(a.Where, func(w entry.Word) bool { return unread[w.Value] }):
			b.add(allowanceUnused.At(at, "this allowance lets nothing through", "Remove it. If you need it, look at its where and kind: the writer of a report cannot allow words in it."))
		}
	}
	slices.Sort(b.heldFree)
	b.heldFree = slices.Compact(b.heldFree)
}

// Allows are the kinds of allowance that a rule lets through, and whether it
// may be told to at all.
func Allows(rule string) []string {
	for _, r := range allRules {
		if r.Name == rule {
			return r.Allow
		}
	}
	return nil
}

// GivenName reports whether a rule knows words as somebody's given name.
func GivenName(words string) bool {
	for _, r := range allRules {
		if r.Given != nil && r.Given(words) {
			return true
		}
	}
	return false
}
