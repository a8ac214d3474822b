package layout_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// networkIn returns a network with these facts, which must agree.
func networkIn(t fataler, n int, w layout.World, facts []layout.Fact) *layout.Network {
	t.Helper()
	net, err := layout.NewNetwork(n, w)
	if err != nil {
		t.Fatalf("NewNetwork(%d, %+v): %v", n, w, err)
	}
	for _, f := range facts {
		if err := net.Add(f); err != nil {
			t.Fatalf("%+v: Add(%v) to %v: %v", w, f, net.Facts(), err)
		}
	}
	return net
}

// TestCountLayouts counts by hand.
func TestCountLayouts(t *testing.T) {
	for _, test := range []struct {
		name  string
		n     int
		world layout.World
		facts []string
		want  int
	}{
		{"nobody", 0, layout.World{}, nil, 1},
		{"nobody on a grid", 0, layout.World{Rows: 2, Cols: 2}, nil, 1},
		{"one without end", 1, layout.World{}, nil, 1},
		{"one on a grid", 1, layout.World{Rows: 2, Cols: 3}, nil, 6},
		{"two without end", 2, layout.World{}, nil, 8},
		{"two that may share", 2, layout.World{Sharing: true}, nil, 9},
		{"two on a grid", 2, layout.World{Rows: 2, Cols: 3}, nil, 6 * 5},
		{"two on a grid that may share", 2, layout.World{Rows: 2, Cols: 3, Sharing: true}, nil, 36},
		{"a full grid", 4, layout.World{Rows: 2, Cols: 2}, nil, 24},
		{"a full row", 5, layout.World{Rows: 1, Cols: 5}, nil, 120},
		{"a row without end", 4, layout.World{Rows: 1}, nil, 24},
		{"one above the other", 2, layout.World{Rows: 3, Cols: 2}, []string{"A N B"}, 3 * 2},
		{"a chain", 3, layout.World{}, []string{"A N B", "B N C"}, 1},
		{"a fork", 3, layout.World{}, []string{"A N B", "A N C"}, 2},
		{"weak orders", 3, layout.World{Sharing: true}, nil, 13 * 13},
	} {
		t.Run(test.name, func(t *testing.T) {
			net := networkIn(t, test.n, test.world, says(test.facts...))
			if n, exact := net.CountLayouts(1000); n != test.want || !exact {
				t.Errorf("%d, %t, want %d", n, exact, test.want)
			}
			if n, exact := net.CountLayouts(test.want); n != test.want || !exact {
				t.Errorf("%d, %t when as many are allowed", n, exact)
			}
			if n, exact := net.CountLayouts(test.want - 1); n != test.want-1 || exact {
				t.Errorf("%d, %t when one less is allowed", n, exact)
			}
			for _, limit := range []int{0, -1, math.MinInt} {
				if n, exact := net.CountLayouts(limit); n != 0 || exact {
					t.Errorf("%d, %t up to %d", n, exact, limit)
				}
			}
			shown := 0
			for range net.Layouts(test.want / 2) {
				shown++
			}
			if shown != test.want/2 {
				t.Errorf("%d layouts shown, at most %d wanted", shown, test.want/2)
			}
		})
	}
}

// TestLayoutsCanBeLeft: the iterator stops when it is told to, and the network can be asked meanwhile.
func TestLayoutsCanBeLeft(t *testing.T) {
	net := networkIn(t, 3, layout.World{Rows: 3, Cols: 3}, says("A N B"))
	shown := 0
	for cells := range net.Layouts(1000) {
		if set := net.Possible(1, 2); !set.Has(handRelation(cells[1].Row-cells[2].Row, cells[1].Col-cells[2].Col)) {
			t.Fatalf("%v shows what is not possible: %v", cells, set)
		}
		if shown++; shown == 10 {
			break
		}
	}
	if shown != 10 {
		t.Errorf("%d layouts shown, want 10", shown)
	}
}

// TestRandomLayoutIsUniform holds the draws to a χ² test, for every way in which they are made.
func TestRandomLayoutIsUniform(t *testing.T) {
	for _, test := range []struct {
		name  string
		n     int
		world layout.World
		facts []string
		limit int
	}{
		{"counted", 3, layout.World{Rows: 2, Cols: 3}, []string{"A NW B"}, 1000},
		{"too many to count", 3, layout.World{Rows: 2, Cols: 3}, nil, 60},
		{"shared", 2, layout.World{Rows: 2, Cols: 3, Sharing: true}, nil, 1000},
		{"without end", 3, layout.World{}, []string{"A N B"}, 1000},
		{"without end, shared", 3, layout.World{Sharing: true}, []string{"A N B"}, 1000},
	} {
		t.Run(test.name, func(t *testing.T) {
			net := networkIn(t, test.n, test.world, says(test.facts...))
			kinds, exact := net.CountLayouts(1000)
			if !exact {
				t.Fatal("not counted")
			}
			src := seed.NewKey(11).Stream()
			const each = 60
			drawn := make(map[string]int)
			var cells []layout.Cell
			for range each * kinds {
				var err error
				if cells, err = net.RandomLayout(cells[:0], src, test.limit); err != nil {
					t.Fatal(err)
				}
				drawn[fmt.Sprint(cells)]++
			}
			if len(drawn) != kinds {
				t.Fatalf("%d of %d layouts drawn", len(drawn), kinds)
			}
			chi := 0.0
			for _, n := range drawn {
				chi += float64((n-each)*(n-each)) / each
			}
			freedom := float64(kinds - 1)
			if most := freedom + 4*math.Sqrt(2*freedom); chi > most {
				t.Errorf("χ² is %.0f for %d layouts, at most %.0f wanted", chi, kinds, most)
			}
		})
	}
}

func TestRandomLayoutOfTooMany(t *testing.T) {
	net := networkIn(t, 4, layout.World{Rows: 9, Cols: 9}, nil)
	kept := []layout.Cell{{Row: 1, Col: 2}}
	cells, err := net.RandomLayout(kept, seed.NewKey(1).Stream(), 100)
	if !errors.Is(err, layout.ErrManyLayouts) || len(cells) != 1 {
		t.Errorf("%v, %v, want too many layouts", cells, err)
	}
	if cells, err := net.RandomLayout(kept, seed.NewKey(1).Stream(), 10_000); err != nil || len(cells) != 5 || cells[0] != kept[0] {
		t.Errorf("%v, %v", cells, err)
	}
}
