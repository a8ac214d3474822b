package layout

// Crossing is a cell that a line of sight comes through or touches.
type Crossing struct {
	Cell Cell
	// Grazed: the line only touches a corner of the cell and does not come through its inside.
	Grazed bool
}

// AppendSight appends the cells between two that the straight line from the centre of one to the centre of the other comes through or
// touches, in order from the first; neither of the two is among them. This is the supercover of the line, in whole numbers: the line comes through the
// inside of a cell exactly when there are corners of the cell on both sides of it. Centres never lie on edges, so that a line grazes corners only.
// A line is the same backwards.
func AppendSight(dst []Crossing, from, to Cell) []Crossing {
	rows, cols := magnitude(to.Row-from.Row), magnitude(to.Col-from.Col)
	down, right := sign(to.Row-from.Row), sign(to.Col-from.Col)
	// Step along the longer side; across it the line comes through one cell or two at each step.
	long, short := max(rows, cols), min(rows, cols)
	for i := 0; i <= long; i++ {
		// Twice how far the corners of cell i, j are from the line is 2*(long*j-short*i) plus or minus long+short.
		for j := max(0, ceilDiv(2*short*i-long-short, 2*long)); j <= short; j++ {
			off := 2 * (long*j - short*i)
			if off > long+short {
				break
			}
			along := Cell{i, j}
			if cols > rows {
				along = Cell{j, i}
			}
			c := Cell{from.Row + down*along.Row, from.Col + right*along.Col}
			if c != from && c != to {
				dst = append(dst, Crossing{c, magnitude(off) == long+short})
			}
		}
	}
	return dst
}

// ceilDiv returns the least whole number that is not less than n/d; d is positive, or both are 0.
func ceilDiv(n, d int) int {
	if d == 0 {
		return 0
	}
	q := n / d
	if n%d > 0 {
		q++
	}
	return q
}
