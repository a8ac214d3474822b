package layout

import (
	"errors"
	"fmt"
)

// Action is something done to a thing on a map, which it names. The zero Action shifts nothing and cannot be applied.
type Action struct {
	Deed  Deed
	Thing string
	Other string   // Swap: with what
	Way   Cardinal // Shift: N, E, S or W
	Count int      // Shift and Advance: how many cells, 1 or more; Swing: how many quarters clockwise, 1 to 3
}

// Deed is a kind of action. The zero value is Shift.
type Deed uint8

// The kinds of actions.
const (
	Shift   Deed = iota // the thing moves straight on, whichever way it faces
	Swap                // the thing and another change places
	Remove              // the thing leaves the map
	Swing               // the thing turns on the spot
	Advance             // the thing moves straight on the way it faces
	deeds
)

// String returns the deed's name in lower case.
func (d Deed) String() string {
	if d >= deeds {
		return "Deed(?)"
	}
	return [deeds]string{"shift", "swap", "remove", "swing", "advance"}[d]
}

// ErrHidden is wrapped by the error for what depends on a hidden cell.
var ErrHidden = errors.New("it depends on a hidden cell")

// Apply does the action on the map and returns by how many cells the thing moved straight on. A thing that moves goes cell by cell and
// stays before the first wall, edge or other thing in its way. The error says that the map has no such thing, that the thing does
// not face N, E, S or W, that things with extent cannot be swapped, that the action has no sense, or wraps ErrHidden; the map is then as it was.
func (a Action) Apply(m *Map) (moved int, err error) {
	i := m.ThingNamed(a.Thing)
	if i < 0 || len(m.Things[i].Cells) == 0 {
		return 0, fmt.Errorf("layout: the map has no thing %q", a.Thing)
	}
	t := &m.Things[i]
	switch a.Deed {
	case Shift:
		return m.slide(i, a.Way, a.Count)
	case Advance:
		return m.slide(i, t.Facing, a.Count)
	case Swing:
		if !t.Facing.Straight() || a.Count < 1 || a.Count > 3 {
			return 0, fmt.Errorf("layout: %q faces %v and cannot turn by %d quarters", a.Thing, t.Facing, a.Count)
		}
		t.Facing = t.Facing.Turn(2 * a.Count)
	case Remove:
		m.Things = append(m.Things[:i], m.Things[i+1:]...)
	case Swap:
		k := m.ThingNamed(a.Other)
		if k < 0 || k == i || len(t.Cells) != 1 || len(m.Things[k].Cells) != 1 {
			return 0, fmt.Errorf("layout: %q and %q cannot be swapped", a.Thing, a.Other)
		}
		t.Cells, m.Things[k].Cells = m.Things[k].Cells, t.Cells
	default:
		return 0, fmt.Errorf("layout: deed %d; 0 to %d are allowed", a.Deed, deeds-1)
	}
	return 0, nil
}

// slide moves a thing straight on until something is in its way.
func (m *Map) slide(i int, way Cardinal, count int) (moved int, err error) {
	if !way.Straight() || count < 1 || count > MaxMapSide {
		return 0, fmt.Errorf("layout: %q cannot move %d cells %v", m.Things[i].Name, count, way)
	}
	rows, cols := way.Signs()
	cells := m.Things[i].Cells
steps:
	for moved < count {
		for _, c := range cells {
			next := Cell{c.Row + rows*(moved+1), c.Col + cols*(moved+1)}
			switch m.GroundAt(next) {
			case Hidden:
				return 0, fmt.Errorf("layout: what is in the way of %q: %w", m.Things[i].Name, ErrHidden)
			case Wall:
				break steps
			}
			if k := m.ThingAt(next); k >= 0 && k != i {
				break steps
			}
		}
		moved++
	}
	for k := range cells {
		cells[k].Row += rows * moved
		cells[k].Col += cols * moved
	}
	return moved, nil
}

// Transform returns the action on the map moved by a symmetry.
func (a Action) Transform(s Symmetry) Action {
	a.Way = s.Cardinal(a.Way)
	if a.Deed == Swing && s.Mirrors() {
		a.Count = 4 - a.Count
	}
	return a
}
