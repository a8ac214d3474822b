package layout_test

import (
	"testing"

	. "github.com/gridscribe/gridscribe/layout"
)

// TestManyObjectsAreEnumerated: a corner among very many objects must not send the enumeration into orders of all the
// others that leave it no corner, one after the other.
func TestManyObjectsAreEnumerated(t *testing.T) {
	for _, w := range []World{{}, {Sharing: true}, {Rows: 1}} {
		net, err := NewNetwork(MaxObjects, w)
		if err != nil {
			t.Fatal(err)
		}
		if err := net.Add(Fact{Locatum: 100, Relatum: TopLeft, Reading: InCorner}); err != nil {
			t.Fatal(err)
		}
		found := 0
		for cells := range net.Layouts(3) {
			found++
			if rows, cols := extremes(cells); cells[100].Row != 0 && cells[100].Row != rows || cells[100].Col != 0 && cells[100].Col != cols {
				t.Errorf("%+v: object 100 is at %v of %d, %d", w, cells[100], rows, cols)
			}
		}
		if found != 3 || net.GaveUp() {
			t.Errorf("%+v: %d layouts, gave up: %t", w, found, net.GaveUp())
		}
	}
}

func extremes(cells []Cell) (rows, cols int) {
	for _, c := range cells {
		rows, cols = max(rows, c.Row), max(cols, c.Col)
	}
	return rows, cols
}

// TestFullGridEnds: a grid with hardly a cell to spare is given up, not searched for ever.
func TestFullGridEnds(t *testing.T) {
	net, err := NewNetwork(MaxObjects, World{Rows: 16, Cols: 16})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		f := Fact{Locatum: i, Relatum: i + 1, Reading: Measured, Rows: Interval{Lo: -2, Hi: 2}, Cols: Interval{Lo: -1}}
		if err := net.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	if n, exact := net.CountLayouts(1000); exact && n == 0 {
		t.Error("there is no layout")
	}
}
