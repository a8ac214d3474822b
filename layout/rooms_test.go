package layout_test

import (
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"pgregory.net/rapid"
)

func TestRooms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := layout.RoomSpec{Rows: rapid.IntRange(4, 24).Draw(t, "rows"), Cols: rapid.IntRange(4, 24).Draw(t, "cols"),
			Nested: rapid.IntRange(0, 4).Draw(t, "nested"), Loops: rapid.IntRange(0, 5).Draw(t, "loops")}
		s.Rooms = rapid.IntRange(1, min(14, (s.Rows-1)/3*((s.Cols-1)/3))).Draw(t, "rooms")
		checkRooms(t, s, &drawn{t: t})
	})
}

// checkRooms samples rooms and holds them to what is promised.
func checkRooms(t interface{ Fatalf(string, ...any) }, s layout.RoomSpec, src seed.Source) {
	var m layout.Map
	if err := s.Sample(&m, src); err != nil {
		t.Fatalf("%+v: %v", s, err)
	}
	if err := m.Validate(); err != nil {
		t.Fatalf("%+v: %v", s, err)
	}
	if len(m.Rooms) < s.Rooms || len(m.Rooms) > s.Rooms+s.Nested || len(m.Things) > 0 {
		t.Fatalf("%+v: %d rooms", s, len(m.Rooms))
	}
	free := 0
	var first layout.Cell
	joined := make(map[[2]int]int)
	for i, g := range m.Ground {
		c := m.Cell(i)
		if edge := c.Row == 0 || c.Col == 0 || c.Row == s.Rows-1 || c.Col == s.Cols-1; edge && g != layout.Wall {
			t.Fatalf("%+v: %v at the edge %v", s, g, c)
		}
		if g == layout.Wall {
			continue
		}
		free++
		first = c
		around := [4]layout.Cell{{Row: c.Row - 1, Col: c.Col}, {Row: c.Row + 1, Col: c.Col}, {Row: c.Row, Col: c.Col - 1}, {Row: c.Row, Col: c.Col + 1}}
		if g == layout.Floor {
			if m.RoomAt(c) < 0 {
				t.Fatalf("%+v: floor in no room, %v", s, c)
			}
			// Only a door leads from one room into another.
			for _, d := range around {
				if m.GroundAt(d) == layout.Floor && m.RoomAt(d) != m.RoomAt(c) {
					t.Fatalf("%+v: %v and %v are in two rooms", s, c, d)
				}
			}
			continue
		}
		var into []int
		for _, d := range around {
			if g := m.GroundAt(d); g == layout.Floor {
				into = append(into, m.RoomAt(d))
			} else if g == layout.Door {
				t.Fatalf("%+v: two doors side by side at %v", s, c)
			}
		}
		if len(into) != 2 || into[0] == into[1] || m.GroundAt(around[0]) != m.GroundAt(around[1]) {
			t.Fatalf("%+v: the door at %v leads into %v", s, c, into)
		}
		joined[[2]int{min(into[0], into[1]), max(into[0], into[1])}]++
	}
	for pair, n := range joined {
		if n > 1 {
			t.Fatalf("%+v: %d doors between rooms %v", s, n, pair)
		}
	}
	if n := len(joined); n < len(m.Rooms)-1 || n > len(m.Rooms)-1+s.Loops {
		t.Fatalf("%+v: %d doors between %d rooms", s, n, len(m.Rooms))
	}
	var all []layout.Cell
	for i, g := range m.Ground {
		if g != layout.Wall {
			all = append(all, m.Cell(i))
		}
	}
	if !layout.Connected(all) || flooded(all) != free {
		t.Fatalf("%+v: not all of %d free cells can be reached from %v", s, free, first)
	}
	for i := range m.Rooms {
		r := &m.Rooms[i]
		box := layout.BoxAround(r.Cells)
		if box.Area() != len(r.Cells) || i < s.Rooms && min(box.Rows, box.Cols) < 2 {
			t.Fatalf("%+v: room %d is %v", s, i, box)
		}
		for k := range i {
			switch rel := layout.RelateCells(r.Cells, m.Rooms[k].Cells); {
			case i < s.Rooms && rel != layout.DC:
				t.Fatalf("%+v: room %d to room %d is %v", s, i, k, rel)
			case rel != layout.DC && rel != layout.NTPP:
				t.Fatalf("%+v: room %d to room %d is %v", s, i, k, rel)
			}
		}
	}
}

func TestRoomSpecValidate(t *testing.T) {
	for _, c := range []struct {
		spec layout.RoomSpec
		ok   bool
	}{
		{layout.RoomSpec{}, false}, {layout.RoomSpec{Rows: 4, Cols: 4, Rooms: 1}, true}, {layout.RoomSpec{Rows: 4, Cols: 4, Rooms: 2}, false},
		{layout.RoomSpec{Rows: 3, Cols: 9, Rooms: 1}, false}, {layout.RoomSpec{Rows: 65, Cols: 9, Rooms: 1}, false},
		{layout.RoomSpec{Rows: 7, Cols: 7, Rooms: 4}, true}, {layout.RoomSpec{Rows: 7, Cols: 7, Rooms: 5}, false},
		{layout.RoomSpec{Rows: 9, Cols: 9, Rooms: 1, Nested: -1}, false}, {layout.RoomSpec{Rows: 9, Cols: 9, Rooms: 1, Loops: -1}, false},
		{layout.RoomSpec{Rows: 64, Cols: 64, Rooms: 21 * 21, Nested: 64, Loops: 4096}, true},
	} {
		err := c.spec.Validate()
		if (err == nil) != c.ok {
			t.Errorf("%+v: %v", c.spec, err)
		}
		if err := c.spec.Sample(new(layout.Map), seed.NewKey(1).Stream()); (err == nil) != c.ok {
			t.Errorf("%+v is sampled: %v", c.spec, err)
		}
	}
	// A room of five rows and columns holds another, and one of a map of 13 rows and columns with two rooms does.
	for i := range int64(200) {
		var m layout.Map
		spec := layout.RoomSpec{Rows: 13, Cols: 13, Rooms: 2, Nested: 1}
		if err := spec.Sample(&m, seed.NewKey(2).At(i).Stream()); err != nil || len(m.Rooms) != 3 {
			t.Fatalf("%d rooms, %v", len(m.Rooms), err)
		}
	}
	checkRooms(t, layout.RoomSpec{Rows: 64, Cols: 64, Rooms: 300, Nested: 20, Loops: 500}, seed.NewKey(3).Stream())
}

func BenchmarkRooms(b *testing.B) {
	var m layout.Map
	src := seed.NewKey(1).Stream()
	b.ReportAllocs()
	for range b.N {
		if err := (layout.RoomSpec{Rows: 12, Cols: 14, Rooms: 4, Nested: 1, Loops: 1}).Sample(&m, src); err != nil {
			b.Fatal(err)
		}
	}
}
