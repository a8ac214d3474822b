package layout_test

import (
	"math"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"pgregory.net/rapid"
)

func TestMetricOf(t *testing.T) {
	for rows := -9; rows <= 9; rows++ {
		for cols := -9; cols <= 9; cols++ {
			r, c := math.Abs(float64(rows)), math.Abs(float64(cols))
			want := map[layout.Metric]float64{layout.Manhattan: r + c, layout.Chebyshev: math.Max(r, c), layout.SquaredEuclid: r*r + c*c,
				layout.Euclid: math.Round(math.Pow(math.Hypot(r, c), 2)), layout.Metric(9): r + c}
			for m, d := range want {
				if got := m.Of(rows, cols); float64(got) != d {
					t.Errorf("%v of %d, %d is %d; want %v", m, rows, cols, got, d)
				}
			}
		}
	}
	if s := layout.Metric(9).String(); s != "Metric(?)" {
		t.Errorf("no metric is %q", s)
	}
}

func TestRoot(t *testing.T) {
	for n := -3; n < 100000; n++ {
		want := 0
		if n > 0 {
			want = int(math.Sqrt(float64(n)))
		}
		if got := layout.Root(n); got != want {
			t.Fatalf("the root of %d is %d; want %d", n, got, want)
		}
	}
	if got := layout.Root(math.MaxInt); int64(got) != int64(math.Sqrt(math.MaxInt)) {
		t.Errorf("the root of the largest number is %d", got)
	}
}

func TestMetricNearest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.Custom(func(t *rapid.T) layout.Cell {
			return layout.Cell{Row: rapid.IntRange(0, 9).Draw(t, "row"), Col: rapid.IntRange(0, 9).Draw(t, "col")}
		})
		a, b := rapid.SliceOfN(cell, 0, 5).Draw(t, "a"), rapid.SliceOfN(cell, 0, 5).Draw(t, "b")
		m := layout.Metric(rapid.IntRange(0, layout.Metrics-1).Draw(t, "metric"))
		d, at, to := m.Nearest(a, b)
		if len(a) == 0 || len(b) == 0 {
			if d != -1 {
				t.Fatalf("the distance to nothing is %d", d)
			}
			return
		}
		if m.Of(at.Row-to.Row, at.Col-to.Col) != d {
			t.Fatalf("%v and %v are not %d apart", at, to, d)
		}
		for _, x := range a {
			for _, y := range b {
				if m.Of(x.Row-y.Row, x.Col-y.Col) < d {
					t.Fatalf("%v and %v are nearer than %d", x, y, d)
				}
			}
		}
	})
}

// TestSplit: the parts are rectangles in reading order, cover every cell once, and have no short sides.
func TestSplit(t *testing.T) {
	for i := range int64(2000) {
		src := seed.NewKey(1).At(i).Stream()
		rows, cols, n, least := 1+src.Intn(14), 1+src.Intn(14), 1+src.Intn(6), src.Intn(4)
		parts := layout.Split(rows, cols, n, least, src)
		seen := make(map[layout.Cell]bool)
		for _, cells := range parts {
			first, last, ok := layout.Span(cells)
			high, wide := last.Row-first.Row+1, last.Col-first.Col+1
			if !ok || high*wide != len(cells) || len(parts) > 1 && min(high, wide) < min(max(least, 1), rows, cols) {
				t.Fatalf("%d by %d in %d, least %d: a part of %d by %d with %d cells", rows, cols, n, least, high, wide, len(cells))
			}
			for k, c := range cells {
				if want := (layout.Cell{Row: first.Row + k/wide, Col: first.Col + k%wide}); c != want || seen[c] {
					t.Fatalf("cell %d is %v; want %v, once", k, c, want)
				}
				seen[c] = true
			}
		}
		if len(seen) != rows*cols || len(parts) > n || len(parts) < n && max(rows, cols) >= 2*max(least, 1)*n {
			t.Fatalf("%d by %d in %d, least %d: %d parts of %d cells", rows, cols, n, least, len(parts), len(seen))
		}
	}
	if layout.Split(0, 3, 2, 1, seed.NewKey(1).Stream()) != nil {
		t.Error("no rows were split")
	}
}
