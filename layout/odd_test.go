package layout_test

import (
	"math"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// TestOddGraphs: ways that lead nowhere, back, or are no longer than nothing count for nothing, and no search among them is endless.
func TestOddGraphs(t *testing.T) {
	places := make([]layout.Entity, 3, 100)
	for name, ways := range map[string][]layout.Way{
		"negative": {{A: 0, B: 1, Length: -5}}, "zero": {{A: 1, B: 2}, {A: 0, B: 1}}, "self": {{A: 1, B: 1, Length: 1}},
		"nowhere": {{A: -1, B: 0, Length: 1}, {A: 0, B: 9, Length: 1}}, "huge": {{A: 0, B: 1, Length: math.MaxInt / 2}},
	} {
		g := &layout.Graph{Places: places, Ways: ways}
		for _, from := range []int{-1, 0, 1, 2, 3} {
			for to, d := range g.Lengths(nil, from) {
				if want := map[bool]int{true: 0, false: -1}[from == to]; d != want {
					t.Errorf("%s: %d to %d is %d", name, from, to, d)
				}
				if all, length := g.Shortest(from, to, nil); length != d || d < 0 && all != nil {
					t.Errorf("%s: %d to %d over %v is %d", name, from, to, all, length)
				}
			}
		}
		if err := g.Halves(ways, 1, seed.NewKey(1).Stream()); err == nil {
			t.Errorf("%s: it is cut into halves", name)
		}
	}
	if _, length := (&layout.Graph{Places: places[:100]}).Shortest(0, 99, nil); length != -1 {
		t.Errorf("a graph of too many places has a way of length %d", length)
	}
}

// TestOddMaps: a map whose cells are missing has no ways.
func TestOddMaps(t *testing.T) {
	for _, m := range []*layout.Map{
		nil, {}, {Rows: 4, Cols: 4}, {Rows: -4, Cols: 4}, {Rows: 4, Cols: -4}, {Rows: 1 << 30, Cols: 1 << 30}, layout.NewMap(-1, 3), layout.NewMap(-2, -2),
	} {
		var w layout.Walker
		w.Load(m, layout.Gait8, false)
		w.From(layout.Cell{})
		if w.Reached() != 0 || w.Dist(layout.Cell{}) >= 0 || len(w.Within(nil)) > 0 || len(w.Moves(nil, layout.Cell{}, nil)) > 0 {
			t.Errorf("%+v: %d cells are reached", m, w.Reached())
		}
	}
}
