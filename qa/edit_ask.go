package qa

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// draw draws what is asked about the map after the question's actions; false where nothing can be.
func (e *Edit) draw(after *layout.Map, src seed.Source) bool {
	// One at a time until one can be asked, so that rare ones are as likely as they can be.
	asks := [editAsks]EditAsks{Redraw, WhereNow, WhatIsThere, CloserNow, NearestNow, FacingNow}
	seed.Shuffle(src, asks[:])
	for _, e.Asks = range asks {
		if e.drawParameters(after, src) && e.answered() {
			return true
		}
	}
	return false
}

// touched reports whether an action is about a thing.
func (e *Edit) touched(name string) bool {
	return slices.ContainsFunc(e.Actions, func(a layout.Action) bool { return a.Thing == name || a.Deed == layout.Swap && a.Other == name })
}

// drawParameters draws what the question is about, so that its answers are as frequent as each other.
func (e *Edit) drawParameters(after *layout.Map, src seed.Source) bool {
	all := make([]int, len(after.Things)) // numbers of things
	for i := range all {
		all[i] = i
	}
	was := func(i int) layout.Cell { return e.Map.Things[e.Map.ThingNamed(after.Things[i].Name)].At() }
	moved := func(i *int) bool { return was(*i) != after.Things[*i].At() }
	switch e.Asks {
	case Redraw:
		return slices.ContainsFunc(all, func(i int) bool { return moved(&i) }) || len(all) < len(e.Map.Things)
	case WhereNow:
		// Mostly of what an action is about, where it moved or not.
		if src.Intn(6) > 0 {
			all = prefer(all, func(i *int) bool { return e.touched(after.Things[*i].Name) })
		}
		if len(all) == 0 {
			return false
		}
		e.Thing = after.Things[all[src.Intn(len(all))]].Name
	case WhatIsThere:
		return e.drawCell(after, all, moved, src)
	case CloserNow:
		type pair struct{ a, b, class int }
		pairs := make([]pair, 0, len(all)*(len(all)-1))
		for _, a := range all {
			for _, b := range all {
				if a != b && (e.touched(after.Things[a].Name) || e.touched(after.Things[b].Name)) {
					d := editSteps(after.Things[a].At(), after.Things[b].At()) - editSteps(was(a), was(b))
					pairs = append(pairs, pair{a, b, 1 + editSign(d)})
				}
			}
		}
		// The class that the next draw asks for may be missing; it is drawn among all three, so that none is the more frequent.
		class := src.Intn(3)
		pairs = keep(pairs, func(p *pair) bool { return p.class == class })
		if len(pairs) == 0 {
			return false
		}
		p := pairs[src.Intn(len(pairs))]
		e.Thing, e.Other = after.Things[p.a].Name, after.Things[p.b].Name
	case NearestNow:
		e.Farthest = src.Intn(2) == 0
		type centre struct {
			i, changed int
		}
		var centres []centre
		before := *e
		for _, i := range all {
			before.Thing, e.Thing = after.Things[i].Name, after.Things[i].Name
			now, err := e.solve(after)
			if err != nil {
				continue
			}
			changed := 1
			if then, err := before.solve(e.Map); err == nil && then.Equal(now) {
				changed = 0
			}
			centres = append(centres, centre{i, changed})
		}
		// Where all are as before, something else is asked mostly: else that would be the answer to more than half of the questions.
		if !slices.ContainsFunc(centres, func(c centre) bool { return c.changed > 0 }) && src.Intn(4) > 0 {
			return false
		}
		centres = narrow(src, centres, func(c *centre) int { return c.changed })
		if len(centres) == 0 {
			return false
		}
		e.Thing = after.Things[centres[src.Intn(len(centres))].i].Name
	case FacingNow:
		all = keep(all, func(i *int) bool {
			return after.Things[*i].Facing.Straight() && slices.ContainsFunc(e.Actions, func(a layout.Action) bool {
				return a.Deed == layout.Swing && a.Thing == after.Things[*i].Name
			})
		})
		if len(all) == 0 {
			return false
		}
		e.Thing = after.Things[all[src.Intn(len(all))]].Name
	}
	return true
}

// drawCell draws a cell, one on which nothing stands as often as one on which something does.
func (e *Edit) drawCell(after *layout.Map, all []int, moved func(*int) bool, src seed.Source) bool {
	if src.Intn(2) == 0 {
		if src.Intn(4) > 0 {
			all = prefer(all, moved)
		}
		if len(all) > 0 {
			e.Cell = after.Things[all[src.Intn(len(all))]].At()
		}
		return len(all) > 0
	}
	// Free cells from which a thing went away, or else any.
	free := make([]layout.Cell, 0, len(after.Ground))
	for i := range e.Map.Things {
		if c := e.Map.Things[i].At(); after.Free(c) {
			free = append(free, c)
		}
	}
	if len(free) == 0 || src.Intn(4) == 0 {
		free = after.Scatter(free[:0], 1, src)
	}
	if len(free) == 0 {
		return false
	}
	e.Cell = free[src.Intn(len(free))]
	return true
}

// Mistakes returns answers as of other actions: none, all but the last, all but the first, and in the reverse order; and then
// others of the kind.
func (e Edit) Mistakes() []Answer {
	right := e.Answer()
	if right.Equal(Word("")) {
		return nil
	}
	var all []Answer
	add := func(a Answer) {
		if !a.Equal(right) && !slices.ContainsFunc(all, a.Equal) {
			all = append(all, a)
		}
	}
	other := e
	other.Backwards = !e.Backwards
	for _, try := range []struct {
		e       Edit
		leftOut int
	}{{Edit{Map: e.Map}, -1}, {e, len(e.Actions) - 1}, {e, 0}, {other, -1}} {
		m, err := try.e.after(try.leftOut)
		if err != nil {
			continue
		}
		if a, err := e.solve(m); err == nil {
			add(a)
		}
	}
	switch e.Asks {
	case WhereNow:
		at := right.(Place).Cell
		for _, c := range []layout.Cell{{Row: at.Col, Col: at.Row}, {Row: at.Row, Col: at.Col + 1}, {Row: at.Row - 1, Col: at.Col},
			{Row: at.Row, Col: at.Col - 1}, {Row: at.Row + 1, Col: at.Col}} {
			if e.Map.Has(c) {
				add(Place{c})
			}
		}
	case WhatIsThere, CloserNow, NearestNow, FacingNow:
		for _, o := range e.options() {
			add(Word(o.word))
		}
	}
	return all
}
