package layout

// span returns the first and the last coordinate that node i can have; the axis must have the frame.
func (s *searcher) span(axis, i int) (lo, hi int32) {
	m := &s.m[axis]
	return -m.least[s.n*m.n+i], m.least[i*m.n+s.n]
}

// crowded reports whether the cells that some object can have are fewer than the objects that can have none but these. The
// grid must be closed.
func (s *searcher) crowded() bool {
	for i := range s.n {
		if s.idle[i] {
			continue
		}
		top, bottom := s.span(rowAxis, i)
		left, right := s.span(colAxis, i)
		room := int(min(bottom-top+1, MaxObjects) * min(right-left+1, MaxObjects))
		if room >= s.n {
			continue
		}
		for j := range s.n {
			if s.idle[j] {
				continue
			}
			t, b := s.span(rowAxis, j)
			l, r := s.span(colAxis, j)
			if top <= t && b <= bottom && left <= l && r <= right {
				if room--; room < 0 {
					return true
				}
			}
		}
		s.work -= s.n
	}
	return false
}

// chooseCell tries all cells for the object with the fewest.
func (s *searcher) chooseCell() bool {
	mark := len(s.trail)
	first := s.n
	object, fewest := -1, 0
	for i := range s.n {
		if s.idle[i] {
			continue
		}
		if cells := s.free(i, nil); cells != 1 || !s.fixed(i) {
			if object < 0 || cells < fewest {
				object, fewest = i, cells
			}
		}
	}
	if object < 0 {
		return true
	}
	done := false
	s.free(object, func(row, col int32) bool {
		done = s.bound(rowAxis, object, first, row) && s.bound(rowAxis, first, object, -row) &&
			s.bound(colAxis, object, first, col) && s.bound(colAxis, first, object, -col) && s.solve()
		if !done {
			s.undo(mark)
		}
		return !done
	})
	return done
}

func (s *searcher) fixed(i int) bool {
	top, bottom := s.span(rowAxis, i)
	left, right := s.span(colAxis, i)
	return top == bottom && left == right
}

// free counts the cells that object i can have and no other object surely has, and gives them to try, which may stop it.
func (s *searcher) free(i int, try func(row, col int32) bool) (count int) {
	top, bottom := s.span(rowAxis, i)
	left, right := s.span(colAxis, i)
	for row := top; row <= bottom; row++ {
		for col := left; col <= right; col++ {
			if s.taken(row, col, i) {
				continue
			}
			count++
			if try != nil && !try(row, col) {
				return count
			}
		}
	}
	return count
}

// taken reports whether an object other than i is known to be in the cell.
func (s *searcher) taken(row, col int32, i int) bool {
	for j := range s.n {
		if j != i && !s.idle[j] && s.fixed(j) {
			if top, _ := s.span(rowAxis, j); top == row {
				if left, _ := s.span(colAxis, j); left == col {
					return true
				}
			}
		}
	}
	return false
}
