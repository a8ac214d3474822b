package layout

// Symmetry is one of the eight symmetries of the square: bit 0 swaps rows and columns, then bit 1 turns top to bottom
// and bit 2 turns left to right. The zero value leaves everything in place.
type Symmetry uint8

// Symmetries is the number of symmetries.
const Symmetries = 8

const (
	transposed Symmetry = 1 << iota
	flippedRows
	flippedCols
)

// Cell moves a cell of a grid with so many rows and columns.
func (s Symmetry) Cell(c Cell, rows, cols int) Cell {
	if s&transposed != 0 {
		c.Row, c.Col, rows, cols = c.Col, c.Row, cols, rows
	}
	if s&flippedRows != 0 {
		c.Row = rows - 1 - c.Row
	}
	if s&flippedCols != 0 {
		c.Col = cols - 1 - c.Col
	}
	return c
}

// Cardinal returns the relation that two cells have after the move, when they had c before.
func (s Symmetry) Cardinal(c Cardinal) Cardinal {
	rows, cols := c.Signs()
	if s&transposed != 0 {
		rows, cols = cols, rows
	}
	if s&flippedRows != 0 {
		rows = -rows
	}
	if s&flippedCols != 0 {
		cols = -cols
	}
	return CardinalOf(rows, cols)
}

// Turn returns the symmetry that turns by so many quarters clockwise; negative ones turn the other way.
func Turn(quarters int) Symmetry {
	return [4]Symmetry{0, transposed | flippedCols, flippedRows | flippedCols, transposed | flippedRows}[quarters&3]
}

// Mirrors reports whether the symmetry turns the plane over, as a mirror does, so that right-handed shapes become left-handed.
func (s Symmetry) Mirrors() bool { return (s>>2^s>>1^s)&1 == 1 }
