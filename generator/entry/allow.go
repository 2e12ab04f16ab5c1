package entry

// AllowKinds are what a word can be that looks like a person's name, a place
// or a way to reach somebody, and is not private.
var AllowKinds = []string{
	"fictional-character", "project", "organisation", "place", "public-role", "public-contact", "everyday-word",
}
