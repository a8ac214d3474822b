package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// Maps are the knobs of families that ask about whole maps beside texts. The zero Maps asks about texts; of a level it asks about both.
type Maps struct {
	On     bool // maps are asked about; without, the other knobs but Phrasing do nothing
	Texts  bool // texts are asked about too: a text is drawn or a map, with equal chance; without On this does nothing
	Rows   int  // how many rows there are, 4 to 24; 0 stands for 4
	Cols   int  // how many columns there are, 4 to 24; 0 stands for 4
	Rooms  int  // how many rooms there are, 0 to 6; each takes at least 2 by 2 cells and the walls around
	Things int  // how many things stand on the map, 1 to 12; 0 stands for 2. Fewer where there is no place
	Walls  int  // how many cells beside the walls of rooms are walls, 0 to 12; fewer where there is no place
	// Phrasing is how the question is put.
	Phrasing Phrasing
}

// mapLevels are the knobs by level.
var mapLevels = [Levels]Maps{
	{Rows: 4, Cols: 4, Things: 2, Walls: 2}, {Rows: 5, Cols: 7, Things: 4, Walls: 5},
	{Rows: 7, Cols: 9, Rooms: 2, Things: 6}, {Rows: 9, Cols: 13, Rooms: 4, Things: 9, Walls: 3},
}

// at returns the knobs of a level. Texts are drawn too, but where maps alone were asked for.
func (k Maps) at(level int) Maps {
	at := mapLevels[clampLevel(level)-1]
	at.On, at.Texts, at.Phrasing = true, !k.On || k.Texts, k.Phrasing
	return at
}

// drawn reports whether a map is to be drawn and not a text.
func (k Maps) drawn(src seed.Source) bool { return k.On && (!k.Texts || src.Intn(2) == 0) }

// halls returns how the rooms are set: so many one above the other, and side by side.
func (k Maps) halls() (down, across int) {
	down, across = [...]int{1, 1, 1, 1, 2, 2, 2}[k.Rooms], [...]int{1, 1, 2, 3, 2, 3, 3}[k.Rooms]
	if k.Rows > k.Cols {
		down, across = across, down
	}
	return down, across
}

func (k Maps) filled() Maps {
	first := mapLevels[0]
	if k.Rows == 0 {
		k.Rows = first.Rows
	}
	if k.Cols == 0 {
		k.Cols = first.Cols
	}
	if k.Things == 0 {
		k.Things = first.Things
	}
	return k
}

func (k Maps) validate(family string) error {
	for _, knob := range [...]struct {
		name             string
		value, low, high int
	}{{"rows", k.Rows, 4, 24}, {"columns", k.Cols, 4, 24}, {"rooms", k.Rooms, 0, 6}, {"things", k.Things, 1, 12}, {"walls", k.Walls, 0, 12}} {
		if (knob.value < knob.low || knob.value > knob.high) && knob.value != 0 {
			return fmt.Errorf("qa: %s: %d %s; %d to %d are allowed, or 0", family, knob.value, knob.name, knob.low, knob.high)
		}
	}
	full := k.filled()
	if down, across := full.halls(); k.Rooms > 0 && (full.Rows < 3*down+1 || full.Cols < 3*across+1) {
		return fmt.Errorf("qa: %s: %d rooms on %d rows and %d columns; %d rows and %d columns or more are needed", family, k.Rooms, full.Rows,
			full.Cols, 3*down+1, 3*across+1)
	}
	return k.Phrasing.validate(family)
}

// sample draws a map.
func (k Maps) sample(src seed.Source) Subject {
	k = k.filled()
	s := mapSampler{Maps: k, m: layout.NewMap(k.Rows, k.Cols), src: src, names: newNamer(src)}
	s.kept = make([]bool, k.Rows*k.Cols)
	if k.Rooms > 0 {
		s.rooms()
	}
	s.free = make([]layout.Cell, 0, k.Rows*k.Cols)
	for i, g := range s.m.Ground {
		if g == layout.Floor && !s.kept[i] {
			s.free = append(s.free, s.m.Cell(i))
		}
	}
	seed.Shuffle(src, s.free)
	for range min(k.Walls, len(s.free)-k.Things) {
		s.wall()
	}
	s.things()
	return Subject{Map: s.m}
}

// mapSampler draws one map.
type mapSampler struct {
	Maps
	m     *layout.Map
	src   seed.Source
	names *namer
	kept  []bool        // cells that stay floor: each room has one to show its mark on
	free  []layout.Cell // cells that may be taken, in random order
}

// rooms sets walls around halls with doors between them, and makes rooms of some.
func (s *mapSampler) rooms() {
	down, across := s.halls()
	rows, cols := s.cuts(s.Rows, down), s.cuts(s.Cols, across)
	m := s.m
	for i := range m.Ground {
		m.Ground[i] = layout.Wall
	}
	for r := range down {
		for c := range across {
			for row := rows[r] + 1; row < rows[r+1]; row++ {
				for col := cols[c] + 1; col < cols[c+1]; col++ {
					m.Ground[row*m.Cols+col] = layout.Floor
				}
			}
		}
	}
	door := func(row, col int) { m.Ground[row*m.Cols+col] = layout.Door }
	inside := func(cuts []int, i int) int { return cuts[i] + 1 + s.src.Intn(cuts[i+1]-cuts[i]-1) }
	for r := range down {
		for c := range across {
			if r+1 < down {
				door(rows[r+1], inside(cols, c))
			}
			if c+1 < across {
				door(inside(rows, r), cols[c+1])
			}
		}
	}
	if out := s.src.Intn(across); s.src.Intn(2) == 0 {
		door(0, inside(cols, out))
	} else {
		door(m.Rows-1, inside(cols, out))
	}
	halls := make([]int, down*across)
	for i := range halls {
		halls[i] = i
	}
	seed.Shuffle(s.src, halls)
	for _, h := range halls[:min(s.Rooms, len(halls))] {
		r, c := h/across, h%across
		var cells []layout.Cell
		for row := rows[r] + 1; row < rows[r+1]; row++ {
			for col := cols[c] + 1; col < cols[c+1]; col++ {
				cells = append(cells, layout.Cell{Row: row, Col: col})
			}
		}
		s.kept[m.Index(cells[s.src.Intn(len(cells))])] = true
		m.Rooms = append(m.Rooms, s.names.room(m.Rooms, cells...))
	}
}

// cuts draws where walls stand so that parts of at least 2 lie between: the first at 0, the last at the end.
func (s *mapSampler) cuts(size, parts int) []int {
	all := make([]int, 1, parts+1)
	spare := size - 1 - 3*parts // beyond 2 cells and a wall each
	for p := range parts {
		extra := spare
		if p < parts-1 {
			extra = s.src.Intn(spare + 1)
		}
		spare -= extra
		all = append(all, all[p]+3+extra)
	}
	return all
}

// take takes the last free cell.
func (s *mapSampler) take() layout.Cell {
	c := s.free[len(s.free)-1]
	s.free = s.free[:len(s.free)-1]
	return c
}

// wall makes a free cell a wall.
func (s *mapSampler) wall() {
	c := s.take()
	s.m.Ground[s.m.Index(c)] = layout.Wall
	for i := range s.m.Rooms {
		r := &s.m.Rooms[i]
		r.Cells = keep(r.Cells, func(at *layout.Cell) bool { return *at != c })
	}
}

// things sets things of all sorts: one in three of a kind of which there are several, one that looks somewhere where there are rooms, and
// some that take up two cells.
func (s *mapSampler) things() {
	several := s.Things / 3
	if several == 1 {
		several = 2 * s.src.Intn(2)
	}
	if several > 0 {
		kind, mark := s.names.theme.Kinds[s.src.Intn(len(s.names.theme.Kinds))].Singular, s.names.mark()
		for i := range min(several, len(s.free)) {
			s.m.Things = append(s.m.Things, layout.Thing{Name: fmt.Sprint(kind, " ", i+1), Kind: kind, Mark: mark, Cells: []layout.Cell{s.take()}})
		}
	}
	for i := several; i < s.Things && len(s.free) > 0; i++ {
		if s.Rooms > 0 && i == several {
			actor := s.names.actor(s.take())
			actor.Facing = layout.N + layout.Cardinal(s.src.Intn(layout.Cardinals-1))
			s.m.Things = append(s.m.Things, actor)
			continue
		}
		cells := []layout.Cell{s.take()}
		if s.Things > 3 && s.src.Intn(3) == 0 {
			cells = s.beside(cells)
		}
		s.m.Things = append(s.m.Things, s.names.thing(cells...))
	}
	seed.Shuffle(s.src, s.m.Things)
}

// beside adds a free cell beside the only one, where there is one.
func (s *mapSampler) beside(cells []layout.Cell) []layout.Cell {
	at := cells[0]
	for i, c := range s.free {
		if (c.Row == at.Row && (c.Col == at.Col+1 || c.Col == at.Col-1)) || (c.Col == at.Col && (c.Row == at.Row+1 || c.Row == at.Row-1)) {
			s.free = append(s.free[:i], s.free[i+1:]...)
			cells = append(cells, c)
			layout.SortCells(cells)
			break
		}
	}
	return cells
}

// subject draws a subject with a map, for a family.
func (k Maps) subject(f Family, src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	return k.sample(src), nil
}

// mapped reports whether a subject is a map and no text.
func (s *Subject) mapped() bool { return s.Map != nil && len(s.Facts) == 0 && s.Layout.Len() == 0 }
