package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
)

// lettered returns the question for a drawing of the glyph that the matrix shows; ok is false where it is not drawn of squares of dots.
func (q Shape) lettered(k int) (letter Shape, ok bool) {
	shown := q.Matrix.Cropped()
	for quarters := range 4 {
		g := glyphs[k].Cropped().Transform(layout.Turn(quarters))
		if by := shown.Rows / g.Rows; by > 0 && g.Scaled(by).Equal(shown) {
			q.Asks, q.Quarters = ShapeLetter, quarters
			return q, true
		}
	}
	return q, false
}

// appendLetter appends the request for a letter or digit: how large it is, how it is turned, and where it lies.
func (q Shape) appendLetter(dst []byte) []byte {
	var set []layout.Cell
	for i, on := range q.Matrix.Dots {
		if on {
			set = append(set, layout.Cell{Row: i / q.Matrix.Cols, Col: i % q.Matrix.Cols})
		}
	}
	b := layout.BoxAround(set)
	name := q.names()[q.Letter]
	what := "the letter " + name
	if name[0] <= '9' {
		what = "the digit " + name
	}
	g := glyphs[q.Options[q.Letter]].Cropped()
	rows := g.Rows
	if q.Quarters%2 == 1 {
		rows = g.Cols
	}
	if q.Quarters > 0 {
		what += ", " + stepWordsOf(layout.Turn(q.Quarters))
	}
	if by := b.Rows / max(rows, 1); by > 1 {
		what += fmt.Sprintf(", with a square of %d by %d dots for each of its dots", by, by)
	}
	where := fmt.Sprintf("so that its dots reach from row %d to row %d and from column %d to column %d", b.Row+1, b.Row+b.Rows, b.Col+1, b.Col+b.Cols)
	if q.Phrasing != Canonical {
		return fmt.Appendf(dst, "An empty matrix has %d rows and %d columns. What does it look like with %s, drawn %s? Draw it.", q.Matrix.Rows, q.Matrix.Cols, what, where)
	}
	return fmt.Appendf(dst, "On an empty matrix of %d rows and %d columns, draw %s, %s.", q.Matrix.Rows, q.Matrix.Cols, what, where)
}

// letterMistakes adds the letter moved by a row or column, turned and mirrored with the matrix.
func (q Shape) letterMistakes(add func(Answer)) {
	for s := layout.Symmetry(1); s < layout.Symmetries; s++ {
		if m := q.Matrix.Transform(s); m.Rows == q.Matrix.Rows && m.Cols == q.Matrix.Cols {
			add(Dots{m})
		}
	}
	for _, by := range [...]layout.Cell{{Row: 1}, {Row: -1}, {Col: 1}, {Col: -1}} {
		m := layout.NewMatrix(q.Matrix.Rows, q.Matrix.Cols)
		for i, on := range q.Matrix.Dots {
			m.Set(layout.Cell{Row: i/m.Cols + by.Row, Col: i%m.Cols + by.Col}, on)
		}
		add(Dots{m})
	}
}

// appendGlyphs appends how letters and digits look, side by side below their names.
func appendGlyphs(dst []byte, options []int) []byte {
	for row := -1; row < layout.GlyphRows; row++ {
		dst = append(dst, '\n')
		for i, k := range options {
			if i > 0 {
				dst = append(dst, "   "...)
			}
			g := glyphs[k]
			for col := range layout.GlyphCols {
				switch {
				case row < 0 && col == 0:
					dst = append(dst, layout.GlyphNames[k:k+1]...)
				case row < 0 && i+1 < len(options):
					dst = append(dst, ' ')
				case row < 0:
				case g.At(layout.Cell{Row: row, Col: col}):
					dst = append(dst, '#')
				default:
					dst = append(dst, '.')
				}
			}
		}
	}
	return dst
}
