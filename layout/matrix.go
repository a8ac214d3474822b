package layout

import "slices"

// Matrix is a grid of dots that are set or not: a picture of two colours. The zero Matrix has no dots.
type Matrix struct {
	Rows, Cols int
	Dots       []bool // row by row
}

// NewMatrix returns a matrix of so many rows and columns with no dot set.
func NewMatrix(rows, cols int) *Matrix {
	return &Matrix{Rows: rows, Cols: cols, Dots: make([]bool, rows*cols)}
}

// Has reports whether a cell lies on the matrix.
func (m *Matrix) Has(c Cell) bool {
	return c.Row >= 0 && c.Col >= 0 && c.Row < m.Rows && c.Col < m.Cols
}

// At reports whether the dot of a cell is set; beyond the matrix none is.
func (m *Matrix) At(c Cell) bool { return m.Has(c) && m.Dots[c.Row*m.Cols+c.Col] }

// Set sets or clears the dot of a cell; beyond the matrix it does nothing.
func (m *Matrix) Set(c Cell, on bool) {
	if m.Has(c) {
		m.Dots[c.Row*m.Cols+c.Col] = on
	}
}

// Count returns how many dots are set.
func (m *Matrix) Count() (n int) {
	for _, on := range m.Dots {
		if on {
			n++
		}
	}
	return n
}

// Equal reports whether two matrices have the same size and the same dots. A nil one equals nil alone.
func (m *Matrix) Equal(o *Matrix) bool {
	if m == nil || o == nil {
		return m == o
	}
	return m.Rows == o.Rows && m.Cols == o.Cols && slices.Equal(m.Dots, o.Dots)
}

// Clone returns a copy that shares nothing.
func (m *Matrix) Clone() *Matrix { return &Matrix{m.Rows, m.Cols, slices.Clone(m.Dots)} }

// Transform returns a copy moved by a symmetry.
func (m *Matrix) Transform(s Symmetry) *Matrix {
	c := NewMatrix(m.Rows, m.Cols)
	if s&transposed != 0 {
		c.Rows, c.Cols = m.Cols, m.Rows
	}
	for i, on := range m.Dots {
		if on {
			c.Set(s.Cell(Cell{i / m.Cols, i % m.Cols}, m.Rows, m.Cols), true)
		}
	}
	return c
}
