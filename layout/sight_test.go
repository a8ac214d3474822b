package layout_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

// TestSightByClipping holds lines of sight against clipping the line to every cell in exact fractions (Liang–Barsky).
func TestSightByClipping(t *testing.T) {
	const size = 8
	for to := range (2*size + 1) * (2*size + 1) {
		end := layout.Cell{Row: to/(2*size+1) - size, Col: to%(2*size+1) - size}
		got := layout.AppendSight(nil, layout.Cell{}, end)
		inside, touched := make(map[layout.Cell]bool), make(map[layout.Cell]bool)
		enters := make(map[layout.Cell]*big.Rat)
		for row := -size - 1; row <= size+1; row++ {
			for col := -size - 1; col <= size+1; col++ {
				c := layout.Cell{Row: row, Col: col}
				if c == (layout.Cell{}) || c == end {
					continue
				}
				lo, hi := clip(end, c)
				if lo == nil {
					continue
				}
				switch lo.Cmp(hi) {
				case -1:
					inside[c], enters[c] = true, lo
				case 0:
					touched[c], enters[c] = true, lo
				}
			}
		}
		if len(got) != len(inside)+len(touched) {
			t.Fatalf("to %v: %v; want %v through and %v touched", end, got, inside, touched)
		}
		for i, x := range got {
			if x.Grazed && !touched[x.Cell] || !x.Grazed && !inside[x.Cell] {
				t.Fatalf("to %v: %v is wrong", end, x)
			}
			if i > 0 && !x.Grazed {
				for _, before := range got[:i] {
					if !before.Grazed && enters[before.Cell].Cmp(enters[x.Cell]) > 0 {
						t.Fatalf("to %v: %v comes before %v", end, before, x)
					}
				}
			}
		}
		back := layout.AppendSight(nil, end, layout.Cell{})
		for _, x := range got {
			if !slices.Contains(back, x) {
				t.Fatalf("to %v: %v is not met on the way back: %v", end, x, back)
			}
		}
	}
	if all := layout.AppendSight(nil, layout.Cell{Row: 3}, layout.Cell{Row: 3}); len(all) != 0 {
		t.Errorf("between a cell and itself lie %v", all)
	}
}

// clip returns which part of the segment from the centre of cell 0, 0 to that of end, as parts of one, lies in the closed square of c;
// nil where none does. It is a single point where the line touches a corner; along an edge it never runs.
func clip(end, c layout.Cell) (lo, hi *big.Rat) {
	lo, hi = big.NewRat(0, 1), big.NewRat(1, 1)
	for _, axis := range [2][2]int{{end.Row, c.Row}, {end.Col, c.Col}} {
		d, at := axis[0], axis[1]
		from, to := big.NewRat(int64(2*at-1), 2), big.NewRat(int64(2*at+1), 2)
		if d == 0 {
			if from.Sign() > 0 || to.Sign() < 0 {
				return nil, nil
			}
			continue
		}
		slope := big.NewRat(int64(d), 1)
		from.Quo(from, slope)
		to.Quo(to, slope)
		if d < 0 {
			from, to = to, from
		}
		if from.Cmp(lo) > 0 {
			lo = from
		}
		if to.Cmp(hi) < 0 {
			hi = to
		}
	}
	if lo.Cmp(hi) > 0 {
		return nil, nil
	}
	return lo, hi
}

func BenchmarkSight(b *testing.B) {
	b.ReportAllocs()
	var line []layout.Crossing
	for b.Loop() {
		line = layout.AppendSight(line[:0], layout.Cell{Row: 1, Col: 2}, layout.Cell{Row: 8, Col: 12})
	}
}
