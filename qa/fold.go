package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// FoldFamily asks where the holes are when paper is folded, punched and unfolded again.
type FoldFamily struct {
	Side     int  // the least number of rows and of columns, 2 to 12; up to two more are drawn; 0 stands for 4
	Folds    int  // how many times the paper is folded, 1 to 6, fewer where it becomes too small; 0 stands for 1
	Punches  int  // how many holes are punched at most, 1 to 6; 0 stands for 1
	Uneven   bool // creases lie anywhere; else as near the middle as they can
	Phrasing Phrasing
}

// foldLevels are the knobs by level.
var foldLevels = [Levels]FoldFamily{{Side: 4, Folds: 1, Punches: 1}, {Side: 4, Folds: 2, Punches: 2, Uneven: true}, {Side: 5, Folds: 3, Punches: 2, Uneven: true},
	{Side: 7, Folds: 4, Punches: 3, Uneven: true}}

// Name returns "fold".
func (FoldFamily) Name() string { return "fold" }

// Summary describes the family in one line.
func (FoldFamily) Summary() string {
	return "where the holes are in a sheet that was folded and punched"
}

// Group returns Transform.
func (FoldFamily) Group() Group { return Transform }

// Validate reports a knob out of range.
func (f FoldFamily) Validate() error {
	switch {
	case f.Side != 0 && (f.Side < 2 || f.Side > 12):
		return fmt.Errorf("qa: fold: a side of %d; 2 to 12 are allowed, or 0 for 4", f.Side)
	case f.Folds < 0 || f.Folds > 6:
		return fmt.Errorf("qa: fold: %d folds; 1 to 6 are allowed, or 0 for 1", f.Folds)
	case f.Punches < 0 || f.Punches > 6:
		return fmt.Errorf("qa: fold: %d punches; 1 to 6 are allowed, or 0 for 1", f.Punches)
	}
	return f.Phrasing.validate(f.Name())
}

// At returns the family with the knobs of a level.
func (f FoldFamily) At(level int) Family {
	g := foldLevels[clampLevel(level)-1]
	g.Phrasing = f.Phrasing
	return g
}

// WithPhrasing returns the family with another phrasing.
func (f FoldFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// Sample draws a sheet, folds and punches.
func (f FoldFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	side, folds, punches := f.Side, f.Folds, f.Punches
	if side == 0 {
		side = 4
	}
	spec := layout.PaperSpec{Rows: side + src.Intn(3), Cols: side + src.Intn(3), Folds: max(folds, 1), Punches: max(punches, 1), Uneven: f.Uneven}
	return Subject{Paper: spec.Sample(src)}, nil
}

// Ask draws what is asked for, each with equal chance: the unfolded sheet, a number, or whether a cell has a hole, which half of the cells
// asked about have. The error wraps ErrUnsuitable where there is no sheet of two rows and columns at least, it is not folded or punched, or
// it has no cell without a hole.
func (f FoldFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	p := s.Paper
	if p == nil || p.Validate() != nil || p.Rows < 2 || p.Cols < 2 || len(p.Folds) == 0 || len(p.Punches) == 0 {
		return nil, unsuitable(f.Name(), "there is no sheet that is folded and punched")
	}
	flat := p.Unfold()
	if flat.Count() == len(flat.Dots) {
		return nil, unsuitable(f.Name(), "no cell is left without a hole")
	}
	q := Fold{Paper: p, Asks: FoldAsks(src.Intn(int(foldAsks))), Phrasing: f.Phrasing}
	if q.Asks != FoldSheet {
		q.Whole = src.Intn(2) == 0
	}
	if q.Asks == FoldHole {
		q.At = foldCell(p, flat, src.Intn(2) == 0, src)
	}
	return q, nil
}

// foldCell draws a cell with a hole or without. Of those without, half lie where a hole came from a fold about the middle of the
// sheet, which is where those look who forget where the crease is; of those with, most lie where none was punched.
func foldCell(p *layout.Paper, flat *layout.Matrix, hole bool, src seed.Source) layout.Cell {
	tricky := src.Intn(4) > 0
	var all, near []layout.Cell
	var buffer [2][128]layout.Cell
	all, near = buffer[0][:0], buffer[1][:0]
	naive := middledHoles(p)
	for i, on := range flat.Dots {
		if on != hole {
			continue
		}
		c := layout.Cell{Row: i / p.Cols, Col: i % p.Cols}
		all = append(all, c)
		if hole && p.Under(c) != c || !hole && naive.At(c) {
			near = append(near, c)
		}
	}
	if tricky && len(near) > 0 {
		all = near
	}
	return all[src.Intn(len(all))]
}

// middledHoles returns the holes that those find who unfold about the middle of the sheet each time.
func middledHoles(p *layout.Paper) *layout.Matrix {
	m := layout.NewMatrix(p.Rows, p.Cols)
	for _, c := range p.Punches {
		m.Set(c, true)
	}
	upright, level := false, false
	for _, f := range p.Folds {
		upright = upright || f.Flap == layout.E || f.Flap == layout.W
		level = level || f.Flap == layout.N || f.Flap == layout.S
	}
	for i, on := range m.Clone().Dots {
		if r, c := i/p.Cols, i%p.Cols; on {
			if upright {
				m.Set(layout.Cell{Row: r, Col: p.Cols - 1 - c}, true)
			}
			if level {
				m.Set(layout.Cell{Row: p.Rows - 1 - r, Col: c}, true)
			}
			if upright && level {
				m.Set(layout.Cell{Row: p.Rows - 1 - r, Col: p.Cols - 1 - c}, true)
			}
		}
	}
	return m
}
