package qa

import (
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// look is what a cell looks like: all that a drawing tells of it. Ground and room are only seen where nothing stands, a room only on floor.
type look struct {
	room   string // the innermost
	things [2]figure
	ground layout.Ground
	count  uint8 // of things, more than two included, up to 255
}

// figure is what a thing looks like in one of its cells.
type figure struct {
	name   string
	kind   bool // the name is that of its kind
	facing layout.Cardinal
	cells  uint16 // how many it has, of a thing that only its kind tells
	first  uint16 // the first of these, where they are several
}

func figureOf(t *layout.Thing) figure {
	if t.Kind == "" {
		return figure{name: t.Name, facing: t.Facing}
	}
	f := figure{name: t.Kind, kind: true, facing: t.Facing, cells: uint16(len(t.Cells))}
	if f.cells > 1 { // side by side, one of two cells is no two of one
		f.first = uint16(t.Cells[0].Row*layout.MaxMapSide + t.Cells[0].Col)
	}
	return f
}

func (f figure) before(o figure) bool {
	if f.name != o.name {
		return f.name < o.name
	}
	return f.facing < o.facing
}

// looks returns what each cell of a map looks like.
func looks(m *layout.Map) []look {
	all := make([]look, len(m.Ground))
	for i, g := range m.Ground {
		all[i].ground = g
	}
	for i := range m.Things {
		f := figureOf(&m.Things[i])
		for _, c := range m.Things[i].Cells {
			l := &all[m.Index(c)]
			switch l.ground = layout.Floor; l.count {
			case 0:
				l.things[0] = f
			case 1:
				if l.things[1] = f; f.before(l.things[0]) {
					l.things[0], l.things[1] = f, l.things[0]
				}
			}
			l.count = min(l.count, 254) + 1
		}
	}
	var few [8]int
	inner := few[:0]
	for i := range m.Rooms {
		inner = append(inner, i)
	}
	slices.SortStableFunc(inner, func(a, b int) int { return len(m.Rooms[a].Cells) - len(m.Rooms[b].Cells) })
	for _, k := range inner {
		for _, c := range m.Rooms[k].Cells {
			if l := &all[m.Index(c)]; l.room == "" && l.count == 0 && l.ground == layout.Floor {
				l.room = m.Rooms[k].Name
			}
		}
	}
	return all
}

// likeness returns in how many cells two maps look the same, and of how many: cells that only one of them has differ. In bare of those that
// are the same nothing is but floor.
func likeness(a, b *layout.Map) (same, all, bare int) {
	all = max(a.Rows, b.Rows) * max(a.Cols, b.Cols)
	la, lb := looks(a), looks(b)
	for i := range la {
		if c := a.Cell(i); b.Has(c) && la[i] == lb[b.Index(c)] {
			if same++; la[i] == (look{}) {
				bare++
			}
		}
	}
	return same, all, bare
}

// called calls the rooms and things of a map that was read as those of another are called, where it has them without an article or with a capital:
// "kettle" and "The kettle" are "the kettle".
func called(got, want *layout.Map) {
	var names []string
	for i := range want.Things {
		if want.Things[i].Kind == "" {
			names = append(names, want.Things[i].Name)
		}
	}
	for i := range want.Rooms {
		names = append(names, want.Rooms[i].Name)
	}
	taken := func(name string) bool {
		return slices.ContainsFunc(got.Things, func(t layout.Thing) bool { return t.Name == name }) ||
			slices.ContainsFunc(got.Rooms, func(r layout.Room) bool { return r.Name == name })
	}
	settle := func(name *string) {
		if slices.Contains(names, *name) || len(*name) < 2 {
			return
		}
		low := strings.ToLower((*name)[:1]) + (*name)[1:]
		for _, try := range [...]string{low, "the " + *name, "the " + low} {
			if slices.Contains(names, try) && !taken(try) { // else two would be one
				*name = try
				return
			}
		}
	}
	for i := range got.Things {
		if got.Things[i].Kind == "" {
			settle(&got.Things[i].Name)
		}
	}
	for i := range got.Rooms {
		settle(&got.Rooms[i].Name)
	}
}

// alike reports whether two maps look the same; nil looks like nothing.
func alike(a, b *layout.Map) bool {
	if a == nil || b == nil {
		return a == b
	}
	same, all, _ := likeness(a, b)
	return same == all && a.Rows == b.Rows && a.Cols == b.Cols
}

// MapDrawing is a map given as an answer, drawn. The zero MapDrawing shows nothing.
type MapDrawing struct {
	Map   *layout.Map
	Style scene.MapStyle
}

// Equal reports whether other is a drawing of a map that looks the same in every cell, in whatever style and with whatever marks.
func (d MapDrawing) Equal(other Answer) bool {
	o, ok := other.(MapDrawing)
	return ok && alike(d.Map, o.Map)
}

// String returns the drawing with its legend.
func (d MapDrawing) String() string {
	if d.Map == nil {
		return ""
	}
	return string(scene.AppendMap(nil, d.Map, d.Style))
}

func (MapDrawing) sealed() {}

// MapDescription is a map given as an answer, in sentences. The zero MapDescription says nothing.
type MapDescription struct{ Map *layout.Map }

// Equal reports whether other tells of a map that looks the same in every cell.
func (d MapDescription) Equal(other Answer) bool {
	o, ok := other.(MapDescription)
	return ok && alike(d.Map, o.Map)
}

// String returns the sentences, one a line.
func (d MapDescription) String() string {
	if d.Map == nil {
		return ""
	}
	return strings.ReplaceAll(string(describe.AppendMap(nil, d.Map)), ". ", ".\n")
}

func (MapDescription) sealed() {}

// mapSteps returns how many pieces a map is put together of: runs of walls, doors and hidden cells, rooms and things.
func mapSteps(m *layout.Map) int {
	n := 1 + len(m.Rooms) + len(m.Things)
	for i, g := range m.Ground {
		if g != layout.Floor && (i%m.Cols == 0 || m.Ground[i-1] != g) {
			n++
		}
	}
	return n
}

// appendRows appends what stands in each row, one a line: "Row 2: wall, floor, the kettle, the pantry (floor)."
func appendRows(dst []byte, m *layout.Map) []byte {
	all := looks(m)
	for row := range m.Rows {
		if row > 0 {
			dst = append(dst, '\n')
		}
		dst = append(dst, "Row "...)
		dst = append(dst, Number{Value: row + 1}.String()...)
		for col := range m.Cols {
			if dst = append(dst, ", "...); col == 0 {
				dst = append(dst[:len(dst)-2], ": "...)
			}
			dst = all[row*m.Cols+col].append(dst)
		}
		dst = append(dst, '.')
	}
	return dst
}

func (l look) append(dst []byte) []byte {
	for i := range min(l.count, 2) {
		if i > 0 {
			dst = append(dst, " and "...)
		}
		if l.things[i].kind {
			dst = append(dst, "a "...)
		}
		dst = append(dst, l.things[i].name...)
		if name := describe.CompassName(l.things[i].facing); name != "" {
			dst = append(append(dst, " facing "...), name...)
		}
	}
	switch {
	case l.count > 0:
		return dst
	case l.room != "":
		return append(append(dst, "floor of "...), l.room...)
	case l.ground == layout.Hidden:
		return append(dst, "unknown"...)
	}
	return append(dst, l.ground.String()...)
}

// swapped returns a map where two named things have changed their names; nil where there are none.
func swapped(m *layout.Map) *layout.Map {
	first := -1
	for i := range m.Things {
		if m.Things[i].Kind != "" {
			continue
		}
		if first >= 0 {
			c := m.Clone()
			a, b := &c.Things[first], &c.Things[i]
			a.Cells, b.Cells = b.Cells, a.Cells
			return c
		}
		first = i
	}
	return nil
}

// lookalikes returns maps that are easily taken for a map: mirrored, with rows for columns, shorter by the last row, with two things swapped or without one.
// Each looks otherwise.
func lookalikes(m *layout.Map) (all []*layout.Map) {
	add := func(c *layout.Map) {
		if c != nil && !slices.ContainsFunc(append(all, m), func(o *layout.Map) bool { return alike(o, c) }) {
			all = append(all, c)
		}
	}
	mirrored := m.Transform(4)
	for i := range mirrored.Things { // seen in a mirror, names and facings stay as they are written
		mirrored.Things[i].Facing = layout.Symmetry(4).Cardinal(mirrored.Things[i].Facing)
	}
	add(mirrored)
	add(m.Transform(1))
	add(swapped(m))
	if len(m.Things) > 0 {
		c := m.Clone()
		c.Things = c.Things[:len(c.Things)-1]
		add(c)
	}
	add(m.Transform(2))
	return all
}
