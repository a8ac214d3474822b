package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// CoordinatesFamily asks for the rectangles that things on a map take up, and for maps drawn from such rectangles.
type CoordinatesFamily struct {
	Side     int // the least number of rows and of columns, 4 to 24; up to two more are drawn; 0 stands for 5
	Things   int // how many things there are, 2 to 12, at most as many as Side; 0 stands for 2
	Phrasing Phrasing
}

// coordinatesLevels are the knobs by level.
var coordinatesLevels = [Levels]CoordinatesFamily{{Side: 5, Things: 2}, {Side: 6, Things: 3}, {Side: 9, Things: 5}, {Side: 12, Things: 8}}

// Name returns "coordinates".
func (CoordinatesFamily) Name() string { return "coordinates" }

// Summary describes the family in one line.
func (CoordinatesFamily) Summary() string {
	return "the rectangles that things on a map take up, and maps drawn from them"
}

// Group returns Construct.
func (CoordinatesFamily) Group() Group { return Construct }

// Validate reports a knob out of range.
func (f CoordinatesFamily) Validate() error {
	side := f.Side
	if side == 0 {
		side = coordinatesLevels[0].Side
	}
	switch {
	case side < 4 || side > 24:
		return fmt.Errorf("qa: coordinates: a side of %d; 4 to 24 are allowed, or 0 for 5", f.Side)
	case f.Things != 0 && (f.Things < 2 || f.Things > min(side, 12)):
		return fmt.Errorf("qa: coordinates: %d things; 2 to %d are allowed with a side of %d, or 0 for 2", f.Things, min(side, 12), side)
	}
	return f.Phrasing.validate(f.Name())
}

// At returns the family with the knobs of a level.
func (f CoordinatesFamily) At(level int) Family {
	g := coordinatesLevels[clampLevel(level)-1]
	g.Phrasing = f.Phrasing
	return g
}

// WithPhrasing returns the family with another phrasing.
func (f CoordinatesFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// Sample draws a map of rectangles that do not overlap.
func (f CoordinatesFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	side, things := f.Side, f.Things
	if side == 0 {
		side = coordinatesLevels[0].Side
	}
	if things == 0 {
		things = coordinatesLevels[0].Things
	}
	m := layout.NewMap(side+src.Intn(3), side+src.Intn(3))
	n := newNamer(src)
	for _, b := range layout.ScatterBoxes(m.Rows, m.Cols, things, src) {
		m.Things = append(m.Things, n.thing(b.AppendCells(nil)...))
	}
	return Subject{Map: m}, nil
}

// Ask draws what is asked for. Any map will do whose things have names and marks of their own, do not overlap, and take up
// rectangles; of one with hidden cells those things are asked about whose rectangle is certain. The error wraps ErrUnsuitable for others.
func (f CoordinatesFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	m := s.Map
	if m == nil || m.Validate() != nil || m.Rows < 2 || m.Cols < 2 {
		return nil, unsuitable(f.Name(), "there is no map of two rows and columns at least")
	}
	boxes, ok := thingBoxes(m)
	if !ok {
		return nil, unsuitable(f.Name(), "things must fill rectangles, not overlap, and have names and marks of their own")
	}
	var able []int // whose box is certain
	for i := range boxes {
		if !boxes[i].Empty() {
			able = append(able, i)
		}
	}
	if len(able) == 0 {
		return nil, unsuitable(f.Name(), "there is no thing whose box is certain")
	}
	q := Coordinates{Map: m, Phrasing: f.Phrasing, Asks: CoordinatesAsks(src.Intn(int(coordinatesAsks)))}
	if q.Asks == CoordinatesDraw && !boxesDrawable(m) || q.Asks == CoordinatesList && hasHidden(m) {
		q.Asks = CoordinatesOne
	}
	if q.Asks == CoordinatesAround && len(able) < 2 {
		q.Asks = CoordinatesOne
	}
	if q.Asks == CoordinatesList || q.Asks == CoordinatesDraw {
		return q, nil
	}
	seed.Shuffle(src, able)
	q.Thing = m.Things[able[0]].Name
	b := boxes[able[0]]
	switch q.Asks {
	case CoordinatesAround:
		q.Other = m.Things[able[1]].Name
	case CoordinatesWhich:
		q.Box = b
	case CoordinatesMoved:
		q.Down = src.Intn(m.Rows-b.Rows+1) - b.Row
		q.Right = src.Intn(m.Cols-b.Cols+1) - b.Col
		if q.Down == 0 && q.Right == 0 {
			// One step, to where there is room.
			switch {
			case b.Row > 0:
				q.Down = -1
			case b.Row+b.Rows < m.Rows:
				q.Down = 1
			case b.Col > 0:
				q.Right = -1
			case b.Col+b.Cols < m.Cols:
				q.Right = 1
			default:
				q.Asks = CoordinatesOne
			}
		}
	}
	return q, nil
}

// hasHidden reports whether something of a map is hidden.
func hasHidden(m *layout.Map) bool {
	for _, g := range m.Ground {
		if g == layout.Hidden {
			return true
		}
	}
	return false
}

// boxesDrawable reports whether a map has nothing but floor and things.
func boxesDrawable(m *layout.Map) bool {
	for _, g := range m.Ground {
		if g != layout.Floor {
			return false
		}
	}
	return len(m.Rooms) == 0
}

// thingBoxes returns the boxes of things, the zero Box for one that may be larger than it shows because of what is hidden; ok is false where
// some thing is no rectangle, or cannot be told apart in a drawing.
func thingBoxes(m *layout.Map) (boxes []layout.Box, ok bool) {
	owner := make([]int8, len(m.Ground)) // one more than the number of the thing on a cell
	var marks [256]bool
	for i := range m.Things {
		t := &m.Things[i]
		if t.Kind != "" || marks[t.Mark] || t.Mark == 0 || i > 100 {
			return nil, false
		}
		marks[t.Mark] = true
		for _, c := range t.Cells {
			if k := m.Index(c); owner[k] != 0 {
				return nil, false
			} else {
				owner[k] = int8(i + 1)
			}
		}
	}
	boxes = make([]layout.Box, len(m.Things))
	for i := range m.Things {
		b := layout.BoxAround(m.Things[i].Cells)
		// may reports whether all cells of a box are the thing's, or may be.
		may := func(b layout.Box) bool {
			for r := b.Row; r < b.Row+b.Rows; r++ {
				for c := b.Col; c < b.Col+b.Cols; c++ {
					k := m.Index(layout.Cell{Row: r, Col: c})
					if owner[k] != int8(i+1) && m.Ground[k] != layout.Hidden {
						return false
					}
				}
			}
			return true
		}
		if !may(b) {
			return nil, false
		}
		beyond := [...]layout.Box{{Row: b.Row - 1, Col: b.Col, Rows: 1, Cols: b.Cols}, {Row: b.Row + b.Rows, Col: b.Col, Rows: 1, Cols: b.Cols},
			{Row: b.Row, Col: b.Col - 1, Rows: b.Rows, Cols: 1}, {Row: b.Row, Col: b.Col + b.Cols, Rows: b.Rows, Cols: 1}}
		for _, strip := range beyond {
			inside := strip.Row >= 0 && strip.Col >= 0 && strip.Row+strip.Rows <= m.Rows && strip.Col+strip.Cols <= m.Cols
			if inside && may(strip) {
				b = layout.Box{}
				break
			}
		}
		boxes[i] = b
	}
	return boxes, true
}
