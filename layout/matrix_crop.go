package layout

// Cropped returns the part of a matrix that holds all dots that are set, without empty rows and columns around; a matrix
// without rows and columns where none is set.
func (m *Matrix) Cropped() *Matrix {
	low, high := Cell{m.Rows, m.Cols}, Cell{-1, -1}
	for i, on := range m.Dots {
		if on {
			row, col := i/m.Cols, i%m.Cols
			low = Cell{min(low.Row, row), min(low.Col, col)}
			high = Cell{max(high.Row, row), max(high.Col, col)}
		}
	}
	if high.Row < 0 {
		return new(Matrix)
	}
	c := NewMatrix(high.Row-low.Row+1, high.Col-low.Col+1)
	for row := range c.Rows {
		copy(c.Dots[row*c.Cols:(row+1)*c.Cols], m.Dots[(low.Row+row)*m.Cols+low.Col:])
	}
	return c
}

// Scaled returns a matrix in which by times by dots stand for every dot; one without dots where by is less than 1.
func (m *Matrix) Scaled(by int) *Matrix {
	if by < 1 {
		return new(Matrix)
	}
	c := NewMatrix(m.Rows*by, m.Cols*by)
	for i := range c.Dots {
		c.Dots[i] = m.Dots[i/c.Cols/by*m.Cols+i%c.Cols/by]
	}
	return c
}

// Turned reports whether one shape becomes another by turning it by 0, 90, 180 or 270 degrees, wherever the two lie in their
// matrices.
func (m *Matrix) Turned(into *Matrix) bool {
	m, into = m.Cropped(), into.Cropped()
	for quarters := range 4 {
		if m.sameUnder(Turn(quarters), into) {
			return true
		}
	}
	return false
}

// Chiral reports whether a mirror image of the shape cannot be turned into it.
func (m *Matrix) Chiral() bool {
	m = m.Cropped()
	for s := range Symmetry(Symmetries) {
		if s.Mirrors() && m.sameUnder(s, m) {
			return false
		}
	}
	return true
}

// Asymmetric reports whether the eight symmetries make eight different shapes of it.
func (m *Matrix) Asymmetric() bool {
	m = m.Cropped()
	for s := Symmetry(1); s < Symmetries; s++ {
		if m.sameUnder(s, m) {
			return false
		}
	}
	return true
}

// sameUnder reports whether a symmetry makes another matrix of it.
func (m *Matrix) sameUnder(s Symmetry, o *Matrix) bool {
	rows, cols := m.Rows, m.Cols
	if s&transposed != 0 {
		rows, cols = cols, rows
	}
	if rows != o.Rows || cols != o.Cols {
		return false
	}
	for i, on := range m.Dots {
		c := s.Cell(Cell{i / m.Cols, i % m.Cols}, m.Rows, m.Cols)
		if o.Dots[c.Row*o.Cols+c.Col] != on {
			return false
		}
	}
	return true
}
