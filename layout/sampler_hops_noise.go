package layout

import "slices"

// distract adds the distractors. Unit steps need room for a second way round, which comes first for that; in the other
// readings it comes last, so that nothing else follows from it.
func (s *HopSampler) distract() {
	count := &s.spec.Distractors
	steps := s.spec.Reading == UnitStep
	if u := count[Useless]; u > 0 && steps {
		s.wayRound(u)
	}
	for range count[Branch] {
		if steps {
			s.branch(0, Branch)
		} else {
			s.hang(s.src.Intn(s.n), s.direction(), Branch)
		}
	}
	s.main = s.n
	if d := count[Disconnected]; d > 0 {
		if steps {
			s.component(d)
		} else {
			s.orderComponent(d)
		}
	}
	if r := count[Redundant]; r > 0 {
		s.repeat(r)
	}
	if u := count[Useless]; u > 0 && !steps {
		s.wayRoundOrder(u)
	}
}

// branch places a new object one step from a random one of those from first on, in a free cell if need be, and
// states the step.
func (s *HopSampler) branch(first int, kind Distractor) {
	dirs := s.directions()
	start := s.src.Intn((s.n - first) * len(dirs))
	for i := start; ; i++ { // the topmost object always has a free cell beside it
		from, step := first+i/len(dirs)%(s.n-first), dirs[i%len(dirs)]
		rows, cols := step.Signs()
		at := s.cells[from]
		at = Cell{at.Row + rows, at.Col + cols}
		if s.apart() && slices.Contains(s.cells[first:], at) {
			continue
		}
		s.cells = append(s.cells, at)
		s.loose[s.n] = s.loose[from]
		s.state(from, s.n, step.Converse(), kind)
		s.n++
		return
	}
}

// component places objects that no fact ties to the others, and moves them to a side of the others.
func (s *HopSampler) component(facts int) {
	first := s.n
	s.cells = append(s.cells, Cell{})
	s.loose[first] = false
	s.n++
	for range facts {
		s.branch(first, Disconnected)
	}
	least, most := bounds(s.cells[:first])
	low, high := bounds(s.cells[first:])
	move := Cell{least.Row - low.Row, least.Col - low.Col}
	gap := 1 + s.src.Intn(2)
	switch s.src.Intn(4) {
	case 0:
		move.Row = least.Row - gap - high.Row
	case 1:
		move.Row = most.Row + gap - low.Row
	case 2:
		move.Col = least.Col - gap - high.Col
	default:
		move.Col = most.Col + gap - low.Col
	}
	for i := range s.cells[first:] {
		c := &s.cells[first+i]
		c.Row, c.Col = c.Row+move.Row, c.Col+move.Col
	}
}

func bounds(cells []Cell) (least, most Cell) {
	least, most = cells[0], cells[0]
	for _, c := range cells {
		least = Cell{min(least.Row, c.Row), min(least.Col, c.Col)}
		most = Cell{max(most.Row, c.Row), max(most.Col, c.Col)}
	}
	return least, most
}

// So many ways round are tried, before the chain is made a plain one, and so many of them on one chain.
const (
	waysTried     = 32
	waysTriedHere = 8
)

// wayRound states u unit steps from one object of the chain to another, over new objects. Where objects are kept apart
// a winding chain may leave no room for it, and is then made again, straight.
func (s *HopSampler) wayRound(u int) {
	k := s.spec.Hops
	longest, every := min(k, u-1), 1
	if s.spec.Straight { // as odd as u
		longest, every = min(k, u-2), 2
	}
	shortest := 1
	if s.spec.Straight && u%2 == 0 {
		shortest = 2
	}
	for i := range waysTried {
		if i > 0 && i%waysTriedHere == 0 {
			s.n, s.facts = 1, s.facts[:0]
			s.walkChain()
		}
		span := shortest + every*s.src.Intn((longest-shortest)/every+1)
		from := s.src.Intn(k - span + 1)
		a, b := s.cells[from], s.cells[from+span]
		if s.walk(from, u, b.Row-a.Row, b.Col-a.Col, true) {
			s.cells = s.cells[:len(s.cells)-1]
			s.stateWalk(from, from+span, Useless)
			return
		}
	}
	s.plainChain()
	s.plainWayRound(u, shortest)
}

// repeat states so many facts that follow from the others, one by one, each at random from those that bring the answer
// no nearer.
func (s *HopSampler) repeat(facts int) {
	n := s.n
	s.pairs = slices.Grow(s.pairs[:0], n*n)[:n*n]
	clear(s.pairs)
	for _, f := range s.facts {
		s.pairs[int(f.a)*n+int(f.b)], s.pairs[int(f.b)*n+int(f.a)] = true, true
	}
	if s.spec.Reading != UnitStep {
		s.closeFacts()
	}
	stated := len(s.facts)
	for range facts {
		s.measure()
		s.choices = s.choices[:0]
		for a := range n {
			for b := range a {
				if relation, ok := s.follows(a, b); ok && !s.pairs[a*n+b] && !s.nearer(a, b) {
					s.choices = append(s.choices, hopFact{a: uint8(a), b: uint8(b), relation: relation, says: -1})
				}
			}
		}
		if len(s.choices) == 0 {
			s.offerStated(s.spec.Hops, stated)
		}
		if len(s.choices) == 0 {
			s.offerStated(0, stated)
		}
		f := s.choices[s.src.Intn(len(s.choices))]
		f.kind = Redundant
		if f.says < 0 && s.spec.Reading == HalfPlane {
			f.relation = s.weaker(f.relation)
		}
		s.facts = append(s.facts, f)
		s.pairs[int(f.a)*n+int(f.b)], s.pairs[int(f.b)*n+int(f.a)] = true, true
	}
}

// offerStated offers to say one of the facts from low to high again.
func (s *HopSampler) offerStated(low, high int) {
	for i := low; i < high; i++ {
		if f := s.facts[i]; f.kind != Useless {
			f.says = int16(i)
			s.choices = append(s.choices, f)
		}
	}
}

// closeFacts closes a network over the facts. They agree, so that none can be refused.
func (s *HopSampler) closeFacts() {
	_ = s.net.Reset(s.n, World{Sharing: true})
	for _, f := range s.facts {
		_ = s.net.Add(Fact{Locatum: int(f.a), Relatum: int(f.b), Relation: f.relation, Reading: s.spec.Reading})
	}
}

// follows returns a relation of two objects that may be stated and follows from the facts that are neither redundant nor
// useless.
func (s *HopSampler) follows(a, b int) (c Cardinal, ok bool) {
	switch s.spec.Reading {
	case UnitStep:
		rows, cols := s.cells[a].Row-s.cells[b].Row, s.cells[a].Col-s.cells[b].Col
		c = CardinalOf(rows, cols)
		r, l := c.Signs()
		ok = rows == r && cols == l && c != EQ && (a < s.main) == (b < s.main) && !s.loose[a] && !s.loose[b]
	case HalfPlane:
		rows, cols := s.net.Intervals(a, b)
		r, _ := rows.Sign()
		l, _ := cols.Sign()
		return CardinalOf(r, l), r != 0 || l != 0
	default:
		c, ok = s.net.Entails(a, b, Full)
	}
	return c, ok && (!s.spec.Straight || c.Straight())
}

// weaker returns a random relation that says no more in the HalfPlane reading and may be stated.
func (s *HopSampler) weaker(c Cardinal) Cardinal {
	if !c.Diagonal() {
		return c
	}
	switch first := ifStraight(s.spec.Straight); first + s.src.Intn(3-first) {
	case 1:
		return c.Project(Vertical)
	case 2:
		return c.Project(Horizontal)
	}
	return c
}

// measure counts the facts from the question's objects to all others.
func (s *HopSampler) measure() {
	s.fromLocatum = s.measureFrom(s.fromLocatum, 0)
	s.toRelatum = s.measureFrom(s.toRelatum, s.spec.Hops)
}

// nowhere is further than any object is.
const nowhere = 4 * MaxObjects

func (s *HopSampler) measureFrom(dst []int, start int) []int {
	dst = slices.Grow(dst[:0], s.n)[:s.n]
	for i := range dst {
		dst[i] = nowhere
	}
	dst[start] = 0
	for gain := true; gain; {
		gain = false
		for _, f := range s.facts {
			a, b := &dst[f.a], &dst[f.b]
			if *a+1 < *b {
				*b, gain = *a+1, true
			}
			if *b+1 < *a {
				*a, gain = *b+1, true
			}
		}
	}
	return dst
}

// nearer reports whether a fact about a and b would open a way from the locatum to the relatum that is as short as the
// chain.
func (s *HopSampler) nearer(a, b int) bool {
	k := s.spec.Hops
	return s.fromLocatum[a]+1+s.toRelatum[b] <= k || s.fromLocatum[b]+1+s.toRelatum[a] <= k
}
