package layout_test

import (
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"pgregory.net/rapid"
)

// rccByPoints decides the relation by points: every cell is the square from (2r, 2c) to (2r+2, 2c+2), and its middle, sides and corners are
// the points with whole coordinates in it. A point is inside a region when all squares that hold it are cells of the region.
func rccByPoints(x, y []layout.Cell) layout.RCC8 {
	type point struct{ r, c int }
	closure := func(cells []layout.Cell) map[point]bool {
		all := make(map[point]bool)
		for _, c := range cells {
			for r := 2 * c.Row; r <= 2*c.Row+2; r++ {
				for k := 2 * c.Col; k <= 2*c.Col+2; k++ {
					all[point{r, k}] = true
				}
			}
		}
		return all
	}
	interior := func(cells []layout.Cell, closed map[point]bool) map[point]bool {
		has := make(map[layout.Cell]bool)
		for _, c := range cells {
			has[c] = true
		}
		all := make(map[point]bool)
		for p := range closed {
			in := true
			for r := p.r - 2; r <= p.r; r++ {
				for c := p.c - 2; c <= p.c; c++ {
					if r%2 == 0 && c%2 == 0 && !has[layout.Cell{Row: r / 2, Col: c / 2}] {
						in = false
					}
				}
			}
			if in {
				all[p] = true
			}
		}
		return all
	}
	cx, cy := closure(x), closure(y)
	ix, iy := interior(x, cx), interior(y, cy)
	meet := func(a, b map[point]bool) bool {
		for p := range a {
			if b[p] {
				return true
			}
		}
		return false
	}
	part := func(a, b map[point]bool) bool {
		for p := range a {
			if !b[p] {
				return false
			}
		}
		return true
	}
	inXY, inYX := part(cx, cy), part(cy, cx)
	switch {
	case !meet(cx, cy):
		return layout.DC
	case !meet(ix, iy):
		return layout.EC
	case inXY && inYX:
		return layout.SameRegion
	case inXY && part(cx, iy):
		return layout.NTPP
	case inXY:
		return layout.TPP
	case inYX && part(cy, ix):
		return layout.NTPPi
	case inYX:
		return layout.TPPi
	}
	return layout.PO
}

// drawnRegion draws a region of cells from row 1 and column 1 on.
func drawnRegion(t *rapid.T, label string) []layout.Cell {
	const side = 5
	if rapid.Bool().Draw(t, label+" is a box") {
		x, _ := layout.Box{Row: 1, Col: 1, Rows: side, Cols: side}.Related(layout.SameRegion, &drawn{t: t})
		return x.AppendCells(nil)
	}
	n := rapid.IntRange(1, side*side).Draw(t, label+" cells")
	return layout.Box{Row: 1, Col: 1, Rows: side, Cols: side}.Polyomino(nil, n, &drawn{t: t})
}

func TestRelateCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := drawnRegion(t, "x"), drawnRegion(t, "y")
		if rapid.Bool().Draw(t, "holes") {
			x = layout.Nibble(x, 3, nil, &drawn{t: t})
		}
		got, want := layout.RelateCells(x, y), rccByPoints(x, y)
		if got != want {
			t.Fatalf("%v to %v is %v; want %v", x, y, got, want)
		}
		if back := layout.RelateCells(y, x); back != got.Converse() || got.Converse().Converse() != got {
			t.Fatalf("%v to %v is %v, and %v back", x, y, got, back)
		}
		if shared := rapid.SampledFrom(x).Draw(t, "cell"); got.Overlaps() != anyCommon(x, y) || !got.Valid() {
			t.Fatalf("%v with %v: %v overlaps: %t", shared, y, got, got.Overlaps())
		}
	})
	if layout.RelateCells(nil, nil) != layout.DC || layout.RelateCells(nil, []layout.Cell{{}}) != layout.DC {
		t.Error("nothing is connected to something")
	}
	for r, want := range map[layout.RCC8]string{layout.DC: "DC", layout.SameRegion: "EQ", layout.TPPi: "TPPi", 8: "RCC8(?)"} {
		if r.String() != want || r.Valid() != (r < 8) {
			t.Errorf("%d is called %q; want %q", r, r, want)
		}
	}
}

func anyCommon(x, y []layout.Cell) bool {
	for _, c := range x {
		for _, d := range y {
			if c == d {
				return true
			}
		}
	}
	return false
}

// TestRelateCellsAtTheBorder: what lies on the border touches it, and nothing both touches and does not touch.
func TestRelateCellsAtTheBorder(t *testing.T) {
	room := layout.Box{Row: 1, Col: 1, Rows: 4, Cols: 5}.AppendCells(nil)
	for _, c := range room {
		edge := c.Row == 1 || c.Row == 4 || c.Col == 1 || c.Col == 5
		want := layout.NTPP
		if edge {
			want = layout.TPP
		}
		if got := layout.RelateCells([]layout.Cell{c}, room); got != want {
			t.Errorf("%v in the room is %v; want %v", c, got, want)
		}
	}
	for _, c := range []struct {
		x, y layout.Box
		want layout.RCC8
	}{
		{layout.Box{Rows: 2, Cols: 2}, layout.Box{Row: 2, Col: 2, Rows: 1, Cols: 1}, layout.EC}, // at a corner
		{layout.Box{Rows: 2, Cols: 2}, layout.Box{Row: 0, Col: 3, Rows: 1, Cols: 1}, layout.DC},
		{layout.Box{Rows: 3, Cols: 3}, layout.Box{Row: 1, Col: 1, Rows: 1, Cols: 1}, layout.NTPPi},
		{layout.Box{Rows: 3, Cols: 3}, layout.Box{Row: 1, Col: 1, Rows: 2, Cols: 1}, layout.TPPi},
		{layout.Box{Rows: 3, Cols: 1}, layout.Box{Rows: 1, Cols: 3}, layout.PO},
	} {
		if got := layout.RelateCells(c.x.AppendCells(nil), c.y.AppendCells(nil)); got != c.want {
			t.Errorf("%v to %v is %v; want %v", c.x, c.y, got, c.want)
		}
	}
}

func BenchmarkRelateCells(b *testing.B) {
	x := layout.Box{Row: 2, Col: 2, Rows: 4, Cols: 5}.AppendCells(nil)
	y := layout.Box{Row: 2, Col: 2, Rows: 6, Cols: 7}.AppendCells(nil)
	b.ReportAllocs()
	for range b.N {
		layout.RelateCells(x, y)
	}
}
