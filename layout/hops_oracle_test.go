package layout_test

import (
	"cmp"
	"math"
	"math/bits"

	"github.com/gridscribe/gridscribe/layout"
)

// The search for shortest proofs in this file shares nothing with the network or the sampler. Facts prove something of
// two objects only along ways between them in the graph of stated pairs, so it lists the ways.

// shortestProof returns the least number of facts that prove the aspect of a's relation to b, and how many sets of so many
// facts do; 0 and 0 when there is none with up to most facts. The facts, at most 64, are of one reading of direction words.
func shortestProof(n int, facts []layout.Fact, a, b int, aspect layout.Aspect, most int) (size, sets int) {
	if facts[0].Reading == layout.UnitStep {
		return shortestWay(n, facts, a, b, most)
	}
	f := wayFinder{facts: facts, to: b, most: most}
	f.walk(a, 0, 1<<a, 0, [2]verdict{})
	best := most + 1
	found := make(map[uint64]bool)
	offer := func(mask uint64) {
		if size := bits.OnesCount64(mask); size <= best {
			if size < best {
				clear(found)
			}
			best = size
			found[mask] = true
		}
	}
	for _, rows := range f.proving[0] {
		if aspect == layout.Vertical {
			offer(rows)
			continue
		}
		for _, cols := range f.proving[1] {
			if aspect == layout.Full {
				offer(rows | cols)
			}
		}
	}
	if aspect == layout.Horizontal {
		for _, cols := range f.proving[1] {
			offer(cols)
		}
	}
	if len(found) == 0 {
		return 0, 0
	}
	return best, len(found)
}

// verdict is what a way has said so far about an axis.
type verdict uint8

const (
	undecided verdict = iota // nothing stated yet
	level
	before
	after
	open
)

// then goes one fact further: what the first object is to the one come to, and this to the next.
func (v verdict) then(next verdict) verdict {
	switch {
	case v == open || next == open:
		return open
	case v == undecided || v == level:
		return next
	case next == level || next == v:
		return v
	}
	return open
}

// wayFinder lists all ways without a circle.
type wayFinder struct {
	facts   []layout.Fact
	to      int
	most    int
	proving [2][]uint64 // by axis: the facts of the ways that decide it
}

func (f *wayFinder) walk(at, length int, visited, used uint64, said [2]verdict) {
	if at == f.to {
		for axis, v := range said {
			if v != open {
				f.proving[axis] = append(f.proving[axis], used)
			}
		}
		return
	}
	if length == f.most {
		return
	}
	for k, fact := range f.facts {
		next, turn := fact.Relatum, 1
		if fact.Relatum == at {
			next, turn = fact.Locatum, -1
		} else if fact.Locatum != at {
			continue
		}
		if visited>>next&1 == 1 {
			continue
		}
		var then [2]verdict
		for axis, sign := range handSigns[fact.Relation] {
			then[axis] = said[axis].then([3]verdict{before, level, after}[sign*turn+1])
			if sign == 0 && fact.Reading == layout.HalfPlane {
				then[axis] = open
			}
		}
		if then != [2]verdict{open, open} {
			f.walk(next, length+1, visited|1<<next, used|1<<k, then)
		}
	}
}

// shortestWay is the search for unit steps: they prove all of two objects that they connect, and nothing of others.
func shortestWay(n int, facts []layout.Fact, a, b, most int) (size, sets int) {
	far := make([]int, n)
	ways := make([]int, n)
	for i := range far {
		far[i] = math.MaxInt
	}
	far[a], ways[a] = 0, 1
	for d := range most {
		for _, f := range facts {
			for _, end := range [2][2]int{{f.Locatum, f.Relatum}, {f.Relatum, f.Locatum}} {
				if far[end[0]] == d && far[end[1]] > d {
					far[end[1]] = d + 1
					ways[end[1]] += ways[end[0]]
				}
			}
		}
	}
	if far[b] == math.MaxInt {
		return 0, 0
	}
	return far[b], ways[b]
}

// stepsBetween adds up unit steps on some way from a to b: how many rows and columns a is further than b.
func stepsBetween(n int, facts []layout.Fact, a, b int) (rows, cols int, ok bool) {
	at := make(map[int][2]int, n)
	at[b] = [2]int{}
	for range n {
		for _, f := range facts {
			signs := handSigns[f.Relation]
			if r, known := at[f.Relatum]; known {
				at[f.Locatum] = [2]int{r[0] + signs[0], r[1] + signs[1]}
			} else if l, known := at[f.Locatum]; known {
				at[f.Relatum] = [2]int{l[0] - signs[0], l[1] - signs[1]}
			}
		}
	}
	d, ok := at[a]
	return d[0], d[1], ok
}

// handHolds checks a fact against two cells, reading by reading.
func handHolds(f layout.Fact, cells []layout.Cell) bool {
	signs := handSigns[f.Relation]
	a, b := cells[f.Locatum], cells[f.Relatum]
	for axis, d := range [2]int{a.Row - b.Row, a.Col - b.Col} {
		switch f.Reading {
		case layout.UnitStep:
			if d != signs[axis] {
				return false
			}
		case layout.HalfPlane:
			if signs[axis] != 0 && cmp.Compare(d, 0) != signs[axis] {
				return false
			}
		default:
			if cmp.Compare(d, 0) != signs[axis] {
				return false
			}
		}
	}
	return true
}
