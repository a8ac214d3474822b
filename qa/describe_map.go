package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/scene"
)

// askMap asks for sentences about a map that its drawing shows.
func (f DescribeFamily) askMap(m *layout.Map, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	if err := askable(f.Name(), m); err != nil {
		return nil, err
	}
	styles := int(scene.MapBinary)
	if bareMap(m) {
		styles++
	}
	q := DescribeMap{Map: seen(m), Style: scene.MapStyle(src.Intn(styles)), Phrasing: f.Maps.Phrasing}
	if err := askable(f.Name(), q.Map); err != nil {
		return nil, err
	}
	taken := make([]bool, len(m.Ground))
	for i := range m.Rooms {
		for _, c := range m.Rooms[i].Cells {
			k := m.Index(c)
			if taken[k] {
				return nil, unsuitable(f.Name(), "rooms lie in each other, which a drawing does not tell")
			}
			taken[k] = true
		}
	}
	if !drawable(q.Map, q.Style) {
		return nil, unsuitable(f.Name(), "a drawing cannot show the map")
	}
	return q, nil
}

// seen returns the map as a drawing shows it: what things stand on is floor, and rooms are floor alone.
func seen(m *layout.Map) *layout.Map {
	c := m.Clone()
	for i := range c.Things {
		for _, at := range c.Things[i].Cells {
			if c.Has(at) {
				c.Ground[c.Index(at)] = layout.Floor
			}
		}
	}
	for i := range c.Rooms {
		c.Rooms[i].Cells = keep(c.Rooms[i].Cells, func(at *layout.Cell) bool { return m.GroundAt(*at) == layout.Floor })
	}
	c.Rooms = keep(c.Rooms, func(r *layout.Room) bool { return len(r.Cells) > 0 })
	return c
}

// DescribeMap asks for sentences from which the drawing of a map follows. Whether cells on which things stand belong to a room is not judged.
// The zero DescribeMap asks for nothing, and no response to it is right.
type DescribeMap struct {
	Map      *layout.Map
	Style    scene.MapStyle // of the drawing that is shown
	Phrasing Phrasing
}

// Family returns "describe".
func (DescribeMap) Family() string { return DescribeFamily{}.Name() }

// Media returns AsDrawing.
func (DescribeMap) Media() []Medium { return []Medium{AsDrawing} }

// AppendEvidence appends the drawing.
func (q DescribeMap) AppendEvidence(dst []byte, medium Medium) []byte {
	if q.Map == nil {
		return dst
	}
	return scene.AppendMap(dst, q.Map, q.Style)
}

// AppendConventions appends how cells are counted and what the marks are.
func (q DescribeMap) AppendConventions(dst []byte) []byte {
	if q.Map == nil {
		return dst
	}
	dst = append(dst, "Rows are counted from 1 at the top, columns from 1 on the left; north is up."...)
	if q.Style == scene.MapBinary {
		return dst
	}
	dst = append(dst, " A dot is floor."...)
	if len(q.Map.Rooms) > 0 {
		dst = append(dst, " A room's letter stands on all of its floor where there is no thing; whether a cell with a thing belongs to the room does not matter."...)
	}
	kinds, several := false, false
	for i := range q.Map.Things {
		t := &q.Map.Things[i]
		kinds, several = kinds || t.Kind != "", several || len(t.Cells) > 1
	}
	if len(q.Map.Things) > 0 {
		dst = append(dst, " A capital letter that the legend leaves out is the name of a thing."...)
	}
	if several {
		dst = append(dst, " A letter on several cells is one thing"...)
		if kinds {
			dst = append(dst, ", but for those that stand for a kind, as in \"D = a drum\": there each cell is one"...)
		}
		return append(dst, '.')
	}
	if kinds {
		dst = append(dst, " Where a letter stands for a kind, as in \"D = a drum\", each cell with it is one."...)
	}
	return dst
}

// AppendText appends the request, without the drawing.
func (q DescribeMap) AppendText(dst []byte) []byte {
	if q.Phrasing == Canonical {
		return append(dst, "Describe the map in sentences from which it can be drawn again."...)
	}
	return append(dst, "Say all that the map shows, so that somebody who does not see it could draw it."...)
}

// AppendFormat appends what the sentences are.
func (q DescribeMap) AppendFormat(dst []byte) []byte {
	dst = append(dst, "Use only these sentences, one a line: \"The map has 9 rows and 8 columns.\", \"Walls: row 1, columns 2 to 4; row 3, column 5.\""...)
	if q.Map == nil || q.Style == scene.MapBinary {
		return append(dst, '.')
	}
	var used [4]bool
	for _, g := range q.Map.Ground {
		used[g&3] = true
	}
	kinds, facing, named, several := false, false, false, false
	for i := range q.Map.Things {
		t := &q.Map.Things[i]
		kinds, facing = kinds || t.Kind != "", facing || t.Facing != layout.EQ
		named, several = named || t.Kind == "" && t.Facing == layout.EQ && len(t.Cells) == 1, several || len(t.Cells) > 1
	}
	for _, example := range [...]struct {
		wanted bool
		text   string
	}{
		{used[layout.Door], `"Doors: row 8, column 7."`}, {used[layout.Hidden], `"Nothing is known of: row 7, column 7."`},
		{len(q.Map.Rooms) > 0, `"The hall takes up rows 2 to 5, columns 3 to 4."`}, {named, `"The harp is at row 6, column 3."`},
		{several, `"The harp takes up row 6, columns 3 to 4."`}, {kinds, `"A drum is at row 6, column 1."`},
		{facing, `"The watchman is at row 6, column 8 and faces north-east."`},
	} {
		if example.wanted {
			dst = append(append(dst, ", "...), example.text...)
		}
	}
	return append(dst, '.')
}

// Answer returns the sentences.
func (q DescribeMap) Answer() Answer { return MapDescription{q.Map} }

// Hops returns 0: no facts prove a description.
func (DescribeMap) Hops() int { return 0 }

// Verify grades the sentences of a response, all of which [describe.ReadMap] must understand. Each says something of cells: that one is a wall, or
// floor of a room, or that a thing stands there. The reward is the share of what is said that is so, times the share of what the drawing shows that is said; the size
// counts as one more of each.
func (q DescribeMap) Verify(response string) Verdict {
	if q.Map == nil {
		return Verdict{Reason: "nothing was asked"}
	}
	got, err := describe.ReadMap(response)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	called(got, q.Map)
	c := q.compare(got)
	v := Verdict{FormatOK: true, Extracted: MapDescription{got}.String(), Correct: c.so == c.said && c.told == c.shown}
	v.Reward = float64(c.so) / float64(c.said) * float64(c.told) / float64(c.shown)
	switch {
	case v.Correct:
		v.Reward = 1
	case c.so < c.said:
		v.Reason = fmt.Sprintf("%d of %d claims about cells are false", c.said-c.so, c.said)
		if got.Rows != q.Map.Rows || got.Cols != q.Map.Cols {
			v.Reason += fmt.Sprintf("; said are %d rows and %d columns, there are %d and %d", got.Rows, got.Cols, q.Map.Rows, q.Map.Cols)
		}
	default:
		v.Reason = fmt.Sprintf("%d of %d things that cells show are not said", c.shown-c.told, c.shown)
	}
	return v
}

// compared counts what is said and so, and what is shown and told.
type compared struct{ said, so, shown, told int }

func (q DescribeMap) compare(got *layout.Map) compared {
	c := compared{said: 1, shown: 1}
	if got.Rows == q.Map.Rows && got.Cols == q.Map.Cols {
		c.so, c.told = 1, 1
	}
	truth, said := looks(q.Map), looks(got)
	at := func(all []look, m *layout.Map, cell layout.Cell) look {
		if !m.Has(cell) {
			return look{}
		}
		return all[m.Index(cell)]
	}
	for i, l := range said {
		t := at(truth, q.Map, got.Cell(i))
		for k := range min(l.count, 2) {
			if c.said++; t.shows(l.things[k]) {
				c.so++
			}
		}
		c.said += max(int(l.count)-2, 0)
		// looks has no walls below things; a door below one is said, and not shown.
		if g := got.Ground[i]; g != layout.Floor {
			if c.said++; t.count == 0 && t.ground == g {
				c.so++
			}
		}
	}
	for i := range got.Rooms {
		for _, cell := range got.Rooms[i].Cells {
			t := at(truth, q.Map, cell)
			if t.count > 0 {
				continue // not judged
			}
			if c.said++; t.room == got.Rooms[i].Name {
				c.so++
			}
		}
	}
	for i, l := range truth {
		t := at(said, got, q.Map.Cell(i))
		for k := range min(l.count, 2) {
			if c.shown++; t.shows(l.things[k]) {
				c.told++
			}
		}
		if l.ground != layout.Floor {
			if c.shown++; t.ground == l.ground {
				c.told++
			}
		}
		if l.room != "" {
			if c.shown++; t.room == l.room {
				c.told++
			}
		}
	}
	return c
}

// shows reports whether a thing stands in a cell.
func (l *look) shows(f figure) bool {
	for k := range min(l.count, 2) {
		if l.things[k] == f {
			return true
		}
	}
	return false
}

// Difficulty counts the pieces that the map is put together of.
func (q DescribeMap) Difficulty() int {
	if q.Map == nil {
		return 1
	}
	return mapSteps(q.Map)
}

// Mistakes returns the map mirrored, with rows for columns, with things swapped and without one.
func (q DescribeMap) Mistakes() (all []Answer) {
	if q.Map == nil {
		return nil
	}
	for _, m := range lookalikes(q.Map) {
		if d := (MapDescription{m}); q.Verify(d.String()).FormatOK {
			all = append(all, d)
		}
	}
	return all
}

// Turn asks about the map moved.
func (q DescribeMap) Turn(s layout.Symmetry) (Instance, bool) {
	if q.Map == nil {
		return nil, false
	}
	q.Map = q.Map.Transform(s)
	return q, true
}

// Contrast returns none.
func (DescribeMap) Contrast() (Instance, bool) { return nil, false }

// Pieces returns 0: every cell is asked for.
func (DescribeMap) Pieces() int { return 0 }

// Without returns an error: every cell is asked for.
func (q DescribeMap) Without(int) (Instance, error) {
	return nil, unsuitable(q.Family(), "every cell is asked for")
}

// AppendRationale appends what stands in each row.
func (q DescribeMap) AppendRationale(dst []byte) []byte {
	if q.Map == nil {
		return dst
	}
	return appendRows(dst, q.Map)
}
