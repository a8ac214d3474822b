package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// Sifting is by what a [Sieve] keeps things. The zero value is InRows.
type Sifting uint8

// What things can be kept by.
const (
	InRows     Sifting = iota // rows First to Last
	InColumns                 // columns First to Last
	InRoom                    // the room Of
	Toward                    // one side of the thing Of: above, below, left or right, as Side says
	InRowOf                   // the row of the thing Of
	InColumnOf                // its column
	Beside                    // cells that share a side with the thing Of
	Around                    // cells that share a side or a corner with it
	siftings
)

// Sieve keeps the things that lie somewhere. A thing never lies anywhere relative to itself.
type Sieve struct {
	By          Sifting
	First, Last int             // rows or columns, counted from 0
	Of          string          // the name of a room or a thing
	Side        layout.Cardinal // N, E, S or W
}

// sieved is what a sieve keeps: the things that are certain to be, and those that may be, hidden cells too.
type sieved struct {
	in, open uint64
	cells    []layout.Cell // hidden ones that may be kept
}

// sift returns what a sieve keeps; ok is false where it has no meaning on the map. Floors are those of the chart, which only rooms need.
func (c *chart) sift(s Sieve, floors []int8) (kept sieved, ok bool) {
	m := c.Map
	of, room := -1, -1
	var known, most []layout.Cell
	var first, last, low, high layout.Cell // of all that is known of the thing, and of what it is at most
	switch {
	case s.By <= InColumns:
		size := m.Rows
		if s.By == InColumns {
			size = m.Cols
		}
		if s.First < 0 || s.First > s.Last || s.Last >= size || s.Last-s.First == size-1 {
			return kept, false
		}
	case s.By == InRoom:
		if room = slices.IndexFunc(m.Rooms, func(r layout.Room) bool { return r.Name == s.Of }); room < 0 || floors == nil {
			return kept, false
		}
	default:
		if of = m.ThingNamed(s.Of); of < 0 || m.Things[of].Kind != "" || s.By >= siftings {
			return kept, false
		}
		known, most = m.Things[of].Cells, c.most(of)
		first, last, _ = layout.Span(known)
		low, high = first, last
		if len(most) > len(known) {
			low, high, _ = layout.Span(most)
		}
		switch {
		case s.By == InRowOf && low.Row != high.Row || s.By == InColumnOf && low.Col != high.Col:
			return kept, false
		case s.By == Toward && !s.Side.Straight():
			return kept, false
		}
		// There must be somewhere to lie.
		rows, cols := s.Side.Signs()
		if s.By == Toward && !m.Has(layout.Cell{Row: lineAt(rows, low.Row, high.Row) + rows, Col: lineAt(cols, low.Col, high.Col) + cols}) {
			return kept, false
		}
	}
	near := func(cells []layout.Cell, at layout.Cell) bool {
		for _, x := range cells {
			if d := layout.Manhattan.Of(x.Row-at.Row, x.Col-at.Col); d == 1 || s.By == Around && layout.Chebyshev.Of(x.Row-at.Row, x.Col-at.Col) == 1 {
				return true
			}
		}
		return false
	}
	var seen shownBox
	if s.By == InRoom {
		seen = c.shown(floors, room)
	}
	one := make([]layout.Cell, 1)
	status := func(at layout.Cell) layout.Status {
		in, may := false, false
		switch s.By {
		case InRows:
			in = s.First <= at.Row && at.Row <= s.Last
		case InColumns:
			in = s.First <= at.Col && at.Col <= s.Last
		case InRoom:
			one[0] = at
			return c.within(floors, room, seen, one)
		case Toward:
			switch s.Side {
			case layout.N:
				in, may = at.Row < low.Row, at.Row < first.Row
			case layout.S:
				in, may = at.Row > high.Row, at.Row > last.Row
			case layout.W:
				in, may = at.Col < low.Col, at.Col < first.Col
			case layout.E:
				in, may = at.Col > high.Col, at.Col > last.Col
			}
		case InRowOf:
			in = at.Row == first.Row
		case InColumnOf:
			in = at.Col == first.Col
		default:
			in, may = near(known, at), near(most, at)
		}
		switch {
		case in:
			return layout.Entailed
		case may:
			return layout.Open
		}
		return layout.Contradicted
	}
	for i := range m.Things {
		if i == of {
			continue
		}
		known := m.Things[i].Cells
		most := known
		if c.hides() {
			most = c.most(i)
		}
		bit := uint64(1) << i
		if len(most) == 1 {
			switch status(most[0]) {
			case layout.Entailed:
				kept.in |= bit
			case layout.Open:
				kept.open |= bit
			}
			continue
		}
		var counts [3]int
		touches := false
		for k, at := range most {
			st := status(at)
			counts[st]++
			touches = touches || st == layout.Entailed && k < len(known)
		}
		switch {
		case s.By >= Beside && touches || counts[layout.Entailed] == len(most):
			kept.in |= bit
		case counts[layout.Contradicted] < len(most):
			kept.open |= bit
		}
	}
	if c.hides() {
		for i, g := range m.Ground {
			if at := m.Cell(i); g == layout.Hidden && status(at) != layout.Contradicted {
				kept.cells = append(kept.cells, at)
			}
		}
	}
	return kept, true
}

// lineAt returns the lower of two ends of an interval for a negative sign, otherwise the higher.
func lineAt(sign, low, high int) int {
	if sign < 0 {
		return low
	}
	return high
}

// turned returns the sieve for a map of so many rows and columns that is moved by a symmetry.
func (s Sieve) turned(by layout.Symmetry, rows, cols int) Sieve {
	transposes := by.Cardinal(layout.N).Project(layout.Vertical) == layout.EQ
	switch s.By {
	case InRows, InColumns:
		a, b := layout.Cell{Row: s.First}, layout.Cell{Row: s.Last}
		if s.By == InColumns {
			a, b = layout.Cell{Col: s.First}, layout.Cell{Col: s.Last}
		}
		a, b = by.Cell(a, rows, cols), by.Cell(b, rows, cols)
		if (s.By == InRows) != transposes {
			s.By, s.First, s.Last = InRows, min(a.Row, b.Row), max(a.Row, b.Row)
		} else {
			s.By, s.First, s.Last = InColumns, min(a.Col, b.Col), max(a.Col, b.Col)
		}
	case Toward:
		s.Side = by.Cardinal(s.Side)
	case InRowOf:
		if transposes {
			s.By = InColumnOf
		}
	case InColumnOf:
		if transposes {
			s.By = InRowOf
		}
	}
	return s
}

// opposite returns the sieve whose word is turned round; ok is false where there is none.
func (s Sieve) opposite() (Sieve, bool) {
	switch s.By {
	case Toward:
		s.Side = s.Side.Converse()
	case InRowOf:
		s.By = InColumnOf
	case InColumnOf:
		s.By = InRowOf
	default:
		return s, false
	}
	return s, true
}

// append appends where things lie that the sieve keeps, as after "are".
func (s Sieve) append(dst []byte) []byte {
	switch s.By {
	case InRows:
		return appendLines(append(dst, "in "...), "row", s.First, s.Last)
	case InColumns:
		return appendLines(append(dst, "in "...), "column", s.First, s.Last)
	case InRoom:
		return append(append(dst, "in "...), s.Of...)
	case Toward:
		where := [layout.Cardinals]string{layout.N: "above ", layout.S: "below ", layout.W: "to the left of ", layout.E: "to the right of "}
		dst = append(dst, where[s.Side%layout.Cardinals]...)
	case InRowOf:
		dst = append(dst, "in the same row as "...)
	case InColumnOf:
		dst = append(dst, "in the same column as "...)
	default:
		dst = append(dst, "next to "...)
	}
	return append(dst, s.Of...)
}

// appendLines appends "row 3" or "rows 3 to 5".
func appendLines(dst []byte, what string, first, last int) []byte {
	if first == last {
		return fmt.Appendf(dst, "%s %d", what, first+1)
	}
	return fmt.Appendf(dst, "%ss %d to %d", what, first+1, last+1)
}

// appendMeaning appends what the words of the sieve mean, where they may mean several things.
func (s Sieve) appendMeaning(dst []byte) []byte {
	switch s.By {
	case InRoom:
		return append(dst, " A room is a rectangle, and rooms do not overlap. What stands in a room covers the floor, whose letter is not shown there."...)
	case Toward:
		switch s.Side {
		case layout.N:
			return append(dst, " What is above a thing is in a higher row than all of it, in whichever column."...)
		case layout.S:
			return append(dst, " What is below a thing is in a lower row than all of it, in whichever column."...)
		case layout.W:
			return append(dst, " What is to the left of a thing is in a column further left than all of it, in whichever row."...)
		}
		return append(dst, " What is to the right of a thing is in a column further right than all of it, in whichever row."...)
	case Beside:
		return append(dst, " What is next to a thing has a cell that shares a side with one of its cells; sharing a corner is not enough."...)
	case Around:
		return append(dst, " What is next to a thing has a cell that shares a side or a corner with one of its cells."...)
	}
	return dst
}
