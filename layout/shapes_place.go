package layout

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// Slots divides a box into n boxes with at least one cell between any two of them that belongs to none, and with sides of at least least cells,
// by splitting it again and again where there is room for all. It returns nil where the box has no room for so many; Rows and Cols have
// room for ((Rows+1)/(least+1)) * ((Cols+1)/(least+1)).
func (b Box) Slots(n, least int, src seed.Source) []Box {
	s := splitter{least: max(least, 1), src: src}
	if n < 1 || b.Empty() || s.room(b) < n {
		return nil
	}
	s.boxes = make([]Box, 0, n)
	s.split(b, n)
	return s.boxes
}

// splitter splits boxes by walls one cell thick.
type splitter struct {
	least int // of the sides
	src   seed.Source
	boxes []Box
	walls []Box // by which they were split, one fewer; each ends at older ones
}

// room returns into how many boxes a box can be split.
func (s *splitter) room(b Box) int {
	if b.Rows < s.least || b.Cols < s.least {
		return 0
	}
	return (b.Rows + 1) / (s.least + 1) * ((b.Cols + 1) / (s.least + 1))
}

func (s *splitter) split(b Box, n int) {
	if n <= 1 {
		s.boxes = append(s.boxes, b)
		return
	}
	// Where a wall may be: those after the first b.Rows stand upright.
	fits := make([]int, 0, b.Rows+b.Cols)
	for k := range b.Rows + b.Cols {
		if one, other, _ := cut(b, k); s.room(one) > 0 && s.room(other) > 0 && s.room(one)+s.room(other) >= n {
			fits = append(fits, k)
		}
	}
	one, other, wall := cut(b, fits[s.src.Intn(len(fits))])
	low, high := max(1, n-s.room(other)), min(s.room(one), n-1)
	first := low + s.src.Intn(high-low+1)
	s.walls = append(s.walls, wall)
	s.split(one, first)
	s.split(other, n-first)
}

// cut returns the parts of a box on both sides of wall k, and the wall.
func cut(b Box, k int) (one, other, wall Box) {
	one, other, wall = b, b, b
	if k < b.Rows {
		one.Rows, wall.Row, wall.Rows = k, b.Row+k, 1
		other.Row, other.Rows = b.Row+k+1, b.Rows-k-1
		return one, other, wall
	}
	k -= b.Rows
	one.Cols, wall.Col, wall.Cols = k, b.Col+k, 1
	other.Col, other.Cols = b.Col+k+1, b.Cols-k-1
	return one, other, wall
}

// Sides of two boxes along one axis can relate in eight ways. Of each the boxes' ends, in order, are a row of the ends' numbers.
type sides uint8

const (
	sidesApart  sides = iota // with a gap
	sidesMeet                // end to end
	sidesCross               // each has a part of its own
	sidesAtEnd               // the first inside the other, with one end in common
	sidesInside              // the first inside the other
	sidesAround              // the converses
	sidesAroundAtEnd
	sidesSame
)

// sidePairs lists by relation the ways in which the sides of two boxes can relate, rows and columns.
var sidePairs = func() (all [RCC8s][][2]sides) {
	within := func(s sides) bool { return s == sidesAtEnd || s == sidesInside || s == sidesSame }
	around := func(s sides) bool { return s == sidesAroundAtEnd || s == sidesAround || s == sidesSame }
	for a := sidesApart; a <= sidesSame; a++ {
		for b := sidesApart; b <= sidesSame; b++ {
			r := PO
			switch {
			case a == sidesApart || b == sidesApart:
				r = DC
			case a == sidesMeet || b == sidesMeet:
				r = EC
			case a == sidesSame && b == sidesSame:
				r = SameRegion
			case a == sidesInside && b == sidesInside:
				r = NTPP
			case a == sidesAround && b == sidesAround:
				r = NTPPi
			case within(a) && within(b):
				r = TPP
			case around(a) && around(b):
				r = TPPi
			}
			all[r] = append(all[r], [2]sides{a, b})
		}
	}
	return all
}()

// Related draws two boxes inside the box with a given relation of the first to the second. The box must have three rows and three columns or more
// and the relation be one of the eight; else the boxes are empty. Every way in which their sides can relate is equally likely.
func (b Box) Related(r RCC8, src seed.Source) (x, y Box) {
	if b.Rows < 3 || b.Cols < 3 || !r.Valid() {
		return Box{}, Box{}
	}
	ways := sidePairs[r]
	way := ways[src.Intn(len(ways))]
	top, bottom := drawSides(way[0], b.Rows, src)
	left, right := drawSides(way[1], b.Cols, src)
	x = Box{b.Row + top[0], b.Col + left[0], top[1] - top[0], left[1] - left[0]}
	y = Box{b.Row + bottom[0], b.Col + right[0], bottom[1] - bottom[0], right[1] - right[0]}
	return x, y
}

// drawSides draws the ends of two intervals between 0 and n, which is at least 3.
func drawSides(s sides, n int, src seed.Source) (x, y [2]int) {
	ends := 4
	switch s {
	case sidesMeet, sidesAtEnd, sidesAroundAtEnd:
		ends = 3
	case sidesSame:
		ends = 2
	}
	var e [4]int
	for i := range ends { // Floyd's choice of so many out of n+1
		top := n + 1 - ends + i
		v := src.Intn(top + 1)
		if slices.Contains(e[:i], v) {
			v = top
		}
		e[i] = v
	}
	slices.Sort(e[:ends])
	flip := src.Intn(2) == 1
	switch s {
	case sidesApart:
		x, y = [2]int{e[0], e[1]}, [2]int{e[2], e[3]}
	case sidesMeet:
		x, y = [2]int{e[0], e[1]}, [2]int{e[1], e[2]}
	case sidesCross:
		x, y = [2]int{e[0], e[2]}, [2]int{e[1], e[3]}
	case sidesSame:
		return [2]int{e[0], e[1]}, [2]int{e[0], e[1]}
	case sidesInside, sidesAround:
		x, y = [2]int{e[1], e[2]}, [2]int{e[0], e[3]}
	default:
		x, y = [2]int{e[0], e[1]}, [2]int{e[0], e[2]}
		if flip {
			x = [2]int{e[1], e[2]}
		}
	}
	if s == sidesAround || s == sidesAroundAtEnd || flip && s <= sidesCross {
		x, y = y, x
	}
	return x, y
}

// Nibble takes up to n random cells off a region, so that it still hangs together by its sides and keep allows it; keep sees the
// region without the cell, and may be nil. The cells must be in reading order, and stay so; they are changed in place. At least one is left.
// It tries n cells and a few more, so that fewer may be taken off.
func Nibble(cells []Cell, n int, keep func([]Cell) bool, src seed.Source) []Cell {
	for tries := n + n/2; tries > 0 && n > 0 && len(cells) > 1; tries-- {
		k := src.Intn(len(cells))
		c := cells[k]
		cells = slices.Delete(cells, k, k+1)
		if Connected(cells) && (keep == nil || keep(cells)) {
			n--
		} else {
			cells = slices.Insert(cells, k, c)
		}
	}
	return cells
}

// GrowCells draws up to n cells that hang together by their sides, beginning with start, from those that fit allows, and appends them in reading
// order; none where start is not allowed, fewer where no more can be reached.
func GrowCells(dst []Cell, start Cell, n int, fit func(Cell) bool, src seed.Source) []Cell {
	first := len(dst)
	var rim []Cell
	see := func(c Cell) {
		if !slices.Contains(rim, c) && !slices.Contains(dst[first:], c) && fit(c) {
			rim = append(rim, c)
		}
	}
	for see(start); len(dst)-first < n && len(rim) > 0; {
		k := src.Intn(len(rim))
		c := rim[k]
		rim = slices.Delete(rim, k, k+1)
		dst = append(dst, c)
		see(Cell{c.Row - 1, c.Col})
		see(Cell{c.Row + 1, c.Col})
		see(Cell{c.Row, c.Col - 1})
		see(Cell{c.Row, c.Col + 1})
	}
	SortCells(dst[first:])
	return dst
}
