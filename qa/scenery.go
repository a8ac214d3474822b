package qa

import (
	"fmt"
	"strconv"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// Scenery are the knobs of families that read and measure maps: what stands on them. Fields that are zero stand for those of the
// family's level 1.
type Scenery struct {
	Rows, Cols int // 3 to 24; 0 stands for the family's
	Things     int // things with a name of their own, 2 to 20; 0 stands for the family's
	Extended   int // how many of them take up several cells where there is room, 0 to Things
	Kinds      int // kinds of things of which there are several, 0 to 4
	Each       int // the most things of one kind, 0 to 12; 0 with kinds stands for 3
	Rooms      int // rooms, 0 to 4; there are fewer where they do not fit
}

// or returns the knobs with those that are zero taken from others, when none is set but for these.
func (s Scenery) or(level Scenery) Scenery {
	if s == (Scenery{}) {
		return level
	}
	if s.Rows == 0 {
		s.Rows = level.Rows
	}
	if s.Cols == 0 {
		s.Cols = level.Cols
	}
	if s.Things == 0 {
		s.Things = level.Things
	}
	if s.Each == 0 {
		s.Each = 3
	}
	return s
}

func (s Scenery) validate(family string, level Scenery) error {
	full := s.or(level)
	switch {
	case full.Rows < 3 || full.Rows > 24 || full.Cols < 3 || full.Cols > 24:
		return fmt.Errorf("qa: %s: a map of %d rows and %d columns; 3 to 24 are allowed, or 0 for %d and %d", family, s.Rows, s.Cols,
			level.Rows, level.Cols)
	case full.Things < 2 || full.Things > 20:
		return fmt.Errorf("qa: %s: %d things; 2 to 20 are allowed, or 0 for %d", family, s.Things, level.Things)
	case s.Extended < 0 || s.Extended > full.Things:
		return fmt.Errorf("qa: %s: %d things that take up several cells; 0 to %d are allowed", family, s.Extended, full.Things)
	case s.Kinds < 0 || s.Kinds > 4:
		return fmt.Errorf("qa: %s: %d kinds; 0 to 4 are allowed", family, s.Kinds)
	case s.Each < 0 || s.Each > 12:
		return fmt.Errorf("qa: %s: %d things of a kind; 0 to 12 are allowed", family, s.Each)
	case s.Rooms < 0 || s.Rooms > 4:
		return fmt.Errorf("qa: %s: %d rooms; 0 to 4 are allowed", family, s.Rooms)
	case full.filled() > full.Rows*full.Cols*2/3:
		return fmt.Errorf("qa: %s: things that take up %d of %d cells; two thirds of them are allowed", family, full.filled(), full.Rows*full.Cols)
	}
	return nil
}

// filled returns how many cells things take up at most.
func (s Scenery) filled() int { return s.Things + 5*s.Extended + s.Kinds*s.Each }

// furnish draws a map. Of the first kind there are as many things as there may be, of the others from one up.
func (s Scenery) furnish(src seed.Source) *layout.Map {
	m := layout.NewMap(s.Rows, s.Cols)
	names := newNamer(src)
	if s.Rooms > 0 {
		// Mostly a part is left over, that belongs to no room.
		parts := layout.Split(s.Rows, s.Cols, s.Rooms+min(src.Intn(5), 1), 2, src)
		seed.Shuffle(src, parts)
		for _, cells := range parts[:min(s.Rooms, len(parts))] {
			m.Rooms = append(m.Rooms, names.room(m.Rooms, cells...))
		}
	}
	taken := make([]bool, s.Rows*s.Cols)
	total := s.Things + s.Kinds*s.Each
	m.Things = make([]layout.Thing, 0, total)
	// Those that need the most room come first; on a crowded map they get one cell like the others.
	for range min(s.Extended, s.Things) {
		if cells := s.spread(m, taken, src); cells != nil {
			m.Things = append(m.Things, names.thing(cells...))
		}
	}
	cells := m.Scatter(make([]layout.Cell, 0, total), total, src)
	for len(m.Things) < s.Things {
		m.Things = append(m.Things, names.thing(cells[0]))
		cells = cells[1:]
	}
	kinds := append(make([]describe.Noun, 0, 8), names.theme.Kinds...)
	seed.Shuffle(src, kinds)
	for k := range min(s.Kinds, len(kinds)) {
		n, mark := s.Each, names.mark()
		if k > 0 {
			n = 1 + src.Intn(s.Each)
		}
		for i := range min(n, len(cells)) {
			m.Things = append(m.Things, layout.Thing{Name: kinds[k].Singular + " " + strconv.Itoa(i+1), Kind: kinds[k].Singular, Mark: mark,
				Cells: []layout.Cell{cells[i]}})
		}
		cells = cells[min(n, len(cells)):]
	}
	// Sentences name things in this order, which must tell nothing.
	seed.Shuffle(src, m.Things)
	return m
}

// spread returns a free rectangle of several cells, the first from a place that it draws on; nil where there is none of the size that it
// draws.
func (s Scenery) spread(m *layout.Map, taken []bool, src seed.Source) []layout.Cell {
	rows, cols := 1+src.Intn(2), 2+src.Intn(2)
	if src.Intn(2) == 0 {
		rows, cols = cols, rows
	}
	high, wide := s.Rows-rows+1, s.Cols-cols+1
	if high < 1 || wide < 1 {
		return nil
	}
	start := src.Intn(high * wide)
next:
	for i := range high * wide {
		top, left := (start+i)%(high*wide)/wide, (start+i)%(high*wide)%wide
		for k := range rows * cols {
			if taken[(top+k/cols)*s.Cols+left+k%cols] {
				continue next
			}
		}
		cells := make([]layout.Cell, 0, rows*cols)
		for k := range rows * cols {
			cell := layout.Cell{Row: top + k/cols, Col: left + k%cols}
			taken[m.Index(cell)] = true
			cells = append(cells, cell)
		}
		return cells
	}
	return nil
}
