package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// EgocentricFamily asks of somebody who stands and looks somewhere on a map: where something is from their point of view, which direction
// of the compass is on a side of theirs or ahead, and in which one something lies. Maps are drawn with north up in half of the questions only.
type EgocentricFamily struct {
	Rows, Cols int // the size of sampled maps, 3 to 20 each; 0 stands for 5
	Things     int // how many things stand there, 3 to 12 and no more than cells; 0 stands for 4
	// Sectors is the finest way to part directions that is asked for; from Quadrants up the next coarser one is asked for too.
	// From Eighths up people look and turn in steps of 45 degrees, else of 90.
	Sectors  layout.Sectors
	Turns    int     // how many turns are made at most after standing there, 0 to 4; at least one fewer is made
	Form     EgoForm // what is asked; 0 draws one
	NorthUp  bool    // north is always up
	Phrasing Phrasing
}

// EgoForm is what an [Egocentric] question asks. The zero value is AnyEgo.
type EgoForm uint8

// The forms.
const (
	AnyEgo     EgoForm = iota // any of the others
	EgoWhere                  // where something is from one's point of view
	EgoSide                   // which direction of the compass is on a side
	EgoFacing                 // which direction of the compass one faces, when something is on a side
	EgoBearing                // in which direction of the compass something is
	egoForms
)

// Name returns "egocentric".
func (EgocentricFamily) Name() string { return "egocentric" }

// Summary says what the family asks.
func (EgocentricFamily) Summary() string {
	return "left or right, which quarter, which hour of the clock: where something is for somebody who stands and looks somewhere on a map, and back to the compass"
}

// Group returns View.
func (EgocentricFamily) Group() Group { return View }

// Validate reports a knob out of range.
func (f EgocentricFamily) Validate() error {
	switch {
	case f.Rows != 0 && (f.Rows < 3 || f.Rows > 20):
		return fmt.Errorf("qa: egocentric: %d rows; 3 to 20 are allowed, or 0 for 5", f.Rows)
	case f.Cols != 0 && (f.Cols < 3 || f.Cols > 20):
		return fmt.Errorf("qa: egocentric: %d columns; 3 to 20 are allowed, or 0 for 5", f.Cols)
	case f.Things != 0 && (f.Things < 3 || f.Things > 12):
		return fmt.Errorf("qa: egocentric: %d things; 3 to 12 are allowed, or 0 for 4", f.Things)
	case int(f.Sectors) >= layout.SectorKinds:
		return fmt.Errorf("qa: egocentric: sectors %d; 0 to %d are allowed", f.Sectors, layout.SectorKinds-1)
	case f.Turns < 0 || f.Turns > 4:
		return fmt.Errorf("qa: egocentric: %d turns; 0 to 4 are allowed", f.Turns)
	case f.Form >= egoForms:
		return fmt.Errorf("qa: egocentric: form %d; 0 to %d are allowed", f.Form, egoForms-1)
	}
	if g := f.filled(); g.Things > g.Rows*g.Cols {
		return fmt.Errorf("qa: egocentric: %d things on %d cells; no more than cells are allowed", g.Things, g.Rows*g.Cols)
	}
	return f.Phrasing.validate("egocentric")
}

// filled returns the family with knobs of zero replaced by what they stand for.
func (f EgocentricFamily) filled() EgocentricFamily {
	if f.Rows == 0 {
		f.Rows = 5
	}
	if f.Cols == 0 {
		f.Cols = 5
	}
	if f.Things == 0 {
		f.Things = 4
	}
	return f
}

// At returns the family with the knobs of a level.
func (f EgocentricFamily) At(level int) Family {
	at := [Levels]EgocentricFamily{
		{Rows: 5, Cols: 5, Things: 4},
		{Rows: 6, Cols: 7, Things: 5, Sectors: layout.Quadrants, Turns: 1},
		{Rows: 8, Cols: 8, Things: 7, Sectors: layout.Eighths, Turns: 2},
		{Rows: 10, Cols: 11, Things: 9, Sectors: layout.Hours, Turns: 4},
	}[clampLevel(level)-1]
	at.Form, at.NorthUp, at.Phrasing = f.Form, f.NorthUp, f.Phrasing
	return at
}

// WithPhrasing returns the family with another phrasing.
func (f EgocentricFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// Sample draws a map of things, two of whom are somebody who looks somewhere.
func (f EgocentricFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	f = f.filled()
	return Subject{Map: sampleViewers(layout.NewMap(f.Rows, f.Cols), f.Things, 2, f.Sectors >= layout.Eighths, src)}, nil
}

// sampleViewers puts things on free cells of a map, the last few of them somebody who looks in one of four directions or eight.
func sampleViewers(m *layout.Map, things, viewers int, eight bool, src seed.Source) *layout.Map {
	n := newNamer(src)
	cells := m.Scatter(make([]layout.Cell, 0, things), things, src)
	m.Things = make([]layout.Thing, 0, len(cells))
	for i := range cells {
		t := layout.Thing{}
		if i < len(cells)-viewers {
			t = n.thing(cells[i : i+1 : i+1]...)
		} else {
			t = n.actor(cells[i])
			t.Facing = drawDirection(eight, src)
		}
		m.Things = append(m.Things, t)
	}
	seed.Shuffle(src, m.Things)
	return m
}

// drawDirection draws one of the four directions along the axes, or of all eight.
func drawDirection(eight bool, src seed.Source) layout.Cardinal {
	if eight {
		return layout.N + layout.Cardinal(src.Intn(8))
	}
	return layout.N + layout.Cardinal(2*src.Intn(4))
}

// spots appends the numbers of the things of a map that one can stand at and be asked about: called by names of their own, on one cell, which they
// have for themselves.
func spots(dst []int, m *layout.Map) []int {
	for i := range m.Things {
		t := &m.Things[i]
		if t.Kind != "" || len(t.Cells) != 1 {
			continue
		}
		alone := true
		for j := range m.Things {
			alone = alone && (j == i || !slices.Contains(m.Things[j].Cells, t.Cells[0]))
		}
		if alone {
			dst = append(dst, i)
		}
	}
	return dst
}

// Ask asks about a map with two things or more on cells of their own, its north being up. Every answer that the map has is equally likely.
func (f EgocentricFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	if s.Map == nil {
		return nil, unsuitable("egocentric", "there is no map")
	}
	if err := s.Map.Validate(); err != nil {
		return nil, fmt.Errorf("qa: egocentric: %w: %w", ErrUnsuitable, err)
	}
	north := drawCompass(f.NorthUp, src)
	q := Egocentric{Map: north.show(s.Map), North: north, Sectors: f.Sectors, Toward: -1, Target: -1, Phrasing: f.Phrasing,
		Eight: f.Sectors >= layout.Eighths}
	var room [16]int
	at := spots(room[:0], q.Map)
	if len(at) < 2 {
		return nil, unsuitable("egocentric", "there are fewer than two things with names on cells of their own")
	}
	if f.Sectors >= layout.Quadrants {
		q.Sectors -= layout.Sectors(src.Intn(2))
	}
	q.Form = f.Form
	if q.Form == AnyEgo {
		// Where something is is the main question, as often as the others together, and a little more.
		q.Form = [8]EgoForm{EgoWhere, EgoWhere, EgoWhere, EgoWhere, EgoWhere, EgoSide, EgoFacing, EgoBearing}[src.Intn(8)]
	}
	if q.Form != EgoBearing {
		for range f.Turns - src.Intn(min(f.Turns, 1)+1) {
			turn := [3]int{-2, 2, 4}[src.Intn(3)]
			if q.Eight && src.Intn(3) == 0 {
				turn = 2*src.Intn(2) - 1
			}
			q.Turns = append(q.Turns, turn)
		}
	}
	if q.Form == EgoSide || q.Form == EgoFacing {
		q.Side = 2 * src.Intn(4)
		if q.Eight {
			q.Side = src.Intn(8)
		}
	}
	if q.Form == EgoSide && q.Side == 0 && len(q.Turns) == 0 {
		q.Side = 2 + 4*src.Intn(2) // what is ahead was just said
	}
	if q.Form != EgoFacing {
		q.Away = f.Sectors >= layout.Quadrants && src.Intn(4) == 0
		q.Face = q.drawFace(at, src)
	}
	if !q.place(at, src) {
		return nil, unsuitable("egocentric", "nothing lies clearly enough on one side")
	}
	return q, nil
}

// drawFace draws how it is said where one looks, of the ways that the map allows.
func (q *Egocentric) drawFace(at []int, src seed.Source) EgoFace {
	ways := [3]EgoFace{ByCompass}
	n := 1
	if len(at) > 2 && q.Form != EgoSide {
		ways[n], n = ByThing, n+1
	}
	for _, i := range at {
		if q.Map.Things[i].Facing != layout.EQ {
			ways[n], n = AsShown, n+1
			break
		}
	}
	return ways[src.Intn(n)]
}

// place draws who stands where and looks at what: first the answer, of those that there are, then one of the ways to come to it.
func (q *Egocentric) place(at []int, src seed.Source) bool {
	var count [13]int
	q.every(at, func(answer int) bool { count[answer]++; return true })
	kinds := 0
	for _, n := range count {
		if n > 0 {
			kinds++
		}
	}
	if kinds == 0 {
		return false
	}
	drawn := -1
	for k := src.Intn(kinds); k >= 0; k-- {
		for drawn++; count[drawn] == 0; drawn++ {
		}
	}
	nth := src.Intn(count[drawn])
	q.every(at, func(answer int) bool {
		if answer == drawn {
			nth--
		}
		return nth >= 0
	})
	return true
}

// every sets the question to each way to put it and calls visit with its answer, 0 to 12, until visit returns false.
func (q *Egocentric) every(at []int, visit func(answer int) bool) {
	facings := 1
	if q.Face == ByCompass && q.Form != EgoFacing {
		facings = 8
	}
	step := 2
	if q.Eight {
		step = 1
	}
	for _, q.At = range at {
		if q.Face == AsShown && q.Map.Things[q.At].Facing == layout.EQ {
			continue
		}
		for _, q.Target = range at {
			if q.Target == q.At {
				continue
			}
			if q.Form == EgoSide {
				if q.Target != at[0] && (q.At != at[0] || q.Target != at[1]) {
					continue // it is not asked about a target: once is enough
				}
				q.Target = -1
			}
			for _, q.Toward = range at {
				if q.Face != ByThing {
					q.Toward = -1
				} else if q.Toward == q.At || q.Toward == q.Target {
					continue
				}
				for k := 0; k < facings; k += step {
					if facings > 1 {
						q.Facing = layout.N + layout.Cardinal(k)
					}
					if answer, ok := q.solve(); ok && !visit(answer) {
						return
					}
				}
				if q.Face != ByThing {
					break
				}
			}
		}
	}
}
