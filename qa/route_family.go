package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// RouteFamily asks a [Route] over a map: which turns were left out of it, what is passed on the left or right, or which way one faces at the
// end. The zero RouteFamily is that of level 1.
type RouteFamily struct {
	Side     int // rows and columns of the map, 5 to 20; 0 stands for 7
	Things   int // 4 to 24; 0 stands for 7
	Legs     int // of the route at most, 2 to 10; 0 stands for 2
	Blanks   int // turns that are left out at most, 1 to 6; 0 stands for 1
	Phrasing Phrasing
}

var routeLevels = [Levels]RouteFamily{
	{Side: 7, Things: 7, Legs: 2, Blanks: 1}, {Side: 9, Things: 10, Legs: 3, Blanks: 1}, {Side: 12, Things: 12, Legs: 5, Blanks: 2},
	{Side: 14, Things: 16, Legs: 7, Blanks: 3},
}

// Name returns "route".
func (RouteFamily) Name() string { return "route" }

// Summary says what the family asks.
func (RouteFamily) Summary() string {
	return "the missing turns of a route, what is passed, or the direction at its end"
}

// Group returns Plan.
func (RouteFamily) Group() Group { return Plan }

// Validate reports a knob out of range.
func (f RouteFamily) Validate() error {
	for _, k := range []struct {
		what                   string
		value, low, high, zero int
	}{
		{"rows and columns", f.Side, 5, 20, routeLevels[0].Side}, {"things", f.Things, 4, 24, routeLevels[0].Things},
		{"legs", f.Legs, 2, 10, routeLevels[0].Legs}, {"blanks", f.Blanks, 1, 6, routeLevels[0].Blanks},
	} {
		if k.value != 0 && (k.value < k.low || k.value > k.high) {
			return fmt.Errorf("qa: route: %d %s; %d to %d are allowed, or 0 for %d", k.value, k.what, k.low, k.high, k.zero)
		}
	}
	return f.Phrasing.validate("route")
}

// At returns the family with the knobs of a level.
func (f RouteFamily) At(level int) Family {
	p := f.Phrasing
	f = routeLevels[clampLevel(level)-1]
	f.Phrasing = p
	return f
}

// WithPhrasing returns the family with a phrasing.
func (f RouteFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

func (f RouteFamily) filled() RouteFamily {
	zero := routeLevels[0]
	for _, k := range [][2]*int{{&f.Side, &zero.Side}, {&f.Things, &zero.Things}, {&f.Legs, &zero.Legs}, {&f.Blanks, &zero.Blanks}} {
		if *k[0] == 0 {
			*k[0] = *k[1]
		}
	}
	return f
}

// Sample draws a map with things of which three in four stand where a few rows and columns cross, so that many are in line, and some walls in other
// rows and columns.
func (f RouteFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	f = f.filled()
	m := layout.NewMap(f.Side, f.Side)
	inLine := f.Things - f.Things/4
	streets := 2
	for streets*streets < inLine+inLine/2 && streets < f.Side {
		streets++
	}
	lines := make([]int, f.Side)
	for i := range lines {
		lines[i] = i
	}
	draw := func() []int {
		seed.Shuffle(src, lines)
		return append([]int(nil), lines[:streets]...)
	}
	rows, cols := draw(), draw()
	onStreet := make([]bool, 2*f.Side)
	for i := range rows {
		onStreet[rows[i]], onStreet[f.Side+cols[i]] = true, true
	}
	crossings := make([]layout.Cell, 0, streets*streets)
	for _, r := range rows {
		for _, c := range cols {
			crossings = append(crossings, layout.Cell{Row: r, Col: c})
		}
	}
	seed.Shuffle(src, crossings)
	n := newNamer(src)
	for _, c := range crossings[:min(inLine, len(crossings))] {
		m.Things = append(m.Things, n.thing(c))
	}
	for _, c := range m.Scatter(nil, f.Things-len(m.Things), src) {
		m.Things = append(m.Things, n.thing(c))
	}
	for _, c := range m.Scatter(nil, f.Side, src) {
		if !onStreet[c.Row] && !onStreet[f.Side+c.Col] {
			m.Ground[m.Index(c)] = layout.Wall
		}
	}
	return Subject{Map: m}, nil
}

// walks is how many routes are drawn to choose from.
const walks = 6

// Ask draws what is asked and a few routes, then the turn, or which of the things that are passed, with each equally likely as far as the map
// allows. The error wraps ErrUnsuitable where the subject has no map with things in line.
func (f RouteFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	if s.Map == nil {
		return nil, unsuitable(f.Name(), "there is no map")
	}
	if err := s.Map.Validate(); err != nil {
		return nil, fmt.Errorf("qa: route: %w: %w", err, ErrUnsuitable)
	}
	f = f.filled()
	form := [6]RouteForm{RouteTurns, RouteTurns, RouteTurns, RouteSeen, RouteSeen, RouteFacing}[src.Intn(6)]
	onLeft := src.Intn(2) == 0
	stopLines := newRouteSights(s.Map)
	var all []Route
	legs := 0
	for range walks {
		q := Route{Map: s.Map, Stops: stopLines.walk(f.Legs+1, src), Form: form, Phrasing: f.Phrasing, OnLeft: onLeft && form == RouteSeen}
		if form == RouteSeen {
			q.Nth = 1
		}
		if form != RouteFacing && src.Intn(2) == 0 {
			q.Facing = layout.N + layout.Cardinal(2*src.Intn(4))
		}
		walked := q
		if form == RouteTurns {
			walked.Form = RouteFacing // until it is known where there are turns
		}
		walked, err := newRoute(walked)
		if err != nil {
			continue // too short, or nobody knows what is beside it
		}
		legs = max(legs, len(walked.turns))
		switch form {
		case RouteTurns:
			for i, turn := range walked.turns {
				if turn != 0 {
					q.Blanks = []int{i}
					all = append(all, q)
				}
			}
		case RouteSeen:
			for n := range min(len(walked.seen)+1, 9) {
				q.Nth = n + 1
				all = append(all, q)
			}
		default:
			all = append(all, q)
		}
	}
	// Long routes are few in maps that were not made for them.
	all = keep(all, func(q *Route) bool { return len(q.Stops) == legs+1 })
	var solved []Route
	for _, q := range all {
		if q, err := newRoute(q); err == nil {
			solved = append(solved, q)
		}
	}
	if len(solved) == 0 {
		return nil, unsuitable(f.Name(), "no two things are in line, with a turn between")
	}
	return f.choose(solved, src)
}

// choose draws the answer, and then a question that has it; turns more are left out of it where the family says so.
func (f RouteFamily) choose(all []Route, src seed.Source) (Question, error) {
	switch all[0].Form {
	case RouteTurns:
		all = narrow(src, all, func(q *Route) int { return q.turns[q.Blanks[0]] })
	case RouteSeen:
		all = prefer(all, func(q *Route) bool { return len(q.seen) > 0 })
		// Short routes pass few things: "none" must not be the answer each time that it could be.
		none := src.Intn(6) == 0
		all = prefer(all, func(q *Route) bool { return none == (q.Nth > len(q.seen)) })
		all = narrow(src, all, func(q *Route) int { return q.Nth })
	default:
		all = narrow(src, all, func(q *Route) int { return int(q.ways[len(q.ways)-1]) })
	}
	q := all[src.Intn(len(all))]
	if q.Form != RouteTurns || f.Blanks < 2 {
		return q, nil
	}
	var turns []int
	for i, turn := range q.turns {
		if turn != 0 && i != q.Blanks[0] {
			turns = append(turns, i)
		}
	}
	seed.Shuffle(src, turns)
	keepers := append(turns[:min(len(turns), f.Blanks-1)], q.Blanks[0])
	q.Blanks = nil
	for i := range q.turns {
		for _, k := range keepers {
			if k == i {
				q.Blanks = append(q.Blanks, i)
			}
		}
	}
	return newRoute(q)
}

// routeSights are which things of a map are in line with which.
type routeSights struct {
	m      *layout.Map
	things []int
	ways   []uint8 // from thing to thing; EQ where they are not in line
}

// mostStopsSeen is how many things are looked at.
const mostStopsSeen = 32

func newRouteSights(m *layout.Map) *routeSights {
	s := &routeSights{m: m}
	for i := range m.Things {
		if singleCell(m, i) && m.Things[i].Kind == "" && len(s.things) < mostStopsSeen {
			s.things = append(s.things, i)
		}
	}
	n := len(s.things)
	s.ways = make([]uint8, n*n)
	for i, a := range s.things {
		for j, b := range s.things[:i] {
			from, to := m.Things[a].At(), m.Things[b].At()
			if way := to.Relation(from); way.Straight() && openBetween(m, from, to) && openBetween(m, to, from) {
				s.ways[i*n+j], s.ways[j*n+i] = uint8(way), uint8(way.Converse())
			}
		}
	}
	return s
}

// walk draws a route over so many stops, each once, or fewer where it comes to no other: at every stop a turn, then a stop
// that lies there. Nobody goes straight on at a stop.
func (s *routeSights) walk(stops int, src seed.Source) []int {
	n := len(s.things)
	if n == 0 {
		return nil
	}
	at, heading := src.Intn(n), layout.EQ
	seen := make([]bool, n)
	seen[at] = true
	route := append(make([]int, 0, stops), s.things[at])
	for len(route) < stops {
		var ahead [4][]int // by turn
		var room [4][mostStopsSeen]int
		for i := range ahead {
			ahead[i] = room[i][:0]
		}
		present := 0
		for j := range n {
			way := layout.Cardinal(s.ways[at*n+j])
			if way == layout.EQ || seen[j] || way == heading {
				continue
			}
			turn := (int(way) - int(max(heading, layout.N))) >> 1 & 3
			ahead[turn] = append(ahead[turn], j)
			present |= 1 << turn
		}
		if present == 0 {
			break
		}
		turn := src.Intn(4)
		for len(ahead[turn]) == 0 {
			turn = src.Intn(4)
		}
		next := ahead[turn][src.Intn(len(ahead[turn]))]
		heading = layout.Cardinal(s.ways[at*n+next])
		at = next
		seen[at] = true
		route = append(route, s.things[at])
	}
	return route
}
