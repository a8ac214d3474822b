package layout

import "slices"

// subsets looks for a smallest set of facts that is enough for something. It is the dual search for smallest
// unsatisfiable subsets (Ignatiev, Previti, Liffiton & Marques-Silva 2015): every set that is not enough leaves some fact
// out that is needed, so a smallest set that holds one of each of these, and is enough, is the smallest.
type subsets struct {
	net     *Network
	denials []clause
	hits    [][]int // sets of facts of which one each is needed, every one in increasing order
	framed  bool
	gaveUp  bool
	work    int
}

// mostProofWork bounds the search for a smallest set, in the measure of mostWork.
const mostProofWork = 1 << 26

// smallest returns a smallest set of facts that rules out every one of the clauses, which all facts together must do.
// It may not be the smallest when the search was given up.
func (net *Network) smallest(denials []clause) (facts []int, gaveUp bool) {
	s := subsets{net: net, denials: denials, work: mostProofWork, framed: net.axis[rowAxis].framed()}
	for i := range denials {
		s.framed = s.framed || denials[i].framed(net.n)
	}
	all := make([]int, len(net.facts))
	for k := range all {
		all[k] = k
	}
	// Leave out one fact after the other: what is left is a set of which none can be left out, and the facts that not even
	// all others make up for are in every set.
	best := slices.Clone(all)
	trial := make([]int, 0, len(all))
	for _, k := range all {
		trial = without(trial[:0], all, k)
		if !s.enough(trial) {
			s.hits = append(s.hits, []int{k})
			continue
		}
		if trial = without(trial[:0], best, k); s.enough(trial) {
			best = append(best[:0], trial...)
		}
	}
	for !s.gaveUp {
		least := s.hit(len(best))
		if least == nil {
			break // as many facts are needed
		}
		if s.enough(least) {
			return least, s.gaveUp
		}
		s.hits = append(s.hits, s.missing(least))
	}
	return best, s.gaveUp
}

func without(dst, from []int, k int) []int {
	for _, x := range from {
		if x != k {
			dst = append(dst, x)
		}
	}
	return dst
}

// enough reports whether the facts rule out every clause.
func (s *subsets) enough(facts []int) bool {
	for i := range s.denials {
		if !s.ruledOut(facts, &s.denials[i]) {
			return false
		}
	}
	return true
}

func (s *subsets) ruledOut(facts []int, c *clause) bool {
	search := &s.net.search
	if s.work <= 0 {
		s.gaveUp = true
		return false
	}
	search.blank(s.net, s.framed)
	search.work = min(mostWork, s.work)
	before := search.work
	found := search.stateFacts(s.net, facts) && search.state(c) && search.solve()
	s.work -= before - search.work + len(facts)*s.net.n
	s.gaveUp = s.gaveUp || search.work < 0
	return !found
}

// missing extends facts that are not enough as far as they stay so, and returns the others, of which one is needed.
func (s *subsets) missing(facts []int) []int {
	some := slices.Clone(facts)
	var rest []int
	for k := range s.net.facts {
		if slices.Contains(facts, k) {
			continue
		}
		if some = append(some, k); s.enough(some) {
			some = some[:len(some)-1]
			rest = append(rest, k)
		}
	}
	return rest
}

// hit returns a smallest set with a fact of each of s.hits, with fewer than limit facts, or nil.
func (s *subsets) hit(limit int) []int {
	chosen := make([]bool, len(s.net.facts))
	for size := range limit {
		if s.choose(chosen, size) {
			least := make([]int, 0, size)
			for k, is := range chosen {
				if is {
					least = append(least, k)
				}
			}
			return least
		}
	}
	return nil
}

// choose adds at most so many facts to those chosen, so that each of s.hits has one.
func (s *subsets) choose(chosen []bool, more int) bool {
	var open []int // the shortest set without a chosen fact
	apart := 0     // how many such sets have no fact in common: as many facts are needed
	var used []int
	for _, set := range s.hits {
		if slices.ContainsFunc(set, func(k int) bool { return chosen[k] }) {
			continue
		}
		if open == nil || len(set) < len(open) {
			open = set
		}
		if !slices.ContainsFunc(set, func(k int) bool { return slices.Contains(used, k) }) {
			apart++
			used = append(used, set...)
		}
	}
	if open == nil {
		return true
	}
	if apart > more {
		return false
	}
	if s.work--; s.work < 0 {
		s.gaveUp = true
		return false
	}
	for _, k := range open {
		chosen[k] = true
		if s.choose(chosen, more-1) {
			return true
		}
		chosen[k] = false
	}
	return false
}
