package layout

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// Fingerprint returns a number that is equal for maps that differ only in names, marks, kinds and the order of things and rooms, or
// by a symmetry of the square. Different maps may share one, but hardly do.
func (m *Map) Fingerprint() uint64 {
	all := m.Fingerprints()
	return slices.Min(all[:])
}

// Fingerprints returns a number for the map as each of the symmetries moves it, by symmetry: equal for maps that differ only in names,
// marks, kinds and the order of things and rooms.
func (m *Map) Fingerprints() (all [Symmetries]uint64) {
	for s := range Symmetry(Symmetries) {
		rows, cols := m.Rows, m.Cols
		if s&transposed != 0 {
			rows, cols = cols, rows
		}
		h := seed.Mix(uint64(rows)<<32 | uint64(cols))
		at := func(c Cell) uint64 {
			c = s.Cell(c, m.Rows, m.Cols)
			return uint64(c.Row)<<32 | uint64(c.Col)
		}
		for i, g := range m.Ground {
			if g != Floor && m.Cols > 0 {
				h += seed.Mix(at(m.Cell(i)) ^ uint64(g)<<60)
			}
		}
		of := func(cells []Cell, kind, facing uint64) {
			sum := kind
			for _, c := range cells {
				sum += seed.Mix(at(c) + kind)
			}
			h += seed.Mix(sum ^ facing<<48)
		}
		for i := range m.Rooms {
			of(m.Rooms[i].Cells, 1<<40, 0)
		}
		for i := range m.Things {
			of(m.Things[i].Cells, 1<<41, uint64(s.Cardinal(m.Things[i].Facing)))
		}
		all[s] = seed.Mix(h)
	}
	return all
}

// Fingerprint returns a number that is equal for matrices that differ only by a symmetry of the square. Different ones may share
// one, but hardly do.
func (m *Matrix) Fingerprint() uint64 {
	least := ^uint64(0)
	for s := range Symmetry(Symmetries) {
		rows, cols := m.Rows, m.Cols
		if s&transposed != 0 {
			rows, cols = cols, rows
		}
		h := seed.Mix(uint64(rows)<<32 | uint64(cols))
		for i, on := range m.Dots {
			if on && m.Cols > 0 {
				c := s.Cell(Cell{i / m.Cols, i % m.Cols}, m.Rows, m.Cols)
				h += seed.Mix(uint64(c.Row)<<32 | uint64(c.Col))
			}
		}
		least = min(least, seed.Mix(h))
	}
	return least
}

// Fingerprint returns a number that is equal for graphs that differ only in the names and the order of places and ways. Others may share
// one: it tells places by the ways at them and at their neighbours.
func (g *Graph) Fingerprint() uint64 {
	h := uint64(len(g.Places))
	for _, c := range g.Colours() {
		h += seed.Mix(c)
	}
	return seed.Mix(h)
}

// Colours returns a number for each place that says what ways there are at it and around it: equal for places that only their names
// tell apart. Others may share one.
func (g *Graph) Colours() []uint64 {
	colours, next := make([]uint64, len(g.Places)), make([]uint64, len(g.Places))
	inside := func(w Way) bool { return min(w.A, w.B) >= 0 && max(w.A, w.B) < len(g.Places) }
	for range 3 {
		for i := range next {
			next[i] = seed.Mix(colours[i])
		}
		for _, w := range g.Ways {
			if inside(w) {
				next[w.A] += seed.Mix(colours[w.B] ^ uint64(w.Length)<<32)
				next[w.B] += seed.Mix(colours[w.A] ^ uint64(w.Length)<<32)
			}
		}
		colours, next = next, colours
	}
	return colours
}
