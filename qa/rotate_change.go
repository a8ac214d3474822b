package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// Turn asks about the matrix or the map moved by a symmetry, the options with it. What is done then stays.
func (q Rotate) Turn(s layout.Symmetry) (Instance, bool) {
	if !q.asked() {
		return nil, false
	}
	if q.onMap() {
		q.Map = q.Map.Transform(s)
		return q, true
	}
	q.Hidden = dotsMoved(q.Hidden, s, q.Matrix.Rows, q.Matrix.Cols)
	q.Matrix = q.Matrix.Transform(s)
	q.Options = q.moved(s)
	return q, true
}

// moved returns the options moved by a symmetry.
func (q Rotate) moved(s layout.Symmetry) []*layout.Matrix {
	moved := make([]*layout.Matrix, len(q.Options))
	for i, o := range q.Options {
		moved[i] = o.Transform(s)
	}
	return moved
}

// Contrast asks for the mirror image instead of the turned shape, all options mirrored, or turns the other way; there is none where nothing is
// turned by a quarter.
func (q Rotate) Contrast() (Instance, bool) {
	if !q.asked() {
		return nil, false
	}
	if q.Asks == RotateOption {
		q.Mirrored = !q.Mirrored
		q.Options = q.moved(mirrorSides)
		return q, true
	}
	steps := slices.Clone(q.Steps)
	for i, s := range steps {
		switch s {
		case layout.Turn(1):
			steps[i] = layout.Turn(3)
		case layout.Turn(3):
			steps[i] = layout.Turn(1)
		}
	}
	if slices.Equal(steps, q.Steps) || composed(steps) == 0 {
		return nil, false
	}
	q.Steps = steps
	return q, true
}

// Pieces returns the number of dots, or of cells of the map.
func (q Rotate) Pieces() int {
	switch {
	case q.onMap():
		return q.Map.Rows * q.Map.Cols
	case q.asked():
		return len(q.Matrix.Dots)
	}
	return 0
}

// Without hides a dot or a cell. A drawing needs every dot; the shape may be recognised without one, and where a thing of the map comes to
// stand depends on no other cell than its own.
func (q Rotate) Without(piece int) (Instance, error) {
	if !q.asked() || piece < 0 || piece >= q.Pieces() {
		return nil, unsuitable("rotate", "there is no such piece")
	}
	if q.onMap() {
		rest := q.Map.Without(q.Map.Cell(piece))
		if rest.ThingNamed(q.Thing) < 0 {
			return nil, unsuitable("rotate", "the thing is hidden")
		}
		q.Map = rest
		return q, nil
	}
	if q.Asks == RotateDraw {
		return nil, unsuitable("rotate", "every dot is needed for a drawing")
	}
	more, ok := hide(q.Hidden, piece, q.Matrix.Rows, q.Matrix.Cols)
	if !ok {
		return nil, unsuitable("rotate", "there is no such piece")
	}
	right := q.solve()
	if q.Hidden = more; right == "" || q.solve() != right {
		return nil, unsuitable("rotate", "more than one option may be right then")
	}
	return q, nil
}

// AppendRationale appends where the thing or the matrix is after each step, or what each option is.
func (q Rotate) AppendRationale(dst []byte) []byte {
	if !q.asked() {
		return dst
	}
	if q.Asks == RotateOption {
		for i, o := range q.Options {
			if i > 0 {
				dst = append(dst, '\n')
			}
			what := "another shape"
			switch {
			case q.Matrix.Turned(o):
				what = "the shape turned"
			case q.Matrix.Transform(mirrorSides).Turned(o):
				what = "a mirror image of the shape"
			}
			dst = fmt.Appendf(dst, "Option %c is %s.", 'A'+i, what)
		}
		return dst
	}
	done := layout.Symmetry(0)
	if q.onMap() {
		dst = fmt.Appendf(dst, "%s is at %v.", capital(q.Thing), q.place(0))
	}
	for i, s := range q.Steps {
		done = layout.Compose(done, s)
		if q.onMap() {
			dst = fmt.Appendf(dst, "\nWhen the map is %s, it is at %v.", stepWordsOf(s), q.place(done))
			continue
		}
		if i > 0 {
			dst = append(dst, '\n')
		}
		dst = fmt.Appendf(dst, "The matrix %s:\n", stepWordsOf(s))
		dst = scene.AppendMatrix(dst, q.Matrix.Transform(done))
	}
	return dst
}
