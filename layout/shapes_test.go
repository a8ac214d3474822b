package layout_test

import (
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"pgregory.net/rapid"
)

func drawnBox(t *rapid.T, label string) layout.Box {
	n := rapid.IntRange(-1, 6)
	return layout.Box{Row: n.Draw(t, label+" row"), Col: n.Draw(t, label+" column"), Rows: n.Draw(t, label+" rows"), Cols: n.Draw(t, label+" columns")}
}

func inOrder(cells []layout.Cell) bool {
	for i := 1; i < len(cells); i++ {
		a, b := cells[i-1], cells[i]
		if a.Row > b.Row || a.Row == b.Row && a.Col >= b.Col {
			return false
		}
	}
	return true
}

// flooded counts the cells that can be reached from the first by sides.
func flooded(cells []layout.Cell) int {
	if len(cells) == 0 {
		return 0
	}
	left := make(map[layout.Cell]bool)
	for _, c := range cells {
		left[c] = true
	}
	var flood func(layout.Cell) int
	flood = func(c layout.Cell) int {
		if !left[c] {
			return 0
		}
		delete(left, c)
		n := 1
		for _, d := range []layout.Cell{{Row: 1}, {Row: -1}, {Col: 1}, {Col: -1}} {
			n += flood(layout.Cell{Row: c.Row + d.Row, Col: c.Col + d.Col})
		}
		return n
	}
	return flood(cells[0])
}

func TestBox(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b, o := drawnBox(t, "b"), drawnBox(t, "o")
		cells := b.AppendCells(nil)
		if len(cells) != b.Area() || b.Empty() != (b.Area() == 0) || !inOrder(cells) {
			t.Fatalf("%v has the cells %v", b, cells)
		}
		if around := layout.BoxAround(cells); !b.Empty() && around != b || b.Empty() && around != (layout.Box{}) {
			t.Fatalf("around %v is %v", b, around)
		}
		common := b.Intersect(o)
		for row := -2; row < 14; row++ {
			for col := -2; col < 14; col++ {
				c := layout.Cell{Row: row, Col: col}
				if b.Contains(c) != slices.Contains(cells, c) || common.Contains(c) != (b.Contains(c) && o.Contains(c)) {
					t.Fatalf("%v and %v: %v is wrong", b, o, c)
				}
			}
		}
		if !b.Empty() && b.Grow(2).Grow(-2) != b {
			t.Fatalf("%v grows to %v", b, b.Grow(2))
		}
	})
}

func TestPolyomino(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b, n := drawnBox(t, "b"), rapid.IntRange(-1, 40).Draw(t, "n")
		cells := b.Polyomino(nil, n, &drawn{t: t})
		if want := max(0, min(n, b.Area())); len(cells) != want || !inOrder(cells) || flooded(cells) != want || !layout.Connected(cells) {
			t.Fatalf("%d cells of %v: %v", n, b, cells)
		}
		for _, c := range cells {
			if !b.Contains(c) {
				t.Fatalf("%v is not in %v", c, b)
			}
		}
		left := layout.Nibble(slices.Clone(cells), 4, func(rest []layout.Cell) bool { return slices.Contains(rest, cells[0]) }, &drawn{t: t})
		if len(left) < len(cells)-4 || flooded(left) != len(left) || !inOrder(left) || len(cells) > 0 && !slices.Contains(left, cells[0]) {
			t.Fatalf("%v is nibbled to %v", cells, left)
		}
		some := slices.DeleteFunc(slices.Clone(cells), func(layout.Cell) bool { return rapid.Bool().Draw(t, "gone") })
		if layout.Connected(some) != (flooded(some) == len(some)) {
			t.Fatalf("%v hang together: %t", some, layout.Connected(some))
		}
	})
}

func TestSlots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := drawnBox(t, "b")
		b.Rows, b.Cols = b.Rows+6, b.Cols+6
		n, least := rapid.IntRange(0, 9).Draw(t, "n"), rapid.IntRange(1, 3).Draw(t, "least")
		slots := b.Slots(n, least, &drawn{t: t})
		if fits := b.Rows >= least && b.Cols >= least && n > 0 && n <= (b.Rows+1)/(least+1)*((b.Cols+1)/(least+1)); len(slots) != n && fits || !fits && slots != nil {
			t.Fatalf("%d slots of %v: %v", n, b, slots)
		}
		for i, s := range slots {
			if s.Rows < least || s.Cols < least || s.Intersect(b) != s {
				t.Fatalf("slot %v of %v", s, b)
			}
			for _, o := range slots[:i] {
				if !s.Grow(1).Intersect(o).Empty() {
					t.Fatalf("slots %v and %v are not apart", s, o)
				}
			}
		}
	})
}

func TestRelated(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := drawnBox(t, "b")
		b.Rows, b.Cols = b.Rows+2, b.Cols+2
		r := layout.RCC8(rapid.IntRange(0, 8).Draw(t, "relation"))
		x, y := b.Related(r, &drawn{t: t})
		if b.Rows < 3 || b.Cols < 3 || !r.Valid() {
			if !x.Empty() || !y.Empty() {
				t.Fatalf("in %v: %v and %v", b, x, y)
			}
			return
		}
		if x.Intersect(b) != x || y.Intersect(b) != y || x.Empty() || y.Empty() {
			t.Fatalf("in %v: %v and %v", b, x, y)
		}
		if got := rccByPoints(x.AppendCells(nil), y.AppendCells(nil)); got != r {
			t.Fatalf("%v and %v are %v; want %v", x, y, got, r)
		}
	})
}

// TestRelatedReachesAll: every two boxes in a small box come.
func TestRelatedReachesAll(t *testing.T) {
	b := layout.Box{Rows: 3, Cols: 3}
	src := seed.NewKey(1).Stream()
	seen := make(map[[2]layout.Box]bool)
	for range 60000 {
		x, y := b.Related(layout.RCC8(src.Intn(layout.RCC8s)), src)
		seen[[2]layout.Box{x, y}] = true
	}
	if len(seen) != 36*36 {
		t.Errorf("%d pairs of boxes came; want %d", len(seen), 36*36)
	}
}
