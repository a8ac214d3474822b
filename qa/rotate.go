package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// RotateFamily asks how shapes and maps look when they are turned or mirrored, and which of several shapes is the same turned.
type RotateFamily struct {
	Cells    int  // how many dots a shape has, 5 to 24; 0 stands for 5
	Options  int  // how many shapes there are to choose from, 2 to 6; 0 stands for 3
	Steps    int  // how many turns and mirrorings follow each other, 1 to 4; 0 stands for 1
	Similar  bool // some of the shapes to choose from differ by one dot
	Side     int  // the least number of rows and of columns of a map, 2 to 10; up to one more is drawn; 0 stands for 3
	Things   int  // how many things stand on a map, 2 to 12, fewer where they fill more than half of it; 0 stands for 3
	Phrasing Phrasing
}

// rotateLevels are the knobs by level.
var rotateLevels = [Levels]RotateFamily{{Cells: 5, Options: 3, Steps: 1, Side: 3, Things: 3}, {Cells: 6, Options: 4, Steps: 1, Side: 4, Things: 5},
	{Cells: 8, Options: 4, Steps: 2, Similar: true, Side: 5, Things: 7}, {Cells: 10, Options: 5, Steps: 3, Similar: true, Side: 6, Things: 9}}

// Name returns "rotate".
func (RotateFamily) Name() string { return "rotate" }

// Summary describes the family in one line.
func (RotateFamily) Summary() string {
	return "shapes and maps turned and mirrored, drawn and recognised"
}

// Group returns Transform.
func (RotateFamily) Group() Group { return Transform }

// Validate reports a knob out of range.
func (f RotateFamily) Validate() error {
	for _, k := range []struct {
		what                     string
		value, low, high, stands int
	}{{"cells", f.Cells, 5, 24, 5}, {"options", f.Options, 2, 6, 3}, {"steps", f.Steps, 1, 4, 1}, {"rows and columns", f.Side, 2, 10, 3},
		{"things", f.Things, 2, 12, 3}} {
		if k.value != 0 && (k.value < k.low || k.value > k.high) {
			return fmt.Errorf("qa: rotate: %d %s; %d to %d are allowed, or 0 for %d", k.value, k.what, k.low, k.high, k.stands)
		}
	}
	return f.Phrasing.validate(f.Name())
}

// At returns the family with the knobs of a level.
func (f RotateFamily) At(level int) Family {
	g := rotateLevels[clampLevel(level)-1]
	g.Phrasing = f.Phrasing
	return g
}

// WithPhrasing returns the family with another phrasing.
func (f RotateFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// settled returns the knobs with level 1 for those that are zero.
func (f RotateFamily) settled() RotateFamily {
	one := rotateLevels[0]
	for _, k := range [][2]*int{{&f.Cells, &one.Cells}, {&f.Options, &one.Options}, {&f.Steps, &one.Steps}, {&f.Side, &one.Side}, {&f.Things, &one.Things}} {
		if *k[0] == 0 {
			*k[0] = *k[1]
		}
	}
	return f
}

// Sample draws a shape without symmetries, or in one of three draws a map.
func (f RotateFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	f = f.settled()
	if src.Intn(3) == 0 {
		return Subject{Map: f.sampleMap(src)}, nil
	}
	side := 3
	for side*side < 2*f.Cells {
		side++
	}
	box := layout.Box{Rows: side, Cols: side}
	cells := make([]layout.Cell, 0, f.Cells)
	for range 50 {
		m := layout.NewMatrix(side, side)
		for _, c := range box.Polyomino(cells[:0], f.Cells, src) {
			m.Set(c, true)
		}
		if m = m.Cropped(); m.Asymmetric() && m.Rows > 1 && m.Cols > 1 {
			return Subject{Matrix: m}, nil
		}
	}
	return Subject{}, unsuitable(f.Name(), "only shapes with symmetries came")
}

// sampleMap draws a map with things of one cell each.
func (f RotateFamily) sampleMap(src seed.Source) *layout.Map {
	m := layout.NewMap(f.Side+src.Intn(2), f.Side+src.Intn(2))
	n := newNamer(src)
	for _, at := range m.Scatter(nil, min(f.Things, m.Rows*m.Cols/2), src) {
		m.Things = append(m.Things, n.thing(at))
	}
	return m
}

// Ask asks of a map where one of its things comes to stand or what comes to stand at a cell, and of a shape which of several is the same, but
// turned, or for a drawing. The error wraps ErrUnsuitable where there is neither, where no thing of one cell stands alone on the map, or the
// shape is so small or regular that it can be neither recognised nor drawn.
func (f RotateFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	f = f.settled()
	q := Rotate{Phrasing: f.Phrasing, Steps: f.drawSteps(src)}
	switch {
	case s.Map != nil:
		if s.Map.Validate() != nil {
			return nil, unsuitable(f.Name(), "the map is not valid")
		}
		q.Map = s.Map
		var able []int
		for i := range s.Map.Things {
			if standsAlone(s.Map, i) {
				able = append(able, i)
			}
		}
		if len(able) < 2 {
			return nil, unsuitable(f.Name(), "no two things of one cell stand alone on the map")
		}
		q.Thing = s.Map.Things[able[src.Intn(len(able))]].Name
		q.Asks = RotateWhere + RotateAsks(src.Intn(2))
		return q, nil
	case s.Matrix == nil || s.Matrix.Rows < 2 || s.Matrix.Cols < 2 || len(s.Matrix.Dots) != s.Matrix.Rows*s.Matrix.Cols || s.Matrix.Rows > 64 || s.Matrix.Cols > 64:
		return nil, unsuitable(f.Name(), "there is no matrix of two rows and columns at least")
	}
	q.Matrix = s.Matrix
	first := src.Intn(2)
	for k := range 2 {
		if (first+k)%2 == 0 {
			if q.Options = f.drawOptions(s.Matrix, src); q.Options == nil {
				continue
			}
			q.Asks, q.Steps = RotateOption, nil
			if src.Intn(2) == 0 {
				turned, _ := q.Contrast()
				q = turned.(Rotate)
			}
			return q, nil
		}
		if q.Asks = RotateDraw; !q.drawn().Matrix.Equal(s.Matrix) {
			return q, nil
		}
	}
	return nil, unsuitable(f.Name(), "the shape is too regular")
}

// standsAlone reports whether a thing has one cell for itself, and a name and a mark that no other has.
func standsAlone(m *layout.Map, i int) bool {
	t := &m.Things[i]
	if t.Kind != "" || len(t.Cells) != 1 {
		return false
	}
	for j := range m.Things {
		if o := &m.Things[j]; j != i && (o.Mark == t.Mark || slices.Contains(o.Cells, t.Cells[0])) {
			return false
		}
	}
	return true
}

// The steps that are drawn: turns by a quarter, a half and three quarters, and mirrorings. The last needs a diagonal and comes in longer
// runs only.
var rotateSteps = [...]layout.Symmetry{layout.Turn(1), layout.Turn(3), layout.Turn(2), mirrorSides, mirrorHeights, mirrorDiagonal}

const (
	mirrorDiagonal layout.Symmetry = 1
	mirrorHeights  layout.Symmetry = 2
	mirrorSides    layout.Symmetry = 4
)

// drawSteps draws steps that together do not leave everything in place, and of which none takes back the one before.
func (f RotateFamily) drawSteps(src seed.Source) []layout.Symmetry {
	n := len(rotateSteps)
	if f.Steps < 3 {
		n--
	}
	steps := make([]layout.Symmetry, f.Steps)
	for i := range steps {
		k := src.Intn(n)
		for i > 0 && layout.Compose(steps[i-1], rotateSteps[k]) == 0 {
			k = (k + 1) % n
		}
		steps[i] = rotateSteps[k]
	}
	if all := composed(steps); all == 0 {
		steps = steps[:len(steps)-1] // which alone is not nothing
	}
	return steps
}

func composed(steps []layout.Symmetry) (all layout.Symmetry) {
	for _, s := range steps {
		all = layout.Compose(all, s)
	}
	return all
}

// drawOptions draws shapes of which exactly one can be turned into the matrix, and one at least is a mirror image that cannot; nil where the shape
// is too regular.
func (f RotateFamily) drawOptions(m *layout.Matrix, src seed.Source) []*layout.Matrix {
	shape := m.Cropped()
	if len(shape.Dots) == 0 || !shape.Chiral() {
		return nil
	}
	var images [2][]*layout.Matrix // turned, and mirrored and turned
	order := make([]layout.Symmetry, layout.Symmetries)
	for i := range order {
		order[i] = layout.Symmetry(i)
	}
	seed.Shuffle(src, order)
	for _, s := range order {
		image := shape.Transform(s)
		k := 0
		if s.Mirrors() {
			k = 1
		}
		if (k == 1 || !image.Equal(shape)) && !slices.ContainsFunc(images[k], image.Equal) {
			images[k] = append(images[k], image)
		}
	}
	if len(images[0]) == 0 {
		return nil
	}
	options := append(make([]*layout.Matrix, 0, f.Options), images[0][0], images[1][0])
	similar := 0
	if f.Similar && f.Options > 2 {
		similar = 1 + src.Intn(max(f.Options-2, 1))
	}
	for _, image := range images[1][1:] {
		if len(options) < f.Options-similar {
			options = append(options, image)
		}
	}
	for range 8 * f.Options {
		if len(options) == f.Options {
			break
		}
		other := nearShape(shape, src)
		if other == nil || other.Turned(shape) || other.Transform(mirrorSides).Turned(shape) {
			continue
		}
		if other = other.Transform(layout.Symmetry(src.Intn(layout.Symmetries))); !slices.ContainsFunc(options, other.Equal) {
			options = append(options, other)
		}
	}
	if len(options) < f.Options {
		return nil
	}
	seed.Shuffle(src, options)
	return options
}

// nearShape returns a shape in which one dot has moved, cropped. It may fall apart, as the first may have; nil where it would be nothing.
func nearShape(shape *layout.Matrix, src seed.Source) *layout.Matrix {
	m := layout.NewMatrix(shape.Rows+2, shape.Cols+2)
	var on, off []layout.Cell
	for i, set := range shape.Dots {
		if set {
			c := layout.Cell{Row: i/shape.Cols + 1, Col: i%shape.Cols + 1}
			m.Set(c, true)
			on = append(on, c)
		}
	}
	if len(on) < 2 {
		return nil
	}
	gone := on[src.Intn(len(on))]
	m.Set(gone, false)
	for _, c := range on {
		for _, d := range [...]layout.Cell{{Row: -1}, {Row: 1}, {Col: -1}, {Col: 1}} {
			if to := (layout.Cell{Row: c.Row + d.Row, Col: c.Col + d.Col}); c != gone && to != gone && !m.At(to) {
				off = append(off, to)
			}
		}
	}
	if len(off) == 0 {
		return nil
	}
	m.Set(off[src.Intn(len(off))], true)
	return m.Cropped()
}
