package qa

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// Motion asks what happened between two maps or two views. The zero Motion asks nothing, and no response to it is right.
type Motion struct {
	Before, After *layout.Map
	Views         bool   // the maps are what the observer sees, who looks towards the top of each
	Observer      string // who may turn; "" where nobody does
	Asks          MotionAsks
	Phrasing      Phrasing
}

// MotionAsks is what is asked of a motion. The zero value is WhatMoved.
type MotionAsks uint8

// What is asked.
const (
	WhatMoved  MotionAsks = iota // which thing, in which direction and how far
	WhichMoved                   // which thing
	WhichWay                     // in which direction
	HowFar                       // by how many cells
	HowTurned                    // how the observer turned
	motionAsks
)

const nothingMoved = Word("nothing moved")

// frame returns one of the two maps.
func (q *Motion) frame(k int) **layout.Map { return [...]**layout.Map{&q.Before, &q.After}[k] }

// solve returns the only answer, whatever is under a hidden cell.
func (q Motion) solve() (Answer, error) {
	if q.Before == nil || q.After == nil || q.Asks >= motionAsks || q.Asks == HowTurned && q.Observer == "" {
		return nil, unsuitable(q.Family(), "it asks nothing")
	}
	frame, cell, gaps := 0, 0, 0
	for k := range 2 {
		for i, g := range (*q.frame(k)).Ground {
			if g == layout.Hidden {
				frame, cell = k, i
				gaps++
			}
		}
	}
	if gaps > 1 {
		return nil, unsuitable(q.Family(), "too much is hidden")
	}
	if gaps == 0 {
		return q.told(q.Before, q.After)
	}
	var answer Answer
	for _, whole := range q.fillings(frame, cell) {
		maps := [2]*layout.Map{q.Before, q.After}
		maps[frame] = whole
		if len(layout.Changes(nil, maps[0], maps[1], q.Views)) == 0 {
			continue // the gap does not hold that
		}
		a, err := q.told(maps[0], maps[1])
		if err != nil {
			return nil, err
		}
		if answer != nil && !answer.Equal(a) {
			return nil, unsuitable(q.Family(), "the answer depends on a hidden cell")
		}
		answer = a
	}
	if answer == nil {
		return nil, unsuitable(q.Family(), "nothing explains what is seen")
	}
	return answer, nil
}

// fillings returns what a map may be whose cell is hidden, given the other map: things do not come or go.
func (q Motion) fillings(frame, cell int) (all []*layout.Map) {
	m, other := *q.frame(frame), *q.frame(1 - frame)
	for _, ground := range []layout.Ground{layout.Floor, layout.Wall, layout.Door} {
		bare := m.Clone()
		bare.Ground[cell] = ground
		all = append(all, bare)
		for i := range other.Things {
			t := other.Things[i]
			if ground == layout.Wall || m.ThingNamed(t.Name) >= 0 {
				continue
			}
			facings := []layout.Cardinal{t.Facing}
			if t.Name == q.Observer && !q.Views {
				facings = []layout.Cardinal{layout.N, layout.E, layout.S, layout.W}
			}
			for _, t.Facing = range facings {
				filled := bare.Clone()
				t.Cells = []layout.Cell{m.Cell(cell)}
				filled.Things = append(filled.Things, t)
				all = append(all, filled)
			}
		}
	}
	return all
}

// told returns the answer for two maps without hidden cells.
func (q Motion) told(before, after *layout.Map) (Answer, error) {
	var few [4]layout.Change
	all := layout.Changes(few[:0], before, after, q.Views)
	if len(all) != 1 {
		return nil, unsuitable(q.Family(), "there is not exactly one change that explains what is seen")
	}
	return q.say(all[0]), nil
}

// say returns the answer for a change.
func (q Motion) say(c layout.Change) Answer {
	switch moved := c.Moved; q.Asks {
	case WhichMoved:
		if moved.Count == 0 {
			return nothingThere
		}
		return Word(moved.Thing)
	case WhichWay:
		if moved.Count == 0 {
			return nothingMoved
		}
		return Word(sideNames[moved.Way%layout.Cardinals])
	case HowFar:
		return Number{Value: moved.Count}
	case HowTurned:
		return turnedWords[c.Quarters&3]
	default:
		return Moved{moved.Thing, moved.Way, moved.Count}
	}
}

// Family returns "motion".
func (Motion) Family() string { return MotionFamily{}.Name() }

// Answer returns a [Moved], a [Word] or a [Number].
func (q Motion) Answer() Answer {
	if a, err := q.solve(); err == nil {
		return a
	}
	return Word("")
}

// Hops returns 0: no facts are stated.
func (Motion) Hops() int { return 0 }

// Verify grades a response.
func (q Motion) Verify(response string) Verdict {
	answer, err := q.solve()
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	var given Answer
	switch q.Asks {
	case WhatMoved:
		given, err = readMoved(response, q.names(), !q.Views)
	case HowFar:
		given, err = readCellsMoved(response)
	case WhichWay, HowTurned:
		given, err = readLed(response, q.options(), []string{"it moved ", "it went ", "it turned ", "it was moved ", "moved ", "turned ", "to the ", "by "}, nil)
	default:
		given, err = readLed(response, q.options(), []string{"it was ", "it is "}, nil)
	}
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(answer), answer)
}

// names returns the names of all things, of which the hidden cell may hide one on one of the maps.
func (q Motion) names() (all []string) {
	for _, m := range []*layout.Map{q.Before, q.After} {
		for i := range m.Things {
			if name := m.Things[i].Name; !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}

// options returns the words that can be answered.
func (q Motion) options() []option {
	switch q.Asks {
	case WhichWay:
		if q.Views {
			return viewWayOptions
		}
		return mapWayOptions
	case HowTurned:
		return withWhole(turnedOptions, func(word string) []string {
			if word == "not at all" {
				return []string{q.Observer + " did not turn"}
			}
			return []string{q.Observer + " turned " + word, q.Observer + " turned to the " + word}
		})
	}
	things := withWhole(optionsOf(q.names()...), func(name string) []string { return []string{name + " moved", name + " has moved"} })
	return append([]option{{string(nothingThere), []string{string(nothingMoved), "no thing"}}}, things...)
}

// Media lists all three.
func (Motion) Media() []Medium { return []Medium{AsDrawing, AsText, AsBoth} }

// Difficulty counts the things that are compared, for views once more as they turn, and the cells that one moved.
func (q Motion) Difficulty() int {
	n := 1
	if q.Before == nil || q.After == nil {
		return n
	}
	n += len(q.Before.Things)
	if q.Views {
		n += len(q.Before.Things)
	}
	if all := layout.Changes(nil, q.Before, q.After, q.Views); len(all) == 1 {
		n += all[0].Moved.Count
	}
	return n
}

// Turn turns both maps; views can only be mirrored, so that what was ahead still is.
func (q Motion) Turn(s layout.Symmetry) (Instance, bool) {
	if q.Before == nil || q.After == nil || s >= layout.Symmetries || q.Views && s.Cardinal(layout.N) != layout.N {
		return nil, false
	}
	q.Before, q.After = q.Before.Transform(s), q.After.Transform(s)
	return q, true
}

// Contrast asks what happened had the second map been the first.
func (q Motion) Contrast() (Instance, bool) {
	q.Before, q.After = q.After, q.Before
	_, err := q.solve()
	return q, err == nil
}

// Pieces returns the number of cells of both maps.
func (q Motion) Pieces() int {
	if q.Before == nil || q.After == nil {
		return 0
	}
	return len(q.Before.Ground) + len(q.After.Ground)
}

// Without hides a cell of one of the maps.
func (q Motion) Without(piece int) (Instance, error) {
	if piece < 0 || piece >= q.Pieces() {
		return nil, unsuitable(q.Family(), "there is no such cell")
	}
	k := 0
	if first := len(q.Before.Ground); piece >= first {
		k, piece = 1, piece-first
	}
	m := q.frame(k)
	*m = (*m).Without((*m).Cell(piece))
	if _, err := q.solve(); err != nil {
		return nil, err
	}
	return q, nil
}

// Mistakes returns the opposite and other directions, one cell more or fewer, other things, and that nothing moved.
func (q Motion) Mistakes() []Answer {
	right, err := q.solve()
	if err != nil {
		return nil
	}
	var all []Answer
	add := func(a Answer) {
		if !a.Equal(right) && !slices.ContainsFunc(all, a.Equal) {
			all = append(all, a)
		}
	}
	changes := layout.Changes(nil, q.Before, q.After, q.Views)
	switch q.Asks {
	case HowFar:
		n := right.(Number).Value
		for _, k := range []int{n + 1, n - 1, 0, n + 2, n - 2, n + 3} {
			if k >= 0 && k < max(q.After.Rows, q.After.Cols) {
				add(Number{Value: k})
			}
		}
	case WhatMoved:
		m := right.(Moved)
		if m.Cells == 0 {
			for i, name := range q.names() {
				add(Moved{name, layout.N.Turn(2 * i), 1})
			}
			break
		}
		add(Moved{m.Thing, m.Way.Converse(), m.Cells})
		add(Moved{m.Thing, m.Way, m.Cells + 1})
		if m.Cells > 1 {
			add(Moved{m.Thing, m.Way, m.Cells - 1})
		}
		if len(changes) == 1 && changes[0].Quarters > 0 && q.Views {
			// As the first view shows it.
			add(Moved{m.Thing, m.Way.Turn(2 * changes[0].Quarters), m.Cells})
		}
		for _, name := range q.names() {
			add(Moved{name, m.Way, m.Cells})
		}
		add(Moved{})
	default:
		if q.Asks == HowTurned && len(changes) == 1 {
			add(turnedWords[-changes[0].Quarters&3])
		}
		if w, ok := right.(Word); ok && q.Asks == WhichWay {
			for k, name := range sideNames {
				if name == string(w) {
					add(Word(sideNames[layout.Cardinal(k).Converse()]))
				}
			}
		}
		for _, o := range q.options() {
			add(Word(o.word))
		}
	}
	return all
}
