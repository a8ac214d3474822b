package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// SizeKind says what a question of the family size asks for. The zero value draws one.
type SizeKind uint8

// The kinds.
const (
	AnySize   SizeKind = iota
	SizeArea           // the area of a thing or room
	SizeWidth          // over how many columns it extends
	SizeTall           // over how many rows
	SizeMost           // which of some is the largest, widest or tallest, or the smallest, narrowest or shortest
	SizeRatio          // how many times as large as another it is
	sizeKinds
)

// SizeFamily asks how large things and rooms are: their area, width and height, which of several is the largest, and how many times as large as
// another one is. No two that are compared are equal. On a map with rooms it asks about the rooms, on others about the things.
type SizeFamily struct {
	About   SizeKind
	Side    int // rows and columns of the map, 8 to 32; 0 stands for 8
	Things  int // how many things or rooms there are, 2 to 6; 0 stands for 2
	Cells   int // how many cells a thing has at most, 4 to 60; 0 stands for 6
	Options int // how many are compared, 2 to 4, as far as there are so many; 0 stands for 2
	// Scale is in what is measured: 0 and 1 in cells, 2 in metres with cells of whole and half metres, 3 with cells of other sizes too.
	Scale    int
	Phrasing Phrasing
}

var sizeLevels = [Levels]SizeFamily{
	{Side: 8, Things: 2, Cells: 6, Options: 2, Scale: 1},
	{Side: 10, Things: 3, Cells: 10, Options: 3, Scale: 2},
	{Side: 13, Things: 4, Cells: 18, Options: 3, Scale: 3},
	{Side: 16, Things: 5, Cells: 30, Options: 4, Scale: 3},
}

// cellSides are the sides of cells in centimetres, those of scale 2 first.
var cellSides = [...]int{50, 100, 200, 150, 25, 10, 80, 120, 250, 75}

// Name returns "size".
func (SizeFamily) Name() string { return "size" }

// Summary describes the family in one line.
func (SizeFamily) Summary() string {
	return "how large, wide and tall things and rooms are, and which is larger, by how many times"
}

// Group returns Read.
func (SizeFamily) Group() Group { return Read }

// Validate reports a knob out of range.
func (f SizeFamily) Validate() error {
	if f.About >= sizeKinds {
		return fmt.Errorf("qa: size: kind %d; 0 to %d are allowed", f.About, sizeKinds-1)
	}
	for _, k := range []struct {
		what                     string
		value, zero, least, most int
	}{
		{"rows and columns", f.Side, 8, 8, 32}, {"things", f.Things, 2, 2, 6}, {"cells of a thing", f.Cells, 6, 4, 60}, {"options", f.Options, 2, 2, 4},
		{"as scale", f.Scale, 1, 1, 3},
	} {
		if k.value != 0 && (k.value < k.least || k.value > k.most) {
			return fmt.Errorf("qa: size: %d %s; %d to %d are allowed, or 0 for %d", k.value, k.what, k.least, k.most, k.zero)
		}
	}
	if g := f.full(); (g.Side-1)/3*((g.Side-1)/3) < g.Things {
		return fmt.Errorf("qa: size: %d things have no room on %d rows and columns", g.Things, g.Side)
	}
	return f.Phrasing.validate(f.Name())
}

// full returns the family with the knobs that zero ones stand for.
func (f SizeFamily) full() SizeFamily {
	zero := sizeLevels[0]
	for _, k := range []struct{ knob, zero *int }{{&f.Side, &zero.Side}, {&f.Things, &zero.Things}, {&f.Cells, &zero.Cells}, {&f.Options, &zero.Options},
		{&f.Scale, &zero.Scale}} {
		if *k.knob == 0 {
			*k.knob = *k.zero
		}
	}
	return f
}

// At returns the family with the maps of a level.
func (f SizeFamily) At(level int) Family {
	g := sizeLevels[clampLevel(level)-1]
	g.About, g.Phrasing = f.About, f.Phrasing
	return g
}

// WithPhrasing returns the family with another phrasing.
func (f SizeFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// Sample draws a map of things, or with equal chance one of rooms. Of the things one has a whole number of times as many cells as another.
func (f SizeFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	f = f.full()
	names := newNamer(src)
	if src.Intn(2) == 0 {
		m := new(layout.Map)
		if err := (layout.RoomSpec{Rows: f.Side, Cols: f.Side, Rooms: f.Things, Loops: src.Intn(2)}).Sample(m, src); err != nil {
			return Subject{}, err
		}
		for i := range m.Rooms {
			m.Rooms[i] = names.room(m.Rooms[:i], m.Rooms[i].Cells...)
		}
		for range src.Intn(f.Things) { // what stands in a room takes nothing off it
			r := &m.Rooms[src.Intn(len(m.Rooms))]
			if c := r.Cells[src.Intn(len(r.Cells))]; m.Free(c) && len(r.Cells) > 4 {
				m.Things = append(m.Things, names.thing(c))
			}
		}
		return Subject{Map: m}, nil
	}
	m := layout.NewMap(f.Side, f.Side)
	slots := layout.Box{Rows: f.Side, Cols: f.Side}.Slots(f.Things, 2, src)
	large := 0
	for i, s := range slots {
		if s.Area() > slots[large].Area() {
			large = i
		}
	}
	slots[0], slots[large] = slots[large], slots[0]
	most := min(f.Cells, slots[0].Area())
	times := 2 + src.Intn(min(3, most/2-1))
	small := 1 + src.Intn(min(most/times, slots[1].Area()))
	for i, s := range slots {
		n := f.Cells/2 + src.Intn(f.Cells-f.Cells/2) + 1
		switch i {
		case 0:
			n = times * small
		case 1:
			n = small
		}
		if n <= s.Rows*s.Cols && src.Intn(3) == 0 && i > 1 { // a rectangle
			rows, cols := 1+src.Intn(s.Rows), 1+src.Intn(s.Cols)
			b := layout.Box{Row: s.Row + src.Intn(s.Rows-rows+1), Col: s.Col + src.Intn(s.Cols-cols+1), Rows: rows, Cols: cols}
			m.Things = append(m.Things, names.thing(b.AppendCells(nil)...))
			continue
		}
		m.Things = append(m.Things, names.thing(s.Polyomino(nil, n, src)...))
	}
	seed.Shuffle(src, m.Things)
	return Subject{Map: m}, nil
}

// Ask draws the kind of question, of which sizes it is, then a size that some have, or those to compare, in random order. Where the map has none of the kind
// it takes another. How long the sides of cells are is drawn too, where it is to be said.
func (f SizeFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	f = f.full()
	m := s.Map
	if m == nil {
		return nil, unsuitable(f.Name(), "there is no map")
	}
	if err := m.Validate(); err != nil {
		return nil, fmt.Errorf("qa: size: %w: %w", ErrUnsuitable, err)
	}
	kinds := []SizeKind{SizeArea, SizeWidth, SizeTall, SizeMost, SizeMost, SizeRatio}
	if f.About != AnySize {
		kinds = []SizeKind{f.About}
	}
	seed.Shuffle(src, kinds)
	base := Size{Map: m, OfRooms: len(m.Rooms) > 0, Phrasing: f.Phrasing}
	switch f.Scale {
	case 2:
		base.CellSide = cellSides[src.Intn(4)]
	case 3:
		base.CellSide = cellSides[src.Intn(len(cellSides))]
	}
	sizes := base.measures()
	for _, kind := range kinds {
		q := base
		q.Kind, q.Of = kind, SizeArea
		var all []Size
		add := func(objects ...int) {
			q.Objects = objects
			if q.settle(sizes) {
				all = append(all, q)
			}
		}
		switch kind {
		case SizeMost:
			q.Of = SizeArea + SizeKind(src.Intn(3))
			q.Least = src.Intn(2) == 1
			if objects := differing(sizes, q.Of, f.Options, src); len(objects) > 1 {
				add(objects...)
			}
		case SizeRatio:
			for a := range sizes {
				for b := range sizes {
					if a != b {
						add(a, b)
					}
				}
			}
		default:
			q.Of = kind
			for a := range sizes {
				add(a)
			}
		}
		if all = narrow(src, all, func(q *Size) int { return q.Number.Value & 63 }); len(all) > 0 {
			return all[src.Intn(len(all))], nil
		}
	}
	return nil, unsuitable(f.Name(), "nothing of the kind can be told from the map")
}

// differing draws up to n things of different size, in random order.
func differing(sizes []measures, of SizeKind, n int, src seed.Source) (objects []int) {
	order := make([]int, len(sizes))
	for i := range order {
		order[i] = i
	}
	seed.Shuffle(src, order)
	for _, i := range order {
		fresh := len(objects) < n && sizes[i].ok
		for _, o := range objects {
			fresh = fresh && sizes[o].of(of).apart(sizes[i].of(of))
		}
		if fresh {
			objects = append(objects, i)
		}
	}
	// Drawing one after the other favours none but sizes that few have, so that their order must be drawn again.
	seed.Shuffle(src, objects)
	return objects
}
