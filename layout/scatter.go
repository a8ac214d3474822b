package layout

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// Scatter appends n different cells of a map that are free, every choice of them equally likely, in random order; fewer where
// fewer are free. The scratch space for the free cells is allocated.
func (m *Map) Scatter(dst []Cell, n int, src seed.Source) []Cell {
	free := make([]Cell, 0, len(m.Ground))
	taken := make([]bool, len(m.Ground))
	for i := range m.Things {
		for _, c := range m.Things[i].Cells {
			taken[m.Index(c)] = true
		}
	}
	for i, g := range m.Ground {
		if !taken[i] && (g == Floor || g == Door) {
			free = append(free, m.Cell(i))
		}
	}
	for k := 0; k < n && k < len(free); k++ {
		j := k + src.Intn(len(free)-k)
		free[k], free[j] = free[j], free[k]
		dst = append(dst, free[k])
	}
	return dst
}

// SortCells puts cells in reading order.
func SortCells(cells []Cell) { slices.SortFunc(cells, compareCells) }
