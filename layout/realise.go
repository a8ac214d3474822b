package layout

import "slices"

// Realise appends the cells, object by object, of the canonical layout that satisfies the facts:
//
//   - every object lies as far up and as far left as the facts allow, counted from row 0 and column 0;
//   - while objects would share a cell, the lowest-numbered one that shares its cell with a lower one is parted from the
//     lowest of those: the lower of the two goes to the left where the columns are open, else above; then everything
//     settles up and left again.
//
// A determined network has one compact layout, and this is it. The result is always compact.
func (net *Network) Realise(dst []Cell) []Cell {
	start := len(dst)
	dst = slices.Grow(dst, net.n)[:start+net.n]
	cells := dst[start:]
	settle(cells, &net.axis)
	if net.Determined() {
		return dst
	}
	parted := false
	for {
		a, b, ok := sharing(cells)
		if !ok {
			return dst
		}
		if !parted {
			for axis := range net.grid {
				net.grid[axis].copyFrom(&net.axis[axis])
			}
			parted = true
		}
		axis := &net.grid[colAxis]
		if axis.known(a, b) {
			axis = &net.grid[rowAxis]
		}
		axis.tighten(a, b, -1)
		settle(cells, &net.grid)
	}
}

// settle gives every object its least coordinate: as much above 0 as some other object must be below it.
func settle(cells []Cell, bounds *[axes]boundMatrix) {
	clear(cells)
	n := len(cells)
	for j := range cells {
		rows := bounds[rowAxis].least[j*n : j*n+n]
		cols := bounds[colAxis].least[j*n : j*n+n]
		for i := range cells {
			cells[i].Row = max(cells[i].Row, -int(rows[i]))
			cells[i].Col = max(cells[i].Col, -int(cols[i]))
		}
	}
}

// sharing returns the first pair of objects in one cell.
func sharing(cells []Cell) (a, b int, ok bool) {
	for b := 1; b < len(cells); b++ {
		for a := range b {
			if cells[a] == cells[b] {
				return a, b, true
			}
		}
	}
	return 0, 0, false
}
