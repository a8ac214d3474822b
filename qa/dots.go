package qa

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// Dots answers a request to draw a matrix. The zero Dots has none and is no answer.
type Dots struct{ *layout.Matrix }

// String returns the matrix as rows of # and . .
func (d Dots) String() string { return string(scene.AppendMatrix(nil, d.Matrix)) }

// Equal reports whether other is a matrix of the same size with the same dots.
func (d Dots) Equal(other Answer) bool {
	o, ok := other.(Dots)
	return ok && d.Matrix.Equal(o.Matrix)
}

func (Dots) sealed() {}

// readDots reads the matrix that a response draws. Of several the last counts, for steps towards the answer may be drawn before it.
func readDots(response string) (Dots, error) {
	if len(response) > mostResponse {
		return Dots{}, errLong
	}
	if strings.Contains(response, "?") {
		return Dots{}, errQuestion
	}
	response = strings.NewReplacer("<answer>", "\n", "</answer>", "\n", "],[", "]\n[", "], [", "]\n[",
		`", "`, "\"\n\"", `","`, "\"\n\"").Replace(response) // a list may be one line
	m, err := scene.ParseMatrix(response)
	if err != nil {
		return Dots{}, err
	}
	drawn := false // a row stands before
	for line := range strings.Lines(response) {
		if isDots(line) {
			drawn = true
			continue
		}
		if err := hedged(line); err != nil {
			return Dots{}, err
		}
		if drawn {
			if err := negated(line); err != nil {
				return Dots{}, err
			}
		}
	}
	return Dots{m}, nil
}

// isDots reports whether a line has nothing but dots, and one at least.
func isDots(line string) bool {
	line = strings.Trim(line, " \t\r\n")
	return line != "" && strings.Trim(line, "#.01█░ \t,|[]\"`") == ""
}

// gradeDots grades a drawing. The reward of a wrong one is the share of the dots set in it or in the right one that are set in both, and
// nothing where the size is another.
func gradeDots(given, right Dots) Verdict {
	v := Verdict{FormatOK: true, Extracted: given.String()}
	switch {
	case right.Matrix == nil:
		return Verdict{Reason: "nothing was asked"}
	case given.Rows != right.Rows || given.Cols != right.Cols:
		v.Reason = fmt.Sprintf("%d rows and %d columns are drawn; right are %d and %d", given.Rows, given.Cols, right.Rows, right.Cols)
	case given.Matrix.Equal(right.Matrix):
		v.Correct, v.Reward = true, 1
	default:
		both, either := 0, 0
		for i, on := range given.Dots {
			if on && right.Dots[i] {
				both++
			}
			if on || right.Dots[i] {
				either++
			}
			if on != right.Dots[i] && v.Reason == "" {
				v.Reason = fmt.Sprintf("row %d, column %d is wrong", i/given.Cols+1, i%given.Cols+1)
			}
		}
		v.Reward = float64(both) / float64(either)
	}
	return v
}

// verifyDots grades a response that draws a matrix.
func verifyDots(response string, right Dots) Verdict {
	given, err := readDots(response)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return gradeDots(given, right)
}

// appendMatrix appends a matrix as a medium shows it, its hidden dots as question marks or named.
func appendMatrix(dst []byte, m *layout.Matrix, hidden []layout.Cell, medium Medium) []byte {
	if medium == AsText || medium == AsBoth {
		dst = fmt.Appendf(dst, "The matrix has %d rows and %d columns; row 1 is at the top, column 1 on the left.", m.Rows, m.Cols)
		var set []layout.Cell
		for i, on := range m.Dots {
			if c := (layout.Cell{Row: i / m.Cols, Col: i % m.Cols}); on && !slices.Contains(hidden, c) {
				set = append(set, c)
			}
		}
		if len(set) == 0 {
			dst = append(dst, " No dot is set"...)
		} else {
			dst = append(dst, " Dots are set at "...)
			dst = append(describe.AppendCells(dst, set), ", and at no other cell"...)
		}
		if len(hidden) > 0 {
			dst = append(dst, ", but nothing is known of "...)
			dst = describe.AppendCells(dst, hidden)
		}
		dst = append(dst, '.')
		if medium == AsText {
			return dst
		}
		dst = append(dst, "\n\n"...)
	}
	start := len(dst)
	dst = scene.AppendMatrix(dst, m)
	for _, c := range hidden {
		if m.Has(c) {
			dst[start+c.Row*(m.Cols+1)+c.Col] = scene.HiddenMark
		}
	}
	return dst
}

// appendDotMarks appends what the characters of drawn matrices mean.
func appendDotMarks(dst []byte, hidden []layout.Cell) []byte {
	dst = append(dst, "In drawings # is a dot that is set, . one that is not"...)
	if len(hidden) > 0 {
		dst = append(dst, ", ? one of which nothing is known"...)
	}
	return append(dst, '.')
}

// isWhole reports whether a matrix has as many dots as its size says.
func isWhole(m *layout.Matrix) bool {
	return m != nil && m.Rows > 0 && m.Cols > 0 && len(m.Dots) == m.Rows*m.Cols
}

// hide returns hidden cells with one more, in reading order; ok is false where it is hidden already or lies beyond the matrix.
func hide(hidden []layout.Cell, piece, rows, cols int) (more []layout.Cell, ok bool) {
	if piece < 0 || piece >= rows*cols {
		return hidden, false
	}
	c := layout.Cell{Row: piece / cols, Col: piece % cols}
	if slices.Contains(hidden, c) {
		return hidden, false
	}
	more = append(slices.Clone(hidden), c)
	layout.SortCells(more)
	return more, true
}

// dotsMoved returns cells moved by a symmetry, in reading order.
func dotsMoved(cells []layout.Cell, s layout.Symmetry, rows, cols int) []layout.Cell {
	moved := slices.Clone(cells)
	for i := range moved {
		moved[i] = s.Cell(moved[i], rows, cols)
	}
	layout.SortCells(moved)
	return moved
}
