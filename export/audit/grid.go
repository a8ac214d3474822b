package audit

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// grid is a map, a matrix of dots or a drawing of objects, as a prompt shows it.
type grid struct {
	rows, cols int
	ground     []byte
	objects    bool // a drawing of objects, not a map
	ents       []ent
	first      []int32 // by cell, and one more: where its entities start in occ
	occ        []int32 // entities by cell
	// window tells where the grid lies among others, if placed is set, and turned how it is shown.
	window box
	turned string
	placed bool
}

// ent is a thing, a room, or a thing that only its kind tells.
type ent struct {
	class      byte // r for a room, k for a kind, t for a thing
	name       int
	rows, cols int8 // which way it looks
	cells      []int32
}

func newGrid(rows, cols int) *grid {
	return &grid{rows: rows, cols: cols, ground: bytes.Repeat([]byte{'.'}, rows*cols)}
}

// index files the entities under their cells.
func (g *grid) index() {
	g.first = make([]int32, len(g.ground)+1)
	total := 0
	for i := range g.ents {
		total += len(g.ents[i].cells)
		for _, c := range g.ents[i].cells {
			g.first[c+1]++
		}
	}
	for i := range g.ground {
		g.first[i+1] += g.first[i]
	}
	g.occ = make([]int32, total)
	fill := slices.Clone(g.first)
	for i := range g.ents {
		for _, c := range g.ents[i].cells {
			g.occ[fill[c]] = int32(i)
			fill[c]++
		}
	}
}

var grounds = map[layout.Ground]byte{layout.Floor: '.', layout.Wall: '#', layout.Door: '+', layout.Hidden: '?'}

// shared is the ground of a cell that belongs to several things.
const shared = '&'

// mapGrid returns a map as a grid; its names are numbered. Of its rooms it has what a drawing shows: the floor on which nothing stands,
// of rooms in each other that of the inner one. Of things that share a cell neither has it. So a map that is told has no more than one that is drawn.
func mapGrid(m *layout.Map, names *naming) *grid {
	g := newGrid(m.Rows, m.Cols)
	for i, ground := range m.Ground {
		g.ground[i] = grounds[ground]
	}
	add := func(class byte, name int, facing layout.Cardinal, cells []layout.Cell) {
		e := ent{class: class, name: name, cells: make([]int32, len(cells))}
		rows, cols := facing.Signs()
		e.rows, e.cols = int8(rows), int8(cols)
		for i, c := range cells {
			e.cells[i] = int32(c.Row*m.Cols + c.Col)
		}
		g.ents = append(g.ents, e)
	}
	shown := make([]int32, len(m.Ground)) // by cell: the room that a drawing shows there, from 1; -1 under things
	for i := range m.Rooms {
		for _, c := range m.Rooms[i].Cells {
			if at := &shown[c.Row*m.Cols+c.Col]; *at == 0 || len(m.Rooms[*at-1].Cells) > len(m.Rooms[i].Cells) {
				*at = int32(i + 1)
			}
		}
	}
	for i := range m.Things {
		for _, c := range m.Things[i].Cells {
			at := c.Row*m.Cols + c.Col
			if shown[at] = min(shown[at], 0) - 1; shown[at] < -1 {
				g.ground[at] = shared
			}
		}
	}
	var visible []layout.Cell
	for i := range m.Rooms {
		visible = visible[:0]
		for _, c := range m.Rooms[i].Cells {
			if at := c.Row*m.Cols + c.Col; shown[at] == int32(i+1) && g.ground[at] == '.' {
				visible = append(visible, c)
			}
		}
		add('r', names.id(m.Rooms[i].Name), layout.EQ, visible)
	}
	for i := range m.Things {
		t := &m.Things[i]
		visible = visible[:0]
		for _, c := range t.Cells {
			if g.ground[c.Row*m.Cols+c.Col] != shared {
				visible = append(visible, c)
			}
		}
		if t.Kind != "" {
			add('k', names.kind(t.Kind), t.Facing, visible)
		} else {
			add('t', names.id(t.Name), t.Facing, visible)
		}
	}
	g.index()
	return g
}

// labels numbers names anew, in the order in which they come up.
type labels struct {
	of   []int32 // by name; -1 where it has none yet
	next int32
	// unseen are names in the order in which a question mentions them though nothing shows them: of others -1, -2 and so on.
	unseen []int
	hide   bool // questions are written without the labels of names that are shown
}

func (l *labels) reset(n int) {
	l.of, l.next, l.unseen = l.of[:0], 0, l.unseen[:0]
	for range n {
		l.of = append(l.of, -1)
	}
}

func (l *labels) label(name int) int32 {
	for name >= len(l.of) {
		l.of = append(l.of, -1)
	}
	if l.of[name] < 0 {
		l.of[name] = l.next
		l.next++
	}
	return l.of[name]
}

// mention returns the label of a name that is shown, or else which of the names that are not it is.
func (l *labels) mention(name int) (label int, shown bool) {
	if name >= 0 && name < len(l.of) && l.of[name] >= 0 {
		return int(l.of[name]), true
	}
	if at := slices.Index(l.unseen, name); at >= 0 {
		return at, false
	}
	l.unseen = append(l.unseen, name)
	return len(l.unseen) - 1, false
}

// appendForm appends all that a grid shows when it is moved, names replaced by their labels.
func (g *grid) appendForm(dst []byte, t turn, lab *labels) []byte {
	rows, cols := t.size(g.rows, g.cols)
	kind := byte('M')
	if g.objects {
		kind = 'S'
	}
	dst = binary.AppendUvarint(append(dst, kind), uint64(rows))
	dst = binary.AppendUvarint(dst, uint64(cols))
	var here []int32
	for row := range rows {
		for col := range cols {
			r, c := t.from(row, col, g.rows, g.cols)
			cell := r*g.cols + c
			dst = append(dst, g.ground[cell])
			switch occ := g.occ[g.first[cell]:g.first[cell+1]]; len(occ) {
			case 0:
			case 1:
				dst = g.appendEnt(dst, occ[0], t, lab)
			default:
				here = append(here[:0], occ...)
				slices.SortFunc(here, func(a, b int32) int { return g.compare(a, b, t, lab) })
				for _, e := range here {
					dst = g.appendEnt(dst, e, t, lab)
				}
			}
		}
	}
	return dst
}

func (g *grid) appendEnt(dst []byte, i int32, t turn, lab *labels) []byte {
	e := &g.ents[i]
	dst = binary.AppendUvarint(append(dst, e.class), uint64(lab.label(e.name)))
	if e.rows != 0 || e.cols != 0 {
		rows, cols := t.vector(int(e.rows), int(e.cols))
		dst = append(dst, '>', byte('1'+rows), byte('1'+cols))
	}
	return dst
}

// compare orders the entities of one cell: by class, then those that have a label, then by where they lie.
func (g *grid) compare(i, j int32, t turn, lab *labels) int {
	a, b := &g.ents[i], &g.ents[j]
	if a.class != b.class {
		return int(a.class) - int(b.class) // k, r, t
	}
	la, lb := lab.of[a.name], lab.of[b.name]
	switch {
	case la >= 0 && lb >= 0:
		return int(la - lb)
	case la >= 0:
		return -1
	case lb >= 0:
		return 1
	}
	return slices.Compare(g.moved(a, t), g.moved(b, t))
}

// moved returns the cells of an entity of a moved grid, in reading order.
func (g *grid) moved(e *ent, t turn) []int32 {
	_, cols := t.size(g.rows, g.cols)
	cells := make([]int32, len(e.cells))
	for i, c := range e.cells {
		r, k := t.cell(int(c)/g.cols, int(c)%g.cols, g.rows, g.cols)
		cells[i] = int32(r*cols + k)
	}
	slices.Sort(cells)
	return cells
}

// face turns which way things look from the compass to the grid, as a prompt says where north is.
func (g *grid) face(rules string) {
	_, north, _ := strings.Cut(rules, "north is ")
	for i := range g.ents {
		e := &g.ents[i]
		switch {
		case strings.HasPrefix(north, "to the right"):
			e.rows, e.cols = e.cols, -e.rows
		case strings.HasPrefix(north, "to the left"):
			e.rows, e.cols = -e.cols, e.rows
		case strings.HasPrefix(north, "down"):
			e.rows, e.cols = -e.rows, -e.cols
		}
	}
}
