package qa

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// mostSubsets is how many sets of facts are tried for the least one: some ten milliseconds of work where nothing has to be
// searched for, and far more on a crowded grid.
const mostSubsets = 2000

// prover finds how many of the facts of a subject something needs that no single fact says. Its network is scratch space.
type prover struct {
	whole *layout.Network // of all facts
	net   layout.Network
	tries int
}

// newProver returns one for the facts of a network.
func newProver(whole *layout.Network) *prover { return &prover{whole: whole} }

// holds reports whether something holds in the network of some of the facts.
func (p *prover) holds(chosen []int, test func(*layout.Network) bool) bool {
	p.tries++
	p.net.Select(p.whole, chosen)
	return test(&p.net)
}

// least returns the least number of facts from which test holds; with more facts it must go on holding, and it must hold
// with those in within, numbers in increasing order, nil for all. At least fewest are needed. Where there are very many facts the search is given up,
// and the number is that of a set from which no fact can be left out.
func (p *prover) least(fewest int, within []int, test func(*layout.Network) bool) int {
	p.tries = 0
	facts := len(p.whole.Facts())
	room := make([]int, 3*facts)
	needed, spare, without := room[:0:facts], room[facts:facts:2*facts], room[2*facts:2*facts]
	if within != nil && len(within) <= fewest {
		return len(within)
	}
	// First leave out what can be left out, one fact after the other: the less is left, the less each trial costs.
	enough := within
	if enough == nil {
		enough = make([]int, facts)
		for k := range enough {
			enough[k] = k
		}
	}
	enough = p.shrink(append([]int(nil), enough...), without, test)
	if len(enough) <= fewest {
		return len(enough)
	}
	// A fact without which all others do not suffice is in every set that does, and so in this one.
	for k := range facts {
		if !slices.Contains(enough, k) {
			spare = append(spare, k)
			continue
		}
		without = without[:0]
		for i := range facts {
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
	if len(needed) == len(enough) {
		return len(needed)
	}
	p.tries = 0
	chosen := append(make([]int, 0, facts), needed...)
	for more := max(fewest-len(needed), 1); len(needed)+more < len(enough) && p.tries < mostSubsets; more++ {
		if p.some(chosen, spare, more, test) {
			return len(needed) + more
		}
	}
	return len(enough)
}

// shrink leaves out of facts from which test holds those that can be left out one after the other. The other slice is scratch space.
func (p *prover) shrink(enough, without []int, test func(*layout.Network) bool) []int {
	for i := 0; i < len(enough); {
		without = append(append(without[:0], enough[:i]...), enough[i+1:]...)
		if p.holds(without, test) {
			enough = append(enough[:i], enough[i+1:]...)
		} else {
			i++
		}
	}
	return enough
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

// stays reports whether a claim has in the network of a part of the facts the status that it has with all, which is not open.
func stays(part *layout.Network, claim layout.Fact, status layout.Status) bool {
	if status == layout.Contradicted {
		return !part.Allows(claim)
	}
	return part.Judge(claim) == status
}
