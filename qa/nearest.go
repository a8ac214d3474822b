package qa

import (
	"errors"
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// NearestFamily asks which of some things is the nearest to another one, or the farthest from it, or for all of them by their distance. No two
// distances that decide are the same.
type NearestFamily struct {
	Scenery Scenery // the zero Scenery stands for that of level 1
	// Candidates is how many things there are to choose from, 2 to 8; 0 stands for 3. There are fewer where the map has not so many.
	Candidates int
	// Metrics is from how many metrics is drawn, 1 to 4, in the order of layout.Metric; 0 stands for 1.
	Metrics int
	// Margin is by how much the best distance differs from the next, at least, 1 to 4, in cells, or square cells for Euclidean distances; 0 stands
	// for 2. Where an order is asked for it is 1.
	Margin int
	// Ordered is how many of four questions ask for the order, 0 to 4.
	Ordered  int
	Phrasing Phrasing
}

var nearestLevels = [Levels]NearestFamily{
	{Scenery: Scenery{Rows: 5, Cols: 6, Things: 4}, Candidates: 3, Metrics: 1, Margin: 2},
	{Scenery: Scenery{Rows: 7, Cols: 8, Things: 6}, Candidates: 4, Metrics: 2, Margin: 1, Ordered: 1},
	{Scenery: Scenery{Rows: 9, Cols: 10, Things: 8, Extended: 3, Kinds: 1, Each: 4}, Candidates: 5, Metrics: 4, Margin: 1, Ordered: 1},
	{Scenery: Scenery{Rows: 12, Cols: 12, Things: 11, Extended: 6, Kinds: 2, Each: 4}, Candidates: 7, Metrics: 4, Margin: 1, Ordered: 1},
}

// Name returns "nearest".
func (NearestFamily) Name() string { return "nearest" }

// Summary describes the family in one line.
func (NearestFamily) Summary() string {
	return "which thing on a map is nearest to another, or farthest from it, and things in the order of their distance"
}

// Group returns Read.
func (NearestFamily) Group() Group { return Read }

// Validate reports a knob out of range.
func (f NearestFamily) Validate() error {
	switch {
	case f.Candidates != 0 && (f.Candidates < 2 || f.Candidates > 8):
		return fmt.Errorf("qa: nearest: %d candidates; 2 to 8 are allowed, or 0 for 3", f.Candidates)
	case f.Metrics < 0 || f.Metrics > layout.Metrics:
		return fmt.Errorf("qa: nearest: %d metrics; 1 to %d are allowed, or 0 for 1", f.Metrics, layout.Metrics)
	case f.Margin < 0 || f.Margin > 4:
		return fmt.Errorf("qa: nearest: a margin of %d; 1 to 4 are allowed, or 0 for 2", f.Margin)
	case f.Ordered < 0 || f.Ordered > 4:
		return fmt.Errorf("qa: nearest: %d of 4 ask for the order; 0 to 4 are allowed", f.Ordered)
	}
	return errors.Join(f.Scenery.validate(f.Name(), nearestLevels[0].Scenery), f.Phrasing.validate(f.Name()))
}

// At returns the family with the knobs of a level.
func (f NearestFamily) At(level int) Family {
	phrasing := f.Phrasing
	f = nearestLevels[clampLevel(level)-1]
	f.Phrasing = phrasing
	return f
}

// WithPhrasing returns the family with another phrasing.
func (f NearestFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// Sample draws a map.
func (f NearestFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	return Subject{Map: f.Scenery.or(nearestLevels[0].Scenery).furnish(src)}, nil
}

// Ask draws whether the nearest, the farthest or the order is asked for and by which metric, then the thing to measure from, then the answer, and
// last the things that lie beyond it.
func (f NearestFamily) Ask(s Subject, src seed.Source) (Question, error) {
	c, err := charted(f, s)
	if err != nil {
		return nil, err
	}
	q := Nearest{chart: c, Farthest: src.Intn(2) == 0, Metric: layout.Metric(src.Intn(max(f.Metrics, 1))), Phrasing: f.Phrasing}
	q.Ordered = src.Intn(4) < f.Ordered
	wanted, margin := f.Candidates, f.Margin
	if wanted == 0 {
		wanted = 3
	}
	if margin == 0 {
		margin = 2
	}
	if q.Ordered {
		wanted, margin = min(wanted, 4), 1
	}
	names := c.names()
	seed.Shuffle(src, names)
	// With each thing to measure from there is a choice of that many, or of fewer where there is no other way.
	for k := range 2 * len(names) {
		from, least := names[k%len(names)], 2
		if k < len(names) {
			least = min(wanted, len(names)-1)
		}
		q.From = from
		others := make([]away, 0, len(names))
		for _, name := range names {
			if d, ok := q.away(name); ok && name != from {
				others = append(others, d)
			}
		}
		if q.Ordered {
			q.Of = allApart(others, wanted)
		} else {
			q.Of = q.beaten(others, wanted, margin, src)
		}
		if len(q.Of) < max(least, 2) {
			continue
		}
		seed.Shuffle(src, q.Of)
		q.All = !q.Ordered && len(q.Of) == len(c.Map.Things)-1 && src.Intn(2) == 0
		if _, ok := q.solve(); ok {
			return q, gradable(q)
		}
	}
	return nil, unsuitable(f.Name(), "no thing on the map is alone at its distance from another")
}

// away is how far a thing is: at least, and at most.
type away struct {
	name        string
	least, most int
}

// away returns how far a thing is from that to measure from.
func (q *Nearest) away(name string) (away, bool) {
	i, k := q.Map.ThingNamed(q.From), q.Map.ThingNamed(name)
	if i < 0 || k < 0 || q.Map.Things[i].Kind != "" || q.Map.Things[k].Kind != "" {
		return away{}, false
	}
	a := away{name: name}
	a.most, _, _ = q.Metric.Nearest(q.Map.Things[i].Cells, q.Map.Things[k].Cells)
	if a.least = a.most; q.Extended && q.hides() {
		a.least, _, _ = q.Metric.Nearest(q.chart.most(i), q.chart.most(k))
	}
	return a, true
}

// beyond reports whether b is certain to be farther than a by a margin, or nearer when the farthest is asked for.
func (q *Nearest) beyond(a, b away, margin int) bool {
	if q.Farthest {
		a, b = b, a
	}
	return a.most+margin <= b.least
}

// beaten draws a thing and some that lie beyond it, so that it is the answer; nothing where there are too few. Every thing that can be the answer is
// equally likely to be.
func (q *Nearest) beaten(others []away, wanted, margin int, src seed.Source) []string {
	wanted = min(wanted, len(others))
	behind := func(a away) (n int) {
		for _, b := range others {
			if q.beyond(a, b, margin) {
				n++
			}
		}
		return n
	}
	best := keep(slices.Clone(others), func(a *away) bool { return behind(*a) >= max(wanted-1, 1) })
	if len(best) == 0 {
		// Near each other as they are, fewer have to do.
		best = keep(slices.Clone(others), func(a *away) bool { return behind(*a) >= 1 })
	}
	if len(best) == 0 {
		return nil
	}
	right := best[src.Intn(len(best))]
	of := append(make([]string, 0, wanted), right.name)
	seed.Shuffle(src, others)
	for _, b := range others {
		if len(of) < wanted && q.beyond(right, b, margin) {
			of = append(of, b.name)
		}
	}
	return of
}

// allApart returns some things of which each has a distance of its own.
func allApart(others []away, wanted int) (of []string) {
	var chosen []away
	for _, a := range others {
		apart := func(b away) bool { return a.most >= b.least && b.most >= a.least }
		if len(of) < wanted && !slices.ContainsFunc(chosen, apart) {
			of, chosen = append(of, a.name), append(chosen, a)
		}
	}
	return of
}
