package scene

import (
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// AppendMatrix appends a matrix, a line for each row: # for a dot that is set, . for one that is not; no line end at the last.
// A matrix without rows or columns, and nil, appends nothing.
func AppendMatrix(dst []byte, m *layout.Matrix) []byte { return appendDots(dst, m, '#', '.') }

// AppendBinary does as [AppendMatrix] does, with 1 for a dot that is set and 0 for one that is not.
func AppendBinary(dst []byte, m *layout.Matrix) []byte { return appendDots(dst, m, '1', '0') }

func appendDots(dst []byte, m *layout.Matrix, on, off byte) []byte {
	if m == nil || m.Cols <= 0 || len(m.Dots) < m.Rows*m.Cols {
		return dst
	}
	for row := range m.Rows {
		if row > 0 {
			dst = append(dst, '\n')
		}
		for _, set := range m.Dots[row*m.Cols : (row+1)*m.Cols] {
			if set {
				dst = append(dst, on)
			} else {
				dst = append(dst, off)
			}
		}
	}
	return dst
}

// ParseMatrix finds the matrix in a text and reads it. Any error is a *[SyntaxError].
//
// A dot that is set is # or 1 or █, one that is not is . or 0 or ░; blanks, commas and bars between them count for nothing, nor
// do brackets and quotes around a row. Thoughts (<think>), quote signs, line ends and the text around are passed over, as by [Parse]. What
// stands in a code fence is one matrix: where a line of it is a row all are, blank ones around apart. Elsewhere rows that follow each
// other are one. Of several matrices the last counts, right or wrong. All rows must be of one length, at most [MaxSide], and so
// must their number be.
func ParseMatrix(text string) (*layout.Matrix, error) {
	lines, err := plainLines(text)
	if err != nil {
		return nil, err
	}
	from, to := lastBlock(lines, isDotRow)
	if from == to {
		return nil, &SyntaxError{Reason: NoDrawing}
	}
	if to-from > MaxSide {
		return nil, &SyntaxError{Line: from + MaxSide + 1, Col: 1, Reason: TooLarge}
	}
	m := new(layout.Matrix)
	for i, l := range lines[from:to] {
		start := len(m.Dots)
		for _, c := range l.text {
			if set, ok := dotOf(c); ok {
				m.Dots = append(m.Dots, set)
			} else if !isBetweenDots(c) {
				return nil, &SyntaxError{Line: from + i + 1, Col: l.indent + 1, Reason: Unknown, Names: []string{l.text}}
			}
		}
		n := len(m.Dots) - start
		if n == 0 && strings.ContainsAny(l.text, "[]") {
			continue // around all rows
		}
		m.Rows++
		switch {
		case n > MaxSide:
			return nil, &SyntaxError{Line: from + i + 1, Col: l.indent + MaxSide + 1, Reason: TooLarge}
		case m.Rows == 1:
			m.Cols = n
		case n != m.Cols:
			return nil, &SyntaxError{Line: from + i + 1, Col: l.indent + 1, Reason: Uneven}
		}
	}
	return m, nil
}

// isDotRow reports whether a line is a row of a matrix.
func isDotRow(s string) bool {
	dots := false
	for _, c := range s {
		if _, ok := dotOf(c); ok {
			dots = true
		} else if !isBetweenDots(c) {
			return false
		}
	}
	return dots
}

func dotOf(c rune) (set, ok bool) {
	switch c {
	case '#', '1', '█':
		return true, true
	case '.', '0', '░':
		return false, true
	}
	return false, false
}

func isBetweenDots(c rune) bool { return strings.ContainsRune(" \t,|[]\"`", c) }

// lastBlock returns the last run of lines of which isRow holds: all that is in a code fence, blank lines around apart, where it
// holds of one there; elsewhere lines that follow each other.
func lastBlock(lines []plainLine, isRow func(string) bool) (from, to int) {
	for i := 0; i < len(lines); {
		j := i
		if lines[i].fenced {
			rows := false
			first, end := -1, i
			for ; j < len(lines) && lines[j].fenced; j++ {
				if lines[j].text == "" {
					continue
				}
				rows = rows || isRow(lines[j].text)
				if first < 0 {
					first = j
				}
				end = j + 1
			}
			if rows {
				from, to = first, end
			}
		} else {
			for j < len(lines) && !lines[j].fenced && isRow(lines[j].text) {
				j++
			}
			if j > i {
				from, to = i, j
			}
		}
		i = max(j, i+1)
	}
	return from, to
}
