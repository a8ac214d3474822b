package layout

// A march is a walk that never comes back on itself because it gains ground: in one direction at every step, or, where
// steps are straight, at every step that is not to the side, and between a side and the other.

// march draws the steps of a chain from the locatum that has the answer.
func (s *HopSampler) march() {
	answer := s.spec.Answer.Converse()
	rows, cols := answer.Signs()
	s.steps = s.steps[:0]
	if answer.Diagonal() {
		s.marchAside(rows, cols)
		return
	}
	signs := [axes]int{rows, cols}
	ahead := rowAxis
	if cols != 0 || s.spec.Aspect == Vertical && rows == 0 {
		ahead = colAxis
	}
	sign := signs[ahead]
	if sign == 0 {
		sign = 2*s.src.Intn(2) - 1
	}
	free := answer != EQ && s.spec.Aspect != Full // to either side in the end
	side, last, gained := 0, 0, false
	for m := s.spec.Hops; m > 0; m-- {
		var room [3]int // to which side
		sides := room[:0]
		for to := -1; to <= 1; to++ {
			if s.canMarch(to, side, last, m, free, gained) {
				sides = append(sides, to)
			}
		}
		to := sides[s.src.Intn(len(sides))]
		var step [axes]int
		if to == 0 || !s.spec.Straight {
			step[ahead], gained = sign, true
		}
		step[1-ahead] = to
		side, last = side+to, to
		s.steps = append(s.steps, CardinalOf(step[rowAxis], step[colAxis]))
	}
}

// canMarch reports whether the next of m steps may go to a side, -1, 0 or 1, when so much of a side has been reached.
func (s *HopSampler) canMarch(to, side, last, m int, free, gained bool) bool {
	if s.spec.Straight && to != 0 && (to == -last || free && m == 1 && !gained) {
		return false
	}
	if free {
		return true
	}
	need := magnitude(side + to)
	if s.spec.Straight && need > 0 && to != 0 && magnitude(side+to) > magnitude(side) {
		need++ // one ahead before it can turn back
	}
	return need <= m-1
}

// marchAside gains ground in one or both of two directions at every step, and in both on the whole.
func (s *HopSampler) marchAside(rows, cols int) {
	ways := [3]Cardinal{CardinalOf(rows, 0), CardinalOf(0, cols), CardinalOf(rows, cols)}
	choices := len(ways) - ifStraight(s.spec.Straight)
	var did [axes]bool
	for range s.spec.Hops {
		way := s.src.Intn(choices)
		did[rowAxis], did[colAxis] = did[rowAxis] || way != 1, did[colAxis] || way != 0
		s.steps = append(s.steps, ways[way])
	}
	if did[rowAxis] && did[colAxis] {
		return
	}
	mend := ways[2]
	if s.spec.Straight {
		mend = ways[0]
		if did[rowAxis] {
			mend = ways[1]
		}
	}
	s.steps[s.src.Intn(len(s.steps))] = mend
}

// plainChain states the simplest march, straight on or in stairs, of which it is known where there is room beside it.
func (s *HopSampler) plainChain() {
	on := s.spec.Answer.Converse()
	if on == EQ {
		on = E // the same row: along it
		if s.spec.Aspect == Horizontal {
			on = N
		}
	}
	rows, cols := on.Signs()
	s.steps = s.steps[:0]
	for i := range s.spec.Hops {
		step := on
		if s.spec.Straight && on.Diagonal() {
			step = CardinalOf(rows, 0)
			if i%2 == 1 {
				step = CardinalOf(0, cols)
			}
		}
		s.steps = append(s.steps, step)
	}
	s.placeWalk()
	s.n, s.facts = 1, s.facts[:0]
	s.stateWalk(0, -1, NotDistractor)
}

// plainWayRound goes from the locatum to the next object of a plain chain, or to the one after it: out, along and back, on a
// side where no object of the chain is.
func (s *HopSampler) plainWayRound(u, span int) {
	on, turn := s.steps[0], s.steps[span-1]
	rows, cols := on.Signs()
	stairs := len(s.steps) > 1 && s.steps[1] != on
	var out, along Cardinal // along is the one step between the way out and the way back
	var far, back int       // and back so many steps
	switch {
	case s.spec.Straight && span == 2 && stairs:
		out, along, far, back = on.Converse(), turn, u/2-1, u/2
	case s.spec.Straight && stairs:
		out, along, far, back = s.steps[1].Converse(), on, u/2, u/2
	default:
		out, along, far, back = CardinalOf(-cols, rows), on, (u-span)/2, (u-span)/2
		if on.Diagonal() {
			out = CardinalOf(0, cols)
		}
		if u%2 == 0 && span == 1 { // cut the corner
			r, c := out.Signs()
			along, far, back = CardinalOf(rows-r, cols-c), u/2, u/2-1
		}
	}
	s.steps = s.steps[:0]
	for range far {
		s.steps = append(s.steps, out)
	}
	s.steps = append(s.steps, along)
	for len(s.steps)+back < u {
		s.steps = append(s.steps, on)
	}
	for range back {
		s.steps = append(s.steps, out.Converse())
	}
	at := s.cells[0]
	for _, step := range s.steps[:u-1] {
		r, c := step.Signs()
		at = Cell{at.Row + r, at.Col + c}
		s.cells = append(s.cells, at)
	}
	s.stateWalk(0, span, Useless)
}
