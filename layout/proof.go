package layout

import "slices"

// Proof is a smallest set of stated facts that entails a relation. The zero Proof proves nothing.
//
// Where a relation needs two chains of facts, the smallest set that holds both is searched for, and the search can take
// time exponential in the number of facts. It is given up after some hundred thousand steps, which takes dozens of objects
// woven into ladders; the proof is then sound but may be larger than it had to be. See MayShrink.
type Proof struct {
	// Facts holds the set, as indices into Network.Facts, each once.
	Facts []int
	// Rows and Cols are the chains of facts from the locatum to the relatum that prove the row part and the column
	// part, in the order in which they run; nil for a part that was not asked about. Often they are the same chain.
	Rows, Cols []int
	// MayShrink reports that the search was given up, so that a smaller set may exist.
	MayShrink bool
}

// Hops returns the number of facts in the proof: the least number of stated facts that prove the answer.
func (p Proof) Hops() int { return len(p.Facts) }

// CopyFrom makes p a copy of o that shares nothing with it, in p's own memory where that suffices.
func (p *Proof) CopyFrom(o Proof) {
	p.Facts = append(p.Facts[:0], o.Facts...)
	p.Rows = copyChain(p.Rows, o.Rows)
	p.Cols = copyChain(p.Cols, o.Cols)
	p.MayShrink = o.MayShrink
}

// copyChain keeps nil nil.
func copyChain(dst, src []int) []int {
	if src == nil {
		return nil
	}
	return append(dst[:0], src...)
}

// Prove returns a proof of the entailed aspect of a's relation to b; ok is false when [Network.Entails] says that it
// is open, and for a pair of one object, which needs none. The proof's slices are the network's, and may be parts of each
// other, until the next call of Prove or Add; [Proof.CopyFrom] keeps them.
//
// Per axis the search is a hop-limited shortest path (Bellman 1958): a chain of k facts bounds x_a - x_b by the sum of
// its steps. Where a relation needs several chains, a fact that two of them use counts once: the search then deepens
// over the size of the whole set, which makes it exact, and cuts off every chain that cannot end within it.
func (net *Network) Prove(a, b int, aspect Aspect) (proof Proof, ok bool) {
	if _, entailed := net.Entails(a, b, aspect); !entailed || a == b {
		return Proof{}, false
	}
	for k, f := range net.facts {
		if f.Locatum == a && f.Relatum == b || f.Locatum == b && f.Relatum == a {
			net.proof.found = append(net.proof.found[:0], k)
			return chains(Proof{Facts: net.proof.found}, aspect, net.proof.found, net.proof.found), true
		}
	}
	var goals [2 * axes]bound
	proof.Facts = net.prove(net.goals(goals[:0], a, b, aspect))
	proof.MayShrink = net.proof.oneByOne
	var parts [axes][]int
	for i, g := range net.proof.goals {
		parts[g.axis] = net.proof.chainOf(i)
	}
	return chains(proof, aspect, parts[rowAxis], parts[colAxis]), true
}

// chains gives the proof the chains that the aspect asks for.
func chains(p Proof, aspect Aspect, rows, cols []int) Proof {
	if aspect != Horizontal {
		p.Rows = rows
	}
	if aspect != Vertical {
		p.Cols = cols
	}
	return p
}

// chainOf returns the chain that proves goal i, after a search that succeeded.
func (p *prover) chainOf(i int) []int {
	end := len(p.chain)
	if i+1 < len(p.goals) {
		end = p.goals[i+1].start
	}
	return p.chain[p.goals[i].start:end]
}

// goals appends the bounds that entail the aspect. Equalities come first: they leave the fewest chains to try.
func (net *Network) goals(dst []bound, a, b int, aspect Aspect) []bound {
	for _, equalities := range [2]bool{true, false} {
		for axis := range net.axis {
			if aspect == Vertical && axis != rowAxis || aspect == Horizontal && axis != colAxis {
				continue
			}
			switch s, _ := net.axis[axis].between(a, b).Sign(); {
			case s == 0 && equalities:
				dst = append(dst, bound{axis, false, a, b, 0}, bound{axis, true, a, b, 0})
			case s != 0 && !equalities:
				dst = append(dst, bound{axis, s > 0, a, b, -1})
			}
		}
	}
	return dst
}

// bound states x_from - x_to <= limit on one axis, or on the mirrored axis (x counted the other way).
type bound struct {
	axis     int
	mirrored bool
	from, to int
	limit    int32
}

// step is one fact read as x_from - x_to <= weight on the axis of a goal.
type step struct {
	from, to int
	weight   int32
	fact     int
}

// goal is a bound to prove and what the search knows about it.
type goal struct {
	bound
	steps []step
	// least[k*n+v] is the least sum of a chain from v to the goal's end with at most k facts that no earlier goal uses.
	least []int32
	start int // where its chain starts in prover.chain
}

// prover is the scratch space of prove.
type prover struct {
	goals []goal
	chain []int    // facts of the chains under trial, end to end
	uses  []uint16 // how many chains under trial use a fact
	found []int    // the facts with at least one use, in the order of their first

	steps    int  // of the search so far
	oneByOne bool // the search was given up: goals are proved one after the other
}

// mostSteps bounds the search: about 20 ms of it.
const mostSteps = 1 << 17

// prove returns a smallest set of facts that entails all the bounds, which must be entailed.
func (net *Network) prove(bounds []bound) []int {
	p := &net.proof
	net.resetSearch()
	p.steps, p.oneByOne = 0, false
	p.goals = slices.Grow(p.goals[:0], len(bounds))[:len(bounds)]
	budget := 0
	for i, b := range bounds {
		p.goals[i].bound = b
		p.goals[i].steps = net.steps(p.goals[i].steps[:0], b)
		budget = max(budget, net.fewest(&p.goals[i], len(net.facts), false))
	}
	for budget <= len(net.facts) && p.steps <= mostSteps && !net.search(0, budget) {
		budget++
	}
	if p.steps > mostSteps {
		net.resetSearch()
		p.oneByOne = true
		for i := range p.goals {
			net.search(i, len(net.facts))
		}
	}
	return p.found
}

func (net *Network) resetSearch() {
	p := &net.proof
	p.uses = slices.Grow(p.uses[:0], len(net.facts))[:len(net.facts)]
	clear(p.uses)
	p.chain, p.found = p.chain[:0], p.found[:0]
}

// steps appends what every fact says of the axis of a bound.
func (net *Network) steps(dst []step, b bound) []step {
	for k, f := range net.facts {
		v := f.intervals()[b.axis]
		from, to := f.Locatum, f.Relatum
		if b.mirrored {
			from, to = to, from
		}
		if v.Hi < Unbounded {
			dst = append(dst, step{from, to, int32(v.Hi), k})
		}
		if v.Lo > -Unbounded {
			dst = append(dst, step{to, from, int32(-v.Lo), k})
		}
	}
	return dst
}

// fewest fills g.least for up to budget new facts and returns the least number that proves the goal, or budget+1.
// Facts in use are free. Unless all layers are wanted it stops at the first that proves it.
func (net *Network) fewest(g *goal, budget int, all bool) int {
	n, answer := net.n, budget+1
	g.least = g.least[:0]
	for k := 0; k <= budget && (all || answer > budget); k++ {
		g.least = slices.Grow(g.least, n)[:(k+1)*n]
		layer := g.least[k*n:]
		if k == 0 {
			for v := range layer {
				layer[v] = Unbounded
			}
			layer[g.to] = 0
		} else {
			before := g.least[(k-1)*n : k*n]
			copy(layer, before)
			for _, s := range g.steps {
				if end := before[s.to]; end < Unbounded {
					layer[s.from] = min(layer[s.from], s.weight+end)
				}
			}
		}
		net.addFree(g, layer)
		if answer > budget && layer[g.from] <= g.limit {
			answer = k
		}
	}
	return answer
}

// addFree extends the chains of a layer by facts in use, as far as they go.
func (net *Network) addFree(g *goal, layer []int32) {
	if len(net.proof.found) == 0 {
		return
	}
	for gain := true; gain; {
		gain = false
		for _, s := range g.steps {
			if end := layer[s.to]; net.proof.uses[s.fact] > 0 && end < Unbounded && s.weight+end < layer[s.from] {
				layer[s.from], gain = s.weight+end, true
			}
		}
	}
}

// search proves goal i and all after it with at most budget facts not yet in use, or reports that it cannot be done.
func (net *Network) search(i, budget int) bool {
	p := &net.proof
	if i == len(p.goals) {
		return true
	}
	g, last := &p.goals[i], p.oneByOne || i == len(p.goals)-1
	fewest := net.fewest(g, budget, !last)
	if fewest > budget {
		return false
	}
	if last {
		budget = fewest
	}
	g.start = len(p.chain)
	return net.walk(i, g.from, 0, budget, objectSet{}.with(g.from))
}

// walk tries every way to finish the chain of goal i that has come to object at with this sum.
func (net *Network) walk(i, at int, sum int32, budget int, visited objectSet) bool {
	p := &net.proof
	g := &p.goals[i]
	if at == g.to {
		return sum <= g.limit && net.take(i, budget)
	}
	if p.steps++; p.steps > mostSteps && !p.oneByOne {
		return false
	}
	for _, s := range g.steps {
		if s.from != at || visited.has(s.to) {
			continue
		}
		left := budget
		if p.uses[s.fact] == 0 {
			left--
		}
		if left < 0 {
			continue
		}
		if rest := g.least[left*net.n+s.to]; rest == Unbounded || sum+s.weight+rest > g.limit {
			continue
		}
		p.chain = append(p.chain, s.fact)
		if net.walk(i, s.to, sum+s.weight, left, visited.with(s.to)) {
			return true
		}
		p.chain = p.chain[:len(p.chain)-1]
	}
	return false
}

// take puts the finished chain of goal i in use and goes on with the next goal; when that fails it takes it back.
func (net *Network) take(i, budget int) bool {
	p := &net.proof
	chain, found := p.chain[p.goals[i].start:], len(p.found)
	for _, k := range chain {
		if p.uses[k] == 0 {
			p.found = append(p.found, k)
		}
		p.uses[k]++
	}
	if p.oneByOne || net.search(i+1, budget) {
		return true
	}
	for _, k := range chain {
		p.uses[k]--
	}
	p.found = p.found[:found]
	return false
}

// objectSet is a set of object numbers.
type objectSet [MaxObjects / 64]uint64

func (s objectSet) has(i int) bool { return s[i/64]&(1<<(i%64)) != 0 }

func (s objectSet) with(i int) objectSet {
	s[i/64] |= 1 << (i % 64)
	return s
}
