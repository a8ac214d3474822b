package layout

// orderChain makes the chain of an Aligned or HalfPlane problem. On each axis that the question asks about, the steps of a
// proof all lead to the side of the answer or, in Aligned, stay level, and at least one leads there.
func (s *HopSampler) orderChain() {
	for axis := range s.place {
		s.place[axis] = line{at: append(s.place[axis].at[:0], 0), size: 1}
	}
	s.n = 1
	s.drawSteps()
	for i, step := range s.steps {
		s.hang(i, step.Converse(), NotDistractor)
	}
	s.main = s.n
}

// drawSteps draws the relation of each object of the chain to the next.
func (s *HopSampler) drawSteps() {
	k, room := s.spec.Hops, [Cardinals]Cardinal{}
	fit := room[:0]
	for _, c := range s.directions() {
		if s.fits(c) {
			fit = append(fit, c)
		}
	}
	s.steps = s.steps[:0]
	var did [axes]bool
	for range k {
		step := fit[s.src.Intn(len(fit))]
		rows, cols := step.Signs()
		did[rowAxis], did[colAxis] = did[rowAxis] || rows != 0, did[colAxis] || cols != 0
		s.steps = append(s.steps, step)
	}
	// A part of the answer that no step has is given to a random one. No step can have neither part of a diagonal.
	rows, cols := s.spec.Answer.Signs()
	lacksRows, lacksCols := rows != 0 && !did[rowAxis], cols != 0 && !did[colAxis]
	if !lacksRows && !lacksCols {
		return
	}
	mend, n := [Cardinals]Cardinal{}, 0
	for _, c := range fit {
		r, l := c.Signs()
		if (!lacksRows || r != 0) && (!lacksCols || l != 0) && (k > 1 || s.completes(r, l)) {
			mend[n], n = c, n+1
		}
	}
	s.steps[s.src.Intn(k)] = mend[s.src.Intn(n)]
}

// directions returns the relations that facts may have.
func (s *HopSampler) directions() []Cardinal {
	if s.spec.Straight {
		return straightSteps
	}
	return allSteps
}

// fits reports whether a step can be part of the proof.
func (s *HopSampler) fits(c Cardinal) bool {
	rows, cols := s.spec.Answer.Signs()
	r, l := c.Signs()
	fit := func(want, is int) bool {
		return is == want || is == 0 && s.spec.Reading == Aligned
	}
	return (s.spec.Aspect == Horizontal || fit(rows, r)) && (s.spec.Aspect == Vertical || fit(cols, l))
}

// completes reports whether a step alone has every part of the answer.
func (s *HopSampler) completes(r, l int) bool {
	rows, cols := s.spec.Answer.Signs()
	return (rows == 0 || r != 0) && (cols == 0 || l != 0)
}

// hang places a new object in a direction from another and states it as the relation of the other to the new one. No other
// object is in its cell.
func (s *HopSampler) hang(from int, c Cardinal, kind Distractor) {
	rows, cols := c.Signs()
	signs := [axes]int{rows, cols}
	if s.spec.Reading == HalfPlane {
		for axis := range signs {
			if signs[axis] == 0 {
				signs[axis] = s.src.Intn(3) - 1
			}
		}
	}
	var slots [axes]int
	for axis, sign := range signs {
		slots[axis] = s.place[axis].beside(from, sign, s.src)
	}
	if s.slotsTaken(slots) {
		// The gap before a coordinate lies on the same side of the other object as the coordinate itself.
		if axis := s.src.Intn(axes); signs[rowAxis] != 0 && (signs[colAxis] == 0 || axis == rowAxis) {
			slots[rowAxis] &^= 1
		} else {
			slots[colAxis] &^= 1
		}
	}
	s.state(from, s.put(slots), c.Converse(), kind)
}

// put places a new object and returns its number.
func (s *HopSampler) put(slots [axes]int) int {
	for axis := range s.place {
		s.place[axis].insert(slots[axis])
	}
	s.loose[s.n] = false
	s.n++
	return s.n - 1
}

func (s *HopSampler) slotsTaken(slots [axes]int) bool {
	if isGap(slots[rowAxis]) || isGap(slots[colAxis]) {
		return false
	}
	for i, row := range s.place[rowAxis].at {
		if existing(row) == slots[rowAxis] && existing(s.place[colAxis].at[i]) == slots[colAxis] {
			return true
		}
	}
	return false
}

// orderComponent places objects that no fact ties to the others.
func (s *HopSampler) orderComponent(facts int) {
	var slots [axes]int
	for axis := range slots {
		slots[axis] = s.src.Intn(2*s.place[axis].size + 1)
	}
	if s.slotsTaken(slots) {
		slots[s.src.Intn(axes)] &^= 1
	}
	first := s.put(slots)
	for range facts {
		s.hang(first+s.src.Intn(s.n-first), s.direction(), Disconnected)
	}
}

// direction returns a random relation that a fact may have.
func (s *HopSampler) direction() Cardinal {
	all := s.directions()
	return all[s.src.Intn(len(all))]
}

// wayRoundOrder states u facts from one object of the chain to another, over new objects. On one axis the new objects lie one
// after the other, strictly between the two, and all facts say so. On the way back along the chain some fact leads the
// other way or is open. So whichever fact of the way round is left out, the others leave it open.
func (s *HopSampler) wayRoundOrder(u int) {
	k := s.spec.Hops
	span := 1
	if !(s.spec.Straight && s.spec.Reading == Aligned) { // else a way round can only run straight along a step
		span += s.src.Intn(min(k, u-1))
	}
	from := s.src.Intn(k - span + 1)
	axis, ok := s.oneSided(from, span)
	if !ok {
		from, span = from+s.src.Intn(span), 1
		axis, _ = s.oneSided(from, 1)
	}
	l, to := &s.place[axis], from+span
	at := from
	for range u - 1 {
		low, high := existing(l.at[at]), existing(l.at[to])
		if low > high {
			low, high = high, low
		}
		var slots [axes]int
		slots[axis] = low + 1 + s.src.Intn(high-low-1)
		other := &s.place[1-axis]
		if s.spec.Straight && s.spec.Reading == Aligned {
			slots[1-axis] = existing(other.at[from])
		} else {
			slots[1-axis] = s.src.Intn(2*other.size + 1)
		}
		if s.slotsTaken(slots) {
			slots[axis] &^= 1 // still between: the least slot there is a gap
		}
		next := s.put(slots)
		s.loose[next] = true
		s.state(at, next, s.word(at, next, axis), Useless)
		at = next
	}
	s.state(at, to, s.word(at, to, axis), Useless)
}

// oneSided returns a random axis on which the stated steps from one object of the chain lead to one side, and to no other
// or an unknown one.
func (s *HopSampler) oneSided(from, span int) (axis int, ok bool) {
	var seen [axes][3]bool
	for _, f := range s.facts[from : from+span] {
		rows, cols := f.relation.Signs()
		seen[rowAxis][rows+1], seen[colAxis][cols+1] = true, true
	}
	first := s.src.Intn(axes)
	for i := range axes {
		axis := (first + i) % axes
		if before, level, after := seen[axis][0], seen[axis][1], seen[axis][2]; before != after &&
			(s.spec.Reading == Aligned || !level) {
			return axis, true
		}
	}
	return 0, false
}

// relation returns how two objects lie that have their places.
func (s *HopSampler) relation(a, b int) Cardinal {
	rows, cols := &s.place[rowAxis], &s.place[colAxis]
	return CardinalOf(rows.at[a]-rows.at[b], cols.at[a]-cols.at[b])
}

// word returns a random relation that is true of a and b and speaks of the axis.
func (s *HopSampler) word(a, b, axis int) Cardinal {
	c := s.relation(a, b)
	if s.spec.Reading == Aligned || !c.Diagonal() || !s.spec.Straight && s.src.Intn(2) == 0 {
		return c
	}
	return along(c, axis)
}

// along returns the part of a relation on an axis.
func along(c Cardinal, axis int) Cardinal {
	if axis == rowAxis {
		return c.Project(Vertical)
	}
	return c.Project(Horizontal)
}
