package layout

import "github.com/gridscribe/gridscribe/layout/seed"

// SampleStroke draws a shape and where in so many rows and columns it lies, at least 3 each; it fills up to
// seven of both.
func SampleStroke(rows, cols int, src seed.Source) Stroke {
	s := Stroke{Shape: Shape(src.Intn(Shapes))}
	most := min(rows, cols, 7)
	side := 3 + src.Intn(most-2)
	switch s.Shape {
	case FilledBox:
		s.Box = Box{Rows: 2 + src.Intn(min(rows, 7)-1), Cols: 2 + src.Intn(min(cols, 7)-1)}
	case HollowBox:
		s.Box = Box{Rows: 3 + src.Intn(min(rows, 7)-2), Cols: 3 + src.Intn(min(cols, 7)-2)}
	case LevelLine:
		s.Box = Box{Rows: 1, Cols: side}
	case UprightLine:
		s.Box = Box{Rows: side, Cols: 1}
	case PlusSign:
		side -= 1 - side%2
		s.Box = Box{Rows: side, Cols: side}
	default:
		s.Box = Box{Rows: side, Cols: side}
	}
	s.Row, s.Col = src.Intn(rows-s.Rows+1), src.Intn(cols-s.Cols+1)
	return s
}
