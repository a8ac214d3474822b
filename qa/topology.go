package qa

import (
	"errors"
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// TopologyKind says what a question of the family topology is about. The zero value draws one that the subject has.
type TopologyKind uint8

// The kinds.
const (
	AnyTopology    TopologyKind = iota
	RegionRelation              // which relation two things have, of the eight of RCC-8
	RoomHolding                 // which room a thing is in
	WallTouch                   // whether a thing touches a wall
	topologyKinds
)

// TopologyFamily asks how things with extent lie to each other and to rooms: apart, touching, overlapping or inside, in which room, at the
// wall or not. On a map with rooms it asks about rooms and walls, on others about two things.
type TopologyFamily struct {
	About  TopologyKind
	Side   int // rows and columns of the map, 8 to 32; 0 stands for 8
	Things int // how many things there are, 2 to 8; 0 stands for 2
	Rooms  int // how many rooms stand side by side, 2 to 6; 0 stands for 2
	Nested int // how many rooms more lie inside others, 0 to 4, as far as there is room
	Cells  int // how many cells a thing in a room has at most, 1 to 8; 0 stands for 1
	Bites  int // how many cells are bitten off the rectangles that two things are, 0 to 12

	Phrasing Phrasing
}

// maxTopologyRooms is how many rooms there are at most, nested ones too.
const maxTopologyRooms = 6 + 4

var topologyLevels = [Levels]TopologyFamily{
	{Side: 8, Things: 2, Rooms: 2, Cells: 1},
	{Side: 11, Things: 3, Rooms: 3, Cells: 2, Bites: 2},
	{Side: 14, Things: 4, Rooms: 3, Nested: 1, Cells: 4, Bites: 5},
	{Side: 18, Things: 5, Rooms: 4, Nested: 2, Cells: 6, Bites: 10},
}

// Name returns "topology".
func (TopologyFamily) Name() string { return "topology" }

// Summary describes the family in one line.
func (TopologyFamily) Summary() string {
	return "whether things are apart, touch, overlap or lie inside each other, in which room, and at the wall or not"
}

// Group returns Relate.
func (TopologyFamily) Group() Group { return Relate }

// Validate reports a knob out of range.
func (f TopologyFamily) Validate() error {
	if f.About >= topologyKinds {
		return fmt.Errorf("qa: topology: kind %d; 0 to %d are allowed", f.About, topologyKinds-1)
	}
	for _, k := range []struct {
		what              string
		value, zero, most int
		least             int
	}{
		{"rows and columns", f.Side, 8, 32, 8}, {"things", f.Things, 2, 8, 2}, {"rooms", f.Rooms, 2, 6, 2}, {"cells of a thing", f.Cells, 1, 8, 1},
	} {
		if k.value != 0 && (k.value < k.least || k.value > k.most) {
			return fmt.Errorf("qa: topology: %d %s; %d to %d are allowed, or 0 for %d", k.value, k.what, k.least, k.most, k.zero)
		}
	}
	switch g := f.full(); {
	case f.Nested < 0 || f.Nested > 4:
		return fmt.Errorf("qa: topology: %d rooms inside others; 0 to 4 are allowed", f.Nested)
	case f.Bites < 0 || f.Bites > 12:
		return fmt.Errorf("qa: topology: %d cells bitten off; 0 to 12 are allowed", f.Bites)
	case (g.Side-1)/3*((g.Side-1)/3) < g.Rooms || (g.Side+1)/4*((g.Side+1)/4) < g.Things-1:
		return fmt.Errorf("qa: topology: %d things or %d rooms have no room on %d rows and columns", g.Things, g.Rooms, g.Side)
	}
	return f.Phrasing.validate(f.Name())
}

// full returns the family with the knobs that zero ones stand for.
func (f TopologyFamily) full() TopologyFamily {
	for _, k := range []struct {
		knob *int
		zero int
	}{{&f.Side, 8}, {&f.Things, 2}, {&f.Rooms, 2}, {&f.Cells, 1}} {
		if *k.knob == 0 {
			*k.knob = k.zero
		}
	}
	return f
}

// At returns the family with the maps of a level.
func (f TopologyFamily) At(level int) Family {
	g := topologyLevels[clampLevel(level)-1]
	g.About, g.Phrasing = f.About, f.Phrasing
	return g
}

// WithPhrasing returns the family with another phrasing.
func (f TopologyFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// Sample draws a map of things that may overlap, or with equal chance one of rooms.
func (f TopologyFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	g := f.full()
	if f.About == RegionRelation || f.About == AnyTopology && src.Intn(2) == 0 {
		return Subject{Map: g.regions(src)}, nil
	}
	return g.rooms(src)
}

// regions draws two things with a relation that is drawn first, and others apart from them and from each other.
func (f TopologyFamily) regions(src seed.Source) *layout.Map {
	m := layout.NewMap(f.Side, f.Side)
	slots := layout.Box{Rows: f.Side, Cols: f.Side}.Slots(f.Things-1, 3, src)
	largest := 0
	for i, s := range slots {
		if s.Area() > slots[largest].Area() {
			largest = i
		}
	}
	r := layout.RCC8(src.Intn(layout.RCC8s))
	if len(slots) > 1 { // the others are disconnected from both
		r = layout.EC + layout.RCC8(src.Intn(layout.RCC8s-1))
	}
	a, b := slots[largest].Related(r, src)
	x, y := a.AppendCells(nil), b.AppendCells(nil)
	if r == layout.SameRegion {
		x = layout.Nibble(x, f.Bites, nil, src)
		y = append(y[:0], x...)
	} else {
		x = layout.Nibble(x, f.Bites/2, func(x []layout.Cell) bool { return layout.RelateCells(x, y) == r }, src)
		y = layout.Nibble(y, f.Bites-f.Bites/2, func(y []layout.Cell) bool { return layout.RelateCells(x, y) == r }, src)
	}
	names := newNamer(src)
	m.Things = append(m.Things, names.thing(x...), names.thing(y...))
	for i, s := range slots {
		if i != largest {
			m.Things = append(m.Things, names.thing(s.Polyomino(nil, 1+src.Intn(6), src)...))
		}
	}
	seed.Shuffle(src, m.Things)
	return m
}

// mostRedrawn is how often rooms are drawn again that are all so narrow that everything touches a wall; few are.
const mostRedrawn = 8

// rooms draws rooms with things, every other of which touches a wall. Of every room at least one cell stays free, so that its mark shows.
func (f TopologyFamily) rooms(src seed.Source) (Subject, error) {
	m := new(layout.Map)
	var room []int8                // that a free cell lies in, by its number; -1: none, or the cell is taken
	var starts [2][]layout.Cell    // free cells, by whether they are beside a wall
	var free [maxTopologyRooms]int // by room
	for range mostRedrawn {
		spec := layout.RoomSpec{Rows: f.Side, Cols: f.Side, Rooms: f.Rooms, Nested: f.Nested, Loops: src.Intn(2)}
		if err := spec.Sample(m, src); err != nil {
			return Subject{}, err
		}
		room = append(room[:0], make([]int8, len(m.Ground))...)
		for i := range room {
			room[i] = -1
		}
		for r := range m.Rooms { // inner rooms come after those around them
			for _, c := range m.Rooms[r].Cells {
				if k := m.Index(c); m.Ground[k] == layout.Floor {
					room[k] = int8(r)
				}
			}
		}
		starts = [2][]layout.Cell{starts[0][:0], starts[1][:0]}
		for k := range room {
			if c := m.Cell(k); room[k] >= 0 {
				beside := side(besideWall(m, c))
				starts[beside] = append(starts[beside], c)
			}
		}
		if len(starts[0]) > 0 {
			break
		}
	}
	names := newNamer(src)
	for i := range m.Rooms {
		m.Rooms[i] = names.room(m.Rooms[:i], m.Rooms[i].Cells...)
	}
	for _, r := range room {
		if r >= 0 {
			free[r]++
		}
	}
	first := src.Intn(2)
	for i := range f.Things {
		at := (first + i) % 2
		in := src.Intn(len(m.Rooms))
		open := func(c layout.Cell) int { // which room is free there
			if r := int(room[m.Index(c)]); r >= 0 && free[r] > 1 {
				return r
			}
			return -1
		}
		from := keep(slices.Clone(starts[at]), func(c *layout.Cell) bool { return open(*c) == in })
		if len(from) == 0 { // not in this room
			from = keep(slices.Clone(starts[at]), func(c *layout.Cell) bool { return open(*c) >= 0 })
		}
		if len(from) == 0 { // not on this map
			continue
		}
		start := from[src.Intn(len(from))]
		in = int(room[m.Index(start)])
		cells := layout.GrowCells(nil, start, min(1+src.Intn(f.Cells), free[in]-1), func(c layout.Cell) bool {
			return m.Has(c) && int(room[m.Index(c)]) == in && (at == 1 || !besideWall(m, c))
		}, src)
		for _, c := range cells {
			room[m.Index(c)] = -1
		}
		free[in] -= len(cells)
		m.Things = append(m.Things, names.thing(cells...))
	}
	seed.Shuffle(src, m.Things)
	return Subject{Map: m}, nil
}

func side(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// besideWall reports whether one of the eight cells around a cell is wall or door, or lies beyond the map.
func besideWall(m *layout.Map, c layout.Cell) bool {
	for d := layout.N; d < layout.Cardinals; d++ {
		rows, cols := d.Signs()
		if g := m.GroundAt(layout.Cell{Row: c.Row + rows, Col: c.Col + cols}); g == layout.Wall || g == layout.Door {
			return true
		}
	}
	return false
}

// Ask draws what the question is about, then an answer that the map has, then a question with it. Of two things one in eight is asked of
// things that are disconnected, where others are not: of most pairs on a map that is so.
func (f TopologyFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	m := s.Map
	if m == nil {
		return nil, unsuitable(f.Name(), "there is no map")
	}
	if err := m.Validate(); err != nil {
		return nil, fmt.Errorf("qa: topology: %w: %w", ErrUnsuitable, err)
	}
	kinds := []TopologyKind{RoomHolding, WallTouch}
	switch {
	case f.About != AnyTopology:
		kinds = []TopologyKind{f.About}
	case len(m.Rooms) == 0:
		kinds = []TopologyKind{RegionRelation}
	default:
		seed.Shuffle(src, kinds)
	}
	_, _, told := sharers(m)
	var err error
	for _, kind := range kinds {
		var all []Topology
		add := func(q Topology) {
			q.Map, q.Kind, q.Phrasing, q.told = m, kind, f.Phrasing, told
			if e := q.solve(); e == nil {
				all = append(all, q)
			} else if !errors.Is(e, ErrUnsuitable) {
				err = e
			}
		}
		for x := range m.Things {
			switch kind {
			case RegionRelation:
				for y := range m.Things {
					if y != x {
						add(Topology{X: x, Y: y})
					}
				}
			case RoomHolding:
				add(Topology{X: x})
				add(Topology{X: x, Outer: true})
			case WallTouch:
				add(Topology{X: x})
			}
		}
		if kind == RegionRelation {
			apart := src.Intn(layout.RCC8s) == 0
			all = prefer(all, func(q *Topology) bool { return (q.Relation == layout.DC) == apart })
		}
		if kind == RoomHolding { // the room that two questions tell apart, where there is one
			deep := src.Intn(4) > 0
			all = prefer(all, func(q *Topology) bool { return q.depth > 1 == deep })
		}
		if all = narrow(src, all, (*Topology).class); len(all) > 0 {
			return all[src.Intn(len(all))], nil
		}
	}
	if err == nil {
		err = unsuitable(f.Name(), "nothing of the kind can be told from the map")
	}
	return nil, err
}
