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
	// part, in the order in which they run; nil for a part that was not asked about. Often they are the same chain. A chain
	// may lead over the frame, from one fact about it to another. It is also nil for a part that no one chain of facts
	// proves: one that takes two chains ("at most" by one, "at least" by the other), or the sides of the grid, or the rule
	// of one object a cell, or a corner.
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
// is open, and for a pair of one object, which needs none. Where the world alone implies the relation, as that all objects
// are level in a grid of one row, the proof is empty. Its slices are the network's, and may be parts of each other, until
// the next call of a method that proves or adds; [Proof.CopyFrom] keeps them.
//
// Where the matrices are exact it looks for chains: per axis a hop-limited shortest path (Bellman 1958), in which k facts
// bound x_a - x_b by the sum of their steps. Where a relation needs several chains, a fact that two of them use counts
// once: the search then deepens over the size of the whole set, which makes it exact, and cuts off every chain that cannot
// end within it. Else it looks for the smallest set of facts without which some search finds a layout that shows another
// relation, at the cost of hundreds of such searches.
func (net *Network) Prove(a, b int, aspect Aspect) (proof Proof, ok bool) {
	c, entailed := net.Entails(a, b, aspect)
	if !entailed || a == b {
		return Proof{}, false
	}
	for k := range net.facts {
		if net.facts[k].tells(a, b, aspect) && !net.world.Bounded() {
			net.proof.found = append(net.proof.found[:0], k)
			return chains(Proof{Facts: net.proof.found}, aspect, net.proof.found, net.proof.found), true
		}
	}
	if net.regime() == searched {
		rows, cols := c.Signs()
		var room [2 * axes]clause
		denials := room[:0]
		if aspect != Horizontal {
			denials = outside(denials, rowAxis, a, b, bySign(rows))
		}
		if aspect != Vertical {
			denials = outside(denials, colAxis, a, b, bySign(cols))
		}
		return net.searchProof(a, b, aspect, denials)
	}
	if way, only := net.onlyWay(a, b); only {
		return chains(Proof{Facts: way}, aspect, way, way), true
	}
	var goals [2 * axes]bound
	proof.Facts = net.prove(net.goals(goals[:0], a, b, aspect))
	proof.MayShrink = net.proof.oneByOne
	return chains(proof, aspect, net.proof.chainOf(rowAxis), net.proof.chainOf(colAxis)), true
}

// searchProof proves what no layout denies, and gives the chains of those parts that the facts of the proof imply without
// a search.
func (net *Network) searchProof(a, b int, aspect Aspect, denials []clause) (proof Proof, ok bool) {
	proof.Facts, proof.MayShrink = net.smallest(denials)
	s := &net.search
	s.blank(net, net.axis[rowAxis].framed())
	s.stateFacts(net, proof.Facts)
	var parts [axes][]int
	for axis := range s.m {
		part := Vertical
		if axis == colAxis {
			part = Horizontal
		}
		if aspect == Full || aspect == part {
			if _, known := s.m[axis].between(a, b).Sign(); known {
				var goals [2]bound
				net.proof.within = proof.Facts
				net.prove(net.goals(goals[:0], a, b, part))
				net.proof.within = nil
				parts[axis] = slices.Clone(net.proof.chainOf(axis))
			}
		}
	}
	return chains(proof, aspect, parts[rowAxis], parts[colAxis]), true
}

// onlyWay returns the chain of facts from a to b, when it is the only one: when the facts that are joined to a are a tree.
// Nothing else can prove what the matrices show of the two, and it does so with none to spare.
func (net *Network) onlyWay(a, b int) (way []int, only bool) {
	if net.axis[rowAxis].framed() {
		return nil, false
	}
	p := &net.proof
	p.by = slices.Grow(p.by[:0], net.n)[:net.n]
	for i := range p.by {
		p.by[i] = notJoined
	}
	p.by[b] = joinedFirst
	reached, joined := 1, 0
	for grown := true; grown; {
		grown = false
		joined = 0
		for k := range net.facts {
			f := &net.facts[k]
			from, to := p.by[f.Locatum] != notJoined, p.by[f.Relatum] != notJoined
			if from || to {
				joined++
			}
			if from == to {
				continue
			}
			if next := f.Locatum; to {
				p.by[next] = int32(k)
			} else {
				p.by[f.Relatum] = int32(k)
			}
			reached++
			grown = true
		}
	}
	if joined != reached-1 || p.by[a] == notJoined {
		return nil, false
	}
	way = p.found[:0]
	for at := a; at != b; {
		k := int(p.by[at])
		way = append(way, k)
		at += net.facts[k].Locatum + net.facts[k].Relatum - 2*at
	}
	p.found = way
	return way, true
}

const (
	notJoined   = -1
	joinedFirst = -2
)

// tells reports whether the fact by itself tells the aspect of a's relation to b.
func (f *Fact) tells(a, b int, aspect Aspect) bool {
	if (f.Locatum != a || f.Relatum != b) && (f.Locatum != b || f.Relatum != a) {
		return false
	}
	if f.Reading == Aligned || f.Reading == UnitStep {
		return true
	}
	rows, cols := f.Intervals()
	_, row := rows.Sign()
	_, col := cols.Sign()
	return (row || aspect == Horizontal) && (col || aspect == Vertical)
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

// chainOf returns the chain that proves all goals of an axis, after a search that succeeded; nil when it takes several, or
// when it leads over a side of the grid that no fact speaks of.
func (p *prover) chainOf(axis int) (chain []int) {
	for i, g := range p.goals {
		if g.axis != axis {
			continue
		}
		end := len(p.chain)
		if i+1 < len(p.goals) {
			end = p.goals[i+1].start
		}
		own := p.chain[g.start:end]
		if slices.Contains(own, ofWorld) || chain != nil && !slices.Equal(own, chain) {
			return nil
		}
		chain = own
	}
	return chain
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

// ofWorld stands for a fact in a step that is taken for granted.
const ofWorld = -1

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

	within []int   // the facts that may be used; nil for all
	by     []int32 // scratch of onlyWay: the fact by which an object was reached

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
	for budget <= len(net.facts) && p.steps <= mostSteps && !net.proveFrom(0, budget) {
		budget++
	}
	if p.steps > mostSteps {
		net.resetSearch()
		p.oneByOne = true
		for i := range p.goals {
			net.proveFrom(i, len(net.facts))
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

// steps appends what every fact, and the frame, says of the axis of a bound.
func (net *Network) steps(dst []step, b bound) []step {
	add := func(from, to int, v Interval, fact int) {
		if b.mirrored {
			from, to = to, from
		}
		if v.Hi < Unbounded {
			dst = append(dst, step{from, to, int32(v.Hi), fact})
		}
		if v.Lo > -Unbounded {
			dst = append(dst, step{to, from, int32(-v.Lo), fact})
		}
	}
	for k := range net.facts {
		f := &net.facts[k]
		if within := net.proof.within; within == nil || slices.Contains(within, k) {
			add(f.Locatum, net.node(f.Relatum), f.intervals()[b.axis], k)
		}
	}
	if net.axis[b.axis].framed() {
		first, last := net.n, net.n+1
		for i := range net.n {
			add(i, first, Interval{0, Unbounded}, ofWorld)
			add(i, last, Interval{-Unbounded, 0}, ofWorld)
		}
		if side := net.world.sides()[b.axis]; side > 0 {
			add(last, first, Interval{side - 1, side - 1}, ofWorld)
		}
	}
	return dst
}

// fewest fills g.least for up to budget new facts and returns the least number that proves the goal, or budget+1.
// Facts in use are free. Unless all layers are wanted it stops at the first that proves it.
func (net *Network) fewest(g *goal, budget int, all bool) int {
	n, answer := net.axis[g.axis].n, budget+1
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

// addFree extends the chains of a layer by facts in use and by what is taken for granted, as far as they go.
func (net *Network) addFree(g *goal, layer []int32) {
	if len(net.proof.found) == 0 && !net.axis[g.axis].framed() {
		return
	}
	for gain := true; gain; {
		gain = false
		for _, s := range g.steps {
			if end := layer[s.to]; net.proof.free(s.fact) && end < Unbounded && s.weight+end < layer[s.from] {
				layer[s.from], gain = s.weight+end, true
			}
		}
	}
}

// proveFrom proves goal i and all after it with at most budget facts not yet in use, or reports that it cannot be done.
func (net *Network) proveFrom(i, budget int) bool {
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
		if !p.free(s.fact) {
			left--
		}
		if left < 0 {
			continue
		}
		if rest := g.least[left*net.axis[g.axis].n+s.to]; rest == Unbounded || sum+s.weight+rest > g.limit {
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
		if k == ofWorld {
			continue
		}
		if p.uses[k] == 0 {
			p.found = append(p.found, k)
		}
		p.uses[k]++
	}
	if p.oneByOne || net.proveFrom(i+1, budget) {
		return true
	}
	for _, k := range chain {
		if k != ofWorld {
			p.uses[k]--
		}
	}
	p.found = p.found[:found]
	return false
}

// free reports whether a step costs nothing more.
func (p *prover) free(fact int) bool { return fact == ofWorld || p.uses[fact] > 0 }

// objectSet is a set of nodes.
type objectSet [(MaxObjects + 2 + 63) / 64]uint64

func (s objectSet) has(i int) bool { return s[i/64]&(1<<(i%64)) != 0 }

func (s objectSet) with(i int) objectSet {
	s[i/64] |= 1 << (i % 64)
	return s
}
