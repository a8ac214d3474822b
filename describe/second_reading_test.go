package describe

import (
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

// secondReading says again, by hand, what every phrase means. It is not derived from the lexicon and must never be: a
// round trip through one table cannot see that a row of it is turned round.
var secondReading = map[layout.Cardinal]string{
	layout.N: `
above | positioned above | located above | directly above | vertically above | over | higher than | on top of
north of | to the north of | directly north of | due north of | northward of | northward from
at 12 o'clock from | at the 12 o'clock position from | in the 12 o'clock direction from | at 12:00 from
at the 12:00 position from | at 0 o'clock from | at the 0 o'clock position from`,
	layout.S: `
below | positioned below | located below | directly below | vertically below | under | beneath | lower than | underneath
south of | to the south of | directly south of | due south of | southward of | southward from
at 6 o'clock from | at the 6 o'clock position from | in the 6 o'clock direction from | at 6:00 from
at the 6:00 position from`,
	layout.W: `
to the left of | on the left side of | left of | positioned to the left of | located to the left of
directly to the left of
west of | to the west of | directly west of | due west of | westward of | westward from
at 9 o'clock from | at the 9 o'clock position from | in the 9 o'clock direction from | at 9:00 from
at the 9:00 position from`,
	layout.E: `
to the right of | on the right side of | right of | positioned to the right of | located to the right of
directly to the right of
east of | to the east of | directly east of | due east of | eastward of | eastward from
at 3 o'clock from | at the 3 o'clock position from | in the 3 o'clock direction from | at 3:00 from
at the 3:00 position from`,
	layout.NW: `
above and to the left of | to the upper-left of | at the top-left of | in the upper-left of | positioned upper-left of
to the left and above | left and above | above and left | to the above and to the left of
to the left and to the above of | to the left of and above | to the above of and left | to the top-left of
located to the upper-left of
to the northwest of | northwest of | north and west of | to the north and west of | west and north of
to the west and north of | to the north and to the west of | to the west and to the north of | northwestward of
northwestward from
at 10 o'clock from | at the 10 o'clock position from | in the 10 o'clock direction from
at 11 o'clock from | at the 11 o'clock position from | in the 11 o'clock direction from
at 10:30 from | at the 10:30 position from`,
	layout.NE: `
above and to the right of | to the upper-right of | at the top-right of | in the upper-right of
positioned upper-right of | to the right and above | right and above | above and right
to the above and to the right of | to the right and to the above of | to the right of and above
to the above of and right | to the top-right of | located to the upper-right of
to the northeast of | northeast of | north and east of | to the north and east of | east and north of
to the east and north of | to the north and to the east of | to the east and to the north of | northeastward of
northeastward from
at 1 o'clock from | at the 1 o'clock position from | in the 1 o'clock direction from
at 2 o'clock from | at the 2 o'clock position from | in the 2 o'clock direction from
at 1:30 from | at the 1:30 position from`,
	layout.SW: `
below and to the left of | to the lower-left of | at the bottom-left of | in the lower-left of
positioned lower-left of | to the left and below | left and below | below and left
to the below and to the left of | to the left and to the below of | to the left of and below
to the below of and left | to the bottom-left of | located to the lower-left of
to the southwest of | southwest of | south and west of | to the south and west of | west and south of
to the west and south of | to the south and to the west of | to the west and to the south of | southwestward of
southwestward from
at 7 o'clock from | at the 7 o'clock position from | in the 7 o'clock direction from
at 8 o'clock from | at the 8 o'clock position from | in the 8 o'clock direction from
at 7:30 from | at the 7:30 position from`,
	layout.SE: `
below and to the right of | to the lower-right of | at the bottom-right of | in the lower-right of
positioned lower-right of | to the right and below | right and below | below and right
to the below and to the right of | to the right and to the below of | to the right of and below
to the below of and right | to the bottom-right of | located to the lower-right of
to the southeast of | southeast of | south and east of | to the south and east of | east and south of
to the east and south of | to the south and to the east of | to the east and to the south of | southeastward of
southeastward from
at 4 o'clock from | at the 4 o'clock position from | in the 4 o'clock direction from
at 5 o'clock from | at the 5 o'clock position from | in the 5 o'clock direction from
at 4:30 from | at the 4:30 position from`,
	layout.EQ: `in the same place as`,
}

// secondReadings returns the table by phrase.
func secondReadings(t testing.TB) map[string]layout.Cardinal {
	out := make(map[string]layout.Cardinal)
	for relation, lines := range secondReading {
		for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
			for text := range strings.SplitSeq(line, " | ") {
				if _, twice := out[text]; twice {
					t.Errorf("the second reading has %q twice", text)
				}
				out[text] = relation
			}
		}
	}
	return out
}

// holdsBySecondReading judges a written sentence against two cells with nothing but the table above.
func holdsBySecondReading(readings map[string]layout.Cardinal, phrase string, locatum, relatum layout.Cell) bool {
	up, left := locatum.Row < relatum.Row, locatum.Col < relatum.Col
	down, right := locatum.Row > relatum.Row, locatum.Col > relatum.Col
	relation, known := readings[phrase]
	if !known {
		return false
	}
	switch relation {
	case layout.N:
		return up && !left && !right
	case layout.S:
		return down && !left && !right
	case layout.W:
		return left && !up && !down
	case layout.E:
		return right && !up && !down
	case layout.NW:
		return up && left
	case layout.NE:
		return up && right
	case layout.SW:
		return down && left
	case layout.SE:
		return down && right
	}
	return !up && !down && !left && !right
}

// openStraight lists by hand the straight phrases that leave the other axis open, and so are said of half planes.
const openStraight = `
above | positioned above | located above | higher than | north of | to the north of | northward of | northward from
below | positioned below | located below | lower than | south of | to the south of | southward of | southward from
to the left of | on the left side of | left of | positioned to the left of | located to the left of
west of | to the west of | westward of | westward from
to the right of | on the right side of | right of | positioned to the right of | located to the right of
east of | to the east of | eastward of | eastward from`

// TestReadingsOfPhrases: half planes have no words that claim one row or column, and unit steps no comparison.
func TestReadingsOfPhrases(t *testing.T) {
	for _, p := range English().All() {
		lines := strings.Split(strings.ReplaceAll(openStraight, " | ", "\n"), "\n")
		open := !p.Relation.Straight() || slices.Contains(lines, p.Text)
		step := p.Text != "higher than" && p.Text != "lower than"
		if !p.Readings.Has(layout.Aligned) || p.Readings.Has(layout.HalfPlane) != open || p.Readings.Has(layout.UnitStep) != step {
			t.Errorf("%q is said in the readings %v", p.Text, p.Readings)
		}
	}
	if got := (alignedOnly | unitStepOnly).String(); got != "aligned+unit-step" {
		t.Errorf("a set of readings is %q", got)
	}
	if allReadings.Has(77) || ReadingSet(0).Has(layout.Aligned) {
		t.Error("readings are in sets that do not hold them")
	}
}
