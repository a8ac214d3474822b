package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// MotionFamily asks what happened between two maps of a place, or between two views of it, which turn when the one who looks does.
type MotionFamily struct {
	Side     int  // rows, and columns but for one more at most, 5 to 12; 0 stands for 5
	Things   int  // how many things there are, 3 to 10; 0 stands for 3
	Walls    int  // how many cells are walls at most, 0 to 20
	Observer bool // one of the things faces somewhere, and may turn
	Views    bool // the maps are views of an observer, the way that they face at the top of each
	Phrasing Phrasing
}

var motionLevels = [Levels]MotionFamily{
	{Side: 5, Things: 3}, {Side: 6, Things: 5, Walls: 4, Observer: true},
	{Side: 6, Things: 5, Walls: 4, Views: true}, {Side: 8, Things: 8, Walls: 8, Views: true},
}

// Name returns "motion".
func (MotionFamily) Name() string { return "motion" }

// Summary describes the family in one line.
func (MotionFamily) Summary() string {
	return "which thing moved between two maps or views, how far, and how the observer turned"
}

// Group returns Move.
func (MotionFamily) Group() Group { return Move }

// Validate reports a knob out of range.
func (f MotionFamily) Validate() error {
	switch {
	case f.Side != 0 && (f.Side < 5 || f.Side > 12):
		return fmt.Errorf("qa: motion: side %d; 5 to 12 are allowed, or 0 for 5", f.Side)
	case f.Things != 0 && (f.Things < 3 || f.Things > 10):
		return fmt.Errorf("qa: motion: %d things; 3 to 10 are allowed, or 0 for 3", f.Things)
	case f.Walls < 0 || f.Walls > 20:
		return fmt.Errorf("qa: motion: %d walls; 0 to 20 are allowed", f.Walls)
	}
	return f.Phrasing.validate("motion")
}

// At returns the family with the knobs of a level.
func (f MotionFamily) At(level int) Family {
	phrasing := f.Phrasing
	f = motionLevels[clampLevel(level)-1]
	f.Phrasing = phrasing
	return f
}

// WithPhrasing returns the family with another phrasing.
func (f MotionFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

func (f MotionFamily) filled() MotionFamily {
	if f.Side == 0 {
		f.Side = motionLevels[0].Side
	}
	if f.Things == 0 {
		f.Things = motionLevels[0].Things
	}
	return f
}

// mostMoved is how far things move in samples.
const mostMoved = 4

// Sample draws two maps. In one of five nothing moved, else it was by each of 1 to 4 cells and each way with equal chance; and whoever can turn
// turns left, right, around or not at all with equal chance.
func (f MotionFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	f = f.filled()
	n := newNamer(src)
	m := layout.NewMap(f.Side, f.Side)
	if !f.Views {
		m.Reset(f.Side, f.Side+src.Intn(2))
	}
	moved := layout.Action{Way: layout.N.Turn(2 * src.Intn(4)), Count: src.Intn(mostMoved + 1)}
	// The way of what moves is kept clear: it is walled while the others are put in their places.
	dr, dc := moved.Way.Signs()
	span := func(d, side int) int { // of the first cell along an axis
		first := src.Intn(side - max(d, -d)*moved.Count)
		if d < 0 {
			first += moved.Count
		}
		return first
	}
	from := layout.Cell{Row: span(dr, m.Rows), Col: span(dc, m.Cols)}
	pave := func(ground layout.Ground) {
		for k := range moved.Count + 1 {
			m.Ground[m.Index(layout.Cell{Row: from.Row + k*dr, Col: from.Col + k*dc})] = ground
		}
	}
	pave(layout.Wall)
	wanted := f.Things - 1 + min(f.Walls, (len(m.Ground)-mostMoved-f.Things)/2)
	cells := m.Scatter(make([]layout.Cell, 0, wanted+1), wanted, src)
	pave(layout.Floor)
	for _, c := range cells[f.Things-1:] {
		m.Ground[m.Index(c)] = layout.Wall
	}
	mover, observer := src.Intn(f.Things), -1
	if f.Observer || f.Views {
		observer = src.Intn(f.Things)
	}
	cells = append(cells[:f.Things-1], from)
	cells[mover], cells[f.Things-1] = cells[f.Things-1], cells[mover]
	m.Things = make([]layout.Thing, 0, f.Things)
	for i := range f.Things {
		if i == observer {
			m.Things = append(m.Things, n.actor(cells[i]))
			m.Things[i].Facing = layout.N.Turn(2 * src.Intn(4))
			continue
		}
		m.Things = append(m.Things, n.thing(cells[i]))
	}
	after := m.Clone()
	if moved.Count > 0 {
		moved.Thing = m.Things[mover].Name
		if _, err := moved.Apply(after); err != nil {
			return Subject{}, err
		}
	}
	switch quarters := src.Intn(4); {
	case f.Views:
		m.Things[observer].Facing, after.Things[observer].Facing = layout.N, layout.N
		m = m.Transform(layout.Turn(quarters))
		m.Things[observer].Facing = layout.N
	case f.Observer:
		m.Things[observer].Facing = m.Things[observer].Facing.Turn(2 * quarters)
	}
	if len(layout.Changes(nil, m, after, f.Views)) != 1 {
		return Subject{}, unsuitable(f.Name(), "what happened is not the only change that it may have been")
	}
	return Subject{Views: []*layout.Map{m, after}}, nil
}

// Ask asks about two maps on which the same things stand, with names and marks of their own and one cell each, at most one of which faces somewhere.
// With views, one must face north on both.
func (f MotionFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	if len(s.Views) != 2 {
		return nil, unsuitable(f.Name(), "there are not two maps")
	}
	q := Motion{Before: s.Views[0], After: s.Views[1], Views: f.Views, Phrasing: f.Phrasing}
	for _, m := range s.Views {
		if err := editable(f.Name(), m, 1); err != nil {
			return nil, err
		}
		if len(m.Rooms) > 0 {
			return nil, unsuitable(f.Name(), "there are rooms")
		}
		for i := range m.Things {
			switch t := &m.Things[i]; {
			case t.Facing == layout.EQ:
			case q.Observer != "" && q.Observer != t.Name || !t.Facing.Straight() || f.Views && t.Facing != layout.N:
				return nil, unsuitable(f.Name(), "more than one thing faces somewhere, or not where it should")
			default:
				q.Observer = t.Name
			}
		}
	}
	if f.Views {
		if q.Observer == "" {
			return nil, unsuitable(f.Name(), "there is no observer whose views these are")
		}
		q.Before, q.After = unfaced(q.Before), unfaced(q.After)
	}
	asks := [...]MotionAsks{WhatMoved, WhichMoved, WhichWay, HowFar, HowTurned, HowTurned}
	kinds := asks[:4]
	if f.Views {
		kinds = asks[:]
	} else if q.Observer != "" {
		kinds = asks[:5]
	}
	q.Asks = kinds[src.Intn(len(kinds))]
	if _, err := q.solve(); err != nil {
		return nil, err
	}
	return q, nil
}

// unfaced returns the map with things that face nowhere.
func unfaced(m *layout.Map) *layout.Map {
	m = m.Clone()
	for i := range m.Things {
		m.Things[i].Facing = layout.EQ
	}
	return m
}
