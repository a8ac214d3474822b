package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// FitFamily asks a [Fit] of a map: what a thing hits that is slid, and after how many cells; whether a rug fits on the free
// cells; how wide the narrowest gap in a row is. The zero FitFamily is that of level 1.
type FitFamily struct {
	Side     int // rows and columns of the map, 6 to 24; 0 stands for 7
	Things   int // 2 to 12; 0 stands for 3. As many as find room
	Walls    int // percent of the cells that are walls apart from the line of walls with gaps, 1 to 30; 0 stands for 6
	Phrasing Phrasing
}

var fitLevels = [Levels]FitFamily{{Side: 7, Things: 3, Walls: 6}, {Side: 9, Things: 4, Walls: 6}, {Side: 12, Things: 6, Walls: 5}, {Side: 16, Things: 8, Walls: 4}}

// Name returns "fit".
func (FitFamily) Name() string { return "fit" }

// Summary says what the family asks.
func (FitFamily) Summary() string {
	return "what a sliding thing hits, whether a rug fits, how wide a gap is"
}

// Group returns Plan.
func (FitFamily) Group() Group { return Plan }

// Validate reports a knob out of range.
func (f FitFamily) Validate() error {
	switch {
	case f.Side != 0 && (f.Side < 6 || f.Side > 24):
		return fmt.Errorf("qa: fit: %d rows and columns; 6 to 24 are allowed, or 0 for %d", f.Side, fitLevels[0].Side)
	case f.Things != 0 && (f.Things < 2 || f.Things > 12):
		return fmt.Errorf("qa: fit: %d things; 2 to 12 are allowed, or 0 for %d", f.Things, fitLevels[0].Things)
	case f.Walls < 0 || f.Walls > 30:
		return fmt.Errorf("qa: fit: %d percent walls; 1 to 30 are allowed, or 0 for %d", f.Walls, fitLevels[0].Walls)
	}
	return f.Phrasing.validate("fit")
}

// At returns the family with the knobs of a level.
func (f FitFamily) At(level int) Family {
	p := f.Phrasing
	f = fitLevels[clampLevel(level)-1]
	f.Phrasing = p
	return f
}

// WithPhrasing returns the family with a phrasing.
func (f FitFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// Sample draws a map with a row or column of walls that has gaps, a few walls more, and things of one to six cells.
func (f FitFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	for _, k := range [][2]*int{{&f.Side, &fitLevels[0].Side}, {&f.Things, &fitLevels[0].Things}, {&f.Walls, &fitLevels[0].Walls}} {
		if *k[0] == 0 {
			*k[0] = *k[1]
		}
	}
	m := layout.NewMap(f.Side, f.Side)
	m.Gaps(1+src.Intn(f.Side-2), src.Intn(2) == 1, 2+src.Intn(max(1, f.Side/4)), src)
	for _, c := range m.Scatter(nil, f.Side*f.Side*f.Walls/100, src) {
		m.Ground[m.Index(c)] = layout.Wall
	}
	n := newNamer(src)
	taken := make([]bool, len(m.Ground))
	room := func(at layout.Cell, rows, cols int) bool {
		for r := at.Row; r < at.Row+rows; r++ {
			for c := at.Col; c < at.Col+cols; c++ {
				if !m.Has(layout.Cell{Row: r, Col: c}) || m.Ground[r*m.Cols+c] == layout.Wall || taken[r*m.Cols+c] {
					return false
				}
			}
		}
		return true
	}
	places := m.Scatter(nil, f.Things, src)
	for i := 1; i < len(places); i += 2 {
		// Every other thing stands in line with the one before, so that things stop each other as often as walls and edges do.
		c := places[i-1]
		if src.Intn(2) == 0 {
			c.Row = places[i].Row
		} else {
			c.Col = places[i].Col
		}
		if c != places[i-1] && m.Free(c) && !slices.Contains(places, c) {
			places[i] = c
		}
	}
	for _, at := range places {
		rows, cols := 1+src.Intn(2), 1+src.Intn(3)
		if src.Intn(2) == 0 {
			rows, cols = cols, rows
		}
		for rows*cols > 1 && !room(at, rows, cols) {
			if rows >= cols {
				rows--
			} else {
				cols--
			}
		}
		if !room(at, rows, cols) {
			continue
		}
		var cells []layout.Cell
		for r := range rows {
			for c := range cols {
				cell := layout.Cell{Row: at.Row + r, Col: at.Col + c}
				cells = append(cells, cell)
				taken[m.Index(cell)] = true
			}
		}
		m.Things = append(m.Things, n.thing(cells...))
	}
	return Subject{Map: m}, nil
}

// Ask draws what is asked, then the answer or its kind: whether a thing, a wall or the edge stops what is slid, how far it gets, whether a rug
// fits, how wide a gap is. The error wraps ErrUnsuitable where the subject has no map that suits any of them.
func (f FitFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	if s.Map == nil {
		return nil, unsuitable(f.Name(), "there is no map")
	}
	if err := s.Map.Validate(); err != nil {
		return nil, fmt.Errorf("qa: fit: %w: %w", err, ErrUnsuitable)
	}
	forms := [fitForms]FitForm{FitInto, FitBy, FitRug, FitGap}
	seed.Shuffle(src, forms[:])
	at := thingsAt(s.Map)
	for _, form := range forms {
		q := Fit{Map: s.Map, Form: form, Phrasing: f.Phrasing}
		var all []Fit
		switch form {
		case FitInto, FitBy:
			all = q.everySlide(at)
			if form == FitInto {
				all = prefer(all, func(q *Fit) bool { return q.slide.cells > 0 })
				// Not every map has things that stop each other: where there are some, they are taken the more often.
				thing := src.Intn(12) < 5
				all = prefer(all, func(q *Fit) bool { return thing == (q.slide.into >= 0) })
				all = narrow(src, all, func(q *Fit) int { return min(q.slide.into, 0) + 2 })
			} else {
				all = narrow(src, all, func(q *Fit) int { return min(q.slide.cells, 63) })
			}
		case FitRug:
			all = narrow(src, q.everyRug(at, src), func(q *Fit) int { return int(q.fits) })
		case FitGap:
			all = q.everyGap()
			if src.Intn(4) == 0 {
				// Nearly every map has a gap of one cell.
				all = prefer(all, func(q *Fit) bool { return q.width > 1 })
			}
			all = narrow(src, all, func(q *Fit) int { return min(q.width, 63) })
		}
		if len(all) > 0 {
			return all[src.Intn(len(all))], nil
		}
	}
	return nil, unsuitable(f.Name(), "nothing can be slid, no rug is certain to fit or not to, and no row has gaps")
}

// everySlide returns the questions about every thing and direction that have an answer.
func (q Fit) everySlide(at []int16) (all []Fit) {
	for i := range q.Map.Things {
		if !slides(q.Map, i, at) {
			continue
		}
		for _, way := range [...]layout.Cardinal{layout.N, layout.E, layout.S, layout.W} {
			q.Thing, q.Way = i, way
			if q.slide = slideOf(q.Map, i, way, at); q.slid() {
				all = append(all, q)
			}
		}
	}
	return all
}

// everyRug returns questions about rugs that only just fit, or only just do not.
func (q Fit) everyRug(at []int16, src seed.Source) (all []Fit) {
	sure, _ := widestFree(q.Map, at, false)
	perhaps, _ := widestFree(q.Map, at, true)
	q.Turnable = src.Intn(2) == 0
	for q.Rows = 2; q.Rows <= min(mostRug, q.Map.Rows); q.Rows++ {
		for q.Cols = 2; q.Cols <= min(mostRug, q.Map.Cols); q.Cols++ {
			if q.Rows == q.Cols && q.Turnable {
				continue
			}
			if q.fits = q.rug(&sure, &perhaps); q.fits == 0 {
				continue
			}
			wider, slimmer := q, q
			wider.Cols, slimmer.Cols = min(q.Cols+1, mostRug), q.Cols-1
			if q.fits == Yes && wider.rug(&sure, &sure) == No || q.fits == No && slimmer.rug(&sure, &sure) == Yes {
				all = append(all, q)
			}
		}
	}
	return all
}

// everyGap returns the questions about the rows and columns that have gaps of different widths, or else about those that have gaps.
func (q Fit) everyGap() (all []Fit) {
	for _, upright := range []bool{false, true} {
		lines := q.Map.Rows
		if upright {
			lines = q.Map.Cols
		}
		for line := range lines {
			q.Line, q.Upright, q.Wide = line, upright, false
			if found, err := newFit(q); err == nil {
				all = append(all, found)
				found.Wide, found.width, found.other = true, found.other, found.width
				all = append(all, found)
			}
		}
	}
	return prefer(all, func(q *Fit) bool { return q.other != q.width })
}
