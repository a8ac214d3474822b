package layout

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// Graph is places and the ways between them: rooms and doors, or crossings and streets. The zero Graph is empty.
type Graph struct {
	Places []Entity // where each stands on the map
	Ways   []Way
}

// Way joins two places, by number, and can be gone both ways.
type Way struct{ A, B, Length int }

// MaxPlaces is the largest number of places of a graph, MaxWay the greatest length of a way.
const (
	MaxPlaces = 64
	MaxWay    = 1 << 20
)

// Validate reports the first thing that is wrong: a name that is missing or stands twice, a way that leads to no place or back to
// its own, that is shorter than 1 or longer than [MaxWay], two ways between the same places, or more than [MaxPlaces] places. Where
// places stand is all the same.
func (g *Graph) Validate() error {
	if len(g.Places) > MaxPlaces {
		return fmt.Errorf("layout: %d places; 0 to %d are allowed", len(g.Places), MaxPlaces)
	}
	for i := range g.Places {
		if g.Places[i].Name == "" {
			return fmt.Errorf("layout: place %d has no name", i)
		}
		for j := range i {
			if g.Places[i].Name == g.Places[j].Name {
				return fmt.Errorf("layout: name %q stands twice; every place needs its own", g.Places[i].Name)
			}
		}
	}
	var joined [MaxPlaces]uint64
	for i, w := range g.Ways {
		switch {
		case w.A < 0 || w.B < 0 || w.A >= len(g.Places) || w.B >= len(g.Places) || w.A == w.B:
			return fmt.Errorf("layout: way %d joins places %d and %d; two of %d are needed", i, w.A, w.B, len(g.Places))
		case w.Length < 1 || w.Length > MaxWay:
			return fmt.Errorf("layout: way %d has length %d; 1 to %d are allowed", i, w.Length, MaxWay)
		case joined[w.A]>>w.B&1 == 1:
			return fmt.Errorf("layout: two ways join %q and %q", g.Places[w.A].Name, g.Places[w.B].Name)
		}
		joined[w.A] |= 1 << w.B
		joined[w.B] |= 1 << w.A
	}
	return nil
}

// Transform returns a copy moved by a symmetry of the cells that places stand on.
func (g *Graph) Transform(s Symmetry) *Graph {
	return &Graph{Places: Layout{g.Places}.Transform(s).Entities, Ways: append([]Way(nil), g.Ways...)}
}

// Lengths appends how far every place is from one along ways: -1 where none leads there (Dijkstra 1959). Ways that [Graph.Validate] reports
// for where they lead or how long they are count for nothing, and so do all of a graph of too many places.
func (g *Graph) Lengths(dst []int, from int) []int {
	start := len(dst)
	for range g.Places {
		dst = append(dst, unreached)
	}
	dist := dst[start:]
	if from < 0 || from >= len(dist) || len(dist) > MaxPlaces {
		return dst
	}
	var done uint64
	dist[from] = 0
	for {
		at := -1
		for i, d := range dist {
			if d != unreached && done>>i&1 == 0 && (at < 0 || d < dist[at]) {
				at = i
			}
		}
		if at < 0 {
			return dst
		}
		done |= 1 << at
		for _, w := range g.Ways {
			next := w.B
			if w.B == at {
				next = w.A
			} else if w.A != at {
				continue
			}
			if !g.sound(w) {
				continue
			}
			if d := dist[at] + w.Length; dist[next] == unreached || d < dist[next] {
				dist[next] = d
			}
		}
	}
}

// sound reports whether a way joins two places and is neither too short nor too long.
func (g *Graph) sound(w Way) bool {
	return w.A >= 0 && w.B >= 0 && w.A < len(g.Places) && w.B < len(g.Places) && w.A != w.B && w.Length >= 1 && w.Length <= MaxWay
}

// Shortest returns the places of a shortest way from one place to another, both included, and its length; -1 where none leads there. A src that is
// not nil draws among several. Ways that are not sound count for nothing, as for [Graph.Lengths].
func (g *Graph) Shortest(from, to int, src seed.Source) (places []int, length int) {
	if to < 0 || to >= len(g.Places) {
		return nil, unreached
	}
	var scratch [MaxPlaces]int
	dist := g.Lengths(scratch[:0], from)
	if dist[to] == unreached {
		return nil, unreached
	}
	for at := to; ; {
		places = append(places, at)
		if at == from {
			break
		}
		back, fits := at, 0
		for _, w := range g.Ways {
			before := w.B
			if w.B == at {
				before = w.A
			} else if w.A != at {
				continue
			}
			if g.sound(w) && dist[before] != unreached && dist[before]+w.Length == dist[at] {
				if fits++; fits == 1 || src != nil && src.Intn(fits) == 0 {
					back = before
				}
			}
		}
		at = back
	}
	for i, j := 0, len(places)-1; i < j; i, j = i+1, j-1 {
		places[i], places[j] = places[j], places[i]
	}
	return places, dist[to]
}

// Between returns the length of the way that joins two places, 0 where none does.
func (g *Graph) Between(a, b int) int {
	for _, w := range g.Ways {
		if w.A == a && w.B == b || w.A == b && w.B == a {
			return w.Length
		}
	}
	return 0
}

// Halves draws ways between places so that these fall into two parts, of two places or more each, which hang together and between which no way
// leads. Candidates are the ways that there may be, and all of them must hang together; so many of them are in the graph beyond those that the
// parts need, as far as there are. The error says that the candidates do not allow it.
func (g *Graph) Halves(candidates []Way, more int, src seed.Source) error {
	n := len(g.Places)
	for _, w := range candidates {
		if !g.sound(w) {
			return fmt.Errorf("layout: no way can join places %d and %d of %d at length %d", w.A, w.B, n, w.Length)
		}
	}
	part := make([]int, n)
	for i := range part {
		part[i] = i
	}
	seed.Shuffle(src, candidates)
	var tree []Way
	for _, w := range candidates {
		if a, b := part[w.A], part[w.B]; a != b {
			tree = append(tree, w)
			for i := range part {
				if part[i] == b {
					part[i] = a
				}
			}
		}
	}
	if n < 4 || len(tree) != n-1 {
		return fmt.Errorf("layout: %d candidates do not join %d places; 4 places or more are needed that hang together", len(candidates), n)
	}
	// The way that is left out is the one that parts the tree most evenly of a few.
	best, cut := 0, -1
	for range 3 {
		k := src.Intn(len(tree))
		if size := side(tree, k, part); min(size, n-size) > best {
			best, cut = min(size, n-size), k
		}
	}
	for k := 0; best < 2 && k < len(tree); k++ {
		if size := side(tree, k, part); min(size, n-size) > best {
			best, cut = min(size, n-size), k
		}
	}
	if best < 2 {
		return fmt.Errorf("layout: all ways lead to one place")
	}
	side(tree, cut, part)
	kept := append(g.Ways[:0], tree[:cut]...)
	kept = append(kept, tree[cut+1:]...)
	in := make(map[[2]int]bool, len(tree))
	for _, w := range tree {
		in[[2]int{w.A, w.B}] = true
	}
	for _, w := range candidates {
		if more > 0 && part[w.A] == part[w.B] && !in[[2]int{w.A, w.B}] {
			kept = append(kept, w)
			more--
		}
	}
	seed.Shuffle(src, kept)
	for i := range kept {
		if src.Intn(2) == 0 {
			kept[i].A, kept[i].B = kept[i].B, kept[i].A
		}
	}
	g.Ways = kept
	return nil
}

// side marks the places on one side of a way of a tree with 1, the others with 0, and returns how many there are.
func side(tree []Way, cut int, part []int) (size int) {
	clear(part)
	part[tree[cut].A] = 1
	for size = 1; ; {
		before := size
		for k, w := range tree {
			if k != cut && part[w.A] != part[w.B] {
				part[w.A], part[w.B] = 1, 1
				size++
			}
		}
		if size == before {
			return size
		}
	}
}
