package layout

import "fmt"

// Figure is what shapes make of an empty matrix when they are drawn one after the other. The zero Figure has no dots.
type Figure struct {
	Rows, Cols int
	Strokes    []Stroke
}

// Stroke is a shape that is drawn somewhere, or whose dots are cleared.
type Stroke struct {
	Shape Shape
	Box        // that it just fills
	Clear bool // its dots are cleared
}

// Shape is a shape that its box determines. The zero value is FilledBox.
type Shape uint8

// The shapes. All but the first four fill squares.
const (
	FilledBox       Shape = iota // all dots of 2 rows and columns at least
	HollowBox                    // the border of 3 rows and columns at least
	LevelLine                    // one row of 3 dots at least
	UprightLine                  // one column of 3 dots at least
	PlusSign                     // the middle row and column of an odd side of 3 at least
	Cross                        // both diagonals of a side of 3 at least
	FallingLine                  // the diagonal from the top left, of 3 dots at least
	RisingLine                   // the diagonal from the bottom left, of 3 dots at least
	TriangleTopLeft              // half a square of a side of 3 at least with its diagonal, the right angle at the top left
	TriangleTopRight
	TriangleBottomLeft
	TriangleBottomRight
)

// Shapes is the number of shapes.
const Shapes = 12

// At reports whether a shape that fills so many rows and columns has a dot at a cell of these.
func (s Shape) At(c Cell, rows, cols int) bool {
	r, k := c.Row, c.Col
	switch s {
	case FilledBox, LevelLine, UprightLine:
		return true
	case HollowBox:
		return r == 0 || k == 0 || r == rows-1 || k == cols-1
	case PlusSign:
		return r == rows/2 || k == cols/2
	case Cross:
		return r == k || r+k == rows-1
	case FallingLine:
		return r == k
	case RisingLine:
		return r+k == rows-1
	case TriangleTopLeft:
		return r+k < rows
	case TriangleTopRight:
		return r <= k
	case TriangleBottomLeft:
		return k <= r
	case TriangleBottomRight:
		return r+k >= rows-1
	}
	return false
}

// Fills reports whether the shape can fill so many rows and columns.
func (s Shape) Fills(rows, cols int) bool {
	switch s {
	case FilledBox:
		return rows >= 2 && cols >= 2
	case HollowBox:
		return rows >= 3 && cols >= 3
	case LevelLine:
		return rows == 1 && cols >= 3
	case UprightLine:
		return cols == 1 && rows >= 3
	case PlusSign:
		return rows == cols && rows >= 3 && rows%2 == 1
	}
	return s < Shapes && rows == cols && rows >= 3
}

// Transform returns what the shape becomes when it is moved by a symmetry.
func (s Shape) Transform(sym Symmetry) Shape {
	switch {
	case s == LevelLine || s == UprightLine:
		if sym&transposed != 0 {
			return LevelLine + UprightLine - s
		}
	case s == FallingLine || s == RisingLine:
		if (sym>>1^sym>>2)&1 == 1 {
			return FallingLine + RisingLine - s
		}
	case s >= TriangleTopLeft && s < Shapes:
		// The corner moves as a cell of a grid of two rows and columns does.
		k := int(s - TriangleTopLeft)
		c := sym.Cell(Cell{k / 2, k % 2}, 2, 2)
		return TriangleTopLeft + Shape(2*c.Row+c.Col)
	}
	return s
}

// Is reports whether all dots of a matrix together are the shape, wherever it lies.
func (s Shape) Is(m *Matrix) bool {
	m = m.Cropped()
	if !s.Fills(m.Rows, m.Cols) {
		return false
	}
	for i, on := range m.Dots {
		if on != s.At(Cell{i / m.Cols, i % m.Cols}, m.Rows, m.Cols) {
			return false
		}
	}
	return true
}

// Matrix draws the figure.
func (f *Figure) Matrix() *Matrix {
	m := NewMatrix(f.Rows, f.Cols)
	for _, s := range f.Strokes {
		for r := range s.Rows {
			for c := range s.Cols {
				if s.Shape.At(Cell{r, c}, s.Rows, s.Cols) {
					m.Set(Cell{s.Row + r, s.Col + c}, !s.Clear)
				}
			}
		}
	}
	return m
}

// Transform returns a copy moved by a symmetry.
func (f *Figure) Transform(sym Symmetry) *Figure {
	c := &Figure{Rows: f.Rows, Cols: f.Cols, Strokes: make([]Stroke, len(f.Strokes))}
	if sym&transposed != 0 {
		c.Rows, c.Cols = f.Cols, f.Rows
	}
	for i, s := range f.Strokes {
		a := sym.Cell(Cell{s.Row, s.Col}, f.Rows, f.Cols)
		b := sym.Cell(Cell{s.Row + s.Rows - 1, s.Col + s.Cols - 1}, f.Rows, f.Cols)
		c.Strokes[i] = Stroke{s.Shape.Transform(sym), BoxAround([]Cell{a, b}), s.Clear}
	}
	return c
}

// Validate reports the first thing that is wrong: more than [MaxMapSide] rows or columns, a shape that cannot fill its box, or one that is not
// wholly inside.
func (f *Figure) Validate() error {
	if f.Rows < 0 || f.Cols < 0 || f.Rows > MaxMapSide || f.Cols > MaxMapSide {
		return fmt.Errorf("layout: a figure of %d rows and %d columns; 0 to %d are allowed", f.Rows, f.Cols, MaxMapSide)
	}
	for i, s := range f.Strokes {
		if !s.Shape.Fills(s.Rows, s.Cols) {
			return fmt.Errorf("layout: shape %d of stroke %d cannot fill %d rows and %d columns", s.Shape, i, s.Rows, s.Cols)
		}
		if s.Row < 0 || s.Col < 0 || s.Rows > f.Rows-s.Row || s.Cols > f.Cols-s.Col {
			return fmt.Errorf("layout: stroke %d is not wholly inside", i)
		}
	}
	return nil
}
