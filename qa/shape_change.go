package qa

import (
	"fmt"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// Turn asks about the figure or the matrix moved by a symmetry. Letters are turned only where the question allows it, and never mirrored; of
// shapes the options change with it.
func (q Shape) Turn(s layout.Symmetry) (Instance, bool) {
	switch {
	case !q.asked():
		return nil, false
	case q.Asks <= ShapeCount:
		q.Figure = q.Figure.Transform(s)
		return q, true
	case q.Asks == ShapeGlyph && s != 0 && (s.Mirrors() || !q.Turned), q.Asks == ShapeLetter:
		return nil, false
	}
	q.Hidden = dotsMoved(q.Hidden, s, q.Matrix.Rows, q.Matrix.Cols)
	q.Matrix = q.Matrix.Transform(s)
	if q.Asks == ShapeName {
		options := make([]int, len(q.Options))
		for i, k := range q.Options {
			options[i] = int(layout.Shape(k).Transform(s))
		}
		q.Options = options
	}
	return q, true
}

// Contrast counts the dots that are not set instead of those that are, and the other way round.
func (q Shape) Contrast() (Instance, bool) {
	if !q.asked() || q.Asks != ShapeCount {
		return nil, false
	}
	q.Unset = !q.Unset
	return q, true
}

// Pieces returns the number of dots of the matrix that is shown, 0 where none is: a letter to be drawn needs all that is said.
func (q Shape) Pieces() int {
	if !q.asked() || q.Asks <= ShapeCount || q.Asks == ShapeLetter {
		return 0
	}
	return len(q.Matrix.Dots)
}

// Without hides a dot of the matrix, which may be told from the others.
func (q Shape) Without(piece int) (Instance, error) {
	if !q.asked() || piece < 0 || piece >= q.Pieces() {
		return nil, unsuitable("shape", "there is no such piece")
	}
	more, ok := hide(q.Hidden, piece, q.Matrix.Rows, q.Matrix.Cols)
	if !ok {
		return nil, unsuitable("shape", "there is no such piece")
	}
	right := q.solve()
	if q.Hidden = more; right == "" || q.solve() != right {
		return nil, unsuitable("shape", "more than one option may be right then")
	}
	return q, nil
}

// AppendRationale appends how many dots are set after each shape, or each row of a letter to be drawn; of a matrix the place and size of what is drawn.
func (q Shape) AppendRationale(dst []byte) []byte {
	if !q.asked() {
		return dst
	}
	if q.Asks == ShapeLetter {
		for i, row := range strings.Split(Dots{q.Matrix}.String(), "\n") {
			if i > 0 {
				dst = append(dst, '\n')
			}
			dst = fmt.Appendf(dst, "Row %d: %s", i+1, row)
		}
		return dst
	}
	if q.Asks >= ShapeGlyph {
		var set []layout.Cell
		for i, on := range q.Matrix.Dots {
			if on {
				set = append(set, layout.Cell{Row: i / q.Matrix.Cols, Col: i % q.Matrix.Cols})
			}
		}
		return append(appendBox(append(dst, "The dots that are set take up "...), layout.BoxAround(set)), '.')
	}
	for i := range q.Figure.Strokes {
		if i > 0 {
			dst = append(dst, '\n')
		}
		f := *q.Figure
		f.Strokes = f.Strokes[:i+1]
		if n := f.Matrix().Count(); n == 1 {
			dst = fmt.Appendf(dst, "After step %d, 1 dot is set.", i+1)
		} else {
			dst = fmt.Appendf(dst, "After step %d, %d dots are set.", i+1, n)
		}
	}
	return dst
}
