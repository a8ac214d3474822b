package qa_test

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// The oracles here share no code and no table with what they judge: relations by hand, placements one after the other.

// handSigns says where the locatum is against the relatum: rows further down, columns further right.
var handSigns = [...][2]int{
	layout.EQ: {0, 0},
	layout.N:  {-1, 0},
	layout.NE: {-1, 1},
	layout.E:  {0, 1},
	layout.SE: {1, 1},
	layout.S:  {1, 0},
	layout.SW: {1, -1},
	layout.W:  {0, -1},
	layout.NW: {-1, -1},
}

var eightRelations = []layout.Cardinal{
	layout.N, layout.NE, layout.E, layout.SE, layout.S, layout.SW, layout.W, layout.NW,
}

// handLabels are the words of the answers, by aspect and relation.
var handLabels = [layout.Aspects]map[layout.Cardinal]string{
	layout.Full: {
		layout.N: "above", layout.NE: "upper-right", layout.E: "right", layout.SE: "lower-right",
		layout.S: "below", layout.SW: "lower-left", layout.W: "left", layout.NW: "upper-left",
	},
	layout.Vertical:   {layout.N: "above", layout.S: "below", layout.EQ: "same level"},
	layout.Horizontal: {layout.W: "left", layout.E: "right", layout.EQ: "same column"},
}

func signOf(d int) int {
	switch {
	case d < 0:
		return -1
	case d > 0:
		return 1
	}
	return 0
}

// handRelation returns the aspect of one cell's relation to another.
func handRelation(locatum, relatum layout.Cell, aspect layout.Aspect) layout.Cardinal {
	signs := [2]int{signOf(locatum.Row - relatum.Row), signOf(locatum.Col - relatum.Col)}
	switch aspect {
	case layout.Vertical:
		signs[1] = 0
	case layout.Horizontal:
		signs[0] = 0
	}
	return layout.Cardinal(slices.Index(handSigns[:], signs))
}

func holdsIn(cells []layout.Cell, f layout.Fact) bool {
	return handRelation(cells[f.Locatum], cells[f.Relatum], layout.Full) == f.Relation
}

// holding counts the facts that hold in cells.
func holding(cells []layout.Cell, facts []layout.Fact) (n int) {
	for _, f := range facts {
		if holdsIn(cells, f) {
			n++
		}
	}
	return n
}

// placements calls yield with every way to put n objects into different cells of a square grid.
func placements(n, side int, yield func([]layout.Cell)) {
	cells := make([]layout.Cell, 0, n)
	taken := make([]bool, side*side)
	var place func()
	place = func() {
		if len(cells) == n {
			yield(cells)
			return
		}
		for i := range taken {
			if !taken[i] {
				taken[i] = true
				cells = append(cells, layout.Cell{Row: i / side, Col: i % side})
				place()
				cells, taken[i] = cells[:len(cells)-1], false
			}
		}
	}
	place()
}

// consequences says what holds in every placement of n objects that satisfies the facts: for every aspect and ordered
// pair the one relation that occurs, if it is only one.
type consequences [layout.Aspects]map[[2]int]layout.Cardinal

// consequencesOf is exact for n up to 4 and more: n rows and columns are enough to show every order of n objects.
func consequencesOf(n int, facts []layout.Fact) consequences {
	var seen [layout.Aspects][16][16]uint16 // the relations that occur, as bits
	placements(n, n, func(cells []layout.Cell) {
		if holding(cells, facts) < len(facts) {
			return
		}
		for aspect := range layout.Aspect(layout.Aspects) {
			for a := range n {
				for b := range n {
					seen[aspect][a][b] |= 1 << handRelation(cells[a], cells[b], aspect)
				}
			}
		}
	})
	var out consequences
	for aspect := range out {
		out[aspect] = make(map[[2]int]layout.Cardinal)
		for a := range n {
			for b := range n {
				for c := range layout.Cardinal(layout.Cardinals) {
					if a != b && seen[aspect][a][b] == 1<<c {
						out[aspect][[2]int{a, b}] = c
					}
				}
			}
		}
	}
	return out
}

// A move is a number of quarter turns clockwise, after a swap of left and right if it is above 3.
type move int

const moves = 8

func (m move) cell(c layout.Cell) layout.Cell {
	if m > 3 {
		c.Col = -c.Col
	}
	for range m % 4 {
		c.Row, c.Col = c.Col, -c.Row
	}
	return c
}

// clockwise lists the directions as on a compass; a quarter turn is two steps on.
var clockwise = eightRelations

func (m move) relation(c layout.Cardinal) layout.Cardinal {
	if c == layout.EQ {
		return c
	}
	at := slices.Index(clockwise, c)
	if m > 3 {
		at = 8 - at
	}
	return clockwise[(at+2*int(m%4))%8]
}

func (m move) aspect(a layout.Aspect) layout.Aspect {
	if m%2 == 1 {
		return [...]layout.Aspect{layout.Full, layout.Horizontal, layout.Vertical}[a]
	}
	return a
}

// layout moves a layout and shifts it so that its rows and columns start at 0 again.
func (m move) layout(l layout.Layout) layout.Layout {
	cells := cellsOf(l)
	least := layout.Cell{}
	for i, c := range cells {
		cells[i] = m.cell(c)
		least.Row, least.Col = min(least.Row, cells[i].Row), min(least.Col, cells[i].Col)
	}
	for i := range cells {
		cells[i].Row -= least.Row
		cells[i].Col -= least.Col
	}
	return layoutOf(namesOf(l), cells)
}

func (m move) facts(facts []layout.Fact) []layout.Fact {
	out := slices.Clone(facts)
	for i := range out {
		out[i].Relation = m.relation(out[i].Relation)
	}
	return out
}
