package qa

import (
	"errors"
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// DistanceFamily asks how far two things are from each other, or a thing and a cell, by a metric that it tells.
type DistanceFamily struct {
	Scenery Scenery // the zero Scenery stands for that of level 1
	// Metrics is from how many metrics is drawn, 1 to 4, in the order of layout.Metric; 0 stands for 1.
	Metrics int
	// Centres: half of the distances of maps with things that take up several cells are those of their centres, not of their nearest cells.
	Centres bool
	// Scaled is how many of four distances that are no squares are asked in metres, 0 to 4.
	Scaled   int
	Phrasing Phrasing
}

var distanceLevels = [Levels]DistanceFamily{
	{Scenery: Scenery{Rows: 5, Cols: 6, Things: 4}, Metrics: 1},
	{Scenery: Scenery{Rows: 7, Cols: 8, Things: 6}, Metrics: 3, Scaled: 1},
	{Scenery: Scenery{Rows: 9, Cols: 10, Things: 8, Extended: 4, Kinds: 1, Each: 4}, Metrics: 4, Scaled: 2},
	{Scenery: Scenery{Rows: 12, Cols: 12, Things: 10, Extended: 7, Kinds: 2, Each: 4}, Metrics: 4, Centres: true, Scaled: 3},
}

// Name returns "distance".
func (DistanceFamily) Name() string { return "distance" }

// Summary describes the family in one line.
func (DistanceFamily) Summary() string {
	return "how far two things on a map are from each other, by a given metric, in cells or in metres"
}

// Group returns Read.
func (DistanceFamily) Group() Group { return Read }

// Validate reports a knob out of range.
func (f DistanceFamily) Validate() error {
	switch {
	case f.Metrics < 0 || f.Metrics > layout.Metrics:
		return fmt.Errorf("qa: distance: %d metrics; 1 to %d are allowed, or 0 for 1", f.Metrics, layout.Metrics)
	case f.Scaled < 0 || f.Scaled > 4:
		return fmt.Errorf("qa: distance: %d of 4 in metres; 0 to 4 are allowed", f.Scaled)
	}
	return errors.Join(f.Scenery.validate(f.Name(), distanceLevels[0].Scenery), f.Phrasing.validate(f.Name()))
}

// At returns the family with the maps and metrics of a level.
func (f DistanceFamily) At(level int) Family {
	phrasing := f.Phrasing
	f = distanceLevels[clampLevel(level)-1]
	f.Phrasing = phrasing
	return f
}

// WithPhrasing returns the family with another phrasing.
func (f DistanceFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// Sample draws a map.
func (f DistanceFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	return Subject{Map: f.Scenery.or(distanceLevels[0].Scenery).furnish(src)}, nil
}

// distanceScales are how wide a cell may be, in tenths of a metre.
var distanceScales = [...]int{2, 5, 15, 20, 30}

// Ask draws metric and scale, then the distance, each that occurs on the map equally likely, then what it is between.
func (f DistanceFamily) Ask(s Subject, src seed.Source) (Question, error) {
	c, err := charted(f, s)
	if err != nil {
		return nil, err
	}
	q := Distance{chart: c, Metric: layout.Metric(src.Intn(max(f.Metrics, 1))), Phrasing: f.Phrasing}
	q.Centres = f.Centres && c.Extended && src.Intn(2) == 0
	if q.Metric != layout.SquaredEuclid && src.Intn(4) < f.Scaled {
		q.Scale = distanceScales[src.Intn(len(distanceScales))]
	}
	names := c.names()
	ends := make([]End, 0, len(names)+2)
	for _, name := range names {
		ends = append(ends, End{Thing: name})
	}
	if len(ends) == 0 || len(c.Map.Ground) < 2 {
		return nil, unsuitable(f.Name(), "nothing on the map can be measured from")
	}
	for range 2 {
		ends = append(ends, End{Cell: c.Map.Cell(src.Intn(len(c.Map.Ground)))})
	}
	type pair struct{ from, to, key int }
	pairs := make([]pair, 0, len(ends)*len(ends)/2)
	shapes := make([]endCells, len(ends))
	for i := range ends {
		shapes[i] = q.shape(ends[i])
	}
	for i := range names {
		for j := i + 1; j < len(ends); j++ {
			if v, ok := q.between(&shapes[i], &shapes[j]); ok && v.Value > 0 {
				// Distances of one whole number of cells count as one answer, so that the many that roots have do not crowd out the others.
				q2 := q
				q2.Scale = 0
				cells, _ := q2.between(&shapes[i], &shapes[j])
				key := cells.Value
				for range cells.Decimals {
					key /= 10
				}
				if q.Metric == layout.SquaredEuclid {
					key = layout.Root(key)
				}
				pairs = append(pairs, pair{i, j, min(key, 63)})
			}
		}
	}
	pairs = narrow(src, pairs, func(p *pair) int { return p.key })
	if len(pairs) == 0 {
		return nil, unsuitable(f.Name(), "no distance can be told")
	}
	drawn := pairs[src.Intn(len(pairs))]
	q.From, q.To = ends[drawn.from], ends[drawn.to]
	if src.Intn(2) == 0 {
		q.From, q.To = q.To, q.From
	}
	return q, gradable(q)
}

// End is what a distance is measured from or to: a thing, or a cell where its name is empty.
type End struct {
	Thing string
	Cell  layout.Cell
}

// Distance asks for the distance of two things or cells. The zero Distance asks nothing, and no response to it is right.
type Distance struct {
	chart
	From, To End
	Metric   layout.Metric
	Centres  bool // things that take up several cells are measured from the centre of their extent, otherwise from their nearest cells
	Scale    int  // tenths of a metre that a cell is wide and high; 0: the answer counts cells
	Phrasing Phrasing
}

// Family returns "distance".
func (Distance) Family() string { return DistanceFamily{}.Name() }

// endCells is what an end takes up: what is known of it and what it may be at most.
type endCells struct {
	known, most []layout.Cell
	first, last layout.Cell
}

// shape returns what an end takes up; nothing where it is not on the map.
func (q *Distance) shape(e End) (s endCells) {
	if q.Map == nil {
		return s
	}
	if e.Thing == "" {
		if q.Map.Has(e.Cell) {
			s.known = []layout.Cell{e.Cell}
			s.most, s.first, s.last = s.known, e.Cell, e.Cell
		}
		return s
	}
	if i := q.Map.ThingNamed(e.Thing); i >= 0 && q.Map.Things[i].Kind == "" {
		s.known, s.most = q.Map.Things[i].Cells, q.most(i)
		s.first, s.last, _ = layout.Span(s.known)
	}
	return s
}

// differences returns how many half cells apart the rows and the columns are, from the first to the second; ok is false where that is not
// known.
func (q *Distance) differences(a, b *endCells) (rows, cols int, ok bool) {
	if len(a.known) == 0 || len(b.known) == 0 {
		return 0, 0, false
	}
	if q.Centres {
		for _, s := range [...]*endCells{a, b} {
			if first, last, _ := layout.Span(s.most); first != s.first || last != s.last {
				return 0, 0, false
			}
		}
		return b.first.Row + b.last.Row - a.first.Row - a.last.Row, b.first.Col + b.last.Col - a.first.Col - a.last.Col, true
	}
	d, at, to := q.Metric.Nearest(a.known, b.known)
	if len(a.most) > len(a.known) || len(b.most) > len(b.known) {
		if least, _, _ := q.Metric.Nearest(a.most, b.most); least != d {
			return 0, 0, false
		}
	}
	return 2 * (to.Row - at.Row), 2 * (to.Col - at.Col), true
}

// between returns the distance of two shapes; ok is false where it is not known, or where rounding would decide between two numbers that are
// equally near.
func (q *Distance) between(a, b *endCells) (n Number, ok bool) {
	rows, cols, ok := q.differences(a, b)
	if !ok {
		return Number{}, false
	}
	return distanceNumber(q.Metric, rows, cols, q.Scale)
}

// distanceNumber returns the distance of what is so many half cells apart, with scale tenths of a metre to a cell, or in cells with 0. Decimals that are 0
// are left out, but for those of roots, which always have one.
func distanceNumber(metric layout.Metric, rows, cols, scale int) (n Number, ok bool) {
	value := metric.Of(rows, cols)
	switch metric {
	case layout.SquaredEuclid:
		return trimmed(Number{Value: value * 25, Decimals: 2}), true
	case layout.Euclid:
		tenths := scale
		if scale == 0 {
			tenths = 10
		}
		// In twentieths, to see which tenth is nearest; a root that is a whole odd number of them lies in the middle of two.
		squared := value * tenths * tenths
		root := layout.Root(squared)
		if root*root == squared && root%2 == 1 {
			return Number{}, false
		}
		n = Number{Value: (root + 1) / 2, Decimals: 1}
	default:
		n = Number{Value: value * 5, Decimals: 1}
		if scale > 0 {
			n = Number{Value: value * scale * 5, Decimals: 2}
		}
		n = trimmed(n)
	}
	if scale > 0 {
		n.Unit = metres
	}
	return n, true
}

// metres is the unit of distances with a scale.
const metres = "m"

// solve returns the answer; ok is false where there is none.
func (q *Distance) solve() (n Number, ok bool) {
	if q.From == q.To {
		return Number{}, false
	}
	a, b := q.shape(q.From), q.shape(q.To)
	n, ok = q.between(&a, &b)
	return n, ok && n.Value > 0
}

// Answer returns the distance, a Number.
func (q Distance) Answer() Answer {
	n, _ := q.solve()
	return n
}

// Difficulty counts the cells to look at, the sides to compare, and the operations.
func (q Distance) Difficulty() int {
	if q.Map == nil {
		return 1
	}
	steps := 4 + (q.Map.Rows+q.Map.Cols)/4 + [layout.Metrics]int{1, 1, 3, 5}[q.Metric%layout.Metric(layout.Metrics)]
	for _, e := range [...]End{q.From, q.To} {
		if s := q.shape(e); len(s.known) > 1 {
			steps += 2
		}
	}
	if q.Scale > 0 {
		steps++
	}
	return steps
}

// Mistakes returns the distance by other metrics, between the other places, without the scale, along one side alone and one off.
func (q Distance) Mistakes() []Answer {
	right, ok := q.solve()
	if !ok {
		return nil
	}
	all := make([]Answer, 0, 8)
	// Roots have one decimal, all else as few as will do: by its decimals an option must not be told from the right one.
	add := func(n Number) {
		if n.Unit = right.Unit; q.Metric != layout.Euclid {
			n = trimmed(n)
		} else if n.Decimals == 0 {
			n.Value, n.Decimals = 10*n.Value, 1
		} else if n.Decimals > 1 {
			return
		}
		if n.Value > 0 && !n.Equal(right) && len(all) < 8 && !slices.ContainsFunc(all, func(a Answer) bool { return a.Equal(n) }) {
			all = append(all, n)
		}
	}
	a, b := q.shape(q.From), q.shape(q.To)
	rows, cols, _ := q.differences(&a, &b)
	for m := range layout.Metric(layout.Metrics) {
		if n, ok := distanceNumber(m, rows, cols, q.Scale); ok && m != q.Metric {
			add(n)
		}
	}
	other := q
	if other.Centres = !q.Centres; len(a.known) > 1 || len(b.known) > 1 {
		if n, ok := other.between(&a, &b); ok {
			add(n)
		}
	}
	if n, ok := distanceNumber(q.Metric, rows, cols, 0); ok && q.Scale > 0 {
		add(n)
	}
	if n, ok := distanceNumber(layout.Manhattan, rows, 0, q.Scale); ok {
		add(n)
	}
	if n, ok := distanceNumber(layout.Manhattan, 0, cols, q.Scale); ok {
		add(n)
	}
	one := 1
	for range right.Decimals {
		one *= 10
	}
	for _, off := range [...]int{one, -one, 2 * one, -2 * one, 3 * one} {
		add(Number{Value: right.Value + off, Decimals: right.Decimals})
	}
	return all
}

// Verify grades a number, with or without its unit. It must be right to the last decimal that is asked for.
func (q Distance) Verify(response string) Verdict {
	right, ok := q.solve()
	if !ok {
		return Verdict{Reason: "nothing was asked"}
	}
	after := []string{"cells", "cell", "steps", "step"}
	if right.Unit == metres {
		after = []string{"metres", "meters", "metre", "meter"}
	} else if q.Metric == layout.SquaredEuclid {
		after = append(after, "square cells", "squared cells")
	}
	from, to := string(q.From.append(nil)), string(q.To.append(nil))
	var leads []string
	for _, distance := range [...]string{"the distance", fmt.Sprintf("the %v distance", q.Metric)} {
		for _, between := range [...]string{"", " between " + from + " and " + to, " from " + from + " to " + to} {
			leads = append(leads, distance+between+" is ")
		}
	}
	if q.Metric == layout.Euclid { // it is rounded
		exact := append(leads, "")
		leads = nil
		for _, about := range [...]string{"≈ ", "≈", "approximately ", "about "} {
			for _, lead := range exact {
				leads = append(leads, lead+about)
			}
		}
		leads = append(leads, exact[:len(exact)-1]...)
	}
	given, err := readNumberSaid(response, right.Unit, leads, after...)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(right), right)
}

// Turn asks the same of the map moved.
func (q Distance) Turn(s layout.Symmetry) (Instance, bool) {
	if _, ok := q.solve(); !ok {
		return nil, false
	}
	q.From.Cell, q.To.Cell = s.Cell(q.From.Cell, q.Map.Rows, q.Map.Cols), s.Cell(q.To.Cell, q.Map.Rows, q.Map.Cols)
	q.chart = q.turned(s)
	if q.From.Thing != "" {
		q.From.Cell = layout.Cell{}
	}
	if q.To.Thing != "" {
		q.To.Cell = layout.Cell{}
	}
	return q, true
}

// Contrast asks for the distance the other way round, which is the same.
func (q Distance) Contrast() (Instance, bool) {
	q.From, q.To = q.To, q.From
	_, ok := q.solve()
	return q, ok
}

// Without asks the same with a cell hidden.
func (q Distance) Without(piece int) (Instance, error) {
	was, ok := q.solve()
	c, err := q.without(q.Family(), piece)
	if err != nil {
		return nil, err
	}
	q.chart = c
	if n, known := q.solve(); !ok || !known || n != was {
		return nil, unsuitable(q.Family(), fmt.Sprintf("cell %d is needed", piece))
	}
	return q, nil
}
