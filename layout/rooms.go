package layout

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// RoomSpec says which rooms a map is divided into. The zero RoomSpec is not valid.
type RoomSpec struct {
	Rows, Cols int // of the map, walls and all: 4 to MaxMapSide
	// Rooms is how many rooms stand side by side, 1 or more; Rows and Cols have room for (Rows-1)/3 * (Cols-1)/3 of them.
	Rooms int
	// Nested is how many rooms more lie inside others, at most, each with floor all around its walls. There are fewer where no room is
	// left with five rows and five columns of floor.
	Nested int
	// Loops is how many doors there are at most beyond those that connect the rooms, each between two rooms that have none yet.
	Loops int
}

// Validate reports a field out of range, and a map that has no room for so many rooms.
func (s RoomSpec) Validate() error {
	switch {
	case s.Rows < 4 || s.Cols < 4 || s.Rows > MaxMapSide || s.Cols > MaxMapSide:
		return fmt.Errorf("layout: rooms: a map of %d rows and %d columns; 4 to %d are allowed", s.Rows, s.Cols, MaxMapSide)
	case s.Rooms < 1 || s.Rooms > (s.Rows-1)/3*((s.Cols-1)/3):
		return fmt.Errorf("layout: rooms: %d rooms on %d rows and %d columns; 1 to %d are allowed", s.Rooms, s.Rows, s.Cols,
			(s.Rows-1)/3*((s.Cols-1)/3))
	case s.Nested < 0 || s.Nested > MaxMapSide:
		return fmt.Errorf("layout: rooms: %d rooms inside others; 0 to %d are allowed", s.Nested, MaxMapSide)
	case s.Loops < 0 || s.Loops > MaxMapSide*MaxMapSide:
		return fmt.Errorf("layout: rooms: %d doors more than are needed; 0 to %d are allowed", s.Loops, MaxMapSide*MaxMapSide)
	}
	return nil
}

// leastRoom is the least side of a room that stands beside others. With two cells there is always a place for a door in a wall that others
// end at on both sides.
const leastRoom = 2

// Sample makes the map one of rooms: a wall around it, walls one cell thick between the rooms, and doors by which every room can be reached from
// every other. A door joins exactly two rooms. Rooms are rectangles of at least two rows and columns, nested ones of at least one; an outer room
// has all cells within its walls, those of inner rooms and their walls too. Rooms are called "room 1" and so on, the nested ones last, and
// have no marks. There are no things. The error is that of Validate.
func (s RoomSpec) Sample(m *Map, src seed.Source) error {
	if err := s.Validate(); err != nil {
		return err
	}
	m.Reset(s.Rows, s.Cols)
	inside := Box{1, 1, s.Rows - 2, s.Cols - 2}
	for i := range m.Ground {
		if !inside.Contains(m.Cell(i)) {
			m.Ground[i] = Wall
		}
	}
	split := splitter{least: leastRoom, src: src, boxes: make([]Box, 0, s.Rooms+s.Nested)}
	split.split(inside, s.Rooms)
	for _, w := range split.walls {
		m.raise(w)
	}
	d := doors{m: m, rooms: split.boxes, src: src}
	for _, w := range split.walls {
		d.open(w, true)
	}
	for range s.Loops {
		d.loop(split.walls)
	}
	boxes := split.boxes
	for range s.Nested {
		inner, ok := m.nest(boxes, src)
		if !ok {
			break
		}
		boxes = append(boxes, inner)
	}
	for i, b := range boxes {
		m.Rooms = append(m.Rooms, Room{Name: fmt.Sprintf("room %d", i+1), Cells: b.AppendCells(nil)})
	}
	return nil
}

func (m *Map) raise(wall Box) {
	for row := range wall.Rows {
		for col := range wall.Cols {
			m.Ground[m.Index(Cell{wall.Row + row, wall.Col + col})] = Wall
		}
	}
}

// doors opens walls between rooms.
type doors struct {
	m      *Map
	rooms  []Box
	src    seed.Source
	joined [][2]int
	places []Cell // scratch
	full   bool   // there is no place for one more between rooms that have none
}

// open makes a door in a wall, at a random place where there is floor on both sides; where again is false, only between rooms
// that have none yet. It reports whether there was a place.
func (d *doors) open(wall Box, again bool) bool {
	d.places = d.places[:0]
	for k := range wall.Area() {
		c := Cell{wall.Row + k/wall.Cols, wall.Col + k%wall.Cols}
		if one, other := d.between(c, wall); one >= 0 && other >= 0 && (again || !d.has(one, other)) {
			d.places = append(d.places, c)
		}
	}
	if len(d.places) == 0 {
		return false
	}
	c := d.places[d.src.Intn(len(d.places))]
	one, other := d.between(c, wall)
	d.joined = append(d.joined, [2]int{one, other})
	d.m.Ground[d.m.Index(c)] = Door
	return true
}

// between returns the rooms on the two sides of a wall at a cell, -1 where another wall ends there.
func (d *doors) between(c Cell, wall Box) (one, other int) {
	step := Cell{1, 0}
	if wall.Cols == 1 && wall.Rows > 1 {
		step = Cell{0, 1}
	}
	return d.room(Cell{c.Row - step.Row, c.Col - step.Col}), d.room(Cell{c.Row + step.Row, c.Col + step.Col})
}

func (d *doors) room(c Cell) int {
	for i, b := range d.rooms {
		if b.Contains(c) {
			return i
		}
	}
	return -1
}

func (d *doors) has(one, other int) bool {
	for _, j := range d.joined {
		if j == [2]int{one, other} || j == [2]int{other, one} {
			return true
		}
	}
	return false
}

// loop opens one door more between two rooms that have none, where there is such a place, trying all walls from a random one on.
func (d *doors) loop(walls []Box) {
	if len(walls) == 0 {
		return
	}
	first := d.src.Intn(len(walls))
	for k := range walls {
		if d.full || d.open(walls[(first+k)%len(walls)], false) {
			return
		}
	}
	d.full = true
}

// nest puts a room with its walls and a door into one of the rooms, drawn from those with space for it.
func (m *Map) nest(rooms []Box, src seed.Source) (inner Box, ok bool) {
	var fit []Box
	for i, b := range rooms {
		taken := false // by another that is nested in it
		for _, o := range rooms[i+1:] {
			taken = taken || b.Intersect(o) == o
		}
		if b.Rows >= 5 && b.Cols >= 5 && !taken {
			fit = append(fit, b)
		}
	}
	if len(fit) == 0 {
		return Box{}, false
	}
	outer := fit[src.Intn(len(fit))]
	rows, cols := 1+src.Intn(outer.Rows-4), 1+src.Intn(outer.Cols-4)
	walls := Box{outer.Row + 1 + src.Intn(outer.Rows-rows-3), outer.Col + 1 + src.Intn(outer.Cols-cols-3), rows + 2, cols + 2}
	m.raise(walls)
	inner = walls.Grow(-1)
	for row := range inner.Rows {
		for col := range inner.Cols {
			m.Ground[m.Index(Cell{inner.Row + row, inner.Col + col})] = Floor
		}
	}
	k := src.Intn(2 * (rows + cols))
	door := Cell{walls.Row, inner.Col + k%cols}
	switch {
	case k < cols:
	case k < 2*cols:
		door.Row += rows + 1
	case k < 2*cols+rows:
		door = Cell{inner.Row + (k-2*cols)%rows, walls.Col}
	default:
		door = Cell{inner.Row + (k-2*cols-rows)%rows, walls.Col + cols + 1}
	}
	m.Ground[m.Index(door)] = Door
	return inner, true
}
