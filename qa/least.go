package qa

import (
	"github.com/gridscribe/gridscribe/layout"
)

// mostSubsets is how many sets of facts are tried for the least one: some ten milliseconds of work where nothing has to be
// searched for, and far more on a crowded grid.
const mostSubsets = 2000

// prover finds how many of the facts of a subject something needs that no single fact says. Its network is scratch space.
type prover struct {
	facts []layout.Fact
	world layout.World
	n     int
	net   layout.Network
	tries int
}

func newProver(s Subject) *prover { return &prover{facts: s.Facts, world: s.World, n: s.Layout.Len()} }

// holds reports whether something holds in the network of some of the facts.
func (p *prover) holds(chosen []int, test func(*layout.Network) bool) bool {
	p.tries++
	if p.net.Reset(p.n, p.world) != nil {
		return false
	}
	for _, k := range chosen {
		if p.net.Add(p.facts[k]) != nil {
			return false
		}
	}
	return test(&p.net)
}

// least returns the least number of facts from which test holds; with more facts it must go on holding, and it must hold
// with all. At least fewest are needed. Where there are very many facts the search is given up, and the number is that of
// a set from which no fact can be left out.
func (p *prover) least(fewest int, test func(*layout.Network) bool) int {
	p.tries = 0
	// A fact without which all others do not suffice is in every set that does.
	var needed, spare, without []int
	for k := range p.facts {
		without = without[:0]
		for i := range p.facts {
			if i != k {
				without = append(without, i)
			}
		}
		if p.holds(without, test) {
			spare = append(spare, k)
		} else {
			needed = append(needed, k)
		}
	}
	if len(spare) == 0 || p.holds(needed, test) {
		return len(needed)
	}
	enough := append([]int(nil), spare...)
	for i := 0; i < len(enough); {
		without = append(append(append(without[:0], needed...), enough[:i]...), enough[i+1:]...)
		if p.holds(without, test) {
			enough = append(enough[:i], enough[i+1:]...)
		} else {
			i++
		}
	}
	p.tries = 0
	chosen := append(make([]int, 0, len(p.facts)), needed...)
	for more := max(fewest-len(needed), 1); more < len(enough) && p.tries < mostSubsets; more++ {
		if p.some(chosen, spare, more, test) {
			return len(needed) + more
		}
	}
	return len(needed) + len(enough)
}

// some reports whether test holds from the chosen facts and size more of those to spare.
func (p *prover) some(chosen, spare []int, size int, test func(*layout.Network) bool) bool {
	if size == 0 {
		return p.tries < mostSubsets && p.holds(chosen, test)
	}
	for k := 0; k+size <= len(spare); k++ {
		if p.some(append(chosen, spare[k]), spare[k+1:], size-1, test) {
			return true
		}
		if p.tries >= mostSubsets {
			return false
		}
	}
	return false
}
