package qa

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// mostHiddenTried is how many hidden cells are filled in all ways.
const mostHiddenTried = 3

// solve finds the answer in the map. The error wraps ErrUnsuitable where the map does not entail one: what is hidden may matter, or the
// drawing does not tell which cells are whose.
func (q *Topology) solve() error {
	no := func(why string) error { return unsuitable(TopologyFamily{}.Name(), why) }
	m := q.Map
	if q.X < 0 || q.X >= len(m.Things) || q.Kind == RegionRelation && (q.Y < 0 || q.Y >= len(m.Things) || q.X == q.Y) {
		return no("there are no such things")
	}
	if !marked(m, q.X) || q.Kind == RegionRelation && !marked(m, q.Y) {
		return no("things cannot be told apart by their marks")
	}
	if !q.told {
		if _, _, ok := sharers(m); !ok {
			return no("several things overlap each other")
		}
	}
	switch q.Kind {
	case RegionRelation:
		return q.solveRegions(no)
	case RoomHolding:
		return q.solveRoom(no)
	case WallTouch:
		return q.solveWall(no)
	}
	return no("nothing was asked")
}

// marked reports whether a thing has a mark that no other has.
func marked(m *layout.Map, thing int) bool {
	for i := range m.Things {
		if i != thing && m.Things[i].Mark == m.Things[thing].Mark {
			return false
		}
	}
	return m.Things[thing].Mark != 0
}

// sharers returns the two things that overlap, -1 where none do; ok is false where a drawing cannot tell which they are, as there are
// more than two.
func sharers(m *layout.Map) (a, b int, ok bool) {
	a, b = -1, -1
	owner := make([]int16, len(m.Ground))
	for i := range m.Things {
		for _, c := range m.Things[i].Cells {
			switch k := m.Index(c); {
			case owner[k] == 0:
				owner[k] = int16(i) + 1
			case a < 0:
				a, b = int(owner[k])-1, i
			case a != int(owner[k])-1 || b != i:
				return a, b, false
			}
		}
	}
	return a, b, true
}

func hiddenCells(m *layout.Map) (all []layout.Cell) {
	for i, g := range m.Ground {
		if g == layout.Hidden {
			all = append(all, m.Cell(i))
		}
	}
	return all
}

func (q *Topology) solveRegions(no func(string) error) error {
	x, y := q.Map.Things[q.X].Cells, q.Map.Things[q.Y].Cells
	hidden := hiddenCells(q.Map)
	if len(hidden) > mostHiddenTried {
		return no("too much is hidden")
	}
	// Each hidden cell may be of either thing, of both or of none, as long as both are in one piece.
	found := false
	for way := range 1 << (2 * len(hidden)) {
		a, b := x, y
		if way > 0 {
			a, b = slices.Clone(x), slices.Clone(y)
			for i, c := range hidden {
				if way>>(2*i)&1 == 1 {
					a = append(a, c)
				}
				if way>>(2*i)&2 == 2 {
					b = append(b, c)
				}
			}
			layout.SortCells(a)
			layout.SortCells(b)
		}
		if !layout.Connected(a) || !layout.Connected(b) {
			continue
		}
		r := layout.RelateCells(a, b)
		if found && r != q.Relation {
			return no("what is hidden may matter")
		}
		q.Relation, found = r, true
	}
	if !found {
		return no("a thing is in pieces")
	}
	return nil
}

func (q *Topology) solveWall(no func(string) error) error {
	t := &q.Map.Things[q.X]
	q.Value = No
	unknown := false
	for _, c := range t.Cells {
		if besideWall(q.Map, c) {
			q.Value = Yes
			return nil
		}
		for d := layout.N; d < layout.Cardinals; d++ {
			rows, cols := d.Signs()
			unknown = unknown || q.Map.GroundAt(layout.Cell{Row: c.Row + rows, Col: c.Col + cols}) == layout.Hidden
		}
	}
	switch {
	case unknown:
		return no("what is hidden may matter")
	case !layout.Connected(t.Cells):
		return no("a thing is in pieces")
	}
	return nil
}

func (q *Topology) solveRoom(no func(string) error) error {
	m := q.Map
	q.nested, q.depth, q.Room = false, 0, -1
	boxes := make([]layout.Box, len(m.Rooms))
	hidden := hiddenCells(m)
	for i := range m.Rooms {
		// A room in a drawing is what walls enclose, so that other than rectangles with walls around are hard to tell.
		b := layout.BoxAround(m.Rooms[i].Cells)
		size := len(m.Rooms[i].Cells)
		for _, c := range hidden {
			if b.Contains(c) {
				size++
			}
		}
		if size != b.Area() {
			return no("rooms are no rectangles")
		}
		boxes[i] = b
	}
	var holds []int
	for i, b := range boxes {
		if !walled(m, b) || !showsMark(m, i) || splitByHidden(m, boxes, i) {
			return no("rooms have no walls around them")
		}
		for _, o := range boxes[:i] {
			switch {
			case b.Intersect(o).Empty():
			case deepIn(b, o) && ringed(m, b) || deepIn(o, b) && ringed(m, o):
				q.nested = true
			default:
				return no("rooms overlap each other")
			}
		}
		inside := 0
		for _, c := range m.Things[q.X].Cells {
			if b.Contains(c) && m.GroundAt(c) == layout.Floor {
				inside++
			}
		}
		if inside == len(m.Things[q.X].Cells) {
			holds = append(holds, i)
		} else if inside > 0 {
			return no("a thing stands in two rooms")
		}
	}
	if len(holds) == 0 || !q.nested && q.Outer {
		return no("it stands in no room")
	}
	q.Room, q.depth = holds[0], len(holds)
	for _, i := range holds {
		if boxes[i].Area() > boxes[q.Room].Area() == q.Outer {
			q.Room = i
		}
	}
	for _, c := range hidden {
		if boxes[q.Room].Grow(1).Contains(c) {
			return no("what is hidden may matter")
		}
	}
	return nil
}

// deepIn reports whether a room lies in another with its walls and more around them.
func deepIn(inner, outer layout.Box) bool { return inner.Grow(2).Intersect(outer) == inner.Grow(2) }

// splitByHidden reports whether there are walls or doors in a room that are not around another in it.
func splitByHidden(m *layout.Map, boxes []layout.Box, room int) bool {
	for _, c := range m.Rooms[room].Cells {
		if g := m.GroundAt(c); g != layout.Wall && g != layout.Door {
			continue
		}
		around := false
		for i, b := range boxes {
			around = around || i != room && deepIn(b, boxes[room]) && b.Grow(1).Contains(c)
		}
		if !around {
			return true
		}
	}
	return false
}

// walled reports whether there are walls and doors all around a box, or cells of which nothing is known, but for the corners.
func walled(m *layout.Map, b layout.Box) bool {
	closed := func(row, col int) bool { return m.GroundAt(layout.Cell{Row: row, Col: col}) != layout.Floor }
	for col := b.Col; col < b.Col+b.Cols; col++ {
		if !closed(b.Row-1, col) || !closed(b.Row+b.Rows, col) {
			return false
		}
	}
	for row := b.Row; row < b.Row+b.Rows; row++ {
		if !closed(row, b.Col-1) || !closed(row, b.Col+b.Cols) {
			return false
		}
	}
	return true
}

// ringed reports whether there is floor all around the walls of a box, so that a drawing shows that it lies inside another room.
func ringed(m *layout.Map, b layout.Box) bool {
	out, walls := b.Grow(2), b.Grow(1)
	for row := out.Row; row < out.Row+out.Rows; row++ {
		for col := out.Col; col < out.Col+out.Cols; col++ {
			c := layout.Cell{Row: row, Col: col}
			if g := m.GroundAt(c); !walls.Contains(c) && (g == layout.Wall || g == layout.Door) {
				return false
			}
		}
	}
	return true
}

// showsMark reports whether a drawing shows the mark of a room, and of no other the same.
func showsMark(m *layout.Map, room int) bool {
	for i := range m.Rooms {
		if i != room && m.Rooms[i].Mark == m.Rooms[room].Mark {
			return false
		}
	}
	for _, c := range m.Rooms[room].Cells {
		if m.GroundAt(c) == layout.Floor && m.RoomAt(c) == room && m.ThingAt(c) < 0 {
			return m.Rooms[room].Mark != 0
		}
	}
	return false
}
