package layout

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// Paper is a sheet that is folded a few times and then punched through. Cells keep the numbers that they have on the flat sheet: what
// is not folded over stays where it is. The zero Paper has no cells and is valid.
type Paper struct {
	Rows, Cols int    // of the flat sheet
	Folds      []Fold // one after the other
	Punches    []Cell // where holes go through all that lies there then, in reading order
}

// Fold folds the part of a sheet that lies on one side of a crease over onto the rest.
type Fold struct {
	Flap   Cardinal // on which side of the crease the part lies that is folded over: N, E, S or W
	Crease int      // how many rows of the flat sheet lie above the crease, for N and S; how many columns to the left of it, for E and W
}

// upright reports whether the crease runs between two columns.
func (f Fold) upright() bool { return f.Flap == E || f.Flap == W }

// over returns the cell onto which a cell comes when it is folded over the crease.
func (f Fold) over(c Cell) Cell {
	if f.upright() {
		c.Col = 2*f.Crease - 1 - c.Col
	} else {
		c.Row = 2*f.Crease - 1 - c.Row
	}
	return c
}

// onFlap reports whether a cell lies on the part that is folded over.
func (f Fold) onFlap(c Cell) bool {
	switch f.Flap {
	case N:
		return c.Row < f.Crease
	case S:
		return c.Row >= f.Crease
	case W:
		return c.Col < f.Crease
	}
	return c.Col >= f.Crease
}

// Extent returns where paper lies after so many of the folds: all folds where there are fewer.
func (p *Paper) Extent(folds int) Box {
	b := Box{Rows: p.Rows, Cols: p.Cols}
	for _, f := range p.Folds[:min(max(folds, 0), len(p.Folds))] {
		switch f.Flap {
		case N:
			b.Row, b.Rows = f.Crease, b.Row+b.Rows-f.Crease
		case S:
			b.Rows = f.Crease - b.Row
		case W:
			b.Col, b.Cols = f.Crease, b.Col+b.Cols-f.Crease
		default:
			b.Cols = f.Crease - b.Col
		}
	}
	return b
}

// Under returns where a cell of the flat sheet lies when all is folded.
func (p *Paper) Under(c Cell) Cell {
	for _, f := range p.Folds {
		if f.onFlap(c) {
			c = f.over(c)
		}
	}
	return c
}

// Layers returns how many cells of the flat sheet lie over each other at a cell when all is folded.
func (p *Paper) Layers(c Cell) int {
	n := 0
	for row := range p.Rows {
		for col := range p.Cols {
			if p.Under(Cell{row, col}) == c {
				n++
			}
		}
	}
	return n
}

// Unfold returns the flat sheet after the last fold has been unfolded, then the one before, and so on: the dots of cells with a hole are
// set. Each fold unfolds about its own crease.
func (p *Paper) Unfold() *Matrix { return p.UnfoldTo(0) }

// UnfoldTo does as Unfold does, but leaves the first folds as they are.
func (p *Paper) UnfoldTo(folds int) *Matrix {
	m := NewMatrix(p.Rows, p.Cols)
	for _, c := range p.Punches {
		m.Set(c, true)
	}
	for i := len(p.Folds) - 1; i >= max(folds, 0); i-- {
		// The crease parts what lay there before: a cell on the flap has the hole of the one that it came to lie on.
		f, b := p.Folds[i], p.Extent(i)
		for row := b.Row; row < b.Row+b.Rows; row++ {
			for col := b.Col; col < b.Col+b.Cols; col++ {
				if c := (Cell{row, col}); f.onFlap(c) && m.At(f.over(c)) {
					m.Set(c, true)
				}
			}
		}
	}
	return m
}

// Transform returns a copy moved by a symmetry.
func (p *Paper) Transform(s Symmetry) *Paper {
	c := &Paper{Rows: p.Rows, Cols: p.Cols}
	if s&transposed != 0 {
		c.Rows, c.Cols = p.Cols, p.Rows
	}
	for _, f := range p.Folds {
		g := Fold{Flap: s.Cardinal(f.Flap), Crease: f.Crease}
		// A crease has as many rows above it as before, or as many below it.
		from, side := f.Flap.towardsOrigin(), p.Rows
		if f.upright() {
			side = p.Cols
		}
		if from != g.Flap.towardsOrigin() {
			g.Crease = side - f.Crease
		}
		c.Folds = append(c.Folds, g)
	}
	for _, at := range p.Punches {
		c.Punches = append(c.Punches, s.Cell(at, p.Rows, p.Cols))
	}
	SortCells(c.Punches)
	return c
}

func (c Cardinal) towardsOrigin() bool { return c == N || c == W }

// Validate reports the first thing that is wrong: more than [MaxMapSide] rows or columns, a crease that does not part the
// paper, a flap that is larger than what it is folded onto, or a punch beside the folded paper or out of reading order.
func (p *Paper) Validate() error {
	if p.Rows < 0 || p.Cols < 0 || p.Rows > MaxMapSide || p.Cols > MaxMapSide {
		return fmt.Errorf("layout: a sheet of %d rows and %d columns; 0 to %d are allowed", p.Rows, p.Cols, MaxMapSide)
	}
	for i, f := range p.Folds {
		if !f.Flap.Straight() || !f.Flap.Valid() {
			return fmt.Errorf("layout: fold %d has its flap in direction %d; N, E, S and W are allowed", i, f.Flap)
		}
		b := p.Extent(i)
		start, size := b.Row, b.Rows
		if f.upright() {
			start, size = b.Col, b.Cols
		}
		flap := f.Crease - start
		if !f.Flap.towardsOrigin() {
			flap = size - flap
		}
		if flap < 1 || 2*flap > size {
			return fmt.Errorf("layout: fold %d folds %d of %d rows or columns over; 1 to %d are allowed", i, flap, size, size/2)
		}
	}
	b := p.Extent(len(p.Folds))
	for i, c := range p.Punches {
		if !b.Contains(c) {
			return fmt.Errorf("layout: a hole at row %d, column %d, counted from 0; no paper lies there", c.Row, c.Col)
		}
		if i > 0 && compareCells(p.Punches[i-1], c) >= 0 {
			return fmt.Errorf("layout: the holes are not in reading order, each once")
		}
	}
	return nil
}

// PaperSpec says what paper to sample.
type PaperSpec struct {
	Rows, Cols int
	Folds      int  // fewer where the paper becomes too small
	Punches    int  // at least 1, at most as many as there are cells of folded paper less one
	Uneven     bool // creases lie anywhere; else as near the middle as they can
}

// Sample draws paper. Cells with few layers over each other are punched as often as those with many. Sizes beyond 1 to [MaxMapSide] give the
// zero Paper.
func (s PaperSpec) Sample(src seed.Source) *Paper {
	if s.Rows < 1 || s.Cols < 1 || s.Rows > MaxMapSide || s.Cols > MaxMapSide {
		return new(Paper)
	}
	p := &Paper{Rows: s.Rows, Cols: s.Cols, Folds: make([]Fold, 0, max(s.Folds, 0))}
	b := Box{Rows: s.Rows, Cols: s.Cols}
	for range s.Folds {
		if b.Area() < 4 {
			break
		}
		upright := src.Intn(2) == 0
		if upright && b.Cols < 2 || !upright && b.Rows < 2 {
			upright = !upright
		}
		start, size := b.Row, b.Rows
		flaps := [2]Cardinal{N, S}
		if upright {
			start, size = b.Col, b.Cols
			flaps = [2]Cardinal{W, E}
		}
		flap := size / 2
		if s.Uneven {
			flap = 1 + src.Intn(flap)
		}
		f := Fold{Flap: flaps[src.Intn(2)], Crease: start + flap}
		if !f.Flap.towardsOrigin() {
			f.Crease = start + size - flap
		}
		p.Folds = append(p.Folds, f)
		b = p.Extent(len(p.Folds))
	}
	p.punch(b, min(max(s.Punches, 1), max(b.Area()-1, 1)), src)
	return p
}

// punch draws holes in the folded paper.
func (p *Paper) punch(b Box, n int, src seed.Source) {
	layers := make([]int, p.Rows*p.Cols)
	most := 0
	for row := range p.Rows {
		for col := range p.Cols {
			at := p.Under(Cell{row, col})
			layers[at.Row*p.Cols+at.Col]++
			most = max(most, layers[at.Row*p.Cols+at.Col])
		}
	}
	cells := b.AppendCells(make([]Cell, 0, b.Area()))
	seed.Shuffle(src, cells)
	for range n {
		// The layers are drawn first, then the first cell that has so many, or the next fewer.
		wanted := 1 + src.Intn(most)
		best := -1
		for i, c := range cells {
			have := layers[c.Row*p.Cols+c.Col]
			if best < 0 || nearer(have, layers[cells[best].Row*p.Cols+cells[best].Col], wanted) {
				best = i
			}
		}
		p.Punches = append(p.Punches, cells[best])
		cells[best] = cells[len(cells)-1]
		cells = cells[:len(cells)-1]
	}
	SortCells(p.Punches)
}

func nearer(a, b, to int) bool { return max(a-to, to-a) < max(b-to, to-b) }
