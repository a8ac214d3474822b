package layout

import "slices"

// Router finds the shortest walks between rooms: along stated adjacencies only, as a graph and not as a grid. Each fact
// with a straight relation joins two rooms both ways, whatever its reading: "A is north of B" lets one go north from B to
// A and south from A to B. Other facts join nothing. Two rooms may have the same way leading to them, and may lie in one
// place. The zero Router is ready; it keeps scratch space, so it must not be used from two goroutines at once.
type Router struct {
	dist  []int // moves from the start; unreached where there is no way
	ways  []int // number of shortest walks from the start, counted up to MostWays
	moves []Cardinal
	facts []int
	at    []bool // where moves under trial may have led
	next  []bool
}

// MostWays is where [Router.Shortest] stops counting walks.
const MostWays = 2

const unreached = -1

// Shortest returns the moves of one shortest walk from one of n rooms to another, and how many shortest walks there are,
// up to MostWays; walks differ in the rooms or in the moves, not in which of two facts they use that say the same. There are
// 0 ways, and no moves, when the rooms are not connected or an index is out of range; from a room to itself it is 1 way
// without moves. Facts about other rooms than these n are left out.
//
// It costs O(facts²) at most, and no memory in the steady state. The slice is the router's until the next call.
func (r *Router) Shortest(facts []Fact, n, from, to int) (moves []Cardinal, ways int) {
	r.moves, r.facts = r.moves[:0], r.facts[:0]
	if from < 0 || to < 0 || from >= n || to >= n || !r.measure(facts, n, from, to) {
		return nil, 0
	}
	for at := to; at != from; {
		for k := range facts {
			if room, move, ok := joins(&facts[k], n, at); ok && r.dist[room] == r.dist[at]-1 {
				// The fact leads from at back to the room before it.
				r.moves, r.facts = append(r.moves, move.Converse()), append(r.facts, k)
				at = room
				break
			}
		}
	}
	slices.Reverse(r.moves)
	slices.Reverse(r.facts)
	return r.moves, r.ways[to]
}

// Facts returns the indices of the facts that the walk of the last call of [Router.Shortest] uses, one a move and in their
// order. The slice is the router's until the next call.
func (r *Router) Facts() []int { return r.facts }

// IsShortest reports whether the moves are those of a shortest walk from one room to another: any will do where there
// are several.
func (r *Router) IsShortest(facts []Fact, n, from, to int, moves []Cardinal) bool {
	if from < 0 || to < 0 || from >= n || to >= n || !r.measure(facts, n, from, to) || r.dist[to] != len(moves) {
		return false
	}
	r.at = slices.Grow(r.at[:0], n)[:n]
	r.next = slices.Grow(r.next[:0], n)[:n]
	clear(r.at)
	r.at[from] = true
	for _, want := range moves {
		clear(r.next)
		for k := range facts {
			f := &facts[k]
			if room, move, ok := joins(f, n, f.Locatum); ok {
				r.next[room] = r.next[room] || move == want && r.at[f.Locatum]
				r.next[f.Locatum] = r.next[f.Locatum] || move.Converse() == want && r.at[room]
			}
		}
		r.at, r.next = r.next, r.at
	}
	return r.at[to]
}

// joins returns the room that a fact leads to from a room, and the move that goes there.
func joins(f *Fact, n, from int) (to int, move Cardinal, ok bool) {
	if !f.Reading.OfWords() || !f.Relation.Straight() || f.Locatum == f.Relatum ||
		f.Locatum < 0 || f.Relatum < 0 || f.Locatum >= n || f.Relatum >= n {
		return 0, EQ, false
	}
	switch from {
	case f.Locatum:
		return f.Relatum, f.Relation.Converse(), true
	case f.Relatum:
		return f.Locatum, f.Relation, true
	}
	return 0, EQ, false
}

// measure fills in how far rooms are from the start, as far as the goal, and the number of ways; it reports whether the
// goal can be reached.
func (r *Router) measure(facts []Fact, n, from, to int) bool {
	r.dist = slices.Grow(r.dist[:0], n)[:n]
	r.ways = slices.Grow(r.ways[:0], n)[:n]
	for i := range n {
		r.dist[i], r.ways[i] = unreached, 0
	}
	r.dist[from], r.ways[from] = 0, 1
	for d := 0; r.dist[to] == unreached; d++ {
		gain := false
		for k := range facts {
			f := &facts[k]
			if _, _, ok := joins(f, n, f.Locatum); !ok {
				continue
			}
			for _, end := range [2][2]int{{f.Locatum, f.Relatum}, {f.Relatum, f.Locatum}} {
				here, there := end[0], end[1]
				if r.dist[here] != d || r.dist[there] != unreached && r.dist[there] != d+1 {
					continue
				}
				gain = true
				r.dist[there] = d + 1
				if !saidBefore(facts[:k], f) {
					r.ways[there] = min(r.ways[there]+r.ways[here], MostWays)
				}
			}
		}
		if !gain {
			return false
		}
	}
	return true
}

// saidBefore reports whether a fact joins the same rooms by the same moves as an earlier one.
func saidBefore(before []Fact, f *Fact) bool {
	for k := range before {
		switch g := &before[k]; {
		case !g.Reading.OfWords():
		case g.Locatum == f.Locatum && g.Relatum == f.Relatum && g.Relation == f.Relation,
			g.Locatum == f.Relatum && g.Relatum == f.Locatum && g.Relation == f.Relation.Converse():
			return true
		}
	}
	return false
}
