package layout

import (
	"errors"
	"fmt"
	"iter"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// Layouts returns the different layouts that satisfy the facts, at most limit of them. On an axis on which the grid has a
// size, layouts differ when an object has another coordinate; on one without end, when two objects have another order, and
// the layout given is then the one with the least coordinates. So in a bounded grid it gives every placement, and in a
// world without end one layout for every set of relations between all pairs. The slice belongs to the iterator until the
// next step. While it runs the network may be asked, but nothing may be added to it.
//
// It costs O(n³) a layout at most where objects may share a cell; elsewhere it may come upon dead ends, and when it has
// looked for a next layout for half a second or so it ends, and [Network.GaveUp] reports it.
func (net *Network) Layouts(limit int) iter.Seq[[]Cell] {
	return func(yield func([]Cell) bool) {
		net.search.cut = false
		if limit < 1 {
			return
		}
		e := newEnumerator(net)
		cells := make([]Cell, net.n)
		left := limit
		e.each(func() bool {
			e.read(cells)
			left--
			return yield(cells) && left > 0
		})
		net.search.cut = e.gaveUp()
	}
}

// CountLayouts returns how many layouts [Network.Layouts] gives, up to limit; exact is false when there are more, or when
// [Network.GaveUp]. Where objects may share a cell it counts each axis by itself, at the cost of both counts and not of
// their product.
func (net *Network) CountLayouts(limit int) (n int, exact bool) {
	net.search.cut = false
	limit = max(limit, 0)
	e := newEnumerator(net)
	if !net.world.Sharing {
		e.each(func() bool { n++; return n <= limit })
	} else {
		n = 1
		for axis := range axes {
			lines := 0
			e.axis(axis, func() bool { lines++; e.found(); return lines <= limit })
			if lines > 0 && n > limit/lines {
				n = limit + 1
			} else {
				n *= lines
			}
		}
	}
	net.search.cut = e.gaveUp()
	return min(n, limit), n <= limit && !e.gaveUp()
}

// ErrManyLayouts is wrapped by the error of [Network.RandomLayout] when there are more layouts than it may count.
var ErrManyLayouts = errors.New("too many layouts")

// RandomLayout appends one of the layouts that [Network.Layouts] gives, each equally likely. It counts them first, each
// axis by itself where objects may share a cell, and where not, and they are more than limit, it draws both axes until no
// two objects share one. It returns an error wrapping [ErrManyLayouts] when there are more than limit to count on an axis,
// or too few of those drawn are layouts.
func (net *Network) RandomLayout(dst []Cell, src seed.Source, limit int) ([]Cell, error) {
	cells := make([]Cell, net.n)
	if !net.world.Sharing {
		if n, exact := net.CountLayouts(limit); exact && n > 0 {
			k := src.Intn(n)
			e := newEnumerator(net)
			e.each(func() bool {
				e.read(cells)
				k--
				return k >= 0
			})
			return append(dst, cells...), nil
		}
	}
	net.search.cut = false
	e := newEnumerator(net)
	var lines [axes][]int32 // coordinates of all objects, one layout of an axis after the other
	var count [axes]int
	for axis := range lines {
		e.axis(axis, func() bool {
			lines[axis] = append(lines[axis], e.line[axis]...)
			count[axis]++
			e.found()
			return count[axis] <= limit
		})
		if count[axis] > limit || count[axis] == 0 || e.gaveUp() {
			net.search.cut = e.gaveUp()
			return dst, fmt.Errorf("layout: choosing a layout at random, at most %d to count: %w", limit, ErrManyLayouts)
		}
	}
	const tries = 1 << 12
	for range tries {
		for axis, all := range lines {
			k := src.Intn(count[axis]) * net.n
			copy(e.line[axis], all[k:k+net.n])
		}
		e.read(cells)
		if _, _, shared := sharing(cells); !shared || net.world.Sharing {
			return append(dst, cells...), nil
		}
	}
	return dst, fmt.Errorf("layout: choosing a layout at random, none of %d drawn had every object alone in its cell: %w", tries, ErrManyLayouts)
}

// enumerator goes through layouts, axis by axis.
type enumerator struct {
	s        searcher
	cornered []bool
	line     [axes][]int32 // the layout of each axis
	apart    bool          // on the axis under way: objects in one row must be in different columns
}

func newEnumerator(net *Network) *enumerator {
	e := new(enumerator)
	e.found()
	e.s.load(net, false)
	e.cornered = make([]bool, net.n)
	for _, i := range e.s.corners {
		e.cornered[i] = true
	}
	for axis := range e.line {
		e.line[axis] = make([]int32, net.n)
	}
	return e
}

// found lets the search for the next layout begin.
func (e *enumerator) found() { e.s.work = mostWhole }

func (e *enumerator) gaveUp() bool { return e.s.work < 0 }

func (e *enumerator) read(cells []Cell) {
	for i := range cells {
		cells[i] = Cell{Row: int(e.line[rowAxis][i]), Col: int(e.line[colAxis][i])}
	}
}

// each calls yield for every layout, until it returns false.
func (e *enumerator) each(yield func() bool) {
	e.axis(rowAxis, func() bool {
		e.apart = !e.s.sharing
		ok := e.axis(colAxis, func() bool {
			e.found()
			return yield()
		})
		e.apart = false
		return ok
	})
}

// axis calls yield for every layout of one axis, and reports whether it went through them all.
func (e *enumerator) axis(axis int, yield func() bool) bool {
	mark := len(e.s.trail)
	defer e.s.undo(mark)
	if e.s.sides[axis] > 0 {
		return e.place(axis, 0, yield)
	}
	return e.order(axis, 0, 1, yield)
}

// place gives object i, and all after it, every coordinate of a grid with a size.
func (e *enumerator) place(axis, i int, yield func() bool) bool {
	s := &e.s
	if i == s.n {
		return yield()
	}
	lo, hi := s.span(axis, i)
	mark := len(s.trail)
	for x := lo; x <= hi; x++ {
		if s.work--; e.gaveUp() {
			return false
		}
		if e.cornered[i] && x != 0 && int(x) != s.sides[axis]-1 || !e.hasRoom(axis, i, x) {
			continue
		}
		e.line[axis][i] = x
		first := s.n
		if s.bound(axis, i, first, x) && s.bound(axis, first, i, -x) && !e.place(axis, i+1, yield) {
			return false
		}
		s.undo(mark)
	}
	return true
}

// hasRoom reports whether object i can be at x, given where those before it are.
func (e *enumerator) hasRoom(axis, i int, x int32) bool {
	if e.s.sharing {
		return true
	}
	e.s.work -= i
	level := 1
	for j, at := range e.line[axis][:i] {
		if at != x {
			continue
		}
		level++
		if e.apart && e.line[rowAxis][i] == e.line[rowAxis][j] {
			return false
		}
	}
	side := e.s.sides[1-axis]
	return side == 0 || level <= side
}

// order decides the order of objects i and j, and of all pairs after them, in every way.
func (e *enumerator) order(axis, i, j int, yield func() bool) bool {
	s := &e.s
	if j >= s.n {
		i, j = i+1, i+2
	}
	if j >= s.n {
		return e.finish(axis, yield)
	}
	if s.work--; e.gaveUp() {
		return false
	}
	m := &s.m[axis]
	apart := e.apart && e.line[rowAxis][i] == e.line[rowAxis][j]
	if m.known(i, j) {
		return apart && m.equal(i, j) || e.order(axis, i, j+1, yield)
	}
	mark := len(s.trail)
	for sign := int32(-1); sign <= 1; sign++ {
		if sign == 0 && apart {
			continue
		}
		up, back := sign, -sign
		if sign > 0 {
			up = Unbounded
		} else if sign < 0 {
			back = Unbounded
		}
		if s.bound(axis, i, j, up) && s.bound(axis, j, i, back) && e.pushAside(axis) && !e.order(axis, i, j+1, yield) {
			return false
		}
		s.undo(mark)
	}
	return true
}

// pushAside moves the objects in a corner to the one side of the axis that they can be at, or finds one that can be at
// neither.
func (e *enumerator) pushAside(axis int) bool {
	for _, i := range e.s.corners {
		if !e.s.pushAside(axis, i) {
			return false
		}
	}
	return true
}

// finish puts those objects that are in a corner at one side of the axis, in some way that can be, and yields once.
func (e *enumerator) finish(axis int, yield func() bool) bool {
	s := &e.s
	if !e.corner(axis, 0) {
		return true
	}
	s.settleAxis(axis)
	copy(e.line[axis], s.at[axis])
	return yield()
}

// corner puts the cornered objects from k on at a side.
func (e *enumerator) corner(axis, k int) bool {
	s := &e.s
	if k == len(s.corners) {
		return true
	}
	i, first, last, mark := s.corners[k], s.n, s.n+1, len(s.trail)
	if s.bound(axis, i, first, 0) && e.corner(axis, k+1) {
		return true
	}
	s.undo(mark)
	return s.bound(axis, last, i, 0) && e.corner(axis, k+1)
}
