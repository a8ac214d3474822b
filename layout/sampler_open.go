package layout

// looseOthers places objects until so many are there, each tied by one fact to a random object in a random direction.
func (s *Sampler) looseOthers(objects int) {
	for s.placed() < objects {
		anchor := s.src.Intn(s.placed())
		// Where few pairs may stay unstated, the open object needs a line with few others in it: give this one its own
		// row and column.
		lonely := s.placed() == objects-1 && s.slack() < s.placed()
		direction := s.scarceDirection(lonely)
		rows, cols := direction.Signs()
		slots := s.towards(anchor, direction)
		if s.taken(slots) {
			// The gap before a coordinate lies on the same side of the anchor as the coordinate itself.
			if axis := s.src.Intn(axes); rows != 0 && (cols == 0 || axis == rowAxis) {
				slots[rowAxis] &^= 1
			} else {
				slots[colAxis] &^= 1
			}
		}
		if lonely {
			slots[rowAxis], slots[colAxis] = slots[rowAxis]&^1, slots[colAxis]&^1
		}
		s.state(s.put(slots), anchor)
	}
}

// scarceDirection returns a random direction along the line that the fewest facts run along so far. Facts would else
// betray the answer: those that prove "above" are vertical, so most of all facts would be.
func (s *Sampler) scarceDirection(diagonal bool) Cardinal {
	s.noChoices()
	for c := N; c < Cardinals; c++ {
		if !diagonal || c.Diagonal() {
			s.offer([2]int{int(c)}, s.lines[c.Line()])
		}
	}
	return Cardinal(s.choose()[0])
}

// towards returns random slots in this direction from the anchor; they may be taken.
func (s *Sampler) towards(anchor int, c Cardinal) [axes]int {
	rows, cols := c.Signs()
	return [axes]int{s.place[rowAxis].beside(anchor, rows, s.src), s.place[colAxis].beside(anchor, cols, s.src)}
}

// scarceSide returns a random side on the other axis that makes the scarcest line with a difference on this one.
func (s *Sampler) scarceSide(axis, difference int) int {
	s.noChoices()
	for side := -1; side <= 1; side++ {
		c := CardinalOf(difference, side)
		if axis == colAxis {
			c = CardinalOf(side, difference)
		}
		s.offer([2]int{side}, s.lines[c.Line()])
	}
	return s.choose()[0]
}

// openLast places the last object in or beside a line and bars every fact to that line.
func (s *Sampler) openLast() {
	axis, at := s.openLine()
	anchor := s.outside(axis, at)
	var slots [axes]int
	slots[axis] = existing(at) - 1 + s.src.Intn(3)
	side := s.scarceSide(axis, slots[axis]-existing(s.place[axis].at[anchor]))
	slots[1-axis] = s.place[1-axis].beside(anchor, side, s.src)
	s.putOpen(slots, axis, at, anchor)
}

// putOpen places an object in or beside the line at on the axis, bars every fact between them, and states its relation
// to the anchor.
func (s *Sampler) putOpen(slots [axes]int, axis, at, anchor int) {
	if s.taken(slots) {
		slots[axis] += 2*s.src.Intn(2) - 1 // beside the line instead of in it
	}
	for i, k := range s.place[axis].at {
		if k == at {
			s.mark(i, s.placed(), barred)
		}
	}
	s.state(s.put(slots), anchor)
}

// openLine returns a random row or column that does not hold everything and few enough objects to leave all their
// pairs with one more object unstated.
func (s *Sampler) openLine() (axis, at int) {
	slack := s.slack()
	s.noChoices()
	for a := range s.place {
		l := &s.place[a]
		for k := range l.size {
			if n := l.count(k); n <= slack && n < s.placed() {
				s.offer([2]int{a, k}, 0)
			}
		}
	}
	line := s.choose()
	return line[0], line[1]
}

// outside returns a random object that is not in the line at on the axis.
func (s *Sampler) outside(axis, at int) int {
	l := &s.place[axis]
	k := s.src.Intn(s.placed() - l.count(at))
	for i, c := range l.at {
		if c != at {
			if k == 0 {
				return i
			}
			k--
		}
	}
	return 0
}

// halfOpen decides whether the pair asked about shall itself be open on the axis that is not asked about. Only half of
// an inferred relation can be asked so, and it must be where no second pair may stay unstated.
func (s *Sampler) halfOpen() bool {
	if s.spec.Direct || s.spec.Aspect == Full {
		return false
	}
	n := s.spec.Objects
	return n < 4 || s.slack() < 2 || s.src.Intn(2) == 0
}

// openPair constructs an ambiguous problem whose certain pair is open on the axis that is not asked about: object 0,
// object 1 in another line of that axis, and a last object in or beside the line of object 0 that meets it over
// object 1 on the axis asked about.
func (s *Sampler) openPair() {
	rows, cols := s.spec.Answer.Signs()
	asked, total := rowAxis, rows
	if s.spec.Aspect == Horizontal {
		asked, total = colAxis, cols
	}
	other := 1 - asked
	first, second := total, total
	if total != 0 {
		switch s.src.Intn(3) {
		case 0:
			first = 0
		case 1:
			second = 0
		}
	}
	var signs [axes]int
	signs[asked], signs[other] = first, s.side(true)
	s.step(CardinalOf(signs[rowAxis], signs[colAxis]))
	s.reserved = [2]int{0, s.spec.Objects - 1}
	s.looseAround(other)

	at := s.place[other].at[0]
	var slots [axes]int
	slots[asked] = s.place[asked].beside(1, second, s.src)
	slots[other] = existing(at) - 1 + s.src.Intn(3)
	s.putOpen(slots, other, at, 1)
}

// looseAround places all objects but the last like looseOthers, and keeps the line of object 0 on the axis as small as
// the facts still to be stated need it.
func (s *Sampler) looseAround(axis int) {
	n := s.spec.Objects
	most := n*(n-1)/2 - s.spec.Facts
	for s.placed() < n-1 {
		anchor := s.src.Intn(s.placed())
		slots := s.towards(anchor, s.scarceDirection(false))
		l := &s.place[axis]
		if at := l.at[0]; s.taken(slots) || slots[axis] == existing(at) && l.count(at) >= most {
			slots[axis] += 2*s.src.Intn(2) - 1 // a gap beside it
		}
		s.state(s.put(slots), anchor)
	}
}
