package layout

import "slices"

// fixOthers places all remaining objects so that the layout stays determined.
func (s *Sampler) fixOthers() {
	spare := s.spare() - (len(s.facts) - (s.placed() - 1))
	for s.placed() < s.spec.Objects {
		anchors := 1
		if spare > 0 {
			anchors += s.src.Intn(2)
		}
		if spare > 1 && s.src.Intn(4) == 0 {
			anchors++
		}
		spare -= s.fixNext(min(anchors, s.placed())) - 1
	}
}

// fixNext places one object so that facts to so many random objects, or to one where that cannot be, fix its row and
// its column against all others. It returns the number of facts.
func (s *Sampler) fixNext(anchors int) int {
	var chosen [anchorsMost]int
	if anchors > 1 {
		for k := range anchors {
			a := s.src.Intn(s.placed() - k) // counts the objects not chosen yet
			for _, c := range chosen[:k] {
				if a >= c {
					a++
				}
			}
			chosen[k] = a
			slices.Sort(chosen[:k+1])
		}
		if slots, ok := s.fixedCell(chosen[:anchors]); ok {
			s.placeFixed(slots, chosen[:anchors])
			return anchors
		}
	}
	chosen[0] = s.outermost()
	slots, _ := s.fixedCell(chosen[:1])
	s.placeFixed(slots, chosen[:1])
	return 1
}

func (s *Sampler) placeFixed(slots [axes]int, anchors []int) {
	next := s.put(slots)
	for _, a := range anchors {
		s.state(next, a)
	}
}

// outermost returns a random object in the first or last row or column; there always is one, and a cell beyond it
// that one fact fixes.
func (s *Sampler) outermost() int {
	s.noChoices()
	for i := range s.placed() {
		for axis := range s.place {
			if l := &s.place[axis]; l.at[i] == 0 || l.at[i] == l.size-1 {
				s.offer([2]int{i}, 0)
				break
			}
		}
	}
	return s.choose()[0]
}

// fixedCell returns a random free cell whose row and column are fixed by facts to the anchors.
func (s *Sampler) fixedCell(anchors []int) (cell [axes]int, ok bool) {
	var rowRoom, colRoom [maxSupported]int
	rows := s.place[rowAxis].supported(rowRoom[:0], anchors)
	cols := s.place[colAxis].supported(colRoom[:0], anchors)
	s.noChoices()
	for _, r := range rows {
		for _, c := range cols {
			slots := [axes]int{r, c}
			if s.taken(slots) {
				continue
			}
			n := 0
			for _, a := range anchors {
				n += s.lines[s.relationTo(slots, a).Line()]
			}
			s.offer(slots, n)
		}
	}
	if len(s.choices) == 0 {
		return cell, false
	}
	return s.choose(), true
}

// relationTo returns the relation that an object in these slots would have to object a.
func (s *Sampler) relationTo(slots [axes]int, a int) Cardinal {
	return CardinalOf(slots[rowAxis]-existing(s.place[rowAxis].at[a]), slots[colAxis]-existing(s.place[colAxis].at[a]))
}

// anchorsMost is the most facts that fix one object.
const anchorsMost = 3
