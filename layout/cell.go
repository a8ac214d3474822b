package layout

import "cmp"

// Cell is a place on a grid. Row 0 is the top (north) row and rows grow downward; columns grow rightward from 0.
// The zero Cell is the top-left corner.
type Cell struct{ Row, Col int }

// Relation returns the direction of c as seen from relatum: N when c is in the same column and a smaller row.
func (c Cell) Relation(relatum Cell) Cardinal {
	return cardinalBySigns[cmp.Compare(c.Row, relatum.Row)+1][cmp.Compare(c.Col, relatum.Col)+1]
}

// Entity is a named thing that fills one cell.
type Entity struct {
	Name string
	At   Cell
}
