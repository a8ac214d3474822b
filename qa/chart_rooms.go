package qa

import "github.com/gridscribe/gridscribe/layout"

// Where a thing stands drawings do not show in which room it is. Rooms are taken to be rectangles that do not overlap, so that the floor
// round about tells.

// What floors say of a cell besides the number of the room whose letter it shows.
const (
	outside int8 = -1 - iota // floor outside all rooms
	covered                  // a thing, a wall or a door, or hidden: no letter is shown
)

// floors returns what every cell shows of rooms; nil where a room is no rectangle or there are too many.
func (c *chart) floors() []int8 {
	m := c.Map
	if m == nil || len(m.Rooms) > 100 {
		return nil
	}
	floors := make([]int8, len(m.Ground))
	for i := range floors {
		floors[i] = outside
	}
	hidden := 0
	for i, g := range m.Ground {
		if g == layout.Hidden {
			floors[i] = covered
			hidden++
		}
	}
	for r := range m.Rooms {
		first, last, _ := layout.Span(m.Rooms[r].Cells)
		if gap := (last.Row-first.Row+1)*(last.Col-first.Col+1) - len(m.Rooms[r].Cells); gap > hidden {
			return nil
		} else if gap > 0 {
			for row := first.Row; row <= last.Row; row++ {
				for col := first.Col; col <= last.Col; col++ {
					if m.Ground[row*m.Cols+col] == layout.Hidden {
						gap--
					}
				}
			}
			if gap > 0 {
				return nil
			}
		}
		for _, at := range m.Rooms[r].Cells {
			if k := m.Index(at); floors[k] >= 0 {
				return nil
			} else {
				floors[k] = int8(r)
			}
		}
	}
	for i, g := range m.Ground {
		if g != layout.Floor {
			floors[i] = covered
		}
	}
	for i := range m.Things {
		for _, at := range m.Things[i].Cells {
			floors[m.Index(at)] = covered
		}
	}
	return floors
}

// roomOf returns the room that all of some cells lie in, or that they lie in none; ok is false where the drawing leaves that open.
func (c *chart) roomOf(floors []int8, cells []layout.Cell) (room string, ok bool) {
	if floors == nil || len(c.Map.Rooms) == 0 {
		return "", false
	}
	room = noRoom
	for r := range c.Map.Rooms {
		switch c.within(floors, r, c.shown(floors, r), cells) {
		case layout.Open:
			return "", false
		case layout.Entailed:
			if room != noRoom {
				return "", false
			}
			room = c.Map.Rooms[r].Name
		}
	}
	return room, true
}

// shownBox is a rectangle of cells, the first and the last; none where the last lies before the first.
type shownBox struct{ top, left, bottom, right int }

// shown returns the rectangle round the cells that show a room's letter.
func (c *chart) shown(floors []int8, room int) shownBox {
	b := shownBox{c.Map.Rows, c.Map.Cols, -1, -1}
	for _, at := range c.Map.Rooms[room].Cells {
		if floors[c.Map.Index(at)] == int8(room) {
			b = shownBox{min(b.top, at.Row), min(b.left, at.Col), max(b.bottom, at.Row), max(b.right, at.Col)}
		}
	}
	return b
}

// within reports whether all of some cells lie in a room, which is Entailed, or none does, which is Contradicted; Open where some do, or where
// the drawing leaves that open. Seen is where the room's letter shows.
func (c *chart) within(floors []int8, room int, seen shownBox, cells []layout.Cell) layout.Status {
	m := c.Map
	top, left, bottom, right := seen.top, seen.left, seen.bottom, seen.right
	if bottom < 0 {
		return layout.Open
	}
	inside := 0
cells:
	for _, at := range cells {
		if top <= at.Row && at.Row <= bottom && left <= at.Col && at.Col <= right {
			inside++
			continue
		}
		// Were the cell in the room, all of the rectangle round both would be. Mostly the wall next to the box shows that it is not.
		row, col := min(max(at.Row, top-1), bottom+1), min(max(at.Col, left-1), right+1)
		if f := floors[row*m.Cols+col]; f != covered && f != int8(room) {
			continue cells
		}
		for row := min(top, at.Row); row <= max(bottom, at.Row); row++ {
			for col := min(left, at.Col); col <= max(right, at.Col); col++ {
				if f := floors[row*m.Cols+col]; f != covered && f != int8(room) {
					continue cells
				}
			}
		}
		return layout.Open
	}
	switch inside {
	case 0:
		return layout.Contradicted
	case len(cells):
		return layout.Entailed
	}
	return layout.Open
}
