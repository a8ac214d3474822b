package describe

import "github.com/gridscribe/gridscribe/layout"

// gridLine reads a row or column of the grid, or "corner", after "in" and its article: "row 2", "second row", "last
// column", "leftmost column", "second row from the bottom".
func (r *Reader) gridLine() bool {
	t := r.token(0)
	switch t.role {
	case roleCorner:
		return r.someCorner()
	case roleMost:
		if r.token(1).role != roleRow {
			return r.unexpected(UnknownPhrase)
		}
		r.at++
		return r.gridEdge(t, relation{rows: t.rows, cols: t.cols})
	}
	said, v, ok := r.line()
	if !ok {
		return false
	}
	return r.framedBy(t, said, v)
}

// namesLine reports whether a row or column of the grid is named at the k-th token, after "the".
func (r *Reader) namesLine(k int) bool {
	switch r.token(k).role {
	case roleOrdinal, roleLast:
		return true
	case roleMost, roleDir:
		return r.token(k+1).role == roleRow
	}
	return false
}

// line reads "row 2", "second row", "last row" or "second row from the bottom".
func (r *Reader) line() (said frameSaid, v layout.Interval, ok bool) {
	t := r.token(0)
	n, column, last := 0, false, false
	switch t.role {
	case roleRow:
		r.at++
		column = t.num == 1
		if n, ok = r.number(); !ok {
			return 0, v, false
		}
	case roleOrdinal, roleLast:
		r.at++
		n, last = int(t.num), t.role == roleLast
		if last {
			n = 1
		} else if r.token(0).role == roleTo && r.token(1).role == roleLast { // "second to last"
			last = true
			r.at += 2
		}
		unit := r.token(0)
		if unit.role != roleRow {
			return 0, v, r.unexpected(UnknownPhrase)
		}
		column = unit.num == 1
		r.at++
	default:
		return 0, v, r.unexpected(UnknownPhrase)
	}
	if n < 1 {
		return 0, v, r.fail(UnknownPhrase, int(t.start))
	}
	if r.token(0).role == roleFrom && r.token(1).role == roleDet {
		edge := r.token(2)
		if edge.role != roleDir || edge.flags&flagNoun != 0 || (edge.cols != 0) != column || (edge.rows != 0) == column || last {
			r.at += 2
			return 0, v, r.unexpected(UnknownPhrase)
		}
		last = edge.rows+edge.cols > 0
		r.at += 3
	}
	x := n - 1
	said = frameRow
	if column {
		said = frameCol
	}
	if last {
		x, said = -x, said<<2
	}
	return said, layout.Interval{Lo: x, Hi: x}, true
}

// framedBy notes where on the grid the subjects are.
func (r *Reader) framedBy(t *readToken, said frameSaid, v layout.Interval) bool {
	if !r.said.empty() || len(r.groups) > 0 {
		return r.fail(AmbiguousDirection, int(t.start))
	}
	if !r.frameSays.add(said, v) {
		return r.fail(Contradiction, int(t.start))
	}
	if r.ofGrid() {
		r.takeGrid()
	}
	return true
}

// gridEdge reads "row" after "top".
func (r *Reader) gridEdge(t *readToken, rel relation) bool {
	unit := r.token(0)
	column := unit.num == 1
	if rel.rows != 0 && rel.cols != 0 || column != (rel.cols != 0) || t.flags&flagNoun != 0 || t.num != 0 && t.role == roleDir || t.role == roleHigher {
		return r.unexpected(UnknownPhrase)
	}
	r.at++
	r.words(t)
	return r.framedBy(t, edgeOf(rel), layout.Interval{})
}

// edgeOf is the first or last row or column of the grid on a side.
func edgeOf(rel relation) frameSaid {
	said := frameRow
	if rel.cols != 0 {
		said = frameCol
	}
	if rel.rows+rel.cols > 0 {
		said <<= 2
	}
	return said
}

// cornerOfGrid notes that the subjects are in this corner.
func (r *Reader) cornerOfGrid(rel relation) bool {
	r.cornered = true
	if !r.frameSays.add(edgeOf(relation{rows: rel.rows}), layout.Interval{}) ||
		!r.frameSays.add(edgeOf(relation{cols: rel.cols}), layout.Interval{}) {
		return r.fail(Contradiction, r.saidAt)
	}
	return true
}

// frameCorner makes a corner without a landmark one of the grid; false where it may be that of an object.
func (r *Reader) frameCorner() bool {
	if r.said.flags&^relCorner != 0 || r.puts > 1 || r.anchor != nobodyHere || r.center != nobodyHere || r.paired != noPair || r.owner != nobodyHere {
		return false
	}
	if !r.cornerOfGrid(r.said) {
		return false
	}
	r.said = relation{}
	return true
}

// someCorner reads "corner of the grid", which leaves open what corner it is.
func (r *Reader) someCorner() bool {
	t := r.token(0)
	if !r.said.empty() || len(r.groups) > 0 || t.num != 0 || r.token(-1).flags&flagA == 0 {
		return r.unexpected(AmbiguousDirection)
	}
	r.at++
	if r.ofGrid() {
		r.takeGrid()
	}
	r.frameSays.said |= frameCorner
	return true
}

// oneOf reads "one of the top two rows" and "one of the four corners".
func (r *Reader) oneOf() bool {
	t := r.token(0)
	r.at += 2
	if r.token(0).role != roleDet {
		return r.unexpected(UnknownPhrase)
	}
	r.at++
	if first, second := r.token(0), r.token(1); first.role == roleCorner || first.role == roleNumber && first.num == 4 && second.role == roleCorner {
		if first.role == roleNumber {
			r.at++
		}
		if r.token(0).num != 1 || !r.said.empty() || len(r.groups) > 0 {
			return r.unexpected(UnknownPhrase)
		}
		r.at++
		if r.ofGrid() {
			r.takeGrid()
		}
		r.frameSays.said |= frameCorner
		return true
	}
	edge, n, ok := r.token(0), 0, true
	if edge.role == roleNumber { // "one of the two leftmost columns"
		n, ok = r.number()
		edge = r.token(0)
		r.at++
	} else {
		r.at++
		n, ok = r.number()
	}
	unit := r.token(0)
	if !ok || n < 1 || unit.role != roleRow {
		return r.unexpected(UnknownPhrase)
	}
	rel := relation{rows: edge.rows, cols: edge.cols}
	switch {
	case edge.role == roleOrdinal && edge.num == 1, edge.role == roleLast:
		side := int8(-1)
		if edge.role == roleLast {
			side = 1
		}
		if rel.rows = side; unit.num == 1 {
			rel = relation{cols: side}
		}
	case edge.role != roleDir && edge.role != roleMost, edge.flags&flagNoun != 0, rel.rows != 0 && rel.cols != 0,
		(rel.cols != 0) != (unit.num == 1):
		return r.unexpected(UnknownPhrase)
	}
	r.at++
	v := layout.Interval{Lo: 0, Hi: n - 1}
	if rel.rows+rel.cols > 0 {
		v = layout.Interval{Lo: 1 - n, Hi: 0}
	}
	return r.framedBy(t, edgeOf(rel), v)
}

// boundByGrid reads the row or column of the grid that a bound is measured from; done is false when none stands here.
func (r *Reader) boundByGrid(vertical bool, v layout.Interval) (ok, done bool) {
	t := r.token(0)
	k := 0
	if t.role == roleDet {
		k = 1
	}
	var said frameSaid
	var at layout.Interval
	switch edge := r.token(k); edge.role {
	case roleDir, roleMost:
		if k == 0 || r.token(2).role != roleRow || edge.flags&flagNoun != 0 || (edge.cols != 0) != (r.token(2).num == 1) {
			return false, false
		}
		said = edgeOf(relation{rows: edge.rows, cols: edge.cols})
		r.at += 3
	case roleRow, roleOrdinal, roleLast:
		if edge.role == roleRow && r.token(k+1).role != roleNumber {
			return false, false
		}
		r.at += k
		if said, at, ok = r.line(); !ok {
			return false, true
		}
	default:
		return false, false
	}
	if vertical != (said&(frameRow|frameLastRow) != 0) {
		return r.fail(Contradiction, int(t.start)), true
	}
	return r.framedBy(t, said, v.Add(at)), true
}

// ofGrid reports whether "of the grid" stands here.
func (r *Reader) ofGrid() bool {
	role := r.token(0).role
	if role != roleOf && role != roleOn {
		return false
	}
	return r.token(1).role == roleDet && r.token(2).role == roleGrid && r.token(1).flags&flagA == 0
}

func (r *Reader) takeGrid() { r.at += 3 }

// isGridPhrase reports whether "a 5 by 5 grid" or "the grid" stands at the k-th token.
func (r *Reader) isGridPhrase(k int) bool {
	if r.token(k).role == roleDet {
		k++
	}
	if r.token(k).role == roleNumber && r.token(k+1).role == roleBy && r.token(k+2).role == roleNumber {
		k += 3
	}
	return r.token(k).role == roleGrid
}

// gridPhrase reads "on a 5 by 5 grid".
func (r *Reader) gridPhrase() bool {
	r.at++
	if r.token(0).role == roleDet {
		r.at++
	}
	if r.token(0).role == roleNumber {
		if !r.bySize() {
			return false
		}
	}
	r.at++ // "grid"
	if role := r.token(0).role; role == roleOf || role == roleWith {
		if n := r.token(1); n.role == roleNumber && r.token(2).role == roleRow {
			r.at++
			if !r.rowsAndColumns() {
				return false
			}
		}
	}
	r.setting |= setGrid
	return true
}

// bySize reads "5 by 4", the rows first.
func (r *Reader) bySize() bool {
	t := r.token(0)
	rows, ok := r.number()
	if !ok {
		return false
	}
	if r.token(0).role != roleBy {
		return r.unexpected(UnknownPhrase)
	}
	r.at++
	cols, ok := r.number()
	return ok && r.world(t, rows, cols)
}

// world notes the size of the grid; 0 is not said.
func (r *Reader) world(t *readToken, rows, cols int) bool {
	w := &r.d.World
	if rows > layout.MaxSide || cols > layout.MaxSide {
		return r.fail(UnknownPhrase, int(t.start))
	}
	if rows > 0 && w.Rows > 0 && rows != w.Rows || cols > 0 && w.Cols > 0 && cols != w.Cols {
		return r.fail(Contradiction, int(t.start))
	}
	if rows > 0 {
		w.Rows = rows
	}
	if cols > 0 {
		w.Cols = cols
	}
	return true
}

// rowsAndColumns reads "4 rows and 5 columns", in either order, or one of them.
func (r *Reader) rowsAndColumns() bool {
	for range 2 {
		t := r.token(0)
		n, ok := r.number()
		if !ok {
			return false
		}
		unit := r.token(0)
		if unit.role != roleRow || n < 1 {
			return r.unexpected(UnknownPhrase)
		}
		r.at++
		rows, cols := n, 0
		if unit.num == 1 {
			rows, cols = 0, n
		}
		if !r.world(t, rows, cols) {
			return false
		}
		if r.token(0).role != roleAnd || r.token(1).role != roleNumber {
			break
		}
		r.at++
	}
	return true
}

// gridSentence reads a sentence about the grid: "The grid has 4 rows and 5 columns." It also takes "On a 5 by 5 grid,"
// before a clause. done is false when a clause follows.
func (r *Reader) gridSentence() (done, ok bool) {
	k := 0
	if r.token(k).role == roleDet {
		k++
	}
	if r.token(k).role == roleGrid && (k > 0 || r.names.open) {
		switch next := r.token(k + 1); {
		case next.role == roleHas && r.token(k+2).role == roleNumber:
			r.at += k + 2
			return true, r.rowsAndColumns()
		case next.role == roleIs && r.token(k+2).role == roleNumber && r.token(k+3).role == roleBy:
			r.at += k + 2
			return true, r.bySize()
		case next.role == roleIs && r.token(k+2).role == roleNumber && r.token(k+3).role == roleRow:
			r.at += k + 2
			return true, r.rowsBy()
		}
		return false, true
	}
	t := r.token(0)
	if t.role == roleThere && r.token(1).role == roleIs && r.token(2).role == roleNumber && r.token(3).role == roleRow {
		r.at += 2
		return true, r.rowsAndColumns()
	}
	if t.role == roleOn && r.isGridPhrase(1) {
		if !r.gridPhrase() {
			return true, false
		}
		if r.token(0).role == roleComma {
			r.at++
		}
	}
	return false, true
}

// rowsBy reads "4 rows by 5 columns".
func (r *Reader) rowsBy() bool {
	for i := range 2 {
		t := r.token(0)
		n, ok := r.number()
		if !ok {
			return false
		}
		unit := r.token(0)
		if unit.role != roleRow || int(unit.num) != i || n < 1 {
			return r.unexpected(UnknownPhrase)
		}
		r.at++
		if i == 0 {
			if r.token(0).role != roleBy {
				return r.unexpected(UnknownPhrase)
			}
			r.at++
			ok = r.world(t, n, 0)
		} else {
			ok = r.world(t, 0, n)
		}
		if !ok {
			return false
		}
	}
	return true
}
