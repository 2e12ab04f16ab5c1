package entry

import (
	"yousaid/generator/finding"
	"yousaid/generator/site"
)

// Label is a topic, an area, a group, a role or a kind of speaker.
type Label struct {
	Place       finding.Pos
	ID          Word
	Name        string
	Size        Number // of a group; never published
	YoungPeople Number // in an area; never published
}

func (l *Label) setPlace(p finding.Pos) { l.Place = p }

var labelKeys = []key[Label]{
	must(slug("id", "A short name in small letters; reports use it.", func(l *Label) *Word { return &l.ID })),
	must(open("name", "What readers see.", func(l *Label) *string { return &l.Name })),
}

var areaKeys = append(labelKeys[:2:2],
	number("young_people", "How many young people live there; never published. A report that names an area with fewer than ten is held.", func(l *Label) *Number { return &l.YoungPeople }))

var groupKeys = append(labelKeys[:2:2],
	number("size", "How many are in the group; never published. With fewer than ten no age band is shown, and with fewer than the small number the group is not shown either.", func(l *Label) *Number { return &l.Size }))

// Label finds a label by id.
func (s *Settings) Label(list []Label, id string) site.Label {
	for _, l := range list {
		if l.ID.Value == id {
			return site.Label{ID: id, Name: l.Name}
		}
	}
	return site.Label{}
}

func ids(list []Label) []string {
	out := make([]string, 0, len(list))
	for _, l := range list {
		if l.ID.Value != "" {
			out = append(out, l.ID.Value)
		}
	}
	return out
}

func topicIDs(s *Settings) []string { return ids(s.Topics) }
func areaIDs(s *Settings) []string  { return ids(s.Areas) }
func groupIDs(s *Settings) []string { return ids(s.Groups) }
func fromIDs(s *Settings) []string  { return ids(s.From) }

// RoleIDs are the roles that may check and write; none given: any.
func (s *Settings) RoleIDs() []string { return ids(s.Roles) }
