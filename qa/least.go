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
	var enough []int
	for k := range p.facts {
		enough = append(enough, k)
	}
	for i := 0; i < len(enough); {
		without := append(append([]int(nil), enough[:i]...), enough[i+1:]...)
		if p.holds(without, test) {
			enough = without
		} else {
			i++
		}
	}
	p.tries = 0
	chosen := make([]int, 0, len(enough))
	for size := fewest; size < len(enough) && p.tries < mostSubsets; size++ {
		if p.some(chosen, 0, size, test) {
			return size
		}
	}
	return len(enough)
}

// some reports whether test holds from the chosen facts and size more, numbered from first on.
func (p *prover) some(chosen []int, first, size int, test func(*layout.Network) bool) bool {
	if size == 0 {
		return p.tries < mostSubsets && p.holds(chosen, test)
	}
	for k := first; k+size <= len(p.facts); k++ {
		if p.some(append(chosen, k), k+1, size-1, test) {
			return true
		}
		if p.tries >= mostSubsets {
			return false
		}
	}
	return false
}
