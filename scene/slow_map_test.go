package scene_test

import (
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// The first way in which maps were drawn: slow, and others depend on every byte of it.

func oldMap(dst []byte, m *layout.Map, style scene.MapStyle) []byte {
	dst = oldCells(dst, m, style)
	return oldLegend(dst, m)
}

// AppendCells appends the drawing of a map without its legend.
func oldCells(dst []byte, m *layout.Map, style scene.MapStyle) []byte {
	marks := make([]byte, len(m.Ground))
	for i, g := range m.Ground {
		marks[i] = [...]byte{scene.FloorMark, scene.WallMark, scene.DoorMark, scene.HiddenMark}[g&3]
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
				marks[k] = scene.SharedMark
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
func oldLegend(dst []byte, m *layout.Map) []byte {
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
			line([...]byte{scene.FloorMark, scene.WallMark, scene.DoorMark, scene.HiddenMark}[g], what)
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
			line(t.Mark, t.Name, ", facing ", oldFacing[t.Facing%layout.Cardinals])
		case t.Kind != "" && !said[t.Mark]:
			line(t.Mark, "a ", t.Kind)
		case t.Kind == "" && t.Name != string(rune(t.Mark)):
			line(t.Mark, t.Name)
		}
		said[t.Mark] = true
	}
	return dst
}

var oldFacing = [layout.Cardinals]string{
	layout.N: "north", layout.NE: "north-east", layout.E: "east", layout.SE: "south-east",
	layout.S: "south", layout.SW: "south-west", layout.W: "west", layout.NW: "north-west",
}
