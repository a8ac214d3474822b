package describe

import (
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"pgregory.net/rapid"
)

func TestAppendAssumptions(t *testing.T) {
	const diagonal = " A diagonal direction means any distance both up or down and left or right: upper left, northwest and " +
		"from 10 to 11 o'clock are one, and 1 to 2, 4 to 5 and 7 to 8 o'clock are the others."
	for _, test := range []struct {
		reading layout.Reading
		world   layout.World
		want    string
	}{
		{layout.Aligned, layout.World{}, "In whatever words, a straight direction is exact: above, over, higher than, north " +
			"of or at 12 o'clock means further up in the same column, and so for below; left, west of or at 9 o'clock means " +
			"further left in the same row, and so for right." + diagonal + " No two objects share a place. Distances are not given."},
		{layout.HalfPlane, layout.World{Sharing: true, Rows: 1}, "In whatever words, a straight direction leaves the other axis " +
			"open: above, higher than or north of means further up, in whatever column, and so for below; left or west of " +
			"means further left, in whatever row, and so for right." + diagonal + " Objects may share a place. Distances are not " +
			"given. The grid has 1 row. Row 1 is the top row and column 1 the leftmost."},
		{layout.UnitStep, layout.World{Sharing: true}, "In whatever words, a direction names a neighbouring cell, exactly one " +
			"step away: above, over, north of or at 12 o'clock means one row up in the same column, and so for below; left, " +
			"west of or at 9 o'clock means one column to the left in the same row, and so for right. A diagonal direction is " +
			"one step both ways: upper left, northwest and from 10 to 11 o'clock mean one row up and one column to the left, " +
			"and 1 to 2, 4 to 5 and 7 to 8 o'clock are the others. Steps add up: one step to the left and then one step to " +
			"the right lead back to the same place. Objects may share a place."},
		{layout.Measured, layout.World{Rows: 4, Cols: 5}, "A number of rows says nothing about the columns, and a number of " +
			"columns nothing about the rows: two rows above is two rows above in whatever column, and at most two rows above " +
			"is one or two. No two objects share a place. The grid has 4 rows and 5 columns. Row 1 is the top row and column 1 " +
			"the leftmost."},
	} {
		if got := string(AppendAssumptions([]byte("|"), test.reading, test.world)); got != "|"+test.want {
			t.Errorf("%v, %+v:\ngot  %s\nwant |%s", test.reading, test.world, got, test.want)
		}
	}
	if got := AppendAssumptions(nil, 77, layout.World{}); len(got) != 0 {
		t.Errorf("a wild reading assumes %q", got)
	}
}

// TestAssumptionsReadBack: every sentence that is written is known again, each by itself, and between them they say the
// reading and the world.
func TestAssumptionsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reading := rapid.SampledFrom([]layout.Reading{layout.Aligned, layout.HalfPlane, layout.UnitStep, layout.Measured}).Draw(t, "reading")
		side := rapid.OneOf(rapid.Just(0), rapid.IntRange(1, layout.MaxSide))
		world := layout.World{Rows: side.Draw(t, "rows"), Cols: side.Draw(t, "cols"), Sharing: rapid.Bool().Draw(t, "sharing")}
		text := string(AppendAssumptions(nil, reading, world))
		if rapid.Bool().Draw(t, "capitals") {
			text = strings.ToUpper(text)
		}
		var got layout.World
		said, shares := ReadingSet(0), 0
		for i := 0; i < len(text); {
			a, w, end := assumptionAt(text, i)
			if a == nil {
				t.Fatalf("%q is not known", text[i:])
				return
			}
			got.Rows, got.Cols = max(got.Rows, w.Rows), max(got.Cols, w.Cols)
			switch a.says {
			case assumesReading:
				said |= a.readings
			case assumesSharing:
				got.Sharing, shares = true, shares+1
			case assumesApart:
				shares++
			}
			i = skipBlanks(text, end)
		}
		want := ReadingSet(0)
		if reading.OfWords() {
			want = 1 << reading
		}
		if got != world || said != want || shares != 1 {
			t.Fatalf("%v %+v is said as %q and read as %v %+v", reading, world, text, said, got)
		}
	})
}

func TestNoAssumption(t *testing.T) {
	for _, text := range []string{
		"", "A is above B.", "The grid has 4 rows and 5 columns of lamps.", "The grid has 0 rows.", "The grid has 4 row.",
		"The grid has many rows.", "No two objects share a place", "No two objects share a placebo.", "The grid has 99999999 rows.",
	} {
		a, _, end := assumptionAt(text, 0)
		if known := text == "No two objects share a place"; (a != nil) != known || known && end != len(text) {
			t.Errorf("%q is taken for %v", text, a)
		}
	}
	if a, world, _ := assumptionAt("the  GRID has one row\nand twelve columns.", 0); a == nil || world != (layout.World{Rows: 1, Cols: 12}) {
		t.Errorf("words for numbers read as %v %v", a, world)
	}
}
