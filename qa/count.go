package qa

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// CountFamily asks how many things of a kind are somewhere on a map, and in which row or column the most are. Counts from 0 up to the highest
// are equally frequent, as far as maps have them. Every condition leaves something out, and none is asked where nothing could be: of several, something
// or other on the map meets all.
type CountFamily struct {
	Scenery    Scenery // the zero Scenery stands for that of level 1
	Most       int     // the highest count, 1 to 20; 0 stands for 4
	Conditions int     // how many conditions there may be beside the kind, 1 or 2; 0 stands for 1
	Fullest    int     // how many of eight questions ask for the row or column that holds the most, 0 to 8
	Phrasing   Phrasing
}

var countLevels = [Levels]CountFamily{
	{Scenery: Scenery{Rows: 5, Cols: 6, Things: 2, Kinds: 2, Each: 4}, Most: 4, Conditions: 1},
	{Scenery: Scenery{Rows: 7, Cols: 8, Things: 3, Kinds: 3, Each: 6}, Most: 6, Conditions: 1, Fullest: 1},
	{Scenery: Scenery{Rows: 9, Cols: 10, Things: 4, Extended: 2, Kinds: 3, Each: 9, Rooms: 3}, Most: 8, Conditions: 2, Fullest: 2},
	{Scenery: Scenery{Rows: 12, Cols: 12, Things: 5, Extended: 4, Kinds: 4, Each: 12, Rooms: 4}, Most: 10, Conditions: 2, Fullest: 2},
}

// Name returns "count".
func (CountFamily) Name() string { return "count" }

// Summary describes the family in one line.
func (CountFamily) Summary() string {
	return "how many things of a kind are in a part of a map or somewhere relative to a thing, and in which row or column the most are"
}

// Group returns Read.
func (CountFamily) Group() Group { return Read }

// Validate reports a knob out of range.
func (f CountFamily) Validate() error {
	switch {
	case f.Most < 0 || f.Most > 20:
		return fmt.Errorf("qa: count: up to %d; 1 to 20 are allowed, or 0 for 4", f.Most)
	case f.Conditions < 0 || f.Conditions > 2:
		return fmt.Errorf("qa: count: %d conditions; 1 or 2 are allowed, or 0 for 1", f.Conditions)
	case f.Fullest < 0 || f.Fullest > 8:
		return fmt.Errorf("qa: count: %d of 8 ask for the fullest; 0 to 8 are allowed", f.Fullest)
	}
	return errors.Join(f.Scenery.validate(f.Name(), countLevels[0].Scenery), f.Phrasing.validate(f.Name()))
}

// At returns the family with the knobs of a level.
func (f CountFamily) At(level int) Family {
	phrasing := f.Phrasing
	f = countLevels[clampLevel(level)-1]
	f.Phrasing = phrasing
	return f
}

// WithPhrasing returns the family with another phrasing.
func (f CountFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// Sample draws a map.
func (f CountFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	return Subject{Map: f.Scenery.or(countLevels[0].Scenery).furnish(src)}, nil
}

// Ask draws whether something is counted or the fullest line is asked for, then the answer, then a question that has it.
func (f CountFamily) Ask(s Subject, src seed.Source) (Question, error) {
	c, err := charted(f, s)
	if err != nil {
		return nil, err
	}
	q := Count{chart: c, Phrasing: f.Phrasing}
	fullest := src.Intn(8) < f.Fullest
	for range 2 {
		if fullest && q.drawFullest(src) || !fullest && q.drawCount(f, src) {
			return q, gradable(q)
		}
		fullest = !fullest
	}
	return nil, unsuitable(f.Name(), "nothing on the map can be counted so that something is left out")
}

// kinds returns the kinds on the map, and "" for things of every kind last.
func (c *chart) kinds() (all []string) {
	for i := range c.Map.Things {
		if kind := c.Map.Things[i].Kind; kind != "" && !slices.Contains(all, kind) {
			all = append(all, kind)
		}
	}
	return append(all, "")
}

// of returns the set of things of a kind; "" stands for all.
func (c *chart) of(kind string) (set uint64) {
	for i := range c.Map.Things {
		if kind == "" || c.Map.Things[i].Kind == kind {
			set |= 1 << i
		}
	}
	return set
}

// sieves draws some sieves that have a meaning on the map, and what they keep.
func (c *chart) sieves(src seed.Source) (all []Sieve, kept []sieved) {
	const mostOf = 2 // things to draw conditions about
	m := c.Map
	all = make([]Sieve, 0, 64)
	for by, size := range [...]int{m.Rows, m.Cols} {
		for range 2 {
			if size > 1 {
				first := src.Intn(size)
				all = append(all, Sieve{By: Sifting(by), First: first, Last: min(first+src.Intn(max(size/2, 1)), size-1)})
			}
		}
		if size > 2 {
			all = append(all, Sieve{By: Sifting(by), First: 0, Last: size - 2 - src.Intn(size/2)}, Sieve{By: Sifting(by), First: 1 + src.Intn(size/2), Last: size - 1})
		}
	}
	for i := range m.Rooms {
		all = append(all, Sieve{By: InRoom, Of: m.Rooms[i].Name})
	}
	names := c.names()
	seed.Shuffle(src, names)
	for _, name := range names[:min(len(names), mostOf)] {
		for _, side := range [...]layout.Cardinal{layout.N, layout.E, layout.S, layout.W} {
			all = append(all, Sieve{By: Toward, Of: name, Side: side})
		}
		for by := InRowOf; by < siftings; by++ {
			all = append(all, Sieve{By: by, Of: name})
		}
	}
	floors := c.floors()
	kept = make([]sieved, 0, len(all))
	all = keep(all, func(s *Sieve) bool {
		k, ok := c.sift(*s, floors)
		if ok {
			kept = append(kept, k)
		}
		return ok
	})
	return all, kept
}

// drawCount draws the count, then whether there is one condition or several and of what sort.
func (q *Count) drawCount(f CountFamily, src seed.Source) bool {
	q.Counts = CountThings
	sieves, kept := q.sieves(src)
	kinds := q.kinds()
	type item struct{ kind, a, b, count int16 } // a and b are sieves, -1: none
	items := make([]item, 0, 512)
	sets, every := make([]uint64, len(kinds)), q.of("")
	for i, kind := range kinds {
		sets[i] = q.of(kind)
	}
	add := func(kind, a, b int) {
		set := sets[kind]
		var by [2]sieved
		n := 0
		for _, k := range [...]int{a, b} {
			if k >= 0 {
				by[n], n = kept[k], n+1
			}
		}
		if count, ok := tallied(&q.chart, set, by[:n]); ok && telling(kinds[kind], set, every, by[:n]) && count <= max(f.Most, 1) {
			items = append(items, item{int16(kind), int16(a), int16(b), int16(count)})
		}
	}
	if f.Most == 0 {
		f.Most = 4
	}
	two := f.Conditions > 1 && len(sieves) > 1 && src.Intn(2) == 0
	for kind := range kinds {
		if !two {
			add(kind, -1, -1)
			for a := range sieves {
				add(kind, a, -1)
			}
			continue
		}
		for range 48 {
			a, b := src.Intn(len(sieves)), src.Intn(len(sieves)-1)
			if b >= a {
				b++
			}
			// Two conditions of one sort would say the same, or little more than one.
			if x, y := sieves[a], sieves[b]; x.By != y.By && !(x.By >= Beside && y.By >= Beside) {
				add(kind, a, b)
			}
		}
	}
	items = narrow(src, items, func(it *item) int { return int(it.count) })
	items = narrow(src, items, func(it *item) int {
		switch {
		case it.a < 0:
			return 0
		case it.b >= 0:
			return 1
		}
		return 2 + int(sieves[it.a].By)
	})
	if len(items) == 0 {
		return false
	}
	it := items[src.Intn(len(items))]
	q.What, q.Sieves = kinds[it.kind], nil
	for _, k := range [...]int16{it.a, it.b} {
		if k >= 0 {
			q.Sieves = append(q.Sieves, sieves[k])
		}
	}
	return true
}

// tallied returns how many of a set all sieves keep; ok is false where that is not known.
func tallied(c *chart, set uint64, kept []sieved) (count int, ok bool) {
	in, may := set, set
	for _, k := range kept {
		in &= k.in
		may &= k.in | k.open
	}
	if in != may {
		return 0, false
	}
	// Another one may stand on a hidden cell that no sieve keeps out.
	if c.hides() {
		for i, g := range c.Map.Ground {
			at := c.Map.Cell(i)
			if g == layout.Hidden && !slices.ContainsFunc(kept, func(k sieved) bool { return !slices.Contains(k.cells, at) }) {
				return 0, false
			}
		}
	}
	return bits.OnesCount64(in), true
}

// telling reports whether the kind and every condition leave something out, and something or other meets all of several conditions.
func telling(kind string, set, all uint64, kept []sieved) bool {
	if set == 0 || len(kept) == 0 && (kind == "" || set == all) {
		return false
	}
	for i := range kept {
		if all &= kept[i].in; len(kept) > 1 && all == 0 {
			return false
		}
		with, without := set, set
		for k := range kept {
			with &= kept[k].in
			if k != i {
				without &= kept[k].in
			}
		}
		if with == without {
			return false
		}
	}
	return true
}

// drawFullest draws the row or the column, then a kind of which it alone holds the most.
func (q *Count) drawFullest(src seed.Source) bool {
	type item struct {
		counts Counting
		kind   string
		line   int
	}
	var items []item
	for _, counts := range [...]Counting{FullestRow, FullestColumn} {
		for _, kind := range q.kinds() {
			q.Counts, q.What = counts, kind
			if line, n, ok := q.fullest(); ok && n > 1 {
				items = append(items, item{counts, kind, line})
			}
		}
	}
	items = narrow(src, items, func(it *item) int { return it.line })
	if len(items) == 0 {
		return false
	}
	it := items[src.Intn(len(items))]
	q.Counts, q.What, q.Sieves = it.counts, it.kind, nil
	return true
}
