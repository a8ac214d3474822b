package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// ShapeAsks is what a question about shapes asks for. The zero value is ShapeDraw.
type ShapeAsks uint8

// What is asked for.
const (
	ShapeDraw   ShapeAsks = iota // a figure drawn: Dots
	ShapeCount                   // how many of its dots are set, or are not: a Number
	ShapeGlyph                   // which letter or digit the matrix shows: a Word
	ShapeName                    // which shape it shows: a Word
	ShapeLetter                  // the matrix drawn, which shows a letter or digit: Dots
)

// Shape asks for a figure of shapes, or what is drawn on a matrix. The zero Shape asks nothing, and no response to it is right.
type Shape struct {
	Figure   *layout.Figure // with ShapeDraw and ShapeCount; shared, do not change it
	Matrix   *layout.Matrix // with all others; shared, do not change it
	Asks     ShapeAsks
	Unset    bool          // with ShapeCount: count the dots that are not set
	Options  []int         // to choose from: places in layout.GlyphNames, or layout.Shapes
	Turned   bool          // with ShapeGlyph: it may be turned
	Letter   int           // with ShapeLetter: which of the Options is drawn
	Quarters int           // with ShapeLetter: by how many quarters it is turned clockwise, 0 to 3
	Hidden   []layout.Cell // dots of the matrix of which nothing is shown
	Phrasing Phrasing
}

// Family returns "shape".
func (Shape) Family() string { return ShapeFamily{}.Name() }

// asked reports whether there is anything that is asked.
func (q Shape) asked() bool {
	if q.Asks <= ShapeCount {
		return q.Figure != nil && q.Figure.Validate() == nil
	}
	kinds := layout.Shapes
	if q.Asks == ShapeGlyph || q.Asks == ShapeLetter {
		kinds = len(glyphs)
	}
	for _, k := range q.Options {
		if k < 0 || k >= kinds {
			return false
		}
	}
	if q.Asks == ShapeLetter && (q.Letter < 0 || q.Letter >= len(q.Options)) {
		return false
	}
	return q.Asks <= ShapeLetter && isWhole(q.Matrix)
}

// Media lists all media for a matrix; a figure is told in words, and how letters look is drawn.
func (q Shape) Media() []Medium {
	if q.Asks == ShapeLetter {
		return []Medium{AsDrawing}
	}
	if q.Asks == ShapeDraw || q.Asks == ShapeCount {
		return []Medium{AsText}
	}
	return []Medium{AsDrawing, AsText, AsBoth}
}

// AppendEvidence appends the matrix, or the shapes that make the figure.
func (q Shape) AppendEvidence(dst []byte, medium Medium) []byte {
	switch {
	case !q.asked():
		return dst
	case q.Asks == ShapeGlyph || q.Asks == ShapeName:
		return appendMatrix(dst, q.Matrix, q.Hidden, medium)
	case q.Asks == ShapeLetter:
		return appendGlyphs(append(dst, "In a font of dots these letters and digits look so:\n"...), q.Options)
	}
	dst = fmt.Appendf(dst, "On an empty matrix of %d rows and %d columns this is done:", q.Figure.Rows, q.Figure.Cols)
	for i, s := range q.Figure.Strokes {
		dst = fmt.Appendf(dst, "\n%d. ", i+1)
		if s.Clear {
			dst = append(dst, "Clear the dots of "...)
		} else {
			dst = append(dst, "Draw "...)
		}
		dst = append(appendStroke(dst, s), '.')
	}
	return dst
}

// appendStroke says a shape with its size and place, as in "a hollow rectangle of 3 rows and 4 columns whose top left corner is row 2, column 1".
func appendStroke(dst []byte, s layout.Stroke) []byte {
	corner := Place{layout.Cell{Row: s.Row, Col: s.Col}}
	square := fmt.Sprintf("in the square of side %d whose top left corner is %v", s.Rows, corner)
	switch s.Shape {
	case layout.FilledBox, layout.HollowBox:
		return fmt.Appendf(dst, "a %s of %d rows and %d columns whose top left corner is %v", shapeNames[s.Shape], s.Rows, s.Cols, corner)
	case layout.LevelLine:
		return fmt.Appendf(dst, "a horizontal line of %d dots from %v to the right", s.Cols, corner)
	case layout.UprightLine:
		return fmt.Appendf(dst, "a vertical line of %d dots from %v downwards", s.Rows, corner)
	case layout.PlusSign:
		return fmt.Appendf(dst, "a plus sign, the middle row and the middle column, %s", square)
	case layout.Cross:
		return fmt.Appendf(dst, "an X, both diagonals, %s", square)
	case layout.FallingLine:
		return fmt.Appendf(dst, "a diagonal line of %d dots from %v down and to the right", s.Rows, corner)
	case layout.RisingLine:
		return fmt.Appendf(dst, "a diagonal line of %d dots from %v up and to the right", s.Rows,
			Place{layout.Cell{Row: s.Row + s.Rows - 1, Col: s.Col}})
	}
	return fmt.Appendf(dst, "a filled %s, one half and the diagonal, %s", shapeNames[s.Shape%layout.Shapes], square)
}

// shapeNames name the shapes that can be recognised.
var shapeNames = [layout.Shapes]string{
	layout.FilledBox: "filled rectangle", layout.HollowBox: "hollow rectangle", layout.LevelLine: "horizontal line", layout.UprightLine: "vertical line",
	layout.PlusSign: "plus sign", layout.Cross: "X", layout.FallingLine: "diagonal line from top left to bottom right",
	layout.RisingLine:         "diagonal line from bottom left to top right",
	layout.TriangleTopLeft:    "triangle with its right angle at the top left",
	layout.TriangleTopRight:   "triangle with its right angle at the top right",
	layout.TriangleBottomLeft: "triangle with its right angle at the bottom left", layout.TriangleBottomRight: "triangle with its right angle at the bottom right",
}

// names returns what the options are called.
func (q Shape) names() []string {
	all := make([]string, len(q.Options))
	for i, k := range q.Options {
		switch {
		case (q.Asks == ShapeGlyph || q.Asks == ShapeLetter) && k >= 0 && k < len(layout.GlyphNames):
			all[i] = layout.GlyphNames[k : k+1]
		case q.Asks == ShapeName && k >= 0 && k < layout.Shapes:
			all[i] = shapeNames[k]
		}
	}
	return all
}

// AppendConventions appends what the marks mean.
func (q Shape) AppendConventions(dst []byte) []byte {
	switch {
	case !q.asked():
		return dst
	case q.Figure != nil && q.Asks <= ShapeCount:
		return append(dst, "Row 1 is at the top and column 1 on the left. What is drawn over dots that are set leaves them set; what is cleared is empty until something is drawn there."...)
	}
	dst = appendDotMarks(dst, q.Hidden)
	if q.Asks == ShapeLetter {
		return append(dst, " Row 1 is at the top and column 1 on the left. Only dots that are set belong to a letter or digit, empty rows and columns around them do not."...)
	}
	if q.Asks == ShapeName {
		return append(dst, " All dots that are set belong to one shape. A hollow rectangle has its border only, a plus sign a row and a column that cross in the middle, and an X both diagonals of a square."...)
	}
	dst = append(dst, " All dots that are set belong to one letter or digit. It may lie anywhere, and may be larger: then a square of dots stands for each dot"...)
	if q.Turned {
		return append(dst, ". It may be turned by 90, 180 or 270 degrees, but is not mirrored."...)
	}
	return append(dst, ". It is neither turned nor mirrored."...)
}

// AppendText appends the question; of letters and digits it shows how those to choose from look.
func (q Shape) AppendText(dst []byte) []byte {
	if !q.asked() {
		return dst
	}
	variant := q.Phrasing != Canonical
	switch q.Asks {
	case ShapeLetter:
		return q.appendLetter(dst)
	case ShapeDraw:
		if variant {
			return append(dst, "What does the matrix look like at the end? Draw it."...)
		}
		return append(dst, "Draw the result."...)
	case ShapeCount:
		what := "set"
		if q.Unset {
			what = "not set"
		}
		if variant {
			return fmt.Appendf(dst, "Count the dots that are %s at the end. How many are there?", what)
		}
		return fmt.Appendf(dst, "How many dots of the result are %s?", what)
	case ShapeName:
		if variant {
			dst = append(dst, "What do the dots show: "...)
		} else {
			dst = append(dst, "Which shape is drawn: "...)
		}
		names := q.names()
		for i := range names {
			article := "a "
			if names[i] == "X" {
				article = "an "
			}
			names[i] = article + names[i]
		}
		return append(appendList(dst, names, "or"), '?')
	}
	names := q.names()
	if variant {
		dst = append(dst, "What do the dots show: "...)
	} else {
		dst = append(dst, "Which letter or digit is drawn: "...)
	}
	dst = append(appendList(dst, names, "or"), "? This is how they look:\n"...)
	dst = appendGlyphs(dst, q.Options)
	return append(dst, "\n\n"...)
}

// AppendFormat appends what an answer looks like.
func (q Shape) AppendFormat(dst []byte) []byte {
	switch q.Asks {
	case ShapeDraw, ShapeLetter:
		return append(dst, "Answer with one line for each row, # for a dot that is set and . for one that is not."...)
	case ShapeCount:
		return append(dst, "Answer with a number."...)
	case ShapeGlyph:
		return append(dst, "Answer with the letter or digit."...)
	}
	return append(dst, "Answer with the name of the shape, as it stands here."...)
}

// Answer returns the drawing, the number, or the name.
func (q Shape) Answer() Answer {
	if !q.asked() {
		return Word("")
	}
	switch q.Asks {
	case ShapeLetter:
		return Dots{q.Matrix}
	case ShapeDraw:
		return Dots{q.Figure.Matrix()}
	case ShapeCount:
		n := q.Figure.Matrix().Count()
		if q.Unset {
			n = q.Figure.Rows*q.Figure.Cols - n
		}
		return Number{Value: n}
	}
	return q.solve()
}

// solve returns the name of the only option that the matrix can show, however its hidden dots are filled; "" where that is none or
// several. That it shows one of them is said, so that fillings which show none do not count.
func (q Shape) solve() Word {
	if len(q.Hidden) > mostGaps {
		return ""
	}
	m, right := q.Matrix, -1
	if len(q.Hidden) > 0 {
		m = m.Clone()
	}
	for filling := range 1 << len(q.Hidden) {
		for i, c := range q.Hidden {
			m.Set(c, filling>>i&1 == 1)
		}
		var shape *layout.Matrix
		if q.Asks == ShapeGlyph {
			shape = m.Reduced()
		}
		for i, k := range q.Options {
			is := q.Asks == ShapeName && layout.Shape(k).Is(m) ||
				q.Asks == ShapeGlyph && isGlyph(shape, k, q.Turned)
			if is && right != i {
				if right >= 0 {
					return ""
				}
				right = i
			}
		}
	}
	if right < 0 {
		return ""
	}
	return Word(q.names()[right])
}

// Hops returns 0: no stated facts.
func (Shape) Hops() int { return 0 }

// Verify grades a drawing, a number, or a name.
func (q Shape) Verify(response string) Verdict {
	if !q.asked() {
		return Verdict{Reason: "nothing was asked"}
	}
	var given Answer
	var err error
	switch q.Asks {
	case ShapeLetter:
		return verifyDots(response, Dots{q.Matrix})
	case ShapeDraw:
		return verifyDots(response, Dots{q.Figure.Matrix()})
	case ShapeCount:
		given, err = readNumber(response, "", "dots", "dot")
	default:
		names := q.names()
		all := make([]option, len(names))
		for i, name := range names {
			all[i] = option{name, []string{"a " + name, "the " + name, "an " + name, "the shape is a " + name, "the shape is an " + name, "the dots show a " + name,
				"the dots show an " + name}}
			if q.Asks == ShapeGlyph {
				all[i].aliases = []string{"letter " + name, "the letter " + name, "digit " + name, "the digit " + name}
			}
		}
		given, err = readWord(response, all)
	}
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	right := q.Answer()
	return graded(given, given.Equal(right), right)
}

// Difficulty counts the dots that are drawn or cleared, or the rows to compare.
func (q Shape) Difficulty() int {
	switch {
	case !q.asked():
		return 1
	case q.Asks == ShapeName:
		return 2 * len(q.Options)
	case q.Asks == ShapeGlyph:
		n := layout.GlyphRows * len(q.Options)
		if q.Turned {
			n *= 2
		}
		return n
	case q.Asks == ShapeLetter:
		return layout.GlyphRows*len(q.Options) + q.Matrix.Count()
	}
	n := 0
	for _, s := range q.Figure.Strokes {
		for i := range s.Area() {
			if s.Shape.At(layout.Cell{Row: i / s.Cols, Col: i % s.Cols}, s.Rows, s.Cols) {
				n++
			}
		}
	}
	return max(n, 1)
}

// Mistakes returns the other options; drawings with a shape left out, drawn instead of cleared or one row or column off; and what is counted
// of them.
func (q Shape) Mistakes() (all []Answer) {
	if !q.asked() {
		return nil
	}
	right := q.Answer()
	add := func(a Answer) {
		if !a.Equal(right) && !slices.ContainsFunc(all, a.Equal) {
			all = append(all, a)
		}
	}
	if q.Asks == ShapeLetter {
		q.letterMistakes(add)
		return all
	}
	if q.Asks >= ShapeGlyph {
		for _, name := range q.names() {
			add(Word(name))
		}
		return all
	}
	say := func(f *layout.Figure) { add(Shape{Figure: f, Asks: q.Asks, Unset: q.Unset}.Answer()) }
	for i, s := range q.Figure.Strokes {
		changed := *q.Figure
		swap := func(n layout.Stroke) {
			changed.Strokes = slices.Clone(q.Figure.Strokes)
			changed.Strokes[i] = n
			say(&changed)
		}
		if s.Clear {
			n := s
			n.Clear = false
			swap(n)
		}
		if s.Shape == layout.HollowBox {
			n := s
			n.Shape = layout.FilledBox
			swap(n)
		}
		n := s
		n.Row, n.Col = min(s.Row+1, q.Figure.Rows-s.Rows), min(s.Col+1, q.Figure.Cols-s.Cols)
		swap(n)
		n.Row, n.Col = max(s.Row-1, 0), max(s.Col-1, 0)
		swap(n)
		if len(q.Figure.Strokes) > 1 {
			changed.Strokes = slices.Delete(slices.Clone(q.Figure.Strokes), i, i+1)
			say(&changed)
		}
	}
	if n, ok := right.(Number); ok {
		add(Number{Value: n.Value + 1})
		add(Number{Value: max(n.Value-1, 0)})
	}
	return all
}
