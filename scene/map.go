package scene

import (
	"github.com/gridscribe/gridscribe/layout"
)

// MapStyle is a way to draw a map. The zero value is Plain.
type MapStyle uint8

// The styles of maps.
const (
	Plain    MapStyle = iota // a character for each cell and a legend: . floor, # wall, + door, capital letters for things
	MapAxes                  // the same with numbers for rows and columns
	MapTable                 // a Markdown table with numbers for rows and columns
)

// The characters that stand for cells. Things and rooms have their marks.
const (
	FloorMark  = '.'
	WallMark   = '#'
	DoorMark   = '+'
	HiddenMark = '?'
	SharedMark = '&' // two things overlap
)

// AppendMap appends the drawing of a map, a line for each row, then an empty line and the legend, where one is needed; no line
// end at the last.
func AppendMap(dst []byte, m *layout.Map, style MapStyle) []byte {
	dst = AppendCells(dst, m, style)
	return AppendLegend(dst, m)
}

// AppendCells appends the drawing of a map without its legend.
func AppendCells(dst []byte, m *layout.Map, style MapStyle) []byte {
	marks := make([]byte, len(m.Ground))
	for i, g := range m.Ground {
		marks[i] = [...]byte{FloorMark, WallMark, DoorMark, HiddenMark}[g&3]
	}
	size := make([]int, len(marks)) // of the room that a mark on the floor is of
	for i := range m.Rooms {
		r := &m.Rooms[i]
		for _, c := range r.Cells {
			if k := m.Index(c); r.Mark != 0 && m.Ground[k] == layout.Floor && (size[k] == 0 || len(r.Cells) < size[k]) {
				marks[k], size[k] = r.Mark, len(r.Cells)
			}
		}
	}
	stands := make([]bool, len(marks))
	for i := range m.Things {
		for _, c := range m.Things[i].Cells {
			if k := m.Index(c); !stands[k] {
				marks[k], stands[k] = m.Things[i].Mark, true
			} else {
				marks[k] = SharedMark
			}
		}
	}
	for row := range m.Rows {
		if row > 0 {
			dst = append(dst, '\n')
		}
		dst = append(dst, marks[row*m.Cols:(row+1)*m.Cols]...)
	}
	return dst
}

// AppendLegend appends an empty line and a line for every mark whose meaning is not plain; nothing where all are.
func AppendLegend(dst []byte, m *layout.Map) []byte {
	before := "\n\n"
	line := func(mark byte, what ...string) {
		dst = append(append(append(dst, before...), mark), " = "...)
		for _, w := range what {
			dst = append(dst, w...)
		}
		before = "\n"
	}
	var used [4]bool
	for _, g := range m.Ground {
		used[g&3] = true
	}
	for g, what := range [...]string{layout.Wall: "wall", layout.Door: "door", layout.Hidden: "unknown"} {
		if used[g] && what != "" {
			line([...]byte{FloorMark, WallMark, DoorMark, HiddenMark}[g], what)
		}
	}
	for i := range m.Rooms {
		if r := &m.Rooms[i]; r.Mark != 0 {
			line(r.Mark, r.Name)
		}
	}
	var said [256]bool
	for i := range m.Things {
		t := &m.Things[i]
		switch {
		case t.Facing != layout.EQ:
			line(t.Mark, t.Name, ", facing ", facingNames[t.Facing%layout.Cardinals])
		case t.Kind != "" && !said[t.Mark]:
			line(t.Mark, "a ", t.Kind)
		case t.Kind == "" && t.Name != string(rune(t.Mark)):
			line(t.Mark, t.Name)
		}
		said[t.Mark] = true
	}
	return dst
}

var facingNames = [layout.Cardinals]string{
	layout.N: "north", layout.NE: "north-east", layout.E: "east", layout.SE: "south-east",
	layout.S: "south", layout.SW: "south-west", layout.W: "west", layout.NW: "north-west",
}
