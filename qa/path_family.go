package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// PathFamily asks for shortest ways: on maps with walls, a [MapPath] from one thing to another or a [Tour] of several, and from place to place of a
// graph, a [GraphPath]. About a text in the UnitStep reading it asks a [Path]. The zero PathFamily is that of level 1.
type PathFamily struct {
	Side     int // rows and columns of the maps, 7 to 40; 0 stands for 7. Mazes have an odd number of both
	Walls    int // percent of cells that are walls, 5 to 40; 0 stands for 20. Mazes have more
	Stops    int // goals of a tour, 2 to 6; 0 stands for 2
	Places   int // of a graph, 4 to 20; 0 stands for 5
	Phrasing Phrasing
}

var pathLevels = [Levels]PathFamily{
	{Side: 7, Walls: 20, Stops: 2, Places: 5}, {Side: 11, Walls: 25, Stops: 3, Places: 8}, {Side: 15, Walls: 28, Stops: 4, Places: 12},
	{Side: 40, Walls: 30, Stops: 5, Places: 16},
}

// Name returns "path".
func (PathFamily) Name() string { return "path" }

// Summary says what the family asks.
func (PathFamily) Summary() string { return "shortest way, its length, or the shortest tour" }

// Group returns Plan.
func (PathFamily) Group() Group { return Plan }

// Validate reports a knob out of range.
func (f PathFamily) Validate() error {
	for _, k := range []struct {
		what             string
		value, low, high int
		zero             int
	}{
		{"rows and columns", f.Side, 7, 40, pathLevels[0].Side}, {"percent walls", f.Walls, 5, 40, pathLevels[0].Walls},
		{"stops", f.Stops, 2, mostStops, pathLevels[0].Stops}, {"places", f.Places, 4, 20, pathLevels[0].Places},
	} {
		if k.value != 0 && (k.value < k.low || k.value > k.high) {
			return fmt.Errorf("qa: path: %d %s; %d to %d are allowed, or 0 for %d", k.value, k.what, k.low, k.high, k.zero)
		}
	}
	return f.Phrasing.validate("path")
}

// At returns the family with the knobs of a level.
func (f PathFamily) At(level int) Family {
	p := f.Phrasing
	f = pathLevels[clampLevel(level)-1]
	f.Phrasing = p
	return f
}

// WithPhrasing returns the family with a phrasing.
func (f PathFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// filled returns the family with its zero knobs filled in.
func (f PathFamily) filled() PathFamily {
	for _, k := range [][2]*int{{&f.Side, &pathLevels[0].Side}, {&f.Walls, &pathLevels[0].Walls}, {&f.Stops, &pathLevels[0].Stops},
		{&f.Places, &pathLevels[0].Places}} {
		if *k[0] == 0 {
			*k[0] = *k[1]
		}
	}
	return f
}

// Sample draws a map: a field of walls or a maze that is cut in two, with things on both sides or around a gap, or with things for a tour;
// or a graph.
func (f PathFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	f = f.filled()
	n := newNamer(src)
	switch src.Intn(5) {
	case 0, 1:
		return f.sampleField(n, src)
	case 2:
		return f.sampleTour(n, src)
	case 3:
		return f.sampleMaze(n, src)
	}
	return f.sampleGraph(n, src)
}

// sampleField draws a field of walls with a line of walls across. Half the maps have two things, one on each side of the line, which has a gap in half
// of these; the others have no gap and two things on one side and one on the other, so that both answers can be asked for.
func (f PathFamily) sampleField(n *namer, src seed.Source) (Subject, error) {
	m := layout.NewMap(f.Side, f.Side)
	var w layout.Walker
	both := src.Intn(2) == 0
	gap := !both && src.Intn(2) == 0
	sides := m.Rift(f.Walls, gap, src)
	if gap {
		within := riftGate(m, sides, &w)
		ends := [2][]layout.Cell{}
		for _, c := range within {
			switch sides[m.Index(c)] {
			case -1:
				ends[0] = append(ends[0], c)
			case 1:
				ends[1] = append(ends[1], c)
			}
		}
		if len(ends[0]) == 0 || len(ends[1]) == 0 {
			return Subject{}, unsuitable(f.Name(), "the gap leads nowhere")
		}
		return standOn(m, n, src, ends[0][src.Intn(len(ends[0]))], ends[1][src.Intn(len(ends[1]))]), nil
	}
	first := int8(2*src.Intn(2) - 1)
	near := largestPart(m, &w, sides, first, src)
	far := largestPart(m, &w, sides, -first, src)
	if len(near) < 2 || len(far) == 0 {
		return Subject{}, unsuitable(f.Name(), "a side has no room")
	}
	cells := []layout.Cell{near[0], far[src.Intn(len(far))]}
	if both {
		cells = append(cells, near[distant(len(near), src)])
	}
	return standOn(m, n, src, cells...), nil
}

// distant draws one of the farther cells of a list that has the nearest first, and not the first.
func distant(n int, src seed.Source) int { return n - 1 - src.Intn((n+1)/2) }

// riftGate returns the cells that can be reached from the gap of a rift.
func riftGate(m *layout.Map, sides []int8, w *layout.Walker) []layout.Cell {
	w.Load(m, layout.Gait4, false)
	for i, s := range sides {
		if s == 0 && m.Ground[i] != layout.Wall {
			w.From(m.Cell(i))
			return w.Within(nil)
		}
	}
	return nil
}

// largestPart returns the cells that can be reached from a cell on one side, the nearest first: the most of a few draws.
func largestPart(m *layout.Map, w *layout.Walker, sides []int8, side int8, src seed.Source) (best []layout.Cell) {
	free := make([]layout.Cell, 0, len(sides))
	for i, s := range sides {
		if s == side && m.Ground[i] == layout.Floor {
			free = append(free, m.Cell(i))
		}
	}
	w.Load(m, layout.Gait4, false)
	for range 4 {
		if len(free) == 0 {
			return nil
		}
		w.From(free[src.Intn(len(free))])
		if w.Reached() > len(best) {
			best = w.Within(best[:0])
		}
		if 3*len(best) > len(free) {
			break
		}
	}
	return best
}

// standOn puts things on cells, in random order, so that which is first tells nothing.
func standOn(m *layout.Map, n *namer, src seed.Source, cells ...layout.Cell) Subject {
	seed.Shuffle(src, cells)
	for _, c := range cells {
		m.Things = append(m.Things, n.thing(c))
	}
	return Subject{Map: m}
}

// sampleMaze draws a maze that a wall more cuts in two, with two things in one part and one in the other.
func (f PathFamily) sampleMaze(n *namer, src seed.Source) (Subject, error) {
	side := f.Side - 1 + f.Side%2
	m := layout.NewMap(side, side)
	m.Maze(src)
	var w layout.Walker
	parts, ok := m.Sever(&w, src)
	if !ok || len(parts[0]) < 2 || len(parts[1]) < 2 {
		return Subject{}, unsuitable(f.Name(), "the maze has too small a part")
	}
	if src.Intn(2) == 0 {
		parts[0], parts[1] = parts[1], parts[0]
	}
	w.Load(m, layout.Gait4, false)
	w.From(parts[0][src.Intn(len(parts[0]))])
	near := w.Within(nil)
	return standOn(m, n, src, near[0], near[distant(len(near), src)], parts[1][src.Intn(len(parts[1]))]), nil
}

// sampleTour draws a field of walls with things that all can be reached from each other.
func (f PathFamily) sampleTour(n *namer, src seed.Source) (Subject, error) {
	m := layout.NewMap(f.Side, f.Side)
	var w layout.Walker
	within := riftGate(m, m.Rift(f.Walls, true, src), &w)
	if len(within) <= f.Stops {
		return Subject{}, unsuitable(f.Name(), "the gap leads nowhere")
	}
	for k := range f.Stops + 1 {
		j := k + src.Intn(len(within)-k)
		within[k], within[j] = within[j], within[k]
	}
	return standOn(m, n, src, within[:f.Stops+1]...), nil
}

// Ask draws the steps that are allowed, then whether there is a way, then which. Where three things or more can all be reached from each
// other, it asks for a tour of them. The error wraps ErrUnsuitable where the subject has no map with two things, no graph and no facts.
func (f PathFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	switch {
	case s.Map != nil:
		return f.askMap(s.Map, src)
	case s.Graph != nil:
		return f.askGraph(s.Graph, src)
	case len(s.Facts) > 0:
		return f.askText(s, src)
	}
	return nil, unsuitable(f.Name(), "there is no map and no graph")
}

// mostAsked is how many things of a map are looked at.
const mostAsked = 8

func (f PathFamily) askMap(m *layout.Map, src seed.Source) (Question, error) {
	if err := m.Validate(); err != nil {
		return nil, fmt.Errorf("qa: path: %w: %w", err, ErrUnsuitable)
	}
	var things []int
	for i := range m.Things {
		if singleCell(m, i) && m.Things[i].Kind == "" {
			things = append(things, i)
		}
	}
	seed.Shuffle(src, things)
	things = things[:min(len(things), mostAsked)]
	gait := [4]layout.Gait{0, 0, layout.Gait8, layout.Gait8Open}[src.Intn(4)]
	var w layout.Walker
	w.Load(m, gait, false)
	// Ways can be gone back: what one thing of a part reaches, all of them do.
	part := make([]int, len(things))
	parts := 0
	for i := range things {
		if part[i] > 0 {
			continue
		}
		parts++
		w.From(m.Things[things[i]].At())
		for j := range things {
			if j == i || w.Dist(m.Things[things[j]].At()) >= 0 {
				part[j] = parts
			}
		}
	}
	type pair struct {
		from, to int
		joined   bool
	}
	var pairs []pair
	for i, a := range things {
		for j, b := range things {
			if m.Things[a].At() != m.Things[b].At() {
				pairs = append(pairs, pair{a, b, part[i] == part[j]})
			}
		}
	}
	whole := len(things) > 2 && parts == 1
	if whole {
		k := min(len(things)-1, mostStops)
		q := Tour{Map: m, Start: things[k], Goals: things[:k], Length: src.Intn(3) == 0, Gait: gait, Phrasing: f.Phrasing}
		if q, err := newTour(q, &w); err == nil {
			return q.shuffled(src), nil
		}
	}
	form := PathForm(src.Intn(int(pathForms)))
	seed.Shuffle(src, pairs)
	try := func(pairs []pair) (Question, bool) {
		for _, p := range pairs {
			q := MapPath{Map: m, From: p.from, To: p.to, Form: form, Gait: gait, Phrasing: f.Phrasing}
			if q, err := newMapPath(q, &w, src); err == nil {
				return q, true
			}
		}
		return nil, false
	}
	all := append([]pair(nil), pairs...)
	if q, ok := try(narrow(src, pairs, func(p *pair) int {
		if p.joined {
			return 1
		}
		return 0
	})); ok {
		return q, nil
	}
	if q, ok := try(all); ok {
		return q, nil
	}
	return nil, unsuitable(f.Name(), "there are no two things between which it is known whether a way leads")
}
