package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// Locate asks what stands where: "What is at row 3, column 5?", "In which room is K?". The zero Locate asks nothing, and no response to it is
// right.
type Locate struct {
	chart
	Asks     Locating
	At       layout.Cell // of WhatIsAt
	Thing    string      // of the others: its name
	Phrasing Phrasing
}

// Family returns "locate".
func (Locate) Family() string { return LocateFamily{}.Name() }

// The words that are answers.
const (
	emptyCell   = "empty"
	nowhere     = "nowhere"
	noRoom      = "none"
	topBand     = "top"
	middleBand  = "middle"
	bottomBand  = "bottom"
	leftStrip   = "left"
	rightStrip  = "right"
	upperLeft   = "upper-left"
	upperRight  = "upper-right"
	lowerLeft   = "lower-left"
	lowerRight  = "lower-right"
	withArticle = "a "
)

// at returns what a cell holds; "" where that is not known.
func (q Locate) holds(at layout.Cell) string {
	if q.Map == nil || !q.Map.Has(at) {
		return ""
	}
	if i := q.Map.ThingAt(at); i >= 0 {
		if t := &q.Map.Things[i]; t.Kind != "" {
			return withArticle + t.Kind
		}
		return q.Map.Things[i].Name
	}
	switch q.Map.GroundAt(at) {
	case layout.Floor:
		return emptyCell
	case layout.Hidden:
		return ""
	}
	return q.Map.GroundAt(at).String()
}

// part returns in which part of the map the thing is; ok is false where it is in several, or may be. Floors are those of the chart, which
// only rooms need; nil stands for them too.
func (q Locate) part(floors []int8) (part string, ok bool) {
	if q.Map == nil {
		return "", false
	}
	i := q.Map.ThingNamed(q.Thing)
	if i < 0 {
		return "", false
	}
	cells := q.most(i)
	if q.Asks == WhichRoom {
		if floors == nil {
			floors = q.floors()
		}
		return q.roomOf(floors, cells)
	}
	for k, at := range cells {
		name := ""
		switch q.Asks {
		case WhichQuarter:
			rows, cols := 2*at.Row+1-q.Map.Rows, 2*at.Col+1-q.Map.Cols
			if rows == 0 || cols == 0 {
				return "", false
			}
			name = [...]string{upperLeft, upperRight, lowerLeft, lowerRight}[halfOf(rows)*2+halfOf(cols)]
		case WhichBand:
			if q.Map.Rows%3 != 0 {
				return "", false
			}
			name = [...]string{topBand, middleBand, bottomBand}[at.Row*3/q.Map.Rows]
		case WhichStrip:
			if q.Map.Cols%3 != 0 {
				return "", false
			}
			name = [...]string{leftStrip, middleBand, rightStrip}[at.Col*3/q.Map.Cols]
		}
		if k > 0 && name != part {
			return "", false
		}
		part = name
	}
	return part, part != ""
}

// stepped returns the cell so many rows and columns on.
func stepped(at layout.Cell, rows, cols int) layout.Cell {
	return layout.Cell{Row: at.Row + rows, Col: at.Col + cols}
}

// halfOf returns 0 for what is negative, 1 for what is positive.
func halfOf(d int) int {
	if d < 0 {
		return 0
	}
	return 1
}

// solve returns the answer as words; "" where there is none, or it is not known.
func (q Locate) solve() string {
	switch q.Asks {
	case WhatIsAt:
		return q.holds(q.At)
	case WhereIs:
		t := q.thing(q.Thing)
		switch {
		case q.Map == nil || q.Thing == "":
			return ""
		case t != nil && t.Kind == "":
			return Place{t.At()}.String()
		case q.hides() || t != nil:
			return ""
		}
		return nowhere
	}
	part, _ := q.part(nil)
	return part
}

// Answer returns a Place where the cell of a thing on the map is asked for, the first of its cells where it has several; a Word otherwise.
func (q Locate) Answer() Answer {
	if t := q.thing(q.Thing); q.Asks == WhereIs && t != nil && t.Kind == "" {
		return Place{t.At()}
	}
	return Word(q.solve())
}

// Difficulty counts the things to look through, and the steps from there.
func (q Locate) Difficulty() int {
	if q.Map == nil {
		return 1
	}
	steps := 2 + (q.Map.Rows+q.Map.Cols)/4
	switch q.Asks {
	case WhatIsAt:
		return steps
	case WhereIs:
		return steps + len(q.Map.Things)/4
	}
	return steps + len(q.Map.Things)/4 + 1
}

// Mistakes returns what stands on neighbouring cells and on that with row and column swapped, counts from 0 and from the other side, and
// the other parts of the map.
func (q Locate) Mistakes() []Answer {
	right := q.solve()
	if right == "" {
		return nil
	}
	all := make([]Answer, 0, 8)
	add := func(a Answer) {
		text := a.String()
		if text != "" && text != right && len(all) < 8 && !slices.ContainsFunc(all, func(b Answer) bool { return b.String() == text }) && !q.Verify(text).Correct {
			all = append(all, a)
		}
	}
	switch q.Asks {
	case WhatIsAt:
		swapped := layout.Cell{Row: q.At.Col, Col: q.At.Row}
		flipped := layout.Cell{Row: q.Map.Rows - 1 - q.At.Row, Col: q.At.Col}
		for _, at := range [...]layout.Cell{swapped, stepped(q.At, 1, 1), stepped(q.At, 0, 1), stepped(q.At, 0, -1), stepped(q.At, 1, 0), stepped(q.At, -1, 0), flipped} {
			add(Word(q.holds(at)))
		}
		for _, o := range q.options() {
			add(Word(o.word))
		}
	case WhereIs:
		t := q.thing(q.Thing)
		if t == nil {
			for i := range q.Map.Things {
				add(Place{q.Map.Things[i].At()})
			}
			break
		}
		add(Word(nowhere)) // always offered, so that it tells nothing
		at := t.At()
		for _, wrong := range [...]layout.Cell{{Row: at.Col, Col: at.Row}, stepped(at, -1, -1), stepped(at, 0, 1), stepped(at, 0, -1), stepped(at, 1, 0), stepped(at, -1, 0),
			{Row: q.Map.Rows - 1 - at.Row, Col: at.Col}} {
			if q.Map.Has(wrong) {
				add(Place{wrong})
			}
		}
	default:
		for _, o := range q.options() {
			add(Word(o.word))
		}
	}
	return all
}

// Turn asks the same of the map moved.
func (q Locate) Turn(s layout.Symmetry) (Instance, bool) {
	if q.solve() == "" {
		return nil, false
	}
	was := q.chart
	q.chart = q.turned(s)
	q.At = s.Cell(q.At, was.Map.Rows, was.Map.Cols)
	if s.Cardinal(layout.N).Project(layout.Vertical) == layout.EQ {
		switch q.Asks {
		case WhichBand:
			q.Asks = WhichStrip
		case WhichStrip:
			q.Asks = WhichBand
		}
	}
	return q, q.solve() != ""
}

// Contrast asks the converse: for the cell of what stands on a cell, or for what stands where a thing is.
func (q Locate) Contrast() (Instance, bool) {
	if q.solve() == "" {
		return nil, false
	}
	switch q.Asks {
	case WhatIsAt:
		i := q.Map.ThingAt(q.At)
		if i < 0 || q.Map.Things[i].Kind != "" {
			return nil, false
		}
		q.Asks, q.Thing = WhereIs, q.Map.Things[i].Name
	case WhereIs:
		t := q.thing(q.Thing)
		if t == nil {
			return nil, false
		}
		q.Asks, q.At = WhatIsAt, t.At()
	default:
		return nil, false
	}
	return q, gradable(q) == nil
}

// Without asks the same with a cell hidden.
func (q Locate) Without(piece int) (Instance, error) {
	was := q.solve()
	c, err := q.without(q.Family(), piece)
	if err != nil {
		return nil, err
	}
	q.chart = c
	if was == "" || q.solve() == "" || q.Asks == WhereIs && was != nowhere && q.thing(q.Thing) == nil {
		return nil, unsuitable(q.Family(), fmt.Sprintf("cell %d is needed", piece))
	}
	return q, nil
}
