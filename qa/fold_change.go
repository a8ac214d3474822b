package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// Turn asks about the sheet moved by a symmetry.
func (q Fold) Turn(s layout.Symmetry) (Instance, bool) {
	if !q.asked() {
		return nil, false
	}
	q.At = s.Cell(q.At, q.Paper.Rows, q.Paper.Cols)
	q.Hidden = dotsMoved(q.Hidden, s, q.Paper.Rows, q.Paper.Cols)
	q.Paper = q.Paper.Transform(s)
	return q, true
}

// Contrast asks for cells without a hole instead of those with one, and the other way round.
func (q Fold) Contrast() (Instance, bool) {
	if !q.asked() || q.Asks == FoldSheet {
		return nil, false
	}
	q.Whole = !q.Whole
	return q, true
}

// Pieces returns the number of cells of the drawing.
func (q Fold) Pieces() int {
	if !q.asked() {
		return 0
	}
	return q.Paper.Rows * q.Paper.Cols
}

// Without hides a cell of the folded paper. One without paper tells nothing, and whether a cell has a hole is told by the one that
// it lies under; all others matter.
func (q Fold) Without(piece int) (Instance, error) {
	if !q.asked() {
		return nil, unsuitable("fold", "nothing was asked")
	}
	more, ok := hide(q.Hidden, piece, q.Paper.Rows, q.Paper.Cols)
	if !ok {
		return nil, unsuitable("fold", "there is no such piece")
	}
	b := q.Paper.Extent(len(q.Paper.Folds))
	for _, c := range more {
		if b.Contains(c) && (q.Asks != FoldHole || q.Paper.Under(q.At) == c) {
			return nil, unsuitable("fold", "whether there is a hole is needed of every cell")
		}
	}
	q.Hidden = more
	return q, nil
}

// AppendRationale appends where each fold's unfolding makes holes, or where the cell asked about comes to lie.
func (q Fold) AppendRationale(dst []byte) []byte {
	if !q.asked() {
		return dst
	}
	p := q.Paper
	if q.Asks == FoldHole {
		c := q.At
		for i := range p.Folds {
			to := (&layout.Paper{Rows: p.Rows, Cols: p.Cols, Folds: p.Folds[:i+1]}).Under(q.At)
			if to == c {
				dst = fmt.Appendf(dst, "Fold %d leaves %v where it is.\n", i+1, Place{c})
			} else {
				dst = fmt.Appendf(dst, "Fold %d brings %v onto %v.\n", i+1, Place{c}, Place{to})
			}
			c = to
		}
		if slices.Contains(p.Punches, c) {
			return fmt.Appendf(dst, "There a hole is punched.")
		}
		return fmt.Appendf(dst, "There no hole is punched.")
	}
	before := p.UnfoldTo(len(p.Folds))
	dst = append(dst, "The folded paper has holes at "...)
	dst = append(describe.AppendCells(dst, p.Punches), '.')
	for i := len(p.Folds) - 1; i >= 0; i-- {
		after := p.UnfoldTo(i)
		var added []layout.Cell
		for k := range after.Dots {
			if after.Dots[k] && !before.Dots[k] {
				added = append(added, layout.Cell{Row: k / p.Cols, Col: k % p.Cols})
			}
		}
		dst = fmt.Appendf(dst, "\nUnfolding fold %d ", i+1)
		if len(added) == 0 {
			dst = append(dst, "shows no more holes."...)
		} else {
			dst = append(describe.AppendCells(append(dst, "shows holes at "...), added), " too."...)
		}
		before = after
	}
	return fmt.Appendf(dst, "\nThat makes %s with a hole.", howMany(before.Count(), "cell"))
}
