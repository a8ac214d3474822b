package audit

import (
	"strconv"
	"strings"
)

// scan takes words off the front of a text.
type scan struct {
	rest string
	bad  bool
}

// skip takes a word that must come next.
func (s *scan) skip(word string) {
	rest, ok := strings.CutPrefix(s.rest, word)
	s.rest, s.bad = rest, s.bad || !ok
}

// has takes a word if it comes next.
func (s *scan) has(word string) bool {
	rest, ok := strings.CutPrefix(s.rest, word)
	s.rest = rest
	return ok
}

// number takes a number up to a million.
func (s *scan) number() int {
	i := 0
	for i < len(s.rest) && i < 7 && digit(s.rest[i]) {
		i++
	}
	n, err := strconv.Atoi(s.rest[:i])
	s.rest, s.bad = s.rest[i:], s.bad || err != nil
	return n
}

// span takes "row 3" or "rows 3 to 5", from 0.
func (s *scan) span(word string) (low, high int) {
	s.skip(word)
	several := s.has("s")
	s.skip(" ")
	low = s.number()
	if high = low; several {
		s.skip(" to ")
		high = s.number()
	}
	return low - 1, high - 1
}

// box is rows and columns from 0, the last ones included.
type box struct{ top, bottom, left, right int }

// box takes "rows 3 to 5, column 2".
func (s *scan) box() (b box) {
	b.top, b.bottom = s.span("row")
	s.skip(", ")
	b.left, b.right = s.span("column")
	return b
}

// within reports whether a box lies on a grid and has cells.
func (b box) within(g *grid) bool {
	return b.top >= 0 && b.top <= b.bottom && b.bottom < g.rows && b.left >= 0 && b.left <= b.right && b.right < g.cols
}

// boxes takes boxes set apart by semicolons.
func (s *scan) boxes() (all []box) {
	for {
		all = append(all, s.box())
		if s.bad || !s.has("; ") {
			return all
		}
	}
}

// maxSide is the most rows or columns of a grid that is read.
const maxSide = 1024

// sized takes "9 rows and 8 columns" and returns an empty grid of that size.
func (s *scan) sized() *grid {
	rows := s.number()
	s.skip(" row")
	s.has("s")
	s.skip(" and ")
	cols := s.number()
	s.skip(" column")
	s.has("s")
	if s.bad = s.bad || rows > maxSide || cols > maxSide; s.bad {
		return nil
	}
	return newGrid(rows, cols)
}
