package describe

import "github.com/gridscribe/gridscribe/layout"

// ReadingSet is a set of readings, one bit each. The zero ReadingSet is empty.
type ReadingSet uint8

// Has reports whether r is in the set. A value that is no reading is in none.
func (s ReadingSet) Has(r layout.Reading) bool { return r.Valid() && s>>r&1 == 1 }

// String joins the names of the readings with +, as in "aligned+unit-step".
func (s ReadingSet) String() string {
	text := ""
	for r := range layout.Reading(layout.Readings) {
		if !s.Has(r) {
			continue
		}
		if text != "" {
			text += "+"
		}
		text += r.String()
	}
	return text
}
