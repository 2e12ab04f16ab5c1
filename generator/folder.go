package generator

import (
	"path"
	"strings"

	"yousaid/generator/entry"
	"yousaid/generator/source"
)

// takes sorts the reports from everything else in the folder.
func (b *build) takes(f source.File) bool {
	switch {
	case f.Folder:
		at := b.byNumber(f)
		b.add(entry.FileUnreadable.At(at, "this folder cannot be opened, so everything in it is held", "Ask whoever looks after this computer to let you read it."))
		b.heldFree = append(b.heldFree, at.File)
		return false
	case (f.Problem == source.Link || f.Problem == source.Special) && !source.IsText(f.Path) && isOurs(f.Path):
		at := b.byNumber(f)
		b.add(entry.FileUnreadable.At(at, "this is a link or a special file, and nothing behind it is read", "Put the folder or the file itself here."))
		b.heldFree = append(b.heldFree, at.File)
		return false
	case !strings.HasPrefix(f.Path, "reports/"):
		return false
	case entry.IsTranslation(f.Path):
		b.add(entry.FileUnused.At(b.byNumber(f), "this is a translation, and translations are not published yet", "Nothing to do. A later yousaid will publish it."))
		return false
	case !strings.EqualFold(path.Ext(f.Path), ".md"):
		b.add(entry.FileUnused.At(b.byNumber(f), "this file is not a report, so it is not published", "The name of a report ends in .md. Remove the file if it does not belong here."))
		return false
	case !entry.GoodName(f.Path):
		at := b.byNumber(f)
		b.masks.add(f.Path, b.name(f.Path), at.File)
		b.add(entry.FileName.At(at, "the name of this file cannot be an address on the website", "Name it with small letters a to z, digits and hyphens, as later-bus.md. Never use somebody's name."))
		b.heldFree = append(b.heldFree, at.File)
		return false
	}
	return true
}

// isOurs knows the places where a link could stand for something that readers
// expect to find.
func isOurs(p string) bool {
	top, _, _ := strings.Cut(p, "/")
	return top == "reports" || top == "pages"
}

func isReport(p string) bool { return strings.HasPrefix(p, "reports/") && entry.GoodName(p) }

func (b *build) name(p string) string {
	if b.in.Folder == "" || b.in.Folder == "." {
		return p
	}
	return path.Join(strings.ReplaceAll(b.in.Folder, `\`, "/"), p)
}
