package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/scene"
)

// EditFamily asks what a map is like after a few actions: things are moved, swapped and removed, and somebody turns and goes forward.
type EditFamily struct {
	Side     int // rows and columns, 4 to 12; 0 stands for 4
	Things   int // how many things there are, 3 to 12; 0 stands for 3
	Walls    int // how many cells are walls, 0 to 20
	Actions  int // how many actions there are at most, 1 to 10; 0 stands for 2
	Phrasing Phrasing
}

var editLevels = [Levels]EditFamily{
	{Side: 4, Things: 3, Walls: 1, Actions: 2}, {Side: 5, Things: 4, Walls: 3, Actions: 4},
	{Side: 6, Things: 6, Walls: 5, Actions: 7}, {Side: 8, Things: 8, Walls: 9, Actions: 10},
}

// Name returns "edit".
func (EditFamily) Name() string { return "edit" }

// Summary describes the family in one line.
func (EditFamily) Summary() string {
	return "what a map is like after things are moved, swapped, removed and turned"
}

// Group returns Move.
func (EditFamily) Group() Group { return Move }

// Validate reports a knob out of range.
func (f EditFamily) Validate() error {
	switch {
	case f.Side != 0 && (f.Side < 4 || f.Side > 12):
		return fmt.Errorf("qa: edit: side %d; 4 to 12 are allowed, or 0 for 4", f.Side)
	case f.Things != 0 && (f.Things < 3 || f.Things > 12):
		return fmt.Errorf("qa: edit: %d things; 3 to 12 are allowed, or 0 for 3", f.Things)
	case f.Walls < 0 || f.Walls > 20:
		return fmt.Errorf("qa: edit: %d walls; 0 to 20 are allowed", f.Walls)
	case f.Actions < 0 || f.Actions > 10:
		return fmt.Errorf("qa: edit: %d actions; 1 to 10 are allowed, or 0 for 2", f.Actions)
	}
	return f.Phrasing.validate("edit")
}

// At returns the family with the knobs of a level.
func (f EditFamily) At(level int) Family {
	phrasing := f.Phrasing
	f = editLevels[clampLevel(level)-1]
	f.Phrasing = phrasing
	return f
}

// WithPhrasing returns the family with another phrasing.
func (f EditFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// Sample draws a map with things, one of them somebody who faces somewhere, and single walls.
func (f EditFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	f = f.filled()
	n := newNamer(src)
	m := layout.NewMap(f.Side, f.Side+src.Intn(2))
	// Walls take up at most half of what things leave.
	walls := min(f.Walls, (len(m.Ground)-f.Things)/2)
	cells := m.Scatter(make([]layout.Cell, 0, f.Things+walls), f.Things+walls, src)
	actor := src.Intn(f.Things)
	m.Things = make([]layout.Thing, 0, f.Things)
	for i := range f.Things {
		if i == actor {
			m.Things = append(m.Things, n.actor(cells[i]))
			m.Things[i].Facing = layout.N.Turn(2 * src.Intn(4))
			continue
		}
		m.Things = append(m.Things, n.thing(cells[i]))
	}
	for _, c := range cells[f.Things:] {
		m.Ground[m.Index(c)] = layout.Wall
	}
	return Subject{Map: m}, nil
}

// filled returns the family with what zero knobs stand for.
func (f EditFamily) filled() EditFamily {
	first := editLevels[0]
	if f.Side == 0 {
		f.Side = first.Side
	}
	if f.Things == 0 {
		f.Things = first.Things
	}
	if f.Actions == 0 {
		f.Actions = first.Actions
	}
	return f
}

// Ask asks about a map of two or more rows and columns on which two or more things stand, on floor, that have names and marks of their own and
// one cell each.
func (f EditFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	f = f.filled()
	if err := editable(f.Name(), s.Map, 2); err != nil {
		return nil, err
	}
	for range mostEdits {
		q := Edit{Map: s.Map, Phrasing: f.Phrasing}
		after := s.Map.Clone()
		q.Actions = drawActions(after, f.Actions-src.Intn((f.Actions+2)/3), src)
		if len(q.Actions) == 0 {
			continue
		}
		if q.draw(after, src) {
			return q, nil
		}
	}
	return nil, unsuitable(f.Name(), "too much is hidden or in the way")
}

// mostEdits is how many runs of actions are drawn for one question at most.
const mostEdits = 8

// editable returns an error where a map's things cannot be told apart, or there are fewer than so many.
func editable(family string, m *layout.Map, fewest int) error {
	if m == nil {
		return unsuitable(family, "there is no map")
	}
	if err := m.Validate(); err != nil {
		return fmt.Errorf("qa: %s: %w: %w", family, ErrUnsuitable, err)
	}
	if m.Rows < 2 || m.Cols < 2 || len(m.Things) < fewest {
		return unsuitable(family, "the map is too small")
	}
	var marks [256]bool
	for i := range m.Rooms {
		marks[m.Rooms[i].Mark] = true
	}
	taken := make([]bool, len(m.Ground))
	for i := range m.Things {
		t := &m.Things[i]
		at := m.Index(t.At())
		if t.Kind != "" || len(t.Cells) != 1 || taken[at] || marks[t.Mark] || !isMarks(string(rune(t.Mark)), nil) ||
			// What a drawing shows of a cell on which something stands does not tell that it is a door.
			m.Ground[at] != layout.Floor || t.Mark == scene.FloorMark || t.Mark == scene.WallMark || t.Mark == scene.DoorMark {
			return unsuitable(family, "there are things without a mark or a cell of their own")
		}
		marks[t.Mark], taken[at] = true, true
	}
	return nil
}

// drawActions draws so many actions and does them on the map; fewer where too much is hidden.
func drawActions(m *layout.Map, n int, src seed.Source) []layout.Action {
	all := make([]layout.Action, 0, n)
	faces := make([]int, 0, len(m.Things))
	farthest := min(4, max(m.Rows, m.Cols)-1)
	for tries := 2 * n; len(all) < n && tries > 0; tries-- {
		faces = faces[:0]
		for i := range m.Things {
			if m.Things[i].Facing.Straight() {
				faces = append(faces, i)
			}
		}
		i := src.Intn(len(m.Things))
		a := layout.Action{Deed: [...]layout.Deed{layout.Shift, layout.Shift, layout.Shift, layout.Shift, layout.Swap, layout.Remove,
			layout.Swing, layout.Swing, layout.Advance, layout.Advance}[src.Intn(10)]}
		switch a.Deed {
		case layout.Swing, layout.Advance:
			if len(faces) == 0 {
				a.Deed = layout.Shift
				break
			}
			i = faces[src.Intn(len(faces))]
		case layout.Remove:
			if len(m.Things) <= 3 {
				a.Deed = layout.Swap
			}
		}
		// Who cannot go forward mostly does something else, and things are mostly moved where there is room.
		if a.Deed == layout.Advance && !roomFor(m, i, m.Things[i].Facing) && src.Intn(4) > 0 {
			a.Deed = layout.Swing
		}
		a.Thing = m.Things[i].Name
		switch a.Deed {
		case layout.Shift:
			a.Way, a.Count = layout.N.Turn(2*src.Intn(4)), 1+src.Intn(farthest)
			turns := 3 * min(1, src.Intn(6)) // one in six goes where it may
			for k := 0; k < turns && !roomFor(m, i, a.Way); k++ {
				a.Way = a.Way.Turn(2)
			}
		case layout.Swing:
			a.Count = 1 + src.Intn(3)
		case layout.Advance:
			a.Count = 1 + src.Intn(farthest)
		case layout.Swap:
			a.Other = m.Things[(i+1+src.Intn(len(m.Things)-1))%len(m.Things)].Name
		}
		if _, err := a.Apply(m); err == nil {
			all = append(all, a)
		}
	}
	return all
}

// roomFor reports whether a thing can move a cell that way.
func roomFor(m *layout.Map, i int, way layout.Cardinal) bool {
	rows, cols := way.Signs()
	at := m.Things[i].At()
	return m.Free(layout.Cell{Row: at.Row + rows, Col: at.Col + cols})
}
