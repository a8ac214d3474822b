package layout

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// Box is a rectangle of cells. The zero Box is empty, and so is every Box without rows or columns.
type Box struct {
	Row, Col   int // of its top-left cell
	Rows, Cols int
}

// Empty reports whether the box has no cells.
func (b Box) Empty() bool { return b.Rows <= 0 || b.Cols <= 0 }

// Area returns the number of cells.
func (b Box) Area() int { return max(b.Rows, 0) * max(b.Cols, 0) }

// Contains reports whether a cell lies in the box.
func (b Box) Contains(c Cell) bool {
	return c.Row >= b.Row && c.Col >= b.Col && c.Row-b.Row < b.Rows && c.Col-b.Col < b.Cols
}

// AppendCells appends the cells of the box in reading order.
func (b Box) AppendCells(dst []Cell) []Cell {
	dst = slices.Grow(dst, b.Area())
	for row := range max(b.Rows, 0) {
		for col := range max(b.Cols, 0) {
			dst = append(dst, Cell{b.Row + row, b.Col + col})
		}
	}
	return dst
}

// Intersect returns what two boxes have in common, the zero Box where that is nothing.
func (b Box) Intersect(o Box) Box {
	top, left := max(b.Row, o.Row), max(b.Col, o.Col)
	c := Box{top, left, min(b.Row+b.Rows, o.Row+o.Rows) - top, min(b.Col+b.Cols, o.Col+o.Cols) - left}
	if c.Empty() {
		return Box{}
	}
	return c
}

// Grow returns the box with so many cells more on every side; fewer where by is negative, and the zero Box where none is left.
func (b Box) Grow(by int) Box {
	b = Box{b.Row - by, b.Col - by, b.Rows + 2*by, b.Cols + 2*by}
	if b.Empty() {
		return Box{}
	}
	return b
}

// BoxAround returns the smallest box that holds all cells.
func BoxAround(cells []Cell) Box {
	if len(cells) == 0 {
		return Box{}
	}
	low, high := cells[0], cells[0]
	for _, c := range cells[1:] {
		low = Cell{min(low.Row, c.Row), min(low.Col, c.Col)}
		high = Cell{max(high.Row, c.Row), max(high.Col, c.Col)}
	}
	return Box{low.Row, low.Col, high.Row - low.Row + 1, high.Col - low.Col + 1}
}

// Polyomino draws n cells of a box that hang together by their sides, and appends them in reading order; as many as the box has where
// they are fewer. It starts from a random cell and adds random neighbours, so that every polyomino that fits can come, compact ones most.
func (b Box) Polyomino(dst []Cell, n int, src seed.Source) []Cell {
	if b.Empty() || n < 1 || b.Area() > MaxMapSide*MaxMapSide {
		return dst
	}
	start := len(dst)
	seen := make([]bool, b.Area())
	rim := make([]Cell, 0, 2*n+4)
	see := func(c Cell) {
		if k := (c.Row-b.Row)*b.Cols + c.Col - b.Col; b.Contains(c) && !seen[k] {
			seen[k] = true
			rim = append(rim, c)
		}
	}
	for see(Cell{b.Row + src.Intn(b.Rows), b.Col + src.Intn(b.Cols)}); len(dst)-start < n && len(rim) > 0; {
		k := src.Intn(len(rim))
		c := rim[k]
		rim[k] = rim[len(rim)-1]
		rim = rim[:len(rim)-1]
		dst = append(dst, c)
		see(Cell{c.Row - 1, c.Col})
		see(Cell{c.Row + 1, c.Col})
		see(Cell{c.Row, c.Col - 1})
		see(Cell{c.Row, c.Col + 1})
	}
	SortCells(dst[start:])
	return dst
}

// Connected reports whether cells hang together by their sides; none do. They must be in reading order.
func Connected(cells []Cell) bool {
	if len(cells) < 2 {
		return true
	}
	if b := BoxAround(cells); b.Rows <= MaxMapSide && b.Cols <= MaxMapSide {
		return connectedIn(b, cells)
	}
	seen := make([]bool, len(cells))
	next, count := append(make([]int, 0, len(cells)), 0), 1
	for seen[0] = true; len(next) > 0; {
		c := cells[next[len(next)-1]]
		next = next[:len(next)-1]
		for _, to := range [4]Cell{{c.Row - 1, c.Col}, {c.Row, c.Col - 1}, {c.Row, c.Col + 1}, {c.Row + 1, c.Col}} {
			if k, ok := slices.BinarySearchFunc(cells, to, compareCells); ok && !seen[k] {
				seen[k] = true
				count++
				next = append(next, k)
			}
		}
	}
	return count == len(cells)
}

// connectedIn is Connected where all cells lie in a box no larger than a map: it floods whole rows at once.
func connectedIn(b Box, cells []Cell) bool {
	var left, flood [MaxMapSide]uint64
	for _, c := range cells {
		left[c.Row-b.Row] |= 1 << (c.Col - b.Col)
	}
	flood[cells[0].Row-b.Row] = 1 << (cells[0].Col - b.Col)
	for grown := true; grown; {
		grown = false
		for i := range b.Rows {
			f := flood[i]
			if i > 0 {
				f |= flood[i-1]
			}
			if i+1 < b.Rows {
				f |= flood[i+1]
			}
			for f &= left[i]; ; {
				more := (f | f<<1 | f>>1) & left[i]
				if more == f {
					break
				}
				f = more
			}
			if f != flood[i] {
				flood[i], grown = f, true
			}
		}
	}
	return flood == left
}
