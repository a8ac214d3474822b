package layout

import (
	"fmt"
	"slices"
)

// Map is a grid of cells with what stands on it: walls and doors, rooms, and things that take up one cell or several. The
// zero Map has no cells and is valid.
type Map struct {
	Rows, Cols int
	Ground     []Ground // of every cell, row by row
	Rooms      []Room
	Things     []Thing
}

// Ground is what a cell is made of. The zero value is Floor.
type Ground uint8

// The kinds of ground.
const (
	Floor  Ground = iota // free to stand on
	Wall                 // nothing stands there or goes through
	Door                 // a gap in a wall, free to go through
	Hidden               // nothing is known of the cell: neither its ground nor what stands there
	grounds
)

// String returns "floor", "wall", "door" or "hidden".
func (g Ground) String() string {
	if g >= grounds {
		return "Ground(?)"
	}
	return [grounds]string{"floor", "wall", "door", "hidden"}[g]
}

// Room is a named part of the floor. Rooms may lie in each other; cells of the inner one are cells of the outer one too.
type Room struct {
	Name  string // as it stands in sentences: "the kitchen"
	Mark  byte   // the lower-case letter that drawings show on its floor; of nested rooms the innermost shows
	Cells []Cell // in reading order
}

// Thing is something that stands on a map.
type Thing struct {
	Name string // as it stands in sentences: "A", "the oak table"; things that only their kind tells have one Name each all the same
	// Kind is what several things may be, a singular noun without article: "chair"; "" where only names matter.
	Kind string
	// Mark is what drawings show: a capital letter or a digit. Things of one kind that drawings do not tell apart share it.
	Mark   byte
	Cells  []Cell   // in reading order; a thing without extent has one
	Facing Cardinal // which way it looks; EQ: none that matters
}

// At returns the cell of a thing without extent, the first of its cells otherwise; cell 0, 0 where it has none.
func (t *Thing) At() Cell {
	if len(t.Cells) == 0 {
		return Cell{}
	}
	return t.Cells[0]
}

// NewMap returns a map of so many rows and columns, all floor. Less than none counts as none.
func NewMap(rows, cols int) *Map {
	m := new(Map)
	m.Reset(rows, cols)
	return m
}

// Reset makes the map one of so many rows and columns, all floor and empty, and reuses its memory.
func (m *Map) Reset(rows, cols int) {
	rows, cols = max(rows, 0), max(cols, 0)
	m.Rows, m.Cols = rows, cols
	m.Ground = append(m.Ground[:0], make([]Ground, rows*cols)...)
	m.Rooms, m.Things = m.Rooms[:0], m.Things[:0]
}

// Has reports whether a cell lies on the map.
func (m *Map) Has(c Cell) bool { return c.Row >= 0 && c.Col >= 0 && c.Row < m.Rows && c.Col < m.Cols }

// Index returns the number of a cell of the map, in reading order from 0.
func (m *Map) Index(c Cell) int { return c.Row*m.Cols + c.Col }

// Cell returns the cell with a number, as [Map.Index] counts.
func (m *Map) Cell(i int) Cell { return Cell{i / m.Cols, i % m.Cols} }

// GroundAt returns the ground of a cell; beyond the map all is Wall.
func (m *Map) GroundAt(c Cell) Ground {
	if !m.Has(c) {
		return Wall
	}
	return m.Ground[m.Index(c)]
}

// ThingAt returns the number of the first thing that takes up a cell, -1 where none does.
func (m *Map) ThingAt(c Cell) int {
	for i := range m.Things {
		if slices.Contains(m.Things[i].Cells, c) {
			return i
		}
	}
	return -1
}

// RoomAt returns the number of the innermost room that a cell lies in, that with the fewest cells; -1 where it lies in none.
func (m *Map) RoomAt(c Cell) int {
	inner := -1
	for i := range m.Rooms {
		if (inner < 0 || len(m.Rooms[i].Cells) < len(m.Rooms[inner].Cells)) && slices.Contains(m.Rooms[i].Cells, c) {
			inner = i
		}
	}
	return inner
}

// Free reports whether a cell lies on the map, is floor or a door, and nothing stands there.
func (m *Map) Free(c Cell) bool {
	g := m.GroundAt(c)
	return (g == Floor || g == Door) && m.ThingAt(c) < 0
}

// ThingNamed returns the number of the thing with this name, -1 where there is none.
func (m *Map) ThingNamed(name string) int {
	return slices.IndexFunc(m.Things, func(t Thing) bool { return t.Name == name })
}

// Clone returns a copy that shares nothing.
func (m *Map) Clone() *Map {
	c := *m
	c.Ground, c.Rooms, c.Things = slices.Clone(m.Ground), slices.Clone(m.Rooms), slices.Clone(m.Things)
	for i := range c.Rooms {
		c.Rooms[i].Cells = slices.Clone(c.Rooms[i].Cells)
	}
	for i := range c.Things {
		c.Things[i].Cells = slices.Clone(c.Things[i].Cells)
	}
	return &c
}

// Without returns a copy with one cell hidden. A thing that takes up the cell loses it, and is gone when that was its last;
// rooms lose the cell too.
func (m *Map) Without(cell Cell) *Map {
	c := m.Clone()
	if !c.Has(cell) {
		return c
	}
	c.Ground[c.Index(cell)] = Hidden
	hidden := func(at Cell) bool { return at == cell }
	for i := range c.Things {
		c.Things[i].Cells = slices.DeleteFunc(c.Things[i].Cells, hidden)
	}
	c.Things = slices.DeleteFunc(c.Things, func(t Thing) bool { return len(t.Cells) == 0 })
	for i := range c.Rooms {
		c.Rooms[i].Cells = slices.DeleteFunc(c.Rooms[i].Cells, hidden)
	}
	c.Rooms = slices.DeleteFunc(c.Rooms, func(r Room) bool { return len(r.Cells) == 0 })
	return c
}

// Transform returns a copy moved by a symmetry: cells, and which way things look.
func (m *Map) Transform(s Symmetry) *Map {
	c := m.Clone()
	if s&transposed != 0 {
		c.Rows, c.Cols = m.Cols, m.Rows
	}
	move := func(cells []Cell) {
		for i := range cells {
			cells[i] = s.Cell(cells[i], m.Rows, m.Cols)
		}
		slices.SortFunc(cells, compareCells)
	}
	for i, g := range m.Ground {
		c.Ground[c.Index(s.Cell(m.Cell(i), m.Rows, m.Cols))] = g
	}
	for i := range c.Rooms {
		move(c.Rooms[i].Cells)
	}
	for i := range c.Things {
		move(c.Things[i].Cells)
		c.Things[i].Facing = s.Cardinal(c.Things[i].Facing)
	}
	return c
}

// Validate reports the first thing that is wrong: grounds that do not match the size, a cell beyond the map, a name that is
// missing or stands twice, a thing or room without cells or with cells out of reading order, a thing on a wall or a hidden cell, or more than
// [MaxMapSide] rows or columns. Things may overlap.
func (m *Map) Validate() error {
	if m.Rows < 0 || m.Cols < 0 || m.Rows > MaxMapSide || m.Cols > MaxMapSide {
		return fmt.Errorf("layout: a map of %d rows and %d columns; 0 to %d are allowed", m.Rows, m.Cols, MaxMapSide)
	}
	if len(m.Ground) != m.Rows*m.Cols {
		return fmt.Errorf("layout: a map of %d rows and %d columns has %d grounds; %d are needed", m.Rows, m.Cols, len(m.Ground), m.Rows*m.Cols)
	}
	for i, g := range m.Ground {
		if g >= grounds {
			return fmt.Errorf("layout: ground %d of cell %d; 0 to %d are allowed", g, i, grounds-1)
		}
	}
	seen := make(map[string]bool, len(m.Things)+len(m.Rooms))
	check := func(what, name string, cells []Cell, stands bool) error {
		switch {
		case name == "":
			return fmt.Errorf("layout: a %s without a name", what)
		case seen[name]:
			return fmt.Errorf("layout: name %q stands twice; every thing and room needs its own", name)
		case len(cells) == 0:
			return fmt.Errorf("layout: %q has no cells", name)
		}
		seen[name] = true
		for k, c := range cells {
			switch {
			case !m.Has(c):
				return fmt.Errorf("layout: %q is at row %d, column %d, counted from 0; the map has %d rows and %d columns", name, c.Row, c.Col,
					m.Rows, m.Cols)
			case k > 0 && compareCells(cells[k-1], c) >= 0:
				return fmt.Errorf("layout: the cells of %q are not in reading order, each once", name)
			case stands && (m.GroundAt(c) == Wall || m.GroundAt(c) == Hidden):
				return fmt.Errorf("layout: %q stands on a cell that is %v, row %d, column %d, counted from 0", name, m.GroundAt(c), c.Row, c.Col)
			}
		}
		return nil
	}
	for i := range m.Rooms {
		if err := check("room", m.Rooms[i].Name, m.Rooms[i].Cells, false); err != nil {
			return err
		}
	}
	for i := range m.Things {
		if err := check("thing", m.Things[i].Name, m.Things[i].Cells, true); err != nil {
			return err
		}
		if !m.Things[i].Facing.Valid() {
			return fmt.Errorf("layout: %q looks in direction %d; EQ to NW are allowed", m.Things[i].Name, m.Things[i].Facing)
		}
	}
	return nil
}

// MaxMapSide is the largest number of rows and of columns of a map.
const MaxMapSide = 64
