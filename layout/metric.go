package layout

import "math/bits"

// Metric says what the distance of two cells is. The zero value is Manhattan.
type Metric uint8

// The metrics.
const (
	Manhattan     Metric = iota // rows between them plus columns between them
	Chebyshev                   // the larger of both
	SquaredEuclid               // the sum of their squares
	Euclid                      // the root of that
	metrics
)

// Metrics is the number of metrics.
const Metrics = int(metrics)

// String returns "Manhattan", "Chebyshev", "squared Euclidean" or "Euclidean".
func (m Metric) String() string {
	if m >= metrics {
		return "Metric(?)"
	}
	return [metrics]string{"Manhattan", "Chebyshev", "squared Euclidean", "Euclidean"}[m]
}

// Of returns the distance between places so many rows and columns apart, its square for Euclid. Whatever units the differences are
// in the distance is in too, or in their squares. A value that is no metric counts as Manhattan.
func (m Metric) Of(rows, cols int) int {
	rows, cols = max(rows, -rows), max(cols, -cols)
	switch m {
	case Chebyshev:
		return max(rows, cols)
	case SquaredEuclid, Euclid:
		return rows*rows + cols*cols
	}
	return rows + cols
}

// Nearest returns the least distance, as [Metric.Of] counts, between a cell of one and a cell of the other, and the two; -1 where one has
// no cells.
func (m Metric) Nearest(a, b []Cell) (distance int, at, to Cell) {
	distance = -1
	for _, x := range a {
		for _, y := range b {
			if d := m.Of(x.Row-y.Row, x.Col-y.Col); distance < 0 || d < distance {
				distance, at, to = d, x, y
			}
		}
	}
	return distance, at, to
}

// Span returns the first and the last row and column that cells take up; ok is false where there are none.
func Span(cells []Cell) (first, last Cell, ok bool) {
	for i, c := range cells {
		if i == 0 {
			first, last = c, c
		}
		first = Cell{min(first.Row, c.Row), min(first.Col, c.Col)}
		last = Cell{max(last.Row, c.Row), max(last.Col, c.Col)}
	}
	return first, last, len(cells) > 0
}

// Root returns the largest whole number whose square is not larger than n; 0 for negative n.
func Root(n int) int {
	if n <= 0 {
		return 0
	}
	// Newton's method from above: it falls until it is there.
	root := 1 << ((bits.Len(uint(n)) + 1) / 2)
	for {
		next := (root + n/root) / 2
		if next >= root {
			return root
		}
		root = next
	}
}
