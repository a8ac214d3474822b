package layout

import "fmt"

// World is what a text takes for granted about the grid. The zero World is without end, and no two objects share a cell:
// Text2Space's world. StepGame's is World{Sharing: true}.
type World struct {
	Rows, Cols int  // the size of the grid, each from 1 to MaxSide; 0 stands for no end
	Sharing    bool // objects may share a cell
}

// MaxSide is the largest number of rows or columns of a bounded grid, and the largest distance that a Measured fact may
// name.
const MaxSide = 1 << 20

// Bounded reports whether the grid has a known number of rows or columns.
func (w World) Bounded() bool { return w.Rows > 0 || w.Cols > 0 }

// Validate reports a side outside its range.
func (w World) Validate() error {
	if w.Rows < 0 || w.Rows > MaxSide || w.Cols < 0 || w.Cols > MaxSide {
		return fmt.Errorf("layout: a grid of %d rows and %d columns; 1 to %d each are allowed, or 0 for no end", w.Rows, w.Cols, MaxSide)
	}
	return nil
}
