package qa

import (
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// Turn asks about the map turned, cut in the same way.
func (j Jigsaw) Turn(s layout.Symmetry) (Instance, bool) {
	if j.answer == nil {
		return nil, false
	}
	if s.Cell(layout.Cell{Row: 1}, 2, 2).Row == s.Cell(layout.Cell{}, 2, 2).Row {
		j.Rows, j.Cols = j.Cols, j.Rows // rows became columns
	}
	j.Views = turnedViews(j.Views, s)
	return j, j.solve() == nil
}

// Contrast asks for the order by columns instead of rows or the other way round, or for the offset of the other crop.
func (j Jigsaw) Contrast() (Instance, bool) {
	if j.answer == nil {
		return nil, false
	}
	j.ByColumns = !j.ByColumns
	j.View, j.Against = j.Against, j.View
	return j, j.solve() == nil
}

// Pieces returns the number of cells of all tiles or crops.
func (j Jigsaw) Pieces() int { return viewPieces(j.Views) }

// Without hides a cell of a tile or crop.
func (j Jigsaw) Without(piece int) (Instance, error) {
	part, cell, ok := pieceOfViews(j.Views, piece)
	if !ok || j.answer == nil {
		return nil, unsuitable(j.Family(), "there is no such cell")
	}
	j.Views = viewsWithout(j.Views, part, cell)
	if err := j.solve(); err != nil {
		return nil, err
	}
	return j, nil
}

// AppendRationale appends which edges are the same, or which parts of the crops are.
func (j Jigsaw) AppendRationale(dst []byte) []byte {
	switch want := j.answer.(type) {
	case Offset:
		a, b := j.Views[j.Against], j.Views[j.View]
		// The shared rectangle as the two count its rows and columns.
		top, left := max(0, want.Rows), max(0, want.Cols)
		rows, cols := min(a.Rows, want.Rows+b.Rows)-top, min(a.Cols, want.Cols+b.Cols)-left
		part := func(row, col, crop int) {
			dst = appendSpans(dst, "row", row, rows)
			dst = appendSpans(append(dst, ", "...), "column", col, cols)
			dst = appendNumbered(append(dst, " of "...), "crop", crop+1)
		}
		dst = append(dst, "The same is shown by "...)
		part(top, left, j.Against)
		dst = append(dst, " and by "...)
		part(top-want.Rows, left-want.Cols, j.View)
		return append(dst, '.')
	case Sequence:
		pictures := make([]string, len(j.Views))
		for i, v := range j.Views {
			pictures[i] = pictureOf(v).Marks
		}
		rows, cols := j.Views[0].Rows, j.Views[0].Cols
		edge := func(a, b int, of, is string, n, from, step, to int) {
			if len(dst) > 0 && dst[len(dst)-1] == '.' {
				dst = append(dst, '\n')
			}
			dst = append(append(append(append(dst, of...), " of tile "...), tileNames[a]...), ", "...)
			for k := range n {
				mark := pictures[a][from+k*step]
				if mark == scene.HiddenMark {
					mark = pictures[b][to+k*step]
				}
				dst = append(dst, mark)
			}
			dst = append(append(append(append(append(dst, ", is "...), is...), " of tile "...), tileNames[b]...), '.')
		}
		for i, tile := range j.order {
			if i%j.Cols+1 < j.Cols {
				edge(tile, j.order[i+1], "The right column", "the left column", rows, cols-1, cols, 0)
			}
			if i+j.Cols < len(j.order) {
				edge(tile, j.order[i+j.Cols], "The bottom row", "the top row", cols, (rows-1)*cols, 1, 0)
			}
		}
	}
	return dst
}
