package audit

// turn is one of the eight symmetries of the square: bit 0 swaps rows and columns, then bit 1 turns top to bottom and
// bit 2 left to right.
type turn uint8

const turns = 8

// vector moves a step of so many rows and columns.
func (t turn) vector(rows, cols int) (int, int) {
	if t&1 != 0 {
		rows, cols = cols, rows
	}
	if t&2 != 0 {
		rows = -rows
	}
	if t&4 != 0 {
		cols = -cols
	}
	return rows, cols
}

// size returns the size of a moved grid.
func (t turn) size(rows, cols int) (int, int) {
	if t&1 != 0 {
		return cols, rows
	}
	return rows, cols
}

// cell moves a cell of a grid of a size; cells beyond it move along.
func (t turn) cell(row, col, rows, cols int) (int, int) {
	rows, cols = t.size(rows, cols)
	if t&1 != 0 {
		row, col = col, row
	}
	if t&2 != 0 {
		row = rows - 1 - row
	}
	if t&4 != 0 {
		col = cols - 1 - col
	}
	return row, col
}

// from returns the cell of a grid of a size that is moved to a cell.
func (t turn) from(row, col, rows, cols int) (int, int) {
	rows, cols = t.size(rows, cols)
	if t&2 != 0 {
		row = rows - 1 - row
	}
	if t&4 != 0 {
		col = cols - 1 - col
	}
	if t&1 != 0 {
		return col, row
	}
	return row, col
}
