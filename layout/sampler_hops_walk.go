package layout

import "slices"

// Where objects are kept apart, a walk is drawn a few times, each time with another end, before it is made otherwise:
// most walks of ten steps cross themselves.
const (
	walksTried  = 32
	stepsBudget = 3 // steps tried for each step of a walk
)

// walkChain makes the chain of a UnitStep problem: a walk from the locatum, whose end is drawn first.
func (s *HopSampler) walkChain() {
	k, drawn := s.spec.Hops, false
	if !s.apart() || k <= longestCounted {
		for i := 0; i < walksTried && !drawn; i++ {
			s.cells = append(s.cells[:0], Cell{})
			rows, cols := s.end()
			drawn = s.walk(0, k, rows, cols, false)
		}
	}
	if !drawn {
		s.march()
		s.placeWalk()
	}
	s.n = 1
	s.stateWalk(0, -1, NotDistractor)
	s.main = s.n
}

// placeWalk gives the objects of a chain their cells.
func (s *HopSampler) placeWalk() {
	at := Cell{}
	s.cells = append(s.cells[:0], at)
	for _, step := range s.steps {
		rows, cols := step.Signs()
		at = Cell{at.Row + rows, at.Col + cols}
		s.cells = append(s.cells, at)
	}
}

// counts returns the numbers of walks of the steps that the spec allows.
func (s *HopSampler) counts() *walkCounts {
	w := &s.walks[ifStraight(s.spec.Straight)]
	if *w == nil {
		*w = newWalkCounts(s.spec.Straight)
	}
	return *w
}

func ifStraight(straight bool) int {
	if straight {
		return 1
	}
	return 0
}

// end draws how many rows and columns further the relatum is than the locatum. Beyond what is counted it is as near as after
// as many steps as are counted.
func (s *HopSampler) end() (rows, cols int) {
	// Answers say where the locatum is.
	signs := [axes]int{}
	signs[rowAxis], signs[colAxis] = s.spec.Answer.Converse().Signs()
	var extent [axes]extent
	for axis, sign := range signs {
		if sign != 0 {
			extent[axis] = someWay
		}
	}
	switch s.spec.Aspect {
	case Vertical:
		extent[colAxis] = anyWay
	case Horizontal:
		extent[rowAxis] = anyWay
	}
	k, apart := s.spec.Hops, ifStraight(s.apart())
	if k > longestCounted {
		k = longestCounted - k%2
	}
	known := &s.endsOf[ifStraight(s.spec.Straight)][k][apart][extent[rowAxis]][extent[colAxis]]
	if *known == nil {
		*known = s.counts().endsOf(k, extent[rowAxis], extent[colAxis], apart == 1)
	}
	e := *known
	rows, cols = e.draw(uint32(s.src.Intn(int(e.upTo[len(e.upTo)-1]))))
	return s.toSide(rows, signs[rowAxis]), s.toSide(cols, signs[colAxis])
}

// toSide puts a distance on a side, on a random one when the sign is 0.
func (s *HopSampler) toSide(d, sign int) int {
	if sign == 0 && d != 0 {
		sign = 2*s.src.Intn(2) - 1
	}
	return d * sign
}

// walk draws a walk of m steps from an object that leads so many rows and columns away, all walks alike. The steps go to
// s.steps, the cells that it passes and the one where it ends to s.cells. It reports failure, with the cells as they
// were, when objects are to be kept apart and it finds no such walk in a while. A walk that arrives ends at an object.
func (s *HopSampler) walk(from, m, rows, cols int, arrives bool) bool {
	s.steps = s.steps[:0]
	at := s.cells[from]
	if s.apart() || m > longestCounted {
		return s.wind(at, m, rows, cols, arrives)
	}
	w := s.counts()
	for ; m > 1; m-- {
		x := uint32(s.src.Intn(int(w.total[m][magnitude(rows)][magnitude(cols)])))
		layer := &w.count[m-1]
		for _, step := range w.dirs {
			dr, dc := int(cardinalSigns[step][0]), int(cardinalSigns[step][1])
			weight := layer[magnitude(rows-dr)][magnitude(cols-dc)]
			if x < weight {
				rows, cols = rows-dr, cols-dc
				at.Row, at.Col = at.Row+dr, at.Col+dc
				s.steps = append(s.steps, step)
				break
			}
			x -= weight
		}
		s.cells = append(s.cells, at)
	}
	s.steps = append(s.steps, CardinalOf(rows, cols))
	s.cells = append(s.cells, Cell{at.Row + rows, at.Col + cols})
	return true
}

// roaming is how far a long walk may stray from its end, until its last steps are counted.
const roaming = 12

// wind is walk for long walks and for worlds where objects are apart: a walk that has run into a dead end goes back.
func (s *HopSampler) wind(at Cell, m, rows, cols int, arrives bool) bool {
	w, before := s.counts(), len(s.cells)
	s.tried = append(s.tried[:0], 0)
	for budget := stepsBudget*m + 4; m > 0; budget-- {
		i := len(s.steps)
		step, ok := s.nextStep(w, s.tried[i], m, rows, cols)
		if !ok || budget == 0 {
			if i == 0 || budget == 0 {
				s.cells, s.steps = s.cells[:before], s.steps[:0]
				return false
			}
			dr, dc := s.steps[i-1].Signs()
			at, rows, cols, m = Cell{at.Row - dr, at.Col - dc}, rows+dr, cols+dc, m+1
			s.steps, s.cells, s.tried = s.steps[:i-1], s.cells[:len(s.cells)-1], s.tried[:i]
			continue
		}
		s.tried[i] |= 1 << (step - N)
		dr, dc := step.Signs()
		next := Cell{at.Row + dr, at.Col + dc}
		if s.apart() && (m > 1 || !arrives) && s.taken(next) {
			continue
		}
		at, rows, cols, m = next, rows-dr, cols-dc, m-1
		s.steps, s.cells, s.tried = append(s.steps, step), append(s.cells, next), append(s.tried, 0)
	}
	return true
}

// nextStep draws the next of m steps among those not tried, by how many walks go on from it.
func (s *HopSampler) nextStep(w *walkCounts, tried uint8, m, rows, cols int) (step Cardinal, ok bool) {
	var weights [Cardinals]uint32
	var sum uint32
	for _, d := range w.dirs {
		if tried>>(d-N)&1 == 1 {
			continue
		}
		dr, dc := d.Signs()
		r, c := magnitude(rows-dr), magnitude(cols-dc)
		if m <= longestCounted {
			weights[d] = w.count[m-1][r][c]
		} else if s.far(r, c) <= min(m-1, max(roaming, s.far(magnitude(rows), magnitude(cols)))) {
			weights[d] = 1
		}
		sum += weights[d]
	}
	if sum == 0 {
		return EQ, false
	}
	x := uint32(s.src.Intn(int(sum)))
	for _, d := range w.dirs {
		if x < weights[d] {
			return d, true
		}
		x -= weights[d]
	}
	return EQ, false
}

// far returns the least number of steps that lead so far.
func (s *HopSampler) far(rows, cols int) int {
	if s.spec.Straight {
		return rows + cols
	}
	return max(rows, cols)
}

// taken reports whether an object is in a cell.
func (s *HopSampler) taken(c Cell) bool { return slices.Contains(s.cells, c) }

// stateWalk states the steps of a walk from an object over new objects, the last of which is object to, or new too where
// that is negative.
func (s *HopSampler) stateWalk(from, to int, kind Distractor) {
	at := from
	for i, step := range s.steps {
		next := s.n
		if i == len(s.steps)-1 && to >= 0 {
			next = to
		} else {
			s.loose[next] = kind == Useless
			s.n++
		}
		s.state(at, next, step.Converse(), kind)
		at = next
	}
}
