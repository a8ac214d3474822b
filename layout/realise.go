package layout

import "slices"

// Realise appends the cells, object by object, of the canonical layout that satisfies the facts:
//
//   - every object lies as far up and as far left as the facts allow, counted from row 0 and column 0 of the grid, or,
//     where nothing speaks of a grid, of the layout;
//   - while objects would share a cell that may not, the lowest-numbered one that shares its cell with a lower one is
//     parted from the lowest of those: the lower of the two goes to the left where the columns are open, else above; then
//     everything settles up and left again.
//
// Where that leaves no layout, because distances, corners or the sides of the grid leave no room, the lower of the two goes
// above, else to the right, else below. An object in a corner is in the first row or else in the last, in the first column
// or else in the last. In a grid with both sides, objects that no fact mentions take the first cells that are left, in
// reading order. It costs a search for every two objects that are parted, where the facts do not just order the objects.
//
// A determined network in the readings Aligned and HalfPlane has one compact layout, and this is it. The result is compact
// wherever distances do not matter: in a world without end whose facts have these readings. Where [Network.GaveUp] reports
// true, objects may share a cell or miss their corner.
func (net *Network) Realise(dst []Cell) []Cell {
	net.search.cut = false
	start := len(dst)
	dst = slices.Grow(dst, net.n)[:start+net.n]
	cells := dst[start:]
	switch net.regime() {
	case perAxis:
		settle(cells, &net.axis)
	case orders:
		net.settleApart(cells)
	default:
		net.searchCells(cells)
	}
	return dst
}

// settleApart realises facts that only order the objects: there is always room.
func (net *Network) settleApart(cells []Cell) {
	settle(cells, &net.axis)
	if net.Determined() {
		return
	}
	parted := false
	grid := &net.search.m
	for {
		a, b, ok := sharing(cells)
		if !ok {
			return
		}
		if !parted {
			for axis := range grid {
				grid[axis].copyFrom(&net.axis[axis])
			}
			parted = true
		}
		axis := &grid[colAxis]
		if axis.known(a, b) {
			axis = &grid[rowAxis]
		}
		axis.tighten(a, b, -1)
		settle(cells, grid)
	}
}

// searchCells realises all other facts.
func (net *Network) searchCells(cells []Cell) {
	s := &net.search
	s.load(net, false)
	if s.sides[rowAxis] == 0 || s.sides[colAxis] == 0 {
		clear(s.idle)
	}
	s.work = mostWhole
	found := s.realise()
	if s.work < 0 || !found {
		s.cut = true
		s.settle()
	}
	s.placeIdle()
	for i := range cells {
		cells[i] = Cell{Row: int(s.at[rowAxis][i]), Col: int(s.at[colAxis][i])}
	}
}

// realise tightens the matrices down to the canonical layout, if there is one: every choice is made only after a look
// whether a layout is left.
func (s *searcher) realise() bool {
	for _, i := range s.corners {
		for axis := range s.m {
			first, last := s.n, s.n+1
			if !s.firstOf([]edge{{axis, i, first, 0}, {axis, last, i, 0}}) {
				return false
			}
		}
	}
	for s.settle(); !s.sharing && s.work >= 0; s.settle() {
		a, b, ok := s.together()
		if !ok {
			break
		}
		if !s.firstOf([]edge{{colAxis, a, b, -1}, {rowAxis, a, b, -1}, {colAxis, b, a, -1}, {rowAxis, b, a, -1}}) {
			return false
		}
	}
	return true
}

// firstOf states the first of some bounds that leaves a layout.
func (s *searcher) firstOf(ways []edge) bool {
	mark := len(s.trail)
	for _, way := range ways {
		if s.bound(way.axis, way.from, way.to, way.weight) {
			deeper := len(s.trail)
			if s.solve() {
				s.undo(deeper)
				return true
			}
		}
		s.undo(mark)
	}
	return false
}

// together returns the first pair of objects in one cell.
func (s *searcher) together() (a, b int, ok bool) {
	r, c := s.at[rowAxis], s.at[colAxis]
	for b := range s.n {
		if s.idle[b] {
			continue
		}
		for a := range b {
			if r[a] == r[b] && c[a] == c[b] && !s.idle[a] {
				return a, b, true
			}
		}
	}
	return 0, 0, false
}

// settle gives every object its least coordinate: as much above 0 as some other object must be below it.
func settle(cells []Cell, bounds *[axes]boundMatrix) {
	clear(cells)
	for j := range bounds[rowAxis].n {
		rows, cols := bounds[rowAxis].from(j), bounds[colAxis].from(j)
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
