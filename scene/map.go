package scene

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/gridscribe/gridscribe/layout"
)

// The characters that stand for cells. Things and rooms have their marks.
const (
	FloorMark  = '.'
	WallMark   = '#'
	DoorMark   = '+'
	HiddenMark = '?'
	SharedMark = '&' // two things overlap
)

var groundMarks = [4]byte{layout.Floor: FloorMark, layout.Wall: WallMark, layout.Door: DoorMark, layout.Hidden: HiddenMark}

// AppendMap appends the drawing of a map, a line for each row, then an empty line and the legend, where one is needed; no line
// end at the last. What a style cannot show, of which [MapStyle.Shows] tells, is left out; a style outside those there are is drawn as Plain.
func AppendMap(dst []byte, m *layout.Map, style MapStyle) []byte {
	dst = AppendCells(dst, m, style)
	if style == MapBinary {
		return append(dst, "\n\n0 = floor\n1 = wall"...)
	}
	return AppendLegend(dst, m)
}

// AppendCells appends the drawing of a map without its legend.
func AppendCells(dst []byte, m *layout.Map, style MapStyle) []byte {
	if m.Rows <= 0 || m.Cols <= 0 || len(m.Ground) < m.Rows*m.Cols {
		return dst
	}
	var g grid
	dst = g.frame(dst, m, style)
	marks := groundMarks
	if style == MapBinary {
		marks = [4]byte{'0', '1', '0', '0'}
	}
	for row := range m.Rows {
		at := g.first + row*g.down
		for _, ground := range m.Ground[row*m.Cols : (row+1)*m.Cols] {
			dst[at] = marks[ground&3]
			at += g.across
		}
	}
	if style == MapBinary {
		return dst
	}
	g.rooms(dst, m)
	g.things(dst, m)
	return dst
}

// grid tells where the marks of cells stand in a drawing: cell (row, col) at byte first + row*down + col*across.
type grid struct{ first, down, across int }

func (g *grid) at(c layout.Cell) int { return g.first + c.Row*g.down + c.Col*g.across }

// frame appends a drawing with a blank for each cell and all that stands around.
func (g *grid) frame(dst []byte, m *layout.Map, style MapStyle) []byte {
	start, label, width := len(dst), digits(m.Rows), digits(m.Cols)
	switch style {
	case MapAxes:
		line := label + m.Cols*(1+width) + 1
		*g = grid{start + line + label + width, line, 1 + width}
		dst = appendBlanks(dst, label)
		for col := range m.Cols {
			dst = appendRight(append(dst, ' '), col+1, width)
		}
		for row := range m.Rows {
			dst = appendRight(append(dst, '\n'), row+1, label)
			dst = appendBlanks(dst, line-label-1)
		}
	case MapTable:
		line := label + 4 + m.Cols*(width+3) + 1
		*g = grid{start + 2*line + label + 4 + width, line, width + 3}
		dst = append(appendBlanks(append(dst, "| "...), label), " |"...)
		for col := range m.Cols {
			dst = append(appendRight(append(dst, ' '), col+1, width), " |"...)
		}
		dst = append(dst, "\n|"...)
		for col := range m.Cols + 1 {
			n := width
			if col == 0 {
				n = label
			}
			for range n + 2 {
				dst = append(dst, '-')
			}
			dst = append(dst, '|')
		}
		for row := range m.Rows {
			dst = append(appendRight(append(dst, "\n| "...), row+1, label), " |"...)
			for range m.Cols {
				dst = append(appendBlanks(dst, 1+width), " |"...)
			}
		}
	default:
		*g = grid{start, m.Cols + 1, 1}
		for row := range m.Rows {
			if row > 0 {
				dst = append(dst, '\n')
			}
			dst = appendBlanks(dst, m.Cols)
		}
	}
	return dst
}

func digits(n int) int {
	d := 1
	for ; n > 9; n /= 10 {
		d++
	}
	return d
}

func appendBlanks(dst []byte, n int) []byte {
	const blanks = "                                                                "
	for ; n > len(blanks); n -= len(blanks) {
		dst = append(dst, blanks...)
	}
	return append(dst, blanks[:max(n, 0)]...)
}

// appendRight appends a number with so many characters, blanks first.
func appendRight(dst []byte, n, width int) []byte {
	return strconv.AppendInt(appendBlanks(dst, width-digits(n)), int64(n), 10)
}

// rooms sets the marks of rooms on their floor, those of smaller rooms over those of larger ones.
func (g *grid) rooms(dst []byte, m *layout.Map) {
	var few [32]int
	order := few[:0]
	for i := range m.Rooms {
		order = append(order, i)
	}
	if len(order) > 1 {
		slices.SortFunc(order, func(a, b int) int {
			return cmp.Or(len(m.Rooms[b].Cells)-len(m.Rooms[a].Cells), b-a)
		})
	}
	for _, i := range order {
		r := &m.Rooms[i]
		for _, c := range r.Cells {
			if r.Mark != 0 && m.GroundAt(c) == layout.Floor && m.Has(c) {
				dst[g.at(c)] = r.Mark
			}
		}
	}
}

// things sets the marks of things.
func (g *grid) things(dst []byte, m *layout.Map) {
	var few [layout.MaxMapSide * layout.MaxMapSide / 64]uint64
	taken := few[:]
	if n := (m.Rows*m.Cols + 63) / 64; n > len(taken) {
		taken = make([]uint64, n)
	}
	for i := range m.Things {
		t := &m.Things[i]
		for _, c := range t.Cells {
			if !m.Has(c) {
				continue
			}
			k := m.Index(c)
			if bit := uint64(1) << (k % 64); taken[k/64]&bit == 0 {
				taken[k/64] |= bit
				dst[g.at(c)] = t.Mark
			} else {
				dst[g.at(c)] = SharedMark
			}
		}
	}
}

// AppendLegend appends an empty line and a line for every mark whose meaning is not plain; nothing where all are.
func AppendLegend(dst []byte, m *layout.Map) []byte {
	start := len(dst)
	line := func(mark byte) {
		if len(dst) == start {
			dst = append(dst, '\n')
		}
		dst = append(dst, '\n', mark, ' ', '=', ' ')
	}
	var used [4]bool
	for _, g := range m.Ground {
		used[g&3] = true
	}
	for g, what := range [...]string{layout.Wall: "wall", layout.Door: "door", layout.Hidden: "unknown"} {
		if used[g] && what != "" {
			line(groundMarks[g])
			dst = append(dst, what...)
		}
	}
	for i := range m.Rooms {
		if r := &m.Rooms[i]; r.Mark != 0 {
			line(r.Mark)
			dst = append(dst, r.Name...)
		}
	}
	var said [256]bool
	for i := range m.Things {
		t := &m.Things[i]
		switch {
		case t.Facing != layout.EQ:
			line(t.Mark)
			dst = append(append(dst, t.Name...), ", facing "...)
			dst = append(dst, facingNames[t.Facing%layout.Cardinals]...)
		case t.Kind != "" && !said[t.Mark]:
			line(t.Mark)
			dst = append(append(dst, "a "...), t.Kind...)
		case t.Kind == "" && (len(t.Name) != 1 || t.Name[0] != t.Mark):
			line(t.Mark)
			dst = append(dst, t.Name...)
		}
		said[t.Mark] = true
	}
	return dst
}

var facingNames = [layout.Cardinals]string{
	layout.N: "north", layout.NE: "north-east", layout.E: "east", layout.SE: "south-east",
	layout.S: "south", layout.SW: "south-west", layout.W: "west", layout.NW: "north-west",
}
