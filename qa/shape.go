package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// ShapeFamily asks for drawings of shapes and letters on a matrix of dots, and what is drawn there: which letter or digit, or which shape.
type ShapeFamily struct {
	Side     int  // the least number of rows and of columns to draw on, 4 to 24; up to two more are drawn; 0 stands for 6
	Strokes  int  // how many shapes are drawn one over the other, 1 to 8; 0 stands for 1
	Clear    bool // some of them clear dots
	Options  int  // from how many letters or shapes to choose, 2 to 6; 0 stands for 2
	Scale    int  // by how many dots at most each dot of a letter is shown in rows and columns, 1 to 4; 0 stands for 1
	Turned   bool // letters may be turned
	Phrasing Phrasing
}

// shapeLevels are the knobs by level.
var shapeLevels = [Levels]ShapeFamily{{Side: 6, Strokes: 1, Options: 2, Scale: 1}, {Side: 7, Strokes: 2, Options: 3, Scale: 1},
	{Side: 8, Strokes: 3, Options: 4, Scale: 2, Clear: true}, {Side: 10, Strokes: 5, Options: 5, Scale: 2, Clear: true, Turned: true}}

// Name returns "shape".
func (ShapeFamily) Name() string { return "shape" }

// Summary describes the family in one line.
func (ShapeFamily) Summary() string {
	return "shapes drawn with dots, and letters and shapes recognised"
}

// Group returns Construct.
func (ShapeFamily) Group() Group { return Construct }

// Validate reports a knob out of range.
func (f ShapeFamily) Validate() error {
	for _, k := range []struct {
		what                     string
		value, low, high, stands int
	}{{"rows and columns", f.Side, 4, 24, 6}, {"strokes", f.Strokes, 1, 8, 1}, {"options", f.Options, 2, 6, 2}, {"dots for each dot", f.Scale, 1, 4, 1}} {
		if k.value != 0 && (k.value < k.low || k.value > k.high) {
			return fmt.Errorf("qa: shape: %d %s; %d to %d are allowed, or 0 for %d", k.value, k.what, k.low, k.high, k.stands)
		}
	}
	return f.Phrasing.validate(f.Name())
}

// At returns the family with the knobs of a level.
func (f ShapeFamily) At(level int) Family {
	g := shapeLevels[clampLevel(level)-1]
	g.Phrasing = f.Phrasing
	return g
}

// WithPhrasing returns the family with another phrasing.
func (f ShapeFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// settled returns the knobs with level 1 for those that are zero.
func (f ShapeFamily) settled() ShapeFamily {
	one := shapeLevels[0]
	for _, k := range [][2]*int{{&f.Side, &one.Side}, {&f.Strokes, &one.Strokes}, {&f.Options, &one.Options}, {&f.Scale, &one.Scale}} {
		if *k[0] == 0 {
			*k[0] = *k[1]
		}
	}
	return f
}

// Sample draws a figure to be drawn, or with equal chance a matrix with a letter or a shape on it.
func (f ShapeFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	f = f.settled()
	rows, cols := f.Side+src.Intn(3), f.Side+src.Intn(3)
	switch src.Intn(4) {
	case 0:
		fig := &layout.Figure{Rows: rows, Cols: cols, Strokes: []layout.Stroke{layout.SampleStroke(rows, cols, src)}}
		return Subject{Matrix: fig.Matrix()}, nil
	case 1:
		return Subject{Matrix: f.sampleGlyph(src)}, nil
	}
	fig := &layout.Figure{Rows: rows, Cols: cols, Strokes: make([]layout.Stroke, f.Strokes)}
	for i := range fig.Strokes {
		fig.Strokes[i] = layout.SampleStroke(rows, cols, src)
	}
	// The first draws; of the others one at least clears. Where nothing would be left, what cleared draws after all.
	if f.Clear && f.Strokes > 1 {
		fig.Strokes[1+src.Intn(f.Strokes-1)].Clear = true
		if fig.Matrix().Count() == 0 {
			for i := range fig.Strokes {
				fig.Strokes[i].Clear = false
			}
		}
	}
	return Subject{Figure: fig}, nil
}

// sampleGlyph draws a letter or digit somewhere on a matrix.
func (f ShapeFamily) sampleGlyph(src seed.Source) *layout.Matrix {
	glyph := glyphs[src.Intn(len(glyphs))].Scaled(1 + src.Intn(f.Scale))
	if f.Turned {
		glyph = glyph.Transform(layout.Turn(src.Intn(4)))
	}
	m := layout.NewMatrix(glyph.Rows+src.Intn(4), glyph.Cols+src.Intn(4))
	down, right := src.Intn(m.Rows-glyph.Rows+1), src.Intn(m.Cols-glyph.Cols+1)
	for i, on := range glyph.Dots {
		if on {
			m.Set(layout.Cell{Row: down + i/glyph.Cols, Col: right + i%glyph.Cols}, true)
		}
	}
	return m
}

// Ask asks of a figure for the drawing or the number of its dots, and of a matrix for the letter or the shape that all its dots are; or, with
// equal chance, for the drawing of the letter. The
// error wraps ErrUnsuitable where they are none, or there is neither.
func (f ShapeFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	f = f.settled()
	q := Shape{Phrasing: f.Phrasing}
	if s.Figure != nil {
		if s.Figure.Validate() != nil || s.Figure.Rows < 2 || s.Figure.Cols < 2 || len(s.Figure.Strokes) == 0 {
			return nil, unsuitable(f.Name(), "there is no figure of two rows and columns at least")
		}
		q.Figure = s.Figure
		if src.Intn(3) == 0 {
			q.Asks, q.Unset = ShapeCount, src.Intn(2) == 0
		}
		return q, nil
	}
	m := s.Matrix
	if m == nil || len(m.Dots) != m.Rows*m.Cols || m.Rows < 2 || m.Cols < 2 || m.Rows > 64 || m.Cols > 64 || m.Count() == 0 {
		return nil, unsuitable(f.Name(), "there is no matrix with dots")
	}
	q.Matrix = m
	for k := range layout.Shapes {
		if layout.Shape(k).Is(m) {
			q.Asks, q.Options = ShapeName, []int{k}
			q.drawOptions(f.Options, layout.Shapes, src)
			return q, nil
		}
	}
	q.Asks, q.Turned = ShapeGlyph, f.Turned
	all := make([]int, 0, len(layout.GlyphNames))
	shape := m.Reduced()
	for k := range len(layout.GlyphNames) {
		if isGlyph(shape, k, f.Turned) {
			all = append(all, k)
		}
	}
	if len(all) == 0 {
		return nil, unsuitable(f.Name(), "it is no letter, digit or shape")
	}
	right := all[src.Intn(len(all))]
	q.Options = []int{right}
	if src.Intn(2) == 0 {
		if letter, ok := q.lettered(right); ok {
			q = letter
		}
	}
	q.drawOptions(f.Options, len(layout.GlyphNames), src)
	q.Letter = slices.Index(q.Options, right)
	return q, nil
}

// glyphs are the letters and digits as the font draws them, and reduced. They are not changed.
var glyphs, reducedGlyphs = func() (all, reduced [len(layout.GlyphNames)]*layout.Matrix) {
	for k := range all {
		all[k] = layout.Glyph(layout.GlyphNames[k])
		reduced[k] = all[k].Reduced()
	}
	return all, reduced
}()

// isGlyph reports whether a reduced shape is a letter or digit, or one that is turned.
func isGlyph(shape *layout.Matrix, k int, turned bool) bool {
	b := reducedGlyphs[k]
	if turned {
		return shape.Count() == b.Count() && shape.Turned(b)
	}
	return shape.Equal(b)
}

// drawOptions adds options to the right one that are not right, and puts them in random order. Of letters the better one of two that are drawn
// is taken, which is the one that has more dots in common with the right one.
func (q *Shape) drawOptions(n, kinds int, src seed.Source) {
	right := q.Options[0]
	var model *layout.Matrix
	if q.Asks != ShapeName {
		model = glyphs[right]
	}
	shape := q.Matrix.Reduced()
	free := make([]int, 0, kinds)
	for k := range kinds {
		if k != right && (model == nil || !isGlyph(shape, k, q.Turned)) {
			free = append(free, k)
		}
	}
	for len(q.Options) < n && len(free) > 0 {
		best, most := 0, -1
		for range 2 {
			i, alike := src.Intn(len(free)), 0
			if model != nil {
				for d, on := range glyphs[free[i]].Dots {
					if on == model.Dots[d] {
						alike++
					}
				}
			}
			if alike > most {
				best, most = i, alike
			}
		}
		q.Options = append(q.Options, free[best])
		free = slices.Delete(free, best, best+1)
	}
	seed.Shuffle(src, q.Options)
}
