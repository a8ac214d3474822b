package qa

import (
	"slices"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// RouteForm is what a [Route] asks. The zero value is RouteTurns.
type RouteForm uint8

// The forms.
const (
	RouteTurns  RouteForm = iota // which turns fill the blanks
	RouteSeen                    // what is the first, second, … thing on one side on the way
	RouteFacing                  // which way one faces at the end
	routeForms
)

// String returns "turns", "seen" or "facing".
func (f RouteForm) String() string {
	if f >= routeForms {
		return "RouteForm(?)"
	}
	return [routeForms]string{"turns", "seen", "facing"}[f]
}

// Route asks about a walk over a map, straight ahead from one thing to the next and turning there: which turns were left out, what is passed
// on one side, or which way one faces at the end. The zero Route asks nothing, and no response to it is right.
type Route struct {
	Map    *layout.Map
	Stops  []int           // where it leads, from the start on; indices into Map.Things, of things that take up one cell each
	Facing layout.Cardinal // at the start, N, E, S or W; EQ: the first stop after it
	Form   RouteForm
	// Blanks are the turns that are left out: 0 is that at the start, k that at Stops[k]. In order.
	Blanks   []int
	OnLeft   bool // what is on the left is asked for, else what is on the right
	Nth      int  // which of the things there, from 1
	Phrasing Phrasing

	turns []int    // quarters clockwise before every leg
	ways  []uint8  // compass directions of the legs
	seen  []string // on the side that is asked about
}

// newRoute solves a question. The error wraps ErrUnsuitable where stops are not in line, where a wall or a cell of which nothing is known is in the way, or
// where one of which nothing is known is looked at.
func newRoute(q Route) (Route, error) {
	if len(q.Stops) < 2 {
		return Route{}, unsuitable(q.Family(), "a route needs two stops")
	}
	for _, s := range q.Stops {
		if !singleCell(q.Map, s) {
			return Route{}, unsuitable(q.Family(), "stops take up one cell each")
		}
	}
	q.turns, q.ways, q.seen = make([]int, 0, len(q.Stops)), make([]uint8, 0, len(q.Stops)), nil
	heading := q.Facing
	var at []int16
	if q.Form == RouteSeen {
		at = thingsAt(q.Map)
	}
	for i, s := range q.Stops[1:] {
		from, to := q.Map.Things[q.Stops[i]].At(), q.Map.Things[s].At()
		way := to.Relation(from)
		if !way.Straight() || !openBetween(q.Map, from, to) {
			return Route{}, unsuitable(q.Family(), "the next stop is not straight ahead, or something is in the way")
		}
		if heading == layout.EQ {
			heading = way
		}
		q.turns = append(q.turns, (int(way)-int(heading))>>1&3)
		q.ways = append(q.ways, uint8(way))
		heading = way
		if at == nil {
			continue
		}
		side := 2
		if q.OnLeft {
			side = -2
		}
		rows, cols := way.Signs()
		sideRows, sideCols := way.Turn(side).Signs()
		for c := from; c != to; {
			c.Row, c.Col = c.Row+rows, c.Col+cols
			beside := layout.Cell{Row: c.Row + sideRows, Col: c.Col + sideCols}
			switch {
			case !q.Map.Has(beside):
			case q.Map.GroundAt(beside) == layout.Hidden:
				return Route{}, unsuitable(q.Family(), "it is not known what is passed")
			case at[q.Map.Index(beside)] > 0:
				q.seen = append(q.seen, q.Map.Things[at[q.Map.Index(beside)]-1].Name)
			}
		}
	}
	for k, b := range q.Blanks {
		if b < 0 || b >= len(q.turns) || q.turns[b] == 0 || k > 0 && b <= q.Blanks[k-1] {
			return Route{}, unsuitable(q.Family(), "there is no turn to leave out")
		}
	}
	switch {
	case q.Form == RouteTurns && len(q.Blanks) == 0, q.Form != RouteTurns && len(q.Blanks) > 0, q.Form == RouteSeen && q.Nth < 1:
		return Route{}, unsuitable(q.Family(), "nothing is asked")
	}
	return q, nil
}

// openBetween reports whether no wall and no hidden cell lies between two cells in line.
func openBetween(m *layout.Map, from, to layout.Cell) bool {
	rows, cols := to.Relation(from).Signs()
	for from != to {
		from.Row, from.Col = from.Row+rows, from.Col+cols
		if g := m.GroundAt(from); g == layout.Wall || g == layout.Hidden {
			return false
		}
	}
	return true
}

// Family returns "route".
func (Route) Family() string { return "route" }

func (q Route) asks() bool { return len(q.turns) > 0 }

// Media returns all three.
func (Route) Media() []Medium { return []Medium{AsDrawing, AsText, AsBoth} }

// AppendEvidence appends the map.
func (q Route) AppendEvidence(dst []byte, medium Medium) []byte {
	return appendMapEvidence(dst, q.Map, medium)
}

// Answer returns the turn, the turns in order, a name or "none", or a direction.
func (q Route) Answer() Answer {
	switch {
	case !q.asks():
		return Word("")
	case q.Form == RouteTurns && len(q.Blanks) == 1:
		return routeTurnWords[q.turns[q.Blanks[0]]]
	case q.Form == RouteTurns:
		all := make(Sequence, len(q.Blanks))
		for i, b := range q.Blanks {
			all[i] = string(routeTurnWords[q.turns[b]])
		}
		return all
	case q.Form == RouteSeen && q.Nth > len(q.seen):
		return noWay
	case q.Form == RouteSeen:
		return Word(q.seen[q.Nth-1])
	}
	return Word(describe.CompassName(layout.Cardinal(q.ways[len(q.ways)-1])))
}

// Hops returns 0: no facts are stated.
func (Route) Hops() int { return 0 }

// Verify grades turns, a name, or a direction.
func (q Route) Verify(response string) Verdict {
	if !q.asks() {
		return Verdict{Reason: "nothing was asked"}
	}
	if q.Form == RouteTurns && len(q.Blanks) > 1 {
		var names []string
		for _, o := range routeTurnOptions {
			names = append(append(names, o.word), o.aliases...)
		}
		given, err := readSequence(response, names)
		if err != nil {
			return Verdict{Reason: err.Error()}
		}
		for i, name := range given {
			for _, o := range routeTurnOptions {
				if slices.Contains(o.aliases, name) {
					given[i] = o.word
				}
			}
		}
		v := graded(given, given.Equal(q.Answer()), q.Answer())
		if !v.Correct && len(given) == len(q.Blanks) {
			right := 0
			for i, b := range q.Blanks {
				if given[i] == string(routeTurnWords[q.turns[b]]) {
					right++
				}
			}
			v.Reward = float64(right) / float64(2*len(given))
		}
		return v
	}
	options := routeTurnOptions
	switch q.Form {
	case RouteFacing:
		options = routeCompass
	case RouteSeen:
		options = []option{{"none", []string{"nothing", "there is none"}}}
		for i := range q.Map.Things {
			options = append(options, optionsOf(q.Map.Things[i].Name)...)
		}
	}
	given, err := readWord(response, options)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(q.Answer()), q.Answer())
}

// Difficulty is the number of legs, and of the turns or things that are asked for.
func (q Route) Difficulty() int { return max(1, len(q.turns)+len(q.Blanks)+q.Nth) }

// Mistakes returns the turns mirrored, as the map rather than the walker has them, what is passed before, after and on the other side, and other
// directions.
func (q Route) Mistakes() []Answer {
	if !q.asks() {
		return nil
	}
	var all []Answer
	right := q.Answer()
	switch {
	case q.Form == RouteTurns && len(q.Blanks) == 1:
		own := q.turns[q.Blanks[0]]
		all = []Answer{routeTurnWords[4-own], routeTurnWords[own%3+1], routeTurnWords[(own+1)%3+1]}
	case q.Form == RouteTurns:
		for _, change := range []func(i, turn int) int{
			func(_, turn int) int { return 4 - turn }, func(i, turn int) int { return (turn+i)%3 + 1 }, func(_, turn int) int { return turn%3 + 1 },
			func(i, turn int) int {
				if i == 0 {
					return turn%3 + 1
				}
				return turn
			},
			func(i, turn int) int {
				if i == len(q.Blanks)-1 {
					return turn%3 + 1
				}
				return turn
			},
		} {
			wrong := make(Sequence, len(q.Blanks))
			for i, b := range q.Blanks {
				wrong[i] = string(routeTurnWords[change(i, q.turns[b])])
			}
			all = append(all, wrong)
		}
	case q.Form == RouteSeen:
		other := q
		other.OnLeft = !q.OnLeft
		other, err := newRoute(other)
		if err == nil && q.Nth <= len(other.seen) {
			all = append(all, Word(other.seen[q.Nth-1]))
		}
		for _, n := range []int{q.Nth + 1, q.Nth - 1, 1, 2} {
			if n > 0 && n <= len(q.seen) {
				all = append(all, Word(q.seen[n-1]))
			}
		}
		if err == nil {
			for _, name := range other.seen {
				all = append(all, Word(name))
			}
		}
		all = append(all, noWay)
		for i := range q.Map.Things {
			if len(all) < 8 {
				all = append(all, Word(q.Map.Things[i].Name))
			}
		}
	default:
		last := layout.Cardinal(q.ways[len(q.ways)-1])
		for _, turn := range []int{4, 2, 6} {
			all = append(all, Word(describe.CompassName(last.Turn(turn))))
		}
	}
	return wrongOnly(all, right.Equal)
}

// Turn asks the same of the map moved; a mirror swaps left and right.
func (q Route) Turn(s layout.Symmetry) (Instance, bool) {
	if !q.asks() {
		return nil, false
	}
	q.Map, q.Facing = q.Map.Transform(s), s.Cardinal(q.Facing)
	q.OnLeft = q.OnLeft != s.Mirrors()
	turned, err := newRoute(q)
	return turned, err == nil
}

// Contrast asks about the way back, or about the other side.
func (q Route) Contrast() (Instance, bool) {
	if !q.asks() {
		return nil, false
	}
	if q.Form == RouteSeen {
		q.OnLeft = !q.OnLeft
		other, err := newRoute(q)
		return other, err == nil
	}
	q.Facing = layout.EQ
	q.Stops, q.Blanks = slices.Clone(q.Stops), slices.Clone(q.Blanks)
	slices.Reverse(q.Stops)
	slices.Reverse(q.Blanks)
	for i := range q.Blanks {
		q.Blanks[i] = len(q.Stops) - 1 - q.Blanks[i]
	}
	back, err := newRoute(q)
	return back, err == nil
}

// Pieces returns the number of cells.
func (q Route) Pieces() int {
	if q.Map == nil {
		return 0
	}
	return len(q.Map.Ground)
}

// Without asks the same with one cell hidden. The error wraps ErrUnsuitable where the cell matters.
func (q Route) Without(piece int) (Instance, error) {
	if !q.asks() || piece < 0 || piece >= q.Pieces() {
		return nil, unsuitable(q.Family(), "there is no such piece")
	}
	rest, ids, err := hideCell(q.Map, piece, q.Family(), q.Stops...)
	if err != nil {
		return nil, err
	}
	q.Map, q.Stops = rest, ids
	return newRoute(q)
}
