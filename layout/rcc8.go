package layout

import "slices"

// RCC8 is one of the eight base relations of the region connection calculus (Randell, Cui & Cohn 1992) between two regions, the
// first against the second. The zero value is DC.
//
// A region is the union of its cells, each of them a closed unit square: its sides and corners belong to it. So two regions without
// a common cell touch as soon as a cell of one has a side or a corner in common with a cell of the other, and a region inside another
// touches its border as soon as one of the eight cells around one of its own is none of the other's. Cells beyond a map are
// cells of no region.
type RCC8 uint8

// The eight relations.
const (
	DC         RCC8 = iota // disconnected: no cell, side or corner in common
	EC                     // touching: sides or corners in common, but no cell
	PO                     // overlapping: some cells in common, and each has cells of its own
	TPP                    // inside the other and touching its border
	NTPP                   // inside the other and clear of its border
	TPPi                   // the converse of TPP: around the other, which touches the border
	NTPPi                  // the converse of NTPP: around the other, which is clear of the border
	SameRegion             // EQ of the calculus: the same cells
)

// RCC8s is the number of relations.
const RCC8s = 8

var rcc8Names = [RCC8s]string{"DC", "EC", "PO", "TPP", "NTPP", "TPPi", "NTPPi", "EQ"}

// String returns the name that the calculus gives the relation, "DC" to "EQ"; "RCC8(?)" for a value outside the eight.
func (r RCC8) String() string {
	if r >= RCC8s {
		return "RCC8(?)"
	}
	return rcc8Names[r]
}

// Valid reports whether r is one of the eight relations.
func (r RCC8) Valid() bool { return r < RCC8s }

// Converse returns the relation of the second region to the first.
func (r RCC8) Converse() RCC8 {
	switch r {
	case TPP:
		return TPPi
	case NTPP:
		return NTPPi
	case TPPi:
		return TPP
	case NTPPi:
		return NTPP
	}
	return r
}

// Overlaps reports whether regions with this relation have a cell in common.
func (r RCC8) Overlaps() bool { return r > EC && r < RCC8s }

// RelateCells returns the relation of one region to another. Both must be in reading order, each cell once, as [Map.Validate] demands; a
// region without cells is disconnected from all.
func RelateCells(x, y []Cell) RCC8 {
	if BoxAround(x).Grow(1).Intersect(BoxAround(y)).Empty() {
		return DC // as most are
	}
	common := countCommon(x, y)
	switch {
	case common == 0:
		if len(x) > 0 && len(y) > 0 && touches(x, y) {
			return EC
		}
		return DC
	case common == len(x) && common == len(y):
		return SameRegion
	case common == len(x):
		if leaves(x, y) {
			return TPP
		}
		return NTPP
	case common == len(y):
		if leaves(y, x) {
			return TPPi
		}
		return NTPPi
	}
	return PO
}

// countCommon returns how many cells two regions have in common.
func countCommon(x, y []Cell) (n int) {
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch c := compareCells(x[i], y[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// touches reports whether some cell of x has one of y among the eight around it. The regions must have none in common.
func touches(x, y []Cell) bool {
	for _, c := range x {
		for row := c.Row - 1; row <= c.Row+1; row++ {
			if anyIn(y, row, c.Col-1, c.Col+1) > 0 {
				return true
			}
		}
	}
	return false
}

// leaves reports whether one of the eight cells around some cell of x is none of y.
func leaves(x, y []Cell) bool {
	for _, c := range x {
		for row := c.Row - 1; row <= c.Row+1; row++ {
			if anyIn(y, row, c.Col-1, c.Col+1) < 3 {
				return true
			}
		}
	}
	return false
}

// anyIn returns how many cells of a region lie in a row between two columns.
func anyIn(y []Cell, row, first, last int) (n int) {
	k, _ := slices.BinarySearchFunc(y, Cell{row, first}, compareCells)
	for ; k < len(y) && y[k].Row == row && y[k].Col <= last; k++ {
		n++
	}
	return n
}
