package qa

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// extent is a size in cells; where cells are hidden it may be more than one.
type extent struct{ least, most int }

// apart reports whether two sizes differ, whatever is hidden.
func (e extent) apart(o extent) bool { return e.most < o.least || o.most < e.least }

// measures are the sizes of a thing or room.
type measures struct {
	ok                  bool // they can be told
	area, width, height extent
	box                 int // cells of the rectangle around it
}

func (m *measures) of(kind SizeKind) extent {
	switch kind {
	case SizeWidth:
		return m.width
	case SizeTall:
		return m.height
	}
	return m.area
}

// measures returns the sizes of all rooms, or of all things.
func (q *Size) measures() []measures {
	m := q.Map
	if q.OfRooms {
		all := make([]measures, len(m.Rooms))
		for i := range all {
			all[i] = measureRoom(m, i)
		}
		return all
	}
	all := make([]measures, len(m.Things))
	_, _, told := sharers(m)
	for i := range all {
		if told {
			all[i] = measureThing(m, i)
		}
	}
	return all
}

// measureRoom measures a room that is a part of the floor with walls and doors around it, so that what stands in it does not hide how large it is.
func measureRoom(m *layout.Map, room int) (s measures) {
	cells := m.Rooms[room].Cells
	if !showsMark(m, room) || !layout.Connected(cells) {
		return measures{}
	}
	box := layout.BoxAround(cells)
	for _, c := range cells {
		if m.GroundAt(c) != layout.Floor {
			return measures{}
		}
		if len(cells) == box.Area() && box.Grow(-1).Contains(c) {
			continue // all around it is the room's
		}
		for d := layout.N; d < layout.Cardinals; d++ {
			rows, cols := d.Signs()
			beside := layout.Cell{Row: c.Row + rows, Col: c.Col + cols}
			g := m.GroundAt(beside)
			if g == layout.Hidden || d.Straight() && g == layout.Floor && !(len(cells) == box.Area() && box.Contains(beside)) && !slices.Contains(cells, beside) {
				return measures{}
			}
		}
	}
	for i := range m.Rooms {
		if i != room && layout.RelateCells(cells, m.Rooms[i].Cells).Overlaps() {
			return measures{}
		}
	}
	return sizedThing(cells, cells)
}

// measureThing measures a thing that is in one piece, if not for hidden cells. Those that hang together with it may be its own.
func measureThing(m *layout.Map, thing int) measures {
	cells := m.Things[thing].Cells
	for i := range m.Things {
		if i != thing && layout.RelateCells(cells, m.Things[i].Cells).Overlaps() {
			return measures{}
		}
	}
	if !marked(m, thing) {
		return measures{}
	}
	all := cells
	for i := 0; i < len(all); i++ {
		for d := layout.N; d < layout.Cardinals; d++ {
			rows, cols := d.Signs()
			beside := layout.Cell{Row: all[i].Row + rows, Col: all[i].Col + cols}
			if d.Straight() && m.GroundAt(beside) == layout.Hidden && !slices.Contains(all, beside) {
				all = append(all[:len(all):len(all)], beside)
			}
		}
	}
	whole := all
	if len(all) > len(cells) {
		whole = slices.Clone(all)
		layout.SortCells(whole)
	}
	if !layout.Connected(whole) {
		return measures{}
	}
	return sizedThing(cells, whole)
}

func sizedThing(least, most []layout.Cell) measures {
	a, b := layout.BoxAround(least), layout.BoxAround(most)
	return measures{ok: true, area: extent{len(least), len(most)}, width: extent{a.Cols, b.Cols}, height: extent{a.Rows, b.Rows}, box: a.Area()}
}

// settle finds the answer from the sizes of all; it reports whether they entail one.
func (q *Size) settle(sizes []measures) bool {
	for _, o := range q.Objects {
		if o < 0 || o >= len(sizes) || !sizes[o].ok {
			return false
		}
	}
	q.sizes = sizes
	switch q.Kind {
	case SizeArea, SizeWidth, SizeTall:
		if len(q.Objects) != 1 {
			return false
		}
		e := sizes[q.Objects[0]].of(q.Kind)
		q.Number = q.number(e.least, q.Kind)
		return e.least == e.most
	case SizeRatio:
		if len(q.Objects) != 2 {
			return false
		}
		a, b := sizes[q.Objects[0]].area, sizes[q.Objects[1]].area
		if a.least != a.most || b.least != b.most || b.least == 0 || a.least <= b.least || 2*a.least%b.least != 0 {
			return false
		}
		q.Number = trimmed(Number{Value: 10 * a.least / b.least, Decimals: 1})
		return q.CellSide > 0 || q.Number.Decimals == 0 // halves are for those who can measure
	case SizeMost:
		if len(q.Objects) < 2 || q.Of < SizeArea || q.Of > SizeTall {
			return false
		}
		q.Right = 0
		for i, o := range q.Objects {
			best := sizes[q.Objects[q.Right]].of(q.Of)
			if e := sizes[o].of(q.Of); q.Least && e.least < best.least || !q.Least && e.most > best.most {
				q.Right = i
			}
			for _, p := range q.Objects[:i] {
				if !sizes[o].of(q.Of).apart(sizes[p].of(q.Of)) {
					return false
				}
			}
		}
		return true
	}
	return false
}

// number returns so many cells as the question measures them.
func (q *Size) number(cells int, kind SizeKind) Number {
	switch {
	case q.CellSide == 0 && cells == 1:
		return Number{Value: 1, Unit: "cell"}
	case q.CellSide == 0:
		return Number{Value: cells, Unit: "cells"}
	case kind == SizeArea:
		return trimmed(Number{Value: cells * q.CellSide * q.CellSide, Decimals: 4, Unit: "m²"})
	}
	return trimmed(Number{Value: cells * q.CellSide, Decimals: 2, Unit: "m"})
}
