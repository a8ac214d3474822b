package qa

import (
	"errors"
	"slices"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// Locating is what a question about one place asks. The zero value is WhatIsAt.
type Locating uint8

// What is asked.
const (
	WhatIsAt     Locating = iota // what stands on a cell, "empty" where nothing does
	WhereIs                      // on which cell a thing stands, "nowhere" where it is not on the map
	WhichRoom                    // in which room a thing is, "none" where in none
	WhichQuarter                 // in which quarter of the map a thing is
	WhichBand                    // in which third of the rows a thing is
	WhichStrip                   // in which third of the columns a thing is
	locatings
)

// LocateFamily asks what stands where on a map. Of questions for a cell half are about cells on which a thing stands; of those for a thing
// a quarter is about one that is not on the map.
type LocateFamily struct {
	Scenery  Scenery // the zero Scenery stands for that of level 1
	Phrasing Phrasing
}

var locateLevels = [Levels]Scenery{
	{Rows: 5, Cols: 6, Things: 5},
	{Rows: 7, Cols: 8, Things: 7, Kinds: 1, Each: 3},
	{Rows: 9, Cols: 10, Things: 9, Extended: 2, Kinds: 2, Each: 3, Rooms: 2},
	{Rows: 12, Cols: 12, Things: 11, Extended: 4, Kinds: 3, Each: 4, Rooms: 4},
}

// Name returns "locate".
func (LocateFamily) Name() string { return "locate" }

// Summary describes the family in one line.
func (LocateFamily) Summary() string {
	return "what is on a cell of a map, and on which cell, in which room, quarter or third a thing is"
}

// Group returns Read.
func (LocateFamily) Group() Group { return Read }

// Validate reports a knob out of range.
func (f LocateFamily) Validate() error {
	return errors.Join(f.Scenery.validate(f.Name(), locateLevels[0]), f.Phrasing.validate(f.Name()))
}

// At returns the family with the maps of a level.
func (f LocateFamily) At(level int) Family {
	f.Scenery = locateLevels[clampLevel(level)-1]
	return f
}

// WithPhrasing returns the family with another phrasing.
func (f LocateFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// Sample draws a map.
func (f LocateFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	return Subject{Map: f.Scenery.or(locateLevels[0]).furnish(src)}, nil
}

// Ask draws what is asked, then the answer or its class, then a question with it.
func (f LocateFamily) Ask(s Subject, src seed.Source) (Question, error) {
	c, err := charted(f, s)
	if err != nil {
		return nil, err
	}
	kinds := make([]Locating, 0, 8)
	for k := range locatings {
		kinds = append(kinds, k)
	}
	seed.Shuffle(src, kinds)
	// Cells and things are asked for twice as often as each of the rest, of which small maps have none.
	if src.Intn(2) == 0 {
		first := slices.Index(kinds, Locating(src.Intn(2)))
		kinds[0], kinds[first] = kinds[first], kinds[0]
	}
	for _, kind := range kinds {
		q := Locate{chart: c, Asks: kind, Phrasing: f.Phrasing}
		ok := false
		switch kind {
		case WhatIsAt:
			ok = q.drawCell(src)
		case WhereIs:
			ok = q.drawThing(src)
		default:
			ok = q.drawPart(src)
		}
		if ok {
			return q, gradable(q)
		}
	}
	return nil, unsuitable(f.Name(), "nothing on the map can be asked for")
}

// drawCell draws a cell: half have a thing on them, as far as there are such.
func (q *Locate) drawCell(src seed.Source) bool {
	m := q.Map
	type item struct{ cell, class int }
	items := make([]item, 0, len(m.Ground))
	stands := make([]bool, len(m.Ground))
	for i := range m.Things {
		for _, at := range m.Things[i].Cells {
			stands[m.Index(at)] = true
		}
	}
	for i, g := range m.Ground {
		switch {
		case stands[i]:
			items = append(items, item{i, 0})
		case g == layout.Floor:
			items = append(items, item{i, 1})
		case g != layout.Hidden:
			items = append(items, item{i, 2})
		}
	}
	items = narrow(src, items, func(it *item) int { return it.class })
	if len(items) == 0 {
		return false
	}
	q.At = m.Cell(items[src.Intn(len(items))].cell)
	return true
}

// drawThing draws a thing with a name, or a name that nothing on the map has.
func (q *Locate) drawThing(src seed.Source) bool {
	names := q.names()
	if len(names) == 0 {
		return false
	}
	q.Thing = names[src.Intn(len(names))]
	if src.Intn(4) > 0 || q.hides() {
		return true
	}
	var absent []string
	if len(q.Thing) == 1 {
		var used [256]bool
		for i := range q.Map.Things {
			used[q.Map.Things[i].Mark] = true
		}
		for c := 'A'; c <= 'Z'; c++ {
			if !used[c] {
				absent = append(absent, string(c))
			}
		}
	} else {
		themes := describe.Themes()
		for i := range themes {
			if slices.Contains(themes[i].Things, q.Thing) {
				for _, name := range themes[i].Things {
					if q.thing(name) == nil {
						absent = append(absent, name)
					}
				}
			}
		}
	}
	if len(absent) > 0 {
		q.Thing = absent[src.Intn(len(absent))]
	}
	return true
}

// drawPart draws a part of the map that things are in, then one of those.
func (q *Locate) drawPart(src seed.Source) bool {
	type item struct {
		name string
		key  int
	}
	var keys []string
	items := make([]item, 0, len(q.Map.Things))
	var floors []int8
	if q.Asks == WhichRoom {
		floors = q.floors()
	}
	for _, name := range q.names() {
		q.Thing = name
		part, ok := q.part(floors)
		if !ok {
			continue
		}
		key := slices.Index(keys, part)
		if key < 0 {
			key = len(keys)
			keys = append(keys, part)
		}
		if key < 64 {
			items = append(items, item{name, key})
		}
	}
	items = narrow(src, items, func(it *item) int { return it.key })
	if len(items) == 0 {
		return false
	}
	q.Thing = items[src.Intn(len(items))].name
	return true
}
