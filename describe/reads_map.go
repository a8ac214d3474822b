package describe

import (
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// ReadsMap reports whether [ReadMap] is known to read what [AppendMap] writes of a map as that map, but for marks and the names of things that
// only their kind tells. That is so of valid maps whose names and kinds
//   - are of ASCII letters and digits, hyphens, apostrophes and single blanks, at most 64 bytes long
//   - start with "the ", or "room ", or else a capital letter or a digit, but with no article in capitals (kinds start with anything)
//   - and do not say "is at" or "takes up";
//
// whose rooms, and no things, are called as [ReadMap] knows rooms; and which sentences of [MaxText] can tell.
func ReadsMap(m *layout.Map) bool {
	if m.Validate() != nil {
		return false
	}
	const line = 96 // a sentence without its cells, and more than what one cell takes
	size := (len(m.Ground) + len(m.Rooms) + len(m.Things) + 4) * line
	for i := range m.Rooms {
		r := &m.Rooms[i]
		if !readsName(r.Name) || !isPlace(r.Name) {
			return false
		}
		size += len(r.Cells) * line
	}
	for i := range m.Things {
		t := &m.Things[i]
		switch {
		case t.Kind != "":
			if !readsWords(t.Kind) {
				return false
			}
		case !readsName(t.Name) || isPlace(t.Name) && t.Facing == layout.EQ:
			return false
		}
		size += len(t.Cells) * line
	}
	return size <= MaxText
}

// readsName reports whether a name reads back from the start of a sentence.
func readsName(name string) bool {
	if !readsWords(name) {
		return false
	}
	if strings.HasPrefix(name, "the ") || strings.HasPrefix(name, "room ") {
		_, size := cutFold(name, "the map has")
		return !size
	}
	if 'a' <= name[0] && name[0] <= 'z' {
		return false
	}
	_, article := cutAnyFold(name, "a ", "an ", "the ", "room ")
	return !article
}

// readsWords reports whether a name is of words that sentences do not use otherwise.
func readsWords(name string) bool {
	if name == "" || len(name) > 64 {
		return false
	}
	blank := true
	for i := range len(name) {
		c := name[i]
		if c == ' ' && blank {
			return false
		}
		blank = c == ' '
		if c |= 'a' - 'A'; (c < 'a' || c > 'z') && (name[i] < '0' || name[i] > '9') && !blank && name[i] != '-' && name[i] != '\'' {
			return false
		}
	}
	return !blank && !strings.Contains(name, " is at") && !strings.Contains(name, " takes up") &&
		!strings.HasPrefix(name, "is at ") && !strings.HasPrefix(name, "takes up ")
}
