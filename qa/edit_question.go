package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// Edit asks what a map is like after actions. The zero Edit asks nothing, and no response to it is right.
type Edit struct {
	Map       *layout.Map // before
	Actions   []layout.Action
	Asks      EditAsks
	Thing     string      // WhereNow, CloserNow, NearestNow and FacingNow
	Other     string      // CloserNow: to what
	Cell      layout.Cell // WhatIsThere
	Backwards bool        // the actions are done in the reverse order, the last listed first
	Farthest  bool        // NearestNow: what is farthest
	Phrasing  Phrasing
}

// EditAsks is what is asked of a map after actions. The zero value is Redraw.
type EditAsks uint8

// What is asked.
const (
	Redraw      EditAsks = iota // the map
	WhereNow                    // where a thing is
	WhatIsThere                 // what stands on a cell
	CloserNow                   // whether a thing is closer to another than before, farther, or neither
	NearestNow                  // which thing is nearest to another
	FacingNow                   // which way a thing faces
	editAsks
)

const nothingThere = Word("nothing")

// after returns the map after the actions but those left out.
func (e Edit) after(leftOut int) (*layout.Map, error) {
	if e.Map == nil {
		return nil, unsuitable(e.Family(), "there is no map")
	}
	m := e.Map.Clone()
	for k := range e.Actions {
		if k == leftOut {
			continue
		}
		if _, err := e.action(k).Apply(m); err != nil {
			return nil, fmt.Errorf("qa: edit: action %d: %w: %w", k+1, ErrUnsuitable, err)
		}
	}
	return m, nil
}

// action returns the action that is done as number k, from 0.
func (e Edit) action(k int) layout.Action {
	if e.Backwards {
		k = len(e.Actions) - 1 - k
	}
	return e.Actions[k]
}

// solve returns the answer on a map. Of hidden cells it takes for granted nothing: each may hold anything, but no thing that
// the rest shows.
func (e Edit) solve(m *layout.Map) (Answer, error) {
	if m == nil {
		return nil, unsuitable(e.Family(), "there is no map")
	}
	thing := func(name string) (*layout.Thing, error) {
		if i := m.ThingNamed(name); i >= 0 && len(m.Things[i].Cells) == 1 {
			return &m.Things[i], nil
		}
		return nil, unsuitable(e.Family(), "there is no thing "+name)
	}
	hidden := unsuitable(e.Family(), "the answer depends on a hidden cell")
	switch e.Asks {
	case Redraw:
		if slices.Contains(m.Ground, layout.Hidden) {
			return nil, hidden
		}
		// A drawing does not show the mark of a room where something stands, so nothing may have gone away from there.
		for i := range e.Map.Things {
			c := e.Map.Things[i].At()
			if r := e.Map.RoomAt(c); (r >= 0 && e.Map.Rooms[r].Mark != 0 || e.Map.GroundAt(c) != layout.Floor) && m.ThingAt(c) < 0 {
				return nil, unsuitable(e.Family(), "what is under a thing that went away is not drawn")
			}
		}
		return redrawn(m), nil
	case WhereNow:
		t, err := thing(e.Thing)
		if err != nil {
			return nil, err
		}
		return Place{t.At()}, nil
	case WhatIsThere:
		switch i := m.ThingAt(e.Cell); {
		case m.GroundAt(e.Cell) == layout.Hidden:
			return nil, hidden
		case i >= 0:
			return Word(m.Things[i].Name), nil
		case m.GroundAt(e.Cell) == layout.Wall:
			return nil, unsuitable(e.Family(), "there is a wall")
		}
		return nothingThere, nil
	case CloserNow:
		now, err := e.apart(m)
		if err != nil {
			return nil, err
		}
		before, err := e.apart(e.Map)
		if err != nil {
			return nil, err
		}
		return closerWords[1+editSign(now-before)], nil
	case NearestNow:
		t, err := thing(e.Thing)
		if err != nil {
			return nil, err
		}
		best, tied, at := -1, false, 0
		rank := func(c layout.Cell) int {
			if e.Farthest {
				return -editSteps(c, t.At())
			}
			return editSteps(c, t.At())
		}
		for i := range m.Things {
			if o := &m.Things[i]; o.Name != e.Thing {
				switch d := rank(o.At()); {
				case best < 0 || d < at:
					best, tied, at = i, false, d
				case d == at:
					tied = true
				}
			}
		}
		if best < 0 || tied {
			return nil, unsuitable(e.Family(), "no thing is nearest")
		}
		for i, g := range m.Ground {
			if g == layout.Hidden && rank(m.Cell(i)) <= at {
				return nil, hidden
			}
		}
		return Word(m.Things[best].Name), nil
	case FacingNow:
		t, err := thing(e.Thing)
		if err != nil {
			return nil, err
		}
		if !t.Facing.Straight() {
			return nil, unsuitable(e.Family(), t.Name+" faces nowhere")
		}
		return Word(describe.CompassName(t.Facing)), nil
	}
	return nil, unsuitable(e.Family(), "it asks nothing")
}

// apart returns how many steps the two things of a question are apart on a map.
func (e Edit) apart(m *layout.Map) (int, error) {
	a, b := m.ThingNamed(e.Thing), m.ThingNamed(e.Other)
	if a < 0 || b < 0 || a == b || len(m.Things[a].Cells) != 1 || len(m.Things[b].Cells) != 1 {
		return 0, unsuitable(e.Family(), "the two things are not on the map")
	}
	return editSteps(m.Things[a].At(), m.Things[b].At()), nil
}

// editSteps returns the Manhattan distance.
func editSteps(a, b layout.Cell) int {
	return max(a.Row-b.Row, b.Row-a.Row) + max(a.Col-b.Col, b.Col-a.Col)
}

func editSign(d int) int { return min(max(d, -1), 1) }

// redrawn returns the drawing of a map as an answer.
func redrawn(m *layout.Map) Redrawn {
	text := string(scene.AppendCells(make([]byte, 0, m.Rows*(m.Cols+1)), m, scene.Plain))
	all := make(Redrawn, m.Rows)
	for r := range all {
		all[r] = text[r*(m.Cols+1) : r*(m.Cols+1)+m.Cols]
	}
	return all
}

// Family returns "edit".
func (Edit) Family() string { return EditFamily{}.Name() }

// Answer returns a drawing, a [Place] or a [Word].
func (e Edit) Answer() Answer {
	m, err := e.after(-1)
	if err != nil {
		return Word("")
	}
	answer, err := e.solve(m)
	if err != nil {
		return Word("")
	}
	return answer
}

// Hops returns 0: no facts are stated.
func (Edit) Hops() int { return 0 }

// Verify grades a response. A drawing that is wrong earns the share of the changes that it shows.
func (e Edit) Verify(response string) Verdict {
	m, err := e.after(-1)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	answer, err := e.solve(m)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	var given Answer
	switch e.Asks {
	case Redraw:
		drawing, err := readRedrawn(response, m.Rows, m.Cols, e.Map.Rooms)
		if err != nil {
			return Verdict{Reason: err.Error()}
		}
		return gradeRedrawn(drawing, redrawn(e.Map), redrawn(m))
	case WhereNow:
		given, err = readPlaceOf(response, e.Thing)
	case FacingNow:
		given, err = readLed(response, e.options(), []string{"it faces ", "it is facing ", "it looks ", "faces ", "looks "}, nil)
	case CloserNow:
		given, err = readLed(response, e.options(), []string{"it is ", e.Thing + " is "}, []string{" to " + e.Other, " from " + e.Other, " from it", " to it"})
	default:
		given, err = readWord(response, e.options())
	}
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(answer), answer)
}

// options returns the words that can be answered.
func (e Edit) options() []option {
	thing := e.Thing
	switch e.Asks {
	case CloserNow:
		return withWhole(closerOptions, func(word string) []string {
			if word == "neither" {
				return nil
			}
			return []string{thing + " is " + word, thing + " is " + word + " to " + e.Other, thing + " is " + word + " from " + e.Other}
		})
	case FacingNow:
		return withWhole(quarterOptions, func(word string) []string {
			return []string{thing + " faces " + word, thing + " is facing " + word}
		})
	}
	var all []option
	for i := range e.Map.Things {
		if name := e.Map.Things[i].Name; e.Asks != NearestNow || name != thing {
			all = append(all, optionsOf(name)...)
		}
	}
	if e.Asks == NearestNow {
		rank := " is nearest to "
		if e.Farthest {
			rank = " is farthest from "
		}
		return withWhole(all, func(name string) []string { return []string{name + rank + thing} })
	}
	return append([]option{nothingOption}, withWhole(all, func(name string) []string { return []string{name + " is there"} })...)
}

// withWhole returns the options with what says them in whole sentences.
func withWhole(options []option, whole func(word string) []string) []option {
	all := slices.Clone(options)
	for i := range all {
		all[i].aliases = append(slices.Clone(all[i].aliases), whole(all[i].word)...)
	}
	return all
}

// Media leaves out sentences alone where a drawing is asked for whose marks they do not tell.
func (e Edit) Media() []Medium {
	if e.Asks == Redraw && e.Map != nil {
		plain := len(e.Map.Rooms) == 0
		for i := range e.Map.Things {
			plain = plain && e.Map.Things[i].Name == string(rune(e.Map.Things[i].Mark))
		}
		if !plain {
			return []Medium{AsDrawing, AsBoth}
		}
	}
	return []Medium{AsDrawing, AsText, AsBoth}
}

// AppendEvidence appends the map before the actions.
func (e Edit) AppendEvidence(dst []byte, medium Medium) []byte {
	if e.Map == nil {
		return dst
	}
	if !slices.Contains(e.Media(), medium) {
		medium = AsDrawing
	}
	return appendMapEvidence(dst, e.Map, medium)
}

// Difficulty counts the actions, the cells that things move, and what is asked.
func (e Edit) Difficulty() int {
	n := 1
	for _, a := range e.Actions {
		n++
		if a.Deed == layout.Shift || a.Deed == layout.Advance {
			n += a.Count
		}
	}
	return n
}

// Turn asks about the map turned, by actions turned with it.
func (e Edit) Turn(s layout.Symmetry) (Instance, bool) {
	if e.Map == nil || s >= layout.Symmetries {
		return nil, false
	}
	e.Cell = s.Cell(e.Cell, e.Map.Rows, e.Map.Cols)
	e.Map = e.Map.Transform(s)
	actions := make([]layout.Action, len(e.Actions))
	for i := range actions {
		actions[i] = e.Actions[i].Transform(s)
	}
	e.Actions = actions
	return e, true
}

// Contrast asks what is farthest instead of nearest, and else the same of the actions done in the reverse order.
func (e Edit) Contrast() (Instance, bool) {
	if e.Asks == NearestNow {
		e.Farthest = !e.Farthest
	} else {
		e.Backwards = !e.Backwards
	}
	if e.Map == nil || e.Asks != NearestNow && len(e.Actions) < 2 || !e.answered() {
		return nil, false
	}
	return e, true
}

func (e Edit) answered() bool {
	m, err := e.after(-1)
	if err == nil {
		_, err = e.solve(m)
	}
	return err == nil
}

// Pieces returns the number of cells.
func (e Edit) Pieces() int {
	if e.Map == nil {
		return 0
	}
	return len(e.Map.Ground)
}

// Without hides a cell.
func (e Edit) Without(piece int) (Instance, error) {
	if piece < 0 || piece >= e.Pieces() {
		return nil, unsuitable(e.Family(), "there is no such cell")
	}
	e.Map = e.Map.Without(e.Map.Cell(piece))
	m, err := e.after(-1)
	if err != nil {
		return nil, err
	}
	if _, err := e.solve(m); err != nil {
		return nil, err
	}
	return e, nil
}
