package describe

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

// FuzzRead checks that nothing is both accepted and misread: what was read is written in plain words and read again the
// same, and the mirror image of a text says the mirror image of its facts.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"A is above B. B is at 10:30 from C.", "- A is to the left of and above B\n2. C is northward from B", "..", "A is A.",
		"A is at 12 o’clock from B", "x is in the same place as y. y is not above x.", "St. Mary is left of\xc2\xa0red chair .",
		"If A is the center of a clock face, B is between 10 and 11.", "A and B are side by side with A on the left and B on the right",
		"B has A on its left and C above it.", "To the left of A, C and D is B.", "A is two rows above and 3 columns to the left of B.",
		"The grid has 4 rows and 5 columns. A is in the second row from the bottom, B in a corner.", "A is above B, which is left of C.",
		"A is there and the red square is on the right of it, too.", "A is no higher than 2 rows above B and on the same level as C.",
		"A is at a 45 degree angle to B, in the upper left corner.", "A is above B with a small gap between them; C is below it.",
	} {
		f.Add(text, "red chair", "St. Mary")
	}
	f.Fuzz(func(t *testing.T, text, first, second string) {
		for _, reading := range []layout.Reading{layout.Aligned, layout.UnitStep, layout.HalfPlane} {
			for _, names := range [][]string{nil, {"A", "B", "C"}, {first, second}} {
				r := Reader{Names: names, Reading: reading}
				var d Description
				if err := r.Read(&d, text); err != nil {
					if len(d.Facts) > 0 || err.Error() == "" {
						t.Fatalf("%q gives %v beside %v", text, d, err)
					}
					continue
				}
				checkFuzzed(t, &d, text)
				if names == nil {
					checkFuzzedMirror(t, &d, text)
				}
			}
		}
	})
}

// checkFuzzed checks what was read of a text.
func checkFuzzed(t *testing.T, d *Description, text string) {
	if len(d.Spans) != len(d.Facts) {
		t.Fatalf("%q has %d facts and %d spans", text, len(d.Facts), len(d.Spans))
	}
	for i, f := range d.Facts {
		s := d.Spans[i]
		if s.Start < 0 || s.End > len(text) || s.Start >= s.End || uint(f.Locatum) >= uint(len(d.Names)) ||
			!f.Bordered() && (uint(f.Relatum) >= uint(len(d.Names)) || f.Relatum == f.Locatum) || !f.Relation.Valid() || !f.Reading.Valid() {
			t.Fatalf("%q gives %v in %v of %q", text, f, s, d.Names)
		}
		// Words of the HalfPlane reading cannot say Aligned facts: those are read again as what they are.
		r := Reader{Names: d.Names, Reading: f.Reading}
		if !f.Reading.OfWords() {
			r.Reading = layout.Aligned
		}
		p := Plan{Facts: d.Facts[i : i+1]}
		var again Description
		written := string(p.Append(nil, English(), d.Names))
		err := r.Read(&again, written)
		if e := (*SyntaxError)(nil); errors.As(err, &e) && (e.Problem == AmbiguousNames || slices.Contains(d.Names, ".")) {
			continue // where an object is called ".", no sentence has to be understood
		}
		if err != nil || !meet(again.Facts, f) {
			t.Fatalf("%q says %v, written %q, which says %v, %v", text, f, written, again.Facts, err)
		}
	}
}

// meet reports whether facts about the same objects say together what f says: bounds are said one by one.
func meet(facts []Fact, f Fact) bool {
	if len(facts) == 1 || f.Reading != layout.Measured {
		return len(facts) == 1 && facts[0] == f
	}
	rows, cols := layout.Anything(), layout.Anything()
	for _, g := range facts {
		if g.Locatum != f.Locatum || g.Relatum != f.Relatum || g.Reading != f.Reading {
			return false
		}
		rows.Lo, rows.Hi = max(rows.Lo, g.Rows.Lo), min(rows.Hi, g.Rows.Hi)
		cols.Lo, cols.Hi = max(cols.Lo, g.Cols.Lo), min(cols.Hi, g.Cols.Hi)
	}
	return rows == f.Rows && cols == f.Cols
}

var (
	sideWord = regexp.MustCompile(`(?i)\b(left|right|lefthand|righthand|west|east|leftmost|rightmost|northwest|northeast|` +
		`southwest|southeast|upperleft|upperright|topleft|topright|lowerleft|lowerright|bottomleft|bottomright)\b`)
	// otherSides are words that say left or right in other ways, and names that hold such words.
	otherSides = regexp.MustCompile(`(?i)[^\n -~]|[0-9_'-]|clock|first|last|second|third|bearing|heading|azimuth|between|` +
		`east[a-z]|west[a-z]|left[a-ln-z]|right[a-ln-z]|[a-z]left|[a-z]right|\b[nesw]\b|\b[ns][ew]\b|corner`)
)

func checkFuzzedMirror(t *testing.T, d *Description, text string) {
	if otherSides.MatchString(sideWord.ReplaceAllString(text, " ")) {
		return
	}
	swap := func(word string) string {
		word = strings.ToLower(word)
		for _, pair := range [][2]string{{"left", "right"}, {"west", "east"}} {
			if strings.Contains(word, pair[0]) {
				return strings.Replace(word, pair[0], pair[1], 1)
			} else if strings.Contains(word, pair[1]) {
				return strings.Replace(word, pair[1], pair[0], 1)
			}
		}
		return word
	}
	r := Reader{Reading: d.Reading}
	var turned Description
	other := sideWord.ReplaceAllStringFunc(text, swap)
	if err := r.Read(&turned, other); err != nil || !slices.Equal(turned.Names, d.Names) || len(turned.Facts) != len(d.Facts) {
		t.Fatalf("%q says %v, its mirror image %q %v, %v", text, d.Facts, other, turned.Facts, err)
	}
	for i, f := range d.Facts {
		g := turned.Facts[i]
		if f.Bordered() {
			continue
		}
		rows, cols := f.Relation.Signs()
		f.Relation, f.Cols = layout.CardinalOf(rows, -cols), f.Cols.Negate()
		if f != g {
			t.Fatalf("%q says %v, its mirror image %q says %v", text, d.Facts[i], other, g)
		}
	}
}
