package describe

import (
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// soupWords are put together at random: most of what comes out is no sentence, and what is one must be read right.
var soupWords = strings.Split("A|B|C|A|B|A and B|is|is|is|are|is|has|above|below|left of|to the left of|to the right|on the left|"+
	"on its right|in the upper left corner|in the upper left corner of|there|over there|side by side|in a horizontal line|"+
	"parallel|with|which is|it|and|and|and|,|,|of it|two rows above|three columns to the left of|two steps north|"+
	"in the same row as|in the bottom row|in the top row|than|further left than|higher than|north|west of|diagonally|"+
	"vertically|directly|from|relative to|then|too|if A is the center|the object|on top of|up|no higher than|somewhere|"+
	"each other|in a corner|of the grid|at least|from B|of B|of C|lower|lower left|below and|right|left|the|to|at|on|not|or", "|")

func TestReadWordSoup(t *testing.T) {
	src := seed.NewKey(5).Stream()
	var r Reader
	var d Description
	read := 0
	for i := range 300_000 {
		parts := []string{"ABC"[i%3:][:1]}
		if i%4 > 0 {
			parts = append(parts, "is")
		}
		for range 2 + src.Intn(7) {
			parts = append(parts, soupWords[src.Intn(len(soupWords))])
		}
		text := strings.ReplaceAll(strings.Join(parts, " "), " ,", ",")
		r.Reading = layout.Reading(i % 2 * int(layout.UnitStep))
		if r.Read(&d, text) == nil {
			read++
			checkFuzzed(t, &d, text)
			checkFuzzedMirror(t, &d, text)
		}
	}
	if read < 100 {
		t.Errorf("only %d of the texts were read", read)
	}
}
