package qa

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// slide is what becomes of a thing that is slid until something is in its way.
type slide struct {
	cells int // how far it gets
	into  int // what stops it: a thing, or one of the numbers below
	known bool
	only  bool // nothing else stops it there
}

const (
	intoWall = -1
	intoEdge = -2
)

// slideOf slides a thing. Of what cells of which nothing is known may change known and only tell.
func slideOf(m *layout.Map, thing int, way layout.Cardinal, at []int16) (s slide) {
	rows, cols := way.Signs()
	cells := m.Things[thing].Cells
	for s.only, s.known = true, true; ; s.cells++ {
		stopped, unknown := false, false
		for _, c := range cells {
			c = layout.Cell{Row: c.Row + (s.cells+1)*rows, Col: c.Col + (s.cells+1)*cols}
			into, hits := 0, true
			switch {
			case !m.Has(c):
				into = intoEdge
			case m.GroundAt(c) == layout.Wall:
				into = intoWall
			case m.GroundAt(c) == layout.Hidden:
				unknown, hits = true, false
			case at[m.Index(c)] > 0 && int(at[m.Index(c)])-1 != thing:
				into = int(at[m.Index(c)]) - 1
			default:
				hits = false
			}
			if hits {
				s.only = s.only && (!stopped || s.into == into)
				s.into, stopped = into, true
			}
		}
		if unknown {
			// What is hidden may stop it here: that is all the same to how far it gets where something else does.
			s.only, s.known = false, stopped
			return s
		}
		if stopped {
			return s
		}
	}
}

// thingsAt returns for every cell the number of the thing there and 1 more, 0 where there is none.
func thingsAt(m *layout.Map) []int16 {
	at := make([]int16, len(m.Ground))
	for i := range m.Things {
		for _, c := range m.Things[i].Cells {
			at[m.Index(c)] = int16(i + 1)
		}
	}
	return at
}

// slides reports whether a thing can be slid: it is in nobody else's cells, in one piece, and nothing that is hidden can be a part of it.
func slides(m *layout.Map, thing int, at []int16) bool {
	cells := m.Things[thing].Cells
	if m.Things[thing].Kind != "" {
		return false
	}
	for _, c := range cells {
		if int(at[m.Index(c)])-1 != thing {
			return false
		}
		for i := range m.Things {
			if i != thing && slices.Contains(m.Things[i].Cells, c) {
				return false
			}
		}
		for _, way := range [...]layout.Cardinal{layout.N, layout.E, layout.S, layout.W} {
			rows, cols := way.Signs()
			if m.GroundAt(layout.Cell{Row: c.Row + rows, Col: c.Col + cols}) == layout.Hidden {
				return false
			}
		}
	}
	return inOnePiece(cells)
}

// inOnePiece reports whether cells hang together side by side.
func inOnePiece(cells []layout.Cell) bool {
	if len(cells) < 2 {
		return len(cells) == 1
	}
	reached := make([]bool, len(cells))
	reached[0] = true
	for range cells {
		for i, c := range cells {
			for j, d := range cells {
				if reached[j] && max(c.Row-d.Row, d.Row-c.Row)+max(c.Col-d.Col, d.Col-c.Col) == 1 {
					reached[i] = true
				}
			}
		}
	}
	return !slices.Contains(reached, false)
}

// mostRug is how many rows and columns a rug has at most.
const mostRug = 8

// widestFree returns for every number of rows from 1 on how many columns the widest rectangle of free cells has, and where the first of those
// begins. Hidden cells are free if hidden is set.
func widestFree(m *layout.Map, at []int16, hidden bool) (cols [mostRug + 1]int, corner [mostRug + 1]layout.Cell) {
	height := make([]int, m.Cols) // of free cells upward
	for row := range m.Rows {
		for col := range height {
			i := row*m.Cols + col
			if g := m.Ground[i]; at[i] == 0 && (g == layout.Floor || g == layout.Door || hidden && g == layout.Hidden) {
				height[col]++
			} else {
				height[col] = 0
			}
		}
		for h := 1; h <= min(mostRug, row+1); h++ {
			run := 0
			for col, up := range height {
				if up < h {
					run = 0
				} else if run++; run > cols[h] {
					cols[h], corner[h] = run, layout.Cell{Row: row - h + 1, Col: col - run + 1}
				}
			}
		}
	}
	return cols, corner
}

// wallGap is a run of cells without wall between two walls of a row or column.
type wallGap struct{ first, last int }

func (g wallGap) width() int { return g.last - g.first + 1 }

// gapsOf appends the gaps of a row, or of a column where upright is set; ok is false where something of it is hidden.
func gapsOf(dst []wallGap, m *layout.Map, line int, upright bool) (all []wallGap, ok bool) {
	n := m.Cols
	if upright {
		n = m.Rows
	}
	wall := -1
	for i := range n {
		c := layout.Cell{Row: line, Col: i}
		if upright {
			c = layout.Cell{Row: i, Col: line}
		}
		switch m.GroundAt(c) {
		case layout.Hidden:
			return dst, false
		case layout.Wall:
			if wall >= 0 && i > wall+1 {
				dst = append(dst, wallGap{wall + 1, i - 1})
			}
			wall = i
		}
	}
	return dst, true
}
